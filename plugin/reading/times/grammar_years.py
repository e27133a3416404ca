"""Years, and what is longer or shorter by the calendar: decades, centuries, seasons, quarters, halves."""

from __future__ import annotations

import re
from typing import Optional

from .expression import Expression
from .named import Absolute, Yearless
from .patterns import Found, Piece, Rule
from .period import Period, Unit
from .vocabulary import DECADE_WORDS, SEASON_NAMES
from .worth import full_year, ordinal_of, quarter_number, told_year, year_of

_LATEST_SHORT_DECADE = 50  # "the 20s" to "the 50s" are those of the 1900s


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
    if len(digits) == 2 and 20 <= int(digits) <= _LATEST_SHORT_DECADE:
        start = 1900 + int(digits)
    if not 1000 <= start < 2200:
        return None
    return Absolute(Period(Unit.DECADE, start // 10))


def _century(found: Found) -> Expression:
    number = ordinal_of(found, "ordinal")
    return Absolute(Period(Unit.CENTURY, 1 - number if found["bc"] else number))


def _season_with_year(found: Found) -> Expression:
    told = told_year(found)
    number = SEASON_NAMES[found.word("season")]
    return Yearless(Unit.SEASON, number) if told is None else Absolute(Period.part(Unit.SEASON, told, number))


def _quarter(found: Found) -> Optional[Expression]:
    number = quarter_number(found.word("ordinal")) or found.number("number")
    told = told_year(found)
    if not 1 <= number <= 4:
        return None
    if told is None:
        return Yearless(Unit.QUARTER, number)
    return Absolute(Period.part(Unit.QUARTER, told, number))


def _half(found: Found) -> Optional[Expression]:
    number = quarter_number(found.word("ordinal")) or found.number("number")
    told = year_of(found)
    if not 1 <= number <= 2:
        return None
    if told is None:
        return Yearless(Unit.HALF, number)
    return Absolute(Period.part(Unit.HALF, told, number))


def _bare_year(found: Found) -> Optional[Expression]:
    told = told_year(found)
    return None if told is None else Absolute(Period.year(told))


def _said_year(found: Found) -> Optional[Expression]:
    return Absolute(Period.year(found.number("said"))) if 1000 <= found.number("said") < 2200 else None


def _bc_year(found: Found) -> Expression:
    return Absolute(Period.year(1 - found.number("bcyear")))


def _ad_year(found: Found) -> Expression:
    return Absolute(Period.year(found.number("plain") or found.number("adyear")))


RULES = (
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
    Rule(
        "calendar/season",
        "(the)? season=SEASON (,? (of)? (year=YEAR ((-|/) TWODIGITS)?|short=SHORTYEAR))?",
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
        "calendar/figure-quarter",
        "number=MONTHNUM q -? ((of)? (year=YEAR|short=SHORTYEAR|year=TWODIGITS))?",
        _quarter,
        "The same, the figure first.",
        "3Q 2016",
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
        "((the)? ordinal=ORDINAL -? half (of|in)? year=YEAR|h number=MONTHNUM -? (of)? year=YEAR)",
        _half,
        "Half a year.",
        "the first half of 2016",
    ),
    Rule(
        "calendar/fiscal-year",
        "(the)? ((fiscal|financial|fy) (year)? (year=YEAR|short=SHORTYEAR) ((-|/) TWODIGITS)?|fy year=TWODIGITS)",
        _bare_year,
        "A fiscal year, by the year that names it.",
        "fiscal 2016",
    ),
    Rule(
        "calendar/month-figure",
        "month=MONTHNUM / year=YEAR (?!/)",
        lambda found: Absolute(Period.month(found.number("year"), found.number("month"))),
        "A month in figures.",
        "03/2016",
    ),
)
