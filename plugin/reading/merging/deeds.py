"""What the figures, the means, the thing struck and the people say for or against two deeds being one."""

from __future__ import annotations

from ...core.event_types import DEEDS, FORCE, EventType
from .agreement import figures_agree
from .families import are_done_alike
from .people import crowds_agree, others_are_struck
from .traits import Traits


def speaking_for_one_deed(one: Traits, other: Traits) -> int:
    """Points for two deeds being one, below 0 against it; 0 for what is no deed."""
    a, b = one.event, other.event
    if a.event_type not in DEEDS:
        return 0
    points = figures_agree(a, b)
    if a.event_type is EventType.ASSAULT or "raid" in (a.event_mode, b.event_mode):
        points += _sites_agree(one, other)
    if not are_done_alike(one.family, one.ways, other.ways):
        points -= 2
    if a.event_type is EventType.PROTEST:
        points += crowds_agree(a, b)
    if a.event_type in FORCE:
        points += _those_struck_agree(one, other)
    return points


def _those_struck_agree(one: Traits, other: Traits) -> int:
    """2 for one person by name, 1 for people of one kind or country, -2 for others."""
    if struck_is_one(one, other):
        return 2
    if others_are_struck(one.event, other.event):
        return -2
    return 0 if one.sorts.isdisjoint(other.sorts) else 1


def struck_is_one(one: Traits, other: Traits) -> bool:
    """Whether both befell a person of one name: nobody is killed or sentenced twice."""
    return not one.struck.isdisjoint(other.struck)


def _sites_agree(one: Traits, other: Traits) -> int:
    """1 where both tell of the same kind of thing struck ("a hotel"), -1 where of others, 0 where one tells none."""
    if not one.sites or not other.sites:
        return 0
    return -1 if one.sites.isdisjoint(other.sites) else 1
