"""Give reports in an events GeoPackage their date, and the events that waited for it their place on the time line.

A copy is changed beside the file and moved over it when it is whole; what else the file holds stays as it is.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Optional

from ..core.errors import OutputError
from ..core.report import DctBasis
from ..core.schema import (
    EVENT_AREAS,
    EVENT_AREAS_UNDATED,
    EVENTS,
    EVENTS_UNDATED,
    EventRow,
    MentionRow,
    TableSpec,
)
from .aside import aside_of, remove
from .geometry import Envelope, envelope_of
from .geopackage import check_place
from .gpkg_tables import add_new_columns, insert_into, text_of, values_of
from .reader import PathLike
from .spatial_index import know_geometry


@dataclass(frozen=True)
class DatedEvent:
    """An event of ``events_undated`` as it is to stand in ``events``, and the mention that its date rests on."""

    row: EventRow
    mention: MentionRow


def write_dates(
    path: PathLike,
    published: Mapping[str, date],
    events: Sequence[DatedEvent],
    *,
    written_at: datetime,
) -> None:
    """Write the dates of reports, and move events from ``events_undated`` to ``events``, with their areas.

    Parameters
    ----------
    path : path-like
        An events GeoPackage.
    published : mapping of str to datetime.date
        ``report_id`` -> the report's date.
    events : sequence of DatedEvent
    written_at : datetime.datetime
        Naive UTC, noted in the file.

    Raises
    ------
    OutputError
        When the file cannot be written. Nothing is changed then.
    """
    target = Path(path)
    check_place(target)
    aside = aside_of(target)
    try:
        aside.unlink(missing_ok=True)
        with closing(sqlite3.connect(aside)) as connection:
            with closing(sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)) as source:
                source.backup(connection)
            know_geometry(connection)
            add_new_columns(connection, (EVENTS, EVENTS_UNDATED))
            _date_reports(connection, published)
            for event in events:
                _move(connection, event)
            _note(connection, (EVENTS, EVENTS_UNDATED, EVENT_AREAS), text_of(written_at) + "Z")
            connection.commit()
        os.replace(aside, target)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(f"{target} cannot be changed: {error}. It is as it was.") from error
    finally:
        remove(aside)


def _date_reports(connection: sqlite3.Connection, published: Mapping[str, date]) -> None:
    connection.executemany(
        "UPDATE reports SET published = ?, published_basis = ? WHERE report_id = ?",
        [(day.isoformat(), DctBasis.GIVEN.value, report_id) for report_id, day in published.items()],
    )


def _move(connection: sqlite3.Connection, event: DatedEvent) -> None:
    row, mention = event.row, event.mention
    _take_over(connection, EVENTS_UNDATED, EVENTS, row.event_id, values_of(row))
    if connection.execute(
        "SELECT 1 FROM sqlite_master WHERE name = ?", (EVENT_AREAS_UNDATED.name,)
    ).fetchone():
        area = tuple(getattr(row, column.name) for column in EVENT_AREAS.columns)
        values = tuple(text_of(value) if isinstance(value, datetime) else value for value in area)
        _take_over(connection, EVENT_AREAS_UNDATED, EVENT_AREAS, row.event_id, values)
    connection.execute(
        "UPDATE mentions SET value = ?, score = ?, rule = ?, why = ?"
        " WHERE event_id = ? AND report_id = ? AND role = ? AND rank = ? AND start_char = ? AND end_char = ?",
        (
            *(mention.value, mention.score, mention.rule, mention.why),
            *(mention.event_id, mention.report_id, mention.role, mention.rank),
            *(mention.start_char, mention.end_char),
        ),
    )


def _take_over(
    connection: sqlite3.Connection,
    source: TableSpec,
    target: TableSpec,
    event_id: str,
    values: tuple[object, ...],
) -> None:
    """Move a row with its geometry from one table to another, with new values."""
    found = connection.execute(f"SELECT geom FROM {source.name} WHERE event_id = ?", (event_id,)).fetchone()
    if found is None:
        return
    connection.execute(f"DELETE FROM {source.name} WHERE event_id = ?", (event_id,))
    connection.execute(insert_into(target), (found[0], *values))


def _note(connection: sqlite3.Connection, tables: Iterable[TableSpec], written_at: str) -> None:
    """The boxes of the layers that have grown, and when that was."""
    for table in tables:
        blobs = connection.execute(f"SELECT geom FROM {table.name} WHERE geom IS NOT NULL")
        box = _around(envelope for (blob,) in blobs if (envelope := envelope_of(blob)) is not None)
        connection.execute(
            "UPDATE gpkg_contents SET last_change = ?, min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
            (written_at, *(box or (None,) * 4), table.name),
        )


def _around(boxes: Iterable[Envelope]) -> Optional[Envelope]:
    sides = list(zip(*boxes))
    return Envelope(min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])) if sides else None
