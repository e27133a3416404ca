"""The parts of QGIS's style documents (QML) that our styles are made of; written by hand, so that it needs no QGIS.

QGIS 3.22 to 4 read them. Sizes are in millimetres; what is not written has QGIS's own default.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional
from xml.etree.ElementTree import Element, SubElement, tostring

_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
_OLDEST = "3.22.0"  # QGIS warns about styles from versions newer than itself
_MILLIMETRES = "MM"
_EXPRESSION = "3"  # QGIS's number for a property that an expression gives
_START_AND_END_FIELDS = "2"  # QGIS's number for the temporal mode with two fields
_INCLUDE_BEGIN_EXCLUDE_END = "0"


def document(renderer: Element, map_tip: str, *, is_temporal: bool) -> str:
    """A whole style: how to draw, what to say under the pointer, and whether QGIS's controller filters by time."""
    root = Element("qgis", version=_OLDEST, styleCategories="Symbology|MapTips|Temporal")
    if is_temporal:
        root.append(_temporal())
    root.append(renderer)
    SubElement(root, "mapTip").text = map_tip
    return _DOCTYPE + tostring(root, encoding="unicode")


class RuleTree:
    """A rule-based renderer under construction: a feature is drawn by every rule whose filter it passes.

    Attributes
    ----------
    renderer : Element
        What QGIS reads.
    root : Element
        The rule that the outermost ones are added to.
    """

    def __init__(self) -> None:
        self.renderer = Element("renderer-v2", type="RuleRenderer", symbollevels="0", enableorderby="0")
        self.root = SubElement(self.renderer, "rules", key="{rules}")
        self._symbols = SubElement(self.renderer, "symbols")
        self._n_rules = 0

    def add(self, parent: Element, condition: str, label: str, symbol: Optional[Element] = None) -> Element:
        """A rule under `parent`; ``ELSE`` takes what no other rule under `parent` takes.

        With a `symbol` it draws, and its own rules draw above it.
        """
        rule = SubElement(parent, "rule", key=f"{{rule-{self._n_rules}}}", filter=condition, label=label)
        self._n_rules += 1
        if symbol is not None:
            name = str(len(self._symbols))
            symbol.set("name", name)
            rule.set("symbol", name)
            self._symbols.append(symbol)
        return rule


def categorised(attribute: str, categories: Mapping[str, tuple[str, Element]]) -> Element:
    """A renderer by the values of a field or an expression: value -> its label and its symbol; no other is drawn."""
    renderer = Element(
        "renderer-v2", type="categorizedSymbol", attr=attribute, symbollevels="0", enableorderby="0"
    )
    holder = SubElement(renderer, "categories")
    symbols = SubElement(renderer, "symbols")
    for number, (value, (label, one)) in enumerate(categories.items()):
        SubElement(holder, "category", symbol=str(number), value=value, label=label, render="true")
        one.set("name", str(number))
        for nested in one.iter("symbol"):
            if nested is not one:
                nested.set("name", f"@{number}@{nested.get('name')}")
        symbols.append(one)
    return renderer


def symbol(kind: str, properties: Optional[Mapping[str, str]] = None) -> Element:
    """A symbol without layers: ``marker``, ``line`` or ``fill``; `properties` by expression, such as ``alpha``."""
    element = Element("symbol", type=kind, alpha="1", clip_to_extent="1", force_rhr="0")
    if properties:
        element.append(_data_defined(properties))
    return element


def marker(
    shape: str, size: float, fill: str, outline: str, properties: Optional[Mapping[str, str]] = None
) -> Element:
    """A marker of one layer, colours as of `rgba`; QGIS keeps it ready-made unless its size is by expression."""
    element = symbol("marker")
    options = {"name": shape, "size": f"{size:g}", "color": fill, "outline_color": outline}
    layer = symbol_layer(element, "SimpleMarker", {**options, "outline_width": "0.4"})
    if properties:
        layer.append(_data_defined(properties))
    return element


def symbol_layer(parent: Element, kind: str, options: Mapping[str, str]) -> Element:
    """A layer of a symbol, drawn above those that it has."""
    layer = SubElement(parent, "layer", {"class": kind, "enabled": "1", "locked": "0", "pass": "0"})
    holder = SubElement(layer, "Option", type="Map")
    for name, value in options.items():
        SubElement(holder, "Option", type="QString", name=name, value=value)
        if name in ("size", "outline_width", "line_width", "distance"):
            SubElement(holder, "Option", type="QString", name=f"{name}_unit", value=_MILLIMETRES)
    return layer


def rgba(colour: str, alpha: int = 255) -> str:
    """A colour as QGIS writes it: ``#C2410C`` -> ``194,65,12,255``."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red},{green},{blue},{alpha}"


def _temporal() -> Element:
    element = Element(
        "temporal",
        enabled="1",
        mode=_START_AND_END_FIELDS,
        startField="start_time",
        endField="end_time",
        limitMode=_INCLUDE_BEGIN_EXCLUDE_END,
        accumulate="0",
        fixedDuration="0",
        durationField="",
        durationUnit="min",
        startExpression="",
        endExpression="",
    )
    fixed = SubElement(element, "fixedRange")
    SubElement(fixed, "start")
    SubElement(fixed, "end")
    return element


def _data_defined(expressions: Mapping[str, str]) -> Element:
    element = Element("data_defined_properties")
    collection = SubElement(element, "Option", type="Map")
    SubElement(collection, "Option", type="QString", name="name", value="")
    properties = SubElement(collection, "Option", type="Map", name="properties")
    for name, expression in expressions.items():
        one = SubElement(properties, "Option", type="Map", name=name)
        SubElement(one, "Option", type="bool", name="active", value="true")
        SubElement(one, "Option", type="QString", name="expression", value=expression)
        SubElement(one, "Option", type="int", name="type", value=_EXPRESSION)
    SubElement(collection, "Option", type="QString", name="type", value="collection")
    return element
