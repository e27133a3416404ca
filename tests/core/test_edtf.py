"""EDTF read back: what this package writes means the same when it is read."""

from datetime import datetime

import pytest
from event_timeline.core.edtf import read_edtf
from event_timeline.core.errors import DateError
from event_timeline.core.timespan import Granularity


@pytest.mark.parametrize(
    ("text", "start", "end", "granularity"),
    [
        ("2018", (2018, 1, 1), (2019, 1, 1), Granularity.YEAR),
        ("2018-12", (2018, 12, 1), (2019, 1, 1), Granularity.MONTH),
        ("2016-02-29", (2016, 2, 29), (2016, 3, 1), Granularity.DAY),
        ("2017-23", (2017, 9, 1), (2017, 12, 1), Granularity.SEASON),
        ("2017-24", (2017, 12, 1), (2018, 3, 1), Granularity.SEASON),
        ("2017-36", (2017, 10, 1), (2018, 1, 1), Granularity.QUARTER),
        ("2017-41", (2017, 7, 1), (2018, 1, 1), Granularity.INTERVAL),
        ("199X", (1990, 1, 1), (2000, 1, 1), Granularity.DECADE),
        ("19XX", (1900, 1, 1), (2000, 1, 1), Granularity.CENTURY),
        ("2018-01-20/2018-02", (2018, 1, 20), (2018, 3, 1), Granularity.INTERVAL),
        ("2018-01~", (2018, 1, 1), (2018, 2, 1), Granularity.MONTH),
        ("2018-01-20T14:30", (2018, 1, 20, 14, 30), (2018, 1, 20, 14, 31), Granularity.MINUTE),
    ],
)
def test_bounds_are_half_open_and_the_unit_is_the_one_written(text, start, end, granularity):
    span = read_edtf(text)
    assert (span.start, span.end) == (datetime(*start), datetime(*end))
    assert span.granularity is granularity
    assert span.edtf == text


def test_an_open_end_goes_on_and_an_open_start_is_undated():
    assert read_edtf("2015/..").goes_on
    until = read_edtf("../2014")
    assert not until.is_dated
    assert until.end == datetime(2015, 1, 1)


@pytest.mark.parametrize("text", ["XXXX-01-20", "XXXX-03", "2018-XX", "-0479", "-0479-03-05"])
def test_an_untold_year_or_one_before_christ_keeps_its_text_and_has_no_bounds(text):
    span = read_edtf(text)
    assert (span.start, span.end, span.edtf) == (None, None, text)


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "2018-13", "2018-02-30", "2018-1-5", "../..", "2018/2017", "18", "2018T10"]
)
def test_anything_else_is_an_error_that_says_what_to_write(text):
    with pytest.raises(DateError, match="write 2018-01-20"):
        read_edtf(text)
