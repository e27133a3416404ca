"""Who met whom: what is said at a press conference after talks is said by those who talked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Optional

from ...core.event import Event
from ...core.event_types import EventType
from ...core.footprint import Footprint
from ...core.report import Span
from ...core.timespan import TimeSpan
from .people import named


@dataclass
class _Meeting:
    """A meeting as one report tells it: all who take part, and each telling's day, place and sentence."""

    people: set[str] = field(default_factory=set)
    told: list[tuple[Optional[TimeSpan], Optional[Footprint], Span]] = field(default_factory=list)


class Talks:
    """The talks that reports tell of.

    Parameters
    ----------
    events : iterable of Event
        All events, before any is merged; only meetings count.
    """

    def __init__(self, events: Iterable[Event]) -> None:
        by_chain: dict[tuple[str, str], _Meeting] = defaultdict(_Meeting)
        for event in events:
            if event.event_type is EventType.CONSULT:
                telling = event.tellings[0]
                meeting = by_chain[telling.report_id, event.same_as or event.event_id]
                meeting.people |= named(event)
                meeting.told.append((event.when, event.where, telling.sentence))
        self._meetings: dict[str, list[_Meeting]] = defaultdict(list)
        for (report_id, _), meeting in by_chain.items():
            self._meetings[report_id].append(meeting)

    def partners(self, event: Event) -> set[str]:
        """Who met in the sentence that tells the event, or on its day and at its place as one of its reports tells."""
        return {
            name
            for telling in event.tellings
            for meeting in self._meetings.get(telling.report_id, ())
            if any(
                sentence == telling.sentence or _go_together(event, when, where)
                for when, where, sentence in meeting.told
            )
            for name in meeting.people
        }


def _go_together(event: Event, when: Optional[TimeSpan], where: Optional[Footprint]) -> bool:
    if event.when is None or event.where is None or when is None or where is None:
        return False
    return where.gazetteer_id == event.where.gazetteer_id and when.is_dated and event.when.overlaps(when)


NO_TALKS = Talks(())
