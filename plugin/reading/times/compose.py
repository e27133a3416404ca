"""Expressions that stand side by side and mean one time: "10 a.m. Tuesday", "the first week of May", "late 2015"."""

from __future__ import annotations

from dataclasses import replace

from .expression import Clock, Expression, Modified, Nth, Shifted, is_date
from .lexemes import LexedText
from .patterns import Piece
from .vocabulary import WORDS

Named = tuple[Piece, str]

_BETWEEN_CLOCK_AND_DATE = {(), (",",), ("on",), ("of",), ("on", "the"), ("in",), ("local", "time"), ("time",), ("local", "time", "on")}
_BETWEEN_DATE_AND_CLOCK = {(), (",",), ("at",), ("in", "the"), (",", "at"), ("at", "about"), ("at", "around"), ("in",), ("around",)}
_MODIFIERS = {**dict.fromkeys(WORDS["STARTING"].split(), "START"), **dict.fromkeys(WORDS["ENDING"].split(), "END")}
_MODIFIERS.update(dict.fromkeys(WORDS["MIDDLE"].split(), "MID"))
_ADVERBS = {"early": "START", "late": "END", "mid": "MID", "beginning": "START"}


def compose(found: list[Named], lexed: LexedText) -> list[Named]:
    """Neighbours joined, then modifiers taken in; order and rule names are kept."""
    joined: list[Named] = []
    for item in found:
        if joined:
            united = _united(joined[-1], item, lexed)
            if united is not None:
                joined[-1] = united
                continue
        joined.append(item)
    taken = {number for piece, _ in joined for number in range(piece.first, piece.end)}
    return [(_modified(piece, lexed, taken), name) for piece, name in joined]


def _united(left: Named, right: Named, lexed: LexedText) -> Named | None:
    (a, a_rule), (b, b_rule) = left, right
    between = tuple(lexeme.word for lexeme in lexed.lexemes[a.end : b.first])
    if len(between) > 3:
        return None
    one, other = a.expression, b.expression
    if isinstance(one, Nth) and one.of is None and between in (("of",), ("in",), ("of", "the"), ("in", "the")) and is_date(other):
        return Piece(a.first, b.end, replace(one, of=other)), a_rule
    if isinstance(one, Clock) and one.on is None and between in _BETWEEN_CLOCK_AND_DATE and is_date(other):
        return Piece(a.first, b.end, replace(one, on=other)), a_rule
    if is_date(one) and isinstance(other, Clock) and other.on is None and between in _BETWEEN_DATE_AND_CLOCK:
        if not (between == ("in",) and a.end == b.first):
            return Piece(a.first, b.end, replace(other, on=one)), b_rule
    return None


def _modified(piece: Piece, lexed: LexedText, taken: set[int]) -> Piece:
    """Take in "early", "mid-", "the end of" before a date."""
    expression: Expression = piece.expression
    if not is_date(expression) or isinstance(expression, Modified):
        return piece
    first = piece.first
    words = [lexed.lexemes[i].word if i >= 0 and i not in taken else "" for i in range(first - 4, first)]
    if words[3] in _ADVERBS and words[3] != "beginning":
        reach, modifier = 1 + (words[2] == "the"), _ADVERBS[words[3]]
    elif words[3] == "-" and words[2] in _ADVERBS:
        reach, modifier = 2, _ADVERBS[words[2]]
    elif words[3] == "of" and words[2] in _MODIFIERS:
        reach, modifier = 2 + (words[1] == "the"), _MODIFIERS[words[2]]
    elif words[3] == "the" and words[2] == "of" and words[1] in _MODIFIERS:
        reach, modifier = 3 + (words[0] == "the"), _MODIFIERS[words[1]]
    else:
        lead = lexed.lexemes[first].word
        if lead in ("early", "late") and piece.end - first > 1 and isinstance(expression, Shifted):
            return Piece(first, piece.end, Modified(expression, _ADVERBS[lead]))
        return piece
    return Piece(first - reach, piece.end, Modified(expression, modifier))
