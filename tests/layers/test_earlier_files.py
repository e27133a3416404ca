"""Files that an earlier version wrote, without the newest columns, stay good."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from event_timeline.core.event import Count, ReviewState
from event_timeline.core.review import judged
from event_timeline.core.rows import row_of
from event_timeline.core.schema import EVENTS, EVENTS_UNDATED
from event_timeline.layers.filling import EVENT_TABLES
from event_timeline.layers.geopackage import write_events
from event_timeline.layers.gpkg_tables import add_new_columns, columns_in
from event_timeline.layers.reader import EventFile
from event_timeline.layers.reviewing import standing, take_back, write_decision

WRITTEN_AT = datetime(2024, 6, 1, 12)


@pytest.fixture
def earlier(path: Path) -> Path:
    """The study as it was written before there were columns that are new."""
    with closing(sqlite3.connect(path)) as connection:
        for table in EVENT_TABLES:
            for column in table.columns:
                if column.is_new:
                    connection.execute(f"ALTER TABLE {table.name} DROP COLUMN {column.name}")
        connection.commit()
    return path


def test_what_an_earlier_file_lacks_is_not_stated(earlier: Path, study: Any) -> None:
    file = EventFile(earlier)
    assert file.rows(file.events().fids) == [row_of(study.bomb), row_of(study.presence)]
    assert {row.displaced for row in file.undated()} == {None}


def test_new_columns_are_added_once(earlier: Path) -> None:
    with closing(sqlite3.connect(earlier)) as connection:
        for _ in range(2):
            add_new_columns(connection, (EVENTS, EVENTS_UNDATED))
        assert "displaced" in columns_in(connection, EVENTS)
        connection.commit()
    assert {row.displaced for row in EventFile(earlier).undated()} == {None}


def test_a_decision_on_an_event_with_an_area_is_taken_and_taken_back(earlier: Path, study: Any) -> None:
    (presence,) = standing(EventFile(earlier), [study.presence.event_id])
    before = write_decision(earlier, [judged(presence, ReviewState.REJECTED)], written_at=WRITTEN_AT)
    query = "SELECT review_state FROM event_areas WHERE event_id = ?"
    with closing(sqlite3.connect(earlier)) as connection:
        assert connection.execute(query, (study.presence.event_id,)).fetchone() == ("rejected",)
    take_back(earlier, before, written_at=WRITTEN_AT)
    (again,) = standing(EventFile(earlier), [study.presence.event_id])
    assert again == presence


def test_people_driven_out_come_back_as_they_went_in(path: Path, study: Any) -> None:
    fled = replace(study.bomb, displaced=Count(400, 400, None))
    write_events(path, [fled], study.reports, [], written_at=WRITTEN_AT)
    row = EventFile(path).row(fled.event_id)
    assert row is not None
    assert (row.displaced, row.injured) == (400, None)
