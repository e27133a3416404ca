"""What the words of a match are worth: months, days of the week, years, ordinals."""

from __future__ import annotations

from typing import Optional

from .numerals import ORDINALS
from .patterns import Found
from .vocabulary import MONTH_ABBREVIATIONS, MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS

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


def year_of(found: Found, name: str = "year") -> Optional[int]:
    """The year that an item says, None when it is not there."""
    lexeme = found[name]
    if lexeme is None:
        return None
    if lexeme.shape == "twentieth":
        return full_year(int(lexeme.word[1:]))
    if lexeme.shape in ("n12", "n23", "n31", "n59", "n99", "zero"):
        return full_year(int(lexeme.number))
    return int(lexeme.number)


def told_year(found: Found) -> Optional[int]:
    """The year that a match says in any way; 0 is 1 BC. None when it says none."""
    if found["bcyear"]:
        return 1 - found.number("bcyear")
    for name in ("year", "short"):
        told = year_of(found, name)
        if told is not None:
            return told
    return None


def ordinal_of(found: Found, name: str) -> int:
    """The number that an ordinal says, 0 when it is not there."""
    lexeme = found[name]
    if lexeme is None:
        return 0
    return int(lexeme.number) if lexeme.shape == "ordinal" else ORDINALS[lexeme.word]


def quarter_number(word: str) -> int:
    """Which quarter an ordinal or "Q3" says."""
    return _QUARTER_WORDS.get(word, 0)
