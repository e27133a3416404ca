"""What the zoomed axis shows of everything: a value with pure transitions.

All times are whole milliseconds since 1970-01-01 UTC, all ranges half-open.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from .calendar import SECOND_MS, TimeRange

SHORTEST_VIEW_MS = 10 * SECOND_MS

Self = TypeVar("Self", bound="AxisView")


@dataclass(frozen=True)
class AxisView:
    """A part of everything.

    Parameters
    ----------
    full : TimeRange
        Everything there is.
    view : TimeRange
        What the zoomed axis shows; inside `full`.
    """

    full: TimeRange
    view: TimeRange

    @property
    def is_unzoomed(self) -> bool:
        """Whether the axis shows everything."""
        return self.view == self.full

    def viewing(self: Self, view: TimeRange) -> Self:
        """The axis shows `view`, pushed inside everything; never less than `SHORTEST_VIEW_MS`."""
        if view.length < SHORTEST_VIEW_MS:
            view = TimeRange(view.start, view.start + SHORTEST_VIEW_MS)
        return replace(self, view=view.within(self.full))

    def zoomed(self: Self, factor: float, about: int) -> Self:
        """The axis shows `factor` times as long a range; what lies at `about` stays where it is."""
        length = min(max(round(self.view.length * factor), SHORTEST_VIEW_MS), self.full.length)
        before = round((about - self.view.start) * (length / self.view.length))
        return self.viewing(TimeRange(about - before, about - before + length))

    def panned(self: Self, by_ms: int) -> Self:
        """The axis shows what lies `by_ms` later; at the ends it stops."""
        return self.viewing(TimeRange(self.view.start + by_ms, self.view.end + by_ms))

    def reset_view(self: Self) -> Self:
        """The axis shows everything."""
        return replace(self, view=self.full)
