"""Whom and what a telling names: by names, nouns and numbers a later telling is known to speak of the same."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Optional

from ..closed_classes import HE_OR_SHE, PLACES, POINTING, TIMES
from ..doc import Doc
from ..events.kinds import counted_by
from ..events.lexicon import people_words, word_class
from ..events.quantities import quantity_of
from ..tokens import Token

# Nouns that fit nearly anybody: sharing them proves nothing.
_GENERAL = frozenset(
    "person people man woman individual member group victim number other one some many several all thousand hundred"
    " dozen score civilian casualty party side thing place country area".split()
)
_SINGLE = frozenset(
    ("person", "people", "civilian", "official", "criminal", "militant", "troops", "armed", "protester")
)
_HE_OR_SHE = HE_OR_SHE | {"his"}
_STANDING_FOR = HE_OR_SHE | {"they", "who"}
# As in "take place", "to death", which are done to nobody.
_NOBODY = frozenset("place part death order fire hostage prisoner custody".split())


@dataclass(frozen=True)
class Party:
    """Those who act in a telling, or those and the things it befell.

    Parameters
    ----------
    names : frozenset of str
        Last words of proper names, in lower case.
    parts : frozenset of str
        All words of those names: a full name is known again by either of its surnames.
    nouns : frozenset of str
        Lemmas of common nouns, titles and descriptions of the named among them ("senator" of "Senator Ruiz").
    numbers : frozenset of tuple
        (noun, figure) where the figure is exact.
    known : frozenset of str
        Those nouns that speak of somebody told of before ("the priests").
    meant : frozenset of str
        Last words of names that a pronoun most likely stands for; good for a likeness, too weak for a contradiction.
    is_pronoun : bool
        Only a pronoun tells of them: "they opened fire".
    total : int or None
        How many they are together, where the text counts them all and exactly.
    unnamed : int
        How many people are told of as new and without names: one of "a man", two of "two men".
    introduced : int
        How many people are named here for the first time in the document.
    """

    names: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    numbers: frozenset[tuple[str, int]] = frozenset()
    known: frozenset[str] = frozenset()
    meant: frozenset[str] = frozenset()
    total: Optional[int] = None
    is_pronoun: bool = False
    unnamed: int = 0
    introduced: int = 0

    def __bool__(self) -> bool:
        return bool(self.names or self.nouns or self.meant)

    def shares_a_name(self, other: Party) -> bool:
        """Whether somebody is named in both, by one of his or her surnames."""
        return bool(self.shared_names(other))

    def shared_names(self, other: Party) -> frozenset[str]:
        """Last words of the names of those who are named in both."""
        return (self.names & other.parts) | (other.names & self.parts)

    def may_mean_a_name_of(self, other: Party) -> bool:
        """Whether a pronoun on one side most likely stands for somebody named, or meant, on the other."""
        return bool(self.meant & (other.parts | other.meant) or other.meant & self.parts)

    def is_named_in(self, other: Party) -> bool:
        """Whether those told of without names may be those named now: "a man was held. John Ray was held"."""
        return bool(self.unnamed) and not self.names and self.unnamed == other.introduced == len(other.names)

    def means_another_than(self, other: Party) -> bool:
        """Whether a pronoun on one side stands for somebody else than who is named, or meant, on the other."""
        if not (self.meant or other.meant) or self.may_mean_a_name_of(other):
            return False
        return bool((self.meant or self.names) and (other.meant or other.names))

    def has_other_names(self, other: Party) -> bool:
        """Whether both name somebody, and nobody alike."""
        return bool(self.names and other.names) and not self.shares_a_name(other)

    def telling_nouns(self) -> frozenset[str]:
        """Nouns that say something of them: not "people" or "members"."""
        return self.nouns - _GENERAL

    def shared_nouns(self, other: Party) -> frozenset[str]:
        """Telling nouns that both have."""
        return (self.nouns & other.nouns) - _GENERAL

    def has_other_figures(self, other: Party) -> bool:
        """Whether the same kind of people are counted differently in both."""
        shared = {noun for noun, _ in self.numbers} & {noun for noun, _ in other.numbers}
        return bool(shared) and not self.numbers & other.numbers

    def together(self, other: Party) -> Party:
        """Those of both."""
        return Party(
            self.names | other.names,
            self.parts | other.parts,
            self.nouns | other.nouns,
            self.numbers | other.numbers,
            self.known | other.known,
            self.meant | other.meant,
        )

    def shared_figure(self, other: Party) -> bool:
        """Whether both count as many of the same, more than one."""
        return any(figure > 1 for _, figure in self.numbers & other.numbers)


class Descriptions:
    """By which nouns a document speaks of those it names: "Colonel Ruiz, deputy commander of the zone"."""

    def __init__(self, doc: Doc) -> None:
        self._nouns: dict[str, set[str]] = defaultdict(set)
        self._people: list[tuple[int, str]] = []
        for token in doc:
            if token.ent_type_ == "PERSON" and token.pos_ == "PROPN":
                self._nouns[token.lower_].update(_described(token))
                if token.head.ent_type_ != "PERSON" or token.dep_ not in ("compound", "nmod", "flat"):
                    self._people.append((token.i, token.lower_))

    def of(self, name: str) -> frozenset[str]:
        """Lemmas of the titles and descriptions that stand beside a surname anywhere in the document."""
        return frozenset(self._nouns.get(name, ()))

    def introduces(self, name: Token) -> bool:
        """Whether a person's name stands here for the first time."""
        return name.ent_type_ == "PERSON" and all(
            i >= name.left_edge.i for i, surname in self._people if surname == name.lower_
        )

    def is_a_place(self, name: Token) -> bool:
        """Whether the language model takes a name for a place, and nowhere for a person."""
        return name.ent_type_ in PLACES and name.lower_ not in self._nouns

    def named_before(self, index: int) -> Optional[str]:
        """The surname of the person named last before a token."""
        at = bisect_left(self._people, (index, ""))
        return self._people[at - 1][1] if at else None


