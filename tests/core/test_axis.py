"""What the axis says."""

import pytest
from event_timeline.core.axis import (
    bin_in_words,
    date_in_words,
    length_in_words,
    range_in_words,
    ticks,
    year_in_words,
)
from event_timeline.core.calendar import DAY_MS, HOUR_MS, YEAR_MS, Step, TimeRange, Unit, floor, ms_of
from hypothesis import given
from hypothesis import strategies as st


def days(first, last):
    """From the first day to the end of the last."""
    return TimeRange(ms_of(*first), ms_of(*last) + DAY_MS)


def hour(n):
    """An hour of 27 January 2018."""
    start = ms_of(2018, 1, 27) + n * HOUR_MS
    return TimeRange(start, start + HOUR_MS)


@pytest.mark.parametrize(
    ("span", "words", "length"),
    [
        (days((2024, 3, 4), (2024, 3, 10)), "4–10 March 2024", "7 days"),
        (days((2024, 3, 4), (2024, 3, 4)), "4 March 2024", "1 day"),
        (days((2024, 2, 28), (2024, 3, 2)), "28 February – 2 March 2024", "4 days"),
        (days((2023, 12, 30), (2024, 1, 2)), "30 December 2023 – 2 January 2024", "4 days"),
        (days((2018, 1, 1), (2018, 2, 28)), "January – February 2018", "2 months"),
        (days((2017, 12, 1), (2018, 1, 31)), "December 2017 – January 2018", "2 months"),
        (days((2018, 1, 1), (2018, 12, 31)), "2018", "1 year"),
        (days((2016, 1, 1), (2018, 12, 31)), "2016–2018", "3 years"),
        (TimeRange(ms_of(-43), ms_of(-42)), "44 BC", "1 year"),
        (days((2001, 2, 1), (2018, 3, 31)), "February 2001 – March 2018", "17 years 2 months"),
        (hour(14), "27 January 2018, 14:00–15:00", "1 hour"),
        (hour(23), "27 January 2018, 23:00–24:00", "1 hour"),
    ],
)  # fmt: skip
def test_a_window_is_told_at_its_own_precision(span, words, length):
    assert range_in_words(span) == words
    assert length_in_words(span) == length


def test_months_are_cut_short_on_request():
    assert range_in_words(days((2016, 7, 1), (2018, 4, 30)), short=True) == "Jul 2016 – Apr 2018"


@given(st.integers(-(10**6), 10**6), st.integers(1, 4000))
def test_days_never_show_a_clock(day, n):
    assert ":" not in range_in_words(TimeRange(day * DAY_MS, (day + n) * DAY_MS))


def test_the_value_of_a_handle_names_the_weekday():
    assert date_in_words(ms_of(2024, 3, 4), with_weekday=True) == "4 March 2024, Monday"


def test_years_before_christ():
    assert [year_in_words(year) for year in (1, 0, -43, -11_999, -65_999_999)] == [
        "1",
        "1 BC",
        "44 BC",
        "12 000 BC",
        "66 million BC",
    ]


@given(
    st.integers(-5000 * YEAR_MS, 5000 * YEAR_MS), st.integers(20_000, 3000 * YEAR_MS), st.integers(200, 4000)
)
def test_ticks_lie_on_their_step_inside_the_axis_and_have_room(start, length, width):
    view = TimeRange(start, start + length)
    marks = ticks(view, width)
    for tick in marks.minor:
        assert view.holds(tick.ms)
        assert floor(tick.ms, marks.step) == tick.ms
    assert len(marks.minor) <= width / 56 * 1.2 + 2


def test_two_rows_of_labels():
    marks = ticks(TimeRange(ms_of(2016, 7, 1), ms_of(2018, 5, 1)), 1340)
    assert [tick.label for tick in marks.minor][:3] == ["Jul", "Aug", "Sep"]
    assert [tick.label for tick in marks.major] == ["2016", "2017", "2018"]


def test_a_bar_is_named_by_its_period():
    assert bin_in_words(ms_of(2024, 3, 12), Step(Unit.DAY)) == "12 March 2024"
    assert bin_in_words(ms_of(2024, 3, 11), Step(Unit.WEEK)) == "11–17 March 2024"
    assert bin_in_words(ms_of(2024, 3), Step(Unit.MONTH)) == "March 2024"
