"""The pane on the left: how many events, the list, what is not on map or timeline, and what can be done about it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ..core.schema import SEPARATOR, EventRow
from ..core.timeline import Timeline
from ..core.wording import number_of
from .event_filter import PUT_ASIDE
from .event_list import EventListView
from .event_search import tells
from .event_words import subtitle_of, title_of, when_in_words
from .qt import QtCore, QtWidgets, Signal
from .study import Study
from .theme import GRID, as_page, theme_of

Qt = QtCore.Qt


class ListPane(QtWidgets.QWidget):
    """Counts, events, and the undated.

    Parameters
    ----------
    study : Study
    parent : QWidget or None

    Signals
    -------
    dateAsked()
        A person wants to say when reports were written: the report pane asks.
    """

    dateAsked = Signal()  # noqa: N815

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._study = study
        self._undated_shown: list[EventRow] = []
        as_page(self)
        self.head = QtWidgets.QLabel(self)
        self.view = EventListView(study, self)
        self.undated = QtWidgets.QListWidget(self)
        self.undated.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.undated.setWordWrap(True)
        self.undated.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.undated.setAccessibleName("Events without a date")
        self.undated.currentRowChanged.connect(self._choose_undated)
        self._pages = QtWidgets.QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.undated)
        self.foot = QtWidgets.QLabel(self)
        self.foot.setWordWrap(True)
        self.waiting = QtWidgets.QLabel(self)
        self.waiting.setWordWrap(True)
        for label in (self.head, self.foot, self.waiting):
            label.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
            label.linkActivated.connect(self._go)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.waiting)
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)
        study.review_actions.live_in(self)
        for view in (self.view, self.undated):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(partial(self._show_menu, view))
        study.controller.timelineChanged.connect(self._count)
        study.controller.indexChanged.connect(lambda: self._count(study.controller.timeline))
        study.opened.connect(self._open)
        study.revised.connect(self._list_undated)
        study.filterChanged.connect(self._list_undated)
        self._open()

    def show_undated(self, undated: bool) -> None:
        """Show the events without a date in place of those in the window, or the other way round."""
        self._pages.setCurrentIndex(1 if undated else 0)
        self._count(self._study.controller.timeline)

    def changeEvent(self, event: QtCore.QEvent | None) -> None:  # noqa: N802
        """Colours follow the palette."""
        super().changeEvent(event)
        if event is not None and event.type() == QtCore.QEvent.Type.PaletteChange and hasattr(self, "foot"):
            self._count(self._study.controller.timeline)

    def _go(self, link: str) -> None:
        if link == "date":
            self.dateAsked.emit()
        elif link == "aside":
            now = self._study.filter
            self._study.set_filter(replace(now, hidden_states=now.hidden_states - PUT_ASIDE))
        else:
            self.show_undated(self._pages.currentIndex() == 0)

    def _show_menu(self, view: QtWidgets.QWidget, at: QtCore.QPoint) -> None:
        """What can be decided about the events under the right button."""
        self._study.review_actions.menu(self).exec(view.mapToGlobal(at))

    def _open(self) -> None:
        self.show_undated(False)
        self._list_undated()

    def _list_undated(self) -> None:
        """List the undated anew; the one that is looked at stays so."""
        loaded, looked_at = self._study.loaded, self._study.undated
        self.undated.blockSignals(True)
        self.undated.clear()
        words = self._study.filter.words
        self._undated_shown = [row for row in (() if loaded is None else loaded.undated) if tells(row, words)]
        for at, row in enumerate(self._undated_shown):
            self.undated.addItem(f"{title_of(row)}\n{_what_is_known(row)}")
            if looked_at is not None and row.event_id == looked_at.event_id:
                self.undated.setCurrentRow(at)
        self.undated.blockSignals(False)
        self._count(self._study.controller.timeline)

    def _choose_undated(self, at: int) -> None:
        if 0 <= at < len(self._undated_shown):
            self._study.select_undated(self._undated_shown[at])

    def _count(self, timeline: Timeline | None) -> None:
        loaded, theme = self._study.loaded, theme_of(self)
        index = self._study.controller.index
        soft = f'<span style="color:{theme.soft}">'
        if loaded is None:
            self.head.setText(f"{soft}No file is open</span>")
            self.foot.clear()
            self.waiting.setVisible(False)
            return
        n_undated, n_unplaced = len(loaded.undated), self._study.n_unplaced
        self.waiting.setText(self._waiting_in_words())
        self.waiting.setVisible(self._pages.currentIndex() == 1 and bool(self.waiting.text()))
        if self._pages.currentIndex() == 1:
            words = "event" if n_undated == 1 else "events"
            n_found = len(self._undated_shown)
            found = "" if n_found == n_undated else f"{n_found:,} of "
            self.head.setText(f"<b>{found}{n_undated:,}</b> {soft}{words} without a date</span>")
            self.foot.setText(_link("back to the window", theme.accent))
            return
        shown = 0 if timeline is None or index is None else index.count(timeline.shown)
        words = f"<b>{shown:,}</b> {soft}of {number_of(len(loaded.table), 'event')} in the window</span>"
        n_aside = self._study.filter.n_put_aside(loaded.table)
        hidden = len(loaded.table) - (0 if index is None else len(index)) - n_aside
        if hidden > 0:
            words += f" {soft}· {hidden:,} filtered out</span>"
        if n_aside:
            aside = f"{n_aside:,} rejected or merged"
            words += f" {soft}· {aside}, </span>{_link('show', theme.accent, 'aside')}"
        self.head.setText(words)
        parts = [f"{n_undated:,} undated", f"{n_unplaced:,} without a place"]
        show = " · " + _link("show undated", theme.accent) if n_undated else ""
        self.foot.setText(
            f'<span style="color:{theme.soft};font-weight:600">NOT ON THE MAP</span><br>'
            f"{soft}{' · '.join(parts)}</span>{show}"
        )

    def _waiting_in_words(self) -> str:
        """How many of the undated wait for the date of their report, and a link to give it; empty when none does."""
        loaded = self._study.loaded
        if loaded is None or not loaded.dateless:
            return ""
        dateless = {report.report_id for report in loaded.dateless}
        n = sum(not dateless.isdisjoint(row.source.split(SEPARATOR)) for row in loaded.undated)
        if not n:
            return ""
        theme = theme_of(self)
        told = (
            f"{number_of(n, 'event waits', 'events wait')} for {'its' if n == 1 else 'their'} report's date: "
        )
        return f'<span style="color:{theme.soft}">{told}</span>{_link("give it", theme.accent, "date")}'


def _what_is_known(row: EventRow) -> str:
    date = when_in_words(row) if row.date_edtf else (row.date_text or "no date")
    return f"{date} · {subtitle_of(row)}"


def _link(words: str, colour: str, to: str = "show") -> str:
    return f'<a href="{to}" style="color:{colour};text-decoration:none">{words}</a>'
