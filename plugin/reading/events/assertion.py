"""Is it so? Whether the text says that a thing happened, will happen, is claimed, denied or only thought of.

The words that decide stand above the trigger in the parse (the verb of saying, planning or denying that it depends on)
or right beside it (auxiliaries, negation, "allegedly").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from spacy.tokens import Token

from ...core.event import Assertion
from .lexicon import governors
from .roles import is_passive, objects_of_prepositions, subject_of

_FUTURE = frozenset(("will", "shall", "'ll", "wo"))
_POSSIBLE = frozenset(("would", "could", "might", "may", "can", "should", "must", "ca", "ought", "'d"))
_IF = frozenset(("if", "unless", "whether", "lest"))
_HEARSAY = frozenset("allegedly reportedly purportedly supposedly ostensibly apparently".split())
_NO = frozenset(("no", "neither", "nor", "without"))
_FUTURE_ADJECTIVES = frozenset(
    "planned upcoming forthcoming scheduled proposed future intended impending".split()
)
_NOUNS_AHEAD = frozenset(
    "plan threat possibility risk fear prospect danger proposal preparation likelihood".split()
)
_HELD_BACK = frozenset("attempt bid".split())
_UP = frozenset(
    ("ccomp", "xcomp", "advcl", "conj", "parataxis", "pcomp", "acl", "relcl", "dep", "csubj", "csubjpass")
)


@dataclass(frozen=True)
class Judgement:
    """What the words around a trigger say of it; `speakers` are the heads of those who say so."""

    assertion: Assertion = Assertion.OCCURRED
    speakers: tuple[Token, ...] = ()
    words: Optional[Token] = None  # the word that decided
    is_generic: bool = False  # a purpose or a habit: nothing that happens once


def judge(token: Token) -> Judgement:
    """Judge a trigger, a verb or a noun, by the words that govern it."""
    verb, found = _clause_verb(token)
    if found is not None:
        return found
    speakers: list[Token] = []
    verdict: Optional[tuple[Assertion, Token]] = None
    generic = False
    at: Optional[Token] = verb
    first = True
    while at is not None:
        if verdict is None:
            verdict = _beside(at, is_own=first)
        speakers += _according_to(at)
        above = at.head
        if at.dep_ not in _UP or above is at:
            break
        if at.dep_ == "conj":
            if first and not any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in at.children):
                at = above  # shares the auxiliary: "will meet and sign"
                continue
            at = above if above.dep_ in ("ccomp", "xcomp") else None
            continue
        kind = governor_class(above)
        to_infinitive = at.tag_ == "VB" and any(c.lower_ == "to" for c in at.children if c.dep_ == "aux")
        if at.dep_ in ("ccomp", "parataxis", "xcomp", "pcomp", "dep", "csubj", "csubjpass", "advcl"):
            if (
                kind in ("report", "claim", "deny")
                and not to_infinitive
                or (kind == "claim" and is_passive(above))
            ):
                subject = subject_of(above)
                if subject is not None and not is_passive(above):
                    speakers.append(subject)
                speakers += objects_of_prepositions(above, ("by",))
                if kind == "claim" and verdict is None:
                    verdict = Assertion.CLAIMED, above
                elif kind == "deny" and verdict is None:
                    verdict = Assertion.DENIED, above
            elif kind == "threaten" and verdict is None:
                verdict = Assertion.THREATENED, above
            elif kind == "plan" and verdict is None and (to_infinitive or at.dep_ == "ccomp"):
                verdict = Assertion.PLANNED, above
            elif kind == "negative" and verdict is None and at.dep_ != "advcl":
                verdict = Assertion.NEGATED, above
            elif to_infinitive and kind not in ("implicative",) and verdict is None:
                if above.lemma_ == "be" and at.dep_ == "xcomp":
                    verdict = Assertion.PLANNED, above
                else:
                    generic = True
        if at.dep_ in ("acl", "relcl") and to_infinitive:
            generic = True
        if at.dep_ in ("acl", "relcl") and above.pos_ in ("NOUN", "PROPN", "PRON"):
            break
        at, first = above, False
    people = tuple(dict.fromkeys(speakers))
    if verdict is None:
        return Judgement(Assertion.OCCURRED, people, None, generic)
    return Judgement(verdict[0], people, verdict[1], generic)


def governor_class(word: Token) -> str:
    """What a verb (or "due", "set", "likely") does to what depends on it; empty when nothing is known."""
    classes = governors()
    for name in ("deny", "threaten", "claim", "report", "plan", "negative", "implicative"):
        if word.lower_ in classes[name]:
            return name
    return ""


def is_light(verb: Token) -> bool:
    """Whether a verb lends itself to an event noun: "held talks", "carried out an attack"."""
    words = governors()["light"]
    if verb.lower_ in words:
        return True
    return any(
        f"{verb.lower_} {c.lower_}" in words
        for c in verb.children
        if c.dep_ in ("prt", "prep", "dobj", "advmod")
    )


def _clause_verb(token: Token) -> tuple[Optional[Token], Optional[Judgement]]:
    """The verb whose clause the trigger is told in, or the judgement where the trigger's own words decide."""
    if token.pos_ in ("VERB", "AUX"):
        return token, None
    for child in token.children:
        if child.dep_ in ("det", "neg") and child.lower_ in _NO:
            return None, Judgement(Assertion.NEGATED, (), child)
        if child.lower_ in _FUTURE_ADJECTIVES:
            return None, Judgement(Assertion.PLANNED, (), child)
        if child.lower_ == "alleged":
            return None, Judgement(Assertion.CLAIMED, (), child)
        if child.dep_ == "relcl" and any(c.lower_ in _FUTURE for c in child.children):
            return None, Judgement(Assertion.PLANNED, (), child)
        if child.dep_ == "relcl" and child.tag_ in ("VBD", "VBN"):
            return child, None
    at = token
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            direct = at.dep_ in ("dobj", "nsubjpass", "pobj", "attr")
            kind = governor_class(above)
            if (
                direct
                and kind in ("negative", "plan", "deny", "threaten")
                and above.lower_ not in _carried_out(above)
            ):
                verdict = {
                    "negative": Assertion.NEGATED,
                    "plan": Assertion.PLANNED,
                    "deny": Assertion.DENIED,
                    "threaten": Assertion.THREATENED,
                }[kind]
                if at.dep_ != "pobj" or kind != "negative":
                    return None, Judgement(verdict, (), above)
            return above, None
        if above.pos_ == "NOUN" and above.lower_ in _NOUNS_AHEAD:
            return None, Judgement(Assertion.HYPOTHETICAL, (), above)
        at = above
    return None, Judgement()


