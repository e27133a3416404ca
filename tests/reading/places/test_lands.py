"""The surer names of a document say which countries it tells of, and so what its doubtful words may be."""

from __future__ import annotations

import pytest
from event_timeline.reading.places.lands import Lands


@pytest.fixture(scope="module")
def known(gazetteer):
    return {
        key: gazetteer.lookup(key)
        for key in ("Gori", "Tbilisi", "Batumi", "Dublin", "Cork", "Galway", "Limerick")
    }


def lands_of(known, *keys):
    return Lands((key, known[key], 0.9) for key in keys)


def test_a_town_of_the_country_that_the_others_speak_for_is_likelier(known):
    assert "land:most" in lands_of(known, "Tbilisi", "Batumi").signs("Gori", known["Gori"])


def test_a_town_of_a_country_that_no_other_speaks_for_is_less_likely(known):
    signs = lands_of(known, "Cork", "Galway", "Limerick").signs("Batumi", known["Batumi"])
    assert "land:none" in signs


def test_a_name_does_not_speak_for_itself(known):
    alone = lands_of(known, "Gori").signs("Gori", known["Gori"])
    assert alone == lands_of(known).signs("Gori", known["Gori"])


def test_a_name_counts_once_however_often_it_stands(known):
    often = Lands([("Cork", known["Cork"], 0.9)] * 9 + [("Tbilisi", known["Tbilisi"], 0.9)])
    once = lands_of(known, "Cork", "Tbilisi")
    assert often.signs("Gori", known["Gori"]) == once.signs("Gori", known["Gori"])


def test_an_unknown_name_has_no_sign_of_a_land(known):
    assert lands_of(known, "Tbilisi", "Batumi").signs("Nowhere", ()) == []
