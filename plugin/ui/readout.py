"""What the window of time is, in words, and what it holds."""

from __future__ import annotations

from .qt import QtCore, QtGui, QtWidgets
from .theme import GRID, theme_of

Qt = QtCore.Qt


class Readout(QtWidgets.QWidget):
    """The window in words, large, and what it holds, small.

    Where room is short the small part gives way, then months lose all but three letters.
    """

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = ""
        self._short = ""
        self._rest = ""
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self.setFixedHeight(32)

    def say(self, head: str, rest: str, short: str = "") -> None:
        """Show two texts; `short` is another form of the first."""
        if (head, rest) != (self._head, self._rest):
            self._head, self._rest, self._short = head, rest, short or head
            self.setAccessibleName(f"{head}, {rest}")
            self.setToolTip(f"{head} · {rest}")
            self.update()

    @property
    def text(self) -> str:
        """All that it says."""
        return f"{self._head} · {self._rest}"

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:  # noqa: N802
        """Draw both, centred together."""
        painter = QtGui.QPainter(self)
        theme = theme_of(self)
        large = QtGui.QFont(self.font())
        large.setPointSizeF(self.font().pointSizeF() * 1.25)
        large.setWeight(QtGui.QFont.Weight.Bold)
        head, rest = QtGui.QFontMetricsF(large), QtGui.QFontMetricsF(self.font())
        room = self.width() - GRID
        fits = head.horizontalAdvance(self._head) <= room
        words = head.elidedText(self._head if fits else self._short, Qt.TextElideMode.ElideRight, room)
        width = head.horizontalAdvance(words)
        left_over = room - width - 12
        small = rest.elidedText(self._rest, Qt.TextElideMode.ElideRight, left_over) if left_over > 60 else ""
        total = width + (12 + rest.horizontalAdvance(small) if small else 0)
        x = max((self.width() - total) / 2, 4)
        baseline = (self.height() + head.ascent() - head.descent()) / 2
        painter.setFont(large)
        painter.setPen(theme.colour("ink"))
        painter.drawText(QtCore.QPointF(x, baseline), words)
        painter.setFont(self.font())
        painter.setPen(theme.colour("soft"))
        painter.drawText(QtCore.QPointF(x + width + 12, baseline), small)
