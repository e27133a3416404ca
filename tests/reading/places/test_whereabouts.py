"""A name that no gazetteer knows lies in what is told to hold it."""

from __future__ import annotations

import pytest
from event_timeline.core.event_types import EventType


@pytest.mark.parametrize(
    ("where", "holder", "prec"),
    [
        ("in Zugwamba village, Kunar province,", "Kunar", 4),
        ("in the village of Zugwamba (Telloru, Kunar)", "Kunar", 4),
        ("in the village of Zugwamba near Asadabad", "Asadabad, surroundings", 2),
        ("in Zugwamba, a small mining village in Kunar province,", "Kunar", 4),
        ("in the village of Zugwamba, Asadabad,", "Asadabad, surroundings", 2),
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


@pytest.mark.parametrize(("line", "prec"), [("MOMBASA", 4), ("NAIROBI", 6)])
def test_a_local_report_is_set_in_the_province_of_its_towns_and_one_from_the_capital_in_the_country(
    place_of, line, prec
):
    text = f"{line}, Kenya - Police shot two men in the village of Zugwamba, a doctor in Mombasa said."
    link = place_of(text, "shot")
    assert (link.footprint.name, link.footprint.country, link.footprint.where_prec) == (
        "Zugwamba",
        "KE",
        prec,
    )


def test_of_towns_in_a_row_none_holds_another(place_of):
    link = place_of("Gunmen attacked markets in Zugwamba, Maiduguri and Bama.", "attacked")
    assert (link.footprint.name, link.footprint.where_prec) == ("Zugwamba", 4)


def test_a_site_is_not_where_somebody_is_sent_to(place_of):
    text = "PESHAWAR: Nurses at Zugwamba Hospital protested on Tuesday against the transfer of doctors to Mardan."
    assert place_of(text, "protested", EventType.PROTEST).footprint.name == "Peshawar"


def test_an_unknown_village_that_is_told_after_a_province_is_presumed_to_lie_there(place_of):
    text = "Gunmen raided farms in Nangarhar province. On Friday they attacked the village of Zugwamba."
    link = place_of(text, "attacked", others=[("raided", EventType.ASSAULT)])
    assert (link.footprint.name, link.footprint.admin1) == ("Zugwamba", "Nangarhar")
    assert "told before it" in link.provenance.why


def test_a_site_is_placed_in_its_town_under_its_own_words(place_of):
    told = place_of(
        "A judge was shot in Gao. Youths marched to the Liberty Monument.", "marched", EventType.PROTEST
    )
    assert told.footprint.name == "Gao"
    said = place_of("Ministers joined a rally on Dervish Avenue in Tbilisi.", "rally", EventType.PROTEST)
    assert (said.footprint.name, said.text) == ("Tbilisi", "Dervish Avenue")
