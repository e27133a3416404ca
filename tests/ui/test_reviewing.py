"""Deciding about events with the hand and the keys: in the list, in the report pane, in the file."""

import sqlite3
from contextlib import closing

import pytest
from event_timeline.core.footprint import Footprint, LonLat
from event_timeline.layers.reader import EventFile
from event_timeline.ui.event_row_painter import HEADER_PX, ROW_PX
from event_timeline.ui.list_pane import ListPane
from event_timeline.ui.place_field import FoundPlace
from event_timeline.ui.qt import QtCore
from event_timeline.ui.report_pane import ReportPane

Qt = QtCore.Qt


@pytest.fixture
def pane(study, qtbot):
    made = ListPane(study)
    qtbot.addWidget(made)
    made.resize(328, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def report(study, qtbot):
    made = ReportPane(study)
    qtbot.addWidget(made)
    made.resize(400, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def states(study):
    """Review states in the file, by event id."""
    file = EventFile(study.loaded.file.path)
    rows = [*file.rows(file.events().fids.tolist()), *file.undated()]
    return {row.event_id: "merged" if row.merged_into else row.review_state for row in rows}


def id_of(study, number):
    return str(study.loaded.table.event_ids[number])


def row_point(nth):
    """The middle of the nth event of a list in which every event has a day of its own."""
    return QtCore.QPoint(100, nth * (HEADER_PX + ROW_PX) + HEADER_PX + ROW_PX // 2)


def test_a_key_confirms_the_event_in_list_and_file(study, pane, qtbot):
    study.select(1)
    event_id = id_of(study, 1)
    qtbot.keyClick(pane.view, Qt.Key.Key_Y)
    assert states(study)[event_id] == "confirmed"
    assert study.chosen_ids == (event_id,)
    index = pane.view.currentIndex()
    assert "confirmed" in index.data(Qt.ItemDataRole.DisplayRole)
    qtbot.keyClick(pane.view, Qt.Key.Key_Y)
    assert states(study)[event_id] == "auto"


def test_a_rejected_event_is_put_aside_and_the_next_one_is_looked_at(study, pane, qtbot):
    study.select(1)
    event_id, next_id = id_of(study, 1), id_of(study, 2)
    qtbot.keyClick(pane.view, Qt.Key.Key_N)
    assert states(study)[event_id] == "rejected"
    assert study.chosen_ids == (next_id,)
    assert len(study.controller.index) == 4
    assert "1 rejected or merged" in pane.head.text()
    pane.head.linkActivated.emit("aside")
    assert len(study.controller.index) == 5


def test_undo_takes_back_one_decision_after_the_other(study, pane, qtbot):
    before = states(study)
    study.select(0)
    qtbot.keyClick(pane.view, Qt.Key.Key_Y)
    qtbot.keyClick(pane.view, Qt.Key.Key_N)
    for _ in range(2):
        assert states(study) != before
        qtbot.keyClick(pane.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert states(study) == before
    assert not study.review_actions.by_name["undo"].isEnabled()


def test_shift_chooses_up_to_and_ctrl_one_more(study, pane, qtbot):
    viewport = pane.view.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=row_point(0))
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, row_point(2))
    assert study.chosen == (0, 1, 2)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, row_point(4))
    assert study.chosen == (0, 1, 2, 4)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, row_point(1))
    assert study.chosen == (0, 2, 4)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=row_point(3))
    assert study.chosen == (3,)


