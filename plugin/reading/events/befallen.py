"""What a verb says befell people, and whom: killed, wounded, captured, driven out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ...core.mentions import MentionRole
from ..tokens import Token
from .lexicon import word_class
from .roles import is_passive, roles_of, subject_of

BY_VERB = {
    "kills": MentionRole.FATALITIES,
    "wounds": MentionRole.INJURED,
    "captures": MentionRole.CAPTURED,
    "displaces": MentionRole.DISPLACED,
}
_CAPTIVES = frozenset(("hostage", "hostages", "prisoner", "prisoners", "custody"))
_TAKING = frozenset("take takes taking took taken hold holds holding held".split())
_LOSING = frozenset("lose loses losing lost".split())
_YIELDING = frozenset("surrender surrenders surrendering surrendered".split())
_GIVING = {
    "in": frozenset("turn turns turning turned".split()),
    "up": frozenset("give gives giving gave given".split()),
}
_FLEEING = frozenset("flee flees fleeing fled".split())
_LEAVING = frozenset("leave leaves leaving left abandon abandoned".split())
_DRIVING = frozenset("force forces forced forcing drive drives driving drove driven".split())


def befallen(verb: Token) -> Optional[tuple[MentionRole, Sequence[Token]]]:
    """What a verb says befell whom; None for other verbs."""
    word = verb.lower_
    for name, role in BY_VERB.items():
        if word in word_class(name):
            return role, roles_of(verb).patients
    if word in word_class("strikes") and _ends_in_death(verb):
        return MentionRole.FATALITIES, roles_of(verb).patients
    if word in word_class("dies"):
        return MentionRole.FATALITIES, _subjects(verb)
    if word in _LOSING and any(c.dep_ == "dobj" and c.lower_ in ("life", "lives") for c in verb.children):
        return MentionRole.FATALITIES, _subjects(verb)
    if word in _TAKING and any(c.lower_ in _CAPTIVES for c in verb.subtree):
        return MentionRole.CAPTURED, roles_of(verb).patients
    if _gives_up(verb):
        return MentionRole.CAPTURED, _subjects(verb)
    if word in _FLEEING or (word in _LEAVING and _leaves_home(verb)):
        return MentionRole.DISPLACED, _subjects(verb)
    if word in _DRIVING and any(t.lower_ in word_class("home") for t in verb.subtree):
        if any(c.lower_ in _FLEEING | _LEAVING for c in verb.children):
            return None  # "forced 3,000 people to flee": told with the fleeing
        return MentionRole.DISPLACED, roles_of(verb).patients
    return None


def _subjects(verb: Token) -> tuple[Token, ...]:
    subject = subject_of(verb)
    return () if subject is None else (subject,)


def _ends_in_death(verb: Token) -> bool:
    """As in "shot dead", "stabbed to death", "gunned down", "found dead"."""
    if verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "dead":
        return True
    for child in verb.children:
        if child.lower_ in ("dead", "down") and child.i > verb.i:
            return child.lower_ == "dead" or verb.lower_.startswith("gun")
        if child.lower_ == "to" and any(c.lower_ == "death" for c in child.children):
            return True
    return False


def _gives_up(verb: Token) -> bool:
    """As in "three rebels surrendered", "turned himself in", "gave themselves up"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if verb.lower_ in _YIELDING:
        return not objects and not is_passive(verb)
    return any(c.lower_ in word_class("self") for c in objects) and any(
        c.dep_ == "prt" and verb.lower_ in _GIVING.get(c.lower_, ()) for c in verb.children
    )


def _leaves_home(verb: Token) -> bool:
    return any(
        c.dep_ == "dobj" and c.lower_ in ("home", "homes", "houses", "villages") for c in verb.children
    )


def is_driven(verb: Token) -> bool:
    """As in "forced 3,000 people to flee"."""
    return verb.head.lower_ in _DRIVING and not (
        is_passive(verb.head) and verb.lower_ not in _FLEEING | _LEAVING
    )
