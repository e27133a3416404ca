"""The events file: what goes in comes out, and there is never half a file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from event_timeline.core.errors import LayerError, OutputError
from event_timeline.core.schema import TABLES, report_row_of, row_of
from event_timeline.layers.event_table import ASSERTIONS, EVENT_TYPES, OPEN_END, UNKNOWN, datetime_of, ms_of
from event_timeline.layers.geopackage import check_target, write_events
from event_timeline.layers.reader import EventFile

WRITTEN_AT = datetime(2024, 6, 1, 12)


def query(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_rows_come_back_as_they_went_in(file: EventFile, study: Any) -> None:
    fids = file.events().fids
    assert file.rows(fids[::-1]) == [row_of(study.presence), row_of(study.bomb)]
    assert {row.event_id for row in file.undated()} == {study.meeting.event_id, study.nowhere.event_id}
    for event in study.events:
        assert file.row(event.event_id) == row_of(event)
    assert file.row("no such id") is None
    assert file.n_undated() == 2


def test_the_table_holds_what_must_be_fast(file: EventFile, study: Any) -> None:
    table = file.events()
    assert len(table) == 2
    assert list(table.event_ids) == [study.bomb.event_id, study.presence.event_id]
    assert datetime_of(table.starts_ms[0]) == datetime(2024, 3, 4)
    assert datetime_of(table.ends_ms[0]) == datetime(2024, 3, 5)
    assert table.ends_ms[1] == OPEN_END
    assert [EVENT_TYPES[code] for code in table.type_codes] == [
        study.bomb.event_type,
        study.presence.event_type,
    ]
    assert [ASSERTIONS[code].value for code in table.assertion_codes] == ["occurred", "claimed"]
    assert (table.lons[0], table.lats[0]) == study.bomb.where.point
    assert list(table.fatalities) == [9, UNKNOWN]
    assert list(table.where_precs) == [1, 5]
    assert table.has_place.all()


def test_reports_mentions_failures_and_areas_come_back(file: EventFile, study: Any) -> None:
    assert file.reports() == [report_row_of(report) for report in study.reports]
    assert file.report("a.txt") == report_row_of(study.report)
    assert file.report("z.txt") is None
    roles = [mention.role for mention in file.mentions(study.bomb.event_id)]
    assert roles == ["sentence", "trigger", "place"]
    assert [failure.error for failure in file.failures()] == [study.failure.error]
    (area,) = file.areas()
    assert area.event_id == study.presence.event_id
    np.testing.assert_array_equal(area.polygons[0][0][0], (61.0, 32.0))


def test_offsets_of_mentions_count_characters_of_the_text_as_read(file: EventFile, study: Any) -> None:
    for event in study.events:
        for mention in file.mentions(event.event_id):
            report = file.report(mention.report_id)
            assert report is not None
            assert report.text[mention.start_char : mention.end_char] == mention.text


def test_times_are_naive_and_to_the_millisecond(path: Path) -> None:
    """QGIS compares them as text with such literals; a Z would sort wrong."""
    times = query(path, "SELECT start_time, end_time FROM events ORDER BY fid")
    assert times == [
        ("2024-03-04T00:00:00.000", "2024-03-05T00:00:00.000"),
        ("2024-03-06T00:00:00.000", None),
    ]


def test_the_same_events_give_the_same_bytes(study: Any, tmp_path: Path) -> None:
    for name, events in (("a.gpkg", study.events), ("b.gpkg", study.events[::-1])):
        write_events(tmp_path / name, events, study.reports[::-1], [study.failure], written_at=WRITTEN_AT)
    assert (tmp_path / "a.gpkg").read_bytes() == (tmp_path / "b.gpkg").read_bytes()


def test_a_file_without_events_has_the_full_schema(tmp_path: Path) -> None:
    write_events(tmp_path / "empty.gpkg", [], [], [], written_at=WRITTEN_AT)
    file = EventFile(tmp_path / "empty.gpkg")
    assert len(file.events()) == 0
    assert (file.undated(), file.reports(), file.areas(), file.failures()) == ([], [], [], [])
    for table in TABLES:
        columns = [row[1] for row in query(tmp_path / "empty.gpkg", f"PRAGMA table_info({table.name})")]
        keys = ["fid", "geom"] if table.geometry else ["fid"]
        assert columns == [*keys, *(column.name for column in table.columns)]


def test_the_file_is_a_geopackage_1_2(path: Path) -> None:
    assert query(path, "PRAGMA application_id") == [(0x47504B47,)]
    assert query(path, "PRAGMA user_version") == [(10200,)]
    assert query(path, "PRAGMA foreign_key_check") == []
    contents = dict(query(path, "SELECT table_name, data_type FROM gpkg_contents"))
    assert contents == {
        **{t.name: "features" if t.geometry else "attributes" for t in TABLES},
        "layer_styles": "attributes",
    }
    box = query(path, "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'events'")
    assert box == [(62.2, 33.5, 62.5, 34.35)]


def test_gdal_reads_it_as_any_geopackage(path: Path) -> None:
    geopandas = pytest.importorskip("geopandas", reason="geopandas comes with the extra 'read'")
    frame = geopandas.read_file(path, layer="events")
    assert frame.crs.to_epsg() == 4326
    assert [geometry.geom_type for geometry in frame.geometry] == ["Point", "Point"]
    areas = geopandas.read_file(path, layer="event_areas")
    assert areas.geometry.iloc[0].area == pytest.approx(9.0)


def test_an_events_file_may_be_replaced(path: Path, study: Any) -> None:
    write_events(path, [study.bomb], study.reports, [], written_at=WRITTEN_AT)
    assert EventFile(path).n_undated() == 0


def test_an_event_that_is_to_stand_is_taken_over_as_a_person_left_it(path: Path, study: Any) -> None:
    """With every value, its area and its mentions; the rest is written anew."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE events SET review_state = 'edited', location = 'The hills', fatalities = 3, longitude = 1.5"
            " WHERE event_id = ?",
            (study.presence.event_id,),
        )
    before = EventFile(path)
    row, mentions = before.row(study.presence.event_id), before.mentions(study.presence.event_id)
    areas = [area.event_id for area in before.areas()]
    write_events(
        path, [study.bomb], study.reports, [], written_at=WRITTEN_AT, standing=[study.presence.event_id]
    )
    after = EventFile(path)
    assert after.row(study.presence.event_id) == row
    assert after.mentions(study.presence.event_id) == mentions
    assert [area.event_id for area in after.areas()] == areas == [study.presence.event_id]
    assert len(after.events()) == 2
    assert after.undated() == []


