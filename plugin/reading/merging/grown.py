"""Tolls grow: of the figures of one event the one told last counts, where it is higher.

Bodies are found and the wounded die, so the report of a later day knows better ("toll climbs to 14"). A later figure
that is lower is a rival like any other: it may count only some.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Optional

from ...core.event import Count, Event
from ...core.mentions import Mention, MentionRole

_TOLLS = (MentionRole.FATALITIES, MentionRole.INJURED)


def with_grown_tolls(event: Event, tellings: Sequence[Event], written: Sequence[int]) -> Event:
    """The event with the highest toll that a later report tells.

    Parameters
    ----------
    event : Event
        What the tellings are together, its figures those of the best telling that has one.
    tellings : sequence of Event
        The best first; of one event.
    written : sequence of int
        The day on which the report of each was written, as `datetime.date.toordinal`; 0 where it is not known.
    """
    for role in _TOLLS:
        counts = [_count(telling, role) for telling in tellings]
        taken = next((n for n, count in enumerate(counts) if count is not None), None)
        if taken is None or not written[taken]:
            continue
        grown = [
            n
            for n, count in enumerate(counts)
            if written[n] > written[taken] and _least(count) > _least(counts[taken])
        ]
        if grown:
            latest = max(grown, key=lambda n: (written[n], _least(counts[n]), -n))
            event = _with_the_toll_of(event, tellings[latest], role)
    return event


def _count(event: Event, role: MentionRole) -> Optional[Count]:
    count: Optional[Count] = getattr(event, role.value)
    return count


def _least(count: Optional[Count]) -> int:
    """The figure that is surely reached; -1 where none is told."""
    return -1 if count is None else count.low or count.best or 0


def _with_the_toll_of(event: Event, telling: Event, role: MentionRole) -> Event:
    mentions = tuple(_ranked(event.mentions, telling, role))
    return replace(event, mentions=mentions, **{role.value: _count(telling, role)})  # type: ignore[arg-type]


def _ranked(mentions: Sequence[Mention], telling: Event, role: MentionRole) -> Iterator[Mention]:
    """The mentions, of which that of the toll taken comes first among its like."""
    firsts = {(m.report_id, m.span) for m in telling.mentions if m.role is role and m.rank == 1}
    for mention in mentions:
        if mention.role is not role:
            yield mention
        elif (mention.report_id, mention.span) in firsts:
            why = f"{mention.provenance.why} The report is later than the others, and the toll has grown."
            yield replace(mention, rank=1, provenance=replace(mention.provenance, why=why))
        else:
            yield replace(mention, rank=max(2, mention.rank))
