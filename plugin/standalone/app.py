"""Open the window, or draw it into a picture without a screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import numpy as np

from ..core.calendar import TimeRange, ms_of_datetime
from ..core.errors import InputError, OutputError
from ..resources import ROOT
from ..ui import theme
from ..ui.qt import QtCore, QtGui, QtWidgets
from ..ui.study import Study
from ..ui.tasks import finish
from .basemap import load_basemap
from .window import Window, read

POINT_SIZE = 10


def run(
    path: str | Path | None,
    screenshot: str | Path | None = None,
    window: tuple[datetime, datetime] | None = None,
    size: tuple[int, int] = (1440, 900),
    select: str | None = None,
) -> int:
    """Show an events file.

    Parameters
    ----------
    path : path-like or None
        The file; None opens an empty window.
    screenshot : path-like or None
        Write a PNG there and return, without a screen; None shows the window and returns when it is closed.
    window : pair of datetime or None
        Naive UTC, half-open: the window of time; None chooses everything.
    size : pair of int
        Width and height in pixels.
    select : str or None
        ``event_id`` of the event to choose; None chooses none, in a picture the most telling one of the window.

    Returns
    -------
    int
        Exit code.

    Raises
    ------
    LayerError
        When a picture is asked for and the file is no events file; a window says so itself.
    InputError
        When a picture is asked for and no event has that id.
    OutputError
        When the picture cannot be written.
    """
    app = application(offscreen=screenshot is not None)
    shown = Window()
    shown.resize(*size)
    if screenshot is None:
        shown.show()
        if path is not None:
            shown.open_file(path, then=lambda: _prepare_or_tell(shown, window, select))
        code = int(app.exec())
        finish()
        return code
    try:
        picture = _picture(app, shown, path, window, select)
    finally:
        shown.close()
    if not picture.save(str(screenshot), "PNG"):
        raise OutputError(
            f"{screenshot} cannot be written. Choose a folder that exists and may be written to."
        )
    return 0


def _picture(
    app: QtWidgets.QApplication,
    shown: Window,
    path: str | Path | None,
    window: tuple[datetime, datetime] | None,
    select: str | None,
) -> QtGui.QPixmap:
    """The window with a file in it, drawn without a screen."""
    shown.map.set_basemap(load_basemap())
    if path is not None:
        shown.take(read(path))
    with _quiet_platform():
        shown.show()
    app.processEvents()
    _prepare(shown, window, select)
    if select is None:
        _choose_most_telling(shown.study)
    app.processEvents()
    app.processEvents()  # what the first round has put off
    shown.map.draw_now()
    return shown.grab()


def application(offscreen: bool = False) -> QtWidgets.QApplication:
    """The application, in our look; `offscreen` needs no screen, unless the process already has an application."""
    if offscreen and QtWidgets.QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QtWidgets.QApplication.instance() or QtWidgets.QApplication(sys.argv[:1])
    assert isinstance(app, QtWidgets.QApplication)
    app.setApplicationName("Event Timeline")
    is_dark = app.palette().color(QtGui.QPalette.ColorRole.Window).lightness() < 128
    palette = theme.DARK if is_dark else theme.LIGHT
    app.setStyle("Fusion")
    app.setWindowIcon(QtGui.QIcon(str(ROOT / "icon.svg")))
    app.setPalette(theme.qt_palette(palette))
    app.setFont(QtGui.QFont(theme.sans(), POINT_SIZE))
    app.setStyleSheet(theme.style_sheet(palette))
    return app


@contextmanager
def _quiet_platform() -> Iterator[None]:
    """Keep to itself what the offscreen platform says of every window: that it has no size hints."""

    def pass_on(kind: QtCore.QtMsgType, context: object, text: str | None) -> None:
        if text and "propagateSizeHints" not in text:
            print(text, file=sys.stderr)

    before = QtCore.qInstallMessageHandler(pass_on)
    try:
        yield
    finally:
        QtCore.qInstallMessageHandler(before)


def _prepare_or_tell(shown: Window, window: tuple[datetime, datetime] | None, select: str | None) -> None:
    """Choose the window of time and the event asked for; one that is not there is told in the window."""
    try:
        _prepare(shown, window, select)
    except InputError as error:
        shown.message.say(str(error))


def _prepare(shown: Window, window: tuple[datetime, datetime] | None, select: str | None) -> None:
    """Choose the window of time and the event asked for."""
    if window is not None:
        span = TimeRange(ms_of_datetime(window[0]), ms_of_datetime(window[1]))
        shown.controller.change(lambda now: now.gone_to(span))
        shown.controller.settle()
    loaded = shown.study.loaded
    if select is not None and loaded is not None:
        found = np.flatnonzero(loaded.table.event_ids == select)
        if not len(found):
            raise InputError(f"{loaded.file.path} has no dated event '{select}'.")
        shown.study.select(int(found[0]))


def _choose_most_telling(study: Study) -> None:
    """The event of the window with the most deaths, else the first with a place."""
    loaded, numbers = study.loaded, study.numbers_shown()
    if loaded is not None and len(numbers):
        weight = loaded.table.fatalities[numbers] + loaded.table.has_place[numbers].astype(int)
        study.select(int(numbers[int(np.argmax(weight))]))
