"""Who plans deeds is the person before the gerund, and the deeds planned are none that happened."""

from __future__ import annotations

import pytest
from event_timeline.core.report import Report
from event_timeline.reading.language_model import load_model, parse


@pytest.mark.parametrize(
    ("text", "arrested"),
    [
        ("Police arrested a man planning bombings in Kisumu on Friday.", "man"),
        ("Soldiers arrested the planning staff.", "staff"),
    ],
)
def test_whoever_plans_deeds_is_the_one_arrested(text, arrested):
    (parsed,) = parse([Report("a", text)], load_model())
    person = next(token for token in parsed.doc if token.text == arrested)
    assert (person.dep_, person.head.text) == ("dobj", "arrested")
