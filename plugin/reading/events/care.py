"""Who was hurt, as the care tells that he or she got: taken to hospital, treated for wounds, in critical condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..tokens import Token
from .lexicon import word_class
from .roles import objects_of_prepositions, roles_of
from .subjects import subject_of

_INTO = frozenset(("to", "into", "in", "at"))
_FOR_WOUNDS = frozenset(("for", "with"))
_CARE = frozenset("treatment care surgery attention operation operations".split())
_GRAVE = frozenset("critical serious grave stable severe life-threatening".split())
_STAYS = frozenset(("be", "remain", "lie"))
_FIGHTS = frozenset(("fight", "battle"))


def cared_for(verb: Token) -> Sequence[Token]:
    """Those of whom a verb tells care that only the hurt get; empty for other verbs.

    As in "were treated for injuries", "took fourteen people to hospital", "two of them are in critical condition",
    "is fighting for her life"; not "was treated for shock", "went to hospital", "the bodies were taken to a clinic".
    """
    word = verb.lower_
    if word in word_class("cares"):
        people = _living(verb) if _tells_wounds(verb) else []
        return [] if died_of_it(verb, people) else people
    if verb.lemma_ in _STAYS:
        is_told = _is_in_care(verb) or _is_in_hospital(verb)
    elif verb.lemma_ == "end" and any(c.lower_ == "up" for c in verb.children):
        is_told = any(t.lower_ in word_class("clinic") for t in objects_of_prepositions(verb, _INTO))
    elif verb.lemma_ in _FIGHTS:
        is_told = any(t.lower_ in word_class("life") for t in objects_of_prepositions(verb, ("for",)))
    else:
        return ()
    subject = subject_of(verb) if is_told else None
    return () if subject is None else (subject,)


def may_tell_of_some(verb: Token) -> bool:
    """Whether a figure below this verb may count only some: those brought to care, or those found dead so far."""
    return any(verb.lower_ in word_class(name) for name in ("cares", "recovers")) or verb.lemma_ in _STAYS


def _living(verb: Token) -> list[Token]:
    return [p for p in roles_of(verb).patients if p.lower_ not in word_class("remains")]


def _tells_wounds(verb: Token) -> bool:
    """Whether the words beside the verb say that it is wounds that are cared for, or at least that it is a clinic."""
    reasons = [t for place in (verb, *_living(verb)) for t in objects_of_prepositions(place, _FOR_WOUNDS)]
    if any(t.lower_ in word_class("injury") for t in reasons):
        return True
    if any(_says_how_grave(t) for t in verb.subtree):
        return True  # "treated nine people, two of them in serious condition"
    if any(t.head.lower_ == "for" and t.lower_ not in _CARE for t in reasons):
        return False  # "treated for shock", "taken to hospital for tests"
    return verb.lower_ in word_class("hospitalises") or any(
        t.lower_ in word_class("clinic") for t in objects_of_prepositions(verb, _INTO)
    )


def died_of_it(verb: Token, people: Sequence[Token]) -> bool:
    """As in "was taken to hospital, where he died": he is told among the dead."""
    deaths = [t for t in verb.subtree if t.lower_ in word_class("dies")]
    return any(who is None or who in people or who.pos_ == "PRON" for who in map(subject_of, deaths))


def _is_in_care(verb: Token) -> bool:
    """As in "in critical condition", "in intensive care"."""
    return any(_says_how_grave(noun) for noun in objects_of_prepositions(verb, ("in",)))


def _is_in_hospital(verb: Token) -> bool:
    """As in "two are in hospital"; who is in the hospital may work there."""
    return any(
        t.lower_ in word_class("clinic") and not any(c.dep_ == "det" for c in t.lefts)
        for t in objects_of_prepositions(verb, ("in",))
    )


def _says_how_grave(noun: Token) -> bool:
    lefts: Iterator[str] = (t.lower_ for t in noun.lefts)
    if noun.lower_ == "condition":
        return any(word in _GRAVE for word in lefts)
    return noun.lower_ == "care" and "intensive" in lefts
