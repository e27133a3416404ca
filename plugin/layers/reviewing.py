"""Write what a person decides into an events GeoPackage, at once and as a whole, and take it back.

Only the rows of the events concerned are written, in one transaction of SQLite: the file is never half changed, other
programs may have it open, and it costs the same in a file of ten events and of a million.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

from ..core.errors import OutputError
from ..core.footprint import LonLat
from ..core.review import Standing
from ..core.schema import (
    EVENT_AREAS,
    EVENT_AREAS_UNDATED,
    EVENTS,
    EVENTS_UNDATED,
    MENTIONS,
    EventRow,
    TableSpec,
)
from .geometry import Envelope, point_blob
from .gpkg_tables import add_new_columns, columns_in, insert_into, text_of, values_of
from .reader import EventFile, PathLike
from .spatial_index import know_geometry

PATIENCE_S = 0.5  # how long another program's writing is waited for; a person is waiting too
_AMONG = "event_id IN (SELECT value FROM json_each(?))"  # any number of ids as one value
_POINTS = (EVENTS, EVENTS_UNDATED)
_AREAS = (EVENT_AREAS, EVENT_AREAS_UNDATED)


@dataclass(frozen=True)
class _Rows:
    """Rows of one table as they stood, keys and geometry included."""

    table: str
    names: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Before:
    """How some events stood before a decision; `take_back` brings it back.

    Parameters
    ----------
    event_ids : tuple of str
        All events that the decision touched, those that it made among them.
    """

    event_ids: tuple[str, ...]
    rows: tuple[_Rows, ...]


def standing(file: EventFile, event_ids: Iterable[str]) -> list[Standing]:
    """How these events stand in a file; ids that it does not know are left out."""
    rows = [row for event_id in event_ids if (row := file.row(event_id)) is not None]
    return [Standing(row, tuple(file.mentions(row.event_id)), row.event_id) for row in rows]


def hidden_behind(file: EventFile, event_id: str) -> list[Standing]:
    """The events that are merged into one."""
    return standing(file, file.merged_into(event_id))


def write_decision(path: PathLike, events: Sequence[Standing], *, written_at: datetime) -> Before:
    """Let events stand as decided; new ones are added.

    Parameters
    ----------
    path : path-like
        An events GeoPackage.
    events : sequence of Standing
        Those that the decision touches; every other event stays as it is.
    written_at : datetime.datetime
        Naive UTC, noted in the file.

    Raises
    ------
    OutputError
        When the file cannot be written, or another program is writing to it. It is as it was then.
    """
    ids = tuple(event.row.event_id for event in events)
    with _writing(Path(path)) as connection:
        add_new_columns(connection, _POINTS)
        before = Before(ids, _rows_of(connection, ids))
        areas = {event_id: _area(connection, event_id) for event_id in {one.area_of for one in events}}
        for event in events:
            _put(connection, event, areas[event.area_of])
        _note(connection, [event.row for event in events], written_at)
    return before


def take_back(path: PathLike, before: Before, *, written_at: datetime) -> None:
    """Let events stand as they did before a decision, to the byte.

    Raises
    ------
    OutputError
        As `write_decision`.
    """
    with _writing(Path(path)) as connection:
        _remove(connection, before.event_ids)
        for rows in before.rows:
            marks = ", ".join("?" * len(rows.names))
            connection.executemany(
                f"INSERT INTO {rows.table} ({', '.join(rows.names)}) VALUES ({marks})", rows.values
            )
        _note(connection, [], written_at)


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction, whole or not at all."""
    try:
        uri = f"{path.resolve().as_uri()}?mode=rw"
        with closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE_S, isolation_level=None)) as connection:
            know_geometry(connection)
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise OutputError(
                f"{path.name} is being written to by another program, so nothing was saved. "
                "Save or end the editing there (in QGIS: the pencil), then decide again."
            ) from error
        raise OutputError(_not_saved(path, error)) from error
    except (sqlite3.Error, OSError) as error:
        raise OutputError(_not_saved(path, error)) from error


def _not_saved(path: Path, error: Exception) -> str:
    return f"{path} cannot be written: {error}. Nothing was saved; make the file writable, or work on a copy."


