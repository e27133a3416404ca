"""Put events, reports and what could not be read into the tables of an open GeoPackage, one at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Optional

from ..core.event import Event
from ..core.lexicon_file import LexiconFile
from ..core.report import Failure, Report
from ..core.rows import area_row_of, lexicon_row_of, mention_rows_of, report_row_of, row_of
from ..core.schema import (
    EVENT_AREAS,
    EVENT_AREAS_UNDATED,
    EVENTS,
    EVENTS_UNDATED,
    FAILURES,
    LEXICONS,
    MENTIONS,
    REPORTS,
    TABLES,
    FailureRow,
    TableSpec,
)
from .geometry import Envelope, area_blob, point_blob
from .gpkg_tables import insert_into, values_of

EVENT_TABLES = (EVENTS, EVENT_AREAS, EVENTS_UNDATED, EVENT_AREAS_UNDATED)
_INSERT = {table: insert_into(table) for table in TABLES}
_outline = lru_cache(maxsize=16)(area_blob)  # neighbours in a file often share their place


@dataclass(frozen=True)
class Content:
    """What goes into a file; each is gone through once, in this order, and stands in the file as it comes."""

    events: Iterable[Event]
    reports: Iterable[Report]
    failures: Iterable[Failure]
    lexicons: Iterable[LexiconFile] = ()


def fill(connection: sqlite3.Connection, content: Content) -> None:
    """Put it into tables that are there. Nothing is kept, so that the content may be larger than memory."""
    filling = _Filling(connection)
    for event in content.events:
        filling.add(event)
    filling.put(REPORTS, (values_of(report_row_of(report)) for report in content.reports))
    failures = (FailureRow(failure.report_id, failure.stage, failure.error) for failure in content.failures)
    filling.put(FAILURES, map(values_of, failures))
    filling.put(LEXICONS, (values_of(lexicon_row_of(file)) for file in content.lexicons))
    filling.note_boxes()


@dataclass
class _Filling:
    """A connection, and the boxes of the layers so far."""

    connection: sqlite3.Connection
    boxes: dict[TableSpec, Envelope] = field(default_factory=dict)

    def add(self, event: Event) -> None:
        """An event, its outline and its mentions."""
        points, areas = (EVENTS, EVENT_AREAS) if event.is_dated else (EVENTS_UNDATED, EVENT_AREAS_UNDATED)
        where, blob = event.where, None
        if where is not None:
            blob = point_blob(where.point)
            self._widen(points, Envelope(*where.point, *where.point))
            if where.area_wkb:
                outline, box = _outline(where.area_wkb)
                self._widen(areas, box)
                self.put(areas, [(outline, *values_of(area_row_of(event)))])
        self.put(points, [(blob, *values_of(row_of(event)))])
        self.put(MENTIONS, map(values_of, mention_rows_of(event)))

    def put(self, table: TableSpec, rows: Iterable[tuple[Any, ...]]) -> None:
        """Rows of a table."""
        self.connection.executemany(_INSERT[table], rows)

    def note_boxes(self) -> None:
        """Let the boxes that the file tells of its layers hold what was added."""
        for table, box in self.boxes.items():
            query = "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?"
            before = self.connection.execute(query, (table.name,)).fetchone()
            whole = box if before is None or None in before else _union(Envelope(*before), box)
            self.connection.execute(
                "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                (*whole, table.name),
            )

    def _widen(self, table: TableSpec, box: Optional[Envelope]) -> None:
        if box is not None:
            self.boxes[table] = _union(self.boxes.get(table, box), box)


def _union(one: Envelope, other: Envelope) -> Envelope:
    return Envelope(
        min(one.min_lon, other.min_lon),
        min(one.min_lat, other.min_lat),
        max(one.max_lon, other.max_lon),
        max(one.max_lat, other.max_lat),
    )
