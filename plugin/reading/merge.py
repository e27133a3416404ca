"""Merge: one thing that happened is one event, whoever tells it and how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..core.event import Event
from .merging.blocks import kept_under, looked_up_under
from .merging.families import family
from .merging.fusion import fused, quality
from .merging.sameness import same
from .merging.talks import Talks
from .merging.traits import Traits

__all__ = ["Group", "grouped", "merge", "united"]

_ONE_STORY = "Taken for one: the report tells it several times."


@dataclass(frozen=True)
class Group:
    """Events that tell one thing.

    Parameters
    ----------
    event : Event
        What they are together.
    numbers : tuple of int
        Which they are, counted from 0 in the order handed over; the best told first, then as they were taken in.
    reasons : tuple of str
        Why each but the first is taken for the same, as sentences.
    """

    event: Event
    numbers: tuple[int, ...]
    reasons: tuple[str, ...] = ()

    def joined_by(self, other: Group, why: str, events: Sequence[Event]) -> Group:
        """The group with those of another one, of which `why` says why they are the same."""
        event = self.event
        for number, reason in zip(other.numbers, (why, *other.reasons)):
            event = fused(event, events[number], reason)
        return Group(event, (*self.numbers, *other.numbers), (*self.reasons, why, *other.reasons))


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
    """Which events tell the same thing, in the order of `merge`.

    First the tellings of one report that it tells as one (`Event.same_as`) become one. Then the best told event of each
    thing leads; the others are compared with it in order of their quality and taken in where most speaks for it, so the
    result does not depend on the order handed over. Only events that share a block (see `blocks`) are compared, never
    all with all.

    Neither mentions nor outlines of places are looked at, so that who has very many events can hand them over without,
    and build the whole ones by `united`.
    """
    talks = Talks(events)
    families: dict[str, list[Group]] = defaultdict(list)
    for group in _retold(events):
        families[family(group.event)].append(group)
    found = [group for told in families.values() for group in _one_family(told, talks, events)]
    return sorted(found, key=_by_text)


def _one_family(told: Sequence[Group], talks: Talks, events: Sequence[Event]) -> list[Group]:
    """Merge events of one family; none of them is one of another's."""
    groups: list[Group] = []
    leaders: list[Traits] = []
    blocks: dict[int, list[int]] = defaultdict(list)
    for joining in sorted(told, key=lambda group: quality(group.event)):
        traits = Traits.of(joining.event, talks)
        found = [
            (
                sameness.evidence,
                sameness.persons,
                -_days_apart(leaders[at].event, traits.event),
                -at,
                sameness.why,
            )
            for at in {at for key in looked_up_under(traits) for at in blocks.get(key, ())}
            if (sameness := same(leaders[at], traits)) is not None
        ]
        if found:
            *_, minus, why = max(found)
            at, before = -minus, kept_under(leaders[-minus])
            groups[at] = groups[at].joined_by(joining, why, events)
            leaders[at] = leaders[at].joined_by(traits, groups[at].event)
        else:
            at, before = len(groups), set()
            groups.append(joining)
            leaders.append(traits)
        for key in kept_under(leaders[at]) - before:
            blocks[key].append(at)
    return groups


def _retold(events: Sequence[Event]) -> Iterator[Group]:
    """The events with their retellings of the same report, the best told first."""
    tellings: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        tellings[event.same_as or event.event_id].append(number)
    for numbers in tellings.values():
        best, *others = sorted(numbers, key=lambda number: quality(events[number]))
        group = Group(events[best], (best,))
        for number in others:
            group = group.joined_by(Group(events[number], (number,)), _ONE_STORY, events)
        yield group


def united(group: Group, whole: Callable[[int], Event]) -> Event:
    """The event of a group, from the whole events that `whole` gives for their numbers."""
    first, *others = map(whole, group.numbers)
    for event, why in zip(others, group.reasons):
        first = fused(first, event, why)
    return first


def _days_apart(a: Event, b: Event) -> float:
    """Between their beginnings; 0 where one is unknown."""
    if a.when is None or b.when is None or a.when.start is None or b.when.start is None:
        return 0.0
    return abs((a.when.start - b.when.start).total_seconds()) / 86_400


def _by_text(group: Group) -> tuple[object, ...]:
    best = group.event.tellings[0]
    return best.report_id, best.trigger, group.event.event_type.value
