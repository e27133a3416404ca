"""Looks names up in the expanded database that ships: rows to places, each made once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional, Union

from ..core.footprint import LonLat
from .distances import distance_km
from .place import Candidate, Place, PlaceKind
from .place_rows import COLUMNS, KINDS, MATCHES, opened, place_of, stored_id
from .store import cell_of

_COLUMNS = f"places.row, {COLUMNS}"
_CACHED = 50_000  # places


class ShippedPlaces:
    """The places that ship, read-only.

    Parameters
    ----------
    path : Path
        The expanded database.

    Raises
    ------
    GazetteerError
        It is damaged.
    """

    def __init__(self, path: Path) -> None:
        self.connection = opened(
            path, f"{path} is not a gazetteer", "Delete it; it is made again.", immutable=True
        )
        self._places: dict[int, Place] = {}
        self._by_id: dict[Union[int, str], Optional[Place]] = {}
        self._units: Optional[dict[tuple[str, str], Place]] = None
        self._capitals: Optional[dict[str, Place]] = None
        self._seats: Optional[dict[tuple[str, str], Place]] = None

    def close(self) -> None:
        """Gives the database back."""
        self.connection.close()

    def lookup(self, key: str) -> tuple[Candidate, ...]:
        """The places of this name, best first."""
        rows = self.connection.execute(
            f"SELECT names.match, names.spelling, {_COLUMNS} FROM names JOIN places ON places.row = names.place "
            "WHERE key = ? ORDER BY place_order",
            (key,),
        )
        found = []
        for match, spelling, *fields in rows:
            place = self._place_of(fields)
            found.append(Candidate(place, MATCHES[match], spelling or place.name))
        return tuple(found)

    def place(self, place_id: str) -> Optional[Place]:
        """The place with this id, None when there is none."""
        known = stored_id(place_id)
        if known not in self._by_id:
            if len(self._by_id) > _CACHED:
                self._by_id.clear()
            self._by_id[known] = next(iter(self._many("id = ?", known)), None)
        return self._by_id[known]

    def unit(self, country: str, admin1_code: str = "") -> Optional[Place]:
        """A country by its alpha-2 code, or a first-level unit of it by GeoNames' code."""
        if self._units is None:
            units = self._many("feature IN ('PCLI', 'ADM1')")
            self._units = {(place.country, place.admin1_code): place for place in units}
        return self._units.get((country.upper(), admin1_code.upper()))

    def capital(self, iso2: str) -> Optional[Place]:
        """The capital of a country, None when there is none or the code is unknown."""
        if self._capitals is None:
            self._capitals = {
                place.country: place for place in self._many("feature = 'PPLC' ORDER BY population")
            }
        return self._capitals.get(iso2.upper())

    def seat(self, country: str, admin1_code: str) -> Optional[Place]:
        """The town that a first-level unit is governed from, None when there is none or the code is unknown."""
        if self._seats is None:
            towns = self._many("feature IN ('PPLA', 'PPLC') ORDER BY population")
            self._seats = {(town.country, town.admin1_code): town for town in towns if town.admin1_code}
        return self._seats.get((country.upper(), admin1_code.upper()))

    def near(self, point: LonLat, km: float, limit: int = 20) -> tuple[Place, ...]:
        """Towns within `km` kilometres of a point, the nearest first, `limit` at most."""
        reach = km / 111.0
        wide = min(180.0, reach / max(0.01, math.cos(math.radians(min(89.0, abs(point.lat) + reach)))))
        cells = {
            cell_of((lon + 180.0) % 360.0 - 180.0, lat)
            for lat in range(
                max(-90, math.floor(point.lat - reach)), min(90, math.floor(point.lat + reach)) + 1
            )
            for lon in range(math.floor(point.lon - wide), math.floor(point.lon + wide) + 1)
        }
        towns: list[tuple[float, Place]] = []
        for cell in cells:
            for place in self._many("cell = ? AND kind = ?", cell, KINDS.index(PlaceKind.TOWN)):
                distance = distance_km(point, place.point)
                if distance <= km:
                    towns.append((distance, place))
        towns.sort(key=lambda pair: (pair[0], pair[1].place_id))
        return tuple(place for _, place in towns[:limit])

    def towns_of(self, country: str, admin1_code: str = "", admin2_code: str = "") -> tuple[Place, ...]:
        """The towns of a country, or of a first- or second-level unit of it."""
        condition = "kind = ? AND country = ?"
        values: list[Any] = [KINDS.index(PlaceKind.TOWN), country]
        for column, code in (("admin1_code", admin1_code), ("admin2_code", admin2_code)):
            if code:
                condition += f" AND {column} = ?"
                values.append(code)
        return tuple(self._many(condition, *values))

    def _place_of(self, fields: Sequence[Any]) -> Place:
        row = fields[0]
        place = self._places.get(row)
        if place is None:
            place = place_of(fields[1:])
            if len(self._places) > _CACHED:
                self._places.clear()
            self._places[row] = place
        return place

    def _many(self, condition: str, *values: Any) -> list[Place]:
        rows = self.connection.execute(f"SELECT {_COLUMNS} FROM places WHERE {condition}", values)
        return [self._place_of(fields) for fields in rows.fetchall()]
