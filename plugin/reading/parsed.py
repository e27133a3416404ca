"""A report with its parse: what every later step of reading looks at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Optional

from ..core.report import Report, Span
from .doc import Doc, TokenSpan
from .tokens import Token


@dataclass(frozen=True)
class Sentence:
    """A sentence: its characters in the report's text and its tokens in the parse, both half-open."""

    span: Span
    first_token: int
    end_token: int
    paragraph: int  # number of its paragraph in the report, from 0
    is_boilerplate: bool = False  # navigation, cookie lines, author boxes: yields nothing


@dataclass(frozen=True)
class ParsedDocument:
    """A report and its parse.

    ``doc.text`` is as long as ``report.text`` and lines up with it character by character (it may differ in case,
    in line breaks, in kinds of quotation marks), so a token's ``idx`` is an offset into the report.
    """

    report: Report
    doc: Doc
    sentences: tuple[Sentence, ...]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_number_at(self, offset: int) -> int:
        """Number of the sentence that holds the character, or of the last one that starts before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def characters_of(self, number: int) -> range:
        """The offsets whose `sentence_number_at` is `number`."""
        starts = self._sentence_starts
        end = starts[number + 1] if number + 1 < len(starts) else len(self.doc.text)
        return range(starts[number] if number else 0, end)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character at `offset`."""
        return self.sentences[self.sentence_number_at(offset)]

    def tokens_of(self, span: Span) -> TokenSpan:
        """The tokens that `span` touches."""
        return self.doc.touched(span.start, span.end)

    def head_of(self, span: Span) -> Token:
        """The syntactic head of the tokens that `span` touches."""
        return self.tokens_of(span).root

    def sentence_tokens(self, sentence: Sentence) -> TokenSpan:
        """The tokens of a sentence."""
        return self.doc.span(sentence.first_token, sentence.end_token)

    def prose(self) -> Iterator[Sentence]:
        """The sentences that are not boilerplate, in text order."""
        return (sentence for sentence in self.sentences if not sentence.is_boilerplate)

    def text_of(self, span: Span) -> str:
        """The characters of the report (not of the repaired text) that `span` covers."""
        return span.of(self.report.text)


def span_of(tokens: TokenSpan) -> Span:
    """The characters that a stretch of tokens covers."""
    return Span(tokens.start_char, tokens.end_char)


def token_span(token: Token, until: Optional[Token] = None) -> Span:
    """The characters of one token, or from one token through another."""
    last = token if until is None else until
    return Span(token.idx, last.idx + len(last))
