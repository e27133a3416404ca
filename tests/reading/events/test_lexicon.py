"""The lexicon is data: words with their forms."""

from __future__ import annotations

import pytest
from event_timeline.reading.events.inflection import verb_forms
from event_timeline.reading.events.lexicon import irregular_verbs, standard_lexicon


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("stage", "staged"), ("hit", "hitting"), ("carry", "carried"), ("hold", "held"), ("agree", "agreed"),
        ("kidnap", "kidnapped"), ("kidnap", "kidnaped"), ("die", "dying"), ("flee", "fleeing"),
    ],
)  # fmt: skip
def test_forms_follow_from_the_lemma(lemma, form):
    assert form in verb_forms(lemma, irregular_verbs())


def test_longer_phrases_come_before_shorter_ones():
    lengths = [len(entry.others) for entry in standard_lexicon().verbs["set"]]
    assert lengths == sorted(lengths, reverse=True)
