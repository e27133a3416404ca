"""One event is two: which of its tellings tell of the other."""

from __future__ import annotations

from html import escape

from ..core.schema import EventRow, MentionRow
from .choice_line import ChoiceLine
from .event_words import title_of
from .qt import QtCore, QtWidgets, Signal
from .study import Study
from .theme import GRID, theme_of
from .why_card import as_card

Qt = QtCore.Qt


class SplitForm(QtWidgets.QFrame):
    """A card that lists the tellings of an event, each with a box to tick.

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
        super().__init__(parent)
        self._study = study
        self.setObjectName("card")
        self.head = QtWidgets.QLabel(self)
        self.head.setWordWrap(True)
        self._lines = QtWidgets.QVBoxLayout()
        self._lines.setSpacing(GRID)
        self.boxes: dict[int, QtWidgets.QCheckBox] = {}
        self._shown: list[ChoiceLine] = []
        inside = QtWidgets.QWidget()
        inside.setLayout(self._lines)
        self._scroll = QtWidgets.QScrollArea(self)
        self._scroll.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self.go = QtWidgets.QPushButton("Split", self)
        self.go.setProperty("primary", True)
        self.go.clicked.connect(self._split)
        cancel = QtWidgets.QPushButton("Cancel", self)
        cancel.clicked.connect(self.closed.emit)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.go)
        row.addWidget(cancel)
        row.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(GRID)
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)
        column.addLayout(row)

    def show_event(self, row: EventRow, mentions: list[MentionRow]) -> None:
        """List the tellings of an event."""
        theme = theme_of(self)
        as_card(self, theme)
        for line in self._shown:
            line.deleteLater()
        self._shown = []
        sentences = sorted(
            (one for one in mentions if one.role == "sentence" and one.rule is None), key=lambda one: one.rank
        )
        self.boxes = {one.rank: self._box(one) for one in sentences}
        if len(self.boxes) > 1:
            words = "Tick what tells of another event. It gets the same values, which you can edit."
        else:
            words = "One sentence tells it. Splitting makes a second event with the same values, which you can edit."
        self.head.setText(
            f"<b>{escape(title_of(row))}</b><br><span style='color:{theme.soft}'>{words}</span>"
        )
        self._follow()

    def _box(self, sentence: MentionRow) -> QtWidgets.QCheckBox:
        box = QtWidgets.QCheckBox(self)
        box.toggled.connect(lambda _on: self._follow())
        words = escape(" ".join(sentence.text.split()))
        report = f'<span style="color:{theme_of(self).soft}">{escape(sentence.report_id)}</span>'
        line = ChoiceLine(box, f"{words}<br>{report}", self)
        self._lines.addWidget(line)
        self._shown.append(line)
        return box

    def _follow(self) -> None:
        ticked = [rank for rank, box in self.boxes.items() if box.isChecked()]
        self.go.setEnabled(len(self.boxes) < 2 or 0 < len(ticked) < len(self.boxes))

    def _split(self) -> None:
        away = [rank for rank, box in self.boxes.items() if box.isChecked() or len(self.boxes) == 1]
        self.closed.emit()
        self._study.review.split(away)
