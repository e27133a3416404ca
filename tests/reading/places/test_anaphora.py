"""Words that stand for a place named before, or for one of the report."""

from __future__ import annotations

import pytest
from event_timeline.core.event_types import EventType

CONSULT = EventType.CONSULT


def test_the_capital_is_that_of_the_country_of_the_report(place_of):
    text = "Chadian police said that gunmen killed a judge in the south of the capital."
    assert "N'Djamena" in place_of(text, "killed").footprint.name


def test_this_city_is_that_of_the_dateline(place_of):
    text = "LIMA, 4 FEB 90 (AFP) -- A judge was killed in this city today."
    assert place_of(text, "killed").footprint.name == "Lima"


def test_the_country_stands_for_the_country_named_before(place_of):
    text = "Officials spoke of fighting in Chad. Gunmen killed six people in the country on Friday."
    assert place_of(text, "killed").footprint.name == "Chad"


def test_the_capital_is_told_by_a_demonym(place_of):
    assert place_of("A blast killed two people in the Afghan capital.", "killed").footprint.name == "Kabul"


def test_lands_of_a_people_are_their_country(place_of):
    link = place_of("Two men were killed in the Afghan regions along the river.", "killed")
    assert link.footprint.name == "Afghanistan"


def test_the_country_is_that_of_the_report(place_of):
    link = place_of("Chadian rebels advanced. The army killed rebels across the country.", "killed")
    assert (link.text, link.footprint.name) == ("country", "Chad")


def test_the_capital_is_told_by_the_country_before_it(place_of):
    link = place_of("They opened a summit in the Solomon Islands capital yesterday.", "summit", CONSULT)
    assert link.footprint.name == "Honiara"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb exploded in the capital of Helmand on Monday.", "Lashkar Gah"),
        ("A bomb exploded in Bavaria's capital on Monday.", "Munich"),
        ("A bomb exploded in the provincial capital, Lashkar Gah, on Monday.", "Lashkar Gah"),
        ("In the regional capital, Makhachkala, a bomb exploded on Monday.", "Makhachkala"),
        ("A bomb exploded outside the capital, Bujumbura, on Monday.", "Bujumbura, surroundings"),
        ("A bomb exploded in the Kenyan and Ugandan capitals on Monday.", "Nairobi"),
    ],
)
def test_the_capital_of_a_province_is_the_town_that_it_is_governed_from(place_of, text, place):
    assert place_of(text, "exploded").footprint.name == place


def test_another_capital_is_not_that_of_the_country(tellings_of):
    (attack,) = tellings_of("GAO, Mali - Bombs hit the regional capital on Monday.")
    assert attack.where.name != "Bamako"
    (attack,) = tellings_of("Russian jets attacked a market in the Chechen capital on Monday.")
    assert attack.where is None or attack.where.name != "Moscow"
