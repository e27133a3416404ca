"""How QGIS draws the layers of an events file, as QML with the temporal settings in it.

Types have their colours of `core.event_types`; deaths make a point larger; what is imprecise or only claimed is hollow;
within the window of time, the older is the paler. Areas are hatched and dashed. Written by hand, so that it needs no
QGIS; QGIS 3.22 to 4 read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional
from xml.etree.ElementTree import Element, SubElement, tostring

from ..core.event_types import COLOURS, EventType
from ..core.schema import EVENT_AREAS, EVENTS, EVENTS_UNDATED, TableSpec

_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
_MILLIMETRES = "MM"
_EXPRESSION = "3"  # QGIS's number for a property that an expression gives
_START_AND_END_FIELDS = "2"  # QGIS's number for the temporal mode with two fields
_INCLUDE_BEGIN_EXCLUDE_END = "0"

# Every expression is evaluated for every point of every frame, so there are as few as will do.
# In QGIS 3.22 a point costs 17 us with a symbol that never changes, 45 with the size alone by expression, 70 with the
# opacity alone, 90 with all of these: either one ends QGIS's cache of ready markers, and the rest adds little. Fewer
# expressions help only when both go; then size and fading would have to go too, or become classes of the legend.
# Hidden is what a person has thrown out, and what repeats another event.
_IS_HIDDEN = '"review_state" = \'rejected\' OR "merged_into" IS NOT NULL'
_IS_HOLLOW = "coalesce(\"where_prec\", 1) > 2 OR \"assertion\" NOT IN ('occurred', 'historical')"
_SIZE = '2.6 + 1.1 * ln(1 + coalesce("fatalities", 0))'
# Percent: 100 for what reaches the window's end, down to 45 for what ended at its start; 100 where no window is set.
_OPACITY = (
    f"if({_IS_HIDDEN}, 0, "
    'coalesce(100 - 55 * min(1, max(0, (epoch(@map_end_time) - epoch(coalesce("end_time", @map_end_time)))'
    " / (epoch(@map_end_time) - epoch(@map_start_time)))), 100))"
    " * if(\"assertion\" IN ('occurred', 'historical'), 1, 0.7)"
)
_AREA_OPACITY = "if(\"assertion\" IN ('occurred', 'historical'), 100, 75)"

# Shape repeats what colour says: deeds of force are round, states square, talk a diamond, quarrel a triangle.
_TALK, _QUARREL, _STATE, _PRESSURE = "diamond", "triangle", "square", "pentagon"
_SHAPES = {
    EventType.ASSAULT: "circle",
    EventType.COERCE: _PRESSURE,
    EventType.SANCTION: _PRESSURE,
    EventType.MOBILIZE: _STATE,
    EventType.PRESENCE: _STATE,
    EventType.RETREAT: _STATE,
    EventType.THREATEN: _QUARREL,
    EventType.PROTEST: _QUARREL,
    EventType.ACCUSE: _QUARREL,
    EventType.REJECT: _QUARREL,
}

_MAP_TIP = """<b>[% title(lower("event_type")) %][% ' · ' || "event_mode" %]</b><br/>
[% "date_edtf" %][% ' (' || "date_text" || ')' %]<br/>[% "location" %]<p>[% "notes" %]</p>"""
_AREA_MAP_TIP = """<b>[% title(lower("event_type")) %]</b><br/>[% "location" %]<p>[% "notes" %]</p>"""


def default_styles() -> tuple[tuple[TableSpec, str], ...]:
    """The layers of an events file, each with the QML that QGIS draws it with when it is opened."""
    return (
        (EVENTS, _document(_points(_OPACITY), _MAP_TIP, is_temporal=True)),
        (EVENT_AREAS, _document(_areas(), _AREA_MAP_TIP, is_temporal=True)),
        (EVENTS_UNDATED, _document(_points(f"if({_IS_HIDDEN}, 0, 50)"), _MAP_TIP, is_temporal=False)),
    )


def _document(renderer: Element, map_tip: str, *, is_temporal: bool) -> str:
    # The oldest version that reads it; QGIS warns about styles from versions newer than itself.
    categories = "Symbology|MapTips|Temporal"
    root = Element("qgis", version="3.22.0", styleCategories=categories)
    if is_temporal:
        root.append(_temporal())
    root.append(renderer)
    SubElement(root, "mapTip").text = map_tip
    return _DOCTYPE + tostring(root, encoding="unicode")


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


def _points(opacity: str) -> Element:
    return _categorised([_marker(kind, opacity) for kind in EventType])


def _areas() -> Element:
    return _categorised([_area(kind) for kind in EventType])


def _categorised(symbols: list[Element]) -> Element:
    renderer = Element(
        "renderer-v2", type="categorizedSymbol", attr="event_type", enableorderby="0", symbollevels="0"
    )
    categories = SubElement(renderer, "categories")
    holder = SubElement(renderer, "symbols")
    for number, (kind, symbol) in enumerate(zip(EventType, symbols)):
        label = kind.value.capitalize()
        SubElement(categories, "category", symbol=str(number), value=kind.value, label=label, render="true")
        symbol.set("name", str(number))
        holder.append(symbol)
    return renderer


def _marker(kind: EventType, opacity: str) -> Element:
    colour = COLOURS[kind]
    symbol = _symbol("marker", opacity)
    layer = _layer(
        symbol,
        "SimpleMarker",
        {
            "name": _SHAPES.get(kind, _TALK),
            "color": _rgba(colour),
            "outline_color": _rgba("#FFFFFF"),
            "outline_style": "solid",
            "outline_width": "0.4",
            "outline_width_unit": _MILLIMETRES,
            "size": "2.6",
            "size_unit": _MILLIMETRES,
            "scale_method": "diameter",
        },
    )
    layer.append(
        _data_defined(
            {
                "size": _SIZE,
                "fillColor": f"if({_IS_HOLLOW}, '255,255,255,150', '{_rgba(colour)}')",
                "outlineColor": f"if({_IS_HOLLOW}, '{_rgba(colour)}', '255,255,255,255')",
            }
        )
    )
    return symbol


def _area(kind: EventType) -> Element:
    colour = COLOURS[kind]
    symbol = _symbol("fill", _AREA_OPACITY)
    _layer(
        symbol,
        "SimpleFill",
        {
            "color": _rgba(colour, 26),
            "style": "solid",
            "outline_color": _rgba(colour),
            "outline_style": "dash",
            "outline_width": "0.4",
            "outline_width_unit": _MILLIMETRES,
            "joinstyle": "round",
        },
    )
    hatch = _layer(
        symbol,
        "LinePatternFill",
        {"angle": "45", "distance": "2", "distance_unit": _MILLIMETRES, "color": _rgba(colour, 140)},
    )
    line = _symbol("line", None)
    line.set("name", f"@{list(EventType).index(kind)}@1")
    _layer(
        line,
        "SimpleLine",
        {
            "line_color": _rgba(colour, 140),
            "line_style": "solid",
            "line_width": "0.2",
            "line_width_unit": _MILLIMETRES,
        },
    )
    hatch.append(line)
    return symbol


def _symbol(kind: str, opacity: Optional[str]) -> Element:
    symbol = Element("symbol", type=kind, alpha="1", clip_to_extent="1", force_rhr="0")
    if opacity is not None:
        symbol.append(_data_defined({"alpha": opacity}))
    return symbol


def _layer(symbol: Element, kind: str, options: Mapping[str, str]) -> Element:
    layer = SubElement(symbol, "layer", {"class": kind, "enabled": "1", "locked": "0", "pass": "0"})
    holder = SubElement(layer, "Option", type="Map")
    for name, value in options.items():
        SubElement(holder, "Option", type="QString", name=name, value=value)
    return layer


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


def _rgba(colour: str, alpha: int = 255) -> str:
    """A colour as QGIS writes it: ``#C2410C`` -> ``194,65,12,255``."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red},{green},{blue},{alpha}"
