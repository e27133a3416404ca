"""Short reports read whole: what a reader of news would put on the map."""

from __future__ import annotations

import pytest
from event_timeline.core.event import Event


def drawn(event: Event) -> str:
    """An event in one line: type, date, place."""
    when = event.when.edtf if event.when else "-"
    return f"{event.event_type.value} {when} {event.where.name if event.where else '-'}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Taliban are in the north and east of Afghanistan, with thousands of fighters.",
            "PRESENCE 2019-05-20 Northern and eastern Afghanistan",
        ),
        ("There are 900 soldiers in eastern Chad.", "PRESENCE 2019-05-20 Eastern Chad"),
        ("The Taliban have a presence in Kunduz.", "PRESENCE 2019-05-20 Kunduz"),
    ],
)
def test_who_bears_arms_and_is_somewhere_is_a_presence(tellings_of, text, expected):
    assert [drawn(event) for event in tellings_of(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    ["The president is in Paris.", "The rebels are stronger in Bunia.", "The soldiers are in a hurry."],
)
def test_who_bears_no_arms_or_is_not_told_to_be_somewhere_is_none(tellings_of, text):
    assert tellings_of(text) == ()
