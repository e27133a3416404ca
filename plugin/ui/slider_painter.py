"""Paint the time axis: bars, window, handles, marker, ticks, overview. It reads values and keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..core.axis import ticks
from ..core.chosen_window import Edge, Mode
from .bars_painter import BarsPainter
from .qt import QtCore, QtGui
from .slider_bars import Bars, BarScale, heights
from .slider_layout import HANDLE_PX, OVERVIEW_PX, Part, SliderLayout
from .theme import Theme

QRectF, QPointF, Qt = QtCore.QRectF, QtCore.QPointF, QtCore.Qt
LABEL_PX = 58.0
_EDGE_OF = {Part.START: Edge.START, Part.END: Edge.END}
_TAGS = {
    Edge.START: (Part.START_LOCK, Part.START_OPEN),
    Edge.END: (Part.END_LOCK, Part.END_OPEN),
}


@dataclass(frozen=True)
class AxisPicture:
    """All that the axis shows.

    Parameters
    ----------
    layout : SliderLayout
    bars, overview : Bars
    scale : BarScale
    first_weekday : int
    marker : int or None
        A moment to point at: the chosen event's.
    pulse : int or None
        A moment to hint at: the event under the pointer elsewhere.
    hovered : Part
        What is under the pointer.
    hovered_bar : int or None
    focused : Part or None
        The handle that has the keyboard.
    """

    layout: SliderLayout
    bars: Bars
    overview: Bars
    scale: BarScale = BarScale.AUTO
    first_weekday: int = 0
    marker: int | None = None
    pulse: int | None = None
    hovered: Part = Part.NOTHING
    hovered_bar: int | None = None
    focused: Part | None = field(default=None)


class AxisPainter:
    """Draws an `AxisPicture`.

    Parameters
    ----------
    painter : QPainter
    theme : Theme
    font : QFont
    """

    def __init__(self, painter: QtGui.QPainter, theme: Theme, font: QtGui.QFont) -> None:
        self._p = painter
        self._theme = theme
        self._font = font

    def ground(self, picture: AxisPicture) -> None:
        """Draw what stays while the window moves: canvas, ticks, the strip's bars."""
        self._p.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, True)
        layout = picture.layout
        self._p.fillRect(
            QRectF(layout.left, 0, layout.axis_width, layout.bars_bottom), self._theme.colour("canvas")
        )
        self._ticks(picture)
        self._overview_bars(picture)

    def paint(self, picture: AxisPicture) -> None:
        """Draw the rest: window, bars, handles, moments, the zoomed part of the strip."""
        self._p.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, True)
        layout = picture.layout
        self._p.save()
        self._p.setClipRect(
            QRectF(layout.left - HANDLE_PX, 0, layout.axis_width + 2 * HANDLE_PX, layout.height)
        )
        self._window_ground(layout)
        BarsPainter(self._p, self._theme, layout, picture.bars, picture.scale).paint(picture.hovered_bar)
        self._window_frame(picture)
        self._moments(picture)
        self._p.restore()
        self._overview_frame(picture)

    # -- window

    def _window_ground(self, layout: SliderLayout) -> None:
        x0, x1 = self._window_x(layout)
        self._p.fillRect(QRectF(x0, 0, x1 - x0, layout.bars_bottom), self._theme.colour("accent", 0.10))

    def _window_x(self, layout: SliderLayout) -> tuple[float, float]:
        """The part of the window that lies on the axis; a pixel at its edge when none does."""
        x0, x1 = (min(max(x, layout.left), layout.right) for x in layout.window_x())
        return x0, max(x1, x0 + 1)

    def _window_frame(self, picture: AxisPicture) -> None:
        layout = picture.layout
        x0, x1 = self._window_x(layout)
        mode = layout.timeline.mode
        accent = self._theme.colour("accent")
        self._p.fillRect(QRectF(x0, 0, x1 - x0, 3), accent)
        # The handles stand outside of what they bound, so that a bar inside is never hidden under one.
        start, end = layout.window_x()
        if mode is not Mode.CUMULATIVE and layout.left - 0.5 <= start <= layout.right + 0.5:
            self._handle(start - HANDLE_PX, picture, Part.START)
        if mode is not Mode.ONWARD and layout.left - 0.5 <= end <= layout.right + 0.5:
            self._handle(max(end, start + 1), picture, Part.END)
        self._tags(picture)
        if picture.focused is Part.BODY:
            self._focus_ring(QRectF(x0 + 3, 5, x1 - x0 - 6, layout.bars_bottom - 8))

    def _handle(self, x: float, picture: AxisPicture, part: Part) -> None:
        height = picture.layout.bars_bottom
        accent = self._theme.colour("accent")
        if picture.hovered is part:
            accent = accent.darker(115) if not self._theme.is_dark else accent.lighter(115)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(accent)
        self._p.drawRoundedRect(QRectF(x, 0, HANDLE_PX, height), 4, 4)
        self._p.setPen(QtGui.QPen(self._theme.colour("on_accent", 0.9), 1.2))
        middle = height / 2
        if picture.layout.timeline.locked is _EDGE_OF[part]:
            self._padlock(x + HANDLE_PX / 2, middle, self._theme.colour("on_accent"), is_closed=True)
        else:
            for dx in (3.5, 6.5):
                self._p.drawLine(QPointF(x + dx, middle - 8), QPointF(x + dx, middle + 8))
        if picture.focused is part:
            self._focus_ring(QRectF(x - 2, 1, HANDLE_PX + 4, height - 2))

    def _tags(self, picture: AxisPicture) -> None:
        """What locks a handle and opens its end, beside the handle that the pointer is at."""
        for edge, (left, top, right, bottom) in picture.layout.tags():
            lock, opening = _TAGS[edge]
            if picture.hovered not in (lock, opening, *(part for part, at in _EDGE_OF.items() if at is edge)):
                continue
            self._p.setPen(QtGui.QPen(self._theme.colour("line"), 1))
            self._p.setBrush(self._theme.colour("raised"))
            self._p.drawRoundedRect(QRectF(left + 1, top, right - left - 2, bottom - top), 4, 4)
            middle, half = (left + right) / 2, (bottom - top) / 4
            inks = {
                part: self._theme.colour("accent" if picture.hovered is part else "ink")
                for part in (lock, opening)
            }
            self._padlock(middle, top + half, inks[lock], picture.layout.timeline.locked is edge)
            self._arrow(middle, bottom - half, inks[opening], -1 if edge is Edge.START else 1)

    def _padlock(self, x: float, y: float, ink: QtGui.QColor, is_closed: bool) -> None:
        """A padlock about a point; an open one has its bow to the side."""
        self._p.setPen(QtGui.QPen(ink, 1.3))
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        shift = 0.0 if is_closed else 2.5
        self._p.drawArc(QRectF(x - 2.5 + shift, y - 6, 5, 7), 0, 180 * 16)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(ink)
        self._p.drawRoundedRect(QRectF(x - 4, y - 2, 8, 6), 1, 1)

    def _arrow(self, x: float, y: float, ink: QtGui.QColor, way: int) -> None:
        """An arrow that leads on and on: the end is open."""
        self._p.setPen(QtGui.QPen(ink, 1.4))
        tip = x + 5 * way
        self._p.drawLine(QPointF(x - 5 * way, y), QPointF(tip, y))
        self._p.drawPolyline(
            QtGui.QPolygonF([QPointF(tip - 3 * way, y + dy) if dy else QPointF(tip, y) for dy in (-3, 0, 3)])
        )

    def _focus_ring(self, rect: QtCore.QRectF) -> None:
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.setPen(QtGui.QPen(self._theme.colour("ink"), 2, Qt.PenStyle.DotLine))
        self._p.drawRoundedRect(rect, 4, 4)

    # -- moments

    def _moments(self, picture: AxisPicture) -> None:
        layout = picture.layout
        for ms, name, width in ((picture.pulse, "faint", 1.0), (picture.marker, "ink", 1.6)):
            if ms is None or not layout.timeline.view.holds(ms):
                continue
            x = layout.x_of(ms)
            self._p.setPen(QtGui.QPen(self._theme.colour(name), width))
            self._p.drawLine(QPointF(x, 4), QPointF(x, layout.bars_bottom))
            self._p.setPen(Qt.PenStyle.NoPen)
            self._p.setBrush(self._theme.colour(name))
            self._p.drawPolygon(QtGui.QPolygonF([QPointF(x - 5, 0), QPointF(x + 5, 0), QPointF(x, 7)]))

    # -- ticks

    def _ticks(self, picture: AxisPicture) -> None:
        layout = picture.layout
        marks = ticks(layout.timeline.view, layout.axis_width, LABEL_PX, picture.first_weekday)
        top = round(layout.bars_bottom)
        self._p.setPen(QtGui.QPen(self._theme.colour("line"), 1))
        self._p.drawLine(QPointF(layout.left, top + 0.5), QPointF(layout.right, top + 0.5))
        bold = QtGui.QFont(self._font)
        bold.setWeight(QtGui.QFont.Weight.Bold)
        metrics = QtGui.QFontMetricsF(self._font)
        row = (layout.overview_top - top - 8) / 2
        self._p.setFont(self._font)
        for tick in marks.minor:
            x = round(layout.x_of(tick.ms)) + 0.5
            if x + metrics.horizontalAdvance(tick.label) + 4 > layout.right + 12:
                continue
            self._p.setPen(QtGui.QPen(self._theme.colour("faint"), 1))
            self._p.drawLine(QPointF(x, top), QPointF(x, top + 5))
            self._p.setPen(self._theme.colour("soft"))
            self._p.drawText(QPointF(x + 3, top + 3 + row - metrics.descent()), tick.label)
        self._p.setFont(bold)
        self._p.setPen(self._theme.colour("ink"))
        self._major_row(layout, marks.major, QtGui.QFontMetricsF(bold), top + 4 + 2 * row - metrics.descent())

    def _major_row(self, layout, marks, metrics, y) -> None:  # type: ignore[no-untyped-def]
        """Labels of the longer unit; the first sticks to the left end and gives way to its neighbour."""
        limit = layout.right + 12
        for tick in reversed(marks):
            x = max(round(layout.x_of(tick.ms)) + 3.5, layout.left + 3.5)
            width = metrics.horizontalAdvance(tick.label)
            if x + width <= limit:
                self._p.drawText(QPointF(x, y), tick.label)
                limit = x - 12

    # -- overview

    def _overview_bars(self, picture: AxisPicture) -> None:
        layout, bars = picture.layout, picture.overview
        top, theme = layout.overview_top, self._theme
        strip = QRectF(layout.left, top, layout.axis_width, OVERVIEW_PX)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(theme.colour("canvas"))
        self._p.drawRoundedRect(strip, 3, 3)
        tall = heights(bars.kept + bars.soft_kept, bars.tallest, OVERVIEW_PX - 3, BarScale.ROOT)
        x = [layout.overview_x_of(int(ms)) for ms in bars.edges]
        bottom = top + OVERVIEW_PX
        rects = [
            QRectF(
                max(x[i], layout.left),
                bottom - tall[i],
                max(min(x[i + 1], layout.right) - x[i] - 0.5, 1),
                tall[i],
            )
            for i in np.flatnonzero(tall)
        ]
        if rects:
            self._p.setBrush(theme.colour("kept"))
            self._p.drawRects(*rects)

    def _overview_frame(self, picture: AxisPicture) -> None:
        layout, theme = picture.layout, self._theme
        top = layout.overview_top
        bottom = top + OVERVIEW_PX
        shown = layout.timeline.shown
        a, b = layout.overview_x_of(shown.start), layout.overview_x_of(shown.end)
        self._p.fillRect(QRectF(a, bottom - 2, max(b - a, 2), 2), theme.colour("accent"))
        if not layout.timeline.is_unzoomed:
            a = layout.overview_x_of(layout.timeline.view.start)
            b = layout.overview_x_of(layout.timeline.view.end)
            self._p.setPen(QtGui.QPen(theme.colour("accent"), 1.2))
            self._p.setBrush(theme.colour("accent", 0.16))
            self._p.drawRoundedRect(QRectF(a, top + 0.5, max(b - a, 3), OVERVIEW_PX - 1), 3, 3)
