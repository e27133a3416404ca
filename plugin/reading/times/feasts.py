"""Days that news names instead of a date: feasts, and the day that is its own name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Optional

from ...core.mentions import TimexKind
from ...core.timespan import DateBasis, Granularity, TimeSpan
from .almanac import (
    chinese_new_year,
    diwali,
    hanukkah,
    islamic,
    islamic_month,
    nowruz,
    nth_weekday,
    orthodox_easter,
    passover,
    rosh_hashanah,
    western_easter,
)
from .expression import Anchors, Expression, Resolved, Side, dated, undated
from .named import Absolute, Yearless
from .period import Period, Unit, moment

# Feasts on the same day every year, as month and day.
FIXED = {
    "christmas": (12, 25), "xmas": (12, 25), "boxing": (12, 26), "halloween": (10, 31), "epiphany": (1, 6),
    "valentine": (2, 14), "patrick": (3, 17), "women": (3, 8), "may day": (5, 1), "bastille": (7, 14),
    "assumption": (8, 15), "all saints": (11, 1), "all souls": (11, 2), "armistice": (11, 11), "remembrance": (11, 11),
    "veterans": (11, 11),
}  # fmt: skip


@dataclass(frozen=True)
class Feast:
    """How a movable feast is found: its day numbers in a year, and how sure they are.

    `ends` gives the day after its last, where it is longer than a day.
    """

    days: Callable[[int], list[int]]
    is_observed: bool = False  # it hangs on the sight of a moon: the day may be one off
    ends: Optional[Callable[[int], int]] = None


def _islamic(month: int, day: int) -> Feast:
    return Feast(lambda year: islamic(year, month, day), is_observed=True)


def _from_easter(days: int) -> Feast:
    return Feast(lambda year: [western_easter(year) + days])


def _weekday(month: int, weekday: int, nth: int) -> Feast:
    return Feast(lambda year: [nth_weekday(year, month, weekday, nth)])


MOVABLE = {
    "easter": _from_easter(0),
    "easter monday": _from_easter(1),
    "good friday": _from_easter(-2),
    "holy thursday": _from_easter(-3),
    "palm sunday": _from_easter(-7),
    "ash wednesday": _from_easter(-46),
    "ascension": _from_easter(39),
    "pentecost": _from_easter(49),
    "holy week": Feast(lambda year: [western_easter(year) - 7], ends=lambda first: first + 7),
    "orthodox easter": Feast(lambda year: [orthodox_easter(year)]),
    "thanksgiving": _weekday(11, 4, 4),
    "black friday": Feast(lambda year: [nth_weekday(year, 11, 4, 4) + 1]),
    "memorial": _weekday(5, 1, -1),
    "labor": _weekday(9, 1, 1),
    "king": _weekday(1, 1, 3),
    "columbus": _weekday(10, 1, 2),
    "ramadan": Feast(lambda year: islamic(year, 9, 1), is_observed=True, ends=islamic_month),
    "fitr": _islamic(10, 1),
    "adha": _islamic(12, 10),
    "eid": Feast(lambda year: sorted([*islamic(year, 10, 1), *islamic(year, 12, 10)]), is_observed=True),
    "ashura": _islamic(1, 10),
    "arbaeen": _islamic(2, 20),
    "mawlid": _islamic(3, 12),
    "nowruz": Feast(lambda year: [nowruz(year)]),
    "chinese new year": Feast(lambda year: [chinese_new_year(year)]),
    "diwali": Feast(lambda year: [diwali(year)], is_observed=True),
    "passover": Feast(lambda year: [passover(year)]),
    "rosh hashanah": Feast(lambda year: [rosh_hashanah(year)]),
    "yom kippur": Feast(lambda year: [rosh_hashanah(year) + 9]),
    "hanukkah": Feast(lambda year: [hanukkah(year)]),
}


@dataclass(frozen=True)
class MovableFeast(Expression):
    """A feast whose day of the year moves, in a year or near the report; `name` is a key of `MOVABLE`."""

    name: str
    year: Optional[int] = None
    shift: int = 0  # days: the eve is -1

    def _needs_side(self) -> bool:
        return self.year is None

    def _resolve(self, anchors: Anchors) -> Resolved:
        feast = MOVABLE[self.name]
        if self.year is not None:
            return self._dated(feast, feast.days(self.year)[0], "Its day of that year.")
        if anchors.now is None:
            return undated("XXXX-XX-XX", "", Granularity.DAY, DateBasis.EXPLICIT, "The year is not told.")
        report = anchors.now
        days = sorted(day for n in (-2, -1, 0, 1, 2) for day in feast.days(report.start_year + n))
        if anchors.side is Side.FUTURE:
            found = next(day for day in days if day >= report.first_day)
            return self._dated(feast, found, "The first one from the report's date on.")
        found = [day for day in days if day <= report.first_day][-1]
        return self._dated(feast, found, "The last one up to the report's date.")

    def _dated(self, feast: Feast, day: int, why: str) -> Resolved:
        if feast.is_observed:
            why += " It is observed by the moon and may be a day off."
        period = Period(Unit.DAY, day + self.shift)
        sign = "~" if feast.is_observed else ""
        found = dated(period, DateBasis.EXPLICIT, why, 0.6 if feast.is_observed else 0.7)
        when = found.when
        if feast.ends is not None and not self.shift:
            end = feast.ends(day)
            last = Period(Unit.DAY, end - 1)
            edtf = f"{period.edtf}{sign}/{last.edtf}{sign}"
            when = TimeSpan(moment(day), moment(end), Granularity.INTERVAL, edtf)
            value = f"{period.value}/{last.value}"
            return replace(found, kind=TimexKind.DATE, value=value, when=when, period=None)
        if when is not None and sign:
            when = replace(when, edtf=when.edtf + sign)
        return replace(found, when=when)


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


def feast(name: str, *, is_eve: bool, year: Optional[int]) -> Expression:
    """The day of a feast, or of its eve; `name` is a key of `FIXED` or `MOVABLE`."""
    if name in MOVABLE:
        return MovableFeast(name, year, -1 if is_eve else 0)
    month, day = FIXED[name]
    return day_of_year(month, day - is_eve, year)


def day_of_year(month: int, day: int, year: Optional[int]) -> Expression:
    """A day of the calendar, with its year or without."""
    return Yearless(Unit.DAY, month, day) if year is None else Absolute(Period.day(year, month, day))
