"""Places that a phrase makes out of a name: "northern and eastern X", "30 km north of X", "between X and Y".

A phrase is read from the words around a resolved name; the gazetteer's shapes make its footprint.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import shapely

from ...core.footprint import Footprint
from ...core.mentions import PlaceRole, Toponym
from ...core.report import Span
from ...gazetteer.directions import BEARINGS
from ...gazetteer.gazetteer import Gazetteer
from ...gazetteer.place import Place, PlaceKind
from ..doc import Doc
from ..parsed import ParsedDocument
from .phrases import WordsBefore
from .words import GENERIC_KINDS, ROADS

_PARTS = frozenset("part parts region regions area areas zone province provinces half side portion".split())
_NEAR = frozenset("near outside around nearby".split())
_NEAR_PHRASES = (
    ("close", "to"),
    ("not", "far", "from"),
    ("outskirts", "of"),
    ("vicinity", "of"),
    ("suburbs", "of"),
)
_FAR = frozenset("far extreme deep very remote rural".split())  # "in the far north of X"
_BORDERS = frozenset("border borders frontier".split())
_COASTS = frozenset("coast coasts coastline shore shores seaboard".split())
_TRI_BORDER = re.compile(r"tri-?(?:border|state)|three-?borders?|triple-?(?:border|frontier)")


@dataclass(frozen=True)
class Region:
    """The place that a phrase tells, the words of the phrase, and why; whether it is only presumed to lie there."""

    span: Span
    footprint: Footprint
    why: str
    is_presumed: bool = False


class Regions:
    """Reads the phrases around the names of one document."""

    def __init__(self, parsed: ParsedDocument, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> None:
        self._parsed = parsed
        self._doc: Doc = parsed.doc
        self._low = parsed.doc.low
        self._gazetteer = gazetteer
        self._shapes = gazetteer.shapes
        self._tokens = {toponym: parsed.tokens_of(toponym.span) for toponym in toponyms}
        self._order = list(toponyms)
        self._at = {toponym: at for at, toponym in enumerate(toponyms)}
        self._before = WordsBefore(parsed.doc)

    def of(self, toponym: Toponym) -> Optional[Region]:
        """The place told by the name with the phrase around it; None for a name without a place."""
        place = self._place(toponym)
        if place is None:
            return self._plain(toponym)
        if toponym not in self._tokens:
            return self._by_a_word(toponym, place)
        first, end = self._tokens[toponym].start, self._tokens[toponym].end
        return (
            self._pair(toponym, place, first, end)
            or self._coast(place, first, end)
            or self._offset(place, first, end)
            or self._part(place, first, end)
            or self._near(place, first, end)
            or self._several(toponym, place, first, end)
            or Region(self._span(first, end), self._shapes.footprint_of(place), "")
        )

    def _by_a_word(self, toponym: Toponym, place: Place) -> Region:
        """The place that a word stands for, as in "20 km from the capital", "outside the city"."""
        tokens = self._parsed.tokens_of(toponym.span)
        first, end = tokens.start, tokens.end
        first -= first > 0 and self._low[first - 1] in ("the", "this", "that")
        around = (
            self._offset(place, first, end) or self._near(place, first, end)
            if place.kind is PlaceKind.TOWN
            else None
        )
        return around or Region(toponym.span, self._shapes.footprint_of(place), "")

    # -- two places ---------------------------------------------------------------------------------------------

    def _pair(self, toponym: Toponym, place: Place, first: int, end: int) -> Optional[Region]:
        """As in "Between X and Y", "the border of X and Y", "the X-Y road", "the road from X to Y"."""
        for other, is_after in ((self._neighbour(toponym, 1), True), (self._neighbour(toponym, -1), False)):
            if other is None:
                continue
            second = self._place(other)
            if second is None:
                continue
            tokens = self._tokens[other]
            left, right = (end, tokens.start) if is_after else (tokens.end, first)
            start, stop = min(first, tokens.start), max(end, tokens.end)
            between = [word for word in self._low[left:right] if word != "the"]
            if between not in (["and"], ["-"], ["to"], ["with"]):
                continue
            one, two = (place, second) if is_after else (second, place)
            before = [word for word in self._low[max(0, start - 5) : start] if word != "the"]
            behind = self._low[stop] if stop < len(self._low) else ""
            if self._is_border(before, behind):
                footprint = self._shapes.border_of(one, two)
                if footprint is None and "borders" in before:
                    footprint = self._shapes.borders_of(one, two)
                if footprint is not None:
                    return Region(
                        self._span(start, stop), footprint, "the phrase tells the border of two places"
                    )
            if (behind in ROADS and between != ["and"]) or (before[-2:-1] and before[-2] in ROADS):
                footprint = self._shapes.road_between(one, two)
                start = self._back_to(ROADS, start) if behind not in ROADS else start
                return Region(
                    self._span(start, stop), footprint, "the phrase tells the way between two places"
                )
            if before[-1:] == ["between"] and between == ["and"]:
                if toponym.role is not PlaceRole.VENUE:
                    continue  # "talks between X and Y"
                footprint = self._shapes.between(one, two)
                return Region(
                    self._span(start - 1, stop), footprint, "the phrase tells what lies between two places"
                )
        return None

    def _back_to(self, words: frozenset[str], start: int) -> int:
        """The nearest token before `start` that is one of the words: "road" in "the road from X"."""
        return next((at for at in range(start - 1, max(-1, start - 5), -1) if self._low[at] in words), start)

    @staticmethod
    def _is_border(before: Sequence[str], behind: str) -> bool:
        """As in "the X-Y border", "the border of X and Y", "the border area between X and Y"."""
        reach = 3 if len(before) > 1 and before[-2] in _PARTS else 2
        return behind in _BORDERS or any(word in _BORDERS for word in before[-reach:])

    def _several(self, toponym: Toponym, place: Place, first: int, end: int) -> Optional[Region]:
        """As in "The provinces of Kunar, Nangarhar and Laghman", "North and South Waziristan": areas, as one."""
        if place.kind not in (PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.COUNTRY):
            return None
        members, start, stop = [place], first, end
        for step in (1, -1):
            at = self._at[toponym]
            while 0 <= at + step < len(self._order):
                here, other = self._order[at], self._order[at + step]
                a, b = (here, other) if step > 0 else (other, here)
                between = self._low[self._tokens[a].end : self._tokens[b].start]
                joined = between and len(between) <= 3 and set(between) <= {",", "and", "&", "the", "or"}
                second = self._place(other) if joined else None
                if second is None or second.kind is not place.kind or second.place_id == place.place_id:
                    break
                members.append(second)
                start, stop = min(start, self._tokens[other].start), max(stop, self._tokens[other].end)
                at += step
        if len(members) == 1:
            return None
        members.sort(key=lambda p: p.name)
        span = self._span(start, stop)
        if len(members) == 3 and _TRI_BORDER.search("".join(self._low[max(0, start - 7) : start])):
            meeting = self._shapes.meeting_of(members)
            if meeting is not None:
                return Region(span, meeting, "the phrase tells where three places meet")
        return Region(span, self._shapes.union_of(members), "the phrase tells several places")

    # -- parts and surroundings of one --------------------------------------------------------------------------

    def _coast(self, place: Place, first: int, end: int) -> Optional[Region]:
        """As in "Off the coast of X", "the west coast of X", "X's coast"; and "off X"."""
        low = self._low
        at = first - 1 if first and low[first - 1] == "the" else first
        winds: list[str] = []
        stop = end
        if at > 1 and low[at - 1] == "of" and low[at - 2] in _COASTS:
            winds, at = self._before.directions(at - 2)
            if at and low[at - 1] == "the":
                at -= 1
        elif end + 1 < len(low) and low[end] in ("'s", "\u2019s") and low[end + 1] in _COASTS:
            stop = end + 2
        elif not at or low[at - 1] != "off":
            return None
        is_off = at > 0 and low[at - 1] == "off"
        span = self._span(at - is_off, stop)
        if place.kind in (PlaceKind.TOWN, PlaceKind.SPOT):
            return (
                Region(span, self._shapes.near(place), "the phrase tells the waters off it")
                if is_off
                else None
            )
        footprint = self._shapes.coast_of(place, winds, is_off)
        if footprint is None:
            return None
        return Region(
            span, footprint, "the phrase tells the waters off it" if is_off else "the phrase tells its coast"
        )

    def _offset(self, place: Place, first: int, end: int) -> Optional[Region]:
        """As in "30 km north-east of X", "some 20 miles from X"."""
        at = self._before.without_kind(first) - 1
        if at < 2 or self._low[at] not in ("of", "from") or place.kind is PlaceKind.COUNTRY:
            return None
        told = self._before.distance(at)
        if told is None:
            return None
        km, wind, start = told
        span = self._span(start, end)
        if wind in BEARINGS:
            footprint = self._shapes.offset(place, km, BEARINGS[wind])
            return Region(span, footprint, f"the phrase tells {km:g} km {wind} of it")
        return Region(span, self._shapes.near(place, max(km, 1.0)), f"the phrase tells {km:g} km from it")

    def _part(self, place: Place, first: int, end: int) -> Optional[Region]:
        """As in "Northern and eastern X", "the north and east of X", "the eastern parts of X"."""
        at = first = self._before.without_kind(first)
        if at and self._low[at - 1] == "the":
            at -= 1
        is_of = at > 0 and self._low[at - 1] == "of"
        if is_of:
            at -= 1
            if at and self._low[at - 1] in _PARTS:
                at -= 1
        winds, start = self._before.directions(at)
        if not winds:
            return None
        span = self._span(start, end)
        article = start - 1
        while article > 0 and self._low[article] in _FAR:
            article -= 1
        if (
            is_of
            and at == first - 1 - (self._low[first - 1] == "the")
            and self._low[article] not in ("the", "in")
        ):
            # "north of X", not "the north of X": outside of it
            return Region(span, self._shapes.near(place), "the phrase tells what lies beside it")
        if not is_of and self._is_told_to_lie(place, winds, end):
            return None
        return Region(span, self._shapes.directional_part(place, winds), "the phrase tells a part of it")

    def _is_told_to_lie(self, place: Place, winds: Sequence[str], end: int) -> bool:
        """Whether the direction tells where a town or province lies in its country: "southern Helmand province"."""
        if place.kind in (PlaceKind.TOWN, PlaceKind.SPOT):
            return True
        if place.kind not in (PlaceKind.ADMIN1, PlaceKind.ADMIN2):
            return False
        if end < len(self._low) and self._low[end] in GENERIC_KINDS:
            return True
        country = self._gazetteer.country(place.country)
        if country is None:
            return False
        part = self._shapes.directional_part(country, winds)
        return part.area_wkb is not None and _covers(part.area_wkb, place)

    def _near(self, place: Place, first: int, end: int) -> Optional[Region]:
        """As in "Near X", "on the outskirts of the city of X"."""
        at = self._before.without_kind(first) - 1
        if at >= 0 and self._low[at] == "the":
            at -= 1
        if at < 0:
            return None
        start = at if self._low[at] in _NEAR else None
        for phrase in _NEAR_PHRASES:
            if tuple(self._low[max(0, at + 1 - len(phrase)) : at + 1]) == phrase:
                start = at + 1 - len(phrase)
        if start is None:
            return None
        if place.kind is PlaceKind.COUNTRY and self._low[start] == "around":
            return None
        return Region(self._span(start, end), self._shapes.near(place), "the phrase tells what lies near it")

    # -- words --------------------------------------------------------------------------------------------------

    def _neighbour(self, toponym: Toponym, step: int) -> Optional[Toponym]:
        at = self._at[toponym] + step
        return self._order[at] if 0 <= at < len(self._order) else None

    def _place(self, toponym: Toponym) -> Optional[Place]:
        footprint = toponym.footprint
        return None if footprint is None else self._gazetteer.place(footprint.gazetteer_id)

    def _plain(self, toponym: Toponym) -> Optional[Region]:
        return None if toponym.footprint is None else Region(toponym.span, toponym.footprint, "")

    def _span(self, first: int, end: int) -> Span:
        last = self._doc[end - 1]
        return Span(self._doc[first].idx, last.idx + len(last))


def _covers(wkb: bytes, place: Place) -> bool:
    return bool(shapely.intersects_xy(shapely.from_wkb(wkb), *place.point))
