"""What stands over the map: the window of time in words, the scale, the credit."""

from __future__ import annotations

from ..ui.qt import QtCore, QtGui
from ..ui.theme import GRID, Theme
from .projection import MapView, scale_bar

Qt = QtCore.Qt
LONGEST_SCALE_PX = 120.0


class MapFrame:
    """Draws over the map.

    Parameters
    ----------
    painter : QPainter
    theme : Theme
    font : QFont
    view : MapView
    """

    def __init__(self, painter: QtGui.QPainter, theme: Theme, font: QtGui.QFont, view: MapView) -> None:
        self._p = painter
        self._theme = theme
        self._view = view
        self._bold = QtGui.QFont(font)
        self._bold.setWeight(QtGui.QFont.Weight.Bold)
        self._small = QtGui.QFont(font)
        self._small.setPointSizeF(font.pointSizeF() * 0.85)

    def window(self, words: str) -> None:
        """The window of time, in the upper left."""
        width = QtGui.QFontMetricsF(self._bold).horizontalAdvance(words) + 3 * GRID
        chip = QtCore.QRectF(2 * GRID - 2, 2 * GRID - 2, width, 34)
        self._p.setPen(QtGui.QPen(self._theme.colour("line"), 1))
        self._p.setBrush(self._theme.colour("raised", 0.94))
        self._p.drawRoundedRect(chip, 6, 6)
        self._p.setPen(self._theme.colour("ink"))
        self._p.setFont(self._bold)
        self._p.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def scale(self) -> None:
        """A round distance, in the lower left."""
        length, words = scale_bar(self._view.metres_per_px, min(LONGEST_SCALE_PX, self._view.width / 5))
        self._p.setFont(self._small)
        text = QtGui.QFontMetricsF(self._small).horizontalAdvance(words)
        box = QtCore.QRectF(12, self._view.height - 40, max(length, text) + 3 * GRID, 30)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(self._theme.colour("raised", 0.8))
        self._p.drawRoundedRect(box, 4, 4)
        self._p.setPen(self._theme.colour("ink"))
        self._p.drawText(box.adjusted(0, 2, 0, -8), Qt.AlignmentFlag.AlignCenter, words)
        y, x = box.bottom() - 7, box.center().x() - length / 2
        corners = ((x, y - 4), (x, y), (x + length, y), (x + length, y - 4))
        self._p.setPen(QtGui.QPen(self._theme.colour("ink"), 1.4))
        self._p.drawPolyline(QtGui.QPolygonF([QtCore.QPointF(*corner) for corner in corners]))

    def credit(self, words: str) -> None:
        """Whose data it is, in the lower right."""
        width = QtGui.QFontMetricsF(self._small).horizontalAdvance(words) + 2 * GRID
        box = QtCore.QRectF(self._view.width - width - 8, self._view.height - 26, width, 18)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(self._theme.colour("raised", 0.7))
        self._p.drawRoundedRect(box, 4, 4)
        self._p.setFont(self._small)
        self._p.setPen(self._theme.colour("soft"))
        self._p.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