def _carried_out(verb: Token) -> frozenset[str]:
    """Words of planning that carry their noun out when told in the past: "ordered a strike", "agreed a deal"."""
    words = frozenset(
        "ordered authorized agreed decided promised called asked urged set poised committed".split()
    )
    return words if verb.tag_ in ("VBD", "VBN") else frozenset()


def _beside(verb: Token, is_own: bool) -> Optional[tuple[Assertion, Token]]:
    """What auxiliaries, negation and adverbs of a verb say."""
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "neg" and is_own:
            return Assertion.NEGATED, child
        if child.dep_ == "aux" and word in _FUTURE:
            return Assertion.PLANNED, child
        if child.dep_ == "aux" and word in _POSSIBLE and is_own:
            return Assertion.HYPOTHETICAL, child
        if child.dep_ == "mark" and word in _IF:
            return Assertion.HYPOTHETICAL, child
        if child.dep_ == "advmod" and word in _HEARSAY:
            return Assertion.CLAIMED, child
    return None


def _according_to(verb: Token) -> list[Token]:
    """Speakers behind "according to"."""
    return [
        below
        for child in verb.children
        if child.lower_ == "according"
        for to in child.children
        if to.lower_ == "to"
        for below in to.children
        if below.dep_ == "pobj"
    ]
