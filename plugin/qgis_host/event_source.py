"""The events of a layer as arrays, read once and off the GUI thread, and again when the layer is edited."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Callable, Optional, Union

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..core.calendar import ms_of
from ..core.errors import EventTimelineError
from ..layers.event_table import ASSERTIONS, EVENT_TYPES, OPEN_END, UNKNOWN, EventTable, review_codes
from ..ui.loading import Loaded, index_of, load
from ..ui.qt import QtCore, Signal
from .layers import EventLayers

_REST_MS = 300  # after the last of several edits
_TYPE_CODES = {kind.value: code for code, kind in enumerate(EVENT_TYPES)}
_ASSERTION_CODES = {kind.value: code for code, kind in enumerate(ASSERTIONS)}


class EventSource(QtCore.QObject):
    """Reads the events of a layer.

    Parameters
    ----------
    layers : EventLayers
        A file of ours is read as a file, which is faster; with edits in it, or when it is another kind of layer,
        it is read through QGIS.
    parent : QObject or None

    Signals
    -------
    loaded(EventTable, Loaded or None)
        The events, at first and after every change, and all else that their file holds; None when they are from
        no file of ours, or when some are not saved in it yet.
    failed(str)
        They cannot be read; why.
    """

    loaded = Signal(object, object)
    failed = Signal(str)

    def __init__(self, layers: EventLayers, parent: Optional[QtCore.QObject] = None) -> None:
        super().__init__(parent)
        self._layer = layers.events
        self._path = layers.path
        self._content: Optional[Loaded] = None
        self._task: Optional[_Reading] = None
        self._rest = QtCore.QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.load)
        for signal in self._edit_signals():
            signal.connect(self._wait)

    def load(self) -> None:
        """Start reading; a reading under way is given up."""
        self._give_up()
        read: Callable[[], Union[Loaded, EventTable]]
        if self._path is not None and not self._layer.isModified() and not self._layer.subsetString():
            read = partial(load, str(self._path))
        else:
            read = _feature_reader(self._layer)
        self._task = _Reading(read, self._take)
        QgsApplication.taskManager().addTask(self._task)

    def know(self, content: Loaded) -> None:
        """The file holds something else by now; it was read already."""
        self._content = content

    def close(self) -> None:
        """Read no more."""
        for signal in self._edit_signals():
            signal.disconnect(self._wait)
        self._rest.stop()
        self._give_up()

    def _wait(self, *_: object) -> None:
        """Something was edited: read again when the hand rests."""
        self._rest.start()

    def _take(self, task: _Reading) -> None:
        if task is not self._task:
            return  # given up meanwhile
        self._task = None
        if isinstance(task.result, Loaded):
            self._content = task.result
            self.loaded.emit(task.result.table, task.result)
        elif task.result is not None:
            self.loaded.emit(task.result, self._content_with(task.result))
        else:
            self.failed.emit(task.error)

    def _content_with(self, table: EventTable) -> Optional[Loaded]:
        """The file's content with these events of it."""
        if self._content is None or bool((table.fids < 0).any()):
            return None
        return replace(self._content, table=table, index=index_of(table))

    def _give_up(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _edit_signals(self) -> tuple[Any, ...]:
        layer = self._layer
        return (
            layer.featureAdded,
            layer.featureDeleted,
            layer.attributeValueChanged,
            layer.geometryChanged,
            layer.afterCommitChanges,
            layer.afterRollBack,
            layer.subsetStringChanged,
        )


class _Reading(QgsTask):
    """One reading in the background; `result` or `error` is set when `done` is called, on the GUI thread."""

    def __init__(
        self, read: Callable[[], Union[Loaded, EventTable]], done: Callable[[_Reading], None]
    ) -> None:
        super().__init__("Event Timeline: reading events", QgsTask.Flag.CanCancel)
        self._read = read
        self._done = done
        self.result: Union[Loaded, EventTable, None] = None
        self.error = ""

    def run(self) -> bool:
        """Read; called on a thread of its own."""
        try:
            self.result = self._read()
        except EventTimelineError as error:
            self.error = str(error)
        return self.result is not None

    def finished(self, result: bool) -> None:
        """Hand over; called on the GUI thread."""
        self._done(self)


def _feature_reader(layer: QgsVectorLayer) -> Callable[[], EventTable]:
    """A function that reads the layer as it is now, edits included, on any thread."""
    source = QgsVectorLayerFeatureSource(layer)
    request = QgsFeatureRequest()
    request.setDestinationCrs(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance().transformContext()
    )
    return lambda: _table_of(source, request)


def _table_of(source: QgsVectorLayerFeatureSource, request: QgsFeatureRequest) -> EventTable:
    fields = source.fields()
    columns = [fields.lookupField(name) for name in _COLUMNS]
    rows = []
    for feature in source.getFeatures(request):
        values = [_plain(feature.attribute(column)) if column >= 0 else None for column in columns]
        start = _ms(values[0])
        if start is None:
            continue
        point = feature.geometry().vertexAt(0) if feature.hasGeometry() else None
        end = _ms(values[1])
        rows.append((start, OPEN_END if end is None else end, feature.id(), point, *values[2:]))
    rows.sort(key=lambda row: (row[0], str(row[4])))
    starts, ends, fids, points, ids, types, assertions, dead, date_precs, where_precs, states, merged = (
        zip(*rows) if rows else [()] * 12
    )
    return EventTable(
        fids=np.array(fids, dtype=np.int64),
        event_ids=np.array([str(event_id) for event_id in ids], dtype=object),
        starts_ms=np.array(starts, dtype=np.int64),
        # A row that ends when it begins, as an instant does in other people's layers, lasts a millisecond.
        ends_ms=np.maximum(np.array(ends, dtype=np.int64), np.array(starts, dtype=np.int64) + 1),
        type_codes=np.array([_TYPE_CODES.get(word, UNKNOWN) for word in types], dtype=np.int16),
        assertion_codes=np.array(
            [_ASSERTION_CODES.get(word, UNKNOWN) for word in assertions], dtype=np.int16
        ),
        lons=np.array([point.x() if point else np.nan for point in points], dtype=np.float64),
        lats=np.array([point.y() if point else np.nan for point in points], dtype=np.float64),
        fatalities=_integers(dead, np.int32),
        date_precs=_integers(date_precs, np.int16),
        where_precs=_integers(where_precs, np.int16),
        review_codes=review_codes(states, [target or None for target in merged]),
    )


_COLUMNS = (
    "start_time",
    "end_time",
    "event_id",
    "event_type",
    "assertion",
    "fatalities",
    "date_prec",
    "where_prec",
    "review_state",
    "merged_into",
)


def _plain(value: Any) -> Any:
    """QGIS's NULL as None."""
    return None if isinstance(value, QtCore.QVariant) and value.isNull() else value


def _ms(value: Any) -> Optional[int]:
    """Clock time of a date or a date with time, in ms since 1970; None when there is none."""
    if isinstance(value, QtCore.QDate) and value.isValid():
        return ms_of(value.year(), value.month(), value.day())
    if isinstance(value, QtCore.QDateTime) and value.isValid():
        date = value.date()
        return ms_of(date.year(), date.month(), date.day(), value.time().msecsSinceStartOfDay())
    return None


def _integers(values: Any, dtype: Any) -> Any:
    return np.array([value if isinstance(value, int) else UNKNOWN for value in values], dtype=dtype)
