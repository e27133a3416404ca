"""Dates as people type them."""

from datetime import date

import pytest
from event_timeline.core.axis import range_in_words
from event_timeline.core.date_entry import day_of_text, edtf_of_text, range_of_text
from event_timeline.core.edtf import read_edtf
from event_timeline.core.errors import DateError


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("27 January 2018", "27 January 2018"),
        ("27 jan 2018", "27 January 2018"),
        ("  January 27,  2018 ", "27 January 2018"),
        ("3rd Sept. 2019", "3 September 2019"),
        ("2018-01-27", "27 January 2018"),
        ("2018-1", "January 2018"),
        ("Jan 2018", "January 2018"),
        ("2018", "2018"),
        ("44 BC", "44 BC"),
        ("15 March 44 BCE", "15 March 44 BC"),
        ("-43", "44 BC"),
    ],
)
def test_a_date_is_the_period_it_names(typed, meant):
    assert range_in_words(range_of_text(typed)) == meant


@pytest.mark.parametrize(
    "typed", ["", "soon", "31/31/2018", "31 February 2018", "2018-13", "27 Foo 2018", "Ju", "2018-02-30"]
)
def test_what_is_no_date_is_refused_with_examples(typed):
    with pytest.raises(DateError, match=r"is no date\. Write 27 January 2018"):
        range_of_text(typed)


def test_figures_are_read_where_they_mean_one_day():
    assert day_of_text("27.1.2018") == day_of_text("1/27/2018") == date(2018, 1, 27)
    assert day_of_text("3/3/2018") == date(2018, 3, 3)


def test_figures_that_may_be_two_days_are_refused_with_both():
    with pytest.raises(DateError, match=r"3 April or 4 March 2018. Write 2018-04-03 or 2018-03-04"):
        range_of_text("3/4/2018")


def test_a_month_is_no_day():
    with pytest.raises(DateError, match="more than a day"):
        day_of_text("January 2018")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("", ""),
        ("27 January 2018", "2018-01-27"),
        ("Feb 2018", "2018-02"),
        ("2018", "2018"),
        ("44 BC", "-0043"),
        ("since 2015", "2015/.."),
        ("20 January 2018 to 3 February 2018", "2018-01-20/2018-02-03"),
        ("2016 – 2018", "2016/2018"),
    ],
)
def test_a_typed_date_is_kept_as_edtf(text, edtf):
    assert edtf_of_text(text) == edtf
    if edtf:
        read_edtf(edtf)


def test_a_stretch_runs_forward():
    with pytest.raises(DateError, match="ends before it begins"):
        edtf_of_text("2018 to 2016")
