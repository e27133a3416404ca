"""What armies take and lose: places, posts, and parts of them."""

from __future__ import annotations

from collections.abc import Iterable

from ..closed_classes import PLURAL
from ..tokens import Token
from .kinds import kind_of
from .lexicon import word_class
from .roles import objects_of_prepositions
from .surroundings import Surroundings
from .voice import falls_to_an_enemy

_SETTLEMENTS = frozenset("city town village garrison stronghold citadel fortress".split())


def is_territory(thing: Token, around: Surroundings) -> bool:
    """Whether it is a place or a post, or a part of one: "Goma", "the outskirts of Goma", "most of the town"."""
    if _is_held(thing, around):
        return True
    return thing.lower_ in word_class("part-of-place") and any(
        _is_held(whole, around) for whole in objects_of_prepositions(thing, ("of",))
    )


def is_lost(verb: Token, lost: Iterable[Token], around: Surroundings) -> bool:
    """Whether what is told to have fallen is a place that somebody takes: "Herat fell on Friday"."""
    return falls_to_an_enemy(verb) and any(_is_a_town(place, around) for place in lost)


def _is_held(thing: Token, around: Surroundings) -> bool:
    held = word_class("home") | word_class("defended")
    return kind_of(thing) in ("place", "country") or thing.lower_ in held or thing.i in around.places


def _is_a_town(thing: Token, around: Surroundings) -> bool:
    """Whether it is a place by name, or "the city": not the plural, which falls in number."""
    if thing.i in around.places:
        return True
    return (
        thing.lower_ in _SETTLEMENTS
        and thing.tag_ not in PLURAL
        and thing.i > 0
        and (thing.nbor(-1).lower_ in ("the", "this"))
    )
