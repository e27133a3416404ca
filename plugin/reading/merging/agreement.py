"""Do two events agree in day, place and figures, as far as they are told?"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import Optional

from ...core.event import UNREAL, Assertion, Count, Event
from ...core.event_types import EventType
from ...core.footprint import Footprint
from ...core.timespan import DateBasis, TimeSpan
from ...gazetteer.distances import distance_km

SAME_PLACE_KM = 15.0  # two towns' centres may lie that far apart in two gazetteers
# A report without a date of its own may tell what happened that long ago.
WEAK_DATE_REACH = timedelta(days=45)
STATE_GAP = WEAK_DATE_REACH  # a presence told again within that time is the same presence
_FIRM_DATE = 0.6  # a date's score from which its words hang on the event
LOOSE_DATE_REACH = timedelta(days=14)  # what is told on a day happened so long before it
_TOLD = (DateBasis.EXPLICIT, DateBasis.RELATIVE)
WEAK_PLACE = 0.5  # below, the place was taken over from the context
_UNREAL = UNREAL | {Assertion.THREATENED}
_AHEAD = frozenset((Assertion.PLANNED,))
_DISTRICT, COUNTRY = 3, 6  # UCDP where_prec
_FEW = 3  # people; smaller figures are alike by chance
_GROWTH = 4  # times a toll told as "at least" may be by the last report


def has_weak_date(event: Event) -> bool:
    """Whether its date is only the report's, for want of a better, or only known to lie before some day."""
    return (
        event.when is None
        or not event.when.is_dated
        or event.date_basis in (DateBasis.PUBLICATION, DateBasis.DATELINE)
    )


def has_inherited_date(event: Event) -> bool:
    """Whether its date is that of what was told before, for want of words of its own."""
    return event.date_basis is DateBasis.NARRATIVE and not event.date_text


def has_loose_date(event: Event) -> bool:
    """Whether its date stands in its sentence, but may be that of another: "captured, he said on Monday"."""
    return bool(event.date_text) and 0 < event.score_time < _FIRM_DATE and event.date_basis in _TOLD


def has_weak_place(event: Event) -> bool:
    """Whether its place was only taken over from the context."""
    return event.where is None or event.score_place < WEAK_PLACE


def assertions_agree(a: Event, b: Event) -> bool:
    """Whether one may be the other by what is so: what is only planned is what happened on that very day."""
    if a.assertion is b.assertion and a.assertion not in _UNREAL:
        return True
    kinds = {a.assertion, b.assertion}
    if kinds & _UNREAL:
        return False
    return not kinds & _AHEAD or same_day(a.when, b.when)


def same_day(a: Optional[TimeSpan], b: Optional[TimeSpan]) -> bool:
    """Whether both are of one and the same day, or part of it."""
    return a is not None and b is not None and a.date_prec == 1 and (a.start, a.end) == (b.start, b.end)


def dates_agree(a: Event, b: Event, weak_a: bool, weak_b: bool) -> Optional[int]:
    """2: the same day, or the same span. 1: they overlap, or one is weak and near. 0: one is unknown. None: apart.

    A date that one of them has only from what was told before it speaks against nothing near, nor does one that may be
    the day on which it was told. A state that is told
    without a date lasts.

    Parameters
    ----------
    weak_a, weak_b : bool
        As `has_weak_date` has it.
    """
    x, y = a.when, b.when
    if x is None or y is None or (x.start is None and y.start is None):
        return 0
    if x.start is None or y.start is None:
        told = _some_time_before(x, y)
        return 1 if told == 0 and a.event_type is EventType.PRESENCE else told
    if (x.start, x.end) == (y.start, y.end):
        return 1 if weak_a and weak_b else 2
    if a.event_type is EventType.PRESENCE:
        near = x.start - STATE_GAP <= (y.end or y.start) and y.start - STATE_GAP <= (x.end or x.start)
        return 1 if near else None
    if weak_a != weak_b:
        weak, strong = (x, y) if weak_a else (y, x)
        assert weak.start is not None
        assert strong.start is not None
        return 1 if timedelta(0) <= weak.start - strong.start <= WEAK_DATE_REACH else None
    if weak_a and weak_b:
        return 0 if abs(x.start - y.start) <= timedelta(days=3) else None
    if not x.overlaps(y):
        is_unsure = has_inherited_date(a) != has_inherited_date(b)
        if is_unsure and abs(x.start - y.start) <= WEAK_DATE_REACH:
            return 0
        later, other = (a, b) if x.start > y.start else (b, a)
        is_of_the_telling = has_loose_date(later) and not has_loose_date(other)
        return 0 if is_of_the_telling and abs(x.start - y.start) <= LOOSE_DATE_REACH else None
    return 2 if x.date_prec == 1 and y.date_prec == 1 else 1  # "on Friday" and "on Friday night"


