"""What the user's files of places hold, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..core.footprint import LonLat
from .place import PlaceKind


@dataclass(frozen=True)
class UserPlace:
    """A place as a user's file has it; empty texts and zeros where the file says nothing."""

    name: str
    point: LonLat
    kind: PlaceKind
    number: str = ""  # GeoNames number
    aliases: tuple[str, ...] = ()
    feature: str = ""
    country: str = ""
    admin1: str = ""
    admin1_code: str = ""
    admin2: str = ""
    admin2_code: str = ""
    population: int = 0
    radius_m: float = 0.0
    polygon_wkb: Optional[bytes] = None


@dataclass(frozen=True)
class Unusable:
    """A row that gives no place, and why."""

    problem: str
