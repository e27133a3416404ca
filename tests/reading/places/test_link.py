"""Each event gets its own venue, or one taken over, which then says so; topics and actors place nothing."""

from __future__ import annotations

import pytest
import shapely
from event_timeline.core.event_types import EventType

CONSULT, STATEMENT, PRESENCE, COERCE = (
    EventType.CONSULT,
    EventType.STATEMENT,
    EventType.PRESENCE,
    EventType.COERCE,
)
SANCTION, ACCUSE = EventType.SANCTION, EventType.ACCUSE


@pytest.mark.parametrize(
    ("text", "word", "event_type", "place"),
    [
        ("The ministers met in Cairo on Monday to discuss Sudan.", "met", CONSULT, "Cairo"),
        ("A bomb exploded outside a school in Mosul on Friday.", "exploded", EventType.ASSAULT, "Mosul"),
        ("Gunmen killed nine farmers in the hills near Gao.", "killed", EventType.ASSAULT, "Near Gao"),
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


def test_what_is_listed_together_lies_together(place_of):
    text = "There were several attacks, including one on a hotel in Gao on May 2 and another a week later on a road."
    link = place_of(text, "another", others=[("one", EventType.ASSAULT)])
    assert link.footprint.name == "Gao"
    assert "listed with" in link.provenance.why


def test_a_topic_places_nothing(place_of):
    assert place_of("The ministers met to discuss the situation in Yemen.", "met", CONSULT) is None


def test_the_content_of_a_statement_does_not_place_the_statement(place_of):
    text = "The speaker denounced the gunmen who killed four nurses in Goma."
    assert place_of(text, "denounced", ACCUSE, others=[("killed", EventType.ASSAULT)]) is None


def test_a_press_conference_takes_the_place_of_the_talks(place_of):
    text = "The ministers met in Oslo on Monday. At a press conference, they promised more talks."
    link = place_of(text, "conference", STATEMENT, others=[("met", CONSULT)])
    assert link.footprint.name == "Oslo"
    assert "talks" in link.provenance.why


def test_talks_of_another_year_and_written_statements_do_not_take_the_place_of_the_talks(place_of):
    talks = "The ministers of Chile and Kenya met in Oslo on 5 May 2019. "
    text = talks + "A contact group, which met in March 2018, will report to them."
    assert place_of(text, "met", CONSULT, nth=1, others=[("met", CONSULT)]) is None
    text = talks + "Kenya issued a statement on fish."
    link = place_of(text, "statement", STATEMENT, mode="statement", others=[("met", CONSULT)])
    assert link is None or link.footprint.name == "Kenya"


def test_a_government_acts_in_its_country_for_want_of_better(place_of):
    link = place_of("Norway cut its aid to the rebels last year.", "cut", SANCTION)
    assert (link.footprint.country, link.footprint.where_prec) == ("NO", 6)
    assert link.provenance.score <= 0.3
    assert link.span is None


def test_talks_without_a_place_take_the_dateline(place_of):
    link = place_of("VIENNA - The ministers met on Tuesday.", "met", CONSULT)
    assert link.footprint.name == "Vienna"
    assert "dateline" in link.provenance.why


@pytest.mark.parametrize(
    ("where", "holder", "prec"),
    [
        ("in Zugwamba village, Kunar province,", "Kunar", 4),
        ("in the village of Zugwamba (Telloru, Kunar)", "Kunar", 4),
        ("in the village of Zugwamba near Asadabad", "Near Asadabad", 2),
    ],
)
def test_an_unknown_village_keeps_its_name_and_lies_in_what_holds_it(place_of, where, holder, prec):
    link = place_of(f"Four men were killed {where} on Sunday.", "killed")
    assert link.footprint.name == "Zugwamba"
    assert link.footprint.where_prec == prec
    assert link.footprint.gazetteer_id.startswith("unlisted:zugwamba@")
    assert link.text.startswith("Zugwamba")
    assert f'"Zugwamba" itself is not known, and is placed in {holder}' in link.provenance.why


def test_an_unknown_village_that_nothing_holds_lies_somewhere_in_the_country_of_the_report(place_of):
    text = "Chadian troops left on Monday. Chadian rebels killed four men in the village of Zugwamba."
    link = place_of(text, "killed")
    assert (link.footprint.name, link.footprint.country, link.footprint.where_prec) == ("Zugwamba", "TD", 6)
    assert link.provenance.score < 0.3
    assert "the report is about Chad" in link.provenance.why


def test_the_capital_is_that_of_the_country_of_the_report(place_of):
    text = "Chadian police said that gunmen killed a judge in the south of the capital."
    assert "N'Djamena" in place_of(text, "killed").footprint.name


def test_this_city_is_that_of_the_dateline(place_of):
    text = "LIMA, 4 FEB 90 (AFP) -- A judge was killed in this city today."
    assert place_of(text, "killed").footprint.name == "Lima"


def test_what_is_done_for_something_is_done_where_that_is(place_of):
    text = "Norway has worked with the rebels to weaken the role of the smugglers in Libya."
    link = place_of(text, "worked", EventType.COOPERATE)
    assert link.footprint.name == "Libya"
    assert "what it is for" in link.provenance.why


def test_a_joint_exercise_is_placed_with_the_partner_for_want_of_better(place_of):
    text = "Gunmen shot a man in Gao.\n\nThe exercise with Ghana began later."
    link = place_of(text, "exercise", EventType.MOBILIZE, others=[("shot", EventType.ASSAULT)])
    assert (link.footprint.country, link.footprint.where_prec) == ("GH", 6)
    assert "partner" in link.provenance.why


def test_the_country_stands_for_the_country_named_before(place_of):
    text = "Officials spoke of fighting in Chad. Gunmen killed six people in the country on Friday."
    assert place_of(text, "killed").footprint.name == "Chad"


def test_the_capital_is_told_by_a_demonym(place_of):
    assert place_of("A blast killed two people in the Afghan capital.", "killed").footprint.name == "Kabul"


def test_lands_of_a_people_are_their_country(place_of):
    link = place_of("Two men were killed in the Afghan regions along the river.", "killed")
    assert link.footprint.name == "Afghanistan"


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


def test_a_deed_that_nothing_places_is_placed_in_the_country_of_the_report(place_of):
    text = "The mayors of Lima and Cusco praised the law.\n\nIt was signed long ago.\n\nA judge was killed."
    link = place_of(text, "killed", EventType.ASSAULT)
    assert (link.footprint.country, link.footprint.where_prec) == ("PE", 6)
    assert link.provenance.score < 0.2
    assert "country" in link.provenance.why


def test_what_was_done_during_the_operation_was_done_where_it_was(place_of):
    text = "Police arrested a smuggler in Lyon. He is known in Nantes. During the raid they also detained a driver."
    link = place_of(text, "detained", COERCE, others=[("arrested", COERCE)])
    assert link.footprint.name == "Lyon"
    assert "deed told before" in link.provenance.why


def test_what_happened_long_before_is_not_where_the_story_is(place_of):
    text = (
        "Gunmen killed six shoppers in Kaduna on 3 May 2019. Police searched houses. "
        "The same gang killed a judge in March 2017."
    )
    link = place_of(text, "killed", nth=1, others=[("killed", EventType.ASSAULT), ("searched", COERCE)])
    assert link.footprint.name == "Nigeria"


def test_where_talks_are_held_is_not_where_deeds_were_done(place_of):
    text = "The ministers will meet in Geneva. Soldiers killed two monks, activists said."
    link = place_of(text, "killed", others=[("meet", CONSULT)])
    assert link.footprint.name != "Geneva"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("A man was shot dead in the Bavarian town of Freising on Friday.", "shot", "Freising"),
        ("Police shot a man in North Sumatra's capital of Medan.", "shot", "Medan"),
        ("A bomb exploded in Haiti's capital on Friday.", "exploded", "Port-au-Prince"),
        ("A bomb exploded in the capital of Haiti.", "exploded", "Port-au-Prince"),
        ("A bomb exploded in the Afghan capital, Kabul, on Friday.", "exploded", "Kabul"),
        ("Two men were shot on a road north of Kabul.", "shot", "Near Kabul"),
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
    assert place_of(text, "shot").footprint.name == "Near Bello"
    assert (
        place_of("Hassan, a leader of the rebels in Aleppo, was killed near Homs.", "killed").text
        == "near Homs"
    )


def test_what_is_told_of_an_event_places_what_it_did(place_of):
    text = "The explosion, which took place in Gao, killed two soldiers."
    assert place_of(text, "killed", others=[("explosion", EventType.ASSAULT)]).footprint.name == "Gao"


def test_where_somebody_goes_is_not_yet_where_he_is(place_of):
    link = place_of("Police in Lyon arrested the man as he tried to flee to Geneva.", "arrested", COERCE)
    assert link.footprint.name == "Lyon"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Gunmen kidnapped three engineers at Hasounu, Libyan officials said.", "kidnapped", "Hasounu"),
        ("Troops killed a man in the Sambeza Forest in Nigeria.", "killed", "Sambeza Forest"),
        (
            "Soldiers destroyed five laboratories in Norte de Santander.",
            "destroyed",
            "Norte de Santander Department",
        ),
    ],
)
def test_an_unusual_name_in_which_something_was_done_is_a_place(place_of, text, word, place):
    assert (
        place_of(f"{text} The Colombian army said so." if "Norte" in text else text, word).footprint.name
        == place
    )


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested four men in Ramadan, Libyan officials said.",
        "Police arrested four men in Operation Storm, Libyan officials said.",
        "Police arrested four men in Millerton's house, Libyan officials said.",
    ],
)
def test_what_is_no_place_by_the_dictionary_or_belongs_to_the_next_word_is_none(place_of, text):
    assert place_of(text, "arrested", COERCE).footprint.name == "Libya"


