"""Laws that hold for any report date."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from event_timeline.core.edtf import read_edtf
from event_timeline.reading.times.expression import Anchors, Side, resolved_or_none
from event_timeline.reading.times.period import Period
from event_timeline.reading.times.recognise import recognise
from event_timeline.reading.times.rules import RULES
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


# Feasts that no 400 years bring back to their day.
WANDERING = (
    "feast/easter", "feast/good-friday", "feast/holy", "feast/palm", "feast/ash", "feast/ascension", "feast/pentecost",
    "feast/orthodox", "feast/ramadan", "feast/fitr", "feast/adha", "feast/eid", "feast/ashura", "feast/arbaeen",
    "feast/mawlid", "feast/nowruz", "feast/chinese", "feast/diwali", "feast/passover", "feast/rosh", "feast/yom",
    "feast/hanukkah", "calendar/named",
)  # fmt: skip
RECURRING = [rule for rule in RULES if not rule.name.startswith(WANDERING)]
FOUR_CENTURIES = timedelta(
    days=146_097
)  # after which the Gregorian calendar repeats itself, day of the week and all


def read_example(rule, report, side):
    found = next(one for one in recognise(rule.example) if one.rule == rule.name)
    day = Period.of_date(report)
    return resolved_or_none(found.expression, Anchors(day, reference=day + -32, side=side))


@given(
    st.dates(min_value=date(1620, 1, 1), max_value=date(2100, 12, 31)),
    st.sampled_from(RECURRING),
    st.sampled_from(list(Side)),
)
def test_after_four_centuries_every_rule_reads_the_same_day_or_one_four_centuries_on(report, rule, side):
    before, after = (read_example(rule, day, side) for day in (report, report + FOUR_CENTURIES))
    assert (before is None) == (after is None)
    if before is None or before.when is None or before.when.start is None:
        return
    moved = after.when.start - before.when.start
    assert moved in (timedelta(0), FOUR_CENTURIES)
    assert after.when.length == before.when.length
    assert after.kind is before.kind


@given(REPORTS, st.sampled_from(RULES), st.sampled_from(list(Side)))
def test_what_is_written_as_edtf_reads_back_to_the_same_bounds(report, rule, side):
    found = read_example(rule, report, side)
    if found is None or found.when is None or not found.when.edtf:
        return
    back = read_edtf(found.when.edtf)
    assert (back.start, back.end) == (found.when.start, found.when.end)


@given(REPORTS, st.sampled_from(RULES))
def test_every_reading_says_why_in_a_sentence(report, rule):
    found = read_example(rule, report, Side.PAST)
    assert found is None or ((found.why[:1].isupper() or found.why[:1].isdigit()) and found.why.endswith("."))


@given(REPORTS, st.sampled_from(RULES))
def test_without_a_report_date_a_start_is_given_only_where_the_words_name_it(report, rule):
    found = next(one for one in recognise(rule.example) if one.rule == rule.name)
    untold = resolved_or_none(found.expression, Anchors(None))
    if untold is None or untold.when is None or untold.when.start is None:
        return
    told = resolved_or_none(found.expression, Anchors(Period.of_date(report)))
    assert told is not None
    assert told.when.start == untold.when.start or rule.name.startswith("calendar/named")


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
        "On Monday gunmen raided a farm. In May 2014 they had burnt it. A day earlier the owner had fled.",
        "At noon a mine went off. The same evening police came. Later this month they will report.",
    ],
)
@pytest.mark.parametrize(
    "tail",
    [
        "It rained on 3 May 2011.",
        "Nothing followed.",
        "They go home tomorrow.",
        "He spoke at 9 p.m. on Friday.",
    ],
)
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
