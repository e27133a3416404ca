"""What all panes share: the events of one file, the filter, the chosen event and the one under the pointer."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ..core.calendar import TimeRange
from ..core.errors import LayerError
from ..core.schema import EVENTS, EventRow, MentionRow, ReportRow
from ..core.time_index import TimeIndex
from ..layers.event_table import ASSERTIONS, EVENT_TYPES, UNKNOWN, EventTable, datetime_of
from ..layers.reader import EventArea, EventFile
from .controller import TimelineController
from .qt import QtCore, Signal
from .theme import KINDS

REMEMBERED_ROWS = 4_000


@dataclass(frozen=True, eq=False)
class Loaded:
    """A file's content as the panes need it; made off the GUI thread by `load`."""

    file: EventFile
    table: EventTable
    index: TimeIndex
    areas: tuple[EventArea, ...]
    undated: tuple[EventRow, ...]


@dataclass(frozen=True)
class EventFilter:
    """Which events are shown.

    Parameters
    ----------
    hidden_types, hidden_assertions : frozenset of int
        Codes as in `EventTable`, numbers of `EVENT_TYPES` and `ASSERTIONS`.
    coarsest_place : int
        Largest where_prec shown, 1..7; events of unknown precision pass only at 7.
    """

    hidden_types: frozenset[int] = field(default_factory=frozenset)
    hidden_assertions: frozenset[int] = field(default_factory=frozenset)
    coarsest_place: int = 7

    @property
    def hides_nothing(self) -> bool:
        """Whether every event passes."""
        return not self.hidden_types and not self.hidden_assertions and self.coarsest_place == 7

    def passes(self, table: EventTable) -> npt.NDArray[np.bool_]:
        """One truth value per event."""
        keep = np.ones(len(table), dtype=np.bool_)
        if self.hidden_types:
            keep &= ~np.isin(table.type_codes, list(self.hidden_types))
        if self.hidden_assertions:
            keep &= ~np.isin(table.assertion_codes, list(self.hidden_assertions))
        if self.coarsest_place < 7:
            keep &= (table.where_precs != UNKNOWN) & (table.where_precs <= self.coarsest_place)
        return keep


def load(path: str) -> Loaded:
    """Read a file; the slow part of opening one, safe in any thread.

    Raises
    ------
    LayerError
        When it is no events file.
    """
    file = EventFile(path)
    table = file.events()
    return Loaded(file, table, index_of(table), tuple(file.areas()), tuple(file.undated()))


def index_of(table: EventTable) -> TimeIndex:
    """The time index of a table; types that this version does not know share the last number."""
    kinds = np.where(table.type_codes == UNKNOWN, KINDS - 1, table.type_codes)
    return TimeIndex(table.starts_ms, table.ends_ms, kinds, KINDS)


