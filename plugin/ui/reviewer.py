"""What a person decides about the chosen events: written into the file at once, shown at once, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..core.errors import EventTimelineError
from ..core.event import ReviewState
from ..core.regrouping import merged, split
from ..core.review import Edit, Standing, edited, judged
from ..core.wording import number_of
from ..layers.reviewing import Before, hidden_behind, standing, take_back, write_decision
from .qt import QtCore, Signal

if TYPE_CHECKING:
    from .study import Study


@dataclass(frozen=True)
class _Done:
    """A decision that can be taken back."""

    words: str
    path: Path
    before: Before
    chosen: tuple[str, ...]


class Reviewer(QtCore.QObject):
    """Decides about the study's chosen events.

    Parameters
    ----------
    study : Study

    Signals
    -------
    decided(str)
        What was done, in words.
    failed(str)
        Why nothing was saved.
    editAsked(), splitAsked()
        A pane is to show how to edit, how to split.
    dateGiven(ReportsDate)
        A person has said when reports were written: whoever can start the reader lets it date them.
    pointAsked(callable)
        A map is to let a person choose a point, and to call back with its `LonLat`, or None when they do not want to
        any more. Whoever has a map connects it.
    """

    decided = Signal(str)
    failed = Signal(str)
    editAsked = Signal()  # noqa: N815 - Qt's way of naming
    splitAsked = Signal()  # noqa: N815
    dateGiven = Signal(object)  # noqa: N815
    pointAsked = Signal(object)  # noqa: N815

    def __init__(self, study: Study) -> None:
        super().__init__(study)
        self._study = study
        self._done: list[_Done] = []
        study.opened.connect(self._forget_other_files)

    @property
    def undoable(self) -> str:
        """What would be taken back, in words; empty when there is nothing."""
        return self._done[-1].words if self._done else ""

    def states(self) -> frozenset[str]:
        """The review states of the chosen events."""
        return frozenset(one.row.review_state for one in self._chosen())

    def confirm(self) -> None:
        """The chosen events are right; when all are confirmed already: nobody has looked at them."""
        self._judge(ReviewState.CONFIRMED, "confirmed")

    def reject(self) -> None:
        """The chosen events are wrong, and put aside; when all are rejected already: nobody has looked at them."""
        self._judge(ReviewState.REJECTED, "rejected")

    def edit(self, edit: Edit) -> None:
        """The chosen events have other values.

        Raises
        ------
        DateError
            When the date is none.
        """
        chosen = self._chosen()
        self._write([edited(one, edit) for one in chosen], f"{_events(chosen)} edited", self._ids(chosen))

    def merge(self, lead_id: str | None = None) -> None:
        """The chosen events are one.

        Parameters
        ----------
        lead_id : str or None
            The one whose values stay; None for the one that is looked at.
        """
        chosen = self._chosen()
        if len(chosen) < 2:
            self.failed.emit("Choose two or more events to merge: Ctrl or Shift and a click in the list.")
            return
        chosen.sort(key=lambda one: one.row.event_id != lead_id)
        lead, *others = chosen
        self._write(merged(lead, others), f"{_events(chosen)} merged", [lead.row.event_id])

    def split(self, away: Iterable[int]) -> None:
        """Some tellings of the event that is looked at are another event."""
        loaded, chosen = self._study.loaded, self._chosen()[:1]
        if loaded is None or not chosen:
            return
        file, event, going = loaded.file, chosen[0], set(away)
        first = next((one for one in event.mentions if one.role == "trigger" and one.rank in going), None)
        report = None if first is None else self._study.report(first.report_id)
        taken = [*map(str, loaded.table.event_ids), *(row.event_id for row in loaded.undated)]
        try:
            hidden = hidden_behind(file, event.row.event_id)
        except EventTimelineError as error:
            self.failed.emit(str(error))
            return
        parts = split(event, going, "" if report is None else report.sha256, hidden, taken)
        self._write(parts, f"1 event split into {len(parts)}", self._ids(parts))

    def undo(self) -> None:
        """Take the last decision back."""
        if not self._done:
            return
        done = self._done[-1]
        try:
            take_back(done.path, done.before, written_at=_now())
            self._done.pop()
            self._study.reread(done.before.event_ids, done.chosen)
        except EventTimelineError as error:
            self.failed.emit(str(error))
            return
        self.decided.emit(f"Taken back: {done.words}.")

    # -- inside

    def _judge(self, state: ReviewState, words: str) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        if {one.row.review_state for one in chosen} == {state.value}:
            state, words = ReviewState.AUTO, "back among those to review"
        changed = [new for one in chosen if (new := judged(one, state)) != one]
        if not changed:
            self.decided.emit("What was edited stays edited, which counts as confirmed.")
            return
        hides = state is ReviewState.REJECTED and self._is_hidden(state)
        choose = self._next_ids() if hides else self._ids(chosen)
        self._write(changed, f"{_events(changed)} {words}", choose)

    def _chosen(self) -> list[Standing]:
        """How the chosen events stand in the file."""
        loaded = self._study.loaded
        if loaded is None:
            return []
        try:
            return standing(loaded.file, self._study.chosen_ids)
        except EventTimelineError as error:
            self.failed.emit(str(error))
            return []

    def _write(self, events: Sequence[Standing], words: str, choose: Sequence[str]) -> None:
        loaded = self._study.loaded
        if loaded is None or not events:
            return
        before_ids = self._study.chosen_ids
        try:
            before = write_decision(loaded.file.path, events, written_at=_now())
            self._done.append(_Done(words, loaded.file.path, before, before_ids))
            self._study.reread(before.event_ids, choose)
        except EventTimelineError as error:
            self.failed.emit(str(error))
            return
        self.decided.emit(f"{words}.")

    def _is_hidden(self, state: ReviewState) -> bool:
        return tuple(ReviewState).index(state) in self._study.filter.hidden_states

    def _next_ids(self) -> list[str]:
        """The event after the chosen ones in the window, else the one before, so that one can go on with the keys."""
        loaded, chosen = self._study.loaded, self._study.chosen
        if loaded is None or not chosen:
            return []
        shown = self._study.numbers_shown()
        rest = shown[~np.isin(shown, chosen)]
        after = np.flatnonzero(rest > chosen[-1])
        nearest = rest[after[:1]] if len(after) else rest[-1:]
        return [str(loaded.table.event_ids[number]) for number in nearest]

    def _forget_other_files(self) -> None:
        """What was decided in a file that is written anew, or in another one, can no longer be taken back."""
        self._done.clear()

    @staticmethod
    def _ids(events: Iterable[Standing]) -> list[str]:
        return [one.row.event_id for one in events]


def _events(events: Sequence[Standing]) -> str:
    return number_of(len(events), "event")


def _now() -> datetime:
    return datetime.now(timezone.utc).replace(tzinfo=None)
