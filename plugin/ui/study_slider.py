"""The time slider of a study: it marks the event that is looked at, and says how many events it cannot show."""

from __future__ import annotations

from .qt import QtWidgets
from .study import Study
from .time_slider import TimeSlider


class StudySlider(TimeSlider):
    """A time slider that follows what is chosen and pointed at in the other panes.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(study.controller, parent)
        self._study = study
        study.opened.connect(self._count_what_is_not_shown)
        study.revised.connect(self._count_what_is_not_shown)
        study.selectionChanged.connect(lambda number: self.axis.set_marker(self._start_of(number)))
        study.hoverChanged.connect(lambda number: self.axis.set_pulse(self._start_of(number)))

    def _count_what_is_not_shown(self) -> None:
        loaded = self._study.loaded
        n_undated = 0 if loaded is None else len(loaded.undated)
        counts = ((n_undated, "undated"), (self._study.n_unplaced, "without a place"))
        self.bar.set_note(" · ".join(f"{count:,} {what}" for count, what in counts if count))

    def _start_of(self, number: int | None) -> int | None:
        """When an event begins, in milliseconds; None for no event."""
        loaded = self._study.loaded
        return None if number is None or loaded is None else int(loaded.table.starts_ms[number])
