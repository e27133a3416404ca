"""``event-timeline extract``: reports to a file, and what it says about it."""

from __future__ import annotations

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("spacy", reason="spaCy comes with the extra 'read'")

from event_timeline.cli import main
from event_timeline.core.regrouping import merged
from event_timeline.core.schema import EventRow
from event_timeline.layers.reader import EventFile
from event_timeline.layers.reviewing import standing, write_decision

TEXT = "A bomb killed nine people in Lyon on 4 March, police said. Ministers met in Turin the next day."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "events.gpkg"


def test_a_report_becomes_a_file_of_events(
    report: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(report), "-o", str(target), "--date", "2024-03-06"]) == 0
    file = EventFile(target)
    bombs = [row for row in file.rows(file.events().fids.tolist()) if row.event_type == "ASSAULT"]
    assert [(str(row.start_time), row.fatalities, row.place_text) for row in bombs] == [
        ("2024-03-04 00:00:00", 9, "Lyon")
    ]
    said = capsys.readouterr()
    assert "from 1 report" in said.out
    assert f"event-timeline view {target}" in said.out
    assert "1 of 1 report read" in said.err


def test_without_a_date_nothing_is_dated_by_guess(report: Path, target: Path) -> None:
    assert main(["extract", str(report), "-o", str(target), "--progress", "none"]) == 0
    file = EventFile(target)
    assert len(file.events()) == 0
    assert "XXXX-03-04" in [row.date_edtf for row in file.undated()]


def _changed(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)


