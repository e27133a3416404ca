"""Read an events GeoPackage with what every Python has: sqlite3 and numpy.

A file is opened once for its arrays (`EventFile.events`), which answer everything that must be fast; what a person
looks at one by one (rows, mentions, report texts, areas) is fetched when it is asked for. No connection is kept
open, so that the file can be read from any thread and replaced at any time.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple, Optional, TypeVar, Union

from ..core.errors import LayerError
from ..core.lexicon_file import LexiconFile
from ..core.schema import (
    EVENT_AREAS,
    EVENTS,
    EVENTS_UNDATED,
    FAILURES,
    LEXICONS,
    MENTIONS,
    REPORTS,
    EventRow,
    FailureRow,
    Kind,
    LexiconRow,
    MentionRow,
    ReportRow,
    TableSpec,
)
from .event_table import EventTable, table_of
from .geometry import Polygon, polygons_of, wkb_of
from .gpkg_tables import columns_in

PathLike = Union[str, Path]
Row = TypeVar("Row")
_AT_ONCE = 500  # ids in one query; SQLite takes 999


class EventText(NamedTuple):
    """What an event can be found by; a row of ``events``, ordered as in `EventTable`."""

    fid: int
    event_type: str
    event_mode: Optional[str]
    actor1: Optional[str]
    actor2: Optional[str]
    admin1: Optional[str]
    location: Optional[str]
    place_text: Optional[str]
    source: Optional[str]
    notes: Optional[str]
    tags: Optional[str]


class DatelessReport(NamedTuple):
    """A report without a date, and its publisher."""

    report_id: str
    source: Optional[str]


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

    def events(self, event_ids: Optional[Sequence[str]] = None) -> EventTable:
        """The dated events as arrays, all or those of some ids.

        Rows without a start are left out (they belong to ``events_undated``).
        """
        return table_of(
            self._dated(
                "fid, event_id, rtrim(substr(start_time, 1, 23), 'Z'), rtrim(substr(end_time, 1, 23), 'Z'),"
                " event_type, assertion, fatalities, date_prec, where_prec,"
                " review_state, merged_into, geom",
                event_ids,
            )
        )

    def texts(self, event_ids: Optional[Sequence[str]] = None) -> list[EventText]:
        """What the dated events can be found by, all or those of some ids, in the order of `events`."""
        return [EventText(*row) for row in self._dated(", ".join(EventText._fields), event_ids)]

    def rows(self, fids: Sequence[int]) -> list[EventRow]:
        """The rows of ``events`` with these keys, in the order asked for."""
        found = dict(self._keyed_rows(EVENTS, EventRow, "fid", [int(fid) for fid in fids]))
        return [found[int(fid)] for fid in fids]

    def row(self, event_id: str) -> Optional[EventRow]:
        """The event of that id, dated or not; None when there is none."""
        return next(iter(self.rows_called([event_id])), None)

    def undated(self) -> list[EventRow]:
        """The events that cannot be put on a time line, in the order of the file."""
        return self._rows(EVENTS_UNDATED, EventRow)

    def rows_called(self, event_ids: Sequence[str]) -> list[EventRow]:
        """The events of these ids, dated or not, in the order asked for; unknown ids are left out."""
        found: dict[str, EventRow] = {}
        for table in (EVENTS_UNDATED, EVENTS):
            found.update(self._keyed_rows(table, EventRow, "event_id", event_ids))
        return [found[event_id] for event_id in event_ids if event_id in found]

    def mentions_among(self, event_ids: Sequence[str]) -> dict[str, list[MentionRow]]:
        """The mentions of several events by their ids, each in the order of `mentions`."""
        found: dict[str, list[MentionRow]] = {event_id: [] for event_id in event_ids}
        for event_id, row in self._keyed_rows(MENTIONS, MentionRow, "event_id", event_ids):
            found[event_id].append(row)
        return found

    def areas(self, event_ids: Optional[Sequence[str]] = None) -> list[EventArea]:
        """The footprints of dated events that have an area, all or those of some ids."""
        condition, values = _among(event_ids)
        query = f"SELECT event_id, geom FROM event_areas WHERE geom IS NOT NULL{condition}"
        return [
            EventArea(event_id, tuple(polygons_of(wkb_of(blob))))
            for event_id, blob in self._select(query, values)
        ]

    def merged_into(self, event_id: str) -> list[str]:
        """Ids of the events, dated or not, that repeat one."""
        tables = (EVENTS.name, EVENTS_UNDATED.name)
        query = " UNION ALL ".join(f"SELECT event_id FROM {name} WHERE merged_into = ?1" for name in tables)
        return [found for (found,) in self._select(query, (event_id,))]

    def decided(self) -> list[EventRow]:
        """The events that a person has decided on: reviewed, counted as a repetition of another, or tagged."""
        decision = "review_state <> 'auto' OR merged_into <> '' OR tags <> ''"
        return [
            _row(table, EventRow, values)
            for table in (EVENTS, EVENTS_UNDATED)
            for values in self._select(f"SELECT {self._names(table)} FROM {table.name} WHERE {decision}")
        ]

    def mentions(self, event_id: str) -> list[MentionRow]:
        """The words that the event's values rest on: its sentences, its triggers, then the rest in file order."""
        return [row for _, row in self._keyed_rows(MENTIONS, MentionRow, "event_id", [event_id])]

    def report(self, report_id: str) -> Optional[ReportRow]:
        """The report of that id, with its text; None when the file has none."""
        return next((row for _, row in self._keyed_rows(REPORTS, ReportRow, "report_id", [report_id])), None)

    def reports(self) -> list[ReportRow]:
        """All reports, with their texts."""
        return list(self.each_report())

    def each_report(self) -> Iterator[ReportRow]:
        """All reports, one at a time; the file is open until they are through."""
        with self._connected() as connection:
            for values in connection.execute(f"SELECT {self._names(REPORTS)} FROM {REPORTS.name}"):
                yield _row(REPORTS, ReportRow, values)

    def dateless_reports(self) -> list[DatelessReport]:
        """The reports of which nobody knows when they were written, in the order of the file."""
        query = "SELECT report_id, source FROM reports WHERE published IS NULL ORDER BY fid"
        return [DatelessReport(*row) for row in self._select(query)]

    def publishers(self) -> dict[str, str]:
        """Who published each report, by ``report_id``; reports of which it is not known are left out."""
        query = "SELECT report_id, source FROM reports WHERE source IS NOT NULL AND source <> ''"
        return dict(self._select(query))

    def lexicons(self) -> tuple[LexiconFile, ...]:
        """The user's own words that the reports were read with; none in files of earlier versions."""
        rows = self._rows(LEXICONS, LexiconRow) if self._has_lexicons else []
        return tuple(LexiconFile(row.name, row.text) for row in rows)

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

    def _dated(self, columns: str, event_ids: Optional[Sequence[str]]) -> list[Any]:
        condition, values = _among(event_ids)
        query = f"SELECT {columns} FROM events WHERE start_time IS NOT NULL{condition} ORDER BY start_time, event_id"
        return self._select(query, values)

    def _select(self, query: str, values: Iterable[Any] = ()) -> list[Any]:
        with self._connected() as connection:
            return connection.execute(query, tuple(values)).fetchall()

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
                yield connection
        except sqlite3.DatabaseError as error:
            raise LayerError(_unreadable(self.path, error)) from error

    def _check(self) -> None:
        if self.path.is_dir():
            raise LayerError(f"{self.path} is a folder. Name a file that 'event-timeline extract' wrote.")
        if not self.path.is_file():
            raise LayerError(f"{self.path}: there is no such file. Check the name.")
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
        self._has_lexicons = LEXICONS.name in tables
        self._lacks = frozenset((table.name, column.name) for table, column in lacking)