class Study(QtCore.QObject):
    """One file being looked at.

    Parameters
    ----------
    controller : TimelineController
    parent : QObject or None

    Signals
    -------
    opened()
        Another file, or none.
    filterChanged()
    selectionChanged(int or None), hoverChanged(int or None)
        Number of an event in the table.
    lost()
        The file is gone, or no longer the one that was opened: open it anew.
    """

    opened = Signal()
    filterChanged = Signal()  # noqa: N815
    selectionChanged = Signal(object)  # noqa: N815
    hoverChanged = Signal(object)  # noqa: N815
    lost = Signal()

    def __init__(self, controller: TimelineController, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self._loaded: Loaded | None = None
        self._filter = EventFilter()
        self._is_lost = False
        self._selected: int | None = None
        self._hovered: int | None = None
        self._found: tuple[TimeIndex, TimeRange, npt.NDArray[np.intp]] | None = None
        self._rows: OrderedDict[int, EventRow] = OrderedDict()

    @property
    def loaded(self) -> Loaded | None:
        """The file's content; None before one is open."""
        return self._loaded

    @property
    def filter(self) -> EventFilter:
        """Which events are shown."""
        return self._filter

    @property
    def selected(self) -> int | None:
        """Number of the chosen event."""
        return self._selected

    @property
    def hovered(self) -> int | None:
        """Number of the event under the pointer, in whichever pane."""
        return self._hovered

    def show(self, loaded: Loaded, keep: bool = False) -> None:
        """Look at another file, or, with `keep`, at more of the same: window and filter stay."""
        self._loaded = loaded
        self._rows.clear()
        self._is_lost = False
        self._selected = self._hovered = None
        if not keep:
            self._filter = EventFilter()
        self.controller.set_events(loaded.index, keep)
        if not self._filter.hides_nothing:
            self.controller.set_filter(loaded.index.where(self._filter.passes(loaded.table)))
        self.opened.emit()
        self.selectionChanged.emit(None)

    def close(self) -> None:
        """Look at no file."""
        self._loaded = None
        self._rows.clear()
        self._is_lost = False
        self._selected = self._hovered = None
        self._filter = EventFilter()
        self.controller.set_events(None)
        self.opened.emit()
        self.selectionChanged.emit(None)

    def set_filter(self, event_filter: EventFilter) -> None:
        """Show other events."""
        if self._loaded is None or event_filter == self._filter:
            return
        self._filter = event_filter
        index = self._loaded.index
        if not event_filter.hides_nothing:
            index = index.where(event_filter.passes(self._loaded.table))
        self.controller.set_filter(index)
        self.filterChanged.emit()

    def select(self, number: int | None) -> None:
        """Choose an event."""
        if number != self._selected:
            self._selected = number
            self.selectionChanged.emit(number)

    def hover(self, number: int | None) -> None:
        """The pointer is on an event."""
        if number != self._hovered:
            self._hovered = number
            self.hoverChanged.emit(number)

    def numbers_in(self, span: TimeRange) -> npt.NDArray[np.intp]:
        """Events that pass the filter and share a moment with `span`, in order of time."""
        index = self.controller.index
        if index is None:
            return np.empty(0, dtype=np.intp)
        if self._found is None or self._found[0] is not index or self._found[1] != span:
            self._found = (index, span, index.rows(span))  # several panes ask for the same in one frame
        return self._found[2]

    def numbers_shown(self) -> npt.NDArray[np.intp]:
        """Events that pass the filter and are in the window."""
        timeline = self.controller.timeline
        return np.empty(0, dtype=np.intp) if timeline is None else self.numbers_in(timeline.shown)

    @property
    def n_unplaced(self) -> int:
        """Dated events without a place."""
        return 0 if self._loaded is None else int((~self._loaded.table.has_place).sum())

    def rows(self, numbers: npt.NDArray[np.intp]) -> list[EventRow]:
        """The rows of these events, fetched from the file where they are not remembered."""
        if self._loaded is None:
            return []
        missing = [int(number) for number in numbers if int(number) not in self._rows]
        if missing:
            self._rows.update(zip(missing, self._fetched(self._loaded, missing)))
        found = [self._rows[int(number)] for number in numbers]
        while len(self._rows) > REMEMBERED_ROWS:
            self._rows.popitem(last=False)
        return found

    def _fetched(self, loaded: Loaded, numbers: list[int]) -> list[EventRow]:
        """Rows from the file, or, when it is gone or another one by now, rows that say no more than the table."""
        table = loaded.table
        try:
            rows = loaded.file.rows([int(table.fids[number]) for number in numbers])
        except (LayerError, KeyError):
            rows = []
        if [row.event_id for row in rows] == [table.event_ids[number] for number in numbers]:
            return rows
        self._lose()
        return [_bare_row(table, number) for number in numbers]

    def _lose(self) -> None:
        """Tell once, and not from within a painting, that the file is not what was opened."""
        if not self._is_lost:
            self._is_lost = True
            QtCore.QTimer.singleShot(0, self.lost.emit)

    def row(self, number: int) -> EventRow:
        """The row of one event."""
        return self.rows(np.array([number], dtype=np.intp))[0]

    def mentions(self, event_id: str) -> list[MentionRow]:
        """The words that an event rests on."""
        try:
            return [] if self._loaded is None else self._loaded.file.mentions(event_id)
        except LayerError:
            self._lose()
            return []

    def report(self, report_id: str) -> ReportRow | None:
        """A report; None when the file has none of that id."""
        try:
            return None if self._loaded is None else self._loaded.file.report(report_id)
        except LayerError:
            self._lose()
            return None


def _bare_row(table: EventTable, number: int) -> EventRow:
    """What the arrays know of an event."""
    code, assertion = int(table.type_codes[number]), int(table.assertion_codes[number])
    known: dict[str, object] = {column.name: None for column in EVENTS.columns}
    known.update(
        event_id=str(table.event_ids[number]),
        start_time=datetime_of(int(table.starts_ms[number])),
        event_type=EVENT_TYPES[code].value if code != UNKNOWN else "",
        assertion=ASSERTIONS[assertion].value if assertion != UNKNOWN else "",
        n_sources=1,
        source="",
        notes="",
    )
    return EventRow(**known)  # type: ignore[arg-type]
