"""Units of time as words name them, and how many of them: "three weeks", "a couple of days"."""

from __future__ import annotations

from typing import Optional

from .patterns import Found
from .period import Unit
from .vocabulary import PLURALS, UNITS, VAGUE_NUMBERS

CALENDAR_UNITS = {
    "D": Unit.DAY, "W": Unit.WEEK, "WE": Unit.WEEKEND, "MON": Unit.MONTH, "Q": Unit.QUARTER, "SEA": Unit.SEASON,
    "HALF": Unit.HALF, "Y": Unit.YEAR, "DE": Unit.DECADE, "CE": Unit.CENTURY, "ML": Unit.MILLENNIUM,
}  # fmt: skip
ALL_UNITS = {**UNITS, **PLURALS}


def unit_of(word: str) -> Optional[Unit]:
    """The calendar's unit that a word names; None for hours and the like. A fortnight counts as weeks."""
    code = ALL_UNITS[word]
    return Unit.WEEK if code == "F" else CALENDAR_UNITS.get(code)


def count_of(found: Found, name: str = "count") -> Optional[float]:
    """The number that an item says; None when it is vague."""
    lexeme = found[name]
    if lexeme is None:
        return 1.0
    if lexeme.word in ("a", "an", "one"):
        return 1.0
    if lexeme.word in VAGUE_NUMBERS:
        return 2.0 if VAGUE_NUMBERS[lexeme.word] == "2" else None
    return lexeme.number
