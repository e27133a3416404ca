"""Dates, counts and stretches of time in words: "27 January 2018", "100 or more", "4–10 Mar 2024 (7 days)".

Everything that a person reads goes through here, so that command line, window and plugin say the same.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Optional

from .timespan import Granularity

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUARTERS = {33: "first", 34: "second", 35: "third", 36: "fourth"}
_EDTF_DATE = re.compile(
    r"(?P<year>-?[\dX]{4,})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?P<sure>[~?%]?)"
)
_ONE_EDTF = r"[\dX]{4}-[\dX]{2}(?:-[\dX]{2})?(?:T\d{2}(?::\d{2})?)?"
_EDTF_IN_TEXT = re.compile(rf"(?<![\w/.-])(?:\.\./)?{_ONE_EDTF}(?:/(?:{_ONE_EDTF}|\.\.))?(?![\w-])")
_HEDGE = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_DAY = timedelta(days=1)


def date_in_words(
    edtf: str, start: Optional[datetime] = None, end: Optional[datetime] = None, *, as_of: bool = False
) -> str:
    """The time of an event, as told.

    Parameters
    ----------
    edtf : str
        Extended Date/Time Format; empty when there is none.
    start, end : datetime.datetime or None
        The half-open bounds, used for what `edtf` cannot tell.
    as_of : bool
        Whether it is the day on which a lasting state was told: "as of 20 February 2018".

    Examples
    --------
    >>> date_in_words("2018-01-27")
    '27 January 2018'
    >>> date_in_words("2015/..")
    'since 2015'
    >>> date_in_words("XXXX-01-20")
    '20 January, year unknown'
    """
    words = _edtf_in_words(edtf) or _bounds_in_words(start, end)
    if as_of and start is not None:
        return "as of " + words.replace("since ", "")
    return words


def with_dates_in_words(sentence: str) -> str:
    """A sentence for people, with the dates in it as people write them.

    Examples
    --------
    >>> with_dates_in_words("Counted from the report's date, 2018-02-21.")
    "Counted from the report's date, 21 February 2018."
    """
    return _EDTF_IN_TEXT.sub(lambda match: _edtf_in_words(match.group()) or match.group(), sentence)


def count_in_words(low: Optional[int], best: Optional[int], high: Optional[int]) -> str:
    """A number of people as told; empty when nothing is.

    Examples
    --------
    >>> count_in_words(100, 100, None)
    '100 or more'
    >>> count_in_words(3, 4, 6)
    '3 to 6, probably 4'
    >>> count_in_words(None, None, 5)
    'up to 5'
    """
    if low is not None and high is not None:
        if low == high:
            return f"{low:,}"
        between = f"{low:,} to {high:,}"
        return f"{between}, probably {best:,}" if best is not None and low < best < high else between
    if low is not None:
        return f"{low:,} or more"
    if high is not None:
        return f"up to {high:,}"
    return "" if best is None else f"about {best:,}"


def interval_in_words(start: datetime, end: datetime, step: Granularity, *, with_length: bool = True) -> str:
    """A window of time ``[start, end)`` at the precision of the slider's step.

    Examples
    --------
    >>> interval_in_words(datetime(2024, 3, 4), datetime(2024, 3, 11), Granularity.DAY)
    '4–10 Mar 2024 (7 days)'
    >>> interval_in_words(datetime(2018, 1, 1), datetime(2018, 3, 1), Granularity.MONTH)
    'Jan–Feb 2018 (2 months)'
    """
    if step in (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR):
        words, length = _hours(start, end)
    elif step in (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY) and _whole_years(start, end):
        words, length = _years(start, end)
    elif step in (Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON) and _whole_months(start, end):
        words, length = _months(start, end)
    else:
        words, length = _days(start, end)
    return f"{words} ({length})" if with_length else words


def number_of(n: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 event", "1,904 events"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def capitalised(words: str) -> str:
    """The words with a capital at the beginning, and otherwise as they are."""
    return words[:1].upper() + words[1:]


def day_in_words(day: datetime, *, short: bool = False) -> str:
    """A day: "27 January 2018", short "27 Jan 2018"."""
    return f"{day.day} {_month(day.month, short=short)} {day.year}"


def _edtf_in_words(edtf: str) -> str:
    """An EDTF text in words, empty when it is none of the forms that the reader writes."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _edtf_date_in_words(first)
    if last in ("..", ""):
        return _after("since ", _edtf_date_in_words(first))
    if first in ("..", ""):
        return _after("until ", _edtf_date_in_words(last))
    begins, ends = _edtf_date_in_words(first), _edtf_date_in_words(last)
    if begins == ends:
        return begins
    return _from_to(begins, ends) if begins and ends else ""


