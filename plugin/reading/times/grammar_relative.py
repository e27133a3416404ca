"""Days, weeks, months and years by their side: "yesterday", "last week", "the following day"."""

from __future__ import annotations

from typing import Optional

from .compound import Rest
from .counted import Shifted, TheNext, TheQuarter, TheWeekend
from .expression import Base, Expression
from .grammar_parts import WHEN
from .patterns import Found, Rule
from .period import Unit
from .units import unit_of


def _near(found: Found) -> Optional[Expression]:
    """As in "last week", "this year", "next month"."""
    unit = unit_of(found.word("unit"))
    if unit is None:
        return None
    if found.word("next") == "next" and found.has("the"):
        return Shifted(unit, 1, Base.REFERENCE) if unit is Unit.DAY else TheNext(unit)
    near = Shifted(unit, 0 if found["this"] else 1 if found["next"] else -1, Base.NEAR)
    side = found.lexemes()[0].word
    return Rest(near, is_ahead=side == "later") if found["this"] and side in ("earlier", "later") else near


def _narrative(found: Found) -> Optional[Expression]:
    """As in "the following day", "that year", "the same week"."""
    unit = unit_of(found.word("unit"))
    if unit is None:
        return None
    count = 1 if found["next"] else -1 if found["last"] else 0
    return Shifted(unit, count, Base.REFERENCE)


def _but_one(found: Found) -> Optional[Expression]:
    unit = unit_of(found.word("unit"))
    return None if unit is None else Shifted(unit, -2 if found["last"] else 2)


def _the_unit(found: Found) -> Optional[Expression]:
    unit = unit_of(found.word("unit"))
    if unit is Unit.DAY:
        return None  # "carried the day", "the day before the attack"
    if unit is Unit.QUARTER:
        return TheQuarter()
    if unit is Unit.WEEKEND:
        return TheWeekend()
    return None if unit is None else Shifted(unit, 0, Base.NEAR)


# "The day before" alone, not "the day before the attack".
_NOTHING_MORE = "(?=,|.|in|on|at|with|to|by|from|when|who|and|but|as)"

RULES = (
    Rule(
        "relative/today",
        "(earlier|later|late|early)? TODAY",
        lambda found: Shifted(Unit.DAY, 0),
        "The report's day.",
        "today",
    ),
    Rule(
        "relative/yesterday",
        "(earlier|late|early)? YESTERDAY",
        lambda found: Shifted(Unit.DAY, -1),
        "The day before the report.",
        "yesterday",
    ),
    Rule(
        "relative/tomorrow",
        "(early|late)? TOMORROW",
        lambda found: Shifted(Unit.DAY, 1),
        "The day after the report.",
        "tomorrow",
    ),
    Rule(
        "relative/day-before-yesterday",
        "(the)? day before yesterday",
        lambda found: Shifted(Unit.DAY, -2),
        "Two days before the report.",
        "the day before yesterday",
    ),
    Rule(
        "relative/day-after-tomorrow",
        "(the)? day after tomorrow",
        lambda found: Shifted(Unit.DAY, 2),
        "Two days after the report.",
        "the day after tomorrow",
    ),
    Rule(
        "relative/unit",
        f"(earlier|later|early|late)? (the)? {WHEN} (fiscal|financial|school|calendar)? unit=UNIT",
        _near,
        "The unit before, of or after the report.",
        "last week",
    ),
    Rule(
        "relative/unit-narrative",
        "(earlier|later|late|early)? (in|on)? "
        "((the)? (next=FOLLOWING|last=PREVIOUS)|the (next=next|very next=next|same|very same)"
        "|that (same|very)?) unit=UNIT",
        _narrative,
        "The unit before, of or after the date told before.",
        "the following day",
    ),
    Rule(
        "relative/that-date",
        "(that|the same|this same|the very) date",
        lambda found: Shifted(Unit.DAY, 0, Base.REFERENCE),
        "The day told before.",
        "that date",
    ),
    Rule(
        "relative/unit-but-one",
        "the (unit=UNIT before last=last|unit=UNIT after next)",
        _but_one,
        "Two units before or after the report.",
        "the week before last",
    ),
    Rule(
        "relative/the-unit",
        "(the unit=week|(the (whole|entire|full|fiscal|financial)? unit=UNIT|(long)? unit=weekend) (?!ended|ending))",
        _the_unit,
        "The report's own unit.",
        "the week",
    ),
    Rule(
        "relative/day-before",
        f"the unit=UNIT last=before {_NOTHING_MORE}",
        _narrative,
        "The day before the one told before.",
        "the day before,",
    ),
    Rule(
        "relative/day-after",
        f"the unit=UNIT (next=after|next=following) {_NOTHING_MORE}",
        _narrative,
        "The day after the one told before.",
        "the day after,",
    ),
    Rule(
        "relative/in-the-day",
        "(earlier|later|early|late) (in|on|on in) the (same)? unit=day",
        _narrative,
        "The day told before.",
        "later in the day",
    ),
)
