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
        if key and (key not in self.names or match < self.names[key][0]):
            self.names[key] = (match, spelling)

    def call_without_kind(self, spelling: str) -> None:
        """Adds the name without its word for the kind of unit, if it has one."""
        bare = without_kind(spelling)
        if bare != spelling:
            self.call(bare, NameMatch.ASCII)


def rank(row: Row, match: NameMatch, towns: set[tuple[str, str]]) -> int:
    """Where a name of a place stands among the places that share the name; the lower the better.

    Countries by any name, then first-level units, regions and seas, then towns, second-level units, other names of
    towns. A first-level unit that bears the name of a town inside it (`towns` has country and unit of the towns of this
    name) stands behind the town, and so does one that is named for a town beside it ("Moscow Oblast"): a writer who
    means the province says so.
    """
    if row.kind is PlaceKind.COUNTRY:
        return 0
    if row.kind in (PlaceKind.REGION, PlaceKind.SEA):
        return 1
    if row.kind is PlaceKind.ADMIN1:
        has_town = (row.country, row.admin1_code) in towns
        around_town = match is NameMatch.ASCII and any(country == row.country for country, _ in towns)
        return 3 if match is NameMatch.ALTERNATE or has_town or around_town else 1
    if row.kind is PlaceKind.ADMIN2:
        return 6 if match is NameMatch.ALTERNATE else 4
    return 5 if match is NameMatch.ALTERNATE else 2


def metres(lon1: Any, lat1: Any, lon2: Any, lat2: Any) -> Any:
    """Great-circle distance, of numbers or of arrays."""
    lon1, lat1, lon2, lat2 = (np.radians(angle) for angle in (lon1, lat1, lon2, lat2))
    half = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6_371_009.0 * np.arcsin(np.sqrt(np.minimum(1.0, half)))
