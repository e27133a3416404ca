"""Paint the bars of the time axis: stacked by type, soft where dates are, grey beside the window, pale if filtered."""

from __future__ import annotations

import numpy as np

from ..core.calendar import Int64Array
from .qt import QtCore, QtGui
from .slider_bars import Bars, BarScale, Floats, heights
from .slider_layout import SliderLayout
from .theme import Theme, type_colour

QRectF, Qt = QtCore.QRectF, QtCore.Qt
TOP_PX = 10.0  # room above the tallest bar
BLOCK_FROM_PX = 6.0  # an event is a block of its own where it is that tall
SOFT = 0.42  # opacity of what is told less exactly than a bar


class BarsPainter:
    """Draws bars into an axis.

    Parameters
    ----------
    painter : QPainter
    theme : Theme
    layout : SliderLayout
    bars : Bars
    scale : BarScale
    """

    def __init__(
        self, painter: QtGui.QPainter, theme: Theme, layout: SliderLayout, bars: Bars, scale: BarScale
    ) -> None:
        self._p, self._theme, self._bars = painter, theme, bars
        x = np.array([layout.x_of(int(ms)) for ms in bars.edges])
        self._gap = 2.0 if len(x) > 1 and (x[1] - x[0]) >= 7 else 1.0
        self._x0 = np.round(np.maximum(x[:-1], layout.left) + self._gap / 2)
        self._x1 = np.maximum(np.round(np.minimum(x[1:], layout.right) - self._gap / 2), self._x0 + 1)
        self._bottom = round(layout.bars_bottom)
        room, tallest = layout.bars_bottom - TOP_PX, bars.tallest
        self._kept = bars.kept + bars.soft_kept
        self._kept_px = heights(self._kept, tallest, room, scale)
        self._all_px = heights(bars.everything + bars.soft_everything, tallest, room, scale)
        self._has_blocks = (
            scale in (BarScale.AUTO, BarScale.EVEN) and tallest > 0 and room / tallest >= BLOCK_FROM_PX
        )

    def paint(self, hovered: int | None) -> None:
        """Draw them all; `hovered` is the bar under the pointer."""
        bars, theme = self._bars, self._theme
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, self._has_blocks)
        px = self._kept_px / np.maximum(self._kept, 1e-9)  # of one event
        base = np.zeros(len(bars.kept))
        for kind in np.flatnonzero(bars.chosen.any(axis=1)):
            counts = bars.chosen[kind]
            self._stack(type_colour(int(kind)), base, base + counts * px, counts)
            base = base + counts * px
        for kind in np.flatnonzero(bars.soft_chosen.any(axis=1)):
            soft = type_colour(int(kind))
            soft.setAlphaF(SOFT)
            self._stack(soft, base, base + bars.soft_chosen[kind] * px)
            base = base + bars.soft_chosen[kind] * px
        outside = bars.kept - bars.chosen.sum(axis=0)
        self._stack(theme.colour("kept"), base, base + outside * px, outside)
        self._stack(theme.colour("kept", SOFT), base + outside * px, self._kept_px)
        hidden = bars.everything - bars.kept
        is_whole = not bars.has_soft
        self._stack(theme.colour("silhouette"), self._kept_px, self._all_px, hidden if is_whole else None)
        if hovered is not None and hovered < len(self._x0):
            left, right = self._x0[hovered] - self._gap / 2, self._x1[hovered] + self._gap / 2
            self._p.fillRect(QRectF(left, 0, right - left, self._bottom), theme.colour("ink", 0.05))
        self._p.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, True)

    def _stack(
        self, colour: QtGui.QColor, low: Floats, high: Floats, counts: Int64Array | None = None
    ) -> None:
        """Bars from `low` to `high` above the ground: one block per event, or, where nobody counts them, one in all."""
        some = np.flatnonzero(high - low >= 0.5)
        if not len(some):
            return
        self._p.setBrush(colour)
        left, width = self._x0[some].tolist(), (self._x1 - self._x0)[some].tolist()
        lows, tall = low[some].tolist(), (high - low)[some].tolist()
        bottom = self._bottom
        if counts is None or not self._has_blocks:
            places = zip(left, width, lows, tall)
            self._p.drawRects(*[QRectF(x, bottom - y - h, w, max(h - 1, 1)) for x, w, y, h in places])
            return
        for x, w, y, h, n in zip(left, width, lows, tall, counts[some].tolist()):
            for nth in range(n):
                box = QRectF(x, bottom - y - (nth + 1) * h / n, w, max(h / n - 1, 1))
                self._p.drawRoundedRect(box, 2, 2)
