"""A place of the gazetteer, and how well a name fits it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from ..core.footprint import LonLat

DISPUTED_POLICIES = ("neutral", "iso", "de-facto")  # what disputed areas belong to; the first is the default


class PlaceKind(str, Enum):
    """What a place is, from large to small."""

    SEA = "sea"
    REGION = "region"  # informal or of several countries: Sahel, Donbas, Central Asia
    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    TOWN = "town"
    SPOT = "spot"  # a named site of the user's


class NameMatch(int, Enum):
    """How a name fits a place; the lower the better."""

    PRIMARY = 0  # the standard name
    ASCII = 1  # the standard name without diacritics, hyphens or generic words ("Kunar Province")
    ALTERNATE = 2  # another name of it


@dataclass(frozen=True)
class Place:
    """One place.

    Parameters
    ----------
    place_id : str
        ``geonames:1138958``, ``region:donbas``, ``sea:...``, ``user:...``.
    name : str
        Standard name, as GeoNames has it where it is from there.
    kind : PlaceKind
    point : LonLat
        Representative point.
    feature : str
        GeoNames feature code (PCLI, ADM1, PPLC, ...); empty when unknown.
    country : str
        ISO 3166-1 alpha-2; empty for seas and regions of several countries.
    admin1, admin2 : str
        Names of the units that hold it, empty when unknown or above that level.
    admin1_code : str
        GeoNames code of the first-level unit within its country, empty likewise.
    population : int
        0 when unknown.
    admin2_code : str
        GeoNames code of the second-level unit within the first, empty likewise.
    radius_m : float
        Distance from `point` within which the whole unit lies; 0 when unknown, and for towns.
    """

    place_id: str
    name: str
    kind: PlaceKind
    point: LonLat
    feature: str = ""
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    admin1_code: str = ""
    population: int = 0
    admin2_code: str = ""
    radius_m: float = 0.0


class Candidate(NamedTuple):
    """A place that a name may mean."""

    place: Place
    match: NameMatch
    matched_name: str  # the gazetteer's spelling that fits
    is_users: bool = False  # from the user's own rows, which win
