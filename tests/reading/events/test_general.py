"""What a text speaks of in general tells no deed."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Many soldiers and officers have been killed, but they are heroes.",
        "The rebels have murdered children, women and old people.",
        "The army has murdered priests and assassinated thousands of farmers.",
        "The army is attacking the people, he said.",
        "The army keeps attacking villages.",
        "The orphans of teachers murdered by the police live here.",
        "It is easy to look away so that they could continue killing farmers.",
        "It is a regime that has murdered and humiliated poets.",
        "Can they sleep after killing so many fishermen?",
        "They have killed countless farmers.",
        "The harbour suffers, ruined by bombings.",
    ],
)
def test_reproaches_and_what_goes_on_tell_no_deed(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen have killed a priest.",
        "Four people have been killed.",
        "The rebels have murdered the bishop.",
        "Rebels killed soldiers.",
    ],
)
def test_somebody_or_a_figure_makes_a_deed_of_it(told, text):
    assert [event_type for event_type, _, _ in told(text)] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "The bishop spoke of the constant shelling of the civilian population.",
        "The envoy regretted their brutal attack on the people.",
        "Has he forgotten the killings committed by the vigilantes?",
        "The minister spoke of the current attacks.",
        "They want the removal of all mines laid by the army.",
        "There have been 12 murders since the president took office last May.",
    ],
)
def test_what_befalls_a_whole_people_or_is_always_done_is_no_one_deed(told, text):
    assert "ASSAULT" not in [t for t, _, _ in told(text)]


def test_all_of_a_number_are_counted(told):
    assert told("Police arrested all five intruders.") == [("COERCE", "arrest", "arrested")]


def test_one_of_the_public_is_somebody(told):
    assert "ASSAULT" in [t for t, _, _ in told("The bishop condemned the killing of a civilian.")]
    assert "ASSAULT" in [t for t, _, _ in told("The bishop condemned an attack on the people of Aldea Roja.")]


def test_a_date_in_a_clause_below_dates_no_deed(tellings_of):
    text = "The army is bombing civilians, although the bishop asked on Friday for mercy."
    assert "ASSAULT" not in [event.event_type.value for event in tellings_of(text)]
    text = "The army is bombing civilians on Friday, although the bishop asks for mercy."
    assert "ASSAULT" in [event.event_type.value for event in tellings_of(text)]


def test_a_whole_country_is_no_place_of_one_deed(tellings_of):
    def told_of(text):
        return [event.event_type.value for event in tellings_of(text)]

    assert "ASSAULT" not in told_of("The senator condemned the bombings in Norway.")
    assert "ASSAULT" in told_of("The senator condemned the bombings in Bergen.")
    assert "ASSAULT" in told_of("The senator condemned the two bombings in Norway.")


def test_what_is_done_daily_has_no_day(tellings_of):
    text = "The harbour lives with daily bombings."
    assert "ASSAULT" not in [event.event_type.value for event in tellings_of(text)]


def test_an_infinitive_tells_no_deed_wherever_it_hangs(told):
    text = "The crews were told to be ready to sail, board, seize, or shoot down what flew over."
    assert "ASSAULT" not in [t for t, _, _ in told(text)]
    assert "ASSAULT" in [t for t, _, _ in told("They landed and shot down two planes.")]


def test_deeds_without_number_place_day_or_victim_are_a_sum(told):
    assert "ASSAULT" not in [
        t for t, _, _ in told("The senator condemned the bombings and the latest attacks.")
    ]
    assert "ASSAULT" in [t for t, _, _ in told("The senator condemned the two bombings.")]
    assert "ASSAULT" in [t for t, _, _ in told("The senator condemned the murders of the priests.")]
    assert "ASSAULT" in [t for t, _, _ in told("Explosions shook the capital.")]


@pytest.mark.parametrize(
    "text",
    [
        "Smuggling is an attack on our country.",
        "The court regards the decision as an assault on the judges.",
        "Smuggling constitutes an attack on our country.",
        "The court regards the decision as an undue exercise of power and an attack on the judges.",
        "This is considered a terrorist attack, because leaflets lay there.",
    ],
)
def test_what_a_thing_is_called_tells_no_deed(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Carla Ruiz is the third judge murdered this year.",
        "This is the fifth attack on judges in six months.",
        "Her death is one more union leader murdered.",
        "The minister spoke of the escalation of violence in the north.",
        "Violence has increased since the party won the election.",
    ],
)
def test_what_is_counted_off_or_only_grows_tells_no_deed(told, text):
    assert "ASSAULT" not in [event_type for event_type, _, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The chiefs said that 650 rebels have been killed and 310 have been wounded.",
        "At least 90 farmers have been killed by bandits this year.",
        "Bandits have attacked the mine 17 times so far this year.",
        "The total number of workers kidnapped was 92.",
        "There have been 12 kidnappings, 3 murders and 40 cases of torture since the governor took office.",
        "The rebels, who have bombed the largest dam, the Red Dam, 14 times so far this year, stopped three buses.",
        "The feud has claimed the lives of some 500 herders so far this year.",
    ],
)
def test_figures_of_many_deeds_tell_none(told, text):
    assert "ASSAULT" not in [event_type for event_type, _, _ in told(text)]


def test_what_befell_many_in_more_than_a_week_is_no_one_deed(tellings_of):
    def told_of(text):
        return [event.event_type.value for event in tellings_of(text)]

    assert "ASSAULT" not in told_of("In the past ten days many teachers have been murdered.")
    assert "ASSAULT" in told_of("In the past two days three teachers have been murdered.")


def test_who_was_killed_and_wounded_right_after_an_attack_comes_back_to_it(told):
    text = "A bomb went off on Monday. At least 20 people have been killed and 150 have been wounded."
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Students protest outside the palace daily.",
        "The rebels often attacked a convoy of the army.",
        "The two armies have held an exercise every year.",
    ],
)
def test_what_is_done_again_and_again_is_no_event(told, text):
    assert told(text) == []


def test_what_is_needed_or_likely_has_not_come_to_pass(told):
    assert told("The arrest and the punishment of the culprits are essential.") == []
    assert told("Talks between Norway and Kenya are possible.") == []
