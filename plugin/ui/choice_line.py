"""A box or a radio button with words that may run over several lines, all of it to be clicked."""

from __future__ import annotations

from .qt import QtCore, QtGui, QtWidgets
from .theme import GRID

Qt = QtCore.Qt


class ChoiceLine(QtWidgets.QWidget):
    """A button and its words.

    Parameters
    ----------
    button : QAbstractButton
        A check box or a radio button without words of its own.
    words : str
        Rich text.
    parent : QWidget or None
    """

    def __init__(
        self, button: QtWidgets.QAbstractButton, words: str, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._button = button
        label = QtWidgets.QLabel(words, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        button.setAccessibleName(QtGui.QTextDocumentFragment.fromHtml(words).toPlainText())
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent | None) -> None:  # noqa: N802
        """A click on the words is one on the button."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._button.click()
