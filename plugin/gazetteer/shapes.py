"""Places and parts of places as shapes: polygons, directional parts, surroundings, borders.

One rule for directions: positions are measured from the centroid of the place's main body, in units of half its width
and half its height; what lies farther out than 1.25 (overseas parts) belongs to no direction.

* A country of many first-level units, none of them large, is kept to whole units: a direction takes those whose centre
  lies within 60 degrees of it (40 for north-east and its like) and not in the middle, within 0.3.
* Any other polygon is cut: a direction takes the half beyond the centroid (north-east and its like a quarter).
* "Central" is what lies within 0.35, of both.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Optional

import numpy as np

from ..core.errors import MissingDependency
from ..core.footprint import Footprint, LonLat
from ..resources import ROOT
from .outlines import inner_point, joined, main_body, main_land, multi, outlines, size_of
from .place import Place, PlaceKind

try:
    import shapely
except ModuleNotFoundError as missing:
    raise MissingDependency("shapely", "read") from missing

if TYPE_CHECKING:
    from .gazetteer import Gazetteer

_UNIT_SECTOR = {4: 60.0, 8: 40.0}  # degrees to each side: of the four winds, of those between them
_CUT_SECTOR = {4: 90.0, 8: 45.0}
_MIDDLE = 0.3
_CENTRE = 0.35
_OVERSEAS = 1.25
_FEWEST_UNITS = 9  # of a country whose parts are kept to whole units
_LARGEST_UNIT = 0.2  # share of the country's area
_BORDER_KM = 25.0  # to each side of a border
_NEAR_KM = {PlaceKind.TOWN: 15.0, PlaceKind.SPOT: 5.0}
_NEAR_AREA_KM = 25.0  # around something that has an area

_BEARINGS = {
    "north": 0.0,
    "north-east": 45.0,
    "east": 90.0,
    "south-east": 135.0,
    "south": 180.0,
    "south-west": 225.0,
    "west": 270.0,
    "north-west": 315.0,
}
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
    return next((name for name in _BEARINGS if name.replace("-", "") == plain), None)


class Shapes:
    """Shapes of the places of a gazetteer; one per gazetteer, `Gazetteer.shapes`.

    Footprints that it makes are in EPSG:4326 and valid; areas are MultiPolygons.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._polygons: dict[str, Any] = {}
        self._parts: dict[tuple[str, tuple[str, ...]], Footprint] = {}

    # -- places ------------------------------------------------------------------------------------------------------

    def polygon_of(self, place: Place) -> Optional[Any]:
        """The polygon of a place (a shapely MultiPolygon); None for a town, and where nothing is known.

        Units that the stored outlines do not know are put together from the Voronoi cells of their towns, within the
        pieces of land that hold these towns: approximate, right to some kilometres where towns are dense.
        """
        if place.place_id not in self._polygons:
            self._polygons[place.place_id] = self._made(place)
        return self._polygons[place.place_id]

    def _made(self, place: Place) -> Optional[Any]:
        known = outlines()
        users = self._gazetteer.polygon_wkb(place.place_id)
        if users is not None:
            return multi(shapely.from_wkb(users))
        if place.place_id in known.seas:
            return known.seas[place.place_id]
        if place.kind is PlaceKind.COUNTRY:
            return known.union(known.of_country(place.country, self._gazetteer.disputed))
        if place.kind in (PlaceKind.REGION, PlaceKind.SEA):
            return self._union(members_of(place.place_id))
        if place.kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2):
            return self._unit(place.country, place.admin1_code, place.admin2_code)
        return None

    def _unit(self, country: str, admin1_code: str, admin2_code: str = "") -> Optional[Any]:
        known = outlines()
        code = ".".join(part for part in (country, admin1_code, admin2_code) if part)
        return known.union(known.of_unit(code)) or self._cells(country, admin1_code, admin2_code)

    def _cells(self, country: str, admin1_code: str, admin2_code: str) -> Optional[Any]:
        """The unit as the Voronoi cells of its towns."""
        known = outlines()
        own = self._gazetteer.towns_of(country, admin1_code, admin2_code)
        if not own:
            return None
        _, hosts = known.tree.query([shapely.Point(town.point) for town in own], predicate="intersects")
        land = known.union(sorted(at for at in set(hosts.tolist()) if known.pieces[at].country == country))
        if land is None:
            return None
        shapely.prepare(land)
        around = self._gazetteer.towns_of(country, admin1_code if admin2_code else "")
        inside = [town for town in around if shapely.contains_xy(land, *town.point)]
        ids = {town.place_id for town in own}
        if not any(town.place_id in ids for town in inside):
            return None
        scale = _scale(land.centroid.y)
        points = shapely.MultiPoint([(town.point.lon * scale, town.point.lat) for town in inside])
        bounds = _scaled(land, scale)
        if len(inside) > 1:
            cells = shapely.voronoi_polygons(points, extend_to=bounds).geoms
            tree = shapely.STRtree(list(cells))
            at_cell = tree.query(list(points.geoms), predicate="intersects")
            chosen = {cell for town, cell in at_cell.T if inside[town].place_id in ids}
            bounds = shapely.intersection(shapely.union_all([cells[cell] for cell in sorted(chosen)]), bounds)
        return multi(_scaled(bounds, 1.0 / scale)) or None

    def _union(self, members: Sequence[str]) -> Optional[Any]:
        """The members of a curated region as one shape; see ``regions.csv`` for how they are written."""
        shapes = [shape for shape in map(self._member, members) if shape is not None]
        if not shapes:
            return None
        is_coverage = all(outlines().of_unit(member) for member in members)
        return joined(shapes) if is_coverage else multi(shapely.union_all(shapes))

    def _member(self, member: str) -> Optional[Any]:
        known = outlines()
        kind, _, rest = member.rpartition(":")
        if kind == "piece":
            return known.union(known.of_unit(rest))
        if kind == "disputed":
            return known.union(known.of_disputed(rest))
        if kind == "sea":
            return known.seas[member]
        if kind == "box":
            return shapely.box(*(float(side) for side in rest.split(",")))
        if "." not in member:  # without what lies overseas: France in Europe is not Guiana
            country = known.union(known.of_country(member, "iso"))
            return main_land(country) if country is not None else None
        country, admin1_code, *admin2_code = member.split(".")
        return self._unit(country, admin1_code, *admin2_code)

    def footprint_of(self, place: Place) -> Footprint:
        """A place with its area where it has one, its precision and its radius."""
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

    def unit_at(self, point: LonLat) -> tuple[str, str]:
        """Country and GeoNames code of the first-level unit at a point or within a degree; empty where none is.

        Where the stored outlines do not tell the unit, the nearest town does.
        """
        known = outlines()
        at = known.at(point)
        at = known.nearest(point, 1.0) if at is None else at
        if at is None:
            return "", ""
        piece = known.pieces[at]
        if piece.admin1_code or not piece.country:
            return piece.country, piece.admin1_code
        towns = (town for town in self._gazetteer.near(point, 100.0, 50) if town.country == piece.country)
        return piece.country, next((town.admin1_code for town in towns if town.admin1_code), "")

    def admin_of(self, point: LonLat) -> tuple[Optional[str], Optional[str]]:
        """Country by the policy for disputed areas, and name of the first-level unit; None at sea."""
        known = outlines()
        at = known.at(point)
        if at is None:
            return None, None
        unit = self._gazetteer.admin1(*self.unit_at(point))
        return known.country_of(at, self._gazetteer.disputed) or None, unit.name if unit is not None else None

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
        if not wanted or any(word != "central" and word not in _BEARINGS for word in wanted):
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
        frame = _Frame(whole)
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

    def _units_of(self, place: Place, frame: _Frame) -> list[Any]:
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
        shapes = [self.polygon_of(place) or _disc(place.point, radius_m(place) / 1000.0) for place in places]
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
        area = multi(_grown(polygon, reach))
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
        wind = min(_BEARINGS, key=lambda name: abs((_BEARINGS[name] - bearing + 180.0) % 360.0 - 180.0))
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
            line = shapely.intersection(_grown(first, km / 2.0), second.boundary)
        if line.is_empty or line.length < 0.05:
            return None
        area = multi(shapely.intersection(_grown(line, km), shapely.union_all([first, second])))
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
            round(_reach_m(main_land(area), centre)),
            place_id,
            self.country_of(place),
            place.admin1 or None,
            place.admin2 or None,
            place.feature or None if place_id == place.place_id else None,
            shapely.to_wkb(shapely.normalize(area), byte_order=1),
        )

    def _disc_at(self, point: LonLat, km: float, place: Place, name: str, place_id: str) -> Footprint:
        area = _disc(point, km)
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
        from .gazetteer import distance_km

        line = shapely.LineString([a.point, b.point])
        width = max(3.0, distance_km(a.point, b.point) * share)
        middle = LonLat((a.point.lon + b.point.lon) / 2.0, (a.point.lat + b.point.lat) / 2.0)
        same = a if a.country == b.country else Place("", "", PlaceKind.REGION, middle)
        if a.admin1_code != b.admin1_code and same is a:
            same = Place("", "", PlaceKind.REGION, middle, country=a.country)
        return self._area(multi(_grown(line, width)), same, name, 5, place_id, middle)


