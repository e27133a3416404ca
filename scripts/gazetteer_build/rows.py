"""The rows of the built gazetteer while they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from event_timeline.gazetteer.names import name_key, without_kind
from event_timeline.gazetteer.place import NameMatch, PlaceKind


@dataclass
class Row:
    """A place with its names; `lon` and `lat` are NaN until they are known."""

    place_id: str
    name: str
    kind: PlaceKind
    lon: float = float("nan")
    lat: float = float("nan")
    feature: str = ""
    country: str = ""
    admin1_code: str = ""
    admin2_code: str = ""
    population: int = 0
    radius_m: float = 0.0
    names: dict[str, tuple[NameMatch, str]] = field(default_factory=dict)  # key -> best match, spelling

    def __post_init__(self) -> None:
        self.call(self.name, NameMatch.PRIMARY)

    @property
    def unit(self) -> str:
        """GeoNames code of the unit that it is: ``AF``, ``AF.28`` or ``AF.23.2416``."""
        return ".".join(code for code in (self.country, self.admin1_code, self.admin2_code) if code)

    def call(self, spelling: str, match: NameMatch) -> None:
        """Adds a name, unless a better one has the same key already."""
        key = name_key(spelling)
        for form in (key, key[4:] if key.startswith("the ") else ""):  # "The Bronx" is found as "Bronx" too
            if form and (form not in self.names or match < self.names[form][0]):
                self.names[form] = (match, spelling)

    def call_without_kind(self, spelling: str) -> None:
        """Adds the name without its word for the kind of unit, if it has one."""
        bare = without_kind(spelling)
        if bare != spelling:
            self.call(bare, NameMatch.ASCII)


def is_seat(row: Row) -> bool:
    """Whether a town is one that a first-level unit may be named for."""
    return row.feature in ("PPLC", "PPLA") or row.population > 100_000


def rank(row: Row, match: NameMatch, towns: list[Row]) -> int:
    """Where a name of a place stands among the places that share the name; the lower the better.

    Countries by any name, then seas and regions, then first-level units and capitals, then towns, second-level units,
    other names of towns. A first-level unit that bears the name of a seat inside it (`towns` are those of this name)
    stands behind the towns, and so does one that is named for a town beside it ("Moscow Oblast") or for the capital
    beside it: a writer who means the province says so.
    """
    if row.kind is PlaceKind.COUNTRY:
        return 0
    if row.kind in (PlaceKind.REGION, PlaceKind.SEA):
        return 1
    if row.kind is PlaceKind.ADMIN1:
        return 4 if match is NameMatch.ALTERNATE or _is_named_for_town(row, match, towns) else 2
    if row.kind is PlaceKind.ADMIN2:
        return 7 if match is NameMatch.ALTERNATE else 5
    if match is NameMatch.ALTERNATE:
        return 6
    return 2 if row.feature == "PPLC" and match is NameMatch.PRIMARY else 3


def _is_named_for_town(unit: Row, match: NameMatch, towns: list[Row]) -> bool:
    for town in towns:
        if town.country != unit.country:
            continue
        if town.admin1_code == unit.admin1_code and is_seat(town):
            return True
        is_beside = metres(unit.lon, unit.lat, town.lon, town.lat) <= 1.2 * unit.radius_m
        if is_beside and (match is NameMatch.ASCII or town.feature == "PPLC"):
            return True
    return False


def metres(lon1: Any, lat1: Any, lon2: Any, lat2: Any) -> Any:
    """Great-circle distance, of numbers or of arrays."""
    lon1, lat1, lon2, lat2 = (np.radians(angle) for angle in (lon1, lat1, lon2, lat2))
    half = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6_371_009.0 * np.arcsin(np.sqrt(np.minimum(1.0, half)))
