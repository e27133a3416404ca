"""Icons drawn from paths: sharp at any size, in the colour that the theme asks for."""

from __future__ import annotations

from .qt import QtCore, QtGui

QPointF, Qt = QtCore.QPointF, QtCore.Qt
SIZE = 16

# Each icon: closed polygons on a 16 x 16 grid.
_SHAPES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "play": (((4, 2), (14, 8), (4, 14)),),
    "pause": (((4, 2), (7, 2), (7, 14), (4, 14)), ((9, 2), (12, 2), (12, 14), (9, 14))),
    "first": (((2, 3), (4, 3), (4, 13), (2, 13)), ((14, 3), (14, 13), (5, 8))),
    "last": (((12, 3), (14, 3), (14, 13), (12, 13)), ((2, 3), (2, 13), (11, 8))),
    "back": (((12, 3), (12, 13), (4, 8)),),
    "forward": (((4, 3), (4, 13), (12, 8)),),
    "plus": (
        ((7, 2), (9, 2), (9, 7), (14, 7), (14, 9), (9, 9), (9, 14), (7, 14), (7, 9), (2, 9), (2, 7), (7, 7)),
    ),
    "fit": (
        ((2, 2), (6, 2), (6, 4), (4, 4), (4, 6), (2, 6)),
        ((10, 2), (14, 2), (14, 6), (12, 6), (12, 4), (10, 4)),
        ((2, 10), (4, 10), (4, 12), (6, 12), (6, 14), (2, 14)),
        ((12, 10), (14, 10), (14, 14), (10, 14), (10, 12), (12, 12)),
    ),
    "minus": (((2, 7), (14, 7), (14, 9), (2, 9)),),
}


def icon(name: str, colour: QtGui.QColor) -> QtGui.QIcon:
    """The icon of that name, at one and two device pixels to the pixel."""
    result = QtGui.QIcon()
    for ratio in (1, 2):
        pixmap = QtGui.QPixmap(SIZE * ratio, SIZE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QtGui.QPainter(pixmap)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for shape in _SHAPES[name]:
            painter.drawPolygon(QtGui.QPolygonF([QPointF(x, y) for x, y in shape]))
        painter.end()
        result.addPixmap(pixmap)
    return result
