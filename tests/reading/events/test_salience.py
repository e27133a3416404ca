"""The main event of a document is its news."""

from __future__ import annotations

from typing import Optional

import pytest


def main_event(tellings_of, text: str) -> Optional[str]:
    events = [e for e in tellings_of(text) if e.event_type.value not in ("STATEMENT", "PRESENCE")]
    return max(events, key=lambda event: event.salience).tellings[0].trigger_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Gunmen killed nine people in Kano on Friday. Police arrested two men in Abuja on Saturday.",
            "killed",
        ),
        ("Soldiers arrested and executed seven herders in Kano on Monday.", "executed"),
        ("The sons of a mayor who was attacked on Sunday beat a guard in Kano on Monday.", "beat"),
        (
            "Police confirmed the death of the man behind the attack of March 3 that killed a guard in Kano."
            " Soldiers shot him dead in Kano on Saturday.",
            "shot him dead",
        ),
        (
            "Police confirmed the death of the rebel behind the May 11 attack that killed a guard in Kano."
            " The rebel was killed in an ambush in Kano on Saturday.",
            "killed",
        ),
        ("Rebels burned the town hall of Kano and killed the mayor on Monday.", "killed"),
        (
            "Rebels released four nurses near Kano on Friday. The four were kidnapped in Abuja on April 20 by gunmen.",
            "released",
        ),
        (
            "A rebel turned himself in to police in Kano on Friday. He led the ambush of a convoy on May 2 in which"
            " five guards were killed.",
            "turned himself in",
        ),
        (
            "Soldiers recently detained two men in Kano. The leader of a gang was arrested in Kano on May 16.",
            "arrested",
        ),
    ],
)
def test_it_is_new_and_told_for_its_own_sake_and_of_a_day(tellings_of, text, words):
    assert main_event(tellings_of, text) == words
