"""How many: the figure of a noun phrase as low, best and high."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from spacy.tokens import Token

from ...core.event import Count
from ..times.numerals import CARDINALS, MULTIPLIERS, cardinal
from .lexicon import people_words

# What vague words say at least. A dozen is twelve; "dozens" are two of them.
_VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000,
    "several": 3, "multiple": 3, "few": 3, "number": 3, "group": 3, "numerous": 4, "many": 4,
    "couple": 2, "pair": 2, "both": 2,
}  # fmt: skip
_LEAST = re.compile(r"(?:at least|more than|over|above|upwards of|in excess of|no fewer than|no less than)$")
_MOST = re.compile(
    r"(?:up to|as many as|at most|fewer than|less than|under|below|no more than|a maximum of)$"
)
_NEAR = re.compile(
    r"(?:about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to)$"
)
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_DETERMINERS = frozenset("the this that these those its their our any some".split())
_MANY = frozenset(  # singular words for many
    "government ministry leadership opposition administration parliament delegation staff personnel family"
    " cabinet congress senate embassy municipality legislature country nation state gang elderly".split()
)
_NO_FIGURE = frozenset("no neither zero unspecified unknown undetermined uncertain undisclosed".split())
_LEFT = frozenset(
    "nummod quantmod amod det advmod compound nmod npadvmod predet prep pobj poss punct cc conj".split()
)


@dataclass(frozen=True)
class Quantity:
    """A figure and the tokens it stands in."""

    count: Count
    first: Token
    last: Token


def quantity_of(head: Token) -> Optional[Quantity]:
    """The number of people in a noun phrase, coordination added up: "three civilians and two soldiers" is five.

    A singular noun or a person's name is one; a plural without a figure is no quantity (None).
    """
    parts = [part for token in _coordinated(head) if (part := _one(token)) is not None]
    if not parts:
        return None
    return Quantity(sum_of([p.count for p in parts]), parts[0].first, parts[-1].last)


def added(one: Quantity, other: Quantity) -> Quantity:
    """Two figures taken together."""
    first, last = sorted((one, other), key=lambda q: q.first.i)
    return Quantity(sum_of([one.count, other.count]), first.first, last.last)


def read_count(words: Sequence[str]) -> Optional[Count]:
    """The figure in a row of words: "at least 12", "between 10 and 15", "dozens of", "some two hundred"."""
    text = " ".join(words).lower().replace("- ", "-").replace(" -", "-")
    if span := re.search(r"(\S+)(?: ?-| to | and | or )(\d[\d,]*|\w+)\b", text):
        low, high = _number(span.group(1).split("-")), _number(span.group(2).split("-"))
        between = "between" in text or " to " in text or " or " in text or "-" in span.group(0)
        if (
            low is not None
            and high is not None
            and low < high
            and between
            and not span.group(0).startswith("twenty")
        ):
            return Count(low, high if low == high else (low + high) // 2, high)
    for at, word in enumerate(words):
        figure = _figure_from(words[at:])
        if figure is None:
            continue
        before = " ".join(words[max(0, at - 4) : at]).lower()
        if _LEAST.search(before):
            return Count(figure, figure, None)
        if _MOST.search(before):
            return Count(None, figure, figure)
        return Count(figure, figure, None if _NEAR.search(before) or word.lower() in _VAGUE else figure)
    return None


def _coordinated(head: Token) -> list[Token]:
    found = [head]
    for child in head.children:
        if (
            child.dep_ in ("conj", "appos")
            and child.dep_ == "conj"
            and child.pos_ in ("NOUN", "PROPN", "NUM")
        ):
            found += _coordinated(child)
    return found


def _one(head: Token) -> Optional[Quantity]:
    left = [c for c in head.lefts if c.dep_ in _LEFT]
    tokens = sorted((t for c in left for t in c.subtree if t.i < head.i), key=lambda t: t.i)
    if head.lower_ in ("group", "number") and not any(c.lower_ == "of" for c in head.children):
        return None  # a rebel group is no number of people
    if head.pos_ == "NUM" or head.lower_ in _VAGUE:
        tokens.append(head)
    words = _without_ages([t.text for t in tokens])
    if head.lower_ == "old" and len(words) < len(tokens):
        return Quantity(Count(1, 1, 1), tokens[0], head)  # "an 80-year-old"
    if any(w.lower() in _NO_FIGURE for w in words):
        return None
    count = read_count(words)
    if count is not None:
        return Quantity(count, tokens[0], head)
    partitive = next((c for c in head.children if c.lower_ == "of"), None)
    if partitive is not None and head.lower_ in ("members", "all", "most", "some"):
        return None
    if head.lower_ in ("him", "her", "himself", "herself"):
        return Quantity(Count(1, 1, 1), head, head)
    singular = head.tag_ == "NN" and any(
        w.lower() in ("a", "an", "another", "the", "his", "her") for w in words
    )
    if head.ent_type_ == "PERSON" or (head.tag_ == "NNP" and head.ent_type_ not in ("ORG", "GPE", "NORP")):
        return Quantity(Count(1, 1, 1), head, head)
    singular = singular or (head.tag_ == "NNP" and bool(words) and words[0].lower() in ("a", "an"))
    if singular or _is_one_bare(head, words):
        return Quantity(Count(1, 1, 1), tokens[0] if tokens else head, head)
    return None


def _is_one_bare(head: Token, before: Sequence[str]) -> bool:
    """As in the headline "Gunmen kill mayor"."""
    kind = people_words().get(head.lower_)
    bare = not any(w.lower() in _DETERMINERS for w in before)
    return (
        head.tag_ == "NN"
        and bare
        and kind in ("official", "civilian", "criminal")
        and head.lower_ not in _MANY
    )


def _without_ages(words: Sequence[str]) -> list[str]:
    """The words without ages: "a 34-year-old woman" is one woman."""
    kept: list[str] = []
    for at, word in enumerate(words):
        if (
            word.lower() in ("year", "years", "month", "months", "week", "day")
            and kept
            and _is_an_age(words, at)
        ):
            while kept and (kept[-1] in "-–" or _FIGURE.fullmatch(kept[-1]) or kept[-1].lower() in CARDINALS):
                kept.pop()
        elif not (kept and word == "-") or _figure_from(words[at - 1 :]) is not None:
            kept.append(word)
    return [w for w in kept if w.lower() != "old"] if len(kept) < len(words) else list(words)


def _is_an_age(words: Sequence[str], at: int) -> bool:
    rest = [w.lower() for w in words[at + 1 : at + 3]]
    return "old" in rest or not rest or rest[0] == "-"


def _figure_from(words: Sequence[str]) -> Optional[int]:
    """The figure that begins with the first word."""
    first = words[0].lower()
    if match := _FIGURE.fullmatch(first):
        times = MULTIPLIERS.get(words[1].lower(), 1) if len(words) > 1 else 1
        return int(float(match.group().replace(",", "")) * times)
    if first in _VAGUE:
        return _VAGUE[first]
    spelled = [part for w in words[:6] for part in w.lower().split("-") if part]
    if not spelled or (spelled[0] not in CARDINALS and spelled[0] not in MULTIPLIERS):
        return None
    values = [cardinal(spelled[:n]) for n in range(1, len(spelled) + 1) if spelled[n - 1] != "and"]
    return next((value for value in reversed(values) if value is not None), None)


def _number(words: Sequence[str]) -> Optional[int]:
    return _figure_from(words) if words and words[0] else None


def sum_of(counts: Sequence[Count]) -> Count:
    """Several figures taken together, bound by bound."""

    def total(values: list[Optional[int]]) -> Optional[int]:
        return None if any(v is None for v in values) else sum(v for v in values if v is not None)

    low = sum(c.low or 0 for c in counts)
    best = sum(c.best if c.best is not None else c.low or 0 for c in counts)
    return Count(low, max(low, best), total([c.high for c in counts]))
