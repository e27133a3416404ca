"""What people have decided survives a second reading: confirmed, edited, rejected, merged and split events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...core.event import Event, ReviewState, Telling
from ...core.report import Span

_Place = tuple[str, Span]


def keep_decisions(old: Iterable[Event], new: Iterable[Event]) -> Iterator[Event]:
    """The new events, with every decision of a person on the old ones kept.

    An event is known again by its id, or by a telling (report and trigger). A confirmed, rejected or tagged one passes
    its state, its `merged_into` and its tags on to the new reading. An edited one stays as the person left it and takes
    the place of the new reading; where a person split an event in two, both stay and the new one that holds both is
    dropped. What a person decided on and the new reading lacks stays too: only people remove what people have touched.

    Yields
    ------
    Event
        In the order of `new`, with the old ones that it lacks at the end. `new` is gone through once, and nothing of
        it is kept.
    """
    decided = sorted(
        (e for e in old if e.review_state is not ReviewState.AUTO or e.merged_into is not None or e.tags),
        key=lambda e: e.event_id,
    )
    edited = [e for e in decided if e.review_state is ReviewState.EDITED]
    judged = [e for e in decided if e.review_state is not ReviewState.EDITED]
    taken = {place for event in edited for place in _places(event)}
    edited_ids = {event.event_id for event in edited}
    by_id = {event.event_id: event for event in judged}
    by_place: dict[_Place, Event] = {}
    for event in judged:
        for place in sorted(_places(event)):
            by_place.setdefault(place, event)
    matched: set[str] = set()
    for event in new:
        free = tuple(t for t in event.tellings if _place(t) not in taken)
        if not free or event.event_id in edited_ids:
            continue
        if len(free) < len(event.tellings):
            event = replace(event, tellings=free)
        at = (by_place[_place(telling)] for telling in event.tellings if _place(telling) in by_place)
        decision = by_id.get(event.event_id) or next(at, None)
        if decision is not None:
            is_first = (
                decision.event_id not in matched
            )  # what is now read as two is decided alike, each by its own id
            matched.add(decision.event_id)
            event = replace(
                event,
                event_id=decision.event_id if is_first else event.event_id,
                review_state=decision.review_state,
                merged_into=decision.merged_into,
                tags=decision.tags or event.tags,
            )
        yield event
    yield from edited
    yield from (e for e in judged if e.event_id not in matched)


def _places(event: Event) -> set[_Place]:
    return {_place(telling) for telling in event.tellings}


def _place(telling: Telling) -> _Place:
    return telling.report_id, telling.trigger
