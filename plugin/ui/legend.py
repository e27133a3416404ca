"""The line below the axis: the types that are there, and which part of the axis is seen."""

from __future__ import annotations

import numpy as np

from ..core.axis import range_in_words
from ..core.calendar import DAY_MS, Step, TimeRange, Unit, ceil, floor
from ..core.timeline import Timeline
from .bars_painter import SOFT
from .controller import TimelineController
from .qt import QtCore, QtGui, QtWidgets
from .slider_bars import longest_in_a_bar
from .theme import Theme, theme_of, type_colour, type_name

Qt = QtCore.Qt
SWATCH_PX = 10.0
MARGIN_PX = 24.0
HEIGHT_PX = 32


class Legend(QtWidgets.QWidget):
    """Types by frequency, as many as fit, and "Showing ... Reset" while the axis is zoomed.

    Parameters
    ----------
    controller : TimelineController
    parent : QWidget or None
    """

    def __init__(self, controller: TimelineController, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._types: tuple[int, ...] = ()
        self._is_filtered = False
        self._longest_ms = 0
        self._spreads = True
        self.setFixedHeight(HEIGHT_PX)
        self.showing = QtWidgets.QLabel(self)
        self.showing.setTextFormat(Qt.TextFormat.RichText)
        self.showing.linkActivated.connect(lambda _link: controller.change(Timeline.reset_view))
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(self.showing)
        controller.timelineChanged.connect(self._follow)
        controller.indexChanged.connect(self._count)
        self._count()

    def _count(self) -> None:
        index, unfiltered = self._controller.index, self._controller.unfiltered
        self._is_filtered = index is not unfiltered
        self._longest_ms = 0 if unfiltered is None else unfiltered.longest_ms
        extent = None if unfiltered is None else unfiltered.extent
        if unfiltered is None or extent is None:
            self._types = ()
        else:
            totals = unfiltered.bin_counts(np.array([extent.start, extent.end], dtype=np.int64))[:, 0]
            order = np.argsort(-totals, kind="stable")
            self._types = tuple(int(kind) for kind in order if totals[kind])
        self._follow(self._controller.timeline)
        self.update()

    def _follow(self, timeline: Timeline | None) -> None:
        words = ""
        if timeline is not None and not timeline.is_unzoomed:
            theme = theme_of(self)
            part = range_in_words(_to_days(timeline.view), short=True)
            words = (
                f'<span style="color:{theme.soft}">Showing {part} (UTC) · </span>'
                f'<a href="reset" style="color:{theme.accent};text-decoration:none">Reset</a>'
            )
        elif timeline is not None:
            words = f'<span style="color:{theme_of(self).soft}">times in UTC</span>'
        if words != self.showing.text():
            self.showing.setText(words)
            self.update()

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:  # noqa: N802
        """Draw swatches and names from the left, as many as there is room for."""
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, True)
        theme = theme_of(self)
        metrics = QtGui.QFontMetricsF(self.font())
        types = [(type_colour(kind), type_name(kind)) for kind in self._types]
        looks = self._looks(theme)  # what needs explaining more than a type's name has its room kept
        taken = sum(SWATCH_PX + 22 + metrics.horizontalAdvance(name) for _, name in looks)
        x, limit = MARGIN_PX, self.showing.geometry().left() - 16 - taken
        more = metrics.horizontalAdvance("+ 88 more")
        for nth, (colour, name) in enumerate(types):
            width = SWATCH_PX + 6 + metrics.horizontalAdvance(name)
            is_last = nth == len(types) - 1
            if x + width + (0 if is_last else more + 16) > limit:
                painter.setPen(theme.colour("soft"))
                painter.drawText(QtCore.QPointF(x, self._baseline(metrics)), f"+ {len(types) - nth} more")
                x += more + 16
                break
            self._entry(painter, theme, metrics, x, colour, name)
            x += width + 16
        for colour, name in looks:
            self._entry(painter, theme, metrics, x, colour, name)
            x += SWATCH_PX + 22 + metrics.horizontalAdvance(name)

    def _looks(self, theme: Theme) -> list[tuple[QtGui.QColor, str]]:
        """What bars look like that are not simply of a type."""
        looks = []
        if self._has_soft():
            soft = type_colour(self._types[0]) if self._types else theme.colour("kept")
            soft.setAlphaF(SOFT)
            looks.append((soft, "soft: told less exactly"))
        if self._is_filtered:
            looks.append((theme.colour("silhouette"), "filtered out"))
        return looks

    def set_spreads(self, spreads: bool) -> None:
        """Whether the axis spreads inexact dates."""
        self._spreads = spreads
        self.update()

    def _has_soft(self) -> bool:
        """Whether some events are spread over several bars of the axis, which is as wide as this line."""
        timeline = self._controller.timeline
        width = self.width() - 2 * MARGIN_PX
        if timeline is None or not self._spreads:
            return False
        return self._longest_ms > longest_in_a_bar(timeline.view, width)

    def _entry(
        self,
        painter: QtGui.QPainter,
        theme: Theme,
        metrics: QtGui.QFontMetricsF,
        x: float,
        colour: QtGui.QColor,
        name: str,
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QtCore.QRectF(x, (self.height() - SWATCH_PX) / 2, SWATCH_PX, SWATCH_PX), 2, 2)
        painter.setPen(theme.colour("soft"))
        painter.drawText(QtCore.QPointF(x + SWATCH_PX + 6, self._baseline(metrics)), name)

    def _baseline(self, metrics: QtGui.QFontMetricsF) -> float:
        return (self.height() + metrics.ascent() - metrics.descent()) / 2


def _to_days(view: TimeRange) -> TimeRange:
    """The days that a view touches; a view of less than three stays as exact as it is."""
    if view.length < 3 * DAY_MS:
        return view
    day = Step(Unit.DAY)
    return TimeRange(floor(view.start, day), ceil(view.end, day))
