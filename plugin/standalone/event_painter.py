"""Draw the events of the moment: discs by type, doubt hollow or lighter, areas hatched, many as dots from arrays."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..core.event import Assertion, ReviewState
from ..layers.event_table import ASSERTIONS, REVIEW_STATES
from ..ui.event_filter import PUT_ASIDE
from ..ui.qt import QtCore, QtGui
from ..ui.theme import KINDS, Theme, type_colour
from .basemap_painter import polygon_of
from .event_places import EventPlaces, Group, Numbers, PlacedArea
from .projection import Floats, MapView

Qt, QPointF = QtCore.Qt, QtCore.QPointF
MOST_DISCS = 3_000  # above that, events are dots
VAGUE_FROM = 3  # where_prec from which a point is hollow: a district or coarser
DOT = ((0, -1), (-1, 0), (0, 0), (1, 0), (0, 1))
OCCURRED = ASSERTIONS.index(Assertion.OCCURRED)
LOOKED_AT = frozenset(REVIEW_STATES.index(state) for state in (ReviewState.CONFIRMED, ReviewState.EDITED))


class EventPainter:
    """Draws events.

    Parameters
    ----------
    painter : QPainter
    theme : Theme
    places : EventPlaces
    view : MapView
    """

    def __init__(self, painter: QtGui.QPainter, theme: Theme, places: EventPlaces, view: MapView) -> None:
        self._p = painter
        self._theme = theme
        self._places = places
        self._view = view

    def areas(self, shown: npt.NDArray[np.bool_], selected: int | None, hovered: int | None) -> None:
        """Footprints of the events that `shown` marks: hatched and dashed, a claim lighter."""
        for area in self._places.areas:
            numbers = [number for number in area.numbers if shown[number]]
            is_lit = selected in numbers or hovered in numbers
            if not numbers or not (area.is_lasting or is_lit):
                continue
            first = numbers[0]
            strength = 1.0 if self._is_plain(first) else 0.6
            colour = type_colour(int(self._places.kinds[first]))
            path = area_path(area, self._view)
            self._p.setPen(Qt.PenStyle.NoPen)
            self._p.setBrush(_faded(colour, (0.24 if is_lit else 0.14) * strength))
            self._p.drawPath(path)
            self._p.setBrush(QtGui.QBrush(_faded(colour, 0.45 * strength), Qt.BrushStyle.BDiagPattern))
            pen = QtGui.QPen(_faded(colour, strength), 2.4 if is_lit else 1.5)
            pen.setDashPattern([3.0, 2.0])
            self._p.setPen(pen)
            self._p.drawPath(path)
            if len(numbers) > 1 and area.is_lasting:
                self._area_badge(first, len(numbers), colour)

    def ghosts(self, numbers: Numbers) -> None:
        """Events outside of the window: a pale silhouette each."""
        x, y, seen = self._places.on_screen(numbers, self._view)
        self._p.setPen(Qt.PenStyle.NoPen)
        for left, top, number in zip(x.tolist(), y.tolist(), seen.tolist()):
            self._p.setBrush(_faded(type_colour(int(self._places.kinds[number])), 0.16))
            self._p.drawEllipse(QPointF(left, top), 4.0, 4.0)

    def discs(self, groups: list[Group], faded: set[int]) -> None:
        """Single events as discs, several as badges with their number."""
        for group in groups:
            if len(group.numbers) == 1:
                self._disc(group, int(group.numbers[0]) in faded)
            else:
                self._badge(group)

    def dots(self, x: Floats, y: Floats, seen: Numbers, ratio: float) -> None:
        """Very many events: a few pixels each, from arrays, in no time."""
        width, height = round(self._view.width * ratio), round(self._view.height * ratio)
        pixels = np.zeros(width * height, dtype=np.uint32)
        palette = np.array([type_colour(kind).rgba() for kind in range(KINDS)], dtype=np.uint32)
        colours = palette[self._places.kinds[seen]]
        at = (y * ratio).astype(np.intp) * width + (x * ratio).astype(np.intp)
        for right, down in DOT:
            pixels[at + (down * width + right)] = colours
        image = QtGui.QImage(
            pixels.tobytes(), width, height, 4 * width, QtGui.QImage.Format.Format_ARGB32_Premultiplied
        )
        image.setDevicePixelRatio(ratio)
        self._p.drawImage(QPointF(0, 0), image)

    def ring(self, x: float, y: float, radius: float) -> None:
        """The mark of the chosen event."""
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.setPen(QtGui.QPen(self._theme.colour("raised"), 5))
        self._p.drawEllipse(QPointF(x, y), radius + 4, radius + 4)
        self._p.setPen(QtGui.QPen(self._theme.colour("ink"), 2))
        self._p.drawEllipse(QPointF(x, y), radius + 4, radius + 4)

    def halo(self, group: Group) -> None:
        """The hint that a group holds what is pointed at elsewhere."""
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.setPen(QtGui.QPen(self._theme.colour("accent", 0.6), 4))
        self._p.drawEllipse(QPointF(group.x, group.y), group.radius + 6, group.radius + 6)

    def name(self, x: float, y: float, words: str, colour: str) -> None:
        """The place of the chosen event, above it."""
        font = QtGui.QFont(self._p.font())
        font.setWeight(QtGui.QFont.Weight.Bold)
        width = QtGui.QFontMetricsF(font).horizontalAdvance(words)
        path = QtGui.QPainterPath()
        path.addText(QPointF(x - width / 2, y), font, words)
        self._p.strokePath(path, QtGui.QPen(QtGui.QColor(colour), 4))
        self._p.fillPath(path, self._theme.colour("ink"))

    def _is_plain(self, number: int) -> bool:
        return int(self._places.table.assertion_codes[number]) == OCCURRED

    def _disc(self, group: Group, faded: bool) -> None:
        number = int(group.numbers[0])
        colour = type_colour(int(self._places.kinds[number]))
        strength = (1.0 if self._is_plain(number) else 0.5) * (0.35 if faded else 1.0)
        at = QPointF(group.x, group.y)
        if int(self._places.table.where_precs[number]) >= VAGUE_FROM:
            self._p.setBrush(self._theme.colour("raised", 0.5 * strength))
            self._p.setPen(QtGui.QPen(_faded(colour, strength), 2.2))
            self._p.drawEllipse(at, group.radius + 1, group.radius + 1)
        else:
            self._p.setPen(QtGui.QPen(self._theme.colour("raised"), 1.4))
            self._p.setBrush(_faded(colour, strength))
            self._p.drawEllipse(at, group.radius, group.radius)
        self._decision(group, int(self._places.table.review_codes[number]), _faded(colour, strength))

    def _badge(self, group: Group) -> None:
        kinds, counts = np.unique(self._places.kinds[group.numbers], return_counts=True)
        colour = type_colour(int(kinds[np.argmax(counts)]))
        at = QPointF(group.x, group.y)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(_faded(colour, 0.25))
        self._p.drawEllipse(at, group.radius + 4, group.radius + 4)
        self._pie(group, kinds, counts)
        self._p.setPen(QtGui.QPen(self._theme.colour("raised"), 1.6))
        self._p.setBrush(colour)
        self._p.drawEllipse(at, group.radius, group.radius)
        self._figure(group.x, group.y, group.radius, len(group.numbers))

    def _decision(self, group: Group, code: int, colour: QtGui.QColor) -> None:
        """What a person has decided of a single event: a tick, or a cross over what is put aside."""
        x, y, r = group.x, group.y, group.radius
        if code in PUT_ASIDE:
            self._p.setPen(QtGui.QPen(self._theme.colour("ink"), 1.6))
            self._p.drawLine(QPointF(x - r, y - r), QPointF(x + r, y + r))
            self._p.drawLine(QPointF(x - r, y + r), QPointF(x + r, y - r))
        elif code in LOOKED_AT:
            is_hollow = int(self._places.table.where_precs[int(group.numbers[0])]) >= VAGUE_FROM
            pen = QtGui.QPen(colour if is_hollow else self._theme.colour("raised"), 1.8)
            self._p.setPen(pen)
            tick = ((x - 0.45 * r, y), (x - 0.1 * r, y + 0.4 * r), (x + 0.5 * r, y - 0.4 * r))
            self._p.drawPolyline(QtGui.QPolygonF([QPointF(*point) for point in tick]))

    def _pie(self, group: Group, kinds: Numbers, counts: Numbers) -> None:
        """A ring about the badge, divided as the types are."""
        if len(kinds) < 2:
            return
        outer = group.radius + 4
        box = QtCore.QRectF(group.x - outer, group.y - outer, 2 * outer, 2 * outer)
        turn = 90.0 * 16
        for kind, count in zip(kinds, counts):
            sweep = -360.0 * 16 * count / counts.sum()
            self._p.setBrush(type_colour(int(kind)))
            self._p.drawPie(box, round(turn), round(sweep))
            turn += sweep

    def _figure(self, x: float, y: float, radius: float, number: int) -> None:
        font = QtGui.QFont(self._p.font())
        font.setWeight(QtGui.QFont.Weight.Bold)
        self._p.setFont(font)
        self._p.setPen(QtGui.QColor("#FFFFFF"))
        box = QtCore.QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        self._p.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{number}" if number < 1000 else "999+")

    def _area_badge(self, number: int, count: int, colour: QtGui.QColor) -> None:
        x = float(self._view.px(self._places.x[number : number + 1])[0])
        y = float(self._view.py(self._places.y[number : number + 1])[0])
        self._p.setPen(QtGui.QPen(self._theme.colour("raised"), 1.6))
        self._p.setBrush(colour)
        self._p.drawEllipse(QPointF(x, y), 10, 10)
        self._figure(x, y, 10, count)


def area_path(area: PlacedArea, view: MapView) -> QtGui.QPainterPath:
    """A footprint in pixels."""
    path = QtGui.QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in area.rings:
        path.addPolygon(polygon_of(np.column_stack([view.px(ring[:, 0]), view.py(ring[:, 1])])))
    return path


def _faded(colour: QtGui.QColor, alpha: float) -> QtGui.QColor:
    faded = QtGui.QColor(colour)
    faded.setAlphaF(alpha)
    return faded