def test_what_somebody_came_for_is_done_where_he_came(place_of):
    text = "The premier flew to Geneva on Monday to sign the accord."
    assert place_of(text, "sign", EventType.AGREE, others=[("flew", CONSULT)]).footprint.name == "Geneva"


def test_a_country_that_speaks_abroad_is_not_in_the_town_of_the_dateline(place_of):
    text = (
        "SANAA, 5 Feb (Own) - A ship from Mombasa in Kenya was looted.\n\n"
        "Kenya announced a tax on imports on Friday."
    )
    assert place_of(text, "announced", STATEMENT).footprint.name == "Kenya"


def test_who_comes_to_see_is_not_where_he_comes_from(place_of):
    text = "LIMA, 5 Feb (Own) - A flood killed nine people in Arequipa.\n\nThe president visited survivors."
    assert (
        place_of(text, "visited", CONSULT, mode="visit", others=[("killed", EventType.ASSAULT)]).text
        != "LIMA"
    )


def test_the_country_is_that_of_the_report(place_of):
    link = place_of("Chadian rebels advanced. The army killed rebels across the country.", "killed")
    assert (link.text, link.footprint.name) == ("country", "Chad")


def test_an_unknown_village_that_is_told_after_a_province_is_presumed_to_lie_there(place_of):
    text = "Gunmen raided farms in Nangarhar province. On Friday they attacked the village of Zugwamba."
    link = place_of(text, "attacked", others=[("raided", EventType.ASSAULT)])
    assert (link.footprint.name, link.footprint.admin1) == ("Zugwamba", "Nangarhar")
    assert "told before it" in link.provenance.why


