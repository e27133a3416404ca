"""How well a telling's own words give its day and its place."""

from __future__ import annotations

from enum import IntEnum
from typing import Optional

from ...core.timespan import DateBasis
from ..links import PlaceLink, TimeLink, Trigger
from ..parsed import ParsedDocument
from ..tokens import Token

_FIRM_DATE = 0.6  # a link's score from which its words belong to the event rather than to its telling
_FIRM_PLACES = ("place/own", "place/inside")
_LOOSE_PLACES = ("place/below", "place/above", "place/aside")


class Evidence(IntEnum):
    """What a day or place rests on, from nothing to the telling's own words."""

    NONE = 0
    TAKEN = 1  # taken over from the context, or the report's date
    LOOSE = 2  # words of the sentence that may belong to something else in it
    FIRM = 3  # words that hang on the event's own


def of_time(
    parsed: ParsedDocument, trigger: Trigger, link: Optional[TimeLink], noun: Optional[Token]
) -> Evidence:
    """What a trigger's date rests on.

    A date in the clause of an event noun may be that of the clause ("the murder led to protests today"); only one in
    the noun's own phrase is firm, or one beside a verb that says no more than that it happened.
    """
    if link is None:
        return Evidence.NONE
    span = link.span
    if span is None or link.basis is DateBasis.PUBLICATION or "/inherit/" in link.provenance.rule:
        return Evidence.TAKEN
    sentence = parsed.sentences[trigger.sentence].span
    if not (sentence.start <= span.start < sentence.end):
        return Evidence.TAKEN
    if link.provenance.score < _FIRM_DATE:
        return Evidence.LOOSE
    if noun is not None and noun.i == trigger.token:
        within = parsed.doc.span(noun.left_edge.i, noun.right_edge.i + 1)
        if not (within.start_char <= span.start < within.end_char):
            return Evidence.LOOSE
    return Evidence.FIRM


def of_place(link: Optional[PlaceLink]) -> Evidence:
    """What a place rests on."""
    if link is None:
        return Evidence.NONE
    if link.provenance.rule in _FIRM_PLACES:
        return Evidence.FIRM
    return Evidence.LOOSE if link.provenance.rule in _LOOSE_PLACES else Evidence.TAKEN
