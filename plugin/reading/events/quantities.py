"""How many: the figure of a noun phrase as low, best and high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from ...core.event import Count
from ..times.numerals import CARDINALS
from ..tokens import Token
from .figures import NUMBER_WORDS, figure_from, read_count
from .lexicon import people_words, word_class

_DETERMINERS = frozenset("the this that these those its their our any some".split())
_MANY = frozenset(  # singular words for many
    "government ministry leadership opposition administration parliament delegation staff personnel family"
    " cabinet congress senate embassy municipality legislature country nation state gang elderly".split()
)
_HEADS = frozenset(("NOUN", "PROPN", "NUM"))
_PEOPLE = frozenset("people persons individuals victims".split())
_ANYBODY = _PEOPLE | frozenset("men civilians members suspects others residents".split())
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
    heads = _coordinated(head)
    if len(heads) > 2 and head.lower_ in _PEOPLE and _says_who_they_were(head, heads[1:]):
        heads = [head]
    parts = [part for token in heads if (part := _one(token)) is not None]
    if not parts:
        return None
    return Quantity(sum_of([p.count for p in parts]), parts[0].first, parts[-1].last)


def added(one: Quantity, other: Quantity) -> Quantity:
    """Two figures taken together."""
    first, last = sorted((one, other), key=lambda q: q.first.i)
    return Quantity(sum_of([one.count, other.count]), first.first, last.last)


def _coordinated(head: Token) -> list[Token]:
    """The heads that are told side by side with one: "a banker, two clerks and several of his guards"."""
    found = [head]
    for child in head.children:
        if child.dep_ == "conj" and (child.pos_ in _HEADS or child.lower_ in NUMBER_WORDS):
            if child.lemma_.lower() not in word_class("weaponry"):
                found += _coordinated(child)
        elif child.dep_ == "appos" and child.i > head.i:
            found += _listed(head, child)
    return found


def _listed(head: Token, beside: Token) -> list[Token]:
    """The further people of a list that the parser takes for an apposition: "a leader, a courier and three guards".

    A description of somebody known, or named, is no other person ("the man, a courier, and three guards" are four), and
    what only says who they were adds nobody ("ten people, six nuns and four guards").
    """
    others = [t for t in _coordinated(beside)[1:] if _introduces(t)]
    are_several = bool(others) or all(any(c.dep_ == "nummod" for c in t.lefts) for t in (head, beside))
    if not are_several or not _introduces(head) or not _introduces(beside):
        return others
    return [] if _says_who_they_were(head, [beside, *others]) else [beside, *others]


def _says_who_they_were(head: Token, others: Sequence[Token]) -> bool:
    """Whether those told behind a figure are those whom it counts."""
    told = _one(head)
    parts = [part.count.low or 0 for token in others if (part := _one(token)) is not None]
    if told is None or told.count.low is None:
        return False
    return sum(parts) == told.count.low or (head.lower_ in _ANYBODY and sum(parts) < told.count.low)


def _introduces(head: Token) -> bool:
    """Whether a noun phrase brings somebody new: "a guard", "two guards", "several of his men"."""
    return head.lower_ in NUMBER_WORDS or any(
        c.lower_ in ("a", "an", "another") or c.dep_ == "nummod" or c.lower_ in NUMBER_WORDS
        for c in head.lefts
    )


def _one(head: Token) -> Optional[Quantity]:
    left = [c for c in head.lefts if c.dep_ in _LEFT]
    tokens = sorted((t for c in left for t in c.subtree if t.i < head.i), key=lambda t: t.i)
    if head.lower_ in ("group", "number") and not any(c.lower_ == "of" for c in head.children):
        return None  # a rebel group is no number of people
    if head.pos_ == "NUM" or head.lower_ in NUMBER_WORDS or head.lower_ in CARDINALS:
        tokens.append(head)
    words = _without_ages([t.text for t in tokens])
    if head.lower_ == "old" and len(words) < len(tokens):
        return Quantity(Count(1, 1, 1), tokens[0], head)  # "an 80-year-old"
    if _is_without_figure([w.lower() for w in words]):
        return None
    count = read_count(words)
    if count is not None:
        return Quantity(count, tokens[0], head)
    partitive = next((c for c in head.children if c.lower_ == "of"), None)
    if partitive is not None and head.lower_ in ("members", "all", "most", "some"):
        return None
    if head.lower_ in ("him", "her", "himself", "herself", "another"):
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


def _is_without_figure(words: Sequence[str]) -> bool:
    """As in "no civilians", "an unknown number of people"; but "no fewer than ten" is a figure."""
    return any(
        word in _NO_FIGURE and words[at + 1 : at + 2] not in (["fewer"], ["less"], ["more"])
        for at, word in enumerate(words)
    )


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
            while kept and (kept[-1] in "-–" or kept[-1].isdigit() or kept[-1].lower() in CARDINALS):
                kept.pop()
        elif not (kept and word == "-") or figure_from(words[at - 1 :]) is not None:
            kept.append(word)
    return [w for w in kept if w.lower() != "old"] if len(kept) < len(words) else list(words)


def _is_an_age(words: Sequence[str], at: int) -> bool:
    rest = [w.lower() for w in words[at + 1 : at + 3]]
    return "old" in rest or not rest or rest[0] == "-"


def sum_of(counts: Sequence[Count]) -> Count:
    """Several figures taken together, bound by bound."""

    def total(values: list[Optional[int]]) -> Optional[int]:
        return None if any(v is None for v in values) else sum(v for v in values if v is not None)

    low = sum(c.low or 0 for c in counts)
    best = sum(c.best if c.best is not None else c.low or 0 for c in counts)
    return Count(low, max(low, best), total([c.high for c in counts]))
