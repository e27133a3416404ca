"""Days that news names instead of a date: feasts, and the day that is its own name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional

from ...core.timespan import DateBasis, Granularity
from .expression import Anchors, Expression, Resolved, Side, dated, undated
from .named import Absolute, Yearless
from .period import Period, Unit, day_number
from .vocabulary import FEASTS


def easter(year: int) -> Period:
    """Easter Sunday of a year. Method: anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return Period.day(year, month, day + 1)


def thanksgiving(year: int) -> Period:
    """The fourth Thursday of November (United States)."""
    first = day_number(year, 11, 1)
    return Period(Unit.DAY, first + (4 - first) % 7 + 21)


_BY_RULE: dict[str, Callable[[int], Period]] = {"easter": easter, "thanksgiving": thanksgiving}


@dataclass(frozen=True)
class MovableFeast(Expression):
    """A feast whose day of the year moves."""

    name: str

    def _needs_side(self) -> bool:
        return True

    def _resolve(self, anchors: Anchors) -> Resolved:
        if anchors.now is None:
            return undated("XXXX-XX-XX", "", Granularity.DAY, DateBasis.EXPLICIT, "The year is not told.")
        report = anchors.now
        days = [_BY_RULE[self.name](report.start_year + n) for n in (-1, 0, 1)]
        if anchors.side is Side.FUTURE:
            found = next(day for day in days if day.first_day >= report.first_day)
        else:
            found = [day for day in days if day.first_day <= report.first_day][-1]
        return dated(found, DateBasis.EXPLICIT, "The feast nearest to the report's date.", 0.7)


@dataclass(frozen=True)
class EleventhOfSeptember(Expression):
    """The day in 2001 that everyone calls by day and month; to a report from before it, a day like any other."""

    def _needs_side(self) -> bool:
        return True

    def _resolve(self, anchors: Anchors) -> Resolved:
        named = Period.day(2001, 9, 11)
        if anchors.report is not None and anchors.report.first_day < named.first_day:
            return Yearless(Unit.DAY, 9, 11).resolve(anchors)
        return dated(named, DateBasis.EXPLICIT, "The day of the attacks of 2001, known by this name.", 0.95)


def feast(name: str, eve: str, year: Optional[int]) -> Optional[Expression]:
    """The day of a feast, or of its eve."""
    if name == "new year":
        month, day = (12, 31) if eve == "eve" else (1, 1)
        return Yearless(Unit.DAY, month, day) if year is None else Absolute(Period.day(year, month, day))
    told = FEASTS[name]
    if told in _BY_RULE:
        return MovableFeast(told) if year is None else Absolute(_BY_RULE[told](year))
    month, day = (int(part) for part in told.split("-"))
    day -= eve == "eve"
    return Yearless(Unit.DAY, month, day) if year is None else Absolute(Period.day(year, month, day))
