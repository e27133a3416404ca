"""Reports dated after reading: their events stand as if the date had been known from the start."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from event_timeline.core.errors import Cancelled, InputError, LayerError
from event_timeline.core.lexicon_file import LexiconFile
from event_timeline.core.report import DctBasis, Failure, Report
from event_timeline.engine.batch import ReaderConfig, extract_batch
from event_timeline.engine.extraction import Progress
from event_timeline.engine.redating import redate_file
from event_timeline.layers.geopackage import write_events
from event_timeline.layers.reader import EventFile
from event_timeline.reading.manifest import read_manifest

TEXT = (
    "Rebels bombed a bridge in Herat on Tuesday. Ministers met in Moscow on January 20. "
    "Troops raided a farm in northern Afghanistan. The president will visit Kabul. "
    "The army had shelled the valley before."
)
DAY = date(2018, 2, 21)
NOON = datetime(2024, 6, 1, 12)
OTHER = Report("other.txt", "Police arrested two men in Turin on Friday.")


def written(path: Path, *reports: Report) -> Path:
    """A file of what the reports tell."""
    batch = extract_batch(reports, ReaderConfig())
    write_events(path, batch.events, batch.reports, batch.failures, written_at=NOON)
    return path


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of two reports without a date."""
    return written(tmp_path_factory.mktemp("undated") / "events.gpkg", Report("a.txt", TEXT), OTHER)


