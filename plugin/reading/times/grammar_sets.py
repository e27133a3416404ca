"""Sets of times: "every Tuesday", "twice a week", "at weekends"."""

from __future__ import annotations

from typing import Optional

from .expression import Expression
from .grammar_lengths import length_value
from .lengths import Repeated
from .patterns import Found, Rule
from .period import SEASONS
from .units import ALL_UNITS, count_of
from .vocabulary import MONTH_ABBREVIATIONS, MONTHS, PARTS_OF_DAY, SEASON_NAMES, WEEKDAYS
from .worth import ordinal_of

_ADVERBS = {
    "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "hourly": "PT1H", "weekly": "P1W", "monthly": "P1M",
    "annually": "P1Y", "biweekly": "P2W", "fortnightly": "P2W",
}  # fmt: skip


def _every(found: Found) -> Optional[Expression]:
    if found["weekday"]:
        return Repeated(f"XXXX-WXX-{WEEKDAYS[found.word('weekday')]}")
    if found["month"]:
        return Repeated(f"XXXX-{({**MONTHS, **MONTH_ABBREVIATIONS})[found.word('month')]:02}")
    if found["season"]:
        return Repeated(f"XXXX-{SEASONS[SEASON_NAMES[found.word('season')] - 1]}")
    if found["part"]:
        return Repeated(f"XXXX-XX-XXT{PARTS_OF_DAY[found.word('part')][0]}")
    return Repeated(length_value(ALL_UNITS[found.word("unit")], count_of(found)))


def _every_other(found: Found) -> Optional[Expression]:
    """As in "every second Tuesday", "every other week"."""
    nth = ordinal_of(found, "nth") or 2
    if found["weekday"]:
        return Repeated(f"XXXX-WXX-{WEEKDAYS[found.word('weekday')]}")
    return Repeated(length_value(ALL_UNITS[found.word("unit")], nth)) if nth > 1 else None


def _weekdays(found: Found) -> Expression:
    value = f"XXXX-WXX-{WEEKDAYS[found.word('weekdays')[:-1]]}"
    return Repeated(value)


def _weekday_parts(found: Found) -> Expression:
    return Repeated(f"XXXX-WXX-{WEEKDAYS[found.word('weekday')]}T{PARTS_OF_DAY[found.word('parts')][0]}")


RULES = (
    Rule(
        "set/every-other",
        "EVERY (other|nth=ORDWORD) (weekday=DAYNAME|unit=UNIT)",
        _every_other,
        "Every second, third ... unit or day of the week.",
        "every second Tuesday",
    ),
    Rule(
        "set/weekends",
        "(at|on) (the)? weekends",
        lambda found: Repeated("XXXX-WXX-WE"),
        "Every weekend.",
        "at weekends",
    ),
    Rule(
        "set/adverb",
        "adverb=DAILY",
        lambda found: Repeated(_ADVERBS[found.word("adverb")]),
        "An adverb of repetition.",
        "daily",
    ),
    Rule(
        "set/every",
        "EVERY (other)? (single)? (count=NUMBER)? (unit=ANYUNIT|weekday=DAYNAME|month=MONTH|part=PART|season=SEASON)",
        _every,
        "Every unit, day, month, part of the day or season.",
        "every Tuesday",
    ),
    Rule(
        "set/rate",
        "(a|an|per) unit=UNIT",
        lambda found: Repeated(length_value(ALL_UNITS[found.word("unit")], 1)),
        "How much or how often in a unit.",
        "$2 million per year",
    ),
    Rule(
        "set/weekdays",
        "(on)? weekdays=WEEKDAYS",
        _weekdays,
        "A day of the week in the plural.",
        "on Tuesdays",
    ),
    Rule(
        "set/weekday-nights",
        "weekday=DAYNAME parts=PARTS",
        _weekday_parts,
        "Parts of a day of the week in the plural.",
        "Tuesday nights",
    ),
    Rule(
        "set/times-a",
        "(once|twice|NUMBER times) (a|an|every|per|each) unit=UNIT",
        lambda found: Repeated(length_value(ALL_UNITS[found.word("unit")], 1)),
        "So often in a unit.",
        "twice a week",
    ),
)
