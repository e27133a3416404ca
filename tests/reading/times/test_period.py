"""Periods of the calendar are numbers; their days, names and bounds agree with the standard library's."""

from datetime import date, timedelta

import pytest
from event_timeline.core.edtf import read_edtf
from event_timeline.reading.times.period import Period, Unit, civil, day_number
from hypothesis import given
from hypothesis import strategies as st

DAYS = st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31))


@given(DAYS)
def test_day_numbers_are_those_of_the_standard_library(day):
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert civil(day.toordinal()) == (day.year, day.month, day.day)


@given(DAYS, st.sampled_from(Unit))
def test_a_day_lies_in_every_unit_that_holds_it(day, unit):
    period = Period.of_date(day).within(unit)
    if unit is Unit.WEEKEND:
        assert -5 <= period.first_day - day.toordinal() <= 5
    else:
        assert period.first_day <= day.toordinal() < period.end_day


@given(DAYS, st.sampled_from(Unit))
def test_neighbours_touch(day, unit):
    period = Period.of_date(day).within(unit)
    gap = (period + 1).first_day - period.end_day
    assert gap == (5 if unit is Unit.WEEKEND else 0)


@given(DAYS, st.sampled_from([unit for unit in Unit if unit is not Unit.MILLENNIUM]))
def test_writing_a_span_as_edtf_and_reading_it_back_gives_the_same_bounds(day, unit):
    span = Period.of_date(day).within(unit).span()
    back = read_edtf(span.edtf)
    assert (back.start, back.end, back.edtf) == (span.start, span.end, span.edtf)
    if unit not in (Unit.WEEK, Unit.WEEKEND):  # EDTF has no weeks; they are intervals of days
        assert back.granularity is span.granularity


@given(DAYS)
def test_weeks_are_named_as_iso_names_them(day):
    year, week, _ = day.isocalendar()
    assert Period.of_date(day).within(Unit.WEEK).value == f"{year:04}-W{week:02}"


def test_before_christ_the_edtf_is_kept_and_the_start_is_unknown():
    span = Period.year(-479).span()
    assert (span.start, span.end, span.edtf) == (None, None, "-0479")
    assert Period.year(-479).value == "BC0480"
    assert Period.day(-479, 9, 1).value == "BC0480-09-01"


@pytest.mark.parametrize(
    ("day", "unit", "count", "expected"),
    [
        (date(2018, 1, 31), Unit.MONTH, 1, "2018-02-28"),
        (date(2016, 2, 29), Unit.YEAR, 1, "2017-02-28"),
        (date(2018, 3, 1), Unit.DAY, -1, "2018-02-28"),
        (date(2017, 12, 31), Unit.WEEK, 1, "2018-01-07"),
    ],
)
def test_shifting_stays_inside_the_month(day, unit, count, expected):
    assert Period.of_date(day).shifted(unit, count).value == expected


def test_there_is_no_thirtieth_of_february():
    with pytest.raises(ValueError, match="no day"):
        Period.day(2018, 2, 30)


@given(DAYS, st.integers(-500, 500))
def test_moving_days_is_addition(day, count):
    moved = Period.of_date(day).shifted(Unit.DAY, count)
    assert moved.index - day.toordinal() == count
    assert timedelta(days=count) == timedelta(days=moved.first_day - day.toordinal())
