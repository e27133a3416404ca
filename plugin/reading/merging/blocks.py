"""Which events are compared at all: those that share a block of family, time and place or actors.

What is dated to a day or a week by its own words is looked up by its days; what lasts longer by months; what has only
its report's date, or none, by its place or by two of its actors. So a month of war in one country is not compared all
with all.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import combinations
from typing import Optional

from ...core.event import Event
from ...core.event_types import EventType
from .agreement import STATE_GAP, WEAK_DATE_REACH, has_weak_date
from .families import family
from .people import keys_of

_Block = tuple[str, ...]
_DAYS = 7  # spans up to a week are blocked by day, longer ones by month
_MOST_MONTHS = 24  # a span of many years is blocked by its first months only
_MOST_ACTORS = 8  # by whose pairs an event is found


def kept_under(event: Event) -> Iterator[_Block]:
    """The blocks in which an event waits for others."""
    kind, when = family(event), _reach(event, timedelta(0))
    if when is None:
        yield from ((kind, "two", *pair, "") for pair in _pairs(event))
        return
    months = list(_months(*when))
    length = "long" if _is_long(when) else "short"
    for who in _who(event):
        yield from ((kind, *who, length, month) for month in months)
        if length == "short":
            yield from ((kind, *who, day) for day in _days(*when))
    for month in (*months, ""):
        yield from ((kind, "two", *pair, month) for pair in _pairs(event))
    if event.where is not None:
        yield from ((kind, "at", event.where.gazetteer_id, month) for month in months)


def looked_up_under(event: Event) -> Iterator[_Block]:
    """The blocks in which an event looks for itself: for a weak date also the weeks before it."""
    is_state = event.event_type is EventType.PRESENCE
    is_weak = has_weak_date(event)
    lead = STATE_GAP if is_state else WEAK_DATE_REACH if is_weak else timedelta(0)
    kind, when = family(event), _reach(event, lead)
    if when is None:
        yield from ((kind, "two", *pair, "") for pair in _pairs(event))
        return
    months = list(_months(*when))
    for who in _who(event):
        yield from ((kind, *who, "long", month) for month in months)
        if is_state or (_is_long(when) and not is_weak):
            yield from ((kind, *who, "short", month) for month in months)
        elif not is_weak:
            yield from ((kind, *who, day) for day in _days(*when))
    if is_weak and event.when is not None and event.when.start is not None:
        own = event.when.start, event.when.end or event.when.start + timedelta(days=1)
        yield from ((kind, *who, day) for who in _who(event) for day in _days(*own))
    for month in months:
        yield from ((kind, "two", *pair, month) for pair in _pairs(event))
        if event.where is not None:
            yield kind, "at", event.where.gazetteer_id, month


def _who(event: Event) -> Iterator[tuple[str, str]]:
    """The country it lies in, and each of its actors."""
    country = (event.where.country or event.where.name) if event.where is not None else ""
    if country:
        yield "in", country
    yield from (("by", key) for key in sorted(keys_of(event)))


def _pairs(event: Event) -> Iterator[tuple[str, str]]:
    return combinations(sorted(keys_of(event))[:_MOST_ACTORS], 2)


def _reach(event: Event, lead: timedelta) -> Optional[tuple[datetime, datetime]]:
    """From when to when it may be looked for; None when it is undated."""
    when = event.when
    if when is None:
        return None
    if when.start is not None:
        return when.start - lead, when.end or when.start + timedelta(days=_DAYS + 1)
    return None if when.end is None else (when.end - WEAK_DATE_REACH, when.end)


def _is_long(when: tuple[datetime, datetime]) -> bool:
    return when[1] - when[0] > timedelta(days=_DAYS)


def _days(start: datetime, end: datetime) -> Iterator[str]:
    day = datetime(start.year, start.month, start.day)
    while day < end:
        yield f"{day:%Y-%m-%d}"
        day += timedelta(days=1)


def _months(start: datetime, end: datetime) -> Iterator[str]:
    month = datetime(start.year, start.month, 1)
    for _ in range(_MOST_MONTHS):
        if month >= end:
            break
        yield f"{month:%Y-%m}"
        month = datetime(month.year + month.month // 12, month.month % 12 + 1, 1)
