"""Write what a person decides into an events GeoPackage, at once and as a whole, and take it back.

Only the rows of the events concerned are written, in one transaction of SQLite: the file is never half changed, other
programs may have it open, and it costs the same in a file of ten events and of a million.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, Optional

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
from .gpkg_tables import add_new_columns, insert_into, text_of, values_of
from .reader import EventFile, PathLike
from .spatial_index import know_geometry

PATIENCE_S = 0.5  # how long another program's writing is waited for; a person is waiting too
_AMONG = "event_id IN (SELECT value FROM json_each(?))"  # any number of ids as one value
_POINTS = (EVENTS, EVENTS_UNDATED)
_AREAS = (EVENT_AREAS, EVENT_AREAS_UNDATED)


class _Stood(NamedTuple):
    """Rows of one table as they stood, keys, geometry and columns of a person's own included."""

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
    rows: tuple[_Stood, ...]


def standing(file: EventFile, event_ids: Iterable[str]) -> list[Standing]:
    """How these events stand in a file; ids that it does not know are left out."""
    rows = file.rows_called(list(event_ids))
    mentions = file.mentions_among([row.event_id for row in rows])
    return [Standing(row, tuple(mentions[row.event_id]), row.event_id) for row in rows]


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
        add_new_columns(connection, (*_POINTS, *_AREAS))
        rows = _Rows.of(connection)
        before = Before(ids, rows.standing(ids))
        areas = {event_id: rows.area(event_id) for event_id in {one.area_of for one in events}}
        for event in events:
            rows.put(event, areas[event.area_of])
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
        _Rows.of(connection).remove(before.event_ids)
        for stood in before.rows:
            marks = ", ".join("?" * len(stood.names))
            connection.executemany(
                f"INSERT INTO {stood.table} ({', '.join(stood.names)}) VALUES ({marks})", stood.values
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


@dataclass(frozen=True)
class _Rows:
    """The rows of events in an open file.

    Parameters
    ----------
    connection : sqlite3.Connection
    names : mapping of str to tuple of str
        The columns of each table that is there, a person's own among them.
    """

    connection: sqlite3.Connection
    names: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> _Rows:
        """The rows of a file of this or an earlier version."""
        names = {
            table.name: tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table.name})"))
            for table in (*_POINTS, *_AREAS, MENTIONS)
        }
        return cls(connection, {table: columns for table, columns in names.items() if columns})

    def standing(self, ids: Sequence[str]) -> tuple[_Stood, ...]:
        """All that the file holds of these events."""
        wanted = (json.dumps(ids),)
        return tuple(
            _Stood(
                table,
                names,
                tuple(
                    self.connection.execute(
                        f"SELECT {', '.join(names)} FROM {table} WHERE {_AMONG} ORDER BY fid", wanted
                    )
                ),
            )
            for table, names in self.names.items()
        )

    def area(self, event_id: Optional[str]) -> Optional[bytes]:
        """The footprint of an event; None when it has none."""
        for table in _AREAS:
            found = None if event_id is None else self._one(table, "geom", event_id)
            if found is not None:
                return bytes(found[0])
        return None

    def put(self, event: Standing, area: Optional[bytes]) -> None:
        """Let an event stand as it is to, with this footprint."""
        row, values = event.row, values_of(event.row)
        is_dated = row.start_time is not None
        points, areas = (EVENTS, EVENT_AREAS) if is_dated else (EVENTS_UNDATED, EVENT_AREAS_UNDATED)
        self._stand(points, EVENTS_UNDATED if is_dated else EVENTS, self._point(row), values)
        other_areas = EVENT_AREAS_UNDATED if is_dated else EVENT_AREAS
        if area is None or areas.name not in self.names:
            for table in _AREAS:
                self._delete(table, row.event_id)
        else:
            named = dict(zip((column.name for column in EVENTS.columns), values))
            self._stand(areas, other_areas, area, tuple(named[column.name] for column in areas.columns))
        self._mention(row.event_id, [values_of(mention) for mention in event.mentions])

    def remove(self, ids: Sequence[str]) -> None:
        """Take everything of these events out."""
        for table in self.names:
            self.connection.execute(f"DELETE FROM {table} WHERE {_AMONG}", (json.dumps(ids),))

    def _stand(
        self, table: TableSpec, other: TableSpec, geometry: Optional[bytes], values: tuple[Any, ...]
    ) -> None:
        """Write a row: over the one that stands there, or beside the others, taken from the other table.

        Columns that a person has added keep their values, in the other table where it has them too.
        """
        names = ["geom", *(column.name for column in table.columns)]
        filled: tuple[Any, ...] = (geometry, *values)
        event_id = str(values[0])
        if self._one(table, "fid", event_id) is not None:
            settings = ", ".join(f"{name} = ?" for name in names)
            self.connection.execute(
                f"UPDATE {table.name} SET {settings} WHERE event_id = ?", (*filled, event_id)
            )
            return
        theirs = self.names.get(other.name, ())
        own = [name for name in self.names[table.name] if name in theirs and name not in ("fid", *names)]
        kept = self._one(other, ", ".join(own), event_id) if own else None
        if kept is not None:
            names, filled = [*names, *own], (*filled, *kept)
        self._delete(other, event_id)
        marks = ", ".join("?" * len(names))
        self.connection.execute(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})", filled)

    def _point(self, row: EventRow) -> Optional[bytes]:
        """The point of an event: as it stands, where the row's copy of it has not changed."""
        for table in _POINTS:
            found = self._one(table, "longitude, latitude, geom", row.event_id)
            if found is not None and found[:2] == (row.longitude, row.latitude):
                return None if found[2] is None else bytes(found[2])
        if row.longitude is None or row.latitude is None:
            return None
        return point_blob(LonLat(row.longitude, row.latitude))

    def _mention(self, event_id: str, wanted: list[tuple[Any, ...]]) -> None:
        """Write the mentions of an event, unless they stand there already."""
        names = ", ".join(column.name for column in MENTIONS.columns)
        query = f"SELECT {names} FROM {MENTIONS.name} WHERE event_id = ? ORDER BY fid"
        if self.connection.execute(query, (event_id,)).fetchall() != wanted:
            self._delete(MENTIONS, event_id)
            self.connection.executemany(insert_into(MENTIONS), wanted)

    def _one(self, table: TableSpec, columns: str, event_id: str) -> Optional[tuple[Any, ...]]:
        if table.name not in self.names:
            return None
        query = f"SELECT {columns} FROM {table.name} WHERE event_id = ?"
        found: Optional[tuple[Any, ...]] = self.connection.execute(query, (event_id,)).fetchone()
        return found

    def _delete(self, table: TableSpec, event_id: str) -> None:
        if table.name in self.names:
            self.connection.execute(f"DELETE FROM {table.name} WHERE event_id = ?", (event_id,))


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
