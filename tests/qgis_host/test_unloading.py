"""The plugin takes everything back when it is unloaded, with events open and the timeline in use."""

import sys
from collections import Counter

import qgis.utils
from desktop import choose, ms, settle
from qgis.core import QgsDateTimeRange, QgsProject, QgsTemporalNavigationObject, QgsVectorLayer
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.PyQt.QtWidgets import QAction, QDockWidget
from qgis.utils import iface


def _everything():
    """What a plugin may leave behind in QGIS."""
    project, canvas = QgsProject.instance(), iface.mapCanvas()
    controller = canvas.temporalController()
    return {
        "docks": sorted(dock.objectName() for dock in iface.mainWindow().findChildren(QDockWidget)),
        "vector menu": [action.text() for action in iface.vectorMenu().actions()],
        "tool bar": [action.text() for action in iface.pluginToolBar().actions()],
        "window": sorted(action.text() for action in iface.mainWindow().actions()),
        "actions": Counter(action.text() for action in iface.mainWindow().findChildren(QAction)),
        "shortcuts": sorted(action.text() for action in QgsGui.shortcutsManager().listActions()),
        "canvas items": len(canvas.scene().items()),
        "messages": len(iface.messageBar().items()),
        "listeners": [
            project.receivers(project.layersAdded),
            canvas.receivers(canvas.mapCanvasRefreshed),
            controller.receivers(controller.updateTemporalRange),
        ],
        "mode": controller.navigationMode(),
        "extents": controller.temporalExtents(),
        "canvas range": canvas.temporalRange(),
        "modules": sorted(name for name in sys.modules if name.partition(".")[0] == "event_timeline"),
    }


def _use_and_unload(path):
    assert qgis.utils.loadPlugin("event_timeline")
    assert qgis.utils.startPlugin("event_timeline")
    plugin = qgis.utils.plugins["event_timeline"]
    plugin.open_file(path)
    controller = plugin.dock.controller
    settle(lambda: controller.timeline is not None)
    choose(plugin, ms(2018, 1, 27), ms(2018, 1, 28))
    settle()
    controller.toggle_play()
    assert qgis.utils.unloadPlugin("event_timeline")
    QgsProject.instance().clear()
    settle()


def test_nothing_of_it_stays(plugin, events_file):
    assert qgis.utils.unloadPlugin("event_timeline")
    settle()
    before = _everything()
    _use_and_unload(events_file)
    assert _everything() == before


def test_the_layers_stay_in_the_project_and_the_map_shows_all_times_again(opened):
    choose(opened, ms(2018, 1, 27), ms(2018, 1, 28))
    assert qgis.utils.unloadPlugin("event_timeline")
    assert len(QgsProject.instance().mapLayers()) == 3
    assert iface.mapCanvas().temporalRange().isInfinite()


def test_a_range_that_the_user_had_set_before_comes_back(plugin, events_file):
    controller = iface.mapCanvas().temporalController()
    noon = [QDateTime(QDate(2017, 5, day), QTime(12, 0), Qt.TimeSpec.UTC) for day in (1, 2)]
    theirs = QgsDateTimeRange(*noon, True, False)
    layer = QgsVectorLayer(f"{events_file}|layername=events", "mine", "ogr")
    QgsProject.instance().addMapLayer(layer)  # upon which QGIS sets a range of its own
    controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.FixedRange)
    controller.setTemporalExtents(theirs)
    plugin.dock.show()
    settle(lambda: plugin.dock.controller.timeline is not None)
    choose(plugin, ms(2018, 1, 27), ms(2018, 1, 28))
    assert qgis.utils.unloadPlugin("event_timeline")
    try:
        assert iface.mapCanvas().temporalRange() == theirs
        assert controller.temporalExtents() == theirs
    finally:
        controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.NavigationOff)
