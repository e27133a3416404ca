"""Write events, their reports and what each value rests on into one GeoPackage, with the standard library alone.

The file is written beside its place and moved there when it is whole, so there is never half a file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

from ..core.errors import LayerError, OutputError
from ..core.event import Event
from ..core.report import Failure, Report
from ..core.schema import (
    EVENT_AREAS,
    EVENT_AREAS_UNDATED,
    EVENTS,
    EVENTS_UNDATED,
    FAILURES,
    MENTIONS,
    REPORTS,
    FailureRow,
    TableSpec,
    area_row_of,
    mention_rows_of,
    report_row_of,
    row_of,
)
from .aside import aside_of, remove
from .decisions import take_over
from .geometry import SRS_ID, Envelope, area_blob, point_blob
from .gpkg_tables import (
    APPLICATION_ID,
    CORE_TABLES,
    REFERENCE_SYSTEMS,
    USER_VERSION,
    create_table,
    insert_into,
    text_of,
    values_of,
)
from .reader import EventFile, PathLike
from .style import default_styles

Values = tuple[Any, ...]


def write_events(
    path: PathLike,
    events: Iterable[Event],
    reports: Iterable[Report],
    failures: Iterable[Failure],
    *,
    written_at: datetime,
    standing: Collection[str] = (),
) -> None:
    """Write an events GeoPackage; an events file that stands at `path` is replaced.

    Parameters
    ----------
    path : path-like
        Where to; its folder must exist.
    events, reports, failures : iterable
        What goes in. Dated events go into ``events``, the others into ``events_undated``.
    written_at : datetime.datetime
        Naive UTC, noted in the file.
    standing : collection of str
        Ids of events that are taken over as they stand in the file at `path`, which a person has edited.

    Raises
    ------
    OutputError
        When the file cannot be written there, or what stands there must not be replaced. Nothing is changed then.
    """
    target = Path(path)
    check_target(target)
    aside = aside_of(target)
    try:
        aside.unlink(missing_ok=True)
        with closing(sqlite3.connect(aside)) as connection:
            # The file is moved into place only when it is whole, so a journal would protect nothing.
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            _fill(connection, list(events), reports, failures, text_of(written_at) + "Z")
            if standing:
                take_over(connection, target, standing)
            connection.commit()
        os.replace(aside, target)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(f"{target} cannot be written: {error}. Choose another place.") from error
    finally:
        remove(aside)


def check_target(path: PathLike) -> None:
    """Make sure that an events file can be put there, before hours of reading.

    Raises
    ------
    OutputError
        When the folder is missing or closed to writing, when a file stands there that is not an events file, or
        one that another program is writing to.
    """
    target = Path(path)
    check_place(target)
    if not target.exists():
        return
    try:
        EventFile(target)
    except LayerError as error:
        raise OutputError(
            f"{target} exists and is not an events file, so it is left alone. Choose another name."
        ) from error


def check_place(target: Path) -> None:
    """Make sure that a file can be written there, whatever it holds.

    Raises
    ------
    OutputError
        When the folder is missing or closed to writing, the file read-only, or being written to by another program.
    """
    folder = target.parent
    if os.path.isdir(target):
        raise OutputError(f"{target} is a folder. Name a file in it, such as {target / 'events.gpkg'}.")
    if not os.path.isdir(folder):
        raise OutputError(f"{target} cannot be written: there is no folder {folder}. Create it first.")
    aside = aside_of(target)
    try:
        aside.touch()
        aside.unlink()
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error.strerror}. Choose another place.") from error
    if not target.exists():
        return
    if not os.access(target, os.W_OK):
        raise OutputError(f"{target} cannot be replaced: it is read-only. Choose another name.")
    log = target.with_name(target.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise OutputError(
            f"{target} is being edited in another program. Close it there, or write to another file."
        )


def _fill(
    connection: sqlite3.Connection,
    events: list[Event],
    reports: Iterable[Report],
    failures: Iterable[Failure],
    written_at: str,
) -> None:
    connection.executescript(CORE_TABLES)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {USER_VERSION}")
    connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", REFERENCE_SYSTEMS)
    dated = sorted((event for event in events if event.is_dated), key=_by_time)
    undated = sorted((event for event in events if not event.is_dated), key=lambda event: event.event_id)
    for points, areas, those in (
        (EVENTS, EVENT_AREAS, dated),
        (EVENTS_UNDATED, EVENT_AREAS_UNDATED, undated),
    ):
        _add(connection, points, (_point_values(event) for event in those), _box_of(those), written_at)
        _add_areas(connection, areas, those, written_at)
    ordered = sorted(reports, key=lambda report: report.report_id)
    _add(connection, REPORTS, (values_of(report_row_of(report)) for report in ordered), None, written_at)
    mentions = (values_of(row) for event in (*dated, *undated) for row in mention_rows_of(event))
    _add(connection, MENTIONS, mentions, None, written_at)
    rows = (FailureRow(failure.report_id, failure.stage, failure.error) for failure in failures)
    _add(connection, FAILURES, (values_of(row) for row in rows), None, written_at)
    connection.execute("CREATE INDEX mentions_event_id ON mentions (event_id)")
    for table in (EVENTS, EVENTS_UNDATED, EVENT_AREAS, EVENT_AREAS_UNDATED):
        connection.execute(f"CREATE INDEX {table.name}_event_id ON {table.name} (event_id)")
    _add_styles(connection, written_at)


def _by_time(event: Event) -> tuple[str, str]:
    start = event.when.start if event.when else None
    return (text_of(start) if start else "", event.event_id)


def _add(
    connection: sqlite3.Connection,
    table: TableSpec,
    rows: Iterable[Values],
    box: Optional[Envelope],
    written_at: str,
) -> None:
    connection.execute(create_table(table))
    connection.executemany(insert_into(table), rows)
    connection.execute(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            table.name,
            "features" if table.geometry else "attributes",
            table.name,
            table.doc,
            written_at,
            *(box or (None, None, None, None)),
            SRS_ID if table.geometry else None,
        ),
    )
    if table.geometry:
        values = (table.name, "geom", table.geometry, SRS_ID, 0, 0)
        connection.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)", values)


def _add_areas(
    connection: sqlite3.Connection, table: TableSpec, events: Sequence[Event], written_at: str
) -> None:
    """The footprints of those events that have an area."""
    areas = [(event, event.where.area_wkb) for event in events if event.where and event.where.area_wkb]
    blobs = [area_blob(wkb) for _, wkb in areas]
    rows = ((blob, *values_of(area_row_of(event))) for (event, _), (blob, _) in zip(areas, blobs))
    _add(connection, table, rows, _union([box for _, box in blobs]), written_at)


def _add_styles(connection: sqlite3.Connection, written_at: str) -> None:
    for table, style in default_styles():
        connection.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
            " styleQML, styleSLD, useAsDefault, description, owner, update_time)"
            " VALUES ('', '', ?, 'geom', 'Event Timeline', ?, '', 1, ?, '', ?)",
            (table.name, style, f"{table.doc}, with temporal settings", written_at),
        )
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)"
        " VALUES ('layer_styles', 'attributes', 'layer_styles', 'how QGIS draws the layers', ?)",
        (written_at,),
    )


def _point_values(event: Event) -> Values:
    return (point_blob(event.where.point) if event.where else None, *values_of(row_of(event)))


def _box_of(events: Sequence[Event]) -> Optional[Envelope]:
    points = [event.where.point for event in events if event.where]
    return _union([Envelope(point.lon, point.lat, point.lon, point.lat) for point in points])


def _union(boxes: Sequence[Envelope]) -> Optional[Envelope]:
    if not boxes:
        return None
    west, south, east, north = zip(*boxes)
    return Envelope(min(west), min(south), max(east), max(north))
