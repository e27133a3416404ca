"""What people have decided survives a second reading: confirmed, edited, rejected, merged and split events."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Optional

from ...core.event import Event, ReviewState, Telling, event_id_of
from ...core.mentions import MentionRole
from ...core.report import Span

Place = tuple[str, Span]


def keep_decisions(
    old: Iterable[Event],
    new: Iterable[Event],
    known_reports: Collection[str] = (),
    moved: Mapping[Place, Span] = MappingProxyType({}),
) -> Iterator[Event]:
    """The new events, with every decision of a person on the old ones kept.

    An event is known again by its id, or by a telling (report and trigger). A confirmed, rejected or tagged one passes
    its state, its `merged_into` and its tags on to the new reading. An edited one stays as the person left it and takes
    the place of the new reading; where a person split an event in two, both stay and the new one that holds both is
    dropped. What a further report tells of it is added to its tellings, and nothing else of it changes. What a person
    decided on and the new reading lacks stays too: only people remove what people have touched.

    Parameters
    ----------
    known_reports : collection of str
        The reports that the person had before; what these tell apart from an edited event stays apart.
    moved : mapping
        Of reports that have been revised: where the words of a telling, by report and trigger, stand now.

    Yields
    ------
    Event
        In the order of `new`, with the old ones that it lacks at the end. `new` is gone through once, and nothing of
        it is kept but what further reports tell of edited events.
    """
    decided = sorted(
        (e for e in old if e.review_state is not ReviewState.AUTO or e.merged_into is not None or e.tags),
        key=lambda e: e.event_id,
    )
    edited = _Edited((e for e in decided if e.review_state is ReviewState.EDITED), moved)
    judged = [e for e in decided if e.review_state is not ReviewState.EDITED]
    by_id = {event.event_id: event for event in judged}
    by_place: dict[Place, Event] = {}
    for event in judged:
        for place in sorted(_places(event, moved)):
            by_place.setdefault(place, event)
    matched: set[str] = set()
    for event in new:
        rest = edited.without_theirs(event, known_reports)
        if rest is None:
            continue
        event = rest
        at = (by_place[_place(telling)] for telling in event.tellings if _place(telling) in by_place)
        decision = by_id.get(event.event_id) or next(at, None)
        if decision is not None:
            # What is now read as two is decided alike, each by its own id.
            is_first = decision.event_id not in matched
            matched.add(decision.event_id)
            event = replace(
                event,
                event_id=decision.event_id if is_first else event.event_id,
                review_state=decision.review_state,
                merged_into=decision.merged_into,
                tags=decision.tags or event.tags,
            )
        yield event
    yield from edited.as_told_now()
    yield from (e for e in judged if e.event_id not in matched)


class _Edited:
    """The events that a person has edited, merged or split, and what further reports tell of them."""

    def __init__(self, events: Iterable[Event], moved: Mapping[Place, Span]) -> None:
        self._events = {event.event_id: event for event in events}
        self._further: dict[str, list[Event]] = {}
        self._owners: dict[Place, str] = {}
        for event in sorted(self._events.values(), key=lambda e: e.merged_into is None):
            # The one that is seen wins.
            self._owners.update((place, event.event_id) for place in _places(event, moved))

    def without_theirs(self, event: Event, known_reports: Collection[str]) -> Optional[Event]:
        """What of a new event is not an edited one's, nor named by its words; None when nothing is left.

        What further reports tell of it goes to the edited event that has its best telling.
        """
        owners = [self._owners[place] for place in map(_place, event.tellings) if place in self._owners]
        if not owners and event.event_id not in self._events:
            return event
        free = tuple(t for t in event.tellings if _place(t) not in self._owners)
        further = tuple(t for t in free if t.report_id not in known_reports)
        if further:
            self._further.setdefault((owners or [event.event_id])[0], []).append(_of(event, further))
        rest = tuple(t for t in free if t not in further)
        edited, event_id = self._events.get(event.event_id), event.event_id
        if (
            edited is not None
        ):  # the rest of other reports is an event of its own; that of its own ones it may tell
            rest = tuple(t for t in rest if t.report_id not in edited.report_ids)
        if not rest:
            return None
        if edited is not None:
            event_id = event_id_of(event_id, rest[0].trigger, event.event_type)
        mentions = tuple(
            mention
            for mention in event.mentions
            if mention.role is not MentionRole.TRIGGER
            or (mention.report_id, mention.span) not in self._owners
        )
        return replace(event, event_id=event_id, tellings=rest, mentions=mentions)

    def as_told_now(self) -> Iterator[Event]:
        """The edited events, with what further reports tell at the end of their tellings and mentions."""
        for event in self._events.values():
            further = self._further.get(event.event_id, ())
            yield (
                replace(
                    event,
                    tellings=(*event.tellings, *(telling for other in further for telling in other.tellings)),
                    mentions=(*event.mentions, *(mention for other in further for mention in other.mentions)),
                )
                if further
                else event
            )


def _of(event: Event, tellings: tuple[Telling, ...]) -> Event:
    """The event with these tellings alone, whose values are rivals of those that a person chose."""
    reports = {telling.report_id for telling in tellings}
    mentions = (replace(m, rank=max(2, m.rank)) for m in event.mentions if m.report_id in reports)
    return replace(event, tellings=tellings, mentions=tuple(mentions))


def _places(event: Event, moved: Mapping[Place, Span]) -> set[Place]:
    """Where an old event is told, in the texts as they are now."""
    places = map(_place, event.tellings)
    return {(place[0], moved.get(place, place[1])) for place in places}


def _place(telling: Telling) -> Place:
    return telling.report_id, telling.trigger