@pytest.mark.parametrize(
    ("text", "word", "event_type", "place"),
    [
        ("Farmers blocked the centre of Lyon with tractors on Friday.", "blocked", EventType.PROTEST, "Lyon"),
        ("Rioters burned much of Aleppo in April.", "burned", EventType.ASSAULT, "Aleppo"),
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


@pytest.mark.parametrize(
    ("text", "word", "event_type", "place"),
    [
        ("The mayor of Huanta was shot on Saturday by two men.", "shot", EventType.ASSAULT, "Huanta"),
        ("Residents of Baidoa demonstrated against a tax.", "demonstrated", EventType.PROTEST, "Baidoa"),
        (
            "Maria Lopez, the head of a school in Medellin, was killed.",
            "killed",
            EventType.ASSAULT,
            "Medellín",
        ),
    ],
)
def test_who_is_of_a_town_acts_and_suffers_there_for_want_of_better(place_of, text, word, event_type, place):
    link = place_of(text, word, event_type)
    assert link.footprint.name == place
    assert link.provenance.rule == "place/residence"


def test_troops_of_a_place_may_fight_anywhere(place_of):
    assert place_of("The rebels of Aleppo killed ten men.", "killed") is None or (
        place_of("The rebels of Aleppo killed ten men.", "killed").provenance.rule != "place/residence"
    )


def test_the_capital_is_told_by_the_country_before_it(place_of):
    link = place_of("They opened a summit in the Solomon Islands capital yesterday.", "summit", CONSULT)
    assert link.footprint.name == "Honiara"


def test_a_site_is_placed_in_its_town_under_its_own_words(place_of):
    told = place_of(
        "A judge was shot in Gao. Youths marched to the Liberty Monument.", "marched", EventType.PROTEST
    )
    assert told.footprint.name == "Gao"
    said = place_of("Ministers joined a rally on Dervish Avenue in Tbilisi.", "rally", EventType.PROTEST)
    assert (said.footprint.name, said.text) == ("Tbilisi", "Dervish Avenue")


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("A raid, on Mitopo on 2 May, was driven off by troops in Mozambique.", "raid", "Mitopo"),
        ("In neighbouring Limualo, Mozambique, two boys were abducted.", "abducted", "Limualo"),
        (
            "A bomb exploded beside lorries on the Zugwamba road, police in Mali said.",
            "exploded",
            "Zugwamba road",
        ),
        ("In Niger, men abducted children from villages east of Zugwamba.", "abducted", "Zugwamba"),
    ],
)
def test_a_name_is_a_place_where_only_a_place_can_stand(place_of, text, word, place):
    assert place_of(text, word).footprint.name == place


