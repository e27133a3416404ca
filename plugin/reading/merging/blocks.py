"""Which events are compared at all: those that share a block of family, country and time, or of family and actors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from ...core.event import Event
from ...core.event_types import EventType
from .sameness import STATE_GAP, WEAK_DATE_REACH, actor_keys, family, has_weak_date

_DAYS = 7  # spans up to a week are blocked by day, longer ones by month
_MOST_MONTHS = 24  # a span of many years is blocked by its first months only


def kept_under(event: Event) -> Iterator[tuple[str, ...]]:
    """The blocks in which an event waits for others."""
    yield from _keys(event, lead=timedelta(0))


def looked_up_under(event: Event) -> Iterator[tuple[str, ...]]:
    """The blocks in which an event looks for itself: for a weak date also the weeks before it."""
    lead = WEAK_DATE_REACH if has_weak_date(event) else timedelta(0)
    if event.event_type is EventType.PRESENCE:
        lead = max(lead, STATE_GAP)
    yield from _keys(event, lead)


def _keys(event: Event, lead: timedelta) -> Iterator[tuple[str, ...]]:
    kind = family(event)
    country = (event.where.country or event.where.name) if event.where is not None else ""
    actors = sorted({key for name in (*event.actor1, *event.actor2) for key in actor_keys(name)})
    times = list(_times(event, lead))
    for time in times:
        if country:
            yield kind, country, time
        for actor in actors:
            yield kind, "by", actor, time
    if not times:
        for actor in actors:
            yield kind, "by", actor, ""


def _times(event: Event, lead: timedelta) -> Iterator[str]:
    """Months, and days for spans of a week at most."""
    when = event.when
    if when is None or when.start is None:
        return
    start, end = when.start - lead, when.end or when.start + timedelta(days=_DAYS + 1)
    month = datetime(start.year, start.month, 1)
    for _ in range(_MOST_MONTHS):
        if month >= end:
            break
        yield f"{month:%Y-%m}"
        month = datetime(month.year + month.month // 12, month.month % 12 + 1, 1)
