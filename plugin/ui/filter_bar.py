"""Which events are shown: by type, by whether it is so, by how exact the place is. A view of the study's filter."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Callable

import numpy as np

from ..core.event import Assertion
from ..layers.event_table import ASSERTIONS
from .event_filter import EventFilter
from .qt import QtCore, QtWidgets
from .study import Study
from .theme import TYPES, type_name

Qt = QtCore.Qt
PLACES = (
    (7, "any place"),
    (5, "part of a country or finer"),
    (4, "province or finer"),
    (3, "district or finer"),
    (1, "exact place or town"),
)
DENIED = frozenset(ASSERTIONS.index(kind) for kind in (Assertion.DENIED, Assertion.NEGATED))


class FilterBar(QtWidgets.QWidget):
    """Three pills.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._study = study
        self.types = self._pill("Which types of events are shown", self._fill_types)
        self.assertions = self._pill("Which events are shown by whether it is so", self._fill_assertions)
        self.places = self._pill("How exact the place must be", self._fill_places)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for pill in (self.types, self.assertions, self.places):
            row.addWidget(pill)
        study.filterChanged.connect(self._follow)
        study.opened.connect(self._follow)
        self._follow()

    def _pill(self, tip: str, fill: Callable[[QtWidgets.QMenu], None]) -> QtWidgets.QToolButton:
        button = QtWidgets.QToolButton(self)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setProperty("pill", True)
        button.setPopupMode(QtWidgets.QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QtWidgets.QMenu(button)
        menu.aboutToShow.connect(lambda: self._refill(menu, fill))
        menu.aboutToHide.connect(self._follow)
        button.setMenu(menu)
        return button

    @staticmethod
    def _refill(menu: QtWidgets.QMenu, fill: Callable[[QtWidgets.QMenu], None]) -> None:
        menu.clear()
        fill(menu)

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
            self._toggle(
                menu,
                f"{type_name(code)}  ({n:,})",
                code not in self._study.filter.hidden_types,
                partial(_toggled_type, code=code),
            )

    def _fill_assertions(self, menu: QtWidgets.QMenu) -> None:
        loaded = self._study.loaded
        if loaded is None:
            return
        self._line(menu, "All", lambda now: replace(now, hidden_assertions=frozenset()))
        self._line(menu, "Not denied", lambda now: replace(now, hidden_assertions=DENIED))
        menu.addSeparator()
        for code, n in self._present(loaded.table.assertion_codes, len(ASSERTIONS)):
            self._toggle(
                menu,
                f"{ASSERTIONS[code].value}  ({n:,})",
                code not in self._study.filter.hidden_assertions,
                partial(_toggled_assertion, code=code),
            )

    def _fill_places(self, menu: QtWidgets.QMenu) -> None:
        for most, words in PLACES:
            action = menu.addAction(words)
            if action is not None:
                action.setCheckable(True)
                action.setChecked(self._study.filter.coarsest_place == most)
                action.triggered.connect(
                    lambda _checked=False, m=most: self._change(lambda now: replace(now, coarsest_place=m))
                )

    def _line(self, menu: QtWidgets.QMenu, words: str, change: Callable[[EventFilter], EventFilter]) -> None:
        action = menu.addAction(words)
        if action is not None:
            action.triggered.connect(lambda: self._change(change))

    def _toggle(
        self, menu: QtWidgets.QMenu, words: str, on: bool, change: Callable[[EventFilter], EventFilter]
    ) -> None:
        """A box to tick; the menu stays open, so that several can be ticked."""
        box = QtWidgets.QCheckBox(words, menu)
        box.setChecked(on)
        box.setContentsMargins(12, 4, 12, 4)
        box.setStyleSheet("QCheckBox { padding: 4px 12px; }")
        box.toggled.connect(lambda _on: self._change(change))
        action = QtWidgets.QWidgetAction(menu)
        action.setDefaultWidget(box)
        menu.addAction(action)

    def _change(self, change: Callable[[EventFilter], EventFilter]) -> None:
        self._study.set_filter(change(self._study.filter))

    def _follow(self) -> None:
        self.setEnabled(self._study.loaded is not None)
        now, loaded = self._study.filter, self._study.loaded
        n_types = 0 if loaded is None else len(self._present(loaded.table.type_codes, len(TYPES)))
        n_hidden = len(now.hidden_types)
        self.types.setText(f"Type: {n_types - n_hidden} of {n_types} ▾" if n_hidden else "Type ▾")
        self.types.setChecked(bool(n_hidden))
        some = "Not denied ▾" if now.hidden_assertions == DENIED else "Certainty: some ▾"
        self.assertions.setText(some if now.hidden_assertions else "Certainty ▾")
        self.assertions.setChecked(bool(now.hidden_assertions))
        words = dict(PLACES)[now.coarsest_place].capitalize()
        self.places.setText(f"{words} ▾" if now.coarsest_place < 7 else "Precision ▾")
        self.places.setChecked(now.coarsest_place < 7)


def _toggled_type(now: EventFilter, code: int) -> EventFilter:
    return replace(now, hidden_types=now.hidden_types ^ {code})


def _toggled_assertion(now: EventFilter, code: int) -> EventFilter:
    return replace(now, hidden_assertions=now.hidden_assertions ^ {code})
