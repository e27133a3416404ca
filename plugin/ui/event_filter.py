"""Which events are shown: by words, actors, publishers, type, certainty, precision, deaths, and by what a person has
decided about them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ..core.event import ReviewState
from ..layers.event_table import MERGED, REVIEW_STATES, UNKNOWN, EventTable
from .event_search import EventSearch, Mask

ANY_PLACE = 7  # where_prec up to which every place passes, a sea's too
PUT_ASIDE = frozenset({REVIEW_STATES.index(ReviewState.REJECTED), MERGED})
"""Review codes of events that a person has put aside: they are kept, and hidden unless they are asked for."""


@dataclass(frozen=True)
class EventFilter:
    """Which events are shown.

    Parameters
    ----------
    hidden_types, hidden_assertions : frozenset of int
        Codes as in `EventTable`.
    coarsest_place : int
        Largest where_prec shown, 1..7; events of unknown precision pass only at 7.
    words : str
        Words that an event must all have, anywhere (see `EventSearch.find`).
    actors, publishers : frozenset of str
        Who must have taken part, who must report it: one of them. Empty: anybody.
    least_killed : int
        Smallest number of dead; 0 lets events without a number pass too.
    hidden_states : frozenset of int
        Review codes as in `EventTable`.
    """

    hidden_types: frozenset[int] = field(default_factory=frozenset)
    hidden_assertions: frozenset[int] = field(default_factory=frozenset)
    coarsest_place: int = ANY_PLACE
    words: str = ""
    actors: frozenset[str] = field(default_factory=frozenset)
    publishers: frozenset[str] = field(default_factory=frozenset)
    least_killed: int = 0
    hidden_states: frozenset[int] = PUT_ASIDE

    @property
    def is_set(self) -> bool:
        """Whether a person has asked for anything; what is put aside is hidden anyway."""
        return replace(self, words=self.words.strip()) != EventFilter()

    def n_put_aside(self, table: EventTable) -> int:
        """Events that are hidden because a person rejected them or merged them into another."""
        return int(np.isin(table.review_codes, list(self.hidden_states & PUT_ASIDE)).sum())

    def passes(self, table: EventTable, search: EventSearch) -> Mask:
        """One truth value per event; the cheap questions are asked first."""
        keep = np.ones(len(table), dtype=np.bool_)
        for hidden, codes in (
            (self.hidden_types, table.type_codes),
            (self.hidden_assertions, table.assertion_codes),
            (self.hidden_states, table.review_codes),
        ):
            if hidden:
                keep &= ~np.isin(codes, list(hidden))
        if self.coarsest_place < ANY_PLACE:
            keep &= (table.where_precs != UNKNOWN) & (table.where_precs <= self.coarsest_place)
        if self.least_killed:
            keep &= table.fatalities >= self.least_killed
        if self.actors:
            keep &= search.actors.has_any(self.actors)
        if self.publishers:
            keep &= search.publishers.has_any(self.publishers)
        if self.words.strip():
            keep &= search.find(self.words)
        return keep
