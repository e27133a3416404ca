"""What the grammar matches is looked at again in its sentence, each doubtful rule by a test of its own."""

from __future__ import annotations

import pytest
from event_timeline.reading.times.plausible import TESTS
from event_timeline.reading.times.rules import RULES


def test_only_rules_that_there_are_have_a_test() -> None:
    assert set(TESTS) <= {rule.name for rule in RULES}


@pytest.mark.parametrize(
    ("told", "not_told", "word"),
    [
        ("The road was closed in 1840.", "The ship carried 1840 passengers.", "1840"),
        ("They met in May.", "They may meet.", "may"),
        ("The bridge fell in the 1930s.", "She bought it for $1930s.", "1930s"),
        ("The bridge reopened in spring.", "The Arab Spring began.", "spring"),
        ("The bridge reopened last fall.", "He survived a fall.", "fall"),
        ("The march lasted for years.", "Her son is many years old.", "years"),
    ],
)
def test_a_word_is_a_time_where_its_sentence_makes_it_one(timexes, told, not_told, word) -> None:
    assert any(word in text.lower() for text in timexes(told))
    assert not any(word in text.lower() for text in timexes(not_told))
