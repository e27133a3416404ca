"""The map: basemap, events of the window, pan, zoom, tooltips, choice, and points that a person sets."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

import numpy as np

from ..core.calendar import TimeRange
from ..core.footprint import LonLat
from ..core.wording import number_of
from ..ui.qt import QtCore, QtGui, QtWidgets, global_position_of, position_of
from ..ui.study import Study
from ..ui.tasks import Task, start
from ..ui.theme import theme_of
from .basemap import Basemap, load_basemap
from .event_places import Box, EventPlaces
from .ground import Ground
from .map_buttons import Hint, zoom_buttons
from .map_scene import MapScene
from .projection import MapView, latitude

Qt = QtCore.Qt
ZOOM_PER_NOTCH = 1.25


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
        self._shown_path: Path | None = None
        self._ground = Ground(self)
        self.scene = MapScene(study)
        self._take_point: Callable[[Optional[LonLat]], None] | None = None
        self._pressed: QtCore.QPointF | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Map of the events in the window")
        self.setMinimumSize(320, 240)
        self._buttons = zoom_buttons(self, self._zoom, self.fit)
        self._outside = Hint(self, self.fit)
        self._asking = Hint(self, lambda: self._give_point(None))
        study.opened.connect(self._take_events)
        study.revised.connect(self._take_revision)
        study.review.pointAsked.connect(self.ask_point)
        study.selectionChanged.connect(self._follow_selection)
        study.chosenChanged.connect(self.update)
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
        start(Task(load_basemap, self.set_basemap, lambda _words: None, self))

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
        if self.scene.flash(span):
            self.update()

    def fit(self) -> None:
        """Show where the events of the window are, every one of them."""
        if self.scene.places is not None:
            self._fit_to(self.scene.places.box_of(self._study.numbers_shown()))

    def fit_most(self) -> None:
        """Show where most events of the file are; a note on the map counts the others."""
        self._fit_to(None if self.scene.places is None else self.scene.places.dense_box)

    def _fit_to(self, box: Box | None) -> None:
        if box is not None:
            self.set_view(self._view.fitted(*box))

    def set_places(self, places: EventPlaces) -> None:
        """Where the events are that the study is about to show, made beforehand on another thread."""
        self.scene.take(places)

    def _take_events(self) -> None:
        """Another file is shown where most of its events are; one that is read anew stays where it was."""
        loaded = self._study.loaded
        path = None if loaded is None or loaded.file is None else loaded.file.path
        self._take_revision()
        if path is None or path != self._shown_path:
            self._fitted = False
            self._fit_once()
        self._shown_path = path

    def _take_revision(self) -> None:
        """Other events, or the same at other places; the map stays where it is."""
        loaded, places = self._study.loaded, self.scene.places
        if loaded is None:
            self.scene.take(None)
        elif places is None or places.table is not loaded.table:
            self.scene.take(EventPlaces(loaded.table, loaded.areas))
        self._changed()

    def _fit_once(self) -> None:
        """Once the map has its size on the screen; before, there is nothing to fit into."""
        if not self._fitted and self.scene.places is not None and self.isVisible():
            self._fitted = True
            self.fit_most()

    def _follow_selection(self, number: int | None) -> None:
        """Bring the chosen event into sight."""
        if number is not None and self.scene.places is not None and np.isfinite(self.scene.places.x[number]):
            x = float(self._view.px(self.scene.places.x[number : number + 1])[0])
            y = float(self._view.py(self.scene.places.y[number : number + 1])[0])
            margin = 48
            dx = min(self.width() - margin - x, 0) + max(margin - x, 0)
            dy = min(self.height() - margin - y, 0) + max(margin - y, 0)
            if dx or dy:
                self.set_view(self._view.panned(dx, dy))
        self.update()

    # -- painting

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:  # noqa: N802
        """Draw ground, events, scale, window and credit."""
        painter, theme = QtGui.QPainter(self), theme_of(self)
        self._ground.paint(painter, self._view)
        self.scene.paint(painter, theme, self._view, self.font(), self.devicePixelRatioF())
        self.scene.paint_frame(painter, theme, self._view, self.font(), not self._ground.is_empty)

    # -- a point of a person's own

    def ask_point(self, take: Callable[[Optional[LonLat]], None]) -> None:
        """Let the next click choose a point and hand it to `take`; Esc hands None."""
        self._take_point = take
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._asking.say("Click the place on the map · Esc leaves it", 14)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_point(self, at: QtCore.QPointF | None) -> None:
        take, self._take_point = self._take_point, None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._asking.say("", 14)
        if take is not None:
            x, y = (0.0, 0.0) if at is None else self._view.plane_at(at.x(), at.y())
            is_somewhere = at is not None and abs(x) <= 180.0 and abs(y) <= 180.0
            take(LonLat(round(x, 5), round(latitude(y), 5)) if is_somewhere else None)

    def keyPressEvent(self, event: QtGui.QKeyEvent | None) -> None:  # noqa: N802
        """Esc: no point after all."""
        if event is not None and event.key() == Qt.Key.Key_Escape and self._take_point is not None:
            self._give_point(None)
        else:
            super().keyPressEvent(event)

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
        if self._take_point is not None and not self._dragged:
            self._give_point(position_of(event))
            return
        self.setCursor(Qt.CursorShape.ArrowCursor if self._take_point is None else Qt.CursorShape.CrossCursor)
        if not self._dragged:
            numbers = self.scene.numbers_at(position_of(event), self._view)
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

    def _hover(self, at: QtCore.QPointF, event: QtGui.QMouseEvent) -> None:
        if self._take_point is not None:
            return
        numbers = self.scene.numbers_at(at, self._view)
        lit = self._study.selected if self._study.selected in numbers else numbers[0] if numbers else None
        if lit != self._study.hovered:
            self._study.hover(lit)
            self.setCursor(Qt.CursorShape.PointingHandCursor if numbers else Qt.CursorShape.ArrowCursor)
            if numbers:
                QtWidgets.QToolTip.showText(
                    global_position_of(event), self.scene.words_of(numbers, theme_of(self)), self
                )
            else:
                QtWidgets.QToolTip.hideText()

    def _changed(self, *_: object) -> None:
        """Paint anew. Events of the window that the map does not reach are counted, and a click away."""
        n = self.scene.n_outside(self._view)
        words = f"{number_of(n, 'event')} outside of the map: show all" if n else ""
        self._outside.say(words, self.height() - 44)
        self.update()

    def _zoom(self, factor: float) -> None:
        self.set_view(self._view.zoomed(factor, self.width() / 2, self.height() / 2))
