"""The report of the chosen event: its text with the words marked that the event rests on, and why it is what it is."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import NamedTuple

from ..core.schema import SEPARATOR, EventRow, MentionRow, ReportRow
from ..core.wording import day_in_words
from .event_words import reasons_of, title_of
from .qt import QtCore, QtGui, QtWidgets, int_of
from .study import Study
from .theme import GRID, Theme, as_page, mixed, serif, theme_of

Qt = QtCore.Qt

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


class ReportPane(QtWidgets.QWidget):
    """Shows the study's chosen event.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._study = study
        as_page(self)
        self._row: EventRow | None = None
        self._mentions: list[MentionRow] = []
        self._report: ReportRow | None = None
        self._sentence: Mark | None = None
        self._later = QtCore.QTimer(self)  # the text has its place only once the pane is laid out anew
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._scroll)
        self._head = QtWidgets.QLabel(self)
        self._head.setWordWrap(True)
        self._title = QtWidgets.QLabel(self)
        self._title.setWordWrap(True)
        self._text = QtWidgets.QTextBrowser(self)
        self._text.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._text.setAccessibleName("Text of the report")
        self._sources = QtWidgets.QLabel(self)
        self._sources.setWordWrap(True)
        self._sources.linkActivated.connect(self._show_report)
        self._why = QtWidgets.QLabel(self)
        self._why.setWordWrap(True)
        self._why.setTextFormat(Qt.TextFormat.RichText)
        self._why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._why.setContentsMargins(12, 12, 12, 12)
        self._card = QtWidgets.QScrollArea(self)
        self._card.setObjectName("why")
        self._card.setWidgetResizable(True)
        self._card.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._card.setWidget(self._why)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 12, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._head)
        column.addWidget(self._title)
        column.addWidget(self._text, 2)
        column.addWidget(self._sources)
        column.addWidget(self._card, 3)  # no taller than its words, see _fit_card
        study.selectionChanged.connect(self._follow)
        study.opened.connect(lambda: self._follow(study.selected))
        self._follow(study.selected)

    def sizeHint(self) -> QtCore.QSize:  # noqa: N802
        """A column of comfortable reading width."""
        return QtCore.QSize(400, 480)

    def show_event(self, row: EventRow) -> None:
        """Show an event that has no number: an undated one."""
        self._row, self._mentions = row, self._study.mentions(row.event_id)
        sources = row.source.split(SEPARATOR)
        self._show_report(sources[0])

    def resizeEvent(self, event: QtGui.QResizeEvent | None) -> None:  # noqa: N802
        """The sentence stays in sight."""
        super().resizeEvent(event)
        self._fit_card()
        self._later.start()

    def _follow(self, number: int | None) -> None:
        if number is None:
            self._row = None
            self._fill()
        else:
            self.show_event(self._study.row(number))

    def _show_report(self, report_id: str) -> None:
        self._report = self._study.report(report_id)
        self._fill()

    def changeEvent(self, event: QtCore.QEvent | None) -> None:  # noqa: N802
        """Colours follow the palette."""
        super().changeEvent(event)
        if event is not None and event.type() == QtCore.QEvent.Type.PaletteChange and hasattr(self, "_card"):
            self._fill()

    def _fill(self) -> None:
        theme = theme_of(self)
        for widget in (self._title, self._text, self._card, self._sources):
            widget.setVisible(self._row is not None)
        if self._row is None:
            words = "Choose an event to read where it comes from." if self._study.loaded else ""
            self._head.setText(f'<span style="color:{theme.soft}">{words}</span>')
            self._head.setAlignment(Qt.AlignmentFlag.AlignTop)
            return
        self._fill_report(theme)
        self._fill_sources(theme, self._row)
        self._fill_why(theme, self._row)

    def _fill_report(self, theme: Theme) -> None:
        report = self._report
        if report is None:
            self._head.setText(f'<span style="color:{theme.soft}">The file does not hold this report.</span>')
            self._title.clear()
            self._text.clear()
            return
        day = report.published
        published = "without a date"
        if day is not None:
            published = f"published {day_in_words(datetime(day.year, day.month, day.day))}"
        parts = [report.source or "Report", published]
        self._head.setText(f'<span style="color:{theme.soft}">{escape(" · ".join(parts))}</span>')
        title = report.title or report.report_id
        self._title.setText(f'<span style="font-size:12pt;font-weight:600">{escape(title)}</span>')
        font = QtGui.QFont(serif())
        font.setPointSizeF(self.font().pointSizeF() * 1.15)
        self._text.setFont(font)
        self._text.setPlainText(report.text)
        self._space_lines()
        marks = marks_of(report.text, self._mentions, report.report_id)
        self._text.setExtraSelections([self._selection(mark, theme) for mark in marks])
        self._sentence = next((mark for mark in marks if mark.role == "sentence"), None)
        self._later.start()

    def _space_lines(self) -> None:
        block = QtGui.QTextBlockFormat()
        block.setLineHeight(140.0, int_of(QtGui.QTextBlockFormat.LineHeightTypes.ProportionalHeight))
        cursor = QtGui.QTextCursor(self._text.document())
        cursor.select(QtGui.QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)

    def _selection(self, mark: Mark, theme: Theme) -> QtWidgets.QTextEdit.ExtraSelection:
        selection = QtWidgets.QTextEdit.ExtraSelection()
        cursor = QtGui.QTextCursor(self._text.document())
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
        bar, viewport = self._text.verticalScrollBar(), self._text.viewport()
        if self._sentence is None or bar is None or viewport is None:
            return
        cursor = QtGui.QTextCursor(self._text.document())
        cursor.setPosition(self._sentence.start)
        top = self._text.cursorRect(cursor).top()
        bar.setValue(bar.value() + top - viewport.height() // 4)

    def _fill_sources(self, theme: Theme, row: EventRow) -> None:
        sources = row.source.split(SEPARATOR)
        self._sources.setVisible(len(sources) > 1)
        current = None if self._report is None else self._report.report_id
        links = [
            f"<b>{escape(source)}</b>"
            if source == current
            else f'<a href="{escape(source)}" style="color:{theme.accent};text-decoration:none">{escape(source)}</a>'
            for source in sources
        ]
        self._sources.setText(f'<span style="color:{theme.soft}">told by</span> ' + " · ".join(links))

    def _fill_why(self, theme: Theme, row: EventRow) -> None:
        self._card.setStyleSheet(
            f"#why > QWidget, #why > QWidget > QLabel {{ background: transparent; }}"
            f"#why {{ background: {theme.raised}; border: 1px solid {theme.line}; border-radius: 8px; }}"
        )
        lines = "".join(
            f'<tr><td style="color:{theme.soft};padding:2px 16px 2px 0;white-space:nowrap">{reason.asked}</td>'
            f'<td style="padding:2px 0">{escape(reason.value)}'
            + (
                f'<span style="color:{theme.soft}"> — {escape(reason.because)}</span>'
                if reason.because
                else ""
            )
            + "</td></tr>"
            for reason in reasons_of(row, self._mentions)
        )
        self._why.setText(
            f"<p style='margin-top:0'><b>{escape(title_of(row))}</b></p><table cellspacing=0>{lines}</table>"
        )
        self._fit_card()

    def _fit_card(self) -> None:
        """The card is as tall as its words need; where that is more than its share of the pane, it scrolls."""
        width = self.width() - 4 * GRID - 2
        self._card.setMaximumHeight(self._why.heightForWidth(width) + GRID + 2 * self._card.frameWidth())
