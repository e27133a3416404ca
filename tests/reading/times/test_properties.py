"""Laws that hold for any report date."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from event_timeline.reading.times.expression import Anchors, Side
from event_timeline.reading.times.period import Period
from event_timeline.reading.times.recognise import recognise
from event_timeline.reading.times.timexes import find_timexes
from hypothesis import given
from hypothesis import strategies as st

from .conftest import parsed_of

REPORTS = st.dates(min_value=date(1600, 1, 1), max_value=date(2400, 12, 31))
ABSOLUTE = [
    "3 March 2016",
    "March 2016",
    "2016",
    "2016-03-07",
    "22.05.2017",
    "the summer of 2016",
    "the 1990s",
]
BY_DAYS = ["today", "yesterday", "tomorrow", "three days ago", "the day before yesterday"]


def resolved(text, report, **anchors):
    (found,) = recognise(text)
    return found.expression.resolve(Anchors(Period.of_date(report), **anchors))


@given(REPORTS, st.integers(-4000, 4000), st.sampled_from(BY_DAYS))
def test_moving_the_report_by_n_days_moves_relative_days_by_n_days(report, days, text):
    before, after = resolved(text, report), resolved(text, report + timedelta(days=days))
    assert after.when.start - before.when.start == timedelta(days=days)
    assert after.when.length == before.when.length


@given(
    REPORTS,
    st.integers(-600, 600),
    st.sampled_from(["on Tuesday", "last week", "last Friday", "three weeks ago"]),
)
def test_moving_the_report_by_n_weeks_moves_weekdays_and_weeks_by_n_weeks(report, weeks, text):
    before, after = resolved(text, report), resolved(text, report + timedelta(weeks=weeks))
    assert after.when.start - before.when.start == timedelta(weeks=weeks)


@given(REPORTS, REPORTS, st.sampled_from(ABSOLUTE))
def test_moving_the_report_leaves_full_dates_alone(one, other, text):
    assert resolved(text, one) == resolved(text, other)


@given(REPORTS, st.sampled_from(["March 30", "in March", "on Tuesday", "the summer", "29 February"]))
def test_told_as_past_it_does_not_lie_ahead_and_told_as_ahead_not_behind(report, text):
    day = Period.of_date(report)
    assert resolved(text, report, side=Side.PAST).period.first_day <= day.first_day
    assert resolved(text, report, side=Side.FUTURE).period.end_day > day.first_day


@pytest.mark.parametrize(
    "text",
    [
        "A hotel was stormed on January 20. A week later a bomb went off. They will meet on Friday.",
        "In 2015 the war began. In March troops came. They left the following month.",
    ],
)
@pytest.mark.parametrize("tail", ["It rained on 3 May 2011.", "Nothing followed.", "They go home tomorrow."])
def test_a_sentence_added_at_the_end_changes_no_earlier_date(text, tail):
    before = find_timexes(parsed_of(text))
    after = find_timexes(parsed_of(f"{text} {tail}"))
    assert after[: len(before)] == before


@given(st.text(alphabet="0123456789/-.: aAMpPTZ'MayJan,of", max_size=60))
def test_no_text_whatever_makes_the_grammar_stumble(text):
    for found in recognise(text):
        assert 0 <= found.start < found.end <= len(text)
        with suppress(ValueError):  # a day that no month has
            found.expression.resolve(Anchors(Period.of_date(date(2018, 2, 21))))
