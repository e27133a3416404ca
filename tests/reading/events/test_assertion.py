"""Is it so? Decided by the words above and beside the trigger."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Rebels attacked the town.", "occurred"),
        ("The ministers will meet on Friday.", "planned"),
        ("The conference was to be held in May.", "planned"),
        ("Soldiers allegedly shot two farmers.", "claimed"),
        ("The minister claimed that rebels had shot two farmers.", "claimed"),
        ("The army denied that its soldiers had shot two farmers.", "denied"),
        ("The general warned that rebels had attacked the town.", "claimed"),
        ("The group threatened to attack the embassy.", "threatened"),
        ("Officials accused the soldiers of killing two farmers.", "claimed"),
        ("The army denied reports that its jets had bombed the camp.", "denied"),
        ("The talks will go on even after rebels attacked the town.", "occurred"),
    ],
)
def test_governing_words_decide(events, text, assertion):
    assert assertion in [e.assertion.value for e in events(text)]


def test_who_says_so_is_named(events):
    (event,) = [
        e for e in events("Police said that gunmen killed two traders.") if e.event_type.value == "ASSAULT"
    ]
    assert event.attributed_to == ("Police",)
    assert event.assertion.value == "occurred"


def test_a_quotation_belongs_to_its_speaker_across_paragraphs(events):
    text = (
        '"We were asleep," said Maria Keller, who lives there.\n\n'
        '"Then soldiers attacked the village and killed two farmers.'
    )
    (event,) = [e for e in events(text) if e.event_type.value == "ASSAULT"]
    assert event.attributed_to == ("Maria Keller",)


@pytest.mark.parametrize(
    "text",
    ["The opposition called on the minister to resign.", "The envoy urged the rebels to free the hostages."],
)
def test_what_is_asked_of_others_is_no_plan(events, text):
    assert "planned" not in [e.assertion.value for e in events(text)]


def test_who_is_accused_of_a_deed_acts_in_it(events):
    event = next(
        e
        for e in events("Officials accused the soldiers of killing two farmers.")
        if e.event_mode == "killing"
    )
    assert event.actor1 == ("soldiers",)


@pytest.mark.parametrize(
    "text",
    ["There is a risk of rebels entering the town.", "He spoke of the danger of troops attacking the town."],
)
def test_a_risk_is_no_event(events, text):
    assert list(events(text)) == []
