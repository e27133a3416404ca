"""Places and parts of places as footprints: areas, directional parts, surroundings, borders."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Optional

from ..core.errors import MissingDependency
from ..core.footprint import Footprint, LonLat
from .directions import BEARINGS, Frame
from .directions import direction_of as direction_of
from .distances import destination, distance_km
from .geometry import disc, grown, inner_point, main_land, multi, reach_m, size_of
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
_BORDER_KM = 25.0  # to each side of a border
_NEAR_KM = {PlaceKind.TOWN: 15.0, PlaceKind.SPOT: 5.0}
_NEAR_AREA_KM = 25.0  # around something that has an area

_CACHED = 200  # footprints, since a country's outline is large
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


class Shapes:
    """Shapes of the places of a gazetteer; one per gazetteer, `Gazetteer.shapes`.

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

    def unit_at(self, point: LonLat) -> tuple[str, str]:
        """Country and GeoNames code of the first-level unit at a point (see `Polygons.unit_at`)."""
        return self._polygons.unit_at(point)

    def admin_of(self, point: LonLat) -> tuple[Optional[str], Optional[str]]:
        """Country and name of the first-level unit at a point (see `Polygons.admin_of`)."""
        return self._polygons.admin_of(point)

    def footprint_of(self, place: Place) -> Footprint:
        """A place with its area where it has one, its precision and its radius."""
        if place not in self._footprints:
            if len(self._footprints) > _CACHED:
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
        return self._area(polygon, place, place.name, _PREC[place.kind], place.place_id, point)

    def country_of(self, place: Place) -> Optional[str]:
        """The country that a place counts to under the policy for disputed areas; None for none."""
        if not place.country or place.kind is PlaceKind.COUNTRY:
            return place.country or None
        known = outlines()
        at = known.at(place.point)
        if at is None or not known.pieces[at].disputed:
            return place.country
        return known.country_of(at, self._gazetteer.disputed) or None

    # -- parts and surroundings --------------------------------------------------------------------------------------

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
        part_id = f"region:{_code(place)}-{'+'.join(directions)}"
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
        return self._area(area, place, name, 5 if place.kind is not PlaceKind.ADMIN2 else 3, part_id)

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
        union_id = f"region:{'+'.join(_code(place) for place in places)}"
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
        return self._area(area, same, own, precision, union_id)

    def near(self, place: Place, km: Optional[float] = None) -> Footprint:
        """What lies near a place ("outside X", "the outskirts of X"): a disc around a town, an area with a rim."""
        polygon = self.polygon_of(place)
        if polygon is None or polygon.is_empty:
            reach = km if km is not None else _NEAR_KM.get(place.kind, _NEAR_AREA_KM)
            return self._disc_at(
                place.point, reach, place, f"Near {place.name}", f"region:near-{_code(place)}"
            )
        reach = km if km is not None else _NEAR_AREA_KM
        area = multi(grown(polygon, reach))
        return self._area(area, place, f"Near {place.name}", 5, f"region:near-{_code(place)}")

    def offset(self, place: Place, km: float, bearing: float) -> Footprint:
        """A disc at a distance from a place ("30 km north-east of X"), of a quarter of the distance, 2 km at least.

        Parameters
        ----------
        place : Place
        km : float
            Distance, more than 0.
        bearing : float
            Degrees clockwise from north.
        """
        point = destination(place.point, km, bearing)
        wind = min(BEARINGS, key=lambda name: abs((BEARINGS[name] - bearing + 180.0) % 360.0 - 180.0))
        name = f"{km:g} km {wind} of {place.name}"
        return self._disc_at(point, max(2.0, km / 4.0), place, name, f"region:{_code(place)}-{km:g}km-{wind}")

    def between(self, a: Place, b: Place) -> Footprint:
        """What lies between two places: a corridor along the straight line, as wide as a quarter of its length."""
        return self._corridor(
            a, b, 0.125, f"Between {a.name} and {b.name}", f"region:{_code(a)}-to-{_code(b)}"
        )

    def road_between(self, a: Place, b: Place) -> Footprint:
        """The road between two places: a corridor along the straight line, wide enough for the bends of a road."""
        return self._corridor(
            a, b, 0.1, f"Road from {a.name} to {b.name}", f"region:road-{_code(a)}-to-{_code(b)}"
        )

    def border_of(self, a: Place, b: Place, km: float = _BORDER_KM) -> Optional[Footprint]:
        """What lies along a common border, `km` to each side of it; None when the two places have none."""
        first, second = self.polygon_of(a), self.polygon_of(b)
        if first is None or second is None:
            return None
        line = shapely.intersection(first.boundary, second.boundary)
        if line.length < 0.05:  # they touch in a point, or a disputed area lies between
            line = shapely.intersection(grown(first, km / 2.0), second.boundary)
        if line.is_empty or line.length < 0.05:
            return None
        area = multi(shapely.intersection(grown(line, km), shapely.union_all([first, second])))
        if area.is_empty:
            return None
        same = a if a.country == b.country else Place("", "", PlaceKind.REGION, a.point)
        return self._area(
            area, same, f"Border of {a.name} and {b.name}", 5, f"region:border-{_code(a)}-{_code(b)}"
        )

    def sea(self, name: str) -> Optional[Footprint]:
        """A sea by name, None when there is none of it."""
        found = (c.place for c in self._gazetteer.lookup(name) if c.place.kind is PlaceKind.SEA)
        place = next(found, None)
        return self.footprint_of(place) if place is not None else None

    # -- footprints --------------------------------------------------------------------------------------------------

    def _area(
        self,
        area: Any,
        place: Place,
        name: str,
        precision: int,
        place_id: str,
        point: Optional[LonLat] = None,
    ) -> Footprint:
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

    def _disc_at(self, point: LonLat, km: float, place: Place, name: str, place_id: str) -> Footprint:
        area = disc(point, km)
        return Footprint(
            point,
            name,
            2,
            round(km * 1000.0),
            place_id,
            self.country_of(place),
            place.admin1 or None,
            None,
            None,
            shapely.to_wkb(multi(area), byte_order=1),
        )

    def _corridor(self, a: Place, b: Place, share: float, name: str, place_id: str) -> Footprint:
        line = shapely.LineString([a.point, b.point])
        width = max(3.0, distance_km(a.point, b.point) * share)
        middle = LonLat((a.point.lon + b.point.lon) / 2.0, (a.point.lat + b.point.lat) / 2.0)
        same = a if a.country == b.country else Place("", "", PlaceKind.REGION, middle)
        if a.admin1_code != b.admin1_code and same is a:
            same = Place("", "", PlaceKind.REGION, middle, country=a.country)
        return self._area(multi(grown(line, width)), same, name, 5, place_id, middle)


def radius_m(place: Place) -> float:
    """The radius that should contain what happens "in" a place without a polygon; towns 2 to 5 km by population."""
    if place.kind is PlaceKind.TOWN:
        return 2000.0 + 750.0 * min(4.0, max(0.0, math.log10(place.population + 1) - 3.0))
    return _USUAL_RADIUS_M[place.kind]


def _adjectives(directions: Sequence[str]) -> str:
    words = ["central" if word == "central" else f"{word}ern" for word in directions]
    return _listed(words).capitalize()


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _joined(names: Sequence[str]) -> str:
    """Names in a row; a last word that all share is said once: "North and South Waziristan"."""
    heads, lasts = zip(*(name.rpartition(" ")[::2] for name in names))
    return f"{_listed(heads)} {lasts[0]}" if len(set(lasts)) == 1 and all(heads) else _listed(names)


def _plain(place: Place) -> str:
    return place.name[4:] if place.name.startswith("The ") else place.name


def _code(place: Place) -> str:
    """Stands for a place inside an id: ``AF``, ``AF.23``, or the number."""
    if place.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1):
        return ".".join(code for code in (place.country, place.admin1_code) if code)
    return place.place_id.partition(":")[2]
