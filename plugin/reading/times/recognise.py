"""The grammar over a text: which words are time expressions, before any of them gets a date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Optional

from .compose import compose
from .expression import Expression
from .lexemes import BREAK, OTHER, LexedText, lex
from .patterns import Found, Piece, Rule
from .rules import RULES

# Prepositions and signs that a rule may have to look at, but that are no part of an expression.
_LOOKED_AT = frozenset(("in", "on", "at", "over", "during", "for", "within", "about", "around", ",", "-"))

# Words of the vocabulary that stand together; no rule knows any other word or reaches over the end of a line.
_KNOWN_WORDS = re.compile(f"[^{OTHER}{BREAK}]+")

Check = Callable[[Rule, LexedText, Piece], bool]


@dataclass(frozen=True)
class Recognised:
    """An expression, the characters it covers (half-open) and the rule that found it."""

    start: int
    end: int
    expression: Expression
    rule: str


@lru_cache(maxsize=1)
def _ready() -> tuple[Rule, ...]:
    """The rules, compiled before the first text is cut: compiling gives their words class characters."""
    return tuple(rule for rule in RULES if rule.regex)


@lru_cache(maxsize=20_000)
def _matches(stretch: str) -> tuple[tuple[int, int, int, re.Match[str]], ...]:
    """Which rules match in a stretch of class characters, from where to where.

    Most stretches are short and come back in every text ("in the", "on <weekday>").
    """
    return tuple(
        (number, match.start(), match.end(), match)
        for number, rule in enumerate(_ready())
        for match in rule.regex.finditer(stretch)
    )


def recognise(text: str, check: Optional[Check] = None) -> list[Recognised]:
    """Time expressions of a text in order, none overlapping; the longest match wins, then the earlier rule.

    `check` may turn a match down by what it knows of the words around it.
    """
    rules = _ready()
    lexed = lex(text)
    matches = [
        (start - end, number, stretch.start() + start, match)
        for stretch in _KNOWN_WORDS.finditer(lexed.codes)
        for number, start, end, match in _matches(stretch.group())
    ]
    matches.sort(key=lambda item: item[:3])
    taken = bytearray(len(lexed.codes))
    found: list[tuple[Piece, str]] = []
    for length, number, first, match in matches:
        end = first - length
        if any(taken[first:end]):
            continue
        rule = rules[number]
        built = rule.build(Found(match, lexed, first))
        if built is None:
            continue
        pieces = built if isinstance(built, tuple) else (Piece(first, end, built),)
        if check is not None and not all(check(rule, lexed, piece) for piece in pieces):
            continue
        found.extend((piece, rule.name) for piece in pieces)
        taken[first:end] = b"\1" * (end - first)
    found.sort(key=lambda item: item[0].first)
    return [
        Recognised(*_characters(piece, lexed), piece.expression, name)
        for piece, name in compose(found, lexed)
    ]


def _characters(piece: Piece, lexed: LexedText) -> tuple[int, int]:
    """Characters of a piece, without the preposition or the sign that its rule had to look at."""
    lexemes = lexed.lexemes
    first, end = piece.first, piece.end
    while end - first > 1 and lexemes[first].word in _LOOKED_AT:
        first += 1
    while end - first > 1 and lexemes[end - 1].word in (",", "-"):
        end -= 1
    return lexemes[first].start, lexemes[end - 1].end
