"""Whose figures they are: which deed the dead, the wounded and the captives belong to."""

from __future__ import annotations

import pytest
from event_timeline.core.event import Count


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen killed three soldiers. Two clerks were also killed.", [Count(5, 5, 5)]),
        ("Gunmen killed three soldiers. One more soldier was killed.", [Count(4, 4, 4)]),
        ("Gunmen killed three soldiers. In a separate attack, two clerks were also killed.", [3, 2]),
    ],
)
def test_who_was_killed_besides_adds_to_the_toll_of_one_deed(events, text, killed):
    found = [e.fatalities for e in events(text) if e.fatalities is not None]
    assert [c if isinstance(wanted, Count) else c.low for c, wanted in zip(found, killed)] == killed


def test_a_figure_many_times_an_earlier_one_counts_other_people(events):
    text = "About 700 people fled to the hills. On Tuesday, clashes in the valley displaced 9,000 people."
    assert [e.displaced.best for e in events(text) if e.displaced is not None] == [700, 9000]


@pytest.mark.parametrize(
    "text",
    [
        "Police clashed with protesters in the square. Nine people were injured and 32 arrested.",
        "Protesters threw stones at a bus; seven people and two policemen were hurt.",
        "Police fired rubber bullets at demonstrators in the square, injuring nine.",
    ],
)
def test_who_is_hurt_in_a_riot_is_no_deed_of_its_own(events, text):
    found = events(text)
    assert [e.injured.best for e in found if e.injured is not None] == [9]
    assert all(e.event_type.value != "ASSAULT" for e in found)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers killed two rebels near the mine. A second rebel was killed as he fled.",
        "Soldiers killed two rebels near the mine. The patrol returned fire, killing the rebel.",
        "Soldiers killed several rebels near the mine. The nine rebels were killed at dawn.",
    ],
)
def test_nobody_is_counted_twice(events, text):
    assert len([e for e in events(text) if e.fatalities is not None]) == 1


def test_the_total_of_several_deeds_counts_for_none_where_they_are_told_apart(events):
    text = "More than 20 rebels were killed in separate raids. In the north, soldiers killed six rebels."
    assert [e.fatalities for e in events(text)] == [None, Count(6, 6, 6)]
    (alone,) = events("More than 20 rebels were killed in separate raids.")
    assert alone.fatalities == Count(21, 21, None)


def test_a_fuller_figure_that_counts_those_told_of_before_goes_first(events):
    text = "Police captured a smuggler. They searched his farm. Officers detained the smuggler and two of his men."
    arrest = next(e for e in events(text) if e.event_mode == "arrest")
    assert arrest.captured == Count(3, 3, 3)


def test_a_death_that_people_protest_about_is_no_casualty_of_the_protest(events):
    found = events("Residents protested over the death of a student.")
    assert all(e.fatalities is None for e in found if e.event_type.value == "PROTEST")


def test_the_victims_of_an_accident_belong_to_nothing_told_before(events):
    found = events("Students held a rally in the square. Eleven people died in a shipwreck off the coast.")
    assert all(e.fatalities is None for e in found)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A bomb killed nine people. Two more died in hospital, bringing the number of dead to 11.", 11),
        ("A bomb killed nine people. The toll rose to 12 after three more died.", 12),
    ],
)
def test_a_toll_by_now_has_all_who_died_of_it(events, text, killed):
    assert [e.fatalities.low for e in events(text) if e.fatalities is not None] == [killed]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers killed three rebels. One soldier was injured.",
        "Gunmen killed a mayor. His driver was wounded.",
        "Gunmen shot and wounded a mayor. His driver was killed.",
    ],
)
def test_harm_that_nobody_is_said_to_have_done_came_of_the_deed_told_last(events, text):
    (deed,) = (e for e in events(text) if e.fatalities or e.injured)
    assert deed.fatalities is not None
    assert deed.injured is not None


def test_a_deed_that_struck_a_thing_does_not_tell_yet_whom_it_harmed(events):
    (deed,) = events("A bomb hit a lorry carrying troops on the coast road. Three soldiers were killed.")
    assert deed.fatalities == Count(3, 3, 3)


def test_what_a_deed_resulted_in_is_its_however_far_back_it_was_told(events):
    text = "Rebels stormed the fort. Troops called for help. Jets came. Rain fell. The clash resulted in ten deaths."
    assert [e.fatalities.low for e in events(text) if e.fatalities is not None] == [10]


def test_what_somebody_new_did_befell_others(events):
    found = events("Nine people were killed in the town. A bomb killed four people on a bus.")
    assert [e.fatalities.low for e in found if e.fatalities is not None] == [9, 4]


