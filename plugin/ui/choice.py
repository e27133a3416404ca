"""What is chosen of a file: dated events by their numbers, or one event without a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..core.schema import EventRow
from .loading import Loaded


@dataclass(frozen=True)
class Choice:
    """The events that are chosen, and the one of them that is looked at.

    Parameters
    ----------
    selected : int or None
        Number in the table of the event that is looked at; None when it is none, or one without a date.
    numbers : tuple of int
        Numbers of all that are chosen, in order of time, the one selected among them.
    undated : EventRow or None
        The event that is looked at when it is one without a date; nothing else is chosen then.
    """

    selected: int | None = None
    numbers: tuple[int, ...] = ()
    undated: EventRow | None = None

    def ids(self, loaded: Loaded | None) -> tuple[str, ...]:
        """Ids of what is chosen, dated or not, the event that is looked at first."""
        if self.undated is not None:
            return (self.undated.event_id,)
        if loaded is None or self.selected is None:
            return ()
        rest = (number for number in self.numbers if number != self.selected)
        return tuple(str(loaded.table.event_ids[number]) for number in (self.selected, *rest))


def choice_of(loaded: Loaded, event_ids: Sequence[str]) -> Choice | None:
    """The choice of events by their ids, the first to be looked at; None when the file has none of them.

    Ids that the file lacks are left out. Where it has no dated event of these, the first may be one without a date.
    """
    wanted = set(event_ids)
    number_of = {
        str(event_id): number for number, event_id in enumerate(loaded.table.event_ids) if event_id in wanted
    }
    numbers = [number_of[event_id] for event_id in event_ids if event_id in number_of]
    if numbers:
        return Choice(numbers[0], tuple(sorted(numbers)))
    undated = next((row for row in loaded.undated if row.event_id in event_ids[:1]), None)
    return None if undated is None else Choice(undated=undated)
