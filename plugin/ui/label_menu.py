"""A menu of very many names to tick, with a field that narrows them down: actors, publishers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

from .event_search import fold
from .qt import QtCore, QtWidgets

Qt = QtCore.Qt
MOST_LISTED = 200
NAME_ROLE = Qt.ItemDataRole.UserRole


class LabelMenu(QtWidgets.QMenu):
    """Names with their numbers of events, ticked ones first.

    Parameters
    ----------
    names : callable
        Gives all names with their numbers of events, most frequent first, when the menu is about to show.
    ticked : callable
        Gives the names that are ticked.
    tick : callable
        Called with all names that are ticked, whenever one is.
    parent : QWidget or None
    """

    def __init__(
        self,
        names: Callable[[], Sequence[tuple[str, int]]],
        ticked: Callable[[], frozenset[str]],
        tick: Callable[[frozenset[str]], None],
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names, self._ticked, self._tick = names, ticked, tick
        self._all: Sequence[tuple[str, int]] = ()
        self.narrow = QtWidgets.QLineEdit(self)
        self.narrow.setPlaceholderText("Narrow down…")
        self.narrow.setClearButtonEnabled(True)
        self.narrow.textChanged.connect(lambda _text: self._fill())
        self.list = QtWidgets.QListWidget(self)
        self.list.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.list.setMinimumSize(280, 320)
        self.list.setStyleSheet("QListWidget::item { padding: 4px 8px; }")
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.more = QtWidgets.QLabel(self)
        self.anybody = QtWidgets.QPushButton("Anybody", self)
        self.anybody.clicked.connect(self._clear)
        inside = QtWidgets.QWidget(self)
        column = QtWidgets.QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 8, 8)
        for widget in (self.narrow, self.list, self.more, self.anybody):
            column.addWidget(widget)
        action = QtWidgets.QWidgetAction(self)
        action.setDefaultWidget(inside)
        self.addAction(action)
        self.aboutToShow.connect(self._open)

    def _open(self) -> None:
        self._all = self._names()
        self.narrow.clear()
        self._fill()
        self.narrow.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self) -> None:
        """The names that hold the typed words, as many as can be looked through."""
        ticked, wanted = self._ticked(), fold(self.narrow.text())
        fitting = [(name, n) for name, n in self._all if name in ticked or wanted in fold(name)]
        fitting.sort(key=lambda pair: pair[0] not in ticked)  # stable: the frequent stay first
        self.list.blockSignals(True)
        self.list.clear()
        for name, n in fitting[:MOST_LISTED]:
            item = QtWidgets.QListWidgetItem(f"{name}  ({n:,})", self.list)
            item.setData(NAME_ROLE, name)
            item.setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        left_out = len(fitting) - MOST_LISTED
        self.more.setText(f"and {left_out:,} more: narrow them down" if left_out > 0 else "")
        self.more.setVisible(left_out > 0)
        self.anybody.setEnabled(bool(ticked))

    def _tell(self) -> None:
        listed = [item for row in range(self.list.count()) if (item := self.list.item(row)) is not None]
        names = {str(item.data(NAME_ROLE)) for item in listed}
        on = {str(item.data(NAME_ROLE)) for item in listed if item.checkState() == Qt.CheckState.Checked}
        self._tick((self._ticked() - names) | on)
        self.anybody.setEnabled(bool(self._ticked()))

    def _clear(self) -> None:
        self._tick(frozenset())
        self._fill()
