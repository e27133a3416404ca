"""Dates, counts and stretches of time in words."""

from __future__ import annotations

from datetime import datetime

import pytest
from event_timeline.core.timespan import Granularity
from event_timeline.core.wording import (
    count_in_words,
    date_in_words,
    interval_in_words,
    number_of,
    with_dates_in_words,
)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2018-01-27", "27 January 2018"),
        ("2018-01", "January 2018"),
        ("2018-01~", "about January 2018"),
        ("2018-01?", "perhaps January 2018"),
        ("2018", "2018"),
        ("2017-23", "autumn 2017"),
        ("2017-34", "second quarter of 2017"),
        ("201X", "2010s"),
        ("20XX", "21st century"),
        ("18XX", "19th century"),
        ("-0043", "44 BC"),
        ("2015/..", "since 2015"),
        ("../2015-06", "until June 2015"),
        ("2018-01-20/2018-01-27", "20 January to 27 January 2018"),
        ("2017-12-30/2018-01-02~", "30 December 2017 to about 2 January 2018"),
        ("2015/2018", "2015 to 2018"),
        ("XXXX-01-20", "20 January, year unknown"),
        ("XXXX-01", "January, year unknown"),
        ("2018-01-20T14:30", "20 January 2018, 14:30"),
        ("2018-01-20T14", "20 January 2018, 14:00"),
        ("2018-01-31/2018-01-31", "31 January 2018"),
        ("2018-01-31T06/2018-01-31T11", "31 January 2018, 06:00 to 11:00"),
    ],
)
def test_a_date_is_told_as_it_was_known_and_no_finer(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Counted from the report's date, 2018-02-21.", "Counted from the report's date, 21 February 2018."),
        ("It is at 1989-11-17T18/1989-11-18T05.", "It is at 17 November 1989, 18:00 to 18 November 1989, 05:00."),
        ("Open: ../2015-06 and 2015-06/..", "Open: until June 2015 and since June 2015"),
        ("Flight 2018-021 of 2018 and AF-2018-01 stay.", "Flight 2018-021 of 2018 and AF-2018-01 stay."),
    ],
)  # fmt: skip
def test_dates_within_a_sentence_are_told_as_people_write_them(sentence: str, told: str) -> None:
    assert with_dates_in_words(sentence) == told


def test_a_state_is_as_of_the_day_on_which_it_was_told() -> None:
    start = datetime(2018, 2, 20)
    assert date_in_words("2018-02-20/..", start, None, as_of=True) == "as of 20 February 2018"
    assert date_in_words("2018-02-20", start, datetime(2018, 2, 21), as_of=True) == "as of 20 February 2018"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, "date unknown"),
        (None, datetime(2015, 1, 1), "before 1 January 2015"),
        (datetime(2015, 1, 1), None, "since 1 January 2015"),
        (datetime(2015, 1, 1), datetime(2015, 1, 2), "1 January 2015"),
        (datetime(2015, 1, 1, 9), datetime(2015, 1, 1, 10), "1 January 2015, 09:00"),
        (datetime(2015, 1, 1), datetime(2015, 1, 11), "1 January to 10 January 2015"),
    ],
)
def test_without_edtf_the_bounds_speak_and_the_last_day_is_inside(
    start: datetime, end: datetime, words: str
) -> None:
    assert date_in_words("", start, end) == words
    assert date_in_words("no edtf", start, end) == words


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (9, 9, 9, "9"),
        (100, 100, None, "100 or more"),
        (None, None, 5, "up to 5"),
        (3, 4, 6, "3 to 6, probably 4"),
        (3, 3, 6, "3 to 6"),
        (None, 12, None, "about 12"),
        (10000, None, None, "10,000 or more"),
        (None, None, None, ""),
    ],
)
def test_a_count_says_what_it_leaves_open(low: int, best: int, high: int, words: str) -> None:
    assert count_in_words(low, best, high) == words


@pytest.mark.parametrize(
    ("start", "end", "step", "words"),
    [
        (datetime(2024, 3, 4), datetime(2024, 3, 11), Granularity.DAY, "4–10 Mar 2024 (7 days)"),
        (datetime(2024, 3, 4), datetime(2024, 3, 5), Granularity.DAY, "4 Mar 2024 (1 day)"),
        (datetime(2018, 1, 1), datetime(2018, 3, 1), Granularity.DAY, "1 Jan – 28 Feb 2018 (59 days)"),
        (datetime(2017, 12, 30), datetime(2018, 1, 2), Granularity.WEEK, "30 Dec 2017 – 1 Jan 2018 (3 days)"),
        (datetime(2018, 1, 1), datetime(2018, 3, 1), Granularity.MONTH, "Jan–Feb 2018 (2 months)"),
        (datetime(2018, 1, 1), datetime(2018, 2, 1), Granularity.MONTH, "January 2018 (1 month)"),
        (datetime(2017, 11, 1), datetime(2018, 2, 1), Granularity.MONTH, "Nov 2017 – Jan 2018 (3 months)"),
        (datetime(2018, 1, 5), datetime(2018, 2, 5), Granularity.MONTH, "5 Jan – 4 Feb 2018 (31 days)"),
        (datetime(2016, 1, 1), datetime(2019, 1, 1), Granularity.YEAR, "2016–2018 (3 years)"),
        (datetime(2016, 1, 1), datetime(2017, 1, 1), Granularity.YEAR, "2016 (1 year)"),
        (
            datetime(2024, 3, 4, 13),
            datetime(2024, 3, 4, 15),
            Granularity.HOUR,
            "4 Mar 2024, 13:00–15:00 (2 hours)",
        ),
        (
            datetime(2024, 3, 4, 23),
            datetime(2024, 3, 5, 0, 30),
            Granularity.MINUTE,
            "4 Mar 2024, 23:00 – 5 Mar 2024, 00:30 (90 minutes)",
        ),
    ],
)
def test_a_window_is_told_at_the_precision_of_its_step(
    start: datetime, end: datetime, step: Granularity, words: str
) -> None:
    assert interval_in_words(start, end, step) == words


def test_a_number_agrees_with_its_noun() -> None:
    assert [number_of(n, "event") for n in (0, 1, 1904)] == ["0 events", "1 event", "1,904 events"]
    assert number_of(2, "day is", "days are") == "2 days are"
