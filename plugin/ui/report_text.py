"""A report's text with the words marked that an event rests on."""

from __future__ import annotations

from typing import NamedTuple

from ..core.schema import MentionRow, ReportRow
from .qt import QtCore, QtGui, QtWidgets, int_of
from .theme import Theme, mixed, serif, theme_of

# Role of a mention -> its colour; underlined and tinted, so that it survives grey.
ROLE_COLOURS = {
    "trigger": "#C2410C",
    "place": "#0F8A6A",
    "date": "#C68A0A",
    "actor1": "#1F6FB2",
    "actor2": "#1F6FB2",
    "attribution": "#1F6FB2",
    "fatalities": "#7C5AA6",
    "injured": "#7C5AA6",
    "captured": "#7C5AA6",
    "displaced": "#7C5AA6",
}


class Mark(NamedTuple):
    """A stretch of the text to mark, in UTF-16 units as Qt counts, with its role."""

    start: int
    end: int
    role: str


def marks_of(text: str, mentions: list[MentionRow], report_id: str) -> list[Mark]:
    """The marks of one report, sentences first, so that words are drawn over them; no losing candidates."""
    units = _Utf16(text)
    marks = [
        Mark(units.at(mention.start_char), units.at(mention.end_char), mention.role)
        for mention in mentions
        if mention.report_id == report_id
        and mention.end_char > mention.start_char  # what a person has set stands nowhere in the text
        and (mention.role == "sentence" or mention.rank == 1 or mention.role == "trigger")
    ]
    return sorted(marks, key=lambda mark: (mark.role != "sentence", mark.start))


class _Utf16:
    """Offsets in code points to offsets in UTF-16 units, in which Qt counts."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, letter in enumerate(text) if ord(letter) > 0xFFFF]

    def at(self, offset: int) -> int:
        """The offset in UTF-16 units."""
        return offset + sum(1 for at in self._wide if at < offset)


class ReportText(QtWidgets.QTextBrowser):
    """Shows a text, its marks, and keeps the event's sentence in sight.

    Parameters
    ----------
    parent : QWidget or None
    """

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setAccessibleName("Text of the report")
        self._sentence: Mark | None = None
        self._later = QtCore.QTimer(self)  # the text has its place only once the pane is laid out anew
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._scroll)

    def show_report(self, report: ReportRow | None, mentions: list[MentionRow]) -> None:
        """Show a report with the words of an event marked; None shows nothing."""
        if report is None:
            self.clear()
            return
        font = QtGui.QFont(serif())
        parent = self.parentWidget()
        font.setPointSizeF((self if parent is None else parent).font().pointSizeF() * 1.15)
        self.setFont(font)
        self.setPlainText(report.text)
        self._space_lines()
        marks = marks_of(report.text, mentions, report.report_id)
        theme = theme_of(self)
        self.setExtraSelections([self._selection(mark, theme) for mark in marks])
        self._sentence = next((mark for mark in marks if mark.role == "sentence"), None)
        self._later.start()

    def resizeEvent(self, event: QtGui.QResizeEvent | None) -> None:  # noqa: N802
        """The sentence stays in sight."""
        super().resizeEvent(event)
        self._later.start()

    def _space_lines(self) -> None:
        block = QtGui.QTextBlockFormat()
        block.setLineHeight(140.0, int_of(QtGui.QTextBlockFormat.LineHeightTypes.ProportionalHeight))
        cursor = QtGui.QTextCursor(self.document())
        cursor.select(QtGui.QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)

    def _selection(self, mark: Mark, theme: Theme) -> QtWidgets.QTextEdit.ExtraSelection:
        selection = QtWidgets.QTextEdit.ExtraSelection()
        cursor = QtGui.QTextCursor(self.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QtGui.QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        looks = QtGui.QTextCharFormat()
        if mark.role == "sentence":
            looks.setBackground(theme.colour("tint"))
        else:
            colour = QtGui.QColor(ROLE_COLOURS.get(mark.role, theme.soft))
            looks.setUnderlineStyle(QtGui.QTextCharFormat.UnderlineStyle.SingleUnderline)
            looks.setUnderlineColor(colour)
            looks.setBackground(mixed(colour, theme.colour("ground"), 0.35 if theme.is_dark else 0.2))
        selection.format = looks
        return selection

    def _scroll(self) -> None:
        """Bring the sentence into sight, some lines of what comes before it above."""
        bar, viewport = self.verticalScrollBar(), self.viewport()
        if self._sentence is None or bar is None or viewport is None:
            return
        cursor = QtGui.QTextCursor(self.document())
        cursor.setPosition(self._sentence.start)
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - viewport.height() // 4)
