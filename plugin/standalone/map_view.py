"""The map: basemap, events of the window, pan, zoom, tooltips, choice. A view of the study."""

from __future__ import annotations

from html import escape

import numpy as np

from ..core.axis import range_in_words
from ..core.calendar import TimeRange
from ..core.timeline import Mode
from ..core.wording import number_of
from ..ui.event_words import precision_of, subtitle_of, title_of, when_in_words
from ..ui.icons import icon
from ..ui.qt import QtCore, QtGui, QtWidgets, global_position_of, position_of
from ..ui.study import Study
from ..ui.tasks import Task, start
from ..ui.theme import theme_of
from .basemap import Basemap, load_basemap
from .basemap_painter import colours_of
from .event_painter import MOST_DISCS, EventPainter, area_path
from .event_places import Box, EventPlaces, Group, Numbers, groups_of
from .ground import Ground
from .map_frame import MapFrame
from .projection import Floats, MapView

Qt = QtCore.Qt
ZOOM_PER_NOTCH = 1.25
CREDIT = "GeoNames · Natural Earth"
NEAR_PX = 6.0  # how far beside a disc still counts as on it


class MapWidget(QtWidgets.QWidget):
    """The map.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._study = study
        self._view = MapView(20.0, -20.0, 2.4, 1, 1)
        self._fitted = False
        self._ground = Ground(self)
        self._places: EventPlaces | None = None
        self._found: tuple[Numbers, MapView, tuple[Floats, Floats, Numbers]] | None = None
        self._flashed: set[int] = set()
        self._groups: list[Group] = []
        self._pressed: QtCore.QPointF | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Map of the events in the window")
        self.setMinimumSize(320, 240)
        self._buttons = self._make_buttons()
        self._outside = QtWidgets.QPushButton(self)
        self._outside.setVisible(False)
        self._outside.clicked.connect(lambda: self.fit())
        study.opened.connect(self._take_events)
        study.selectionChanged.connect(self._follow_selection)
        for signal in (study.hoverChanged, study.controller.timelineChanged, study.controller.indexChanged):
            signal.connect(self._changed)

    # -- what it shows

    @property
    def view(self) -> MapView:
        """The part of the world that is seen."""
        return self._view

    def set_view(self, view: MapView) -> None:
        """Show another part of the world."""
        if view != self._view:
            self._view = view
            self._ground.rest(view)
            self._changed()

    def load(self) -> None:
        """Fetch the basemap, on another thread."""
        start(Task(load_basemap, self.set_basemap, lambda _words: None))

    def set_basemap(self, basemap: Basemap) -> None:
        """Show a basemap."""
        self._ground.set_basemap(basemap)
        self.update()

    def draw_now(self) -> None:
        """Draw the basemap at once; for pictures."""
        self._ground.draw_now(self._view)
        self.update()

    def flash(self, span: TimeRange | None) -> None:
        """Ring the events that begin in a time, those of a bar under the pointer; None for none."""
        places = self._places
        numbers = set() if span is None or places is None else set(self._study.numbers_in(span).tolist())
        if span is not None and places is not None:
            numbers = {number for number in numbers if span.holds(int(places.table.starts_ms[number]))}
        if numbers != self._flashed:
            self._flashed = numbers
            self.update()

    def fit(self) -> None:
        """Show where the events of the window are, every one of them."""
        if self._places is not None:
            self._fit_to(self._places.box_of(self._study.numbers_shown()))

    def fit_most(self) -> None:
        """Show where most events of the file are; a note on the map counts the others."""
        self._fit_to(None if self._places is None else self._places.dense_box)

    def _fit_to(self, box: Box | None) -> None:
        if box is not None:
            self.set_view(self._view.fitted(*box))

    def set_places(self, places: EventPlaces) -> None:
        """Where the events are that the study is about to show, made beforehand on another thread."""
        self._places = places

    def _take_events(self) -> None:
        loaded = self._study.loaded
        if loaded is None:
            self._places = None
        elif self._places is None or self._places.table is not loaded.table:
            self._places = EventPlaces(loaded.table, loaded.areas)
        self._fitted = False
        self._fit_once()
        self._changed()

    def _fit_once(self) -> None:
        """Once the map has its size on the screen; before, there is nothing to fit into."""
        if not self._fitted and self._places is not None and self.isVisible():
            self._fitted = True
            self.fit_most()

    def _follow_selection(self, number: int | None) -> None:
        """Bring the chosen event into sight."""
        if number is not None and self._places is not None and np.isfinite(self._places.x[number]):
            x = float(self._view.px(self._places.x[number : number + 1])[0])
            y = float(self._view.py(self._places.y[number : number + 1])[0])
            margin = 48
            dx = min(self.width() - margin - x, 0) + max(margin - x, 0)
            dy = min(self.height() - margin - y, 0) + max(margin - y, 0)
            if dx or dy:
                self.set_view(self._view.panned(dx, dy))
        self.update()

    # -- painting

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:  # noqa: N802
        """Draw ground, events, scale, window and credit."""
        painter = QtGui.QPainter(self)
        self._ground.paint(painter, self._view)
        self._paint_events(painter)
        self._paint_frame(painter)

    def _paint_events(self, painter: QtGui.QPainter) -> None:
        places, timeline = self._places, self._study.controller.timeline
        self._groups = []
        if places is None or timeline is None:
            return
        numbers = self._study.numbers_shown()
        events = EventPainter(painter, theme_of(self), places, self._view)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, True)
        painter.setFont(self.font())
        selected, hovered = self._study.selected, self._study.hovered
        if places.areas:
            shown = np.zeros(len(places.table), dtype=np.bool_)
            shown[numbers] = True
            events.areas(shown, selected, hovered)
        x, y, seen = self._on_screen(places)
        if len(numbers) > MOST_DISCS:
            events.dots(x, y, seen, self.devicePixelRatioF())
        else:
            everything = self._study.numbers_in(timeline.full)
            if len(everything) <= MOST_DISCS:
                events.ghosts(np.setdiff1d(everything, numbers))
            faded: set[int] = set()
            if timeline.mode is Mode.CUMULATIVE:
                faded = set(numbers.tolist()) - set(self._study.numbers_in(timeline.window).tolist())
            self._groups = groups_of(places, x, y, seen, self._view)
            events.discs(self._groups, faded)
        for group in self._groups if self._flashed else ():
            if not self._flashed.isdisjoint(group.numbers.tolist()):
                events.halo(group)
        for number in (hovered, selected):
            self._ring(events, number)

    def _ring(self, events: EventPainter, number: int | None) -> None:
        places = self._places
        if (
            number is None
            or places is None
            or not np.isfinite(places.x[number])
            or places.is_drawn_as_area[number]
        ):
            return
        group = next((group for group in self._groups if number in group.numbers), None)
        if group is not None:
            x, y, radius = group.x, group.y, group.radius
        else:
            x = float(self._view.px(places.x[number : number + 1])[0])
            y = float(self._view.py(places.y[number : number + 1])[0])
            radius = float(places.radii[number])
        events.ring(x, y, radius)
        name = self._study.row(number).location if number == self._study.selected else None
        if name:
            events.name(x, y - radius - 12, name, colours_of(theme_of(self)).halo)

    def _paint_frame(self, painter: QtGui.QPainter) -> None:
        frame = MapFrame(painter, theme_of(self), self.font(), self._view)
        timeline = self._study.controller.timeline
        if timeline is not None:
            frame.window(range_in_words(timeline.shown))
        frame.scale()
        if not self._ground.is_empty:
            frame.credit(CREDIT)

    # -- hands

    def resizeEvent(self, event: QtGui.QResizeEvent | None) -> None:  # noqa: N802
        """The centre stays where it is."""
        self.set_view(self._view.resized(self.width(), self.height()))
        self._buttons.move(self.width() - self._buttons.width() - 14, 14)
        self._fit_once()

    def showEvent(self, event: QtGui.QShowEvent | None) -> None:  # noqa: N802
        """The first ground."""
        super().showEvent(event)
        self._fit_once()
        self._ground.rest(self._view)

    def changeEvent(self, event: QtCore.QEvent | None) -> None:  # noqa: N802
        """The ground follows the palette."""
        super().changeEvent(event)
        if (
            event is not None
            and event.type() == QtCore.QEvent.Type.PaletteChange
            and hasattr(self, "_ground")
        ):
            self._ground.rest(self._view)

    def mousePressEvent(self, event: QtGui.QMouseEvent | None) -> None:  # noqa: N802
        """Take hold of the map."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = position_of(event), False

    def mouseMoveEvent(self, event: QtGui.QMouseEvent | None) -> None:  # noqa: N802
        """Pan, or light up what is under the pointer."""
        if event is None:
            return
        at = position_of(event)
        if self._pressed is None:
            self._hover(at, event)
            return
        moved = at - self._pressed
        if self._dragged or moved.manhattanLength() > 3:
            self._dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.set_view(self._view.panned(moved.x(), moved.y()))
            self._pressed = at

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent | None) -> None:  # noqa: N802
        """Let go; a click chooses, a second one on a badge its next event."""
        if event is None or self._pressed is None:
            return
        self._pressed = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        if not self._dragged:
            numbers = self.numbers_at(position_of(event))
            if not numbers:
                self._study.select(None)
            elif self._study.selected in numbers:
                self._study.select(numbers[(numbers.index(self._study.selected) + 1) % len(numbers)])
            else:
                self._study.select(numbers[0])

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent | None) -> None:  # noqa: N802
        """Zoom in there."""
        if event is not None:
            at = position_of(event)
            self.set_view(self._view.zoomed(2.0, at.x(), at.y()))

    def wheelEvent(self, event: QtGui.QWheelEvent | None) -> None:  # noqa: N802
        """Zoom about the pointer."""
        if event is not None:
            at = position_of(event)
            factor = ZOOM_PER_NOTCH ** (event.angleDelta().y() / 120)
            self.set_view(self._view.zoomed(factor, at.x(), at.y()))
            event.accept()

    def leaveEvent(self, event: QtCore.QEvent | None) -> None:  # noqa: N802
        """Nothing is under the pointer."""
        self._study.hover(None)

    def numbers_at(self, at: QtCore.QPointF) -> list[int]:
        """The events under a pixel, as drawn: a disc or badge first, else the smallest area."""
        for group in reversed(self._groups):
            reach = group.radius + NEAR_PX
            if (group.x - at.x()) ** 2 + (group.y - at.y()) ** 2 <= reach * reach:
                return [int(number) for number in group.numbers]
        if self._places is None:
            return []
        shown = set(self._study.numbers_shown().tolist())
        found = []
        for area in self._places.areas:
            numbers = [number for number in area.numbers if number in shown] if area.is_lasting else []
            path = area_path(area, self._view) if numbers else None
            if path is not None and path.contains(at):
                box = path.boundingRect()
                found.append((box.width() * box.height(), numbers))
        return min(found)[1] if found else []

    def _hover(self, at: QtCore.QPointF, event: QtGui.QMouseEvent) -> None:
        numbers = self.numbers_at(at)
        lit = self._study.selected if self._study.selected in numbers else numbers[0] if numbers else None
        if lit != self._study.hovered:
            self._study.hover(lit)
            self.setCursor(Qt.CursorShape.PointingHandCursor if numbers else Qt.CursorShape.ArrowCursor)
            if numbers:
                QtWidgets.QToolTip.showText(global_position_of(event), self.words_of(numbers), self)
            else:
                QtWidgets.QToolTip.hideText()

    def words_of(self, numbers: list[int]) -> str:
        """The tooltip of some events, as rich text."""
        rows = self._study.rows(np.array(numbers[:6], dtype=np.intp))
        soft = theme_of(self).soft
        if len(numbers) == 1:
            row = rows[0]
            certainty = " · ".join([precision_of(row), row.assertion])
            return (
                f"<b>{escape(title_of(row))}</b><br>{escape(when_in_words(row))} · {escape(subtitle_of(row))}"
                f'<br><span style="color:{soft}">{escape(certainty)}</span>'
            )
        lines = [f"{escape(when_in_words(row))} · {escape(title_of(row))}" for row in rows]
        if len(numbers) > len(rows):
            lines.append(f"and {len(numbers) - len(rows):,} more")
        return f"<b>{len(numbers):,} events</b><br>" + "<br>".join(lines)

    def _make_buttons(self) -> QtWidgets.QWidget:
        box = QtWidgets.QWidget(self)
        column = QtWidgets.QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        ink = theme_of(self).colour("ink")
        for name, tip, run in (
            ("plus", "Zoom in", lambda: self._zoom(1.6)),
            ("minus", "Zoom out", lambda: self._zoom(1 / 1.6)),
            ("fit", "Show all events of the window", self.fit),
        ):
            button = QtWidgets.QToolButton(box)
            button.setIcon(icon(name, ink))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setFixedSize(32, 32)
            button.clicked.connect(lambda _checked=False, run=run: run())
            column.addWidget(button)
        box.adjustSize()
        return box

    def _on_screen(self, places: EventPlaces) -> tuple[Floats, Floats, Numbers]:
        """Pixel positions of the events of the window that are in sight, found once a frame."""
        numbers = self._study.numbers_shown()
        if self._found is None or self._found[0] is not numbers or self._found[1] != self._view:
            self._found = (numbers, self._view, places.on_screen(numbers, self._view))
        return self._found[2]

    def _changed(self, *_: object) -> None:
        """Paint anew. Events of the window that the map does not reach are counted, and a click away."""
        n = 0
        if self._places is not None and self._study.controller.timeline is not None:
            placed = int(self._places.table.has_place[self._study.numbers_shown()].sum())
            n = placed - len(self._on_screen(self._places)[2])
        words = f"{number_of(n, 'event')} outside of the map: show all"
        if n and self._outside.text() != words:
            self._outside.setText(words)
            self._outside.adjustSize()
        self._outside.move((self.width() - self._outside.width()) // 2, self.height() - 44)
        self._outside.setVisible(bool(n))
        self.update()

    def _zoom(self, factor: float) -> None:
        self.set_view(self._view.zoomed(factor, self.width() / 2, self.height() / 2))
