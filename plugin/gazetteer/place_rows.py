"""What the database that ships and the user's own have in common: how they are opened and how rows become places."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Union

from ..core.errors import GazetteerError
from ..core.footprint import LonLat
from .place import NameMatch, Place, PlaceKind

KINDS = tuple(PlaceKind)  # a database holds their positions
MATCHES = tuple(NameMatch)
COLUMNS = "id, name, kind, lon, lat, feature, country, admin1, admin2, admin1_code, population, admin2_code, radius_m"


def opened(path: Path, problem: str, remedy: str, *, immutable: bool = False) -> sqlite3.Connection:
    """A database of places and their names, to read from, also from other threads.

    Parameters
    ----------
    path : Path
        The database.
    problem, remedy : str
        What the error says when it cannot be read, before and behind SQLite's reason.
    immutable : bool
        Nobody writes to it while it is open, so that SQLite need not look for changes.

    Raises
    ------
    GazetteerError
        It is no such database, or a damaged one.
    """
    try:
        options = "mode=ro&immutable=1" if immutable else "mode=ro"
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?{options}", uri=True, check_same_thread=False
        )
        connection.execute("SELECT 1 FROM names LIMIT 1")
    except sqlite3.Error as error:
        raise GazetteerError(f"{problem} ({error}). {remedy}") from error
    return connection


def stored_id(place_id: str) -> Union[int, str]:
    """A place's id as the databases hold it: GeoNames' number, or the whole id of a place that GeoNames lacks."""
    kind, _, number = place_id.partition(":")
    return int(number) if kind == "geonames" and number.isdigit() else place_id


def place_of(fields: Sequence[Any]) -> Place:
    """The place of a row of `COLUMNS`."""
    number, name, kind, lon, lat, *others = fields
    place_id = f"geonames:{number}" if isinstance(number, int) else number
    return Place(place_id, name, KINDS[kind], LonLat(lon, lat), *others)
