"""Draw the events of the moment: discs by type, doubt hollow or lighter, areas hatched, many as dots from arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..core.event import Assertion
from ..layers.reader import ASSERTIONS, EventArea, EventTable
from ..ui.qt import QtCore, QtGui
from ..ui.theme import KINDS, TYPES, Theme, type_colour
from .basemap_painter import polygon_of
from .projection import Floats, MapView, mercator_y

Qt, QPointF = QtCore.Qt, QtCore.QPointF
MOST_DISCS = 3_000  # above that, events are dots
CELL_PX = 20.0  # events nearer than that share a badge
MOST_MERGED = 600  # above that, badges may overlap
RADIUS_PX = 5.5
VAGUE_FROM = 3  # where_prec from which a point is hollow: a district or coarser
DOT = ((0, -1), (-1, 0), (0, 0), (1, 0), (0, 1))
WHOLE_COUNTRY = 6  # where_prec of a country; 7 of a sea
OCCURRED = ASSERTIONS.index(Assertion.OCCURRED)

SPOT_DEG = 4.0  # size of the squares in which events are counted to find where most are

Numbers = npt.NDArray[np.intp]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Group:
    """Events that are drawn as one: where in pixels, how large, which, the chosen or latest last."""

    x: float
    y: float
    radius: float
    numbers: Numbers


@dataclass(frozen=True, eq=False)
class PlacedArea:
    """A footprint in the map's plane, and the events that have it.

    `is_lasting` says that it is drawn as long as its events are shown. A whole country, or a sea, says so little of
    where something happened that it is a hollow point, and an area only while it is chosen or pointed at.
    """

    rings: tuple[Floats, ...]
    numbers: tuple[int, ...]
    is_lasting: bool


class EventPlaces:
    """Where the events of a table are in the map's plane.

    Parameters
    ----------
    table : EventTable
    areas : tuple of EventArea
    """

    def __init__(self, table: EventTable, areas: tuple[EventArea, ...]) -> None:
        self.table = table
        self.x: Floats = table.lons
        self.y: Floats = mercator_y(table.lats)
        self.kinds: Numbers = np.where(table.type_codes < 0, len(TYPES), table.type_codes).astype(np.intp)
        self.radii: Floats = RADIUS_PX + 1.1 * np.log1p(np.maximum(table.fatalities, 0))
        self.areas = _placed(table, areas)
        self.is_drawn_as_area = np.zeros(len(table), dtype=np.bool_)
        for area in self.areas:
            self.is_drawn_as_area[list(area.numbers)] = area.is_lasting

    def box_of(self, numbers: Numbers) -> Box | None:
        """West, north, east, south of these events; None when none has a place."""
        known = numbers[np.isfinite(self.x[numbers])]
        return _box(self.x[known], self.y[known]) if len(known) else None

    def dense_box_of(self, numbers: Numbers) -> Box | None:
        """The same of two in three, those about the place with most, where that is much less than the box of all."""
        known = numbers[np.isfinite(self.x[numbers])]
        if not len(known):
            return None
        x, y = self.x[known], self.y[known]
        _, which, counts = np.unique(
            np.column_stack([x // SPOT_DEG, y // SPOT_DEG]), axis=0, return_inverse=True, return_counts=True
        )
        in_spot = which.ravel() == int(np.argmax(counts))
        away = np.hypot(x - x[in_spot].mean(), y - y[in_spot].mean())
        near = away <= np.quantile(away, 2 / 3)
        box, everything = _box(x[near], y[near]), _box(x, y)
        return box if box[2] - box[0] < (everything[2] - everything[0]) / 2 else everything

    def on_screen(self, numbers: Numbers, view: MapView) -> tuple[Floats, Floats, Numbers]:
        """Pixel positions of those of `numbers` that have a place in sight."""
        x, y = view.px(self.x[numbers]), view.py(self.y[numbers])
        inside = (x >= 2) & (x < view.width - 2) & (y >= 2) & (y < view.height - 2)  # NaN is not
        return x[inside], y[inside], numbers[inside]


def groups_of(places: EventPlaces, numbers: Numbers, view: MapView) -> list[Group]:
    """Events as discs and badges; those in one cell of the plane share a badge, so that panning regroups nothing."""
    x, y, seen = places.on_screen(numbers[~places.is_drawn_as_area[numbers]], view)
    if not len(seen):
        return []
    cell = CELL_PX / view.scale
    key = np.floor(places.x[seen] / cell).astype(np.int64) * 4_000_003 + np.floor(
        places.y[seen] / cell
    ).astype(np.int64)
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.diff(key[order], prepend=key[order[0]] - 1))
    groups = [_group(places, x[part], y[part], seen[part]) for part in np.split(order, starts[1:])]
    return _apart(places, groups) if len(groups) <= MOST_MERGED else groups


def _group(places: EventPlaces, x: Floats, y: Floats, numbers: Numbers) -> Group:
    radius = float(places.radii[numbers].max())
    if len(numbers) > 1:
        radius = max(radius, 9.0 + 1.5 * len(str(len(numbers))))
    return Group(float(x.mean()), float(y.mean()), radius, numbers)


def _apart(places: EventPlaces, groups: list[Group]) -> list[Group]:
    """Badges that would cover each other's figures become one, the largest first."""
    kept: list[Group] = []
    for group in sorted(groups, key=lambda one: -len(one.numbers)):
        for nth, other in enumerate(kept):
            reach = 0.8 * (group.radius + other.radius)
            if (group.x - other.x) ** 2 + (group.y - other.y) ** 2 < reach * reach:
                numbers = np.concatenate([other.numbers, group.numbers])
                kept[nth] = _group(places, np.array([other.x]), np.array([other.y]), numbers)
                break
        else:
            kept.append(group)
    return kept


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

    def areas(self, shown: set[int], selected: int | None, hovered: int | None) -> None:
        """Footprints of the events shown: hatched and dashed, a claim lighter."""
        for area in self._places.areas:
            numbers = [number for number in area.numbers if number in shown]
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

    def dots(self, numbers: Numbers, ratio: float) -> None:
        """Very many events: a few pixels each, from arrays, in no time."""
        x, y, seen = self._places.on_screen(numbers, self._view)
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


def _box(x: Floats, y: Floats) -> Box:
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def _placed(table: EventTable, areas: tuple[EventArea, ...]) -> tuple[PlacedArea, ...]:
    """Footprints in the plane; events with the very same one and of the same type share it."""
    number_of = {event_id: number for number, event_id in enumerate(table.event_ids)}
    vague = table.where_precs >= WHOLE_COUNTRY
    shared: dict[tuple[int, bytes], tuple[EventArea, list[int]]] = {}
    for area in areas:
        number = number_of.get(area.event_id)
        if number is not None:
            key = (
                int(table.type_codes[number]),
                b"".join(ring.tobytes() for polygon in area.polygons for ring in polygon),
            )
            shared.setdefault(key, (area, []))[1].append(number)
    return tuple(
        PlacedArea(
            tuple(
                np.column_stack([ring[:, 0], mercator_y(ring[:, 1])])
                for polygon in area.polygons
                for ring in polygon
            ),
            tuple(sorted(numbers)),
            not vague[numbers].any(),
        )
        for area, numbers in shared.values()
    )


def _faded(colour: QtGui.QColor, alpha: float) -> QtGui.QColor:
    faded = QtGui.QColor(colour)
    faded.setAlphaF(alpha)
    return faded
