"""Which events are compared at all: those that share a block, which is something that only two tellings of one share.

Two events are the same by what agrees, so each is found under all that may agree: its place, those who take part, a
figure, who or what was struck, a rare name, its report; each together with a day, or with a month where it lasts long
or has no day of its own, and what has no day at all by two of them. Where both places are sure, they alone decide, so
such events are not sought under what else they share; a month of war in one country is not compared all with all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import combinations
from math import cos, floor, radians
from typing import Optional

from ...core.event import Event
from ...core.event_types import DEEDS, EventType
from ...core.footprint import Footprint
from ...gazetteer.distances import DEGREE_KM
from .agreement import (
    LOOSE_DATE_REACH,
    SAME_PLACE_KM,
    STATE_GAP,
    WEAK_DATE_REACH,
    has_inherited_date,
    has_loose_date,
    words_of,
)
from .traits import Traits

_DAYS = 7  # spans up to a week are sought by day, longer ones by month
_MOST_MONTHS = 24  # a span of many years is blocked by its first months only
_MOST_PAIRS = 12  # of actors by whom an event is found
_NARROW = 2  # UCDP where_prec up to which two places are one or apart, and none holds the other
_SIDE = 0.5  # degrees of a square in which near places lie
_What = tuple[object, ...]


def kept_under(traits: Traits) -> set[int]:
    """The blocks in which an event waits for others."""
    when = _reach(traits.event, timedelta(0))
    found: list[_What] = list(_of_any_day(traits))
    if when is None:
        return _blocks(traits, found)
    kept, months = list(_kept(traits)), list(_months(*when))
    length, buckets = ("long", months) if _is_long(when) else ("short", list(_days(*when)))
    found += [(length, *what, bucket) for what in kept for bucket in buckets]
    if length == "short":
        found += [("short in", *what, month) for what in kept for month in months]
    for month in months:
        found += [("two", *pair, month) for pair in _pairs(traits)]
        found += [("place", place, month) for place in _names(traits.event.where)]
    return _blocks(traits, found)


def looked_up_under(traits: Traits) -> set[int]:
    """The blocks in which an event looks for itself: for a weak or loose date also the weeks before it."""
    event = traits.event
    is_state = event.event_type is EventType.PRESENCE
    when = _reach(event, _lead(traits), STATE_GAP if is_state else timedelta(0))
    is_undated = event.when is None or event.when.start is None
    found: list[_What] = list(_of_any_day(traits)) if is_undated or has_inherited_date(event) else []
    if when is None:
        return _blocks(traits, found)
    months = list(_months(*when))
    if _lead(traits):
        for month in months:
            found += [("two", *pair, month) for pair in _pairs(traits)]
            found += [("place", place, month) for place in _names(event.where)]
    own = when if is_state else _reach(event, timedelta(0))
    if own is not None and event.when is not None and (event.when.start is not None or is_state):
        length, buckets = ("short in", list(_months(*own))) if _is_long(own) else ("short", list(_days(*own)))
        for what in _sought(traits):
            found += [("long", *what, month) for month in months]
            found += [(length, *what, bucket) for bucket in buckets]
    return _blocks(traits, found)


def _lead(traits: Traits) -> timedelta:
    """How long before its date an event may lie."""
    if traits.event.event_type is EventType.PRESENCE:
        return STATE_GAP
    if traits.has_weak_date:
        return WEAK_DATE_REACH
    return LOOSE_DATE_REACH if has_loose_date(traits.event) else timedelta(0)


def _of_any_day(traits: Traits) -> Iterator[_What]:
    """By what an event may be found without a day; deeds of a war are too many to be known by who fights alone."""
    event = traits.event
    if event.event_type not in DEEDS:
        yield from (("two", *pair) for pair in _pairs(traits))
        if event.event_type is EventType.PRESENCE:
            yield from (("at", name, key) for name in _names(event.where) for key in traits.keys)
        return
    yield from (("struck", key) for key in traits.struck)
    figures = sorted(figure for figure in _figures(event) if figure[1] > 0)
    yield from (("figures", *one, *other) for one, other in combinations(figures, 2))
    for name in _names(event.where):
        yield from (("at", name, site) for site in traits.sites)
        yield from (("at", name, *figure) for figure in figures)


def _blocks(traits: Traits, found: Iterable[_What]) -> set[int]:
    """Blocks as numbers, which take little room; that two have one number costs a comparison, and nothing else."""
    return {hash((traits.family, *what)) for what in found}


def _kept(traits: Traits) -> Iterator[_What]:
    """By what an event may be found."""
    where = traits.event.where
    reach = "by" if _is_sure(traits) else "by-unsure"
    yield from ((reach, key) for key in traits.keys)
    if where is not None and where.where_prec <= _NARROW:
        yield ("square", *_square(where.point.lat, where.point.lon))
    yield from _of_the_telling(traits)


def _sought(traits: Traits) -> Iterator[_What]:
    """By what an event looks for others: one that is surely placed only for those there, and for the unsure."""
    yield from (("by-unsure", key) for key in traits.keys)
    if not _is_sure(traits):
        yield from (("by", key) for key in traits.keys)
    yield from _squares_near(traits.event.where)
    yield from _of_the_telling(traits)


def _of_the_telling(traits: Traits) -> Iterator[_What]:
    """Its place by name, its figures, what or who was struck and rare names; the report of all but deeds."""
    event = traits.event
    yield from (("at", name) for name in _names(event.where))
    if event.event_type in DEEDS:
        yield from (("figure", *figure) for figure in _figures(event))
        yield from (("site", site) for site in traits.sites)
        yield from (("struck", sort) for sort in traits.sorts)
        yield from (("name", name) for name in traits.names.difference(*_names(event.where)))
    else:
        yield from (("told in", report_id) for report_id in traits.report_ids)


def _is_sure(traits: Traits) -> bool:
    """Whether it can only be another where the other is as surely elsewhere."""
    where = traits.event.where
    return where is not None and where.where_prec <= _NARROW and not traits.has_weak_place


def _names(where: Optional[Footprint]) -> Iterator[frozenset[str]]:
    if where is not None:
        yield words_of(where.name)


def _squares_near(where: Optional[Footprint]) -> Iterator[_What]:
    """All squares that a place so near may lie in that it counts as the same."""
    if where is not None and where.where_prec <= _NARROW:
        lat, lon = where.point.lat, where.point.lon
        north = SAME_PLACE_KM / DEGREE_KM
        east = min(_SIDE, north / max(cos(radians(lat)), 0.1))
        for y in (lat - north, lat + north):
            for x in (lon - east, lon, lon + east):
                yield ("square", *_square(y, x))


def _square(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat / _SIDE), floor(lon / _SIDE)


def _figures(event: Event) -> Iterator[tuple[str, int]]:
    for name, count in (("dead", event.fatalities), ("hurt", event.injured), ("caught", event.captured)):
        if count is not None:
            yield name, count.best or count.low or count.high or 0


def _pairs(traits: Traits) -> list[tuple[str, ...]]:
    """Two who take part, by any key of each."""
    people = list(traits.present.values())
    pairs = {
        tuple(sorted((key, other)))
        for number, keys in enumerate(people)
        for others in people[number + 1 :]
        for key in keys
        for other in others
        if key != other
    }
    return sorted(pairs)[:_MOST_PAIRS]


def _reach(
    event: Event, lead: timedelta, trail: timedelta = timedelta(0)
) -> Optional[tuple[datetime, datetime]]:
    """From when to when it may be looked for; None when it is undated."""
    when = event.when
    if when is None:
        return None
    if when.start is not None:
        return when.start - lead, (when.end or when.start + timedelta(days=_DAYS + 1)) + trail
    return None if when.end is None else (when.end - WEAK_DATE_REACH, when.end)


def _is_long(when: tuple[datetime, datetime]) -> bool:
    """Whether a span is looked for by its months: of what lasts for months every day would be a block of its own."""
    return when[1] - when[0] > timedelta(days=_DAYS)


def _days(start: datetime, end: datetime) -> Iterator[str]:
    day, one = datetime(start.year, start.month, start.day), timedelta(days=1)
    for _ in range(31 * _MOST_MONTHS):
        if day >= end:
            break
        yield day.date().isoformat()
        day += one


def _months(start: datetime, end: datetime) -> Iterator[str]:
    month = datetime(start.year, start.month, 1)
    for _ in range(_MOST_MONTHS):
        if month >= end:
            break
        yield f"{month:%Y-%m}"
        month = datetime(month.year + month.month // 12, month.month % 12 + 1, 1)
