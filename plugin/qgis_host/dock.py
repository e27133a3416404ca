"""The docks: the time slider, or, while no events are open, how to begin; beside it the list and the report."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ..ui.controller import TimelineController
from ..ui.filter_bar import FilterBar
from ..ui.list_pane import ListPane
from ..ui.qt import QtCore, QtGui, QtWidgets, Signal
from ..ui.report_pane import ReportPane
from ..ui.study import Study
from ..ui.study_slider import StudySlider
from ..ui.theme import as_page, style_sheet, theme_of
from .start_page import StartPage, dropped_files

TITLE = "Event Timeline"


class TimelineDock(QtWidgets.QDockWidget):
    """Hosts the same time slider as the window of its own.

    Parameters
    ----------
    parent : QWidget
        QGIS's main window.

    Signals
    -------
    filesDropped(list of Path)
        Events files or reports were dropped on it.
    """

    filesDropped = Signal(object)  # noqa: N815 - Qt's way of naming

    def __init__(self, parent: Optional[QtWidgets.QWidget] = None) -> None:
        super().__init__(TITLE, parent)
        self.setObjectName("EventTimelineDock")  # QGIS remembers its place by it
        self.controller = TimelineController(self)
        self.study = Study(self.controller, self)
        self.slider = StudySlider(self.study)
        self.slider.setStyleSheet(style_sheet(theme_of(self)))
        self.start_page = StartPage()
        self._pages = QtWidgets.QStackedWidget()
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.slider)
        self.setWidget(self._pages)
        self.setAcceptDrops(True)

    def show_slider(self) -> None:
        """Events are open."""
        self._pages.setCurrentWidget(self.slider)

    def show_start_page(self) -> None:
        """No events are open."""
        self._pages.setCurrentWidget(self.start_page)

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:  # noqa: N802 - the name Qt calls
        """Take files that can be opened or read."""
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:  # noqa: N802 - the name Qt calls
        """Open or read them."""
        files: list[Path] = dropped_files(event)
        if files:
            event.acceptProposedAction()
            # After the drop is over, so that the program they were dragged from is not held up.
            QtCore.QTimer.singleShot(0, lambda: self.filesDropped.emit(files))


class ListDock(QtWidgets.QDockWidget):
    """What to look for, the events in the window of time, and those without a date.

    Parameters
    ----------
    study : Study
    parent : QWidget
        QGIS's main window.
    """

    def __init__(self, study: Study, parent: Optional[QtWidgets.QWidget] = None) -> None:
        super().__init__("Events", parent)
        self.setObjectName("EventTimelineListDock")
        self.filters = FilterBar(study, columns=3)
        self.pane = ListPane(study)
        inside = QtWidgets.QWidget()
        inside.setStyleSheet(style_sheet(theme_of(self)))
        as_page(inside)
        column = QtWidgets.QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.pane, 1)
        self.setWidget(inside)


class ReportDock(QtWidgets.QDockWidget):
    """The report of the chosen event, with the words marked that it rests on.

    Parameters
    ----------
    study : Study
    parent : QWidget
        QGIS's main window.
    """

    def __init__(self, study: Study, parent: Optional[QtWidgets.QWidget] = None) -> None:
        super().__init__("Report", parent)
        self.setObjectName("EventTimelineReportDock")
        self.pane = ReportPane(study)
        self.pane.setStyleSheet(style_sheet(theme_of(self)))
        self.setWidget(self.pane)
