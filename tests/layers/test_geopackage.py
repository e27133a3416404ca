"""The events file: what goes in comes out, and there is never half a file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from event_timeline.core.errors import LayerError, OutputError
from event_timeline.core.lexicon_file import LexiconFile
from event_timeline.core.rows import report_row_of, row_of
from event_timeline.core.schema import TABLES
from event_timeline.layers.event_table import ASSERTIONS, EVENT_TYPES, OPEN_END, UNKNOWN, datetime_of, ms_of
from event_timeline.layers.geopackage import write_events
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
    assert len(file.undated()) == 2


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


def test_the_same_events_give_the_same_bytes_and_stand_as_they_come(study: Any, tmp_path: Path) -> None:
    for name in ("a.gpkg", "b.gpkg"):
        write_events(
            tmp_path / name,
            iter(study.events),
            iter(study.reports),
            iter([study.failure]),
            written_at=WRITTEN_AT,
        )
    assert (tmp_path / "a.gpkg").read_bytes() == (tmp_path / "b.gpkg").read_bytes()
    undated = [row.event_id for row in EventFile(tmp_path / "a.gpkg").undated()]
    assert undated == [study.meeting.event_id, study.nowhere.event_id]


def test_words_of_the_users_own_come_back_as_they_went_in(study: Any, tmp_path: Path) -> None:
    files = (LexiconFile("mine.csv", "words,pos,type\nsit in,verb,PROTEST\n"), LexiconFile("b.csv", "…"))
    write_events(tmp_path / "a.gpkg", [], [], [], written_at=WRITTEN_AT, lexicons=files)
    assert EventFile(tmp_path / "a.gpkg").lexicons() == files


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
    assert len(EventFile(path).undated()) == 0


def test_when_writing_fails_nothing_is_left(path: Path, study: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()

    def full(*paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        write_events(path, study.events, study.reports, [], written_at=WRITTEN_AT)
    assert [file.name for file in path.parent.iterdir()] == ["events.gpkg"]
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "no such file"),
        (b"", "not a GeoPackage"),
        (b"no database at all, just words", "not a GeoPackage"),
    ],
)
def test_what_is_no_events_file_is_told_in_words(tmp_path: Path, content: bytes | None, told: str) -> None:
    path = tmp_path / "x.gpkg"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LayerError, match=rf"x\.gpkg.*{told}"):
        EventFile(path)


def test_half_a_file_and_a_folder_are_told_in_words(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(LayerError, match="damaged"):
        EventFile(path)
    with pytest.raises(LayerError, match="is a folder"):
        EventFile(path.parent)


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
