"""The attack of which a verb of harm tells the outcome: its subject, its circumstance or its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from ...core.event_types import EventType
from ..tokens import Token
from .hits import Hit
from .subjects import subject_of

CIRCUMSTANCE = frozenset(("in", "by", "during", "when", "with", "amidst", "amid"))
_BECAUSE = frozenset(("as", "because", "due", "owing"))  # "as a result of the blast", "due to the blast"
_BEHIND = frozenset(("pobj", "pcomp"))
_RESULTING = frozenset("result end culminate".split())


def cause_of(verb: Token, hits: dict[int, Hit]) -> Optional[Hit]:
    """The attack that is the subject, the circumstance or the reason of a verb of harm."""
    subject = subject_of(verb)
    candidates = [] if subject is None or subject == verb.head else [subject]  # not "an attack that killed"
    candidates += _what_resulted(verb)
    struck = [c for c in verb.children if c.dep_ == "dobj"]  # "killed 40 bandits in air strikes"
    for child in (*verb.children, *(g for c in struck for g in c.children)):
        if child.dep_ in ("prep", "agent") and child.lower_ in CIRCUMSTANCE:
            candidates += [c for c in child.children if c.dep_ in _BEHIND]
        elif child.lower_ in _BECAUSE:
            candidates += [t for t in child.subtree if t.dep_ in _BEHIND and t.head.lower_ in ("of", "to")]
    return next((cause for token in candidates if (cause := noun_of_violence(token, hits)) is not None), None)


def _what_resulted(verb: Token) -> Iterator[Token]:
    """As the clashes in "the clashes resulted in a guard being killed", "... ended with a guard wounded"."""
    whom = verb.head if verb.dep_ in ("acl", "relcl") else None
    prep = verb.head if whom is None else whom.head
    if prep.dep_ != "prep" or (verb if whom is None else whom).dep_ not in ("pcomp", "pobj"):
        return
    subject = subject_of(prep.head) if prep.head.lemma_.lower() in _RESULTING else None
    if subject is not None:
        yield subject


def noun_of_violence(token: Optional[Token], hits: dict[int, Hit]) -> Optional[Hit]:
    """The act of violence that a noun, or a gerund behind a preposition, names; None for other words."""
    hit = None if token is None else hits.get(token.i)
    if hit is None or hit.event_type is not EventType.ASSAULT:
        return None
    is_gerund = hit.token.tag_ == "VBG" and hit.token.dep_ == "pcomp"  # "killed as a result of shelling"
    return hit if is_gerund or not hit.is_verb else None
