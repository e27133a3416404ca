"""Reading reports, and adding places, from within QGIS: choose files, see how far it is, stop it, get the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem

from ..core.report_files import REPORTS_FILTER
from ..core.wording import number_of
from ..ui.qt import QtCore, QtWidgets, Signal
from ..ui.report_date_form import ReportsDate
from .reader_process import (
    HOW_TO_GET_IT,
    DatingProcess,
    PlacesProcess,
    ProgramProcess,
    ReaderProcess,
    find_program,
)
from .settings import LAST_FOLDER, READER_PROGRAM

_TITLE = "Event Timeline"
_PLACE_SUFFIXES = (
    ".csv",
    ".tsv",
    ".txt",
    ".zip",
    ".gpkg",
    ".geojson",
    ".json",
    ".shp",
    ".kml",
    ".kmz",
    ".gml",
)


class Reading(QtCore.QObject):
    """Has the companion program read reports or add places, and shows its progress in QGIS's message bar.

    Parameters
    ----------
    message_bar : QgsMessageBar
    window : QWidget
        What dialogs belong to.

    Attributes
    ----------
    progress_bar : QProgressBar or None
        None while nothing is under way.

    Signals
    -------
    finished(Path)
        The events file is written.
    dated()
        Reports of the events file have their date, and its events are others.
    """

    finished = Signal(object)
    dated = Signal()

    def __init__(self, message_bar: QgsMessageBar, window: QtWidgets.QWidget) -> None:
        super().__init__()
        self._message_bar = message_bar
        self._window = window
        self._process: Optional[ProgramProcess] = None
        self._item: Optional[QgsMessageBarItem] = None
        self.progress_bar: Optional[QtWidgets.QProgressBar] = None

    def ask(self) -> None:
        """Let the user choose reports, and read them."""
        chosen, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self._window, "Read reports", LAST_FOLDER.value(), REPORTS_FILTER
        )
        if chosen:
            self.read([Path(path) for path in chosen])

    def read(self, reports: Sequence[Path]) -> None:
        """Ask where the events shall go, and read `reports` into it."""
        program = find_program()
        if program is None:
            self._explain()
            return
        suggested = str(reports[0].with_name("events.gpkg"))
        target, _ = QtWidgets.QFileDialog.getSaveFileName(
            self._window, "Write the events to", suggested, "Events (*.gpkg)"
        )
        if target:
            LAST_FOLDER.remember(str(reports[0].parent))
            path = Path(target)
            self.start(program, reports, path if path.suffix else path.with_suffix(".gpkg"))

    def start(self, program: str, reports: Sequence[Path], target: Path) -> None:
        """Read `reports` into `target` with `program`; what is under way is ended."""
        words = f"Reading {number_of(len(reports), 'report')}"
        process = ReaderProcess(program, self)
        self._follow(process, words, "%v of %m reports", self._succeed)
        process.start(reports, target)

    def give_date(self, file: Path, given: ReportsDate) -> None:
        """Have reports of an events file dated, and all that waited for it; its texts are read again."""
        program = find_program()
        if program is None:
            self._explain()
        else:
            self.date(program, file, given)

    def date(self, program: str, file: Path, given: ReportsDate) -> None:
        """Date reports of `file` with `program`; what is under way is ended."""
        process = DatingProcess(program, self)
        words = f"Dating {number_of(len(given.report_ids), 'report')}"
        self._follow(process, words, "%v of %m reports", self._tell_dated)
        process.start(file, given.report_ids, given.day)

    def ask_for_places(self) -> None:
        """Let the user choose files of places, and add them to the gazetteer."""
        program = find_program()
        if program is None:
            self._explain()
            return
        patterns = " ".join(f"*{suffix}" for suffix in _PLACE_SUFFIXES)
        chosen, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self._window, "Add places", LAST_FOLDER.value(), f"Places ({patterns});;All files (*)"
        )
        if chosen:
            self.add_places(program, [Path(path) for path in chosen])

    def add_places(self, program: str, files: Sequence[Path]) -> None:
        """Add the places of `files` with `program`; what is under way is ended."""
        process = PlacesProcess(program, self)
        self._follow(process, "Adding " + ", ".join(path.name for path in files), "%p%", self._tell_places)
        process.start(files)

    def _follow(
        self, process: ProgramProcess, words: str, unit: str, succeed: Callable[[Any, tuple[str, ...]], None]
    ) -> None:
        """Show how far `process` is, in place of one that is under way."""
        self.close()
        self._show_progress(words, unit)
        self._process = process
        process.progressed.connect(self._progress)
        process.finished.connect(succeed)
        process.failed.connect(self._fail)

    def close(self) -> None:
        """End what is under way, if anything is, and take its progress away."""
        process, self._process = self._process, None
        if process is not None:
            process.end_now()
            process.deleteLater()
        item, self._item, self.progress_bar = self._item, None, None
        if item is not None:
            self._message_bar.popWidget(item)

    def _show_progress(self, words: str, unit: str) -> None:
        self.progress_bar = QtWidgets.QProgressBar()
        self.progress_bar.setRange(0, 0)  # until the program is up, there is no telling
        self.progress_bar.setFormat(unit)
        stop = QtWidgets.QPushButton("Stop")
        stop.clicked.connect(self.stop)
        self._item = QgsMessageBar.createMessage(_TITLE, words)
        self._item.layout().addWidget(self.progress_bar)
        self._item.layout().addWidget(stop)
        self._message_bar.pushWidget(self._item, Qgis.MessageLevel.Info)

    def _progress(self, done: int, total: int) -> None:
        if self.progress_bar is not None:
            self.progress_bar.setRange(0, total)
            self.progress_bar.setValue(done)

    def stop(self) -> None:
        """End it at the user's wish."""
        if self._process is not None:
            self._process.stop()

    def _succeed(self, path: Path, failures: tuple[str, ...]) -> None:
        self.close()
        self.finished.emit(path)
        if failures:
            self._message_bar.pushMessage(_TITLE, " ".join(failures), Qgis.MessageLevel.Warning)

    def _tell_dated(self, told: str, failures: tuple[str, ...]) -> None:
        self.close()
        self.dated.emit()
        self._message_bar.pushMessage(_TITLE, " ".join((told, *failures)), Qgis.MessageLevel.Success)

    def _tell_places(self, told: str, failures: tuple[str, ...]) -> None:
        self.close()
        self._message_bar.pushMessage(_TITLE, told, Qgis.MessageLevel.Success)
        if failures:
            self._message_bar.pushMessage(_TITLE, " ".join(failures), Qgis.MessageLevel.Warning)

    def _fail(self, why: str) -> None:
        self.close()
        if why:
            self._message_bar.pushMessage(_TITLE, why, Qgis.MessageLevel.Critical)

    def _explain(self) -> None:
        """The program is missing: say how to get it, and let the user show where it is."""
        box = QtWidgets.QMessageBox(self._window)
        box.setWindowTitle(_TITLE)
        box.setText(HOW_TO_GET_IT)
        box.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        button = box.addButton("Show where it is…", QtWidgets.QMessageBox.ButtonRole.ActionRole)
        box.addButton(QtWidgets.QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is button:
            chosen, _ = QtWidgets.QFileDialog.getOpenFileName(self._window, "Where is event-timeline?")
            READER_PROGRAM.remember(chosen)
