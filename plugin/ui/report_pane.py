"""The report of the chosen event: its text with the words marked that the event rests on, why it is what it is, and
what a person makes of it.
"""

from __future__ import annotations

from datetime import datetime
from html import escape

from ..core.report import DctBasis
from ..core.schema import SEPARATOR, EventRow, MentionRow, ReportRow
from ..core.wording import day_in_words
from .edit_form import EditForm
from .qt import QtCore, QtGui, QtWidgets
from .report_date_form import ReportDateForm
from .report_text import ReportText
from .several_card import SeveralCard
from .split_form import SplitForm
from .study import Study
from .theme import GRID, Theme, as_page, theme_of
from .why_card import WhyCard

Qt = QtCore.Qt
_BASIS = {
    DctBasis.GIVEN.value: "as you said",
    DctBasis.METADATA.value: "from its page or file name",
    DctBasis.DATELINE.value: "from the text's dateline",
}


class ReportPane(QtWidgets.QWidget):
    """Shows what the study has chosen.

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
        self.head = QtWidgets.QLabel(self)
        self.head.setWordWrap(True)
        self.head.linkActivated.connect(lambda _link: self.ask_date())
        self._title = QtWidgets.QLabel(self)
        self._title.setWordWrap(True)
        self.text = ReportText(self)
        self._sources = QtWidgets.QLabel(self)
        self._sources.setWordWrap(True)
        self._sources.linkActivated.connect(self._show_report)
        self.note = QtWidgets.QLabel(self)
        self.note.setWordWrap(True)
        self.why = WhyCard(study)
        self.several = SeveralCard(study)
        self.edit = EditForm(study)
        self.split = SplitForm(study)
        self.date = ReportDateForm(study)
        self._cards = QtWidgets.QStackedWidget(self)
        for card in (self.why, self.several, self.edit, self.split, self.date):
            self._cards.addWidget(card)
        for form in (self.edit, self.split, self.date):
            form.closed.connect(self._close_form)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 12, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.head)
        column.addWidget(self._title)
        column.addWidget(self.text, 2)
        column.addWidget(self._sources)
        column.addWidget(self.note)
        column.addWidget(self._cards, 3)  # no taller than its words, see _fit_card
        study.review_actions.live_in(self)
        study.chosenChanged.connect(self._follow)
        study.opened.connect(self._follow)
        study.review.editAsked.connect(self._ask_values)
        study.review.splitAsked.connect(self._ask_tellings)
        study.review.decided.connect(lambda words: self._say(words))
        study.review.failed.connect(lambda words: self._say(words, is_bad=True))
        self._follow()

    def sizeHint(self) -> QtCore.QSize:  # noqa: N802
        """A column of comfortable reading width."""
        return QtCore.QSize(400, 480)

    def ask_date(self) -> None:
        """Ask when the report was written that is shown; without one, when the first was that nobody has dated."""
        loaded = self._study.loaded
        if self._report is None and loaded is not None and loaded.dateless:
            self._report = self._study.report(loaded.dateless[0].report_id)
            self._fill()
        if self._report is not None:
            self.date.show_report(self._report)
            self._show_form(self.date)

    def resizeEvent(self, event: QtGui.QResizeEvent | None) -> None:  # noqa: N802
        """The card is as tall as its words need."""
        super().resizeEvent(event)
        self._fit_card()

    def changeEvent(self, event: QtCore.QEvent | None) -> None:  # noqa: N802
        """Colours follow the palette."""
        super().changeEvent(event)
        if event is not None and event.type() == QtCore.QEvent.Type.PaletteChange and hasattr(self, "_cards"):
            self._fill()

    # -- what is shown

    def _follow(self) -> None:
        """Show what is chosen now."""
        study = self._study
        row = study.undated
        if row is None and study.selected is not None:
            row = study.row(study.selected)
        self._row = row
        self._mentions = [] if row is None else study.mentions(row.event_id)
        self._report = None if row is None else study.report(row.source.split(SEPARATOR)[0])
        self._say("")
        self._close_form()

    def _show_report(self, report_id: str) -> None:
        self._report = self._study.report(report_id)
        self._fill()

    def _close_form(self) -> None:
        """Back from a form to the card of what is chosen."""
        self._study.review_actions.set_resting(False)
        self._turn_to(self.several if len(self._study.chosen) > 1 else self.why)
        self._fill()

    def _fill(self) -> None:
        theme = theme_of(self)
        has_form = self._cards.currentWidget() in (self.edit, self.split, self.date)
        for widget in (self._title, self.text):
            widget.setVisible(self._report is not None or self._row is not None)
        self._cards.setVisible(self._row is not None or has_form)
        self._sources.setVisible(False)
        if self._row is None and self._report is None:
            words = "Choose an event to read where it comes from." if self._study.loaded else ""
            self.head.setText(f'<span style="color:{theme.soft}">{words}</span>')
            self.head.setAlignment(Qt.AlignmentFlag.AlignTop)
            return
        self._fill_report(theme)
        if self._row is not None:
            self._fill_sources(theme, self._row)
            self.why.show_event(self._row, self._mentions)
        if len(self._study.chosen) > 1:
            self.several.show_chosen()
        self._fit_card()

    def _fill_report(self, theme: Theme) -> None:
        report = self._report
        self.text.show_report(report, self._mentions)
        if report is None:
            self.head.setText(f'<span style="color:{theme.soft}">The file does not hold this report.</span>')
            self._title.clear()
            return
        day = report.published
        if day is None:
            words, link = "date not known", "give it"
        else:
            published = day_in_words(datetime(day.year, day.month, day.day))
            basis = _BASIS.get(report.published_basis)
            words, link = f"published {published}" + (f", {basis}" if basis else ""), "change"
        told = escape(" · ".join((report.source or "Report", words)))
        self.head.setText(
            f'<span style="color:{theme.soft}">{told} · </span>'
            f'<a href="date" style="color:{theme.accent};text-decoration:none">{link}</a>'
        )
        title = report.title or report.report_id
        self._title.setText(f'<span style="font-size:12pt;font-weight:600">{escape(title)}</span>')

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

    # -- forms

    def _ask_values(self) -> None:
        rows = self._study.chosen_rows()
        if rows:
            self.edit.show_events(rows)
            self._show_form(self.edit)

    def _ask_tellings(self) -> None:
        if self._row is not None:
            self.split.show_event(self._row, self._mentions)
            self._show_form(self.split)

    def _show_form(self, form: QtWidgets.QWidget) -> None:
        """A form in the card's place; letters are for its fields then, not for decisions."""
        self._study.review_actions.set_resting(True)
        self._say("")
        self._turn_to(form)
        self._cards.setVisible(True)
        self._fit_card()

    def _turn_to(self, card: QtWidgets.QWidget) -> None:
        """Show a card; the others ask for no room meanwhile."""
        sizes = QtWidgets.QSizePolicy.Policy
        for nth in range(self._cards.count()):
            page = self._cards.widget(nth)
            if page is not None:
                page.setSizePolicy(sizes.Preferred, sizes.Preferred if page is card else sizes.Ignored)
        self._cards.setCurrentWidget(card)

    def _say(self, words: str, is_bad: bool = False) -> None:
        theme = theme_of(self)
        self.note.setText(words)
        self.note.setStyleSheet(f"color: {theme.alarm if is_bad else theme.soft};")
        self.note.setVisible(bool(words))

    def _fit_card(self) -> None:
        """The reasons take as much room as their words need; where that is more than their share, they scroll."""
        is_why = self._cards.currentWidget() is self.why
        tallest = self.why.height_for(self.width() - 4 * GRID) if is_why else 16_777_215  # Qt's "any height"
        self._cards.setMaximumHeight(tallest)
