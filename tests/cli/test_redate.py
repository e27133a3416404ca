"""``event-timeline redate``: reports get their date after reading."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="spaCy comes with the extra 'read'")

from event_timeline.cli import main
from event_timeline.core.report import Report
from event_timeline.layers.geopackage import write_events
from event_timeline.layers.reader import EventFile

TEXT = "A bomb went off in Lyon on Monday. The army had shelled the valley before."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of a report without a date; one of its two events has words for its time."""
    target = tmp_path / "events.gpkg"
    write_events(target, [], [Report("a.txt", TEXT)], [], written_at=datetime(2024, 6, 1))
    return target


def test_it_tells_how_many_events_were_dated_and_which_were_not(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["redate", str(path), "--date", "2024-03-06"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 report dated, and 1 event with it.",
        "1 event stays undated: the words name no time.",
    ]
    file = EventFile(path)
    assert [row.start_time for row in file.rows(file.events().fids)] == [datetime(2024, 3, 4)]


def test_programs_get_a_json_object_a_line(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["redate", str(path), "--date", "2024-03-06", "--progress", "json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == ["note", "progress", "progress", "summary"]
    assert lines[-1] == {
        "kind": "summary",
        "output": str(path),
        "reports": 1,
        "events": 1,
        "undated": 1,
        "waiting": 0,
    }


def test_it_needs_a_date(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, told in (
        (["redate", str(path)], "a date is needed"),
        (["redate", str(path), "--date", "6/3"], "6/3"),
    ):
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code == 2
        assert told in capsys.readouterr().err


def test_an_unknown_report_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["redate", str(path), "--date", "2024-03-06", "--report", "b.txt"]) == 1
    assert "holds no report called b.txt" in capsys.readouterr().err
