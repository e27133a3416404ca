"""Events as rows of the events file."""

from __future__ import annotations

from datetime import datetime

from event_timeline.core.event import Count, Event, Telling
from event_timeline.core.event_types import EventType
from event_timeline.core.report import Span
from event_timeline.core.rows import mention_rows_of, row_of
from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan


def told(report_id: str, sentence: str) -> Telling:
    return Telling(report_id, Span(2, 8), "attack", Span(0, 40), sentence)


def test_what_is_not_stated_is_none_and_never_zero() -> None:
    row = row_of(Event("a", EventType.ASSAULT, "", (told("r", "An attack."),)))
    unknown = (
        row.fatalities,
        row.start_time,
        row.date_prec,
        row.location,
        row.where_prec,
        row.actor1,
        row.event_mode,
    )
    assert unknown == (None,) * 7


def test_an_open_count_is_drawn_at_its_most_cautious() -> None:
    row = row_of(Event("a", EventType.ASSAULT, "", (told("r", "x"),), fatalities=Count(100, None, None)))
    assert (row.fatalities, row.fatalities_low, row.fatalities_high) == (100, 100, None)


def test_sources_are_counted_once_each_and_sentences_stand_one_a_line() -> None:
    tellings = (told("a", "One\nsentence."), told("b", "Another."), told("a", "Another."))
    row = row_of(Event("e", EventType.CONSULT, "meeting", tellings))
    assert (row.n_sources, row.source, row.notes) == (2, "a; b", "One sentence.\nAnother.")


def test_an_event_that_goes_on_has_no_end() -> None:
    since = TimeSpan(datetime(2015, 1, 1), None, Granularity.YEAR, "2015/..")
    row = row_of(
        Event("e", EventType.PRESENCE, "", (told("a", "x"),), when=since, date_basis=DateBasis.EXPLICIT)
    )
    assert (row.start_time, row.end_time, row.date_edtf, row.date_prec) == (
        datetime(2015, 1, 1),
        None,
        "2015/..",
        5,
    )


def test_every_telling_leaves_its_sentence_and_its_trigger() -> None:
    event = Event("e", EventType.CONSULT, "", (told("a", "One."), told("b", "Two.")))
    rows = [(row.role, row.report_id, row.text, row.rank) for row in mention_rows_of(event)]
    assert rows == [
        ("sentence", "a", "One.", 1),
        ("trigger", "a", "attack", 1),
        ("sentence", "b", "Two.", 2),
        ("trigger", "b", "attack", 2),
    ]
