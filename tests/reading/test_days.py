"""A day in a table or on a command line is read one way or not at all."""

from datetime import date

import pytest
from event_timeline.core.errors import DateError
from event_timeline.reading.days import parse_day


@pytest.mark.parametrize(
    "text",
    [
        "2018-02-21",
        "2018-2-21",
        "21 February 2018",
        "Feb 21, 2018",
        "21.02.2018",
        "Wednesday, 21 February 2018",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert parse_day(text) == date(2018, 2, 21)


def test_a_day_that_may_be_two_is_refused_with_both():
    with pytest.raises(DateError, match="2018-03-04 or 2018-04-03"):
        parse_day("03/04/2018")


@pytest.mark.parametrize(
    "text", ["2018-02-31", "31 February 2018", "March 2018", "21 February", "21/2/18", "soon", ""]
)
def test_what_is_no_whole_day_is_refused_with_advice(text):
    with pytest.raises(DateError, match="Write it like 2018-02-21"):
        parse_day(text)
