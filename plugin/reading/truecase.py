"""Text in capitals, as wires send it, with its usual capitals; not a character longer or shorter."""

from __future__ import annotations

import re

from ..core.report import Span
from .casing import usual_casing
from .times.vocabulary import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+\Z|\n\s*\n\s*\Z|\A\s*\Z")
_MONTHS = frozenset((*MONTHS, *MONTH_ABBREVIATIONS))
_DIRECTIONS = re.compile(r"(?:north|south|east|west)+(?:ern)?\Z")
_CAPITAL_PARTICLES = frozenset("el la los las san santa santo st al".split())
_LOWER_PARTICLES = frozenset("de del da do dos das di du y".split())
_ENOUGH = 4  # words in capitals before a line counts as a text in capitals
_VOWELS = frozenset("AEIOUY")


def is_all_capitals(text: str) -> bool:
    """Whether nearly all words of a stretch are in capitals, and there are enough of them to tell."""
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    shouted: int = sum(word.isupper() for word in words)
    return shouted >= _ENOUGH and shouted >= 0.85 * len(words)


def truecase(text: str, stretches: list[Span]) -> str:
    """Give those of the `stretches` that are all in capitals their usual casing; the length stays.

    Words that a dictionary writes in lower case become lower case, all others are taken for names. Abbreviations
    without vowels or in brackets keep their capitals. The start of a sentence is capitalised.
    """
    parts, at = [], 0
    for span in stretches:
        stretch = span.of(text)
        if is_all_capitals(stretch):
            parts += [text[at : span.start], _lowered(stretch)]
            at = span.end
    return "".join(parts) + text[at:] if parts else text


def _lowered(text: str) -> str:
    def cased(match: re.Match[str]) -> str:
        word = match.group()
        if not word.isupper() or len(word.lower()) != len(word):
            return word
        before = text[max(0, match.start() - 6) : match.start()]
        result = _cased(word, before, text[match.end() : match.end() + 6])
        starts = _SENTENCE_END.search(before if match.start() > 6 else "\n\n" * (not before.strip()) + before)
        return result[0].upper() + result[1:] if starts else result

    return _WORD.sub(cased, text)


def _cased(word: str, before: str, after: str) -> str:
    low = word.lower()
    stem, apostrophe, ending = low.partition("'")
    if low in WEEKDAYS or low in _CAPITAL_PARTICLES:
        return low.capitalize()
    if low in _LOWER_PARTICLES or _DIRECTIONS.match(low):
        return low
    if low in _MONTHS and (
        before[-2:-1].isdigit() or after[1:2].isdigit() or low not in ("may", "march", "mar")
    ):
        return low.capitalize()
    if len(word) == 1:
        return word if word == "I" or after.startswith(".") or before.endswith(".") else low
    usual = usual_casing(stem)
    if usual is None:
        bracketed = before.endswith("(") and after.startswith(")")
        return word if bracketed or not _VOWELS & set(word) else stem.capitalize() + apostrophe + ending
    if len(usual) <= 3 and usual.isupper() and usual not in ("US", "UN", "USA", "FBI", "CIA"):
        return word  # could be anything
    return usual + apostrophe + ending
