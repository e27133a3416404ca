"""Places are taken and lost by those who fight over them."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took Bangassou on Sunday.",
        "Government troops took most of the town of Obo on Sunday.",
        "Herat fell on Sunday.",
        "The town fell on Sunday without a shot.",
        "The army retook Umm Rawaba on Sunday.",
    ],
)
def test_a_place_that_is_taken_or_falls_is_fought_over(tellings_of, text):
    assert [(e.event_type.value, e.event_mode) for e in tellings_of(text)] == [("ASSAULT", "battle")]


@pytest.mark.parametrize(
    "text",
    [
        "Dubai fell 2 percent on Sunday.",
        "Spain fell in the rankings on Sunday.",
        "Paris fell silent on Sunday.",
        "Soldiers took photographs in Bangassou on Sunday.",
    ],
)
def test_what_falls_or_is_taken_in_another_sense_is_not(tellings_of, text):
    assert tellings_of(text) == ()


def test_the_place_that_falls_is_the_scene_and_nobody_who_acts(tellings_of):
    (event,) = tellings_of("Kandahar fell on Sunday.")
    assert (event.where.name, event.actor1, event.actor2) == ("Kandahar", (), ())


def test_to_enter_a_part_of_a_town_is_to_enter_it(tellings_of):
    (event,) = tellings_of("Fighters entered the outskirts of Kabul on Sunday.")
    assert (event.event_type.value, event.where.name) == ("MOBILIZE", "Kabul, surroundings")


def test_the_land_that_somebody_flees_is_no_party(tellings_of):
    (event,) = tellings_of("President Juan Perez fled the country on Sunday.")
    assert (event.actor1, event.actor2) == (("Juan Perez",), ())


def test_many_who_leave_their_city_on_foot_flee(tellings_of):
    (event,) = tellings_of("Some 3,000 people fled the city on Sunday, most of them on foot.")
    assert event.event_type.value == "RETREAT"


def test_whose_stronghold_is_taken_loses_it(tellings_of):
    (event,) = tellings_of("Troops recaptured the rebels' stronghold on Sunday.")
    assert (event.actor1, event.actor2) == (("Troops",), ("rebels",))
