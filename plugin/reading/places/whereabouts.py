"""Where a name lies that no gazetteer knows: in what the words say holds it, else in what was told before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Optional

from ...core.footprint import Footprint
from ...core.mentions import PlaceRole, Toponym
from ...core.report import Span
from ...gazetteer.gazetteer import Gazetteer
from ...gazetteer.place import Place, PlaceKind
from ..parsed import ParsedDocument
from .regions import Region, Regions
from .streets import names_street
from .unlisted import holder_of, is_end_of_a_way, is_told_to_hold, unlisted
from .words import is_site

_REACH = 3  # sentences from a province to the villages that are told after it
_DISTRICT, _PROVINCE = 3, 4  # where_prec


class Unlisted:
    """Places the unlisted names of one document.

    A building or a street is placed in its town, and has the town's point and name; any other name is a place of its
    own, somewhere in what holds it.

    Parameters
    ----------
    names : mapping
        The place names of each sentence, by its number.
    setting : Place or None
        The province or country that the report is set in.
    dateline : Toponym or None
    head_of_item : callable
        The place that heads the paragraph of a sentence, by its number.
    """

    def __init__(
        self,
        parsed: ParsedDocument,
        names: Mapping[int, Sequence[Toponym]],
        regions: Regions,
        gazetteer: Gazetteer,
        setting: Optional[Place],
        dateline: Optional[Toponym],
        head_of_item: Callable[[int], Optional[Toponym]],
    ) -> None:
        self._parsed = parsed
        self._names = names
        self._regions = regions
        self._gazetteer = gazetteer
        self._setting = setting
        self._dateline = dateline
        self._head_of_item = head_of_item

    def region_of(self, toponym: Toponym) -> Optional[Region]:
        """The place of an unlisted name; None where the report names nothing that may hold it."""
        number = self._parsed.sentence_number_at(toponym.span.start)
        tokens = self._parsed.tokens_of(toponym.span)
        name = " ".join(tokens.text.split())
        in_town = is_site(tokens[-1].lower_) or names_street(tokens)
        told = self._told(toponym, number, in_town)
        if told is not None:
            span, outer = told
            footprint = self._within(name, outer, in_town)
            why = f'"{name}" itself is not known, and is placed in {outer.name}, told to hold it'
            return Region(toponym.span if footprint is outer else span, footprint, why)
        head = self._head_of_item(number)
        if head is not None and head.footprint is not None and head.span < toponym.span:
            why = f'"{name}" itself is not known; "{head.text}" heads what is told here'
            within = self._within(name, self._around(head.footprint, in_town), in_town)
            return Region(toponym.span, within, why)
        before = self._told_before(toponym, number, in_town)
        if before is not None:
            why = f'"{name}" itself is not known, and nothing is told to hold it; {before.name} was told before it'
            return Region(toponym.span, self._within(name, before, in_town), why, is_presumed=not in_town)
        if self._setting is None:
            return None
        footprint = self._gazetteer.shapes.footprint_of(self._setting)
        why = f'"{name}" itself is not known, and nothing is told to hold it; the report is about {footprint.name}'
        return Region(toponym.span, unlisted(name, footprint), why, is_presumed=True)

    def _told(self, toponym: Toponym, number: int, in_town: bool) -> Optional[tuple[Span, Footprint]]:
        """What its sentence tells to hold a name, and the words that tell it."""
        holder = holder_of(self._parsed, toponym, self._names.get(number, ()), in_town)
        outer = self._regions.of(holder) if holder is not None else None
        if holder is None or outer is None:
            return None
        span = toponym.span
        if holder.span.start > span.start and is_told_to_hold(self._parsed, holder, toponym):
            span = Span(span.start, outer.span.end)
        return span, self._around(outer.footprint, in_town)

    def _told_before(self, name: Toponym, number: int, in_town: bool) -> Optional[Footprint]:
        """The last district or province in which something is told to happen, in the sentences up to its own.

        Of what lies in a town, also the last town, or else that of the dateline.
        """
        for before in range(number, max(-1, number - _REACH - 1), -1):
            told = [
                toponym.footprint
                for toponym in reversed(self._names.get(before, ()))
                if toponym.role is PlaceRole.VENUE and toponym.footprint is not None
                if toponym.span < name.span and not is_end_of_a_way(self._parsed, toponym)
            ]
            towns = [footprint for footprint in told if in_town and footprint.where_prec == 1]
            units = [footprint for footprint in told if footprint.where_prec in (_DISTRICT, _PROVINCE)]
            if towns or units:
                return (towns or units)[0]
        return self._dateline.footprint if in_town and self._dateline is not None else None

    def _around(self, footprint: Footprint, in_town: bool) -> Footprint:
        """Where a village lies that a town is told to hold: in its surroundings."""
        place = self._gazetteer.place(footprint.gazetteer_id)
        is_town = place is not None and place.kind is PlaceKind.TOWN
        if place is not None and is_town and footprint.where_prec == 1 and not in_town:
            return self._gazetteer.shapes.near(place)
        return footprint

    @staticmethod
    def _within(name: str, outer: Footprint, in_town: bool) -> Footprint:
        return outer if in_town and outer.where_prec == 1 else unlisted(name, outer)
