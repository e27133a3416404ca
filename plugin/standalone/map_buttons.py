"""What stands over the map to be pressed: zoom, fit, what is not seen, what to do."""

from __future__ import annotations

from typing import Callable

from ..ui.icons import icon
from ..ui.qt import QtWidgets
from ..ui.theme import theme_of


def zoom_buttons(
    parent: QtWidgets.QWidget, zoom: Callable[[float], None], fit: Callable[[], None]
) -> QtWidgets.QWidget:
    """Buttons to zoom in and out and to show everything, one below the other."""
    box = QtWidgets.QWidget(parent)
    column = QtWidgets.QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    ink = theme_of(parent).colour("ink")
    for name, tip, run in (
        ("plus", "Zoom in", lambda: zoom(1.6)),
        ("minus", "Zoom out", lambda: zoom(1 / 1.6)),
        ("fit", "Show all events of the window", fit),
    ):
        button = QtWidgets.QToolButton(box)
        button.setIcon(icon(name, ink))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFixedSize(32, 32)
        button.clicked.connect(lambda _checked=False, run=run: run())
        column.addWidget(button)
    box.adjustSize()
    return box


class Hint(QtWidgets.QPushButton):
    """A few words over the map that can be pressed; hidden until there is something to say.

    Parameters
    ----------
    parent : QWidget
    pressed : callable
    """

    def __init__(self, parent: QtWidgets.QWidget, pressed: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setVisible(False)
        self.clicked.connect(lambda _checked=False: pressed())

    def say(self, words: str, top: int) -> None:
        """Show words in the middle, `top` pixels down; empty words hide it."""
        if words and words != self.text():
            self.setText(words)
            self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            self.move((parent.width() - self.width()) // 2, top)
        self.setVisible(bool(words))
