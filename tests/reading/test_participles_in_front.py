"""A participle before its noun is not the verb of the sentence."""

from __future__ import annotations

import pytest
from event_timeline.core.report import Report
from event_timeline.reading.language_model import load_model, parse


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (
            "On 3 July 2019, suspected Katiba Salam militants entered the quarry of Goro, and seized bicycles.",
            "entered",
        ),
        ("On October 12, presumed Katiba Salam or Ansar Din militants took three men hostage.", "took"),
        (
            "On November 12, presumed Ansar Din militants assaulted teachers in Goro and forced them to leave.",
            "assaulted",
        ),
        ("Suspected rebels attacked a mill on Monday.", "attacked"),
    ],
)
def test_suspected_militants_act_in_the_verb_behind_them(text, verb):
    (parsed,) = parse([Report("a", text)], load_model())
    subject = next(token for token in parsed.doc if token.text in ("militants", "rebels"))
    assert (subject.dep_, subject.head.text) == ("nsubj", verb)


def test_who_suspects_acts():
    (parsed,) = parse([Report("a", "Police suspected the rebels attacked the mill.")], load_model())
    assert next(token for token in parsed.doc if token.text == "Police").head.text == "suspected"
