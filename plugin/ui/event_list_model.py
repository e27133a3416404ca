"""What the list shows: the events of the window, grouped by day or by what is known of their time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..core.axis import range_in_words
from ..core.calendar import DAY_MS, TimeRange
from ..core.event_types import EventType
from ..core.schema import EventRow
from ..layers.event_table import EVENT_TYPES, OPEN_END, EventTable
from .event_words import subtitle_of, title_of, when_in_words
from .qt import QtCore
from .study import Study

Qt = QtCore.Qt
HEADER = -1  # in place of an event's number
PRESENCE = EVENT_TYPES.index(EventType.PRESENCE)


def _by_period(
    table: EventTable, numbers: npt.NDArray[np.intp]
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.int64]]:
    """Events ordered by the period they are listed under, with its start and end, shape (n, 2).

    An event within a day is listed under its day, and so is a state of affairs told on a day. What is told less
    exactly ("in January") is listed under all of its time, what goes on under its start.
    """
    starts, ends = table.starts_ms[numbers], table.ends_ms[numbers]
    day = starts // DAY_MS * DAY_MS
    told_that_day = (ends == OPEN_END) & (table.type_codes[numbers] == PRESENCE)
    within_day = told_that_day | (ends <= day + DAY_MS)
    periods = np.column_stack([np.where(within_day, day, starts), np.where(within_day, day + DAY_MS, ends)])
    if within_day.all():
        return numbers, periods
    order = np.lexsort((periods[:, 1], periods[:, 0]))
    return numbers[order], periods[order]


class EventListModel(QtCore.QAbstractListModel):
    """The events of the window, with a header before the first of each day or longer period.

    Parameters
    ----------
    study : Study
    parent : QObject or None
    """

    def __init__(self, study: Study, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._study = study
        self.entries: npt.NDArray[np.intp] = np.empty(0, dtype=np.intp)
        self._periods: npt.NDArray[np.int64] = np.empty((0, 2), dtype=np.int64)
        study.controller.timelineChanged.connect(lambda _timeline: self._refill())
        study.controller.indexChanged.connect(self._refill)
        study.opened.connect(self._refill)
        study.revised.connect(self._revise)
        self._shown: npt.NDArray[np.intp] | None = None
        self._refill()

    def _refill(self) -> None:
        numbers = self._study.numbers_shown()
        loaded = self._study.loaded
        if self._shown is not None and np.array_equal(numbers, self._shown) and len(self._periods):
            return
        self.beginResetModel()
        self._shown = numbers
        if loaded is None or not len(numbers):
            self.entries, self._periods = numbers, np.empty((0, 2), dtype=np.int64)
        else:
            numbers, periods = _by_period(loaded.table, numbers)
            first = np.flatnonzero(np.any(np.diff(periods, axis=0, prepend=periods[:1] - 1), axis=1))
            self.entries = np.insert(numbers, first, HEADER)
            self._periods = np.insert(periods, first, periods[first], axis=0)
        self.endResetModel()

    def _revise(self) -> None:
        """The same numbers may stand for other events."""
        self._shown = None
        self._refill()

    def rowCount(self, parent: QtCore.QModelIndex = QtCore.QModelIndex()) -> int:  # noqa: N802, B008
        """Events and headers."""
        return 0 if parent.isValid() else len(self.entries)

    def number_at(self, row: int) -> int | None:
        """The event of a row; None for a header."""
        number = int(self.entries[row])
        return None if number == HEADER else number

    def row_of(self, number: int) -> int | None:
        """The row of an event; None when it is not in the window."""
        found = np.flatnonzero(self.entries == number)
        return int(found[0]) if len(found) else None

    def stretches(self, numbers: tuple[int, ...]) -> list[tuple[int, int]]:
        """First and last row of every unbroken run of rows that hold these events; headers between them count."""
        wanted = np.isin(self.entries, numbers)
        rows = np.flatnonzero(wanted | (self.entries == HEADER) if len(numbers) > 1 else wanted)
        runs = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)
        found = []
        for run in runs:
            inside = run[wanted[run]]
            if len(inside):
                found.append((int(inside[0]), int(inside[-1])))
        return found

    def period_of(self, row: int) -> str:
        """When the events of a row's group began, no more exactly than the texts say: a day, a month, since a year."""
        start, end = (int(ms) for ms in self._periods[row])
        if end != OPEN_END:
            return range_in_words(TimeRange(start, end))
        number = int(self.entries[row]) if self.entries[row] != HEADER else int(self.entries[row + 1])
        return when_in_words(self._study.row(number))

    def events(self, rows: range) -> dict[int, EventRow]:
        """The events of some rows, by row, fetched at once."""
        wanted = [row for row in rows if self.entries[row] != HEADER]
        return dict(zip(wanted, self._study.rows(self.entries[wanted])))

    def data(self, index: QtCore.QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for screen readers, and the event's number as user data."""
        if not index.isValid():
            return None
        number = self.number_at(index.row())
        if role == Qt.ItemDataRole.UserRole:
            return number
        if role == Qt.ItemDataRole.DisplayRole:
            if number is None:
                return self.period_of(index.row())
            event = self._study.row(number)
            return f"{title_of(event)}, {subtitle_of(event)}, {self.period_of(index.row())}"
        return None

    def flags(self, index: QtCore.QModelIndex) -> Qt.ItemFlag:
        """Headers cannot be chosen."""
        if index.isValid() and self.number_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
