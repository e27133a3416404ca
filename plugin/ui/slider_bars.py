"""The bars of the time axis: how many events begin in each calendar bin, by type, and how tall they are."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from ..core.axis import bin_in_words
from ..core.calendar import FARTHEST_MS, Int64Array, Step, TimeRange, edges, finest_step
from ..core.time_index import TimeIndex
from .theme import type_name

Floats = npt.NDArray[np.float64]
NARROWEST_PX = 8.0
NARROWEST_OVERVIEW_PX = 4.0
BLOCK_PX = 14.0  # an event's block is no taller, however few there are
LONGEST_IN_A_BAR = 1.1  # of a bar's time: a month of 31 days is one bar of months
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
    longest_ms : int
        Events that take longer are spread over their time.
    edges : int64, shape (bars + 1,)
        Boundaries, ms.
    everything : int64, shape (bars,)
        Events that begin in the bar, filtered out or not.
    kept : int64, shape (bars,)
        Those that pass the filter.
    chosen : int64, shape (kinds, bars)
        Those that also begin inside the window, by type.
    soft_everything, soft_kept, soft_chosen : float64
        The same of events told less exactly than a bar is wide: the share of each that falls into the bar.
    """

    step: Step
    longest_ms: int
    edges: Int64Array
    everything: Int64Array
    kept: Int64Array
    chosen: Int64Array
    soft_everything: Floats
    soft_kept: Floats
    soft_chosen: Floats

    @property
    def tallest(self) -> float:
        """Events of the fullest bar."""
        return float((self.everything + self.soft_everything).max()) if len(self.everything) else 0.0

    @property
    def has_soft(self) -> bool:
        """Whether some events are spread over several bars."""
        return bool(self.soft_everything.any())

    def bar_at(self, ms: int) -> int | None:
        """Number of the bar that holds a moment; None outside."""
        at = int(np.searchsorted(self.edges, ms, side="right")) - 1
        return at if 0 <= at < len(self.everything) else None

    def range_of(self, bar: int) -> TimeRange:
        """The time that a bar stands for."""
        return TimeRange(int(self.edges[bar]), int(self.edges[bar + 1]))


def longest_in_a_bar(view: TimeRange, width_px: float, narrowest_px: float = NARROWEST_PX) -> int:
    """Milliseconds that an event may take to count in one bar of an axis; what takes longer is spread."""
    step = finest_step(view.length, max(width_px / narrowest_px, 1))
    return int(step.mean_ms * LONGEST_IN_A_BAR)


def bars_of(
    index: TimeIndex,
    unfiltered: TimeIndex,
    view: TimeRange,
    shown: TimeRange,
    width_px: float,
    narrowest_px: float = NARROWEST_PX,
    first_weekday: int = 0,
    spreads: bool = True,
) -> Bars:
    """Count the bars of an axis of `width_px` that shows `view`.

    With `spreads` events that take longer than a bar are spread over their time, else they count where they begin.
    """
    step = finest_step(view.length, max(width_px / narrowest_px, 1)).with_weeks_from(first_weekday)
    bounds = edges(view, step)
    longest = longest_in_a_bar(view, width_px, narrowest_px) if spreads else 2 * FARTHEST_MS - 1
    kept = index.bin_weights(bounds, longest)
    everything = kept if unfiltered is index else unfiltered.bin_weights(bounds, longest)
    chosen = index.bin_weights(np.clip(bounds, shown.start, shown.end), longest)
    return Bars(
        step,
        longest,
        bounds,
        everything.exact.sum(axis=0),
        kept.exact.sum(axis=0),
        chosen.exact,
        everything.spread.sum(axis=0),
        kept.spread.sum(axis=0),
        chosen.spread,
    )


def heights(counts: Int64Array | Floats, tallest: float, room_px: float, scale: BarScale) -> Floats:
    """Height in pixels of bars of so many events; a bar with anything in it is at least 3 pixels tall."""
    if not tallest:
        return np.zeros(len(counts))
    if scale is BarScale.EVEN or (scale is BarScale.AUTO and tallest <= EVEN_LIMIT):
        height = counts * min(BLOCK_PX, room_px / tallest)
    elif scale is BarScale.LOG:
        height = np.log1p(counts) * (room_px / math.log1p(tallest))
    else:
        height = np.sqrt(counts) * (room_px / math.sqrt(tallest))
    return np.where(counts > 0, np.maximum(height, 3.0), 0.0)


def bar_in_words(bar_range: TimeRange, step: Step, by_type: Int64Array, soft: float = 0.0) -> str:
    """``12 March 2024: 9 events`` and the types, most frequent first, for a tooltip.

    `soft` is the sum of the shares of events told less exactly.
    """
    total = int(by_type.sum())
    head = f"{bin_in_words(bar_range.start, step)}: {total:,} event{'' if total == 1 else 's'}"
    order = np.argsort(-by_type, kind="stable")
    kinds = [f"{int(by_type[kind]):,} {type_name(int(kind))}" for kind in order if by_type[kind]]
    words = head + ("\n" + ", ".join(kinds) if kinds else "")
    return f"{words}\nand {soft:.2g} in shares of events told less exactly" if soft >= 0.005 else words
