"""Who takes part, under one name."""

from __future__ import annotations

import pytest
from event_timeline.reading.events.known_actors import known_actor


@pytest.mark.parametrize("name", ["Daesh", "ISIS", "IS", "ISIL", "the Islamic State", "Islamic State"])
def test_one_actor_has_one_name(name):
    assert known_actor(name).name == "Islamic State"


def test_short_capitals_are_not_words():
    assert known_actor("is") is None
    assert known_actor("us") is None


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Daesh attacked the Taliban in the valley.", {"Islamic State"}, {"Taliban"}),
        ("Two traders were killed by the Taliban.", {"Taliban"}, {"traders"}),
        ("Talks between France and Norway were held on Monday.", {"France", "Norway"}, set()),
        ("Daesh and the Taliban staged an attack.", {"Islamic State", "Taliban"}, set()),
    ],
)
def test_actors_are_found_through_passives_coordination_and_between(events, text, first, second):
    event = next(e for e in events(text) if e.event_type.value in ("ASSAULT", "CONSULT"))
    assert set(event.actor1) | set(event.actor2) == first | second
    assert second <= set(event.actor2)


def test_a_surname_finds_the_full_name_and_the_country(events):
    text = "Norwegian Foreign Minister Ingrid Solheim spoke first. Later Solheim met the president."
    event = next(e for e in events(text) if e.event_type.value == "CONSULT")
    assert event.actor1 == ("Ingrid Solheim (Norway)",)


def test_a_counterpart_is_who_holds_the_office_in_that_country(events):
    text = (
        "French Foreign Minister Claire Dubois arrived on Monday. Norwegian Foreign Minister Ingrid Solheim "
        "met her French counterpart."
    )
    event = next(e for e in events(text) if e.event_type.value == "CONSULT")
    assert event.actor1 == ("Ingrid Solheim (Norway)",)
    assert event.actor2 == ("Claire Dubois (France)",)


def test_every_value_is_traced_to_words_and_says_why(events):
    text = "Rebels killed nine people in a raid."
    (event,) = events(text)
    assert {m.role.value for m in event.mentions} >= {"trigger", "actor1", "actor2", "fatalities"}
    for mention in event.mentions:
        assert mention.span.of(text) == mention.text
        assert mention.provenance.why


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers detained two men while searching for a Taliban commander.",
        "Soldiers detained two men during an operation to arrest a Taliban commander.",
        "Soldiers detained two men during a raid targeting a Taliban commander.",
        "Soldiers targeted a Taliban commander, detaining two men.",
    ],
)
def test_who_is_sought_is_acted_upon_beside_those_who_were_caught(events, text):
    event = next(e for e in events(text) if e.event_mode == "arrest")
    assert set(event.actor2) == {"men", "Taliban"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A Taliban airstrike killed four guards.", "Taliban"),
        ("Four guards were killed in a Taliban ambush.", "Taliban"),
        ("Gunmen on motorbikes killed four guards.", "Gunmen"),
    ],
)
def test_whose_attack_it_was_acts_in_the_harm_it_did(events, text, actor):
    assert actor in [name for e in events(text) for name in e.actor1]


def first_told(events, text, words):
    """The names of those who act in the event told with certain words."""
    return next(e for e in events(text) if words in e.tellings[0].trigger_text).actor1


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The police said they arrested nine men.", "arrested", "police"),
        ("The army said it killed nine rebels.", "killed", "army"),
        ("Rebels fired at a patrol. They killed two guards.", "killed", "Rebels"),
        ("Taliban fighters seized a bridge. The group later attacked a post.", "attacked", "Taliban"),
        ("A Norwegian-led force landed. The force arrested nine men.", "arrested", "Norwegian-led force"),
        ("A Taliban leader fled. The leader attacked a post on Monday.", "attacked", "Taliban"),
    ],
)
def test_pronouns_and_the_group_mean_who_was_named_before(events, text, words, actor):
    assert first_told(events, text, words) == (actor,)


def test_the_force_is_not_the_one_named_before_where_another_came_between(events):
    text = "A Norwegian force landed. Another force came. The force arrested nine men."
    assert first_told(events, text, "arrested") == ("force",)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Masked men shot and killed a judge.", "shot", "Masked men"),
        ("A column of 60 rebels attacked the town.", "attacked", "rebels"),
        ("A coalition airstrike killed four rebels.", "killed", "coalition"),
        ("The Taliban claimed responsibility for the bombing of a hotel.", "bombing", "Taliban"),
        ("Three foreign ministers joined a rally in the square.", "rally", "foreign ministers"),
        ("A militia known as the Blue Falcons attacked a village.", "attacked", "Blue Falcons"),
    ],
)
def test_who_acts_is_found_behind_groups_strikes_claims_and_light_verbs(events, text, words, actor):
    assert first_told(events, text, words) == (actor,)


def test_who_does_not_own_up_did_not_act(events):
    found = events("No group claimed responsibility for the bombing of a hotel.")
    assert all(e.actor1 == () for e in found if e.event_type.value == "ASSAULT")


