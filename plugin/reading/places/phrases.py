"""The words before a name that tell how far, in which direction and in what it lies; read from right to left."""

from __future__ import annotations

import re
from typing import Optional

from ...gazetteer.directions import direction_of
from ..doc import Doc
from .words import GENERIC_KINDS

KM = {
    "km": 1.0,
    "kilometer": 1.0,
    "kilometre": 1.0,
    "mile": 1.609,
    "nautical mile": 1.852,
    "mi": 1.609,
    "meter": 0.001,
    "metre": 0.001,
}
_NUMBERS = {
    word: float(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1.0, "few": 3.0, "several": 5.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "hundred": 100.0}
_AWAY = frozenset("away inland outside upstream downstream offshore".split())  # "five miles away from X"
_AND = frozenset(("and", ",", "&", "or", "-"))
_DISTANCE = re.compile(
    r"(?P<n>[\d.,]+|[a-z]+) ?-?(?P<unit>km|kilomet(?:er|re)s?|(?:nautical )?miles?|mi|met(?:er|re)s)\.?"
    r"(?: \(.*\))?(?: to the| due)?(?: (?P<dir>[a-z-]+))?$"
)


class WordsBefore:
    """Reads the words before a token of one document."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._low = doc.low

    def without_kind(self, first: int) -> int:
        """The token where a name at `first` begins with the kind told before it: "the city of X", "the capital, X"."""
        low = self._low
        if first > 2 and low[first - 1] in ("of", ",") and low[first - 2] in GENERIC_KINDS:
            return first - 3 if low[first - 3] == "the" else first
        return first

    def distance(self, at: int) -> Optional[tuple[float, Optional[str], int]]:
        """Kilometres, direction and first token of what ends before the "of" or "from" at `at`: "30 km north of"."""
        words, starts = self._joined(at, 7)
        text = " ".join(words)
        found = _DISTANCE.search(text)
        number = _number(found.group("n")) if found is not None else None
        if found is None or number is None:
            return None
        behind = found.group("dir") or ""
        wind = direction_of(behind)
        if behind and wind is None and behind not in _AWAY:
            return None  # "the 17-mile march from X"
        start = starts[min(len(starts) - 1, text[: found.start()].count(" "))]
        return number * KM[found.group("unit").rstrip("s")], wind, start

    def directions(self, at: int) -> tuple[list[str], int]:
        """Directions that end before token `at`, and the first token of theirs."""
        winds: list[str] = []
        start = at
        while start > 0:
            wind, length = self._direction_ending(start)
            if wind is None:
                joint = start - 1 - (self._low[start - 1] == "the")  # "the north and the east"
                joins = winds and joint > 0 and self._low[joint] in _AND
                if joins and self._direction_ending(joint)[0] is not None:
                    start = joint
                    continue
                break
            if winds and self._low[start] not in _AND:
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

    def _joined(self, at: int, most: int) -> tuple[list[str], list[int]]:
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


def _number(word: str) -> Optional[float]:
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return _NUMBERS.get(word)
