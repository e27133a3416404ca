"""A match of the grammar in its text: its own words, those beside it, and what the parse says of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Optional

from ..parsed import ParsedDocument
from ..tokens import Token
from .lexemes import LexedText, Lexeme
from .patterns import Piece
from .vocabulary import MONTHS

_MONTH_NAMES = "|".join(map(str.title, MONTHS))
_PLAIN_YEAR = re.compile(
    rf"\b(?:in|since|until|by|of|during|(?:{_MONTH_NAMES})(?: \d{{1,2}},)?) (1\d{{3}}|20\d\d)\b"
)
_NEAR_YEARS = 10


class Written:
    """A text as it is written, with its parse.

    Parameters
    ----------
    text : str
        What the grammar is matched with; its characters are those of the document.
    """

    def __init__(self, parsed: ParsedDocument, text: str) -> None:
        self.parsed = parsed
        self.text = text

    @property
    def published(self) -> Optional[date]:
        """The day of the report; None when nobody says."""
        return self.parsed.report.published

    def token(self, lexeme: Lexeme) -> Token:
        """The token in which a word of the grammar begins."""
        return self.parsed.doc[self.parsed.doc.number_at(lexeme.start)]

    def is_capital(self, lexeme: Lexeme) -> bool:
        """Whether a word is written with a capital."""
        return self.text[lexeme.start].isupper()

    def is_near_its_years(self, year: float) -> bool:
        """Whether the text tells years near one plainly, so that this is one too."""
        return any(abs(year - plain) <= _NEAR_YEARS for plain in self._plain_years)

    @cached_property
    def _plain_years(self) -> frozenset[int]:
        return frozenset(int(year) for year in _PLAIN_YEAR.findall(self.text))


@dataclass(frozen=True)
class Match:
    """What a rule of the grammar takes for a time, with the words beside it; None at an end of the text."""

    written: Written
    lexemes: tuple[Lexeme, ...]
    before: Optional[Lexeme]
    after: Optional[Lexeme]

    @classmethod
    def of(cls, written: Written, lexed: LexedText, piece: Piece) -> Match:
        """The match that covers a piece of the text."""
        lexemes = lexed.lexemes
        before = lexemes[piece.first - 1] if piece.first else None
        after = lexemes[piece.end] if piece.end < len(lexemes) else None
        return cls(written, lexemes[piece.first : piece.end], before, after)

    @property
    def first(self) -> Lexeme:
        """Its first word."""
        return self.lexemes[0]

    @property
    def last(self) -> Lexeme:
        """Its last word."""
        return self.lexemes[-1]

    @property
    def token(self) -> Token:
        """The token of its last word."""
        return self.written.token(self.last)

    @property
    def is_capital(self) -> bool:
        """Whether its last word is written with a capital."""
        return self.written.is_capital(self.last)

    def is_behind(self, words: Collection[str]) -> bool:
        """Whether one of these words stands right before it."""
        return self.before is not None and self.before.word in words

    def is_before(self, words: Collection[str]) -> bool:
        """Whether one of these words stands right behind it."""
        return self.after is not None and self.after.word in words

    def is_before_tag(self, *kinds: str) -> bool:
        """Whether the word right behind it is of one of these parts of speech."""
        return self.after is not None and self.written.token(self.after).pos_ in kinds