def test_what_is_finer_belongs_to_the_same_deed(place_of):
    text = "In Santander department, rebels freed a man whom they had kidnapped on 2 April in the hamlet of Zugwamba."
    link = place_of(text, "freed", EventType.CONCEDE, others=[("kidnapped", EventType.ASSAULT)])
    assert "Santander" in link.footprint.name


def test_a_threat_lies_where_it_would_be_carried_out(place_of):
    link = place_of("They have threatened to cut the road at Homs.", "threatened", EventType.THREATEN)
    assert link.footprint.name == "Homs"


def test_a_visitor_comes_to_where_the_story_is_however_far_on_it_is_told(place_of):
    talk = " ".join(["Prices rose again.", "Nobody knows why.", "It was cold.", "Schools are shut."] * 3)
    text = f"A bomb killed nine people in Gao on Friday. {talk} The minister visited the wounded on Sunday."
    link = place_of(text, "visited", CONSULT, others=[("killed", EventType.ASSAULT)], mode="visit")
    assert link.footprint.name == "Gao"


def test_where_somebody_was_abroad_does_not_place_what_happened_at_home(place_of):
    text = (
        "Gunmen took Port-au-Prince in Haiti. The Haitian premier, who was in Nairobi last week, is silent."
        " They attacked two police stations on Thursday."
    )
    link = place_of(text, "attacked", others=[("took", EventType.ASSAULT)])
    assert link.footprint.country == "HT"


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
        "Rebel Leader Captured in Khost Overnight\n\nKABUL, Afghanistan - Soldiers found a rifle and two phones."
    )
    assert arrest.place_text == "Khost"
