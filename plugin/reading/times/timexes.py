"""Time expressions of a document, found and normalised."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from ...core.mentions import Provenance, Timex, TimexKind
from ...core.report import Span
from ..parsed import ParsedDocument
from .compound import Clock
from .counted import Shifted, TheQuarter, YearBefore
from .expression import SIDE_SUFFIX, Anchors, Base, Resolved, Side, resolved_or_none
from .named import Absolute, Weekday
from .period import Period, Unit
from .plausible import Plausible
from .recognise import Recognised, recognise
from .tense import side_of
from .utterance import Utterances, counts_from_utterance

_HISTORY_YEARS = 2  # a report that mostly tells of times so long before it is a history
_HISTORY_DATES = 6  # and tells at least so many dates in full


def find_timexes(parsed: ParsedDocument) -> tuple[Timex, ...]:
    """All time expressions in text order, none overlapping.

    Relative and under-specified expressions are dated from the report's date or from a date told before; without
    either they keep a partial value (``XXXX-01-20``).
    """
    text = parsed.doc.text  # spaCy puts it together anew each time
    found = recognise(text, Plausible(parsed, text))
    report = Period.of_date(parsed.report.published) if parsed.report.published else None
    anchors = Anchors(report, is_history=_is_history(found, report))
    timexes: list[Timex] = []
    spoken: list[tuple[int, Recognised]] = []  # what counts from the day of an utterance, if that is told
    for item in found:
        span = Span(item.start, item.end)
        side = side_of(parsed, span) if item.expression.needs_side else Side.PAST
        is_deadline = side is Side.OPEN and _follows_deadline(text, span)
        resolved = resolved_or_none(item.expression, replace(anchors, side=side, is_deadline=is_deadline))
        if resolved is None:
            continue
        if counts_from_utterance(item.expression):
            spoken.append((len(timexes), item))
        timexes.append(_timex(item, span, parsed, resolved, side))
        anchors = replace(anchors, partial=_partial(resolved) or anchors.partial)
        if _is_reference(item, resolved):
            anchors = replace(anchors, reference=resolved.period)
            if resolved.period is not None and resolved.period.unit is Unit.QUARTER:
                anchors = replace(anchors, quarter=resolved.period)
    utterances = Utterances(parsed, text, timexes) if spoken else None
    for number, item in spoken:
        span = timexes[number].span
        day = utterances.day_of(span) if utterances else None
        resolved = resolved_or_none(item.expression, Anchors(day)) if day and day != report else None
        if day is not None and resolved is not None:
            why = f"Counted from the day on which it was said, {day.value}."
            timexes[number] = _timex(item, span, parsed, replace(resolved, why=why), Side.PAST)
    return tuple(timexes)


def _timex(item: Recognised, span: Span, parsed: ParsedDocument, resolved: Resolved, side: Side) -> Timex:
    rule = f"times/{item.rule}" + SIDE_SUFFIX.get(side, "")
    provenance = Provenance(rule, resolved.why, resolved.score)
    return Timex(
        span,
        parsed.text_of(span),
        resolved.kind,
        resolved.value,
        resolved.when,
        resolved.basis,
        provenance,
        resolved.modifier,
    )


def _partial(resolved: Resolved) -> Optional[tuple[int, int]]:
    """Month and day, when only the year is unknown."""
    match = re.match(r"XXXX-(\d\d)-(\d\d)$", resolved.value)
    return (int(match.group(1)), int(match.group(2))) if match else None


def _is_reference(item: Recognised, resolved: Resolved) -> bool:
    """Whether later expressions may hang on it; a look back ("a year earlier") does not move the story."""
    if isinstance(item.expression, (YearBefore, TheQuarter)):
        return False
    if isinstance(item.expression, Clock) and item.expression.on is None:
        return False
    return resolved.period is not None and resolved.kind in (TimexKind.DATE, TimexKind.TIME)


def _counts_from_report(item: Recognised) -> bool:
    """Whether it counts from the day of writing: "today", "last week", "on Tuesday"."""
    return not isinstance(item.expression, Shifted) or item.expression.base is not Base.REFERENCE


def _follows_deadline(text: str, span: Span) -> bool:
    """Whether "by", "until" or "as early as" stands before it."""
    before = text[max(0, span.start - 12) : span.start].lower().rstrip()
    return before.endswith((" by", "until", "till", "through", "soon as", "early as", "late as"))


def _is_history(found: list[Recognised], report: Optional[Period]) -> bool:
    """Whether most dates told in full lie years before the report, and few count from the report."""
    if report is None:
        return False
    recent = sum(
        isinstance(item.expression, (Weekday, Shifted)) and _counts_from_report(item) for item in found
    )
    years = sorted(
        item.expression.period.start_year
        for item in found
        if isinstance(item.expression, Absolute)
        and item.expression.period.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR)
    )
    return (
        len(years) >= max(_HISTORY_DATES, 2 * recent)
        and years[len(years) * 3 // 4] < report.start_year - _HISTORY_YEARS
    )
