"""Is it so, once its day is known: what lies ahead is planned, a deed of long before the news is background."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Optional

from ...core.event import Assertion
from ...core.event_types import DEEDS, EventType
from ..links import TimeLink, Trigger
from ..tokens import Token
from .governing import is_past
from .judgement import Judgement

_GAP = timedelta(days=60)  # of which a report tells no deed: what lies before it is no news any more
_LONGEST_DEED = timedelta(days=31)  # longer times are those of sums and of what is not told more closely
_SAID = frozenset(
    (EventType.REQUEST, EventType.THREATEN, EventType.AGREE, EventType.ACCUSE, EventType.REJECT)
)
_ANNOUNCING = frozenset("called announced declared scheduled set fixed arranged convened".split())


def news_begins(
    published: Optional[date], triggers: Sequence[Trigger], times: Sequence[Optional[TimeLink]]
) -> Optional[date]:
    """The day from which a report tells news: before it lies a gap of two months; None without a report's date.

    From the report's day back, each deed that it tells less than two months before the last one is of its news: all of
    a digest of half a year is, a murder of the spring in a report of the autumn is not.
    """
    if published is None:
        return None
    days = sorted(
        (day for t, time in zip(triggers, times) if (day := _day_of(t, time)) is not None), reverse=True
    )
    oldest = published
    for day in days:
        if day + _GAP < oldest:
            break
        oldest = min(oldest, day)
    return oldest - _GAP


def assertion_when(
    time: Optional[TimeLink],
    published: Optional[date],
    begins: Optional[date],
    judgement: Judgement,
    trigger: Trigger,
    head: Token,
) -> Assertion:
    """What the words say; what is dated after the report lies ahead, a deed of before its news is background.

    Parameters
    ----------
    begins : date or None
        Where the report's news begins.
    judgement : Judgement
        What the words around the trigger say.
    head : Token
        The verb of the trigger's clause, or its noun.
    """
    if trigger.is_planned:
        return Assertion.PLANNED
    if judgement.assertion is Assertion.PLANNED:
        return Assertion.OCCURRED  # an accord on what lies ahead is made when it is announced
    if judgement.assertion is not Assertion.OCCURRED:
        return judgement.assertion
    if _begins_after(time, published) and not _was_said(trigger, head):
        return Assertion.PLANNED
    if trigger.event_type in DEEDS and _is_over_before(time, begins):
        return Assertion.HISTORICAL
    return Assertion.OCCURRED


def _was_said(trigger: Trigger, head: Token) -> bool:
    """Whether a deed in words is over: the day beside it may be that of what was asked for, threatened or agreed."""
    is_over = head.pos_ == "VERB" and head.lower_ not in _ANNOUNCING and is_past(head)
    return is_over and trigger.event_type in _SAID


def _day_of(trigger: Trigger, time: Optional[TimeLink]) -> Optional[date]:
    """The day of a deed that is told closely enough to be one."""
    if trigger.event_type not in DEEDS or time is None or time.when.start is None:
        return None
    length = time.when.length
    return time.when.start.date() if length is not None and length <= _LONGEST_DEED else None


def _is_over_before(time: Optional[TimeLink], day: Optional[date]) -> bool:
    if time is None or day is None or time.when.end is None:
        return False
    return time.when.end.date() <= day


def _begins_after(time: Optional[TimeLink], published: Optional[date]) -> bool:
    """Whether it is told in the present of a day that is still to come: "the meeting begins at noon on Friday"."""
    if time is None or published is None or time.when.start is None:
        return False
    return time.when.start.date() > published
