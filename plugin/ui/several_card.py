"""Several events are chosen: what they are, and what can be decided about all of them."""

from __future__ import annotations

from html import escape

import numpy as np

from ..core.wording import number_of
from .card import Card
from .choice_line import ChoiceLine
from .event_words import subtitle_of, title_of, when_in_words
from .qt import QtCore, QtWidgets
from .study import Study
from .theme import GRID
from .why_card import action_button

Qt = QtCore.Qt
MOST_LISTED = 12


class SeveralCard(Card):
    """A card that lists the chosen events; which of them gives a merged one its values is chosen here.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(study, parent)
        self.head = self.wrapped_label()
        self.leads = QtWidgets.QButtonGroup(self)
        self._lines = QtWidgets.QVBoxLayout()
        self._lines.setSpacing(GRID)
        self._shown: list[ChoiceLine] = []
        actions = study.review_actions.by_name
        buttons = QtWidgets.QHBoxLayout()
        buttons.setSpacing(GRID)
        for name in ("confirm", "reject", "edit"):
            buttons.addWidget(
                action_button(self, actions[name], words=f"{actions[name].text().rstrip('…')} all")
            )
        buttons.addStretch(1)
        self.merge = QtWidgets.QPushButton("Merge into one", self)
        self.merge.setProperty("primary", True)
        self.merge.setToolTip(
            "They tell of the same event: one stays, with all their reports; the others are hidden behind it (M)"
        )
        self.merge.clicked.connect(self._merge)
        self.column.addWidget(self.head)
        self.column.addLayout(self._lines)
        self.column.addWidget(self.merge, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(buttons)
        self.column.addStretch(1)

    def show_chosen(self) -> None:
        """List the events that are chosen now."""
        study, theme = self._study, self.themed()
        for button in self.leads.buttons():
            self.leads.removeButton(button)
        for line in self._shown:
            line.deleteLater()
        self._shown = []
        chosen = study.chosen
        listed = study.rows(np.array(chosen[:MOST_LISTED], dtype=np.intp))
        more = len(chosen) - len(listed)
        tail = f" The first {MOST_LISTED} are listed." if more else ""
        self.head.setText(
            f"<b>{number_of(len(chosen), 'event')} chosen</b><br>"
            f'<span style="color:{theme.soft}">If they are the same event, mark the one that tells it best: '
            f"its values stay.{escape(tail)}</span>"
        )
        for number, row in zip(chosen, listed):
            button = QtWidgets.QRadioButton(self)
            button.setProperty("event_id", row.event_id)
            button.setChecked(number == study.selected)
            self.leads.addButton(button)
            words = (
                f"{escape(title_of(row))}<br>"
                f'<span style="color:{theme.soft}">{escape(when_in_words(row))} · {escape(subtitle_of(row))}</span>'
            )
            line = ChoiceLine(button, words, self)
            self._lines.addWidget(line)
            self._shown.append(line)

    def _merge(self) -> None:
        marked = self.leads.checkedButton()
        self._study.review.merge(None if marked is None else str(marked.property("event_id")))
