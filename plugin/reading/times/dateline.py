"""The report's date as the text itself tells it: dateline, by-line, a line of its own near the top.

Conservative: a date in a sentence of the story is never taken for the report's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Optional

from ...core.report import Span
from ..layout import readable
from .expression import Expression
from .named import Absolute, Yearless
from .period import Unit, civil
from .recognise import Recognised, recognise
from .time_of_day import Clock

_HEAD_CHARACTERS = 1500  # how far down a report tells its date
_HEAD_LINES = 12
_LABEL = re.compile(
    r"(?:^|[|.;(\]-])\W*(?:first |date |last )?"
    r"(?:published|posted|updated|modified|issued|released|dated?|written|filed)"
    r"(?: (?:on|at))?\s*:?\s*$",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\b(?:as (?:of|at)|(?:week|period|month) (?:ending|to|until))\s*:?\s*$", re.IGNORECASE)
# "14-20 November 2020", "Reporting period: 1 to 15 February 2022", "Week of 3 - 9 May 2021"
_THROUGH = re.compile(r"\s*(?:-|/|to|until|till|through|and)\s*", re.IGNORECASE)
_BEFORE_PERIOD = re.compile(
    r"^\W*(?:[\w .#/&'-]{0,60}[:|(,-]\s*)?"
    r"(?:(?:the )?(?:reporting period|period|week|fortnight|month)\b[ :]*(?:of |from )?|(?:from|covering|between) )?$",
    re.IGNORECASE,
)
# "KABUL, Afghanistan (", "SAN SALVADOR, ", "Moscow, ": a place at the start of a line, then the date.
_PLACE = re.compile(r"^\W*(?:[A-Z][\w.'-]*(?:[ ,/-]+|$|\s*\([^)]*\),?\s*)){1,6}\(?\s*$")
# "Brussels, 27 June 2024. Envoys met": names alone before the comma, and the story behind the full stop.
_TOWN_ALONE = re.compile(
    r"^\W*(?!(?:In|At|On|Near|From|Until|Since|By)\b)[A-Z][\w'-]+(?:[ -][A-Z][\w'-]+){0,2}, $"
)
_STOP = re.compile(r"\.\s+[A-Z]")
_CAPITALS = re.compile(r"^\W*[A-Z][A-Z .,'/-]{2,}")
_AFTER_DATELINE = re.compile(
    r"^\s*(?:\)|\([^)]{1,60}\)?)?\s*(?:\([^)]{1,60}\))?\s*(?:[-:_]|\.\s+[A-Z]|\n|$|\))"
)
_BYLINE = re.compile(r"^\W*(?:by|from|author|source)\b", re.IGNORECASE)
_REFERENCE_NUMBER = re.compile(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-")
_SENTENCE = re.compile(r"[a-z]{2,}[.!?]\s*$")
_DASHED = re.compile(r"\s*\)?\s*(\([^)]*\))?\s*[-:]")
_PLACE_THEN_DASH = re.compile(r"\s*,?\s*[A-Z][A-Za-z .]+\s*(\([^)]*\)\s*)?-")
_HEADLINE = re.compile(r"\s*[:|]\s+\S")
_SEPARATED = re.compile(r"[-|,]\s*$")
_TITLE = re.compile(r"^[A-Z].*\($")  # "Flash Update No. 2 (25 January 2021)"
_PROSE = re.compile(r"[a-z]{3,}\s+[a-z]{3,}\s+[a-z]{3,}")
_TWO_WORDS = re.compile(r"[a-z]{3,}\s+[a-z]{3,}")
_LONGEST_DATE_LINE = 110
_AT_LINE_END = " \t\n)]|,.-"
_DASHES = str.maketrans("–—―", "---")


@dataclass(frozen=True)
class ReportDate:
    """The day a text says it was written, the characters that say so, and why they are taken for it."""

    date: date
    span: Span
    why: str
    is_ambiguous: bool = False  # day and month could be the other way round


def find_report_date(text: str) -> Optional[ReportDate]:
    """The report's date from its head; None when no line there tells it plainly."""
    head = _head(text)
    found = recognise(head)
    best: Optional[tuple[int, ReportDate]] = None
    for item, period_start in _with_periods(found, head):
        told = _told(item, head, text, period_start)
        if told is not None and (best is None or told[0] > best[0]):
            best = told
    return best[1] if best else None


def _with_periods(found: Sequence[Recognised], head: str) -> Iterator[tuple[Recognised, Optional[int]]]:
    """The expressions; those that bound a period as one, its last day, with the offset at which the period starts.

    Only a day of the calendar bounds one: behind a dateline's dash "last Sunday" starts the story.
    """
    first: Optional[Recognised] = None
    for number, item in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if (
            following is not None
            and isinstance(following.expression, (Absolute, Yearless))
            and _THROUGH.fullmatch(head, item.end, following.start)
        ):
            first = first or item
            continue
        yield item, first.start if first else None
        first = None


