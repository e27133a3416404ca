"""Read an events GeoPackage with what every Python has: sqlite3 and numpy.

A file is opened once for its arrays (`EventFile.events`), which answer everything that must be fast; what a person
looks at one by one (rows, mentions, report texts, areas) is fetched when it is asked for. No connection is kept
open, so that the file can be read from any thread and replaced at any time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Optional, TypeVar, Union

import numpy as np
from numpy.typing import NDArray

from ..core.errors import LayerError
from ..core.event import Assertion
from ..core.event_types import EventType
from ..core.schema import (
    EVENT_AREAS,
    EVENTS,
    EVENTS_UNDATED,
    FAILURES,
    MENTIONS,
    REPORTS,
    EventRow,
    FailureRow,
    Kind,
    MentionRow,
    ReportRow,
    TableSpec,
)
from .geometry import Polygon, points_of, polygons_of, wkb_of
from .gpkg_tables import columns_in

OPEN_END = np.iinfo(np.int64).max  # end of an event that goes on: later than every window's end
UNKNOWN = -1  # in integer arrays: the file says nothing
EVENT_TYPES: tuple[EventType, ...] = tuple(EventType)  # what type codes count
ASSERTIONS: tuple[Assertion, ...] = tuple(Assertion)  # what assertion codes count

PathLike = Union[str, Path]
Row = TypeVar("Row")
_AT_ONCE = 500  # ids in one query; SQLite takes 999


@dataclass(frozen=True, eq=False)
class EventTable:
    """The dated events of a file as parallel arrays, one entry per row of ``events``, ordered by start, then id.

    Parameters
    ----------
    fids : int64
        Keys of the rows, for `EventFile.rows`.
    event_ids : object
        ``event_id`` as str.
    starts_ms, ends_ms : int64
        ``[start, end)`` in milliseconds since 1970, UTC; `OPEN_END` where the event goes on.
    type_codes : int16
        Index into `EVENT_TYPES`; `UNKNOWN` for a type that this version does not know.
    assertion_codes : int16
        Index into `ASSERTIONS`, likewise.
    lons, lats : float64
        Degrees; NaN where the event has no place.
    fatalities : int32
        Best figure; `UNKNOWN` when not stated.
    date_precs, where_precs : int16
        UCDP's 1..5 and 1..7; `UNKNOWN` when not stated.
    """

    fids: NDArray[np.int64]
    event_ids: NDArray[np.object_]
    starts_ms: NDArray[np.int64]
    ends_ms: NDArray[np.int64]
    type_codes: NDArray[np.int16]
    assertion_codes: NDArray[np.int16]
    lons: NDArray[np.float64]
    lats: NDArray[np.float64]
    fatalities: NDArray[np.int32]
    date_precs: NDArray[np.int16]
    where_precs: NDArray[np.int16]

    def __len__(self) -> int:
        return len(self.fids)

    @property
    def has_place(self) -> NDArray[np.bool_]:
        """Which events are on the map."""
        return ~np.isnan(self.lons)


@dataclass(frozen=True, eq=False)
class EventArea:
    """The footprint of one event: polygons in degrees, each an outer ring and its holes."""

    event_id: str
    polygons: tuple[Polygon, ...]


class EventFile:
    """An events GeoPackage, read only.

    Parameters
    ----------
    path : path-like
        The file.

    Raises
    ------
    LayerError
        When there is no such file, when it is no GeoPackage, or when it has no table of events like ours.

    Notes
    -----
    Columns that an earlier version did not write read as not stated.
    """

    def __init__(self, path: PathLike) -> None:
        self.path = Path(path)
        self._check()

    def events(self) -> EventTable:
        """The dated events as arrays; rows without a start are left out (they belong to ``events_undated``)."""
        return _table_of(
            self._select(
                "SELECT fid, event_id, rtrim(substr(start_time, 1, 23), 'Z'), rtrim(substr(end_time, 1, 23), 'Z'),"
                " event_type, assertion,"
                " fatalities, date_prec, where_prec, geom FROM events WHERE start_time IS NOT NULL"
                " ORDER BY start_time, event_id"
            )
        )

    def rows(self, fids: Sequence[int]) -> list[EventRow]:
        """The rows of ``events`` with these keys, in the order asked for."""
        found = dict(self._keyed_rows(EVENTS, EventRow, "fid", [int(fid) for fid in fids]))
        return [found[int(fid)] for fid in fids]

    def row(self, event_id: str) -> Optional[EventRow]:
        """The event of that id, dated or not; None when there is none."""
        for table in (EVENTS, EVENTS_UNDATED):
            for _, row in self._keyed_rows(table, EventRow, "event_id", [event_id]):
                return row
        return None

    def undated(self) -> list[EventRow]:
        """The events that cannot be put on a time line, in the order of the file."""
        return self._rows(EVENTS_UNDATED, EventRow)

    def n_undated(self) -> int:
        """How many events cannot be put on a time line."""
        return self._count(EVENTS_UNDATED)

    def areas(self) -> list[EventArea]:
        """The footprints of events that have an area."""
        query = "SELECT event_id, geom FROM event_areas WHERE geom IS NOT NULL"
        return [
            EventArea(event_id, tuple(polygons_of(wkb_of(blob)))) for event_id, blob in self._select(query)
        ]

    def mentions(self, event_id: str) -> list[MentionRow]:
        """The words that the event's values rest on: its sentences, its triggers, then the rest in file order."""
        return [row for _, row in self._keyed_rows(MENTIONS, MentionRow, "event_id", [event_id])]

    def report(self, report_id: str) -> Optional[ReportRow]:
        """The report of that id, with its text; None when the file has none."""
        return next((row for _, row in self._keyed_rows(REPORTS, ReportRow, "report_id", [report_id])), None)

    def reports(self) -> list[ReportRow]:
        """All reports, with their texts."""
        return self._rows(REPORTS, ReportRow)

    def failures(self) -> list[FailureRow]:
        """What could not be read."""
        return self._rows(FAILURES, FailureRow)

    def _rows(self, table: TableSpec, row_class: type[Row]) -> list[Row]:
        return [
            _row(table, row_class, values)
            for values in self._select(f"SELECT {self._names(table)} FROM {table.name}")
        ]

    def _keyed_rows(
        self, table: TableSpec, row_class: type[Row], key: str, wanted: Sequence[Any]
    ) -> Iterator[tuple[Any, Row]]:
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            query = (
                f"SELECT {key}, {self._names(table)} FROM {table.name} WHERE {key} IN ({marks}) ORDER BY fid"
            )
            for values in self._select(query, some):
                yield values[0], _row(table, row_class, values[1:])

    def _names(self, table: TableSpec) -> str:
        return ", ".join(
            f"NULL AS {column.name}" if (table.name, column.name) in self._lacks else column.name
            for column in table.columns
        )

    def _count(self, table: TableSpec) -> int:
        return int(self._select(f"SELECT count(*) FROM {table.name}")[0][0])

    def _select(self, query: str, values: Iterable[Any] = ()) -> list[Any]:
        with self._connected() as connection:
            return connection.execute(query, tuple(values)).fetchall()

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
                yield connection
        except sqlite3.DatabaseError as error:
            raise LayerError(f"{self.path} cannot be read as an events GeoPackage: {error}.") from error

    def _check(self) -> None:
        if not self.path.is_file():
            raise LayerError(f"{self.path}: there is no such file.")
        with self._connected() as connection:
            tables = {
                name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            }
            there = {table.name: columns_in(connection, table) for table in (EVENTS, EVENTS_UNDATED)}
        if "gpkg_contents" not in tables:
            raise LayerError(
                f"{self.path} is not a GeoPackage. Choose a file that 'event-timeline extract' wrote."
            )
        needed = {table.name for table in (EVENTS, EVENT_AREAS, EVENTS_UNDATED, REPORTS, MENTIONS, FAILURES)}
        lacking = [
            (table, column)
            for table in (EVENTS, EVENTS_UNDATED)
            for column in table.columns
            if column.name not in there[table.name]
        ]
        missing = sorted(needed - tables) or [column.name for _, column in lacking if not column.is_new]
        if missing:
            raise LayerError(
                f"{self.path} is a GeoPackage but not one of events: it lacks {', '.join(missing)}. "
                "Choose a file that 'event-timeline extract' wrote."
            )
        self._lacks = frozenset((table.name, column.name) for table, column in lacking)


