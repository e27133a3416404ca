"""Distances on the sphere."""

from __future__ import annotations

import math

from ..core.footprint import LonLat

EARTH_KM = 6_371.009  # mean radius
DEGREE_KM = EARTH_KM * math.pi / 180.0  # of latitude


def distance_km(a: LonLat, b: LonLat) -> float:
    """Great-circle distance on a sphere of 6,371.009 km."""
    half = math.sin(math.radians(b.lat - a.lat) / 2) ** 2
    half += (
        math.cos(math.radians(a.lat))
        * math.cos(math.radians(b.lat))
        * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def destination(point: LonLat, km: float, bearing: float) -> LonLat:
    """Where one arrives after `km` kilometres on a great circle that starts at `bearing` degrees from north."""
    lat, angle, turn = math.radians(point.lat), km / EARTH_KM, math.radians(bearing)
    lat2 = math.asin(math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(turn))
    east = math.atan2(
        math.sin(turn) * math.sin(angle) * math.cos(lat), math.cos(angle) - math.sin(lat) * math.sin(lat2)
    )
    return LonLat((point.lon + math.degrees(east) + 540.0) % 360.0 - 180.0, math.degrees(lat2))
