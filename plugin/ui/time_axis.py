"""The time axis as a widget: what a hand and the keys do to it becomes transitions of the timeline.

It keeps the drag under way and nothing else; what it looks like is `AxisCanvas`.
"""

from __future__ import annotations

from dataclasses import replace

from ..core.calendar import TimeRange
from ..core.timeline import Timeline
from .axis_canvas import AxisCanvas
from .axis_parts import CURSORS, TIPS, TOGGLES
from .controller import TimelineController
from .gestures import FINE, Drag, Keys, wheel_grown, wheel_panned, wheel_zoomed
from .qt import QtCore, QtGui, QtWidgets, Signal, global_position_of, position_of
from .slider_bars import Bars, bar_in_words
from .slider_layout import Part, SliderLayout

Qt = QtCore.Qt
AUTOSCROLL_MS = 30
AUTOSCROLL_GAIN = 0.25  # pixels of axis a frame, per pixel of overshoot
CLICK_PX = 3.0  # a drag shorter than this is a click


class TimeAxis(AxisCanvas):
    """Bars, window, handles and overview, to be taken hold of.

    Parameters
    ----------
    controller : TimelineController
    parent : QWidget or None

    Signals
    -------
    barHovered(TimeRange or None)
        The pointer rests on a bar: its time; hosts may flash those events.
    barChosen(TimeRange)
        Ctrl+click on a bar: hosts select those events.
    """

    barHovered = Signal(object)  # noqa: N815
    barChosen = Signal(object)  # noqa: N815

    def __init__(self, controller: TimelineController, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self._drag: Drag | None = None
        self._pressed_at = QtCore.QPointF()
        self._moved = False
        self._space = False
        self._before_all: TimeRange | None = None
        self._autoscroll = QtCore.QTimer(self)
        self._autoscroll.setInterval(AUTOSCROLL_MS)
        self._autoscroll.timeout.connect(self._scroll)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    # -- pointer

    def mousePressEvent(self, event: QtGui.QMouseEvent | None) -> None:  # noqa: N802
        """Take hold of what is under the pointer."""
        layout = self.axis_layout
        if event is None or layout is None or event.button() != Qt.MouseButton.LeftButton:
            return
        at = position_of(event)
        part = layout.part_at(at.x(), at.y())
        if part is Part.BARS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose_bar(layout, at.x())
            return
        if part in TOGGLES:
            self._controller.change(TOGGLES[part])
            self._controller.settle()
            return
        self._controller.grab()
        timeline = self._controller.timeline
        if timeline is None:
            return
        self._hovered_bar = None
        self._drag = Drag(part, timeline, self._moment(layout, part, at.x()))
        self._pressed_at, self._moved = at, False
        if part in (Part.BODY, Part.OVERVIEW_BODY, Part.AXIS):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent | None) -> None:  # noqa: N802
        """Drag, or light up what could be taken."""
        if event is None:
            return
        at = position_of(event)
        self._pointer_x = at.x()
        if self._drag is None:
            self._hover(at, event)
            return
        if (at - self._pressed_at).manhattanLength() >= CLICK_PX:
            self._moved = True
        if self._moved:
            self._drag_to(at.x(), event.modifiers())
            self._autoscroll_from(at.x())

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent | None) -> None:  # noqa: N802
        """Let go; a click on empty bars centres the window there."""
        if event is None or self._drag is None or event.button() != Qt.MouseButton.LeftButton:
            return
        drag, self._drag = self._drag, None
        self._autoscroll.stop()
        if not self._moved:
            self._click(drag)
        self._controller.let_go()
        self.setCursor(CURSORS.get(drag.part, Qt.CursorShape.ArrowCursor))

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent | None) -> None:  # noqa: N802
        """Window: all the axis shows, and back. Bar: zoom to it. Strip: show everything."""
        layout = self.axis_layout
        if event is None or layout is None:
            return
        at = position_of(event)
        part = layout.part_at(at.x(), at.y())
        if part in (Part.OVERVIEW, Part.OVERVIEW_BODY):
            self._controller.change(Timeline.reset_view)
        elif part is Part.BODY:
            self._toggle_all()
        elif part is Part.BARS:
            bars = self._bars(layout)
            bar = None if bars is None else bars.bar_at(layout.ms_of(at.x()))
            if bars is not None and bar is not None:
                period = bars.range_of(bar)
                self._controller.change(lambda now: now.viewing(period))
        self._controller.settle()

    def wheelEvent(self, event: QtGui.QWheelEvent | None) -> None:  # noqa: N802
        """Zoom about the pointer; Ctrl: grow or shrink the window; Shift or sideways: pan."""
        layout = self.axis_layout
        if event is None or layout is None:
            return
        turned = event.angleDelta()
        about = layout.ms_of(position_of(event).x())
        if turned.x() and abs(turned.x()) > abs(turned.y()):
            self._controller.change(lambda now: wheel_panned(now, turned.x() / 120))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._controller.change(lambda now: wheel_panned(now, turned.y() / 120))
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            snap = self.snap
            self._controller.change(lambda now: wheel_grown(now, turned.y() / 120, about, snap))
        else:
            self._controller.change(lambda now: wheel_zoomed(now, turned.y() / 120, about))
        event.accept()

    def leaveEvent(self, event: QtCore.QEvent | None) -> None:  # noqa: N802
        """Nothing is under the pointer any more."""
        self._pointer_x = None
        self._hovered, self._hovered_bar = Part.NOTHING, None
        self.barHovered.emit(None)
        self.update()

    def keyPressEvent(self, event: QtGui.QKeyEvent | None) -> None:  # noqa: N802
        """During a drag: Esc brings the old value back, Space moves instead of resizing."""
        if event is None:
            return
        if self._drag is not None and event.key() == Qt.Key.Key_Escape:
            self.cancel_drag()
        elif self._drag is not None and event.key() == Qt.Key.Key_Space:
            self._space = True
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QtGui.QKeyEvent | None) -> None:  # noqa: N802
        """Space let go."""
        if event is not None and event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
        super().keyReleaseEvent(event)

    @property
    def is_dragging(self) -> bool:
        """Whether a hand holds something."""
        return self._drag is not None

    def hold_space(self) -> None:
        """Space was pressed while a hand holds something: move instead of resizing."""
        self._space = True

    def cancel_drag(self) -> None:
        """The timeline becomes what it was before the hand took hold."""
        if self._drag is not None:
            origin, self._drag = self._drag.origin, None
            self._autoscroll.stop()
            self._controller.show(origin)
            self._controller.let_go()

    # -- inside

    def _moment(self, layout: SliderLayout, part: Part, x: float) -> int:
        """The moment under `x`, on the strip or on the axis as it was when the hand took hold."""
        if part in (Part.OVERVIEW, Part.OVERVIEW_BODY, Part.OVERVIEW_START, Part.OVERVIEW_END):
            return layout.overview_ms_of(x)
        if part is Part.AXIS and self._drag is not None:
            return replace(layout, timeline=self._drag.origin).ms_of(x)
        return layout.ms_of(x)

    def _drag_to(self, x: float, modifiers: Qt.KeyboardModifier) -> None:
        layout, drag = self.axis_layout, self._drag
        if layout is None or drag is None:
            return
        keys = Keys(
            fine=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            free=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            symmetric=bool(modifiers & Qt.KeyboardModifier.AltModifier),
            moving=self._space,
        )
        if keys.fine:
            x = self._pressed_at.x() + (x - self._pressed_at.x()) * FINE
        ms = self._moment(layout, drag.part, x)
        self._controller.show(drag.at(ms, layout.timeline, self.snap, keys))

    def _autoscroll_from(self, x: float) -> None:
        layout, drag = self.axis_layout, self._drag
        if layout is None or drag is None:
            return
        outside = x < layout.left or x > layout.right
        if outside and drag.part in (Part.START, Part.END, Part.BODY, Part.BARS):
            if not self._autoscroll.isActive():
                self._autoscroll.start()
        else:
            self._autoscroll.stop()

    def _scroll(self) -> None:
        """One frame of scrolling past an edge, faster the farther out the hand is."""
        layout, x = self.axis_layout, self._pointer_x
        if layout is None or x is None or self._drag is None:
            return
        overshoot = min(x - layout.left, 0) + max(x - layout.right, 0)
        by = round(overshoot * AUTOSCROLL_GAIN * layout.ms_per_px)
        self._controller.change(lambda now: now.panned(by))
        self._drag_to(min(max(x, layout.left), layout.right), QtWidgets.QApplication.keyboardModifiers())

    def _click(self, drag: Drag) -> None:
        snap = self.snap
        if drag.part is Part.BARS:
            self._controller.change(lambda now: now.clicked(drag.grabbed, snap))
        elif drag.part is Part.OVERVIEW:
            length = drag.origin.view.length
            start = drag.grabbed - length // 2
            self._controller.change(lambda now: now.viewing(TimeRange(start, start + length)))

    def _toggle_all(self) -> None:
        timeline = self._controller.timeline
        if timeline is None:
            return
        if timeline.window != timeline.view:
            self._before_all = timeline.window
            self._controller.show(timeline.with_all())
        elif self._before_all is not None:
            self._controller.show(timeline.with_window(self._before_all))

    def _choose_bar(self, layout: SliderLayout, x: float) -> None:
        bars = self._bars(layout)
        bar = None if bars is None else bars.bar_at(layout.ms_of(x))
        if bars is not None and bar is not None:
            self.barChosen.emit(bars.range_of(bar))

    def _hover(self, at: QtCore.QPointF, event: QtGui.QMouseEvent) -> None:
        layout = self.axis_layout
        if layout is None:
            return
        part = layout.part_at(at.x(), at.y())
        bars = self._bars(layout) if part in (Part.BARS, Part.BODY) else None
        bar = None if bars is None else bars.bar_at(layout.ms_of(at.x()))
        if (
            bars is not None
            and bar is not None
            and not bars.everything[bar]
            and not bars.soft_everything[bar]
        ):
            bar = None
        if (part, bar) != (self._hovered, self._hovered_bar):
            self._hovered, self._hovered_bar = part, bar
            self.setCursor(CURSORS.get(part, Qt.CursorShape.ArrowCursor))
            found = bars.range_of(bar) if bars is not None and bar is not None else None
            self.barHovered.emit(found)
            self.update()
            self._tell(event, layout, bars, bar)

    def _tell(
        self, event: QtGui.QMouseEvent, layout: SliderLayout, bars: Bars | None, bar: int | None
    ) -> None:
        index = self._controller.index
        if self._hovered in TIPS:
            QtWidgets.QToolTip.showText(global_position_of(event), TIPS[self._hovered], self)
            return
        if bars is None or bar is None or index is None:
            QtWidgets.QToolTip.hideText()
            return
        edges = bars.edges[bar : bar + 2]
        by_type = index.bin_weights(edges, bars.longest_ms).exact[:, 0]
        words = bar_in_words(bars.range_of(bar), bars.step, by_type, float(bars.soft_kept[bar]))
        hidden = int(bars.everything[bar] - bars.kept[bar])
        if hidden:
            words += f"\n{hidden:,} more filtered out"
        QtWidgets.QToolTip.showText(global_position_of(event) + QtCore.QPoint(8, -48), words, self)
