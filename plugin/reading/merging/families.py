"""Which kinds of events may be one another: families that are never mixed, and ways of harm that rarely are."""

from __future__ import annotations

from ...core.event import Event
from ...core.event_types import EventType
from ..coreference.kinds import are_alike

TALKED = frozenset(("press-conference", "interview"))
TOLD = frozenset(("announcement", "disclosure", "statement"))
_APART = frozenset(("kidnap", "hijack", "arson", "looting", "sexual-violence", "torture"))


def family(event: Event) -> str:
    """Events of different families are never the same.

    Joint exercises are one family whether told as manoeuvres or as cooperation; meetings, talks and visits too; and
    what is made known at a press conference is one with it.
    """
    if event.event_mode in ("exercise", "military") and event.event_type in (
        EventType.MOBILIZE,
        EventType.COOPERATE,
    ):
        return "exercise"
    if event.event_type is EventType.ASSAULT and event.event_mode in _APART:
        return f"ASSAULT/{event.event_mode}"
    if event.event_type is EventType.PRESENCE:
        return "PRESENCE/overflight" if event.event_mode == "overflight" else "PRESENCE"
    if event.event_type is EventType.STATEMENT:
        return "STATEMENT" if event.event_mode in TALKED | TOLD else f"STATEMENT/{event.event_mode}"
    if event.event_type is EventType.COERCE and event.event_mode in ("raid", "pursuit", "arrest"):
        return "COERCE/operation"
    if event.event_type is EventType.COERCE:
        return f"COERCE/{event.event_mode}"
    return str(event.event_type.value)


def are_done_alike(a: Event, b: Event) -> bool:
    """Whether two acts of violence may be one by how they were done: a bombing is hardly a shooting."""
    return a.event_type is not EventType.ASSAULT or are_alike(a.event_type, a.event_mode, b.event_mode)
