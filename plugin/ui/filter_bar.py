"""Which events are shown: a field to search and pills to choose. A view of the study's filter."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Callable

import numpy as np

from ..core.event import Assertion
from ..layers.event_table import ASSERTIONS, MERGED, REVIEW_STATES
from .event_filter import ANY_PLACE, PUT_ASIDE, EventFilter
from .label_menu import LabelMenu
from .pill import Fill, menu_of, pill_button
from .qt import QtCore, QtWidgets
from .study import Study
from .theme import GRID, TYPES, theme_of, type_name

Qt = QtCore.Qt
PLACES = (
    (7, "any place"),
    (5, "part of a country or finer"),
    (4, "province or finer"),
    (3, "district or finer"),
    (1, "exact place or town"),
)
DEATHS = (
    (0, "with or without deaths"),
    (1, "1 killed or more"),
    (5, "5 killed or more"),
    (20, "20 killed or more"),
)
STATES = {
    **dict(enumerate(("to review", "confirmed", "edited", "rejected"))),
    MERGED: "merged into another",
}
DENIED = frozenset(ASSERTIONS.index(kind) for kind in (Assertion.DENIED, Assertion.NEGATED))
Change = Callable[[EventFilter], EventFilter]

assert len(STATES) == len(REVIEW_STATES) + 1


class FilterBar(QtWidgets.QWidget):
    """The field, the pills, and how many events pass, with one click to show all again.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    columns : int
        Pills in a row, for a narrow dock, where the field stands above them; 0: all in one row beside the field.
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None, columns: int = 0) -> None:
        super().__init__(parent)
        self._study = study
        self.shown = QtWidgets.QLabel(self)
        self.shown.linkActivated.connect(lambda _link: self.clear())
        self.types = self._pill("Which types of events are shown", self._fill_types)
        self.actors = self._pill("Who took part", None)
        self.publishers = self._pill("Who reports it", None)
        self.assertions = self._pill("Which events are shown by whether it is so", self._fill_assertions)
        self.more = self._pill("Precision of the place, deaths, what you decided", self._fill_more)
        self.actors.setMenu(
            LabelMenu(
                lambda: [] if (found := study.search) is None else found.actors.counts(),
                lambda: study.filter.actors,
                lambda names: self._change(lambda now: replace(now, actors=names)),
                self.actors,
            )
        )
        self.publishers.setMenu(
            LabelMenu(
                lambda: [] if (found := study.search) is None else found.publishers.counts(),
                lambda: study.filter.publishers,
                lambda names: self._change(lambda now: replace(now, publishers=names)),
                self.publishers,
            )
        )
        self.search = QtWidgets.QLineEdit(self)
        self.search.setPlaceholderText("Search events")
        self.search.setAccessibleName("Search events and text")
        self.search.setToolTip(
            "Words of the sentence, the place, who took part, the report (Ctrl+F); Esc clears them"
        )
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(220)
        self.search.textChanged.connect(lambda text: self._change(lambda now: replace(now, words=text)))
        self._arrange(columns)
        study.filterChanged.connect(self._follow)
        study.opened.connect(self._follow)
        study.revised.connect(self._follow)
        self._follow()

    def _arrange(self, columns: int) -> None:
        pills = (self.types, self.actors, self.publishers, self.assertions, self.more)
        grid = QtWidgets.QGridLayout(self)
        grid.setSpacing(GRID)
        if not columns:
            grid.setContentsMargins(0, 0, 0, 0)
            for column, widget in enumerate((self.shown, *pills, self.search)):
                grid.addWidget(widget, 0, column)
            return
        self.search.setMaximumWidth(16_777_215)  # Qt's "any width"
        grid.addWidget(self.search, 0, 0, 1, columns)
        for nth, pill in enumerate(pills):
            pill.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed)
            grid.addWidget(pill, 1 + nth // columns, nth % columns)
        grid.addWidget(self.shown, 2 + len(pills) // columns, 0, 1, columns)

    def ask_words(self) -> None:
        """Put the keyboard into the field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear(self) -> None:
        """Show all events again, but for those that a person has put aside."""
        self._study.set_filter(EventFilter())

    def _pill(self, tip: str, fill: Fill | None) -> QtWidgets.QToolButton:
        button = pill_button(self, tip, is_checkable=True)
        if fill is not None:
            menu_of(button, fill).aboutToHide.connect(self._follow)
        return button

    # -- menus

    def _present(self, codes: np.ndarray, n: int) -> list[tuple[int, int]]:
        """Codes that occur, with their numbers of events, most frequent first."""
        counts = np.bincount(codes[codes >= 0], minlength=n)
        return [(int(code), int(counts[code])) for code in np.argsort(-counts, kind="stable") if counts[code]]

    def _fill_types(self, menu: QtWidgets.QMenu) -> None:
        loaded = self._study.loaded
        if loaded is None:
            return
        self._line(menu, "All types", lambda now: replace(now, hidden_types=frozenset()))
        menu.addSeparator()
        for code, n in self._present(loaded.table.type_codes, len(TYPES)):
            is_on = code not in self._study.filter.hidden_types
            self._toggle(menu, f"{type_name(code)}  ({n:,})", is_on, partial(_toggled_type, code=code))

    def _fill_assertions(self, menu: QtWidgets.QMenu) -> None:
        loaded = self._study.loaded
        if loaded is None:
            return
        self._line(menu, "All", lambda now: replace(now, hidden_assertions=frozenset()))
        self._line(menu, "Not denied", lambda now: replace(now, hidden_assertions=DENIED))
        menu.addSeparator()
        for code, n in self._present(loaded.table.assertion_codes, len(ASSERTIONS)):
            is_on = code not in self._study.filter.hidden_assertions
            self._toggle(
                menu, f"{ASSERTIONS[code].value}  ({n:,})", is_on, partial(_toggled_assertion, code=code)
            )

    def _fill_more(self, menu: QtWidgets.QMenu) -> None:
        loaded, now = self._study.loaded, self._study.filter
        if loaded is None:
            return
        menu.addSection("Place")
        for most, words in PLACES:
            self._line(menu, words, partial(replace, coarsest_place=most), now.coarsest_place == most)
        menu.addSection("Deaths")
        for least, words in DEATHS:
            self._line(menu, words, partial(replace, least_killed=least), now.least_killed == least)
        menu.addSection("What you decided")
        counts = dict(self._present(loaded.table.review_codes, len(STATES)))
        for code, words in STATES.items():
            is_on = code not in now.hidden_states
            self._toggle(
                menu, f"{words}  ({counts.get(code, 0):,})", is_on, partial(_toggled_state, code=code)
            )

    def _line(self, menu: QtWidgets.QMenu, words: str, change: Change, is_on: bool | None = None) -> None:
        """A line to choose; with `is_on`, it is ticked when it is so."""
        action = menu.addAction(words)
        if action is not None:
            action.setCheckable(is_on is not None)
            action.setChecked(bool(is_on))
            action.triggered.connect(lambda: self._change(change))

    def _toggle(self, menu: QtWidgets.QMenu, words: str, on: bool, change: Change) -> None:
        """A box to tick; the menu stays open, so that several can be ticked."""
        box = QtWidgets.QCheckBox(words, menu)
        box.setChecked(on)
        box.setStyleSheet("QCheckBox { padding: 4px 12px; }")
        box.toggled.connect(lambda _on: self._change(change))
        action = QtWidgets.QWidgetAction(menu)
        action.setDefaultWidget(box)
        menu.addAction(action)

    def _change(self, change: Change) -> None:
        self._study.set_filter(change(self._study.filter))

    # -- words

    def _follow(self) -> None:
        loaded, now = self._study.loaded, self._study.filter
        self.setEnabled(loaded is not None)
        n_types = 0 if loaded is None else len(self._present(loaded.table.type_codes, len(TYPES)))
        n_hidden = len(now.hidden_types)
        some = "Not denied ▾" if now.hidden_assertions == DENIED else "Certainty: some ▾"
        n_more = sum((now.coarsest_place < ANY_PLACE, now.least_killed > 0, now.hidden_states != PUT_ASIDE))
        for pill, is_on, on, off in (
            (self.types, n_hidden > 0, f"Type: {n_types - n_hidden} of {n_types} ▾", "Type ▾"),
            (self.actors, bool(now.actors), f"{_named(now.actors, 'actors')} ▾", "Actor ▾"),
            (self.publishers, bool(now.publishers), f"{_named(now.publishers, 'sources')} ▾", "Source ▾"),
            (self.assertions, bool(now.hidden_assertions), some, "Certainty ▾"),
            (self.more, n_more > 0, f"{_more_in_words(now)} ▾", "More ▾"),
        ):
            pill.setText(on if is_on else off)
            pill.setChecked(is_on)
        if self.search.text() != now.words:
            self.search.setText(now.words)
        self._count()

    def _count(self) -> None:
        """How many events of the file pass, wherever the window of time is."""
        loaded, index = self._study.loaded, self._study.controller.index
        self.shown.setVisible(self._study.filter.is_set and loaded is not None)
        if loaded is not None:
            theme = theme_of(self)
            n = 0 if index is None else len(index)
            self.shown.setText(
                f'<span style="color:{theme.soft}"><b>{n:,}</b> of {len(loaded.table):,} shown · </span>'
                f'<a href="clear" style="color:{theme.accent};text-decoration:none">clear</a>'
            )


def _named(names: frozenset[str], several: str) -> str:
    """The one name, shortened, or how many there are."""
    if len(names) != 1:
        return f"{len(names)} {several}"
    name = next(iter(names))
    return name if len(name) <= 18 else f"{name[:17]}…"


def _more_in_words(now: EventFilter) -> str:
    """The one thing that is set, or how many."""
    said = []
    if now.coarsest_place < ANY_PLACE:
        said.append(dict(PLACES)[now.coarsest_place].capitalize())
    if now.least_killed:
        said.append(dict(DEATHS).get(now.least_killed, f"{now.least_killed} killed or more"))
    if now.hidden_states != PUT_ASIDE:
        said.append("Some decisions")
    return said[0] if len(said) == 1 else f"More: {len(said)}"


def _toggled_type(now: EventFilter, code: int) -> EventFilter:
    return replace(now, hidden_types=now.hidden_types ^ {code})


def _toggled_assertion(now: EventFilter, code: int) -> EventFilter:
    return replace(now, hidden_assertions=now.hidden_assertions ^ {code})


def _toggled_state(now: EventFilter, code: int) -> EventFilter:
    return replace(now, hidden_states=now.hidden_states ^ {code})
