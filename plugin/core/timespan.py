"""When something happened: a half-open interval, its granularity and its EDTF text, kept side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Optional


class Granularity(str, Enum):
    """The unit in which a date was told; never guessed from zeros."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"  # the text gives two ends, or one end and "since"
    VAGUE = "vague"  # "recently": the bounds are ours


class DateBasis(str, Enum):
    """What the date of an event rests on."""

    EXPLICIT = "explicit"  # the words name it, at least in part: "30 March"
    RELATIVE = "relative"  # counted from the report's date: "on Tuesday"
    NARRATIVE = "narrative"  # hangs on another event: "a week later"
    DATELINE = "dateline"  # the text's own dateline
    PUBLICATION = "publication"  # the report's date, for want of a nearer one


_SHORTER_THAN_A_DAY = {Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR}


@dataclass(frozen=True)
class TimeSpan:
    """A time, possibly open or unknown at an end.

    Parameters
    ----------
    start, end : datetime.datetime or None
        Bounds of the half-open interval ``[start, end)``, naive UTC. ``start`` None: unknown, or before the
        year 1. ``end`` None with a start: goes on ("since 2015"). Both None: undated, only `edtf` tells what is
        known.
    granularity : Granularity
        Unit in which the text told it.
    edtf : str
        Extended Date/Time Format, ISO 8601-2:2019: ``2018-01-20``, ``2017-23`` (autumn), ``2015/..``,
        ``XXXX-01-20``. Empty when nothing can be written.
    """

    start: Optional[datetime]
    end: Optional[datetime]
    granularity: Granularity
    edtf: str = ""

    def __post_init__(self) -> None:
        for bound in (self.start, self.end):
            if bound is not None and bound.tzinfo is not None:
                raise ValueError("bounds are naive UTC; convert a zoned time first")
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError(f"a time span runs forward, not from {self.start} to {self.end}")

    def __reduce__(self) -> tuple[type[TimeSpan], tuple[object, ...]]:
        return TimeSpan, tuple(vars(self).values())  # as of events, there are very many

    @property
    def is_dated(self) -> bool:
        """Whether it can be put on a time line: it has a start."""
        return self.start is not None

    @property
    def goes_on(self) -> bool:
        """Whether it has a start and no end."""
        return self.start is not None and self.end is None

    @property
    def length(self) -> Optional[timedelta]:
        """``end - start``, None when an end is open."""
        return None if self.start is None or self.end is None else self.end - self.start

    def overlaps(self, other: TimeSpan) -> bool:
        """Whether both share a moment; an open end reaches without limit, an undated span overlaps nothing."""
        if self.start is None or other.start is None:
            return False
        return (other.end is None or self.start < other.end) and (self.end is None or other.start < self.end)

    @property
    def date_prec(self) -> Optional[int]:
        """UCDP GED's 1..5: exact day, 2-6 days, week, month, year (or more); None when undated."""
        if not self.is_dated:
            return None
        if self.length is None:
            return 5
        for prec, days in ((1, 1), (2, 6), (3, 7), (4, 31)):
            if self.length <= timedelta(days=days):
                return prec
        return 5

    @property
    def time_precision(self) -> Optional[int]:
        """ACLED's 1..3: day, week, month or worse; None when undated."""
        prec = self.date_prec
        return None if prec is None else 1 if prec == 1 else 2 if prec in (2, 3) else 3

    @property
    def is_day_or_finer(self) -> bool:
        """Whether the text told a day, or a time within one."""
        return self.granularity is Granularity.DAY or self.granularity in _SHORTER_THAN_A_DAY
