"""Take docs/qgis.png: real QGIS with the plugin from the zip, out/events.gpkg open, scrubbed to 27 January 2018.

Run it inside QGIS, after `make run` and `make zip`: scripts/in_qgis.sh 3.40 scripts/qgis_screenshot.py
"""

import os
import sys
import traceback
from pathlib import Path

import pyplugin_installer
import qgis.utils
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsRectangle,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtWidgets import QDockWidget, QToolBar
from qgis.utils import iface

EVENTS = Path("out/events.gpkg").resolve()
PLUGIN = Path("dist/event_timeline.zip").resolve()
PICTURE = Path("docs/qgis.png").resolve()
SIZE = (1500, 960)
WEB_MERCATOR = "EPSG:3857"
VIEW = QgsRectangle(6_900_000, 3_300_000, 8_450_000, 4_600_000)  # Afghanistan and Pakistan
DAY = (1_517_011_200_000, 1_517_097_600_000)  # 27 January 2018
WINTER = (1_512_864_000_000, 1_521_676_800_000)  # 10 December 2017 to 22 March 2018
TOOL_BARS = ("mFileToolBar", "mMapNavToolBar", "mAttributesToolBar", "mPluginToolBar")
WATER, LAND, BORDER, QUIET = "#DCE6EC", "#F5F3EE", "#C9C4B8", "#8A8577"


def take() -> None:
    project = QgsProject.instance()
    project.setBackgroundColor(QColor(WATER))
    window = iface.mainWindow()
    window.showNormal()
    window.resize(*SIZE)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    for bar in window.findChildren(QToolBar):
        bar.setVisible(bar.objectName() in TOOL_BARS)
    _add_basemap(project)

    pyplugin_installer.instance().installFromZipFile(str(PLUGIN))
    if "event_timeline" not in qgis.utils.active_plugins:
        qgis.utils.loadPlugin("event_timeline")
        qgis.utils.startPlugin("event_timeline")
    plugin = qgis.utils.plugins["event_timeline"]
    plugin.open_file(EVENTS)
    controller = plugin.dock.controller
    _settle(lambda: controller.timeline is not None)
    window.resizeDocks([plugin.dock], [250], Qt.Orientation.Vertical)
    docks = [window.findChild(QDockWidget, "Layers"), plugin.list_dock]
    window.resizeDocks(docks, [200, 340], Qt.Orientation.Horizontal)
    window.resizeDocks([plugin.list_dock, plugin.report_dock], [270, 390], Qt.Orientation.Vertical)
    controller.change(lambda now: now.viewing(type(now.window)(*WINTER)).with_window(type(now.window)(*DAY)))
    controller.settle()
    study = plugin.dock.study
    for number in study.numbers_shown():
        if study.row(number).location == "Kabul":
            study.select(number)
    project.setCrs(QgsCoordinateReferenceSystem(WEB_MERCATOR))
    iface.mapCanvas().setExtent(VIEW)
    iface.mapCanvas().refresh()
    iface.messageBar().clearWidgets()
    _settle(lambda: False, 4000)
    window.grab().save(str(PICTURE))
    print(PICTURE.relative_to(Path.cwd()), flush=True)


def _add_basemap(project: QgsProject) -> None:
    """QGIS's own map of the world, in quiet colours."""
    world = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    group = project.layerTreeRoot().addGroup("World")
    for name, line, width in (("states_provinces", "#E4DFD4", "0.1"), ("countries", BORDER, "0.3")):
        layer = QgsVectorLayer(f"{world}|layername={name}", name.replace("_", " ").capitalize(), "ogr")
        fill = LAND if name == "countries" else "0,0,0,0"
        layer.renderer().setSymbol(
            QgsFillSymbol.createSimple({"color": fill, "outline_color": line, "outline_width": width})
        )
        if name == "countries":
            layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels()))
            layer.setLabelsEnabled(True)
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
    group.setExpanded(False)


def _labels() -> QgsPalLayerSettings:
    text = QgsTextFormat()
    text.setFont(QFont("Open Sans", 9, QFont.Weight.DemiBold))
    text.setSize(9)
    text.setColor(QColor(QUIET))
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setColor(QColor(LAND))
    text.setBuffer(buffer)
    settings = QgsPalLayerSettings()
    settings.fieldName = "upper(NAME)"
    settings.isExpression = True
    settings.setFormat(text)
    return settings


def _settle(until, at_most_ms: int = 30_000) -> None:
    deadline = QTimer()
    deadline.setSingleShot(True)
    deadline.start(at_most_ms)
    while deadline.isActive() and not until():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _run() -> None:
    status = 1
    try:
        take()
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is, it is shown, and QGIS must not stay open
        traceback.print_exc(file=sys.stdout)
    finally:
        sys.stdout.flush()
        os._exit(status)


QTimer.singleShot(1500, _run)
