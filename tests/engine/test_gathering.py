"""Events gathered from many reports: whole when they are asked for, light while they wait."""

from __future__ import annotations

import tempfile
import tracemalloc
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from event_timeline.core.errors import OutputError
from event_timeline.core.event import Event, Telling
from event_timeline.core.event_types import EventType
from event_timeline.core.footprint import Footprint, LonLat
from event_timeline.core.mentions import Mention, MentionRole, Provenance
from event_timeline.core.report import Failure, Report, Span
from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan
from event_timeline.engine import gathering as module
from event_timeline.engine.gathering import Counts, Gathering
from event_timeline.reading.merge import merge

DAY = TimeSpan(datetime(2019, 5, 2), datetime(2019, 5, 3), Granularity.DAY, "2019-05-02")
NORWAY = Footprint(LonLat(10.0, 62.0), "Norway", 6, 9e5, "geonames:2", country="NO", area_wkb=b"outline" * 99)

DIPLOMATS = ("Ingrid Solheim (Norway)", "Claire Dubois (France)")


def told(report_id: str, **values: Any) -> Event:
    """A meeting, as a report tells it."""
    span = Span(5, 8)
    why = Provenance("toponym/name", "It is so named.")
    return Event(
        event_id=f"{report_id}-met",
        event_type=EventType.CONSULT,
        event_mode="",
        tellings=(Telling(report_id, span, "met", Span(0, 9), "They met."),),
        mentions=(Mention(MentionRole.PLACE, report_id, span, "met", "geonames:2", why),),
        score_place=0.9,
        **{"when": DAY, "date_basis": DateBasis.EXPLICIT, "where": NORWAY, "actor1": DIPLOMATS, **values},
    )


def gathered(*events: Event) -> Gathering:
    """Each event from a report of its own."""
    gathering = Gathering()
    for event in events:
        gathering.add(Report(event.report_ids[0], "They met."), [event])
    gathering.merge()
    return gathering


def test_events_come_back_whole_and_merged_as_if_they_had_never_been_apart() -> None:
    """With mentions and outlines, in order of their time."""
    earlier = told("c", when=replace(DAY, start=datetime(2018, 5, 2), end=datetime(2018, 5, 3)))
    undated = told("d", when=None, date_basis=None, actor1=("Nobody known",))
    events = [told("a"), told("b"), earlier, undated]
    with gathered(*events) as gathering:
        found = list(gathering.events())
    assert found == [merge([earlier])[0], *merge(events[:2]), undated]
    assert found[1].where == NORWAY
    assert {mention.report_id for mention in found[1].mentions} == {"a", "b"}


def test_reports_come_back_as_they_went_in() -> None:
    with gathered(told("a"), told("b")) as gathering:
        assert list(gathering.reports()) == [Report("a", "They met."), Report("b", "They met.")]


def test_what_came_of_it_is_counted() -> None:
    with gathered(
        told("a"), told("b"), told("c", when=None, date_basis=None, where=None, actor1=())
    ) as gathering:
        assert (gathering.n_read, gathering.n_told) == (3, 3)
        assert gathering.counts == Counts(reports=3, events=2, dated=1, undated=1, unplaced=1)


def test_a_report_that_fails_is_told() -> None:
    failure = Failure("a", "read", "It could not be read.")
    with Gathering() as gathering:
        gathering.add(Report("a", "x"), [], failure)
        gathering.merge()
        assert (gathering.failures, list(gathering.events())) == ([failure], [])


def test_what_waits_has_neither_mentions_nor_outlines() -> None:
    with gathered(told("a"), told("b")) as gathering:
        light = list(gathering._light)
        assert not any(event.where is not None and event.where.area_wkb for event in light)
        assert not any(event.mentions for event in light)


def test_the_same_comes_of_many_as_of_few() -> None:
    """Most of many events lie aside while they are merged; that changes nothing."""
    events = [_meeting(number) for number in range(900)]
    with gathered(*events) as gathering:
        assert len(gathering._light._at_hand) < len(events) / 2
        assert sorted(gathering.events(), key=lambda event: event.event_id) == merge(events)
        assert gathering.counts.events == 600


def test_memory_hardly_grows_with_the_number_of_events() -> None:
    """By less than a kilobyte for each, some of it caches that fill; the event alone would take more."""
    took = []
    for n in (400, 1000):
        tracemalloc.start()
        with Gathering() as gathering:
            for number in range(n):
                gathering.add(Report(f"{number:05}", "They met."), [_meeting(number)])
            gathering.merge()
            took.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert (took[1] - took[0]) / 600 < 1000


def _meeting(number: int) -> Event:
    day = timedelta(days=number // 3)
    when = replace(DAY, start=DAY.start + day, end=DAY.start + day + timedelta(days=1))
    return told(f"{number:05}", when=when, actor1=DIPLOMATS if number % 3 else ("Nobody known",))


def test_no_room_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def seek(self, place: int) -> None:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            pass

    monkeypatch.setattr(tempfile, "TemporaryFile", Full)
    with Gathering() as gathering, pytest.raises(OutputError, match="Make room"):
        gathering.add(Report("a", "x"), [])


def test_when_merging_fails_each_event_stays_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(events: Any, new_list: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "each_group", faulty)
    with gathered(told("a"), told("b")) as gathering:
        assert list(gathering.events()) == [told("a"), told("b")]
        assert [failure.stage for failure in gathering.failures] == ["merge"]
