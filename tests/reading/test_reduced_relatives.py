"""A participle behind its noun is not the verb of its sentence."""

import pytest
from event_timeline.core.report import Report
from event_timeline.reading.language_model import load_model, parse


def parsed(text):
    (document,) = parse([Report("a", text)], load_model())
    return document.doc


def test_the_verb_with_the_auxiliary_is_that_of_the_sentence():
    doc = parsed("A man wanted for the 2002 murder of a priest was killed in Lagos.")
    man, wanted, killed = (next(t for t in doc if t.text == word) for word in ("man", "wanted", "killed"))
    assert (killed.dep_, man.head, man.dep_) == ("ROOT", killed, "nsubjpass")
    assert (wanted.head, wanted.dep_) == (man, "acl")
    for token in doc:
        assert token.head is token or token in token.head.children


@pytest.mark.parametrize(
    "text",
    [
        "Police said a man was killed in Lagos.",
        "The minister resigned and was arrested.",
        "Residents feared that the town would be attacked.",
        "He told them the governor had been killed.",
    ],
)
def test_a_past_tense_stays_one(text):
    doc = parsed(text)
    assert next(t for t in doc if t.dep_ == "ROOT").text in ("said", "resigned", "feared", "told")


def test_what_befalls_somebody_who_was_wanted_has_happened(tellings_of):
    murder, killing = tellings_of("A man wanted for the 2002 murder of a priest was killed in Lagos.")
    assert (murder.when.edtf, killing.when.edtf, killing.assertion.value) == (
        "2002",
        "2019-05-20",
        "occurred",
    )
