"""Parts and wholes: figures of some of those whom a deed befell, and the many of whom somebody is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from ...core.event import Count
from ..tokens import Token
from .kinds import counted_by, kind_of
from .quantities import introduces
from .roles import objects_of_prepositions
from .subjects import subject_of
from .voice import is_passive

_ALONG = frozenset(("along", "together"))
_INCLUDE = frozenset(("include", "number"))

_HURT = frozenset(("wounded", "injured", "hurt"))


def some_of(state: Token) -> Optional[Token]:
    """Who is told to be some of the dead, the wounded or the like; None where nobody is.

    As in "two children were among the dead", "the injured include a nurse".
    """
    above = state.head
    if state.dep_ == "pobj" and above.lower_ == "among" and above.head.lemma_ == "be":
        return subject_of(above.head) or next((c for c in above.head.children if c.dep_ == "attr"), None)
    if state.dep_ == "nsubj" and above.lemma_ in _INCLUDE:
        return next((c for c in above.children if c.dep_ == "dobj"), None)
    return None


def is_part_of_them(people: Token) -> bool:
    """As "two of them", "three of the wounded"."""
    return any(
        t.lower_ in ("them", "whom") or any(c.lower_ in ("the", "those", "these") for c in t.lefts)
        for t in objects_of_prepositions(people, ("of",))
    )


def are_of_the_hurt(people: Token) -> bool:
    """As "two of the wounded": whoever dies of them is one dead more."""
    return any(t.lower_ in _HURT for t in objects_of_prepositions(people, ("of",)))


def at_least(some: Count) -> Count:
    """The figure of some as the least of all."""
    return Count(some.low, some.best, None)


def among_them(people: Token) -> Iterator[Token]:
    """As in "several men, including the commander", "nine men, among them two foreigners"."""
    for child in (*people.children, *(c for c in people.head.children if c.i > people.i)):
        if child.lower_ in ("including", "among") and child.dep_ == "prep":
            below = [g for g in child.children if g.dep_ == "pobj"]
            yield from (t for g in below for t in (g, *g.children) if t.dep_ in ("pobj", "appos"))


def first_listed(people: Token) -> Token:
    """Where the list begins that they end: "Four soldiers, two guards killed"."""
    above = people.head
    are_counted = all(any(c.dep_ == "nummod" for c in t.lefts) for t in (people, above))
    return above if people.dep_ == "appos" and above.pos_ == "NOUN" and are_counted else people


def all_told(people: Token, deed: Token) -> Token:
    """All whom a participle tells of: of "one of four men detained on Monday" the four."""
    if deed.dep_ == "acl" and deed.head == people and people.lower_ == "one":
        return counted_by(people) or people
    return people


def along_with(verb: Token, head: Token) -> Iterator[Token]:
    """Those behind "along with" and "together with", and people counted behind "with": "was seized with two sons"."""
    for place in (verb, head):
        for child in place.children:
            for word in (child, *child.children):
                if word.lower_ != "with":
                    continue
                beside = [g for g in word.children if g.dep_ == "pobj"]
                if any(t.lower_ in _ALONG for t in (child, word.head, *word.lefts, *child.lefts)):
                    yield from beside
                elif word.head == verb and is_passive(verb):
                    yield from (g for g in beside if kind_of(g) and (introduces(g) or g.pos_ == "NUM"))
