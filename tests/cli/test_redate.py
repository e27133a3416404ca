"""``event-timeline redate`` says what it did, and what it cannot do."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from event_timeline.cli import main
from event_timeline.core.event import Event, Telling
from event_timeline.core.event_types import EventType
from event_timeline.core.mentions import Mention, MentionRole, Provenance
from event_timeline.core.report import Report, Span
from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan
from event_timeline.layers.geopackage import write_events
from event_timeline.layers.reader import EventFile

TEXT = "A bomb went off in Lyon on Monday."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of two undated events of a report without a date; one has words for its time."""
    telling = Telling("a.txt", Span(2, 6), "bomb", Span(0, len(TEXT)), TEXT)
    why = Provenance("times/calendar/weekday", "The report has no date to count from.", 0.5)
    when = TimeSpan(None, None, Granularity.DAY)
    mention = Mention(MentionRole.DATE, "a.txt", Span(27, 33), "Monday", "", why)
    bomb = Event(
        *("abc123", EventType.ASSAULT, "", (telling,)),
        when=when,
        date_text="Monday",
        date_basis=DateBasis.RELATIVE,
        mentions=(mention,),
    )
    target = tmp_path / "events.gpkg"
    other = Event("abd456", EventType.STATEMENT, "", (telling,))
    write_events(target, [bomb, other], [Report("a.txt", TEXT)], [], written_at=datetime(2024, 6, 1))
    return target


def test_it_tells_how_many_events_were_dated_and_which_were_not(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["redate", str(path), "--date", "2024-03-06"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 report dated, and 1 event with it.",
        "1 event stays undated: the words name no time.",
    ]
    row = EventFile(path).row("abc123")
    assert row is not None
    assert row.start_time == datetime(2024, 3, 4)


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
