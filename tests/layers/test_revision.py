"""A new reading in a file that people work with: what they decided and what they added stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from event_timeline.core.errors import OutputError
from event_timeline.core.event import Event
from event_timeline.core.rows import row_of
from event_timeline.layers.reader import EventFile
from event_timeline.layers.revision import revise_events

WRITTEN_AT = datetime(2025, 1, 1)


def query(path: Path, *statements: str) -> list[Any]:
    """The rows of the last of these statements."""
    with closing(sqlite3.connect(path)) as connection, connection:
        return [connection.execute(statement).fetchall() for statement in statements][-1]


def revise(path: Path, events: Iterable[Event], study: Any, *standing: str, **values: Any) -> EventFile:
    reports = values.pop("reports", study.reports)
    stays = dict.fromkeys(standing)
    revise_events(path, events, reports, [], standing=lambda: stays, written_at=WRITTEN_AT, **values)
    return EventFile(path)


def test_an_event_that_is_to_stand_stays_as_a_person_left_it(path: Path, study: Any) -> None:
    """With every value, its area and its mentions; the rest is new."""
    event_id = study.presence.event_id
    query(
        path,
        "UPDATE events SET review_state = 'edited', location = 'The hills', fatalities = 3, longitude = 1.5"
        f" WHERE event_id = '{event_id}'",
    )
    before = EventFile(path)
    after = revise(path, [study.bomb], study, event_id)
    assert after.row(event_id) == before.row(event_id)
    assert after.mentions(event_id) == before.mentions(event_id)
    assert [area.event_id for area in after.areas()] == [event_id]
    assert len(after.events()) == 2
    assert (after.undated(), after.failures()) == ([], [])


def test_an_undated_event_that_has_its_date_now_moves(path: Path, study: Any) -> None:
    dated = replace(study.meeting, when=study.bomb.when)
    after = revise(path, [dated, study.nowhere], study)
    assert after.row(dated.event_id) == row_of(dated)
    assert list(after.events().event_ids) == [dated.event_id]
    assert [row.event_id for row in after.undated()] == [study.nowhere.event_id]


def test_columns_and_tables_of_ones_own_stay(path: Path, study: Any) -> None:
    """A column keeps its values where the event is still there."""
    query(
        path,
        'ALTER TABLE events ADD COLUMN "my note" TEXT',
        'ALTER TABLE events ADD COLUMN "seen" INTEGER',
        f"""UPDATE events SET "my note" = 'ask again', seen = 1 WHERE event_id = '{study.bomb.event_id}'""",
        "CREATE TABLE mine (word TEXT)",
        "INSERT INTO mine VALUES ('kept')",
        "UPDATE layer_styles SET styleQML = 'my style'",
    )
    revise(path, [study.meeting, replace(study.bomb, tags=("new",))], study, study.presence.event_id)
    assert query(
        path, f"SELECT \"my note\", seen, tags FROM events ORDER BY event_id = '{study.bomb.event_id}'"
    ) == [
        (None, None, None),
        ("ask again", 1, "new"),
    ]
    assert query(path, "SELECT word FROM mine") == [("kept",)]
    assert query(path, "SELECT DISTINCT styleQML FROM layer_styles") == [("my style",)]


def test_words_of_a_text_that_has_changed_are_left_behind(path: Path, study: Any) -> None:
    other = replace(
        study.report, text="Another text altogether, and longer than the one that was here before."
    )
    after = revise(path, [], study, study.bomb.event_id, reports=[other])
    assert after.row(study.bomb.event_id) == row_of(study.bomb)
    assert after.mentions(study.bomb.event_id) == []


def test_words_that_stand_elsewhere_in_a_revised_text_are_followed(path: Path, study: Any) -> None:
    event_id = study.bomb.event_id
    query(path, f"UPDATE events SET review_state = 'edited' WHERE event_id = '{event_id}'")
    before = EventFile(path).mentions(event_id)
    revised = [replace(report, text=f"Corrected. {report.text}") for report in study.reports]
    after = revise(path, study.events[2:], study, event_id, reports=revised).mentions(event_id)
    shift = len("Corrected. ")
    assert [(m.text, m.start_char, m.end_char) for m in after] == [
        (m.text, m.start_char + shift, m.end_char + shift) for m in before
    ]
    assert before


def test_the_boxes_of_layers_hold_what_is_new(path: Path, study: Any) -> None:
    moved = replace(study.bomb, where=replace(study.bomb.where, point=study.meeting.where.point))
    revise(path, [moved], study, study.presence.event_id)
    box = query(path, "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'events'")
    assert box == [(7.68, 33.5, 62.5, 45.07)]


def test_a_file_of_an_earlier_version_gets_what_it_lacks(path: Path, study: Any) -> None:
    query(
        path,
        "DROP TABLE lexicons",
        "DROP TABLE event_areas_undated",
        "DELETE FROM gpkg_contents WHERE table_name IN ('lexicons', 'event_areas_undated')",
        "DELETE FROM gpkg_geometry_columns WHERE table_name = 'event_areas_undated'",
        "ALTER TABLE events DROP COLUMN displaced",
        "ALTER TABLE events_undated DROP COLUMN displaced",
    )
    assert EventFile(path).lexicons() == ()
    after = revise(path, study.events[2:], study, study.bomb.event_id)
    assert after.row(study.bomb.event_id) == row_of(study.bomb)
    assert query(path, "SELECT count(*) FROM gpkg_contents WHERE table_name = 'lexicons'") == [(1,)]


def test_when_the_events_break_off_the_file_is_as_it_was(path: Path, study: Any) -> None:
    def stopped() -> Iterable[Event]:
        yield study.bomb
        raise OutputError("stopped")

    before = path.read_bytes()
    with pytest.raises(OutputError, match="stopped"):
        revise(path, stopped(), study)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["events.gpkg"]
