"""Which event is the document's main one."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.event import Assertion, Event
from ...core.event_types import EventType

_WEIGHT = {EventType.ASSAULT: 0.25, EventType.COERCE: 0.2, EventType.PROTEST: 0.2, EventType.AGREE: 0.15,
           EventType.CONSULT: 0.15, EventType.STATEMENT: -0.1, EventType.PRESENCE: -0.1}  # fmt: skip
_MEANS_TO_AN_END = frozenset(("raid", "pursuit"))  # what came of them is the news
_LEAD = 0.3  # falls with the distance from the beginning


def salience(event: Event, number: int, of: int, events: Sequence[Event]) -> float:
    """0..1 from what kind of deed it is, how early it is told, whether it is dated, placed, counted and real.

    Parameters
    ----------
    number : int
        Its place among the document's events, from 0.
    of : int
        How many events the document tells.
    """
    value = 0.25 + _WEIGHT.get(event.event_type, 0.1)
    value += _LEAD * (1 - number / max(of, 1))
    value += 0.08 * (event.when is not None and event.when.is_dated)
    value += 0.07 * (event.where is not None)
    value += 0.1 * any((event.fatalities, event.injured, event.captured))
    value -= 0.15 * (event.event_mode in _MEANS_TO_AN_END)
    if event.assertion is not Assertion.OCCURRED:
        value -= 0.1
    if event.assertion in (Assertion.NEGATED, Assertion.HYPOTHETICAL, Assertion.HISTORICAL):
        value -= 0.2
    return round(min(1.0, max(0.0, value)), 4)
