"""A street that bears a town's name is no place in that town, but in the town of the story."""

from __future__ import annotations

import pytest
from event_timeline.core.event_types import EventType

HEAD = "LIMA, 4 May 2018 (Reuters) - "


@pytest.mark.parametrize(
    "where",
    [
        "on Bulnes Street",
        "between Bogota and Arturo Rojas streets",
        "between Madrid and Arturo Rojas avenues",
        "on Madrid Avenue",
    ],
)
def test_streets_with_the_names_of_towns_are_in_the_town_of_the_report(place_of, where):
    place = place_of(f"{HEAD}A judge was shot {where} on Monday.", "shot", EventType.ASSAULT)
    assert (place.footprint.name, place.footprint.country) == ("Lima", "PE")


def test_texts_in_capitals_have_streets_too(place_of):
    text = "LIMA, 4 MAY 2018 (AFP) -- A JUDGE WAS SHOT TODAY AT 10 WEST BULNES STREET, THE POLICE REPORTED."
    assert place_of(text, "shot", EventType.ASSAULT).footprint.name == "Lima"


@pytest.mark.parametrize("where", ["in a Bogota street", "in the streets of Bogota", "in Bogota"])
def test_the_streets_of_a_town_are_in_it(place_of, where):
    place = place_of(f"{HEAD}A judge was shot {where} on Monday.", "shot", EventType.ASSAULT)
    assert place.footprint.name == "Bogotá"
