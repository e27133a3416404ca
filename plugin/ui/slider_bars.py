"""The bars of the time axis: how many events begin in each calendar bin, by type, and how tall they are."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

import numpy as np

from ..core.axis import bin_in_words
from ..core.calendar import Int64Array, Step, TimeRange, edges, finest_step
from ..core.time_index import TimeIndex
from .theme import type_name

NARROWEST_PX = 8.0
NARROWEST_OVERVIEW_PX = 4.0
BLOCK_PX = 14.0  # an event's block is no taller, however few there are
EVEN_LIMIT = 24  # up to so many events a bar, AUTO draws them evenly


class BarScale(str, Enum):
    """How the number of events becomes the height of a bar."""

    AUTO = "automatic"  # even for small numbers, square root above
    EVEN = "even"
    ROOT = "square root"
    LOG = "logarithm"


@dataclass(frozen=True, eq=False)
class Bars:
    """The bars of one stretch of the axis.

    Parameters
    ----------
    step : Step
        A bar's calendar unit.
    edges : int64, shape (bars + 1,)
        Boundaries, ms.
    everything : int64, shape (bars,)
        Events that begin in the bar, filtered out or not.
    kept : int64, shape (bars,)
        Those that pass the filter.
    chosen : int64, shape (kinds, bars)
        Those that also begin inside the window, by type.
    """

    step: Step
    edges: Int64Array
    everything: Int64Array
    kept: Int64Array
    chosen: Int64Array

    @property
    def tallest(self) -> int:
        """Events of the fullest bar."""
        return int(self.everything.max()) if len(self.everything) else 0

    def bar_at(self, ms: int) -> int | None:
        """Number of the bar that holds a moment; None outside."""
        at = int(np.searchsorted(self.edges, ms, side="right")) - 1
        return at if 0 <= at < len(self.everything) else None

    def range_of(self, bar: int) -> TimeRange:
        """The time that a bar stands for."""
        return TimeRange(int(self.edges[bar]), int(self.edges[bar + 1]))


def bars_of(
    index: TimeIndex,
    unfiltered: TimeIndex,
    view: TimeRange,
    shown: TimeRange,
    width_px: float,
    narrowest_px: float = NARROWEST_PX,
    first_weekday: int = 0,
) -> Bars:
    """Count the bars of an axis of `width_px` that shows `view`."""
    step = finest_step(view.length, max(width_px / narrowest_px, 1)).with_weeks_from(first_weekday)
    bounds = edges(view, step)
    kept = index.bin_counts(bounds).sum(axis=0)
    everything = kept if unfiltered is index else unfiltered.bin_counts(bounds).sum(axis=0)
    chosen = index.bin_counts(np.clip(bounds, shown.start, shown.end))
    return Bars(step, bounds, everything, kept, chosen)


def heights(counts: Int64Array, tallest: int, room_px: float, scale: BarScale) -> np.ndarray:
    """Height in pixels of bars of so many events; a bar of one event is at least 3 pixels tall."""
    if not tallest:
        return np.zeros(len(counts))
    if scale is BarScale.EVEN or (scale is BarScale.AUTO and tallest <= EVEN_LIMIT):
        height = counts * min(BLOCK_PX, room_px / tallest)
    elif scale is BarScale.LOG:
        height = np.log1p(counts) * (room_px / math.log1p(tallest))
    else:
        height = np.sqrt(counts) * (room_px / math.sqrt(tallest))
    return np.where(counts > 0, np.maximum(height, 3.0), 0.0)


def bar_in_words(bar_range: TimeRange, step: Step, by_type: Int64Array) -> str:
    """``12 March 2024: 9 events`` and the types, most frequent first, for a tooltip."""
    total = int(by_type.sum())
    head = f"{bin_in_words(bar_range.start, step)}: {total:,} event{'' if total == 1 else 's'}"
    order = np.argsort(-by_type, kind="stable")
    kinds = [f"{int(by_type[kind]):,} {type_name(int(kind))}" for kind in order if by_type[kind]]
    return head + ("\n" + ", ".join(kinds) if kinds else "")
