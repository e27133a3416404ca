"""A field for a place: a name that the gazetteer knows, or a point on the map."""

from __future__ import annotations

from functools import partial
from typing import Callable, NamedTuple, Optional

from ..core.errors import InputError
from ..core.footprint import Footprint, LonLat
from .qt import QtCore, QtWidgets
from .tasks import Task, start
from .theme import GRID

Qt = QtCore.Qt
POINT_M = 1000.0  # how exact a point on the map is taken to be
MOST_FOUND = 12
PointTaken = Callable[[Optional[LonLat]], None]
_KINDS = {
    1: "town or site",
    2: "near it",
    3: "district",
    4: "province",
    5: "region",
    6: "country",
    7: "sea",
}


class FoundPlace(NamedTuple):
    """A place that a name may mean, and what tells it from the others in words."""

    footprint: Footprint
    words: str


def places_called(name: str) -> list[FoundPlace]:
    """The places that a name may mean, the likeliest first; slow the first time, when the gazetteer is opened.

    Raises
    ------
    GazetteerError
        When the gazetteer cannot be opened.
    """
    # Only now: who looks at events does not need the gazetteer.
    from ..gazetteer.gazetteer import Gazetteer
    from ..reading.places.footprints import footprint_of

    with Gazetteer.open() as gazetteer:
        found = []
        for one in gazetteer.lookup(name)[:MOST_FOUND]:
            place = one.place
            country = gazetteer.country(place.country) if place.country else None
            within = (place.admin2, place.admin1, "" if country is None else country.name)
            footprint = footprint_of(place)
            parts = [place.name, _KINDS[footprint.where_prec], ", ".join(part for part in within if part)]
            found.append(FoundPlace(footprint, " · ".join(part for part in parts if part)))
        return found


class PlaceField(QtWidgets.QWidget):
    """A name, a list of the places that it may mean, and a button to take a point on the map instead.

    Parameters
    ----------
    ask_point : callable
        Called with what to call with the point that was chosen, None when nobody chose one.
    parent : QWidget or None
    """

    def __init__(
        self, ask_point: Callable[[PointTaken], None], parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ask_point = ask_point
        self._was = ""
        self._footprint: Footprint | None = None
        self.name = QtWidgets.QLineEdit(self)
        self.name.setToolTip("A name that the gazetteer knows; Enter looks it up")
        self.name.returnPressed.connect(self.look_up)
        self.name.textEdited.connect(lambda _text: self._forget())
        find = QtWidgets.QPushButton("Find", self)
        find.clicked.connect(self.look_up)
        self.on_map = QtWidgets.QPushButton("On the map", self)
        self.on_map.setToolTip("Click the place on the map; Esc leaves it")
        self.on_map.clicked.connect(lambda _checked=False: self._ask_point(self._take_point))
        self.found = QtWidgets.QListWidget(self)
        self.found.setAccessibleName("Places of that name")
        self.found.setMaximumHeight(132)
        self.found.setWordWrap(True)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setVisible(False)
        self.found.itemClicked.connect(self._take)
        self.found.itemActivated.connect(self._take)
        self.note = QtWidgets.QLabel(self)
        self.note.setWordWrap(True)
        self.note.setVisible(False)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.name, 1)
        row.addWidget(find)
        row.addWidget(self.on_map)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.found)
        column.addWidget(self.note)
        self._places: list[FoundPlace] = []

    def show_place(self, name: str | None, otherwise: str) -> None:
        """Show the name of a place as it is; None shows `otherwise`."""
        self._was = name or ""
        self.name.setText(self._was)
        self.name.setPlaceholderText(otherwise if name is None else "no place")
        self._forget()

    def chosen(self) -> Footprint | None:
        """The place that was chosen; None when it is to stay as it is.

        Raises
        ------
        InputError
            When a name was typed and no place of that name chosen.
        """
        typed = self.name.text().strip()
        if self._footprint is not None:
            return self._footprint
        if typed == self._was:
            return None
        raise InputError(
            f"Which “{typed}” is it? Press Find and choose one from the list, or take a point on the map."
            if typed
            else "An event cannot lose its place here: choose another place, or leave the old one."
        )

    def look_up(self) -> None:
        """Look the name up, on another thread."""
        name = self.name.text().strip()
        if name:
            self._say("Looking up …")
            start(Task(partial(places_called, name), self._show, self._say, self))

    def _show(self, places: list[FoundPlace]) -> None:
        self._places = places
        self.found.clear()
        for place in places:
            self.found.addItem(place.words)
        self.found.setVisible(bool(places))
        self._say(
            "" if places else "No place of that name. Try another spelling, or take a point on the map."
        )
        if places:
            self.found.setCurrentRow(0)
            self.found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, item: QtWidgets.QListWidgetItem | None) -> None:
        if item is not None:
            self._choose(self._places[self.found.row(item)].footprint)

    def _take_point(self, point: LonLat | None) -> None:
        if point is not None:
            name = self.name.text().strip()
            if not name or name == self._was:
                name = f"{_degrees(point.lat, 'N', 'S')}, {_degrees(point.lon, 'E', 'W')}"
            self._choose(Footprint(point, name, 1, POINT_M, ""))

    def _choose(self, place: Footprint) -> None:
        self._footprint = place
        self.name.setText(place.name)
        self.found.setVisible(False)
        self._say(
            f"{place.name}, {_degrees(place.point.lat, 'N', 'S')}, {_degrees(place.point.lon, 'E', 'W')}"
            if place.gazetteer_id
            else "A point on the map. The name may be changed before it is set."
        )

    def _forget(self) -> None:
        self._footprint = None
        self.found.setVisible(False)
        self._say("")

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))


def _degrees(value: float, plus: str, minus: str) -> str:
    return f"{abs(value):.3f}° {plus if value >= 0 else minus}"
