"""Dates so many units before or after another: "three weeks ago", "a year earlier", "two weeks from Friday"."""

from __future__ import annotations

from typing import Optional

from .counted import Shifted, YearBefore
from .expression import Base, Expression
from .lengths import SomeUnits, Vague
from .named import Weekday, WeeksFrom
from .patterns import Found, Rule
from .period import Unit
from .units import ALL_UNITS, count_of, unit_of
from .worth import weekday_of


def _ago(found: Found) -> Optional[Expression]:
    return _counted(found, -1, Base.REPORT, "PAST_REF")


def _from_now(found: Found) -> Optional[Expression]:
    return _counted(found, 1, Base.REPORT, "FUTURE_REF")


def _later(found: Found) -> Optional[Expression]:
    return _counted(found, 1, Base.REFERENCE, "FUTURE_REF")


def _earlier(found: Found) -> Optional[Expression]:
    return _counted(found, -1, Base.REFERENCE, "PAST_REF")


def _counted(found: Found, direction: int, base: Base, vague: str) -> Optional[Expression]:
    code = ALL_UNITS[found.word("unit")]
    count = count_of(found)
    unit = unit_of(found.word("unit"))
    if unit is Unit.YEAR and count == 1 and direction < 0 and not found["half"]:
        return YearBefore(base)
    if unit is None:
        return Shifted(Unit.DAY, 0, base) if code in "HMS" else Shifted(Unit.DAY, direction, base)
    if count is None:
        return SomeUnits(vague, unit, direction, base)
    if code == "F":
        count *= 2
    if found["half"]:
        count += 0.5
    if count != int(count):
        smaller = {Unit.YEAR: (Unit.MONTH, 12), Unit.WEEK: (Unit.DAY, 7), Unit.DECADE: (Unit.YEAR, 10)}.get(
            unit
        )
        if smaller is None:
            return Shifted(unit, direction * round(count), base)
        unit, count = smaller[0], count * smaller[1]
    if count > 5000:
        return Vague(vague)
    narrative_week = unit is Unit.WEEK and base is Base.REFERENCE
    return Shifted(unit, direction * round(count), base, is_rounded=not narrative_week)


def _to_the_day(found: Found) -> Optional[Expression]:
    """As in "a year ago today", "ten years ago this month"."""
    unit, count = unit_of(found.word("unit")), count_of(found)
    if unit is None or count is None or count != int(count):
        return None
    to = unit_of(found.word("to")) if found["to"] else Unit.DAY
    return Shifted(unit, -int(count), to=to)


def _weeks_from(found: Found) -> Optional[Expression]:
    """As in "two weeks from Friday"."""
    count = count_of(found)
    return None if count is None else WeeksFrom(Weekday(weekday_of(found)), int(count))


def _some(found: Found, direction: int, base: Base, vague: str) -> Optional[Expression]:
    """As in "years ago", "weeks later"; hours and shorter stay within their day."""
    unit = unit_of(found.word("unit"))
    return (
        Shifted(Unit.DAY, 0, base, is_rounded=False)
        if unit is None
        else SomeUnits(vague, unit, direction, base)
    )


RULES = (
    Rule(
        "relative/ago",
        "count=NUMBER (and a half=half)? -? unit=ANYUNIT ago",
        _ago,
        "So long before the report.",
        "three weeks ago",
    ),
    Rule(
        "relative/a-ago",
        "(a|an) unit=UNIT (and a half=half)? ago",
        _ago,
        "One unit before the report.",
        "a year ago",
    ),
    Rule(
        "relative/vague-ago",
        "(a)? count=VAGUE (of)? (more)? unit=ANYUNIT ago",
        _ago,
        "Some units before the report.",
        "several years ago",
    ),
    Rule(
        "relative/bare-ago",
        "unit=UNITS ago",
        lambda found: _some(found, -1, Base.REPORT, "PAST_REF"),
        "Some units before the report.",
        "years ago",
    ),
    Rule(
        "relative/ago-today",
        "(count=NUMBER|a|an) unit=ANYUNIT ago (today|this (to=week|to=month|to=year|to=weekend))",
        _to_the_day,
        "So long before the report, to the day or the unit named.",
        "a year ago today",
    ),
    Rule(
        "relative/from-now",
        "(in)? (count=NUMBER|a|an) unit=ANYUNIT (from now|from today|hence)",
        _from_now,
        "So long after the report.",
        "two weeks from now",
    ),
    Rule(
        "relative/weeks-from",
        "(count=NUMBER|a) (week|weeks) from weekday=DAYNAME",
        _weeks_from,
        "A day of the week, and so many weeks.",
        "a week from Friday",
    ),
    Rule(
        "relative/later",
        "(some|half)? (count=NUMBER|a|an|another) unit=ANYUNIT (later|afterwards|afterward|thereafter|after that)",
        _later,
        "So long after the date told before.",
        "a week later",
    ),
    Rule(
        "relative/vague-later",
        "(a)? (count=VAGUE) (of)? unit=ANYUNIT (later|afterwards|afterward|thereafter|after that)",
        _later,
        "Some units after the date told before.",
        "a few days later",
    ),
    Rule(
        "relative/earlier",
        "(count=NUMBER|a|an) unit=ANYUNIT (earlier|before that|beforehand|previously|before (?=,|.))",
        _earlier,
        "So long before the date told before.",
        "a year earlier",
    ),
    Rule(
        "relative/vague-earlier",
        "(a)? count=VAGUE (of)? unit=ANYUNIT (earlier|before that|previously)",
        _earlier,
        "Some units before the date told before.",
        "a few weeks earlier",
    ),
    Rule(
        "relative/on",
        "(count=NUMBER|a|an) unit=ANYUNIT on (?=,)",
        _later,
        "So long after the date told before.",
        "six months on,",
    ),
    Rule(
        "relative/bare-later",
        "unit=UNITS (later|afterwards)",
        lambda found: _some(found, 1, Base.REFERENCE, "FUTURE_REF"),
        "Some units after the date told before.",
        "weeks later",
    ),
    Rule(
        "relative/bare-earlier",
        "unit=UNITS (earlier|beforehand)",
        lambda found: _some(found, -1, Base.REFERENCE, "PAST_REF"),
        "Some units before the date told before.",
        "weeks earlier",
    ),
    Rule(
        "relative/shortly-later",
        "(moments (later|afterwards|earlier|before)|shortly (afterwards|afterward|thereafter|beforehand))",
        lambda found: Shifted(Unit.DAY, 0, Base.REFERENCE, is_rounded=False),
        "Within the day told before.",
        "shortly afterwards",
    ),
)
