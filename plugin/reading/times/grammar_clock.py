"""Times of day."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from .counted import Shifted
from .expression import Base, Expression
from .patterns import Found, Piece, Rule
from .period import Unit
from .time_of_day import Clock
from .vocabulary import CLOCK_WORDS, PARTS_OF_DAY

# Minutes to add to a zone's clock to get UTC.
ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "est": 300, "edt": 240, "cst": 360, "cdt": 300, "mst": 420, "mdt": 360, "pst": 480,
    "pdt": 420, "cet": -60, "cest": -120, "eet": -120, "eest": -180, "bst": -60, "msk": -180, "ist": -330,
}  # fmt: skip


def clock_on(day: Optional[Expression], hour: int, minute: Optional[int], to_utc: int = 0) -> Clock:
    """A time of the clock; without minutes it stands for the whole hour."""
    start = hour * 60 + (minute or 0)
    code = f"{hour:02}" if minute is None else f"{hour:02}:{minute:02}"
    return Clock(code, start, start + (60 if minute is None else 1), day, to_utc)


def _clock(found: Found) -> Optional[Expression]:
    if found["clock"]:
        parts = [int(part) for part in found.word("clock").replace(".", ":").split(":")]
        hour, minute = parts[0], parts[1]
    else:
        hour, minute = found.number("hour"), found.number("minute")
    meridiem = found.word("meridiem")[:1]
    if found.has("half"):
        minute = 30
    if (meridiem and not 1 <= hour <= 12) or hour > 24 or minute > 59:
        return None
    if meridiem == "p" and hour < 12:
        hour += 12
    elif meridiem == "a" and hour == 12:
        hour = 0
    return clock_on(None, hour, minute, ZONES.get(found.word("zone"), 0))


def _two_hours(found: Found) -> Optional[tuple[Piece, ...]]:
    """As in "between 2 and 4 p.m.": both take what follows the second."""
    later = found.word("meridiem")[:1] == "p"
    hours = [found.number("hour"), found.number("until")]
    if not all(1 <= hour <= 12 for hour in hours):
        return None
    starts_before = later and hours[0] > hours[1] and hours[1] != 12 and hours[0] != 12  # "11 to 2 p.m."
    zone = ZONES.get(found.word("zone"), 0)
    first = hours[0] % 12 + (12 if later and not starts_before else 0)
    last = hours[1] % 12 + (12 if later else 0)
    return (
        Piece(found.first, found.at("hour") + 1, clock_on(None, first, 0, zone)),
        Piece(found.at("until"), found.end, clock_on(None, last, 0, zone)),
    )


def _past_hour(found: Found) -> Optional[Expression]:
    """As in "half past ten", "quarter to nine", "5 minutes past noon"."""
    minutes = 30 if found["half"] else found.number("minutes") or 15
    hour = CLOCK_WORDS[found.word("noon")] if found["noon"] else found.number("hour")
    if minutes > 59 or (not found["noon"] and not 1 <= hour <= 12):
        return None
    if found.word("meridiem")[:1] == "p" and hour < 12:
        hour += 12
    total = hour * 60 + (minutes if found.word("side") in ("past", "after") else -minutes)
    return clock_on(None, total // 60 % 24, total % 60)


def _joined(found: Found) -> Optional[Expression]:
    hour, minute = divmod(found.number("time"), 100)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    hour = hour % 12 + (12 if found.word("meridiem").startswith("p") else 0)
    return clock_on(None, hour, minute)


def _oclock_part(found: Found) -> Optional[Expression]:
    hour = found.number("hour")
    part = found.word("part")
    if not 1 <= hour <= 12:
        return None
    if (PARTS_OF_DAY[part][0] in ("AF", "EV") or (part in ("night", "nite") and hour > 5)) and hour < 12:
        hour += 12
    return clock_on(None, hour, 0)


def part_of_day(word: str, day: Optional[Expression] = None) -> Clock:
    """A part of a day: TMO, TNI ..."""
    code, first, end = PARTS_OF_DAY[word]
    return Clock(code, first * 60, end * 60, day)


def _part(found: Found) -> Expression:
    return part_of_day(found.word("part"))


def _this_part(found: Found) -> Expression:
    return part_of_day(found.word("part"), Shifted(Unit.DAY, 0))


def _last_part(found: Found) -> Expression:
    return part_of_day(found.word("part"), Shifted(Unit.DAY, -1))


def _noon(found: Found) -> Expression:
    return clock_on(None, CLOCK_WORDS[found.word("clock_word")], 0)


def _after_midnight(found: Found) -> Expression:
    return replace(clock_on(None, CLOCK_WORDS["midnight"], 0), begins_day=True)


def _reference_day(count: int) -> Expression:
    return Shifted(Unit.DAY, count, Base.REFERENCE)


def _oclock(found: Found) -> Optional[Expression]:
    if found["part"]:
        return _oclock_part(found)
    hour = found.number("hour")
    return clock_on(None, hour, 0) if 1 <= hour <= 12 else None


RULES = (
    Rule(
        "clock/figures",
        "clock=CLOCK (hours|hrs|h)? -? (meridiem=MERIDIEM)? (zone=ZONE)?",
        _clock,
        "A time in figures.",
        "10:30 p.m.",
    ),
    Rule(
        "clock/meridiem",
        "hour=HOURNUM (. minute=MINUTENUM)? meridiem=MERIDIEM (zone=ZONE)?",
        _clock,
        "An hour before or after noon.",
        "10 a.m. EST",
    ),
    Rule(
        "clock/hours",
        "hour=HOURNUM (-|/|to|and|until) until=HOURNUM meridiem=MERIDIEM (zone=ZONE)?",
        _two_hours,
        "Two hours of a day.",
        "between 2 and 4 p.m.",
    ),
    Rule(
        "clock/past-hour",
        "(half=half|quarter|minutes=NUMBER minutes) (side=past|side=to|side=after|side=before) "
        "(hour=WORDNUM|hour=HOURNUM|noon=CLOCKWORD) (meridiem=MERIDIEM)?",
        _past_hour,
        "Minutes before or after an hour.",
        "half past ten",
    ),
    Rule(
        "clock/early-hours",
        "(the)? (early|small|wee|pre - dawn|predawn) (morning)? hours",
        lambda found: Clock("MO", 0, 6 * 60),
        "The hours after midnight.",
        "the early hours",
    ),
    Rule(
        "clock/joined",
        "time=FIGURE meridiem=MERIDIEM",
        _joined,
        "Hours and minutes without a sign between.",
        "430pm",
    ),
    Rule(
        "clock/word-meridiem",
        "hour=WORDNUM meridiem=MERIDIEM",
        _clock,
        "The same with the hour in words.",
        "ten p.m.",
    ),
    Rule(
        "clock/oclock",
        "hour=HOURNUM o ' clock (in the part=PART)?",
        _oclock,
        "A full hour.",
        "10 o'clock in the morning",
    ),
    Rule(
        "clock/word-oclock",
        "hour=WORDNUM o ' clock (in the part=PART)?",
        _oclock,
        "A full hour in words.",
        "ten o'clock",
    ),
    Rule(
        "clock/hour-part",
        "hour=HOURNUM in the part=PART",
        _oclock_part,
        "An hour and the part of the day.",
        "4 in the morning",
    ),
    Rule(
        "clock/after-midnight",
        "(?<=after|past) clock_word=midnight",
        _after_midnight,
        "Midnight as the beginning of a day.",
        "after midnight",
    ),
    Rule("clock/noon", "clock_word=CLOCKWORD", _noon, "Noon and midnight.", "noon"),
    Rule(
        "clock/this-part",
        "(earlier|later|early|late)? this part=PART",
        _this_part,
        "A part of the report's day.",
        "this morning",
    ),
    Rule(
        "clock/tonight",
        "(late|later)? tonight",
        lambda found: part_of_day("night", Shifted(Unit.DAY, 0)),
        "The night of the report's day.",
        "tonight",
    ),
    Rule(
        "clock/last-night",
        "(late|early)? last part=PART",
        _last_part,
        "The night before the report.",
        "last night",
    ),
    Rule(
        "clock/same-part",
        "the (same) part=PART",
        lambda found: part_of_day(found.word("part"), _reference_day(0)),
        "A part of the day told before.",
        "the same evening",
    ),
    Rule(
        "clock/that-part",
        "(that|later that|earlier that) part=PART",
        lambda found: part_of_day(found.word("part"), _reference_day(0)),
        "A part of the day told before.",
        "that evening",
    ),
    Rule(
        "clock/next-part",
        "the (next|following) part=PART",
        lambda found: part_of_day(found.word("part"), _reference_day(1)),
        "A part of the day after the one told before.",
        "the next morning",
    ),
    Rule(
        "clock/previous-part",
        "(the (previous|preceding) part=PART|the part=PART before (?=,|.))",
        lambda found: part_of_day(found.word("part"), _reference_day(-1)),
        "A part of the day before the one told before.",
        "the previous night",
    ),
    Rule("clock/overnight", "part=overnight", _last_part, "The night before the report.", "overnight"),
    Rule("clock/part", "(the)? (early|late|mid)? -? part=PART", _part, "A part of a day.", "in the morning"),
)
