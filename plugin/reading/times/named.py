"""Times that the words name: a date in full, a date without its year, a day of the week."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

from ...core.timespan import DateBasis, Granularity
from .expression import NO_REPORT_DATE, Anchors, Expression, Resolved, Side, dated, undated
from .period import Period, Unit

_LEAP_YEAR = 2000
_TURN_OF_YEAR = 7.5  # months that a date must lie before the one told before it to mean the next year
_JUST_BEFORE = 62  # days within which a date takes the year of one told in full just before
_NEWS = 31  # days before the report within which a date without its year is of the report's time
_NEARER = 0.35  # how much nearer ahead than behind a date must be to lie ahead when no verb decides


@dataclass(frozen=True)
class Absolute(Expression):
    """A period that the words name in full."""

    period: Period
    is_ambiguous: bool = False  # day and month could be the other way round

    def _resolve(self, anchors: Anchors) -> Resolved:
        why = "The words name it in full."
        if self.is_ambiguous:
            return dated(self.period, DateBasis.EXPLICIT, "Day and month could be the other way round.", 0.6)
        return dated(self.period, DateBasis.EXPLICIT, why, 1.0)


@dataclass(frozen=True)
class Yearless(Expression):
    """A month, a day of a month, a season, a quarter: the year is left out.

    Parameters
    ----------
    unit : Unit
        DAY, MONTH, SEASON, QUARTER or HALF.
    number : int
        Which month, season, quarter or half.
    day : int
        Day of the month, 0 when `unit` is not DAY.
    shift : int or None
        "last April" -1, "next April" 1, "this April" 0, None when nothing is said.
    weekday : int or None
        The day of the week told with a day, 1 for Monday: it tells the year.
    """

    unit: Unit
    number: int
    day: int = 0
    shift: Optional[int] = None
    weekday: Optional[int] = None

    def _needs_side(self) -> bool:
        return self.shift is None

    def in_year(self, year: int) -> Period:
        """Itself in a year; 29 February moves to the next leap year at most three years on."""
        if self.unit is not Unit.DAY:
            return Period.part(self.unit, year, self.number)
        try:
            return Period.day(year, self.number, self.day)
        except ValueError:
            return Period.day(year, 3, 1)

    def _resolve(self, anchors: Anchors) -> Resolved:
        if anchors.section_year is not None and self.shift is None:
            why = f"The year that heads its section, {anchors.section_year}."
            return dated(self.in_year(anchors.section_year), DateBasis.EXPLICIT, why, 0.9)
        now = anchors.now
        if now is None:
            return self._undated()
        if anchors.is_history and anchors.reference and self.shift is None:
            found = self._after_reference(anchors.reference)
            return dated(
                found,
                DateBasis.NARRATIVE,
                f"The year of the date told before, {anchors.reference.value}.",
                0.7,
            )
        near = self._near(anchors.full) if anchors.full and anchors.side is not Side.FUTURE else None
        if near is not None and not self._is_news(now):
            why = f"The year of the date told in full just before, {near.start_year}."
            return dated(near, DateBasis.EXPLICIT, why, 0.75)
        report = now if anchors.is_history else anchors.report or now
        year = report.start_year
        these = [self.in_year(year + n) for n in range(-9, 10)] if self.day == 29 else []
        these = [p for p in these if self._is_itself(p)] or [
            self.in_year(year + n) for n in (-2, -1, 0, 1, 2)
        ]
        first, end = report.first_day, report.end_day
        if self.weekday is not None:
            fitting = [p for p in these if (p.first_day - 1) % 7 + 1 == self.weekday]
            if fitting:
                found = min(fitting, key=lambda p: abs(p.first_day - first))
                return dated(found, DateBasis.EXPLICIT, "The day of the week tells the year.", 0.95)
        past = [p for p in these if p.first_day < end]
        future = [p for p in these if p.end_day > first]
        if self.shift == 0:
            found = min(these, key=lambda p: abs(p.start_year - year))
            if self.unit is Unit.SEASON:
                found = min(these, key=lambda p: max(p.first_day - first, first - p.end_day, 0))
            return dated(found, DateBasis.RELATIVE, "The one of the report's year.")
        if self.shift == -1:
            found = [p for p in these if p.end_day <= first][-1]
            return dated(found, DateBasis.RELATIVE, "The last one before the report's date.")
        if self.shift == 1:
            found = next(p for p in these if p.first_day >= end)
            return dated(found, DateBasis.RELATIVE, "The first one after the report's date.")
        if self.unit is Unit.QUARTER and anchors.side is Side.FUTURE:
            found = min(these, key=lambda p: max(p.first_day - end, first - p.end_day, 0))
            return dated(found, DateBasis.EXPLICIT, "The one nearest to the report's date.", 0.8)
        if anchors.side is Side.OPEN and future[0].first_day - first < (first - past[-1].first_day) * _NEARER:
            why = (
                "Told without a verb of the past, and much nearer ahead of the report's date than behind it."
            )
            return dated(future[0], DateBasis.EXPLICIT, why, 0.7)
        if anchors.side is Side.FUTURE:
            return dated(
                future[0],
                DateBasis.EXPLICIT,
                "The first one from the report's date on, since it is told as ahead.",
                0.8,
            )
        return dated(past[-1], DateBasis.EXPLICIT, "The last one up to the report's date.", 0.8)

    def _near(self, full: Period) -> Optional[Period]:
        """Itself within two months of a date told in full: "on 22 May 2006. On 25 May ..."."""
        if self.shift is not None or self.weekday is not None or self.unit not in (Unit.DAY, Unit.MONTH):
            return None
        year = full.start_year
        found = min(
            (self.in_year(year + n) for n in (-1, 0, 1)), key=lambda p: abs(p.first_day - full.first_day)
        )
        return found if abs(found.first_day - full.first_day) <= _JUST_BEFORE else None

    def _is_news(self, report: Period) -> bool:
        """Whether it is of the month before the report."""
        rivals = (self.in_year(report.start_year + n) for n in (-1, 0))
        return any(0 <= report.first_day - rival.first_day <= _NEWS for rival in rivals)

    def _is_itself(self, period: Period) -> bool:
        return period.value.endswith(f"-{self.number:02}-{self.day:02}")

    def _after_reference(self, reference: Period) -> Period:
        """A story mostly stays in its year; from its end it goes on to the beginning of the next."""
        year = reference.start_year
        if reference.unit in (Unit.YEAR, Unit.DECADE, Unit.CENTURY):
            return self.in_year(year)
        found = self.in_year(year)
        months = (found.first_day - reference.first_day) / 30.4
        return self.in_year(year + 1) if months <= -_TURN_OF_YEAR else found

    def _undated(self) -> Resolved:
        period = self.in_year(_LEAP_YEAR)
        granularity = period.span().granularity
        value, edtf = "XXXX" + period.value[4:], "XXXX" + period.edtf[4:]
        return undated(
            value, edtf, granularity, DateBasis.EXPLICIT, "The year is not told. " + NO_REPORT_DATE
        )


@dataclass(frozen=True)
class Weekday(Expression):
    """A day of the week, 1 for Monday; `shift` as in `Yearless`.

    `week` is set where the week is told: -1 for "Tuesday of last week".
    """

    number: int
    shift: Optional[int] = None
    week: Optional[int] = None

    def _needs_side(self) -> bool:
        return self.shift is None and self.week is None

    def _resolve(self, anchors: Anchors) -> Resolved:
        now = anchors.report
        if now is None:
            value = f"XXXX-WXX-{self.number}"
            return undated(
                value,
                "",
                Granularity.DAY,
                DateBasis.RELATIVE,
                "Which week it is in is not told. " + NO_REPORT_DATE,
            )
        if self.week is not None:
            week = now.within(Unit.WEEK) + self.week
            return dated(
                Period(Unit.DAY, week.first_day + self.number - 1),
                DateBasis.RELATIVE,
                f"A day of {week.value}.",
            )
        story = anchors.reference
        if anchors.is_before_story and story is not None and story.unit is Unit.DAY and self.shift is None:
            day = story.index - (story.index - self.number) % 7
            return dated(
                Period(Unit.DAY, day), DateBasis.NARRATIVE, f"The last one up to {story.value}, told before."
            )
        back = (now.index - self.number) % 7
        on_or_before = now.index - back
        if self.shift == -1:
            day = on_or_before - (7 if back == 0 else 0)
            why = "The last one before the report's date."
        elif self.shift == 1:
            day, why = on_or_before + 7, "The first one after the report's date."
        elif self.shift == 0:
            day = now.within(Unit.WEEK).first_day + self.number - 1
            why = "The one of the report's week."
        elif anchors.side is Side.FUTURE or (anchors.side is Side.OPEN and anchors.is_deadline):
            day = on_or_before + (0 if back == 0 else 7)
            why = "The first one from the report's date on, since it is told as ahead."
        else:
            day, why = on_or_before, "The last one up to the report's date."
        return dated(Period(Unit.DAY, day), DateBasis.RELATIVE, why)


@dataclass(frozen=True)
class WeeksFrom(Expression):
    """As in "two weeks from Friday": so many weeks after the next such day."""

    weekday: Weekday
    count: int

    def _resolve(self, anchors: Anchors) -> Resolved:
        first = self.weekday.resolve(replace(anchors, side=Side.FUTURE))
        if first.period is None:
            return first
        day = first.period + 7 * self.count
        return dated(day, DateBasis.RELATIVE, f"{self.count} weeks after {first.value}.")


@dataclass(frozen=True)
class DayOfMonth(Expression):
    """As in "the 15th": a day of the month told before, else of the report's."""

    day: int
    weekday: Optional[int] = None  # told with it: "Friday the 13th"

    def _needs_side(self) -> bool:
        return True

    def _resolve(self, anchors: Anchors) -> Resolved:
        base = anchors.reference or anchors.report
        if base is None or base.unit not in (Unit.DAY, Unit.MONTH, Unit.WEEK):
            value = f"XXXX-XX-{self.day:02}"
            return undated(
                value, value, Granularity.DAY, DateBasis.EXPLICIT, "Neither month nor year is told."
            )
        month = base.within(Unit.MONTH)
        for shift in (0, -1, 1) if self.weekday is None else (0, *range(-1, -14, -1), *range(1, 14)):
            year, number = divmod(month.index + shift, 12)
            try:
                found = Period.day(year, number + 1, self.day)
            except ValueError:
                continue
            if self.weekday is not None and (found.first_day - 1) % 7 + 1 != self.weekday:
                continue
            if anchors.reference is None and anchors.side is Side.PAST and found.first_day > base.first_day:
                continue
            return dated(found, DateBasis.EXPLICIT, f"A day of the month told before, {month.value}.", 0.7)
        raise ValueError(f"no month has a day {self.day}")
