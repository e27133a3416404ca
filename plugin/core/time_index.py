"""Which events lie in a range of time, and how many per bin and type: answers from sorted arrays.

An event ``[start, end)`` is in a range ``[a, b)`` when the two share a moment: ``start < b and end > a``.
Times are milliseconds since 1970 UTC; an open end is `OPEN_END`. Counting costs two binary searches, listing
one pass over the events that can matter.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .calendar import TimeRange
from .spread import FloatArray, Spread

OPEN_END = np.iinfo(np.int64).max
"""The end of an event that goes on."""

Int64Array = npt.NDArray[np.int64]
IntpArray = npt.NDArray[np.intp]
BoolArray = npt.NDArray[np.bool_]


class BinWeights(NamedTuple):
    """Events of each type in each bin, shape (kinds, bins): whole ones, and shares of those that are spread."""

    exact: Int64Array
    spread: FloatArray


class _Parts(NamedTuple):
    """Events by type: starts of the exact ones, and the others."""

    longest_ms: int
    exact: tuple[Int64Array, ...]
    spread: tuple[Spread | None, ...]


class TimeIndex:
    """An index over dated events.

    Parameters
    ----------
    start, end : array of int64, shape (n,)
        Milliseconds since 1970 UTC, end exclusive, later than start, or `OPEN_END`.
    kind : array of int, shape (n,)
        Number of the event's type, 0 .. `kinds` - 1.
    kinds : int
        How many types there are.

    Raises
    ------
    ValueError
        When shapes differ, an event ends before or when it begins, or a type is out of range.
    """

    def __init__(self, start: npt.ArrayLike, end: npt.ArrayLike, kind: npt.ArrayLike, kinds: int) -> None:
        starts = np.asarray(start, dtype=np.int64)
        ends = np.asarray(end, dtype=np.int64)
        types = np.asarray(kind, dtype=np.intp)
        if not starts.shape == ends.shape == types.shape or starts.ndim != 1:
            raise ValueError(
                f"start, end and kind are one row each, not {starts.shape}, {ends.shape}, {types.shape}"
            )
        if np.any(ends <= starts):
            row = int(np.argmax(ends <= starts))
            raise ValueError(f"event {row} ends at {ends[row]}, before or when it begins ({starts[row]})")
        if len(types) and not 0 <= int(types.min()) <= int(types.max()) < kinds:
            raise ValueError(f"types are numbered 0..{kinds - 1}")
        self._order: IntpArray = np.argsort(starts, kind="stable")
        self._starts = starts[self._order]
        self._ends = ends[self._order]
        self._kinds = types[self._order]
        self._sorted_ends = np.sort(ends)
        self._latest_end = np.maximum.accumulate(self._ends) if len(ends) else self._ends
        self._parts: _Parts | None = None
        self._starts_of = tuple(self._starts[self._kinds == number] for number in range(kinds))

    @property
    def kinds(self) -> int:
        """How many types there are, whether or not they have events."""
        return len(self._starts_of)

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def extent(self) -> TimeRange | None:
        """From the first start to the last end that is known; None without events."""
        if not len(self):
            return None
        closed = np.searchsorted(self._sorted_ends, OPEN_END)
        last = int(self._starts[-1]) + 1
        if closed:
            last = max(last, int(self._sorted_ends[closed - 1]))
        return TimeRange(int(self._starts[0]), last)

    @property
    def longest_ms(self) -> int:
        """How long the longest event takes that has an end; 0 without one."""
        closed = self._ends != OPEN_END
        return int((self._ends - self._starts)[closed].max()) if closed.any() else 0

    def densest(self, share: float = 0.9) -> TimeRange | None:
        """The shortest range in which `share` (0..1] of the events begin; None without events.

        Source: the "shorth" of robust statistics (Andrews et al., 1972), which a few far outliers do not move.
        """
        if not len(self):
            return None
        held = max(1, math.ceil(share * len(self)))
        spans = self._starts[held - 1 :] - self._starts[: len(self) - held + 1]
        first = int(np.argmin(spans))
        return TimeRange(int(self._starts[first]), int(self._starts[first + held - 1]) + 1)

    def count(self, span: TimeRange) -> int:
        """How many events share a moment with `span`."""
        begun = np.searchsorted(self._starts, span.end, side="left")
        over = np.searchsorted(self._sorted_ends, span.start, side="right")
        return int(begun - over)

    def rows(self, span: TimeRange) -> IntpArray:
        """The rows (by their first number) that share a moment with `span`, in order of time."""
        first = int(np.searchsorted(self._latest_end, span.start, side="right"))
        last = int(np.searchsorted(self._starts, span.end, side="left"))
        if first >= last:
            return np.empty(0, dtype=np.intp)
        result: IntpArray = self._order[first:last][self._ends[first:last] > span.start]
        return result

    def bin_counts(self, edges: Int64Array) -> Int64Array:
        """How many events of each type begin in each bin.

        Parameters
        ----------
        edges : array of int64, ascending, shape (bins + 1,)
            Bin i is ``[edges[i], edges[i + 1])``.

        Returns
        -------
        array of int64, shape (kinds, bins)
        """
        if not self.kinds:
            return np.zeros((0, len(edges) - 1), dtype=np.int64)
        return np.stack(
            [np.diff(np.searchsorted(starts, edges, side="left")) for starts in self._starts_of]
        ).astype(np.int64)

    def bin_weights(self, edges: Int64Array, longest_ms: int) -> BinWeights:
        """How many events of each type fall into each bin: exact ones where they begin, others spread over their time.

        Parameters
        ----------
        edges : array of int64, ascending, shape (bins + 1,)
            Bin i is ``[edges[i], edges[i + 1])``.
        longest_ms : int
            What takes longer, and has an end, is spread.
        """
        if self._parts is None or self._parts.longest_ms != longest_ms:
            self._parts = self._split(longest_ms)
        bins = len(edges) - 1
        exact = np.zeros((self.kinds, bins), dtype=np.int64)
        spread = np.zeros((self.kinds, bins), dtype=np.float64)
        for number, (starts, fuzzy) in enumerate(zip(self._parts.exact, self._parts.spread)):
            exact[number] = np.diff(np.searchsorted(starts, edges, side="left"))
            if fuzzy is not None:
                spread[number] = fuzzy.masses(edges)
        return BinWeights(exact, spread)

    def _split(self, longest_ms: int) -> _Parts:
        is_fuzzy = (self._ends != OPEN_END) & (self._ends - self._starts > longest_ms)
        exact: list[Int64Array] = []
        spread: list[Spread | None] = []
        for number in range(self.kinds):
            mine = self._kinds == number
            exact.append(self._starts[mine & ~is_fuzzy])
            fuzzy = mine & is_fuzzy
            spread.append(Spread(self._starts[fuzzy], self._ends[fuzzy]) if fuzzy.any() else None)
        return _Parts(longest_ms, tuple(exact), tuple(spread))

    def next_start(self, after: int) -> int | None:
        """The first start later than a moment; None when there is none."""
        at = int(np.searchsorted(self._starts, after, side="right"))
        return int(self._starts[at]) if at < len(self) else None

    def previous_start(self, before: int) -> int | None:
        """The last start earlier than a moment; None when there is none."""
        at = int(np.searchsorted(self._starts, before, side="left"))
        return int(self._starts[at - 1]) if at else None

    def where(self, keep: BoolArray) -> TimeIndex:
        """The index of the rows that `keep` marks; rows keep their numbers.

        Parameters
        ----------
        keep : array of bool, shape (n,)
            One per row as numbered when the index was first made.
        """
        kept = keep[self._order]
        part = TimeIndex(self._starts[kept], self._ends[kept], self._kinds[kept], self.kinds)
        part._order = self._order[kept]
        return part
