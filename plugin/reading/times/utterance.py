"""Days counted inside a quotation count from the day on which it was said, where the text tells that day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Optional

from ...core.mentions import Timex
from ...core.report import Span
from ..parsed import ParsedDocument
from .counted import Shifted
from .expression import Base, Expression
from .period import Period, Unit
from .telling import is_day_of_telling

_QUOTATION = re.compile('["“”]')
_NEAR = 1  # sentences between a quotation and the day on which it was said


def counts_from_utterance(expression: Expression) -> bool:
    """Whether it is a day counted from the time of speaking: "yesterday", "today", "tomorrow"."""
    return (
        isinstance(expression, Shifted)
        and expression.unit is Unit.DAY
        and expression.base is not Base.REFERENCE
    )


class Utterances:
    """The quotations of a document, and the days on which somebody is told to have spoken.

    A quotation that runs over several paragraphs is opened anew in each, so an open one ends with its paragraph.
    """

    def __init__(self, parsed: ParsedDocument, text: str, timexes: Sequence[Timex]) -> None:
        self._parsed = parsed
        self._quoted = quotations(parsed, text)
        self._days = [timex for timex in timexes if self._is_day_of_telling(timex)]

    def day_of(self, span: Span) -> Optional[Period]:
        """The day on which what stands there was said; None outside of quotation marks, or when none is told."""
        if not self._is_quoted(span):
            return None
        sentence = self._parsed.sentence_number_at(span.start)
        paragraph = self._parsed.sentences[sentence].paragraph
        near = []
        for timex in self._days:
            number = self._parsed.sentence_number_at(timex.span.start)
            if self._parsed.sentences[number].paragraph == paragraph and abs(number - sentence) <= _NEAR:
                near.append((abs(number - sentence), abs(timex.span.start - span.start), timex))
        if not near:
            return None
        when = min(near, key=lambda one: one[:2])[2].when
        return Period.of_date(when.start.date()) if when is not None and when.start is not None else None

    def _is_quoted(self, span: Span) -> bool:
        return any(start < span.start < end for start, end in self._quoted)

    def _is_day_of_telling(self, timex: Timex) -> bool:
        when = timex.when
        if when is None or when.length != timedelta(days=1) or self._is_quoted(timex.span):
            return False
        return is_day_of_telling(self._parsed, timex)


def quotations(parsed: ParsedDocument, text: str) -> list[tuple[int, int]]:
    """The characters between quotation marks, paragraph by paragraph."""
    ends: dict[int, tuple[int, int]] = {}
    for sentence in parsed.sentences:
        start, _ = ends.get(sentence.paragraph, (sentence.span.start, 0))
        ends[sentence.paragraph] = (start, sentence.span.end)
    found = []
    for start, end in ends.values():
        marks = [match.start() for match in _QUOTATION.finditer(text, start, end)]
        found += list(zip(marks[::2], [*marks[1::2], end]))
    return found