def _unreadable(path: Path, error: sqlite3.DatabaseError) -> str:
    told = str(error)
    if "not a database" in told:
        return f"{path} is not a GeoPackage. Choose a file that 'event-timeline extract' wrote."
    if "malformed" in told or "disk" in told:
        return f"{path} is damaged, or only half of it is there ({told}). Take a copy of it, or read the reports again."
    if "locked" in told or "busy" in told:
        return f"{path} is being written to by another program. Close it there, or try again."
    return f"{path} cannot be read as an events GeoPackage: {told}."


def _among(event_ids: Optional[Sequence[str]]) -> tuple[str, tuple[str, ...]]:
    """A condition, any number of ids in one value, and that value; nothing for None."""
    if event_ids is None:
        return "", ()
    return " AND event_id IN (SELECT value FROM json_each(?))", (json.dumps(list(event_ids)),)


def _row(table: TableSpec, row_class: type[Row], values: Sequence[Any]) -> Row:
    return row_class(*(_value(column.kind, value) for column, value in zip(table.columns, values)))


def _value(kind: Kind, value: Any) -> Any:
    if value is None:
        return None
    if kind is Kind.DATETIME:
        return datetime.fromisoformat(value.rstrip("Z"))
    return date.fromisoformat(value[:10]) if kind is Kind.DATE else value
