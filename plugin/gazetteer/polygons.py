"""The polygon of every place that has one: stored, put together from pieces, or made from the towns of a unit."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Optional

from ..core.errors import MissingDependency
from ..core.footprint import LonLat
from ..resources import ROOT
from .distances import DEGREE_KM
from .geometry import disc, joined, main_land, multi, nearest_part, size_of
from .outlines import Piece, outlines
from .place import Place, PlaceKind

try:
    import shapely
except ModuleNotFoundError as missing:
    raise MissingDependency("shapely", "read") from missing

_LEAST_REACH_KM = 25.0

if TYPE_CHECKING:
    from .gazetteer import Gazetteer


class Polygons:
    """Polygons of the places of a gazetteer, each made once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._polygons: dict[str, Any] = {}

    def of(self, place: Place) -> Optional[Any]:
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
        return known.union(known.of_unit(code)) or self._from_towns(country, admin1_code, admin2_code)

    def _from_towns(self, country: str, admin1_code: str, admin2_code: str) -> Optional[Any]:
        """The unit as what is nearer to its own towns than to others, on the pieces of land that hold them.

        A district ends as far from its towns as towns there lie apart on average, 25 km at least: what lies beyond, in
        a desert or a mountain range, nobody knows.
        """
        known = outlines()
        own = {town.point for town in self._gazetteer.towns_of(country, admin1_code, admin2_code)}
        if not own:
            return None
        _, hosts = known.tree.query([shapely.Point(point) for point in own], predicate="intersects")
        land = known.union(sorted(at for at in set(hosts.tolist()) if known.pieces[at].country == country))
        if land is None:
            return None
        around = {
            town.point for town in self._gazetteer.towns_of(country, admin1_code if admin2_code else "")
        }
        shapely.prepare(land)
        inside = sorted(point for point in own | around if shapely.intersects_xy(land, *point))
        cells = nearest_part(land, inside, own)
        if admin2_code:
            apart_km = DEGREE_KM * math.sqrt(size_of(land) / len(inside))
            within = [disc(point, max(_LEAST_REACH_KM, apart_km)) for point in inside if point in own]
            cells = multi(shapely.intersection(cells, shapely.union_all(within)))
        return None if cells.is_empty else cells

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

    def admin_of(self, point: LonLat) -> tuple[Optional[str], Optional[str]]:
        """Country by the policy for disputed areas, and name of the first-level unit; None at sea."""
        known = outlines()
        at = known.at(point)
        if at is None:
            return None, None
        unit = self._gazetteer.admin1(*self._unit_at(point, known.pieces[at]))
        return known.country_of(at, self._gazetteer.disputed) or None, unit.name if unit is not None else None

    def _unit_at(self, point: LonLat, piece: Piece) -> tuple[str, str]:
        """Country and GeoNames code of the first-level unit at a point of a piece.

        Where the piece does not tell the unit, the nearest town does; the code is empty where none is near.
        """
        if piece.admin1_code or not piece.country:
            return piece.country, piece.admin1_code
        towns = (town for town in self._gazetteer.near(point, 100.0, 50) if town.country == piece.country)
        return piece.country, next((town.admin1_code for town in towns if town.admin1_code), "")


@lru_cache(maxsize=1)
def _regions() -> dict[str, tuple[str, ...]]:
    with (ROOT / "gazetteer" / "regions.csv").open(encoding="utf-8", newline="") as stream:
        lines = csv.DictReader(stream)
        return {f"{line['kind']}:{line['region']}": tuple(line["members"].split()) for line in lines}


def members_of(region_id: str) -> tuple[str, ...]:
    """What a curated region consists of (see ``regions.csv``), empty for another place."""
    return _regions().get(region_id, ())
