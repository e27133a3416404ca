"""Ordinary wordings of the news, and the event that each tells."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mob broke into the police station of Bida on Sunday.", "PROTEST"),
        ("Gunmen broke into a house in Lagos on Sunday.", "ASSAULT"),
        ("Rebels went on the rampage in Bunia on Sunday.", "ASSAULT"),
        ("Saboteurs toppled five pylons near Gao on Sunday.", "ASSAULT"),
        ("A girl was hit by a stray bullet in Cali on Sunday.", "ASSAULT"),
        ("Three militants died in an exchange of fire near Gao on Sunday.", "ASSAULT"),
        ("Demonstrators tore down a statue in Mzuzu on Sunday.", "PROTEST"),
        ("Protesters gathered in Bamako on Sunday.", "PROTEST"),
        ("Traders pulled down their shutters in Bannu on Sunday.", "PROTEST"),
        ("Chad threw out 40 traders from Benin on Sunday.", "COERCE"),
        ("The farmer regained his freedom in Buga on Sunday.", "CONCEDE"),
        ("The ministers backed Cairo's stance in Doha on Sunday.", "SUPPORT"),
        ("Ethiopia dismissed the move on Sunday.", "REJECT"),
        ("Norway put visa curbs on officials of Belarus on Sunday.", "SANCTION"),
        ("The president ordered 3,000 soldiers to Maracaibo on Sunday.", "MOBILIZE"),
        ("Two Chadian helicopters strayed into Sudanese airspace on Sunday.", "MOBILIZE"),
        ("The Red Cross evacuated 62 wounded persons from Homs on Sunday.", "AID"),
        ("A car bomb tore through a market in Kano on Sunday.", "ASSAULT"),
        ("A truck laden with explosives ripped through a hotel in Gao on Sunday.", "ASSAULT"),
        ("Chadian warplanes hit Boko Haram positions on Sunday.", "ASSAULT"),
        ("Gunfire rang out in Bangui on Sunday.", "ASSAULT"),
        ("The feud claimed nine lives in Bunia on Sunday.", "ASSAULT"),
        ("Militiamen whisked away six nurses in Bunia on Sunday.", "ASSAULT"),
        ("Niger rained drones on a depot in Agadez on Sunday.", "ASSAULT"),
        ("A 17-year-old was locked up in Leeds on Sunday.", "COERCE"),
        ("Soldiers recovered a cache near Gao on Sunday.", "COERCE"),
        ("Police smashed a gang in Porto on Sunday.", "COERCE"),
        ("Two men appeared before a judge in Porto on Sunday.", "COERCE"),
        ("Hackers knocked out the servers of a bank in Riga on Sunday.", "COERCE"),
        ("The court opened an inquiry on Sunday.", "ACCUSE"),
        ("The minister pinned the blame on Chad on Sunday.", "ACCUSE"),
        ("A judge threw out the lawsuit on Sunday.", "REJECT"),
        ("The truce collapsed on Sunday.", "REJECT"),
        ("The ministers huddled in Accra on Sunday.", "CONSULT"),
        ("Norway suspended $30 million on Sunday.", "SANCTION"),
        ("Rescuers winched two sailors from a trawler on Sunday.", "AID"),
        ("Japan stepped up patrols on Sunday.", "MOBILIZE"),
        ("The Red Cross reached 14,700 people in Bangassou with rations on Sunday.", "AID"),
    ],
)
def test_what_is_told_in_ordinary_words_is_an_event(tellings_of, text, expected):
    (event,) = tellings_of(text)
    assert (event.event_type.value, event.when.edtf) == (expected, "2019-05-19")


@pytest.mark.parametrize("verb", ["freed", "released unharmed"])
def test_what_shares_its_passive_with_the_verb_before_it_is_an_event(tellings_of, verb):
    _, freed = tellings_of(f"A nurse was abducted in Gao on 2 May and {verb} two days later.")
    assert (freed.event_type.value, freed.when.edtf, freed.actor2) == ("CONCEDE", "2019-05-04", ("nurse",))


def test_whose_airspace_it_is_acts_in_nothing(tellings_of):
    (event,) = tellings_of("Two Chadian helicopters strayed into Sudanese airspace on Sunday.")
    assert "Sudan" not in event.actor1


@pytest.mark.parametrize(
    "text",
    [
        "Syria indicated its interest in resuming talks with Israel on Tuesday.",
        "The minister voiced hopes of signing an agreement in Geneva.",
        "The town pays for information leading to the arrest of the bombers in Nairobi.",
        "An official, who refused to be named, spoke of rain in Doha on Monday.",
        "Screenings will be held March 17 in Lagos.",
        "Residents gathered in Bamako on Sunday to watch the match.",
    ],
)
def test_hopes_formulas_and_months_tell_nothing(tellings_of, text):
    assert tellings_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Nairobi bombing killed 213 people.",
        "A Tel Aviv rally drew thousands on Sunday.",
        "Police reported an attack on a convoy near Gao on Sunday.",
    ],
)
def test_towns_before_a_deed_and_those_who_report_it_did_not_do_it(tellings_of, text):
    (event,) = tellings_of(text)
    assert event.actor1 == ()


def test_those_driven_out_since_a_day_are_one_event(tellings_of):
    (event,) = tellings_of("More than 20,000 people have been displaced since 2 May.")
    assert (event.event_type.value, event.event_mode) == ("COERCE", "displacement")


def test_arrests_of_more_than_a_number_are_news(tellings_of):
    (event,) = tellings_of("Police have rounded up more than sixty suspects.")
    assert (event.event_type.value, event.event_mode) == ("COERCE", "arrest")


def test_an_accord_that_ends_is_not_made_in_the_same_breath(tellings_of):
    (event,) = tellings_of("The ceasefire between the two armies collapsed on Sunday.")
    assert event.event_type.value == "REJECT"


def test_positions_that_warplanes_strike_are_not_struck_in_words(tellings_of):
    assert tellings_of("Warplanes struck rebel positions near Gao on Sunday.")
    assert not tellings_of("The minister attacked the position of the unions on Sunday.")
