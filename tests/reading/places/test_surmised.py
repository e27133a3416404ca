"""Names that only what is done there shows to be places."""

from __future__ import annotations

import pytest
from event_timeline.core.event_types import EventType

COERCE = EventType.COERCE


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Gunmen kidnapped three engineers at Hasounu, Libyan officials said.", "kidnapped", "Hasounu"),
        ("Troops killed a man in the Sambeza Forest in Nigeria.", "killed", "Sambeza Forest"),
        (
            "Soldiers destroyed five laboratories in Norte de Santander.",
            "destroyed",
            "Norte de Santander Department",
        ),
    ],
)
def test_an_unusual_name_in_which_something_was_done_is_a_place(place_of, text, word, place):
    assert (
        place_of(f"{text} The Colombian army said so." if "Norte" in text else text, word).footprint.name
        == place
    )


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested four men in Ramadan, Libyan officials said.",
        "Police arrested four men in Operation Storm, Libyan officials said.",
        "Police arrested four men in Millerton's house, Libyan officials said.",
    ],
)
def test_what_is_no_place_by_the_dictionary_or_belongs_to_the_next_word_is_none(place_of, text):
    assert place_of(text, "arrested", COERCE).footprint.name == "Libya"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("A raid, on Mitopo on 2 May, was driven off by troops in Mozambique.", "raid", "Mitopo"),
        ("In neighbouring Limualo, Mozambique, two boys were abducted.", "abducted", "Limualo"),
        (
            "A bomb exploded beside lorries on the Zugwamba road, police in Mali said.",
            "exploded",
            "Zugwamba road",
        ),
        ("Rebels staged the assault on Zulbus in Mali.", "assault", "Zulbus"),
        ("The army shelled Zugwamba, an official of Mali said.", "shelled", "Zugwamba"),
        (
            "A tank was destroyed on the outskirts of Zug'amba, an official of Mali said.",
            "destroyed",
            "Zug'amba",
        ),
        ("Shots were fired in the streets of Zugwamba, an official of Mali said.", "fired", "Zugwamba"),
        ("Fighters attacked posts inside of Zugwamba, an official of Mali said.", "attacked", "Zugwamba"),
        ("A man was shot dead in the al-Zarikh area of Jeddah.", "shot", "al-Zarikh"),
        ("In Niger, men abducted children from villages east of Zugwamba.", "abducted", "Zugwamba"),
    ],
)
def test_a_name_is_a_place_where_only_a_place_can_stand(place_of, text, word, place):
    assert place_of(text, word).footprint.name == place
