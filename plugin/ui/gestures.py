"""What a hand does to the timeline: drags and wheel turns, as pure functions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from ..core.calendar import Step, TimeRange
from ..core.chosen_window import Edge, Mode
from ..core.timeline import Timeline
from .slider_layout import Part

ZOOM_PER_NOTCH = 0.92  # 8 % a notch
PAN_PER_NOTCH = 0.1  # of the view
FINE = 0.1  # pixel gain with Shift


class Keys(NamedTuple):
    """Modifier keys during a drag."""

    fine: bool = False  # Shift: a tenth of the way
    free: bool = False  # Ctrl: no snapping
    symmetric: bool = False  # Alt: both handles, about the centre
    moving: bool = False  # Space: the window moves, whatever was taken


NO_KEYS = Keys()


@dataclass(frozen=True)
class Drag:
    """A drag: what was taken, where, and the timeline as it was.

    Parameters
    ----------
    part : Part
    origin : Timeline
        The timeline when the hand took hold; Esc brings it back.
    grabbed : int
        The moment under the pointer then, ms.
    """

    part: Part
    origin: Timeline
    grabbed: int

    def at(self, ms: int, current: Timeline, snap: Step | None, keys: Keys = NO_KEYS) -> Timeline:
        """The timeline with the pointer at `ms`; an axis that is not dragged stays as `current` has it."""
        by = ms - self.grabbed
        origin = self.origin
        if self.part in _AXIS_PARTS:
            return _axis_dragged(self.part, origin, self.grabbed, ms)
        if keys.free:
            snap = None
        if self.part is Part.BODY or (keys.moving and self.part in _EDGES):
            new = origin.moved(origin.window.start + by, snap)
        elif self.part in _EDGES:
            edge = _EDGES[self.part]
            was = origin.window.start if edge is Edge.START else origin.window.end
            if origin.mode is Mode.CUMULATIVE:
                new = origin.ending(was + by, snap)
            elif origin.mode is Mode.ONWARD:
                new = origin.starting(was + by, snap)
            else:
                new = origin.resized(edge, was + by, snap, keys.symmetric)
        elif origin.mode is Mode.CUMULATIVE:
            new = origin.ending(ms, snap)
        elif origin.mode is Mode.ONWARD:
            new = origin.starting(ms, snap)
        else:
            new = origin.spanned(self.grabbed, ms, snap)
        return replace(new, view=current.view)


_EDGES = {Part.START: Edge.START, Part.END: Edge.END}
_AXIS_PARTS = (Part.AXIS, Part.OVERVIEW, Part.OVERVIEW_BODY, Part.OVERVIEW_START, Part.OVERVIEW_END)


def _axis_dragged(part: Part, origin: Timeline, grabbed: int, ms: int) -> Timeline:
    view, by = origin.view, ms - grabbed
    if part is Part.AXIS:
        return origin.panned(-by)
    if part is Part.OVERVIEW_BODY:
        return origin.panned(by)
    if part is Part.OVERVIEW_START:
        a, b = view.start + by, view.end
    elif part is Part.OVERVIEW_END:
        a, b = view.start, view.end + by
    else:
        a, b = grabbed, ms
    return origin.viewing(TimeRange(min(a, b), max(a, b))) if a != b else origin


def wheel_zoomed(timeline: Timeline, notches: float, about: int) -> Timeline:
    """The axis zoomed about the pointer; away from the hand is in."""
    return timeline.zoomed(ZOOM_PER_NOTCH**notches, about)


def wheel_panned(timeline: Timeline, notches: float) -> Timeline:
    """The axis moved; towards the hand is later."""
    return timeline.panned(round(-notches * PAN_PER_NOTCH * timeline.view.length))


def wheel_grown(timeline: Timeline, notches: float, about: int, snap: Step | None) -> Timeline:
    """The window shrunk (away from the hand) or grown about the pointer, by a snap unit a notch at least."""
    window = timeline.window
    about = min(max(about, window.start), window.end)
    least = snap.mean_ms if snap else 0
    by = max(window.length * (1 - ZOOM_PER_NOTCH), least) * notches
    share = (about - window.start) / window.length
    start, end = window.start + round(by * share), window.end - round(by * (1 - share))
    return timeline.spanned(start, max(end, start + 1), snap)
