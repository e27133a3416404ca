"""Is it so, once its day is known: what lies ahead is planned, a deed of long ago is background."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Optional

from ...core.event import Assertion
from ...core.event_types import DEEDS, EventType
from ..links import TimeLink, Trigger
from ..tokens import Token
from .governing import is_past
from .judgement import Judgement

_HISTORICAL_AFTER = timedelta(days=365)  # a deed told this long after it is background, not news
_SAID = frozenset(
    (EventType.REQUEST, EventType.THREATEN, EventType.AGREE, EventType.ACCUSE, EventType.REJECT)
)
_ANNOUNCING = frozenset("called announced declared scheduled set fixed arranged convened".split())


def assertion_when(
    time: Optional[TimeLink], published: Optional[date], judgement: Judgement, trigger: Trigger, head: Token
) -> Assertion:
    """What the words say; what is dated after the report lies ahead, a deed of more than a year ago is background.

    Parameters
    ----------
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
    if trigger.event_type in DEEDS and _is_long_ago(time, published):
        return Assertion.HISTORICAL
    return Assertion.OCCURRED


def _was_said(trigger: Trigger, head: Token) -> bool:
    """Whether a deed in words is over: the day beside it may be that of what was asked for, threatened or agreed."""
    is_over = head.pos_ == "VERB" and head.lower_ not in _ANNOUNCING and is_past(head)
    return is_over and trigger.event_type in _SAID


def _is_long_ago(time: Optional[TimeLink], published: Optional[date]) -> bool:
    if time is None or published is None or time.when.end is None:
        return False
    return time.when.end.date() + _HISTORICAL_AFTER < published


def _begins_after(time: Optional[TimeLink], published: Optional[date]) -> bool:
    """Whether it is told in the present of a day that is still to come: "the meeting begins at noon on Friday"."""
    if time is None or published is None or time.when.start is None:
        return False
    return time.when.start.date() > published
