"""One thing that a report tells several times is one; two like things stay two."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        # somebody by name
        "The murder of Carla Ruiz shocked the town. Ruiz was shot in Bergen on 12 May.",
        # as many of the same
        "Gunmen killed six priests in Bergen on 12 May. The murder of the six priests is still unsolved.",
        # those told of before
        "Gunmen attacked a convoy near Bergen on 12 May. Officials said four men attacked the convoy at dawn.",
        # a noun that points back
        "A bomb exploded at a market in Bergen on 12 May. Nobody claimed the explosion at the market.",
        # what exploded
        "Two devices exploded at a market in Bergen on 12 May. Three men had exploded the devices.",
        # the attack that was carried out, whatever it was
        "Gunmen set fire to three trucks in Bergen on 12 May. The attack was carried out by night.",
        # the attack, whatever else was done in it
        "A bomb exploded at a market in Bergen on 12 May. The attack set a shop on fire.",
        # a gerund that speaks of what is known
        "Carla Ruiz was murdered in Bergen on 12 May. They gave no reason for murdering the judge.",
        # somebody whose name reads like a place elsewhere
        "Nina Lund was kidnapped in Bergen on 12 May. Those who kidnapped 70-year-old Lund want money.",
        # the lead tells what the headline told
        "Bombing of a cafe in Bergen\n\nA bomb exploded near a cafe in Bergen on 12 May.",
        # the lead, by other words, of another place close by and without the headline's figure
        "Gunmen kill 11 near Bergen\n\nFighters killed at least 11 villagers in Bergen on 12 May.",
        # a dateline stands between them
        "Militia kills 20 in Norwegian village\n\nOSLO, Norway - Fighters of the brigade raided Bergen on 12 May and"
        " killed at least 20 farmers.",
        # the bomb that a headline tells is a battle where soldiers fall
        "Car bomb hits army camp in Bergen\n\nOSLO, May 12 - Rebels attacked a military camp in Bergen on 12 May and"
        " killed three soldiers.",
        # things are no events that could be several
        "Drone strike hits farm\n\nA drone fired missiles at a farm near Bergen on 12 May.",
        # those who did it are told to have done it so
        "A suicide bomber killed nine people in Bergen on 12 May. The man detonated the explosives that he wore.",
        "Gunmen attacked a bank in Bergen on 12 May. The attackers opened fire on the crowd.",
        # words whose plural tells one thing
        "Rebels fought with soldiers near Bergen on 12 May. The clashes broke out at dawn.",
        # the clause that tells what killed them
        "Nine people died and about 50 were wounded when a car exploded in Bergen on 12 May.",
    ],
)
def test_a_retelling_is_the_same_thing(things, text):
    assert len(things(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # another day
        "A bomb exploded in Bergen on 12 May. A bomb exploded in Bergen on 16 May.",
        # another town
        "A bomb exploded in Bergen on 12 May. Hours later a bomb exploded in Oslo on 12 May.",
        # other people
        "Carla Ruiz was murdered in Bergen on 12 May. Peter Holm was murdered in Bergen.",
        # another figure of the same
        "Gunmen killed two guards in Bergen on 12 May. Gunmen killed five guards.",
        # what happened days before the one of the headline
        "Bombing of a cafe in Bergen on 12 May\n\nA bomb exploded at a school in Bergen on 2 May.",
        # no headline
        "There was a bombing of a cafe.\n\nA bomb exploded near a school.",
        # elsewhere, by the opening of the sentence
        "Gunmen killed six priests in Bergen on 12 May. Elsewhere gunmen shot six priests.",
        # said to be another
        "Gunmen attacked a convoy near Bergen on 12 May. Gunmen attacked another convoy on 12 May.",
        # another kind of deed
        "Gunmen kidnapped Carla Ruiz in Bergen on 12 May. Gunmen murdered Carla Ruiz.",
        # it began on another day
        "Students marched in Bergen on 20 May. The protests began on 18 April.",
        # somebody else by name
        "Carla Ruiz was murdered in Bergen on 12 May. He is accused of murdering Peter Holm.",
        # one is only planned
        "Officials met in Bergen on 12 May. The officials will meet in Bergen in June.",
    ],
)
def test_two_like_things_stay_two(things, text):
    assert len(things(text)) == 2


def test_a_summary_of_a_long_time_takes_in_no_single_deed(things):
    text = "Gunmen killed nine guards in Bergen last year. Gunmen killed a guard in Bergen on 12 May."
    assert len(things(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        # told of without a name first
        "A farmer was shot dead in Bergen on 12 May. Nils Holm, 61, was shot dead in his barn.",
        "A Bergen man was arrested on 12 May. Nils Holm, 19, was arrested at his home.",
        # his arrest, and his arrest again
        "In remarks since his arrest on 12 May, Nils Holm spoke of fish. Holm left the board after his arrest.",
        # by name, with the day and with the year
        "Nils Holm killed Ida Lund in Bergen in July 2008. Holm said that he killed Ida Lund in 2008.",
    ],
)
def test_somebody_is_known_again_by_name_or_pronoun(things, text):
    assert len(things(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # somebody who was named before
        "Nils Holm spoke. A farmer was shot dead in Bergen on 12 May. Nils Holm was shot dead.",
        # two, and one
        "Two farmers were shot dead in Bergen on 12 May. Nils Holm was shot dead.",
    ],
)
def test_who_was_named_before_is_not_the_stranger(things, text):
    assert len(things(text)) == 2


def test_what_lies_hours_apart_by_its_own_words_is_two(things):
    text = (
        "Rebels set off a car bomb at a barracks in Bergen on 12 May, killing six, hours after a helicopter "
        "was shot down in the north."
    )
    assert len(things(text)) == 2
