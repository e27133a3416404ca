"""The window: list, map, report and timeline over one study, and a line to open files and read reports."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Callable, NamedTuple

from ..core.calendar import TimeRange
from ..core.errors import MissingDependency
from ..core.report_files import REPORT_SUFFIXES, REPORTS_FILTER
from ..core.wording import number_of
from ..ui.controller import TimelineController
from ..ui.filter_bar import FilterBar
from ..ui.list_pane import ListPane
from ..ui.loading import Loaded, load
from ..ui.qt import QAction, QtCore, QtGui, QtWidgets
from ..ui.report_date_form import ReportsDate
from ..ui.report_pane import ReportPane
from ..ui.study import Study
from ..ui.study_slider import StudySlider
from ..ui.tasks import Task, finish, start
from ..ui.theme import GRID, theme_of
from .event_places import EventPlaces
from .map_view import MapWidget
from .message_line import MessageLine
from .reader_process import ReaderProcess

Qt = QtCore.Qt
EVENTS_FILES = "Events (*.gpkg)"
# Keys that work wherever the keyboard is in the window; the others need the slider, lists have uses for them.
GLOBAL_KEYS = ("play", "reverse", "pause", "forward", "go_to", "cumulative", "window_back", "window_forward")


class Opened(NamedTuple):
    """A file's content with the places of its events."""

    loaded: Loaded
    places: EventPlaces


def read(path: str | Path) -> Opened:
    """Read a file; slow, safe in any thread.

    Raises
    ------
    LayerError
        When it is no events file.
    """
    loaded = load(str(path))
    return Opened(loaded, EventPlaces(loaded.table, loaded.areas))