def test_more_reports_undo_nothing_that_a_person_has_decided(
    report: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reports of the file stay; what was confirmed, rejected, tagged or edited by hand stays so."""
    assert main(["extract", str(report), "-o", str(target), "--date", "2024-03-06"]) == 0
    _changed(
        target, "UPDATE events SET review_state = 'rejected', tags = 'seen' WHERE event_type = 'CONSULT'"
    )
    _changed(
        target,
        "UPDATE events SET review_state = 'edited', location = 'Villeurbanne', fatalities = 12"
        " WHERE event_type = 'ASSAULT'",
    )
    later = report.with_name("b.txt")
    later.write_text("Protesters marched in Rome on Tuesday.")
    capsys.readouterr()
    assert main(["extract", str(later), "-o", str(target), "--date", "2024-03-13"]) == 0
    assert "2 events that a person has decided on" in capsys.readouterr().err
    file = EventFile(target)
    assert [(row.report_id, str(row.published)) for row in file.reports()] == [
        ("a.txt", "2024-03-06"),
        ("b.txt", "2024-03-13"),
    ]
    rows = {row.event_type: row for row in file.rows(file.events().fids.tolist())}
    assert (rows["CONSULT"].review_state, rows["CONSULT"].tags) == ("rejected", "seen")
    bombs = [row for row in rows.values() if row.event_type == "ASSAULT"]
    assert [(row.location, row.fatalities, row.review_state) for row in bombs] == [
        ("Villeurbanne", 12, "edited")
    ]
    assert file.mentions(bombs[0].event_id)
    assert rows["PROTEST"].review_state == "auto"


def test_a_further_report_of_an_event_edited_by_hand_becomes_its_source_and_changes_nothing_else(
    report: Path, target: Path
) -> None:
    assert (
        main(["extract", str(report), "-o", str(target), "--date", "2024-03-06", "--progress", "none"]) == 0
    )
    _changed(
        target,
        "UPDATE events SET review_state = 'edited', location = 'Villeurbanne', fatalities = 12"
        " WHERE event_type = 'ASSAULT'",
    )
    later = report.with_name("b.txt")
    later.write_text("A bomb killed nine people in Lyon on 4 March.")
    for _ in range(2):  # the second time it is known already
        assert (
            main(["extract", str(later), "-o", str(target), "--date", "2024-03-13", "--progress", "none"])
            == 0
        )
        (bomb,) = _assaults(target)
        assert (bomb.location, bomb.fatalities, bomb.review_state) == ("Villeurbanne", 12, "edited")
        assert (bomb.source, bomb.n_sources) == ("a.txt; b.txt", 2)
        told = [
            m for m in EventFile(target).mentions(bomb.event_id) if m.rule is None and m.role == "trigger"
        ]
        assert [(m.report_id, m.rank) for m in told] == [("a.txt", 1), ("b.txt", 2)]


def test_a_further_report_of_events_merged_by_hand_becomes_a_source_of_what_they_are_together(
    report: Path, target: Path
) -> None:
    report.write_text(
        "A bomb killed nine people in Lyon on 4 March. Gunmen killed a baker in Nantes on 7 March."
    )
    assert (
        main(["extract", str(report), "-o", str(target), "--date", "2024-03-08", "--progress", "none"]) == 0
    )
    file = EventFile(target)
    bomb, murder = standing(file, [row.event_id for row in _assaults(target)])
    write_decision(target, merged(bomb, [murder]), written_at=datetime(2024, 3, 9))
    later = report.with_name("b.txt")
    later.write_text("Gunmen killed a baker in Nantes on 7 March.")
    assert main(["extract", str(later), "-o", str(target), "--date", "2024-03-13", "--progress", "none"]) == 0
    found = {row.event_id: row for row in _assaults(target)}
    assert found.keys() == {bomb.row.event_id, murder.row.event_id}
    assert found[murder.row.event_id].merged_into == bomb.row.event_id
    assert found[bomb.row.event_id].source == "a.txt; b.txt"


def _assaults(target: Path) -> list[EventRow]:
    file = EventFile(target)
    return [row for row in file.rows(file.events().fids.tolist()) if row.event_type == "ASSAULT"]


def test_a_file_in_which_nothing_was_decided_is_replaced(report: Path, target: Path) -> None:
    assert main(["extract", str(report), "-o", str(target), "--progress", "none"]) == 0
    later = report.with_name("b.txt")
    later.write_text("Protesters marched in Rome on 12 March 2024.")
    assert main(["extract", str(later), "-o", str(target), "--progress", "none"]) == 0
    assert [row.report_id for row in EventFile(target).reports()] == ["b.txt"]


def test_pasted_text_is_read_from_standard_input(
    target: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(TEXT))
    assert main(["extract", "-", "-o", str(target), "--date", "2024-03-06"]) == 0
    assert [row.report_id for row in EventFile(target).reports()] == ["pasted text"]


def test_what_cannot_be_read_is_told_and_kept_and_the_rest_is_read(
    report: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (report.parent / "empty.txt").write_text("")
    assert main(["extract", str(report.parent), "-o", str(target)]) == 0
    assert [failure.report_id for failure in EventFile(target).failures()] == ["empty.txt"]
    told = capsys.readouterr()
    assert "empty.txt is empty" in told.err
    assert "1 failure" in told.out


def test_when_nothing_can_be_read_nothing_is_written(
    tmp_path: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert main(["extract", str(tmp_path / "empty.txt"), "-o", str(target)]) == 1
    assert not target.exists()
    assert "nothing was written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--date", "2/3/2018"], "Write it like 2018-02-21"),
        (["--date", "2018-02-30"], "no day of the calendar"),
        (["--jobs", "0"], "number from 1 up"),
        (["--progress", "jsn"], "Did you mean json?"),
        (["--dat", "2018-02-21"], "Did you mean --date?"),
    ],
)
def test_a_wrong_option_is_told_before_any_work(
    report: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["extract", str(report), *arguments])
    assert end.value.code == 2
    assert told in capsys.readouterr().err


def test_a_target_that_cannot_be_written_is_told_before_reading(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(report), "-o", str(tmp_path / "nowhere" / "events.gpkg")]) == 1
    told = capsys.readouterr().err
    assert "no folder" in told
    assert "Reading" not in told


def test_a_manifest_that_is_not_there_is_told(
    report: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(report), "-o", str(target), "--manifest", "none.csv"]) == 1
    assert "none.csv cannot be opened" in capsys.readouterr().err


def test_programs_get_a_json_object_a_line(
    report: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (report.parent / "empty.txt").write_text("")
    arguments = ["extract", str(report.parent), "-o", str(target), "--progress", "json"]
    assert main(arguments) == 0
    lines: list[dict[str, Any]] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == ["failure", "note", "progress", "progress", "summary"]
    assert lines[-2]["done"] == lines[-2]["total"] == 1
    assert lines[-1] == {**lines[-1], "output": str(target), "reports": 1, "failures": 1}


def test_programs_are_told_of_the_end_without_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(tmp_path), "-o", str(tmp_path / "e.gpkg"), "--progress", "json"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == ["failure", "error"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no polite request to end")
def test_a_stop_leaves_nothing_half_written(report: Path, target: Path) -> None:
    """The program is asked to end as soon as it says that it reads."""
    arguments = ["extract", str(report), "-o", str(target), "--progress", "json"]
    with subprocess.Popen(
        [sys.executable, "-m", "event_timeline", *arguments], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if b'"progress"' in line:
                break
        process.send_signal(signal.SIGTERM)
        process.stdout.read()
    assert process.returncode in (130, 0)  # 0 when it was faster than the signal
    leftovers = {path.name for path in report.parent.iterdir()} - {"a.txt"}
    assert leftovers <= ({"events.gpkg"} if process.returncode == 0 else set())
