"""What of an event is compared when it is asked whether another one is the same: worked out once, used often."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ...core.event import Event, Telling
from ...core.event_types import DEEDS, EventType
from ..casing import usual_casing
from ..coreference.kinds import BATTLE
from ..events.known_actors import words_of_names
from ..events.lexicon import instruments
from ..places.words import FACILITIES
from .agreement import has_weak_date, has_weak_place
from .families import family
from .people import actor_keys, are_one, is_a_person, kinds_of, nations_of, telling_kinds_of
from .talks import NO_TALKS, Talks

Actors = dict[str, frozenset[str]]  # names with the keys by which they are recognised
# What may be struck, but for what is told of beside most attacks.
_STRUCK = (
    FACILITIES
    | frozenset(
        "convoy bus train vehicle car office offices restaurant cafe bank school university headquarters post garrison"
        " pipeline tower substation warehouse shop store building residence home consulate ship boat truck bar club"
        " factory pylon".split()
    )
) - frozenset("hospital house place center centre hall car home city camp".split())

_SHORT = 3  # letters up to which capitals are mostly those of an abbreviation


@dataclass(frozen=True)
class Traits:
    """An event, or several that were taken for one, with what is compared of it.

    Parameters
    ----------
    event : Event
    family : str
        Events of different families are never the same.
    has_weak_date, has_weak_place : bool
        Whether its date, or its place, is not one of its own.
    report_ids : frozenset of str
        The reports that tell it.
    sites : frozenset of str
        The kinds of buildings, vehicles and works that its tellings name.
    ways : frozenset of str
        The modes by which it was done: its own, and those of the instruments that a battle's tellings name, for a
        battle says who fights and not how.
    names : frozenset of str
        Names in its tellings that no dictionary has, but those of its place and of well-known actors.
    named : dict
        The actors who can be recognised, each with the keys by which he or she is.
    present : dict
        Who takes part, likewise; of a statement also those who met before it was made, of a state of nobody's what is
        there.
    keys : frozenset of str
        Keys of all who are present.
    sides : frozenset of str
        On which sides somebody is named who takes part: of a deed those who act and those whom it befell are two, of a
        protest only those who protest count, of all else there is but one side.
    struck : frozenset of str
        Keys of the persons by name whom it befell.
    sorts : frozenset of str
        Which kinds of people it befell, and of which countries.
    """

    event: Event
    family: str
    has_weak_date: bool
    has_weak_place: bool
    report_ids: frozenset[str]
    sites: frozenset[str]
    ways: frozenset[str]
    names: frozenset[str]
    named: Actors
    present: Actors
    keys: frozenset[str]
    sides: frozenset[str]
    struck: frozenset[str]
    sorts: frozenset[str]

    def __reduce__(self) -> tuple[type[Traits], tuple[object, ...]]:
        return Traits, tuple(vars(self).values())  # as of events, there are very many

    @classmethod
    def of(cls, event: Event, talks: Talks = NO_TALKS) -> Traits:
        """The traits of an event; `talks` tell who met whom, as the reports tell."""
        sites, names = (frozenset().union(*map(of, event.tellings)) for of in (sites_of, names_of))
        return cls._with(event, sites, _ways_of(event), names, talks)

    def joined_by(self, other: Traits, fused: Event, talks: Talks = NO_TALKS) -> Traits:
        """The traits of the event that this one and another have become."""
        return self._with(
            fused, self.sites | other.sites, self.ways | other.ways, self.names | other.names, talks
        )

    @classmethod
    def _with(
        cls,
        event: Event,
        sites: frozenset[str],
        ways: frozenset[str],
        names: frozenset[str],
        talks: Talks,
    ) -> Traits:
        named = _recognised((*event.actor1, *event.actor2))
        present = _present(event, named, talks)
        return cls(
            event,
            family(event),
            has_weak_date(event),
            has_weak_place(event),
            frozenset(telling.report_id for telling in event.tellings),
            sites,
            ways,
            names,
            named,
            present,
            frozenset().union(*present.values()),
            _sides(event, present),
            frozenset().union(*(actor_keys(name) for name in event.actor2 if is_a_person(name))),
            telling_kinds_of(event.actor2) | nations_of(event.actor2),
        )


def _recognised(names: Iterable[str]) -> Actors:
    return {name: keys for name in sorted(set(names)) if (keys := actor_keys(name))}


def _present(event: Event, named: Actors, talks: Talks) -> Actors:
    if event.event_type is EventType.STATEMENT:
        return {**named, **_recognised(talks.partners(event) - set(named))}
    if event.event_type is EventType.PRESENCE and not named:
        return {kind: frozenset((kind,)) for kind in sorted(kinds_of(event.actor1))}
    return named


def _sides(event: Event, present: Actors) -> frozenset[str]:
    if event.event_type not in DEEDS:
        return frozenset(("both",)) if present else frozenset()
    told = {"actor1": event.actor1, "actor2": () if event.event_type is EventType.PROTEST else event.actor2}
    return frozenset(side for side, names in told.items() if any(map(actor_keys, names)))


def sites_of(telling: Telling) -> frozenset[str]:
    """The kinds of buildings, vehicles and works that a telling names, if any can be between its own commas."""
    return sites_in(_clause(telling)) or sites_in(telling.sentence_text)


def _clause(telling: Telling) -> str:
    """The words around the trigger, from comma to comma."""
    text, at = telling.sentence_text, telling.trigger.start - telling.sentence.start
    first = max(text.rfind(sign, 0, at) for sign in ",;:") + 1
    last = min((end for sign in ",;:" if (end := text.find(sign, at)) >= 0), default=len(text))
    return text[first:last]


def _ways_of(event: Event) -> frozenset[str]:
    if event.event_mode != BATTLE:
        return frozenset((event.event_mode,))
    named = (instruments().get(word) for telling in event.tellings for word in _words_in(_clause(telling)))
    return frozenset((BATTLE, *(mode for mode, _ in filter(None, named) if mode)))


@lru_cache(maxsize=1024)
def _names_in(words: str) -> frozenset[str]:
    capitalised = re.findall(r"\b[A-Z][^\W\d_]+", words)
    return (
        frozenset(
            word.casefold() for word in capitalised if len(word) > _SHORT and usual_casing(word) is None
        )
        - words_of_names()
    )


def names_of(telling: Telling) -> frozenset[str]:
    """Names that a telling's sentence holds and no dictionary has: of people, ships, streets, and of small places."""
    return _names_in(telling.sentence_text)


@lru_cache(maxsize=1024)
def sites_in(words: str) -> frozenset[str]:
    """The kinds of buildings, vehicles and works that words name."""
    return frozenset(_words_in(words) & _STRUCK)


def _words_in(text: str) -> set[str]:
    """The words of a text, and what they are in the singular."""
    found = set(re.findall(r"[a-z]+", text.casefold()))
    return found | {word[:-1] for word in found if word.endswith("s")}


def shared(ours: Actors, theirs: Actors) -> frozenset[str]:
    """Those of `ours` whom `theirs` have too, each matched once."""
    left = list(theirs.values())
    found = set()
    for name, keys in ours.items():
        match = next((other for other in left if are_one(keys, other)), None)
        if match is not None:
            found.add(name)
            left.remove(match)
    return frozenset(found)
