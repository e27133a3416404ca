"""The slider from the keyboard."""

import pytest
from event_timeline.core.calendar import DAY_MS, TimeRange, ms_of
from event_timeline.core.chosen_window import Edge, Mode
from event_timeline.ui.qt import QtCore

Qt = QtCore.Qt
NONE = Qt.KeyboardModifier.NoModifier


def window(slider):
    return slider.controller.timeline.window


@pytest.mark.parametrize(
    ("key", "modifiers", "shift_days"),
    [
        (Qt.Key.Key_Right, NONE, 1),
        (Qt.Key.Key_Left, NONE, -1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 7),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, -7),
        (Qt.Key.Key_PageDown, NONE, 10),
        (Qt.Key.Key_PageUp, NONE, -10),
        (Qt.Key.Key_Home, NONE, -14),
    ],
)
def test_keys_move_the_window(slider, qtbot, week, key, modifiers, shift_days):
    slider.axis.setFocus()
    qtbot.keyClick(slider.axis, key, modifiers)
    start = week(3).start + shift_days * DAY_MS
    assert window(slider) == TimeRange(start, start + 7 * DAY_MS)


def test_every_command_has_a_key_of_its_own(slider):
    keys = [key.toString() for action in slider.actions_by_name.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys)) >= 23


def test_space_plays_and_pauses(slider, qtbot):
    slider.axis.setFocus()
    qtbot.keyClick(slider.axis, Qt.Key.Key_Space)
    assert slider.controller.timeline.playing
    qtbot.keyClick(slider.axis, Qt.Key.Key_Space)
    assert not slider.controller.timeline.playing


def test_brackets_c_and_zero(slider, qtbot, week):
    slider.axis.setFocus()
    qtbot.keyClick(slider.axis, Qt.Key.Key_BracketRight)
    assert window(slider).length == 8 * DAY_MS
    qtbot.keyClick(slider.axis, Qt.Key.Key_BracketLeft)
    assert window(slider).length == 7 * DAY_MS
    qtbot.keyClick(slider.axis, Qt.Key.Key_C)
    assert slider.controller.timeline.mode is Mode.CUMULATIVE
    qtbot.keyClick(slider.axis, Qt.Key.Key_Plus)
    assert not slider.controller.timeline.is_unzoomed
    qtbot.keyClick(slider.axis, Qt.Key.Key_0)
    assert slider.controller.timeline.is_unzoomed


def test_i_and_o_set_the_ends_at_the_marker(slider, qtbot, week):
    slider.axis.setFocus()
    slider.axis.set_marker(week(3).start + 2 * DAY_MS)
    qtbot.keyClick(slider.axis, Qt.Key.Key_I)
    assert window(slider) == TimeRange(week(3).start + 2 * DAY_MS, week(3).end)
    slider.axis.set_marker(week(3).start + 4 * DAY_MS)
    qtbot.keyClick(slider.axis, Qt.Key.Key_O)
    assert window(slider) == TimeRange(week(3).start + 2 * DAY_MS, week(3).start + 4 * DAY_MS)


def test_arrows_move_the_handle_that_has_the_keyboard(slider, qtbot, week):
    start, body, end = slider.thumbs
    end.setFocus()
    qtbot.keyClick(end, Qt.Key.Key_Right)
    assert window(slider) == TimeRange(week(3).start, week(3).end + DAY_MS)
    start.setFocus()
    qtbot.keyClick(start, Qt.Key.Key_Left)
    assert window(slider) == TimeRange(week(3).start - DAY_MS, week(3).end + DAY_MS)
    body.setFocus()
    qtbot.keyClick(body, Qt.Key.Key_Right)
    assert window(slider) == TimeRange(week(3).start, week(3).end + 2 * DAY_MS)


def test_tab_goes_from_start_to_body_to_end(slider, qtbot):
    start, body, end = slider.thumbs
    start.setFocus()
    qtbot.keyClick(start, Qt.Key.Key_Tab)
    assert slider.focusWidget() is body
    qtbot.keyClick(body, Qt.Key.Key_Tab)
    assert slider.focusWidget() is end


def test_going_to_a_date(slider, qtbot, week):
    slider.axis.setFocus()
    qtbot.keyClick(slider.axis, Qt.Key.Key_G)
    assert slider.focusWidget() is slider.bar.go_to
    qtbot.keyClicks(slider.bar.go_to, "20 feb 2018")
    qtbot.keyClick(slider.bar.go_to, Qt.Key.Key_Return)
    day = ms_of(2018, 2, 20)
    assert window(slider) == TimeRange(day, day + DAY_MS)


def test_letters_in_a_field_are_letters(slider, qtbot, week):
    slider.bar.go_to.setFocus()
    qtbot.keyClicks(slider.bar.go_to, "c0jkl ")
    assert slider.bar.go_to.text() == "c0jkl "
    assert slider.controller.timeline.mode is Mode.WINDOW
    assert not slider.controller.timeline.playing


def test_a_wrong_date_changes_nothing_and_says_why(slider, qtbot, week):
    slider.bar.go_to.setText("soonish")
    qtbot.keyClick(slider.bar.go_to, Qt.Key.Key_Return)
    assert window(slider) == week(3)
    assert "is no date" in slider.bar.go_to.toolTip()


def test_keys_open_and_lock(slider, qtbot):
    shift = Qt.KeyboardModifier.ShiftModifier
    slider.axis.setFocus()
    qtbot.keyClick(slider.axis, Qt.Key.Key_C, shift)
    assert slider.controller.timeline.mode is Mode.ONWARD
    qtbot.keyClick(slider.axis, Qt.Key.Key_C, shift)
    assert slider.controller.timeline.mode is Mode.WINDOW
    qtbot.keyClick(slider.axis, Qt.Key.Key_O, shift)
    assert slider.controller.timeline.locked is Edge.END
