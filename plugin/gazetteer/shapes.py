"""What lies near, between, along and off places, as footprints with areas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Optional

import shapely

from ..core.footprint import Footprint, LonLat
from .areas import CACHED, Areas, code_of, listed
from .directions import BEARINGS, Frame
from .distances import destination, distance_km
from .geometry import disc, grown, main_land, multi
from .outlines import outlines
from .place import Place, PlaceKind

if TYPE_CHECKING:
    from .gazetteer import Gazetteer

_BORDER_KM = 25.0  # to each side of a border
_MEETING_KM = 80.0  # from each of the places that meet
_COAST_KM = 25.0  # inland from a coast
_OFF_KM = 50.0  # out to sea from a coast
_NEAR_KM = {PlaceKind.TOWN: 15.0, PlaceKind.SPOT: 5.0}
_NEAR_AREA_KM = 25.0  # around something that has an area


class Shapes(Areas):
    """Shapes of the places of a gazetteer; one per gazetteer, `Gazetteer.shapes`.

    Footprints that it makes are in EPSG:4326 and valid; areas are MultiPolygons. Those along borders, whose lines are
    long, are kept.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__(gazetteer)
        self._borders: dict[tuple[Place, Place, float, bool], Optional[Footprint]] = {}

    def near(self, place: Place, km: Optional[float] = None) -> Footprint:
        """What lies near a place ("outside X", "40 km from X"): a disc around a town, an area with a rim.

        It is named behind the place that is known, as in UCDP and ACLED, so that both stand together in a table.
        """
        name = f"{place.name}, surroundings" if km is None else f"{place.name}, within {km:.0f} km"
        polygon = self.polygon_of(place)
        if polygon is None or polygon.is_empty:
            reach = km if km is not None else _NEAR_KM.get(place.kind, _NEAR_AREA_KM)
            return self._disc_at(place.point, reach, place, name, f"region:near-{code_of(place)}")
        reach = km if km is not None else _NEAR_AREA_KM
        area = multi(grown(polygon, reach))
        return self.area_of(area, place, name, 5, f"region:near-{code_of(place)}")

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
        name = f"{place.name}, {km:.2g} km {wind}" if km < 10.0 else f"{place.name}, {km:.0f} km {wind}"
        return self._disc_at(
            point, max(2.0, km / 4.0), place, name, f"region:{code_of(place)}-{km:g}km-{wind}"
        )

    def between(self, a: Place, b: Place) -> Footprint:
        """What lies between two places: a corridor along the straight line, as wide as a quarter of its length."""
        return self._corridor(
            a, b, 0.125, f"Between {a.name} and {b.name}", f"region:{code_of(a)}-to-{code_of(b)}"
        )

    def road_between(self, a: Place, b: Place) -> Footprint:
        """The road between two places: a corridor along the straight line, wide enough for the bends of a road."""
        return self._corridor(
            a, b, 0.1, f"Road from {a.name} to {b.name}", f"region:road-{code_of(a)}-to-{code_of(b)}"
        )

    def border_of(self, a: Place, b: Place, km: float = _BORDER_KM) -> Optional[Footprint]:
        """What lies along a common border, `km` to each side of it; None when the two places have none."""
        return self._kept(a, b, km, is_common=True)

    def borders_of(self, a: Place, b: Place, km: float = _BORDER_KM) -> Optional[Footprint]:
        """What lies within `km` of the borders of either of two places that have none in common; inside of them."""
        return self._kept(a, b, km, is_common=False)

    def _kept(self, a: Place, b: Place, km: float, is_common: bool) -> Optional[Footprint]:
        key = (a, b, km, is_common)
        if key not in self._borders:
            if len(self._borders) > CACHED:
                self._borders.clear()
            self._borders[key] = (self._common_border if is_common else self._both_borders)(a, b, km)
        return self._borders[key]

    def _common_border(self, a: Place, b: Place, km: float) -> Optional[Footprint]:
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
        return self.area_of(
            area, same, f"Border of {a.name} and {b.name}", 5, f"region:border-{code_of(a)}-{code_of(b)}"
        )

    def _both_borders(self, a: Place, b: Place, km: float) -> Optional[Footprint]:
        areas = [area for area in (self.polygon_of(a), self.polygon_of(b)) if area is not None]
        if len(areas) < 2:
            return None
        strips = [shapely.intersection(grown(area.boundary, km), area) for area in areas]
        both = Place("", "", PlaceKind.REGION, a.point)
        name = f"Borders of {a.name} and {b.name}"
        return self.area_of(
            multi(shapely.union_all(strips)), both, name, 5, f"region:borders-{code_of(a)}-{code_of(b)}"
        )

    def meeting_of(self, places: Sequence[Place]) -> Optional[Footprint]:
        """Where three places meet ("the tri-border area of X, Y and Z"); None when they are not that near."""
        areas = [self.polygon_of(place) for place in places]
        if any(area is None for area in areas):
            return None
        area = multi(shapely.intersection_all([grown(area, _MEETING_KM) for area in areas]))
        if area.is_empty:
            return None
        name = f"Tri-border area of {listed([place.name for place in places])}"
        same = Place("", "", PlaceKind.REGION, places[0].point)
        return self.area_of(
            area, same, name, 5, f"region:meeting-{'+'.join(code_of(place) for place in places)}"
        )

    def coast_of(
        self, place: Place, directions: Sequence[str] = (), is_off: bool = False
    ) -> Optional[Footprint]:
        """The coast of a place, or the waters off it; None for a place without outline or without coast.

        Parameters
        ----------
        directions : sequence of str
            Of the part of the coast that is meant; none for all of it.
        is_off : bool
            Whether the sea before the coast is meant.
        """
        polygon = self.polygon_of(place)
        if polygon is None or polygon.is_empty:
            return None
        land = main_land(polygon)
        around = grown(land, _OFF_KM)
        known = outlines()
        beside = [known.polygons[at] for at in known.tree.query(around, predicate="intersects")]
        waters = multi(shapely.difference(around, shapely.union_all([land, *beside])))
        if waters.is_empty:
            return None
        area = waters if is_off else multi(shapely.intersection(grown(waters, _COAST_KM), land))
        if directions and not area.is_empty:
            frame = Frame(land)
            sectors = shapely.union_all([frame.sector(direction) for direction in directions])
            area = multi(shapely.intersection(area, sectors))
        if area.is_empty:
            return None
        wind = f"{listed(list(directions))} ".capitalize() if directions else ""
        name = f"{wind}coast of {place.name}" if wind else f"Coast of {place.name}"
        name = f"Off the {name[0].lower()}{name[1:]}" if is_off else name
        coast_id = f"region:{'off-' if is_off else ''}coast-{code_of(place)}{'-' if wind else ''}{'+'.join(directions)}"
        return self.area_of(area, place, name, 5, coast_id)

    def sea(self, name: str) -> Optional[Footprint]:
        """A sea by name, None when there is none of it."""
        found = (c.place for c in self._gazetteer.lookup(name) if c.place.kind is PlaceKind.SEA)
        place = next(found, None)
        return self.footprint_of(place) if place is not None else None

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
        return self.area_of(multi(grown(line, width)), same, name, 5, place_id, middle)
