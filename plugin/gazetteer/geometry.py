"""Operations on areas in longitude and latitude. Needs shapely."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np

from ..core.errors import MissingDependency
from ..core.footprint import LonLat
from .distances import DEGREE_KM, EARTH_KM

try:
    import shapely
except ModuleNotFoundError as missing:
    raise MissingDependency("shapely", "read") from missing

_MAIN_BODY = 0.25  # of the largest part
_RIM = 0.125  # of the width and the height of the main body


def joined(neighbours: Sequence[Any]) -> Any:
    """Polygons that touch but do not overlap as one MultiPolygon."""
    try:
        return multi(shapely.coverage_union_all(neighbours))
    except shapely.GEOSException:  # neighbours that rounding has moved apart; this way is slower
        return multi(shapely.union_all(neighbours))


def multi(geometry: Any) -> Any:
    """The areas of a geometry as one valid MultiPolygon; empty when it has none."""
    if not geometry.is_valid:
        geometry = shapely.make_valid(geometry)
    parts = [part for part in _flat(geometry) if part.geom_type == "Polygon" and part.area > 0]
    return shapely.MultiPolygon(parts)


def main_body(polygon: Any) -> Any:
    """The largest part of a MultiPolygon and the parts of at least a quarter of its size on the ground."""
    parts = shapely.get_parts(polygon)
    latitudes = shapely.get_y(shapely.centroid(parts))
    sizes = shapely.area(parts) * np.cos(np.radians(latitudes))
    return shapely.MultiPolygon(list(parts[sizes >= sizes.max() * _MAIN_BODY]))


def main_land(polygon: Any) -> Any:
    """A MultiPolygon without its overseas parts: those whose centroid lies far outside of the main body's bounds."""
    west, south, east, north = main_body(polygon).bounds
    rim_x, rim_y = (east - west) * _RIM, (north - south) * _RIM
    parts = shapely.get_parts(polygon)
    x, y = shapely.get_coordinates(shapely.centroid(parts)).T
    inside = (x >= west - rim_x) & (x <= east + rim_x) & (y >= south - rim_y) & (y <= north + rim_y)
    return shapely.MultiPolygon(list(parts[inside]))


def inner_point(area: Any) -> LonLat:
    """The centroid where it lies inside, else the centroid of the largest part, else a point on its surface."""
    largest = max(shapely.get_parts(area), key=lambda part: part.area)
    for shape in (area, largest):
        if shape.contains(shape.centroid):
            return LonLat(shape.centroid.x, shape.centroid.y)
    point = largest.point_on_surface()
    return LonLat(point.x, point.y)


def size_of(polygon: Any) -> float:
    """Area on the ground in square degrees of the equator, near enough for comparing."""
    return float(polygon.area * np.cos(np.radians(polygon.centroid.y)))


def reach_m(area: Any, centre: LonLat) -> float:
    """Distance from a point to the farthest vertex of an area."""
    lon, lat = np.radians(shapely.get_coordinates(area)).T
    lon0, lat0 = math.radians(centre.lon), math.radians(centre.lat)
    half = np.sin((lat - lat0) / 2) ** 2 + math.cos(lat0) * np.cos(lat) * np.sin((lon - lon0) / 2) ** 2
    return float(2e3 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, half.max()))))


def scale_at(lat: float) -> float:
    """How long a degree of longitude is at a latitude, in degrees of latitude."""
    return max(0.05, math.cos(math.radians(lat)))


def scaled(shape: Any, scale: float) -> Any:
    """A shape with its longitudes multiplied."""
    return shapely.transform(shape, lambda vertices: vertices * (scale, 1.0))


def grown(shape: Any, km: float) -> Any:
    """A shape with a rim of `km` kilometres, cut at the poles and the date line."""
    scale = scale_at(shape.centroid.y)
    grown = scaled(shapely.buffer(scaled(shape, scale), km / DEGREE_KM), 1.0 / scale)
    return shapely.intersection(grown, shapely.box(-180.0, -90.0, 180.0, 90.0))


def disc(point: LonLat, km: float) -> Any:
    """What lies within `km` kilometres of a point."""
    return multi(grown(shapely.Point(point), km))


def nearest_part(land: Any, points: Sequence[LonLat], own: Collection[LonLat]) -> Any:
    """The part of `land` that is nearer to a point of `own` than to the others: Voronoi cells, united and cut."""
    if len(points) < 2:
        return multi(land)
    scale = scale_at(land.centroid.y)
    spots = [shapely.Point(point.lon * scale, point.lat) for point in points]
    bounds = scaled(land, scale)
    cells = list(shapely.voronoi_polygons(shapely.MultiPoint(spots), extend_to=bounds).geoms)
    pairs = shapely.STRtree(cells).query(spots, predicate="intersects").T
    chosen = sorted({cell for spot, cell in pairs if points[spot] in own})
    return multi(
        scaled(shapely.intersection(shapely.union_all([cells[cell] for cell in chosen]), bounds), 1 / scale)
    )


def _flat(geometry: Any) -> list[Any]:
    parts = list(shapely.get_parts(geometry))
    return [p for part in parts for p in (_flat(part) if hasattr(part, "geoms") else [part])]
