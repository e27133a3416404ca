"""What the dock shows while no events are open: how to begin."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ..core.report_files import REPORT_SUFFIXES
from ..ui.qt import QtCore, QtGui, QtWidgets, Signal


class StartPage(QtWidgets.QWidget):
    """Open an events file, read reports, or drop either here.

    Signals
    -------
    openAsked(), readAsked()
        A button was pressed.
    """

    openAsked = Signal()  # noqa: N815 - Qt's way of naming
    readAsked = Signal()  # noqa: N815

    def __init__(self, parent: Optional[QtWidgets.QWidget] = None) -> None:
        super().__init__(parent)
        words = QtWidgets.QLabel(
            "Open a file of events, or read reports into one. You can also drop either here."
        )
        words.setWordWrap(True)
        words.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self.open_button = QtWidgets.QPushButton("Open events…")
        self.open_button.clicked.connect(self.openAsked)
        self.read_button = QtWidgets.QPushButton("Read reports…")
        self.read_button.clicked.connect(self.readAsked)
        buttons = QtWidgets.QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.read_button)
        buttons.addStretch()
        column = QtWidgets.QVBoxLayout(self)
        column.addStretch()
        column.addWidget(words)
        column.addLayout(buttons)
        column.addStretch()


def dropped_files(event: QtGui.QDropEvent) -> list[Path]:
    """The files of a drop, those in a dropped folder included, that can be opened or read here."""
    files: list[Path] = []
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        files += sorted(path.iterdir()) if path.is_dir() else [path]
    return [path for path in files if path.suffix.lower() in (".gpkg", *REPORT_SUFFIXES)]