def head_dates(text: str, found: Sequence[Span]) -> frozenset[Span]:
    """Those of the given expressions that stand in a dateline, a by-line or a line of their own near the top.

    They tell when the report was written, not when something in it happened.
    """
    head, limit = "", 0
    dates = []
    for span in found:
        if span.start >= _HEAD_CHARACTERS:
            break
        if not head:
            head = _head(text)
            limit = len(head)
        if span.end <= limit and _rank(*_line_around(span.start, span.end, head, text))[0] > 1:
            dates.append(span)
    return frozenset(dates)


def _head(text: str) -> str:
    head = readable(text[:_HEAD_CHARACTERS])
    return "\n".join(head.split("\n")[: _HEAD_LINES * 2])


def _line_around(start: int, end: int, head: str, text: str) -> tuple[str, str]:
    """What stands before and after on the line, with its own capitals, which tell a dateline from a sentence."""
    line_start = head.rfind("\n", 0, start) + 1
    line_end = head.find("\n", end)
    written = text.translate(_DASHES)
    return written[line_start:start], written[end : line_end if line_end >= 0 else len(head)]


def _told(
    item: Recognised, head: str, text: str, period_start: Optional[int]
) -> Optional[tuple[int, ReportDate]]:
    """Rank and date of one expression, None when it is not where a report tells its date."""
    start = item.start if period_start is None else period_start
    before, after = _line_around(start, item.end, head, text)
    rank, why = _rank(before, after) if period_start is None else _rank_of_period(before, after)
    if not rank:
        return None
    day, is_ambiguous = _day(item.expression, head)
    if day is None:
        return None
    return rank, ReportDate(day, Span(start, item.end), f'{why}: "{text[start : item.end]}".', is_ambiguous)


def _rank_of_period(before: str, after: str) -> tuple[int, str]:
    """How plainly a line tells the days that a report is about; 0 when it does not. It was written after the last."""
    last_line = before.rpartition("\n")[2]  # what was joined to a heading above is still a line of its own
    if _BEFORE_PERIOD.match(last_line) and not after.strip(_AT_LINE_END):
        return 1, "The last of the days that the report is about"
    return 0, ""


def _rank(before: str, after: str) -> tuple[int, str]:
    """How plainly a line tells the report's date; 0 when it does not."""
    if _LABEL.search(before):
        return 4, "The text is marked as of that day"
    if _AS_OF.search(before) and not after.strip(_AT_LINE_END) and not _PROSE.search(before):
        return 4, "The text is marked as of that day"
    is_dateline = before.strip() and _AFTER_DATELINE.match(after) and _PLACE.match(before)
    is_town_alone = _STOP.match(after) and _TOWN_ALONE.match(before)
    if is_dateline and (_CAPITALS.match(before) or "(" in before or _DASHED.match(after) or is_town_alone):
        return 3, "The dateline says so"
    if not before.strip() and len(after) > 40 and _PLACE_THEN_DASH.match(after):
        return 3, "The dateline says so"
    if not before.strip() and _HEADLINE.match(after):
        return 1, "The first line starts with the day"
    if len(before) + len(after) > _LONGEST_DATE_LINE or _SENTENCE.search(after or before):
        return 0, ""
    if not before.strip(" \t([|*-") and len(after.strip(_AT_LINE_END)) <= 60 and not _PROSE.search(after):
        return 2, "A line of its own near the top says so"
    is_byline = _BYLINE.match(before) or _SEPARATED.search(before)
    if is_byline and not _PROSE.search(before) and not _TWO_WORDS.search(after):
        return 2, "The by-line says so"
    title = before.rpartition("\n")[2]  # a line of its own, whatever was joined to it
    if _TITLE.match(title) and not after.strip(_AT_LINE_END) and not _PROSE.search(title):
        return 2, "The line of a title ends with it"
    return 0, ""


def _day(expression: Expression, head: str) -> tuple[Optional[date], bool]:
    """The day of a full date; of one without its year where a reference number of the head tells the year."""
    if isinstance(expression, Clock) and expression.on is not None:
        expression = expression.on
    if isinstance(expression, Absolute) and expression.period.unit is Unit.DAY:
        year, month, day = civil(expression.period.index)
        return (date(year, month, day), expression.is_ambiguous) if year >= 1600 else (None, False)
    if isinstance(expression, Yearless) and expression.unit is Unit.DAY:
        years = {
            int(m.group(1)) for m in _REFERENCE_NUMBER.finditer(head) if int(m.group(2)) == expression.number
        }
        if len(years) == 1:
            year, month, day = civil(expression.in_year(years.pop()).first_day)
            return date(year, month, day), False
    return None, False
