"""Lengths of time: "16 years", "the past three weeks"."""

from __future__ import annotations

from typing import Optional

from .compound import AtAnEnd
from .expression import Expression
from .lengths import Duration, Vague
from .patterns import Found, Rule
from .period import Unit
from .units import ALL_UNITS, count_of, unit_of
from .vocabulary import PLURALS

# TIMEX3 letters; hours and shorter come after a T.
_LETTERS = {
    "S": "S", "M": "M", "H": "H", "D": "D", "N": "D", "WE": "WE", "W": "W", "F": "W", "MON": "M", "Q": "Q", "SEA": "SE",
    "HALF": "M", "Y": "Y", "DE": "DE", "CE": "CE", "ML": "ML",
}  # fmt: skip
_SHORT = ("S", "M", "H")
_TENFOLD = {"F": ("W", 2), "HALF": ("MON", 6)}


def length_value(code: str, count: Optional[float]) -> str:
    """TIMEX3 value of so many units; None is some."""
    if count is not None and code in _TENFOLD:
        code, factor = _TENFOLD[code]
        count *= factor
    figure = "X" if count is None else f"{count:g}"
    return f"{'PT' if code in _SHORT else 'P'}{figure}{_LETTERS[code]}"


def _length(found: Found, direction: int = 0) -> Optional[Expression]:
    code, count = ALL_UNITS[found.word("unit")], count_of(found)
    unit = unit_of(found.word("unit"))
    if count is not None and found["half"]:
        count += 0.5
    if code == "H" and count is not None and count != int(count):
        return Duration(f"PT{int(count)}H{round(count % 1 * 60)}M")
    if code == "M" and count is not None and count % 1 == 0.5:
        return Duration(f"PT{int(count)}M30S")
    if code == "Y" and count is not None and count % 1 == 0.5:
        return Duration(f"P{int(count)}Y6M", (Unit.MONTH, round(count * 12)), direction)
    if (
        code == "H"
        and count is not None
        and count >= 24
        and count % 24 == 0
        and found.word("count").replace(" ", "").isalpha()
    ):
        return Duration(length_value("D", count / 24))
    length = (unit, round(count)) if unit is not None and count and count < 5000 else None
    if code == "H" and direction and count:
        length = (Unit.DAY, -(-round(count) // 24))  # "the past 24 hours" began the day before
    if length is None and unit is not None and count is None:
        length = (unit, 3)  # "several": three, for the bounds alone
    return Duration(length_value(code, count), length, direction)


def _plain(found: Found) -> Optional[Expression]:
    return _length(found)


def _past(found: Found) -> Optional[Expression]:
    return _length(found, -1)


def _future(found: Found) -> Optional[Expression]:
    return _length(found, 1)


def _some(found: Found, direction: int = 0) -> Expression:
    unit = unit_of(found.word("unit"))
    return Duration(length_value(ALL_UNITS[found.word("unit")], None), (unit, 3) if unit else None, direction)


def _at_an_end(found: Found) -> Expression:
    """As in "the last days of May"; of units that no calendar counts it is a length."""
    unit, length = unit_of(found.word("unit")), _some(found)
    return length if unit is None else AtAnEnd(unit, found["first"] is None, length)


_RECENT = {
    Unit.DAY: 7,
    Unit.WEEK: 28,
    Unit.MONTH: 92,
    Unit.QUARTER: 365,
    Unit.YEAR: 3 * 365,
    Unit.DECADE: 3650,
}


def _recent(found: Found) -> Expression:
    unit = unit_of(found.word("unit"))
    return Vague("PAST_REF", -_RECENT.get(unit, 92) if unit else -1)


def _half(found: Found) -> Optional[Expression]:
    code = ALL_UNITS[found.word("unit")]
    halves = {"H": "PT30M", "M": "PT30S", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "MON": "P15D"}
    return Duration(halves[code]) if code in halves else None


def _unit_long(found: Found) -> Expression:
    word = found.word("unit")
    return Duration(length_value(ALL_UNITS[word], None if word in PLURALS else 1))


def _past_count(found: Found) -> Optional[Expression]:
    return _past(found) if found["count"] else _some(found, -1)


def _next_count(found: Found) -> Optional[Expression]:
    return _future(found) if found["count"] else _some(found, 1)


# What may stand between a number and its unit.
_HOW = (
    "(more|full|long|consecutive|straight|whole|additional|further|extra|successive|solid|entire|short|bloody|brutal|"
    "tense|difficult|hard|busy|hectic|working|business|calendar)"
)

RULES = (
    Rule(
        "length/count",
        f"count=NUMBER {_HOW}? -? unit=ANYUNIT (-? (long|old))?",
        _plain,
        "So many units.",
        "16 years",
    ),
    Rule(
        "length/and-half",
        "(count=NUMBER|a) (-? and (-? a)? -? half=half -?) unit=ANYUNIT",
        _plain,
        "So many units and a half.",
        "two and a half years",
    ),
    Rule(
        "length/unit-and-half",
        "(count=NUMBER|a|an) unit=UNIT and a half=half",
        _plain,
        "The same, the half last.",
        "a year and a half",
    ),
    Rule(
        "length/accounting-year",
        "the (fiscal|financial)? unit=year (?=ended|ending)",
        _plain,
        "A year of accounts.",
        "the year ended June 30",
    ),
    Rule(
        "length/one",
        "(a|an|another|one|an additional) (full|whole|entire)? unit=UNIT",
        _plain,
        "One unit.",
        "a month",
    ),
    Rule("length/half", "half (a|an) unit=UNIT", _half, "Half a unit.", "half an hour"),
    Rule(
        "length/vague",
        "(a|the|these|those|just a|only a)? count=VAGUE (of|more|dozen|hundred|thousand)? (more)? unit=UNITS",
        _plain,
        "Some units.",
        "several months",
    ),
    Rule(
        "length/vague-before-noun",
        "count=VAGUE - unit=UNIT (-? (long|old))?",
        _plain,
        "Some units, before a noun.",
        "a several-month siege",
    ),
    Rule(
        "length/plural",
        "(those|these|the)? unit=UNITS (-? long)?",
        _some,
        "Units without a number.",
        "for weeks",
    ),
    Rule(
        "length/day",
        "day=day",
        lambda found: Duration("P1D", (Unit.DAY, 1)),
        "A day that is told of, not dated.",
        "a bad day",
    ),
    Rule(
        "length/unit-long",
        "unit=ANYUNIT -? long",
        _unit_long,
        "As long as a unit.",
        "a day-long siege",
    ),
    Rule(
        "length/at-an-end",
        "(over|during|in|for|within)? (the)? (very)? (first=first|first=opening|last|final|closing) unit=UNITS "
        "(?=of)",
        _at_an_end,
        "Some units at an end of what follows.",
        "the last days of May",
    ),
    Rule(
        "length/past",
        "(over|during|in|for|within)? (the)? (past|last|previous|preceding|prior) "
        "(count=NUMBER|count=couple of)? (full)? unit=UNITS (?!of (MONTHNAME|YEAR|SEASON))",
        _past_count,
        "So many units up to the report.",
        "over the last 15 years",
    ),
    Rule(
        "length/past-vague",
        "(the)? (past|last|previous|preceding) (a)? count=VAGUE (of)? unit=UNITS",
        _past,
        "Some units up to the report.",
        "the past few weeks",
    ),
    Rule(
        "length/past-one",
        "(over|during|in|for|within) the (past|last) unit=UNIT",
        _past,
        "One unit up to the report.",
        "over the past year",
    ),
    Rule(
        "length/recent",
        "(in)? recent unit=UNITS",
        _recent,
        "Some units up to the report.",
        "in recent months",
    ),
    Rule(
        "length/next",
        "(over|during|in|for|within)? (the)? (next|coming|following) (count=NUMBER)? unit=UNITS",
        _next_count,
        "So many units from the report on.",
        "the next two weeks",
    ),
    Rule(
        "length/next-vague",
        "(the)? (next|coming|following) (a)? count=VAGUE unit=UNITS",
        _future,
        "Some units from the report on.",
        "the coming few days",
    ),
    Rule(
        "length/first",
        "(the)? (first|final|last) count=NUMBER unit=UNITS",
        _plain,
        "The first so many units.",
        "the first nine months",
    ),
)
