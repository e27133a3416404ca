"""What people have decided in an events GeoPackage: read it, and take it over into the file that replaces it.

Decided on is an event that is confirmed, edited or rejected, counted as a repetition of another, or tagged.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path

from ..core.event import Event, ReviewState, Telling
from ..core.event_types import EventType
from ..core.report import DctBasis, Report, Span
from ..core.schema import (
    EVENT_AREAS,
    EVENT_AREAS_UNDATED,
    EVENTS,
    EVENTS_UNDATED,
    MENTIONS,
    SEPARATOR,
    EventRow,
    MentionRow,
    TableSpec,
)
from .gpkg_tables import columns_in
from .reader import EventFile, PathLike

_AMONG = "event_id IN (SELECT value FROM json_each(?))"  # any number of ids as one value
_BY_HAND = Telling("", Span(0, 1), "", Span(0, 1), "")  # of an event that no report tells


def decided_events(file: EventFile) -> tuple[Event, ...]:
    """The events that a person has decided on: their ids, types, tellings and decisions, nothing else.

    A state that this version does not know counts as edited, for a person must have written it.
    """
    rows = [*file.rows(file.events().fids.tolist()), *file.undated()]
    decided = [row for row in rows if row.review_state != "auto" or row.merged_into or row.tags]
    return tuple(_event(row, file.mentions(row.event_id)) for row in decided)


def reports_of(file: EventFile) -> Iterator[Report]:
    """The reports of a file, as they were read."""
    for row in file.reports():
        yield Report(
            row.report_id,
            row.text,
            row.published,
            DctBasis(row.published_basis),
            title=row.title or "",
            source=row.source or "",
            author=row.author or "",
            url=row.url or "",
            language=row.language,
        )


def take_over(connection: sqlite3.Connection, source: PathLike, event_ids: Collection[str]) -> None:
    """Copy events as they stand in the file `source`, with their areas and mentions, into an open file.

    Mentions are left behind where the text of their report is no longer the same.
    """
    uri = f"{Path(source).resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as old:
        there = {name for (name,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in (EVENTS, EVENTS_UNDATED, EVENT_AREAS, EVENT_AREAS_UNDATED):
            if table.name in there and _copy(old, connection, table, event_ids):
                _widen(old, connection, table)
        _copy(old, connection, MENTIONS, event_ids)
    connection.execute(
        f"DELETE FROM mentions WHERE {_AMONG} AND NOT EXISTS (SELECT 1 FROM reports"
        " WHERE reports.report_id = mentions.report_id"
        " AND substr(reports.text, start_char + 1, end_char - start_char) = mentions.text)",
        (json.dumps(list(event_ids)),),
    )


def _event(row: EventRow, mentions: list[MentionRow]) -> Event:
    known = {state.value for state in ReviewState}
    state = ReviewState(row.review_state) if row.review_state in known else ReviewState.EDITED
    types = {kind.value for kind in EventType}
    return Event(
        row.event_id,
        EventType(row.event_type) if row.event_type in types else EventType.STATEMENT,
        row.event_mode or "",
        tuple(_tellings(mentions)) or (_BY_HAND,),
        review_state=state,
        merged_into=row.merged_into,
        tags=tuple(row.tags.split(SEPARATOR)) if row.tags else (),
    )


def _tellings(mentions: list[MentionRow]) -> Iterator[Telling]:
    """The tellings, best first: each is a row for its sentence and one for its trigger, without a rule."""
    parts: dict[int, dict[str, MentionRow]] = defaultdict(dict)
    for mention in mentions:
        if mention.rule is None and mention.role in ("sentence", "trigger"):
            parts[mention.rank].setdefault(mention.role, mention)
    for _, part in sorted(parts.items()):
        if len(part) == 2:
            trigger, sentence = part["trigger"], part["sentence"]
            yield Telling(
                trigger.report_id,
                Span(trigger.start_char, trigger.end_char),
                trigger.text,
                Span(sentence.start_char, sentence.end_char),
                sentence.text,
            )


def _copy(
    old: sqlite3.Connection, new: sqlite3.Connection, table: TableSpec, event_ids: Collection[str]
) -> int:
    """Copy the rows of these events; returns how many."""
    names = ", ".join([*(["geom"] if table.geometry else []), *columns_in(old, table)])
    query = f"SELECT {names} FROM {table.name} WHERE {_AMONG} ORDER BY fid"
    rows = old.execute(query, (json.dumps(list(event_ids)),)).fetchall()
    if rows:
        new.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' * len(rows[0]))})", rows)
    return len(rows)


def _widen(old: sqlite3.Connection, new: sqlite3.Connection, table: TableSpec) -> None:
    """Let the box of a layer hold the old one too."""
    query = "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?"
    boxes = [connection.execute(query, (table.name,)).fetchone() for connection in (old, new)]
    known = [box for box in boxes if box is not None and None not in box]
    if known:
        west, south, east, north = zip(*known)
        new.execute(
            "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
            (min(west), min(south), max(east), max(north), table.name),
        )
