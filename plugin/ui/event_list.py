"""The list of events in the window: one row each, grouped by day or by what is known of it.

As quick with 100,000 as with ten: heights are known without asking every row (headers and events have one each), and
rows are fetched from the file when they come into sight.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..core.axis import range_in_words
from ..core.calendar import DAY_MS, TimeRange
from ..core.event_types import EventType
from ..core.schema import EventRow
from ..layers.event_table import EVENT_TYPES, OPEN_END, EventTable
from .event_words import precision_of, subtitle_of, title_of, when_in_words
from .qt import QtCore, QtGui, QtWidgets
from .study import Study
from .theme import GRID, Theme, theme_of, type_colour

Qt = QtCore.Qt
HEADER = -1  # in place of an event's number
PRESENCE = EVENT_TYPES.index(EventType.PRESENCE)
HEADER_PX = 32
ROW_PX = 52


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


class EventListView(QtWidgets.QAbstractItemView):
    """Shows an `EventListModel`; its selection is the study's.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._study = study
        self._tops: npt.NDArray[np.int64] = np.zeros(1, dtype=np.int64)
        self._events = EventListModel(study, self)
        self.setModel(self._events)
        self.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName("Events in the window")
        self._events.modelReset.connect(self._measure)
        study.selectionChanged.connect(self._follow_selection)
        study.hoverChanged.connect(lambda _number: self._viewport().update())
        self._measure()

    # -- what QAbstractItemView asks for

    def visualRect(self, index: QtCore.QModelIndex) -> QtCore.QRect:  # noqa: N802
        """Where a row lies in the viewport."""
        if not index.isValid() or index.row() >= len(self._tops) - 1:
            return QtCore.QRect()
        top, bottom = int(self._tops[index.row()]), int(self._tops[index.row() + 1])
        return QtCore.QRect(0, top - self.verticalOffset(), self._viewport().width(), bottom - top)

    def scrollTo(  # noqa: N802
        self,
        index: QtCore.QModelIndex,
        hint: QtWidgets.QAbstractItemView.ScrollHint = QtWidgets.QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll as little as needed for a row to be seen, with its day's header where it is the first."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if bar is None or not rect.isValid():
            return
        if rect.top() < HEADER_PX:
            bar.setValue(bar.value() + rect.top() - HEADER_PX)
        elif rect.bottom() > self._viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self._viewport().height() + 1)

    def indexAt(self, point: QtCore.QPoint) -> QtCore.QModelIndex:  # noqa: N802
        """The row under a point."""
        row = int(np.searchsorted(self._tops, point.y() + self.verticalOffset(), side="right")) - 1
        return self._events.index(row) if 0 <= row < len(self._tops) - 1 else QtCore.QModelIndex()

    def moveCursor(  # noqa: N802
        self, action: QtWidgets.QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QtCore.QModelIndex:
        """Where a key leads: the next or previous event, a page, the ends; headers are passed over."""
        kinds = QtWidgets.QAbstractItemView.CursorAction
        page = max(1, self._viewport().height() // ROW_PX - 1)
        last = self._events.rowCount() - 1
        now = self.currentIndex().row()
        row, way = {
            kinds.MoveUp: (now - 1, -1),
            kinds.MovePrevious: (now - 1, -1),
            kinds.MoveDown: (now + 1, 1),
            kinds.MoveNext: (now + 1, 1),
            kinds.MovePageUp: (max(now - page, 0), 1),
            kinds.MovePageDown: (min(now + page, last), -1),
            kinds.MoveHome: (0, 1),
            kinds.MoveEnd: (last, -1),
        }.get(action, (now, 1))
        while 0 <= row <= last and self._events.number_at(row) is None:
            row += way
        return self._events.index(row) if 0 <= row <= last else self.currentIndex()

    def horizontalOffset(self) -> int:  # noqa: N802
        """Nothing lies to the side."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        """How far it is scrolled."""
        bar = self.verticalScrollBar()
        return 0 if bar is None else bar.value()

    def isIndexHidden(self, index: QtCore.QModelIndex) -> bool:  # noqa: N802
        """No row is hidden."""
        return False

    def setSelection(  # noqa: N802
        self, rect: QtCore.QRect, command: QtCore.QItemSelectionModel.SelectionFlag
    ) -> None:
        """Choose the event under the pointer."""
        index, selection = self.indexAt(rect.topLeft()), self.selectionModel()
        if selection is not None and index.isValid() and self._events.number_at(index.row()) is not None:
            selection.select(index, command)

    def visualRegionForSelection(self, selection: QtCore.QItemSelection) -> QtGui.QRegion:  # noqa: N802
        """The rows chosen."""
        region = QtGui.QRegion()
        for index in selection.indexes():
            region = region.united(QtGui.QRegion(self.visualRect(index)))
        return region

    # -- events

    def currentChanged(self, current: QtCore.QModelIndex, previous: QtCore.QModelIndex) -> None:  # noqa: N802
        """A key or click chose a row: so does the study."""
        super().currentChanged(current, previous)
        number = self._events.number_at(current.row()) if current.isValid() else None
        if number is not None:
            self._study.select(number)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent | None) -> None:  # noqa: N802
        """The event under the pointer is lit in every pane."""
        if event is not None:
            index = self.indexAt(event.pos())
            self._study.hover(self._events.number_at(index.row()) if index.isValid() else None)

    def leaveEvent(self, event: QtCore.QEvent | None) -> None:  # noqa: N802
        """Nothing is under the pointer."""
        self._study.hover(None)

    def resizeEvent(self, event: QtGui.QResizeEvent | None) -> None:  # noqa: N802
        """The scroll bar follows."""
        super().resizeEvent(event)
        self._set_range()

    def sizeHint(self) -> QtCore.QSize:  # noqa: N802
        """A column of comfortable width."""
        return QtCore.QSize(328, 400)

    def _viewport(self) -> QtWidgets.QWidget:
        viewport = self.viewport()
        assert viewport is not None
        return viewport

    def _measure(self) -> None:
        heights = np.where(self._events.entries == HEADER, HEADER_PX, ROW_PX)
        self._tops = np.concatenate([[0], np.cumsum(heights)]).astype(np.int64)
        self._set_range()
        self._follow_selection(self._study.selected)
        self._viewport().update()

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        if bar is not None:
            room = self._viewport().height()
            bar.setRange(0, max(int(self._tops[-1]) + GRID - room, 0))
            bar.setPageStep(room)
            bar.setSingleStep(ROW_PX // 2)

    def _follow_selection(self, number: int | None) -> None:
        row = None if number is None else self._events.row_of(number)
        selection = self.selectionModel()
        if selection is None:
            return
        if row is None:
            selection.clear()
        elif self.currentIndex().row() != row:
            flags = QtCore.QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(self._events.index(row), flags.ClearAndSelect)
            self.scrollTo(self._events.index(row))
        self._viewport().update()

    # -- painting

    def paintEvent(self, event: QtGui.QPaintEvent | None) -> None:  # noqa: N802
        """Draw the rows in sight."""
        theme = theme_of(self)
        painter = QtGui.QPainter(self.viewport())
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, True)
        width, height = self._viewport().width(), self._viewport().height()
        painter.fillRect(0, 0, width, height, self.palette().color(QtGui.QPalette.ColorRole.Base))
        if not len(self._events.entries):
            painter.setPen(theme.colour("soft"))
            words = "No events in this window" if self._study.loaded else "Open an events file to begin"
            painter.drawText(QtCore.QRect(0, 0, width, 96), Qt.AlignmentFlag.AlignCenter, words)
            return
        offset = self.verticalOffset()
        first = max(int(np.searchsorted(self._tops, offset, side="right")) - 1, 0)
        last = min(int(np.searchsorted(self._tops, offset + height, side="left")), len(self._tops) - 1)
        events = self._events.events(range(first, last))
        row_painter = _RowPainter(painter, theme, self.font(), width)
        for row in range(first, last):
            top = int(self._tops[row]) - offset
            if row in events:
                number = self._events.number_at(row)
                is_chosen = number == self._study.selected
                row_painter.event(
                    top, events[row], self._code(number), is_chosen, number == self._study.hovered
                )
                if is_chosen and self.hasFocus():
                    painter.setPen(QtGui.QPen(theme.colour("accent"), 1))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(QtCore.QRectF(0.5, top + 0.5, width - 1, ROW_PX - 1))
            else:
                row_painter.header(top, self._events.period_of(row))
        self._paint_pinned_day(painter, row_painter, first, offset)

    def _paint_pinned_day(
        self, painter: QtGui.QPainter, row_painter: _RowPainter, first: int, offset: int
    ) -> None:
        """The day of the first row in sight stays at the top, until the next day's header pushes it away."""
        after = np.flatnonzero(self._events.entries[first + 1 : first + 3] == HEADER)
        next_top = int(self._tops[first + 1 + after[0]]) - offset if len(after) else HEADER_PX
        top = min(0, next_top - HEADER_PX)
        ground = self.palette().color(QtGui.QPalette.ColorRole.Base)
        painter.fillRect(0, top, self._viewport().width(), HEADER_PX, ground)
        row_painter.header(top, self._events.period_of(first))

    def _code(self, number: int | None) -> int:
        loaded = self._study.loaded
        return -1 if loaded is None or number is None else int(loaded.table.type_codes[number])


class _RowPainter:
    """Draws one row: dot, title, place and figures, precision."""

    def __init__(self, painter: QtGui.QPainter, theme: Theme, font: QtGui.QFont, width: int) -> None:
        self._p = painter
        self._theme = theme
        self._width = width
        self._font = font
        self._bold = QtGui.QFont(font)
        self._bold.setWeight(QtGui.QFont.Weight.DemiBold)
        self._small = QtGui.QFont(font)
        self._small.setPointSizeF(font.pointSizeF() * 0.9)
        self._caps = QtGui.QFont(self._small)
        self._caps.setWeight(QtGui.QFont.Weight.DemiBold)
        self._caps.setCapitalization(QtGui.QFont.Capitalization.AllUppercase)
        self._caps.setLetterSpacing(QtGui.QFont.SpacingType.AbsoluteSpacing, 0.5)

    def header(self, top: int, words: str) -> None:
        """A day, or a longer period."""
        self._p.setFont(self._caps)
        self._p.setPen(self._theme.colour("soft"))
        baseline = top + HEADER_PX - 9
        self._p.drawText(QtCore.QPointF(2 * GRID, baseline), words)

    def event(self, top: int, event: EventRow, code: int, is_chosen: bool, is_hovered: bool) -> None:
        """An event."""
        if is_chosen or is_hovered:
            rect = QtCore.QRectF(0, top, self._width, ROW_PX)
            self._p.fillRect(rect, self._theme.colour("tint" if is_chosen else "canvas"))
        if is_chosen:
            self._p.fillRect(QtCore.QRectF(0, top, 3, ROW_PX), self._theme.colour("accent"))
        self._dot(2 * GRID + 5, top + 18, event, code)
        pill = precision_of(event)
        small = QtGui.QFontMetricsF(self._small)
        pill_width = small.horizontalAdvance(pill) + 2 * GRID
        left, right = 2 * GRID + 18, self._width - 2 * GRID
        pill_rect = QtCore.QRectF(right - pill_width, top + 9, pill_width, 20)
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.setPen(QtGui.QPen(self._theme.colour("line"), 1))
        self._p.drawRoundedRect(pill_rect, 10, 10)
        self._p.setFont(self._small)
        self._p.setPen(self._theme.colour("soft"))
        self._p.drawText(pill_rect, Qt.AlignmentFlag.AlignCenter, pill)
        self._line(left, top + 23, pill_rect.left() - GRID - left, title_of(event), self._bold, "ink")
        self._line(left, top + 42, right - left, subtitle_of(event), self._font, "soft")

    def _dot(self, x: float, y: float, event: EventRow, code: int) -> None:
        colour = type_colour(code)
        if event.assertion != "occurred":
            colour.setAlphaF(0.55)
        if (event.where_prec or 7) > 2:
            self._p.setBrush(Qt.BrushStyle.NoBrush)
            self._p.setPen(QtGui.QPen(colour, 2))
            self._p.drawEllipse(QtCore.QPointF(x, y), 4, 4)
        else:
            self._p.setBrush(colour)
            self._p.setPen(Qt.PenStyle.NoPen)
            self._p.drawEllipse(QtCore.QPointF(x, y), 5, 5)

    def _line(self, x: float, y: float, width: float, words: str, font: QtGui.QFont, colour: str) -> None:
        self._p.setFont(font)
        self._p.setPen(self._theme.colour(colour))
        elided = QtGui.QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
        self._p.drawText(QtCore.QPointF(x, y), elided)
