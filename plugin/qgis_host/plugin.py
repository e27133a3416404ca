"""The plugin object: what QGIS loads, and everything that it adds to QGIS and takes back again."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import Qgis, QgsProject
from qgis.gui import QgisInterface

from ..core.errors import EventTimelineError
from ..ui.qt import QAction, QtCore, QtGui, QtWidgets
from ..ui.report_date_form import ReportsDate
from .dock import TITLE, ListDock, ReportDock, TimelineDock
from .drop_handler import EventsDropHandler
from .event_view import EventView
from .layers import EventLayers, add_layers, find_layers, is_events_layer, zoom_to
from .reading import Reading
from .settings import LAST_FOLDER
from .shortcuts import Shortcuts

_ICON = Path(__file__).resolve().parent.parent / "resources" / "icon.svg"


class EventTimelinePlugin(QtCore.QObject):
    """Event Timeline in QGIS.

    Parameters
    ----------
    iface : QgisInterface
        QGIS's door to its main window.
    """

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__()
        self._iface = iface
        self.view: Optional[EventView] = None

    def initGui(self) -> None:  # noqa: N802 - the name QGIS calls
        """Add the dock, the actions and the drop handler to QGIS, and open the project's events if it has any."""
        iface = self._iface
        self.dock = TimelineDock(iface.mainWindow())
        self.dock.start_page.openAsked.connect(self.ask_for_file)
        self.dock.start_page.readAsked.connect(self.ask_for_reports)
        self.dock.filesDropped.connect(self.take_files)
        self.dock.visibilityChanged.connect(self._open_from_project)
        iface.addDockWidget(QtCore.Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
        self.dock.hide()

        self.list_dock = ListDock(self.dock.study, iface.mainWindow())
        self.report_dock = ReportDock(self.dock.study, iface.mainWindow())
        self.list_dock.pane.dateAsked.connect(self.report_dock.pane.ask_date)
        for beside in self._beside:
            iface.addDockWidget(QtCore.Qt.DockWidgetArea.RightDockWidgetArea, beside)
            beside.hide()

        toggle = self.dock.toggleViewAction()
        toggle.setIcon(QtGui.QIcon(str(_ICON)))
        toggle.setToolTip("Show or hide the time slider")
        iface.addToolBarIcon(toggle)
        # A menu of our own, for the one that QGIS makes for a plugin stays when the plugin goes.
        self._menu = QtWidgets.QMenu(TITLE, iface.mainWindow())
        iface.vectorMenu().addMenu(self._menu)
        for dock in (self.dock, *self._beside):
            self._menu.addAction(dock.toggleViewAction())
        self._menu.addSeparator()
        self._add_action("Open Events…", self.ask_for_file)
        self._add_action("Read Reports…", self.ask_for_reports)
        self._add_action("Add Places…", self.ask_for_places)
        self._add_action("Zoom to Events", self.zoom)
        self._add_action("Close Events", self.close_events)

        self._shortcuts = Shortcuts(self.dock.slider.actions_by_name.values(), TITLE)
        self.drop_handler = EventsDropHandler(self.open_file)
        iface.registerCustomDropHandler(self.drop_handler)
        self.reading = Reading(iface.messageBar(), iface.mainWindow())
        self.reading.finished.connect(self.open_file)
        self.reading.dated.connect(self._reopen)
        self.dock.study.review.dateGiven.connect(self.give_date)
        QgsProject.instance().layersAdded.connect(self._open_added)

    def unload(self) -> None:
        """Take everything back: dock, actions, handler, connections, canvas item, and the map's range of time."""
        iface = self._iface
        QgsProject.instance().layersAdded.disconnect(self._open_added)
        self.reading.close()
        self.close_events()
        self._shortcuts.close()
        iface.unregisterCustomDropHandler(self.drop_handler)
        iface.removeToolBarIcon(self.dock.toggleViewAction())
        iface.vectorMenu().removeAction(self._menu.menuAction())
        self._menu.deleteLater()
        self.dock.visibilityChanged.disconnect(self._open_from_project)
        for dock in (*self._beside, self.dock):
            iface.removeDockWidget(dock)
            dock.deleteLater()
        self.deleteLater()

    @property
    def _beside(self) -> tuple[QtWidgets.QDockWidget, ...]:
        """The docks that go with an events file."""
        return (self.list_dock, self.report_dock)

    # -- opening ----------------------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Let the user choose an events file, and open it."""
        chosen, _ = QtWidgets.QFileDialog.getOpenFileName(
            self._iface.mainWindow(), "Open events", LAST_FOLDER.value(), "Events (*.gpkg)"
        )
        if chosen:
            LAST_FOLDER.remember(str(Path(chosen).parent))
            self.open_file(Path(chosen))

    def ask_for_reports(self) -> None:
        """Let the user choose reports, and have them read."""
        self.reading.ask()

    def ask_for_places(self) -> None:
        """Let the user choose files of places, and have them added to the gazetteer."""
        self.reading.ask_for_places()

    def take_files(self, files: list[Path]) -> None:
        """Open what is an events file, have the others read."""
        for path in files:
            if path.suffix.lower() == ".gpkg":
                self.open_file(path)
        reports = [path for path in files if path.suffix.lower() != ".gpkg"]
        if reports:
            self.reading.read(reports)

    def open_file(self, path: Path) -> None:
        """Add the layers of an events file to the project and show them on the timeline."""
        try:
            layers = add_layers(path, QgsProject.instance())
        except EventTimelineError as error:
            self._warn(str(error))
            return
        self.open_layers(layers)
        self.zoom()

    def give_date(self, given: ReportsDate) -> None:
        """Have reports of the open file dated."""
        if self.view is not None and self.view.layers.path is not None:
            self.reading.give_date(self.view.layers.path, given)

    def _reopen(self) -> None:
        if self.view is not None:
            self.view.reopen()

    def open_layers(self, layers: EventLayers) -> None:
        """Show layers of the project on the timeline, in place of those that were."""
        if self.view is not None and self.view.layers.events is layers.events:
            self.dock.show()
            return
        self.close_events()
        self.view = EventView(layers, self.dock.study, self._iface.mapCanvas(), self)
        self.view.failed.connect(self._warn)
        self.view.gone.connect(self.close_events)
        self.dock.show_slider()
        self.dock.show()
        if layers.path is not None:
            for beside in self._beside:
                beside.show()

    def close_events(self) -> None:
        """Show no events; their layers stay in the project."""
        view, self.view = self.view, None
        if view is not None:
            view.close()
            view.deleteLater()
            self.dock.show_start_page()
            for beside in self._beside:
                beside.hide()

    def zoom(self) -> None:
        """Let the map show all events."""
        if self.view is not None:
            zoom_to(self.view.layers, self._iface.mapCanvas(), QgsProject.instance())

    def _open_from_project(self, is_visible: bool) -> None:
        """The dock appears: the project's own events are what one wants to see."""
        if is_visible and self.view is None:
            found = find_layers(QgsProject.instance())
            if found:
                self.open_layers(found[0])

    def _open_added(self, added: list[Any]) -> None:
        """Layers came into the project while the dock stands empty."""
        if self.view is None and self.dock.isVisible() and any(is_events_layer(layer) for layer in added):
            # After all layers of a project, or of a file, are in.
            QtCore.QTimer.singleShot(0, lambda: self._open_from_project(self.dock.isVisible()))

    # -- QGIS's window ----------------------------------------------------------------------------------------

    def _add_action(self, text: str, triggered: Callable[[], None]) -> None:
        action = QAction(text, self._menu)
        action.triggered.connect(lambda: triggered())
        self._menu.addAction(action)

    def _warn(self, message: str) -> None:
        self._iface.messageBar().pushMessage(TITLE, message, Qgis.MessageLevel.Warning)
