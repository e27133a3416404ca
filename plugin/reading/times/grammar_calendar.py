"""Days and months of the calendar, days of the week, feasts."""

from __future__ import annotations

from typing import Optional

from .expression import Expression
from .feasts import EleventhOfSeptember
from .named import Absolute, DayOfMonth, Weekday, Yearless
from .patterns import Found, Piece, Rule
from .period import Period, Unit
from .worth import month_of, ordinal_of, told_year, weekday_of, year_of


def _month_of_year(found: Found) -> Expression:
    told = told_year(found)
    month = month_of(found)
    return Yearless(Unit.MONTH, month) if told is None else Absolute(Period.month(told, month))


def _days(found: Found) -> Optional[tuple[Piece, ...]]:
    """As in "3-7 March 2018", "March 3 and 7": both ends take month and year; each is an expression of its own."""
    month, told = month_of(found), year_of(found)
    ends = []
    for name in ("day", "until"):
        try:
            period = Period.day(2000 if told is None else told, month, found.number(name))
        except ValueError:
            return None
        ends.append(Absolute(period) if told is not None else Yearless(Unit.DAY, month, found.number(name)))
    return (Piece(found.first, found.at("day") + 1, ends[0]), Piece(found.at("until"), found.end, ends[1]))


def _months(found: Found) -> tuple[Piece, ...]:
    """As in "March to May 2018"."""
    told = year_of(found)
    first, last = month_of(found, "month"), month_of(found, "until")
    if told is None:
        ends: tuple[Expression, Expression] = (Yearless(Unit.MONTH, first), Yearless(Unit.MONTH, last))
    else:
        ends = (Absolute(Period.month(told - (first > last), first)), Absolute(Period.month(told, last)))
    cut = found.at("month") + 1
    return (Piece(found.first, cut, ends[0]), Piece(found.at("until"), found.end, ends[1]))


def _month_first(found: Found) -> Optional[Expression]:
    if found["short"] and len(found.word("short").lstrip("'")) != 2:
        return None
    month = month_of(found)
    day = found.number("day") or ordinal_of(found, "ordinal")
    told = told_year(found)
    try:
        if told is not None:
            return Absolute(Period.day(told, month, day))
        Period.day(2000, month, day)
    except ValueError:
        return None
    return Yearless(Unit.DAY, month, day, weekday=weekday_of(found) if found["weekday"] else None)


def _weekday(found: Found) -> Expression:
    return Weekday(weekday_of(found))


def _day_of_month(found: Found) -> Expression:
    return DayOfMonth(ordinal_of(found, "ordinal"), weekday_of(found) if found["weekday"] else None)


def _named_figures(found: Found) -> Optional[Expression]:
    is_it = (found.number("month"), found.number("day")) == (9, 11)
    return EleventhOfSeptember() if is_it else None


def _named_attacks(found: Found) -> Optional[tuple[Piece, ...]]:
    if (month_of(found), found.number("day")) != (9, 11):
        return None
    return (Piece(found.first, found.at("day") + 1, EleventhOfSeptember()),)


# Abbreviations take their full stop with them.
_MONTH = "(month=MONTHNAME|month=MONTHABBR .?)"
_UNTIL_MONTH = "(until=MONTHNAME|until=MONTHABBR .?)"
_WEEKDAY = "(weekday=DAYNAME|weekday=DAYABBR .?)"

RULES = (
    Rule(
        "calendar/month-day-year",
        f"({_WEEKDAY} ,?)? (the)? {_MONTH} (the)? (day=DAYNUM (?!MERIDIEM)|ordinal=ORDNUM) "
        "((,|of)? (year=YEAR|short=SHORTYEAR))?",
        _month_first,
        "A month and a day, with or without weekday and year.",
        "Tuesday, March 3, 2018",
    ),
    Rule(
        "calendar/day-month-year",
        f"({_WEEKDAY} ,? (the)?)? (the)? (day=DAYNUM|ordinal=ORDINAL) (day)? (of)? -? {_MONTH} "
        "(-? ,? (of|in)? (year=YEAR|short=SHORTYEAR|bcyear=YEARNUM ERA_BC) (?!MERIDIEM))?",
        _month_first,
        "A day and a month, with or without weekday and year.",
        "the 3rd of March 2018",
    ),
    Rule(
        "calendar/day-month-short-year",
        "day=DAYNUM (-|/)? (month=MONTHABBR|month=may) .? (-|/)? short=TWODIGITS (?!-? MONTH|MERIDIEM)",
        _month_first,
        "Day, abbreviated month and two digits of the year.",
        "12 JAN 90",
    ),
    Rule(
        "calendar/month-year",
        f"{_MONTH} (,|of|in)? (the year)? (year=YEAR|short=SHORTYEAR|bcyear=YEARNUM ERA_BC)",
        _month_of_year,
        "A month and a year.",
        "March 2018",
    ),
    Rule("calendar/month", _MONTH, _month_of_year, "A month without its year.", "in March"),
    Rule(
        "calendar/days",
        "(weekday=WEEKDAY ,?)? day=DAYNUM (-|/|to|and|until|through|,) until=DAYNUM (of)? "
        f"{_MONTH} (,? year=YEAR)?",
        _days,
        "Two days of one month.",
        "3-7 March 2018",
    ),
    Rule(
        "calendar/days-after-month",
        f"{_MONTH} day=DAYNUM (-|/|to|and|until|through) until=DAYNUM (,? year=YEAR)?",
        _days,
        "Two days of one month.",
        "March 3-7, 2018",
    ),
    Rule(
        "calendar/months",
        f"{_MONTH} (-|/|to|and|until|through) {_UNTIL_MONTH} (,? (of)? year=YEAR)?",
        _months,
        "Two months of one year.",
        "March to May 2018",
    ),
    Rule(
        "calendar/weekday",
        _WEEKDAY,
        _weekday,
        "A day of the week.",
        "on Tuesday",
    ),
    Rule(
        "calendar/weekday-day",
        f"{_WEEKDAY} ,? (the)? ordinal=ORDNUM",
        _day_of_month,
        "A day of the week and of the month.",
        "Friday the 13th",
    ),
    Rule(
        "calendar/day-of-month",
        "on the ordinal=ORDNUM",
        _day_of_month,
        "A day of a month told before.",
        "on the 15th",
    ),
    Rule(
        "calendar/named-day",
        "month=MONTHNUM / day=DAYNUM",
        _named_figures,
        "The day that is known by its figures.",
        "9/11",
    ),
    Rule(
        "calendar/named-attacks",
        f"(the)? {_MONTH} day=DAYNUM ,? (terrorist|terror)? (attacks|hijackings)",
        _named_attacks,
        "The day that is known by what happened on it.",
        "the September 11 attacks",
    ),
)
