"""Write a new reading into an events GeoPackage that people work with: their decisions and their own things stay."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Optional

from ..core.event import Event
from ..core.lexicon_file import LexiconFile
from ..core.report import Failure, Report, Span
from ..core.revised_texts import spans_in_revision
from ..core.rows import mention_rows_of
from ..core.schema import (
    EVENTS,
    EVENTS_UNDATED,
    FAILURES,
    LEXICONS,
    MENTIONS,
    REPORTS,
    SEPARATOR,
    TABLES,
    TableSpec,
)
from .filling import EVENT_TABLES, Content, fill
from .geopackage import add_table
from .gpkg_tables import add_new_columns, columns_in, insert_into, text_of, values_of
from .reader import PathLike
from .spatial_index import know_geometry
from .target import check_target, database_at

_AMONG = "event_id IN (SELECT value FROM json_each(?))"  # any number of ids as one value


def revise_events(
    path: PathLike,
    events: Iterable[Event],
    reports: Iterable[Report],
    failures: Iterable[Failure],
    *,
    standing: Callable[[], Mapping[str, Optional[Event]]],
    written_at: datetime,
    lexicons: Iterable[LexiconFile] = (),
) -> None:
    """Replace the events, reports and failures of an events GeoPackage; everything else in it stays.

    What people have added stays: columns, where an event is still there, layers, styles, an index. Mentions of events
    that stay as they are follow their words where the text of a report has been revised, and go where those are gone.

    Parameters
    ----------
    path : path-like
        An events GeoPackage.
    events, reports, failures : iterable
        As for `write_events`.
    standing : callable
        Gives the ids of events that stay as they stand in the file, and that `events` has not, each with what further
        reports tell of it, or None; asked when `events` has come to its end.
    written_at : datetime.datetime
        Naive UTC, noted in the file.
    lexicons : iterable of LexiconFile
        The user's own words that the reports were read with.

    Raises
    ------
    OutputError
        When the file cannot be written. Nothing is changed then.
    """
    target = Path(path)
    check_target(target)
    with database_at(target, is_copy=True) as connection:
        stamp = text_of(written_at) + "Z"
        know_geometry(connection)
        for table in TABLES:
            if not columns_in(connection, table):
                add_table(connection, table, stamp)
        add_new_columns(connection, EVENT_TABLES)
        for table in (*EVENT_TABLES, MENTIONS):
            _set_aside(connection, table)
        _set_texts_aside(connection)
        for table in (REPORTS, FAILURES, LEXICONS):
            connection.execute(f"DELETE FROM {table.name}")
        fill(connection, Content(events, reports, failures, lexicons))
        stays = standing()
        event_ids = json.dumps(sorted(stays))
        for table in (*EVENT_TABLES, MENTIONS):
            _bring_back(connection, table, event_ids)
            if table is not MENTIONS:
                _keep_own_columns(connection, table)
            connection.execute(f"DROP TABLE temp.old_{table.name}")
        _follow_revised_texts(connection, event_ids)
        _drop_stale_mentions(connection, event_ids)
        for event_id, further in sorted(stays.items()):
            if further is not None:
                _add_sources(connection, replace(further, event_id=event_id))
        for table in TABLES:
            connection.execute(
                "UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?", (stamp, table.name)
            )


def _set_aside(connection: sqlite3.Connection, table: TableSpec) -> None:
    """Move all rows of a table into one beside it, which is gone when the file is closed."""
    connection.execute(f"CREATE TEMP TABLE old_{table.name} AS SELECT * FROM main.{table.name}")
    connection.execute(f"CREATE INDEX temp.old_{table.name}_id ON old_{table.name} (event_id)")
    connection.execute(f"DELETE FROM main.{table.name}")


def _set_texts_aside(connection: sqlite3.Connection) -> None:
    """Keep the texts that people have decided on, while those of the new reading take their place."""
    decided = " UNION ".join(
        f"SELECT event_id FROM temp.old_{table.name} WHERE review_state <> 'auto' OR merged_into IS NOT NULL"
        for table in (EVENTS, EVENTS_UNDATED)
    )
    told = f"SELECT report_id FROM temp.old_{MENTIONS.name} WHERE event_id IN ({decided})"
    connection.execute(
        f"CREATE TEMP TABLE old_texts AS SELECT report_id, text FROM main.{REPORTS.name} WHERE report_id IN ({told})"
    )


def _follow_revised_texts(connection: sqlite3.Connection, event_ids: str) -> None:
    """Move the mentions of events that stay to where their words stand in texts that have been revised."""
    revised = connection.execute(
        "SELECT new.report_id, old.text, new.text FROM temp.old_texts AS old JOIN main.reports AS new"
        " ON old.report_id = new.report_id AND old.text <> new.text"
    )
    for report_id, old, new in revised.fetchall():
        query = f"SELECT fid, start_char, end_char FROM mentions WHERE {_AMONG} AND report_id = ?"
        rows = [
            (fid, Span(start, end)) for fid, start, end in connection.execute(query, (event_ids, report_id))
        ]
        moved = spans_in_revision(old, new, {span for _, span in rows})
        connection.executemany(
            "UPDATE mentions SET start_char = ?, end_char = ?, text = ? WHERE fid = ?",
            [
                (now.start, now.end, now.of(new), fid)
                for fid, span in rows
                if (now := moved.get(span)) is not None
            ],
        )
    connection.execute("DROP TABLE temp.old_texts")


def _bring_back(connection: sqlite3.Connection, table: TableSpec, event_ids: str) -> None:
    """Put rows back as they were, under new keys."""
    names = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table.name})") if row[1] != "fid"]
    listed = ", ".join(map(_quoted, names))
    connection.execute(
        f"INSERT INTO main.{table.name} ({listed}) SELECT {listed} FROM temp.old_{table.name}"
        f" WHERE {_AMONG} ORDER BY fid",
        (event_ids,),
    )


def _keep_own_columns(connection: sqlite3.Connection, table: TableSpec) -> None:
    """Give events what people have written beside our columns."""
    ours = {"fid", "geom", *(column.name for column in table.columns)}
    own = [
        row[1] for row in connection.execute(f"PRAGMA main.table_info({table.name})") if row[1] not in ours
    ]
    if own:
        listed = ", ".join(map(_quoted, own))
        old = f"FROM temp.old_{table.name} AS old WHERE old.event_id = {table.name}.event_id"
        connection.execute(
            f"UPDATE main.{table.name} SET ({listed}) = (SELECT {listed} {old} LIMIT 1) WHERE EXISTS (SELECT 1 {old})"
        )


def _drop_stale_mentions(connection: sqlite3.Connection, event_ids: str) -> None:
    connection.execute(
        f"DELETE FROM mentions WHERE {_AMONG} AND NOT EXISTS (SELECT 1 FROM reports"
        " WHERE reports.report_id = mentions.report_id"
        " AND substr(reports.text, start_char + 1, end_char - start_char) = mentions.text)",
        (event_ids,),
    )


def _add_sources(connection: sqlite3.Connection, further: Event) -> None:
    """Let an event that stays be told by further reports, too: their words and names, and nothing else of it."""
    last = "SELECT COALESCE(MAX(rank), 0) FROM mentions WHERE event_id = ? AND rule IS NULL"
    (n_before,) = connection.execute(last, (further.event_id,)).fetchone()
    for row in mention_rows_of(further):
        moved = row if row.rule is not None else replace(row, rank=row.rank + n_before)
        connection.execute(insert_into(MENTIONS), values_of(moved))
    for table in (EVENTS, EVENTS_UNDATED):
        query = f"SELECT source FROM {table.name} WHERE event_id = ?"
        for (source,) in connection.execute(query, (further.event_id,)).fetchall():
            before = source.split(SEPARATOR) if source else []
            sources = tuple(dict.fromkeys((*before, *further.report_ids)))
            connection.execute(
                f"UPDATE {table.name} SET source = ?, n_sources = ? WHERE event_id = ?",
                (SEPARATOR.join(sources), len(sources), further.event_id),
            )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
