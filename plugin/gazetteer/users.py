"""The user's own places: files added to a database of their own, beside the gazetteer that ships. Their rows win."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Callable, Optional

from ..core.errors import Cancelled, GazetteerError
from .names import name_key, without_kind
from .place import NameMatch, PlaceKind
from .place_rows import KINDS
from .store import Progress, cell_of
from .user_files import kind_of, rows_of
from .user_rows import UserPlace

_BATCH = 5_000
_LAYOUT = 1

TABLES = """
CREATE TABLE IF NOT EXISTS files (
    name TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    places INTEGER NOT NULL,
    unusable INTEGER NOT NULL,
    first_problem TEXT NOT NULL,
    added TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS places (
    row INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    id ANY NOT NULL,
    name TEXT NOT NULL,
    kind INTEGER NOT NULL,
    lon REAL NOT NULL,
    lat REAL NOT NULL,
    feature TEXT NOT NULL,
    country TEXT NOT NULL,
    admin1 TEXT NOT NULL,
    admin2 TEXT NOT NULL,
    admin1_code TEXT NOT NULL,
    admin2_code TEXT NOT NULL,
    population INTEGER NOT NULL,
    radius_m REAL NOT NULL,
    cell INTEGER NOT NULL,
    polygon BLOB
);
CREATE TABLE IF NOT EXISTS names (
    key TEXT NOT NULL,
    place INTEGER NOT NULL,
    match INTEGER NOT NULL,
    spelling TEXT NOT NULL,
    PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS places_by_id ON places (id);
CREATE INDEX IF NOT EXISTS places_by_file ON places (file);
CREATE INDEX IF NOT EXISTS places_by_cell ON places (cell);
CREATE INDEX IF NOT EXISTS names_by_place ON names (place);
"""


@dataclass(frozen=True)
class Added:
    """A file of the user's in the gazetteer.

    Parameters
    ----------
    name : str
        The file's name, by which it is removed again.
    kind : str
        ``geonames``, ``table`` or ``polygons``.
    places : int
        How many places it gave.
    unusable : int
        How many of its rows gave none.
    first_problem : str
        What was wrong with the first of these, empty when all were used.
    added : str
        When, UTC, ISO 8601.
    """

    name: str
    kind: str
    places: int
    unusable: int
    first_problem: str
    added: str


def users_path() -> Path:
    """The database of the user's places: in ``EVENT_TIMELINE_CACHE``, or the system's place for a user's data."""
    own = os.environ.get("EVENT_TIMELINE_CACHE")
    if own:
        return Path(own) / "places.sqlite"
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "event-timeline" / "places.sqlite"


def add_file(
    path: Path,
    *,
    progress: Optional[Progress] = None,
    cancelled: Optional[Callable[[], bool]] = None,
    database: Optional[Path] = None,
) -> Added:
    """Adds the places of a file; a file of the same name that was added before is replaced.

    Parameters
    ----------
    path : Path
        A GeoNames dump (zip or txt, 19 columns), a table of names and coordinates (csv, tsv, txt), or polygons and
        points of any OGR format.
    progress : callable, optional
        Called with the share done, 0..1.
    cancelled : callable, optional
        Asked now and then; when it says True, nothing is added.
    database : Path, optional
        The user's database; `users_path` by default.

    Raises
    ------
    GazetteerError
        The file is none of these, holds no usable place, or the database cannot be written.
    Cancelled
        `cancelled` said so.
    MissingDependency
        The file holds polygons and the libraries for them are not installed.
    """
    kind = kind_of(path)
    with _open(database if database is not None else users_path()) as connection:
        _remove(connection, path.name)
        first = connection.execute("SELECT coalesce(max(row), 0) + 1 FROM places").fetchone()[0]
        places, unusable, first_problem = 0, 0, ""
        for at, (share, row) in enumerate(rows_of(path, kind)):
            if isinstance(row, UserPlace):
                _insert(connection, path, first + places, row)
                places += 1
            else:
                unusable += 1
                first_problem = first_problem or row.problem
            if at % _BATCH == 0:
                if cancelled is not None and cancelled():
                    raise Cancelled(f"Adding {path.name} was stopped; none of its places were kept.")
                if progress is not None:
                    progress(share)
        if not places:
            raise GazetteerError(
                f"{path.name} holds no place that can be used. {first_problem.capitalize()}".strip()
            )
        now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        added = Added(path.name, kind, places, unusable, first_problem, now)
        connection.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)",
            (path.name, kind, places, unusable, first_problem, now),
        )
    if progress is not None:
        progress(1.0)
    return added


def list_files(database: Optional[Path] = None) -> tuple[Added, ...]:
    """The files that were added, by name.

    Raises
    ------
    GazetteerError
        The database is damaged.
    """
    path = database if database is not None else users_path()
    if not path.is_file():
        return ()
    with _open(path) as connection:
        rows = connection.execute(
            "SELECT name, kind, places, unusable, first_problem, added FROM files ORDER BY name"
        )
        return tuple(Added(*row) for row in rows)


def remove_file(name: str, database: Optional[Path] = None) -> None:
    """Takes the places of a file out again.

    Raises
    ------
    GazetteerError
        No file of this name was added.
    """
    path = database if database is not None else users_path()
    known = [added.name for added in list_files(path)]
    if name not in known:
        there = f"There are: {', '.join(known)}." if known else "No file has been added."
        raise GazetteerError(f"No file {name} has been added to the gazetteer. {there}")
    with _open(path) as connection:
        _remove(connection, name)


@contextlib.contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    """The database in one transaction: all of it happens, or nothing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(path, timeout=30.0)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > _LAYOUT:
                raise GazetteerError(
                    f"{path} was written by a newer version of this program. Update this one."
                )
            connection.executescript(TABLES)
            connection.execute(f"PRAGMA user_version = {_LAYOUT}")
            with connection:
                yield connection
    except (sqlite3.Error, OSError) as error:
        raise GazetteerError(
            f"Your places in {path} cannot be opened or written ({error}). Check the disk and the rights; if the file "
            "is damaged, delete it and add your files again."
        ) from error


def _remove(connection: sqlite3.Connection, name: str) -> None:
    connection.execute("DELETE FROM names WHERE place IN (SELECT row FROM places WHERE file = ?)", (name,))
    connection.execute("DELETE FROM places WHERE file = ?", (name,))
    connection.execute("DELETE FROM files WHERE name = ?", (name,))


def _insert(connection: sqlite3.Connection, path: Path, row: int, place: UserPlace) -> None:
    number = int(place.number) if place.number else f"user:{path.stem}/{row}"
    connection.execute(
        "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            row,
            path.name,
            number,
            place.name,
            KINDS.index(place.kind),
            place.point.lon,
            place.point.lat,
            place.feature,
            place.country,
            place.admin1,
            place.admin2,
            place.admin1_code,
            place.admin2_code,
            place.population,
            place.radius_m,
            cell_of(*place.point),
            place.polygon_wkb,
        ),
    )
    names = {name_key(place.name): (NameMatch.PRIMARY, place.name)}
    if place.kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2):
        names.setdefault(name_key(without_kind(place.name)), (NameMatch.ASCII, without_kind(place.name)))
    for alias in place.aliases:
        names.setdefault(name_key(alias), (NameMatch.ALTERNATE, alias))
    connection.executemany(
        "INSERT OR IGNORE INTO names VALUES (?,?,?,?)",
        [(key, row, int(match), spelling) for key, (match, spelling) in names.items() if key],
    )
