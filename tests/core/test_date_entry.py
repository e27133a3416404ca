"""Dates as people type them."""

import pytest
from event_timeline.core.axis import range_in_words
from event_timeline.core.date_entry import range_of_text
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
    "typed", ["", "soon", "3/4/2018", "31 February 2018", "2018-13", "27 Foo 2018", "Ju", "2018-02-30"]
)
def test_what_is_no_date_is_refused_with_examples(typed):
    with pytest.raises(DateError, match=r"is no date\. Write 27 January 2018"):
        range_of_text(typed)
