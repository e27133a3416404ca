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
        ("A bomb hit a market in Kano on Sunday.", "ASSAULT"),
        ("A bomb hurt two policemen in Kano on Sunday.", "ASSAULT"),
        ("The town of Bria fell to rebels on Sunday.", "ASSAULT"),
        ("Rockets fell on the airport of Gao on Sunday.", "ASSAULT"),
        ("Seven Abu Sayyaf members yielded in Jolo on Sunday.", "CONCEDE"),
        ("Oman brokered a cease-fire in Aden on Sunday.", "CONSULT"),
        ('Soldiers captured alias "Zorro" in Cali on Sunday.', "COERCE"),
        ("A booby-trapped motorcycle injured a clerk in Cali on Sunday.", "ASSAULT"),
        ("Chadian troops pushed to within ten kilometres of Faya on Sunday.", "MOBILIZE"),
        ("Chadian drones hit military targets in Faya on Sunday.", "ASSAULT"),
        ("Rockets hit a road near Gao on Sunday.", "ASSAULT"),
        ("A truck laden with explosives ripped through a hotel in Gao on Sunday.", "ASSAULT"),
        ("Chadian warplanes hit Boko Haram positions on Sunday.", "ASSAULT"),
        ("A car bomb was left by smugglers in the centre of Cali on Sunday.", "ASSAULT"),
        ("The burning of a factory in Cali took place on Sunday.", "ASSAULT"),
        ("Police deactivated a bomb in Cali on Sunday.", "COERCE"),
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
        ("Rebels downed a helicopter near Masisi on Sunday.", "ASSAULT"),
        ("A lorry ran over a landmine near Diffa on Sunday.", "ASSAULT"),
        ("Residents heard gunfire in Bissau on Sunday.", "ASSAULT"),
        ("Kabul was rocked by a string of blasts on Sunday.", "ASSAULT"),
        ("Six people died in twin bombings in Herat on Sunday.", "ASSAULT"),
        ("Strikes on Hodeidah killed nine on Sunday.", "ASSAULT"),
        ("A drone struck an oil depot in Ufa on Sunday.", "ASSAULT"),
        ("A barrage of rockets was fired at Gao on Sunday.", "ASSAULT"),
        ("A device went off outside a bank in Cali on Sunday.", "ASSAULT"),
        ("Militiamen put 12 villagers to death in Bunia on Sunday.", "ASSAULT"),
        ("Ten guards died in Kidal on Sunday.", "ASSAULT"),
        ("A nurse lost her life in Bunia on Sunday.", "ASSAULT"),
        ("Four smugglers were caught near Tabou on Sunday.", "COERCE"),
        ("More than 40 people were hauled in for questioning in Minsk on Sunday.", "COERCE"),
        ("Militants blocked the road to Gao on Sunday.", "COERCE"),
        ("Mutineers disarmed a police escort in Bouar on Sunday.", "COERCE"),
        ("France ordered the imam to leave the country on Sunday.", "COERCE"),
        ("Hackers attacked the website of the ministry on Sunday.", "COERCE"),
        ("Chad has shut its frontier with Niger on Sunday.", "COERCE"),
        ("Anti-government protests have swept Dhaka on Sunday.", "PROTEST"),
        ("Crowds thronged the square in Tunis on Sunday.", "PROTEST"),
        ("The minister paid a call on the president in Suva on Sunday.", "CONSULT"),
        ("A court ordered the release of the pastor on Sunday.", "CONCEDE"),
        ("The rebels turned over a captured soldier to the Red Cross on Sunday.", "CONCEDE"),
        ("Ankara warned of a new operation on Sunday.", "THREATEN"),
        ("ECOWAS gave the junta a week to step down on Sunday.", "THREATEN"),
        ("The rebels fell back to the hills near Sake on Sunday.", "RETREAT"),
        ("Soldiers fanned out across Conakry on Sunday.", "MOBILIZE"),
        ("Two agencies suspended their operations in Pibor on Sunday.", "SANCTION"),
        ("Some 21,300 people received rations in Pibor on Sunday.", "AID"),
        ("Soldiers built a school in Bamyan on Sunday.", "AID"),
        ("The navy saved 45 migrants off Zuwara on Sunday.", "AID"),
        ("The families were moved to safety in Goma on Sunday.", "AID"),
        ("Marines pulled 20 people from the sea off Samos on Sunday.", "AID"),
        ("The navy escorted a convoy to Djibo on Sunday.", "AID"),
        ("The US envoy touched down in Amman on Sunday.", "CONSULT"),
        ("The parties returned to the negotiating table in Geneva on Sunday.", "CONSULT"),
        ("The premier called his Indian counterpart on Sunday.", "CONSULT"),
        ("A jury found the officer guilty in Omaha on Sunday.", "COERCE"),
        ("The thief was handed seven years in Leeds on Sunday.", "COERCE"),
        ("The man was booked into the county jail on Sunday.", "COERCE"),
        ("Access to the website was blocked in Lagos on Sunday.", "COERCE"),
        ("Police responded with tear gas in Dhaka on Sunday.", "COERCE"),
        ("Soldiers locked down the town of Gwoza on Sunday.", "COERCE"),
        ("Demonstrators broke through the gates of the palace on Sunday.", "PROTEST"),
        ("Supporters defied the curfew in Bissau on Sunday.", "PROTEST"),
        ("The rebels made peace with the elders of Warrap on Sunday.", "AGREE"),
        ("Chad and Niger exchanged ambassadors on Sunday.", "AGREE"),
        ("The president accepted the resignation of the minister on Sunday.", "CONCEDE"),
        ("A hundred fighters handed in their guns in Bunia on Sunday.", "CONCEDE"),
        ("Egypt opened the Rafah crossing on Sunday.", "CONCEDE"),
        ("Six inmates dug their way out of a jail in Recife on Sunday.", "RETREAT"),
        ("The miners fled into the forest near Beni on Sunday.", "RETREAT"),
        ("Peacekeepers set up a base near Gumuruk on Sunday.", "MOBILIZE"),
        ("The party insisted on a recount on Sunday.", "REQUEST"),
        ("The bishops implored the two sides to talk on Sunday.", "REQUEST"),
        ("Police questioned a teacher in Leeds on Sunday.", "ACCUSE"),
        ("The flood was blamed on the governor on Sunday.", "ACCUSE"),
        ("The two sides failed to reach a deal in Cairo on Sunday.", "REJECT"),
        ("The minister declined to meet the envoy on Sunday.", "REJECT"),
        ("Pyongyang warned on Sunday that it would answer any drill.", "THREATEN"),
        ("The bank was slapped with sanctions on Sunday.", "SANCTION"),
        ("The spokesman briefed reporters in Geneva on Sunday.", "STATEMENT"),
        ("Rebels carried off 200 cattle near Pibor on Sunday.", "ASSAULT"),
        ("The two armies exchanged shots near Bilto on Sunday.", "ASSAULT"),
        ("Nine travellers were marched into the forest near Jos on Sunday.", "ASSAULT"),
        ("Federal agents carted away documents in Quito on Sunday.", "COERCE"),
        ("Officers executed a warrant in Leeds on Sunday.", "COERCE"),
        ("Guards overpowered an inmate in Lae on Sunday.", "COERCE"),
        ("Students pitched tents in Boston on Sunday.", "PROTEST"),
        ("On Sunday the rebels pledged to respect the truce.", "AGREE"),
        ("Embassies flew their nationals out of Tripoli on Sunday.", "AID"),
        ("The minister instructed the envoy to leave on Sunday.", "REQUEST"),
        ("The Red Cross reached 14,700 people in Bangassou with rations on Sunday.", "AID"),
        ("The heist took place in Utrecht on Sunday.", "ASSAULT"),
        ("The clampdown began in Lae on Sunday.", "COERCE"),
        ("Students besieged the ministry in Lima on Sunday.", "PROTEST"),
        ("The minister issued an apology in Oslo on Sunday.", "CONCEDE"),
    ],
)
def test_what_is_told_in_ordinary_words_is_an_event(tellings_of, text, expected):
    (event,) = tellings_of(text)
    assert (event.event_type.value, event.when.edtf) == (expected, "2019-05-19")