@pytest.fixture
def path(undated: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    copy = tmp_path / "events.gpkg"
    copy.write_bytes(undated.read_bytes())
    return copy


def rows(path: Path) -> dict[str, object]:
    """All events of a file by their ids."""
    file = EventFile(path)
    return {row.event_id: row for row in [*file.rows(file.events().fids.tolist()), *file.undated()]}


def test_dating_later_is_reading_with_the_date(path: Path, tmp_path: Path) -> None:
    """Every column agrees; an event of the past perfect stays undated either way."""
    known = written(tmp_path / "known.gpkg", Report("a.txt", TEXT, DAY, DctBasis.GIVEN), OTHER)
    done = redate_file(path, written_at=NOON, day=DAY, only=["a.txt"])
    assert done.published == {"a.txt": DAY}
    assert {row.date_basis for row in rows(path).values()} >= {"relative", "explicit", "publication"}
    ours, theirs = rows(path), rows(known)
    assert [key for key in theirs if ours[key] != theirs[key]] == []
    assert ours.keys() == theirs.keys()
    assert len(EventFile(path).areas()) == len(EventFile(known).areas()) > 0
    assert EventFile(path).report("a.txt") == EventFile(known).report("a.txt")


def test_what_stays_undated_is_counted(path: Path) -> None:
    done = redate_file(path, written_at=NOON, day=DAY, only=["a.txt"])
    assert done.n_dated + done.n_wordless + done.n_waiting == done.n_dated + len(EventFile(path).undated())
    assert (done.n_wordless > 0, done.n_waiting > 0) == (True, True)


def test_the_reason_names_the_new_date_and_complains_no_more(path: Path) -> None:
    redate_file(path, written_at=NOON, day=DAY)
    file = EventFile(path)
    told = [mention for row in rows(path) for mention in file.mentions(row) if mention.role == "date"]
    assert told
    assert [mention.why for mention in told if mention.why and "no date to count from" in mention.why] == []


def test_the_table_of_reports_goes_before_the_day(path: Path, tmp_path: Path) -> None:
    table = tmp_path / "reports.csv"
    table.write_text("file,date\nnews/a.txt,2018-02-21\n")
    done = redate_file(path, written_at=NOON, day=date(2020, 1, 1), manifest=read_manifest(table))
    assert done.published == {"a.txt": DAY, "other.txt": date(2020, 1, 1)}


def test_a_person_s_decision_stays(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE events_undated SET review_state = 'rejected'")
        connection.commit()
    redate_file(path, written_at=NOON, day=DAY)
    assert {row.review_state for row in rows(path).values()} == {"rejected"}


def test_what_else_is_in_the_file_stays(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE mine (word TEXT)")
        connection.execute("INSERT INTO mine VALUES ('kept')")
        connection.commit()
    redate_file(path, written_at=NOON, day=DAY)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT word FROM mine").fetchall() == [("kept",)]
    assert [file.name for file in path.parent.iterdir()] == ["events.gpkg"]


def test_a_spatial_index_follows(path: Path) -> None:
    """Its triggers call functions that SQLite alone does not have."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIRTUAL TABLE rtree_events_geom USING rtree(id, minx, maxx, miny, maxy)")
        connection.execute(
            "CREATE TRIGGER rtree_events_geom_insert AFTER INSERT ON events"
            " WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))"
            " BEGIN INSERT OR REPLACE INTO rtree_events_geom VALUES"
            " (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END"
        )
        connection.commit()
    redate_file(path, written_at=NOON, day=DAY)
    with closing(sqlite3.connect(path)) as connection:
        (indexed,) = connection.execute("SELECT count(*) FROM rtree_events_geom").fetchone()
        (placed,) = connection.execute("SELECT count(*) FROM events WHERE geom IS NOT NULL").fetchone()
    assert indexed == placed > 0


def test_a_report_with_a_date_keeps_it(path: Path) -> None:
    redate_file(path, written_at=NOON, day=DAY, only=["a.txt"])
    done = redate_file(path, written_at=NOON, day=date(2020, 1, 1))
    assert set(done.published) == {"other.txt"}
    assert "2018-02-21" in done.notes[0]
    before = path.read_bytes()
    with pytest.raises(InputError, match="Every report"):
        redate_file(path, written_at=NOON, day=DAY)
    assert path.read_bytes() == before


def test_a_wrong_date_is_changed_where_the_report_is_named(path: Path) -> None:
    redate_file(path, written_at=NOON, day=date(2020, 1, 1), only=["a.txt"])
    wrong = EventFile(path).events().starts_ms.tolist()
    done = redate_file(path, written_at=NOON, day=DAY, only=["a.txt"])
    assert set(done.published) == {"a.txt"}
    assert EventFile(path).report("a.txt").published == DAY
    assert EventFile(path).events().starts_ms.tolist() != wrong
    with pytest.raises(InputError, match="has that date"):
        redate_file(path, written_at=NOON, day=DAY, only=["a.txt"])


def test_an_unknown_report_is_told_with_the_nearest(path: Path) -> None:
    with pytest.raises(InputError, match=r"Did you mean other\.txt"):
        redate_file(path, written_at=NOON, day=DAY, only=["othr.txt"])


def test_a_table_without_a_date_for_any_report_changes_nothing(path: Path, tmp_path: Path) -> None:
    table = tmp_path / "reports.csv"
    table.write_text("file,date\nb.txt,2018-02-21\n")
    before = path.read_bytes()
    with pytest.raises(InputError, match=r"There is no date for .* 2 reports"):
        redate_file(path, written_at=NOON, manifest=read_manifest(table))
    assert path.read_bytes() == before


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear editor")
    with pytest.raises(LayerError, match=r"letter\.txt"):
        redate_file(tmp_path / "letter.txt", written_at=NOON, day=DAY)


def test_twins_are_found_as_if_the_date_had_been_known(tmp_path: Path) -> None:
    """Two reports of one deed are two events as long as one of them has no date, and one after."""
    dated = Report("dated.txt", "Rebels bombed a bridge in Herat on 20 February 2018.", DAY, DctBasis.GIVEN)
    twin = Report("twin.txt", "On Tuesday rebels bombed a bridge in Herat. Five people died.")
    path = written(tmp_path / "events.gpkg", dated, twin)
    known = written(
        tmp_path / "known.gpkg", dated, replace(twin, published=DAY, published_basis=DctBasis.GIVEN)
    )
    assert {row.n_sources for row in rows(path).values()} == {1}
    redate_file(path, written_at=NOON, day=DAY)
    assert rows(path) == rows(known)
    assert {row.n_sources for row in rows(path).values() if row.event_type == "ASSAULT"} == {2}


def test_what_a_person_edited_or_merged_by_hand_stays_as_it_was_left(path: Path) -> None:
    bombing, arrest, *_ = sorted(row.event_id for row in rows(path).values())
    with closing(sqlite3.connect(path)) as connection, connection:
        change = (
            "UPDATE events_undated SET review_state = 'edited', location = 'The bridge' WHERE event_id = ?"
        )
        connection.execute(change, (bombing,))
        connection.execute("UPDATE events_undated SET merged_into = ? WHERE event_id = ?", (bombing, arrest))
    left = rows(path)[bombing]
    redate_file(path, written_at=NOON, day=DAY)
    assert rows(path)[bombing] == left
    assert rows(path)[arrest].merged_into == bombing


def test_words_of_the_users_own_count_again(tmp_path: Path) -> None:
    lexicon = LexiconFile("mine.csv", "words,pos,type\nbesnow,verb,PROTEST\n")
    batch = extract_batch(
        [Report("a.txt", "Pupils besnowed the town hall in Oslo on Tuesday.")], ReaderConfig(None, (lexicon,))
    )
    path = tmp_path / "events.gpkg"
    write_events(path, batch.events, batch.reports, [], written_at=NOON, lexicons=[lexicon])
    redate_file(path, written_at=NOON, day=DAY)
    assert [(row.event_type, row.date_edtf) for row in rows(path).values()] == [("PROTEST", "2018-02-20")]
    assert EventFile(path).lexicons() == (lexicon,)


def test_when_it_is_stopped_the_file_is_as_it_was(path: Path) -> None:
    def stop(progress: Progress) -> None:
        raise Cancelled("stopped")

    before = path.read_bytes()
    with pytest.raises(Cancelled):
        redate_file(path, written_at=NOON, day=DAY, on_progress=stop)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["events.gpkg"]


def test_what_could_not_be_opened_is_told_on(tmp_path: Path) -> None:
    path = tmp_path / "events.gpkg"
    failures = [Failure("b.pdf", "open", "It is a PDF."), Failure("a.txt", "read", "A fault, mended since.")]
    write_events(path, [], [OTHER], failures, written_at=NOON)
    redate_file(path, written_at=NOON, day=DAY)
    assert [row.report_id for row in EventFile(path).failures()] == ["b.pdf"]


def test_the_command_line_starts_without_the_language_model() -> None:
    """``--help`` is instant."""
    code = (
        "import sys; import event_timeline.cli;"
        "print([name for name in ('spacy', 'dateparser', 'pandas', 'shapely') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
