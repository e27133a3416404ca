"""Which kinds of events may be one another: families that are never mixed, and ways of harm that rarely are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from ...core.event import Event
from ...core.event_types import EventType
from ..coreference.kinds import are_alike

TALKED = frozenset(("press-conference", "interview"))
TOLD = frozenset(("announcement", "disclosure", "statement"))
_APART = frozenset(("arson", "looting", "sexual-violence", "torture"))
_TAKING = frozenset(("kidnap", "hijack", "seizure"))
TAKEN, _VIOLENCE = "taking", EventType.ASSAULT.value
_CATCHING = frozenset(("raid", "pursuit", "arrest"))
# Words for what police, kidnappers and pirates do alike: they took him away, captured a ship, hold her captive.
_EITHER = re.compile(r"\b(?:seiz|captur|t[ao]k(?:e|en|es|ing)?\b|took|h[eo]ld|holding|captive)", re.I)


def family(event: Event) -> str:
    """Events of different families are never the same.

    Joint exercises are one family whether told as manoeuvres or as cooperation; meetings, talks and visits too; and
    what is made known at a press conference is one with it. Whoever is "seized" may have been kidnapped, or arrested.
    """
    if event.event_mode in ("exercise", "military") and event.event_type in (
        EventType.MOBILIZE,
        EventType.COOPERATE,
    ):
        return "exercise"
    if event.event_mode in _TAKING or (
        event.event_type is EventType.COERCE and event.event_mode in _CATCHING
    ):
        return TAKEN
    if event.event_type is EventType.ASSAULT and event.event_mode in _APART:
        return f"ASSAULT/{event.event_mode}"
    if event.event_type is EventType.PRESENCE:
        return "PRESENCE/overflight" if event.event_mode == "overflight" else "PRESENCE"
    if event.event_type is EventType.STATEMENT:
        return "STATEMENT" if event.event_mode in TALKED | TOLD else f"STATEMENT/{event.event_mode}"
    if event.event_type is EventType.COERCE:
        return f"COERCE/{event.event_mode}"
    return str(event.event_type.value)


def may_be_one(kind: str, a: Event, b: Event) -> bool:
    """Whether two events of a family may be the same by their modes: a kidnapping is no arrest, though either seizes.

    Whoever is seized may have been kidnapped or arrested, and so may who is "captured" or "taken"; what is seized was
    not. A ship that is captured was hijacked.
    """
    if kind != TAKEN or a.event_mode == b.event_mode:
        return True
    modes = {a.event_mode, b.event_mode}
    if "seizure" not in modes:
        is_open = modes <= {"arrest", "kidnap"} or modes <= {"arrest", "hijack"}
        return modes <= _CATCHING or (is_open and (_says_either(a) or _says_either(b)))
    seizure = a if a.event_mode == "seizure" else b
    return "hijack" in modes or (modes & {"kidnap", "arrest"} != set() and _befell_people(seizure))


def _says_either(event: Event) -> bool:
    """Whether its own words leave open who took whom by what right."""
    return bool(_EITHER.search(event.tellings[0].trigger_text))


def _befell_people(event: Event) -> bool:
    return bool(event.actor2) or event.captured is not None


def are_done_alike(kind: str, ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two deeds of a family may be one by the ways in which each was done: a bombing is hardly a shooting."""
    return kind != _VIOLENCE or any(
        are_alike(EventType.ASSAULT, one, other) for one, other in product(ours, theirs)
    )
