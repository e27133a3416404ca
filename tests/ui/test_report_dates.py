"""Saying when a report was written: in the report pane, and from the list of the undated."""

from dataclasses import replace
from datetime import date

import pytest
from event_timeline.layers.reader import DatelessReport
from event_timeline.ui.list_pane import ListPane
from event_timeline.ui.qt import QtCore
from event_timeline.ui.report_date_form import ReportsDate
from event_timeline.ui.report_pane import ReportPane


@pytest.fixture
def pane(study, qtbot):
    made = ReportPane(study)
    qtbot.addWidget(made)
    made.resize(400, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def meeting(study):
    """The event of two reports, the second without a date."""
    return next(number for number in range(5) if study.row(number).n_sources == 2)


def given(study):
    told = []
    study.review.dateGiven.connect(told.append)
    return told


def test_the_report_says_its_date_and_on_what_it_rests(study, pane, meeting):
    study.select(meeting)
    assert "published 21 February 2018, as you said" in pane.head.text()
    assert ">change<" in pane.head.text()
    pane._show_report("echo.txt")
    assert "date not known" in pane.head.text()
    assert ">give it<" in pane.head.text()


def test_a_typed_day_is_given_to_this_report(study, pane, meeting):
    told = given(study)
    study.select(meeting)
    pane._show_report("echo.txt")
    pane.head.linkActivated.emit("date")
    assert pane.date.isVisible()
    pane.date.day.setText("21 February 2018")
    pane.date.set_date.click()
    assert told == [ReportsDate(("echo.txt",), date(2018, 2, 21))]
    assert pane.why.isVisible()


def test_a_day_may_be_taken_from_the_calendar(study, pane, meeting):
    study.select(meeting)
    pane.head.linkActivated.emit("date")
    pane.date.show_calendar.click()
    assert pane.date.calendar.isVisible()
    pane.date.calendar.clicked.emit(QtCore.QDate(2018, 3, 1))
    assert pane.date.day.text() == "1 March 2018"
    assert not pane.date.calendar.isVisible()


def test_a_day_that_may_be_two_is_refused_with_both(study, pane, meeting):
    told = given(study)
    study.select(meeting)
    pane.head.linkActivated.emit("date")
    pane.date.day.setText("03/04/2018")
    pane.date.set_date.click()
    assert "3 April or 4 March 2018" in pane.date.problem.text()
    assert told == []
    assert pane.date.isVisible()


def test_the_undated_list_says_who_waits_and_leads_to_the_form(study, pane, qtbot):
    rows = tuple(replace(row, source="echo.txt") for row in study.loaded.undated)
    study.show(replace(study.loaded, undated=rows))
    undated = ListPane(study)
    qtbot.addWidget(undated)
    undated.show()
    undated.dateAsked.connect(pane.ask_date)
    undated.show_undated(True)
    assert "1 event waits for its report's date" in undated.waiting.text()
    undated.waiting.linkActivated.emit("date")
    assert pane.date.isVisible()
    assert "1 event" in pane.date.head.text()
    assert pane.text.toPlainText() == "Envoys met in Moscow."


def test_one_date_may_be_given_to_all_that_have_none(study, pane, meeting):
    told = given(study)
    more = (*study.loaded.dateless, DatelessReport("further.txt", None))
    study.show(replace(study.loaded, dateless=more))
    study.select(meeting)
    pane._show_report("echo.txt")
    pane.head.linkActivated.emit("date")
    assert pane.date.which.itemText(1) == "for all 2 reports without a date"
    pane.date.which.setCurrentIndex(1)
    pane.date.day.setText("2018-02-21")
    pane.date.set_date.click()
    assert told[0].report_ids == ("echo.txt", "further.txt")
