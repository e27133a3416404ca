"""One layer of events on show: its arrays in the timeline, the timeline's range on the map, its preview in between."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas

from ..core.calendar import TimeRange
from ..core.timeline import Timeline
from ..layers.event_table import EventTable
from ..ui.loading import Loaded, index_of
from ..ui.qt import QtCore, Signal
from ..ui.study import Study
from .event_preview import EventPreview
from .event_source import EventSource
from .layers import EventLayers
from .linked_selection import LinkedSelection
from .temporal_sync import TemporalSync


class EventView(QtCore.QObject):
    """Binds a layer of events to a study, its timeline and the map canvas, until it is closed.

    While the hand moves, the map shows a preview from arrays; when it rests or lets go, the range goes to QGIS's
    temporal controller, and QGIS draws what stays on the screen. When the user moves QGIS's own panel, the timeline
    follows.

    Parameters
    ----------
    layers : EventLayers
    study : Study
        What list, report and timeline show.
    canvas : QgsMapCanvas
    parent : QObject or None

    Signals
    -------
    failed(str)
        They cannot be read; why.
    gone()
        The layer is about to leave the project.
    """

    failed = Signal(str)
    gone = Signal()

    def __init__(
        self,
        layers: EventLayers,
        study: Study,
        canvas: QgsMapCanvas,
        parent: Optional[QtCore.QObject] = None,
    ) -> None:
        super().__init__(parent)
        self.layers = layers
        self.table: Optional[EventTable] = None
        self._study = study
        self._controller = controller = study.controller
        self._is_following = False
        self._sync = TemporalSync(canvas, self)
        self._sync.rangeMoved.connect(self._follow)
        self.preview = EventPreview(canvas, layers.ids)
        self._source = EventSource(layers, self)
        self._source.loaded.connect(self._take)
        self._source.failed.connect(self.failed)
        self._selection = LinkedSelection(study, layers.events, self)
        study.revised.connect(self._take_decision)
        controller.timelineChanged.connect(self._preview_range)
        controller.windowSettled.connect(self._settle)
        controller.set_busy(canvas.isDrawing)
        QgsProject.instance().layersWillBeRemoved.connect(self._notice_removal)
        self._source.load()

    def close(self) -> None:
        """Let go of layer, timeline and map; the map shows what it showed before."""
        QgsProject.instance().layersWillBeRemoved.disconnect(self._notice_removal)
        self._study.revised.disconnect(self._take_decision)
        self._controller.timelineChanged.disconnect(self._preview_range)
        self._controller.windowSettled.disconnect(self._settle)
        self._controller.set_busy(lambda: False)
        self._selection.close()
        self._study.close()
        self._source.close()
        self.preview.close()
        self._sync.disconnect_all()

    def _take(self, table: EventTable, content: Optional[Loaded]) -> None:
        is_reread = self.table is not None
        self.table = table
        self.preview.set_events(table)
        if content is not None:
            self._study.show(content, keep=is_reread)
            return
        # Events of no file of ours: a timeline, and nothing to list or to read.
        before = self._controller.timeline
        self._study.close()
        self._controller.set_events(index_of(table))
        if before is not None:
            self._controller.change(lambda now: now.gone_to(before.window))

    def _take_decision(self) -> None:
        """A person has decided about events in the file: QGIS looks at it anew."""
        content = self._study.loaded
        if content is not None:
            self.table = content.table
            self.preview.set_events(content.table)
            self._source.know(content)
            self._reload_layers()

    def reopen(self) -> None:
        """The file was written anew: read it again; window, filter and choice stay."""
        self._reload_layers()
        self._source.load()

    def _reload_layers(self) -> None:
        for layer in filter(None, (self.layers.events, self.layers.areas)):
            layer.reload()
            layer.triggerRepaint()

    def _notice_removal(self, removed: list[str]) -> None:
        if self.layers.events.id() in removed:
            self.gone.emit()

    def _preview_range(self, timeline: Optional[Timeline]) -> None:
        index = self._controller.index
        if timeline is None or index is None or self._is_following or timeline.playing:
            return
        content = self._study.loaded
        if content is not None and content.table is not self.table:
            return  # a decision is being taken: the events have other numbers for a moment
        if timeline.shown == self._sync.shown:
            self.preview.end()  # back where it began: QGIS has drawn just that
        else:
            self.preview.show_rows(index.rows(timeline.shown))

    def _settle(self, start: int, end: int) -> None:
        span = TimeRange(start, end)
        if self._is_following or span == self._sync.shown:
            self.preview.end()
        else:
            self.preview.end_when_drawn()
            self._sync.show(span)

    def _follow(self, span: TimeRange) -> None:
        self._is_following = True
        try:
            self._controller.change(lambda now: now.paused().gone_to(span))
            self._controller.settle()
        finally:
            self._is_following = False