def _some_time_before(x: TimeSpan, y: TimeSpan) -> Optional[int]:
    """Of times of which one at least has no start: it lies somewhere before its end, if it has one."""
    known, unknown = (x, y) if y.start is None else (y, x)
    if known.start is None or unknown.end is None:
        return 0
    if known.start >= unknown.end:
        return None
    return 1 if unknown.end - known.start <= WEAK_DATE_REACH else 0


def places_agree(a: Optional[Footprint], b: Optional[Footprint]) -> Optional[int]:
    """2: the same place. 1: one holds the other. 0: one is unknown. None: elsewhere."""
    if a is None or b is None:
        return 0
    if a.gazetteer_id == b.gazetteer_id or words_of(a.name) == words_of(b.name):
        return 2  # also of a name that two texts take for two places
    if a.is_unlisted and b.is_unlisted:
        return None  # two villages of one province, whose point both have
    if a.where_prec <= 2 and b.where_prec <= 2:
        return 2 if distance_km(a.point, b.point) <= SAME_PLACE_KM else None
    wide, narrow = (a, b) if a.where_prec >= b.where_prec else (b, a)
    if wide.country is None and distance_km(a.point, b.point) * 1000 <= wide.uncertainty_m:
        return 1
    if wide.country != narrow.country or wide.country is None:
        return None
    if wide.where_prec >= COUNTRY:
        return 1
    if wide.where_prec <= _DISTRICT:
        return (
            1 if wide.admin1 == narrow.admin1 and wide.admin2 in (None, narrow.admin2, narrow.name) else None
        )
    if wide.admin1 and narrow.admin1:
        return 1 if wide.admin1 == narrow.admin1 else None
    return 1 if distance_km(a.point, b.point) * 1000 <= wide.uncertainty_m else None


def figures_agree(a: Event, b: Event) -> int:
    """How the numbers of people go together: points for each that is the same, -1 and -2 for ones far apart, else 0.

    Figures of one deed rise from report to report; "at least three" may grow, "three" may not grow to thirty.
    """
    told = [
        _figures(x, y)
        for x, y in ((a.fatalities, b.fatalities), (a.captured, b.captured), (a.injured, b.injured))
        if x is not None and y is not None
    ]
    return min(told) if told and min(told) < 0 else sum(told)


def _figures(x: Count, y: Count) -> int:
    fewer, more = sorted((x, y), key=_figure)
    one, other = _figure(fewer), _figure(more)
    if one == other:
        return 1 if one >= _FEW else 0
    if other <= (2 if fewer.high is not None else _GROWTH) * one or other - one <= _FEW:
        return 0
    return -1 if x.high is None or y.high is None else -2


def _figure(count: Count) -> int:
    return count.best or count.low or count.high or 0


@lru_cache(maxsize=4096)
def words_of(name: str) -> frozenset[str]:
    """The words of a name: those of "Northern and eastern X" and "Eastern and northern X" are the same.

    "Oslo, surroundings" has those of Oslo.
    """
    return frozenset(re.findall(r"\w+", name.casefold())) - {"surroundings"}
