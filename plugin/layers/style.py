"""How QGIS draws the layers of an events file.

Types have their colours of `core.event_types`; deaths make a point larger; what is imprecise or not said to have
happened is hollow; what ended in the first half of the window of time is paler. Areas are hatched and dashed.

What it costs decides the form. QGIS draws a marker that never changes from a ready-made image; one whose size, colour
or opacity is given by an expression it draws anew for every point, several times slower. So points are drawn by a tree
of rules whose leaves are such ready-made markers, but for events with deaths, whose size is by expression. The rules
below a type are tried for events of that type alone. ``bench/qgis_render.py`` measures it.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..core.event_types import COLOURS, EventType
from ..core.schema import EVENT_AREAS, EVENT_AREAS_UNDATED, EVENTS, EVENTS_UNDATED, TableSpec
from .qml import RuleTree, categorised, document, marker, rgba, symbol, symbol_layer

SIZE_MM = 2.6
MM_PER_LOG_DEATH = 1.1
"""A marker's diameter is ``SIZE_MM + MM_PER_LOG_DEATH * ln(1 + deaths)``."""
OTHER_COLOUR = "#9AA1A9"
"""What is of a type that this version does not know."""

# Not drawn is what a person has thrown out, and what repeats another event.
_IS_SHOWN = '"review_state" IS NOT \'rejected\' AND "merged_into" IS NULL'
_IS_HOLLOW = "\"where_prec\" > 2 OR \"assertion\" NOT IN ('occurred', 'historical')"
_HAS_DEATHS = '"fatalities" > 0'
_SIZE = f'{SIZE_MM} + {MM_PER_LOG_DEATH} * ln(1 + "fatalities")'
# Where no window is set, and where an event goes on, it is unknown, so that the event counts as late.
_IS_EARLIER = 'epoch("end_time") * 2 < epoch(@map_start_time) + epoch(@map_end_time)'
_IN_LEGEND_ONLY = "$id IS NULL"  # a legend's marker belongs to no feature
_AREA_OPACITY = "if(\"assertion\" IN ('occurred', 'historical'), 100, 75)"
_ALL, _PALE, _UNDATED = 255, 120, 128  # opacity, of 255

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
        (EVENTS, document(_points(fades=True), _MAP_TIP, is_temporal=True)),
        (EVENT_AREAS, document(_areas(), _AREA_MAP_TIP, is_temporal=True)),
        (EVENTS_UNDATED, document(_points(fades=False, alpha=_UNDATED), _MAP_TIP, is_temporal=False)),
        (EVENT_AREAS_UNDATED, document(_areas(), _AREA_MAP_TIP, is_temporal=False)),
    )


def _points(*, fades: bool, alpha: int = _ALL) -> Element:
    tree = RuleTree()
    for kind in EventType:
        shape, colour = _SHAPES.get(kind, _TALK), COLOURS[kind]
        of_kind = f"\"event_type\" = '{kind.value}' AND {_IS_SHOWN}"
        branch = tree.add(tree.root, of_kind, kind.value.capitalize(), _legend(shape, colour))
        _by_age(tree, branch, shape, colour, alpha, fades=fades)
    other = tree.add(tree.root, "ELSE", "Other", _legend(_TALK, OTHER_COLOUR))
    other = tree.add(other, _IS_SHOWN, "Neither rejected nor told twice")
    _by_age(tree, other, _TALK, OTHER_COLOUR, alpha, fades=fades)
    return tree.renderer


def _legend(shape: str, colour: str) -> Element:
    """The marker that stands for a type in the legend, and is not drawn on the map."""
    return marker(shape, SIZE_MM, rgba(colour), rgba("#FFFFFF"), {"enabled": _IN_LEGEND_ONLY})


def _by_age(tree: RuleTree, branch: Element, shape: str, colour: str, alpha: int, *, fades: bool) -> None:
    if not fades:
        _by_doubt(tree, branch, shape, colour, alpha)
        return
    _by_doubt(tree, tree.add(branch, _IS_EARLIER, "Earlier in the window: paler"), shape, colour, _PALE)
    _by_doubt(tree, tree.add(branch, "ELSE", "Later in the window"), shape, colour, alpha)


def _by_doubt(tree: RuleTree, branch: Element, shape: str, colour: str, alpha: int) -> None:
    hollow = tree.add(branch, _IS_HOLLOW, "Imprecise, or not said to have happened: hollow")
    _by_deaths(tree, hollow, shape, rgba("#FFFFFF", 150 * alpha // _ALL), rgba(colour, alpha))
    full = tree.add(branch, "ELSE", "Precise, and said to have happened")
    _by_deaths(tree, full, shape, rgba(colour, alpha), rgba("#FFFFFF", alpha))


def _by_deaths(tree: RuleTree, branch: Element, shape: str, fill: str, outline: str) -> None:
    by_size = marker(shape, SIZE_MM, fill, outline, {"size": _SIZE})
    tree.add(branch, _HAS_DEATHS, "With deaths: the more, the larger", by_size)
    tree.add(branch, "ELSE", "No deaths told", marker(shape, SIZE_MM, fill, outline))


def _areas() -> Element:
    areas = {kind.value: (kind.value.capitalize(), _area(COLOURS[kind])) for kind in EventType}
    return categorised(f'CASE WHEN {_IS_SHOWN} THEN "event_type" END', areas)


def _area(colour: str) -> Element:
    area = symbol("fill", {"alpha": _AREA_OPACITY})
    outline = {
        "outline_color": rgba(colour),
        "outline_style": "dash",
        "outline_width": "0.4",
        "joinstyle": "round",
    }
    symbol_layer(area, "SimpleFill", {"color": rgba(colour, 26), "style": "solid", **outline})
    hatch = symbol_layer(
        area, "LinePatternFill", {"angle": "45", "distance": "2", "color": rgba(colour, 140)}
    )
    line = symbol("line")
    line.set("name", "1")  # the layer of the area that it draws
    symbol_layer(line, "SimpleLine", {"line_color": rgba(colour, 140), "line_width": "0.2"})
    hatch.append(line)
    return area
