"""Write events, their reports and what each value rests on into one GeoPackage, with the standard library alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from ..core.event import Event
from ..core.lexicon_file import LexiconFile
from ..core.report import Failure, Report
from ..core.schema import MENTIONS, TABLES, TableSpec
from .filling import EVENT_TABLES, Content, fill
from .geometry import SRS_ID
from .gpkg_tables import (
    APPLICATION_ID,
    CORE_TABLES,
    REFERENCE_SYSTEMS,
    USER_VERSION,
    create_table,
    text_of,
)
from .reader import PathLike
from .style import default_styles
from .target import check_target, database_at


def write_events(
    path: PathLike,
    events: Iterable[Event],
    reports: Iterable[Report],
    failures: Iterable[Failure],
    *,
    written_at: datetime,
    lexicons: Iterable[LexiconFile] = (),
) -> None:
    """Write an events GeoPackage; an events file that stands at `path` is replaced.

    Parameters
    ----------
    path : path-like
        Where to; its folder must exist.
    events, reports, failures : iterable
        What goes in, gone through once in this order; it stands in the file as it comes. Dated events go into
        ``events``, the others into ``events_undated``.
    written_at : datetime.datetime
        Naive UTC, noted in the file.
    lexicons : iterable of LexiconFile
        The user's own words that the reports were read with.

    Raises
    ------
    OutputError
        When the file cannot be written there, or what stands there must not be replaced. Nothing is changed then.
    """
    target = Path(path)
    check_target(target)
    with database_at(target, is_copy=False) as connection:
        stamp = text_of(written_at) + "Z"
        connection.executescript(CORE_TABLES)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {USER_VERSION}")
        connection.executemany(
            "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", REFERENCE_SYSTEMS
        )
        for table in TABLES:
            add_table(connection, table, stamp)
        fill(connection, Content(events, reports, failures, lexicons))
        for table in (MENTIONS, *EVENT_TABLES):
            connection.execute(f"CREATE INDEX {table.name}_event_id ON {table.name} (event_id)")
        _add_styles(connection, stamp)


def add_table(connection: sqlite3.Connection, table: TableSpec, written_at: str) -> None:
    """Create a table, empty, and tell the file's contents of it."""
    connection.execute(create_table(table))
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            table.name,
            "features" if table.geometry else "attributes",
            table.name,
            table.doc,
            written_at,
            SRS_ID if table.geometry else None,
        ),
    )
    if table.geometry:
        values = (table.name, "geom", table.geometry, SRS_ID, 0, 0)
        connection.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)", values)


def _add_styles(connection: sqlite3.Connection, written_at: str) -> None:
    for table, style in default_styles():
        connection.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
            " styleQML, styleSLD, useAsDefault, description, owner, update_time)"
            " VALUES ('', '', ?, 'geom', 'Event Timeline', ?, '', 1, ?, '', ?)",
            (table.name, style, table.doc, written_at),
        )
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)"
        " VALUES ('layer_styles', 'attributes', 'layer_styles', 'how QGIS draws the layers', ?)",
        (written_at,),
    )
