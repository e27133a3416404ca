"""Merge: one thing that happened is one event, whoever tells it and how often."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, MutableSequence, Sequence
from dataclasses import dataclass
from typing import Any, Optional

from ..core.event import Event
from ..core.event_types import EventType
from ..core.footprint import Footprint
from ..core.timespan import TimeSpan
from .merging.block_index import BlockIndex
from .merging.blocks import kept_under, looked_up_under
from .merging.families import family
from .merging.fusion import fused, quality
from .merging.group import Group
from .merging.grown import with_grown_tolls
from .merging.retellings import Retellings, story_hash
from .merging.sameness import Sameness, same
from .merging.talks import Talks
from .merging.traits import Traits

__all__ = ["Group", "each_group", "grouped", "merge", "united"]

NewList = Callable[[], Any]  # a list of whatever is put into it


def merge(events: Iterable[Event]) -> list[Event]:
    """Merge events that tell the same thing, across reports and within one.

    Returns
    -------
    list of Event
        In order of the best telling's report and place in the text. `Event.tellings` has every telling, best first;
        date or place that came from another report say so in a mention's reason.
    """
    return [group.event for group in grouped(list(events))]


def grouped(events: Sequence[Event]) -> list[Group]:
    """Which events tell the same thing, in the order of `merge`."""
    return sorted(each_group(events), key=_by_text)


def each_group(events: Sequence[Event], new_list: NewList = list) -> Iterator[Group]:
    """Which events tell the same thing, one kind of event after the other.

    First the tellings of one report that it tells as one (`Event.same_as`) become one. Then the best told event of each
    thing leads; the others are compared with it in order of their quality and taken in where most speaks for it, so the
    result does not depend on the order handed over. Only events that share a block (see `blocks`) are compared, never
    all with all.

    Neither mentions nor outlines of places are looked at, so that who has very many events can hand them over without,
    and build the whole ones by `united`.

    Parameters
    ----------
    events : sequence of Event
        Asked for one at a time, so that they need not be in memory.
    new_list : callable
        Gives an empty list; who has very many events hands over one of lists that do not lie in memory.
    """
    stories = array("q")
    meetings: list[tuple[int, int]] = []
    for number, event in enumerate(events):
        stories.append(story_hash(event))
        if event.event_type is EventType.CONSULT:
            meetings.append((hash(event.tellings[0].report_id), number))
    talks, told = Talks(events, meetings), Retellings(events, stories)
    del meetings
    qualities = new_list()
    families: dict[str, array[int]] = {}
    for number in range(len(told)):
        event = told.group(number).event
        qualities.append(quality(event))
        families.setdefault(family(event), array("i")).append(number)
    for numbers in families.values():
        in_order = array("i", sorted(numbers, key=qualities.__getitem__))
        yield from _one_family(map(told.group, in_order), talks, events, new_list())


@dataclass(frozen=True)
class _Fit:
    """A group that an event may belong to: which, why, its time and place, and how many days lie between them."""

    at: int
    sameness: Sameness
    when: Optional[TimeSpan]
    where: Optional[Footprint]
    days_apart: float

    @property
    def rank(self) -> tuple[float, ...]:
        """Sorts the best first."""
        return -self.sameness.evidence, -self.sameness.persons, self.days_apart, self.at


def _one_family(
    told: Iterable[Group], talks: Talks, events: Sequence[Event], found: MutableSequence[tuple[Group, Traits]]
) -> Iterator[Group]:
    """Merge events of one family, the best told first; none of them is one of another's.

    Parameters
    ----------
    found : list of Group and Traits
        Empty; for what has been found so far.
    """
    blocks = BlockIndex()
    for joining in told:
        traits = Traits.of(joining.event, talks)
        fits = sorted(_fits(traits, found, blocks), key=lambda fit: fit.rank)
        if _is_any_of_several(fits):
            found.append((joining, traits))  # in no block: what is told still worse is not compared with it
            continue
        if fits:
            at = fits[0].at
            group, leader = found[at]
            before = kept_under(leader)
            group = group.joined_by(joining, fits[0].sameness.why, events)
            leader = leader.joined_by(traits, group.event, talks)
            found[at] = group, leader
        else:
            at, before, leader = len(found), set(), traits
            found.append((joining, traits))
        for key in kept_under(leader) - before:
            blocks.add(key, at)
    return (group for group, _ in found)


def _fits(traits: Traits, found: Sequence[tuple[Group, Traits]], blocks: BlockIndex) -> Iterator[_Fit]:
    """The groups found so far that an event may belong to."""
    for at in blocks.waiting_in(looked_up_under(traits)):
        _, leader = found[at]
        sameness = same(leader, traits)
        if sameness is not None:
            told = leader.event
            yield _Fit(at, sameness, told.when, told.where, _days_apart(told, traits.event))


def _is_any_of_several(fits: Sequence[_Fit]) -> bool:
    """Whether an event says too little to choose between days or places that it may have; the best fit is the first."""
    if not fits or not fits[0].sameness.is_loose:
        return False
    best, *others = (fit for fit in fits if fit.sameness.evidence == fits[0].sameness.evidence)
    return any((other.when, other.where) != (best.when, best.where) for other in others)


def united(
    numbers: Sequence[int],
    reasons: Sequence[str],
    whole: Callable[[int], Event],
    written: Callable[[int], int],
) -> Event:
    """The event of a group, from the whole events that `whole` gives for their numbers.

    Parameters
    ----------
    written : callable
        The day on which the report of each was written, as `datetime.date.toordinal`; 0 where it is not known.
    """
    tellings = [whole(number) for number in numbers]
    event = tellings[0]
    for telling, why in zip(tellings[1:], reasons):
        event = fused(event, telling, why)
    return with_grown_tolls(event, tellings, [written(number) for number in numbers])


def _days_apart(a: Event, b: Event) -> float:
    """Between their beginnings; 0 where one is unknown."""
    if a.when is None or b.when is None or a.when.start is None or b.when.start is None:
        return 0.0
    return abs((a.when.start - b.when.start).total_seconds()) / 86_400


def _by_text(group: Group) -> tuple[object, ...]:
    best = group.event.tellings[0]
    return best.report_id, best.trigger, group.event.event_type.value
