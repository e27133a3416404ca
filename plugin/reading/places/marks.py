"""What the language model marks as names in a document, without the small words around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set

from ..closed_classes import PLACES
from ..doc import Doc
from .names import Stretch, is_glued_article
from .words import DIRECTIONS


class Marks:
    """The marks of one document, by the tokens that they cover.

    Parameters
    ----------
    doc : Doc
    low : sequence of str
        Its words in lower case, without a final full stop.
    starts : set of int
        Tokens that begin a sentence.
    is_place : callable
        Whether the gazetteer knows a place by the name ``[first, end)``.
    """

    def __init__(
        self, doc: Doc, low: Sequence[str], starts: Set[int], is_place: Callable[[int, int], bool]
    ) -> None:
        self._doc = doc
        self._words = doc.words
        self._low = low
        self._starts = starts
        self._is_place = is_place
        self._marks: dict[int, tuple[int, int, str]] = {}
        self._person_words: Counter[str] = Counter()
        self._place_names: Counter[str] = Counter()
        for entity in doc.ents:
            for start, stop in self._without_brackets(entity.start, entity.end):
                first, end = self._trimmed(start, stop)
                for at in range(first, end):
                    self._marks[at] = (first, end, entity.label_)
                if entity.label_ == "PERSON" and end - first > 1:
                    self._person_words.update(self._words[first:end])
                if entity.label_ in PLACES:
                    self._place_names[doc.text_of(first, end)] += 1

    def _without_brackets(self, first: int, end: int) -> list[tuple[int, int]]:
        """The parts of a mark before, in and behind a bracket: the model takes "X (Y" for one name."""
        parts, start = [], first
        for at in range(first, end):
            if self._words[at] in ("(", ")"):
                parts.append((start, at))
                start = at + 1
        return [part for part in (*parts, (start, end)) if part[0] < part[1]]

    def _trimmed(self, first: int, end: int) -> tuple[int, int]:
        """A mark without the small words around the name: "the", "northern", "province", "'s"."""
        while end - first > 1 and (self._words[end - 1].islower() or self._low[end - 1] in ("'s", "'", ".")):
            end -= 1
        while end - first > 1 and self._is_small(first, end):
            first += 1
        return first, end

    def _is_small(self, first: int, end: int) -> bool:
        """Whether a small word or a direction stands before the name and is no part of it."""
        if self._low[first] in DIRECTIONS:
            return self.tells_a_part(first, end)
        if is_glued_article(self._doc, first):
            return False
        return self._words[first].islower() or (self._low[first] == "the" and first in self._starts)

    def tells_a_part(self, first: int, end: int) -> bool:
        """Whether a direction tells a part of what is named behind it: "Northern Afghanistan", not "North Korea"."""
        return self._low[first] in DIRECTIONS and not self._is_place(first, end)

    def label_of(self, stretch: Stretch) -> str:
        """The kind of name that the model takes exactly this stretch for; empty where it takes it for none."""
        first, end, label = self._marks.get(stretch.first, (-1, -1, ""))
        return label if (first, end) == (stretch.first, stretch.end) else ""

    def signs(self, stretch: Stretch) -> list[str]:
        """How a stretch lies to the model's mark: the same, inside, around, across, or without any."""
        mark = self._marks.get(stretch.first)
        if mark is None:
            inner = self._marks.get(stretch.end - 1)
            return ["model:none" if inner is None else f"model:over:{inner[2]}"]
        first, end, label = mark
        if (first, end) == (stretch.first, stretch.end):
            return [f"model:{label}"]
        if first <= stretch.first and end >= stretch.end:
            where = "start" if first == stretch.first else "end" if end == stretch.end else "middle"
            return [f"model:in:{label}:{where}"]
        if first >= stretch.first and end <= stretch.end:
            return [f"model:over:{label}"]
        return ["model:across"]

    def signs_elsewhere(self, stretch: Stretch) -> list[str]:
        """What the model takes the same words for elsewhere in the document."""
        signs = []
        if stretch.end - stretch.first == 1 and self._person_words[self._words[stretch.first]]:
            signs.append("elsewhere:person")
        if self._place_names[stretch.key] > (self.label_of(stretch) in PLACES):
            signs.append("elsewhere:place")
        return signs
