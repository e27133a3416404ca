"""Dates in figures: ISO 8601, dots and slashes, military date-time groups."""

from __future__ import annotations

import re
from typing import Optional

from .expression import Expression
from .grammar_clock import clock_on
from .named import Absolute
from .patterns import Found, Rule
from .period import Period
from .vocabulary import MONTH_ABBREVIATIONS
from .worth import full_year


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
        r"(\d\d)\s?(\d\d)(\d\d)\s?([A-Z]|UTC|GMT)\s?([A-Z]{3})[A-Z]*\.?\s?(\d+)", found.word("group")
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


RULES = (
    Rule("calendar/iso", "iso=ISO", _iso, "An ISO 8601 date.", "2018-01-20"),
    Rule(
        "calendar/numeric",
        "numeric=NUMERIC",
        _numeric,
        "A date in figures: dots are day first, slashes month first unless impossible.",
        "22.05.2017",
    ),
    Rule("calendar/date-time-group", "group=GROUP", _group, "A military date-time group.", "271830Z JAN 18"),
)
