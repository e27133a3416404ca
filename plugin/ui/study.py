"""What all panes share: the events of one file, the filter, what is chosen and what is under the pointer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Callable, TypeVar

import numpy as np
import numpy.typing as npt

from ..core.calendar import TimeRange
from ..core.errors import LayerError
from ..core.schema import EventRow, MentionRow, ReportRow
from ..core.time_index import TimeIndex
from .choice import Choice, choice_of
from .controller import TimelineController
from .event_filter import EventFilter
from .event_search import EventSearch
from .loading import Loaded, reloaded
from .qt import QtCore, Signal
from .review_actions import ReviewActions
from .reviewer import Reviewer
from .row_cache import RowCache

Numbers = npt.NDArray[np.intp]
Answer = TypeVar("Answer")
NONE: Numbers = np.empty(0, dtype=np.intp)


class Study(QtCore.QObject):
    """One file being looked at; `review` takes what a person decides about its events.

    Parameters
    ----------
    controller : TimelineController
    parent : QObject or None

    Signals
    -------
    opened()
        Another file, or none.
    revised()
        Some events of the file have changed by a decision: numbers, rows and places may be others.
    filterChanged()
    selectionChanged(int or None), hoverChanged(int or None)
        Number of an event in the table.
    chosenChanged()
        Other events are chosen, the one selected among them.
    lost()
        The file is gone, or no longer the one that was opened: open it anew.
    """

    opened = Signal()
    revised = Signal()
    filterChanged = Signal()  # noqa: N815
    selectionChanged = Signal(object)  # noqa: N815
    chosenChanged = Signal()  # noqa: N815
    hoverChanged = Signal(object)  # noqa: N815
    lost = Signal()

    def __init__(self, controller: TimelineController, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self._loaded: Loaded | None = None
        self._filter = EventFilter()
        self._search: EventSearch | None = None
        self._is_lost = False
        self._choice = Choice()
        self._hovered: int | None = None
        self._found: tuple[TimeIndex, TimeRange, Numbers] | None = None
        self._rows = RowCache(self._lose)
        self.review = Reviewer(self)
        self.review_actions = ReviewActions(self)

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
        """Number of the event that is looked at."""
        return self._choice.selected

    @property
    def chosen(self) -> tuple[int, ...]:
        """Numbers of all events that are chosen, in order of time; the one selected among them."""
        return self._choice.numbers

    @property
    def undated(self) -> EventRow | None:
        """The event that is looked at when it is one without a date."""
        return self._choice.undated

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """Ids of what is chosen, dated or not, the event that is looked at first."""
        return self._choice.ids(self._loaded)

    @property
    def hovered(self) -> int | None:
        """Number of the event under the pointer, in whichever pane."""
        return self._hovered

    # -- files

    def show(self, loaded: Loaded, keep: bool = False) -> None:
        """Look at another file, or, with `keep`, at more of the same: window, filter and choice stay."""
        chosen = self.chosen_ids if keep else ()
        self._take(loaded)
        if not keep:
            self._filter = EventFilter()
        self.controller.set_events(loaded.index, keep)
        self._apply_filter()
        self.opened.emit()
        self._tell_choice()
        self.choose_ids(chosen)

    def close(self) -> None:
        """Look at no file."""
        self._take(None)
        self._filter = EventFilter()
        self.controller.set_events(None)
        self.opened.emit()
        self._tell_choice()

    def reread(self, event_ids: Sequence[str], choose: Sequence[str]) -> None:
        """Some events of the file have changed: look at them anew, and choose what is left of some.

        Raises
        ------
        LayerError
            When the file is no longer there.
        """
        if self._loaded is None:
            return
        self._take(reloaded(self._loaded, event_ids))
        self.controller.set_events(self._loaded.index, keep=True)
        self._apply_filter()
        self.revised.emit()
        self._tell_choice()
        self.choose_ids(choose)

    def _take(self, loaded: Loaded | None) -> None:
        self._loaded, self._search, self._is_lost = loaded, None, False
        self._rows.clear()
        self._choice, self._hovered = Choice(), None

    def _tell_choice(self) -> None:
        """Nothing is chosen now."""
        self.selectionChanged.emit(None)
        self.chosenChanged.emit()

    # -- filter

    def set_filter(self, event_filter: EventFilter) -> None:
        """Show other events."""
        if self._loaded is None or event_filter == self._filter:
            return
        self._filter = event_filter
        self._apply_filter()
        self.filterChanged.emit()

    def _apply_filter(self) -> None:
        loaded, search = self._loaded, self.search
        if loaded is None or search is None or self.controller.index is None:
            return
        keep = self._filter.passes(loaded.table, search)
        index = loaded.index if keep.all() else loaded.index.where(keep)
        if index is not self.controller.index:
            self.controller.set_filter(index)

    @property
    def search(self) -> EventSearch | None:
        """What the events can be found by; None before a file is open."""
        if self._loaded is None:
            return None
        fids = self._loaded.table.fids
        if self._search is None or self._search.fids is not fids:
            self._search = self._loaded.search.for_events(fids)
        return self._search

    # -- choice

    def select(self, number: int | None) -> None:
        """Look at an event, and choose it alone."""
        self.choose(() if number is None else (number,), number)

    def choose(self, numbers: Iterable[int], selected: int | None) -> None:
        """Choose events, and look at one of them."""
        self._look_at(Choice(selected, tuple(sorted(numbers))))

    def choose_ids(self, event_ids: Sequence[str]) -> None:
        """Choose events by their ids, and look at the first; what is not there is left out."""
        choice = choice_of(self._loaded, event_ids) if self._loaded is not None and event_ids else None
        if choice is not None:
            self._look_at(choice)

    def select_undated(self, row: EventRow) -> None:
        """Look at an event that has no date."""
        self._look_at(Choice(undated=row))

    def _look_at(self, choice: Choice) -> None:
        before, self._choice = self._choice, choice
        had_undated = before.undated is not None
        if choice.selected != before.selected or had_undated:
            self.selectionChanged.emit(choice.selected)
        if choice != before or had_undated:
            self.chosenChanged.emit()

    def hover(self, number: int | None) -> None:
        """The pointer is on an event."""
        if number != self._hovered:
            self._hovered = number
            self.hoverChanged.emit(number)

    # -- what there is

    def numbers_in(self, span: TimeRange) -> Numbers:
        """Events that pass the filter and share a moment with `span`, in order of time."""
        index = self.controller.index
        if index is None:
            return NONE
        if self._found is None or self._found[0] is not index or self._found[1] != span:
            self._found = (index, span, index.rows(span))  # several panes ask for the same in one frame
        return self._found[2]

    def numbers_shown(self) -> Numbers:
        """Events that pass the filter and are in the window."""
        timeline = self.controller.timeline
        return NONE if timeline is None else self.numbers_in(timeline.shown)

    @property
    def n_unplaced(self) -> int:
        """Dated events without a place."""
        return 0 if self._loaded is None else int((~self._loaded.table.has_place).sum())

    def rows(self, numbers: Numbers) -> list[EventRow]:
        """The rows of these events, fetched from the file where they are not remembered."""
        return (
            [] if self._loaded is None else self._rows.rows(self._loaded, [int(number) for number in numbers])
        )

    def chosen_rows(self) -> list[EventRow]:
        """The rows of what is chosen, dated or not."""
        return [self.undated] if self.undated is not None else self.rows(np.array(self.chosen, dtype=np.intp))

    def row(self, number: int) -> EventRow:
        """The row of one event."""
        return self.rows(np.array([number], dtype=np.intp))[0]

    def mentions(self, event_id: str) -> list[MentionRow]:
        """The words that an event rests on."""
        return self._asked(lambda loaded: loaded.file.mentions(event_id)) or []

    def report(self, report_id: str) -> ReportRow | None:
        """A report; None when the file has none of that id."""
        return self._asked(lambda loaded: loaded.file.report(report_id))

    def _asked(self, question: Callable[[Loaded], Answer]) -> Answer | None:
        """What the file answers; None, and that is told, when it is gone."""
        try:
            return None if self._loaded is None else question(self._loaded)
        except LayerError:
            self._lose()
            return None

    def _lose(self) -> None:
        """Tell once, and not from within a painting, that the file is not what was opened."""
        if not self._is_lost:
            self._is_lost = True
            QtCore.QTimer.singleShot(0, self.lost.emit)
