"""Times of day, alone or on a date: "10:30", "Tuesday night", "after midnight"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Optional

from ...core.mentions import TimexKind
from ...core.timespan import DateBasis, Granularity, TimeSpan
from .counted import Shifted
from .expression import NO_REPORT_DATE, Anchors, Expression, Resolved, Side, dated, undated
from .period import Unit

_DAY, _MORNING = 24 * 60, 30 * 60  # minutes from midnight


@dataclass(frozen=True)
class Clock(Expression):
    """A time of day, alone or on a date.

    Parameters
    ----------
    code : str
        What follows the T of the value: ``14:30``, ``NI``, ``14``.
    start_minutes, end_minutes : int
        Half-open, from midnight; may run into the next day.
    on : Expression or None
        The day; None: the day told before, or the report's.
    to_utc : int
        Minutes to UTC, from a time zone named in the text.
    begins_day : bool
        Midnight is the beginning of a day that is named: "after midnight on Tuesday".
    """

    code: str
    start_minutes: int
    end_minutes: int
    on: Optional[Expression] = None
    to_utc: int = 0
    begins_day: bool = False

    def _needs_side(self) -> bool:
        return self._is_of_the_night if self.on is None else self.on.needs_side

    @property
    def _is_of_the_night(self) -> bool:
        """Whether it is night or midnight: what is told of the night that a report's day ends was not over then."""
        return self.code == "NI" or self.start_minutes >= _DAY

    def _resolve(self, anchors: Anchors) -> Resolved:
        if self.on is not None and self.begins_day:
            morning = replace(self, code="00:00", start_minutes=0, end_minutes=1, begins_day=False)
            return morning.resolve(anchors)
        if self.on is None and self._is_of_the_night and self._was_before(anchors):
            last = _MORNING if self.code == "NI" else self.end_minutes
            night = replace(self, end_minutes=last, on=Shifted(Unit.DAY, -1), begins_day=False)
            return replace(night.resolve(anchors), why="A time of the night before the report.", score=0.5)
        day = self._day(anchors)
        when = day.when
        if when is not None and when.start is not None and when.granularity is Granularity.DAY:
            when = self._from_midnight(when.start)
        return replace(day, kind=TimexKind.TIME, value=f"{day.value}T{self.code}", when=when)

    def _day(self, anchors: Anchors) -> Resolved:
        """The day named with it, else the one told before, else the report's."""
        if self.on is not None:
            return self.on.resolve(anchors)
        if anchors.reference is not None and anchors.reference.unit is Unit.DAY:
            return dated(anchors.reference, DateBasis.NARRATIVE, "A time of the day told before.", 0.6)
        if anchors.report is not None and not anchors.is_history:
            return dated(anchors.report, DateBasis.RELATIVE, "A time of the report's day.", 0.5)
        why = "The day is not told. " + NO_REPORT_DATE
        return undated("XXXX-XX-XX", "", Granularity.DAY, DateBasis.RELATIVE, why)

    def _from_midnight(self, midnight: datetime) -> TimeSpan:
        """Its minutes on a day; a minute or an hour where it is told in figures, else the hours of that part of it."""
        start = midnight + timedelta(minutes=self.start_minutes + self.to_utc)
        end = midnight + timedelta(minutes=self.end_minutes + self.to_utc)
        if not self.code[:1].isdigit():
            edtf = f"{start:%Y-%m-%dT%H}/{end - timedelta(hours=1):%Y-%m-%dT%H}"
            return TimeSpan(start, end, Granularity.HOUR, edtf)
        if ":" in self.code:
            return TimeSpan(start, end, Granularity.MINUTE, f"{start:%Y-%m-%dT%H:%M}")
        return TimeSpan(start, end, Granularity.HOUR, f"{start:%Y-%m-%dT%H}")

    def _was_before(self, anchors: Anchors) -> bool:
        """Whether it is told as past without a day, and so was over when the report's day began."""
        if anchors.side is Side.FUTURE or (anchors.side is Side.OPEN and not self.begins_day):
            return False
        report, told = anchors.report, anchors.reference
        if report is None or anchors.is_history:
            return False
        return told is None or told.unit is not Unit.DAY or told == report
