"""Read an events GeoPackage with what every Python has: sqlite3 and numpy.

A file is opened once for its arrays (`EventFile.events`), which answer everything that must be fast; what a person
looks at one by one (rows, mentions, report texts, areas) is fetched when it is asked for. No connection is kept
open, so that the file can be read from any thread and replaced at any time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Optional, Union

from ..core.lexicon_file import LexiconFile
from ..core.schema import (
    EVENTS,
    EVENTS_UNDATED,
    FAILURES,
    LEXICONS,
    MENTIONS,
    REPORTS,
    EventRow,
    FailureRow,
    LexiconRow,
    MentionRow,
    ReportRow,
)
from .event_table import EventTable, table_of
from .geometry import Polygon, polygons_of, wkb_of
from .stored_tables import StoredTables

PathLike = Union[str, Path]


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
        self.tables = StoredTables(self.path)

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
        found = dict(self.tables.keyed(EVENTS, EventRow, "fid", [int(fid) for fid in fids]))
        return [found[int(fid)] for fid in fids]

    def row(self, event_id: str) -> Optional[EventRow]:
        """The event of that id, dated or not; None when there is none."""
        return next(iter(self.rows_called([event_id])), None)

    def undated(self) -> list[EventRow]:
        """The events that cannot be put on a time line, in the order of the file."""
        return self.tables.rows(EVENTS_UNDATED, EventRow)

    def rows_called(self, event_ids: Sequence[str]) -> list[EventRow]:
        """The events of these ids, dated or not, in the order asked for; unknown ids are left out."""
        found: dict[str, EventRow] = {}
        for table in (EVENTS_UNDATED, EVENTS):
            found.update(self.tables.keyed(table, EventRow, "event_id", event_ids))
        return [found[event_id] for event_id in event_ids if event_id in found]

    def mentions_among(self, event_ids: Sequence[str]) -> dict[str, list[MentionRow]]:
        """The mentions of several events by their ids, each in the order of `mentions`."""
        found: dict[str, list[MentionRow]] = {event_id: [] for event_id in event_ids}
        for event_id, row in self.tables.keyed(MENTIONS, MentionRow, "event_id", event_ids):
            found[event_id].append(row)
        return found

    def areas(self, event_ids: Optional[Sequence[str]] = None) -> list[EventArea]:
        """The footprints of dated events that have an area, all or those of some ids."""
        condition, values = _among(event_ids)
        query = f"SELECT event_id, geom FROM event_areas WHERE geom IS NOT NULL{condition}"
        return [
            EventArea(event_id, tuple(polygons_of(wkb_of(blob))))
            for event_id, blob in self.tables.select(query, values)
        ]

    def merged_into(self, event_id: str) -> list[str]:
        """Ids of the events, dated or not, that repeat one."""
        tables = (EVENTS.name, EVENTS_UNDATED.name)
        query = " UNION ALL ".join(f"SELECT event_id FROM {name} WHERE merged_into = ?1" for name in tables)
        return [found for (found,) in self.tables.select(query, (event_id,))]

    def decided(self) -> list[EventRow]:
        """The events that a person has decided on: reviewed, counted as a repetition of another, or tagged."""
        decision = "review_state <> 'auto' OR merged_into <> '' OR tags <> ''"
        return [
            row for table in (EVENTS, EVENTS_UNDATED) for row in self.tables.rows(table, EventRow, decision)
        ]

    def mentions(self, event_id: str) -> list[MentionRow]:
        """The words that the event's values rest on: its sentences, its triggers, then the rest in file order."""
        return [row for _, row in self.tables.keyed(MENTIONS, MentionRow, "event_id", [event_id])]

    def report(self, report_id: str) -> Optional[ReportRow]:
        """The report of that id, with its text; None when the file has none."""
        return next((row for _, row in self.tables.keyed(REPORTS, ReportRow, "report_id", [report_id])), None)

    def reports(self) -> list[ReportRow]:
        """All reports, with their texts."""
        return self.tables.rows(REPORTS, ReportRow)

    def each_report(self) -> Iterator[ReportRow]:
        """All reports, one at a time; the file is open until they are through."""
        return self.tables.each(REPORTS, ReportRow)

    def dateless_reports(self) -> list[DatelessReport]:
        """The reports of which nobody knows when they were written, in the order of the file."""
        query = "SELECT report_id, source FROM reports WHERE published IS NULL ORDER BY fid"
        return [DatelessReport(*row) for row in self.tables.select(query)]

    def publishers(self) -> dict[str, str]:
        """Who published each report, by ``report_id``; reports of which it is not known are left out."""
        query = "SELECT report_id, source FROM reports WHERE source IS NOT NULL AND source <> ''"
        return dict(self.tables.select(query))

    def lexicons(self) -> tuple[LexiconFile, ...]:
        """The user's own words that the reports were read with; none in files of earlier versions."""
        rows = self.tables.rows(LEXICONS, LexiconRow) if self.tables.has_lexicons else []
        return tuple(LexiconFile(row.name, row.text) for row in rows)

    def failures(self) -> list[FailureRow]:
        """What could not be read."""
        return self.tables.rows(FAILURES, FailureRow)

    def _dated(self, columns: str, event_ids: Optional[Sequence[str]]) -> list[Any]:
        condition, values = _among(event_ids)
        query = f"SELECT {columns} FROM events WHERE start_time IS NOT NULL{condition} ORDER BY start_time, event_id"
        return self.tables.select(query, values)


def _among(event_ids: Optional[Sequence[str]]) -> tuple[str, tuple[str, ...]]:
    """A condition, any number of ids in one value, and that value; nothing for None."""
    if event_ids is None:
        return "", ()
    return " AND event_id IN (SELECT value FROM json_each(?))", (json.dumps(list(event_ids)),)
