"""One event is two: which of its tellings tell of the other."""

from __future__ import annotations

from html import escape

from ..core.schema import EventRow, MentionRow
from .card import AskingCard
from .choice_line import ChoiceLine
from .event_words import title_of
from .qt import QtCore, QtWidgets
from .study import Study
from .theme import GRID, theme_of

Qt = QtCore.Qt


class SplitForm(AskingCard):
    """A card that lists the tellings of an event, each with a box to tick.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(study, parent)
        self._lines = QtWidgets.QVBoxLayout()
        self._lines.setSpacing(GRID)
        self.boxes: dict[int, QtWidgets.QCheckBox] = {}
        self._shown: list[ChoiceLine] = []
        inside = QtWidgets.QWidget()
        inside.setLayout(self._lines)
        self.column.addWidget(self.scrolled(inside), 1)
        self.go = self.add_answers("Split", self._split)

    def show_event(self, row: EventRow, mentions: list[MentionRow]) -> None:
        """List the tellings of an event."""
        theme = self.themed()
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
