"""Numbers of people as people type them."""

import pytest
from event_timeline.core.count_entry import count_of_text
from event_timeline.core.errors import InputError
from event_timeline.core.event import Count
from event_timeline.core.wording import count_in_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12", Count(12, 12, 12)),
        ("1,200", Count(1200, 1200, 1200)),
        ("100+", Count(100, 100, None)),
        ("over 100", Count(100, 100, None)),
        ("3-6", Count(3, None, 6)),
        ("between 3 and 6", Count(3, None, 6)),
        ("up to 5", Count(None, None, 5)),
        ("about 20", Count(None, 20, None)),
        ("", None),
    ],
)
def test_a_number_as_typed(typed, meant):
    assert count_of_text(typed) == meant


@pytest.mark.parametrize("typed", ["many", "6-3", "-4", "1 2 x"])
def test_what_is_no_number_is_refused_with_examples(typed):
    with pytest.raises(InputError, match="Write 12, 100"):
        count_of_text(typed)


@pytest.mark.parametrize(
    "count", [Count(12, 12, 12), Count(100, 100, None), Count(3, 3, 6), Count(None, None, 5)]
)
def test_the_words_that_are_shown_can_be_typed(count):
    again = count_of_text(count_in_words(count.low, count.best, count.high))
    assert (again.low, again.high) == (count.low, count.high)
