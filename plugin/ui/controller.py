"""The timeline as an object of the running program: it holds the value, tells its views, and lets it play.

Views never keep a window of their own: they read `TimelineController.timeline`, hand back a new value through
`TimelineController.show`, and repaint on `timelineChanged`.
"""

from __future__ import annotations

import time
from typing import Callable

from ..core.calendar import TimeRange
from ..core.time_index import TimeIndex
from ..core.timeline import Timeline
from .qt import QtCore, Signal, first_weekday

FRAME_MS = 16
SETTLE_MS = 150
FEWEST_FOR_A_SHARE = 10  # of fewer events none is an outlier


class TimelineController(QtCore.QObject):
    """Holds the timeline and the events' index; the slider, the map and the lists are its views.

    Parameters
    ----------
    parent : QObject or None
    clock : callable
        Seconds that only grow; tests turn their own.

    Signals
    -------
    timelineChanged(Timeline)
        At every change, every frame of a drag and of playback included: repaint, preview, count.
    windowSettled(int, int)
        The range shown, ``[start, end)`` in ms since 1970 UTC, once the hand let go, rested or playback
        stepped: set the map's real range. The latest range wins; equal ranges are told once.
    waitingChanged(bool)
        Whether playback waits for the map.
    indexChanged()
        Other events, or another filter: count anew.
    """

    timelineChanged = Signal(object)  # noqa: N815 - Qt's way of naming
    windowSettled = Signal(object, object)  # noqa: N815 - objects, because Qt's int has 32 bits
    waitingChanged = Signal(bool)  # noqa: N815
    indexChanged = Signal()  # noqa: N815

    def __init__(
        self, parent: QtCore.QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timeline: Timeline | None = None
        self._index: TimeIndex | None = None
        self._unfiltered: TimeIndex | None = None
        self._is_busy: Callable[[], bool] = lambda: False
        self._held = False
        self._is_waiting = False
        self._told: TimeRange | None = None
        self._last_tick = 0.0
        self._frames = QtCore.QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self.tick)
        self._rest = QtCore.QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLE_MS)
        self._rest.timeout.connect(self.settle)

    @property
    def timeline(self) -> Timeline | None:
        """The current value; None until there are dated events."""
        return self._timeline

    @property
    def index(self) -> TimeIndex | None:
        """The dated events that pass the filter."""
        return self._index

    @property
    def unfiltered(self) -> TimeIndex | None:
        """All dated events."""
        return self._unfiltered

    def set_events(self, index: TimeIndex | None, keep: bool = False) -> None:
        """Other events: a timeline over all of them, or, with `keep`, the old window over the new extent.

        None, or an index without events, leaves no timeline.
        """
        self._index = self._unfiltered = index if index is not None and len(index) else None
        extent = self._index.extent if self._index else None
        if extent is None:
            self._frames.stop()
            self._timeline = self._told = None
            self.indexChanged.emit()
            self.timelineChanged.emit(None)
            return
        old = self._timeline
        if keep and old is not None:
            new = old.extended(extent.start, extent.end)
        else:
            densest = index.densest() if index is not None and len(index) >= FEWEST_FOR_A_SHARE else None
            new = Timeline.over(extent.start, extent.end, densest)
            new = new.with_step(new.step.with_weeks_from(first_weekday()))
        self.indexChanged.emit()
        self.show(new)
        self.settle()

    def set_filter(self, index: TimeIndex) -> None:
        """The part of the events that passes a filter (see `TimeIndex.where`)."""
        self._index = index
        self.indexChanged.emit()

    def set_busy(self, is_busy: Callable[[], bool]) -> None:
        """Ask before every step of playback whether the map is still drawing; while it is, playback waits."""
        self._is_busy = is_busy

    def show(self, timeline: Timeline) -> None:
        """Make `timeline` the current value."""
        old = self._timeline
        if timeline == old:
            return
        self._timeline = timeline
        if timeline.playing and not self._frames.isActive():
            self._last_tick = self._clock()
            self._frames.start()
        elif not timeline.playing and self._frames.isActive():
            self._frames.stop()
            self._tell_waiting(False)
        self.timelineChanged.emit(timeline)
        if old is None or old.shown != timeline.shown:
            if timeline.playing and not self._held:
                self.settle()
            else:
                self._rest.start()

    def change(self, transition: Callable[[Timeline], Timeline]) -> None:
        """Apply a transition to the current value; nothing happens while there is none."""
        if self._timeline is not None:
            self.show(transition(self._timeline))

    def grab(self) -> None:
        """A hand takes hold: playback pauses."""
        self._held = True
        self.change(Timeline.paused)

    def let_go(self) -> None:
        """The hand lets go: the range is final."""
        self._held = False
        self.settle()

    def settle(self) -> None:
        """Tell the range shown, unless it was told already."""
        self._rest.stop()
        if self._timeline is not None and self._timeline.shown != self._told:
            self._told = self._timeline.shown
            self.windowSettled.emit(self._told.start, self._told.end)

    def toggle_play(self) -> None:
        """Play or pause."""
        self.change(lambda now: now.paused() if now.playing else now.started())

    def tick(self) -> None:
        """One frame of playback: be where the clock says, or wait for the map."""
        if self._timeline is None or not self._timeline.playing:
            return
        self._tell_waiting(self._is_busy())
        if self._is_waiting:
            return  # the clock runs on: playback jumps to where it is
        now = self._clock()
        elapsed, self._last_tick = now - self._last_tick, now
        self.show(self._past_nothing(self._timeline.played(elapsed)))

    def _tell_waiting(self, waiting: bool) -> None:
        if waiting != self._is_waiting:
            self._is_waiting = waiting
            self.waitingChanged.emit(waiting)

    def _past_nothing(self, timeline: Timeline) -> Timeline:
        """Playback that skips empty windows, moved on to the next event where there is none."""
        index = self._index
        old = self._timeline
        if not timeline.skips_empty or index is None or old is None or timeline.window == old.window:
            return timeline
        if index.count(timeline.window):
            return timeline
        if timeline.direction > 0:
            return timeline.skipped_to(index.next_start(timeline.window.end - 1))
        return timeline.skipped_to(index.previous_start(timeline.window.start))

    def step_to_event(self, direction: int) -> None:
        """Move the window, by whole steps, to the next event after it (or the one before it)."""
        if self._timeline is None or self._index is None:
            return
        window = self._timeline.window
        at = (
            self._index.next_start(window.end - 1)
            if direction > 0
            else self._index.previous_start(window.start)
        )
        if at is not None:
            self.show(self._timeline.holding(at, direction).showing_window())
