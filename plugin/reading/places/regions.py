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
from ...gazetteer.gazetteer import Gazetteer
from ...gazetteer.place import Place, PlaceKind
from ...gazetteer.shapes import direction_of
from ..parsed import ParsedDocument
from ..tokens import Doc
from .words import GENERIC_KINDS, ROADS

_PARTS = frozenset("part parts region regions area areas province provinces half side portion".split())
_NEAR = frozenset("near outside around nearby".split())
_NEAR_PHRASES = (
    ("close", "to"),
    ("not", "far", "from"),
    ("outskirts", "of"),
    ("vicinity", "of"),
    ("suburbs", "of"),
)
_KM = {
    "km": 1.0,
    "kilometer": 1.0,
    "kilometre": 1.0,
    "mile": 1.609,
    "mi": 1.609,
    "meter": 0.001,
    "metre": 0.001,
}
_BEARINGS = {
    "north": 0.0,
    "north-east": 45.0,
    "east": 90.0,
    "south-east": 135.0,
    "south": 180.0,
    "south-west": 225.0,
    "west": 270.0,
    "north-west": 315.0,
}
_NUMBERS = {
    word: float(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1.0, "few": 3.0, "several": 5.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "hundred": 100.0}


@dataclass(frozen=True)
class Region:
    """The place that a phrase tells, the words of the phrase, and why; whether only its country is known."""

    span: Span
    footprint: Footprint
    why: str
    is_only_in_country: bool = False


class Regions:
    """Reads the phrases around the names of one document."""

    def __init__(self, parsed: ParsedDocument, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> None:
        self._doc: Doc = parsed.doc
        self._low = parsed.doc.low
        self._gazetteer = gazetteer
        self._shapes = gazetteer.shapes
        self._tokens = {toponym: parsed.tokens_of(toponym.span) for toponym in toponyms}
        self._order = list(toponyms)
        self._at = {toponym: at for at, toponym in enumerate(toponyms)}

    def of(self, toponym: Toponym) -> Optional[Region]:
        """The place told by the name with the phrase around it; None for a name without a place."""
        place = self._place(toponym)
        if place is None:
            return self._plain(toponym)
        if toponym not in self._tokens:  # a word that stands for the name
            return Region(toponym.span, self._shapes.footprint_of(place), "")
        first, end = self._tokens[toponym].start, self._tokens[toponym].end
        return (
            self._pair(toponym, place, first, end)
            or self._offset(place, first, end)
            or self._part(place, first, end)
            or self._near(place, first, end)
            or self._several(toponym, place, first, end)
            or Region(self._span(first, end), self._shapes.footprint_of(place), "")
        )

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
            between = self._low[left:right]
            if between not in (["and"], ["-"], ["to"], ["with"]):
                continue
            before = [word for word in self._low[max(0, start - 4) : start] if word != "the"]
            behind = self._low[stop] if stop < len(self._low) else ""
            if self._is_border(before, behind):
                footprint = self._shapes.border_of(place, second)
                if footprint is not None:
                    return Region(
                        self._span(start, stop), footprint, "the phrase tells the border of two places"
                    )
            if (behind in ROADS and between != ["and"]) or (before[-2:-1] and before[-2] in ROADS):
                footprint = self._shapes.road_between(place, second)
                return Region(
                    self._span(start, stop), footprint, "the phrase tells the way between two places"
                )
            if before[-1:] == ["between"] and between == ["and"]:
                if toponym.role is not PlaceRole.VENUE:
                    continue  # "talks between X and Y"
                footprint = self._shapes.between(place, second)
                return Region(
                    self._span(start, stop), footprint, "the phrase tells what lies between two places"
                )
        return None

    @staticmethod
    def _is_border(before: Sequence[str], behind: str) -> bool:
        return behind in ("border", "frontier", "borders") or any(
            word in ("border", "borders", "frontier") for word in before[-2:]
        )

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
        return Region(
            self._span(start, stop), self._shapes.union_of(members), "the phrase tells several places"
        )

    # -- parts and surroundings of one --------------------------------------------------------------------------

    def _offset(self, place: Place, first: int, end: int) -> Optional[Region]:
        """As in "30 km north-east of X", "some 20 miles from X"."""
        at = first - 1
        if at < 2 or self._low[at] not in ("of", "from") or place.kind is PlaceKind.COUNTRY:
            return None
        words, starts = self._joined_before(at, 7)
        text = " ".join(words)
        found = re.search(
            r"(?P<n>[\d.,]+|[a-z]+) ?-?(?P<unit>km|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s)\.?"
            r"(?: \(.*\))?(?: to the| due)?(?: (?P<dir>[a-z-]+))?$",
            text,
        )
        if found is None:
            return None
        number = _number(found.group("n"))
        if number is None:
            return None
        km = number * _KM[found.group("unit").rstrip("s")]
        wind = direction_of(found.group("dir") or "")
        start = starts[min(len(starts) - 1, text[: found.start()].count(" "))]
        span = self._span(start, end)
        if wind in _BEARINGS:
            footprint = self._shapes.offset(place, km, _BEARINGS[wind])
            return Region(span, footprint, f"the phrase tells {km:g} km {wind} of it")
        return Region(span, self._shapes.near(place, max(km, 1.0)), f"the phrase tells {km:g} km from it")

    def _part(self, place: Place, first: int, end: int) -> Optional[Region]:
        """As in "Northern and eastern X", "the north and east of X", "the eastern parts of X"."""
        at = first
        if at and self._low[at - 1] == "the":
            at -= 1
        is_of = at > 0 and self._low[at - 1] == "of"
        if is_of:
            at -= 1
            if at and self._low[at - 1] in _PARTS:
                at -= 1
        winds, start = self._directions_before(at)
        if not winds:
            return None
        span = self._span(start, end)
        if (
            is_of
            and at == first - 1 - (self._low[first - 1] == "the")
            and self._low[start - 1] not in ("the", "in")
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
        """As in "Near X", "on the outskirts of X"."""
        at = first - 1
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

    def _directions_before(self, at: int) -> tuple[list[str], int]:
        """Directions that end before token `at`, and the first token of theirs."""
        winds: list[str] = []
        start = at
        while start > 0:
            wind, length = self._direction_ending(start)
            if wind is None:
                joins = self._low[start - 1] in ("and", ",", "&", "or") and winds
                if joins and self._direction_ending(start - 1)[0] is not None:
                    start -= 1
                    continue
                break
            if winds and self._low[start] not in ("and", ",", "&", "or"):
                break
            winds.insert(0, wind)
            start -= length
        return winds, start

    def _direction_ending(self, at: int) -> tuple[Optional[str], int]:
        if at >= 3 and self._low[at - 2] == "-":
            wind = direction_of("".join(self._low[at - 3 : at]))
            if wind is not None:
                return wind, 3
        if at >= 1:
            wind = direction_of(self._low[at - 1])
            if wind is not None and self._low[at - 1] not in ("middle", "heart", "mid"):
                return wind, 1
        return None, 0

    def _joined_before(self, at: int, most: int) -> tuple[list[str], list[int]]:
        """Words before token `at`, hyphenated ones as one, with the token each starts at."""
        words: list[str] = []
        starts: list[int] = []
        for i in range(max(0, at - most), at):
            glued = (
                words
                and (self._low[i] == "-" or words[-1].endswith("-"))
                and not self._doc[i - 1].whitespace_
            )
            if glued:
                words[-1] += self._low[i]
            else:
                words.append(self._low[i])
                starts.append(i)
        return words, starts

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


def _number(word: str) -> Optional[float]:
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return _NUMBERS.get(word)


def _covers(wkb: bytes, place: Place) -> bool:
    return bool(shapely.intersects_xy(shapely.from_wkb(wkb), *place.point))
