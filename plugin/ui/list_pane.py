"""The pane on the left: how many events, the list, and what is not on map or timeline."""

from __future__ import annotations

from ..core.schema import EventRow
from ..core.timeline import Timeline
from ..core.wording import number_of
from .event_list import EventListView
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
    undatedChosen(EventRow)
        An event that has no place on the timeline was chosen.
    """

    undatedChosen = Signal(object)  # noqa: N815

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._study = study
        as_page(self)
        self.head = QtWidgets.QLabel(self)
        self.view = EventListView(study, self)
        self.undated = QtWidgets.QListWidget(self)
        self.undated.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.undated.setWordWrap(True)
        self.undated.setAccessibleName("Events without a date")
        self.undated.currentRowChanged.connect(self._choose_undated)
        self._pages = QtWidgets.QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.undated)
        self.foot = QtWidgets.QLabel(self)
        self.foot.setWordWrap(True)
        self.foot.linkActivated.connect(lambda _link: self.show_undated(self._pages.currentIndex() == 0))
        for label in (self.head, self.foot):
            label.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)
        study.controller.timelineChanged.connect(self._count)
        study.controller.indexChanged.connect(lambda: self._count(study.controller.timeline))
        study.opened.connect(self._open)
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

    def _open(self) -> None:
        self.undated.clear()
        loaded = self._study.loaded
        for row in () if loaded is None else loaded.undated:
            self.undated.addItem(f"{title_of(row)}\n{_what_is_known(row)}")
        self.show_undated(False)

    def _choose_undated(self, at: int) -> None:
        loaded = self._study.loaded
        if loaded is not None and 0 <= at < len(loaded.undated):
            self._study.select(None)
            self.undatedChosen.emit(loaded.undated[at])

    def _count(self, timeline: Timeline | None) -> None:
        loaded, theme = self._study.loaded, theme_of(self)
        index = self._study.controller.index
        soft = f'<span style="color:{theme.soft}">'
        if loaded is None:
            self.head.setText(f"{soft}No file is open</span>")
            self.foot.clear()
            return
        n_undated, n_unplaced = len(loaded.undated), self._study.n_unplaced
        if self._pages.currentIndex() == 1:
            words = "event" if n_undated == 1 else "events"
            self.head.setText(f"<b>{n_undated:,}</b> {soft}{words} without a date</span>")
            self.foot.setText(_link("back to the window", theme.accent))
            return
        shown = 0 if timeline is None or index is None else index.count(timeline.shown)
        words = f"<b>{shown:,}</b> {soft}of {number_of(len(loaded.table), 'event')} in the window</span>"
        hidden = len(loaded.table) - (0 if index is None else len(index))
        if hidden:
            words += f" {soft}· {hidden:,} filtered out</span>"
        self.head.setText(words)
        parts = [f"{n_undated:,} undated", f"{n_unplaced:,} without a place"]
        show = " · " + _link("show undated", theme.accent) if n_undated else ""
        self.foot.setText(
            f'<span style="color:{theme.soft};font-weight:600">NOT ON THE MAP</span><br>'
            f"{soft}{' · '.join(parts)}</span>{show}"
        )


def _what_is_known(row: EventRow) -> str:
    date = when_in_words(row) if row.date_edtf else (row.date_text or "no date")
    return f"{date} · {subtitle_of(row)}"


def _link(words: str, colour: str) -> str:
    return f'<a href="show" style="color:{colour};text-decoration:none">{words}</a>'
