"""Looks names up in the database of the user's own places."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional, Protocol

from ..core.errors import GazetteerError
from ..core.footprint import LonLat
from .place import Candidate, NameMatch, Place, PlaceKind

_KINDS = tuple(PlaceKind)
_MATCHES = tuple(NameMatch)
_COLUMNS = "id, name, kind, lon, lat, feature, country, admin1, admin2, admin1_code, admin2_code, population, radius_m"


class Units(Protocol):
    """Knows first-level units by their codes: the gazetteer that ships."""

    def admin1(self, country: str, code: str) -> Optional[Place]:
        """The unit, None when there is none."""


class UsersPlaces:
    """The user's places, read-only.

    Parameters
    ----------
    path : Path
        The database that `users.add_file` writes.

    Raises
    ------
    GazetteerError
        It is damaged.
    """

    def __init__(self, path: Path) -> None:
        try:
            self.connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
            self.connection.execute("SELECT 1 FROM names LIMIT 1")
        except sqlite3.Error as error:
            raise GazetteerError(
                f"Your places in {path} cannot be read ({error}). Delete the file and add your files again."
            ) from error

    def close(self) -> None:
        """Gives the database back."""
        self.connection.close()

    def lookup(self, key: str, units: Units) -> tuple[Candidate, ...]:
        """The user's places of this name, best match and largest population first."""
        rows = self.connection.execute(
            f"SELECT match, spelling, {_COLUMNS} FROM names JOIN places ON places.row = names.place WHERE key = ? "
            "ORDER BY match, kind, population DESC, row",
            (key,),
        ).fetchall()
        return tuple(
            Candidate(_place(fields, units), _MATCHES[match], spelling, True)
            for match, spelling, *fields in rows
        )

    def place(self, place_id: str, units: Units) -> Optional[Place]:
        """The place with this id, None when the user has none."""
        row = self.connection.execute(
            f"SELECT {_COLUMNS} FROM places WHERE id = ?", (_stored(place_id),)
        ).fetchone()
        return _place(row, units) if row is not None else None

    def polygon(self, place_id: str) -> Optional[bytes]:
        """The polygon of a place as well-known binary, None when it has none."""
        query = "SELECT polygon FROM places WHERE id = ? AND polygon IS NOT NULL"
        row = self.connection.execute(query, (_stored(place_id),)).fetchone()
        return row[0] if row is not None else None


def _stored(place_id: str) -> Any:
    kind, _, number = place_id.partition(":")
    return int(number) if kind == "geonames" and number.isdigit() else place_id


def _place(fields: Sequence[Any], units: Units) -> Place:
    (
        number,
        name,
        kind,
        lon,
        lat,
        feature,
        country,
        admin1,
        admin2,
        admin1_code,
        admin2_code,
        population,
        radius,
    ) = fields
    unit = units.admin1(country, admin1_code) if admin1_code and not admin1 else None
    return Place(
        place_id=f"geonames:{number}" if isinstance(number, int) else number,
        name=name,
        kind=_KINDS[kind],
        point=LonLat(lon, lat),
        feature=feature,
        country=country,
        admin1=unit.name if unit is not None else admin1,
        admin2=admin2,
        admin1_code=admin1_code,
        population=population,
        admin2_code=admin2_code,
        radius_m=radius,
    )
