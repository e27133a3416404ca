"""Deeds that a noun names while a verb of the same sentence tells them: "was shot dead in an attack" is one."""

from __future__ import annotations

from typing import Optional

from ..tokens import Token
from .causes import noun_of_violence
from .harm import tells_harm
from .hits import Hit
from .voice import is_passive

_BY_WHICH = frozenset(("through", "by", "in", "with", "during"))
_IN_GENERAL = frozenset(("", "killing"))  # modes of nouns that do not say how it was done
_FATAL = frozenset(("", "killing", "gunfire", "stabbing", "beating"))


def without_means(hits: dict[int, Hit]) -> dict[int, Hit]:
    """The hits without nouns for what a verb tells already: "seized power through a coup", "fled in an escape"."""
    return {
        i: hit
        for i, hit in hits.items()
        if hit.is_verb or hit.light is not None or not hit.mode or not _is_done_by(hit, hits)
    }


def without_frames(hits: dict[int, Hit]) -> dict[int, Hit]:
    """The hits without verbs that only lend themselves to a noun among them: "attended a rally" is the rally."""
    lent = {hit.light.i for hit in hits.values() if hit.light is not None}
    return {i: hit for i, hit in hits.items() if i not in lent}


def _is_done_by(hit: Hit, hits: dict[int, Hit]) -> bool:
    if hit.token.dep_ != "pobj" or hit.token.head.lower_ not in _BY_WHICH:
        return False
    verb = hits.get(hit.token.head.head.i)
    return verb is not None and verb.is_verb and (verb.event_type, verb.mode) == (hit.event_type, hit.mode)


def deed_named_beside(harm: Hit, hits: dict[int, Hit]) -> Optional[Hit]:
    """The attack or murder that a noun names, where a verb in the passive tells how it was done and to whom.

    As in "was shot dead in an attack", "an attack in May, when a guard was stabbed", "the murder of an editor, who was
    killed in Oslo".
    """
    verb = harm.token
    if (tells_harm(harm) and verb.dep_ != "relcl") or not is_passive(verb) or harm.mode not in _FATAL:
        return None
    nouns = [
        t
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in ("in", "during")
        for t in c.children
        if t.dep_ == "pobj"
    ]
    opening = {c.lower_ for c in verb.children} if verb.dep_ == "relcl" else set()
    above = verb.head.head.head if verb.head.dep_ == "pobj" else verb.head  # "an attack in 2011, when"
    if "when" in opening or ("who" in opening and _is_killing(above, hits)):
        nouns.append(above)
    named = (deed for noun in nouns if (deed := noun_of_violence(noun, hits)) is not None)
    return next((deed for deed in named if deed.mode in _IN_GENERAL), None)


def _is_killing(noun: Token, hits: dict[int, Hit]) -> bool:
    """Whether whoever was told of as its victim is dead by it: nobody is killed in two deeds."""
    deed = noun_of_violence(noun, hits)
    return deed is not None and deed.mode == "killing"
