"""An event without a place of its own takes that of what it belongs to, and says so."""

from __future__ import annotations

from event_timeline.core.event_types import EventType

CONSULT, STATEMENT, COERCE = EventType.CONSULT, EventType.STATEMENT, EventType.COERCE


def test_what_is_listed_together_lies_together(place_of):
    text = "There were several attacks, including one on a hotel in Gao on May 2 and another a week later on a road."
    link = place_of(text, "another", others=[("one", EventType.ASSAULT)])
    assert link.footprint.name == "Gao"
    assert "listed with" in link.provenance.why


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


def test_talks_without_a_place_take_the_dateline(place_of):
    link = place_of("VIENNA - The ministers met on Tuesday.", "met", CONSULT)
    assert link.footprint.name == "Vienna"
    assert "dateline" in link.provenance.why


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


def test_an_embassy_is_not_presumed_in_the_country_that_it_is_of(tellings_of):
    (attack,) = tellings_of("Gunmen attacked the Israeli embassy on Sunday.")
    assert attack.where is None


def test_the_dateline_places_only_the_news(tellings_of):
    text = "VIENNA - The premier of Kenya and two rebels made peace. They agreed in January to disband the force."
    agreed = [event for event in tellings_of(text) if event.when.edtf == "2019-01"]
    assert agreed
    assert all(event.where is None or event.where.name != "Vienna" for event in agreed)


def test_what_gives_a_deed_its_day_gives_it_its_place(tellings_of):
    text = (
        "Thousands marched in Gao on Sunday.\n\nThey marched to the market of Gao.\n\nEarlier on Sunday, soldiers "
        "clashed with rebels in Kidal.\n\nA car was burnt.\n\nPolice arrested six men."
    )
    arrested = tellings_of(text)[-1]
    assert arrested.tellings[0].trigger_text == "arrested"
    assert arrested.where.name == "Kidal"


def test_towns_with_a_stroke_and_a_desk_between_them_and_the_day_are_a_dateline(tellings_of):
    text = "GAO/DAKAR (City Desk) 20 May 2019: Warplanes struck the town of Kidal on Sunday evening."
    assert [e.where.name for e in tellings_of(text)] == ["Kidal"]
