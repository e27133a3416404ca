"""``event-timeline explain``: an event as a person would tell it, every value with its words and its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from event_timeline.cli import main
from event_timeline.core.event import Assertion, Count, Event, ReviewState, Telling
from event_timeline.core.event_types import EventType
from event_timeline.core.footprint import Footprint, LonLat
from event_timeline.core.lexicon_file import LexiconFile
from event_timeline.core.mentions import Mention, MentionRole, Provenance
from event_timeline.core.report import DctBasis, Report, Span
from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan
from event_timeline.layers.geopackage import write_events

TEXT = "A bomb killed nine people in Lyon on Monday, police said. Hundreds fled."
TWIN = "The bomb of Lyon killed ten."
REPORT = Report("a.txt", TEXT, date(2024, 3, 6), DctBasis.GIVEN, source="The Daily Example")
OTHER = Report("b.txt", TWIN)


def mention(role: MentionRole, words: str, value: str, why: str, rule: str = "r", rank: int = 1) -> Mention:
    report = REPORT if words in TEXT else OTHER
    at = report.text.index(words)
    return Mention(
        role, report.report_id, Span(at, at + len(words)), words, value, Provenance(rule, why, 0.9), rank
    )


BOMB = Event(
    "abc123",
    EventType.ASSAULT,
    "explosives",
    (
        Telling("a.txt", Span(7, 13), "killed", Span(0, 57), TEXT[:57]),
        Telling("b.txt", Span(17, 23), "killed", Span(0, 28), TWIN),
    ),
    when=TimeSpan(datetime(2024, 3, 4), datetime(2024, 3, 5), Granularity.DAY, "2024-03-04"),
    date_basis=DateBasis.RELATIVE,
    where=Footprint(LonLat(4.83, 45.76), "Lyon", 1, 5000.0, "geonames:2996944", "FR"),
    fatalities=Count(9, 9, 9),
    displaced=Count(100, 100, None),
    assertion=Assertion.CLAIMED,
    attributed_to=("police",),
    review_state=ReviewState.CONFIRMED,
    mentions=(
        mention(MentionRole.TRIGGER, "killed", "ASSAULT/explosives", '"killed" tells ASSAULT (explosives).'),
        mention(MentionRole.DATE, "Monday", "2024-03-04", "the last one up to 2024-03-06"),
        mention(MentionRole.PLACE, "Lyon", "geonames:2996944", '"Lyon" stands in the phrase of "killed"'),
        mention(MentionRole.PLACE, "Lyon", "geonames:1", "Lyons fits the name less well.", rank=2),
        mention(MentionRole.FATALITIES, "nine people", "9", '"nine people" is the number killed.'),
        mention(MentionRole.FATALITIES, "ten", "10", '"ten" is the number killed.', rank=2),
        mention(MentionRole.FATALITIES, "killed ten", "10", '"Ten" is the number killed.', rank=2),
        mention(MentionRole.DISPLACED, "Hundreds", "100..", '"Hundreds" is the number displaced.'),
        mention(
            MentionRole.TRIGGER, "killed ten", "x", "Taken for one: the same place.", "merge/same-event", 2
        ),
    ),
)
UNDATED = Event("abd456", EventType.STATEMENT, "", (Telling("b.txt", Span(4, 8), "bomb", Span(0, 28), TWIN),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of one dated and one undated event."""
    target = tmp_path / "events.gpkg"
    words = LexiconFile("mine.csv", "words,pos,type\nbomb,noun,ASSAULT\n")
    moment = datetime(2024, 6, 1)
    write_events(target, [BOMB, UNDATED], [REPORT, OTHER], [], written_at=moment, lexicons=[words])
    return target


def account(path: Path, event_id: str, capsys: Any) -> list[str]:
    """The lines that tell an event, without their margins."""
    assert main(["explain", str(path), "--event", event_id]) == 0
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def test_it_lists_what_is_dated_and_what_is_not(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(path)]) == 0
    first, second, last = capsys.readouterr().out.splitlines()
    assert [word in first for word in ("abc123", "4 March 2024", "Bombing", "Lyon")] == [True] * 4
    assert [word in second for word in ("abd456", "date unknown", "no place")] == [True] * 3
    assert last == "Read with your words in mine.csv."


def test_every_value_is_told_with_its_words_and_its_reason(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert account(path, "abc", capsys) == [
        "Bombing",
        "",
        "What Bombing.",
        "“killed” says so.",
        "When 4 March 2024.",
        "“Monday”: The last one up to 6 March 2024.",
        "Where Lyon.",
        "“Lyon” stands in the phrase of “killed”.",
        "1 other place of that name fits less well.",
        "Who Nobody is named.",
        "To whom Nobody is named.",
        "Killed 9.",
        "“nine people” is the number killed.",
        "Another figure: 10, “ten” (b.txt).",
        "Displaced 100 or more.",
        "“Hundreds” is the number displaced.",
        "Is it so It is claimed, not told as a fact.",
        "According to police.",
        "Told by 2 reports.",
        "a.txt (The Daily Example, 6 March 2024):",
        "A bomb killed nine people in Lyon on Monday, police said.",
        "b.txt (without a date):",
        TWIN,
        "Taken for one: the same place.",
        "Decided Somebody has confirmed it.",
        "In tables abc123, ASSAULT/explosives; ACLED: Explosions/Remote violence, Remote",
        "explosive/landmine/IED",
    ]


def test_what_is_not_known_is_told_too_and_how_to_tell_it(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = account(path, "abd456", capsys)
    assert "When Date unknown." in told
    assert "The text says nothing of the time." in told
    assert f"event-timeline redate {path} --report b.txt --date YYYY-MM-DD" in " ".join(told)
    assert "Where The text gives no place." in told


@pytest.mark.parametrize(
    ("event", "told"),
    [("ab", "2 events with an id that starts with ab: abc123, abd456"), ("zzz", "no event")],
)
def test_it_needs_one_event(path: Path, event: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(path), "--event", event]) == 1
    assert told in capsys.readouterr().err


def test_a_figure_that_another_report_tells_too_is_no_other_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twin = replace(mention(MentionRole.FATALITIES, "ten", "9", "It is the number killed."), rank=2)
    target = tmp_path / "events.gpkg"
    bomb = replace(BOMB, mentions=(*BOMB.mentions[:5], twin))
    write_events(target, [bomb], [REPORT, OTHER], [], written_at=datetime(2024, 6, 1))
    told = account(target, "abc", capsys)
    assert "b.txt tells the same figure." in told
    assert not any(line.startswith("Another figure") for line in told)
