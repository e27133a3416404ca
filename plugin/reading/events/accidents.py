"""What kills without anybody's will: crashes, floods, illness. PLOVER and ACLED have no such events, nor do we."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...core.event_types import EventType
from ..tokens import Token
from .hits import Hit
from .kinds import ARMED, TROOPS, kind_of
from .lexicon import instruments, word_class

_HARM = frozenset(
    "kill wound injure hurt hit strike destroy burn bury trap flee displace die lose claim sustain suffer"
    " receive".split()
)
_EXPLODE = frozenset("explode explosion blast detonate blow".split())
_FIRE = frozenset(("fire", "fires"))
_DETERMINED = frozenset(
    ("a", "the", "house", "apartment", "forest", "kitchen", "brush", "factory", "warehouse")
)


def without_accidents(
    hits: Mapping[int, Hit], sentence: Sequence[Token], before: Sequence[Token]
) -> dict[int, Hit]:
    """The hits without harm that an accident or nature did.

    Harm is an accident's when an accident is told in its sentence, or in the one before where nobody is said to have
    done it, and no weapon, nobody who fights and no other violence is.

    Parameters
    ----------
    sentence, before : sequence of Token
        The sentence of the hits, and the one before it.
    """
    suspects = {
        i: h
        for i, h in hits.items()
        if h.entry.head in _EXPLODE or (h.entry.head in _HARM and h.mode != "explosives")  # "hit a mine"
    }
    others = [h for i, h in hits.items() if h.event_type is EventType.ASSAULT and i not in suspects]
    harmed = {p.i for h in suspects.values() for p in h.roles.patients}
    if not suspects or others or _is_violent([t for t in sentence if t.i not in harmed]):
        return dict(hits)
    explodes = any(h.entry.head in _EXPLODE for h in suspects.values())
    earlier = tells_an_accident(before) and not _is_violent(before)
    industrial = explodes and any(t.lower_ in word_class("industry") for t in sentence)
    here = industrial or tells_an_accident(sentence)

    def is_an_accident(hit: Hit) -> bool:
        if hit.entry.head in _EXPLODE:
            return industrial
        if any(kind_of(a) in ARMED for a in hit.roles.agents):
            return False
        by_vehicle = any(a.lower_ in word_class("vehicle") for a in hit.roles.agents)
        return here or by_vehicle or (earlier and not hit.roles.agents)

    return {i: hit for i, hit in hits.items() if i not in suspects or not is_an_accident(hit)}


def tells_an_accident(tokens: Sequence[Token]) -> bool:
    """Whether a crash, a flood, an illness or a fire is named."""
    words = word_class("accident")
    return any((t.lower_ in words and not _is_done(t)) or _is_a_blaze(t) for t in tokens)


def _is_a_blaze(token: Token) -> bool:
    """A fire that burns, not one that is opened or set."""
    if token.lower_ not in _FIRE or token.pos_ != "NOUN" or token.dep_ == "dobj":
        return False
    return any(c.lower_ in _DETERMINED for c in token.lefts)


def _is_violent(tokens: Sequence[Token]) -> bool:
    """Whether a weapon or somebody who fights is named."""
    return any(
        (t.lower_ not in _EXPLODE and instruments().get(t.lower_, ("", 0))[1] > 1)
        or (t.pos_ in ("NOUN", "PROPN") and kind_of(t) in TROOPS and not _is_in_an_accident(t))
        for t in tokens
    )


def _is_in_an_accident(somebody: Token) -> bool:
    """As in "a helicopter crashed", "an army lorry accident"; not "gunmen storm hotel"."""
    above = somebody.head
    return above.lower_ in word_class("accident") and not any(c.dep_ == "dobj" for c in above.children)


def _is_done(word: Token) -> bool:
    """Whether a noun by its form is the verb of somebody: "gunmen storm hotel"."""
    below = {c.dep_ for c in word.children}
    return "nsubj" in below and "dobj" in below and word.pos_ == "NOUN"
