"""Events told less exactly than a bar is wide, spread over the time in which they may have happened.

An event somewhere in ``[start, end)`` adds to a bin the share of its time that lies in it, so that it counts once in
all. Every share is a difference of two values of one function of time, "how much has happened by then", which prefix
sums over sorted starts and ends give at the cost of binary searches (a summed-area table of one dimension: F. Crow,
SIGGRAPH 1984).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Int64Array = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]


class Spread:
    """Events of one type, each spread evenly over its time.

    Parameters
    ----------
    start, end : array of int64, shape (n,)
        Milliseconds since 1970 UTC, end later than start, none open.
    """

    def __init__(self, start: Int64Array, end: Int64Array) -> None:
        self._origin = int(start.min()) if len(start) else 0  # near numbers keep their digits
        share = 1.0 / (end - start)
        self._starts = _Ramps(start - self._origin, share)
        self._ends = _Ramps(end - self._origin, share)

    def masses(self, edges: Int64Array) -> FloatArray:
        """How many events each bin holds, in shares.

        Parameters
        ----------
        edges : array of int64, ascending, shape (bins + 1,)
            Bin i is ``[edges[i], edges[i + 1])``.

        Returns
        -------
        array of float64, shape (bins,)
        """
        at = edges - self._origin
        by_then = self._starts.height(at) - self._ends.height(at)
        result: FloatArray = np.maximum(np.diff(by_then), 0.0)
        return result


class _Ramps:
    """Lines that rise from some moments on; `height` is their sum."""

    def __init__(self, begins: Int64Array, slopes: FloatArray) -> None:
        order = np.argsort(begins, kind="stable")
        self._begins = begins[order]
        self._slope = np.concatenate([[0.0], np.cumsum(slopes[order])])
        self._offset = np.concatenate([[0.0], np.cumsum(slopes[order] * self._begins)])

    def height(self, at: Int64Array) -> FloatArray:
        begun = np.searchsorted(self._begins, at, side="right")
        result: FloatArray = self._slope[begun] * at - self._offset[begun]
        return result
