"""Calendar arithmetic in milliseconds, from deep time to the far future."""

from datetime import datetime, timedelta

import numpy as np
import pytest
from event_timeline.core.calendar import (
    DAY_MS,
    FARTHEST_MS,
    LADDER,
    YEAR_MS,
    Moment,
    Step,
    TimeRange,
    Unit,
    add,
    ceil,
    default_step,
    edges,
    finest_step,
    floor,
    moment_of,
    ms_of,
    ms_of_datetime,
    nearest,
    weekday_of,
)
from hypothesis import given
from hypothesis import strategies as st

DEEP = 100_000_000 * YEAR_MS
any_ms = st.integers(-DEEP, DEEP)
any_step = st.sampled_from(LADDER)
historic = st.datetimes(datetime(1, 1, 1), datetime(9998, 12, 31))


@given(historic)
def test_agrees_with_datetime_where_datetime_reaches(moment):
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    ms = ms_of_datetime(moment)
    assert ms == (moment - datetime(1970, 1, 1)) // timedelta(milliseconds=1)
    of_day = moment - moment.replace(hour=0, minute=0, second=0, microsecond=0)
    assert moment_of(ms) == (moment.year, moment.month, moment.day, of_day // timedelta(milliseconds=1))
    assert weekday_of(ms) == moment.weekday()


@given(any_ms)
def test_a_moment_taken_apart_and_put_together_is_itself(ms):
    assert ms_of(*moment_of(ms)) == ms


@given(any_ms, any_step)
def test_floor_is_the_last_boundary_not_after(ms, step):
    below = floor(ms, step)
    assert below <= ms < add(below, step, 1)
    assert floor(below, step) == below
    assert ceil(below, step) == below


@given(any_ms, any_step)
def test_nearest_is_floor_or_the_boundary_after(ms, step):
    below, above = floor(ms, step), add(floor(ms, step), step, 1)
    assert nearest(ms, step) == (below if ms - below <= above - ms else above)


@given(any_ms, any_step, st.integers(1, 400), st.integers(0, 6))
def test_edges_enclose_the_span_without_a_gap(start, step, n, weekday):
    step = step.with_weeks_from(weekday)
    span = TimeRange(start, min(start + step.mean_ms * n // 2 + 1, FARTHEST_MS))
    bounds = edges(span, step)
    assert bounds[0] <= span.start < bounds[1]
    assert bounds[-2] < span.end <= bounds[-1]
    assert [add(int(bounds[0]), step, k) for k in range(len(bounds))] == bounds.tolist()


@given(any_ms, st.integers(-500, 500))
def test_a_month_added_lands_in_the_month_counted(ms, n):
    before, after = moment_of(ms), moment_of(add(ms, Step(Unit.MONTH), n))
    assert after.year * 12 + after.month == before.year * 12 + before.month + n
    assert after.day == before.day or 28 <= after.day < before.day
    assert after.ms == before.ms


def test_a_day_that_a_month_lacks_becomes_its_last():
    assert add(ms_of(2016, 1, 31), Step(Unit.MONTH), 1) == ms_of(2016, 2, 29)
    assert add(ms_of(2017, 1, 31), Step(Unit.MONTH), 1) == ms_of(2017, 2, 28)
    assert add(ms_of(2016, 2, 29), Step(Unit.YEAR), 1) == ms_of(2017, 2, 28)


@given(any_ms, st.integers(0, 6))
def test_weeks_begin_on_the_first_weekday(ms, weekday):
    assert weekday_of(floor(ms, Step(Unit.WEEK, 1, weekday))) == weekday


def test_there_is_a_year_0_and_it_is_a_leap_year():
    assert moment_of(ms_of(0, 2, 29)) == Moment(0, 2, 29, 0)
    assert ms_of(1) - ms_of(0) == 366 * DAY_MS


@given(st.integers(1, 10**6), st.integers(1, 500))
def test_the_finest_step_cuts_into_no_more_pieces_than_asked(years, most):
    step = finest_step(years * YEAR_MS, most)
    assert years * YEAR_MS <= step.mean_ms * most


@pytest.mark.parametrize(
    ("days", "unit"),
    [(1, Unit.HOUR), (30, Unit.DAY), (600, Unit.WEEK), (3000, Unit.MONTH), (36_500, Unit.YEAR)],
)
def test_the_default_step_suits_the_span(days, unit):
    assert default_step(days * DAY_MS).unit is unit


@given(st.integers(1, DEEP))
def test_the_default_step_makes_no_endless_film(span):
    assert span / default_step(span).mean_ms <= 250


@given(any_ms, st.integers(1, 10**9), any_ms, st.integers(1, 10**9))
def test_a_range_pushed_inside_keeps_its_length_where_it_fits(start, length, low, room):
    bounds = TimeRange(low, low + room)
    pushed = TimeRange(start, start + length).within(bounds)
    assert bounds.start <= pushed.start < pushed.end <= bounds.end
    assert pushed.length == min(length, room)


def test_a_range_runs_forward():
    with pytest.raises(ValueError, match="runs forward"):
        TimeRange(5, 5)


def test_a_step_of_nothing_is_none():
    with pytest.raises(ValueError, match="at least one unit"):
        Step(Unit.DAY, 0)


def test_edges_are_whole_numbers_of_64_bits():
    assert edges(TimeRange(0, 10**12), Step(Unit.MONTH)).dtype == np.int64
