"""Directions, and the part of a place that lies in one.

One rule for directions: positions are measured from the centroid of the place's main body, in units of half its width
and half its height; what lies farther out than 1.25 (overseas parts) belongs to no direction.

* A country of many first-level units, none of them large, is kept to whole units: a direction takes those whose centre
  lies within 60 degrees of it (40 for north-east and its like) and not in the middle, within 0.3.
* Any other polygon is cut: a direction takes the half beyond the centroid (north-east and its like a quarter).
* "Central" is what lies within 0.35, of both.
"""

from __future__ import annotations

import math
from typing import Any, Optional

from ..core.errors import MissingDependency
from ..core.footprint import LonLat
from .geometry import main_body

try:
    import shapely
except ModuleNotFoundError as missing:
    raise MissingDependency("shapely", "read") from missing

_UNIT_SECTOR = {4: 60.0, 8: 40.0}  # degrees to each side: of the four winds, of those between them
_CUT_SECTOR = {4: 90.0, 8: 45.0}
_MIDDLE = 0.3
_CENTRE = 0.35
_OVERSEAS = 1.25
BEARINGS = {
    "north": 0.0,
    "north-east": 45.0,
    "east": 90.0,
    "south-east": 135.0,
    "south": 180.0,
    "south-west": 225.0,
    "west": 270.0,
    "north-west": 315.0,
}


def direction_of(word: str) -> Optional[str]:
    """The standard form of a word of direction, None for another word.

    >>> direction_of("northern"), direction_of("Southeast"), direction_of("middle"), direction_of("upper")
    ('north', 'south-east', 'central', None)
    """
    plain = word.casefold().replace("-", "").replace(" ", "")
    for ending in ("ernmost", "most", "ern", "erly"):
        plain = plain[: -len(ending)] if plain.endswith(ending) else plain
    if plain in ("central", "centre", "center", "middle", "mid", "heart"):
        return "central"
    return next((name for name in BEARINGS if name.replace("-", "") == plain), None)


class Frame:
    """Positions within a place: from the centroid of its main body, in half widths and half heights."""

    def __init__(self, whole: Any) -> None:
        body = main_body(whole)
        self.centre = body.centroid
        west, south, east, north = body.bounds
        self._half = max((east - west) / 2.0, 1e-6), max((north - south) / 2.0, 1e-6)

    def holds(self, point: LonLat, direction: str) -> bool:
        """Whether a unit with its centre here lies in a direction."""
        x, y = self._within(point)
        if direction == "central":
            return math.hypot(x, y) <= _CENTRE
        aside = abs((math.degrees(math.atan2(x, y)) - BEARINGS[direction] + 180.0) % 360.0 - 180.0)
        return math.hypot(x, y) > _MIDDLE and aside <= _UNIT_SECTOR[_winds(direction)]

    def is_overseas(self, point: LonLat) -> bool:
        """Whether a unit with its centre here lies far out."""
        return max(map(abs, self._within(point))) > _OVERSEAS

    def sector(self, direction: str) -> Any:
        """The polygon to cut with for a direction."""
        if direction == "central":
            angles = [math.radians(step * 7.5) for step in range(48)]
            return shapely.Polygon(
                [self._position(_CENTRE * math.sin(a), _CENTRE * math.cos(a)) for a in angles]
            )
        width = _CUT_SECTOR[_winds(direction)]
        angles = [math.radians(BEARINGS[direction] - width + step * width / 4.0) for step in range(9)]
        rim = [self._position(9.0 * math.sin(angle), 9.0 * math.cos(angle)) for angle in angles]
        wedge = shapely.Polygon([self._position(0.0, 0.0), *rim])
        corners = self._position(-_OVERSEAS, -_OVERSEAS), self._position(_OVERSEAS, _OVERSEAS)
        return shapely.intersection(wedge, shapely.box(*corners[0], *corners[1]))

    def _within(self, point: LonLat) -> tuple[float, float]:
        return (point.lon - self.centre.x) / self._half[0], (point.lat - self.centre.y) / self._half[1]

    def _position(self, x: float, y: float) -> tuple[float, float]:
        return self.centre.x + x * self._half[0], self.centre.y + y * self._half[1]


def _winds(direction: str) -> int:
    """4 for one of the four winds, 8 for one between them."""
    return 8 if "-" in direction else 4
