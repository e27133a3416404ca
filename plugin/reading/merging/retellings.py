"""What a report tells several times is one event before it is compared with those of other reports."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import groupby

from ...core.event import Event
from .fusion import quality
from .group import Group

_ONE_STORY = "Taken for one: the report tells it several times."


class Retellings:
    """The events, those that one report tells as one together; of each memory holds a few numbers.

    Parameters
    ----------
    events : sequence of Event
        Asked for one at a time.
    hashes : array of int
        Of each its `story_hash`.
    """

    def __init__(self, events: Sequence[Event], hashes: array[int]) -> None:
        first = _firsts(events, hashes)
        self._events = events
        self._numbers = array("i", sorted(range(len(first)), key=first.__getitem__))  # story by story
        self._starts = array("i", (at for at, number in enumerate(self._numbers) if first[number] == number))

    def __len__(self) -> int:
        return len(self._starts)

    def group(self, number: int) -> Group:
        """A story, its best telling first."""
        ends = (*self._starts[number : number + 2], len(self._numbers))
        numbers = self._numbers[ends[0] : ends[1]]
        best, *others = sorted(numbers, key=lambda n: quality(self._events[n])) if numbers[1:] else numbers
        group = Group(self._events[best], (best,))
        for other in others:
            group = group.joined_by(Group(self._events[other], (other,)), _ONE_STORY, self._events)
        return group


def story_hash(event: Event) -> int:
    """A number that the tellings of one story share; hardly any other event has it."""
    return hash(_story(event))


def _firsts(events: Sequence[Event], hashes: array[int]) -> array[int]:
    """For each event the number of the first of its story."""
    first = array("i", range(len(hashes)))
    for _, alike in groupby(sorted(first, key=hashes.__getitem__), key=hashes.__getitem__):
        numbers = list(alike)
        if len(numbers) > 1:
            firsts: dict[str, int] = {}
            for number in numbers:
                first[number] = firsts.setdefault(_story(events[number]), number)
    return first


def _story(event: Event) -> str:
    """What the tellings of one story share, and no other event has."""
    return event.same_as or event.event_id
