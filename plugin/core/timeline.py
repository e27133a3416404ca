"""The state of slider and playback: a value with pure transitions. A widget shows it and stores nothing.

All times are whole milliseconds since 1970-01-01 UTC, all ranges half-open. Every transition returns a new
`Timeline` in which ``view`` and ``window`` lie inside ``full`` (a window may reach past ``view``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from .calendar import FARTHEST_MS, SECOND_MS, Step, TimeRange, add, ceil, default_step, floor, nearest

SHORTEST_VIEW_MS = 10 * SECOND_MS
SHORTEST_WINDOW_MS = SECOND_MS
WORTH_A_ZOOM = 3
HAIR = 60  # a window of less than a 60th of the axis is too small to take hold of
SLOWEST, FASTEST = 0.125, 64.0


class Mode(str, Enum):
    """What the map shows of the window."""

    WINDOW = "window"  # events that share a moment with it
    CUMULATIVE = "cumulative"  # everything up to its end


class AtEnd(str, Enum):
    """What playback does when it has shown the last window."""

    LOOP = "loop"
    BOUNCE = "bounce"
    ONCE = "once"


class Edge(str, Enum):
    """An end of the window."""

    START = "start"
    END = "end"


@dataclass(frozen=True)
class Timeline:
    """Slider and playback at one moment.

    Parameters
    ----------
    full : TimeRange
        Everything there is.
    view : TimeRange
        What the zoomed axis shows.
    window : TimeRange
        What is chosen.
    step : Step
        One arrow key, one frame of playback.
    mode : Mode
    playing : bool
    speed : float
        Windows per second, 1/8..64.
    direction : int
        1 forward, -1 backward.
    at_end : AtEnd
    skips_empty : bool
        Playback jumps over windows without events.
    carry : float
        0..1, the part of a step that playback is due and has not taken.
    """

    full: TimeRange
    view: TimeRange
    window: TimeRange
    step: Step
    mode: Mode = Mode.WINDOW
    playing: bool = False
    speed: float = 1.0
    direction: int = 1
    at_end: AtEnd = AtEnd.LOOP
    skips_empty: bool = False
    carry: float = 0.0

    # -- beginnings

    @classmethod
    def over(cls, start: int, end: int, densest: TimeRange | None = None) -> Timeline:
        """The timeline of data from `start` to `end`, all of it chosen.

        Parameters
        ----------
        start, end : int
            Milliseconds since 1970 UTC.
        densest : TimeRange or None
            Where most of the data lies: step and axis suit that, when it is less than a third of the whole, so that
            a few events long ago do not squeeze the others together. None: step and axis suit the whole.
        """
        start, end = max(start, -FARTHEST_MS), min(max(end, start + 1), FARTHEST_MS)
        busy = TimeRange(start, end)
        if densest is not None and densest.length * WORTH_A_ZOOM < busy.length:
            busy = densest
        step = default_step(busy.length)
        full = TimeRange(floor(start, step), ceil(end, step))
        if busy.length == end - start:
            return cls(full=full, view=full, window=full, step=step)
        margin = max(busy.length // 20, step.mean_ms)
        view = TimeRange(max(busy.start - margin, full.start), min(busy.end + margin, full.end))
        return cls(full=full, view=view, window=full, step=step)

    def extended(self, start: int, end: int) -> Timeline:
        """The same over new data: window and view stay, pushed inside; what was everything stays it."""
        full = TimeRange(floor(start, self.step), ceil(max(end, start + 1), self.step))
        view = full if self.is_unzoomed else self.view.within(full)
        window = full if self.is_whole else self.window.within(full)
        return replace(self, full=full, view=view, window=window)

    # -- what it says

    @property
    def shown(self) -> TimeRange:
        """The range that an event must share a moment with to be on the map."""
        if self.mode is Mode.CUMULATIVE:
            return TimeRange(self.full.start, self.window.end)
        return self.window

    @property
    def is_whole(self) -> bool:
        """Whether the window is everything."""
        return self.window == self.full

    @property
    def is_unzoomed(self) -> bool:
        """Whether the axis shows everything."""
        return self.view == self.full

    @property
    def steps_in_window(self) -> int:
        """Length of the window in steps, rounded, at least 1."""
        return max(1, round(self.window.length / self.step.mean_ms))

    # -- the window

    def with_window(self, window: TimeRange) -> Timeline:
        """Choose a window; it keeps its length and is pushed inside."""
        return replace(self, window=window.within(self.full), carry=0.0)

    def moved(self, start: int, snap: Step | None = None) -> Timeline:
        """The window begins at `start`, on a boundary of `snap` when given; it stops at the ends.

        Its length stays. A window of whole calendar steps stays one: January moved by a month is February.
        """
        if snap is None:
            return self.with_window(TimeRange(start, start + self.window.length))
        return self._placed(nearest(start, snap))

    def resized(self, edge: Edge, to: int, snap: Step | None = None, symmetric: bool = False) -> Timeline:
        """Put one end of the window at `to`; past the other end the two swap; never shorter than one `snap`.

        With `symmetric` the other end moves as far the other way.
        """
        to = self._inside(nearest(to, snap) if snap else to)
        anchor = self.window.end if edge is Edge.START else self.window.start
        if symmetric:
            mirrored = 2 * self.window.centre - to
            anchor = self._inside(nearest(mirrored, snap) if snap else mirrored)
        return self.spanned(anchor, to, snap)

    def spanned(self, a: int, b: int, snap: Step | None = None) -> Timeline:
        """The window runs from the earlier of two moments to the later, at least one `snap` long."""
        if snap is not None:
            a, b = nearest(a, snap), nearest(b, snap)
        low, high = sorted((self._inside(a), self._inside(b)))
        shortest = add(low, snap, 1) - low if snap else SHORTEST_WINDOW_MS
        if high - low < shortest:
            high = low + shortest
        return self.with_window(TimeRange(low, high))

    def centred(self, at: int, snap: Step | None = None) -> Timeline:
        """The window, its length unchanged, lies about `at`."""
        return self.moved(at - self.window.length // 2, snap)

    def edged(self, edge: Edge, n: int) -> Timeline:
        """One end of the window `n` steps later; it stops at the other end."""
        window, step = self.window, self.step
        if edge is Edge.END:
            return self.grown(n)
        start = max(min(add(window.start, step, n), add(window.end, step, -1)), self.full.start)
        return self.with_window(TimeRange(min(start, window.end - SHORTEST_WINDOW_MS), window.end))

    def with_period(self, at: int, step: Step) -> Timeline:
        """The window is the calendar period that holds `at`: its day, its week."""
        start = floor(at, step)
        return self.with_window(TimeRange(start, add(start, step, 1)))

    def begun(self, at: int) -> Timeline:
        """The window begins at `at` and keeps its end; past the end it keeps its length instead."""
        at = self._inside(at)
        if at >= self.window.end:
            return self.moved(at)
        return self.with_window(TimeRange(at, self.window.end))

    def ended(self, at: int) -> Timeline:
        """The window ends at `at` and keeps its start; before the start it keeps its length instead."""
        at = self._inside(at)
        if at <= self.window.start:
            return self.with_window(TimeRange(at - self.window.length, at))
        return self.with_window(TimeRange(self.window.start, at))

    def clicked(self, at: int, snap: Step | None = None) -> Timeline:
        """A click beside the window: it is centred there, or, when cumulative, ends there."""
        return self.ending(at, snap) if self.mode is Mode.CUMULATIVE else self.centred(at, snap)

    def ending(self, end: int, snap: Step | None = None) -> Timeline:
        """The window, its length unchanged where there is room, ends at `end`, on a boundary of `snap`."""
        end = self._inside(nearest(end, snap) if snap else end)
        end = max(end, self.full.start + (snap.mean_ms if snap else SHORTEST_WINDOW_MS))
        start = max(end - self.window.length, self.full.start)
        return self.with_window(TimeRange(start, end))

    def stepped(self, n: int) -> Timeline:
        """The window `n` steps later; calendar-true; at the ends it stops."""
        return self._placed(add(self.window.start, self.step, n))

    def leapt(self, n: int) -> Timeline:
        """The window `n` times its own length later."""
        return self.stepped(n * self.steps_in_window)

    def at_first(self) -> Timeline:
        """The window at the beginning of everything."""
        return self._placed(self.full.start)

    def at_last(self) -> Timeline:
        """The window at the end of everything."""
        whole = self._whole_steps()
        start = add(self.full.end, self.step, -whole) if whole else self.full.end - self.window.length
        return self.with_window(TimeRange(start, self.full.end))

    def holding(self, at: int, direction: int = 1) -> Timeline:
        """The window moved by whole steps, as few as needed, until it holds `at`.

        Coming from before (`direction` 1) the moment ends up in its last step, from after in its first.
        """
        if self.window.holds(at):
            return self
        start = floor(at, self.step)
        if direction > 0:
            start = add(start, self.step, 1 - self.steps_in_window)
        return self._placed(start)

    def grown(self, n: int) -> Timeline:
        """The window's end `n` steps later; it keeps its start and at least one step."""
        start = self.window.start
        end = max(add(self.window.end, self.step, n), add(start, self.step, 1))
        return self.with_window(TimeRange(start, min(end, max(self.full.end, start + SHORTEST_WINDOW_MS))))

    def gone_to(self, target: TimeRange) -> Timeline:
        """The window becomes `target`, as far as there is data, and the axis brings it into view.

        A target wholly outside of the data leaves its nearest end. An axis on which the window would be a hair is
        zoomed in to some days' (months', years') company.
        """
        low, high = self._inside(target.start), self._inside(target.end)
        if high - low < SHORTEST_WINDOW_MS:
            return self.with_window(target).showing_window()
        there = replace(self, window=TimeRange(low, high), carry=0.0).showing_window()
        if there.view.length <= HAIR * there.window.length:
            return there
        around = HAIR // 2 * there.window.length
        return there.viewing(TimeRange(low - around // 2, high + around // 2))

    def with_all(self) -> Timeline:
        """The window is the whole zoomed range."""
        return self.with_window(self.view)

    def with_steps(self, n: int) -> Timeline:
        """The window is `n` steps long from where it starts, on the step's boundary."""
        start = floor(self.window.start, self.step)
        return self.with_window(TimeRange(start, add(start, self.step, n)))

    def with_step(self, step: Step) -> Timeline:
        """Another step; the window stays."""
        return replace(self, step=step, carry=0.0)

    def with_mode(self, mode: Mode) -> Timeline:
        """Window or cumulative; the window stays."""
        return replace(self, mode=mode)

    # -- the axis

    def viewing(self, view: TimeRange) -> Timeline:
        """The axis shows `view`, pushed inside everything; never less than `SHORTEST_VIEW_MS`."""
        if view.length < SHORTEST_VIEW_MS:
            view = TimeRange(view.start, view.start + SHORTEST_VIEW_MS)
        return replace(self, view=view.within(self.full))

    def zoomed(self, factor: float, about: int) -> Timeline:
        """The axis shows `factor` times as long a range; what lies at `about` stays where it is."""
        length = min(max(round(self.view.length * factor), SHORTEST_VIEW_MS), self.full.length)
        before = round((about - self.view.start) * (length / self.view.length))
        return self.viewing(TimeRange(about - before, about - before + length))

    def panned(self, by_ms: int) -> Timeline:
        """The axis shows what lies `by_ms` later; at the ends it stops."""
        return self.viewing(TimeRange(self.view.start + by_ms, self.view.end + by_ms))

    def reset_view(self) -> Timeline:
        """The axis shows everything."""
        return replace(self, view=self.full)

    def showing_window(self) -> Timeline:
        """The axis shows the window: panned as little as needed, zoomed out when it does not fit."""
        window, view = self.window, self.view
        if view.start <= window.start and window.end <= view.end:
            return self
        if window.length > view.length:
            margin = window.length // 10
            return self.viewing(TimeRange(window.start - margin, window.end + margin))
        shift = min(window.start - view.start, 0) + max(window.end - view.end, 0)
        return self.panned(shift)

    # -- playback

    def started(self, direction: int = 1) -> Timeline:
        """Play; a window of everything first becomes one step long, a window at the end begins anew."""
        timeline = self
        if timeline.is_whole:
            timeline = timeline.with_steps(1)
            timeline = timeline.at_first() if direction > 0 else timeline.at_last()
        elif timeline._is_at_end(direction) and self.at_end is not AtEnd.BOUNCE:
            timeline = timeline.at_first() if direction > 0 else timeline.at_last()
        return replace(timeline, playing=True, direction=direction, carry=0.0)

    def paused(self) -> Timeline:
        """Stand still."""
        return replace(self, playing=False, carry=0.0)

    def shuttled(self, direction: int) -> Timeline:
        """The J and L keys: play that way; again, twice as fast."""
        if self.playing and self.direction == direction:
            return self.with_speed(self.speed * 2)
        return replace(self.started(direction), speed=1.0)

    def with_speed(self, speed: float) -> Timeline:
        """Windows per second, kept within 1/8..64."""
        return replace(self, speed=min(max(speed, SLOWEST), FASTEST))

    def with_end(self, at_end: AtEnd) -> Timeline:
        """What to do when the last window was shown."""
        return replace(self, at_end=at_end)

    def skipping_empty(self, skips: bool) -> Timeline:
        """Whether playback jumps over windows without events."""
        return replace(self, skips_empty=skips)

    def skipped_to(self, at: int | None) -> Timeline:
        """Playback over an empty stretch: where the next event at `at` comes in; without one, the last window."""
        if at is None:
            jumped = self.at_last() if self.direction > 0 else self.at_first()
        else:
            jumped = self.holding(at, self.direction)
        return replace(jumped.showing_window(), carry=self.carry)

    def played(self, elapsed_s: float) -> Timeline:
        """Where playback is `elapsed_s` seconds of wall clock later: whole steps, the rest is carried over.

        However late a frame comes, the window is where the clock says, and the last window is always shown
        before playback ends, turns or begins anew.
        """
        if not self.playing:
            return self
        due = self.carry + elapsed_s * self.speed * self.steps_in_window
        whole = int(due)
        timeline = self if whole == 0 else self._advanced(whole)
        return replace(timeline, carry=due - whole if timeline.playing else 0.0)

    def _advanced(self, steps: int) -> Timeline:
        if not self._is_at_end(self.direction):
            return self.stepped(steps * self.direction).showing_window()
        if self.at_end is AtEnd.ONCE:
            return self.paused()
        if self.at_end is AtEnd.BOUNCE:
            turned = replace(self, direction=-self.direction)
            return turned if turned._is_at_end(turned.direction) else turned._advanced(steps)
        return (self.at_first() if self.direction > 0 else self.at_last()).showing_window()

    # -- inside

    def _is_at_end(self, direction: int) -> bool:
        return self.window.end >= self.full.end if direction > 0 else self.window.start <= self.full.start

    def _inside(self, ms: int) -> int:
        return min(max(ms, self.full.start), self.full.end)

    def _placed(self, start: int) -> Timeline:
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