def datetime_of(ms: int) -> datetime:
    """Milliseconds since 1970 as naive UTC."""
    return datetime(1970, 1, 1) + timedelta(milliseconds=int(ms))


def ms_of(moment: datetime) -> int:
    """Naive UTC as milliseconds since 1970."""
    return round(moment.replace(tzinfo=timezone.utc).timestamp() * 1000)


def _row(table: TableSpec, row_class: type[Row], values: Sequence[Any]) -> Row:
    return row_class(*(_value(column.kind, value) for column, value in zip(table.columns, values)))


def _value(kind: Kind, value: Any) -> Any:
    if value is None:
        return None
    if kind is Kind.DATETIME:
        return datetime.fromisoformat(value.rstrip("Z"))
    return date.fromisoformat(value[:10]) if kind is Kind.DATE else value


def _table_of(rows: list[Any]) -> EventTable:
    columns = list(zip(*rows)) if rows else [()] * 10
    fids, event_ids, starts, ends, types, assertions, dead, date_precs, where_precs, blobs = columns
    lons, lats = points_of(list(blobs))
    ids = np.empty(len(event_ids), dtype=object)
    ids[:] = event_ids
    return EventTable(
        fids=np.array(fids, dtype=np.int64),
        event_ids=ids,
        starts_ms=_times(starts),
        ends_ms=_times(ends),
        type_codes=_codes(types, [kind.value for kind in EVENT_TYPES]),
        assertion_codes=_codes(assertions, [kind.value for kind in ASSERTIONS]),
        lons=lons,
        lats=lats,
        fatalities=_integers(dead, np.int32),
        date_precs=_integers(date_precs, np.int16),
        where_precs=_integers(where_precs, np.int16),
    )


def _times(texts: Sequence[Optional[str]]) -> NDArray[np.int64]:
    try:
        moments = np.array([text or "NaT" for text in texts], dtype="datetime64[ms]")
    except ValueError as error:
        raise LayerError(
            f"A time in the file is none: {error}. Write times like 2018-01-20T00:00:00.000."
        ) from error
    return np.where(np.isnat(moments), OPEN_END, moments.astype(np.int64))


def _codes(words: Sequence[Optional[str]], known: list[str]) -> NDArray[np.int16]:
    codes = {word: code for code, word in enumerate(known)}
    return np.array([codes.get(word or "", UNKNOWN) for word in words], dtype=np.int16)


def _integers(values: Sequence[Optional[int]], dtype: Any) -> NDArray[Any]:
    return np.array([UNKNOWN if value is None else value for value in values], dtype=dtype)
