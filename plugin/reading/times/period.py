"""A unit of the calendar as a number: day 736,000, month 24,217, the third quarter of a year.

Every unit is counted, so that "two months earlier" is a subtraction. Days follow the proleptic Gregorian calendar and
reach before Christ, where `datetime` cannot go; year 0 is 1 BC, as in ISO 8601.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Optional

from ...core.timespan import Granularity, TimeSpan


class Unit(str, Enum):
    """The units that periods are counted in."""

    DAY = "day"
    WEEK = "week"  # from Monday
    WEEKEND = "weekend"
    MONTH = "month"
    SEASON = "season"  # spring is March to May of the northern year; winter starts in December
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


GRANULARITY = {
    Unit.DAY: Granularity.DAY,
    Unit.WEEK: Granularity.WEEK,
    Unit.WEEKEND: Granularity.INTERVAL,
    Unit.MONTH: Granularity.MONTH,
    Unit.SEASON: Granularity.SEASON,
    Unit.QUARTER: Granularity.QUARTER,
    Unit.HALF: Granularity.INTERVAL,
    Unit.YEAR: Granularity.YEAR,
    Unit.DECADE: Granularity.DECADE,
    Unit.CENTURY: Granularity.CENTURY,
    Unit.MILLENNIUM: Granularity.INTERVAL,
}

_MONTHS = {Unit.MONTH: 1, Unit.SEASON: 3, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120}
_MONTHS.update({Unit.CENTURY: 1200, Unit.MILLENNIUM: 12000})
_SEASON_OFFSET = 2  # spring, the first season of a year, starts two months into it
SEASONS = ("SP", "SU", "FA", "WI")


def day_number(year: int, month: int, day: int) -> int:
    """Days since 0001-01-01, which is 1; negative before.

    Method: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
    """
    shifted = year - (month <= 2)
    era, of_era = divmod(shifted, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 305


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number (civil_from_days of the same source)."""
    era, of_era = divmod(number + 305, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def month_length(year: int, month: int) -> int:
    """Number of days of a month."""
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return day_number(*following, 1) - day_number(year, month, 1)


@dataclass(frozen=True)
class Period:
    """The `index`-th `unit` of the calendar, counted so that neighbours differ by one."""

    unit: Unit
    index: int

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Period:
        """A day of the calendar; ValueError when there is none such."""
        if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
            raise ValueError(f"there is no day {year}-{month}-{day}")
        return cls(Unit.DAY, day_number(year, month, day))

    @classmethod
    def of_date(cls, day: date) -> Period:
        """The day of a `datetime.date`."""
        return cls(Unit.DAY, day.toordinal())

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A month, 1 to 12."""
        return cls(Unit.MONTH, year * 12 + month - 1)

    @classmethod
    def year(cls, year: int) -> Period:
        """A year; 0 is 1 BC."""
        return cls(Unit.YEAR, year)

    @classmethod
    def part(cls, unit: Unit, year: int, number: int) -> Period:
        """The `number`-th (from 1) quarter, half or season of a year; spring is season 1."""
        return cls(unit, year * (12 // _MONTHS[unit]) + number - 1)

    def __add__(self, count: int) -> Period:
        return Period(self.unit, self.index + count)

    @property
    def number(self) -> int:
        """Which quarter, half, season (spring is 1) or month of its year it is, from 1."""
        return self.index % (12 // _MONTHS[self.unit]) + 1

    @property
    def first_day(self) -> int:
        """Day number of its first day."""
        if self.unit is Unit.DAY:
            return self.index
        if self.unit is Unit.WEEK:
            return self.index * 7 + 1
        if self.unit is Unit.WEEKEND:
            return self.index * 7 + 6
        if self.unit is Unit.CENTURY:  # the 19th century: 1801, as people mean it from 1800
            return day_number((self.index - 1) * 100 + (self.index < 2), 1, 1)
        months = self.index * _MONTHS[self.unit] + (_SEASON_OFFSET if self.unit is Unit.SEASON else 0)
        return day_number(months // 12, months % 12 + 1, 1)

    @property
    def end_day(self) -> int:
        """Day number of the first day after it."""
        return self.first_day + 2 if self.unit is Unit.WEEKEND else (self + 1).first_day

    @property
    def start_year(self) -> int:
        """Year of its first day."""
        return civil(self.first_day)[0]

    def within(self, unit: Unit) -> Period:
        """The `unit` that holds its first day."""
        if unit is self.unit:
            return self
        year, month, _ = civil(self.first_day)
        if unit is Unit.DAY:
            return Period(unit, self.first_day)
        if unit in (Unit.WEEK, Unit.WEEKEND):
            return Period(unit, (self.first_day - 1) // 7)
        if unit is Unit.CENTURY:
            return Period(unit, year // 100 + 1)
        months = year * 12 + month - 1 - (_SEASON_OFFSET if unit is Unit.SEASON else 0)
        return Period(unit, months // _MONTHS[unit])

    def shifted(self, unit: Unit, count: int) -> Period:
        """Itself moved by `count` units, kept in its own unit; the last day of a month stays within its month."""
        if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND) or self.unit is unit:
            days = count if unit is Unit.DAY else 7 * count
            return (
                self + count
                if self.unit is unit
                else Period(Unit.DAY, self.first_day + days).within(self.unit)
            )
        months = count * _MONTHS[unit]
        if self.unit in _MONTHS and months % _MONTHS[self.unit] == 0:
            return self + months // _MONTHS[self.unit]
        year, month, day = civil(self.first_day)
        total = year * 12 + month - 1 + months
        year, month = total // 12, total % 12 + 1
        return Period.day(year, month, min(day, month_length(year, month))).within(self.unit)

    @property
    def value(self) -> str:
        """TIMEX3 value."""
        if self.unit is Unit.DAY:
            year, month, day = civil(self.index)
            return f"{_year(year)}-{month:02}-{day:02}"
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            iso_year, week = self._iso_week()
            return f"{_year(iso_year)}-W{week:02}" + ("-WE" if self.unit is Unit.WEEKEND else "")
        if self.unit is Unit.DECADE:
            return _year(self.index * 10)[:-1]
        if self.unit is Unit.CENTURY:
            return f"{self.index - 1:02}" if self.index > 0 else f"BC{-self.index:02}"
        if self.unit is Unit.MILLENNIUM:
            return str(self.index)
        year = self.index // (12 // _MONTHS[self.unit])
        suffix = {
            Unit.YEAR: "",
            Unit.MONTH: f"-{self.number:02}",
            Unit.QUARTER: f"-Q{self.number}",
            Unit.HALF: f"-H{self.number}",
            Unit.SEASON: f"-{SEASONS[self.number - 1] if self.unit is Unit.SEASON else ''}",
        }
        return _year(year) + suffix[self.unit]

    @property
    def edtf(self) -> str:
        """EDTF: seasons are months 21 to 24, quarters 33 to 36, halves 40 and 41; weeks are intervals of days."""
        if self.unit is Unit.DAY:
            year, month, day = civil(self.index)
            return f"{_edtf_year(year)}-{month:02}-{day:02}"
        if self.unit is Unit.DECADE and self.index >= 0:
            return f"{self.index:03}X"
        if self.unit is Unit.CENTURY and self.index >= 1:
            return f"{self.index - 1:02}XX"
        base = {Unit.MONTH: 0, Unit.SEASON: 20, Unit.QUARTER: 32, Unit.HALF: 39}.get(self.unit)
        if base is not None:
            return f"{_edtf_year(self.index // (12 // _MONTHS[self.unit]))}-{base + self.number:02}"
        if self.unit is Unit.YEAR:
            return _edtf_year(self.index)
        return f"{Period(Unit.DAY, self.first_day).edtf}/{Period(Unit.DAY, self.end_day - 1).edtf}"

    def span(self) -> TimeSpan:
        """Its place on the time line; the start is None before the year 1, where only the EDTF tells it."""
        start, end = moment(self.first_day), moment(self.end_day)
        return TimeSpan(start, end if start else None, GRANULARITY[self.unit], self.edtf)

    def _iso_week(self) -> tuple[int, int]:
        thursday = self.index * 7 + 4
        year = civil(thursday)[0]
        return year, (thursday - day_number(year, 1, 1)) // 7 + 1


def moment(number: int) -> Optional[datetime]:
    """Midnight at the start of a day; None where `datetime` cannot go."""
    return datetime.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def _year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _edtf_year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"