def test_the_dead_of_both_sides_of_a_fight_add_up(events):
    (battle,) = events("Rebels attacked a base, killing one soldier. Fifteen rebels were killed.")
    assert battle.fatalities == Count(16, 16, 16)


def test_a_figure_that_includes_those_told_of_before_is_theirs_but_not_its_headlines(events):
    body = "Police captured a smuggler on Monday. The force detained several men including the smuggler."
    assert [e.captured for e in events(body) if e.captured is not None] == [Count(3, 3, None)]
    story = "Gunmen kill mayor\n\nGunmen killed at least 18 people, including the mayor, in the town hall."
    assert [e.fatalities.low for e in events(story) if e.fatalities is not None] == [1, 18]


def test_a_deed_that_says_who_somebody_is_did_not_befall_him(events):
    text = "Police confirmed the death of the man behind the attack that killed one soldier. He was shot in a mill."
    assert next(e.fatalities for e in events(text) if e.tellings[0].trigger_text == "attack") == Count(
        1, 1, 1
    )


def test_an_arrest_hurts_nobody_where_a_deed_told_before_may_have(events):
    storm, arrest = events(
        "Fighters stormed a prison on Tuesday. Eight were arrested and a guard was wounded."
    )
    assert storm.injured is not None
    assert arrest.injured is None


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A bomb killed nine people. Five more people died of their wounds overnight.", 14),
        ("A bomb killed nine people and hurt thirty. Two of the wounded died in hospital on Tuesday.", 11),
        ("A bomb killed nine people. Three of the injured later succumbed to their injuries.", 12),
        ("Five more people died of their wounds, bringing to 14 the number killed in Monday's bombing.", 14),
        ("Mill bombing: toll climbs to 14", 14),
    ],
)
def test_who_dies_later_of_his_wounds_is_of_the_toll_and_no_deed_of_its_own(events, text, killed):
    (event,) = events(text)
    assert event.fatalities is not None
    assert event.fatalities.best == killed


def test_who_dies_of_wounds_did_nothing(events):
    (event,) = events("Five villagers died of their wounds on Tuesday.")
    assert (event.actor1, event.actor2, event.event_mode) == ((), ("villagers",), "killing")


@pytest.mark.parametrize(
    ("text", "captured"),
    [
        ("Troops captured a smuggler. The soldiers also detained one other man.", [2]),
        ("Troops captured a smuggler. They also arrested another suspect.", [2]),
        ("Troops captured a smuggler. Two additional men were taken into custody.", [3]),
        ("Troops captured a smuggler. The soldiers also detained two of his sons.", [1, 2]),
        ("Troops captured a smuggler. A second patrol also detained one man.", [1, 1]),
    ],
)
def test_one_person_more_at_the_same_hands_is_no_deed_of_its_own(events, text, captured):
    assert [e.captured.low for e in events(text) if e.captured is not None] == captured


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Soldiers killed four rebels at the mine. One rebel was killed as he raised a rifle. "
            "Another was killed in the yard. The other two were killed as they fled.",
            4,
        ),
        ("Soldiers killed a rebel at the mine. Another was killed in the yard.", 2),
    ],
)
def test_those_told_beside_one_of_many_are_of_the_many_too(events, text, killed):
    assert sum(e.fatalities.low for e in events(text) if e.fatalities is not None) == killed


def test_words_for_anybody_count_vague_ones_anew(events):
    text = "Police detained several suspected rebels at a farm. Six individuals were arrested in the search."
    assert [e.captured for e in events(text) if e.captured is not None] == [Count(6, 6, 6)]


@pytest.mark.parametrize(
    "text",
    [
        "Raids across the north killed 20 rebels. In Marib, a patrol killed six rebels.",
        "More than 20 rebels were killed in raids across the north. In Marib, a patrol killed six rebels.",
    ],
)
def test_what_deeds_across_a_land_did_is_their_total(events, text):
    assert [e.fatalities for e in events(text) if e.fatalities is not None] == [Count(6, 6, 6)]


@pytest.mark.parametrize(
    ("later", "killed"),
    [
        ("In November 2017, nine people died when a dam gave way near Segou.", None),
        ("One of them died on Sunday.", 1),
    ],
)
def test_a_figure_of_another_time_is_of_another_deed(tellings_of, later, killed):
    text = f"Gunmen attacked two brothers in Gao on Saturday, wounding both.\n\n{later}"
    (attack, *_) = tellings_of(text)
    assert (attack.fatalities.best if attack.fatalities is not None else None) == killed


def test_a_sum_that_grows_belongs_to_no_deed(tellings_of):
    text = (
        "At least six people were shot dead when rebels raided a village near Gao on Saturday.\n\n"
        "Since the revolt broke out in 2014 over 4,000 villagers have been killed."
    )
    assert {e.fatalities.low for e in tellings_of(text) if e.fatalities is not None} == {6}
