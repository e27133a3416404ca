"""Extended Date/Time Format (ISO 8601-2:2019): the part of it that this package writes, read back.

======================  ================================  ==========================
text                    meaning                           bounds
======================  ================================  ==========================
``2018-01-20``          a day, also ``2018-01``, ``2018``  that unit
``2018-01-20T14:30``    a minute, also ``...T14``          that unit
``2017-23``             a season, 21 spring to 24 winter  March to May ... December on
``2017-33``             a quarter, 33 to 36               three months
``2017-40``             a half, 40 and 41                 six months
``199X``, ``19XX``      a decade, a century               ten, a hundred years
``-0479``               480 BC                            none: `datetime` starts at 1
``2015/..``             from 2015 on                      open end
``../2014``             up to 2014                        open start
``2018-01-20/2018-02``  from one to the other             first start to last end
``2018-01~``            about then                        as if it were exact
``XXXX-01-20``          a 20 January                      none: the year is not told
======================  ================================  ==========================
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Optional

from .errors import DateError
from .timespan import Granularity, TimeSpan

_UNIT = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX|XXXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?)?[~?%]?$"
)
# First month, and how many, of EDTF's parts of years. The northern seasons are meant; winter starts in December.
_PARTS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}
_PARTS.update({40: (1, 6), 41: (7, 6)})


def read_edtf(text: str) -> TimeSpan:
    """The time span that an EDTF text tells; undated when it leaves the year open or lies before the year 1.

    Raises
    ------
    DateError
        When the text is not of the part of EDTF that this package writes.
    """
    if "/" not in text:
        return _unit(text)
    first, _, last = text.partition("/")
    if first in ("..", "") and last in ("..", ""):
        raise _unreadable(text)
    start = None if first in ("..", "") else _unit(first).start
    end = None if last in ("..", "") else _unit(last).end
    if start is None and first not in ("..", ""):
        end = None
    try:
        return TimeSpan(start, end, Granularity.INTERVAL, text)
    except ValueError as backward:
        raise _unreadable(text) from backward


def _unit(text: str) -> TimeSpan:
    match = _UNIT.match(text)
    if match is None:
        raise _unreadable(text)
    year, month, day = match.group("year"), match.group("month"), match.group("day")
    hour = match.group("hour")
    if hour is not None and day is None:
        raise _unreadable(text)
    if "X" in year and year != "XXXX":
        if month is not None:
            raise _unreadable(text)
        return _digits_open(year, text)
    granularity = _granularity(match)
    if "X" in (year + (month or "") + (day or "")) or int(year) < 1:
        return TimeSpan(None, None, granularity, text)
    try:
        start, end = _bounds(match)
    except (ValueError, OverflowError) as impossible:
        raise _unreadable(text) from impossible
    return TimeSpan(start, end, granularity, text)


def _digits_open(year: str, text: str) -> TimeSpan:
    """``199X`` and ``19XX``."""
    missing = year.count("X")
    first = int(year[:-missing]) * 10**missing
    granularity = Granularity.DECADE if missing == 1 else Granularity.CENTURY
    return TimeSpan(datetime(max(first, 1), 1, 1), datetime(first + 10**missing, 1, 1), granularity, text)


def _bounds(match: re.Match[str]) -> tuple[datetime, Optional[datetime]]:
    year, month = int(match.group("year")), int(match.group("month") or 0)
    if match.group("day"):
        start = datetime(year, month, int(match.group("day")))
        if match.group("hour") is None:
            return start, start + timedelta(days=1)
        minute, second = match.group("minute"), match.group("second")
        start += timedelta(hours=int(match.group("hour")), minutes=int(minute or 0), seconds=int(second or 0))
        length = timedelta(seconds=1) if second else timedelta(minutes=1) if minute else timedelta(hours=1)
        return start, start + length
    first, count = _PARTS[month] if month > 12 and month in _PARTS else (month or 1, 1 if month else 12)
    following = year * 12 + first - 1 + count
    return datetime(year, first, 1), datetime(following // 12, following % 12 + 1, 1)


def _granularity(match: re.Match[str]) -> Granularity:
    if match.group("hour"):
        if match.group("second"):
            return Granularity.SECOND
        return Granularity.MINUTE if match.group("minute") else Granularity.HOUR
    if match.group("day"):
        return Granularity.DAY
    month = match.group("month")
    if month is None:
        return Granularity.YEAR
    number = 0 if month == "XX" else int(month)
    if number in (40, 41):
        return Granularity.INTERVAL
    return Granularity.QUARTER if number > 32 else Granularity.SEASON if number > 20 else Granularity.MONTH


def _unreadable(text: str) -> DateError:
    return DateError(
        f"'{text}' is no date in EDTF; write 2018-01-20, 2018-01, 2018, 2017-23 (autumn) or 2015/.."
    )
