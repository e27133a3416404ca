"""Dates that the words name on the calendar, in full or in part."""

from __future__ import annotations

import re
from typing import Optional

from .expression import Expression
from .feasts import feast
from .grammar_clock import clock_on
from .named import Absolute, DayOfMonth, Weekday, Yearless
from .numerals import ORDINALS
from .patterns import Found, Piece, Rule
from .period import Period, Unit
from .vocabulary import (
    DECADE_WORDS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    SEASON_NAMES,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

_ALL_MONTHS = {**MONTHS, **MONTH_ABBREVIATIONS}
_ALL_WEEKDAYS = {**WEEKDAYS, **WEEKDAY_ABBREVIATIONS}
_QUARTER_WORDS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
}
_TURN_OF_CENTURY = 50  # two digits up to here are 20xx


def month_of(found: Found, name: str = "month") -> int:
    """Number of the month that an item names."""
    return _ALL_MONTHS[found.word(name)]


def weekday_of(found: Found, name: str = "weekday") -> int:
    """Number of the day of the week that an item names; 1 is Monday."""
    return _ALL_WEEKDAYS[found.word(name)]


def full_year(two_digits: int) -> int:
    """The year meant by two digits: 51 to 99 are the 1900s."""
    return two_digits + (2000 if two_digits <= _TURN_OF_CENTURY else 1900)


def _year(found: Found, name: str = "year") -> Optional[int]:
    lexeme = found[name]
    if lexeme is None:
        return None
    if lexeme.shape == "twentieth":
        return full_year(int(lexeme.word[1:]))
    if lexeme.shape in ("n12", "n23", "n31", "n59", "n99", "zero"):
        return full_year(int(lexeme.number))
    return int(lexeme.number)


def _era(found: Found, year: int) -> int:
    return 1 - year if found["bc"] else year


def month_year(found: Found) -> Optional[Expression]:
    """A month, with or without its year."""
    year = _year(found)
    if year is None:
        return Yearless(Unit.MONTH, month_of(found))
    return Absolute(Period.month(_era(found, year), month_of(found)))


def _days(found: Found) -> Optional[tuple[Piece, ...]]:
    """As in "3-7 March 2018", "March 3 and 7": both ends take month and year; each is an expression of its own."""
    month, told = month_of(found), _year(found)
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
    told = _year(found)
    first, last = month_of(found, "month"), month_of(found, "until")
    if told is None:
        ends: tuple[Expression, Expression] = (Yearless(Unit.MONTH, first), Yearless(Unit.MONTH, last))
    else:
        ends = (Absolute(Period.month(told - (first > last), first)), Absolute(Period.month(told, last)))
    cut = found.at("month") + 1
    return (Piece(found.first, cut, ends[0]), Piece(found.at("until"), found.end, ends[1]))


def _years(found: Found) -> Optional[tuple[Piece, ...]]:
    """As in "2016-17", "1939 to 1945"."""
    first = found.number("year")
    last = found.number("until")
    if last < 100:
        last += first // 100 * 100
    if found["bc"]:
        if last >= first:
            return None
        return (
            Piece(found.first, found.at("year") + 1, Absolute(Period.year(1 - first))),
            Piece(found.at("until"), found.end, Absolute(Period.year(1 - last))),
        )
    if not first < last < first + 500:
        return None
    return (
        Piece(found.first, found.at("year") + 1, Absolute(Period.year(first))),
        Piece(found.at("until"), found.end, Absolute(Period.year(last))),
    )


