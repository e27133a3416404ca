"""Feasts fall on the days on which they were kept."""

import pytest
from event_timeline.reading.times.almanac import (
    chinese_new_year,
    diwali,
    hanukkah,
    islamic,
    islamic_month,
    nowruz,
    nth_weekday,
    orthodox_easter,
    passover,
    rosh_hashanah,
    western_easter,
)
from event_timeline.reading.times.feasts import MOVABLE
from event_timeline.reading.times.period import civil, day_number
from hypothesis import given
from hypothesis import strategies as st

YEARS = st.integers(1700, 2200)


@pytest.mark.parametrize(
    ("feast", "days"),
    [
        (western_easter, ["1961-04-02", "2008-03-23", "2018-04-01", "2038-04-25"]),
        (orthodox_easter, ["2016-05-01", "2018-04-08", "2021-05-02", "2024-05-05"]),
        (nowruz, ["1979-03-21", "1996-03-20", "2017-03-21", "2020-03-20", "2025-03-21"]),
        (rosh_hashanah, ["1973-09-27", "2016-10-03", "2018-09-10", "2023-09-16"]),
        (passover, ["2016-04-23", "2018-03-31", "2023-04-06"]),
        (hanukkah, ["2016-12-25", "2018-12-03", "2023-12-08"]),
        (
            chinese_new_year,
            [
                "1966-01-21",
                "1985-02-20",
                "2010-02-14",
                "2012-01-23",
                "2018-02-16",
                "2023-01-22",
                "2025-01-29",
            ],
        ),
        (diwali, ["2015-11-11", "2017-10-19", "2020-11-14", "2022-10-24"]),
    ],
)
def test_a_feast_falls_on_its_day(feast, days):
    told = ["{}-{:02}-{:02}".format(*civil(feast(int(day[:4])))) for day in days]
    assert told == days


@pytest.mark.parametrize(
    ("month", "day", "kept"),
    [
        (10, 1, ["2016-07-06", "2018-06-15", "2020-05-24", "2023-04-21"]),
        (12, 10, ["2015-09-24", "2018-08-21", "2021-07-20"]),
        (1, 10, ["2017-10-01", "2019-09-10"]),
    ],
)
def test_the_tabular_islamic_calendar_is_right_to_a_day(month, day, kept):
    for one in kept:
        year, of_year, of_month = (int(part) for part in one.split("-"))
        (found,) = islamic(year, month, day)
        assert abs(found - day_number(year, of_year, of_month)) <= 1


@given(YEARS, st.sampled_from(sorted(MOVABLE)))
def test_every_feast_of_a_year_lies_in_that_year(year, name):
    assert all(civil(day)[0] == year for day in MOVABLE[name].days(year))


@given(YEARS, st.integers(1, 12))
def test_an_islamic_month_has_29_or_30_days(year, month):
    assert all(islamic_month(first) - first in (29, 30) for first in islamic(year, month, 1))


@given(YEARS, st.integers(1, 12), st.integers(1, 7))
def test_the_last_weekday_of_a_month_has_none_after_it(year, month, weekday):
    last = nth_weekday(year, month, weekday, -1)
    assert civil(last)[:2] == (year, month)
    assert civil(last + 7)[:2] != (year, month)
    assert (last - 1) % 7 + 1 == weekday
