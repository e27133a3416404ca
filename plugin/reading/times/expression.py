"""What a time expression means before anyone knows the report's date, and how it is resolved against one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from typing import Optional

from ...core.mentions import TimexKind
from ...core.timespan import DateBasis, Granularity, TimeSpan
from .period import Period, Unit, moment


class Side(str, Enum):
    """On which side of its anchor a time lies, as the verb tells it."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"  # the verb does not say


class Base(str, Enum):
    """What a relative expression counts from."""

    REPORT = "report"
    NEAR = "near"  # the report's date, but in a history the date told before
    REFERENCE = "reference"  # the date told before it in the text


@dataclass(frozen=True)
class Anchors:
    """What an expression is resolved against.

    Parameters
    ----------
    report : Period or None
        Day of the report; None when nobody says, and then nothing is guessed.
    reference : Period or None
        The date told before in the text.
    partial : Yearless or None
        The day told before in the text, when its year is not known.
    side : Side
        What the verb tells.
    quarter : Period or None
        The quarter of a year that the text is about.
    is_deadline : bool
        "by", "until" stand before it.
    is_history : bool
        The text tells of times long before it was written: under-specified dates hang on the date told before.
    """

    report: Optional[Period]
    reference: Optional[Period] = None
    partial: Optional[Yearless] = None
    side: Side = Side.PAST
    quarter: Optional[Period] = None
    is_deadline: bool = False
    is_history: bool = False

    @property
    def now(self) -> Optional[Period]:
        """What under-specified dates hang on."""
        return self.reference if self.is_history and self.reference else self.report


@dataclass(frozen=True)
class Resolved:
    """An expression with its value; `period` is what later expressions may hang on."""

    kind: TimexKind
    value: str
    when: Optional[TimeSpan]
    basis: DateBasis
    why: str
    period: Optional[Period] = None
    modifier: str = ""
    score: float = 0.9


@dataclass(frozen=True)
class Expression:
    """A time expression; sub-classes say which kind, and resolve themselves."""

    def resolve(self, anchors: Anchors) -> Resolved:
        """Value and bounds, as far as the anchors allow."""
        raise NotImplementedError

    @property
    def needs_side(self) -> bool:
        """Whether the verb decides."""
        return False


def dated(period: Period, basis: DateBasis, why: str, score: float = 0.9) -> Resolved:
    """A DATE that is a period of the calendar."""
    return Resolved(TimexKind.DATE, period.value, period.span(), basis, why, period, "", score)


def undated(value: str, edtf: str, granularity: Granularity, basis: DateBasis, why: str) -> Resolved:
    """A DATE that cannot be put on the time line yet."""
    return Resolved(TimexKind.DATE, value, TimeSpan(None, None, granularity, edtf), basis, why, None, "", 0.5)


NO_REPORT_DATE = "The report has no date to count from."


@dataclass(frozen=True)
class Absolute(Expression):
    """A period that the words name in full."""

    period: Period
    is_ambiguous: bool = False  # day and month could be the other way round

    def resolve(self, anchors: Anchors) -> Resolved:
        why = "The words name it in full."
        if self.is_ambiguous:
            return dated(self.period, DateBasis.EXPLICIT, "Day and month could be the other way round.", 0.6)
        return dated(self.period, DateBasis.EXPLICIT, why, 1.0)


_LEAP_YEAR = 2000
_COMMON_YEAR = 2001  # a year that is no leap year stands for years unknown
_TURN_OF_YEAR = 8  # months that a date must lie before the one told before it to mean the next year
_NEARER = 0.35  # how much nearer ahead than behind a date must be to lie ahead when no verb decides


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

    @property
    def needs_side(self) -> bool:
        return self.shift is None

    def in_year(self, year: int) -> Period:
        """Itself in a year; 29 February moves to the next leap year at most three years on."""
        if self.unit is not Unit.DAY:
            return Period.part(self.unit, year, self.number)
        try:
            return Period.day(year, self.number, self.day)
        except ValueError:
            return Period.day(year, 3, 1)

    def resolve(self, anchors: Anchors) -> Resolved:
        now = anchors.now
        if now is None:
            return self._undated()
        if anchors.is_history and anchors.reference and self.shift is None:
            found = self._after_reference(anchors.reference)
            return dated(found, DateBasis.NARRATIVE, f"The year of the date told before, {anchors.reference.value}.", 0.7)
        report = now if anchors.is_history else anchors.report or now
        year = report.start_year
        these = [self.in_year(year + n) for n in range(-9, 10)] if self.day == 29 else []
        these = [p for p in these if self._is_itself(p)] or [self.in_year(year + n) for n in (-2, -1, 0, 1, 2)]
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
            found = [p for p in these if p.first_day >= end][0]
            return dated(found, DateBasis.RELATIVE, "The first one after the report's date.")
        if self.unit is Unit.QUARTER and anchors.side is Side.FUTURE:
            found = min(these, key=lambda p: max(p.first_day - end, first - p.end_day, 0))
            return dated(found, DateBasis.EXPLICIT, "The one nearest to the report's date.", 0.8)
        if anchors.side is Side.OPEN and future[0].first_day - first < (first - past[-1].first_day) * _NEARER:
            why = "Told without a verb of the past, and much nearer ahead of the report's date than behind it."
            return dated(future[0], DateBasis.EXPLICIT, why, 0.7)
        if anchors.side is Side.FUTURE:
            return dated(future[0], DateBasis.EXPLICIT, "The first one from the report's date on, since it is told as ahead.", 0.8)
        return dated(past[-1], DateBasis.EXPLICIT, "The last one up to the report's date.", 0.8)

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
        return undated(value, edtf, granularity, DateBasis.EXPLICIT, "The year is not told. " + NO_REPORT_DATE)


