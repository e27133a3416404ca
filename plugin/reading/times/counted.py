"""Times that are counted from another: the report's date, the date told before, the quarter that a text is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ...core.timespan import DateBasis, Granularity
from .expression import NO_REPORT_DATE, Anchors, Base, Expression, Resolved, Side, dated, undated
from .period import Period, Unit

_COMMON_YEAR = 2001  # a year that is no leap year stands for years unknown


@dataclass(frozen=True)
class Shifted(Expression):
    """N units from an anchor: "last week", "two months ago", "a week later", "the same day".

    `is_rounded`: the value is a whole unit ("last month"); else it keeps the fineness of its anchor. `to` is the unit
    that the words give in its place ("a year ago today", "ten years ago this week").
    """

    unit: Unit
    count: int
    base: Base = Base.REPORT
    is_rounded: bool = True
    to: Optional[Unit] = None

    def _resolve(self, anchors: Anchors) -> Resolved:
        if anchors.reference and (
            self.base is Base.REFERENCE or (anchors.is_history and self.base is Base.NEAR)
        ):
            anchor, basis = anchors.reference, DateBasis.NARRATIVE
            why, score = f"Counted from the date told before, {anchors.reference.value}.", 0.8
        elif anchors.report:
            anchor, basis = anchors.report, DateBasis.RELATIVE
            why, score = f"Counted from the report's date, {anchors.report.value}.", 0.9
            if self.base is Base.REFERENCE:
                why, score = (
                    f"No date is told before; counted from the report's date, {anchors.report.value}.",
                    0.4,
                )
        else:
            return (self._after_partial(anchors.partial) if anchors.partial else None) or self._undated()
        if self.base is Base.REFERENCE and self.unit is Unit.DAY and anchor.end_day - anchor.first_day > 7:
            why = f"It hangs on {anchor.value}, told before, which is no day; so it is of that time."
            return dated(anchor, basis, why, 0.5)
        found = anchor.shifted(self.unit, self.count)
        if self.to is not None:
            return dated(found.within(self.to), basis, why, score)
        if self.is_rounded or (
            self.unit not in (Unit.WEEK, Unit.DAY) and found.end_day - found.first_day == 1
        ):
            found = found.within(self.unit)
        return dated(found, basis, why, score)

    def _after_partial(self, partial: tuple[int, int]) -> Optional[Resolved]:
        """As in "a week later" than a 20 January is a 27 January, whatever the year."""
        if self.base is not Base.REFERENCE or self.unit not in (Unit.DAY, Unit.WEEK):
            return None
        try:
            found = Period.day(_COMMON_YEAR, *partial).shifted(self.unit, self.count)
        except ValueError:
            return None  # after 29 February the year matters
        value = "XXXX" + found.value[4:]
        why = f"Counted from the date told before. {NO_REPORT_DATE}"
        return undated(value, value, Granularity.DAY, DateBasis.NARRATIVE, why)

    def _undated(self) -> Resolved:
        shape = {
            Unit.DAY: "XXXX-XX-XX",
            Unit.MONTH: "XXXX-XX",
            Unit.WEEK: "XXXX-WXX",
            Unit.WEEKEND: "XXXX-WXX-WE",
        }
        granularity = (
            Period(self.unit, 1).span().granularity if self.unit is not Unit.WEEK else Granularity.WEEK
        )
        basis = DateBasis.NARRATIVE if self.base is Base.REFERENCE else DateBasis.RELATIVE
        return undated(shape.get(self.unit, "XXXX"), "", granularity, basis, NO_REPORT_DATE)


@dataclass(frozen=True)
class TheNext(Expression):
    """As in "the next month": after the date told before where the verb is past, else after the report."""

    unit: Unit

    def _needs_side(self) -> bool:
        return True

    def _resolve(self, anchors: Anchors) -> Resolved:
        is_told = anchors.side is Side.PAST and anchors.reference is not None
        return Shifted(self.unit, 1, Base.REFERENCE if is_told else Base.NEAR).resolve(anchors)


@dataclass(frozen=True)
class NextTold(Expression):
    """As in "the following winter", "the previous Tuesday": the nearest one after or before the date told before.

    `number` is the day of the week, the month or the season; `direction` 1 is after, -1 before.
    """

    unit: Unit
    number: int
    direction: int

    def _resolve(self, anchors: Anchors) -> Resolved:
        anchor = anchors.reference or anchors.report
        if anchor is None:
            return undated("XXXX", "", Granularity.VAGUE, DateBasis.NARRATIVE, NO_REPORT_DATE)
        if self.unit is Unit.DAY:
            edge = anchor.end_day if self.direction > 0 else anchor.first_day - 1
            found = Period(Unit.DAY, edge + self.direction * ((self.direction * (self.number - edge)) % 7))
        else:
            rivals = [Period.part(self.unit, anchor.start_year + n, self.number) for n in (-2, -1, 0, 1, 2)]
            if self.direction > 0:
                found = next(one for one in rivals if one.first_day >= anchor.end_day)
            else:
                found = [one for one in rivals if one.end_day <= anchor.first_day][-1]
        why = f"The nearest one {'after' if self.direction > 0 else 'before'} {anchor.value}, told before."
        return dated(found, DateBasis.NARRATIVE, why, 0.7)


@dataclass(frozen=True)
class YearBefore(Expression):
    """As in "a year earlier": the same quarter of the year before where the text is about a quarter, else the year."""

    base: Base = Base.REFERENCE

    def _resolve(self, anchors: Anchors) -> Resolved:
        if anchors.quarter is None:
            return Shifted(Unit.YEAR, -1, self.base).resolve(anchors)
        why = f"A year before the quarter that the text is about, {anchors.quarter.value}."
        return dated(anchors.quarter.shifted(Unit.YEAR, -1), DateBasis.NARRATIVE, why, 0.6)


@dataclass(frozen=True)
class TheQuarter(Expression):
    """As in "the quarter", "the latest period": the one the text is about, else the last one ended."""

    year: Optional[int] = None

    def _resolve(self, anchors: Anchors) -> Resolved:
        if anchors.quarter is not None:
            found, why = anchors.quarter, "The quarter that the text is about."
        elif anchors.report is not None:
            found, why = (
                anchors.report.within(Unit.QUARTER) + -1,
                "The last quarter that ended before the report's date.",
            )
        elif self.year is not None:
            return dated(
                Period.year(self.year), DateBasis.EXPLICIT, "The year is told, the quarter is not.", 0.5
            )
        else:
            return undated("XXXX-QX", "", Granularity.QUARTER, DateBasis.RELATIVE, NO_REPORT_DATE)
        if self.year is not None:
            found = (
                Period.part(Unit.QUARTER, self.year, found.number)
                if anchors.quarter
                else Period.year(self.year)
            )
        return dated(found, DateBasis.NARRATIVE, why, 0.6)


@dataclass(frozen=True)
class TheWeekend(Expression):
    """As in "the weekend": the last one that began before the report, or the next."""

    def _needs_side(self) -> bool:
        return True

    def _resolve(self, anchors: Anchors) -> Resolved:
        if anchors.report is None:
            return Shifted(Unit.WEEKEND, 0).resolve(anchors)
        this = anchors.report.within(Unit.WEEKEND)
        is_past = anchors.side is not Side.FUTURE and this.first_day > anchors.report.first_day
        return Shifted(Unit.WEEKEND, -1 if is_past else 0).resolve(anchors)
