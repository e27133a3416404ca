"""Figures in words: "at least 12", "ten to fifteen", "several hundred", "half a dozen" as low, best and high."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from ...core.event import Count
from ..times.numerals import CARDINALS, MULTIPLIERS, cardinal

# What vague words say at least: one table for all of English. Two of a unit are the fewest that a plural speaks of.
_VAGUE = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000,
    "couple": 2, "few": 3, "several": 3, "multiple": 3, "various": 3, "handful": 3, "number": 3, "group": 3,
    "numerous": 4, "many": 4, "countless": 4,
}  # fmt: skip
_EXACT = {"both": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4}
NUMBER_WORDS = frozenset((*_VAGUE, *_EXACT))  # words that count, and are no numerals
_UNITS = {**MULTIPLIERS, "score": 20}
_UNITS_BEHIND_OF = {"hundreds": 100, "thousands": 1000, "millions": 10**6}
_ROUND = 100  # from here on "more than 200" speaks of a round number, and not of 201

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_WORD = re.compile(r"\d[\d,.]*|[^\W\d]+|[-–+]")
_ARTICLES = frozenset("a an the its their his her our these those well just only little some".split())
_MOST = re.compile(
    r"(?:\bup to|\bas many as|\bas much as|\bat most|\bno more than|\bnot more than|\bat the most|\bmaximum of)$"
)
_FEWER = re.compile(r"(?:(?<!no )(?<!not )\b(?:fewer|less) than|\bunder|\bbelow)$")
_LEAST = re.compile(r"(?:\bat least|\b(?:no|not) (?:fewer|less) than|\bas few as|\bminimum of)$")
_MORE = re.compile(r"(?:\bmore than|\bover|\babove|\bupwards of|\bin excess of|\bexceeding)$")
_NEAR = re.compile(
    r"(?:\babout|\baround|\bsome|\bnearly|\balmost|\broughly|\bapproximately|\bestimated|\bclose to|\bcirca)$"
)
_AND_MORE = frozenset("odd plus + or".split())


@dataclass(frozen=True)
class _Amount:
    """A number, where it ends, and whether its words are vague ("several")."""

    value: int
    end: int
    is_vague: bool = False


def read_count(words: Sequence[str]) -> Optional[Count]:
    """The figure in a row of words: "at least 12", "between 10 and 15", "dozens of", "some two hundred"."""
    row = _WORD.findall(" ".join(words).lower())
    for at in range(len(row)):
        amount = _amount(row, at)
        if amount is None or (row[at] == "many" and row[at - 1 : at] == ["as"]):
            continue
        return _between(row, at, amount) or _bounded(row, at, amount)
    return None


def figure_from(words: Sequence[str]) -> Optional[int]:
    """The figure that begins with the first word."""
    amount = _amount([w.lower() for w in words], 0) if words else None
    return amount.value if amount is not None else None


def _between(row: Sequence[str], at: int, first: _Amount) -> Optional[Count]:
    """Two figures told as a range: "10 to 15", "10-15", "two or three", "between ten and fifteen"."""
    link = row[first.end] if first.end < len(row) else ""
    if first.is_vague or not (link in ("-", "–", "to", "or") or (link == "and" and "between" in row[:at])):
        return None
    second = _amount(row, first.end + 1)
    if second is None or second.is_vague or second.value <= first.value:
        return None
    return Count(first.value, (first.value + second.value) // 2, second.value)


def _bounded(row: Sequence[str], at: int, amount: _Amount) -> Count:
    """A figure with what its qualifiers say of it; "more than 12" are thirteen at least."""
    before = [w for w in row[:at] if w not in _ARTICLES - {"some"}] if amount.value > 1 else row[:at]
    told, value = " ".join(before[-4:]), amount.value
    if _MOST.search(told):
        return Count(None, value, value)
    if _FEWER.search(told):
        most = value - 1 if 1 < value < _ROUND else value
        return Count(None, most, most)
    if _LEAST.search(told):
        return Count(value, value, None)
    if _MORE.search(told):
        least = value + 1 if value < _ROUND and not amount.is_vague else value
        return Count(least, least, None)
    is_open = amount.is_vague or bool(_NEAR.search(told)) or _and_more(row, amount.end)
    return Count(value, value, None if is_open else value)


def _and_more(row: Sequence[str], end: int) -> bool:
    """As in "30-odd", "20+", "ten or more"."""
    behind = [w for w in row[end : end + 3] if w not in "-–"]
    return bool(behind) and behind[0] in _AND_MORE and (behind[0] != "or" or behind[1:2] == ["more"])


def _amount(row: Sequence[str], at: int) -> Optional[_Amount]:
    """The number that begins at a word."""
    if at >= len(row):
        return None
    word = row[at]
    if _FIGURE.fullmatch(word):
        value, end = float(word.replace(",", "")), at + 1
        if end < len(row) and row[end] in _UNITS:
            value, end = value * _UNITS[row[end]], end + 1
        return _Amount(int(value), end)
    if word in _EXACT:
        return _Amount(_EXACT[word], at + 1)
    if word in _VAGUE:
        return _vague(row, at)
    if word == "half":
        return _half(row, at)
    return _spelled(row, at)


def _vague(row: Sequence[str], at: int) -> _Amount:
    """As in "several", "several hundred", "a couple of dozen", "tens of thousands"."""
    value, end = _VAGUE[row[at]], at + 1
    behind_of = end + (row[end : end + 1] == ["of"])
    unit = row[behind_of] if behind_of < len(row) else ""
    if unit in _UNITS and row[at] not in ("number", "group"):
        return _Amount(value * _UNITS[unit], behind_of + 1, is_vague=True)
    if unit in _UNITS_BEHIND_OF and row[end] == "of":
        return _Amount(value * _UNITS_BEHIND_OF[unit], behind_of + 1, is_vague=True)
    return _Amount(value, end, is_vague=True)


def _half(row: Sequence[str], at: int) -> Optional[_Amount]:
    """As in "half a dozen", "half-dozen"."""
    end = at + 1
    while end < len(row) and row[end] in ("a", "-"):
        end += 1
    return _Amount(_UNITS[row[end]] // 2, end + 1) if end < len(row) and row[end] in _UNITS else None


def _spelled(row: Sequence[str], at: int) -> Optional[_Amount]:
    """The longest row of number words: "twenty-five", "one hundred and twenty", "a score"."""
    if row[at] == "score":
        return _Amount(20, at + 1)
    if row[at] not in CARDINALS and row[at] not in MULTIPLIERS:
        return None
    best: Optional[_Amount] = None
    words: list[str] = []
    for end in range(at, min(len(row), at + 9)):
        if row[end] in CARDINALS or row[end] in MULTIPLIERS:
            words.append(row[end])
            value = cardinal(words)
            if value is None:
                break
            best = _Amount(value, end + 1)
        elif row[end] == "and" and row[end - 1] in MULTIPLIERS:
            words.append("and")
        elif row[end] != "-" or row[end - 1] not in CARDINALS:
            break
    if best is not None and best.end < len(row) and row[best.end] == "score":
        return _Amount(best.value * 20, best.end + 1)
    return best
