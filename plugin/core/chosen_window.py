"""The window of time that is chosen on the axis: a value with pure transitions.

An end of it can be open ("everything up to", "everything from ... on", see `Mode`), and one of its handles can be
locked: then whatever moves the window moves the other end alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Optional, TypeVar

from .axis_view import AxisView
from .calendar import SECOND_MS, Step, TimeRange, add, ceil, floor, nearest

SHORTEST_WINDOW_MS = SECOND_MS
HAIR = 60  # a window of less than a 60th of the axis is too small to take hold of

Self = TypeVar("Self", bound="ChosenWindow")


class Mode(str, Enum):
    """What the map shows of the window."""

    WINDOW = "window"  # events that share a moment with it
    CUMULATIVE = "cumulative"  # everything up to its end
    ONWARD = "onward"  # everything from its start on


class Edge(str, Enum):
    """An end of the window."""

    START = "start"
    END = "end"


@dataclass(frozen=True)
class ChosenWindow(AxisView):
    """A window on an axis; it lies inside of everything and may reach past what the axis shows.

    Parameters
    ----------
    window : TimeRange
        What is chosen.
    step : Step
        One arrow key, one frame of playback.
    mode : Mode
    locked : Edge or None
        The end that stays where it is.
    """

    window: TimeRange
    step: Step
    mode: Mode = Mode.WINDOW
    locked: Optional[Edge] = None

    # -- what it says

    @property
    def shown(self) -> TimeRange:
        """The range that an event must share a moment with to be on the map."""
        if self.mode is Mode.CUMULATIVE:
            return TimeRange(self.full.start, self.window.end)
        if self.mode is Mode.ONWARD:
            return TimeRange(self.window.start, self.full.end)
        return self.window

    @property
    def is_whole(self) -> bool:
        """Whether the window is everything."""
        return self.window == self.full

    @property
    def steps_in_window(self) -> int:
        """Length of the window in steps, rounded, at least 1."""
        return max(1, round(self.window.length / self.step.mean_ms))

    # -- the window

    def with_window(self: Self, window: TimeRange) -> Self:
        """Choose a window; it keeps its length and is pushed inside. A locked end stays where it is."""
        window = window.within(self.full)
        if self.locked is Edge.START:
            start = self.window.start
            window = TimeRange(start, max(window.end, start + SHORTEST_WINDOW_MS))
        elif self.locked is Edge.END:
            end = self.window.end
            window = TimeRange(min(window.start, end - SHORTEST_WINDOW_MS), end)
        return replace(self, window=window)

    def moved(self: Self, start: int, snap: Step | None = None) -> Self:
        """The window begins at `start`, on a boundary of `snap` when given; it stops at the ends.

        Its length stays. A window of whole calendar steps stays one: January moved by a month is February.
        """
        if snap is None:
            return self.with_window(TimeRange(start, start + self.window.length))
        return self._placed(nearest(start, snap))

    def resized(self: Self, edge: Edge, to: int, snap: Step | None = None, symmetric: bool = False) -> Self:
        """Put one end of the window at `to`; past the other end the two swap; never shorter than one `snap`.

        With `symmetric` the other end moves as far the other way. A locked end does not move.
        """
        if edge is self.locked:
            return self
        to = self._inside(nearest(to, snap) if snap else to)
        anchor = self.window.end if edge is Edge.START else self.window.start
        if symmetric and self.locked is None:
            mirrored = 2 * self.window.centre - to
            anchor = self._inside(nearest(mirrored, snap) if snap else mirrored)
        return self.spanned(anchor, to, snap)

    def spanned(self: Self, a: int, b: int, snap: Step | None = None) -> Self:
        """The window runs from the earlier of two moments to the later, at least one `snap` long."""
        if snap is not None:
            a, b = nearest(a, snap), nearest(b, snap)
        low, high = sorted((self._inside(a), self._inside(b)))
        shortest = add(low, snap, 1) - low if snap else SHORTEST_WINDOW_MS
        if high - low < shortest:
            high = low + shortest
        return self.with_window(TimeRange(low, high))

    def centred(self: Self, at: int, snap: Step | None = None) -> Self:
        """The window, its length unchanged, lies about `at`."""
        return self.moved(at - self.window.length // 2, snap)

    def edged(self: Self, edge: Edge, n: int) -> Self:
        """One end of the window `n` steps later; it stops at the other end."""
        window, step = self.window, self.step
        if edge is Edge.END:
            return self.grown(n)
        start = max(min(add(window.start, step, n), add(window.end, step, -1)), self.full.start)
        return self.with_window(TimeRange(min(start, window.end - SHORTEST_WINDOW_MS), window.end))

    def with_period(self: Self, at: int, step: Step) -> Self:
        """The window is the calendar period that holds `at`: its day, its week."""
        start = floor(at, step)
        return self.with_window(TimeRange(start, add(start, step, 1)))

    def begun(self: Self, at: int) -> Self:
        """The window begins at `at` and keeps its end; past the end it keeps its length instead."""
        at = self._inside(at)
        if at >= self.window.end:
            return self.moved(at)
        return self.with_window(TimeRange(at, self.window.end))

    def ended(self: Self, at: int) -> Self:
        """The window ends at `at` and keeps its start; before the start it keeps its length instead."""
        at = self._inside(at)
        if at <= self.window.start:
            return self.with_window(TimeRange(at - self.window.length, at))
        return self.with_window(TimeRange(self.window.start, at))

    def clicked(self: Self, at: int, snap: Step | None = None) -> Self:
        """A click beside the window: it is centred there; with an open end, the other one goes there."""
        if self.mode is Mode.CUMULATIVE or self.locked is Edge.START:
            return self.ending(at, snap)
        if self.mode is Mode.ONWARD or self.locked is Edge.END:
            return self.starting(at, snap)
        return self.centred(at, snap)

    def ending(self: Self, end: int, snap: Step | None = None) -> Self:
        """The window, its length unchanged where there is room, ends at `end`, on a boundary of `snap`."""
        end = self._inside(nearest(end, snap) if snap else end)
        end = max(end, self.full.start + (snap.mean_ms if snap else SHORTEST_WINDOW_MS))
        start = max(end - self.window.length, self.full.start)
        return self.with_window(TimeRange(start, end))

    def starting(self: Self, start: int, snap: Step | None = None) -> Self:
        """The window, its length unchanged where there is room, starts at `start`, on a boundary of `snap`."""
        start = self._inside(nearest(start, snap) if snap else start)
        start = min(start, self.full.end - (snap.mean_ms if snap else SHORTEST_WINDOW_MS))
        end = min(start + self.window.length, self.full.end)
        return self.with_window(TimeRange(start, end))

    def stepped(self: Self, n: int) -> Self:
        """The window `n` steps later; calendar-true; at the ends it stops. Of a locked one the other end moves."""
        if self.locked is not None:
            return self.edged(Edge.END if self.locked is Edge.START else Edge.START, n)
        return self._placed(add(self.window.start, self.step, n))

    def leapt(self: Self, n: int) -> Self:
        """The window `n` times its own length later; of a locked one the other end a step."""
        return self.stepped(n) if self.locked is not None else self.stepped(n * self.steps_in_window)

    def at_first(self: Self) -> Self:
        """The window at the beginning of everything; of a locked one the other end as early as it can be."""
        if self.locked is Edge.START:
            return self.with_steps(1)
        return self._placed(self.full.start)

    def at_last(self: Self) -> Self:
        """The window at the end of everything; of a locked one the other end as late as it can be."""
        if self.locked is Edge.END:
            start = add(self.window.end, self.step, -1)
            return self.with_window(TimeRange(max(start, self.full.start), self.window.end))
        whole = self._whole_steps()
        start = add(self.full.end, self.step, -whole) if whole else self.full.end - self.window.length
        return self.with_window(TimeRange(start, self.full.end))

    def holding(self: Self, at: int, direction: int = 1) -> Self:
        """The window moved by whole steps, as few as needed, until it holds `at`.

        Coming from before (`direction` 1) the moment ends up in its last step, from after in its first.
        """
        if self.window.holds(at):
            return self
        if self.locked is not None:
            low, high = floor(at, self.step), ceil(at + 1, self.step)
            return self.with_window(TimeRange(min(self.window.start, low), max(self.window.end, high)))
        start = floor(at, self.step)
        if direction > 0:
            start = add(start, self.step, 1 - self.steps_in_window)
        return self._placed(start)

    def grown(self: Self, n: int) -> Self:
        """The window's end `n` steps later; it keeps its start and at least one step."""
        start = self.window.start
        end = max(add(self.window.end, self.step, n), add(start, self.step, 1))
        return self.with_window(TimeRange(start, min(end, max(self.full.end, start + SHORTEST_WINDOW_MS))))

    def gone_to(self: Self, target: TimeRange) -> Self:
        """The window becomes `target`, as far as there is data, and the axis brings it into view.

        A target wholly outside of the data leaves its nearest end. An axis on which the window would be a hair is
        zoomed in to some days' (months', years') company.
        """
        low, high = self._inside(target.start), self._inside(target.end)
        if high - low < SHORTEST_WINDOW_MS:
            return self.with_window(target).showing_window()
        there = self.with_window(TimeRange(low, high)).showing_window()
        if there.view.length <= HAIR * there.window.length:
            return there
        around = HAIR // 2 * there.window.length
        return there.viewing(TimeRange(low - around // 2, high + around // 2))

    def with_all(self: Self) -> Self:
        """The window is the whole zoomed range."""
        return self.with_window(self.view)

    def with_steps(self: Self, n: int) -> Self:
        """The window is `n` steps long from where it starts, on the step's boundary."""
        start = floor(self.window.start, self.step)
        return self.with_window(TimeRange(start, add(start, self.step, n)))

    def with_step(self: Self, step: Step) -> Self:
        """Another step; the window stays."""
        return replace(self, step=step)

    def with_mode(self: Self, mode: Mode) -> Self:
        """Both ends as chosen, or one of them open; the window stays."""
        return replace(self, mode=mode)

    def with_lock(self: Self, edge: Edge | None) -> Self:
        """Lock an end, and unlock the other; None unlocks both."""
        return replace(self, locked=edge)

    def showing_window(self: Self) -> Self:
        """The axis shows the window: panned as little as needed, zoomed out when it does not fit."""
        window, view = self.window, self.view
        if view.start <= window.start and window.end <= view.end:
            return self
        if window.length > view.length:
            margin = window.length // 10
            return self.viewing(TimeRange(window.start - margin, window.end + margin))
        shift = min(window.start - view.start, 0) + max(window.end - view.end, 0)
        return self.panned(shift)

    # -- inside

    def _is_at_end(self, direction: int) -> bool:
        """Whether the window can go no further that way."""
        if self.locked is not None:
            return self.stepped(direction).window == self.window
        return self.window.end >= self.full.end if direction > 0 else self.window.start <= self.full.start

    def _inside(self, ms: int) -> int:
        return min(max(ms, self.full.start), self.full.end)

    def _placed(self: Self, start: int) -> Self:
        """The window begins at `start`; whole calendar steps stay whole; at the ends it stops."""
        start = max(start, self.full.start)
        whole = self._whole_steps()
        end = add(start, self.step, whole) if whole else start + self.window.length
        if end > self.full.end:
            return self.at_last()
        return self.with_window(TimeRange(start, end))

    def _whole_steps(self) -> int:
        """The window's length when it is a whole number of steps, else 0."""
        n = self.steps_in_window
        return n if add(self.window.start, self.step, n) == self.window.end else 0
