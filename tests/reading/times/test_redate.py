"""A report date given later resolves what was stored without it as if it had been there from the start."""

from datetime import date, datetime

import pytest
from event_timeline.reading.times.redate import redate

WEDNESDAY = date(2018, 2, 21)


@pytest.mark.parametrize(
    "text",
    [
        "They met on Tuesday.",
        "They will meet on Tuesday.",
        "They met on January 20.",
        "They will meet on March 30.",
        "The dividend is payable March 15.",
        "Work resumed last autumn.",
        "They met yesterday.",
        "He recently resigned.",
        "They came in late March.",
    ],
)
def test_reading_without_a_date_and_dating_later_is_reading_with_the_date(timexes, text):
    (told,) = timexes(text).values()
    (untold,) = timexes(text, published=None).values()
    later = redate(untold.text, untold.when.edtf, untold.provenance.rule, WEDNESDAY)
    assert later is not None
    assert later.when == told.when


def test_what_hangs_on_an_undated_day_keeps_its_distance(timexes):
    text = "A hotel was stormed on January 20. A week later a bomb went off."
    untold = timexes(text, published=None)["A week later"]
    later = redate(untold.text, untold.when.edtf, untold.provenance.rule, WEDNESDAY)
    assert later.when.start == datetime(2018, 1, 27)


def test_since_stays_open():
    later = redate("March", "XXXX-03/..", "times/calendar/month", WEDNESDAY)
    assert later.when.start == datetime(2017, 3, 1)
    assert later.when.goes_on


def test_words_that_hang_on_an_event_without_a_date_stay_undated():
    assert redate("a week later", "", "times/relative/later", WEDNESDAY) is None
    assert redate("", "", "times/inherit/topic", WEDNESDAY) is None
