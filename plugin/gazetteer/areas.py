"""Places, parts of places and several places as footprints with areas."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Optional

from ..core.errors import MissingDependency
from ..core.footprint import Footprint, LonLat
from .directions import BEARINGS, Frame, direction_of
from .geometry import disc, inner_point, main_land, multi, reach_m, size_of
from .outlines import outlines
from .place import Place, PlaceKind
from .polygons import Polygons

try:
    import shapely
except ModuleNotFoundError as missing:
    raise MissingDependency("shapely", "read") from missing

if TYPE_CHECKING:
    from .gazetteer import Gazetteer

_FEWEST_UNITS = 9  # of a country whose parts are kept to whole units
_LARGEST_UNIT = 0.2  # share of the country's area
CACHED = 200  # footprints, since a country's outline is large
_PREC = {
    PlaceKind.SPOT: 1,
    PlaceKind.TOWN: 1,
    PlaceKind.ADMIN2: 3,
    PlaceKind.ADMIN1: 4,
    PlaceKind.REGION: 5,
    PlaceKind.COUNTRY: 6,
    PlaceKind.SEA: 7,
}
_USUAL_RADIUS_M = {
    PlaceKind.SPOT: 100.0,
    PlaceKind.ADMIN2: 20_000.0,
    PlaceKind.ADMIN1: 80_000.0,
    PlaceKind.REGION: 300_000.0,
    PlaceKind.COUNTRY: 400_000.0,
    PlaceKind.SEA: 500_000.0,
}


class Areas:
    """Areas of the places of a gazetteer, of their parts, and of several as one.

    Footprints that it makes are in EPSG:4326 and valid; areas are MultiPolygons.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._polygons = Polygons(gazetteer)
        self._footprints: dict[Place, Footprint] = {}
        self._parts: dict[tuple[str, tuple[str, ...]], Footprint] = {}

    # -- places ------------------------------------------------------------------------------------------------------

    def polygon_of(self, place: Place) -> Optional[Any]:
        """The polygon of a place, a shapely MultiPolygon (see `Polygons.of`); None for a town."""
        return self._polygons.of(place)

    def admin_of(self, point: LonLat) -> tuple[Optional[str], Optional[str]]:
        """Country and name of the first-level unit at a point (see `Polygons.admin_of`)."""
        return self._polygons.admin_of(point)

    def footprint_of(self, place: Place) -> Footprint:
        """A place with its area where it has one, its precision and its radius."""
        if place not in self._footprints:
            if len(self._footprints) > CACHED:
                self._footprints.clear()
            self._footprints[place] = self._footprint_of(place)
        return self._footprints[place]

    def _footprint_of(self, place: Place) -> Footprint:
        polygon = self.polygon_of(place)
        if polygon is None or polygon.is_empty:
            return Footprint(
                place.point,
                place.name,
                _PREC[place.kind],
                place.radius_m or radius_m(place),
                place.place_id,
                self.country_of(place),
                place.admin1 or None,
                place.admin2 or None,
                place.feature or None,
            )
        point = place.point if shapely.intersects_xy(polygon, *place.point) else inner_point(polygon)
        return self.area_of(polygon, place, place.name, _PREC[place.kind], place.place_id, point)

    def country_of(self, place: Place) -> Optional[str]:
        """The country that a place counts to under the policy for disputed areas; None for none."""
        if not place.country or place.kind is PlaceKind.COUNTRY:
            return place.country or None
        known = outlines()
        at = known.at(place.point)
        if at is None or not known.pieces[at].disputed:
            return place.country
        return known.country_of(at, self._gazetteer.disputed) or None

    # -- parts ---------------------------------------------------------------------------------------------------------

    def directional_part(self, place: Place, directions: Sequence[str]) -> Footprint:
        """The parts of a place in one or more directions as one footprint: "Northern and eastern Afghanistan".

        Parameters
        ----------
        place : Place
            A place with an area; of a town only the name and the radius change.
        directions : sequence of str
            ``north``, ``north-east``, ..., ``central``, or the adjectives ("northern").

        Raises
        ------
        ValueError
            A word is no direction, or there is none.
        """
        wanted = tuple(dict.fromkeys(direction_of(word) or word for word in directions))
        if not wanted or any(word != "central" and word not in BEARINGS for word in wanted):
            raise ValueError(f"{', '.join(directions) or 'nothing'} is no direction")
        key = (place.place_id, wanted)
        if key not in self._parts:
            self._parts[key] = self._part(place, wanted)
        return self._parts[key]

    def _part(self, place: Place, directions: tuple[str, ...]) -> Footprint:
        whole = self.polygon_of(place)
        name = f"{_adjectives(directions)} {_plain(place)}"
        part_id = f"region:{code_of(place)}-{'+'.join(directions)}"
        if whole is None or whole.is_empty:
            return Footprint(
                place.point,
                name,
                2,
                (place.radius_m or radius_m(place)) * 1.5,
                part_id,
                self.country_of(place),
                place.admin1 or None,
                place.admin2 or None,
            )
        frame = Frame(whole)
        units = self._units_of(place, frame)
        parts = []
        for direction in directions:
            chosen = [unit for unit in units if frame.holds(inner_point(unit), direction)]
            parts.append(
                shapely.union_all(chosen) if chosen else shapely.intersection(whole, frame.sector(direction))
            )
        area = multi(shapely.union_all(parts))
        if area.is_empty:  # no land in that direction: the whole place, which is true if not precise
            area = whole
        return self.area_of(area, place, name, 5 if place.kind is not PlaceKind.ADMIN2 else 3, part_id)

    def _units_of(self, place: Place, frame: Frame) -> list[Any]:
        """The first-level units of a country, where it has many and none is large; else none."""
        if place.kind is not PlaceKind.COUNTRY:
            return []
        known = outlines()
        by_unit: dict[str, list[int]] = {}
        for at in known.of_country(place.country, self._gazetteer.disputed):
            by_unit.setdefault(known.pieces[at].admin1_code or known.pieces[at].piece_id, []).append(at)
        units = [known.union(positions) for _, positions in sorted(by_unit.items())]
        units = [unit for unit in units if not frame.is_overseas(inner_point(unit))]
        sizes = [size_of(unit) for unit in units]
        return units if len(units) >= _FEWEST_UNITS and max(sizes) <= _LARGEST_UNIT * sum(sizes) else []

    def union_of(self, places: Sequence[Place], name: str = "") -> Footprint:
        """Several places as one: "North and South Waziristan", "the provinces of Kunar and Laghman".

        Raises
        ------
        ValueError
            No place is given.
        """
        if not places:
            raise ValueError("a union is of at least one place")
        if len(places) == 1:
            return self.footprint_of(places[0])
        shapes = [self.polygon_of(place) or disc(place.point, radius_m(place) / 1000.0) for place in places]
        area = multi(shapely.union_all(shapes))
        own = name or _joined([place.name for place in places])
        union_id = f"region:{'+'.join(code_of(place) for place in places)}"
        same = places[0]
        if len({place.country for place in places}) > 1:
            same = Place(union_id, own, PlaceKind.REGION, same.point)
        elif len({place.admin1_code for place in places}) > 1:
            same = Place(union_id, own, PlaceKind.REGION, same.point, country=same.country)
        else:
            same = Place(
                union_id,
                own,
                PlaceKind.REGION,
                same.point,
                "",
                same.country,
                same.admin1,
                "",
                same.admin1_code,
            )
        precision = max(_PREC[place.kind] for place in places)
        return self.area_of(area, same, own, precision, union_id)

    def area_of(
        self,
        area: Any,
        place: Place,
        name: str,
        precision: int,
        place_id: str,
        point: Optional[LonLat] = None,
    ) -> Footprint:
        """An area as a footprint, with the country and the units of `place`; its point inside, unless told."""
        centre = point if point is not None else inner_point(area)
        return Footprint(
            centre,
            name,
            precision,
            round(reach_m(main_land(area), centre)),
            place_id,
            self.country_of(place),
            place.admin1 or None,
            place.admin2 or None,
            place.feature or None if place_id == place.place_id else None,
            shapely.to_wkb(shapely.normalize(area), byte_order=1),
        )


