"""The basemap under a map widget: drawn on another thread when the view rests, moved and scaled until then."""

from __future__ import annotations

from functools import partial
from typing import Callable

from ..ui.qt import QtCore, QtGui, QtWidgets
from ..ui.tasks import Task, start
from ..ui.theme import theme_of
from .basemap import Basemap
from .basemap_painter import colours_of, draw_basemap
from .projection import MapView

REST_MS = 60


class Ground(QtCore.QObject):
    """The picture behind the events.

    Parameters
    ----------
    widget : QWidget
        The map; its palette, font and resolution are the picture's.
    """

    def __init__(self, widget: QtWidgets.QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._basemap = Basemap()
        self._image: QtGui.QImage | None = None
        self._image_key: object = None
        self._image_view = MapView(0.0, 0.0, 1.0, 1, 1)
        self._wanted = self._image_view
        self._is_drawing = False
        self._timer = QtCore.QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._draw)

    @property
    def is_empty(self) -> bool:
        """Whether there is no basemap."""
        return not self._basemap.shapes

    def set_basemap(self, basemap: Basemap) -> None:
        """Draw another basemap."""
        self._basemap = basemap
        self._timer.start()

    def rest(self, view: MapView) -> None:
        """The map came to `view`; once it stays there for a moment, the picture is drawn anew."""
        self._wanted = view
        self._timer.start()

    def draw_now(self, view: MapView) -> None:
        """Draw the picture at once, on this thread."""
        self._wanted = view
        self._take(self._key(), view, self._work()())

    def paint(self, painter: QtGui.QPainter, view: MapView) -> None:
        """The picture as last drawn, moved and scaled to the view."""
        colours = colours_of(theme_of(self._widget))
        painter.fillRect(self._widget.rect(), QtGui.QColor(colours.land if self.is_empty else colours.water))
        if self._image is None:
            return
        old = self._image_view
        factor = view.scale / old.scale
        left = (old.x - view.x) * view.scale + view.width / 2 - old.width / 2 * factor
        top = (old.y - view.y) * view.scale + view.height / 2 - old.height / 2 * factor
        if factor == 1.0:
            painter.drawImage(QtCore.QPointF(round(left), round(top)), self._image)
        else:
            painter.drawImage(QtCore.QRectF(left, top, old.width * factor, old.height * factor), self._image)

    def _key(self) -> object:
        """All that the picture depends on."""
        ratio = self._widget.devicePixelRatioF()
        return (self._wanted, ratio, theme_of(self._widget).is_dark, id(self._basemap))

    def _work(self) -> Callable[[], QtGui.QImage]:
        """What draws the picture wanted now; it may run on any thread."""
        widget = self._widget
        colours, font = colours_of(theme_of(widget)), QtGui.QFont(widget.font())
        return partial(draw_basemap, self._basemap, self._wanted, widget.devicePixelRatioF(), colours, font)

    def _draw(self) -> None:
        if self._widget.isVisible() and not self._is_drawing and self._key() != self._image_key:
            self._is_drawing = True
            start(
                Task(
                    self._work(),
                    partial(self._take_drawn, self._key(), self._wanted),
                    lambda _words: None,
                    self,
                )
            )

    def _take_drawn(self, key: object, view: MapView, image: QtGui.QImage) -> None:
        self._is_drawing = False
        self._take(key, view, image)
        self._draw()  # the view may have moved on

    def _take(self, key: object, view: MapView, image: QtGui.QImage) -> None:
        self._image, self._image_key, self._image_view = image, key, view
        self._widget.update()
