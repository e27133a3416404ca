"""How many: the figure of a noun phrase as low, best and high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from ...core.event import Count
from ..closed_classes import HE_OR_SHE, TIMES
from ..times.numerals import CARDINALS
from ..tokens import Token
from .figures import NUMBER_WORDS, figure_from, read_count
from .lexicon import people_words, word_class

_DETERMINERS = frozenset("the this that these those its their our any some".split())
_ONE_OF_THEM = frozenset("a an another the this that his her its their our my your".split())
_HEADS = frozenset(("NOUN", "PROPN", "NUM"))
_SOMEBODY = HE_OR_SHE | {"himself", "herself", "another"}
_ADJECTIVES = frozenset(("JJ", "JJR"))
_STATES_OF_MANY = frozenset("dead wounded injured displaced homeless missing".split())  # "buried the dead"
_PEOPLE = frozenset("people persons individuals victims".split())
_ANYBODY = _PEOPLE | frozenset("men civilians members suspects others residents".split())
_NO_FIGURE = frozenset("no neither zero unspecified unknown undetermined uncertain undisclosed".split())
_OF_WHOM = frozenset(("them", "whom"))
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


def is_a_thing(noun: Token) -> bool:
    """Whether a noun is nobody: "captured their last stronghold", "killed two cows", "the murder of X and a raid"."""
    return any(
        word in word_class(name)
        for word in (noun.lower_, noun.lemma_.lower())
        for name in ("weaponry", "defended", "settlement", "vehicle", "animal", "deed")
    )


def _coordinated(head: Token) -> list[Token]:
    """The heads that are told side by side with one: "a banker, two clerks and several of his guards"."""
    found = [head]
    for child in head.children:
        if child.dep_ == "conj" and (child.pos_ in _HEADS or child.lower_ in NUMBER_WORDS):
            if not is_a_thing(child) and not _has_a_state_of_its_own(child):
                found += _coordinated(child)
        elif child.dep_ == "appos" and child.i > head.i and child.doc[head.i + 1].text not in "([":
            found += _listed(head, child)
    return found


def _has_a_state_of_its_own(figure: Token) -> bool:
    """As the four of "two killed and four injured"."""
    behind = figure.doc[figure.i + 1 : figure.i + 2] if figure.tag_ == "CD" else ()
    return any(t.tag_ == "VBN" or t.lower_ in ("dead", "hurt") for t in behind)


def _listed(head: Token, beside: Token) -> list[Token]:
    """The further people of a list that the parser takes for an apposition: "a leader, a courier and three guards".

    A description of somebody known, or named, is no other person ("the man, a courier, and three guards" are four), and
    what only says who they were adds nobody ("ten people, six nuns and four guards").
    """
    if any(t.lower_ in _OF_WHOM for c in beside.lefts for t in c.subtree):
        return []  # "four volunteers, two of them nurses"
    others = [t for t in _coordinated(beside)[1:] if introduces(t)]
    if any(c.dep_ == "poss" and c.lower_ in ("his", "her") for c in beside.lefts) and others:
        return [beside, *others]  # "the mayor, her husband and two guards"
    are_several = bool(others) or all(any(c.dep_ == "nummod" for c in t.lefts) for t in (head, beside))
    # "the mayor, his son, a nurse and a guard"
    is_listed = head.dep_ == "appos" and any(c.dep_ == "poss" for c in head.lefts)
    if not are_several or not (introduces(head) or is_listed) or not introduces(beside):
        return others
    return [] if _says_who_they_were(head, [beside, *others]) else [beside, *others]


def _says_who_they_were(head: Token, others: Sequence[Token]) -> bool:
    """Whether those told behind a figure are those whom it counts."""
    told = _one(head)
    parts = [part.count.low or 0 for token in others if (part := _one(token)) is not None]
    if told is None or told.count.low is None:
        return False
    return sum(parts) == told.count.low or (head.lower_ in _ANYBODY and sum(parts) < told.count.low)


def introduces(head: Token) -> bool:
    """Whether a noun phrase brings somebody new: "a guard", "two guards", "several of his men"."""
    return head.lower_ in NUMBER_WORDS or any(
        c.lower_ in ("a", "an", "another") or c.dep_ == "nummod" or c.lower_ in NUMBER_WORDS
        for c in head.lefts
    )


def _one(head: Token) -> Optional[Quantity]:
    if head.lower_ == "one" and any(t.lower_ == "another" for t in head.doc[head.i + 1 : head.i + 2]):
        return None  # "killing one another"
    left = [c for c in head.lefts if c.dep_ in _LEFT and not _is_a_day(c)]
    tokens = sorted((t for c in left for t in c.subtree if t.i < head.i), key=lambda t: t.i)
    if head.lower_ in ("group", "number") and not any(c.lower_ == "of" for c in head.children):
        return None  # a rebel group is no number of people
    if head.pos_ == "NUM" or head.lower_ in NUMBER_WORDS or head.lower_ in CARDINALS:
        tokens.append(head)
    if head.dep_ == "pobj" and head.head.lower_ == "between":
        tokens.insert(0, head.head)
    words = _without_ages([t.text for t in tokens])
    if head.lower_ == "old" and len(words) < len(tokens):
        return Quantity(Count(1, 1, 1), tokens[0], head)  # "an 80-year-old"
    if _is_without_figure([w.lower() for w in words]):
        return None
    count = read_count(words)
    if count is not None:
        return Quantity(count, tokens[0], head)
    if head.lower_ in word_class("crew") | word_class("some"):
        return _members_of(head)
    if head.lower_ in ("members", "all") and any(c.lower_ == "of" for c in head.children):
        return None
    is_single = head.lower_ in _SOMEBODY or head.ent_type_ == "PERSON" or _is_one_told(head, tokens)
    if is_single or _is_one_bare(head, words):
        return Quantity(Count(1, 1, 1), tokens[0] if tokens and head.tag_ == "NN" else head, head)
    return None


def _is_a_day(phrase: Token) -> bool:
    """As in "On 20 April rebels attacked", where the parser hangs the day on the rebels."""
    return phrase.dep_ == "prep" and any(c.ent_type_ in TIMES for c in phrase.children)


def _members_of(many: Token) -> Optional[Quantity]:
    """How many "a crew of 18 Filipinos and one Greek" are; None where no figure stands behind its "of"."""
    behind = (c for of in many.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj")
    counted = [t for t in behind if t.pos_ == "NUM" or any(c.dep_ == "nummod" for c in t.lefts)]
    return quantity_of(counted[0]) if counted and many.lower_ in word_class("crew") else None


def _is_one_told(head: Token, before: Sequence[Token]) -> bool:
    """As in "a guard", "their leader", "the party's candidate", "a tribal elder"; a name of somebody is one as well."""
    first = before[0].lower_ if before else ""
    if head.tag_ == "NNP" and (head.ent_type_ not in ("ORG", "GPE", "NORP") or first in ("a", "an")):
        return True
    if head.tag_ in _ADJECTIVES or head.lower_ in _STATES_OF_MANY:
        return first in ("a", "an")  # "a suspected militant", "a tribal elder"; "the wounded" are several
    return head.tag_ == "NN" and any(t.lower_ in _ONE_OF_THEM or t.dep_ == "case" for t in before)


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
    return head.tag_ == "NN" and bare and kind in ("official", "civilian", "criminal")


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