def radius_m(place: Place) -> float:
    """The radius that should contain what happens "in" a place without a polygon; towns 2 to 5 km by population."""
    if place.kind is PlaceKind.TOWN:
        return 2000.0 + 750.0 * min(4.0, max(0.0, math.log10(place.population + 1) - 3.0))
    return _USUAL_RADIUS_M[place.kind]


def _adjectives(directions: Sequence[str]) -> str:
    words = ["central" if word == "central" else f"{word}ern" for word in directions]
    return listed(words).capitalize()


def listed(words: Sequence[str]) -> str:
    """Words in a row: "X, Y and Z"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _joined(names: Sequence[str]) -> str:
    """Names in a row; a last word that all share is said once: "North and South Waziristan"."""
    heads, lasts = zip(*(name.rpartition(" ")[::2] for name in names))
    return f"{listed(heads)} {lasts[0]}" if len(set(lasts)) == 1 and all(heads) else listed(names)


def _plain(place: Place) -> str:
    return place.name[4:] if place.name.startswith("The ") else place.name


def code_of(place: Place) -> str:
    """Stands for a place inside an id: ``AF``, ``AF.23``, or the number."""
    if place.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1):
        return ".".join(code for code in (place.country, place.admin1_code) if code)
    return place.place_id.partition(":")[2]
