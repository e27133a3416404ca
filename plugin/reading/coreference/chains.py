"""Chains: the tellings of a document that tell one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from ...core.event_types import FORCE
from ..parsed import ParsedDocument
from .chain_index import ChainIndex, OpenChain
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
    where only one chain can be meant. Only chains of its kind that share something with it are asked, for a long
    document has many.
    """
    chains: list[OpenChain] = []
    of_a_kind: dict[tuple[Stance, Kind], ChainIndex] = defaultdict(ChainIndex)
    for linked in told:
        if linked.mention.trigger.is_state:
            continue
        index = of_a_kind[linked.mention.stance, kind_of(linked.mention.trigger)]
        compared = [
            (_most_alike(parsed, chain, linked), chain)
            for chain in index.compared_with(linked)
            if not _contradicts(parsed, chain, linked)
        ]
        enough = ENOUGH
        if (
            linked.mention.is_bare
            and linked.mention.form is Form.BACK
            and _is_only_one(parsed, index, linked)
        ):
            enough -= 1
        alike = [
            (found.points, chain.last.number, found.why, chain)
            for found, chain in compared
            if found.points >= enough
        ]
        if alike:
            _, _, why, chain = max(alike, key=lambda item: item[:2])
            index.join(chain, linked, why)
        else:
            index.begin(linked)
            chains.append(index.chains[-1])
    return tuple(
        Chain(tuple(one.mention.number for one in chain.members), tuple(chain.reasons))
        for chain in chains
        if len(chain.members) > 1
    )


def _is_only_one(parsed: ParsedDocument, index: ChainIndex, later: Linked) -> bool:
    """Whether a telling contradicts all chains of its kind but one."""
    open_to_it = (chain for chain in reversed(index.chains) if not _contradicts(parsed, chain, later))
    return len(list(islice(open_to_it, 2))) == 1


def _contradicts(parsed: ParsedDocument, chain: OpenChain, later: Linked) -> bool:
    """Whether a telling contradicts a member, or names others than those whom all of them together name."""
    if any(contradict(parsed, one, later) for one in chain.members):
        return True
    is_force = later.mention.trigger.event_type in FORCE
    return is_force and chain.everybody.has_other_names(later.mention.struck)


def _most_alike(parsed: ParsedDocument, chain: OpenChain, later: Linked) -> Likeness:
    return max((likeness(parsed, one, later) for one in chain.members), key=lambda found: found.points)
