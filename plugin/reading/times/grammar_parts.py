"""Named parts of dates that count from another: "last autumn", "March last year", "the first week of May"."""

from __future__ import annotations

from typing import Optional

from .almanac import nth_weekday
from .compound import Modified, Nth
from .counted import NextTold, Shifted, TheQuarter, YearBefore
from .expression import Expression
from .named import Absolute, Weekday, Yearless
from .numerals import ORDINALS
from .patterns import Found, Rule
from .period import Period, Unit
from .units import unit_of
from .vocabulary import SEASON_NAMES
from .worth import month_of, ordinal_of, quarter_number, weekday_of, year_of


def _named_near(found: Found) -> Expression:
    """As in "last March", "next summer", "this Tuesday"."""
    shift = 0 if found["this"] else 1 if found["next"] else -1
    if found["weekday"]:
        return Weekday(weekday_of(found), shift)
    if found["season"]:
        return Yearless(Unit.SEASON, SEASON_NAMES[found.word("season")], shift=shift)
    return Yearless(Unit.MONTH, month_of(found), shift=shift)


def _named_told(found: Found) -> Expression:
    """As in "the following Tuesday", "the previous winter"."""
    shift = 1 if found["next"] else -1
    if found["weekday"]:
        return NextTold(Unit.DAY, weekday_of(found), shift)
    if found["season"]:
        return NextTold(Unit.SEASON, SEASON_NAMES[found.word("season")], shift)
    return NextTold(Unit.MONTH, month_of(found), shift)


def _weekday_week(found: Found) -> Expression:
    return Weekday(weekday_of(found), week=1 if found["next"] else 0 if found["this"] else -1)


def _that_month(found: Found) -> Expression:
    return Yearless(Unit.MONTH, month_of(found))


def _month_of_near_year(found: Found) -> Expression:
    unit = Shifted(Unit.YEAR, 0 if found["this"] else 1 if found["next"] else -1)
    if found["season"]:
        return Nth(Unit.SEASON, SEASON_NAMES[found.word("season")], unit)
    if found["half"]:
        return Nth(Unit.HALF, quarter_number(found.word("half")), unit)
    if found["month"]:
        return Nth(Unit.MONTH, month_of(found), unit)
    return Nth(Unit.QUARTER, quarter_number(found.word("ordinal")), unit)


def _nth(found: Found) -> Optional[Expression]:
    unit = unit_of(found.word("unit"))
    if unit is None or unit in (Unit.DECADE, Unit.CENTURY):
        return None
    if found["ordinal"] is None:
        return Nth(unit, 0)
    lexeme = found["ordinal"]
    return Nth(unit, int(lexeme.number) if lexeme.shape == "ordinal" else ORDINALS[lexeme.word])


def _day_of_near_month(found: Found) -> Expression:
    """As in "the 5th of last month"."""
    month = Shifted(Unit.MONTH, 0 if found["this"] else 1 if found["next"] else -1)
    return Nth(Unit.DAY, ordinal_of(found, "ordinal"), month)


def _nth_weekday(found: Found) -> Optional[Expression]:
    """As in "the first Monday of May 2016"; None for a fifth that the month does not have."""
    number, year = ordinal_of(found, "ordinal") or -1, year_of(found)
    if number > 5 or year is None:
        return None
    day = Period(Unit.DAY, nth_weekday(year, month_of(found), weekday_of(found), number))
    return Absolute(day) if day.within(Unit.MONTH) == Period.month(year, month_of(found)) else None


WHEN = "(last=LAST|next=NEXT|this=THIS)"
_WHEN_TOLD = "(last=PREVIOUS|next=FOLLOWING)"

RULES = (
    Rule(
        "relative/last-of",
        "(the)? (last|final|closing) unit=UNIT (?=of (MONTHNAME|YEAR|SEASON|LAST|THIS|NEXT|the))",
        _nth,
        "The last unit of what follows.",
        "the last day of May",
    ),
    Rule(
        "relative/named",
        f"(earlier|later|early|late)? (the)? {WHEN} "
        "(weekday=DAYNAME|season=SEASON|month=MONTHNAME|(weekday=DAYABBR|month=MONTHABBR) .?)",
        _named_near,
        "A named day, month or season by its side.",
        "last autumn",
    ),
    Rule(
        "relative/named-narrative",
        f"(the)? {_WHEN_TOLD} "
        "(weekday=DAYNAME|season=SEASON|month=MONTHNAME|(weekday=DAYABBR|month=MONTHABBR) .?)",
        _named_told,
        "A named day, month or season before or after the date told before.",
        "the following winter",
    ),
    Rule(
        "relative/weekday-week",
        "weekday=WEEKDAY (of)? (last=LAST|next=NEXT|this=THIS) week",
        _weekday_week,
        "A day of the last, this or next week.",
        "Tuesday of last week",
    ),
    Rule(
        "relative/month-year",
        f"(the)? (month=MONTH|season=SEASON|ordinal=ORDINAL -? quarter|half=ORDINAL -? half) (of)? {WHEN} year",
        _month_of_near_year,
        "A month, season, quarter or half of the last, this or next year.",
        "March last year",
    ),
    Rule(
        "relative/year-quarter",
        "(last=last|this=this|next=next) year ' s (month=MONTH|season=SEASON|ordinal=ORDINAL -? quarter)",
        _month_of_near_year,
        "The same, the year in front.",
        "last year's third quarter",
    ),
    Rule(
        "relative/that-month",
        "(that|the same|the following|the next) month=MONTH",
        _that_month,
        "A month near the date told before.",
        "that March",
    ),
    Rule(
        "relative/nth",
        "(the)? (ordinal=ORDINAL|final|closing) unit=UNIT (?=of|in)",
        _nth,
        "The n-th unit of what follows.",
        "the first week of May",
    ),
    Rule(
        "relative/day-of-month",
        f"the ordinal=ORDINAL (day)? of {WHEN} month",
        _day_of_near_month,
        "A day of the last, this or next month.",
        "the 5th of last month",
    ),
    Rule(
        "relative/nth-weekday",
        "(the)? (ordinal=ORDINAL|last) weekday=DAYNAME (of|in) month=MONTHNAME ,? year=YEAR",
        _nth_weekday,
        "The n-th day of the week in a month.",
        "the first Monday of May 2016",
    ),
    Rule(
        "relative/the-quarter-ended",
        "the unit=quarter (?=ended|ending)",
        lambda found: TheQuarter(),
        "The quarter that the report is about.",
        "the quarter ended June 30",
    ),
    Rule(
        "relative/latest",
        "the latest (quarter|period)",
        lambda found: TheQuarter(),
        "The quarter that the report is about.",
        "the latest quarter",
    ),
    Rule(
        "relative/quarter-of",
        "(the)? year=YEAR (quarter|period)",
        lambda found: TheQuarter(found.number("year")),
        "The quarter that the report is about, of another year.",
        "the 1988 period",
    ),
    Rule(
        "relative/year-end",
        "(the)? (year -? end|year ' s end)",
        lambda found: Modified(Shifted(Unit.YEAR, 0), "END", 6),
        "The end of the report's year.",
        "by year-end",
    ),
    Rule(
        "relative/year-ago",
        "(the)? year -? (ago|earlier) (quarter|period)?",
        lambda found: YearBefore(),
        "A year before the quarter, or the year, that the report is about.",
        "the year-ago period",
    ),
)
