"""Times of day in four digits, as soldiers and the police write them."""

from __future__ import annotations

from typing import Optional

from .grammar_clock import ZONES, clock_on
from .lexemes import Lexeme
from .patterns import Found, Piece, Rule
from .time_of_day import Clock

_YEARS = range(1000, 2051)  # four digits that may as well be a year


def _four_digits(found: Found) -> Optional[Clock]:
    return _time_of(found["time"], ZONES.get(found.word("zone"), 0))


def _from_to(found: Found) -> Optional[tuple[Piece, ...]]:
    """Two times; None where they may as well be years: "from 1914 to 1918"."""
    zone = ZONES.get(found.word("zone"), 0)
    first, last = _time_of(found["time"], zone), _time_of(found["until"], zone)
    is_told = found["zone"] is not None or found.has("hours") or found.has("hrs")
    may_be_years = found.number("time") in _YEARS and found.number("until") in _YEARS
    if first is None or last is None or (may_be_years and not is_told):
        return None
    return (
        Piece(found.at("time"), found.at("time") + 1, first),
        Piece(found.at("until"), found.end, last),
    )


def _time_of(lexeme: Optional[Lexeme], zone: int) -> Optional[Clock]:
    if lexeme is None or len(lexeme.word) != 4:
        return None
    hour, minute = divmod(int(lexeme.number), 100)
    return clock_on(None, hour, minute, zone) if hour <= 24 and minute <= 59 else None


RULES = (
    Rule(
        "clock/military",
        "time=FIGURE -? (hours|hrs|(zone=ZONE))",
        _four_digits,
        "Four digits and the word hours.",
        "1430 hours",
    ),
    Rule(
        "clock/four-digits",
        "at (about|around|approximately)? time=FIGURE",
        _four_digits,
        'Four digits after "at", where nothing is counted.',
        "at 0640",
    ),
    Rule(
        "clock/four-digits-range",
        "(from|between) (about|around)? time=FIGURE (to|until|till|and|-) (about|around)? until=FIGURE "
        "(hours|hrs|(zone=ZONE))?",
        _from_to,
        "Two times in four digits that are no years.",
        "from 0710 to 0950",
    ),
)
