"""Draw the basemap calmly: pale land, pale water, hairlines, quiet names. Safe off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..ui.qt import QtCore, QtGui
from ..ui.theme import Theme
from .basemap import Basemap, Label
from .projection import MapView

Qt = QtCore.Qt
Floats = npt.NDArray[np.float64]
PROVINCES_FROM = 18.0  # px per degree: a map of a country and its neighbours


@dataclass(frozen=True)
class MapColours:
    """Colours of the map."""

    land: str
    water: str
    coast: str
    border: str
    province: str
    river: str
    country: str
    town: str
    halo: str


LIGHT = MapColours(
    "#F5F3EE", "#DCE6EC", "#B9C4CB", "#BDB8AD", "#E2DED4", "#D3E0E7", "#8B8F94", "#6B7177", "#F5F3EE"
)
DARK = MapColours(
    "#23272D", "#171B21", "#3A424B", "#4A515A", "#31373E", "#1D242B", "#7C858F", "#98A1AB", "#23272D"
)


def colours_of(theme: Theme) -> MapColours:
    """The map's colours for a palette."""
    return DARK if theme.is_dark else LIGHT


def draw_basemap(
    basemap: Basemap, view: MapView, ratio: float, colours: MapColours, font: QtGui.QFont
) -> QtGui.QImage:
    """The map without events, `ratio` device pixels to the pixel."""
    image = QtGui.QImage(
        round(view.width * ratio), round(view.height * ratio), QtGui.QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(ratio)
    image.fill(QtGui.QColor(colours.water if basemap.shapes else colours.land))
    painter = QtGui.QPainter(image)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, True)
    _fill(painter, basemap, "land", view, colours.land, colours.coast)
    _stroke(painter, basemap, "rivers", view, colours.river, 1.0)
    _fill(painter, basemap, "lakes", view, colours.water, colours.coast)
    if view.scale >= PROVINCES_FROM:
        _stroke(painter, basemap, "admin1", view, colours.province, 0.8)
    _stroke(painter, basemap, "borders", view, colours.border, 1.1)
    _stroke(painter, basemap, "disputed", view, colours.border, 1.0, dashed=True)
    _Names(painter, view, colours, font).draw(basemap)
    painter.end()
    return image


def polygon_of(points: Floats) -> QtGui.QPolygonF:
    """Pixel positions, shape (n, 2), as Qt's polygon, without a Python object per vertex."""
    polygon = QtGui.QPolygonF([QtCore.QPointF()] * len(points))
    if len(points):
        memory: Any = polygon.data()
        memory.setsize(16 * len(points))
        np.frombuffer(memory, dtype=np.float64)[:] = points.ravel()
    return polygon


def _fill(painter: QtGui.QPainter, basemap: Basemap, name: str, view: MapView, fill: str, edge: str) -> None:
    shapes = basemap.layer(name, view)
    if shapes is None:
        return
    path = QtGui.QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for points in shapes.seen(view):
        path.addPolygon(polygon_of(_clipped(points, view)))
    painter.setBrush(QtGui.QColor(fill))
    painter.setPen(QtGui.QPen(QtGui.QColor(edge), 0.8))
    painter.drawPath(path)


def _stroke(
    painter: QtGui.QPainter,
    basemap: Basemap,
    name: str,
    view: MapView,
    colour: str,
    width: float,
    dashed: bool = False,
) -> None:
    shapes = basemap.layer(name, view)
    if shapes is None:
        return
    pen = QtGui.QPen(QtGui.QColor(colour), width)
    pen.setStyle(Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for points in shapes.seen(view):
        painter.drawPolyline(polygon_of(points))


def _clipped(points: Floats, view: MapView) -> Floats:
    """Far outside of the widget, positions are pulled to a frame about it: strokes there would cost for nothing."""
    room = 4.0 * max(view.width, view.height)
    return np.clip(points, -room, room)


class _Names:
    """Names of countries and towns, the important first; what would overlap is left out."""

    def __init__(
        self, painter: QtGui.QPainter, view: MapView, colours: MapColours, font: QtGui.QFont
    ) -> None:
        self._p = painter
        self._view = view
        self._colours = colours
        self._taken: list[QtCore.QRectF] = []
        self._country = QtGui.QFont(font)
        self._country.setPointSizeF(font.pointSizeF() * 0.85)
        self._country.setWeight(QtGui.QFont.Weight.DemiBold)
        self._country.setCapitalization(QtGui.QFont.Capitalization.AllUppercase)
        self._country.setLetterSpacing(QtGui.QFont.SpacingType.AbsoluteSpacing, 2.0)
        self._town = QtGui.QFont(font)
        self._town.setPointSizeF(font.pointSizeF() * 0.85)

    def draw(self, basemap: Basemap) -> None:
        """Draw what there is room for at this scale."""
        scale = self._view.scale
        lowest_country = 2 if scale < 5 else 4 if scale < 12 else 7
        lowest_town = -1 if scale < 8 else 0 if scale < 16 else 1 if scale < 24 else 2 if scale < 48 else 3
        if scale >= 120:
            lowest_town = 9
        for label in basemap.countries:
            if label.rank <= lowest_country and scale < 400:
                self._name(label, self._country, self._colours.country, is_town=False)
        for label in basemap.towns:
            if label.rank > lowest_town:
                break
            self._name(label, self._town, self._colours.town, is_town=True)

    def _name(self, label: Label, font: QtGui.QFont, colour: str, is_town: bool) -> None:
        west, north, east, south = self._view.bounds
        if not (west < label.x < east and north < label.y < south):
            return
        x = (label.x - self._view.x) * self._view.scale + self._view.width / 2
        y = (label.y - self._view.y) * self._view.scale + self._view.height / 2
        metrics = QtGui.QFontMetricsF(font)
        width = metrics.horizontalAdvance(label.name.upper() if not is_town else label.name)
        left = x + 6 if is_town else x - width / 2
        box = QtCore.QRectF(left - 4, y - metrics.height() / 2 - 2, width + 8, metrics.height() + 4)
        if any(box.intersects(other) for other in self._taken):
            return
        if not QtCore.QRectF(0, 0, self._view.width, self._view.height).contains(box):
            return
        self._taken.append(box)
        baseline = y + (metrics.ascent() - metrics.descent()) / 2
        self._p.setFont(font)
        path = QtGui.QPainterPath()
        self._p.setPen(QtGui.QColor(colour))
        if is_town:
            halo = QtGui.QColor(self._colours.halo)
            path.addText(QtCore.QPointF(left, baseline), font, label.name)
            self._p.strokePath(path, QtGui.QPen(halo, 2.5))
            self._p.setBrush(QtGui.QColor(colour))
            self._p.setPen(Qt.PenStyle.NoPen)
            self._p.drawEllipse(QtCore.QPointF(x, y), 1.8, 1.8)
            self._p.setPen(QtGui.QColor(colour))
        self._p.drawText(QtCore.QPointF(left, baseline), label.name)
