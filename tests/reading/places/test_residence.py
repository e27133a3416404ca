"""Who is of a town acts and suffers there, unless he bears arms."""

from __future__ import annotations

import pytest
from event_timeline.core.event_types import EventType


@pytest.mark.parametrize(
    ("text", "word", "event_type", "place"),
    [
        ("The mayor of Huanta was shot on Saturday by two men.", "shot", EventType.ASSAULT, "Huanta"),
        ("Residents of Baidoa demonstrated against a tax.", "demonstrated", EventType.PROTEST, "Baidoa"),
        ("Two Kisumu traders were robbed on Friday.", "robbed", EventType.ASSAULT, "Kisumu"),
        (
            "Maria Lopez, the head of a school in Medellin, was killed.",
            "killed",
            EventType.ASSAULT,
            "Medellín",
        ),
    ],
)
def test_who_is_of_a_town_acts_and_suffers_there_for_want_of_better(place_of, text, word, event_type, place):
    link = place_of(text, word, event_type)
    assert link.footprint.name == place
    assert link.provenance.rule == "place/residence"


def test_troops_of_a_place_may_fight_anywhere(place_of):
    link = place_of("The rebels of Aleppo killed ten men.", "killed")
    assert link is None or link.provenance.rule != "place/residence"


def test_where_something_was_done_goes_before_where_somebody_is_of(place_of):
    text = "He found the men in Paisley, but in a struggle the 48-year-old Dundee man was stabbed."
    assert place_of(text, "stabbed").footprint.name == "Paisley"
