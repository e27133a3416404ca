"""Which kinds of events may be told as one another: "the attack" may be a bombing, a kidnapping is no murder."""

from __future__ import annotations

from ...core.event_types import EventType
from ..links import Trigger

Kind = tuple[EventType, str]

_BROAD = frozenset(("", "killing"))  # words that fit many ways of doing harm
_TO_THINGS = frozenset(("arson",))  # an attack it may be, but nobody's killing
_OWN_KIND = frozenset(
    "kidnap hijack looting torture sexual-violence siege expulsion displacement seizure curfew".split()
)
_ALIKE = (
    frozenset(("explosives", "suicide-attack", "grenade", "destruction")),
    frozenset(("gunfire", "ambush", "battle", "raid")),
    frozenset(("explosives", "grenade", "ambush")),
    frozenset(("airstrike", "drone", "shelling")),
    frozenset(("meeting", "talks", "multilateral")),
    frozenset(("raid", "pursuit")),
    frozenset(("demonstration", "march")),
)
BATTLE = "battle"
_FOUGHT_WITH = frozenset("explosives suicide-attack grenade shelling".split())
INSTRUMENTS = frozenset(
    "explosives suicide-attack grenade gunfire airstrike drone shelling stabbing beating ambush arson".split()
)
# Whoever is called so is known by a deed just told.
CULPRITS = frozenset(
    "attacker assailant bomber gunman shooter killer murderer raider robber intruder assassin kidnapper abductor"
    " hijacker arsonist perpetrator culprit aggressor man woman boy girl".split()
)


def may_be_one(a: Trigger, b: Trigger) -> bool:
    """Whether two triggers may tell the same event by what they say of its kind; states are left to merging.

    A report that calls a bombing of troops a battle in one sentence tells the bomb in another.
    """
    if a.event_type is not b.event_type or a.event_type is EventType.PRESENCE:
        return False
    modes = {a.mode, b.mode}
    return are_alike(a.event_type, a.mode, b.mode) or (BATTLE in modes and modes <= {BATTLE} | _FOUGHT_WITH)


def kind_of(trigger: Trigger) -> Kind:
    """What two triggers that `may_be_one` have in common."""
    is_apart = trigger.event_type is EventType.STATEMENT or trigger.mode in _OWN_KIND
    return trigger.event_type, trigger.mode if is_apart else ""


def are_alike(event_type: EventType, one: str, other: str) -> bool:
    """Whether two modes of a type may be said of one event."""
    modes = {one, other}
    if len(modes) == 1:
        return True
    if modes & _OWN_KIND or event_type is EventType.STATEMENT:
        return False
    if modes & _TO_THINGS:
        return "" in modes
    if "" in modes or (event_type is EventType.ASSAULT and modes & _BROAD):
        return True
    return any(modes <= group for group in _ALIKE)


def is_general(mode: str) -> bool:
    """Whether a mode says little of how it was done, so that another telling may say it."""
    return mode in _BROAD