@pytest.mark.parametrize(
    "text", ["The airline resumed operations in Gao on Sunday.", "The minister flew into a rage on Sunday."]
)
def test_airlines_at_work_and_tempers_that_rise_are_no_events(tellings_of, text):
    assert not tellings_of(text)


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


def test_a_bomb_that_was_hidden_somewhere_and_went_off_is_one_event(tellings_of):
    (event,) = tellings_of("A bomb planted by rebels under a bus exploded in Gao on Sunday.")
    assert event.event_mode == "explosives"


@pytest.mark.parametrize(
    "text",
    [
        "Rain lashed the coast of Kerala on Sunday, killing four people.",
        "The striker struck gold in Rome on Sunday.",
        "Three fishermen died in a storm off Dakar on Sunday.",
        "Four people lost their lives in floods in Accra on Sunday.",
        "A landslide claimed nine lives in Mocoa on Sunday.",
        "Five soldiers died of cholera in Goma on Sunday.",
        "The general died in Rome on Sunday.",
    ],
)
def test_weather_luck_and_a_natural_death_are_no_violence(tellings_of, text):
    assert tellings_of(text) == ()


def test_what_a_semicolon_parts_is_not_planned_by_what_follows(tellings_of):
    met, agreed = tellings_of("The two ministers met in Lome on Sunday; they agreed to create a joint cell.")
    assert (met.assertion.name, agreed.event_type.value) == ("OCCURRED", "AGREE")


def test_who_dies_does_nothing(tellings_of):
    (event,) = tellings_of("Five soldiers lost their lives near Gao on Sunday.")
    assert (event.actor1, event.actor2, event.fatalities.best) == ((), ("soldiers",), 5)


def test_a_headline_that_blasts_somebody_tells_words(tellings_of):
    (event,) = tellings_of("The mayor blasted the governor on Sunday.")
    assert event.event_type.value == "ACCUSE"