def party_of(heads: Sequence[Token], described: Descriptions, *, with_places: bool = False) -> Party:
    """The party whose noun phrases `heads` head.

    Parameters
    ----------
    with_places : bool
        Whether places may take part ("talks with Norway"), or only stand beside a deed.
    """
    names: set[str] = set()
    parts: set[str] = set()
    nouns: set[str] = set()
    known: set[str] = set()
    meant: set[str] = set()
    numbers: set[tuple[str, int]] = set()
    figures: list[Optional[int]] = []
    unnamed = introduced = 0
    for head in heads:
        counted = counted_by(head) or head
        if counted.ent_type_ in TIMES or (not with_places and described.is_a_place(counted)):
            continue
        if counted.pos_ == "PROPN" and counted.lower_ not in people_words():
            names.add(counted.lower_)
            parts.update(_name_parts(counted))
            nouns.update(described.of(counted.lower_))
            figures.append(1 if counted.ent_type_ == "PERSON" else None)
            introduced += described.introduces(counted)
        elif counted.pos_ in ("NOUN", "PROPN") and counted.lower_ not in _NOBODY:
            noun = "bomb" if counted.lower_ in word_class("charge") else counted.lemma_.lower()
            nouns.add(noun)
            if any(c.lower_ in POINTING for c in counted.lefts):
                known.add(noun)
            for child in counted.children:
                if child.dep_ == "appos" and child.pos_ == "PROPN":
                    names.add(child.lower_)
                    parts.update(_name_parts(child))
            figure = _figure(head)
            if figure is not None:
                numbers.add((noun, figure))
            figures.append(figure)
            unnamed += _newcomers(head, figure)
        elif counted.lower_ in _HE_OR_SHE:
            name = described.named_before(counted.i)
            if name is not None:
                meant.add(name)
    total = sum(f for f in figures if f is not None) if figures and None not in figures else None
    return Party(
        frozenset(names),
        frozenset(parts),
        frozenset(nouns),
        frozenset(numbers),
        frozenset(known),
        frozenset(meant),
        total,
        bool(heads) and all(head.pos_ == "PRON" and head.lower_ in _STANDING_FOR for head in heads),
        unnamed,
        introduced,
    )


def _newcomers(head: Token, figure: Optional[int]) -> int:
    """How many people a noun tells of as new: one of "a man" and "Columbus woman", none of "the man", "bus"."""
    if people_words().get(head.lower_) not in _SINGLE or any(c.lower_ in POINTING for c in head.lefts):
        return 0
    return figure or int(head.tag_ in ("NN", "NNP"))


def _figure(head: Token) -> Optional[int]:
    """The exact figure of a noun phrase alone, without what it is coordinated with."""
    if not any(c.dep_ == "nummod" or c.pos_ == "NUM" for c in head.lefts):
        return None
    quantity = quantity_of(head)
    if quantity is None or quantity.count.low != quantity.count.high:
        return None
    return quantity.count.best


def _name_parts(head: Token) -> Iterator[str]:
    """The words of a proper name, without titles."""
    for token in (head, *head.lefts):
        is_name = token.pos_ == "PROPN" and token.dep_ in ("compound", "nmod", "flat", head.dep_)
        if token == head or (is_name and token.lower_ not in people_words() and token.is_alpha):
            yield token.lower_


def _described(name: Token) -> Iterator[str]:
    """Titles before a name, appositions behind it, and the noun it is itself an apposition of."""
    for token in name.children:
        if token.dep_ in ("compound", "nmod") and token.lower_ in people_words():
            yield token.lemma_.lower()
        elif token.dep_ == "appos" and token.pos_ == "NOUN":
            yield token.lemma_.lower()
            yield from (c.lemma_.lower() for c in token.children if c.dep_ == "conj" and c.pos_ == "NOUN")
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        yield name.head.lemma_.lower()
