"""Calendar-true steps on a time axis: floor, add, edges, in whole milliseconds since 1970-01-01 UTC.

The calendar is the proleptic Gregorian one with astronomical years (year 0 is 1 BC), so the axis runs from
deep time to the far future without a gap. Months and longer are counted in months, weeks begin on the step's
first weekday.

Source of the day arithmetic: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

SECOND_MS = 1_000
MINUTE_MS = 60 * SECOND_MS
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
WEEK_MS = 7 * DAY_MS
YEAR_MS = 31_556_952_000  # the Gregorian mean
FARTHEST_MS = 2**62  # 146 million years to either side; sums of two such times still fit int64

Int64Array = npt.NDArray[np.int64]


class Unit(str, Enum):
    """Calendar units, from short to long."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_FIXED_MS = {
    Unit.SECOND: SECOND_MS,
    Unit.MINUTE: MINUTE_MS,
    Unit.HOUR: HOUR_MS,
    Unit.DAY: DAY_MS,
    Unit.WEEK: WEEK_MS,
}
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}


class Moment(NamedTuple):
    """A moment taken apart: astronomical year, month 1..12, day 1..31, and the milliseconds of the day."""

    year: int
    month: int
    day: int
    ms: int


@dataclass(frozen=True)
class TimeRange:
    """Half-open range ``[start, end)`` in milliseconds since 1970 UTC, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not self.start < self.end:
            raise ValueError(f"a time range runs forward, not from {self.start} to {self.end}")

    @property
    def length(self) -> int:
        """Milliseconds from start to end."""
        return self.end - self.start

    @property
    def centre(self) -> int:
        """The moment halfway."""
        return self.start + self.length // 2

    def holds(self, ms: int) -> bool:
        """Whether the moment lies inside."""
        return self.start <= ms < self.end

    def within(self, bounds: TimeRange) -> TimeRange:
        """The same length, pushed inside `bounds`; `bounds` itself when it is too long."""
        if self.length >= bounds.length:
            return bounds
        shift = max(bounds.start - self.start, 0) + min(bounds.end - self.end, 0)
        return TimeRange(self.start + shift, self.end + shift)


@dataclass(frozen=True)
class Step:
    """A number of calendar units.

    Parameters
    ----------
    unit : Unit
    count : int
        At least 1. Boundaries lie on multiples within the next longer unit (every 6 hours: 0, 6, 12, 18).
    first_weekday : int
        0 Monday .. 6 Sunday; where weeks begin.
    """

    unit: Unit
    count: int = 1
    first_weekday: int = 0

    def __post_init__(self) -> None:
        if self.count < 1 or not 0 <= self.first_weekday <= 6:
            raise ValueError(f"a step has at least one unit and a weekday of 0..6, not {self}")

    @property
    def months(self) -> int:
        """Length in months; 0 for units of fixed length."""
        return _MONTHS.get(self.unit, 0) * self.count

    @property
    def mean_ms(self) -> int:
        """Length in milliseconds, the mean where the calendar varies."""
        return self.months * YEAR_MS // 12 if self.months else _FIXED_MS[self.unit] * self.count

    @property
    def words(self) -> str:
        """``week``, ``6 hours``."""
        if self.count == 1:
            return self.unit.value
        plural = "centuries" if self.unit is Unit.CENTURY else self.unit.value + "s"
        return f"{self.count} {plural}"

    def with_weeks_from(self, first_weekday: int) -> Step:
        """The same step with weeks that begin on another day."""
        return replace(self, first_weekday=first_weekday)


def days_of(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to a date; `month` 1..12, `day` may run over."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + day_of_year - 719_468


def ms_of(year: int, month: int = 1, day: int = 1, ms: int = 0) -> int:
    """Milliseconds since 1970 UTC of a date and the milliseconds of its day."""
    return days_of(year, month, day) * DAY_MS + ms


def ms_of_datetime(moment: datetime) -> int:
    """Milliseconds since 1970 of a naive UTC datetime."""
    of_day = ((moment.hour * 60 + moment.minute) * 60 + moment.second) * 1000 + moment.microsecond // 1000
    return ms_of(moment.year, moment.month, moment.day, of_day)


def moment_of(ms: int) -> Moment:
    """The date and time of day of a number of milliseconds since 1970 UTC."""
    days, of_day = divmod(int(ms), DAY_MS)
    era, of_era = divmod(days + 719_468, 146_097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    day_of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return Moment(
        era * 400 + year_of_era + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1, of_day
    )


def weekday_of(ms: int) -> int:
    """0 Monday .. 6 Sunday."""
    return (int(ms) // DAY_MS + 3) % 7


def _month_index(ms: int) -> int:
    moment = moment_of(ms)
    return moment.year * 12 + moment.month - 1


def _ms_of_month_index(index: int) -> int:
    year, month = divmod(index, 12)
    return ms_of(year, month + 1)


def _phase(step: Step) -> int:
    """Where the boundaries of a step of fixed length lie, in milliseconds after a multiple of its length."""
    # 1970-01-01 was a Thursday, so weeks from Monday begin 3 days before it.
    return (step.first_weekday - 3) * DAY_MS if step.unit is Unit.WEEK else 0


def floor(ms: int, step: Step) -> int:
    """The last boundary of `step` at or before a moment."""
    if step.months:
        return _ms_of_month_index(_month_index(ms) // step.months * step.months)
    phase = _phase(step)
    return (int(ms) - phase) // step.mean_ms * step.mean_ms + phase


def ceil(ms: int, step: Step) -> int:
    """The first boundary of `step` at or after a moment."""
    below = floor(ms, step)
    return below if below == ms else add(below, step, 1)


def nearest(ms: int, step: Step) -> int:
    """The boundary of `step` nearest to a moment, the earlier one of two equally near."""
    below = floor(ms, step)
    above = add(below, step, 1)
    return below if ms - below <= above - ms else above


def add(ms: int, step: Step, n: int) -> int:
    """A moment `n` steps later (earlier when negative).

    Months are calendar-true: the day and time of day stay, and a day that the month lacks becomes its last
    (31 January plus a month is 28 or 29 February).
    """
    if not step.months:
        return int(ms) + n * step.mean_ms
    moment = moment_of(ms)
    index = moment.year * 12 + moment.month - 1 + n * step.months
    first = _ms_of_month_index(index)
    days_in_month = (_ms_of_month_index(index + 1) - first) // DAY_MS
    return first + (min(moment.day, days_in_month) - 1) * DAY_MS + moment.ms


def edges(span: TimeRange, step: Step) -> Int64Array:
    """Boundaries of `step` that enclose `span`, ascending.

    The first lies at or before its start, the last at or after its end.
    """
    if not step.months:
        first = floor(span.start, step)
        count = -((first - span.end) // step.mean_ms)
        return first + np.arange(count + 1, dtype=np.int64) * step.mean_ms
    index = _month_index(span.start) // step.months * step.months
    last = _month_index(span.end - 1) // step.months * step.months + step.months
    months = np.arange(index, last + 1, step.months, dtype=np.int64) - 1970 * 12
    result: Int64Array = months.astype("datetime64[M]").astype("datetime64[ms]").astype(np.int64)
    return result


# Cesium's tick ladder, cut to what a calendar says in words, then powers of ten of centuries for deep time.
LADDER: tuple[Step, ...] = (
    *(Step(Unit.SECOND, n) for n in (1, 5, 15, 30)),
    *(Step(Unit.MINUTE, n) for n in (1, 5, 15, 30)),
    *(Step(Unit.HOUR, n) for n in (1, 3, 6, 12)),
    Step(Unit.DAY),
    Step(Unit.WEEK),
    *(Step(Unit.MONTH, n) for n in (1, 3)),
    *(Step(Unit.YEAR, n) for n in (1, 2, 5)),
    *(Step(Unit.DECADE, n) for n in (1, 2, 5)),
    *(Step(Unit.CENTURY, n * 10**power) for power in range(6) for n in (1, 2, 5)),
)


def finest_step(span_ms: int, most: int | float) -> Step:
    """The shortest step of the ladder that cuts `span_ms` into `most` pieces or fewer."""
    for step in LADDER:
        if span_ms <= step.mean_ms * most:
            return step
    return LADDER[-1]


def default_step(span_ms: int) -> Step:
    """The step that suits data of this span: an hour below two days, a week below two years."""
    for limit_ms, unit in (
        (2 * DAY_MS, Unit.HOUR),
        (90 * DAY_MS, Unit.DAY),
        (2 * YEAR_MS, Unit.WEEK),
        (20 * YEAR_MS, Unit.MONTH),
        (200 * YEAR_MS, Unit.YEAR),
        (2000 * YEAR_MS, Unit.DECADE),
    ):
        if span_ms < limit_ms:
            return Step(unit)
    return finest_step(span_ms, 200) if span_ms > 20_000 * YEAR_MS else Step(Unit.CENTURY)
