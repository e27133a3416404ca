"""One row of the list: the type's dot, what a person has decided, title, place and figures, how exact the date is."""

from __future__ import annotations

from ..core.event import ReviewState
from ..core.schema import EventRow
from .event_words import precision_of, state_of, subtitle_of, title_of
from .qt import QtCore, QtGui
from .theme import GRID, Theme, type_colour

Qt, QPointF = QtCore.Qt, QtCore.QPointF
HEADER_PX = 32
ROW_PX = 52
# Marks of a decision, as lines on a 10 x 10 grid: a tick, a pencil's stroke, a cross, an arrow into another one.
_MARKS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    ReviewState.CONFIRMED.value: (((1, 5), (4, 8), (9, 2)),),
    ReviewState.EDITED.value: (((1, 9), (2, 6), (7, 1), (9, 3), (4, 8), (1, 9)),),
    ReviewState.REJECTED.value: (((2, 2), (8, 8)), ((8, 2), (2, 8))),
    "merged": (((1, 5), (8, 5)), ((5, 2), (8, 5), (5, 8))),
}


class RowPainter:
    """Draws rows.

    Parameters
    ----------
    painter : QPainter
    theme : Theme
    font : QFont
    width : int
        Of a row, in pixels.
    """

    def __init__(self, painter: QtGui.QPainter, theme: Theme, font: QtGui.QFont, width: int) -> None:
        self._p = painter
        self._theme = theme
        self._width = width
        self._font = font
        self._bold = QtGui.QFont(font)
        self._bold.setWeight(QtGui.QFont.Weight.DemiBold)
        self._small = QtGui.QFont(font)
        self._small.setPointSizeF(font.pointSizeF() * 0.9)
        self._caps = QtGui.QFont(self._small)
        self._caps.setWeight(QtGui.QFont.Weight.DemiBold)
        self._caps.setCapitalization(QtGui.QFont.Capitalization.AllUppercase)
        self._caps.setLetterSpacing(QtGui.QFont.SpacingType.AbsoluteSpacing, 0.5)

    def header(self, top: int, words: str) -> None:
        """A day, or a longer period."""
        self._p.setFont(self._caps)
        self._p.setPen(self._theme.colour("soft"))
        baseline = top + HEADER_PX - 9
        self._p.drawText(QPointF(2 * GRID, baseline), words)

    def event(self, top: int, event: EventRow, code: int, is_chosen: bool, is_hovered: bool) -> None:
        """An event."""
        if is_chosen or is_hovered:
            rect = QtCore.QRectF(0, top, self._width, ROW_PX)
            self._p.fillRect(rect, self._theme.colour("tint" if is_chosen else "canvas"))
        if is_chosen:
            self._p.fillRect(QtCore.QRectF(0, top, 3, ROW_PX), self._theme.colour("accent"))
        state = state_of(event)
        is_aside = state in (ReviewState.REJECTED.value, "merged")
        self._dot(2 * GRID + 5, top + 18, event, code)
        self._mark(2 * GRID, top + 32, state)
        pill = precision_of(event)
        small = QtGui.QFontMetricsF(self._small)
        pill_width = small.horizontalAdvance(pill) + 2 * GRID
        left, right = 2 * GRID + 18, self._width - 2 * GRID
        pill_rect = QtCore.QRectF(right - pill_width, top + 9, pill_width, 20)
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.setPen(QtGui.QPen(self._theme.colour("line"), 1))
        self._p.drawRoundedRect(pill_rect, 10, 10)
        self._p.setFont(self._small)
        self._p.setPen(self._theme.colour("soft"))
        self._p.drawText(pill_rect, Qt.AlignmentFlag.AlignCenter, pill)
        self._line(
            left,
            top + 23,
            pill_rect.left() - GRID - left,
            title_of(event),
            self._title_font(is_aside),
            "soft" if is_aside else "ink",
        )
        self._line(left, top + 42, right - left, subtitle_of(event), self._font, "soft")

    def _title_font(self, is_aside: bool) -> QtGui.QFont:
        """Bold; struck out when a person has put the event aside."""
        font = QtGui.QFont(self._bold)
        font.setStrikeOut(is_aside)
        return font

    def _mark(self, x: float, y: float, state: str) -> None:
        """What a person has decided, under the dot; the words beside it say the same."""
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.setPen(QtGui.QPen(self._theme.colour("accent" if state == "confirmed" else "soft"), 1.6))
        for line in _MARKS.get(state, ()):
            self._p.drawPolyline(QtGui.QPolygonF([QPointF(x + dx, y + dy) for dx, dy in line]))

    def _dot(self, x: float, y: float, event: EventRow, code: int) -> None:
        colour = type_colour(code)
        if event.assertion != "occurred":
            colour.setAlphaF(0.55)
        if (event.where_prec or 7) > 2:
            self._p.setBrush(Qt.BrushStyle.NoBrush)
            self._p.setPen(QtGui.QPen(colour, 2))
            self._p.drawEllipse(QPointF(x, y), 4, 4)
        else:
            self._p.setBrush(colour)
            self._p.setPen(Qt.PenStyle.NoPen)
            self._p.drawEllipse(QPointF(x, y), 5, 5)

    def _line(self, x: float, y: float, width: float, words: str, font: QtGui.QFont, colour: str) -> None:
        self._p.setFont(font)
        self._p.setPen(self._theme.colour(colour))
        elided = QtGui.QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
        self._p.drawText(QPointF(x, y), elided)
