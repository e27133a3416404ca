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
        ("The president said that Turkey would send 200 troops to Libya.", "planned"),
        ("The rebels warned that they would attack the capital.", "threatened"),
        ("The ceasefire would take effect on Friday, Egypt said.", "planned"),
        ("Berlin vowed to retaliate after the attack on its embassy.", "occurred"),
        ("The general denied any involvement in the attack on the town.", "occurred"),
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


@pytest.mark.parametrize(
    "text",
    [
        "The march was called off.",
        "Had the rockets hit the barracks, dozens would have died.",
        "If the army were to attack the town again, thousands would suffer.",
        "Were the army to attack the town, thousands would suffer.",
        "If the talks fail, the rebels will attack the town.",
        "Police said the gunmen would have killed more people.",
        "We need a truce.",
        "An attack would be a disaster, the minister said.",
    ],
)
def test_what_is_only_thought_of_or_called_off_is_no_event(events, text):
    assert list(events(text)) == []


@pytest.mark.parametrize("text", ["The envoy called on Sunday for a truce.", "He demanded talks on Sunday."])
def test_the_day_of_a_call_does_not_date_what_is_called_for(events, text):
    assert {"AGREE", "CONSULT"}.isdisjoint(e.event_type.value for e in events(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gunmen tried to kidnap a priest.", [("ASSAULT", "occurred")]),
        ("The delegates tried to agree on a date.", []),
        ("The officers attempted to arrest a priest.", []),
        ("The gunmen did not try to kidnap a priest.", []),
        ("The general escaped an attack on his convoy.", [("ASSAULT", "occurred")]),
    ],
)
def test_violence_that_was_tried_is_told(events, text, expected):
    assert [(e.event_type.value, e.assertion.value) for e in events(text)] == expected


def test_what_follows_from_a_deed_may_lie_ahead(events):
    assert [e.assertion.value for e in events("The attack on the mill will be investigated.")] == ["occurred"]
    assert [e.assertion.value for e in events("The talks will begin at noon.")] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "They wanted to seize power.",
        "The government promised to recapture the escaped prisoners.",
        "The movement is preparing an offensive.",
        "Its leaders will condemn the verdict.",
    ],
)
def test_force_and_words_that_somebody_plans_at_no_time_are_no_events(events, text):
    assert not [e for e in events(text) if e.event_type.value in ("ASSAULT", "COERCE", "ACCUSE")]


@pytest.mark.parametrize(
    "text",
    [
        "The president will not attend in protest of the invasion.",
        "Two officers will be tried for the murder.",
        "The ministry will pay for the victims of the bombing.",
        "Farmers will march to the capital despite the murder of a priest.",
        "We would like to say that we condemn the murder of a priest.",
    ],
)
def test_what_is_to_be_done_about_a_deed_leaves_it_done(events, text):
    (deed,) = (e for e in events(text) if e.event_type.value == "ASSAULT")
    assert deed.assertion.value == "occurred"


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that Norway would break the law by attacking the port.",
        "The two presidents will insist on arresting the bombers.",
        "The envoy has no trip planned.",
        "The ministry wants the court to release the boy.",
        'The mayor said that setting off "a bomb" might be a way out.',
    ],
)
def test_what_lies_ahead_only_by_what_governs_it_has_not_happened(events, text):
    assert list(events(text)) == []


def test_the_means_of_what_was_done_was_used(events):
    assert [e.event_type.value for e in events("The rebels won by attacking the port.")] == ["ASSAULT"]


def test_what_may_be_said_of_a_known_deed_leaves_it_done(events):
    (event,) = events("A series of fires and last month's explosion at a clinic might be related.")
    assert event.assertion.value == "occurred"


@pytest.mark.parametrize(
    "text",
    [
        "It was not known if the arrest on Sunday stemmed from the indictment.",
        "Detectives saw little likelihood that his nephew was involved in the killing of the doctor.",
    ],
)
def test_a_question_about_a_deed_leaves_it_done(events, text):
    assert [e.assertion.value for e in events(text)] == ["occurred"]


def test_whether_it_is_so_is_open(events):
    assert list(events("We do not know whether it is true that the hostage has been released.")) == []