def _rows_of(connection: sqlite3.Connection, ids: Sequence[str]) -> tuple[_Rows, ...]:
    """All that the file holds of these events."""
    found = []
    for table in (*_POINTS, *_AREAS, MENTIONS):
        names = tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table.name})"))
        if names:
            query = f"SELECT {', '.join(names)} FROM {table.name} WHERE {_AMONG} ORDER BY fid"
            found.append(_Rows(table.name, names, tuple(connection.execute(query, (json.dumps(ids),)))))
    return tuple(found)


def _area(connection: sqlite3.Connection, event_id: Optional[str]) -> Optional[bytes]:
    """The footprint of an event; None when it has none."""
    for table in _AREAS:
        if event_id is not None and columns_in(connection, table):
            query = f"SELECT geom FROM {table.name} WHERE event_id = ?"
            for (blob,) in connection.execute(query, (event_id,)):
                return bytes(blob)
    return None


def _put(connection: sqlite3.Connection, event: Standing, area: Optional[bytes]) -> None:
    row = event.row
    old = _point(connection, row.event_id)
    _remove(connection, (row.event_id,))
    is_dated = row.start_time is not None
    points, areas = (EVENTS, EVENT_AREAS) if is_dated else (EVENTS_UNDATED, EVENT_AREAS_UNDATED)
    kept_fid = old.fid if old is not None and old.table is points else None
    moved = old is None or (old.lon, old.lat) != (row.longitude, row.latitude)
    geometry = _blob_of(row) if old is None or moved else old.geometry
    _insert(connection, points, kept_fid, geometry, values_of(row))
    if area is not None and columns_in(connection, areas):
        named = dict(zip((column.name for column in EVENTS.columns), values_of(row)))
        _insert(connection, areas, None, area, tuple(named[column.name] for column in areas.columns))
    connection.executemany(insert_into(MENTIONS), [values_of(mention) for mention in event.mentions])


@dataclass(frozen=True)
class _Point:
    """A row's key, geometry and copy of the point."""

    table: TableSpec
    fid: int
    geometry: Optional[bytes]
    lon: Optional[float]
    lat: Optional[float]


def _point(connection: sqlite3.Connection, event_id: str) -> Optional[_Point]:
    for table in _POINTS:
        query = f"SELECT fid, geom, longitude, latitude FROM {table.name} WHERE event_id = ?"
        for values in connection.execute(query, (event_id,)):
            return _Point(table, *values)
    return None


def _blob_of(row: EventRow) -> Optional[bytes]:
    if row.longitude is None or row.latitude is None:
        return None
    return point_blob(LonLat(row.longitude, row.latitude))


def _insert(
    connection: sqlite3.Connection,
    table: TableSpec,
    fid: Optional[int],
    geometry: Optional[bytes],
    values: tuple[Any, ...],
) -> None:
    """Add a row; `fid` None lets the file choose its key. A row put back under its key is the same one to QGIS."""
    names = ("fid", "geom", *(column.name for column in table.columns))
    marks = ", ".join("?" * len(names))
    connection.execute(
        f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})", (fid, geometry, *values)
    )


def _remove(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    for table in (*_POINTS, *_AREAS, MENTIONS):
        if columns_in(connection, table):
            connection.execute(f"DELETE FROM {table.name} WHERE {_AMONG}", (json.dumps(ids),))


def _note(connection: sqlite3.Connection, rows: Sequence[EventRow], written_at: datetime) -> None:
    """When the layers changed, and their boxes, which hold the new points too."""
    stamp = text_of(written_at) + "Z"
    for table in (*_POINTS, *_AREAS):
        connection.execute(
            "UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?", (stamp, table.name)
        )
    for row in rows:
        if row.longitude is not None and row.latitude is not None:
            box = Envelope(row.longitude, row.latitude, row.longitude, row.latitude)
            table = EVENTS if row.start_time is not None else EVENTS_UNDATED
            connection.execute(
                "UPDATE gpkg_contents SET min_x = min(ifnull(min_x, ?1), ?1), min_y = min(ifnull(min_y, ?2), ?2),"
                " max_x = max(ifnull(max_x, ?3), ?3), max_y = max(ifnull(max_y, ?4), ?4) WHERE table_name = ?5",
                (*box, table.name),
            )