def test_the_keys_choose_several_too(study, pane, qtbot):
    study.select(0)
    qtbot.keyClick(pane.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert study.chosen == (0, 1)
    qtbot.keyClick(pane.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert study.chosen == (0, 1, 2, 3, 4)


def test_all_that_is_chosen_is_decided_at_once(study, pane, qtbot):
    study.choose((0, 2), 0)
    ids = {id_of(study, 0), id_of(study, 2)}
    qtbot.keyClick(pane.view, Qt.Key.Key_Y)
    assert {event_id for event_id, state in states(study).items() if state == "confirmed"} == ids
    assert study.chosen == (0, 2)


def test_merging_keeps_the_marked_one_and_hides_the_other(study, report):
    lead, other = id_of(study, 2), id_of(study, 0)
    study.choose((0, 2), 0)
    assert "2 events chosen" in report.several.head.text()
    next(b for b in report.several.leads.buttons() if b.property("event_id") == lead).setChecked(True)
    report.several.merge.click()
    found = states(study)
    assert (found[lead], found[other]) == ("edited", "merged")
    assert study.chosen_ids == (lead,)
    assert len(study.controller.index) == 4


def test_one_event_cannot_be_merged_nor_several_split(study):
    enabled = {}
    for chosen in ((0,), (0, 1)):
        study.choose(chosen, 0)
        enabled[len(chosen)] = {n for n, action in study.review_actions.by_name.items() if action.isEnabled()}
    assert enabled == {1: {"confirm", "reject", "edit", "split"}, 2: {"confirm", "reject", "edit", "merge"}}


def test_the_meeting_of_two_reports_splits(study, report):
    meeting = next(n for n in range(5) if study.row(n).n_sources == 2)
    study.select(meeting)
    study.review_actions.by_name["split"].trigger()
    assert not report.split.go.isEnabled()
    report.split.boxes[2].setChecked(True)
    report.split.go.click()
    sources = sorted(study.row(n).source for n in range(6) if study.row(n).event_mode == "meeting")
    assert sources == ["echo.txt", "snow.txt"]
    assert len(study.chosen) == 2


def test_editing_changes_what_was_touched_and_nothing_else(study, report):
    study.select(0)
    before = study.row(0)
    study.review_actions.by_name["edit"].trigger()
    form = report.edit
    form.date.setText("21 January 2018")
    form.killed.setText("over 5")
    herat = Footprint(LonLat(62.2, 34.35), "Herat", 1, 2000.0, "geonames:1140026", "AF", "Herat")
    form.place._show([FoundPlace(herat, "Herat")])
    form.place._take(form.place.found.item(0))
    form.save.click()
    after = study.row(study.selected)
    assert (after.date_edtf, after.fatalities_low, after.location) == ("2018-01-21", 5, "Herat")
    assert (after.event_type, after.actor1, after.notes) == (before.event_type, before.actor1, before.notes)
    assert after.review_state == "edited"
    assert "Set by hand; the reading was Kabul" in report.why.words.text()


def test_a_wrong_entry_is_told_beside_the_field_and_nothing_is_written(study, report):
    study.select(0)
    study.review_actions.by_name["edit"].trigger()
    report.edit.date.setText("3/4/2018")
    report.edit.save.click()
    assert "3 April or 4 March 2018" in report.edit.problem.text()
    assert set(states(study).values()) == {"auto"}


def test_letters_in_a_form_decide_nothing(study, report):
    study.select(0)
    study.review_actions.by_name["edit"].trigger()
    assert not study.review_actions.by_name["reject"].isEnabled()
    report.edit.closed.emit()
    assert study.review_actions.by_name["reject"].isEnabled()


def test_an_undated_event_can_be_given_a_date(study, pane, report):
    pane.show_undated(True)
    pane.undated.setCurrentRow(0)
    event_id = study.undated.event_id
    study.review_actions.by_name["edit"].trigger()
    report.edit.date.setText("2018-02-21")
    report.edit.save.click()
    assert study.undated is None
    assert study.chosen_ids == (event_id,)
    assert len(study.loaded.undated) == 0
    assert len(study.controller.index) == 6


def test_what_cannot_be_saved_is_told_and_nothing_changes(study, report):
    study.select(0)
    with closing(sqlite3.connect(study.loaded.file.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        report.why.confirm.click()
        assert "another program" in report.note.text()
        other.execute("ROLLBACK")
    assert set(states(study).values()) == {"auto"}
    assert not study.review.undoable


def test_the_window_of_time_stays_where_it_is(study):
    study.controller.change(lambda now: now.stepped(0).with_steps(2))
    window = study.controller.timeline.window
    study.select(0)
    study.review.confirm()
    assert study.controller.timeline.window == window
