"""Run the companion program ``event-timeline``, a process of its own, and follow its progress.

QGIS never waits for it, and needs none of its libraries: the program has its own Python. It does its work
whole or not at all, so ending it leaves nothing half done.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Optional

from ..core.wording import number_of
from ..ui.qt import QtCore, Signal
from .settings import READER_PROGRAM

PROGRAM = "event-timeline"
HOW_TO_GET_IT = (
    "Reading reports and adding places is done by a program of its own, event-timeline, which was not found on this "
    "computer. Viewing works without it. To get it, run this in a terminal and try again:\n\n"
    '    pipx install "event-timeline[read]"'
)
_TERMINATE_MS = 3000  # how long the program may take to tidy up when it is stopped
# QGIS sets these for its own Python; with them another Python would load QGIS's libraries.
_FOREIGN = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONNOUSERSITE",
    "QT_PLUGIN_PATH",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
)


def usual_places() -> list[Path]:
    """Where pipx and pip put programs for one user, which a desktop's PATH often lacks."""
    home = Path.home()
    places = [home / ".local" / "bin", Path("/usr/local/bin"), Path("/opt/homebrew/bin")]
    if sys.platform == "win32":
        places += [home / "AppData" / "Roaming" / "Python" / "Scripts", home / "pipx" / "bin"]
    if "PIPX_BIN_DIR" in os.environ:
        places.insert(0, Path(os.environ["PIPX_BIN_DIR"]))
    return places


def find_program() -> Optional[str]:
    """Path of the program: the one in the settings, else on PATH, else in the usual places; None when there is none."""
    chosen = READER_PROGRAM.value()
    if chosen and shutil.which(chosen):
        return chosen
    return shutil.which(PROGRAM) or shutil.which(PROGRAM, path=os.pathsep.join(map(str, usual_places())))


class ProgramProcess(QtCore.QObject):
    """One run of ``event-timeline``.

    Parameters
    ----------
    program : str
        Path of the program.
    parent : QObject or None

    Signals
    -------
    progressed(int, int)
        How much is done, of how much.
    finished(object, tuple of str)
        What came of it (a subclass says what that is); what could not be used, a sentence each.
    failed(str)
        Nothing was done; why, and what to do. Empty when the user stopped it.
    """

    progressed = Signal(int, int)
    finished = Signal(object, object)
    failed = Signal(str)

    def __init__(self, program: str, parent: Optional[QtCore.QObject] = None) -> None:
        super().__init__(parent)
        self._program = program
        self._summary: Optional[dict[str, Any]] = None
        self._is_stopped = False
        self._failures: list[str] = []
        self._error = ""
        self._patience = QtCore.QTimer(self, singleShot=True, interval=_TERMINATE_MS)
        self._process = QtCore.QProcess(self)
        self._patience.timeout.connect(self._process.kill)
        self._process.setProcessEnvironment(_own_environment())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail_to_start)

    @property
    def is_running(self) -> bool:
        """Whether it works."""
        return self._process.state() != QtCore.QProcess.ProcessState.NotRunning

    def run(self, arguments: Sequence[str]) -> None:
        """Start it."""
        self._summary, self._is_stopped = None, False
        self._failures, self._error = [], ""
        self._process.start(self._program, [*arguments, "--progress", "json"])

    def stop(self) -> None:
        """End it; what was done so far is given up."""
        if not self.is_running:
            return
        self._is_stopped = True
        self._process.terminate()
        self._patience.start()

    def end_now(self) -> None:
        """End it before the plugin goes away, and tell nobody."""
        self.blockSignals(True)
        if self.is_running:
            self._process.kill()
            self._process.waitForFinished(_TERMINATE_MS)

    def _read(self) -> None:
        while self._process.canReadLine():
            self._hear(bytes(self._process.readLine()))

    def _hear(self, line: bytes) -> None:
        try:
            said = json.loads(line)
        except ValueError:
            return  # a library of the program's printed something: not for us
        kind = said.get("kind")
        if kind == "progress":
            self.progressed.emit(said["done"], said["total"])
        elif kind == "failure":
            self._failures.append(said["error"])
        elif kind == "error":
            self._error = said["text"]
        elif kind == "summary":
            self._summary = said

    def _end(self, code: int, _: object = None) -> None:
        self._patience.stop()
        self._read()
        if self._is_stopped:
            self.failed.emit("")
        elif self._summary is not None:  # whatever the code: it also tells of reports that failed
            self.finished.emit(self._result(self._summary), tuple(self._failures))
        else:
            last_words = bytes(self._process.readAllStandardError()).decode("utf-8", "replace").strip()
            self.failed.emit(self._error or last_words or f"{self._program} ended with status {code}.")

    def _fail_to_start(self, error: QtCore.QProcess.ProcessError) -> None:
        if error == QtCore.QProcess.ProcessError.FailedToStart:
            self.failed.emit(f"{self._program} cannot be started: {self._process.errorString()}.")

    def _result(self, summary: dict[str, Any]) -> object:
        """What its last words say came of it."""
        raise NotImplementedError


class ReaderProcess(ProgramProcess):
    """Reads reports; what comes of it is the `Path` of the events file."""

    def start(self, reports: Sequence[Path], output: Path) -> None:
        """Read `reports` into `output`; a table ``reports.csv`` beside the first one gives dates and sources."""
        arguments = ["extract", *map(str, reports), "-o", str(output)]
        manifest = reports[0].with_name("reports.csv")
        if manifest.is_file():
            arguments += ["--manifest", str(manifest)]
        self.run(arguments)

    def _result(self, summary: dict[str, Any]) -> Path:
        return Path(summary["output"])


class DatingProcess(ProgramProcess):
    """Gives reports of an events file their date; what comes of it is a sentence that tells what is dated."""

    def start(self, file: Path, report_ids: Sequence[str], day: date) -> None:
        """Date these reports of `file`."""
        named = [part for report_id in report_ids for part in ("--report", report_id)]
        self.run(["redate", str(file), "--date", day.isoformat(), *named])

    def _result(self, summary: dict[str, Any]) -> str:
        reports, events = number_of(summary["reports"], "report"), number_of(summary["events"], "event")
        return f"{reports} dated, and {events} with {'it' if summary['reports'] == 1 else 'them'}."


class PlacesProcess(ProgramProcess):
    """Adds places of the user's own; what comes of it is a sentence that tells how many."""

    def start(self, files: Sequence[Path]) -> None:
        """Add the places of `files`."""
        self.run(["gazetteer", "add", *map(str, files)])

    def _result(self, summary: dict[str, Any]) -> str:
        told = ", ".join(
            f"{number_of(file['places'], 'place')} of {file['name']}" for file in summary["files"]
        )
        return f"Added {told}. Reports read from now on find them first."


def _own_environment() -> QtCore.QProcessEnvironment:
    environment = QtCore.QProcessEnvironment.systemEnvironment()
    for name in _FOREIGN:
        environment.remove(name)
    environment.insert("PYTHONUTF8", "1")
    return environment
