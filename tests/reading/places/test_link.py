"""Each event gets its own venue, or one taken over, which then says so; topics and actors place nothing."""

from __future__ import annotations

import pytest
import shapely
from event_timeline.core.event_types import EventType

CONSULT, PRESENCE, COERCE, ACCUSE = EventType.CONSULT, EventType.PRESENCE, EventType.COERCE, EventType.ACCUSE


@pytest.mark.parametrize(
    ("text", "word", "event_type", "place"),
    [
        ("The ministers met in Cairo on Monday to discuss Sudan.", "met", CONSULT, "Cairo"),
        ("A bomb exploded outside a school in Mosul on Friday.", "exploded", EventType.ASSAULT, "Mosul"),
        (
            "Gunmen killed nine farmers in the hills near Gao.",
            "killed",
            EventType.ASSAULT,
            "Gao, surroundings",
        ),
        ("Police arrested ten men during a raid in Lyon.", "arrested", COERCE, "Lyon"),
        ("China will host the meeting next year.", "meeting", CONSULT, "China"),
        ("The president received the prime minister in Helsinki on Monday.", "received", CONSULT, "Helsinki"),
        ("She met the envoy in Geneva.", "met", CONSULT, "Geneva"),
        (
            "It was agreed to hold a conference on Syria, which was held in Vienna.",
            "conference",
            CONSULT,
            "Vienna",
        ),
    ],
)
def test_the_venue_is_what_hangs_on_the_event(place_of, text, word, event_type, place):
    assert place_of(text, word, event_type).footprint.name == place


def test_the_finer_place_wins_within_the_coarser(place_of):
    link = place_of("Ten people died in an attack in Sindh province at a market in Sehwan.", "attack")
    assert link.footprint.name == "Sehwan"


def test_what_a_deed_is_done_in_revenge_for_does_not_place_it(place_of):
    link = place_of(
        "Gunmen attacked a mall in revenge for the invasion of Somalia.", "attacked", EventType.ASSAULT
    )
    assert link.provenance.rule == "place/land"  # presumed, as of a report about Somalia


def test_a_topic_places_nothing(place_of):
    assert place_of("The ministers met to discuss the situation in Yemen.", "met", CONSULT) is None


def test_the_content_of_a_statement_does_not_place_the_statement(place_of):
    text = "The speaker denounced the gunmen who killed four nurses in Goma."
    assert place_of(text, "denounced", ACCUSE, others=[("killed", EventType.ASSAULT)]) is None


def test_a_state_of_things_has_the_area_of_its_place(place_of):
    text = "Militants have established a presence in northern and eastern Afghanistan."
    link = place_of(text, "presence", PRESENCE, is_state=True)
    area = shapely.from_wkb(link.footprint.area_wkb)
    assert link.text == "northern and eastern Afghanistan"
    assert link.footprint.where_prec == 5
    assert area.is_valid
    assert area.contains(shapely.Point(69.0, 36.7))  # Kunduz, in the north
    assert area.contains(shapely.Point(70.6, 34.6))  # Nangarhar, in the east
    assert not area.contains(shapely.Point(64.4, 31.6))  # Helmand, in the south


def test_links_are_aligned_with_triggers(place_of):
    link = place_of(
        "A bomb exploded in Mosul. The ministers met in Cairo.",
        "met",
        CONSULT,
        others=[("exploded", EventType.ASSAULT)],
    )
    assert link.footprint.name == "Cairo"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("A man was shot dead in the Bavarian town of Freising on Friday.", "shot", "Freising"),
        ("Police shot a man in North Sumatra's capital of Medan.", "shot", "Medan"),
        ("A bomb exploded in Haiti's capital on Friday.", "exploded", "Port-au-Prince"),
        ("A bomb exploded in the capital of Haiti.", "exploded", "Port-au-Prince"),
        ("A bomb exploded in the Afghan capital, Kabul, on Friday.", "exploded", "Kabul"),
        ("Two men were shot on a road north of Kabul.", "shot", "Kabul, surroundings"),
        ("A bomb exploded at a market in Herat.", "exploded", "Herat"),
        ("Gunmen killed a driver between Gao and Ansongo.", "killed", "Between Gao and Ansongo"),
        (
            "A jet bombed the village of Pazigo, about 110 km north of Mandalay.",
            "bombed",
            "Pazigo",
        ),
        ("Two soldiers were killed in Fallujah, 50 km west of Baghdad.", "killed", "Al Fallujah"),
        ("Two bombs exploded in the Chapinero neighborhood in Bogota.", "exploded", "Chapinero"),
    ],
)
def test_the_place_meant_is_the_one_that_the_phrase_ends_at(place_of, text, word, place):
    assert place_of(text, word).footprint.name == place


