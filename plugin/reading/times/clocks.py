"""Times of day that stand apart from their day: "at 9 a.m. gunmen attacked the post on Tuesday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Optional

from ...core.mentions import Timex, TimexKind
from ..parsed import ParsedDocument
from .counted import Shifted
from .expression import Base, Expression
from .named import Absolute
from .period import Period
from .sites import site_of
from .telling import is_day_of_telling
from .tense import clause_of
from .time_of_day import Clock


def on_day_beside(
    parsed: ParsedDocument, expression: Expression, timex: Timex, others: Sequence[Timex]
) -> Optional[Expression]:
    """A time of day on the day that its own clause tells; None when it has its day, or its clause tells none.

    "Overnight" has the report's, unless its clause tells another: "during an overnight raid on Monday".
    """
    if not isinstance(expression, Clock) or not (expression.on is None or _is_overnight(expression)):
        return None
    number = parsed.sentence_number_at(timex.span.start)
    here = parsed.characters_of(number)
    days = [one for one in others if one.span.start in here and _is_day(one)]
    if not days:
        return None
    clause = clause_of(site_of(parsed, timex).word).i
    days = [
        one
        for one in days
        if clause_of(site_of(parsed, one).word).i == clause and not is_day_of_telling(parsed, one)
    ]
    if not days:
        return None
    day = min(days, key=lambda one: abs(one.span.start - timex.span.start)).when
    if day is None or day.start is None:
        return None
    return replace(expression, on=Absolute(Period.of_date(day.start.date())))


def _is_overnight(clock: Clock) -> bool:
    on = clock.on
    return isinstance(on, Shifted) and on.base is Base.REPORT and on.count < 0 and clock.end_minutes > 24 * 60


def _is_day(timex: Timex) -> bool:
    return timex.kind is TimexKind.DATE and timex.when is not None and timex.when.length == timedelta(days=1)
