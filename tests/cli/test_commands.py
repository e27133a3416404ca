"""The command line as a whole, and the commands that only look."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from event_timeline.cli import main
from event_timeline.cli.arguments import window
from event_timeline.core.event import Event, Telling
from event_timeline.core.event_types import EventType
from event_timeline.core.footprint import Footprint, LonLat
from event_timeline.core.mentions import Mention, MentionRole, Provenance
from event_timeline.core.report import DctBasis, Report, Span
from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan
from event_timeline.layers.geopackage import write_events

TEXT = "A bomb went off in Lyon on Monday."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of one dated and one undated event."""
    report = Report("a.txt", TEXT, date(2024, 3, 6), DctBasis.GIVEN)
    telling = Telling("a.txt", Span(2, 6), "bomb", Span(0, len(TEXT)), TEXT)
    why = Provenance("timex/weekday", "the Monday before the report of 6 March 2024", 0.9)
    when = TimeSpan(datetime(2024, 3, 4), datetime(2024, 3, 5), Granularity.DAY, "2024-03-04")
    bomb = Event(
        "abc123",
        EventType.ASSAULT,
        "explosives",
        (telling,),
        when=when,
        date_basis=DateBasis.RELATIVE,
        where=Footprint(LonLat(4.83, 45.76), "Lyon", 1, 5000.0, "geonames:2996944", "FR"),
        mentions=(Mention(MentionRole.DATE, "a.txt", Span(27, 33), "Monday", "2024-03-04", why),),
    )
    target = tmp_path / "events.gpkg"
    undated = Event("abd456", EventType.STATEMENT, "", (telling,))
    write_events(target, [bomb, undated], [report], [], written_at=datetime(2024, 6, 1))
    return target


def test_a_wrong_command_is_told_with_the_nearest_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["extarct"])
    assert end.value.code == 2
    assert "Did you mean extract?" in capsys.readouterr().err


def test_help_and_version_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["--version"], ["extract", "--help"], ["view", "--help"]):
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code == 0
    assert "examples:" in capsys.readouterr().out


def test_help_imports_nothing_heavy() -> None:
    """The first thing that people type must answer at once."""
    heavy = ("spacy", "numpy", "geopandas", "shapely", "PyQt6", "dateparser")
    code = (
        "import sys; from event_timeline.cli import parser; parser().format_help();"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("command", ["explain", "view"])
def test_a_file_of_another_kind_is_told(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("Dear editor")
    assert main([command, str(tmp_path / "letter.txt")]) == 1
    assert "letter.txt" in capsys.readouterr().err


def test_doctor_answers_programs_too(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["doctor", "--json"])
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert code == (0 if told["can_read"] else 1)
    assert all(finding["found"] or finding["advice"] for finding in told["findings"])
    assert main(["doctor"]) == code
    assert "reading: language model" in capsys.readouterr().out


def test_doctor_says_how_to_get_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import importlib.util

    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "dateparser" else find(name)
    )
    assert main(["doctor"]) == 1
    told = capsys.readouterr().out
    assert 'pip install "event-timeline[read]"' in told
    assert "Reports cannot be read yet" in told


def test_a_window_includes_both_its_days() -> None:
    assert window("2018-01-20..2018-01-27") == (datetime(2018, 1, 20), datetime(2018, 1, 28))
    assert window("2018-01-20") == (datetime(2018, 1, 20), datetime(2018, 1, 21))


def test_a_window_that_runs_backward_is_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["view", str(path), "--at", "2018-01-27..2018-01-20"])
    assert end.value.code == 2
    assert "runs backward" in capsys.readouterr().err
