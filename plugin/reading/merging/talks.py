"""Who met whom: what is said at a press conference after talks is said by those who talked."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Optional

from ...core.event import Event
from ...core.footprint import Footprint
from ...core.report import Span
from ...core.timespan import TimeSpan
from .people import named

_AT_HAND = 512  # reports whose meetings memory holds


@dataclass
class _Meeting:
    """A meeting as one report tells it: all who take part, and each telling's day, place and sentence."""

    people: set[str] = field(default_factory=set)
    told: list[tuple[Optional[TimeSpan], Optional[Footprint], Span]] = field(default_factory=list)


class Talks:
    """The talks that reports tell of; of each meeting memory holds two numbers.

    Parameters
    ----------
    events : sequence of Event
        All events, before any is merged; asked for one at a time.
    meetings : iterable of (int, int)
        Of each that is a meeting the hash of its report's id, and its number.
    """

    def __init__(self, events: Sequence[Event], meetings: Iterable[tuple[int, int]]) -> None:
        told = sorted(meetings)
        self._events = events
        self._reports = array("q", (report for report, _ in told))
        self._numbers = array("i", (number for _, number in told))
        self._meetings = lru_cache(maxsize=_AT_HAND)(self._meetings_in)

    def partners(self, event: Event) -> set[str]:
        """Who met in the sentence that tells the event, or on its day and at its place as one of its reports tells."""
        return {
            name
            for telling in event.tellings
            for meeting in self._meetings(telling.report_id)
            if any(
                sentence == telling.sentence or _go_together(event, when, where)
                for when, where, sentence in meeting.told
            )
            for name in meeting.people
        }

    def _meetings_in(self, report_id: str) -> tuple[_Meeting, ...]:
        """The meetings of a report, those that it tells as one together."""
        by_chain: dict[str, _Meeting] = defaultdict(_Meeting)
        number = hash(report_id)
        for at in range(bisect_left(self._reports, number), bisect_right(self._reports, number)):
            event = self._events[self._numbers[at]]
            telling = event.tellings[0]
            if telling.report_id == report_id:
                meeting = by_chain[event.same_as or event.event_id]
                meeting.people |= named(event)
                meeting.told.append((event.when, event.where, telling.sentence))
        return tuple(by_chain.values())


def _go_together(event: Event, when: Optional[TimeSpan], where: Optional[Footprint]) -> bool:
    if event.when is None or event.where is None or when is None or where is None:
        return False
    return where.gazetteer_id == event.where.gazetteer_id and when.is_dated and event.when.overlaps(when)


NO_TALKS = Talks((), ())
