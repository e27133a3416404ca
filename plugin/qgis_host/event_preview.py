"""Events painted straight from arrays over the map, sixty times a second, while the hand moves the timeline.

QGIS draws a large layer a few times a second at best. So during a drag this canvas item shows the rest of the map as
it stands, without the layers of events, and on it the events of the moment in the colours of their types. When the
hand lets go and QGIS has drawn the range, it disappears: what rests on the screen is QGIS's own rendering.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any, Optional

import numpy as np
import numpy.typing as npt
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem

from ..layers.event_table import EventTable
from ..ui.qt import QtCore, QtGui
from ..ui.theme import KINDS, TYPES, type_colour

_ABOVE_THE_MAP = 10.0
_VEIL = QtGui.QColor(255, 255, 255, 190)  # over what QGIS drew of another range, until the backdrop is ready
_WGS84 = "EPSG:4326"
_MERCATOR_END = 85.05
_MOST_DISCS = 3000  # above that, events are dots: 1.7 ms for half a million
_DOT = ((0, -1), (-1, 0), (0, 0), (1, 0), (0, 1))
_PX_PER_MM = 96 / 25.4

Rows = npt.NDArray[np.intp]


class EventPreview(QgsMapCanvasItem):
    """The canvas item.

    Parameters
    ----------
    canvas : QgsMapCanvas
    hidden_layers : sequence of str
        Ids of the layers of events, left out of the map under the preview.
    """

    def __init__(self, canvas: QgsMapCanvas, hidden_layers: Sequence[str]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._hidden_layers = frozenset(hidden_layers)
        self._table: Optional[EventTable] = None
        self._positions: Optional[npt.NDArray[np.float64]] = None
        self._positions_crs = QgsCoordinateReferenceSystem()
        self._radii: npt.NDArray[np.float64] = np.zeros(0)
        self._rows: Rows = np.zeros(0, dtype=np.intp)
        self._job: Optional[QgsMapRendererParallelJob] = None
        self._backdrop: Optional[QtGui.QImage] = None
        self._backdrop_view: Any = None
        self._is_ending = False
        self.setZValue(_ABOVE_THE_MAP)
        self.hide()
        canvas.mapCanvasRefreshed.connect(self._end_if_drawn)

    def set_events(self, table: EventTable) -> None:
        """Other events."""
        self._table = table
        self._positions = None
        # The sizes of the layer's own style: 2.6 mm and more with the deaths.
        self._radii = _PX_PER_MM / 2 * (2.6 + 1.1 * np.log1p(np.maximum(table.fatalities, 0)))
        self.end()

    def show_rows(self, rows: Rows) -> None:
        """Show these events of the table, and no others."""
        if self._table is None or not self._canvas.renderFlag():
            return
        self._is_ending = False
        self._rows = rows
        self._prepare_backdrop()
        self.show()
        self.update()

    def end_when_drawn(self) -> None:
        """Disappear once QGIS has drawn the map anew."""
        self._is_ending = True

    def end(self) -> None:
        """Disappear now."""
        self._is_ending = False
        self.hide()
        self._backdrop = self._backdrop_view = None
        if self._job is not None:
            self._job.finished.disconnect(self._take_backdrop)
            self._job.cancelWithoutBlocking()
            self._job = None

    def close(self) -> None:
        """Leave the canvas for good."""
        self.end()
        self._canvas.mapCanvasRefreshed.disconnect(self._end_if_drawn)
        self._canvas.scene().removeItem(self)

    def boundingRect(self) -> QtCore.QRectF:  # noqa: N802 - the name Qt calls
        """The whole canvas."""
        return QtCore.QRectF(self._canvas.rect())

    def paint(self, painter: QtGui.QPainter, *_: Any) -> None:
        """Paint the rest of the map, and the events on it."""
        if self._backdrop is not None:
            painter.drawImage(self.boundingRect(), self._backdrop)
        else:
            painter.fillRect(self.boundingRect(), _VEIL)
        if self._table is None or not len(self._rows):
            return
        x, y, rows = self._on_screen(self._rows)
        if len(rows) > _MOST_DISCS:
            painter.drawImage(0, 0, self._dots(x, y, rows))
        else:
            self._draw_discs(painter, x, y, rows)

    # -- the map under the events -----------------------------------------------------------------------------

    def _prepare_backdrop(self) -> None:
        settings = QgsMapSettings(self._canvas.mapSettings())
        view = (settings.visibleExtent().toString(), settings.outputSize(), settings.rotation())
        if view == self._backdrop_view:
            return
        self.end()
        self._backdrop_view = view
        settings.setLayers([layer for layer in settings.layers() if layer.id() not in self._hidden_layers])
        self._job = QgsMapRendererParallelJob(settings)
        self._job.finished.connect(self._take_backdrop)
        self._job.start()

    def _take_backdrop(self) -> None:
        if self._job is not None:
            self._backdrop = self._job.renderedImage()
            self._job = None
            self.update()

    def _end_if_drawn(self) -> None:
        if self._is_ending:
            self.end()

    # -- the events -------------------------------------------------------------------------------------------

    def _on_screen(self, rows: Rows) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], Rows]:
        """Pixel positions of those of `rows` that the canvas shows."""
        settings = self._canvas.mapSettings()
        world = self._projected(settings.destinationCrs())[rows]
        to_pixel = settings.mapToPixel().transform()
        x = to_pixel.m11() * world[:, 0] + to_pixel.m21() * world[:, 1] + to_pixel.dx()
        y = to_pixel.m12() * world[:, 0] + to_pixel.m22() * world[:, 1] + to_pixel.dy()
        width, height = self._canvas.width(), self._canvas.height()
        inside = (x >= 1) & (x < width - 1) & (y >= 1) & (y < height - 1)  # NaN is not
        return x[inside], y[inside], rows[inside]

    def _projected(self, crs: QgsCoordinateReferenceSystem) -> npt.NDArray[np.float64]:
        if self._positions is None or crs != self._positions_crs:
            assert self._table is not None
            self._positions = projected(self._table.lons, self._table.lats, crs)
            self._positions_crs = crs
        return self._positions

    def _draw_discs(self, painter: QtGui.QPainter, x: Any, y: Any, rows: Rows) -> None:
        assert self._table is not None
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtGui.QPen(QtGui.QColor("white"), 1.2))
        codes, radii = self._kinds(rows), self._radii[rows]
        for kind in np.unique(codes):
            painter.setBrush(type_colour(int(kind)))
            of_kind = codes == kind
            for left, top, radius in zip(x[of_kind].tolist(), y[of_kind].tolist(), radii[of_kind].tolist()):
                painter.drawEllipse(QtCore.QPointF(left, top), radius, radius)

    def _dots(self, x: Any, y: Any, rows: Rows) -> QtGui.QImage:
        width, height = self._canvas.width(), self._canvas.height()
        pixels = np.zeros(width * height, dtype=np.uint32)
        colours = np.array([type_colour(kind).rgba() for kind in range(KINDS)], dtype=np.uint32)[
            self._kinds(rows)
        ]
        at = y.astype(np.intp) * width + x.astype(np.intp)
        for right, down in _DOT:
            pixels[at + (down * width + right)] = colours
        image = QtGui.QImage(
            pixels.tobytes(), width, height, 4 * width, QtGui.QImage.Format.Format_ARGB32_Premultiplied
        )
        return image.copy()  # QImage does not own what it is given

    def _kinds(self, rows: Rows) -> npt.NDArray[np.intp]:
        assert self._table is not None
        codes = self._table.type_codes[rows].astype(np.intp)
        return np.where(codes < 0, len(TYPES), codes)


def projected(
    lons: npt.NDArray[np.float64], lats: npt.NDArray[np.float64], crs: QgsCoordinateReferenceSystem
) -> npt.NDArray[np.float64]:
    """Positions in `crs`, shape (n, 2), all at once; NaN where there is no position or the projection has none."""
    result = np.full((len(lons), 2), np.nan)
    known = np.flatnonzero(np.isfinite(lons) & np.isfinite(lats))
    if not len(known):
        return result
    degrees = np.column_stack([lons[known], np.clip(lats[known], -_MERCATOR_END, _MERCATOR_END)])
    # A line through all of them, for QGIS transforms a line's vertices in one go.
    line = QgsGeometry()
    line.fromWkb(struct.pack("<BII", 1, 2, len(known)) + degrees.astype("<f8").tobytes())
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(_WGS84), crs, QgsProject.instance())
    try:
        line.transform(transform)
    except QgsCsException:
        return result  # a projection for another part of the world: the preview stays empty, QGIS's drawing rules
    result[known] = np.frombuffer(bytes(line.asWkb())[9:], dtype="<f8").reshape(-1, 2)
    return result
