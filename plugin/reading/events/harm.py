"""Verbs that tell what an act of violence did, and those that tell only whom it befell."""

from __future__ import annotations

from functools import lru_cache

from ..tokens import Token
from .hits import Hit
from .inflection import verb_forms
from .lexicon import irregular_verbs, word_class
from .participants import is_a_weapon
from .voice import is_passive

# Lexicon heads of what acts of violence do to people and things.
_STRIKE = frozenset("hit target strike destroy".split())  # things as well, and nobody need be hurt
HARM = _STRIKE | frozenset("kill wound injure hurt maim martyr leave".split())
_DISORDER = frozenset(("riot", "dispersal", "crackdown"))  # modes of what is done by or to a crowd
_BEFALLS = frozenset("die lose sustain suffer receive".split())  # verbs of what befalls their subject


@lru_cache(maxsize=1)
def harm_forms() -> frozenset[str]:
    """The forms of the verbs that tell what an act of violence did."""
    return _forms(HARM)


@lru_cache(maxsize=1)
def striking_forms() -> frozenset[str]:
    """The forms of those of them that do not tell whether anybody was harmed: "a rocket hit a bus"."""
    return _forms(_STRIKE)


def _forms(verbs: frozenset[str]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in verb_forms(verb, irregular_verbs()))


def tells_harm(hit: Hit) -> bool:
    """Whether a verb tells what an act of violence did: "killed three", "claimed three lives"."""
    return hit.entry.head in HARM | _BEFALLS or hit.entry.words == "claim life"


def is_harm_by_nobody(hit: Hit) -> bool:
    """Whether a verb of violence only tells whom it befell: "were killed (by a bomb)", "lost their lives"."""
    if not all(map(is_a_weapon, hit.roles.agents)):
        return False
    return hit.entry.head in _BEFALLS or (hit.entry.head in HARM and is_passive(hit.token))


def hurts_by_disorder(harm: Token, mode: str) -> bool:
    """Whether a verb of wounding may tell what came of a deed of that mode: of a riot, or of police and a crowd.

    Deaths are told as deeds of their own.
    """
    return mode in _DISORDER and harm.lower_ in word_class("wounds")
