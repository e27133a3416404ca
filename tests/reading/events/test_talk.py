"""What is only talked about is no event; what was said, agreed and met is."""

from __future__ import annotations

import pytest


def types(told, text: str) -> list[str]:
    return [event_type for event_type, _, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The two ministers agreed that there is no simple answer.", "AGREE"),
        ("Both sides agreed that the road was bad.", "AGREE"),
        ("Most experts agree that prices will rise.", "AGREE"),
        ("She agreed with the mayor.", "AGREE"),
        ("The minister called the talks useful.", "CONSULT"),
        ("The minister is going to great lengths to please them.", "CONSULT"),
        ("The president could meet his Kenyan counterpart.", "CONSULT"),
        ("The president did not announce a new plan.", "STATEMENT"),
        ("Mr Solheim welcomes the competition.", "SUPPORT"),
        ("The country irritates its neighbours by declaring its love of war.", "STATEMENT"),
        ("They planned attacks on troops stationed in Oslo.", "PRESENCE"),
    ],
)
def test_opinions_habits_and_what_never_was_tell_nothing(told, text, event_type):
    assert event_type not in types(told, text)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The two ministers agreed that they will open the border.", "AGREE"),
        ("The two ministers agreed to open the border.", "AGREE"),
        ('"We reject these accusations," the minister said.', "REJECT"),
        ("Norway condemns the attack on the embassy.", "ACCUSE"),
        ("Under an agreement signed on Monday, Norway would lend Kenya two boats.", "AGREE"),
        ("About 1,000 soldiers stationed in Oslo watched.", "PRESENCE"),
    ],
)
def test_accords_and_what_is_done_by_saying_so_are_told(told, text, event_type):
    assert event_type in types(told, text)


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Norway and Kenya have not brought peace.",
        "The minister did not comment on the talks between Norway and Kenya.",
    ],
)
def test_what_brought_nothing_and_what_nobody_comments_on_was_there(told, text):
    assert "CONSULT" in types(told, text)


def test_what_was_discussed_is_part_of_the_meeting_told_before(told):
    text = (
        "Anna Berg met Peter Kamau in Oslo. It rained. The shops were full. People came and went. "
        "The two leaders also discussed fish."
    )
    assert types(told, text).count("CONSULT") == 1


def test_who_tells_the_press_after_a_press_conference_was_told_speaks_there(told):
    text = "Anna Berg held a press conference with Peter Kamau. It was cold. Kamau told reporters that he was glad."
    assert types(told, text).count("STATEMENT") == 1
    other = "Anna Berg held a press conference. It was cold. Peter Kamau told reporters that he was glad."
    assert types(told, other).count("STATEMENT") == 2


def test_a_presence_named_again_is_the_same_unless_another_place_is(tellings_of):
    def n_presences(text: str) -> int:
        return [e.event_type.value for e in tellings_of(text)].count("PRESENCE")

    text = (
        "The presence of the Taliban in Kunduz is growing. The mayor spoke of the presence of the Taliban in"
    )
    assert n_presences(f"{text} Kunduz.") == 1
    assert n_presences(f"{text} Herat.") == 2


def test_whom_somebody_by_name_meets_in_the_present_is_news(told):
    assert types(told, "Anna Berg meets Nils Lind in Oslo.") == ["CONSULT"]
    assert types(told, "Farmers meet the mayor in the square.") == []


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Two firms accused of smuggling coal were fined.", False),
        ("Two drivers, who are charged with theft, slept.", False),
        ("Two drivers charged on Monday with theft slept.", True),
        ("The mayor accused the firms of smuggling coal.", True),
    ],
)
def test_of_what_somebody_stands_accused_is_a_description(tellings_of, text, is_told):
    assert ("ACCUSE" in [e.event_type.value for e in tellings_of(text)]) is is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Opponents of the deal slept in the square.", False),
        ("A truce between the two armies appeared close to collapse.", False),
        ("A truce signed by the two armies came into force.", True),
        ("The two armies signed a truce.", True),
    ],
)
def test_an_accord_is_told_by_who_makes_it(tellings_of, text, is_told):
    assert ("AGREE" in [e.event_type.value for e in tellings_of(text)]) is is_told


@pytest.mark.parametrize(
    "text",
    [
        "The pact was signed in Khartoum in the presence of the army.",
        "The rebels are behind two fires in Oslo.",
    ],
)
def test_who_watches_or_is_behind_a_deed_is_nowhere(tellings_of, text):
    assert "PRESENCE" not in [e.event_type.value for e in tellings_of(text)]