def test_words_of_a_text_that_has_changed_are_left_behind(path: Path, study: Any) -> None:
    other = replace(
        study.report, text="Another text altogether, and longer than the one that was here before."
    )
    write_events(path, [], [other], [], written_at=WRITTEN_AT, standing=[study.bomb.event_id])
    file = EventFile(path)
    assert file.row(study.bomb.event_id) == row_of(study.bomb)
    assert file.mentions(study.bomb.event_id) == []


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, study: Any) -> None:
    letter = tmp_path / "letter.gpkg"
    letter.write_text("Dear editor")
    with pytest.raises(OutputError, match="not an events file"):
        check_target(letter)
    assert letter.read_text() == "Dear editor"


def test_a_file_that_is_being_edited_is_left_alone(path: Path) -> None:
    """A write-ahead log that outlives its database would be played into the new one."""
    path.with_name(path.name + "-wal").write_bytes(b"pages")
    with pytest.raises(OutputError, match="another program"):
        check_target(path)


def test_a_target_that_cannot_be_written_is_told_before_reading(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no folder"):
        check_target(tmp_path / "nowhere" / "events.gpkg")
    with pytest.raises(OutputError, match="is a folder"):
        check_target(tmp_path)
    with pytest.raises(OutputError, match="cannot be written"):
        check_target(tmp_path / ("long" * 100))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_closed_folder_is_told_before_reading(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="cannot be written"):
        check_target(tmp_path / "events.gpkg")


def test_when_writing_fails_nothing_is_left(path: Path, study: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()

    def full(*paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        write_events(path, study.events, study.reports, [], written_at=WRITTEN_AT)
    assert [file.name for file in path.parent.iterdir()] == ["events.gpkg"]
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [None, b"", b"no database at all, just words in a file"])
def test_what_is_no_events_file_is_told_in_words(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.gpkg"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LayerError, match=r"x\.gpkg"):
        EventFile(path)


def test_another_geopackage_is_told_what_it_lacks(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE mentions")
        connection.commit()
    with pytest.raises(LayerError, match="lacks mentions"):
        EventFile(path)


def test_rows_that_a_person_added_in_qgis_are_read(path: Path) -> None:
    """QGIS writes points with an envelope or none, times with a Z, and leaves fields empty."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO events (start_time, event_type) VALUES ('2024-05-01T00:00:00Z', 'OTHER')"
        )
        connection.commit()
    table = EventFile(path).events()
    assert datetime_of(table.starts_ms[-1]) == datetime(2024, 5, 1)
    assert table.type_codes[-1] == UNKNOWN
    assert np.isnan(table.lons[-1])


def test_moments_survive_the_way_through_milliseconds() -> None:
    for moment in (datetime(1839, 3, 1), datetime(1970, 1, 1), datetime(2024, 2, 29, 23, 59, 59, 999000)):
        assert datetime_of(ms_of(moment)) == moment


def test_a_time_that_is_none_is_told_in_words(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE events SET start_time = 'last spring'")
        connection.commit()
    with pytest.raises(LayerError, match="last spring"):
        EventFile(path).events()