class _Frame:
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
        aside = abs((math.degrees(math.atan2(x, y)) - _BEARINGS[direction] + 180.0) % 360.0 - 180.0)
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
        angles = [math.radians(_BEARINGS[direction] - width + step * width / 4.0) for step in range(9)]
        rim = [self._position(9.0 * math.sin(angle), 9.0 * math.cos(angle)) for angle in angles]
        wedge = shapely.Polygon([self._position(0.0, 0.0), *rim])
        corners = self._position(-_OVERSEAS, -_OVERSEAS), self._position(_OVERSEAS, _OVERSEAS)
        return shapely.intersection(wedge, shapely.box(*corners[0], *corners[1]))

    def _within(self, point: LonLat) -> tuple[float, float]:
        return (point.lon - self.centre.x) / self._half[0], (point.lat - self.centre.y) / self._half[1]

    def _position(self, x: float, y: float) -> tuple[float, float]:
        return self.centre.x + x * self._half[0], self.centre.y + y * self._half[1]


def radius_m(place: Place) -> float:
    """The radius that should contain what happens "in" a place without a polygon; towns 2 to 5 km by population."""
    if place.kind is PlaceKind.TOWN:
        return 2000.0 + 750.0 * min(4.0, max(0.0, math.log10(place.population + 1) - 3.0))
    return _USUAL_RADIUS_M[place.kind]


