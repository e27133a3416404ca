"""Who takes part, and whether it is somebody who takes part in another event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ...core.event import Event
from ..casing import is_common_word
from ..events.kinds import ARMED
from ..events.known_actors import demonyms, known_actor
from ..events.lexicon import people_words
from ..places.words import FACILITIES, ORGANISATIONS

_BEARING_ARMS = frozenset(("troops", "armed"))
_BODIES = ORGANISATIONS | frozenset(
    "congress confederation alliance coalition tribunal fund programme command division battalion regiment".split()
)
_FOR = "for "  # before the country that a person speaks for
# Words that say little of who somebody is, or only whose.
_ANYBODY = frozenset(
    "people persons person men women residents civilians members group crowd crowds thousands hundreds dozens others"
    " locals citizens demonstrators protesters marchers forces officials authorities government"
    " husband wife son sons daughter daughters brother brothers sister sisters father mother child children relative"
    " relatives suspect suspects victim victims employee employees staff personnel colleague colleagues foreigner"
    " foreigners national nationals expatriate expatriates inhabitants".split()
)

# Words for a rank, which any sort of people has: a leader may be a rebel, a chief a policeman.
_RANKS = frozenset(
    f"{word}{ending}"
    for word in ("leader", "chief", "head", "commander", "boss")
    for ending in ("", "s", "es")
)


@lru_cache(maxsize=4096)
def actor_keys(name: str) -> frozenset[str]:
    """What a name may be recognised by: the whole name, a person's surname, the country spoken for.

    "Sergei" and "Sergey Lavrov (Russia)" share a surname; "Russia", "Russian troops" and "Sergei Lavrov (Russia)" a
    country. Other words for people ("ministers") name nobody and have no keys, unless they end the name of a body
    ("National Farmers Union").
    """
    person, _, country = name.rstrip(")").partition(" (")
    words = re.findall(r"[\w'-]+", person.casefold())
    if not words:
        return frozenset()
    if words[-1] in people_words() and known_actor(name) is None:
        if people_words()[words[-1]] in _BEARING_ARMS:
            known = {key for actor in _known_among(person) for key in _own(actor)}
            if known:
                return frozenset(known)
        return frozenset(_own(" ".join(words))) if _is_a_named_body(person) else frozenset()
    if country:
        return frozenset((" ".join(words), words[-1], _FOR + country.casefold()))
    if _has_surname(person):
        return frozenset((" ".join(words), words[-1]))
    return frozenset(_own(" ".join(words)))


def _has_surname(name: str) -> bool:
    """Whether the last of two or three words is a surname: "Ana Lucia Reyes", not "World Food Programme"."""
    words = name.split()
    if not name.istitle() or known_actor(name) is not None or _ends_as_a_body(name):
        return False
    return len(words) == 2 or (len(words) == 3 and not is_common_word(words[-1]))


def _ends_as_a_body(name: str) -> bool:
    last = name.casefold().split()[-1]
    return last in _BODIES or people_words().get(last) == "body"


def _is_a_named_body(name: str) -> bool:
    """Whether capitals make words for a body one's name: "Northern Farmers Union", not "Security Forces"."""
    words = name.split()
    if not _ends_as_a_body(name) or not all(word[0].isupper() or word[0].isdigit() for word in words):
        return False
    return len(words) > 2 or not is_common_word(words[0])


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


def is_said_by(name: str, other: str) -> bool:
    """Whether a name says what words for people say, and more: "Kenyan guard" says "guard"."""
    return not actor_keys(name) and f" {other.casefold()}".endswith(f" {name.casefold()}")


def named(event: Event) -> set[str]:
    """The actors who can be recognised."""
    return {name for name in (*event.actor1, *event.actor2) if actor_keys(name)}


@lru_cache(maxsize=4096)
def is_a_person(name: str) -> bool:
    """Whether a name is a person's: with the country he or she speaks for, or two or three words with capitals."""
    person, _, country = name.partition(" (")
    return bool(country) or (
        person.istitle()
        and 2 <= len(person.split()) <= 3
        and known_actor(person) is None
        and not _ends_as_a_body(person)
    )


def is_a_body(name: str) -> bool:
    """Whether a name is that of an organisation, which does a thing once where a country does many."""
    known = known_actor(name)
    return known.kind == "organisation" if known is not None else _is_a_named_body(name)


def crowds_agree(a: Event, b: Event) -> int:
    """1 where both say that a like kind of people acts, -2 where others do: farmers are not students."""
    mine, theirs = kinds_of(a.actor1), kinds_of(b.actor1)
    if not mine or not theirs:
        return 0
    return 1 if mine & theirs else -2


def others_are_struck(a: Event, b: Event) -> bool:
    """Whether it befell other people: Indians are no Croats, soldiers no farmers, two policemen are not Maria Lopez."""
    mine, theirs = nations_of(a.actor2), nations_of(b.actor2)
    if mine and theirs:
        return mine.isdisjoint(theirs)
    mine, theirs = kinds_of(a.actor2), kinds_of(b.actor2)
    if mine and theirs:
        sorts, others = _sorts(mine), _sorts(theirs)
        return bool(sorts and others) and not mine & theirs and not sorts & others
    persons, struck = (a.actor2, b.actor2) if theirs else (b.actor2, a.actor2)
    is_one = len(persons) == 1 and is_a_person(persons[0])
    return is_one and any(map(_is_plural, mine | theirs)) and not any(map(actor_keys, struck))


@lru_cache(maxsize=4096)
def kinds_of(names: tuple[str, ...]) -> frozenset[str]:
    """What kind of people are meant where nobody is named: "two local farmers" are farmers."""
    words = (re.findall(r"[\w'-]+", name.casefold()) for name in names if not actor_keys(name))
    return frozenset(found[-1] for found in words if found and found[-1] not in _ANYBODY | FACILITIES)


def telling_kinds_of(names: tuple[str, ...]) -> frozenset[str]:
    """Those kinds that say something even in a war: farmers, but no soldiers."""
    return frozenset(kind for kind in kinds_of(names) if people_words().get(kind) not in ARMED)


@lru_cache(maxsize=4096)
def nations_of(names: tuple[str, ...]) -> frozenset[str]:
    """From which countries people are where nobody is named: "two Indian sailors", "Croatians"."""
    return frozenset(
        demonyms()[word]
        for name in names
        for word in re.findall(r"\w+", name.casefold())
        if word in demonyms() and (word == name.casefold() or not actor_keys(name))
    )


def _sorts(kinds: Iterable[str]) -> set[str]:
    """Of which sort they are: troops, civilians, officials; a rank says nothing of it."""
    return {people_words()[word] for word in kinds if word in people_words() and word not in _RANKS}


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
