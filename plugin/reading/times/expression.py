"""What a time expression means before anyone knows the report's date, and how it is resolved against one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional

from ...core.mentions import TimexKind
from ...core.timespan import DateBasis, Granularity, TimeSpan
from .period import Period


class Side(str, Enum):
    """On which side of its anchor a time lies, as the verb tells it."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"  # the verb does not say


SIDE_SUFFIX = {Side.FUTURE: "/ahead", Side.OPEN: "/open"}  # of a rule's name: what the verb told


class Base(str, Enum):
    """What a relative expression counts from."""

    REPORT = "report"
    NEAR = "near"  # the report's date, but in a history the date told before
    REFERENCE = "reference"  # the date told before it in the text


@dataclass(frozen=True)
class Anchors:
    """What an expression is resolved against.

    Parameters
    ----------
    report : Period or None
        Day of the report; None when nobody says, and then nothing is guessed.
    reference : Period or None
        The date told before in the text.
    partial : (month, day) or None
        The day told before in the text, when its year is not known.
    side : Side
        What the verb tells.
    quarter : Period or None
        The quarter of a year that the text is about.
    is_deadline : bool
        "by", "until" stand before it.
    is_history : bool
        The text tells of times long before it was written: under-specified dates hang on the date told before.
    full : Period or None
        A day or a month told in full just before.
    is_before_story : bool
        The verb is in the pluperfect: days of the week lie before the date told before.
    section_year : int or None
        The year that heads the section of the text.
    """

    report: Optional[Period]
    reference: Optional[Period] = None
    partial: Optional[tuple[int, int]] = None
    side: Side = Side.PAST
    quarter: Optional[Period] = None
    is_deadline: bool = False
    is_history: bool = False
    full: Optional[Period] = None
    is_before_story: bool = False
    section_year: Optional[int] = None

    @property
    def now(self) -> Optional[Period]:
        """What under-specified dates hang on."""
        return self.reference if self.is_history and self.reference else self.report


@dataclass(frozen=True)
class Resolved:
    """An expression with its value; `period` is what later expressions may hang on."""

    kind: TimexKind
    value: str
    when: Optional[TimeSpan]
    basis: DateBasis
    why: str
    period: Optional[Period] = None
    modifier: str = ""
    score: float = 0.9


@dataclass(frozen=True)
class Expression:
    """A time expression; sub-classes say which kind, and resolve themselves."""

    def resolve(self, anchors: Anchors) -> Resolved:
        """Value and bounds, as far as the anchors allow; ValueError when there is no such day."""
        return self._resolve(anchors)

    @property
    def needs_side(self) -> bool:
        """Whether the verb decides on which side of its anchor it lies."""
        return self._needs_side()

    def _resolve(self, anchors: Anchors) -> Resolved:
        raise NotImplementedError

    def _needs_side(self) -> bool:
        return False


def resolved_or_none(expression: Expression, anchors: Anchors) -> Optional[Resolved]:
    """An expression with its value; None when it names a time that no calendar has ("30 February", the year 12000)."""
    try:
        return expression.resolve(anchors)
    except (ValueError, IndexError, StopIteration, OverflowError):
        return None


def dated(period: Period, basis: DateBasis, why: str, score: float = 0.9) -> Resolved:
    """A DATE that is a period of the calendar."""
    return Resolved(TimexKind.DATE, period.value, period.span(), basis, why, period, "", score)


def undated(value: str, edtf: str, granularity: Granularity, basis: DateBasis, why: str) -> Resolved:
    """A DATE that cannot be put on the time line yet."""
    return Resolved(
        TimexKind.DATE, value, TimeSpan(None, None, granularity, edtf), basis, why, None, "", UNDATED_SCORE
    )


NO_REPORT_DATE = "The report has no date to count from."
UNDATED_SCORE = 0.5  # of an expression that waits for the report's date
