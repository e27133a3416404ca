"""Time expressions of a document, found and normalised."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from ...core.mentions import Provenance, Timex
from ...core.report import Span
from ...core.timespan import DateBasis
from ..parsed import ParsedDocument
from .anchoring import Anchoring
from .clocks import on_day_beside
from .expression import SIDE_SUFFIX, Anchors, Resolved, Side, resolved_or_none
from .period import Period
from .plausible import Plausible
from .recognise import Recognised, recognise
from .tense import side_of
from .time_of_day import Clock
from .utterance import Utterances, counts_from_utterance


def find_timexes(parsed: ParsedDocument) -> tuple[Timex, ...]:
    """All time expressions in text order, none overlapping.

    Relative and under-specified expressions are dated from the report's date or from a date told before; without
    either they keep a partial value (``XXXX-01-20``).
    """
    text = parsed.doc.text  # spaCy puts it together anew each time
    found = recognise(text, Plausible(parsed, text))
    anchoring = Anchoring(parsed, text, found)
    timexes: list[Timex] = []
    clocks: list[tuple[int, Recognised]] = []
    spoken: list[tuple[int, Recognised]] = []  # what counts from the day of an utterance, if that is told
    for item in found:
        span = Span(item.start, item.end)
        side = side_of(parsed, span) if item.expression.needs_side else Side.PAST
        resolved = resolved_or_none(item.expression, anchoring.at(item.expression, span, side))
        if resolved is None:
            continue
        if counts_from_utterance(item.expression):
            spoken.append((len(timexes), item))
        if isinstance(item.expression, Clock):
            clocks.append((len(timexes), item))
        timexes.append(_timex(item, span, parsed, resolved, side))
        anchoring.after(item, timexes[-1], resolved)
    utterances = Utterances(parsed, text, timexes) if spoken else None
    for number, item in spoken:
        span = timexes[number].span
        day = utterances.day_of(span) if utterances else None
        resolved = (
            resolved_or_none(item.expression, Anchors(day)) if day and day != _published(parsed) else None
        )
        if day is not None and resolved is not None:
            why = f"Counted from the day on which it was said, {day.value}."
            timexes[number] = _timex(item, span, parsed, replace(resolved, why=why), Side.PAST)
    for number, item in clocks:
        timex = timexes[number]
        expression = on_day_beside(parsed, item.expression, timex, timexes)
        resolved = resolved_or_none(expression, Anchors(None)) if expression is not None else None
        if resolved is not None:
            why = "A time of the day that its clause tells."
            resolved = replace(resolved, why=why, basis=DateBasis.RELATIVE, score=0.8)
            timexes[number] = _timex(item, timex.span, parsed, resolved, Side.PAST)
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


def _published(parsed: ParsedDocument) -> Optional[Period]:
    return Period.of_date(parsed.report.published) if parsed.report.published else None
