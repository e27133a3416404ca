"""What speaks for and against a stretch of text being a place name: a list of named signs, each with a weight.

The signs are words anybody can read ("after:locative", "in:PERSON"); `recognition_weights` says what each is worth.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping

from ...gazetteer.place import Candidate, NameMatch, PlaceKind
from ..casing import is_common_word, usual_casing
from ..closed_classes import PLACES
from ..parsed import ParsedDocument
from .context import holds
from .marks import Marks
from .names import Stretch, is_elided
from .telling import OF_A_KIND, tellings
from .words import (
    DAYS_AND_MONTHS,
    DIRECTIONS,
    FACILITIES,
    GENERIC_KINDS,
    LOCATIVE,
    MEDIA,
    NATURAL,
    ORGANISATIONS,
    PARTICLES,
    RESIDENTS,
    STREETS,
    TARGETING,
    TITLES,
)

_GREAT = 200_000
_LOOSE = frozenset(("and", "the"))  # small words that may as well stand between two names
_WORD_CLASSES = (
    ("media", MEDIA),
    ("street", STREETS),
    ("generic", frozenset(GENERIC_KINDS)),
    ("facility", FACILITIES),
    ("organisation", ORGANISATIONS),
    ("natural", NATURAL),
)
_WHERE = frozenset("in near outside inside around".split())
_SPEAKING = frozenset("say tell add announce ask claim deny note declare warn explain argue".split())


class Evidence:
    """Collects the signs of the stretches of one document.

    Parameters
    ----------
    parsed : ParsedDocument
    candidates : mapping
        The gazetteer's answer for every key looked up; keys without a place are missing or empty.
    """

    def __init__(self, parsed: ParsedDocument, candidates: Mapping[str, tuple[Candidate, ...]]) -> None:
        doc = parsed.doc
        self._doc = doc
        self._candidates = candidates
        self._words = doc.words
        self._low = [word.lower().rstrip(".") or word for word in self._words]
        self._bounds = [(sentence.first_token, sentence.end_token) for sentence in parsed.sentences]
        self._starts = {first for first, _ in self._bounds}
        self._marks = Marks(doc, self._low, self._starts, self._is_known)

    def is_marked(self, stretch: Stretch) -> bool:
        """Whether the model marks exactly this stretch as a place."""
        return self._marks.label_of(stretch) in PLACES

    def is_told(self, stretch: Stretch) -> bool:
        """Whether the words around a whole name say that it is a place: "the village of X"."""
        told = self._tellings(stretch)
        words = self._words[stretch.first : stretch.end]
        return bool(told) and (OF_A_KIND in told or not all(is_common_word(word) for word in words))

    def whole_of(self, stretch: Stretch) -> tuple[int, int]:
        """The tokens of the name that hyphens and apostrophes make of it, if the gazetteer knows that, else its own.

        "Katsina-Ala" for "Katsina", "Coeur d'Alene" for "Coeur".
        """
        first, end = stretch.first, stretch.end
        while end < stretch.run_end and is_elided(self._words, end):
            end += 1
        while first > stretch.run_first + 1 and self._words[first - 1] == "-" and self._glued(first - 1):
            first -= 2
        while end + 1 < stretch.run_end and self._words[end] == "-" and self._glued(end):
            end += 2
        return (first, end) if self._is_known(first, end) else (stretch.first, stretch.end)

    def _tellings(self, stretch: Stretch) -> list[str]:
        if not self._is_whole(stretch):
            return []
        bounds = self._bounds[bisect_right(self._bounds, (stretch.first, len(self._words))) - 1]
        return tellings(self._words, self._low, stretch.first, stretch.end, bounds)

    def _is_whole(self, stretch: Stretch) -> bool:
        """Whether a stretch is a name from end to end, not a part of one and not two that "and" joins."""
        joins = ("and", "or", "&", "the", "of")
        inner = self._low[stretch.first : stretch.end]
        return (
            (stretch.first == stretch.run_first or self._low[stretch.first - 1] in joins)
            and (stretch.end == stretch.run_end or self._low[stretch.end] in joins)
            and not any(word in inner for word in joins)
        )

    def of(self, stretch: Stretch) -> list[str]:
        """The signs of one stretch."""
        told = self._tellings(stretch)
        return [
            *self._marks.signs(stretch),
            *told,
            *self._from_gazetteer(stretch),
            *self._from_words(stretch, OF_A_KIND in told),
            *self._from_neighbours(stretch),
            *self._marks.signs_elsewhere(stretch),
        ]

    def _is_known(self, first: int, end: int) -> bool:
        """Whether the gazetteer knows a place by the name of some tokens."""
        return bool(self._candidates.get(self._doc.text_of(first, end)))

    def _from_gazetteer(self, stretch: Stretch) -> list[str]:
        candidates = self._candidates.get(stretch.key, ())
        if not candidates:
            return self._unknown(stretch)
        best = candidates[0]
        signs = [f"place:{_size(best)}", f"match:{NameMatch(best.match).name.lower()}"]
        is_run = (stretch.first, stretch.end) == (stretch.run_first, stretch.run_end)
        if is_run and stretch.end - stretch.first > 1 and _is_great(best) and self._is_behind_where(stretch):
            # "in Port of Spain", whatever the model makes of it
            signs.append("place:great town behind a preposition")
        if any(candidate.is_users for candidate in candidates):
            signs.append("place:user's")
        if stretch.is_partly_lower:
            signs.append("told:with its landscape")  # "the Baltic states": the gazetteer has the whole of it
        if stretch.hint is not None:
            fits = any(candidate.place.kind is stretch.hint for candidate in candidates)
            signs.append("hint:fits" if fits else "hint:other")
        return signs

    def _unknown(self, stretch: Stretch) -> list[str]:
        """Most villages are in no gazetteer: what the model and a preposition agree on may well be one."""
        signs = ["place:unknown"]
        if stretch.hint is not None:
            signs.append("place:unknown, kind told")
        if (
            self._marks.label_of(stretch) == "GPE"
            and self._is_behind_where(stretch)
            and self._is_whole(stretch)
        ):
            signs.append("place:unknown, town behind a preposition")
        return signs

    def _is_behind_where(self, stretch: Stretch) -> bool:
        """Whether a preposition of place stands right before a stretch, in its sentence."""
        return stretch.first not in self._starts and self._low[stretch.first - 1] in _WHERE

    def _from_words(self, stretch: Stretch, is_told: bool) -> list[str]:
        words = self._words[stretch.first : stretch.end]
        is_bound = any(word.islower() and word not in _LOOSE for word in words[1:-1])  # "Frankfurt am Main"
        is_known = bool(self._candidates.get(stretch.key))
        signs = ["words:bound" if is_bound and is_known else f"words:{min(len(words), 3)}"]
        is_natural = len(words) > 1 and self._low[stretch.first] in NATURAL  # "Sea of Japan", "Lake Superior"
        common = not (is_told or (is_natural and self._candidates.get(stretch.key))) and all(
            is_common_word(word) for word in words if word[0].isalpha()
        )
        if common:
            signs.append("common:first" if stretch.first in self._starts else "common")
            signs.append(f"common:{self._doc[stretch.first].pos_}")
        elif stretch.first in self._starts:
            signs.append("first")
        if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
            signs.append(self._capitals(stretch))
        last = self._low[stretch.end - 1]
        if len(words) > 1:
            known = ", known" if self._candidates.get(stretch.key) else ""
            signs += [f"ends:{name}{known}" for name, group in _WORD_CLASSES if last in group]
            if is_natural:
                signs.append("starts:natural")
        return signs

    def _capitals(self, stretch: Stretch) -> str:
        """What a word in capitals is: the short form of a place, a shout or dateline, or an acronym."""
        word = str(self._words[stretch.first])
        if stretch.key != word:
            return "capitals:short form"
        usual = usual_casing(word)
        if usual is not None and not usual.isupper():
            return "capitals:word"
        opens = stretch.first in self._starts and len(word) > 4
        return "capitals:opening" if opens and usual is None else "capitals:acronym"

    def _from_neighbours(self, stretch: Stretch) -> list[str]:
        signs = []
        low, before, after = self._low, stretch.first - 1, stretch.end
        in_sentence_before = stretch.first not in self._starts
        if in_sentence_before and before >= 0:
            word = low[before]
            if stretch.first > stretch.run_first and self._joins(before):
                signs.append("left:joined")
            if word in DIRECTIONS:
                signs.append(
                    "left:direction"
                    if self._marks.tells_a_part(before, stretch.end)
                    else "left:own direction"
                )
            elif (
                stretch.first > stretch.run_first
                and self._words[before][0].isupper()
                and word not in DAYS_AND_MONTHS
            ):
                signs.append("left:name")
                signs.append(f"left:{'common' if is_common_word(word) else 'rare'}")
            if word in TITLES:
                signs.append("left:title")
            elif word in LOCATIVE:
                signs.append("left:locative")
            elif self._doc[before].lemma_ in TARGETING and self._doc[before].pos_ == "VERB":
                signs.append("left:reached")
            elif word in ("of", "the", "and", "by", "for", "(", ",", "/", "#"):
                signs.append(f"left:{word}")
            if word in (",", "/") and self._is_known_before(before):
                signs.append("left:, place")
            if word == "-" and not self._doc[before].whitespace_:
                signs.append("left:hyphen")
        if after < len(low) and after not in self._starts:
            word = low[after]
            if after < stretch.run_end and self._joins(after):
                signs.append("right:joined")
            if after < stretch.run_end and self._words[after][0].isupper():
                signs.append("right:name")
                if not is_common_word(word):
                    signs.append("right:rare")
            case = "" if self._words[after][0].isupper() else " in lower case"
            signs += [f"right:{name}{case}" for name, group in _WORD_CLASSES if word in group]
            if word in ("'s", "'", ",", ")", "and", "/", "based"):
                signs.append(f"right:{word}")
            elif word == "-":
                signs.append("right:hyphen" if self._glued(after) else "right:dash")
            elif self._doc[after].lemma_ in _SPEAKING:
                signs.append("right:says, country" if self._is_country(stretch) else "right:says")
            elif word in RESIDENTS and case:
                signs.append("right:residents")
            if word in (",", "/") and after + 1 < len(low) and self._chains(stretch, after + 1):
                signs.append("right:, container")
        return signs

    def _is_country(self, stretch: Stretch) -> bool:
        candidates = self._candidates.get(stretch.key, ())
        return bool(candidates) and candidates[0].place.kind is PlaceKind.COUNTRY

    def _joins(self, at: int) -> bool:
        """Whether a word makes one name of its neighbours: the "e" of "Nad-e Ali"."""
        if self._words[at] == "-":
            beyond = (at - 1, at + 1)
            return self._glued(at) and any(
                self._words[b] in PARTICLES for b in beyond if 0 <= b < len(self._words)
            )
        return self._words[at] in PARTICLES

    def _glued(self, hyphen: int) -> bool:
        return hyphen > 0 and not self._doc[hyphen - 1].whitespace_ and not self._doc[hyphen].whitespace_

    def _is_known_before(self, comma: int) -> bool:
        """Whether a name that the gazetteer knows ends before the comma or stroke."""
        for length in (1, 2, 3):
            start = comma - length
            is_name = start >= 0 and self._words[start][0].isupper()
            if is_name and self._is_known(start, comma):
                return True
        return False

    def _chains(self, stretch: Stretch, after: int) -> bool:
        """Whether the name behind a comma or stroke holds a place of this name: "Springfield, Illinois"."""
        inner = self._candidates.get(stretch.key, ())
        for length in (3, 2, 1):
            outer = self._candidates.get(self._doc.text_of(after, after + length), ())
            if any(holds(out.place, into.place) for out in outer[:3] for into in inner):
                return True
        return False


def _is_great(candidate: Candidate) -> bool:
    """Whether it is a town that news abroad would name without more."""
    place = candidate.place
    return place.kind is PlaceKind.TOWN and (place.population >= _GREAT or place.feature == "PPLC")


def _size(candidate: Candidate) -> str:
    kind = candidate.place.kind
    if kind is not PlaceKind.TOWN:
        return str(kind.value)
    return f"town:{min(6, int(math.log10(candidate.place.population + 1)))}"
