"""Who met whom: what is said at a press conference after talks is said by those who talked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Optional

from ...core.event import Event
from ...core.event_types import EventType
from .people import named

_Key = tuple[str, datetime, Optional[datetime], str]  # report, start, end, place


class Talks:
    """The talks that reports tell of, by report, day and place.

    Parameters
    ----------
    events : iterable of Event
        All events; only meetings count.
    """

    def __init__(self, events: Iterable[Event]) -> None:
        self._people: dict[_Key, set[str]] = defaultdict(set)
        for event in events:
            if event.event_type is EventType.CONSULT:
                for key in _keys(event):
                    self._people[key] |= named(event)

    def partners(self, event: Event) -> set[str]:
        """Who met, as one of the event's reports tells, on its day and at its place."""
        return {name for key in _keys(event) for name in self._people.get(key, ())}


def _keys(event: Event) -> list[_Key]:
    when, where = event.when, event.where
    if when is None or when.start is None or where is None:
        return []
    return [(report_id, when.start, when.end, where.gazetteer_id) for report_id in event.report_ids]


NO_TALKS = Talks(())
