"""A date as a person types it into a field: "2018", "Jan 2018", "27 January 2018", "44 BC", "27.1.2018"."""

from __future__ import annotations

import re
from datetime import date

from .calendar import DAY_MS, Step, TimeRange, Unit, add, moment_of, ms_of
from .errors import DateError
from .wording import MONTHS

_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")  # day and month in either order
_FROM_TO = re.compile(r"(.+?)(?:\s+(?:to|until)\s+|\s+[–—-]\s+|\s*[–—]\s*)(.+)")
_SINCE = re.compile(r"(?:since|from)\s+(.+?)(?:\s+on)?")
_YEAR = r"(?P<year>-?\d{1,9})(?:\s*(?P<era>bce?|ad|ce))?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_FORMS = (
    re.compile(r"(?P<year>-?\d{4,9})-(?P<number>\d{1,2})(?:-(?P<day>\d{1,2}))?"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}"),
    re.compile(rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}"),
    re.compile(rf"{_MONTH},?\s+{_YEAR}"),
    re.compile(_YEAR),
)


def range_of_text(text: str) -> TimeRange:
    """The day, month or year that a text names, as ``[start, end)`` in ms since 1970 UTC.

    Day and month in figures are read in ISO order (2018-01-27), and in another one where only one makes a date:
    27.1.2018, but not 3/4/2018.

    Raises
    ------
    DateError
        When the text is none of these, or could be two days; both are told.
    """
    words = " ".join(text.lower().split())
    figures = _FIGURES.fullmatch(words)
    if figures:
        return _of_figures(int(figures[1]), int(figures[3]), int(figures[4]), text)
    for form in _FORMS:
        match = form.fullmatch(words)
        if match:
            parts = match.groupdict()
            year, month = int(parts["year"]), _month(parts, text)
            if (parts.get("era") or "").startswith("b"):
                year = 1 - year
            return _range(year, month, int(parts["day"]) if parts.get("day") else None, text)
    raise _refused(text)


def edtf_of_text(text: str) -> str:
    """The date that a text names in Extended Date/Time Format; empty for an empty text.

    Besides a day, a month or a year: "20 January 2018 to 3 February 2018", "since 2015".

    Raises
    ------
    DateError
        When the text is none of these, could be two days, or runs backward.
    """
    words = " ".join(text.split())
    if not words:
        return ""
    since = _SINCE.fullmatch(words.lower())
    if since:
        return f"{_edtf(range_of_text(since[1]))}/.."
    try:
        return _edtf(range_of_text(words))
    except DateError:
        both = _FROM_TO.fullmatch(words)
        if not both:
            raise
    first, last = range_of_text(both[1]), range_of_text(both[2])
    if last.end <= first.start:
        raise DateError(f"“{words}” ends before it begins. Write the earlier date first.")
    return f"{_edtf(first)}/{_edtf(last)}"


def day_of_text(text: str) -> date:
    """The one day that a text names.

    Raises
    ------
    DateError
        When it names none, could be two, or names more than a day.
    """
    found = range_of_text(text)
    moment = moment_of(found.start)
    if found.length != DAY_MS or not 1 <= moment.year <= 9999:
        raise DateError(f"“{text.strip()}” is more than a day. Write a day: 27 January 2018 or 2018-01-27.")
    return date(moment.year, moment.month, moment.day)


def _edtf(found: TimeRange) -> str:
    """A day, a month or a year in EDTF; years before 1 as ``-0043`` for 44 BC."""
    moment = moment_of(found.start)
    year = f"{moment.year:04d}" if moment.year >= 0 else f"-{-moment.year:04d}"
    if found.length == DAY_MS:
        return f"{year}-{moment.month:02d}-{moment.day:02d}"
    return f"{year}-{moment.month:02d}" if found.length <= 31 * DAY_MS else year


def _of_figures(a: int, b: int, year: int, text: str) -> TimeRange:
    readings = {}
    for day, month in ((a, b), (b, a)):
        try:
            readings[_range(year, month, day, text).start] = (day, month)
        except DateError:
            continue
    if not readings:
        raise _refused(text)
    if len(readings) == 1:
        ((day, month),) = readings.values()
        return _range(year, month, day, text)
    (day, month), (other_day, other_month) = readings.values()
    raise DateError(
        f"“{text.strip()}” may be {day} {MONTHS[month - 1]} or {other_day} {MONTHS[other_month - 1]} {year}. "
        f"Write {year}-{month:02d}-{day:02d} or {year}-{other_month:02d}-{other_day:02d}."
    )


def _month(parts: dict[str, str | None], text: str) -> int | None:
    number, name = parts.get("number"), parts.get("month")
    if number is not None:
        return int(number)
    if name is None:
        return None
    for nth, month in enumerate(MONTHS, start=1):
        if month.lower().startswith(name) or (name == "sept" and nth == 9):
            return nth
    raise _refused(text)


def _range(year: int, month: int | None, day: int | None, text: str) -> TimeRange:
    if month is None:
        return _one(ms_of(year), Unit.YEAR)
    if not 1 <= month <= 12:
        raise _refused(text)
    whole = _one(ms_of(year, month), Unit.MONTH)
    if day is None:
        return whole
    start = ms_of(year, month, day)
    if not whole.holds(start):
        raise _refused(text)
    return _one(start, Unit.DAY)


def _one(start: int, unit: Unit) -> TimeRange:
    return TimeRange(start, add(start, Step(unit), 1))


def _refused(text: str) -> DateError:
    return DateError(f"“{text.strip()}” is no date. Write 27 January 2018, 2018-01-27, Jan 2018 or 2018.")
