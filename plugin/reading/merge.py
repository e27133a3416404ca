"""Merge: one thing that happened is one event, whoever tells it and how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..core.event import Event
from .merging.blocks import kept_under, looked_up_under
from .merging.fusion import fused, quality
from .merging.sameness import same

__all__ = ["merge"]


def merge(events: Iterable[Event]) -> list[Event]:
    """Merge events that tell the same thing, across reports and within one.

    The best told event of each thing leads; the others are compared with it in order of their quality and taken in, so
    the result does not depend on the order handed over. Only events that share a block (family, country and month, or
    family, actor and month) are compared, never all with all.

    Returns
    -------
    list of Event
        In order of the best telling's report and place in the text. `Event.tellings` has every telling, best first;
        date or place that came from another report say so in a mention's reason.
    """
    ranked = sorted(events, key=quality)
    leaders: list[Event] = []
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for event in ranked:
        near = sorted({number for key in looked_up_under(event) for number in blocks.get(key, ())})
        for number in near:
            why = same(leaders[number], event)
            if why is not None:
                before = set(kept_under(leaders[number]))
                leaders[number] = fused(leaders[number], event, why)
                for key in set(kept_under(leaders[number])) - before:
                    blocks[key].append(number)
                break
        else:
            for key in dict.fromkeys(kept_under(event)):
                blocks[key].append(len(leaders))
            leaders.append(event)
    return sorted(leaders, key=lambda e: (e.tellings[0].report_id, e.tellings[0].trigger, e.event_type.value))
