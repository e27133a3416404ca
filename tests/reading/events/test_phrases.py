"""Phrases of the lexicon are found wherever their words hang, and whole classes of English tell their type."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two barges took 90 tonnes of maize to the island.", []),
        ("Ninety tonnes of maize were delivered to the island.", [("AID", "")]),
        ("It was a truce that both armies had extended on Sunday.", [("AGREE", "ceasefire")]),
        ("The navy sent 90 sailors to help the islanders.", [("AID", "rescue")]),
        ("The kidnappers let the two nurses go.", [("CONCEDE", "release")]),
        ("A state of emergency was declared by the governor.", [("COERCE", "curfew")]),
        ("The militia drove the miners from their homes.", [("COERCE", "displacement")]),
        ("Teachers gathered outside the ministry.", [("PROTEST", "demonstration")]),
        ("The two sides held three days of talks.", [("CONSULT", "talks")]),
        ("The minister discussed the canal with the prince.", [("CONSULT", "talks")]),
    ],
)
def test_the_words_of_a_phrase_may_hang_at_any_of_its_parts(told, text, expected):
    assert [(event_type, mode) for event_type, mode, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Two editors were acquitted by a court.", "CONCEDE"),
        ("The judge found two bankers guilty of treason.", "COERCE"),
        ("The court upheld the sentence of the banker.", "COERCE"),
        ("The junta shut down the internet.", "COERCE"),
        ("Supporters of the priest poured into the streets.", "PROTEST"),
        ("The ministry closed its embassy.", "SANCTION"),
        ("The government banned imports of timber.", "SANCTION"),
        ("The rebels called off the truce.", "REJECT"),
        ("The rebels broke off the talks.", "REJECT"),
        ("The minister summoned the Danish ambassador.", "ACCUSE"),
        ("The rebels vowed revenge.", "THREATEN"),
        ("The tribunal asked the ministry to publish the list.", "REQUEST"),
        ("The coastguard evacuated 40 villagers after the flood.", "AID"),
        ("Some 900 people crossed the river.", "RETREAT"),
        ("A frigate sailed through the strait.", "MOBILIZE"),
    ],
)
def test_classes_of_words_tell_their_type(told, text, event_type):
    assert [found for found, _, _ in told(text)] == [event_type]


@pytest.mark.parametrize(
    "text",
    [
        "The union called off the strike.",
        "He killed the engine.",
        "The committee killed the bill.",
        "The comedy bombed at the box office.",
        "Fans met the singer.",
        "The coach resigned.",
        "She refused to eat spinach.",
        "Tourists visited the temple.",
        "The factory sent a carton of parts.",
    ],
)
def test_the_same_words_in_other_senses_tell_nothing(told, text):
    assert told(text) == []
