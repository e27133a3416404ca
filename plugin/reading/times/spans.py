"""What may be made of times once they are known: since, until, before, from one to another, from a moment on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Optional

from ...core.timespan import Granularity, TimeSpan
from .period import Period, Unit, moment

_LENGTH = re.compile(r"P(\d+)(D|W|M|Y|DE)$")
_FINE = (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR)
_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR, "DE": Unit.DECADE}


def with_preposition(when: TimeSpan, prepositions: Sequence[str]) -> TimeSpan:
    """A time after "since", "until", "before" or "after"; itself after any other."""
    if "since" in prepositions and not when.is_dated and when.edtf:
        return TimeSpan(None, None, Granularity.INTERVAL, f"{when.edtf}/..")
    if {"until", "till", "before", "by"} & set(prepositions) and not when.is_dated and when.edtf:
        return TimeSpan(None, None, Granularity.INTERVAL, f"../{when.edtf}")
    if "since" in prepositions and when.start is not None:
        return TimeSpan(when.start, None, Granularity.INTERVAL, f"{_first(when)}/..")
    if ("until" in prepositions or "till" in prepositions) and when.end is not None:
        return TimeSpan(None, when.end, Granularity.INTERVAL, f"../{_last(when)}")
    if "before" in prepositions and when.start is not None and when.granularity in _FINE:
        day = Period.of_date((when.start - timedelta(minutes=1)).date())  # "shortly before midnight"
        return day.span()
    if ("before" in prepositions or "by" in prepositions) and when.start is not None:
        end = when.start if "before" in prepositions else when.end
        return TimeSpan(None, end, Granularity.INTERVAL, f"../{_last(when)}")
    return when


def open_from(start: datetime) -> TimeSpan:
    """From a moment on."""
    return TimeSpan(start, None, Granularity.INTERVAL, f"{start:%Y-%m-%d}/..")


def is_countable(value: str) -> bool:
    """Whether a TIMEX3 value is a length in whole days or longer: ``P2M``."""
    return _LENGTH.match(value) is not None


def stretch_up_to(value: str, last: date) -> Optional[TimeSpan]:
    """The stretch of a length (TIMEX3: ``P2M``) that ends with a day; None when it is no such length."""
    match = _LENGTH.match(value)
    if match is None:
        return None
    day = Period.of_date(last)
    first = day.shifted(_UNITS[match.group(2)], -int(match.group(1))).first_day
    edtf = f"{Period(Unit.DAY, first).edtf}/{day.edtf}"
    return TimeSpan(moment(first), moment(day.end_day), Granularity.INTERVAL, edtf)


def joined(first: Optional[TimeSpan], last: Optional[TimeSpan]) -> Optional[TimeSpan]:
    """From the start of one time to the end of another; None when that is no span."""
    if first is None or last is None or first.start is None or last.end is None or first.start >= last.end:
        return None
    return TimeSpan(first.start, last.end, Granularity.INTERVAL, f"{_first(first)}/{_last(last)}")


def _first(when: TimeSpan) -> str:
    return when.edtf.split("/")[0] or (f"{when.start:%Y-%m-%d}" if when.start else "")


def _last(when: TimeSpan) -> str:
    told = when.edtf.rsplit("/", 1)[-1]
    return told or (f"{when.end - timedelta(days=1):%Y-%m-%d}" if when.end else "")
