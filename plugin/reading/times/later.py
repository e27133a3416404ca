"""What waits for the report's date: how it is kept, and when a day counts as the report's news."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ...core.mentions import Provenance
from ...core.timespan import DateBasis, Granularity, TimeSpan
from ..links import TimeLink

PUBLISHED = "times/publication"  # happened on the report's day, for want of a nearer one
AHEAD = "times/publication/ahead"  # lies ahead of the report
BEFORE = "times/publication/before"  # happened before the report, nobody says when
BEFORE_TOLD = "times/inherit/before-told"  # happened before somebody told of it
LASTING = "times/lasting"  # a stretch up to the report
_FRESH = timedelta(days=14)  # what happened so shortly before the report is its news


def waiting(rule: str, why: str) -> TimeLink:
    """A time that rests on the date of a report which has none yet."""
    when = TimeSpan(None, None, Granularity.DAY)
    return TimeLink(when, "", None, DateBasis.PUBLICATION, Provenance(rule, why, 0.0))


def is_fresh(when: TimeSpan, published: date) -> bool:
    """Whether a time is a day, or part of one, shortly before a report, or the day after it."""
    if when.start is None or when.length is None:
        return False
    before = datetime(published.year, published.month, published.day) - when.start
    return when.length <= timedelta(days=1) and timedelta(days=-1) <= before <= _FRESH
