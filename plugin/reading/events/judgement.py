"""What is said of an event's noun by the words right above and beside it, and who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ...core.event import Assertion
from ..closed_classes import UNDERGOERS, VERBAL
from ..tokens import Token
from .governing import (
    FUTURE,
    POSSIBLE,
    TOLD_BY,
    governor_class,
    is_light,
    is_reported_future,
    is_to_infinitive,
)
from .lexicon import governors, word_class
from .roles import objects_of_prepositions, with_conjuncts
from .subjects import subject_of
from .voice import is_passive

_NO = frozenset(("no", "neither", "nor"))
_FUTURE_ADJECTIVES = frozenset(
    "planned upcoming forthcoming scheduled proposed future intended impending".split()
)
NOUNS_AHEAD = frozenset(
    "plan plans threat possibility risk risks fear fears prospect prospects danger proposal preparation likelihood "
    "intention intentions intent aim purpose goal objective order pretext interest hope hopes readiness willingness "
    "desire wish ambition chance chances idea need option eagerness".split()
)
_AFTER = frozenset(("after", "following", "since"))
_OBJECTS = UNDERGOERS | {"attr"}
_OF_ITS_OBJECT = {
    "negative": Assertion.NEGATED,
    "plan": Assertion.PLANNED,
    "deny": Assertion.DENIED,
    "threaten": Assertion.THREATENED,
}


@dataclass(frozen=True)
class Judgement:
    """What the words around a trigger say of it; `speakers` are the heads of those who say so."""

    assertion: Assertion = Assertion.OCCURRED
    speakers: tuple[Token, ...] = ()
    words: Optional[Token] = None  # the word that decided
    is_generic: bool = False  # a purpose or a habit: nothing that happens once
    is_attempt: bool = False  # what somebody tried to do


def clause_verb(token: Token) -> tuple[Optional[Token], Optional[Judgement]]:
    """The verb whose clause the trigger is told in, or the judgement where the trigger's own words decide."""
    if token.pos_ in VERBAL:
        return token, None
    if token.dep_ in _OBJECTS and _undoes(token.head):
        # "the march planned for May was called off"
        return None, Judgement(Assertion.NEGATED, (), token.head)
    if token.dep_ == "pobj" and token.head.lower_ == "without":
        return None, Judgement(Assertion.NEGATED, (), token.head)  # "ended without a deal"
    for child in token.children:
        if child.dep_ in ("det", "neg") and child.lower_ in _NO:
            return None, Judgement(Assertion.NEGATED, (), child)
        if child.lower_ in _FUTURE_ADJECTIVES:
            return None, Judgement(Assertion.PLANNED, (), child)
        if child.lower_ == "alleged":
            return None, Judgement(Assertion.CLAIMED, (), child)
        if child.dep_ == "relcl" and any(c.lower_ in FUTURE for c in child.children):
            return None, Judgement(Assertion.PLANNED, (), child)
        if child.dep_ == "relcl" and child.tag_ in ("VBD", "VBN"):
            return child, None
        if child.dep_ == "acl" and child.tag_ == "VBN" and any(t.ent_type_ == "DATE" for t in child.subtree):
            return child, None  # "Under an accord signed on Monday, prices would rise"
    at = token
    for above in token.ancestors:
        if above.pos_ in VERBAL:
            kind = governor_class(above)
            if (
                at.dep_ in _OBJECTS
                and kind in _OF_ITS_OBJECT
                and not (kind == "negative" and not _undoes(above))
                and not (kind == "plan" and above.lower_ in _carried_out(above))
                and not (kind == "deny" and at != token and at.lower_ not in word_class("hearsay"))
            ):
                return None, Judgement(_OF_ITS_OBJECT[kind], (), above)
            if kind == "ask" and _is_asked_for(token, above):
                return None, Judgement(Assertion.HYPOTHETICAL, (), above)
            if at.dep_ == "prep" and at.lower_ in _AFTER and is_to_infinitive(above):
                continue  # "vowed to retaliate after the attack": what is behind is over
            if (
                at.dep_ == "nsubj"
                and above.lemma_ == "be"
                and any(is_to_infinitive(c) for c in above.children)
            ):
                return None, Judgement(Assertion.PLANNED, (), above)  # "the conference was to be held"
            is_possible = any(c.dep_ == "aux" and c.lower_ in POSSIBLE for c in above.children)
            if (
                at.dep_ == "nsubj"
                and is_possible
                and not (above.lemma_ != "be" and is_reported_future(above))
            ):
                return None, Judgement(Assertion.HYPOTHETICAL, (), above)  # "an attack would ..."
            return above, None
        if above.pos_ == "NOUN" and above.lower_ in NOUNS_AHEAD:
            return None, Judgement(Assertion.HYPOTHETICAL, (), above)
        at = above
    return None, Judgement()


def _undoes(verb: Token) -> bool:
    """Whether a verb says that its object did not come to pass: "prevented", not "escaped an attack"."""
    return governor_class(verb) == "negative" and verb.lower_ not in governors()["undergo"]


def _is_asked_for(noun: Token, verb: Token) -> bool:
    """As in "called for a truce", "demanded talks"; not "called a strike"."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "for" and noun.head.head == verb
    return noun.dep_ == "dobj" and noun.head == verb and not is_light(verb)


def _carried_out(verb: Token) -> frozenset[str]:
    """Words of planning that carry their noun out when told in the past: "ordered a strike", "agreed a deal"."""
    words = frozenset("ordered authorized agreed decided promised set poised committed".split())
    return words if verb.tag_ in ("VBD", "VBN") else frozenset()


def hearsay(noun: Token) -> Optional[Judgement]:
    """What a noun like "reports", "claims" or "risk" makes of what hangs on it; None for other nouns."""
    above = noun.head.head if noun.dep_ == "pobj" else noun
    for word in (noun, above):
        if word.pos_ == "NOUN" and word.lower_ in NOUNS_AHEAD:
            return Judgement(Assertion.HYPOTHETICAL, (), word)  # "the risk of rebels entering the town"
    if noun.lower_ not in word_class("hearsay"):
        return None
    verb = noun.head if noun.dep_ in UNDERGOERS else None
    if verb is not None and governor_class(verb) == "deny":
        return Judgement(Assertion.DENIED, tuple(sayers(verb)), verb)
    return Judgement(Assertion.CLAIMED, (), noun)


def said_above(noun: Token) -> Judgement:
    """Who says it of a noun that the event hangs on: "claims to have seen helicopters flying into the area"."""
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
    speakers: list[Token] = []
    claim: Optional[Token] = None
    while verb is not None and verb.dep_ in TOLD_BY and verb.head != verb:
        verb = verb.head
        kind = governor_class(verb)
        if kind in ("report", "claim", "deny"):
            speakers += sayers(verb)
            claim = claim or (verb if kind == "claim" else None)
    return Judgement(Assertion.CLAIMED if claim is not None else Assertion.OCCURRED, tuple(speakers), claim)


def sayers(verb: Token) -> list[Token]:
    """Who says, claims or denies."""
    subject = subject_of(verb)
    if is_passive(verb) or subject is None:
        return list(objects_of_prepositions(verb, ("by",)))
    return list(with_conjuncts(subject))
