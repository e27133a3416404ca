"""What tests ask of the running desktop."""

from datetime import datetime, timezone

from qgis.core import QgsApplication, QgsFeatureRequest, QgsVectorLayerTemporalContext
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from qgis.utils import iface


def settle(until=lambda: True, at_most_ms=20_000):
    """Let QGIS work until `until` holds, no reading is under way and the map is drawn."""
    deadline = QTimer()
    deadline.setSingleShot(True)
    deadline.start(at_most_ms)
    while deadline.isActive():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        tasks = QgsApplication.taskManager().countActiveTasks()
        if not tasks and not iface.mapCanvas().isDrawing() and until():
            return
    raise AssertionError("QGIS did not come to rest")


def ms(year, month, day, hour=0):
    """Milliseconds since 1970 of a time in UTC."""
    return round(datetime(year, month, day, hour, tzinfo=timezone.utc).timestamp() * 1000)


def choose(plugin, start, end):
    """Let the user's hand set the window of the timeline to ``[start, end)``, and let go."""
    controller = plugin.dock.controller
    controller.grab()
    controller.change(lambda now: now.with_window(type(now.window)(start, end)))
    controller.let_go()


def clock_range():
    """What the canvas shows, as clock times: begin, end, whether either belongs to it."""
    shown = iface.mapCanvas().temporalRange()
    texts = [moment.toString("yyyy-MM-dd HH:mm") for moment in (shown.begin(), shown.end())]
    return (*texts, shown.includeBeginning(), shown.includeEnd())


def ids_on_map(layer):
    """Ids of the events that QGIS draws of a layer in the canvas's range, by the filter that it draws with."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    shown = iface.mapCanvas().temporalRange()
    request = QgsFeatureRequest()
    request.setFilterExpression(layer.temporalProperties().createFilterString(context, shown))
    return {feature["location"] for feature in layer.getFeatures(request)}