def test_a_person_carries_the_armed_group_that_he_is_of(events):
    (event,) = events("Soldiers killed the Taliban financier Abdul Karim.")
    assert event.actor2 == ("Abdul Karim (Taliban)",)


@pytest.mark.parametrize(
    ("text", "words", "first", "second"),
    [
        (
            "The rebels' attack on the barracks was repelled by the army.",
            "attack",
            ("rebels",),
            ("barracks",),
        ),
        ("On Friday relatives of the captives attacked the guards.", "attacked", ("relatives",), ("guards",)),
        (
            "Gunmen kidnapped a priest, his driver and two nuns in Kano on Monday.",
            "kidnapped",
            ("Gunmen",),
            ("priest", "driver", "nuns"),
        ),
        (
            "Members of the Blue Falcon Front attacked the guards.",
            "attacked",
            ("Blue Falcon Front",),
            ("guards",),
        ),
    ],
)
def test_roles_are_found_where_the_parse_is_led_astray(events, text, words, first, second):
    event = next(e for e in events(text) if words in e.tellings[0].trigger_text)
    assert event.actor1 == first
    assert set(second) <= set(event.actor2)


def test_what_stands_behind_the_verb_may_suffer_it(events):
    (event,) = events("Also killed were two drivers.")
    assert event.actor2 == ("drivers",)
    assert event.fatalities.best == 2


@pytest.mark.parametrize(
    ("name", "country"), [("Singapore", "Singapore"), ("Yerevan", "Armenia"), ("Suva", "Fiji")]
)
def test_seats_of_government_stand_for_their_countries(name, country):
    assert known_actor(name).name == country


def test_whoever_meets_by_pronoun_is_not_the_one_met(events):
    (event,) = events("They met with the Greek minister on Sunday.")
    assert event.actor1 == ()
    assert event.actor2 == ("Minister of Greece",)


def test_namesakes_stay_apart(events):
    found = events(
        "Governor Idrissa Kabore arrived. President Roch Kabore met Norwegian envoy Ingrid Solheim."
    )
    assert "Roch Kabore" in [name for e in found for name in e.actor1]


def test_accents_do_not_hide_a_seat_of_government():
    assert known_actor("Asunción").name == "Paraguay"


@pytest.mark.parametrize(
    ("text", "agents", "patients"),
    [
        ("On Monday Lopez's murder shocked the town.", (), ("Lopez",)),
        ("On Monday the army's killing of a boy shocked the town.", ("army",), ("boy",)),
        ("On Monday the mayor's shooting by a guard shocked the town.", ("guard",), ("mayor",)),
        ("On Monday the rebels' expulsion from the valley shocked the town.", (), ("rebels",)),
        ("On Monday the rebels' attack shocked the town.", ("rebels",), ()),
    ],
)
def test_whose_a_murder_is_told_to_be_suffered_it(events, text, agents, patients):
    (event,) = events(text)
    assert (event.actor1, event.actor2) == (agents, patients)


def test_who_means_the_people_and_not_where_they_are_from(events):
    (event,) = events("He fears the guerrillas from Kidal, who attacked a post on Monday.")
    assert event.actor1 == ("guerrillas",)


def test_the_subject_behind_and_is_not_who_acted_before_it(events):
    shelled, fired = events("Rebels shelled a camp in Goma and police fired on a crowd in Bukavu.")
    assert shelled.actor1 == ("Rebels",)
    assert fired.actor1 == ("police",)


def test_a_leader_speaks_for_the_country_before_his_title(events):
    (event,) = events("Libyan leader Omar Said met Turkish opposition leader Kemal Aydin on Monday.")
    assert event.actor1 == ("Omar Said (Libya)",)
    assert event.actor2 == ("Kemal Aydin",)


def test_a_name_that_the_model_does_not_know_is_somebody(events):
    (met,) = events("Xi met Modi in the garden on Friday.")
    assert (met.actor1, met.actor2) == (("Xi",), ("Modi",))
    (hanged,) = events("Kasab was hanged on Wednesday.")
    assert hanged.actor2 == ("Kasab",)


def test_ministers_of_several_countries_are_one_for_each(events):
    (met,) = events("The foreign ministers of Chile, Peru and Bolivia met on Monday.")
    assert met.actor1 == ("Minister of Chile", "Minister of Peru", "Minister of Bolivia")


def test_what_a_place_is_stormed_with_is_nobody(events):
    (stormed,) = events("The army stormed the palace with tanks on Monday.")
    assert "tanks" not in stormed.actor2


def test_a_longer_name_of_its_own_is_no_alias(tellings_of):
    (event,) = tellings_of("The Palaung National Liberation Army freed two nurses in Gao on Sunday.")
    assert event.actor1 != ("National Liberation Army",)
    (event,) = tellings_of("The National Liberation Army freed two nurses in Cali on Sunday.")
    assert event.actor1 == ("National Liberation Army",)


def test_the_articles_within_a_name_do_not_hide_whose_it_is(tellings_of):
    (event,) = tellings_of(
        "Fighters of the Group for the Support of Islam and Muslims killed two nurses in Gao."
    )
    assert event.actor1 == ("JNIM",)
