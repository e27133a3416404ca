"""Chains: the tellings of a document that tell one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ...core.event_types import FORCE
from ..parsed import ParsedDocument
from .identity import ENOUGH, Likeness, Linked, contradict, likeness
from .kinds import Kind, kind_of
from .mentions import Form, Stance


@dataclass(frozen=True)
class Chain:
    """Tellings of one event.

    Parameters
    ----------
    members : tuple of int
        Numbers of the triggers in text order, two at least.
    reasons : tuple of str
        For each member why it tells the same as one before it; empty for the first.
    """

    members: tuple[int, ...]
    reasons: tuple[str, ...]


def find_chains(parsed: ParsedDocument, told: Sequence[Linked]) -> tuple[Chain, ...]:
    """The chains of a document, in order of their first telling.

    Each telling joins the chain that it is most like, if it is like it enough and contradicts none of its members;
    of equally like ones the one told last. What points back without more ("the attack") is like enough from afar
    where only one chain can be meant. Only chains of its kind are asked, for a long document has many.
    """
    chains: list[list[tuple[Linked, str]]] = []
    of_a_kind: dict[tuple[Stance, Kind], list[list[tuple[Linked, str]]]] = defaultdict(list)
    for linked in told:
        if linked.mention.trigger.is_state:
            continue
        alike_in_kind = of_a_kind[linked.mention.stance, kind_of(linked.mention.trigger)]
        open_to_it = [chain for chain in alike_in_kind if not _contradicts(chain, linked)]
        only_one = linked.mention.is_bare and linked.mention.form is Form.BACK and len(open_to_it) == 1
        compared = [(_most_alike(parsed, chain, linked), chain) for chain in open_to_it]
        alike = [
            (found.points + only_one, chain[-1][0].mention.number, found.why, chain)
            for found, chain in compared
            if found.points + only_one >= ENOUGH
        ]
        if alike:
            _, _, why, chain = max(alike, key=lambda item: item[:2])
            chain.append((linked, why))
        else:
            chains.append([(linked, "")])
            alike_in_kind.append(chains[-1])
    return tuple(
        Chain(tuple(one.mention.number for one, _ in chain), tuple(why for _, why in chain))
        for chain in chains
        if len(chain) > 1
    )


def _contradicts(chain: Sequence[tuple[Linked, str]], later: Linked) -> bool:
    """Whether a telling contradicts a member, or names others than those whom all of them together name."""
    if any(contradict(one, later) for one, _ in chain):
        return True
    if later.mention.trigger.event_type not in FORCE:
        return False
    everybody = chain[0][0].mention.struck
    for one, _ in chain[1:]:
        everybody = everybody.together(one.mention.struck)
    return everybody.has_other_names(later.mention.struck)


def _most_alike(parsed: ParsedDocument, chain: Sequence[tuple[Linked, str]], later: Linked) -> Likeness:
    return max((likeness(parsed, one, later) for one, _ in chain), key=lambda found: found.points)
