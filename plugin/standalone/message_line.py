"""A line under the window's head for what goes on: words, progress, cancel. A panel, not a pop-up."""

from __future__ import annotations

from typing import Callable

from ..ui.qt import QtCore, QtWidgets
from ..ui.theme import GRID

Qt = QtCore.Qt


class MessageLine(QtWidgets.QFrame):
    """Hidden until there is something to say.

    Parameters
    ----------
    parent : QWidget or None
    """

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._cancelled: Callable[[], None] = lambda: None
        self.words = QtWidgets.QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QtWidgets.QProgressBar(self)
        self.bar.setFixedWidth(200)
        self.bar.setTextVisible(False)
        self.cancel = QtWidgets.QPushButton("Cancel", self)
        self.cancel.clicked.connect(lambda _checked=False: self._cancelled())
        self.close_button = QtWidgets.QPushButton("Close", self)
        self.close_button.clicked.connect(lambda _checked=False: self.hush())
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.addWidget(self.words, 1)
        for widget in (self.bar, self.cancel, self.close_button):
            row.addWidget(widget)
        self.hush()

    def say(self, words: str) -> None:
        """Say something that a person may close."""
        self._show(words, is_busy=False, cancelled=None)

    def work(
        self, words: str, done: int = 0, total: int = 0, cancelled: Callable[[], None] | None = None
    ) -> None:
        """Say what is being done, how far it is, and let it be cancelled.

        Parameters
        ----------
        total : int
            0 when nobody knows.
        cancelled : callable or None
            None when it cannot be.
        """
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._show(words, is_busy=True, cancelled=cancelled)

    def hush(self) -> None:
        """Nothing goes on."""
        self.setVisible(False)

    def _show(self, words: str, is_busy: bool, cancelled: Callable[[], None] | None) -> None:
        self.words.setText(words)
        self._cancelled = cancelled or (lambda: None)
        self.bar.setVisible(is_busy)
        self.cancel.setVisible(cancelled is not None)
        self.close_button.setVisible(not is_busy)
        self.setVisible(True)
