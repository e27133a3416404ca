"""Looks names up in the database of the user's own places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional, Protocol

from .place import Candidate, Place
from .place_rows import COLUMNS, MATCHES, opened, place_of, stored_id


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
        self.connection = opened(
            path, f"Your places in {path} cannot be read", "Delete the file and add your files again."
        )

    def close(self) -> None:
        """Gives the database back."""
        self.connection.close()

    def lookup(self, key: str, units: Units) -> tuple[Candidate, ...]:
        """The user's places of this name, best match and largest population first."""
        rows = self.connection.execute(
            f"SELECT match, spelling, {COLUMNS} FROM names JOIN places ON places.row = names.place WHERE key = ? "
            "ORDER BY match, kind, population DESC, row",
            (key,),
        ).fetchall()
        return tuple(
            Candidate(_place(fields, units), MATCHES[match], spelling, True)
            for match, spelling, *fields in rows
        )

    def place(self, place_id: str, units: Units) -> Optional[Place]:
        """The place with this id, None when the user has none."""
        row = self.connection.execute(
            f"SELECT {COLUMNS} FROM places WHERE id = ?", (stored_id(place_id),)
        ).fetchone()
        return _place(row, units) if row is not None else None

    def polygon(self, place_id: str) -> Optional[bytes]:
        """The polygon of a place as well-known binary, None when it has none."""
        query = "SELECT polygon FROM places WHERE id = ? AND polygon IS NOT NULL"
        row = self.connection.execute(query, (stored_id(place_id),)).fetchone()
        return row[0] if row is not None else None


def _place(fields: Sequence[Any], units: Units) -> Place:
    """The place of a row, with the name of its first-level unit where the user gave the code alone."""
    place = place_of(fields)
    unit = units.admin1(place.country, place.admin1_code) if place.admin1_code and not place.admin1 else None
    return place if unit is None else replace(place, admin1=unit.name)
