"""The report pane: the chosen event's text, its words marked, and why."""

from dataclasses import replace

import pytest
from event_timeline.ui.event_account import Told, answers_of
from event_timeline.ui.event_words import precision_of, subtitle_of, title_of, when_in_words
from event_timeline.ui.qt import QtGui, QtWidgets
from event_timeline.ui.report_pane import ReportPane
from event_timeline.ui.report_text import marks_of


@pytest.fixture
def bomb(study):
    """The attack with deaths."""
    return next(number for number in range(5) if study.row(number).fatalities == 100)


def test_marks_count_as_qt_counts(study, bomb):
    """A letter beyond the basic plane is two units in Qt: offsets after it shift by one."""
    row = study.row(bomb)
    text = study.report("snow.txt").text
    marks = marks_of(text, study.mentions(row.event_id), "snow.txt")
    units = text.encode("utf-16-le")
    words = {mark.role: units[2 * mark.start : 2 * mark.end].decode("utf-16-le") for mark in marks}
    assert words["date"] == "A week later"
    assert words["trigger"] == "killed"
    assert words["fatalities"] == "more than 100 people"
    assert marks[0].role == "sentence"


def test_choosing_an_event_shows_its_report_and_why(study, qtbot, bomb):
    pane = ReportPane(study)
    qtbot.addWidget(pane)
    pane.show()
    study.select(bomb)
    browser = pane.findChild(QtWidgets.QTextBrowser)
    assert "Gunmen stormed a hotel" in browser.toPlainText()
    assert len(browser.extraSelections()) >= 5
    said = " ".join(label.text() for label in pane.findChildren(QtWidgets.QLabel))
    assert "Snow and envoys" in said
    assert "published 21 February 2018" in said
    assert "100 or more." in said
    assert "Counted from 20 January" in said


def test_an_event_of_several_reports_links_them(study, qtbot):
    pane = ReportPane(study)
    qtbot.addWidget(pane)
    pane.show()
    meeting = next(number for number in range(5) if study.row(number).n_sources == 2)
    study.select(meeting)
    sources = next(label for label in pane.findChildren(QtWidgets.QLabel) if "told by" in label.text())
    assert 'href="echo.txt"' in sources.text()
    sources.linkActivated.emit("echo.txt")
    assert pane.findChild(QtWidgets.QTextBrowser).toPlainText() == "Envoys met in Moscow."


def test_without_a_choice_it_says_what_to_do(study, qtbot):
    pane = ReportPane(study)
    qtbot.addWidget(pane)
    pane.show()
    said = " ".join(label.text() for label in pane.findChildren(QtWidgets.QLabel) if label.isVisible())
    assert "Choose an event" in said


def test_events_in_words(study):
    rows = [study.row(number) for number in range(5)]
    by_title = {title_of(row): row for row in rows}
    assert set(by_title) == {"Attack: Taliban", "Bombing", "Meeting: Russia", "Presence", "Coercion"}
    assert subtitle_of(by_title["Bombing"]) == "Kabul · 100 or more killed"
    assert subtitle_of(by_title["Meeting: Russia"]) == "Moscow · 2 reports"
    assert subtitle_of(by_title["Coercion"]) == "no place · denied"
    assert precision_of(by_title["Presence"]) == "as of"
    assert precision_of(by_title["Bombing"]) == "day"
    assert precision_of(study.loaded.undated[0]) == "undated"
    assert when_in_words(by_title["Presence"]) == "as of 21 February 2018"


def test_why_says_what_is_missing_too(study):
    raid = next(row for row in map(study.row, range(5)) if row.assertion == "denied")
    answers = {answer.asked: answer.lines for answer in answers_of(Told(None, raid, [], []))}
    assert answers["Where"] == ("The text gives no place.",)
    assert answers["When"][1].casefold().endswith("named in the text.")
    assert answers["Is it so"] == ("It is denied.",)
    assert answers["Who"] == ("Nobody is named.",)


def test_the_card_tells_what_explain_tells(study, qtbot, bomb):
    """Every answer and reason; what is for files, and what was decided, stand elsewhere."""
    pane = ReportPane(study)
    qtbot.addWidget(pane)
    study.select(bomb)
    row = study.row(bomb)
    document = QtGui.QTextDocument()
    document.setHtml(pane.why.words.text())
    shown = " ".join(document.toPlainText().split())
    reports = [study.report(name) for name in row.source.split("; ")]
    for answer in answers_of(Told(None, row, study.mentions(row.event_id), reports)):
        if answer.asked not in ("Decided", "In tables"):
            assert all(" ".join(line.split()) in shown for line in answer.lines)


def test_a_value_that_no_sentence_of_an_edited_event_tells_says_so(study):
    row = replace(study.row(0), review_state="edited", injured=11)
    answers = {answer.asked: answer.lines for answer in answers_of(Told(None, row, [], []))}
    assert answers["Injured"] == (
        "11.",
        "Kept as it was when a person decided on the event.",
    )


def test_the_sentence_is_in_sight_however_long_the_report(study, qtbot, bomb, monkeypatch):
    report = study.report("snow.txt")
    mentions = study.mentions(study.row(bomb).event_id)
    shift = 40 * len("Snow fell.\n")
    later = [replace(m, start_char=m.start_char + shift, end_char=m.end_char + shift) for m in mentions]
    monkeypatch.setattr(study, "report", lambda _id: replace(report, text="Snow fell.\n" * 40 + report.text))
    monkeypatch.setattr(study, "mentions", lambda _id: later)
    pane = ReportPane(study)
    qtbot.addWidget(pane)
    pane.resize(400, 600)
    pane.show()
    study.select(bomb)
    browser = pane.findChild(QtWidgets.QTextBrowser)
    sentence = next(mark for mark in marks_of("Snow fell.\n" * 40 + report.text, later, "snow.txt"))

    def in_sight():
        cursor = browser.textCursor()
        cursor.setPosition(sentence.start)
        return 0 <= browser.cursorRect(cursor).top() < browser.viewport().height()

    qtbot.waitUntil(in_sight)
