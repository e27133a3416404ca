"""What events can be found by: their words, who took part, who reports them. Arrays and texts, one entry per event."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ..core.schema import SEPARATOR, EventRow
from ..layers.reader import EventText
from .event_words import what_in_words

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.intp]


def fold(text: str) -> str:
    """A text as it is compared: without case and accents.

    Examples
    --------
    >>> fold("Sehwān SHARIF")
    'sehwan sharif'
    """
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return text.casefold()


@dataclass(frozen=True, eq=False)
class Labels:
    """Names given to events, several to one; every combination is kept once.

    Parameters
    ----------
    combinations : tuple of tuple of str
    codes : array of int, shape (n,)
        The combination of each event.
    """

    combinations: tuple[tuple[str, ...], ...]
    codes: Numbers

    @classmethod
    def of(cls, names: Iterable[tuple[str, ...]]) -> Labels:
        """The labels of events in order."""
        code_of: dict[tuple[str, ...], int] = {}
        codes = [code_of.setdefault(combination, len(code_of)) for combination in names]
        return cls(tuple(code_of), np.array(codes, dtype=np.intp))

    def counts(self) -> list[tuple[str, int]]:
        """Every name with the number of its events, most frequent first, then by the alphabet."""
        total: Counter[str] = Counter()
        for combination, n in zip(
            self.combinations, np.bincount(self.codes, minlength=len(self.combinations))
        ):
            for name in combination:
                total[name] += int(n)
        return sorted(((name, n) for name, n in total.items() if n), key=lambda pair: (-pair[1], pair[0]))

    def has_any(self, names: Collection[str]) -> Mask:
        """Which events have one of these names."""
        wanted = [code for code, found in enumerate(self.combinations) if not set(found).isdisjoint(names)]
        return np.isin(self.codes, wanted)

    def at(self, rows: Numbers) -> Labels:
        """The labels of these events; a row of -1 has none."""
        blank = Labels(self.combinations, np.append(self.codes, len(self.combinations)))
        return Labels((*self.combinations, ()), blank.codes[rows])

    def patched(self, rows: Numbers, part: Labels) -> Labels:
        """The same events, those in some rows with other labels."""
        code_of = {combination: code for code, combination in enumerate(self.combinations)}
        codes = self.codes.copy()
        codes[rows] = [code_of.setdefault(part.combinations[code], len(code_of)) for code in part.codes]
        return Labels(tuple(code_of), codes)

    def joined(self, other: Labels) -> Labels:
        """These, then those."""
        return Labels.of(
            [self.combinations[code] for code in self.codes]
            + [other.combinations[code] for code in other.codes]
        )


@dataclass(frozen=True, eq=False)
class EventSearch:
    """What the events of a file can be found by.

    Parameters
    ----------
    fids : array of int64, shape (n,)
        Keys of the events.
    texts : list of str
        All words of each event, folded: type, actors, place, reports, sentences.
    actors, publishers : Labels
    """

    fids: npt.NDArray[np.int64]
    texts: list[str]
    actors: Labels
    publishers: Labels

    @classmethod
    def of(cls, rows: Sequence[EventText], publisher_of: Mapping[str, str]) -> EventSearch:
        """The search over rows of a file.

        Parameters
        ----------
        rows : sequence of EventText
        publisher_of : mapping of str to str
            ``report_id`` -> who published it; a report that is not in it goes by its id.
        """
        told_by = [tuple(_parts(row.source)) for row in rows]
        publishers = [
            tuple(dict.fromkeys(publisher_of.get(name, name) for name in names)) for names in told_by
        ]
        return cls(
            np.array([row.fid for row in rows], dtype=np.int64),
            [fold(_text_of(row, names)) for row, names in zip(rows, publishers)],
            Labels.of(tuple(dict.fromkeys([*_parts(row.actor1), *_parts(row.actor2)])) for row in rows),
            Labels.of(publishers),
        )

    def for_events(self, fids: npt.NDArray[np.int64]) -> EventSearch:
        """The same for other events, or in another order; events that it does not know have no words."""
        if np.array_equal(fids, self.fids):
            return replace(self, fids=fids)
        row_of = {int(fid): row for row, fid in enumerate(self.fids)}
        rows = np.array([row_of.get(int(fid), -1) for fid in fids], dtype=np.intp)
        texts = [*self.texts, ""]
        return EventSearch(fids, [texts[row] for row in rows], self.actors.at(rows), self.publishers.at(rows))

    def patched(self, rows: Numbers, part: EventSearch) -> EventSearch:
        """The same events, those in some rows with other words."""
        fids, texts = self.fids.copy(), self.texts.copy()
        fids[rows] = part.fids
        for row, text in zip(rows.tolist(), part.texts):
            texts[row] = text
        actors, publishers = (
            mine.patched(rows, theirs)
            for mine, theirs in ((self.actors, part.actors), (self.publishers, part.publishers))
        )
        return EventSearch(fids, texts, actors, publishers)

    def joined(self, other: EventSearch) -> EventSearch:
        """These events, then those."""
        return EventSearch(
            np.concatenate([self.fids, other.fids]),
            [*self.texts, *other.texts],
            self.actors.joined(other.actors),
            self.publishers.joined(other.publishers),
        )

    def find(self, words: str) -> Mask:
        """Which events have all of the words, each anywhere, as parts of words too."""
        found = np.ones(len(self.texts), dtype=np.bool_)
        for word in sorted(fold(words).split(), key=len, reverse=True):  # the longest rules out most
            rows = np.flatnonzero(found)
            texts = self.texts
            found[rows] = [word in texts[row] for row in rows.tolist()]
        return found


def tells(row: EventRow, words: str) -> bool:
    """Whether an event has all of the words, as `EventSearch.find`; for the few that have no date."""
    known = {name: getattr(row, name) for name in EventText._fields if name != "fid"}
    text = fold(_text_of(EventText(0, **known), ()))
    return all(word in text for word in fold(words).split())


def _parts(text: str | None) -> list[str]:
    return text.split(SEPARATOR) if text else []


def _text_of(row: EventText, publishers: tuple[str, ...]) -> str:
    what = what_in_words(row.event_type, row.event_mode)
    rest = (row.actor1, row.actor2, row.location, row.place_text, row.admin1, row.source, row.tags, row.notes)
    return "\n".join([what, row.event_type, *publishers, *(text for text in rest if text)])
