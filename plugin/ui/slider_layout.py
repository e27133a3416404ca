"""Where things lie on the time axis, and what is under the pointer. Plain arithmetic, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..core.calendar import TimeRange
from ..core.chosen_window import Edge, Mode
from ..core.timeline import Timeline

MARGIN_PX = 24.0
HANDLE_PX = 10.0
HANDLE_HIT_PX = 16.0
INWARD_PX = 4.0  # how far a handle, drawn outside of its window, reaches into it
LABELS_PX = 38.0
OVERVIEW_PX = 16.0
GAP_PX = 4.0
SMALLEST_BODY_PX = 12.0
TAG_PX = 18.0  # a square to lock a handle, one below it to open the end
TAG_TOP_PX = 6.0
TAGS_FROM_PX = 64.0  # lower bars have no room for them; the right button's menu has the same


class Part(Enum):
    """What the pointer can take hold of."""

    NOTHING = "nothing"
    START = "start handle"
    END = "end handle"
    START_LOCK = "lock of the start"
    END_LOCK = "lock of the end"
    START_OPEN = "open start"
    END_OPEN = "open end"
    BODY = "window"
    BARS = "bars"
    AXIS = "axis labels"
    OVERVIEW = "overview"
    OVERVIEW_BODY = "zoomed part"
    OVERVIEW_START = "zoomed part, start"
    OVERVIEW_END = "zoomed part, end"


@dataclass(frozen=True)
class SliderLayout:
    """The axis of a widget of `width` x `height` device-independent pixels showing `timeline`.

    `labels_px` is the height of the two rows of labels, which depends on the font.
    """

    width: float
    height: float
    timeline: Timeline
    labels_px: float = LABELS_PX

    @property
    def left(self) -> float:
        """Where the axis begins."""
        return MARGIN_PX

    @property
    def right(self) -> float:
        """Where the axis ends."""
        return max(self.width - MARGIN_PX, MARGIN_PX + 1)

    @property
    def axis_width(self) -> float:
        """Length of the axis."""
        return self.right - self.left

    @property
    def bars_bottom(self) -> float:
        """Where the bars stand; their top is 0."""
        return self.height - self.labels_px - OVERVIEW_PX - GAP_PX

    @property
    def overview_top(self) -> float:
        """Where the overview strip begins; it ends at the widget's bottom, less a pixel for its frame."""
        return self.height - OVERVIEW_PX - 1

    def x_of(self, ms: int) -> float:
        """Where a moment lies on the zoomed axis; outside of the axis for a moment outside of the view."""
        view = self.timeline.view
        return self.left + (ms - view.start) / view.length * self.axis_width

    def ms_of(self, x: float) -> int:
        """The moment at `x` on the zoomed axis."""
        view = self.timeline.view
        return view.start + round((x - self.left) / self.axis_width * view.length)

    def overview_x_of(self, ms: int) -> float:
        """Where a moment lies on the overview strip."""
        full = self.timeline.full
        return self.left + (ms - full.start) / full.length * self.axis_width

    def overview_ms_of(self, x: float) -> int:
        """The moment at `x` on the overview strip."""
        full = self.timeline.full
        return full.start + round((x - self.left) / self.axis_width * full.length)

    @property
    def ms_per_px(self) -> float:
        """How long a pixel of the zoomed axis is."""
        return self.timeline.view.length / self.axis_width

    def window_x(self) -> tuple[float, float]:
        """Where the window begins and ends on the zoomed axis, as it is drawn."""
        shown: TimeRange = self.timeline.shown
        return self.x_of(shown.start), self.x_of(shown.end)

    def part_at(self, x: float, y: float) -> Part:
        """What lies under the pointer; a narrow window keeps a body to hold, its handles move outwards."""
        if y >= self.overview_top - GAP_PX / 2:
            return self._overview_part_at(x)
        if y >= self.bars_bottom:
            return Part.AXIS
        x0, x1 = self.window_x()
        inward = min(INWARD_PX, max((x1 - x0 - SMALLEST_BODY_PX) / 2, 0))
        outward = HANDLE_HIT_PX - inward
        mode = self.timeline.mode
        for edge, box in self.tags():
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                is_lock = y < box[1] + TAG_PX
                if edge is Edge.START:
                    return Part.START_LOCK if is_lock else Part.START_OPEN
                return Part.END_LOCK if is_lock else Part.END_OPEN
        if mode is not Mode.ONWARD and x1 - inward <= x <= x1 + outward:
            return Part.END
        if mode is Mode.CUMULATIVE:
            return Part.BARS
        if x0 - outward <= x <= x0 + inward:
            return Part.START
        return Part.BODY if x0 < x < x1 and mode is Mode.WINDOW else Part.BARS

    def tags(self) -> list[tuple[Edge, tuple[float, float, float, float]]]:
        """Left, top, right, bottom of what locks and opens each end in sight: inside of a wide window, else beside."""
        if self.bars_bottom < TAGS_FROM_PX:
            return []
        x0, x1 = self.window_x()
        inside, near = x1 - x0 >= 4 * TAG_PX, INWARD_PX + 2
        found = []
        if self.timeline.mode is not Mode.CUMULATIVE and self.left - 0.5 <= x0 <= self.right:
            left = x0 + near if inside else x0 - HANDLE_HIT_PX - TAG_PX
            found.append((Edge.START, (left, TAG_TOP_PX, left + TAG_PX, TAG_TOP_PX + 2 * TAG_PX)))
        if self.timeline.mode is not Mode.ONWARD and self.left <= x1 <= self.right + 0.5:
            left = x1 - near - TAG_PX if inside else x1 + HANDLE_HIT_PX
            found.append((Edge.END, (left, TAG_TOP_PX, left + TAG_PX, TAG_TOP_PX + 2 * TAG_PX)))
        return found

    def _overview_part_at(self, x: float) -> Part:
        if self.timeline.is_unzoomed:
            return Part.OVERVIEW
        x0 = self.overview_x_of(self.timeline.view.start)
        x1 = self.overview_x_of(self.timeline.view.end)
        inward = min(INWARD_PX, max((x1 - x0 - SMALLEST_BODY_PX) / 2, 0))
        if x1 - inward <= x <= x1 + HANDLE_HIT_PX - inward:
            return Part.OVERVIEW_END
        if x0 - HANDLE_HIT_PX + inward <= x <= x0 + inward:
            return Part.OVERVIEW_START
        return Part.OVERVIEW_BODY if x0 < x < x1 else Part.OVERVIEW
