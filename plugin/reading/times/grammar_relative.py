"""Dates that count from the report's date, or from the date told before."""

from __future__ import annotations

from typing import Optional

from .compound import Modified, Nth, Rest
from .counted import NextTold, Shifted, TheQuarter, TheWeekend, YearBefore
from .expression import Base, Expression
from .lengths import SomeUnits, Vague
from .named import Weekday, Yearless
from .numerals import ORDINALS
from .patterns import Found, Rule
from .period import Unit
from .vocabulary import PLURALS, SEASON_NAMES, UNITS, VAGUE_NUMBERS
from .worth import month_of, quarter_number, weekday_of

CALENDAR_UNITS = {
    "D": Unit.DAY, "W": Unit.WEEK, "WE": Unit.WEEKEND, "MON": Unit.MONTH, "Q": Unit.QUARTER, "SEA": Unit.SEASON,
    "HALF": Unit.HALF, "Y": Unit.YEAR, "DE": Unit.DECADE, "CE": Unit.CENTURY, "ML": Unit.MILLENNIUM,
}  # fmt: skip
_ALL_UNITS = {**UNITS, **PLURALS}


def unit_of(word: str) -> Optional[Unit]:
    """The calendar's unit that a word names; None for hours and the like. A fortnight counts as weeks."""
    code = _ALL_UNITS[word]
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


def _near(found: Found) -> Optional[Expression]:
    """As in "last week", "this year", "next month"."""
    unit = unit_of(found.word("unit"))
    if unit is None:
        return None
    if unit is Unit.DAY and found.word("next") == "next" and found.has("the"):
        return Shifted(unit, 1, Base.REFERENCE)
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


def _ago(found: Found) -> Optional[Expression]:
    return _counted(found, -1, Base.REPORT, "PAST_REF")


def _from_now(found: Found) -> Optional[Expression]:
    return _counted(found, 1, Base.REPORT, "FUTURE_REF")


def _later(found: Found) -> Optional[Expression]:
    return _counted(found, 1, Base.REFERENCE, "FUTURE_REF")


def _earlier(found: Found) -> Optional[Expression]:
    return _counted(found, -1, Base.REFERENCE, "PAST_REF")


def _counted(found: Found, direction: int, base: Base, vague: str) -> Optional[Expression]:
    code = _ALL_UNITS[found.word("unit")]
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


def _named_near(found: Found) -> Expression:
    """As in "last March", "next summer", "this Tuesday"."""
    shift = 0 if found["this"] else 1 if found["next"] else -1
    if found["weekday"]:
        return Weekday(weekday_of(found), shift)
    if found["season"]:
        return Yearless(Unit.SEASON, SEASON_NAMES[found.word("season")], shift=shift)
    return Yearless(Unit.MONTH, month_of(found), shift=shift)


def _named_told(found: Found) -> Expression:
    """As in "the following Tuesday", "the previous winter"."""
    shift = 1 if found["next"] else -1
    if found["weekday"]:
        return NextTold(Unit.DAY, weekday_of(found), shift)
    if found["season"]:
        return NextTold(Unit.SEASON, SEASON_NAMES[found.word("season")], shift)
    return NextTold(Unit.MONTH, month_of(found), shift)


def _but_one(found: Found) -> Optional[Expression]:
    unit = unit_of(found.word("unit"))
    return None if unit is None else Shifted(unit, -2 if found["last"] else 2)


def _weekday_week(found: Found) -> Expression:
    return Weekday(weekday_of(found), week=1 if found["next"] else 0 if found["this"] else -1)


def _that_month(found: Found) -> Expression:
    return Yearless(Unit.MONTH, month_of(found))


def _month_of_near_year(found: Found) -> Expression:
    unit = Shifted(Unit.YEAR, 0 if found["this"] else 1 if found["next"] else -1)
    if found["season"]:
        return Nth(Unit.SEASON, SEASON_NAMES[found.word("season")], unit)
    if found["month"]:
        return Nth(Unit.MONTH, month_of(found), unit)
    return Nth(Unit.QUARTER, quarter_number(found.word("ordinal")), unit)


def _nth(found: Found) -> Optional[Expression]:
    unit = unit_of(found.word("unit"))
    if unit is None or unit in (Unit.DECADE, Unit.CENTURY):
        return None
    if found["ordinal"] is None:
        return Nth(unit, 0)
    lexeme = found["ordinal"]
    return Nth(unit, int(lexeme.number) if lexeme.shape == "ordinal" else ORDINALS[lexeme.word])


