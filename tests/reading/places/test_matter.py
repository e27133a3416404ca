"""What an arrest, a sentence or a protest is about does not place it, unless nothing else does."""

from __future__ import annotations

import pytest
from event_timeline.core.event_types import EventType
from event_timeline.reading.places.matter import is_of_the_matter

from .conftest import parsed_of, trigger_of

PROTEST, COERCE = EventType.PROTEST, EventType.COERCE


@pytest.mark.parametrize(
    ("text", "word", "event_type", "mode", "place"),
    [
        (
            "Doctors in Peshawar protested against the transfer of nurses to Mardan.",
            "protested",
            PROTEST,
            "",
            "Peshawar",
        ),
        ("Crowds in Accra marched to condemn the coup in Niamey.", "marched", PROTEST, "", "Accra"),
        (
            "Students marched to the parliament in Jakarta, demanding the trial of those who shot boys in Dili.",
            "marched",
            PROTEST,
            "",
            "Jakarta",
        ),
        ("He was jailed in Cork for a robbery in Limerick.", "jailed", COERCE, "legal", "Cork"),
        ("Police in Galway held a man over a fire in Sligo.", "held", COERCE, "arrest", "Galway"),
        (
            "Two boys were arrested on suspicion of robbing a shop in Swansea.",
            "arrested",
            COERCE,
            "arrest",
            "Swansea",
        ),
        ("Police arrested a man for questioning in Bradford.", "arrested", COERCE, "arrest", "Bradford"),
    ],
)
def test_the_matter_places_only_what_has_no_place_of_its_own(place_of, text, word, event_type, mode, place):
    assert place_of(text, word, event_type, mode=mode).footprint.name == place


def test_what_is_placed_by_its_matter_says_so(place_of):
    link = place_of(
        "A man was arrested in connection with a robbery in Swansea.", "arrested", COERCE, mode="arrest"
    )
    assert "what it is about lies in" in link.provenance.why
    assert link.provenance.score < 0.5


def test_a_deed_that_bears_a_place_in_its_name_has_no_matter_in_it():
    """As "revolt" where the recogniser takes "the Ionian Revolt" for a place."""
    parsed = parsed_of("Crowds joined the Gao revolt.")
    deed = trigger_of(parsed, "revolt", PROTEST, 0)
    token = parsed.doc[deed.token]
    assert not is_of_the_matter(deed, token, token)
