"""Retellings: one thing that a document tells several times has one day and one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Optional

from ...core.event import Event
from ...core.mentions import Mention, MentionRole, Provenance
from ..links import PlaceLink, TimeLink, Trigger
from ..parsed import ParsedDocument
from .chains import Chain, find_chains
from .evidence import Evidence
from .identity import Linked
from .lending import lent_modes, lent_places, lent_times
from .mentions import mentions_of

RULE = "coreference/chain"


@dataclass(frozen=True)
class Retold:
    """Triggers, places and times of a document after its retellings have shared what they know, and their chains."""

    triggers: tuple[Trigger, ...]
    places: tuple[Optional[PlaceLink], ...]
    times: tuple[Optional[TimeLink], ...]
    chains: tuple[Chain, ...]


def join_retellings(
    parsed: ParsedDocument,
    triggers: Sequence[Trigger],
    places: Sequence[Optional[PlaceLink]],
    times: Sequence[Optional[TimeLink]],
) -> Retold:
    """Find which triggers tell one event, and let them share day, place and means."""
    told = [
        Linked(mention, place, time)
        for mention, place, time in zip(mentions_of(parsed, triggers, places, times), places, times)
    ]
    chains = find_chains(parsed, told)
    new_triggers, new_places, new_times = list(triggers), list(places), list(times)
    for chain in chains:
        for number, trigger in lent_modes(chain, told).items():
            new_triggers[number] = trigger
        for number, place in lent_places(parsed, chain, told).items():
            new_places[number] = place
        for number, time in lent_times(parsed, chain, told).items():
            new_times[number] = time
    chained = {number for chain in chains for number in chain.members}
    kept = [
        number
        for number, trigger in enumerate(triggers)
        if not trigger.is_retold or (number not in chained and _has_a_day_of_its_own(told[number]))
    ]
    return Retold(
        tuple(new_triggers[n] for n in kept),
        tuple(new_places[n] for n in kept),
        tuple(new_times[n] for n in kept),
        tuple(_among(chain, kept) for chain in chains if sum(n in kept for n in chain.members) > 1),
    )


def _has_a_day_of_its_own(linked: Linked) -> bool:
    """As in "the protests began in April", told of those of today: it comes back to nothing that was told."""
    return bool(linked.mention.noun) and linked.mention.day is Evidence.FIRM


def _among(chain: Chain, kept: Sequence[int]) -> Chain:
    """A chain without the tellings that are no events of their own, by their new numbers."""
    new = {old: number for number, old in enumerate(kept)}
    members = [(new[n], why) for n, why in zip(chain.members, chain.reasons) if n in new]
    return Chain(tuple(n for n, _ in members), tuple(why for _, why in members))


def with_first_tellings(events: Sequence[Event], chains: Sequence[Chain]) -> tuple[Event, ...]:
    """The events of a document, of which each retelling has the id of its first telling, and the reason."""
    marked = list(events)
    for chain in chains:
        first = events[chain.members[0]]
        for number, why in zip(chain.members[1:], chain.reasons[1:]):
            event = events[number]
            telling = event.tellings[0]
            mention = Mention(
                MentionRole.TRIGGER,
                telling.report_id,
                telling.trigger,
                telling.trigger_text,
                event.event_type.value,
                Provenance(RULE, f'Tells the same as "{first.tellings[0].trigger_text}" before: {why}.', 0.8),
                rank=2,
            )
            marked[number] = replace(event, same_as=first.event_id, mentions=(*event.mentions, mention))
    return tuple(marked)