def destination(point: LonLat, km: float, bearing: float) -> LonLat:
    """Where one arrives after `km` kilometres on a great circle that starts at `bearing` degrees from north."""
    lat, angle, turn = math.radians(point.lat), km / 6_371.009, math.radians(bearing)
    lat2 = math.asin(math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(turn))
    east = math.atan2(
        math.sin(turn) * math.sin(angle) * math.cos(lat), math.cos(angle) - math.sin(lat) * math.sin(lat2)
    )
    return LonLat((point.lon + math.degrees(east) + 540.0) % 360.0 - 180.0, math.degrees(lat2))


@lru_cache(maxsize=1)
def _regions() -> dict[str, tuple[str, ...]]:
    with (ROOT / "gazetteer" / "regions.csv").open(encoding="utf-8", newline="") as stream:
        lines = csv.DictReader(stream)
        return {f"{line['kind']}:{line['region']}": tuple(line["members"].split()) for line in lines}


def members_of(region_id: str) -> tuple[str, ...]:
    """What a curated region consists of (see ``regions.csv``), empty for another place."""
    return _regions().get(region_id, ())


def _winds(direction: str) -> int:
    """4 for one of the four winds, 8 for one between them."""
    return 8 if "-" in direction else 4


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


def _reach_m(area: Any, centre: LonLat) -> float:
    lon, lat = np.radians(shapely.get_coordinates(area)).T
    lon0, lat0 = math.radians(centre.lon), math.radians(centre.lat)
    half = np.sin((lat - lat0) / 2) ** 2 + math.cos(lat0) * np.cos(lat) * np.sin((lon - lon0) / 2) ** 2
    return float(2 * 6_371_009.0 * np.arcsin(np.sqrt(np.minimum(1.0, half.max()))))


def _scale(lat: float) -> float:
    return max(0.05, math.cos(math.radians(lat)))


def _scaled(shape: Any, scale: float) -> Any:
    return shapely.transform(shape, lambda vertices: vertices * (scale, 1.0))


def _grown(shape: Any, km: float) -> Any:
    """A shape with a rim of `km` kilometres, cut at the poles and the date line."""
    scale = _scale(shape.centroid.y)
    grown = _scaled(shapely.buffer(_scaled(shape, scale), km / 111.2), 1.0 / scale)
    return shapely.intersection(grown, shapely.box(-180.0, -90.0, 180.0, 90.0))


def _disc(point: LonLat, km: float) -> Any:
    return multi(_grown(shapely.Point(point), km))