def _from_to(begins: str, ends: str) -> str:
    """Two dates with what they share said once: "1 January to 2 March 2018", "3 March 2018, 06:00 to 11:00"."""
    day, comma, hour = ends.partition(", ")
    if comma and begins.startswith(day + comma):
        return f"{begins} to {hour}"
    year = ends[-5:]
    if year[:1] == " " and year[1:].isdigit() and begins.endswith(year):
        begins = begins[:-5]
    return f"{begins} to {ends}"


def _after(preposition: str, words: str) -> str:
    return preposition + words if words else ""


def _edtf_date_in_words(edtf: str) -> str:
    calendar_date, clock, time = edtf.partition("T")
    match = _EDTF_DATE.fullmatch(calendar_date)
    if not match:
        return ""
    year, month, day, sure = match.group("year", "month", "day", "sure")
    words = _year_in_words(year)
    if month is not None and month.isdigit():
        number = int(month)
        if number in _SEASONS:
            words = f"{_SEASONS[number]} {words}"
        elif number in _QUARTERS:
            words = f"{_QUARTERS[number]} quarter of {words}"
        elif 1 <= number <= 12:
            words = _month_in_words(number, day, year, words)
        else:
            return ""
    if clock:
        words = f"{words}, {time[:5] if ':' in time else f'{time}:00'}"
    return _HEDGE[sure] + words


def _month_in_words(month: int, day: Optional[str], year: str, year_words: str) -> str:
    told = MONTHS[month - 1] if day is None or not day.isdigit() else f"{int(day)} {MONTHS[month - 1]}"
    return f"{told}, {year_words}" if "X" in year else f"{told} {year_words}"


def _year_in_words(year: str) -> str:
    if year.strip("X") == "":
        return "year unknown"
    if year.endswith("XX"):
        return f"{_ordinal(int(year[:-2]) + 1)} century"
    if year.endswith("X"):
        return f"{year[:-1].lstrip('0')}0s"
    number = int(year)
    return f"{1 - number} BC" if number <= 0 else str(number)


def _ordinal(n: int) -> str:
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _bounds_in_words(start: Optional[datetime], end: Optional[datetime]) -> str:
    if start is None:
        return "date unknown" if end is None else f"before {day_in_words(end)}"
    if end is None:
        return f"since {day_in_words(start)}"
    if end - start < _DAY:
        return f"{day_in_words(start)}, {start:%H:%M}"
    last = end - timedelta(microseconds=1)
    if (start.year, start.month, start.day) == (last.year, last.month, last.day):
        return day_in_words(start)
    return _from_to(day_in_words(start), day_in_words(last))


def _month(number: int, *, short: bool) -> str:
    return MONTHS[number - 1][:3] if short else MONTHS[number - 1]


def _whole_months(start: datetime, end: datetime) -> bool:
    return all(t == t.replace(day=1, hour=0, minute=0, second=0, microsecond=0) for t in (start, end))


def _whole_years(start: datetime, end: datetime) -> bool:
    return _whole_months(start, end) and start.month == end.month == 1


def _years(start: datetime, end: datetime) -> tuple[str, str]:
    n = end.year - start.year
    return (str(start.year) if n == 1 else f"{start.year}–{end.year - 1}"), number_of(n, "year")


def _months(start: datetime, end: datetime) -> tuple[str, str]:
    n = (end.year - start.year) * 12 + end.month - start.month
    last = end - _DAY
    length = number_of(n, "month")
    if n == 1:
        return f"{MONTHS[start.month - 1]} {start.year}", length
    first, final = _month(start.month, short=True), _month(last.month, short=True)
    if start.year == last.year:
        return f"{first}–{final} {last.year}", length
    return f"{first} {start.year} – {final} {last.year}", length


def _days(start: datetime, end: datetime) -> tuple[str, str]:
    last = end - timedelta(microseconds=1)
    n = (last.date() - start.date()).days + 1
    length = number_of(n, "day")
    if n == 1:
        return day_in_words(start, short=True), length
    if start.year != last.year:
        return f"{day_in_words(start, short=True)} – {day_in_words(last, short=True)}", length
    if start.month != last.month:
        return f"{start.day} {_month(start.month, short=True)} – {day_in_words(last, short=True)}", length
    return f"{start.day}–{day_in_words(last, short=True)}", length


def _hours(start: datetime, end: datetime) -> tuple[str, str]:
    seconds = int((end - start).total_seconds())
    units = ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))
    size, unit = next((size, unit) for size, unit in units if seconds % size == 0)
    clock = "%H:%M" if unit != "second" else "%H:%M:%S"
    begins = f"{day_in_words(start, short=True)}, {start.strftime(clock)}"
    same_day = start.date() == end.date()
    ends = end.strftime(clock) if same_day else f"{day_in_words(end, short=True)}, {end.strftime(clock)}"
    return f"{begins}{'–' if same_day else ' – '}{ends}", number_of(seconds // size, unit)