def _decade(found: Found) -> Optional[Expression]:
    digits = re.sub(r"\D", "", found.word("decade"))
    start = (
        int(digits)
        if len(digits) > 2
        else full_year(int(digits))
        if int(digits) >= 20
        else 2000 + int(digits)
    )
    if len(digits) == 2 and 20 <= int(digits) <= _TURN_OF_CENTURY:
        start = 1900 + int(digits)
    if not 1000 <= start < 2200:
        return None
    return Absolute(Period(Unit.DECADE, start // 10))


def _century(found: Found) -> Expression:
    number = _ordinal(found, "ordinal")
    return Absolute(Period(Unit.CENTURY, 1 - number if found["bc"] else number))


def _ordinal(found: Found, name: str) -> int:
    lexeme = found[name]
    if lexeme is None:
        return 0
    return int(lexeme.number) if lexeme.shape == "ordinal" else ORDINALS[lexeme.word]


def _iso(found: Found) -> Optional[Expression]:
    word = found.word("iso")
    year_, month, day = (
        int(part) for part in word[: 10 if len(word) > 10 else None].split("T")[0].split("-")
    )
    try:
        whole = Absolute(Period.day(year_, month, day))
    except ValueError:
        return None
    time = re.search(r"T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|([+-])(\d\d):?(\d\d))?$", word)
    if time is None:
        return whole
    ahead = int(time.group(4) or 0) * 60 + int(time.group(5) or 0)
    return clock_on(whole, int(time.group(1)), int(time.group(2)), ahead if time.group(3) == "-" else -ahead)


def _numeric(found: Found) -> Optional[Expression]:
    """Dots are day first; slashes day first unless only month first is possible; flagged where both are."""
    first, second, third = (int(part) for part in re.split(r"[./-]", found.word("numeric")))
    word = found.word("numeric")
    try:
        if first > 31:
            return Absolute(Period.day(first, second, third)) if first >= 1000 else None
        if third < 1000 and (third > 99 or "-" in word):
            return None
        told = full_year(third) if third < 100 else third
        if "." in word:
            if third < 100 and re.search(r"\.\d\.|\.\d$", word):
                return None  # a version or a section
            return Absolute(Period.day(told, second, first))
        if first > 12:
            return Absolute(Period.day(told, second, first))
        if second > 12:
            return Absolute(Period.day(told, first, second))
        return Absolute(Period.day(told, first, second), is_ambiguous=first != second)
    except ValueError:
        return None


def _group(found: Found) -> Optional[Expression]:
    """A military date-time group: day, hours, minutes, zone, month, year."""
    match = re.match(
        r"(\d\d)(\d\d)(\d\d)\s?([A-Z]|UTC|GMT)\s?([A-Z]{3})[A-Z]*\.?\s?(\d+)", found.word("group")
    )
    if match is None:
        return None
    day, hour, minute = (int(match.group(n)) for n in (1, 2, 3))
    told = int(match.group(6))
    if hour > 23 or minute > 59:
        return None
    try:
        period = Period.day(
            told if told > 99 else full_year(told), MONTH_ABBREVIATIONS[match.group(5).lower()], day
        )
    except (ValueError, KeyError):
        return None
    return clock_on(Absolute(period), hour, minute, _zone_minutes(match.group(4)))


def _zone_minutes(letter: str) -> int:
    """Minutes to add to a military time zone's clock to get UTC; J is the observer's own and counts as UTC."""
    east, west = "ABCDEFGHIKLM", "NOPQRSTUVWXY"
    if letter in east and len(letter) == 1:
        return -60 * (east.index(letter) + 1)
    return 60 * (west.index(letter) + 1) if letter in west and len(letter) == 1 else 0


def _season(found: Found) -> Expression:
    number, told = SEASON_NAMES[found.word("season")], _year(found)
    if told is None:
        return Yearless(Unit.SEASON, number)
    return Absolute(Period.part(Unit.SEASON, _era(found, told), number))


def quarter_number(word: str) -> int:
    """Which quarter an ordinal or "Q3" says."""
    return _QUARTER_WORDS.get(word, 0)


def _quarter(found: Found) -> Optional[Expression]:
    number = quarter_number(found.word("ordinal")) or found.number("number")
    told = _year(found)
    if not 1 <= number <= 4:
        return None
    if told is None:
        return Yearless(Unit.QUARTER, number)
    return Absolute(Period.part(Unit.QUARTER, told, number))


def _half(found: Found) -> Optional[Expression]:
    number, told = quarter_number(found.word("ordinal")), _year(found)
    if not 1 <= number <= 2:
        return None
    if told is None:
        return Yearless(Unit.HALF, number)
    return Absolute(Period.part(Unit.HALF, told, number))


def _weekday(found: Found) -> Expression:
    return Weekday(weekday_of(found))


def _day_of_month(found: Found) -> Expression:
    return DayOfMonth(_ordinal(found, "ordinal"), weekday_of(found) if found["weekday"] else None)


def _feast(found: Found) -> Optional[Expression]:
    return feast(found.word("feast") or found.word("name"), found.word("eve"), _year(found))


def _told_year(found: Found) -> Optional[int]:
    if found["bcyear"]:
        return 1 - found.number("bcyear")
    for name in ("year", "short"):
        told = _year(found, name)
        if told is not None:
            return told
    return None


def _month_first(found: Found) -> Optional[Expression]:
    if found["short"] and len(found.word("short").lstrip("'")) != 2:
        return None
    month = month_of(found)
    day = found.number("day") or _ordinal(found, "ordinal")
    told = _told_year(found)
    try:
        if told is not None:
            return Absolute(Period.day(told, month, day))
        Period.day(2000, month, day)
    except ValueError:
        return None
    return Yearless(Unit.DAY, month, day, weekday=weekday_of(found) if found["weekday"] else None)


def _month_with_year(found: Found) -> Optional[Expression]:
    told = _told_year(found)
    return None if told is None else Absolute(Period.month(told, month_of(found)))


def _bare_year(found: Found) -> Optional[Expression]:
    told = _told_year(found)
    return None if told is None else Absolute(Period.year(told))


def _said_year(found: Found) -> Optional[Expression]:
    return Absolute(Period.year(found.number("said"))) if 1000 <= found.number("said") < 2200 else None


def _bc_year(found: Found) -> Expression:
    return Absolute(Period.year(1 - found.number("bcyear")))


def _ad_year(found: Found) -> Expression:
    return Absolute(Period.year(found.number("plain") or found.number("adyear")))


def _season_with_year(found: Found) -> Expression:
    told = _told_year(found)
    number = SEASON_NAMES[found.word("season")]
    return Yearless(Unit.SEASON, number) if told is None else Absolute(Period.part(Unit.SEASON, told, number))


# Abbreviations take their full stop with them.
_MONTH = "(month=MONTHNAME|month=MONTHABBR .?)"
_UNTIL_MONTH = "(until=MONTHNAME|until=MONTHABBR .?)"
_WEEKDAY = "(weekday=DAYNAME|weekday=DAYABBR .?)"

RULES = (
    Rule(
        "calendar/month-day-year",
        f"({_WEEKDAY} ,?)? (the)? {_MONTH} (the)? (day=DAYNUM|ordinal=ORDNUM) "
        "((,|of)? (year=YEAR|short=SHORTYEAR))?",
        _month_first,
        "A month and a day, with or without weekday and year.",
        "Tuesday, March 3, 2018",
    ),
    Rule(
        "calendar/day-month-year",
        f"({_WEEKDAY} ,? (the)?)? (the)? (day=DAYNUM|ordinal=ORDINAL) (day)? (of)? -? {_MONTH} "
        "(-? ,? (of|in)? (year=YEAR|short=SHORTYEAR|bcyear=YEARNUM ERA_BC))?",
        _month_first,
        "A day and a month, with or without weekday and year.",
        "the 3rd of March 2018",
    ),
    Rule(
        "calendar/day-month-short-year",
        "day=DAYNUM (-|/)? (month=MONTHABBR|month=may) .? (-|/)? short=TWODIGITS",
        _month_first,
        "Day, abbreviated month and two digits of the year.",
        "12 JAN 90",
    ),
    Rule(
        "calendar/month-year",
        f"{_MONTH} (,|of|in)? (the year)? (year=YEAR|short=SHORTYEAR|bcyear=YEARNUM ERA_BC)",
        _month_with_year,
        "A month and a year.",
        "March 2018",
    ),
    Rule("calendar/month", _MONTH, month_year, "A month without its year.", "in March"),
    Rule(
        "calendar/year",
        "(the year)? (year=YEAR|short=SHORTYEAR) (ERA_AD)?",
        _bare_year,
        "A year.",
        "2016",
    ),
    Rule(
        "calendar/year-bc",
        "bcyear=YEARNUM bc=ERA_BC",
        _bc_year,
        "A year before Christ.",
        "480 BC",
    ),
    Rule(
        "calendar/year-ad",
        "(ad plain=YEARNUM|adyear=YEARNUM ERA_AD)",
        _ad_year,
        "A year after Christ, marked so.",
        "AD 79",
    ),
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
    Rule("calendar/years", "year=YEAR (-|/|to|until|through) until=YEAR", _years, "Two years.", "1939-1945"),
    Rule(
        "calendar/years-short",
        "year=YEAR (-|/) until=TWODIGITS",
        _years,
        "Two years, the second in two digits.",
        "2016-17",
    ),
    Rule(
        "calendar/years-bc",
        "year=YEARNUM (-|/|to|until) until=YEARNUM bc=ERA_BC",
        _years,
        "Two years before Christ.",
        "492-449 BC",
    ),
    Rule("calendar/decade", "(the)? decade=DECADE", _decade, "A decade.", "the 1990s"),
    Rule(
        "calendar/century",
        "(the)? ordinal=ORDINAL -? (century|centuries) (bc=ERA_BC)?",
        _century,
        "A century.",
        "the 19th century",
    ),
    Rule("calendar/iso", "iso=ISO", _iso, "An ISO 8601 date.", "2018-01-20"),
    Rule(
        "calendar/numeric",
        "numeric=NUMERIC",
        _numeric,
        "A date in figures: dots are day first, slashes month first unless impossible.",
        "22.05.2017",
    ),
    Rule("calendar/date-time-group", "group=GROUP", _group, "A military date-time group.", "271830Z JAN 18"),
    Rule(
        "calendar/season",
        "(the)? season=SEASON (,? (of)? (year=YEAR|short=SHORTYEAR))?",
        _season_with_year,
        "A season, with or without its year.",
        "the summer of 2016",
    ),
    Rule(
        "calendar/quarter",
        "(the)? (fiscal)? ordinal=ORDINAL (fiscal)? -? quarter (,? (of|in)? (fiscal)? year=YEAR)?",
        _quarter,
        "A quarter of a year.",
        "the third quarter of 2016",
    ),
    Rule(
        "calendar/quarter-figure",
        "q number=MONTHNUM (,? (of)? year=YEAR)?",
        _quarter,
        "A quarter of a year in figures.",
        "Q3 2016",
    ),
    Rule(
        "calendar/year-quarter",
        "(the)? year=YEAR (' s)? ordinal=ORDINAL -? quarter",
        _quarter,
        "A quarter of a year, the year in front.",
        "the 2016 third quarter",
    ),
    Rule(
        "calendar/spoken-year",
        "(the)? year said=WORDNUM",
        _said_year,
        "A year in words.",
        "the year two thousand",
    ),
    Rule(
        "calendar/decade-word",
        "(the)? decade=DECADEWORD",
        lambda found: Absolute(Period(Unit.DECADE, DECADE_WORDS[found.word("decade")])),
        "A decade of the 20th century in words.",
        "the nineties",
    ),
    Rule(
        "calendar/half",
        "(the)? ordinal=ORDINAL -? half (of|in)? year=YEAR",
        _half,
        "Half a year.",
        "the first half of 2016",
    ),
    Rule(
        "calendar/fiscal-year",
        "(the)? (fiscal|financial|fy) (year)? year=YEAR",
        _bare_year,
        "A fiscal year.",
        "fiscal 2016",
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
        "calendar/feast",
        "feast=FEAST (eve=eve|day)? (of)? (,? year=YEAR)?",
        _feast,
        "A feast day.",
        "Christmas Eve",
    ),
    Rule(
        "calendar/new-year",
        "new year (' s)? (eve=eve|eve=day) (,? year=YEAR)?",
        lambda found: feast("new year", found.word("eve"), _year(found)),
        "The first or the last day of a year.",
        "New Year's Eve",
    ),
)