@dataclass(frozen=True)
class Weekday(Expression):
    """A day of the week, 1 for Monday; `shift` as in `Yearless`."""

    number: int
    shift: Optional[int] = None
    base: Base = Base.REPORT

    @property
    def needs_side(self) -> bool:
        return self.shift is None

    def resolve(self, anchors: Anchors) -> Resolved:
        now = anchors.report
        if now is None:
            value = f"XXXX-WXX-{self.number}"
            return undated(value, "", Granularity.DAY, DateBasis.RELATIVE, "Which week it is in is not told. " + NO_REPORT_DATE)
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
class Shifted(Expression):
    """N units from an anchor: "last week", "two months ago", "a week later", "the same day".

    `is_rounded`: the value is a whole unit ("last month"); else it keeps the fineness of its anchor.
    """

    unit: Unit
    count: int
    base: Base = Base.REPORT
    is_rounded: bool = True

    def resolve(self, anchors: Anchors) -> Resolved:
        if anchors.reference and (
            self.base is Base.REFERENCE or (anchors.is_history and self.base is Base.NEAR)
        ):
            anchor, basis = anchors.reference, DateBasis.NARRATIVE
            why, score = f"Counted from the date told before, {anchors.reference.value}.", 0.8
        elif anchors.report:
            anchor, basis = anchors.report, DateBasis.RELATIVE
            why, score = f"Counted from the report's date, {anchors.report.value}.", 0.9
            if self.base is Base.REFERENCE:
                why, score = f"No date is told before; counted from the report's date, {anchors.report.value}.", 0.4
        else:
            return (self._after_partial(anchors.partial) if anchors.partial else None) or self._undated()
        found = anchor.shifted(self.unit, self.count)
        if self.is_rounded or (self.unit not in (Unit.WEEK, Unit.DAY) and found.end_day - found.first_day == 1):
            found = found.within(self.unit)
        return dated(found, basis, why, score)

    def _after_partial(self, partial: Yearless) -> Optional[Resolved]:
        """ "a week later" than a 20 January is a 27 January, whatever the year."""
        if self.base is not Base.REFERENCE or partial.unit is not Unit.DAY or self.unit not in (Unit.DAY, Unit.WEEK):
            return None
        found = partial.in_year(_COMMON_YEAR).shifted(self.unit, self.count)
        value = "XXXX" + found.value[4:]
        why = f"Counted from the date told before. {NO_REPORT_DATE}"
        return undated(value, value, Granularity.DAY, DateBasis.NARRATIVE, why)

    def _undated(self) -> Resolved:
        shape = {Unit.DAY: "XXXX-XX-XX", Unit.MONTH: "XXXX-XX", Unit.WEEK: "XXXX-WXX", Unit.WEEKEND: "XXXX-WXX-WE"}
        granularity = Period(self.unit, 1).span().granularity if self.unit is not Unit.WEEK else Granularity.WEEK
        basis = DateBasis.NARRATIVE if self.base is Base.REFERENCE else DateBasis.RELATIVE
        return undated(shape.get(self.unit, "XXXX"), "", granularity, basis, NO_REPORT_DATE)


@dataclass(frozen=True)
class YearBefore(Expression):
    """ "a year earlier": the same quarter of the year before where the text is about a quarter, else the year."""

    base: Base = Base.REFERENCE

    def resolve(self, anchors: Anchors) -> Resolved:
        if anchors.quarter is None:
            return Shifted(Unit.YEAR, -1, self.base).resolve(anchors)
        why = f"A year before the quarter that the text is about, {anchors.quarter.value}."
        return dated(anchors.quarter.shifted(Unit.YEAR, -1), DateBasis.NARRATIVE, why, 0.6)


