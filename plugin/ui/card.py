"""Cards: frames raised from the page, and those among them that ask for something and are closed again."""

from __future__ import annotations

from typing import Callable

from .qt import QtCore, QtWidgets, Signal
from .study import Study
from .theme import GRID, Theme, theme_of

Qt = QtCore.Qt
MARGIN = 12  # pixels


class Card(QtWidgets.QFrame):
    """A frame with one column: raised, a hairline, round corners.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._study = study
        self.setObjectName("card")
        self.column = QtWidgets.QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(GRID)

    def themed(self) -> Theme:
        """Take the look that the theme of now has for cards, and give that theme."""
        theme = theme_of(self)
        look = (
            f"#card {{ background: {theme.raised}; border: 1px solid {theme.line}; border-radius: 8px; }}"
            "#card QScrollArea, #card QScrollArea > QWidget, #card QScrollArea > QWidget > QLabel"
            " { background: transparent; }"
        )
        if self.styleSheet() != look:
            self.setStyleSheet(look)
        return theme

    def wrapped_label(self) -> QtWidgets.QLabel:
        """A label on the card whose words run over several lines."""
        label = QtWidgets.QLabel(self)
        label.setWordWrap(True)
        return label

    def scrolled(self, inside: QtWidgets.QWidget) -> QtWidgets.QScrollArea:
        """What scrolls up and down on the card, and has no frame of its own."""
        area = QtWidgets.QScrollArea(self)
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area


class AskingCard(Card):
    """A card with a heading that asks for something, and says what is wrong with the answer.

    Parameters
    ----------
    study : Study
    parent : QWidget or None

    Signals
    -------
    closed()
        It is done with, one way or the other.
    """

    closed = Signal()

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(study, parent)
        self.head = self.wrapped_label()
        self.problem = self.wrapped_label()
        self.column.addWidget(self.head)

    def add_answers(self, words: str, answer: Callable[[], None]) -> QtWidgets.QPushButton:
        """Put the problem, a button that answers and one that leaves at the end of the column; the first is given."""
        button = QtWidgets.QPushButton(words, self)
        button.setProperty("primary", True)
        button.clicked.connect(answer)
        cancel = QtWidgets.QPushButton("Cancel", self)
        cancel.clicked.connect(self.closed.emit)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(button)
        row.addWidget(cancel)
        row.addStretch(1)
        self.column.addWidget(self.problem)
        self.column.addLayout(row)
        self.tell("")
        return button

    def tell(self, problem: str) -> None:
        """Say what is wrong with the answer; nothing, when it is empty."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.problem.setStyleSheet(f"color: {theme_of(self).alarm};")
