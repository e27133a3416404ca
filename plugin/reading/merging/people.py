"""Who takes part, and whether it is somebody who takes part in another event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ...core.event import Event
from ..casing import is_common_word
from ..events.known_actors import known_actor
from ..events.lexicon import people_words

_BEARING_ARMS = frozenset(("troops", "armed"))
_FOR = "for "  # before the country that a person speaks for
_ANYBODY = frozenset(
    "people persons person men women residents civilians members group crowd crowds thousands hundreds dozens others"
    " locals citizens demonstrators protesters marchers forces officials authorities government".split()
)


@lru_cache(maxsize=4096)
def actor_keys(name: str) -> frozenset[str]:
    """What a name may be recognised by: the whole name, a person's surname, the country spoken for.

    "Sergei" and "Sergey Lavrov (Russia)" share a surname; "Russia", "Russian troops" and "Sergei Lavrov (Russia)" a
    country. Other words for people ("ministers") name nobody and have no keys.
    """
    person, _, country = name.rstrip(")").partition(" (")
    words = re.findall(r"[\w'-]+", person.casefold())
    if not words:
        return frozenset()
    if words[-1] in people_words() and known_actor(name) is None:
        bears_arms = people_words()[words[-1]] in _BEARING_ARMS
        return (
            frozenset(key for known in _known_among(person) for key in _own(known))
            if bears_arms
            else frozenset()
        )
    if country:
        return frozenset((" ".join(words), words[-1], _FOR + country.casefold()))
    if _has_surname(person):
        return frozenset((" ".join(words), words[-1]))
    return frozenset(_own(" ".join(words)))


def _has_surname(name: str) -> bool:
    """Whether the last of two or three words is a surname: "Ana Lucia Reyes", not "World Food Programme"."""
    words = name.split()
    if len(words) == 2:
        return name.istitle()
    return len(words) == 3 and name.istitle() and known_actor(name) is None and not is_common_word(words[-1])


def are_one(keys: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two actors may be one by their keys: two persons who speak for one country are not."""
    return any(
        not key.startswith(_FOR) or key[len(_FOR) :] in keys or key[len(_FOR) :] in other
        for key in keys & other
    )


def is_known(name: str, other: str) -> bool:
    """Whether another name says all that a name says.

    "Otieno" and "Kenya" are known by "Daniel Otieno (Kenya)", and so is "Daniel K. Otieno (Kenya)".
    """
    if name == other:
        return True
    keys, known = actor_keys(name), actor_keys(other)
    if not is_a_person(other) or not are_one(keys, known):
        return False
    if is_a_person(name):
        return " (" in other or " (" not in name
    return known_actor(name) is not None or " " not in name


def named(event: Event) -> set[str]:
    """The actors who can be recognised."""
    return {name for name in (*event.actor1, *event.actor2) if actor_keys(name)}


@lru_cache(maxsize=4096)
def is_a_person(name: str) -> bool:
    """Whether a name is a person's: with the country he or she speaks for, or two or three words with capitals."""
    person, _, country = name.partition(" (")
    return bool(country) or (
        person.istitle() and 2 <= len(person.split()) <= 3 and known_actor(person) is None
    )


def others_act(a: Event, b: Event) -> bool:
    """Whether both say what kind of people act, and no kind alike: farmers are not students."""
    mine, theirs = kinds_of(a.actor1), kinds_of(b.actor1)
    return bool(mine and theirs) and not mine & theirs


def others_are_struck(a: Event, b: Event) -> bool:
    """Whether it befell people of another sort: soldiers are not farmers, two policemen are not Maria Lopez."""
    mine, theirs = kinds_of(a.actor2), kinds_of(b.actor2)
    if mine and theirs:
        return not mine & theirs and not _sorts(mine) & _sorts(theirs)
    named = (a if theirs else b).actor2
    return len(named) == 1 and is_a_person(named[0]) and any(map(_is_plural, mine | theirs))


def kinds_of(names: Iterable[str]) -> set[str]:
    """What kind of people are meant where nobody is named: "two local farmers" are farmers."""
    words = (re.findall(r"[\w'-]+", name.casefold()) for name in names if not actor_keys(name))
    return {found[-1] for found in words if found and found[-1] not in _ANYBODY}


def _sorts(kinds: Iterable[str]) -> set[str]:
    """Of which sort they are: troops, civilians, officials; those that no list has are of a sort of their own."""
    return {people_words().get(word, word) for word in kinds}


def _is_plural(word: str) -> bool:
    return word.endswith(("s", "men", "women", "people"))


def _own(name: str) -> tuple[str, str]:
    """A name, and who speaks for it."""
    return name, _FOR + name


def _known_among(phrase: str) -> Iterator[str]:
    """As in "US and NATO forces": the actors whose forces they are."""
    for word in re.findall(r"[\w.'-]+", phrase):
        known = known_actor(word)
        if known is not None:
            yield known.name.casefold()
