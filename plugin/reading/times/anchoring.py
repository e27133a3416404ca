"""What each expression of a text counts from: the report, and the dates that the text has told so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Optional

from ...core.mentions import Timex, TimexKind
from ...core.report import Span
from ..parsed import ParsedDocument
from ..tokens import Token
from .counted import Shifted, TheQuarter, YearBefore
from .expression import Anchors, Base, Expression, Resolved, Side
from .grounds import is_subordinate
from .lengths import SomeUnits
from .named import Absolute, Weekday
from .period import Period, Unit
from .recognise import Recognised
from .telling import is_day_of_telling
from .tense import Tense, clause_of, is_introduced_by, side_of, tense_of
from .time_of_day import Clock

_HISTORY_YEARS = 2  # a report that mostly tells of times so long before it is a history
_HISTORY_DATES = 6  # and tells at least so many dates in full
_JUST_BEFORE = 500  # characters within which a date told in full gives its year to those after it
_NEWS_DAYS = 2  # so many days named as news names them, and a text is no history ...
_LOOKING_BACK = 6  # ... unless it tells more than so many dates in full for each
_NEWS = 60  # days before the report that its news may be of
_WEEK = 7
_HEADINGS = 2  # headings of years that make a chronicle
_ASIDE = 365  # days before the report beyond which a date is a look back at other times
# "2017" on a line of its own, "2006: Civil war".
_HEADING = re.compile(r"^[ \t=#*]*(1[5-9]\d\d|20\d\d)(?:[ \t=#*]*|:[ \t][^\n.]{3,80})$", re.MULTILINE)
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)$")
_DEADLINES = (" by", "until", "till", "through", "soon as", "early as", "late as")


class Anchoring:
    """The anchors at each point of a text; `after` moves them on, expression by expression."""

    def __init__(self, parsed: ParsedDocument, text: str, found: Sequence[Recognised]) -> None:
        published = parsed.report.published
        report = Period.of_date(published) if published else None
        self._parsed = parsed
        self._text = text
        self._anchors = Anchors(report, is_history=_is_history(found, report))
        self._headings = [(match.start(), int(match.group(1))) for match in _HEADING.finditer(text)]
        self._full_end = 0
        self._last: Optional[Timex] = None  # the last that moved the story
        self._main: Optional[Period] = None  # the last date of the news itself
        self._passed: Optional[Period] = None  # told since in passing only

    def at(self, expression: Expression, span: Span, side: Side) -> Anchors:
        """What an expression at a place counts from."""
        is_deadline = side is Side.OPEN and self._follows(span, _DEADLINES)
        full = self._anchors.full if span.start - self._full_end <= _JUST_BEFORE else None
        is_before_story = self._is_before_story(expression, span)
        is_back = is_before_story or self._is_past_an_aside(expression, span)
        reference = self._main if is_back else self._anchors.reference
        if self._passed is not None and self._would_be_ahead(expression, reference, span):
            reference = self._passed
        return replace(
            self._anchors,
            side=side,
            is_deadline=is_deadline,
            full=full,
            reference=reference,
            is_before_story=is_before_story,
            section_year=self._section_year(span),
        )

    def _section_year(self, span: Span) -> Optional[int]:
        """The year of the last heading above, where there are several: one alone may be anything."""
        if len(self._headings) < _HEADINGS:
            return None
        above = [year for start, year in self._headings if start <= span.start]
        return above[-1] if above else None

    def _is_before_story(self, expression: Expression, span: Span) -> bool:
        """As in "on Tuesday gunmen had killed two judges" after news of Friday, "on Friday, after ... on Tuesday"."""
        if self._main is None or not _has_weekday(expression) or self._follows(span, _DEADLINES):
            return False
        head = self._parsed.head_of(span)
        return tense_of(head) is Tense.PLUPERFECT or (
            self._is_in_sentence_of_last(span) and _is_after(clause_of(head))
        )

    def _is_in_sentence_of_last(self, span: Span) -> bool:
        if self._last is None:
            return False
        numbers = [self._parsed.sentence_number_at(start) for start in (self._last.span.start, span.start)]
        return numbers[0] == numbers[1]

    def _is_past_an_aside(self, expression: Expression, span: Span) -> bool:
        """Whether the story is back at its news: after a look years back, "a week earlier" is earlier than the news.

        So is "the same day", once a new paragraph has begun.
        """
        reference, report = self._anchors.reference, self._anchors.report
        if self._main is None or reference is None or report is None or self._anchors.is_history:
            return False
        if self._is_in_sentence_of_last(span):
            return False
        if (
            _is_of_days(expression)
            and reference.end_day - reference.first_day > _WEEK
            and self._main.unit is Unit.DAY
        ):
            return True
        if reference.first_day >= report.first_day - _ASIDE or self._last is None:
            return False
        return _looks_back(expression) or self._paragraph(span) != self._paragraph(self._last.span)

    def _paragraph(self, span: Span) -> int:
        return self._parsed.sentence_at(span.start).paragraph

    def after(self, item: Recognised, timex: Timex, resolved: Resolved) -> None:
        """The story goes on from an expression, unless that only looks back or ahead or dates the telling."""
        anchors = replace(self._anchors, partial=_partial(resolved) or self._anchors.partial)
        if _is_full(item.expression):
            anchors, self._full_end = replace(anchors, full=resolved.period), timex.span.end
        if (
            _moves(item.expression, resolved)
            and not self._is_beside(timex)
            and not self._is_in_an_aside(timex)
        ):
            anchors = replace(anchors, reference=resolved.period)
            self._last, self._passed = timex, None
            if self._is_news(resolved.period):
                self._main = resolved.period
            if resolved.period is not None and resolved.period.unit is Unit.QUARTER:
                anchors = replace(anchors, quarter=resolved.period)
        elif resolved.period is not None and resolved.period.unit is Unit.DAY:
            self._passed = resolved.period
        self._anchors = anchors

    def _would_be_ahead(self, expression: Expression, reference: Optional[Period], span: Span) -> bool:
        """Whether "a week later", told as past, would lie after the report: it counts from what was told in passing.

        As in "the truce has held since it was signed on 11 January; a week later soldiers shelled a town".
        """
        report = self._anchors.report
        if reference is None or report is None or not isinstance(expression, Shifted):
            return False
        if expression.base is not Base.REFERENCE or expression.count <= 0:
            return False
        is_ahead = reference.shifted(expression.unit, expression.count).first_day > report.first_day
        return is_ahead and side_of(self._parsed, span) is Side.PAST

    def _is_news(self, period: Optional[Period]) -> bool:
        report = self._anchors.report
        return (
            period is not None
            and report is not None
            and report.first_day - _NEWS <= period.first_day < report.end_day
            and period.end_day - period.first_day <= _NEWS
        )

    def _follows(self, span: Span, words: tuple[str, ...]) -> bool:
        return self._text[max(0, span.start - 12) : span.start].lower().rstrip().endswith(words)

    def _is_beside(self, timex: Timex) -> bool:
        """Whether it is when somebody told of another day of its sentence: "on Sunday, police said on Monday"."""
        if self._last is None or timex.when is None or timex.when.length != timedelta(days=1):
            return False
        return self._is_in_sentence_of_last(timex.span) and is_day_of_telling(self._parsed, timex)

    def _is_in_an_aside(self, timex: Timex) -> bool:
        """Whether a sentence with a day has it only in passing: "shelled on Friday the town that fell on Monday"."""
        return self._is_in_sentence_of_last(timex.span) and is_subordinate(self._parsed.head_of(timex.span))


def _is_after(clause: Token) -> bool:
    """Whether a clause says after what something was: "after gunmen killed ten on Tuesday"."""
    return clause.dep_ == "advcl" and is_introduced_by(clause, ("after", "since"))


def _is_full(expression: Expression) -> bool:
    return isinstance(expression, Absolute) and expression.period.unit in (Unit.DAY, Unit.MONTH)


def _partial(resolved: Resolved) -> Optional[tuple[int, int]]:
    """Month and day, when only the year is unknown."""
    match = _YEARLESS.match(resolved.value)
    return (int(match.group(1)), int(match.group(2))) if match else None


def _moves(expression: Expression, resolved: Resolved) -> bool:
    """Whether later expressions may hang on it; a look back ("a year earlier") does not move the story."""
    if isinstance(expression, (YearBefore, TheQuarter)):
        return False
    if _looks_back(expression):
        return False
    if isinstance(expression, Clock) and expression.on is None:
        return False
    return resolved.period is not None and resolved.kind in (TimexKind.DATE, TimexKind.TIME)


def _looks_back(expression: Expression) -> bool:
    """As in "a week earlier", "several days before that"."""
    if isinstance(expression, SomeUnits):
        return expression.base is Base.REFERENCE and expression.direction < 0
    return isinstance(expression, Shifted) and expression.base is Base.REFERENCE and expression.count < 0


def _is_of_days(expression: Expression) -> bool:
    """As in "the same day", "that evening": they hang on a day."""
    day = _day_of(expression)
    return isinstance(day, Shifted) and day.base is Base.REFERENCE and day.unit is Unit.DAY and day.is_rounded


def _has_weekday(expression: Expression) -> bool:
    return isinstance(_day_of(expression), Weekday)


def _day_of(expression: Expression) -> Optional[Expression]:
    """The day of a time of day, None where it tells none; any other expression itself."""
    return expression.on if isinstance(expression, Clock) else expression


def _counts_from_report(expression: Expression) -> bool:
    """Whether it counts from the day of writing: "today", "last week", "on Tuesday"."""
    return not isinstance(expression, Shifted) or expression.base is not Base.REFERENCE


def _is_of_the_last_days(expression: Expression) -> bool:
    """Whether it names a day as only news does: "on Tuesday", "yesterday evening"."""
    day = _day_of(expression)
    return isinstance(day, Weekday) or (
        isinstance(day, Shifted) and day.unit is Unit.DAY and _counts_from_report(day)
    )


def _is_history(found: Sequence[Recognised], report: Optional[Period]) -> bool:
    """Whether most dates told in full lie years before the report, and few count from the report."""
    if report is None:
        return False
    recent = sum(
        isinstance(item.expression, (Weekday, Shifted)) and _counts_from_report(item.expression)
        for item in found
    )
    years = sorted(
        item.expression.period.start_year
        for item in found
        if isinstance(item.expression, Absolute)
        and item.expression.period.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR)
    )
    days_of_news = sum(_is_of_the_last_days(item.expression) for item in found)
    if days_of_news >= max(_NEWS_DAYS, len(years) / _LOOKING_BACK):
        return False
    return (
        len(years) >= max(_HISTORY_DATES, 2 * recent)
        and years[len(years) * 3 // 4] < report.start_year - _HISTORY_YEARS
    )
