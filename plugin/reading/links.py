"""What the steps of reading hand to each other: triggers, and the place and the time found for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..core.event_types import EventType
from ..core.footprint import Footprint
from ..core.mentions import Provenance
from ..core.report import Span
from ..core.timespan import DateBasis, TimeSpan


@dataclass(frozen=True)
class Trigger:
    """The words that tell an event.

    Parameters
    ----------
    span : Span
        The words: "attack", "held talks", or "another" where a noun is left out.
    token : int
        Index of the head token in the parse; arguments hang on it.
    event_type : EventType
    mode : str
        PLOVER mode or finer, empty when none is told.
    sentence : int
        Number of the sentence.
    nth : int
        Tells triggers apart that share their words: "protests in Lagos on Monday and in Abuja on Tuesday".
    scope : Span or None
        Where the place, day and figures of such a one stand; None for one that has its words alone.
    provenance : Provenance
    is_state : bool
        A lasting state (presence of forces), not a happening.
    is_planned : bool
        Told as lying ahead ("will meet"), so that dates resolve forward.
    is_retold : bool
        Only comes back to something told before ("the attack"): it may say more of that, and is no event of its own.
    """

    span: Span
    token: int
    event_type: EventType
    mode: str
    sentence: int
    provenance: Provenance
    nth: int = 0
    scope: Optional[Span] = None
    is_state: bool = False
    is_planned: bool = False
    is_retold: bool = False


@dataclass(frozen=True)
class PlaceLink:
    """Where a trigger's event happened, and why.

    `text` and `span` are the words used; `span` may lie in another sentence when the place is taken over from the
    context, and is None when it rests on no words at all. `footprint` is None for a place that is told by a name which
    no gazetteer knows, in a report that says nothing on where it lies.
    """

    footprint: Optional[Footprint]
    text: str
    span: Optional[Span]
    provenance: Provenance
    candidates: tuple[tuple[Footprint, float], ...] = ()


@dataclass(frozen=True)
class TimeLink:
    """When a trigger's event happened, and why; `span` is None when it rests on no words (the report's date)."""

    when: TimeSpan
    text: str
    span: Optional[Span]
    basis: DateBasis
    provenance: Provenance
