"""Spellings of one name meet under one key."""

import pytest
from event_timeline.gazetteer.names import is_useful, name_key, with_other_articles, without_kind
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "spellings",
    [
        ("Mazar-e Sharif", "Mazar-i-Sharif", "Mazār-e Sharīf", "MAZAR I SHARIF"),
        ("Sana'a", "Sana’a", "Sanaʿa", "Ṣanaʻa"),
        ("St. Louis", "St Louis", "Saint Louis", "SAINT-LOUIS"),
        ("U.S.", "US", "u.s"),
        ("Washington, D.C.", "Washington DC"),
        ("Łódź", "Lodz"),
        ("İstanbul", "Istanbul", "ISTANBUL"),
        ("Mt. Vernon", "Mount Vernon"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings):
    assert len({name_key(spelling) for spelling in spellings}) == 1


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(name):
    assert name_key(name_key(name)) == name_key(name)


def test_a_last_word_is_not_spelled_out():
    assert name_key("Wall St") == "wall st"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Kunar Province", "Kunar"),
        ("Autonomous Republic of Crimea", "Crimea"),
        ("North Waziristan Agency", "North Waziristan"),
        ("Province", "Province"),
        ("Mexico City", "Mexico City"),
    ],
)
def test_the_word_for_a_kind_of_unit_is_taken_off(name, bare):
    assert without_kind(name) == bare


def test_codes_scripts_and_bare_transliterations_are_no_names_for_english_texts():
    useful = {name for name in ("Caboul", "KBL", "Кабул", "ka bu er", "", "Ufa", "Kābol") if is_useful(name)}
    assert useful == {"Caboul", "Kābol"}


def test_an_arabic_article_is_spelt_with_either_vowel_and_takes_on_the_consonant_behind_it():
    assert with_other_articles("al-Susah") == ("as Susah", "es Susah", "el Susah")
    assert with_other_articles("Deir ez-Zor") == ("Deir az Zor", "Deir al Zor", "Deir el Zor")
    assert with_other_articles("Al Hasakah") == ("el Hasakah",)
    assert with_other_articles("An Giang") == with_other_articles("Sousse") == ()
