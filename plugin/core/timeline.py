"""The state of slider and playback: a value with pure transitions. A widget shows it and stores nothing.

It adds playback to what is chosen (`ChosenWindow`) and to what the axis shows (`AxisView`). All times are whole
milliseconds since 1970-01-01 UTC, all ranges half-open. Every transition returns a new `Timeline` in which ``view`` and
``window`` lie inside ``full`` (a window may reach past ``view``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from .calendar import FARTHEST_MS, TimeRange, ceil, default_step, floor
from .chosen_window import ChosenWindow

WORTH_A_ZOOM = 3
SLOWEST, FASTEST = 0.125, 64.0


class AtEnd(str, Enum):
    """What playback does when it has shown the last window."""

    LOOP = "loop"
    BOUNCE = "bounce"
    ONCE = "once"


@dataclass(frozen=True)
class Timeline(ChosenWindow):
    """Slider and playback at one moment.

    Parameters
    ----------
    playing : bool
    speed : float
        Windows per second, 1/8..64; with a locked handle steps per second.
    direction : int
        1 forward, -1 backward.
    at_end : AtEnd
    skips_empty : bool
        Playback jumps over windows without events.
    carry : float
        0..1, the part of a step that playback is due and has not taken.
    """

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
        # A window that grows must not grow faster.
        pace = 1 if self.locked is not None else self.steps_in_window
        due = self.carry + elapsed_s * self.speed * pace
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