@dataclass(frozen=True)
class TheQuarter(Expression):
    """ "the quarter", "the latest period": the one the text is about, else the last that ended before the report."""

    year: Optional[int] = None

    def resolve(self, anchors: Anchors) -> Resolved:
        if anchors.quarter is not None:
            found, why = anchors.quarter, "The quarter that the text is about."
        elif anchors.report is not None:
            found, why = anchors.report.within(Unit.QUARTER) + -1, "The last quarter that ended before the report's date."
        elif self.year is not None:
            return dated(Period.year(self.year), DateBasis.EXPLICIT, "The year is told, the quarter is not.", 0.5)
        else:
            return undated("XXXX-QX", "", Granularity.QUARTER, DateBasis.RELATIVE, NO_REPORT_DATE)
        if self.year is not None:
            found = Period.part(Unit.QUARTER, self.year, found.number) if anchors.quarter else Period.year(self.year)
        return dated(found, DateBasis.NARRATIVE, why, 0.6)


@dataclass(frozen=True)
class TheWeekend(Expression):
    """ "the weekend": the last one that began before the report, or the next."""

    @property
    def needs_side(self) -> bool:
        return True

    def resolve(self, anchors: Anchors) -> Resolved:
        if anchors.report is None:
            return Shifted(Unit.WEEKEND, 0).resolve(anchors)
        this = anchors.report.within(Unit.WEEKEND)
        is_past = anchors.side is not Side.FUTURE and this.first_day > anchors.report.first_day
        return Shifted(Unit.WEEKEND, -1 if is_past else 0).resolve(anchors)


@dataclass(frozen=True)
class DayOfMonth(Expression):
    """ "the 15th": a day of the month told before, else of the report's."""

    day: int

    @property
    def needs_side(self) -> bool:
        return True

    def resolve(self, anchors: Anchors) -> Resolved:
        base = anchors.reference or anchors.report
        if base is None or base.unit not in (Unit.DAY, Unit.MONTH, Unit.WEEK):
            value = f"XXXX-XX-{self.day:02}"
            return undated(value, value, Granularity.DAY, DateBasis.EXPLICIT, "Neither month nor year is told.")
        month = base.within(Unit.MONTH)
        for shift in (0, -1, 1):
            year, number = divmod(month.index + shift, 12)
            try:
                found = Period.day(year, number + 1, self.day)
            except ValueError:
                continue
            if anchors.reference is None and anchors.side is Side.PAST and found.first_day > base.first_day:
                continue
            return dated(found, DateBasis.EXPLICIT, f"A day of the month told before, {month.value}.", 0.7)
        raise ValueError(f"no month has a day {self.day}")


@dataclass(frozen=True)
class Nth(Expression):
    """The n-th unit within a period: "the first week of May", "the third quarter of 1988"; 0 means the last."""

    unit: Unit
    number: int
    of: Optional[Expression] = None

    @property
    def needs_side(self) -> bool:
        return self.of is None or self.of.needs_side

    def resolve(self, anchors: Anchors) -> Resolved:
        if self.of is None:
            if self.unit in (Unit.QUARTER, Unit.HALF) and self.number:
                return Yearless(self.unit, self.number).resolve(anchors)
            return Shifted(self.unit, 0, Base.REFERENCE).resolve(anchors)
        outer = self.of.resolve(anchors)
        if outer.period is None:
            return replace(outer, value="XXXX", when=TimeSpan(None, None, Granularity.VAGUE, ""))
        first = outer.period.within(self.unit)
        if first.first_day < outer.period.first_day and self.unit not in (Unit.WEEK, Unit.WEEKEND, Unit.SEASON):
            first += 1
        if self.unit is Unit.SEASON:
            first = Period.part(Unit.SEASON, outer.period.start_year, 1)
        last = Period(Unit.DAY, outer.period.end_day - 1).within(self.unit)
        found = last if self.number == 0 else first + (self.number - 1)
        return replace(outer, value=found.value, when=found.span(), period=found, modifier="")


@dataclass(frozen=True)
class Containing(Expression):
    """ "the week of March 6": the unit that holds a date."""

    unit: Unit
    of: Expression

    @property
    def needs_side(self) -> bool:
        return self.of.needs_side

    def resolve(self, anchors: Anchors) -> Resolved:
        outer = self.of.resolve(anchors)
        if outer.period is None:
            return outer
        found = outer.period.within(self.unit)
        return replace(outer, value=found.value, when=found.span(), period=found)


@dataclass(frozen=True)
class InYear(Expression):
    """ "July 25 of that year", "the spring of next year"."""

    part: Yearless
    year: Expression

    @property
    def needs_side(self) -> bool:
        return self.year.needs_side

    def resolve(self, anchors: Anchors) -> Resolved:
        outer = self.year.resolve(anchors)
        if outer.period is None:
            return self.part.resolve(replace(anchors, report=None, reference=None))
        found = self.part.in_year(outer.period.start_year)
        return replace(outer, value=found.value, when=found.span(), period=found)


