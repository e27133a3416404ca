"""What lies long before the news of a report is background."""

from __future__ import annotations


def told(tellings_of, text):
    """Words and assertions of the events of a report of Monday, 20 May 2019."""
    return [(event.tellings[0].trigger_text, event.assertion.value) for event in tellings_of(text)]


def test_a_deed_of_more_than_two_months_before_is_background(tellings_of):
    text = "Gunmen killed a judge in Bergen on 17 May. Another judge was murdered in Bergen on 2 January."
    assert told(tellings_of, text) == [("killed", "occurred"), ("murdered", "historical")]


def test_deeds_without_a_gap_of_two_months_between_them_are_all_news(tellings_of):
    text = (
        "Gunmen killed a judge in Bergen on 10 January. Rebels attacked a mine in Bergen on 20 February. "
        "A bomb exploded in Bergen on 10 April."
    )
    assert [assertion for _, assertion in told(tellings_of, text)] == ["occurred"] * 3


def test_what_people_say_and_do_for_each_other_is_never_background(tellings_of):
    text = "The presidents met in Bergen on 2 January."
    assert [assertion for _, assertion in told(tellings_of, text)] == ["occurred"]
