"""What of its kind lets an event be told again."""

from __future__ import annotations

from itertools import product

import pytest
from event_timeline.core.event_types import EventType
from event_timeline.core.mentions import Provenance
from event_timeline.core.report import Span
from event_timeline.reading.coreference.kinds import are_alike, kind_of, may_be_one
from event_timeline.reading.links import Trigger

MODES = (
    "",
    "killing",
    "explosives",
    "gunfire",
    "raid",
    "siege",
    "arrest",
    "arson",
    "kidnap",
    "meeting",
    "talks",
)


def trigger(event_type: EventType, mode: str) -> Trigger:
    return Trigger(
        Span(0, 3), 0, event_type, mode, 0, provenance=Provenance("trigger/word", "A word tells it.")
    )


def test_what_may_be_one_is_of_one_kind() -> None:
    """So that in a long document only tellings of one kind need be compared."""
    triggers = [trigger(event_type, mode) for event_type, mode in product(EventType, MODES)]
    pairs = [(a, b) for a, b in product(triggers, triggers) if may_be_one(a, b)]
    assert pairs
    assert all(kind_of(a) == kind_of(b) for a, b in pairs)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ambush", "explosives", True),  # by a mine
        ("ambush", "gunfire", True),
        ("explosives", "gunfire", False),
        ("kidnap", "killing", False),
        ("", "arson", True),
        ("killing", "arson", False),
    ],
)
def test_violence_is_one_where_it_may_be_done_alike(one: str, other: str, expected: bool) -> None:
    assert are_alike(EventType.ASSAULT, one, other) is are_alike(EventType.ASSAULT, other, one) is expected
