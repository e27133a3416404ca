"""Phrases of the lexicon in the parse: the tokens around a verb or a noun that are the other words of its entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ..closed_classes import RELATIVE, UNDERGOERS
from ..tokens import Token
from .governing import is_to_infinitive
from .kinds import kind_of
from .lexicon import is_word, word_class
from .needs import objects_behind
from .roles import is_bare_infinitive

_REACH = frozenset(
    "dobj prt prep advmod attr acomp oprd npadvmod dative nsubjpass pobj pcomp xcomp compound nmod amod obj"
    " agent".split()
)
_MODIFIERS = frozenset(("compound", "nmod"))
_PURPOSES = frozenset(("advcl", "acl", "relcl"))
_CARRYING = frozenset("carrying bringing bearing transporting containing".split())


def with_prefix(verb: Token) -> str:
    """A verb with what a hyphen joins to its front: "test-fired"."""
    if verb.i < 2 or verb.nbor(-1).text != "-" or verb.nbor(-1).whitespace_ or verb.nbor(-2).whitespace_:
        return verb.lower_
    return f"{verb.nbor(-2).lower_}-{verb.lower_}"


def hyphenated(token: Token) -> tuple[Token, ...]:
    """The parts of a word that the model takes apart ("sit-in", "cease-fire"), for the one that hangs on the rest."""
    doc = token.doc
    for start in (token.i - 2, token.i):
        parts = tuple(doc[max(start, 0) : start + 3])
        if len(parts) == 3 and parts[1].text == "-" and token in parts and token.head not in parts:
            return parts if not (parts[0].whitespace_ or parts[1].whitespace_) else ()
    return ()


def phrase_of(near: Sequence[Token], others: tuple[str, ...]) -> Optional[tuple[Token, ...]]:
    """The tokens that are the other words of a verb's phrase, None unless all are there.

    Parameters
    ----------
    near : sequence of Token
        What a phrase may begin with, see `within_reach`.
    """
    if not others:
        return ()
    found: list[Token] = []
    for word in others:
        pool = [
            *near,
            *(g for c in (*near, *found) if _reaches(c, found) for g in c.children if g.dep_ in _REACH),
        ]
        after = found[-1].i if found and found[-1].dep_ == "prep" else -1  # "on strike", not "strikes on"
        match = next((t for t in pool if t.i > after and _is_part(t, word, found) and t not in found), None)
        if match is None:
            return None
        found.append(match)
    return tuple(found)


def phrase_before(noun: Token, others: tuple[str, ...]) -> Optional[tuple[Token, ...]]:
    """The other words of a noun phrase: right before the noun, or behind its preposition ("termination of aid")."""
    if not others:
        return ()
    if len(others) > 1 and others[0] in ("of", "in", "on"):
        for child in noun.children:
            if child.lower_ == others[0] and child.dep_ == "prep":
                below = [
                    g
                    for c in child.children
                    for g in ((c,) if others[1].startswith("<") else (c, *c.lefts))
                    if is_word(g.lower_, g.lemma_.lower(), others[1])
                ]
                if below:
                    return (child, below[0])
        return None
    words = [t for t in noun.doc[max(noun.sent.start, noun.i - 2 * len(others)) : noun.i] if t.text != "-"]
    before = words[-len(others) :]
    if len(before) == len(others) and all(
        is_word(t.lower_, t.lemma_.lower(), word) for t, word in zip(before, others)
    ):
        return tuple(before)
    joined = "".join(others)  # "counter-terrorism drill", "counterterrorism drill"
    if words and "".join(t.lower_ for t in words[-2:]).replace("-", "").endswith(joined.replace("-", "")):
        return tuple(words[-1:])
    return None


def within_reach(verb: Token) -> list[Token]:
    """What a phrase may begin with: a verb's complements, its object in a relative clause, what an object consists of.

    A purpose belongs to it ("sent troops to help"), and so does the bare verb of "let them go".
    """
    # "were present in": "in" may hang on either
    heads = (verb,) if verb.pos_ == "VERB" else (verb, verb.head)
    near = [c for head in heads for c in head.children if c.dep_ in _REACH and c != verb]
    if (verb.dep_ == "acl" and verb.tag_ == "VBN") or any(_stands_for_the_object(c) for c in near):
        near.append(verb.head)  # "a roadmap, signed in Rome", "a truce that they extended"
    objects = [c for c in near if c.dep_ in UNDERGOERS]
    things = [c for c in objects if _is_an_amount(c) or (c.dep_ == "dobj" and not kind_of(c))]
    near += [g for c in things for g in objects_behind(c, ("of",))]  # "200 tonnes of food"
    near += [g for c in objects for g in _load_of(c)]  # "two planes carrying food"
    purposes = (c for c in (*verb.children, *(g for o in objects for g in o.children)) if c.dep_ in _PURPOSES)
    near += [c for c in purposes if is_to_infinitive(c)]
    near += [c for c in verb.children if c.dep_ == "ccomp" and (c.pos_ == "ADJ" or is_bare_infinitive(c))]
    return near


def _is_an_amount(subject: Token) -> bool:
    """Whether it only says how much: "90 tonnes of maize were sent", "a state of emergency was declared"."""
    if kind_of(subject):
        return subject.lower_ == "state"
    if subject.lower_ in word_class("measure"):
        return True  # "a barrage of rockets was fired"
    return any(c.dep_ == "nummod" for c in subject.children)


def _stands_for_the_object(word: Token) -> bool:
    return word.dep_ == "dobj" and word.lower_ in RELATIVE and word.head.dep_ == "relcl"


def _reaches(word: Token, found: Sequence[Token]) -> bool:
    """Whether a phrase may go on below a word; not behind a "for" of which it does not speak: "called for a strike"."""
    return word.lower_ != "for" or word in found


def _load_of(vehicle: Token) -> list[Token]:
    """What something sent carries, and of what it consists: "a ship carrying 200 tonnes of food"."""
    carrying = (c for c in vehicle.children if c.dep_ == "acl" and c.lower_ in _CARRYING)
    loads = [g for c in carrying for g in c.children if g.dep_ == "dobj"]
    return [*loads, *(below for load in loads for below in objects_behind(load, ("of",)))]


def _is_part(token: Token, word: str, found: Sequence[Token]) -> bool:
    """Whether a token is a phrase's word; one of a class must be the verb's object, or stand behind its preposition."""
    if not is_word(token.lower_, token.lemma_.lower(), word) and not _is_joined_to(token, word):
        return False
    if token.ent_type_ == "DATE" and token.text.istitle():
        return False  # "will be held March 17"
    if word.startswith("<") and token.i < token.head.i and _only_modifies(token):
        return False  # "captured a base commander"
    return (
        not word.startswith("<") or token.dep_ != "pobj" or token.head.lower_ == "of" or token.head in found
    )


def _is_joined_to(token: Token, word: str) -> bool:
    """Whether it is a word of a class with what a hyphen joins to its front: "cease-fire"."""
    if not word.startswith("<") or token.i < 2 or token.nbor(-1).text != "-":
        return False
    return "".join(t.lower_ for t in hyphenated(token)) in word_class(word[1:-1])


def _only_modifies(word: Token) -> bool:
    """Whether a word before another is not itself what is acted upon: "base" in "base commander"."""
    return word.dep_ == "npadvmod" or (word.dep_ in _MODIFIERS and bool(kind_of(word.head)))
