"""Times made of others: the end of a month, the first week of May, the week ending on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Optional

from ...core.timespan import Granularity, TimeSpan
from .counted import NextTold, Shifted, TheWeekend
from .expression import Anchors, Base, Expression, Resolved
from .feasts import MovableFeast
from .named import Absolute, DayOfMonth, Weekday, Yearless
from .period import Period, Unit, moment

_SEVERAL = 7  # "the last days": so many at most


@dataclass(frozen=True)
class Nth(Expression):
    """The n-th unit within a period: "the first week of May", "the third quarter of 1988"; 0 means the last."""

    unit: Unit
    number: int
    of: Optional[Expression] = None

    def _needs_side(self) -> bool:
        return self.of is None or self.of.needs_side

    def _resolve(self, anchors: Anchors) -> Resolved:
        if self.of is None:
            if self.unit in (Unit.QUARTER, Unit.HALF) and self.number:
                return Yearless(self.unit, self.number).resolve(anchors)
            return Shifted(self.unit, 0, Base.REFERENCE).resolve(anchors)
        outer = self.of.resolve(anchors)
        if outer.period is None:
            return replace(outer, value="XXXX", when=TimeSpan(None, None, Granularity.VAGUE, ""))
        first = outer.period.within(self.unit)
        if first.first_day < outer.period.first_day and self.unit not in (
            Unit.WEEK,
            Unit.WEEKEND,
            Unit.SEASON,
        ):
            first += 1
        if self.unit is Unit.SEASON:
            first = Period.part(Unit.SEASON, outer.period.start_year, 1)
        last = Period(Unit.DAY, outer.period.end_day - 1).within(self.unit)
        found = last if self.number == 0 else first + (self.number - 1)
        return replace(outer, value=found.value, when=found.span(), period=found, modifier="")


@dataclass(frozen=True)
class AtAnEnd(Expression):
    """As in "the last days of May": up to seven units at an end of what follows, and no more than half of it.

    Where no date follows ("the last days of the siege") it is a `length`.
    """

    unit: Unit
    is_last: bool
    length: Expression
    of: Optional[Expression] = None

    def _needs_side(self) -> bool:
        return self.of is not None and self.of.needs_side

    def _resolve(self, anchors: Anchors) -> Resolved:
        if self.of is None:
            return self.length.resolve(anchors)
        whole = self.of.resolve(anchors)
        outer, modifier = whole.period, "END" if self.is_last else "START"
        if outer is None:
            return replace(whole, modifier=modifier)
        middle = (outer.first_day + outer.end_day) // 2
        if self.is_last:
            first = Period(Unit.DAY, outer.end_day).shifted(self.unit, -_SEVERAL).first_day
            days = (max(first, middle), outer.end_day)
        else:
            end = Period(Unit.DAY, outer.first_day).shifted(self.unit, _SEVERAL).first_day
            days = (outer.first_day, min(end, middle))
        start, stop = map(moment, days)
        if start is None or stop is None:
            return replace(whole, modifier=modifier)
        edtf = "/".join(Period(Unit.DAY, day).edtf for day in (days[0], days[1] - 1))
        return replace(whole, modifier=modifier, when=TimeSpan(start, stop, Granularity.INTERVAL, edtf))


@dataclass(frozen=True)
class Containing(Expression):
    """As in "the week of March 6": the unit that holds a date."""

    unit: Unit
    of: Expression

    def _needs_side(self) -> bool:
        return self.of.needs_side

    def _resolve(self, anchors: Anchors) -> Resolved:
        outer = self.of.resolve(anchors)
        if outer.period is None:
            return outer
        found = outer.period.within(self.unit)
        return replace(outer, value=found.value, when=found.span(), period=found)


@dataclass(frozen=True)
class SevenDays(Expression):
    """As in "the week ending 9 March", "the week beginning on Monday": the seven days up to a day, or from it on."""

    of: Expression
    is_end: bool

    def _needs_side(self) -> bool:
        return self.of.needs_side

    def _resolve(self, anchors: Anchors) -> Resolved:
        outer = self.of.resolve(anchors)
        if outer.period is None or outer.period.unit is not Unit.DAY:
            return outer
        first = outer.period + (-6 if self.is_end else 0)
        start, end = moment(first.first_day), moment(first.first_day + 7)
        last = first + 6
        when = TimeSpan(start, end if start else None, Granularity.WEEK, f"{first.edtf}/{last.edtf}")
        return replace(outer, value=first.within(Unit.WEEK).value, when=when, period=first.within(Unit.WEEK))


@dataclass(frozen=True)
class InYear(Expression):
    """As in "July 25 of that year", "the spring of next year"."""

    part: Yearless
    year: Expression

    def _needs_side(self) -> bool:
        return self.year.needs_side

    def _resolve(self, anchors: Anchors) -> Resolved:
        outer = self.year.resolve(anchors)
        if outer.period is None:
            return self.part.resolve(replace(anchors, report=None, reference=None))
        found = self.part.in_year(outer.period.start_year)
        return replace(outer, value=found.value, when=found.span(), period=found)


@dataclass(frozen=True)
class Modified(Expression):
    """As in "early", "late", "mid", "the end of": a part of what follows."""

    of: Expression
    modifier: str  # TIMEX3: START, MID, END
    share: int = 3  # it is one part in so many: "the beginning of" is less than "early"

    def _needs_side(self) -> bool:
        return self.of.needs_side

    def _resolve(self, anchors: Anchors) -> Resolved:
        whole = self.of.resolve(anchors)
        if whole.when is None or whole.when.start is None or whole.when.end is None:
            return replace(whole, modifier=self.modifier)
        third = (whole.when.end - whole.when.start) / self.share
        start, end = whole.when.start, whole.when.end
        if third >= timedelta(days=2):
            third = timedelta(days=round(third / timedelta(days=1)))
        if self.modifier == "START":
            end = start + third
        elif self.modifier == "END":
            start = end - third
        else:
            start, end = start + third, end - third
        when = whole.when
        if third >= timedelta(days=1) and start < end:
            last = end - timedelta(days=1)
            edtf = f"{start:%Y-%m-%d}/{last:%Y-%m-%d}" if start.year > 999 else whole.when.edtf
            when = TimeSpan(start, end, Granularity.INTERVAL, edtf)
        return replace(whole, modifier=self.modifier, when=when)


@dataclass(frozen=True)
class Rest(Expression):
    """As in "later this month", "earlier this week": the part of it after the report's day, or up to it."""

    of: Shifted
    is_ahead: bool

    def _resolve(self, anchors: Anchors) -> Resolved:
        whole = self.of.resolve(anchors)
        when, report = whole.when, anchors.report
        if when is None or when.start is None or when.end is None or report is None or anchors.is_history:
            return whole
        start, end = when.start, when.end
        if self.is_ahead:
            start = max(start, moment(report.first_day) or start)
        else:
            end = min(end, moment(report.end_day) or end)
        if start >= end or (start, end) == (when.start, when.end):
            return whole
        edtf = f"{start:%Y-%m-%d}/{end - timedelta(days=1):%Y-%m-%d}"
        if end - start == timedelta(days=1):
            edtf = f"{start:%Y-%m-%d}"
        why = f"{whole.why} Its part {'from' if self.is_ahead else 'up to'} that day."
        return replace(whole, when=TimeSpan(start, end, Granularity.INTERVAL, edtf), why=why)


def is_date(expression: Expression) -> bool:
    """Whether it is a point or stretch of the calendar that a clock time or a modifier may stand on."""
    if isinstance(expression, Modified):
        return is_date(expression.of)
    return isinstance(
        expression,
        (
            Absolute,
            Yearless,
            InYear,
            Containing,
            Weekday,
            Shifted,
            NextTold,
            DayOfMonth,
            Nth,
            TheWeekend,
            MovableFeast,
            AtAnEnd,
        ),
    )
