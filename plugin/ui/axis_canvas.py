"""The time axis as a picture: it shows the controller's timeline, and keeps how: scale of the bars, marks, lights."""

from __future__ import annotations

from ..core.axis import window_in_words
from ..core.calendar import Step, finest_step
from ..core.timeline import Timeline
from .controller import TimelineController
from .qt import QtCore, QtGui, QtWidgets, Signal, first_weekday
from .slider_bars import NARROWEST_OVERVIEW_PX, Bars, BarScale, bars_of
from .slider_layout import LABELS_PX, Part, SliderLayout
from .slider_painter import AxisPainter, AxisPicture
from .theme import Theme, theme_of

Qt = QtCore.Qt


class AxisCanvas(QtWidgets.QWidget):
    """Bars, window, handles and overview, drawn.

    Parameters
    ----------
    controller : TimelineController
    parent : QWidget or None

    Signals
    -------
    spreadsChanged(bool)
        Whether inexact dates are spread over their time.
    """

    spreadsChanged = Signal(bool)  # noqa: N815 - Qt's way of naming

    def __init__(self, controller: TimelineController, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._hovered = Part.NOTHING
        self._hovered_bar: int | None = None
        self._pointer_x: float | None = None
        self._focused: Part | None = None
        self._marker: int | None = None
        self._pulse: int | None = None
        self._scale = BarScale.AUTO
        self._spreads = True
        self._overview: tuple[object, Bars] | None = None
        self._ground: tuple[object, QtGui.QPixmap] | None = None
        self._first_weekday = first_weekday()
        self.setMinimumHeight(96)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Time axis")
        controller.timelineChanged.connect(self._follow)
        controller.indexChanged.connect(self.update)

    def sizeHint(self) -> QtCore.QSize:  # noqa: N802
        """Wide, and tall enough for bars that say something."""
        return QtCore.QSize(640, 160)

    # -- view state

    @property
    def scale(self) -> BarScale:
        """How numbers become heights."""
        return self._scale

    def set_scale(self, scale: BarScale) -> None:
        """Draw bars on another scale."""
        self._scale = scale
        self.update()

    @property
    def spreads(self) -> bool:
        """Whether events told less exactly than a bar are spread over their time."""
        return self._spreads

    def set_spreads(self, spreads: bool) -> None:
        """Spread inexact dates, or count them where they begin."""
        self._spreads = spreads
        self.spreadsChanged.emit(spreads)
        self.update()

    def set_marker(self, ms: int | None) -> None:
        """Point at a moment: the chosen event's; None for none."""
        self._marker = ms
        self.update()

    def set_pulse(self, ms: int | None) -> None:
        """Hint at a moment: that of the event under the pointer in another view; None for none."""
        self._pulse = ms
        self.update()

    def set_focused(self, part: Part | None) -> None:
        """Show which handle has the keyboard."""
        self._focused = part
        self.update()

    @property
    def pointed_at(self) -> int | None:
        """The moment under the pointer, else the marker's; None without either."""
        layout = self.axis_layout
        if layout is not None and self._pointer_x is not None:
            return layout.ms_of(self._pointer_x)
        return self._marker

    @property
    def axis_layout(self) -> SliderLayout | None:
        """Where things lie now; None without events."""
        timeline = self._controller.timeline
        if timeline is None:
            return None
        labels = max(LABELS_PX, 2 * self.fontMetrics().height() + 8)
        return SliderLayout(self.width(), self.height(), timeline, labels)

    @property
    def snap(self) -> Step | None:
        """What a dragged handle snaps to: the step, or a bar's unit where the axis is zoomed in below it."""
        timeline = self._controller.timeline
        if timeline is None:
            return None
        fine = finest_step(timeline.view.length, max(self.width() / 8, 1)).with_weeks_from(
            self._first_weekday
        )
        return min(timeline.step, fine, key=lambda step: step.mean_ms)

    def _bars(self, layout: SliderLayout) -> Bars | None:
        index, unfiltered = self._controller.index, self._controller.unfiltered
        if index is None or unfiltered is None:
            return None
        timeline = layout.timeline
        return bars_of(
            index,
            unfiltered,
            timeline.view,
            timeline.shown,
            layout.axis_width,
            first_weekday=self._first_weekday,
            spreads=self._spreads,
        )

    def _overview_bars(self, layout: SliderLayout) -> Bars | None:
        index = self._controller.index
        if index is None:
            return None
        full = layout.timeline.full
        key = (index, full, layout.axis_width, self._spreads)
        if self._overview is None or self._overview[0] != key:
            narrowest, spreads = NARROWEST_OVERVIEW_PX, self._spreads
            bars = bars_of(index, index, full, full, layout.axis_width, narrowest, spreads=spreads)
            self._overview = (key, bars)
        return self._overview[1]

    # -- painting

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:  # noqa: N802
        """Draw the axis; without events, say so."""
        painter = QtGui.QPainter(self)
        theme = theme_of(self)
        layout = self.axis_layout
        bars = None if layout is None else self._bars(layout)
        overview = None if layout is None else self._overview_bars(layout)
        if layout is None or bars is None or overview is None:
            painter.setPen(theme.colour("soft"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "No dated events yet")
            return
        picture = AxisPicture(
            layout,
            bars,
            overview,
            self._scale,
            self._first_weekday,
            self._marker,
            self._pulse,
            self._hovered,
            self._hovered_bar,
            self._focused,
        )
        painter.drawPixmap(0, 0, self._ground_of(picture, theme))
        AxisPainter(painter, theme, self.font()).paint(picture)

    def _ground_of(self, picture: AxisPicture, theme: Theme) -> QtGui.QPixmap:
        """What stays while the window moves, painted once."""
        timeline, ratio = picture.layout.timeline, self.devicePixelRatioF()
        key = (timeline.view, timeline.full, picture.overview, self.size(), ratio, theme, self.font())
        if self._ground is None or self._ground[0] != key:
            pixmap = QtGui.QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QtGui.QPainter(pixmap)
            AxisPainter(painter, theme, self.font()).ground(picture)
            painter.end()
            self._ground = (key, pixmap)
        return self._ground[1]

    def _follow(self, timeline: Timeline | None) -> None:
        self.setAccessibleDescription("no dated events" if timeline is None else window_in_words(timeline))
        self.update()
