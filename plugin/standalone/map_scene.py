"""What the map shows of the events, and what of it lies under the pointer."""

from __future__ import annotations

from html import escape

import numpy as np

from ..core.axis import window_in_words
from ..core.calendar import TimeRange
from ..core.chosen_window import Mode
from ..ui.event_words import precision_of, subtitle_of, title_of, when_in_words
from ..ui.qt import QtCore, QtGui
from ..ui.study import Study
from ..ui.theme import Theme
from .basemap_painter import colours_of
from .event_painter import MOST_DISCS, EventPainter, area_path
from .event_places import EventPlaces, Group, Numbers, groups_of
from .map_frame import MapFrame
from .projection import Floats, MapView

CREDIT = "GeoNames · Natural Earth"
NEAR_PX = 6.0  # how far beside a disc still counts as on it
MOST_TOLD = 6  # events named in one tooltip


class MapScene:
    """The events of the study's window on a part of the world.

    Parameters
    ----------
    study : Study

    Attributes
    ----------
    places : EventPlaces or None
        Where the events are; None before a file is open.
    groups : list of Group
        The discs and badges as painted last.
    """

    def __init__(self, study: Study) -> None:
        self._study = study
        self.places: EventPlaces | None = None
        self.groups: list[Group] = []
        self._flashed: set[int] = set()
        self._found: tuple[Numbers, MapView, tuple[Floats, Floats, Numbers]] | None = None

    def take(self, places: EventPlaces | None) -> None:
        """Show other events."""
        self.places = places
        self.groups, self._found, self._flashed = [], None, set()

    def _known(self) -> EventPlaces | None:
        """Where the study's events are; None while they are others than the map has heard of."""
        places, loaded = self.places, self._study.loaded
        return places if places is not None and loaded is not None and places.table is loaded.table else None

    def flash(self, span: TimeRange | None) -> bool:
        """Ring the events that begin in a time; None for none. Returns whether others are ringed than before."""
        places = self._known()
        numbers = set() if span is None or places is None else set(self._study.numbers_in(span).tolist())
        if span is not None and places is not None:
            numbers = {number for number in numbers if span.holds(int(places.table.starts_ms[number]))}
        is_other, self._flashed = numbers != self._flashed, numbers
        return is_other

    def n_outside(self, view: MapView) -> int:
        """Events of the window that have a place which the map does not reach."""
        places = self._known()
        if places is None or self._study.controller.timeline is None:
            return 0
        placed = int(places.table.has_place[self._study.numbers_shown()].sum())
        return placed - len(self._on_screen(places, view)[2])

    def _on_screen(self, places: EventPlaces, view: MapView) -> tuple[Floats, Floats, Numbers]:
        """Pixel positions of the events of the window that are in sight, found once a frame."""
        numbers = self._study.numbers_shown()
        if self._found is None or self._found[0] is not numbers or self._found[1] != view:
            self._found = (numbers, view, places.on_screen(numbers, view))
        return self._found[2]

    # -- painting

    def paint(
        self, painter: QtGui.QPainter, theme: Theme, view: MapView, font: QtGui.QFont, ratio: float
    ) -> None:
        """Draw the events; `ratio` is device pixels to a pixel."""
        places, timeline = self._known(), self._study.controller.timeline
        self.groups = []
        if places is None or timeline is None:
            return
        numbers = self._study.numbers_shown()
        events = EventPainter(painter, theme, places, view)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, True)
        painter.setFont(font)
        selected, hovered = self._study.selected, self._study.hovered
        if places.areas:
            shown = np.zeros(len(places.table), dtype=np.bool_)
            shown[numbers] = True
            events.areas(shown, selected, hovered)
        x, y, seen = self._on_screen(places, view)
        if len(numbers) > MOST_DISCS:
            events.dots(x, y, seen, ratio)
        else:
            everything = self._study.numbers_in(timeline.full)
            if len(everything) <= MOST_DISCS:
                events.ghosts(np.setdiff1d(everything, numbers))
            faded: set[int] = set()
            if timeline.mode is Mode.CUMULATIVE:
                faded = set(numbers.tolist()) - set(self._study.numbers_in(timeline.window).tolist())
            self.groups = groups_of(places, x, y, seen, view)
            events.discs(self.groups, faded)
        for group in self.groups if self._flashed else ():
            if not self._flashed.isdisjoint(group.numbers.tolist()):
                events.halo(group)
        chosen = set(self._study.chosen) - {selected} if len(self._study.chosen) <= MOST_DISCS else set()
        for group in self.groups if chosen else ():
            if not chosen.isdisjoint(group.numbers.tolist()):
                events.ring(group.x, group.y, group.radius)
        for number in (hovered, selected):
            self._ring(events, theme, places, view, number)

    def _ring(
        self, events: EventPainter, theme: Theme, places: EventPlaces, view: MapView, number: int | None
    ) -> None:
        if number is None or not np.isfinite(places.x[number]) or places.is_drawn_as_area[number]:
            return
        group = next((group for group in self.groups if number in group.numbers), None)
        if group is not None:
            x, y, radius = group.x, group.y, group.radius
        else:
            x = float(view.px(places.x[number : number + 1])[0])
            y = float(view.py(places.y[number : number + 1])[0])
            radius = float(places.radii[number])
        events.ring(x, y, radius)
        name = self._study.row(number).location if number == self._study.selected else None
        if name:
            events.name(x, y - radius - 12, name, colours_of(theme).halo)

    def paint_frame(
        self, painter: QtGui.QPainter, theme: Theme, view: MapView, font: QtGui.QFont, has_ground: bool
    ) -> None:
        """Draw the window of time in words, the scale, and whose data the ground is."""
        frame = MapFrame(painter, theme, font, view)
        timeline = self._study.controller.timeline
        if timeline is not None:
            frame.window(window_in_words(timeline))
        frame.scale()
        if has_ground:
            frame.credit(CREDIT)

    # -- under the pointer

    def numbers_at(self, at: QtCore.QPointF, view: MapView) -> list[int]:
        """The events under a pixel, as drawn: a disc or badge first, else the smallest area."""
        for group in reversed(self.groups):
            reach = group.radius + NEAR_PX
            if (group.x - at.x()) ** 2 + (group.y - at.y()) ** 2 <= reach * reach:
                return [int(number) for number in group.numbers]
        places = self._known()
        if places is None:
            return []
        shown = set(self._study.numbers_shown().tolist())
        found = []
        for area in places.areas:
            numbers = [number for number in area.numbers if number in shown] if area.is_lasting else []
            path = area_path(area, view) if numbers else None
            if path is not None and path.contains(at):
                box = path.boundingRect()
                found.append((box.width() * box.height(), numbers))
        return min(found)[1] if found else []

    def words_of(self, numbers: list[int], theme: Theme) -> str:
        """The tooltip of some events, as rich text."""
        rows = self._study.rows(np.array(numbers[:MOST_TOLD], dtype=np.intp))
        if len(numbers) == 1:
            row = rows[0]
            certainty = " · ".join([precision_of(row), row.assertion])
            return (
                f"<b>{escape(title_of(row))}</b><br>{escape(when_in_words(row))} · {escape(subtitle_of(row))}"
                f'<br><span style="color:{theme.soft}">{escape(certainty)}</span>'
            )
        lines = [f"{escape(when_in_words(row))} · {escape(title_of(row))}" for row in rows]
        if len(numbers) > len(rows):
            lines.append(f"and {len(numbers) - len(rows):,} more")
        return f"<b>{len(numbers):,} events</b><br>" + "<br>".join(lines)
