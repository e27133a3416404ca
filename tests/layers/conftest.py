"""A small study of our own for tests of files: two reports, dated and undated events, points and an area."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from event_timeline.core.event import Assertion, Count, Event, Telling, event_id_of
from event_timeline.core.event_types import EventType
from event_timeline.core.footprint import Footprint, LonLat
from event_timeline.core.mentions import Mention, MentionRole, Provenance
from event_timeline.core.report import DctBasis, Failure, Report, Span
from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan
from event_timeline.layers.geopackage import write_events
from event_timeline.layers.reader import EventFile

WRITTEN_AT = datetime(2024, 6, 1, 12)
TEXT = "A bomb killed nine people in Herat on 4 March. Troops hold the west of the country."
REPORT = Report(
    "a.txt", TEXT, date(2024, 3, 6), DctBasis.GIVEN, title="Bomb in Herat", source="The Daily Example"
)
UNDATED_REPORT = Report("b.txt", "Officials met in Turin on 9 May. ☃ It snowed.")
FAILURE = Failure("c.txt", "open", "c.txt is empty. Leave it out.")
HERAT = Footprint(LonLat(62.2, 34.35), "Herat", 1, 5000.0, "geonames:1140026", "AF", "Herat")
TURIN = Footprint(LonLat(7.68, 45.07), "Turin", 1, 5000.0, "geonames:3165524", "IT", "Piedmont")


def square(west: float, south: float, size: float) -> bytes:
    """A MultiPolygon of one square in WKB."""
    ring = [
        (west, south),
        (west + size, south),
        (west + size, south + size),
        (west, south + size),
        (west, south),
    ]
    head = struct.pack("<BIIBIII", 1, 6, 1, 1, 3, 1, len(ring))
    return head + b"".join(struct.pack("<dd", *position) for position in ring)


WEST = Footprint(
    LonLat(62.5, 33.5), "Western Afghanistan", 5, 150000.0, "region:AF-west", "AF", area_wkb=square(61, 32, 3)
)


def telling(report: Report, words: str) -> Telling:
    """A telling whose sentence is the one that holds `words`."""
    at = report.text.index(words)
    start = report.text.rfind(". ", 0, at) + 2 if ". " in report.text[:at] else 0
    end = report.text.index(".", at) + 1
    trigger, sentence = Span(at, at + len(words)), Span(start, end)
    return Telling(report.report_id, trigger, words, sentence, sentence.of(report.text))


def event(report: Report, words: str, event_type: EventType, **values: object) -> Event:
    """An event told by `words` of `report`."""
    told = telling(report, words)
    return Event(event_id_of(report.sha256, told.trigger, event_type), event_type, "", (told,), **values)  # type: ignore[arg-type]


def day(year: int, month: int, number: int) -> TimeSpan:
    """A whole day."""
    start = datetime(year, month, number)
    return TimeSpan(start, datetime(year, month, number + 1), Granularity.DAY, f"{start:%Y-%m-%d}")


BOMB = event(
    REPORT,
    "killed",
    EventType.ASSAULT,
    when=day(2024, 3, 4),
    date_text="4 March",
    date_basis=DateBasis.EXPLICIT,
    where=HERAT,
    place_text="Herat",
    fatalities=Count(9, 9, 9),
    score_place=0.9,
    score_time=0.95,
    mentions=(
        Mention(
            MentionRole.PLACE,
            "a.txt",
            Span(29, 34),
            "Herat",
            "geonames:1140026",
            Provenance("toponym/primary-name", "the only town of that name", 0.9),
        ),
    ),
)
PRESENCE = event(
    REPORT,
    "hold",
    EventType.PRESENCE,
    when=TimeSpan(datetime(2024, 3, 6), None, Granularity.DAY, "2024-03-06/.."),
    date_basis=DateBasis.PUBLICATION,
    where=WEST,
    place_text="the west of the country",
    actor1=("Troops",),
    assertion=Assertion.CLAIMED,
)
MEETING = event(
    UNDATED_REPORT,
    "met",
    EventType.CONSULT,
    when=TimeSpan(None, None, Granularity.DAY, "XXXX-05-09"),
    date_text="9 May",
    date_basis=DateBasis.EXPLICIT,
    where=TURIN,
)
NOWHERE = event(UNDATED_REPORT, "snowed", EventType.STATEMENT)


@dataclass(frozen=True)
class Study:
    """What goes into a file."""

    bomb: Event  # dated, with a point and a count
    presence: Event  # goes on, claimed, with an area
    meeting: Event  # of a year unknown, with a point
    nowhere: Event  # neither date nor place
    report: Report
    undated_report: Report
    failure: Failure

    @property
    def events(self) -> tuple[Event, ...]:
        return (self.bomb, self.presence, self.meeting, self.nowhere)

    @property
    def reports(self) -> tuple[Report, ...]:
        return (self.report, self.undated_report)


@pytest.fixture
def study() -> Study:
    return Study(BOMB, PRESENCE, MEETING, NOWHERE, REPORT, UNDATED_REPORT, FAILURE)


@pytest.fixture
def path(study: Study, tmp_path: Path) -> Path:
    """The study as a file."""
    target = tmp_path / "events.gpkg"
    write_events(target, study.events, study.reports, [study.failure], written_at=WRITTEN_AT)
    return target


@pytest.fixture
def file(path: Path) -> EventFile:
    return EventFile(path)
