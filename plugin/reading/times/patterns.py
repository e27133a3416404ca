"""The notation of the rules: words in lower case, classes in capitals, `name=CLASS` where the rule needs the word.

``the? PASTWARD count=NUMBER unit=UNITS`` is compiled to a regular expression over the class characters of `lexemes`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Optional

from .expression import Expression
from .lexemes import SHAPES, LexedText, Lexeme, code_of
from .vocabulary import classes

# Classes of numbers by shape.
_NUMBER_CLASSES = {
    "DAYNUM": ("n12", "n23", "n31"),
    "MONTHNUM": ("n12",),
    "HOURNUM": ("zero", "n12", "n23"),
    "MINUTENUM": ("zero", "n12", "n23", "n31", "n59"),
    "YEAR": ("year", "spoken"),
    "YEARNUM": ("n12", "n23", "n31", "n59", "n99", "number", "year"),
    "TWODIGITS": ("zero", "n12", "n23", "n31", "n59", "n99"),
    "SHORTYEAR": ("twentieth",),
    "DECADE": ("decade",),
    "CLOCK": ("clock",),
    "ISO": ("iso",),
    "NUMERIC": ("numeric",),
    "GROUP": ("group",),
    "ORDNUM": ("ordinal",),
    "NUMBER": ("n12", "n23", "n31", "n59", "n99", "number", "decimal", "word", "words", "year"),
    "FIGURE": ("n12", "n23", "n31", "n59", "n99", "number", "year"),
    "WORDNUM": ("word", "words"),
}
_ITEM = re.compile(
    r"(?:(?P<group>[a-z_0-9]+)=)?(?P<atom>[A-Z][A-Z_]*|[a-z]+)|(?P<sign>[,./'-])|(?P<blank>\s+)|(?P<open>\((?!\?))"
)


@lru_cache(maxsize=1)
def _class_sets() -> dict[str, str]:
    sets = {name: "".join(sorted(map(code_of, words))) for name, words in classes().items()}
    sets.update(
        {name: "".join(SHAPES[shape] for shape in shapes) for name, shapes in _NUMBER_CLASSES.items()}
    )
    sets["ORDINAL"] = sets["ORDWORD"] + sets["ORDNUM"]
    return sets


def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression of a pattern; a name may be used more than once in alternatives.

    KeyError for a class that does not exist.
    """
    uses: dict[str, int] = {}

    def translate(match: re.Match[str]) -> str:
        if match.group("blank"):
            return ""
        if match.group("open"):
            return "(?:"
        if match.group("sign"):
            return re.escape(match.group("sign"))
        atom, group = match.group("atom"), match.group("group")
        body = f"[{_class_sets()[atom]}]" if atom[0].isupper() else code_of(atom)
        if not group:
            return body
        uses[group] = uses.get(group, 0) + 1
        return f"(?P<{group}__{uses[group]}>{body})"

    return re.compile(_ITEM.sub(translate, pattern))


class Found:
    """A match of a rule that begins at lexeme `first`: its lexemes by the names that the pattern gives them."""

    def __init__(self, match: re.Match[str], lexed: LexedText, first: int) -> None:
        self._lexed = lexed
        before = first - match.start()
        self._places = {
            name.rpartition("__")[0]: match.start(name) + before
            for name, text in match.groupdict().items()
            if text is not None
        }
        self.first, self.end = first, match.end() + before

    def __getitem__(self, name: str) -> Optional[Lexeme]:
        """The lexeme of a named item; None when the pattern has no such name or it did not take part."""
        return self._lexed.lexemes[self._places[name]] if name in self._places else None

    def word(self, name: str) -> str:
        """The word of a named item in lower case; empty when it is not there."""
        lexeme = self[name]
        return lexeme.word if lexeme else ""

    def number(self, name: str) -> int:
        """The number of a named item, 0 when it is not there."""
        lexeme = self[name]
        return int(lexeme.number) if lexeme else 0

    def at(self, name: str) -> int:
        """Index of the lexeme of a named item."""
        return self._places[name]

    def lexemes(self) -> tuple[Lexeme, ...]:
        """All lexemes of the match."""
        return self._lexed.lexemes[self.first : self.end]

    def has(self, word: str) -> bool:
        """Whether a word stands in the match."""
        return any(lexeme.word == word for lexeme in self.lexemes())


@dataclass(frozen=True)
class Piece:
    """One expression of a match; from lexeme `first` up to `end`."""

    first: int
    end: int
    expression: Expression


Build = Callable[[Found], "Optional[Expression | tuple[Piece, ...]]"]


@dataclass(frozen=True)
class Rule:
    """One rule of the grammar.

    Parameters
    ----------
    name : str
        Stable, ``family/what``.
    pattern : str
        In the notation of this module.
    build : callable
        Reads a match; None when the match is no time after all.
    doc : str
        What it understands, for the reader of the documentation.
    example : str
        A phrase that it reads.
    """

    name: str
    pattern: str
    build: Build
    doc: str
    example: str

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return _compiled(self.pattern)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return compiled(pattern)
