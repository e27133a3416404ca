"""Lengths of time, sets of times, and times that the words leave vague."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ...core.mentions import TimexKind
from ...core.timespan import DateBasis, Granularity, TimeSpan
from .expression import NO_REPORT_DATE, Anchors, Base, Expression, Resolved
from .period import Period, Unit, moment

RECENT_DAYS = 31  # "recently": a month of news


@dataclass(frozen=True)
class Duration(Expression):
    """A length of time; "the past three months" is also an interval that ends or starts at an anchor.

    Parameters
    ----------
    value : str
        TIMEX3 period: ``P3M``, ``PT2H``, ``PXY``.
    modifier : str
        APPROX, MORE_THAN, ... or empty.
    days : tuple of (Unit, int) or None
        Its length where it is one that can be counted.
    direction : int
        -1: up to the anchor; 1: from the anchor on; 0: floating.
    """

    value: str
    length: Optional[tuple[Unit, int]] = None
    direction: int = 0
    modifier: str = ""

    def _resolve(self, anchors: Anchors) -> Resolved:
        when = None
        why = "A length of time."
        if self.direction and self.length and anchors.report:
            unit, count = self.length
            day = anchors.report
            other = day.shifted(unit, self.direction * count)
            first, last = sorted((day.first_day, other.first_day))
            start, end = moment(first), moment(last + 1)
            if start and end:
                edtf = f"{Period(Unit.DAY, first).edtf}/{Period(Unit.DAY, last).edtf}"
                when = TimeSpan(start, end, Granularity.INTERVAL, edtf)
                why = f"Counted from the report's date, {anchors.report.value}."
        return Resolved(TimexKind.DURATION, self.value, when, DateBasis.RELATIVE, why, None, self.modifier)


@dataclass(frozen=True)
class Repeated(Expression):
    """A set of times: "every Tuesday", "daily"."""

    value: str

    def _resolve(self, anchors: Anchors) -> Resolved:
        return Resolved(TimexKind.SET, self.value, None, DateBasis.EXPLICIT, "It happens again and again.")


@dataclass(frozen=True)
class SomeUnits(Expression):
    """As in "several years ago", "a few days later": two to seven units from its anchor."""

    value: str
    unit: Unit
    direction: int
    base: Base

    def _resolve(self, anchors: Anchors) -> Resolved:
        anchor = anchors.reference if self.base is Base.REFERENCE and anchors.reference else anchors.report
        basis = DateBasis.NARRATIVE if self.base is Base.REFERENCE else DateBasis.RELATIVE
        if anchor is None:
            when = TimeSpan(None, None, Granularity.VAGUE)
            return Resolved(TimexKind.DATE, self.value, when, basis, NO_REPORT_DATE, None, "", 0.3)
        ends = [anchor.shifted(self.unit, self.direction * count) for count in (2, 7)]
        first, end = min(one.first_day for one in ends), max(one.end_day for one in ends)
        start, stop = moment(first), moment(end)
        edtf = f"{Period(Unit.DAY, first).edtf}~/{Period(Unit.DAY, end - 1).edtf}~"
        when = TimeSpan(start, stop if start else None, Granularity.VAGUE, edtf)
        why = f"Two to seven {self.unit.value}s from {anchor.value}; the bounds are ours."
        return Resolved(TimexKind.DATE, self.value, when, basis, why, None, "", 0.4)


@dataclass(frozen=True)
class Vague(Expression):
    """PAST_REF, PRESENT_REF, FUTURE_REF; `days` gives bounds before (negative) or after the report's date."""

    value: str
    days: int = 0
    kind: TimexKind = TimexKind.DATE

    def _resolve(self, anchors: Anchors) -> Resolved:
        when = None
        why = "The words give no date."
        report = anchors.report
        if report is None and self.days:
            when, why = TimeSpan(None, None, Granularity.VAGUE), NO_REPORT_DATE
        if report is not None and (self.days or self.value == "PRESENT_REF"):
            first, last = sorted((report.first_day, report.first_day + self.days))
            start, end = moment(first), moment(last + 1)
            if start and end:
                edtf = report.edtf
                if self.days:
                    edtf = f"{Period(Unit.DAY, first).edtf}~/{Period(Unit.DAY, last).edtf}"
                    edtf = (
                        edtf
                        if self.days < 0
                        else f"{Period(Unit.DAY, first).edtf}/{Period(Unit.DAY, last).edtf}~"
                    )
                when = TimeSpan(start, end, Granularity.VAGUE if self.days else Granularity.DAY, edtf)
                why = f"Counted from the report's date, {report.value}; the bounds are ours."
        return Resolved(self.kind, self.value, when, DateBasis.RELATIVE, why, None, "", 0.4)
