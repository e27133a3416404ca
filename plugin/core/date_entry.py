"""A date as a person types it into a field: "2018", "Jan 2018", "27 January 2018", "44 BC"."""

from __future__ import annotations

import re

from .calendar import Step, TimeRange, Unit, add, ms_of
from .errors import DateError
from .wording import MONTHS

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

    Day and month in figures are read only in ISO order (2018-01-27), because 3/4/2018 means two things.

    Raises
    ------
    DateError
        When the text is none of these.
    """
    words = " ".join(text.lower().split())
    for form in _FORMS:
        match = form.fullmatch(words)
        if match:
            parts = match.groupdict()
            year, month = int(parts["year"]), _month(parts, text)
            if (parts.get("era") or "").startswith("b"):
                year = 1 - year
            return _range(year, month, int(parts["day"]) if parts.get("day") else None, text)
    raise _refused(text)


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
