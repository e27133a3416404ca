"""Other worlds borrow the words of conflict: a team attacks, a bidder raids, a critic's attack draws no blood."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.event_types import EventType
from ..tokens import Token
from .hits import Hit
from .kinds import ARMED, kind_of
from .lexicon import word_class
from .needs import objects_behind
from .participants import is_a_weapon
from .roles import roles_of

_WORLDS = ("sport", "business", "show")
_FEWEST = 2  # words of a world that make a sentence speak of it
_SHARE = 0.04  # of the words of a document that belong to a world, and its sentences speak of it with one
_FORCE = frozenset(
    (EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.THREATEN, EventType.MOBILIZE)
)
_PUBLIC = frozenset(("official", "country", "militant", "troops", "armed", "protester", "body"))
_IN_THE_STREET = frozenset(("civilian", "people"))  # "traders marched against the closure of their market"
_FOUGHT = frozenset(
    "attack assault battle fight offensive raid strike blast assail slam hit target war blow".split()
)
_HARMED = frozenset("killing arrest kidnap".split())


class Worlds:
    """Which sentences of a document speak of sport, business or shows."""

    def __init__(self, doc: Sequence[Token]) -> None:
        words = [t for t in doc if t.is_alpha]
        self._whole = frozenset(
            world
            for world in _WORLDS
            if len({t.lower_ for t in words if t.lower_ in word_class(world)}) >= 3 * _FEWEST
            and sum(t.lower_ in word_class(world) for t in words) >= _SHARE * len(words)
        )

    def of(self, sentence: Sequence[Token]) -> frozenset[str]:
        """The worlds that a sentence speaks of; empty for most."""
        words = {t.lower_ for t in sentence}
        return frozenset(
            world
            for world in _WORLDS
            if len(words & word_class(world)) >= (1 if world in self._whole else _FEWEST)
        )


def is_borrowed(hit: Hit, worlds: frozenset[str]) -> bool:
    """Whether a hit is only a manner of speaking of its world, or of a quarrel in words."""
    if is_figurative(hit):
        return True
    if not worlds:
        return False
    kinds = {kind_of(t) for t in (*hit.roles.agents, *hit.roles.patients, *hit.roles.partners)}
    if kinds & ARMED or hit.mode in _HARMED or _harms_people(hit):
        return False
    if any(t.lower_ in word_class("kills") for t in (hit.token, *hit.beside)):
        return False
    public = _PUBLIC | _IN_THE_STREET if hit.event_type is EventType.PROTEST else _PUBLIC
    return hit.event_type in _FORCE or "sport" in worlds or not kinds & public


def _harms_people(hit: Hit) -> bool:
    """As in "twelve traders were killed in an attack on a market", "twelve died in a raid on it"."""
    harm = word_class("kills") | word_class("wounds")
    if any(v.lower_ in harm and any(map(kind_of, roles_of(v).patients)) for v in (hit.token, *hit.beside)):
        return True
    return hit.token.dep_ == "pobj" and hit.token.head.head.lower_ in harm | word_class("dies")


def is_figurative(hit: Hit) -> bool:
    """As in "a legal battle", "an attack on his record", "harshly attacked the president", "a crisis exploded"."""
    if hit.entry.head == "explode":
        return bool(hit.roles.agents) and all(a.lower_ in word_class("outburst") for a in hit.roles.agents)
    if hit.entry.head not in _FOUGHT or hit.event_type is not EventType.ASSAULT:
        return False
    token = hit.token
    if any(c.lower_ in word_class("bloodless") and c.i < token.i for c in token.children):
        return True
    if any(c.lower_ in word_class("in-words") for c in (*token.children, *hit.head.children)):
        return True
    struck = [*hit.roles.patients, *hit.roles.partners] if hit.is_verb else objects_behind(token, _OVER)
    if any(t.lower_ in word_class("defended") for t in struck) and _is_fought(hit):
        return False  # "warplanes struck Kurdish positions"
    return bool(struck) and all(t.lower_ in word_class("abstract") and not kind_of(t) for t in struck)


def _is_fought(hit: Hit) -> bool:
    return any(kind_of(a) in ARMED or is_a_weapon(a) for a in hit.roles.agents)


_OVER = frozenset("over on against for with of upon".split())