@dataclass(frozen=True)
class Modified(Expression):
    """ "early", "late", "mid", "the end of": a part of what follows."""

    of: Expression
    modifier: str  # TIMEX3: START, MID, END
    share: int = 3  # it is one part in so many: "the beginning of" is less than "early"

    @property
    def needs_side(self) -> bool:
        return self.of.needs_side

    def resolve(self, anchors: Anchors) -> Resolved:
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
class Clock(Expression):
    """A time of day, alone or on a date.

    Parameters
    ----------
    code : str
        What follows the T of the value: ``14:30``, ``NI``, ``14``.
    start_minutes, end_minutes : int
        Half-open, from midnight; may run into the next day.
    on : Expression or None
        The day; None: the day told before, or the report's.
    shift_minutes : int
        To UTC, from a time zone named in the text.
    """

    code: str
    start_minutes: int
    end_minutes: int
    on: Optional[Expression] = None
    to_utc: int = 0

    @property
    def needs_side(self) -> bool:
        return self.on is not None and self.on.needs_side

    def resolve(self, anchors: Anchors) -> Resolved:
        if self.on is not None:
            outer = self.on.resolve(anchors)
        elif anchors.reference is not None and anchors.reference.unit is Unit.DAY:
            outer = dated(anchors.reference, DateBasis.NARRATIVE, "A time of the day told before.", 0.6)
        elif anchors.report is not None and not anchors.is_history:
            outer = dated(anchors.report, DateBasis.RELATIVE, "A time of the report's day.", 0.5)
        else:
            outer = undated("XXXX-XX-XX", "", Granularity.DAY, DateBasis.RELATIVE, "The day is not told. " + NO_REPORT_DATE)
        when = outer.when
        midnight = when.start if when and when.granularity is Granularity.DAY else None
        value = f"{outer.value}T{self.code}"
        if midnight is not None:
            start = midnight + timedelta(minutes=self.start_minutes + self.to_utc)
            end = midnight + timedelta(minutes=self.end_minutes + self.to_utc)
            is_exact = self.code[:1].isdigit()
            fine = Granularity.MINUTE if ":" in self.code else Granularity.HOUR
            edtf = f"{start:%Y-%m-%dT%H:%M}" if is_exact and ":" in self.code else ""
            edtf = edtf or (f"{start:%Y-%m-%dT%H}" if is_exact else f"{start:%Y-%m-%dT%H}/{end - timedelta(hours=1):%Y-%m-%dT%H}")
            when = TimeSpan(start, end, fine if is_exact else Granularity.HOUR, edtf)
        return replace(outer, kind=TimexKind.TIME, value=value, when=when)


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

    def resolve(self, anchors: Anchors) -> Resolved:
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

    def resolve(self, anchors: Anchors) -> Resolved:
        return Resolved(TimexKind.SET, self.value, None, DateBasis.EXPLICIT, "It happens again and again.")


RECENT_DAYS = 90  # "recently": a season's worth of news


@dataclass(frozen=True)
class Vague(Expression):
    """PAST_REF, PRESENT_REF, FUTURE_REF; `days` gives bounds before (negative) or after the report's date."""

    value: str
    days: int = 0
    kind: TimexKind = TimexKind.DATE

    def resolve(self, anchors: Anchors) -> Resolved:
        when = None
        why = "The words give no date."
        report = anchors.report
        if report is not None and (self.days or self.value == "PRESENT_REF"):
            first, last = sorted((report.first_day, report.first_day + self.days))
            start, end = moment(first), moment(last + 1)
            if start and end:
                edtf = report.edtf
                if self.days:
                    edtf = f"{Period(Unit.DAY, first).edtf}~/{Period(Unit.DAY, last).edtf}"
                    edtf = edtf if self.days < 0 else f"{Period(Unit.DAY, first).edtf}/{Period(Unit.DAY, last).edtf}~"
                when = TimeSpan(start, end, Granularity.VAGUE if self.days else Granularity.DAY, edtf)
                why = f"Counted from the report's date, {report.value}; the bounds are ours."
        return Resolved(self.kind, self.value, when, DateBasis.RELATIVE, why, None, "", 0.4)


def is_date(expression: Expression) -> bool:
    """Whether it is a point or stretch of the calendar that a clock time or a modifier may stand on."""
    if isinstance(expression, (Modified,)):
        return is_date(expression.of)
    return isinstance(expression, (Absolute, Yearless, InYear, Containing, Weekday, Shifted, DayOfMonth, Nth, TheWeekend))
