"""Why the chosen event is what it is, and what a person makes of it: confirm, edit, reject and the rest."""

from __future__ import annotations

from html import escape

from ..core.event import ReviewState
from ..core.schema import SEPARATOR, EventRow, MentionRow
from .card import MARGIN, Card
from .event_account import Answer, Told, answers_of
from .event_words import state_of, title_of
from .qt import QAction, QtCore, QtWidgets
from .study import Study
from .theme import GRID, Theme

Qt = QtCore.Qt
_SAID = {
    ReviewState.CONFIRMED.value: "You confirmed this event.",
    ReviewState.EDITED.value: "You edited this event; reading again leaves it as it is.",
    ReviewState.REJECTED.value: "You rejected this event. It is kept, and hidden unless the filter asks for it.",
    "merged": "You merged this event into another one. It is kept, and hidden unless the filter asks for it.",
}


_NOT_HERE = (
    "Decided",
    "In tables",
)  # what a person decided is told in the card's own words; codes are for files


class WhyCard(Card):
    """A card: the reasons in words, and the buttons to decide.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(study, parent)
        self.words = self.wrapped_label()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.scrolled(self.words), 1)
        actions = study.review_actions
        self.confirm, self.edit, self.reject = (
            action_button(self, actions.by_name[name], primary=name == "confirm")
            for name in ("confirm", "edit", "reject")
        )
        self.more = QtWidgets.QToolButton(self)
        self.more.setText("More ▾")
        self.more.setPopupMode(QtWidgets.QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip("Merge, split, undo")
        self.more.setMenu(actions.menu(self.more))
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(GRID)
        for button in (self.confirm, self.edit, self.reject, self.more):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def show_event(self, row: EventRow, mentions: list[MentionRow]) -> None:
        """Say why an event is what it is."""
        theme = self.themed()
        reports = [
            report for name in row.source.split(SEPARATOR) if (report := self._study.report(name)) is not None
        ]
        answers = answers_of(Told(None, row, mentions, reports))
        lines = "".join(_line(answer, theme) for answer in answers if answer.asked not in _NOT_HERE)
        state = state_of(row)
        said = f'<p style="color:{theme.accent};margin:4px 0">{_SAID[state]}</p>' if state in _SAID else ""
        self.words.setText(
            f"<p style='margin:0 0 4px 0'><b>{escape(title_of(row))}</b></p>{said}<table cellspacing=0>{lines}</table>"
        )
        is_confirmed = state == ReviewState.CONFIRMED.value
        self.confirm.setText("Confirmed ✓" if is_confirmed else "Confirm")
        if self.confirm.property("primary") == is_confirmed:  # what is done is no longer what to do
            self.confirm.setProperty("primary", not is_confirmed)
            repolish(self.confirm)
        self.reject.setText("Bring back" if state == ReviewState.REJECTED.value else "Reject")

    def height_for(self, width: int) -> int:
        """How tall the card must be for all of its words."""
        margins = 2 * MARGIN
        words = self.words.heightForWidth(width - margins - 2)
        return words + self.confirm.sizeHint().height() + 2 * GRID + margins


def _line(answer: Answer, theme: Theme) -> str:
    """A row of the card's table: the question, the value, and below it the reasons."""
    value, *reasons = answer.lines
    because = "".join(
        f'<div style="color:{theme.soft};margin-left:{8 * (len(reason) - len(reason.lstrip()))}px">'
        f"{escape(reason.strip())}</div>"
        for reason in reasons
    )
    return (
        f'<tr><td style="color:{theme.soft};padding:2px 16px 2px 0;white-space:nowrap">{answer.asked}</td>'
        f'<td style="padding:2px 0">{escape(value)}{because}</td></tr>'
    )


def action_button(
    parent: QtWidgets.QWidget, action: QAction, primary: bool = False, words: str = ""
) -> QtWidgets.QPushButton:
    """A button that does what an action does, and is live when it is.

    `words` stand instead of the action's own.
    """
    button = QtWidgets.QPushButton(words or action.text(), parent)
    button.setProperty("primary", primary)
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(lambda _checked=False: action.trigger())
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
    return button


def repolish(widget: QtWidgets.QWidget) -> None:
    """Let a widget take the look that its changed properties ask for."""
    style = widget.style()
    if style is not None:
        style.unpolish(widget)
        style.polish(widget)