def test_what_is_told_of_a_person_does_not_place_what_befell_him(place_of):
    text = "The farmer, who had lived in Miami for years, was shot near Bello in July."
    assert place_of(text, "shot").footprint.name == "Bello, surroundings"
    assert (
        place_of("Hassan, a leader of the rebels in Aleppo, was killed near Homs.", "killed").text
        == "near Homs"
    )


def test_what_is_told_of_an_event_places_what_it_did(place_of):
    text = "The explosion, which took place in Gao, killed two soldiers."
    assert place_of(text, "killed", others=[("explosion", EventType.ASSAULT)]).footprint.name == "Gao"


def test_words_for_a_town_have_surroundings_too(place_of):
    text = "The mayor of Gao spoke on Monday. Gunmen robbed a driver in Gao and shot another 20 km from the city."
    assert place_of(text, "shot").footprint.name == "Gao, within 20 km"
    text = "Two men were robbed in Gao on Monday. A trader was shot outside the city."
    assert place_of(text, "shot").footprint.name == "Gao, surroundings"


def test_where_somebody_else_travelled_places_no_deed(place_of):
    text = "The priest was released in Cali. Rebels had kidnapped him in protest of the premier's visit to Cartagena."
    assert place_of(text, "kidnapped").footprint.name == "Cali"
    during = "The premier was shot during a visit to Cartagena."
    assert place_of(during, "shot").footprint.name == "Cartagena"


def test_where_somebody_goes_is_not_yet_where_he_is(place_of):
    link = place_of("Police in Lyon arrested the man as he tried to flee to Geneva.", "arrested", COERCE)
    assert link.footprint.name == "Lyon"


@pytest.mark.parametrize(
    ("text", "word", "event_type", "place"),
    [
        ("Farmers blocked the centre of Lyon with tractors on Friday.", "blocked", EventType.PROTEST, "Lyon"),
        ("Rioters burned much of Aleppo in April.", "burned", EventType.ASSAULT, "Aleppo"),
        ("Two jets overflew Iquitos on Monday.", "overflew", EventType.MOBILIZE, "Iquitos"),
        ("Soldiers patrolled the streets of Bucharest.", "patrolled", EventType.MOBILIZE, "Bucharest"),
        ("He spoke of the plant at Mosul, which troops have occupied.", "occupied", PRESENCE, "Mosul"),
    ],
)
def test_what_is_done_to_a_place_is_done_there(place_of, text, word, event_type, place):
    assert place in place_of(text, word, event_type).footprint.name


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        (
            "Troops from Damascus entered Homs, a town where gas killed forty people in April.",
            "killed",
            "Homs",
        ),
        ("They came back on Thursday from La Paz, where they had met senators.", "met", "La Paz"),
    ],
)
def test_a_clause_that_says_where_is_placed_by_what_it_describes(place_of, text, word, place):
    assert place_of(text, word, CONSULT if word == "met" else EventType.ASSAULT).footprint.name == place


def test_what_is_finer_belongs_to_the_same_deed(place_of):
    text = "In Santander department, rebels freed a man whom they had kidnapped on 2 April in the hamlet of Zugwamba."
    link = place_of(text, "freed", EventType.CONCEDE, others=[("kidnapped", EventType.ASSAULT)])
    assert "Santander" in link.footprint.name


def test_a_threat_lies_where_it_would_be_carried_out(place_of):
    link = place_of("They have threatened to cut the road at Homs.", "threatened", EventType.THREATEN)
    assert link.footprint.name == "Homs"


def test_the_words_of_a_way_say_that_it_is_one(place_of):
    assert (
        place_of("Two men were shot on the road from Gao to Kidal.", "shot").text == "road from Gao to Kidal"
    )
    assert place_of("Gunmen shot a driver between Gao and Kidal.", "shot").text == "between Gao and Kidal"


def test_where_an_attack_is_only_planned_lends_no_place(tellings_of):
    events = tellings_of(
        "Soldiers captured a bomb maker in Gao on Sunday. He was planning attacks against officials in Bamako. "
        "The soldiers killed one gunman and detained two others."
    )
    places = {event.where.name for event in events if event.assertion.value == "occurred"}
    assert places == {"Gao"}


def test_words_for_the_time_of_day_are_no_part_of_a_name_in_a_headline(tellings_of):
    (arrest,) = tellings_of(
        "Rebel Leader Captured in Khost Overnight\n\nKABUL, Afghanistan - Soldiers found a map and two phones."
    )
    assert arrest.place_text == "Khost"