class Window(QtWidgets.QMainWindow):
    """The window of its own.

    Parameters
    ----------
    parent : QWidget or None
    """

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Event Timeline")
        self.setAcceptDrops(True)
        self.controller = TimelineController(self)
        self.study = Study(self.controller, self)
        self.reader = ReaderProcess(self)
        self.map = MapWidget(self.study, self)
        self.list = ListPane(self.study, self)
        self.report = ReportPane(self.study, self)
        self.slider = StudySlider(self.study, self)
        self.filters = FilterBar(self.study, self)
        self.message = MessageLine(self)
        self._arrange()
        self._keys()
        self._wire()
        self.map.load()

    # -- files

    def open_file(
        self, path: str | Path, keep: bool = False, then: Callable[[], None] = lambda: None
    ) -> None:
        """Open an events file; it is read on another thread.

        Parameters
        ----------
        keep : bool
            It is the file that is open, written anew: window, filter and choice stay.
        then : callable
            Called once it is shown.
        """
        self.message.work(f"Opening {Path(path).name} …")

        def take(opened: Opened) -> None:
            self.take(opened, keep)
            then()

        start(Task(partial(read, path), take, self.message.say, self))

    def _reopen(self) -> None:
        """The file on disk is no longer the one that was opened."""
        loaded = self.study.loaded
        if loaded is not None:
            self.open_file(loaded.file.path, keep=True)

    def take(self, opened: Opened, keep: bool = False) -> None:
        """Show what was read; with `keep`, window and filter stay."""
        loaded = opened.loaded
        self.message.hush()
        self.map.set_places(opened.places)
        self.study.show(loaded, keep)
        self.setWindowTitle(f"{loaded.file.path.name} – Event Timeline")

    def read_reports(self, paths: list[str]) -> None:
        """Read reports into a new events file and open it; say how to get the reader when it is not there."""
        if self.reader.is_running:
            return
        if find_spec("spacy") is None:
            self.message.say(str(MissingDependency("The reader", "read")))
            return
        proposal = str(Path(paths[0]).with_name("events.gpkg"))
        target, _ = QtWidgets.QFileDialog.getSaveFileName(self, "Save the events as", proposal, EVENTS_FILES)
        if target:
            self._work("Starting the reader …")
            self.reader.start(paths, Path(target))

    def give_date(self, given: ReportsDate) -> None:
        """Let the reader date reports of the file, and all that waited for it; the file is opened anew then."""
        loaded = self.study.loaded
        if loaded is None or self.reader.is_running:
            return
        if find_spec("spacy") is None:
            self.message.say(str(MissingDependency("The reader", "read")))
            return
        n = number_of(len(given.report_ids), "report")
        self._work(f"Dating {n}: the texts in {loaded.file.path.name} are read again with the date …")
        self.reader.redate(loaded.file.path, given.report_ids, given.day)

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent | None) -> None:  # noqa: N802
        """Events files and reports may be dropped."""
        if event is not None and _paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QtGui.QDropEvent | None) -> None:  # noqa: N802
        """Open an events file, or read reports."""
        paths = [] if event is None else _paths(event.mimeData())
        events = [path for path in paths if path.lower().endswith(".gpkg")]
        if events:
            self.open_file(events[0])
        elif paths:
            self.read_reports(paths)

    def closeEvent(self, event: QtGui.QCloseEvent | None) -> None:  # noqa: N802
        """A reader that runs is stopped, and what threads do comes to its end."""
        self.reader.cancel()
        finish()
        super().closeEvent(event)

    # -- inside

    def _ask_file(self) -> None:
        path, _ = QtWidgets.QFileDialog.getOpenFileName(self, "Open events", "", EVENTS_FILES)
        if path:
            self.open_file(path)

    def _ask_reports(self) -> None:
        paths, _ = QtWidgets.QFileDialog.getOpenFileNames(self, "Read reports", "", REPORTS_FILTER)
        if paths:
            self.read_reports(paths)

    def _arrange(self) -> None:
        head = QtWidgets.QWidget(self)
        head.setFixedHeight(47)
        row = QtWidgets.QHBoxLayout(head)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(GRID)
        name = QtWidgets.QLabel("Event Timeline", head)
        font = QtGui.QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setWeight(QtGui.QFont.Weight.Bold)
        name.setFont(font)
        row.addWidget(name)
        row.addSpacing(12)
        for words, primary, run in (
            ("Read reports…", True, self._ask_reports),
            ("Open…", False, self._ask_file),
        ):
            button = QtWidgets.QPushButton(words, head)
            button.setProperty("primary", primary)
            button.clicked.connect(lambda _checked=False, run=run: run())
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.filters)
        self._panes = QtWidgets.QSplitter(Qt.Orientation.Horizontal, self)
        for pane, stretch, width in ((self.list, 0, 328), (self.map, 1, 700), (self.report, 0, 400)):
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(self._panes.count() - 1, stretch)
            pane.setMinimumWidth(min(width, 240))
        self._panes.setSizes([336, 700, 396])
        halves = QtWidgets.QSplitter(Qt.Orientation.Vertical, self)
        halves.addWidget(self._panes)
        halves.addWidget(self.slider)
        halves.setStretchFactor(0, 1)
        halves.setStretchFactor(1, 0)
        halves.setSizes([600, 260])
        for splitter in (self._panes, halves):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        everything = QtWidgets.QWidget(self)
        column = QtWidgets.QVBoxLayout(everything)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(_hairline(self))
        column.addWidget(self.message)
        column.addWidget(halves, 1)
        self.setCentralWidget(everything)

    def _keys(self) -> None:
        for key, run in (
            (QtGui.QKeySequence.StandardKey.Open, self._ask_file),
            (QtGui.QKeySequence.StandardKey.Find, self.filters.ask_words),
            (QtGui.QKeySequence.StandardKey.Close, self.close),
            (QtGui.QKeySequence.StandardKey.Quit, self.close),
        ):
            action = QAction(self)
            action.setShortcuts(key)
            action.triggered.connect(lambda _checked=False, run=run: run())
            self.addAction(action)

    def _wire(self) -> None:
        self.list.dateAsked.connect(self.report.ask_date)
        self.study.lost.connect(self._reopen)
        self.slider.axis.barHovered.connect(self.map.flash)
        self.slider.axis.barChosen.connect(self._choose_begun)
        for name in GLOBAL_KEYS:
            self.slider.actions_by_name[name].setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        for action in self.study.review_actions.by_name.values():
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.study.review.dateGiven.connect(self.give_date)
        self.reader.progressed.connect(lambda done, total, words: self._work(words, done, total))
        self.reader.finished.connect(self._take_read)
        self.reader.failed.connect(lambda words: self.message.say(words) if words else self.message.hush())

    def _work(self, words: str, done: int = 0, total: int = 0) -> None:
        """What the reader does; it can be stopped."""
        self.message.work(words, done, total, self.reader.cancel)

    def _take_read(self, path: str) -> None:
        """The reader has written a file: the one that is open, or another one."""
        loaded = self.study.loaded
        is_same = loaded is not None and Path(path).resolve() == loaded.file.path.resolve()
        words = self.reader.summary
        self.open_file(path, is_same, lambda: self.message.say(words) if words else None)

    def _choose_begun(self, span: TimeRange) -> None:
        """Ctrl+click on a bar: the events that begin in its time are chosen, and the first is looked at."""
        numbers = self.study.numbers_in(span)
        loaded = self.study.loaded
        if loaded is not None and len(numbers):
            begun = [int(number) for number in numbers if span.holds(int(loaded.table.starts_ms[number]))]
            if begun:
                self.study.choose(begun, begun[0])


def _hairline(parent: QtWidgets.QWidget) -> QtWidgets.QFrame:
    line = QtWidgets.QFrame(parent)
    line.setFixedHeight(1)
    line.setStyleSheet(f"background: {theme_of(parent).line};")
    return line


def _paths(data: QtCore.QMimeData | None) -> list[str]:
    """Local files and folders among what is dragged that can be opened or read."""
    urls = [] if data is None else data.urls()
    paths = [url.toLocalFile() for url in urls if url.isLocalFile()]
    return [
        path
        for path in paths
        if Path(path).is_dir() or Path(path).suffix.lower() in (".gpkg", *REPORT_SUFFIXES)
    ]
