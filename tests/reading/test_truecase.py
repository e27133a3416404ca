"""Texts in capitals get their usual casing; nothing moves, and texts that do not shout stay as they are."""

from __future__ import annotations

from event_timeline.core.report import Span
from event_timeline.reading.casing import is_common_word, usual_casing
from event_timeline.reading.truecase import is_all_capitals, truecase
from hypothesis import given
from hypothesis import strategies as st


def cased(text: str) -> str:
    return truecase(text, [Span(0, len(text))])


def test_words_become_lower_case_and_names_stay_capitalised():
    shouted = "THE GUERRILLAS ATTACKED A POLICE STATION IN MEDELLIN ON MONDAY, COLOMBIAN RADIO REPORTED."
    assert (
        cased(shouted)
        == "The guerrillas attacked a police station in Medellin on Monday, Colombian radio reported."
    )


def test_unknown_words_are_taken_for_names():
    assert "Zaqarwal" in cased("SOLDIERS CAME TO ZAQARWAL BEFORE NOON")


def test_months_that_are_also_verbs_are_told_by_the_figures_beside_them():
    assert cased("THE TROOPS MAY MARCH ON 4 MAY OR 5 MARCH.") == "The troops may march on 4 May or 5 March."


def test_acronyms_in_brackets_keep_their_capitals():
    assert "(URNZ)" in cased("THE NATIONAL UNITY OF FARMERS (URNZ) SAID SO")


def test_sentences_start_with_a_capital():
    assert cased("THE SHIP SANK. NOBODY WAS HURT.") == "The ship sank. Nobody was hurt."


def test_short_headlines_and_mixed_text_are_left_alone():
    assert cased("US CUTS AID") == "US CUTS AID"
    mixed = "The UN and the EU met NATO in Geneva."
    assert cased(mixed) == mixed


def test_only_the_stretches_given_are_touched():
    text = "QUIET TEXT STAYS AS IT IS\nLOUD TEXT BECOMES QUIET AGAIN"
    assert truecase(text, [Span(26, len(text))]).startswith("QUIET TEXT STAYS AS IT IS\n")


@given(st.text())
def test_the_length_never_changes(text):
    shouted = text.upper()
    spans = [Span(0, len(shouted))] if shouted else []
    assert len(truecase(shouted, spans)) == len(shouted)


def test_a_few_words_in_capitals_are_no_text_in_capitals():
    assert not is_all_capitals("The BBC and CNN reported it")
    assert is_all_capitals("POLICE REPORTED THE BLAST")


def test_dictionary_words_are_told_from_names():
    assert is_common_word("attacks")
    assert is_common_word("Reading")
    assert not is_common_word("Kabul")
    assert usual_casing("afghans") == "Afghans"
    assert usual_casing("nato") == "NATO"
    assert usual_casing("zaqarwal") is None
