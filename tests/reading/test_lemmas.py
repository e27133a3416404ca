"""Lemmas of verbs that the model's rules get wrong."""

import pytest
from event_timeline.core.report import Report
from event_timeline.reading.language_model import load_model, parse


def lemma_of(verb: str, sentence: str) -> str:
    (parsed,) = parse([Report("a", sentence)], load_model())
    return next(token.lemma_ for token in parsed.doc if token.text == verb)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("staged", "stage"),
        ("hoped", "hope"),
        ("scared", "scare"),
        ("planned", "plan"),
        ("barred", "bar"),
        ("routed", "rout"),  # or of "route": the spelling does not tell
        ("retook", "retake"),
        ("found", "find"),
        ("shot", "shoot"),
    ],
)
def test_the_spelling_tells_the_verb(form, lemma):
    assert lemma_of(form, f"The guards {form} it on Monday.") == lemma


def test_nouns_keep_their_lemmas():
    assert lemma_of("stages", "It went in stages.") == "stage"
    assert lemma_of("wound", "He died of the wound.") == "wound"
