"""One range of time, kept the same in the timeline and in QGIS's own temporal controller, both ways.

QGIS's controller rules the canvas and QGIS's temporal panel, so that is what is driven: in its mode for a fixed
range, with half-open ranges in UTC. When the user moves QGIS's panel instead, `rangeMoved` tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, Optional

from qgis.core import QgsDateTimeRange, QgsTemporalNavigationObject
from qgis.gui import QgsMapCanvas

from ..core.calendar import TimeRange, ms_of
from ..ui.qt import QtCore, Signal

_FIXED_RANGE = QgsTemporalNavigationObject.NavigationMode.FixedRange


class _Before(NamedTuple):
    """What the controller and the canvas showed before they were taken over."""

    mode: QgsTemporalNavigationObject.NavigationMode
    extents: QgsDateTimeRange
    frame: int
    canvas_range: QgsDateTimeRange


class TemporalSync(QtCore.QObject):
    """Drives the temporal controller of a map canvas.

    Parameters
    ----------
    canvas : QgsMapCanvas
        The canvas that shows the events; it has a temporal controller.
    parent : QObject or None

    Signals
    -------
    rangeMoved(TimeRange)
        The user moved QGIS's own panel, or let it play.
    """

    rangeMoved = Signal(object)  # noqa: N815 - Qt's way of naming

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QtCore.QObject] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._controller = canvas.temporalController()
        self._before: Optional[_Before] = None
        self._is_own = False
        self._controller.updateTemporalRange.connect(self._follow)

    @property
    def shown(self) -> Optional[TimeRange]:
        """What the canvas shows now; None when it shows all times."""
        return span_of(self._canvas.temporalRange())

    def show(self, span: TimeRange) -> None:
        """Let the canvas and QGIS's panel show `span`; the first time, note what they showed before.

        QGIS knows no year before 1, so an earlier bound is cut there.
        """
        if self._before is None:
            self._before = _Before(
                self._controller.navigationMode(),
                self._controller.temporalExtents(),
                self._controller.currentFrameNumber(),
                self._canvas.temporalRange(),
            )
        with self._own_change():
            self._controller.setNavigationMode(_FIXED_RANGE)  # tells an old range first
            self._controller.setTemporalExtents(range_of(span))

    def release(self) -> None:
        """Give controller and canvas back as they were."""
        if self._before is None:
            return
        before, self._before = self._before, None
        with self._own_change():
            self._controller.setNavigationMode(before.mode)
            self._controller.setTemporalExtents(before.extents)
            self._controller.setCurrentFrameNumber(before.frame)
            self._canvas.setTemporalRange(before.canvas_range)

    def disconnect_all(self) -> None:
        """Give everything back and hear no more of the controller."""
        self.release()
        self._controller.updateTemporalRange.disconnect(self._follow)

    def _follow(self, shown: QgsDateTimeRange) -> None:
        span = None if self._is_own else span_of(shown)
        if span is not None:
            self.rangeMoved.emit(span)

    @contextmanager
    def _own_change(self) -> Iterator[None]:
        self._is_own = True
        try:
            yield
        finally:
            self._is_own = False


def range_of(span: TimeRange) -> QgsDateTimeRange:
    """The span as QGIS's half-open range in UTC."""
    return QgsDateTimeRange(_date_time(span.start), _date_time(span.end), True, False)


def span_of(shown: QgsDateTimeRange) -> Optional[TimeRange]:
    """The clock times of QGIS's range as a half-open span; None when it is empty or open at an end.

    Layers hold naive UTC and QGIS compares clock times, so the zone that a range comes in is of no account.
    """
    if shown.isEmpty() or not shown.begin().isValid() or not shown.end().isValid():
        return None
    start = _ms(shown.begin()) + (0 if shown.includeBeginning() else 1)
    end = _ms(shown.end()) + (1 if shown.includeEnd() else 0)
    return TimeRange(start, end) if start < end else None


def _date_time(ms: int) -> QtCore.QDateTime:
    return QtCore.QDateTime.fromMSecsSinceEpoch(max(ms, ms_of(1)), QtCore.Qt.TimeSpec.UTC)


def _ms(moment: QtCore.QDateTime) -> int:
    date, time = moment.date(), moment.time()
    return ms_of(date.year(), date.month(), date.day(), time.msecsSinceStartOfDay())
