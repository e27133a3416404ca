"""Where nothing tells a place, whoever acts, and for what, lets one presume it."""

from __future__ import annotations

from event_timeline.core.event_types import EventType

CONSULT, SANCTION = EventType.CONSULT, EventType.SANCTION


def test_a_government_acts_in_its_country_for_want_of_better(place_of):
    link = place_of("Norway cut its aid to the rebels last year.", "cut", SANCTION)
    assert (link.footprint.country, link.footprint.where_prec) == ("NO", 6)
    assert link.provenance.score <= 0.3
    assert link.span is None


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


def test_a_deed_that_nothing_places_is_placed_in_the_country_of_the_report(place_of):
    text = "The mayors of Lima and Cusco praised the law.\n\nIt was signed long ago.\n\nA judge was killed."
    link = place_of(text, "killed", EventType.ASSAULT)
    assert (link.footprint.country, link.footprint.where_prec) == ("PE", 6)
    assert link.provenance.score < 0.2
    assert "country" in link.provenance.why


def test_a_report_is_set_where_it_was_sent_from_rather_than_in_a_country_that_it_speaks_of(place_of):
    text = (
        "LIMA (Peru), 4 May 2018 (AFP) - The bishop wrote to the US congress and to U.S. advisers about the law.\n\n"
        "The two American senators had asked about it.\n\nA judge was killed."
    )
    assert place_of(text, "killed", EventType.ASSAULT).footprint.country == "PE"


def test_what_somebody_came_for_is_done_where_he_came(place_of):
    text = "The premier flew to Geneva on Monday to sign the accord."
    assert place_of(text, "sign", EventType.AGREE, others=[("flew", CONSULT)]).footprint.name == "Geneva"


def test_police_enforce_the_law_in_their_own_country(tellings_of):
    text = (
        "WASHINGTON - The minister met envoys in Washington on Tuesday and said that Tanzanian police had arrested "
        "a man. Kenyan police officers detained two smugglers."
    )
    where = {
        event.tellings[0].trigger_text: event.where.country for event in tellings_of(text) if event.where
    }
    assert where["arrested"] == "TZ"
    assert where["detained"] == "KE"


def test_a_leader_acts_in_the_country_that_his_title_names(place_of):
    link = place_of(
        "Norwegian leader Olaf Berg agreed in May that they could leave.", "agreed", EventType.AGREE
    )
    assert link.footprint.country == "NO"


def test_a_meeting_of_two_countries_is_presumed_in_neither(place_of):
    assert place_of("Norwegian President Olaf Berg met his Kenyan counterpart.", "met", CONSULT) is None


def test_an_unnamed_town_is_not_the_town_named_before(place_of):
    text = "Gunmen fired on a patrol in Gao on Sunday. They have also bombed two villages since May."
    link = place_of(text, "bombed", others=[("fired", EventType.ASSAULT)])
    assert (link.footprint.country, link.footprint.where_prec) == ("ML", 6)
    text = "Gunmen fired on a patrol in Gao on Sunday. They have also bombed the town since May."
    assert place_of(text, "bombed", others=[("fired", EventType.ASSAULT)]).footprint.name == "Gao"


def test_a_body_of_another_country_does_not_act_in_that_of_the_report(tellings_of):
    text = "TEGUCIGALPA, Honduras - Troops fired on a post in Danli, Honduras. The U.S. Congress rejected the aid."
    rejected = tellings_of(text)[-1]
    assert rejected.where is None or rejected.where.country != "HN"
