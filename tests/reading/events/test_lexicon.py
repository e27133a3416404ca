"""The lexicon is data: words with their forms."""

from __future__ import annotations

import pytest
from event_timeline.reading.events.inflection import noun_forms, verb_forms
from event_timeline.reading.events.lexicon import NEEDS, irregular_verbs, standard_lexicon, word_classes
from event_timeline.resources import ROOT


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("stage", "staged"), ("hit", "hitting"), ("carry", "carried"), ("hold", "held"), ("agree", "agreed"),
        ("kidnap", "kidnapped"), ("kidnap", "kidnaped"), ("die", "dying"), ("flee", "fleeing"), ("retake", "retook"),
        ("have", "has"), ("undergo", "undergoes"), ("acquit", "acquitted"),
        ("initial", "initialled"), ("uphold", "upheld"),
    ],
)  # fmt: skip
def test_forms_follow_from_the_lemma(lemma, form):
    assert form in verb_forms(lemma, irregular_verbs())


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("farmer", "farmers"),
        ("militiaman", "militiamen"),
        ("schoolchild", "schoolchildren"),
        ("enemy", "enemies"),
    ],
)
def test_a_compound_has_the_plural_of_its_last_part(lemma, plural):
    assert noun_forms(lemma) == {lemma, plural}


def test_longer_phrases_come_before_shorter_ones():
    lengths = [len(entry.others) for entry in standard_lexicon().verbs["set"]]
    assert lengths == sorted(lengths, reverse=True)


def test_every_class_that_a_phrase_names_has_words():
    for form in (*standard_lexicon().verbs.values(), *standard_lexicon().nouns.values()):
        for entry in form:
            for word in entry.others:
                assert not word.startswith("<") or word[1:-1] in word_classes(), entry.words


def test_the_page_on_events_tells_every_need():
    page = (ROOT.parent / "docs" / "events.md").read_text(encoding="utf-8")
    assert [need for need in sorted(NEEDS) if f"`{need}`" not in page] == []
