"""What a verb says befell people, and whom: killed, wounded, captured, driven out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Optional

from ...core.mentions import MentionRole
from ..tokens import Token
from .care import cared_for, died_of_it
from .kinds import ARMED, kind_of
from .lexicon import people_words, word_class
from .roles import objects_of_prepositions, roles_of
from .subjects import subject_of
from .voice import is_passive

BY_VERB = {
    "kills": MentionRole.FATALITIES,
    "wounds": MentionRole.INJURED,
    "captures": MentionRole.CAPTURED,
    "displaces": MentionRole.DISPLACED,
}
_TAKEN_BY = frozenset(("arrest", "kidnap"))  # modes of what befalls those who are taken
_HOMES = frozenset(("home", "homes", "houses", "villages"))
_SEEKING = frozenset(("seek", "take", "find"))
_REFUGE = frozenset("refuge shelter sanctuary safety protection asylum".split())
_FROM = frozenset(("from", "of"))
_MEN = ARMED | {"civilian", "people"}  # "the rebels lost four men"
_FATALLY = frozenset(("fatally", "mortally"))
_BROKEN = frozenset("broken fractured shattered dislocated".split())
_UNKNOWN = frozenset(("unknown", "undisclosed", "unidentified"))


def befallen(verb: Token, mode: str = "") -> Optional[tuple[MentionRole, Sequence[Token]]]:
    """What a verb says befell whom; None for other verbs.

    Parameters
    ----------
    mode : str
        How the event is done that the verb tells; empty where it tells none.
    """
    word = verb.lower_
    if _seeks_refuge(verb):
        return MentionRole.DISPLACED, _people(_subjects(verb))
    if mode and word in word_class("finishes"):
        return MentionRole.FATALITIES, _others(roles_of(verb).patients)
    if any(c.lower_ in _FATALLY for c in verb.children if c.dep_ == "advmod"):
        return MentionRole.FATALITIES, _others(roles_of(verb).patients)
    for name, role in BY_VERB.items():
        if word in word_class(name) and not (mode == "legal" and role is MentionRole.CAPTURED):
            taken = _others(roles_of(verb).patients)
            is_of_a_place = role is MentionRole.CAPTURED and mode == "battle"  # "captured Gao and Kidal"
            return role, [t for t in taken if t.pos_ != "PROPN"] if is_of_a_place else taken
    if word in word_class("hits") and is_passive(verb) and (_by_a_round(verb) or _in_a_limb(verb)):
        struck = _others(roles_of(verb).patients)
        return None if died_of_it(verb, struck) else (MentionRole.INJURED, struck)
    if word in word_class("strikes"):
        if _ends_in_death(verb):
            struck = _others(roles_of(verb).patients)
            return MentionRole.FATALITIES, _people(struck) if word in word_class("blows") else struck
        if _in_a_limb(verb):
            return MentionRole.INJURED, _others(roles_of(verb).patients)
    if word in word_class("dies") or (word in word_class("loses") and _has_object(verb, word_class("life"))):
        return MentionRole.FATALITIES, _subjects(verb)
    if word in word_class("loses") and _kind_of_subject(verb) in ARMED:
        lost = [p for p in roles_of(verb).patients if p.pos_ == "NOUN" and kind_of(p) in _MEN]
        if lost:
            return MentionRole.FATALITIES, lost
    if word in word_class("costs") and _has_object(verb, word_class("life")):
        return MentionRole.FATALITIES, [
            p for p in roles_of(verb).patients if p.lower_ not in word_class("life")
        ]
    if word in word_class("suffers") and (_has_object(verb, word_class("injury")) or _has_broken(verb)):
        return MentionRole.INJURED, _subjects(verb)
    if (hurt := _left_with_wounds(verb)) or (hurt := cared_for(verb)):
        return MentionRole.INJURED, _people(hurt)
    if word in word_class("recovers") and (bodies := _bodies(verb)):
        return MentionRole.FATALITIES, bodies
    if mode == "surrender":
        return MentionRole.CAPTURED, _subjects(verb)
    if mode in _TAKEN_BY or _takes_captive(verb) or _takes_to_an_unknown_place(verb):
        return MentionRole.CAPTURED, _people(roles_of(verb).patients)
    if word in word_class("flees") or (word in word_class("leaves") and _has_object(verb, _HOMES)):
        return MentionRole.DISPLACED, _subjects(verb)
    if word in word_class("drives") and _is_from_home(verb):
        if any(c.lower_ in word_class("flees") | word_class("leaves") for c in verb.children):
            return None  # "forced 3,000 people to flee": told with the fleeing
        return MentionRole.DISPLACED, _people(roles_of(verb).patients)
    return None


def _seeks_refuge(verb: Token) -> bool:
    """As in "sought refuge at a church", "took shelter in schools", "are sheltering in tents"."""
    if verb.lemma_ == "shelter":
        return not _has_object(verb, people_words())
    return verb.lemma_ in _SEEKING and _has_object(verb, _REFUGE)


def _is_from_home(verb: Token) -> bool:
    """As in "forced 3,000 people from their homes", "were driven out of the village"; not "forced its way into"."""
    return any(
        t.lower_ in word_class("home") and t.dep_ == "pobj" and t.head.lower_ in _FROM for t in verb.subtree
    )


def _by_a_round(verb: Token) -> bool:
    """As in "were hit by stray bullets", "was struck by shrapnel"."""
    return any(t.lower_ in word_class("round") for t in objects_of_prepositions(verb, ("by", "with")))


def _in_a_limb(verb: Token) -> bool:
    """As in "was shot in the leg"."""
    return any(t.lower_ in word_class("limb") for t in objects_of_prepositions(verb, ("in", "through")))


def _bodies(verb: Token) -> list[Token]:
    """The dead who are brought in: "pulled fifteen bodies from the rubble", "recovered the bodies of two men"."""
    return [
        dead
        for body in roles_of(verb).patients
        if body.lower_ in word_class("remains") and body.tag_ == "NNS"
        for dead in (list(objects_of_prepositions(body, ("of",))) or [body])
    ]


def _left_with_wounds(verb: Token) -> Sequence[Token]:
    """Whom "left with burns", "escaped with minor injuries" are about; empty for other verbs."""
    leaves, survives = (verb.lower_ in word_class(name) for name in ("leaves", "survives"))
    if not (leaves or survives):
        return ()
    if not any(t.lower_ in word_class("injury") for t in objects_of_prepositions(verb, ("with",))):
        return ()
    return roles_of(verb).patients if leaves else _subjects(verb)


def _subjects(verb: Token) -> tuple[Token, ...]:
    subject = subject_of(verb)
    return () if subject is None else (subject,)


def _has_broken(verb: Token) -> bool:
    """As in "suffered a broken leg"."""
    limbs = (c for c in verb.children if c.dep_ == "dobj" and c.lower_ in word_class("limb"))
    return any(c.lower_ in _BROKEN for limb in limbs for c in limb.lefts)


def _kind_of_subject(verb: Token) -> str:
    """What kind of actor the subject is; empty where there is none."""
    subject = subject_of(verb)
    return "" if subject is None else kind_of(subject)


def _others(people: Iterable[Token]) -> list[Token]:
    """Those who did it to themselves left out: "killed himself" is no deed done to anybody."""
    return [p for p in people if p.lower_ not in word_class("self")]


def _people(taken: Iterable[Token]) -> list[Token]:
    """Whoever is taken, without things: "seized two boats" takes nobody."""
    return [t for t in taken if kind_of(t) or t.pos_ in ("NUM", "PRON", "PROPN")]


def _has_object(verb: Token, words: Collection[str]) -> bool:
    return any(c.dep_ == "dobj" and c.lower_ in words for c in verb.children)


def _ends_in_death(verb: Token) -> bool:
    """As in "shot dead", "stabbed to death", "burned alive", "gunned down", "blown up", "found dead"."""
    if verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "dead":
        return True
    for child in verb.children:
        if child.lower_ in ("dead", "alive") and child.i > verb.i:
            return child.lower_ == "dead" or verb.lower_ in word_class("burns")
        if child.lower_ in ("down", "up") and child.i > verb.i:
            return verb.lower_ in word_class("mows" if child.lower_ == "down" else "blows")
        if child.lower_ == "to" and any(c.lower_ == "death" for c in child.children):
            return True
    return False


def _takes_captive(verb: Token) -> bool:
    """As in "took two men into custody", "five were placed in detention"."""
    if verb.lower_ not in word_class("takes") | word_class("holds"):
        return False
    return any(t.lower_ in word_class("captivity") for t in objects_of_prepositions(verb, ("into", "in")))


def _takes_to_an_unknown_place(verb: Token) -> bool:
    """As in "took nine of the crew to an unknown destination"."""
    if verb.lower_ not in word_class("takes"):
        return False
    where = objects_of_prepositions(verb, ("to", "towards"))
    return any(c.lower_ in _UNKNOWN for place in where for c in place.lefts)


def is_driven(verb: Token) -> bool:
    """As in "forced 3,000 people to flee"."""
    return verb.head.lower_ in word_class("drives") and not (
        is_passive(verb.head) and verb.lower_ not in word_class("flees") | word_class("leaves")
    )
