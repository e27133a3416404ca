"""Draws what the gazetteer makes of phrases, as pictures for docs/gazetteer.md.

python scripts/draw_shapes.py
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import shapely
from event_timeline.core.footprint import Footprint
from event_timeline.gazetteer.gazetteer import Gazetteer
from event_timeline.gazetteer.outlines import outlines
from event_timeline.gazetteer.place import Place

_TARGET = Path(__file__).resolve().parent.parent / "docs" / "shapes.svg"
_CELL, _GAP, _COLUMNS, _CAPTION = 220, 14, 3, 24
_LAND, _EDGE, _SHAPE, _INK, _SEA = "#f1ede4", "#c9c2b2", "#c2410c", "#2b2f36", "#dfe8ee"


def main() -> None:
    """Writes ``docs/shapes.svg``."""
    with Gazetteer.open() as gazetteer:
        shapes = gazetteer.shapes

        def best(name: str) -> Place:
            return gazetteer.lookup(name)[0].place

        drawn: list[tuple[str, Callable[[], Footprint | None]]] = [
            (
                "northern and eastern Afghanistan",
                lambda: shapes.directional_part(best("Afghanistan"), ["north", "east"]),
            ),
            ("central Afghanistan", lambda: shapes.directional_part(best("Afghanistan"), ["central"])),
            ("northern Syria", lambda: shapes.directional_part(best("Syria"), ["north"])),
            (
                "North and South Waziristan",
                lambda: shapes.union_of([best("North Waziristan"), best("South Waziristan")]),
            ),
            ("the Donbas", lambda: shapes.footprint_of(best("Donbas"))),
            ("Kandahar's Zhari district", lambda: shapes.footprint_of(best("Zhari"))),
            (
                "the Afghan-Pakistani border",
                lambda: shapes.border_of(best("Afghanistan"), best("Pakistan")),
            ),
            ("30 km north-east of Mosul", lambda: shapes.offset(best("Mosul"), 30.0, 45.0)),
            ("on the Kabul-Jalalabad road", lambda: shapes.road_between(best("Kabul"), best("Jalalabad"))),
        ]
        cells = [_cell(at, text, make()) for at, (text, make) in enumerate(drawn)]
    rows = math.ceil(len(drawn) / _COLUMNS)
    width = _COLUMNS * (_CELL + _GAP) + _GAP
    height = rows * (_CELL + _CAPTION + _GAP) + _GAP
    _TARGET.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="12" fill="{_INK}">\n<rect width="100%" height="100%" fill="white"/>\n'
        + "\n".join(cells)
        + "\n</svg>\n",
        encoding="utf-8",
        newline="\n",
    )


def _cell(at: int, text: str, footprint: Footprint | None) -> str:
    if footprint is None or footprint.area_wkb is None:
        raise SystemExit(f"{text} gave no area")
    area = shapely.from_wkb(footprint.area_wkb)
    scale = math.cos(math.radians(footprint.point.lat))
    west, south, east, north = area.bounds
    reach = 0.7 * max((east - west) * scale, north - south, 0.6)
    middle = ((west + east) / 2.0, (south + north) / 2.0)
    window = shapely.box(
        middle[0] - reach / scale, middle[1] - reach, middle[0] + reach / scale, middle[1] + reach
    )

    def path(shape: Any) -> str:
        parts = []
        for ring in shapely.get_rings(shapely.get_parts(shape.simplify(reach / 150.0))):
            points = [
                f"{(lon - middle[0]) * scale / reach * _CELL / 2 + _CELL / 2:.1f},"
                f"{(middle[1] - lat) / reach * _CELL / 2 + _CELL / 2:.1f}"
                for lon, lat in shapely.get_coordinates(ring)
            ]
            parts.append("M" + " ".join(points) + "Z")
        return "".join(parts)

    known = outlines()
    land = [
        path(shapely.intersection(known.polygons[piece], window))
        for piece in sorted(known.tree.query(window, predicate="intersects"))
    ]
    x = _GAP + at % _COLUMNS * (_CELL + _GAP)
    y = _GAP + at // _COLUMNS * (_CELL + _CAPTION + _GAP)
    return (
        f'<g transform="translate({x} {y})"><rect width="{_CELL}" height="{_CELL}" fill="{_SEA}"/>'
        f'<path d="{"".join(land)}" fill="{_LAND}" stroke="{_EDGE}" stroke-width="0.7"/>'
        f'<path d="{path(area)}" fill="{_SHAPE}" fill-opacity="0.35" stroke="{_SHAPE}" fill-rule="evenodd"/></g>'
        f'<text x="{x}" y="{y + _CELL + 16}">{text}</text>'
    )


if __name__ == "__main__":
    main()
