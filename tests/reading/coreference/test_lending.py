"""What one telling of a thing says of its day, place and means, the others say too, and tell where it is from."""

from __future__ import annotations

from event_timeline.core.event import Event
from event_timeline.core.mentions import MentionRole


def reasons(event: Event, role: MentionRole) -> str:
    return " ".join(m.provenance.why for m in event.mentions if m.role is role)


def test_a_telling_without_a_day_or_place_takes_those_of_the_one_that_has_them(told):
    first, second = told(
        "The murder of Carla Ruiz shocked the country. Ruiz was murdered in Bergen on 12 May, police said."
    )
    assert (first.when.edtf, first.where.name) == ("2019-05-12", "Bergen")
    assert second.same_as == first.event_id
    assert "Ruiz was murdered in Bergen" in reasons(first, MentionRole.DATE)
    assert "Ruiz was murdered in Bergen" in reasons(first, MentionRole.PLACE)


def test_what_only_points_back_lends_its_day_and_is_no_event_of_its_own(told):
    (event,) = told("Gunmen attacked a bank in Bergen. The attack took place on 12 May.")
    assert event.when.edtf == "2019-05-12"


def test_why_a_retelling_is_one_is_said(told):
    _, second = told("Gunmen kidnapped Carla Ruiz in Bergen on 12 May. Ruiz was kidnapped at her home.")
    assert "Ruiz" in reasons(second, MentionRole.TRIGGER)


def test_own_words_are_kept(told):
    first, second = told("Carla Ruiz was murdered in Bergen in May. Ruiz was murdered in Bergen on 12 May.")
    assert {first.when.edtf, second.when.edtf} == {"2019-05-12"}


def test_the_town_of_the_lead_is_not_given_up_for_the_province_of_the_headline(told):
    text = (
        "Gunmen kill mayor in Mexico's Guerrero state\n\nAUSTIN, Texas - Armed men burst into the town hall of Iguala"
        " on 12 May and killed at least seven people."
    )
    assert [event.where and event.where.name for event in told(text)][-1] == "Iguala de la Independencia"


def test_the_means_are_told_once(told):
    first, second = told("Carla Ruiz was killed in Bergen on 12 May. Ruiz was shot at her home, police said.")
    assert (first.event_mode, second.event_mode) == ("gunfire", "gunfire")


def test_what_one_telling_shows_to_be_a_fight_is_one(told):
    text = "Rebels attacked an army post in Bergen on 12 May. The attack in Bergen lasted 15 minutes."
    assert [event.event_mode for event in told(text)] == ["battle", "battle"]
    text = (
        "Rebels attacked an army post in Bergen on 12 May. The attack in Bergen on two nurses lasted an hour."
    )
    assert [event.event_mode for event in told(text)] == ["battle", ""]


def test_an_offensive_lends_one_attack_nothing(told):
    text = "There was an attack on a mill in Bergen on 12 May. The rebel offensive began in April."
    assert [event.when.edtf for event in told(text)] == ["2019-05-12", "2019-04"]
