"""Decisions of a person in the file: at once, as a whole, and taken back to the byte."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from event_timeline.core.errors import OutputError
from event_timeline.core.event import ReviewState
from event_timeline.core.footprint import Footprint, LonLat
from event_timeline.core.regrouping import merged
from event_timeline.core.review import Edit, edited, judged
from event_timeline.core.schema import TABLES
from event_timeline.engine.continuing import study_in
from event_timeline.layers.event_table import MERGED, REVIEW_STATES
from event_timeline.layers.reader import EventFile
from event_timeline.layers.reviewing import hidden_behind, standing, take_back, write_decision
from event_timeline.layers.revision import revise_events

NOW = datetime(2018, 3, 2)


@pytest.fixture
def file(events_file: Path) -> EventFile:
    return EventFile(events_file)


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table.name: connection.execute(f"SELECT * FROM {table.name} ORDER BY fid").fetchall()
            for table in TABLES
        }


def ids_of(file: EventFile) -> list[str]:
    return [str(event_id) for event_id in file.events().event_ids]


def test_a_confirmed_event_keeps_its_key_and_everything_else(file: EventFile) -> None:
    before = content(file.path)
    event = standing(file, ids_of(file)[:1])[0]
    write_decision(file.path, [judged(event, ReviewState.CONFIRMED)], written_at=NOW)
    after = content(file.path)
    assert {name: len(rows) for name, rows in after.items()} == {
        name: len(rows) for name, rows in before.items()
    }
    assert [row[0] for row in after["events"]] == [row[0] for row in before["events"]]
    assert [REVIEW_STATES[code].value for code in file.events().review_codes] == ["confirmed"] + ["auto"] * 4
    changed = [new for old, new in zip(before["events"], after["events"]) if old != new]
    assert len(changed) == 1


def test_a_decision_taken_back_leaves_no_trace(file: EventFile) -> None:
    before = content(file.path)
    lead, other = standing(file, ids_of(file)[:2])
    done = write_decision(file.path, merged(lead, [other]), written_at=NOW)
    assert content(file.path) != before
    take_back(file.path, done, written_at=NOW)
    assert content(file.path) == before


def test_an_event_moves_with_its_place_and_its_area(file: EventFile) -> None:
    presence = next(one for one in standing(file, ids_of(file)) if one.row.event_type == "PRESENCE")
    event_id = presence.row.event_id
    write_decision(file.path, [edited(presence, Edit(date_edtf=""))], written_at=NOW)
    assert event_id in {row.event_id for row in file.undated()}
    assert event_id not in ids_of(file)
    assert file.areas() == []
    again = standing(file, [event_id])[0]
    write_decision(file.path, [edited(again, Edit(date_edtf="2018-02-22"))], written_at=NOW)
    assert [area.event_id for area in file.areas()] == [event_id]
    here = Footprint(LonLat(10.0, 50.0), "Here", 1, 1000.0, "")
    write_decision(file.path, [edited(standing(file, [event_id])[0], Edit(place=here))], written_at=NOW)
    table = file.events([event_id])
    assert (table.lons.tolist(), table.lats.tolist()) == ([10.0], [50.0])
    assert file.areas() == []
    with closing(sqlite3.connect(file.path)) as connection:
        box = "SELECT min_x, max_y FROM gpkg_contents WHERE table_name = 'events'"
        assert connection.execute(box).fetchone() == (10.0, 55.75)


def test_a_merged_event_is_hidden_behind_the_other(file: EventFile) -> None:
    lead, other = standing(file, ids_of(file)[:2])
    write_decision(file.path, merged(lead, [other]), written_at=NOW)
    assert [one.row.event_id for one in hidden_behind(file, lead.row.event_id)] == [other.row.event_id]
    codes = dict(zip(ids_of(file), file.events().review_codes.tolist()))
    assert codes[other.row.event_id] == MERGED


def test_the_area_of_a_rejected_event_is_known_as_rejected(file: EventFile) -> None:
    """It is a layer of its own, drawn without a look at the events."""
    presence = next(one for one in standing(file, ids_of(file)) if one.row.event_type == "PRESENCE")
    write_decision(file.path, [judged(presence, ReviewState.REJECTED)], written_at=NOW)
    with closing(sqlite3.connect(file.path)) as connection:
        assert connection.execute("SELECT review_state FROM event_areas").fetchall() == [("rejected",)]


def test_a_file_that_another_program_writes_to_stays_as_it_is(file: EventFile) -> None:
    event = judged(standing(file, ids_of(file)[:1])[0], ReviewState.REJECTED)
    before = content(file.path)
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OutputError, match=r"another program.*nothing was saved"):
            write_decision(file.path, [event], written_at=NOW)
        other.execute("ROLLBACK")
    assert content(file.path) == before


def test_a_spatial_index_of_qgis_follows(file: EventFile) -> None:
    with closing(sqlite3.connect(file.path)) as connection:
        connection.executescript(
            "CREATE VIRTUAL TABLE rtree_events_geom USING rtree(id, minx, maxx, miny, maxy);"
            "CREATE TRIGGER rtree_events_geom_insert AFTER INSERT ON events WHEN (new.geom NOT NULL AND NOT"
            " ST_IsEmpty(NEW.geom)) BEGIN INSERT OR REPLACE INTO rtree_events_geom VALUES (NEW.fid, ST_MinX(NEW.geom),"
            " ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;"
            "CREATE TRIGGER rtree_events_geom_update1 AFTER UPDATE OF geom ON events WHEN OLD.fid = NEW.fid AND"
            " (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN INSERT OR REPLACE INTO rtree_events_geom VALUES"
            " (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;"
            "CREATE TRIGGER rtree_events_geom_delete AFTER DELETE ON events WHEN old.geom NOT NULL BEGIN"
            " DELETE FROM rtree_events_geom WHERE id = OLD.fid; END;"
        )
    event = standing(file, ids_of(file)[:1])[0]
    write_decision(
        file.path,
        [edited(event, Edit(place=Footprint(LonLat(10.0, 50.0), "Here", 1, 1000.0, "")))],
        written_at=NOW,
    )
    with closing(sqlite3.connect(file.path)) as connection:
        assert connection.execute("SELECT minx, maxy FROM rtree_events_geom").fetchall() == [(10.0, 50.0)]


def test_decisions_survive_a_second_reading(file: EventFile) -> None:
    """Read anew: what was edited and merged stands as left, what was rejected stays rejected."""
    first, second, third = standing(file, ids_of(file)[:3])
    write_decision(file.path, merged(first, [second]), written_at=NOW)
    write_decision(file.path, [judged(third, ReviewState.REJECTED)], written_at=NOW)
    left = {row.event_id: row for row in file.rows(file.events().fids.tolist())}
    study = study_in(file.path)
    fresh = [
        replace(event, review_state=ReviewState.AUTO)
        for event in study.decided
        if event.event_id == third.row.event_id
    ]
    events = study.continued(fresh)
    revise_events(file.path, events, study.reports, [], standing=lambda: events.standing, written_at=NOW)
    again = {row.event_id: row for row in EventFile(file.path).rows(file.events().fids.tolist())}
    for event_id in (first.row.event_id, second.row.event_id):
        assert again[event_id] == left[event_id]
    read_anew = {row.event_id: row.review_state for row in EventFile(file.path).undated()}
    assert read_anew == {third.row.event_id: "rejected"}


def test_columns_of_one_s_own_keep_their_values(file: EventFile) -> None:
    with closing(sqlite3.connect(file.path)) as connection:
        for table in ("events", "events_undated"):
            connection.execute(f"ALTER TABLE {table} ADD COLUMN my_word TEXT")
            connection.execute(f"UPDATE {table} SET my_word = 'mine'")
        connection.commit()
    first = standing(file, ids_of(file)[:1])[0]
    write_decision(file.path, [judged(first, ReviewState.CONFIRMED)], written_at=NOW)
    write_decision(
        file.path, [edited(standing(file, ids_of(file)[:1])[0], Edit(date_edtf=""))], written_at=NOW
    )
    with closing(sqlite3.connect(file.path)) as connection:
        query = "SELECT my_word FROM events UNION ALL SELECT my_word FROM events_undated"
        words = [word for (word,) in connection.execute(query)]
    assert words == ["mine"] * 6
