"""Which time expression belongs to which trigger of its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

from ...core.event_types import EventType
from ..links import Trigger
from ..tokens import Token
from .closeness import AFTER_IT, IN_WHICH, TELLING, closeness_of
from .sites import Site


@dataclass(frozen=True)
class Attachment:
    """A time expression found for a trigger, and how close they stand: 5 is the trigger's own modifier."""

    site: Site
    closeness: float
    why: str
    is_of_telling: bool = False  # the day on which somebody told of it
    was_over: bool = False  # the event was over by then
    is_in_which: bool = False  # the event lies in it, whatever stands before it: "since May, when ..."


def attach(
    trigger: Trigger, tokens: Sequence[Token], sites: Sequence[Site], others: Mapping[int, EventType]
) -> Optional[Attachment]:
    """The closest expression of the trigger's sentence, None when each belongs to something else.

    `tokens` are the words that tell the event, its verb and its noun in "carried out a raid"; `others` are the tokens
    of the sentence's other triggers, with what those tell: a noun's own date is not lent to them.
    """
    best: Optional[Attachment] = None
    for site in sites:
        closeness, why = max(closeness_of(token, trigger.event_type, site, others) for token in tokens)
        if closeness <= 0:
            continue
        distance = abs(site.timex.span.start - trigger.span.start) / 10_000
        found = Attachment(
            site,
            closeness - distance,
            why,
            is_of_telling=closeness == TELLING,
            was_over=closeness == AFTER_IT,
            is_in_which=closeness == IN_WHICH,
        )
        if best is None or found.closeness > best.closeness:
            best = found
    return best
