"""Run the reader as a program of its own: progress as JSON lines, cancel, and words for what went wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..core.wording import number_of
from ..ui.qt import QtCore, Signal

GONE_AFTER_MS = 3_000
_PROGRAM = "import sys; from event_timeline.cli import main; sys.exit(main())"


class ReaderProcess(QtCore.QObject):
    """``event-timeline extract`` or ``redate`` in another process.

    Parameters
    ----------
    parent : QObject or None

    Signals
    -------
    progressed(int, int, str)
        Reports done, reports in all, words.
    finished(str)
        Path of the events file.
    failed(str)
        Why there is none; empty when the user cancelled.
    """

    progressed = Signal(int, int, str)
    finished = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QtCore.QProcess | None = None
        self._output = ""
        self._error = ""
        self._rest = b""
        self._cancelled = False
        self._is_written_anew = False
        self.summary = ""
        """What the reader did, in words; empty when the events say it."""

    @property
    def is_running(self) -> bool:
        """Whether it reads now."""
        return self._process is not None

    def start(self, reports: list[str], output: Path, published: str | None = None) -> None:
        """Read files into an events file.

        Parameters
        ----------
        reports : list of str
            Paths of files and folders.
        output : Path
            Where the events go.
        published : str or None
            Date of reports that have none of their own, ``2018-02-21``.
        """
        arguments = ["extract", *reports, "-o", str(output)]
        if published:
            arguments += ["--date", published]
        self._is_written_anew = False
        self._run(arguments, output)

    def redate(self, file: Path, report_ids: Sequence[str], day: date) -> None:
        """Give reports of an events file their date.

        Parameters
        ----------
        file : Path
        report_ids : sequence of str
        day : datetime.date
        """
        named = [part for report_id in report_ids for part in ("--report", report_id)]
        self._is_written_anew = True
        self._run(["redate", str(file), "--date", day.isoformat(), *named], file)

    def _run(self, arguments: list[str], output: Path) -> None:
        self._output, self._error, self._rest, self._cancelled = str(output), "", b"", False
        self.summary = ""
        process = QtCore.QProcess(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fail)
        self._process = process
        process.start(sys.executable, ["-c", _PROGRAM, *arguments, "--progress", "json"])

    def cancel(self) -> None:
        """Stop; nothing half written stays."""
        process = self._process
        if process is not None:
            self._cancelled = True
            process.terminate()
            last_resort = QtCore.QTimer(process)  # dies with the process, so it never hits another one
            last_resort.setSingleShot(True)
            last_resort.timeout.connect(process.kill)
            last_resort.start(GONE_AFTER_MS)

    def _read(self) -> None:
        if self._process is None:
            return
        *lines, self._rest = (self._rest + self._process.readAllStandardOutput().data()).split(b"\n")
        for line in lines:
            self._hear(line)

    def _hear(self, line: bytes) -> None:
        try:
            said = json.loads(line)
        except json.JSONDecodeError:
            return  # a library printed something: not for us
        kind = said.get("kind")
        if kind == "progress":
            words = f"{said['done']} of {said['total']} reports read, {said['events']} events"
            self.progressed.emit(said["done"], said["total"], words)
        elif kind == "note":
            self.progressed.emit(0, 0, said["text"])
        elif kind == "error":
            self._error = said["text"]
        elif kind == "summary":
            self._output = said["output"]
            if self._is_written_anew:
                self.summary = _dated_in_words(said["reports"], said["events"], said["undated"])

    def _end(self, code: int, _status: object = None) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        message = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        process.deleteLater()
        if self._cancelled:
            self.failed.emit("")
        elif code == 0 or (not self._is_written_anew and not self._error and Path(self._output).is_file()):
            self.finished.emit(self._output)
        else:
            self.failed.emit(self._error or message.splitlines()[-1] if message else self._error)

    def _fail(self, error: QtCore.QProcess.ProcessError) -> None:
        if error == QtCore.QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process.deleteLater()
            self._process = None
            self.failed.emit(f"The reader cannot be started with {sys.executable}.")


def _dated_in_words(n_reports: int, n_events: int, n_undated: int) -> str:
    """``2 reports dated, and 10 events with them. 1 event stays undated: its words name no time.``"""
    words = f"{number_of(n_reports, 'report')} dated, and {number_of(n_events, 'event')} with "
    words += "it." if n_reports == 1 else "them."
    if n_undated:
        stay = "stays undated: its" if n_undated == 1 else "stay undated: their"
        words += f" {number_of(n_undated, 'event')} {stay} words name no time."
    return words
