"""Of what kind an event is: by what means, and by and against whom."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The offices were destroyed by a powerful bomb.", "explosives"),
        ("The attack, carried out with two bombs, took place on Monday.", "explosives"),
        ("Warplanes carried out an attack on the village.", "airstrike"),
        ("Rioters destroyed the offices.", "riot"),
        ("Rebels carried out a sabotage operation against the power lines.", "destruction"),
        ("Two terrorist acts were carried out on Monday against the embassy.", ""),
    ],
)
def test_the_means_stand_anywhere_in_the_words_of_a_deed(told, text, mode):
    assert [m for _, m, _ in told(text)] == [mode]


def test_what_is_struck_is_no_means(told):
    assert "airstrike" not in [m for _, m, _ in told("Gunmen attacked a jet at the airport.")]
    assert "airstrike" in [m for _, m, _ in told("A jet attacked the airport.")]
    assert "airstrike" not in [m for _, m, _ in told("Two jets were attacked at the airport.")]
    assert "shelling" in [m for _, m, _ in told("Two rockets were fired at the airport.")]


@pytest.mark.parametrize(
    "text",
    [
        "They attacked the 4th Regiment on Tuesday.",
        "The attackers stormed an army base.",
        "Three people were killed in an attack on a garrison.",
        "The Fourth Battalion was attacked on the slopes of a volcano.",
        "They attacked enemy positions.",
        "A nurse was killed in an attack on a garrison.",
        "Rebels attacked a garrison with mortars and rifles.",
        "Six of the enemy were killed.",
        "The fighting resulted in three guards being killed.",
        "Unidentified men attacked a military convoy.",
        "The attack on a convoy carrying soldiers took place on Monday.",
        "A police post was attacked at dawn.",
        "Rebels ambushed a military convoy with a bomb.",
        "Six soldiers were killed by a bomb when rebels ambushed a military convoy.",
    ],
)
def test_whoever_strikes_troops_is_armed(told, text):
    assert [m for _, m, _ in told(text)] == ["battle"]


@pytest.mark.parametrize(
    "text",
    [
        "A man beat a soldier.",
        "Gunmen attacked an aid convoy.",
        "A mob hit troops.",
        "A policeman was attacked at his home.",
        "Rebels attacked a garrison with a car bomb.",
    ],
)
def test_unarmed_people_on_either_side_fight_no_battle(told, text):
    assert "battle" not in [m for _, m, _ in told(text)]


def test_who_takes_weapons_in_a_fight_does_not_loot(told):
    assert [m for _, m, _ in told("The rebels seized 63 rifles.")] == ["seizure"]
    assert [m for _, m, _ in told("The rebels seized 63 cows.")] == ["looting"]


def test_police_forces_are_police_whose_raids_are_searches(told):
    assert ("COERCE", "raid") in [
        (t, m) for t, m, _ in told("Army troops and police forces raided an office.")
    ]


def test_troops_on_premises_search_unless_they_harm_somebody(told):
    assert [(t, m) for t, m, _ in told("The army raided two farms and a house.")] == [("COERCE", "raid")]
    assert [t for t, _, _ in told("Troops raided a house, killing two men.")] == ["ASSAULT"]
    assert [t for t, _, _ in told("Militants raided a house.")] == ["ASSAULT"]


def test_a_crisis_explodes_without_a_bang(told):
    assert told("A political crisis exploded on Monday.") == []
    assert told("A car exploded on Monday.") != []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Clashes between farmers and herders left ten people dead.", ("ASSAULT", "mob-violence")),
        ("Villagers clashed with police on Monday.", ("PROTEST", "riot")),
        ("Looters raided three shops on Monday.", ("PROTEST", "riot")),
        ("Villagers attacked two tourists on Monday.", ("ASSAULT", "mob-violence")),
    ],
)
def test_a_crowd_against_people_without_arms_is_a_mob_and_no_riot(told, text, kind):
    assert [(event_type, mode) for event_type, mode, _ in told(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Rebels attacked a village on Monday. Two policemen were killed.", "battle"),
        ("Rebels attacked a village on Monday, killing two vigilantes and a farmer.", "battle"),
        ("Three service members died following an insurgent attack.", "battle"),
        ("A Taliban commander was killed in a raid.", "battle"),
        ("Rebels attacked a village on Monday. Two farmers were killed.", ""),
        ("Police shot a burglar on Monday.", "gunfire"),
    ],
)
def test_whom_an_attack_harmed_tells_whether_it_was_a_fight(events, text, mode):
    assert events(text)[0].event_mode == mode


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "U.S. forces conducted a strike on Monday. The strike killed 12 fighters.",
            ("ASSAULT", "airstrike"),
        ),
        ("Two helicopters engaged the rebels, killing four of them.", ("ASSAULT", "airstrike")),
        ("A truck hit a landmine, killing two farmers.", ("ASSAULT", "explosives")),
        ("Soldiers neutralised two mines near the bridge.", ("COERCE", "seizure")),
        ("Rebels took over the presidential palace.", ("ASSAULT", "raid")),
        ("Gunmen seized a hotel.", ("ASSAULT", "raid")),
        ("Gunmen stripped traders of their phones.", ("ASSAULT", "looting")),
        ("Students of two schools fought with machetes.", ("PROTEST", "riot")),
        ("Supporters of two parties clashed on Monday.", ("PROTEST", "riot")),
        ("Militias of two villages fought over land on Monday.", ("ASSAULT", "battle")),
        ("Teachers staged a sit-in on May 19 and May 20 to demand a fund.", ("PROTEST", "demonstration")),
        ("Police dispersed a march of students.", ("COERCE", "dispersal")),
        ("Some 200 women gathered in front of the prefecture to demand water.", ("PROTEST", "demonstration")),
        ("Traders marched to demand that their market be opened.", ("PROTEST", "march")),
    ],
)
def test_analysts_notes_tell_what_kind_of_event_it_was(told, text, expected):
    assert expected in [(event_type, mode) for event_type, mode, _ in told(text)]
