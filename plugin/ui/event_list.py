"""The list of events in the window: one row each, grouped by day or by what is known of it.

As quick with 100,000 as with ten: heights are known without asking every row (headers and events have one each), and
rows are fetched from the file when they come into sight.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .event_list_model import HEADER, EventListModel
from .event_row_painter import HEADER_PX, ROW_PX, RowPainter
from .qt import QtCore, QtGui, QtWidgets
from .study import Study
from .theme import GRID, theme_of

Qt = QtCore.Qt
Flag = QtCore.QItemSelectionModel.SelectionFlag


class EventListView(QtWidgets.QAbstractItemView):
    """Shows an `EventListModel`; what is selected in it is what is chosen in the study.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._study = study
        self._tops: npt.NDArray[np.int64] = np.zeros(1, dtype=np.int64)
        self._is_following = False
        self._events = EventListModel(study, self)
        self.setModel(self._events)
        self.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName("Events in the window")
        self._events.modelReset.connect(self._measure)
        study.chosenChanged.connect(self._follow_choice)
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
        """Choose the events that a rectangle touches: the one under the pointer, or those up to it."""
        selection, first, last = (
            self.selectionModel(),
            self.indexAt(rect.topLeft()),
            self.indexAt(rect.bottomLeft()),
        )
        if selection is None or not first.isValid():
            return
        if not last.isValid():
            last = self._events.index(self._events.rowCount() - 1)
        if first.row() != last.row() or self._events.number_at(first.row()) is not None:
            selection.select(QtCore.QItemSelection(first, last), command)

    def visualRegionForSelection(self, selection: QtCore.QItemSelection) -> QtGui.QRegion:  # noqa: N802
        """The rows chosen that are in sight."""
        viewport = self._viewport().rect()
        region = QtGui.QRegion()
        for part in _ranges(selection):
            top, bottom = (self.visualRect(self._events.index(row)) for row in (part.top(), part.bottom()))
            region = region.united(QtGui.QRegion(top.united(bottom).intersected(viewport)))
        return region

    # -- events

    def selectionChanged(  # noqa: N802
        self, selected: QtCore.QItemSelection, deselected: QtCore.QItemSelection
    ) -> None:
        """A key or a click chose rows: so does the study."""
        super().selectionChanged(selected, deselected)
        selection = self.selectionModel()
        if selection is None or self._is_following:
            return
        chosen = self._numbers_of(selection.selection())
        current = self.currentIndex()
        now = self._events.number_at(current.row()) if current.isValid() else None
        if now not in chosen:
            now = int(chosen[-1]) if len(chosen) else None
        self._is_following = True
        self._study.choose(chosen.tolist(), now)
        self._is_following = False
        self._viewport().update()

    def _numbers_of(self, selection: QtCore.QItemSelection) -> npt.NDArray[np.intp]:
        """The events of some rows; by ranges, for there may be very many."""
        parts = [self._events.entries[part.top() : part.bottom() + 1] for part in _ranges(selection)]
        numbers = np.concatenate(parts) if parts else self._events.entries[:0]
        return np.asarray(numbers[numbers != HEADER], dtype=np.intp)

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
        self._follow_choice()
        self._viewport().update()

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        if bar is not None:
            room = self._viewport().height()
            bar.setRange(0, max(int(self._tops[-1]) + GRID - room, 0))
            bar.setPageStep(room)
            bar.setSingleStep(ROW_PX // 2)

    def _follow_choice(self) -> None:
        """Select what is chosen, as far as it is in the window, and bring what is looked at into sight."""
        selection, study = self.selectionModel(), self._study
        if selection is None or self._is_following:
            return
        self._is_following = True
        row = None if study.selected is None else self._events.row_of(study.selected)
        if row is None:
            selection.clear()
        else:
            is_other = self.currentIndex().row() != row
            chosen = QtCore.QItemSelection()
            for first, last in self._events.stretches(study.chosen):
                chosen.select(self._events.index(first), self._events.index(last))
            selection.setCurrentIndex(self._events.index(row), Flag.NoUpdate)
            selection.select(chosen, Flag.ClearAndSelect)
            if is_other:
                self.scrollTo(self._events.index(row))
        self._is_following = False
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
        row_painter = RowPainter(painter, theme, self.font(), width)
        chosen = set(self._study.chosen)
        for row in range(first, last):
            top = int(self._tops[row]) - offset
            if row in events:
                number = self._events.number_at(row)
                is_chosen = number in chosen
                row_painter.event(
                    top, events[row], self._code(number), is_chosen, number == self._study.hovered
                )
                if number == self._study.selected and self.hasFocus():
                    painter.setPen(QtGui.QPen(theme.colour("accent"), 1))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(QtCore.QRectF(0.5, top + 0.5, width - 1, ROW_PX - 1))
            else:
                row_painter.header(top, self._events.period_of(row))
        self._paint_pinned_day(painter, row_painter, first, offset)

    def _paint_pinned_day(
        self, painter: QtGui.QPainter, row_painter: RowPainter, first: int, offset: int
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


def _ranges(selection: QtCore.QItemSelection) -> list[QtCore.QItemSelectionRange]:
    """The ranges of a selection, which Qt's two bindings give as a list of their own making."""
    anything: Any = selection
    return [anything[nth] for nth in range(len(anything))]