def test_gunmen_who_storm_a_hotel_are_no_weather(tellings_of):
    (event,) = tellings_of("Six killed, 14 wounded as gunmen storm hotel in Mogadishu")
    assert (event.fatalities.best, event.injured.best) == (6, 14)


def test_what_shelling_does_is_told_with_it(tellings_of):
    (event,) = tellings_of(
        "Three people were killed and ten injured as a result of shelling in Gao on Sunday."
    )
    assert (event.event_mode, event.fatalities.best, event.injured.best) == ("shelling", 3, 10)


def test_whoever_is_shot_dead_is_counted(tellings_of):
    (event,) = tellings_of("A gunman shot dead a pastor and wounded his wife in Enugu on Sunday.")
    assert (event.fatalities.best, event.injured.best) == (1, 1)


def test_who_commands_a_base_is_no_base(tellings_of):
    (event,) = tellings_of("Soldiers captured 12 camp guards in Bayji on Sunday.")
    assert (event.event_type.value, event.captured.best) == ("COERCE", 12)


def test_masked_youths_are_a_crowd_still(tellings_of):
    (event,) = tellings_of("Masked youths hurled paint at a bank in Turin on Sunday.")
    assert event.event_type.value == "PROTEST"


def test_who_is_sentenced_is_not_taken_again(tellings_of):
    (event,) = tellings_of("A court in Baku jailed two men for five years on Sunday.")
    assert (event.event_mode, event.captured) == ("legal", None)


def test_masked_men_who_take_somebody_kidnap_him(tellings_of):
    (event,) = tellings_of("A trader was bundled into a car by masked men in Lagos on Sunday.")
    assert (event.event_type.value, event.event_mode) == ("ASSAULT", "kidnap")


def test_positions_that_warplanes_strike_are_not_struck_in_words(tellings_of):
    assert tellings_of("Warplanes struck rebel positions near Gao on Sunday.")
    assert not tellings_of("The minister attacked the position of the unions on Sunday.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The patrol held 20 mortar rounds.", []),
        ("At dusk riot police slept.", []),
        ("The rebels came at dusk, leaving Lima without light.", []),
        ("A man walked out of a duplex.", []),
        ("The delegates walked out.", ["PROTEST"]),
        ("Army experts carried out a controlled explosion.", ["COERCE"]),
        ("Police set up roadblocks on the highway.", ["COERCE"]),
        ("Villagers set up roadblocks on the highway.", ["PROTEST"]),
        ("Soldiers removed two barricades.", ["COERCE"]),
        ("The general staged a successful coup d'etat.", ["COERCE"]),
        ("Thousands demonstrated in the capital.", ["PROTEST"]),
        ("Ministers demonstrated their support.", []),
        ("The talks were cut off.", ["REJECT"]),
        ("The minister left Parry Air Force Base.", []),
        ("The gun was sent to a laboratory.", []),
        ("A driver told reporters that he was cold.", []),
        ("Former rebels gathered in Oslo.", []),
        ("The minister met with fierce opposition.", []),
    ],
)
def test_words_that_look_like_events_are_weighed_by_who_does_what(tellings_of, text, expected):
    assert [e.event_type.value for e in tellings_of(text)] == expected


def test_a_town_that_falls_is_the_scene_and_those_to_whom_it_falls_took_it(tellings_of):
    (event,) = tellings_of("Kandahar fell to the Taliban on Sunday.")
    assert (event.where.name, event.actor1, event.actor2) == ("Kandahar", ("Taliban",), ())


@pytest.mark.parametrize(
    "text", ["Rebels overran Mazar-i-Sharif on Sunday.", "Missiles struck Kharkiv on Sunday."]
)
def test_a_town_is_where_it_is_struck_and_no_party(tellings_of, text):
    (event,) = tellings_of(text)
    assert event.where.where_prec == 1
    assert event.actor2 == ()


def test_an_accord_in_spite_of_which_something_happens_was_made_before(tellings_of):
    assert [e.event_type.value for e in tellings_of("Clashes in Shan State despite truce")] == ["ASSAULT"]


def test_those_in_a_mass_grave_were_killed_before_it_was_found(tellings_of):
    (event,) = tellings_of("A mass grave was found in Bria on Sunday.")
    assert (event.event_type.value, event.when.start, event.where.name) == ("ASSAULT", None, "Bria")


def test_a_passive_may_leave_its_auxiliary_to_the_one_before(tellings_of):
    (event,) = [
        e
        for e in tellings_of("A bridge was destroyed and seven soldiers taken prisoner in Gao.")
        if e.event_mode == "arrest"
    ]
    assert (event.actor1, event.actor2, event.captured.best) == ((), ("soldiers",), 7)


def test_two_harms_with_causes_and_towns_of_their_own_are_two(tellings_of):
    text = (
        "A drone struck a post near Gao on Monday, killing three men, and shelling wounded two boys in Kidal."
    )
    assert [(e.event_mode, e.where.name) for e in tellings_of(text)] == [
        ("drone", "Gao, surroundings"),
        ("shelling", "Kidal"),
    ]
