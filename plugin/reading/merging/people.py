"""Who takes part, and whether it is somebody who takes part in another event."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ...core.event import Event
from ..events.known_actors import known_actor
from ..events.lexicon import people_words

_BEARING_ARMS = frozenset(("troops", "armed"))
_ANYBODY = frozenset(
    "people persons person men women residents civilians members group crowd crowds thousands hundreds dozens others"
    " locals citizens demonstrators protesters marchers forces officials authorities government".split()
)


def actor_keys(name: str) -> frozenset[str]:
    """What a name may be recognised by: the whole name, a person's surname, the country a person speaks for.

    "Sergei" and "Sergey Lavrov (Russia)" share a surname; "Russia" and "Sergei Lavrov (Russia)" a country, and so do
    "Russian troops". Other words for people ("ministers") name nobody and have no keys.
    """
    person, _, country = name.rstrip(")").partition(" (")
    words = re.findall(r"[\w'-]+", person.casefold())
    if not words:
        return frozenset()
    if words[-1] in people_words() and known_actor(name) is None:
        bears_arms = people_words()[words[-1]] in _BEARING_ARMS
        return frozenset(_known_among(person)) if bears_arms else frozenset()
    keys = {" ".join(words)}
    if country:
        keys.update((words[-1], country.casefold()))
    elif len(words) == 2 and person.istitle():
        keys.add(words[-1])
    return frozenset(keys)


def keys_of(event: Event) -> frozenset[str]:
    """Keys of all its actors."""
    return frozenset(key for name in (*event.actor1, *event.actor2) for key in actor_keys(name))


def named(event: Event) -> set[str]:
    """The actors who can be recognised."""
    return {name for name in (*event.actor1, *event.actor2) if actor_keys(name)}


def shared_actors(ours: Collection[str], theirs: Collection[str]) -> set[str]:
    """Those of `ours` whom `theirs` have too, each matched once."""
    shared: set[str] = set()
    keys = [actor_keys(name) for name in sorted(theirs)]
    for name in sorted(ours):
        match = next((of for of in keys if of & actor_keys(name)), None)
        if match is not None:
            shared.add(name)
            keys.remove(match)
    return shared


def is_a_person(name: str) -> bool:
    """Whether a name is a person's: with the country he or she speaks for, or two or three words with capitals."""
    person, _, country = name.partition(" (")
    return bool(country) or (
        person.istitle() and 2 <= len(person.split()) <= 3 and known_actor(person) is None
    )


def are_others(a: Event, b: Event) -> bool:
    """Whether both say what kind of people act, and no kind alike: farmers are not students."""
    mine, theirs = _kinds(a), _kinds(b)
    return bool(mine and theirs) and not mine & theirs


def _kinds(event: Event) -> set[str]:
    words = (re.findall(r"[\w'-]+", name.casefold()) for name in event.actor1 if not actor_keys(name))
    return {found[-1] for found in words if found and found[-1] not in _ANYBODY}


def _known_among(phrase: str) -> Iterator[str]:
    """As in "US and NATO forces": the actors whose forces they are."""
    for word in re.findall(r"[\w.'-]+", phrase):
        known = known_actor(word)
        if known is not None:
            yield known.name.casefold()
