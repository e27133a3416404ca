"""Which kinds of events may be told as one another: "the attack" may be a bombing, a kidnapping is no murder."""

from __future__ import annotations

from ...core.event_types import EventType
from ..links import Trigger

_BROAD = frozenset(("", "killing"))  # words that fit many ways of doing harm
_OWN_KIND = frozenset(
    "kidnap hijack arson looting torture sexual-violence siege expulsion displacement seizure curfew".split()
)
_ALIKE = (
    frozenset(("explosives", "suicide-attack", "grenade", "destruction")),
    frozenset(("gunfire", "ambush", "battle", "raid")),
    frozenset(("airstrike", "drone", "shelling")),
    frozenset(("meeting", "talks", "multilateral")),
    frozenset(("raid", "pursuit")),
    frozenset(("demonstration", "march")),
)
INSTRUMENTS = frozenset(
    "explosives suicide-attack grenade gunfire airstrike drone shelling stabbing beating ambush".split()
)


def may_be_one(a: Trigger, b: Trigger) -> bool:
    """Whether two triggers may tell the same event by what they say of its kind."""
    if a.event_type is not b.event_type or EventType.PRESENCE in (a.event_type, b.event_type):
        return False
    if a.mode == b.mode:
        return True
    if {a.mode, b.mode} & _OWN_KIND:
        return False
    if a.event_type is EventType.STATEMENT:
        return False
    if a.event_type is EventType.ASSAULT and {a.mode, b.mode} & _BROAD:
        return True
    if "" in (a.mode, b.mode):
        return True
    return any({a.mode, b.mode} <= group for group in _ALIKE)


def is_general(mode: str) -> bool:
    """Whether a mode says little of how it was done, so that another telling may say it."""
    return mode in _BROAD
