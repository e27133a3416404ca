"""What is only known to lie before a day: before the report, or before somebody told of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Optional

from ...core.mentions import Provenance
from ...core.report import Span
from ...core.timespan import DateBasis, Granularity, TimeSpan
from ..links import TimeLink
from .expression import NO_REPORT_DATE
from .later import BEFORE, BEFORE_TOLD, waiting
from .period import Period

_SCORE = 0.2


def by_the_end_of(day: date) -> TimeSpan:
    """At some time up to a day, that day included; the start is open."""
    end = datetime(day.year, day.month, day.day) + timedelta(days=1)
    return TimeSpan(None, end, Granularity.INTERVAL, f"../{Period.of_date(day).edtf}")


def before_report(published: Optional[date], why: str) -> TimeLink:
    """At some time up to the report; `why` says what tells no more."""
    if published is None:
        return waiting(BEFORE, f"{why} {NO_REPORT_DATE}")
    why = f"{why} All that is known is that it lies before the report, which is of {published.isoformat()}."
    return TimeLink(
        by_the_end_of(published), "", None, DateBasis.PUBLICATION, Provenance(BEFORE, why, _SCORE)
    )


def before_told(when: TimeSpan, text: str, span: Optional[Span], rule: str, why: str) -> TimeLink:
    """At some time up to the day on which somebody told of it.

    Without a report date it keeps the words of that day and the rule that read them, so that it resolves later.
    """
    if when.end is None:
        provenance = Provenance(f"{BEFORE_TOLD}/{rule}", why, _SCORE)
        return TimeLink(when, text, span, DateBasis.NARRATIVE, provenance)
    last = (when.end - timedelta(microseconds=1)).date()
    return TimeLink(
        by_the_end_of(last), text, span, DateBasis.NARRATIVE, Provenance(BEFORE_TOLD, why, _SCORE)
    )
