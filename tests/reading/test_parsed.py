"""Sentences and their characters."""

from __future__ import annotations

from event_timeline.core.report import Report
from event_timeline.reading.language_model import load_model, parse


def test_the_characters_of_a_sentence_are_those_that_it_is_found_by() -> None:
    """Those before the first sentence and between two belong to one, too."""
    text = "\n\n  Troops left Oslo.  They came back on Friday.\n\nIt rained. "
    (parsed,) = parse([Report("a", text)], load_model())
    for number in range(len(parsed.sentences)):
        found = [at for at in range(len(text)) if parsed.sentence_number_at(at) == number]
        assert found == list(parsed.characters_of(number))
