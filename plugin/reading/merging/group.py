"""Events that tell one thing, by their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...core.event import Event
from .fusion import fused


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
