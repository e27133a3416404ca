"""One event for each predicate: "killed in an attack" and "an attack that killed four" are one."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Optional

from spacy.tokens import Token

from ...core.event_types import EventType
from .hits import Hit
from .inflection import verb_forms
from .lexicon import irregular_verbs, people_words
from .roles import subject_of

HARM = frozenset(
    ("kill", "wound", "injure", "hit", "target", "strike", "destroy")
)  # what acts of violence do
_CIRCUMSTANCE = frozenset(("in", "by", "during", "when", "with", "amidst", "amid"))
_FRAMES = frozenset((EventType.STATEMENT, EventType.CONSULT))  # verbs that only frame their noun


@lru_cache(maxsize=1)
def harm_forms() -> frozenset[str]:
    """The forms of the verbs that tell what an act of violence did."""
    return frozenset(form for verb in HARM for form in verb_forms(verb, irregular_verbs()))


def join_outcomes(hits: dict[int, Hit]) -> dict[int, Hit]:
    """The hits of a sentence with verbs of harm and the attacks they tell the outcome of taken together."""
    joined = dict(hits)
    for hit in hits.values():
        verb = hit.token
        is_harm = hit.is_verb and hit.event_type is EventType.ASSAULT and hit.entry.head in HARM
        if not is_harm or verb.i not in joined:
            continue
        cause = _cause(verb, joined) if verb.dep_ != "relcl" else None
        if cause is not None and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "xcomp"):
            del joined[verb.i]  # "clashes continued, killing twelve": the clashes are the event
            joined[cause.token.i] = replace(cause, beside=(*cause.beside, verb))
        elif cause is not None:
            del joined[cause.token.i]
            agents = cause.roles.agents or tuple(a for a in hit.roles.agents if a != cause.token)
            joined[verb.i] = replace(
                hit,
                event_type=cause.event_type,
                mode=cause.mode,
                beside=(cause.token,),
                roles=replace(hit.roles, agents=agents),
            )
        elif _only_tells_the_outcome(verb, joined):
            del joined[verb.i]
            if verb.head.i in joined:
                above = joined[verb.head.i]
                joined[verb.head.i] = replace(above, beside=(*above.beside, verb))
    return joined


def without_frames(hits: dict[int, Hit]) -> dict[int, Hit]:
    """The hits without verbs that only lend themselves to a noun among them: "attended a rally" is the rally."""
    lent = {hit.light.i for hit in hits.values() if hit.light is not None}
    return {i: hit for i, hit in hits.items() if i not in lent or hit.event_type not in _FRAMES}


def _only_tells_the_outcome(verb: Token, hits: dict[int, Hit]) -> bool:
    """Whether a verb of harm tells what an act of violence beside it did: "attacked a post, killing two"."""
    above = verb.head
    if verb.dep_ == "relcl":
        before = [h for h in hits.values() if h.token.i < verb.i and h.event_type is EventType.ASSAULT]
        does_harm = any(c.lower_ in ("that", "which") and c.dep_ == "nsubj" for c in verb.children)
        return above.i in hits or (does_harm and bool(before) and above.lower_ not in people_words())
    if verb.dep_ == "conj" or (verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBG"):
        hit = hits.get(above.i)
        return hit is not None and hit.is_verb and hit.event_type is EventType.ASSAULT
    return False


def _cause(verb: Token, hits: dict[int, Hit]) -> Optional[Hit]:
    """The attack that is the subject or the circumstance of a verb of harm."""
    candidates = [subject_of(verb)]
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _CIRCUMSTANCE:
            candidates += [c for c in child.children if c.dep_ == "pobj"]
    for token in candidates:
        hit = hits.get(token.i) if token is not None else None
        if hit is not None and not hit.is_verb and hit.event_type is EventType.ASSAULT:
            return hit
    return None