def _the_unit(found: Found) -> Optional[Expression]:
    unit = unit_of(found.word("unit"))
    if unit is Unit.DAY:
        return None  # "carried the day", "the day before the attack"
    if unit is Unit.QUARTER:
        return TheQuarter()
    if unit is Unit.WEEKEND:
        return TheWeekend()
    return None if unit is None else Shifted(unit, 0, Base.NEAR)


_WHEN = "(last=LAST|next=NEXT|this=THIS)"
# "The day before" alone, not "the day before the attack".
_NOTHING_MORE = "(?=,|.|in|on|at|with|to|by|from|when|who|and|but|as)"
_WHEN_TOLD = "(last=PREVIOUS|next=FOLLOWING)"

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
        f"(earlier|later|early|late)? (the)? {_WHEN} (fiscal|financial|school|calendar)? unit=UNIT",
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
        "relative/from-now",
        "(in)? (count=NUMBER|a|an) unit=ANYUNIT (from now|from today|hence)",
        _from_now,
        "So long after the report.",
        "two weeks from now",
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
        "relative/named",
        f"(earlier|later|early|late)? (the)? {_WHEN} "
        "(weekday=DAYNAME|season=SEASON|month=MONTHNAME|(weekday=DAYABBR|month=MONTHABBR) .?)",
        _named_near,
        "A named day, month or season by its side.",
        "last autumn",
    ),
    Rule(
        "relative/named-narrative",
        f"(the)? {_WHEN_TOLD} "
        "(weekday=DAYNAME|season=SEASON|month=MONTHNAME|(weekday=DAYABBR|month=MONTHABBR) .?)",
        _named_told,
        "A named day, month or season before or after the date told before.",
        "the following winter",
    ),
    Rule(
        "relative/unit-but-one",
        "the (unit=UNIT before last=last|unit=UNIT after next)",
        _but_one,
        "Two units before or after the report.",
        "the week before last",
    ),
    Rule(
        "relative/weekday-week",
        "weekday=WEEKDAY (of)? (last=LAST|next=NEXT|this=THIS) week",
        _weekday_week,
        "A day of the last, this or next week.",
        "Tuesday of last week",
    ),
    Rule(
        "relative/month-year",
        f"(the)? (month=MONTH|season=SEASON|ordinal=ORDINAL -? quarter) (of)? {_WHEN} year",
        _month_of_near_year,
        "A month, season or quarter of the last, this or next year.",
        "March last year",
    ),
    Rule(
        "relative/year-quarter",
        "(last=last|this=this|next=next) year ' s (month=MONTH|season=SEASON|ordinal=ORDINAL -? quarter)",
        _month_of_near_year,
        "The same, the year in front.",
        "last year's third quarter",
    ),
    Rule(
        "relative/that-month",
        "(that|the same|the following|the next) month=MONTH",
        _that_month,
        "A month near the date told before.",
        "that March",
    ),
    Rule(
        "relative/nth",
        "(the)? (ordinal=ORDINAL|last|final|closing) unit=UNIT (?=of|in)",
        _nth,
        "The n-th unit of what follows.",
        "the first week of May",
    ),
    Rule(
        "relative/the-unit",
        "(the (whole|entire|full|fiscal|financial)? unit=UNIT|(long)? unit=weekend) (?!ended|ending)",
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
    Rule(
        "relative/hours-later",
        "((minutes|hours|moments|seconds) (later|afterwards|earlier|beforehand)|"
        "shortly (afterwards|afterward|thereafter|beforehand))",
        lambda found: Shifted(Unit.DAY, 0, Base.REFERENCE, is_rounded=False),
        "Within the day told before.",
        "hours later",
    ),
    Rule(
        "relative/the-quarter-ended",
        "the unit=quarter (?=ended|ending)",
        lambda found: TheQuarter(),
        "The quarter that the report is about.",
        "the quarter ended June 30",
    ),
    Rule(
        "relative/latest",
        "the latest (quarter|period)",
        lambda found: TheQuarter(),
        "The quarter that the report is about.",
        "the latest quarter",
    ),
    Rule(
        "relative/quarter-of",
        "(the)? year=YEAR (quarter|period)",
        lambda found: TheQuarter(found.number("year")),
        "The quarter that the report is about, of another year.",
        "the 1988 period",
    ),
    Rule(
        "relative/year-end",
        "(the)? (year -? end|year ' s end)",
        lambda found: Modified(Shifted(Unit.YEAR, 0), "END", 6),
        "The end of the report's year.",
        "by year-end",
    ),
    Rule(
        "relative/year-ago",
        "(the)? year -? (ago|earlier) (quarter|period)?",
        lambda found: YearBefore(),
        "A year before the quarter, or the year, that the report is about.",
        "the year-ago period",
    ),
)
