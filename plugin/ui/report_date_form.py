"""When a report was written: asked where nobody knows it or it is wrong. A card, no dialog."""

from __future__ import annotations

from datetime import date, datetime
from html import escape
from typing import NamedTuple

from ..core.calendar import moment_of
from ..core.date_entry import day_of_text
from ..core.errors import DateError
from ..core.schema import ReportRow
from ..core.wording import day_in_words, number_of
from ..layers.reader import DatelessReport
from .card import AskingCard
from .qt import QtCore, QtWidgets
from .study import Study

Qt = QtCore.Qt


class ReportsDate(NamedTuple):
    """A date for reports: what the reader is asked to go by."""

    report_ids: tuple[str, ...]
    day: date


class ReportDateForm(AskingCard):
    """A card with a field for the day, a calendar, and which reports it is for.

    Parameters
    ----------
    study : Study
    parent : QWidget or None
    """

    def __init__(self, study: Study, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(study, parent)
        self._groups: list[tuple[str, ...]] = []
        self.day = QtWidgets.QLineEdit(self)
        self.day.setPlaceholderText("21 February 2018")
        self.day.setAccessibleName("Day on which the report was written")
        self.day.returnPressed.connect(self._set)
        self.show_calendar = QtWidgets.QPushButton("Calendar", self)
        self.show_calendar.setCheckable(True)
        self.calendar = QtWidgets.QCalendarWidget(self)
        self.calendar.setVerticalHeaderFormat(QtWidgets.QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setVisible(False)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, self.calendar.weekdayTextFormat(Qt.DayOfWeek.Monday))
        self.calendar.clicked.connect(self._take_day)
        self.show_calendar.toggled.connect(self._show_calendar)
        self.which = QtWidgets.QComboBox(self)
        self.which.setAccessibleName("Which reports")
        entry = QtWidgets.QHBoxLayout()
        entry.addWidget(self.day, 1)
        entry.addWidget(self.show_calendar)
        self.column.addLayout(entry)
        self.column.addWidget(self.calendar)
        self.column.addWidget(self.which)
        self.set_date = self.add_answers("Set the date", self._set)

    def show_report(self, report: ReportRow) -> None:
        """Ask for a report's date, and, where it has none, offer the same for the others without one."""
        theme = self.themed()
        loaded = self._study.loaded
        missing = () if loaded is None else loaded.dateless
        waiting = () if loaded is None else [row for row in loaded.undated if report.report_id in row.source]
        words = (
            "Its events are dated anew: what says “on Tuesday” or “last week” counts from this day."
            if report.published
            else "What says “on Tuesday” or “last week” counts from this day"
            + (f": {number_of(len(waiting), 'event')} of this report wait for it." if waiting else ".")
        )
        self.head.setText(
            f"<b>When was this report written?</b><br><span style='color:{theme.soft}'>{escape(words)}</span>"
        )
        self.day.setText("" if report.published is None else day_in_words(_midnight(report.published)))
        self._groups = [(report.report_id,)]
        self.which.clear()
        self.which.addItem("for this report")
        if report.published is None:
            self._offer(missing, report)
        self.which.setVisible(self.which.count() > 1)
        self.tell("")
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def _offer(self, missing: tuple[DatelessReport, ...], report: ReportRow) -> None:
        """The other reports that nobody has dated: of the same publisher, and all."""
        same = tuple(one.report_id for one in missing if report.source and one.source == report.source)
        everything = tuple(one.report_id for one in missing)
        for ids, words in ((same, f"without a date by {report.source}"), (everything, "without a date")):
            if len(ids) > 1 and ids not in self._groups:
                self._groups.append(ids)
                self.which.addItem(f"for all {number_of(len(ids), 'report')} {words}")

    def _show_calendar(self, on: bool) -> None:
        """At the day that is typed, else where the file's events end: the report was written about then."""
        self.calendar.setVisible(on)
        index = self._study.controller.unfiltered
        extent = None if index is None else index.extent
        try:
            day = day_of_text(self.day.text())
        except DateError:
            moment = None if extent is None else moment_of(extent.end)
            if moment is None or not 1 <= moment.year <= 9999:
                return
            day = date(moment.year, moment.month, moment.day)
        self.calendar.setSelectedDate(QtCore.QDate(day.year, day.month, day.day))

    def _take_day(self, day: QtCore.QDate) -> None:
        self.day.setText(day_in_words(datetime(day.year(), day.month(), day.day())))
        self.show_calendar.setChecked(False)
        self.tell("")

    def _set(self) -> None:
        try:
            day = day_of_text(self.day.text())
        except DateError as error:
            self.tell(str(error))
            return
        self.closed.emit()
        ids = self._groups[max(self.which.currentIndex(), 0)]
        self._study.review.dateGiven.emit(ReportsDate(ids, day))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
