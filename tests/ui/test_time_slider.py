"""The slider under real mouse events."""

import pytest
from event_timeline.core.calendar import DAY_MS, TimeRange
from event_timeline.core.chosen_window import Edge, Mode
from event_timeline.core.timeline import Timeline
from event_timeline.ui.qt import QtCore, QtGui, QtWidgets
from event_timeline.ui.slider_layout import Part

Qt = QtCore.Qt
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """A mouse on the axis; where is told in moments."""

    def __init__(self, qtbot, slider):
        self._bot, self._axis = qtbot, slider.axis

    def _point(self, ms, y):
        return QtCore.QPoint(round(self._axis.axis_layout.x_of(ms)), y)

    def _send(self, kind, point, buttons, modifiers):
        button = LEFT if kind != QtCore.QEvent.Type.MouseMove else Qt.MouseButton.NoButton
        place = QtCore.QPointF(point)
        event = QtGui.QMouseEvent(
            kind, place, QtCore.QPointF(self._axis.mapToGlobal(point)), button, buttons, modifiers
        )
        QtWidgets.QApplication.sendEvent(self._axis, event)

    def press(self, point, modifiers=NONE):
        self._send(QtCore.QEvent.Type.MouseButtonPress, point, LEFT, modifiers)

    def move(self, point, modifiers=NONE):
        self._send(QtCore.QEvent.Type.MouseMove, point, LEFT, modifiers)

    def release(self, point, modifiers=NONE):
        self._send(QtCore.QEvent.Type.MouseButtonRelease, point, Qt.MouseButton.NoButton, modifiers)

    def drag(self, point, ms, modifiers=NONE, y=40):
        """From a point to a moment, by way of halfway."""
        goal = self._point(ms, y)
        self.press(point, modifiers)
        self.move((point + goal) / 2, modifiers)
        self.move(goal, modifiers)
        self.release(goal, modifiers)

    def at(self, ms, y=40):
        return self._point(ms, y)

    def on(self, edge):
        """The inner rim of a handle, which is the window's end itself."""
        x0, x1 = self._axis.axis_layout.window_x()
        return QtCore.QPoint(round(x0 if edge is Edge.START else x1), 40)


@pytest.fixture
def hand(qtbot, slider):
    return Hand(qtbot, slider)


def window(slider):
    return slider.controller.timeline.window


def test_dragging_the_body_moves_it_and_keeps_its_length(slider, hand, week):
    hand.drag(hand.at(week(3).centre), week(3).centre + 7 * DAY_MS)
    assert window(slider) == week(4)


def test_dragging_the_body_past_the_end_stops_there(slider, hand, week):
    hand.press(hand.at(week(3).centre))
    hand.move(hand.at(week(3).centre + 5 * DAY_MS))
    hand.move(QtCore.QPoint(990, 40))
    hand.release(QtCore.QPoint(990, 40))
    full = slider.controller.timeline.full
    assert window(slider) == TimeRange(full.end - 7 * DAY_MS, full.end)


def test_dragging_a_handle_resizes(slider, hand, week):
    hand.drag(hand.on(Edge.END), week(4).end)
    assert window(slider) == TimeRange(week(3).start, week(4).end)


def test_a_handle_dragged_across_the_other_swaps_them(slider, hand, week):
    hand.drag(hand.on(Edge.START), week(5).end)
    assert window(slider) == TimeRange(week(3).end, week(5).end)


def test_alt_moves_both_handles(slider, hand, week):
    hand.drag(hand.on(Edge.END), week(4).end, Qt.KeyboardModifier.AltModifier)
    assert window(slider) == TimeRange(week(2).start, week(4).end)


def test_handles_snap_and_ctrl_frees_them(slider, hand, week):
    target = week(4).end + DAY_MS // 3
    hand.drag(hand.on(Edge.END), target)
    assert window(slider).end == week(4).end
    hand.press(hand.on(Edge.END))
    hand.move(hand.at(target + 3 * DAY_MS), Qt.KeyboardModifier.ControlModifier)
    hand.release(hand.at(target + 3 * DAY_MS))
    assert window(slider).end % DAY_MS != 0


def test_shift_is_ten_times_finer(slider, hand, week):
    hand.drag(hand.at(week(3).centre), week(3).centre + 20 * DAY_MS, Qt.KeyboardModifier.ShiftModifier)
    assert window(slider).start == week(3).start + 2 * DAY_MS


def test_dragging_on_empty_bars_makes_a_new_window(slider, hand, week):
    hand.drag(hand.at(week(6).start), week(8).end)
    assert window(slider) == TimeRange(week(6).start, week(8).end)


def test_a_click_beside_the_window_centres_it_there(slider, hand, week):
    point = hand.at(week(9).centre)
    hand.press(point)
    hand.release(point)
    assert abs(window(slider).centre - week(9).centre) <= DAY_MS
    assert window(slider).length == 7 * DAY_MS


def test_escape_brings_the_value_from_before_the_drag_back(slider, hand, qtbot, week):
    hand.press(hand.at(week(3).centre))
    hand.move(hand.at(week(7).centre))
    assert window(slider) != week(3)
    qtbot.keyClick(slider.axis, Qt.Key.Key_Escape)
    assert window(slider) == week(3)
    hand.release(hand.at(week(7).centre))
    assert window(slider) == week(3)


def test_space_in_a_drag_moves_instead_of_resizing(slider, hand, qtbot, week):
    slider.axis.setFocus()
    hand.press(hand.on(Edge.END))
    hand.move(hand.at(week(4).end))
    qtbot.keyPress(slider.axis, Qt.Key.Key_Space)
    hand.move(hand.at(week(5).end))
    hand.release(hand.at(week(5).end))
    assert window(slider) == week(5)


def test_a_drag_settles_once(slider, hand, week):
    settled = []
    slider.controller.windowSettled.connect(lambda *span: settled.append(span))
    hand.drag(hand.at(week(3).centre), week(4).centre)
    assert settled == [(week(4).start, week(4).end)]


def test_grabbing_pauses(slider, hand, week):
    slider.controller.change(Timeline.started)
    hand.press(hand.at(week(9).centre))
    assert not slider.controller.timeline.playing
    hand.release(hand.at(week(9).centre))


def test_double_click_on_the_window_takes_all_that_is_seen_and_back(slider, qtbot, hand, week):
    middle = hand.at(week(3).centre)
    qtbot.mouseDClick(slider.axis, LEFT, NONE, middle)
    assert window(slider) == slider.controller.timeline.view
    qtbot.mouseDClick(slider.axis, LEFT, NONE, middle)
    assert window(slider) == week(3)


def test_double_click_on_a_bar_zooms_to_its_period(slider, qtbot, hand, week):
    qtbot.mouseDClick(slider.axis, LEFT, NONE, hand.at(week(9).centre))
    view = slider.controller.timeline.view
    assert view.holds(week(9).centre)
    assert view.length == DAY_MS


def test_control_click_on_a_bar_tells_its_time(slider, qtbot, hand, week):
    with qtbot.waitSignal(slider.axis.barChosen) as told:
        qtbot.mouseClick(slider.axis, LEFT, Qt.KeyboardModifier.ControlModifier, hand.at(week(9).centre))
    assert told.args[0].holds(week(9).centre)


def wheel(slider, ms, dx, dy, modifiers=NONE):
    place = QtCore.QPointF(slider.axis.axis_layout.x_of(ms), 40)
    event = QtGui.QWheelEvent(
        place,
        QtCore.QPointF(slider.axis.mapToGlobal(place.toPoint())),
        QtCore.QPoint(),
        QtCore.QPoint(dx, dy),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QtWidgets.QApplication.sendEvent(slider.axis, event)


def test_the_wheel_zooms_the_axis_about_the_pointer(slider, week):
    at = week(5).centre
    before = slider.axis.axis_layout.x_of(at)
    wheel(slider, at, 0, 120)
    timeline = slider.controller.timeline
    assert timeline.view.length == pytest.approx(0.92 * timeline.full.length, rel=1e-6)
    assert slider.axis.axis_layout.x_of(at) == pytest.approx(before, abs=0.5)
    assert timeline.window == week(3)


def test_shift_and_sideways_wheels_pan(slider, week):
    slider.controller.change(lambda now: now.zoomed(0.3, week(5).centre))
    start = slider.controller.timeline.view.start
    wheel(slider, week(5).centre, 0, -120, Qt.KeyboardModifier.ShiftModifier)
    later = slider.controller.timeline.view.start
    assert later > start
    wheel(slider, week(5).centre, 120, 0)
    assert slider.controller.timeline.view.start == start


def test_control_wheel_grows_and_shrinks_the_window(slider, week):
    wheel(slider, week(3).centre, 0, -120, Qt.KeyboardModifier.ControlModifier)
    assert window(slider).length > 7 * DAY_MS
    assert window(slider).holds(week(3).centre)
    for _ in range(4):
        wheel(slider, week(3).centre, 0, 120, Qt.KeyboardModifier.ControlModifier)
    assert DAY_MS <= window(slider).length < 7 * DAY_MS


def test_the_strip_moves_the_view(slider, hand, week):
    slider.controller.change(lambda now: now.zoomed(0.2, week(3).centre))
    layout = slider.axis.axis_layout
    y = round(layout.overview_top + 8)
    middle = QtCore.QPoint(round(layout.overview_x_of(layout.timeline.view.centre)), y)
    goal = QtCore.QPoint(round(layout.overview_x_of(week(10).centre)), y)
    hand.press(middle)
    hand.move(goal)
    hand.release(goal)
    assert slider.controller.timeline.view.holds(week(10).centre)
    assert window(slider) == week(3)


def test_handles_have_values_in_words(slider, week):
    start, body, end = slider.thumbs
    assert start.accessibleDescription() == "15 January 2018, Monday"
    assert body.accessibleDescription() == "15–21 January 2018"
    assert end.accessibleDescription() == "22 January 2018, Monday"


def test_the_readout_is_in_words(slider):
    assert slider.bar.readout.text == "15–21 January 2018 · 7 days · 7 events"
    slider.bar.set_note("3 undated")
    assert slider.bar.readout.text.endswith("7 events · 3 undated")


def test_hovering_a_bar_tells_its_time_and_words(slider, hand, qtbot, week):
    with qtbot.waitSignal(slider.axis.barHovered) as told:
        hand.move(hand.at(week(9).centre, slider.axis.height() // 3))
    assert told.args[0].holds(week(9).centre)


def test_handles_are_sixteen_pixels_to_hit(slider):
    layout = slider.axis.axis_layout
    for part in (Part.START, Part.END):
        hits = [x for x in range(1000) if layout.part_at(x, 40) is part]
        assert len(hits) >= 16


def test_a_narrow_window_keeps_a_body(slider, week):
    slider.controller.change(lambda now: now.with_window(TimeRange(week(5).start, week(5).start + DAY_MS)))
    layout = slider.axis.axis_layout
    assert any(layout.part_at(x, 40) is Part.BODY for x in range(1000))


def test_the_right_buttons_menu_sets_the_window(slider, week):
    menu = slider.menu_at(slider.axis.axis_layout.x_of(week(6).centre))
    by_words = {action.text(): action for action in menu.actions()}
    by_words["Window: the week here"].trigger()
    assert window(slider).holds(week(6).centre)
    assert window(slider).length == 7 * DAY_MS
    by_words["Window: everything"].trigger()
    assert slider.controller.timeline.is_whole
    by_words["Copy the window as text"].trigger()
    assert (
        QtWidgets.QApplication.clipboard().text() == "2018"
        or "2018" in QtWidgets.QApplication.clipboard().text()
    )


@pytest.mark.parametrize("width", [1440, 900, 500, 320])
def test_any_width_paints_without_complaint(slider, width):
    slider.setMinimumWidth(0)
    slider.resize(width, 200)
    assert not slider.grab().isNull()


def test_without_events_it_says_so(slider):
    slider.controller.set_events(None)
    assert slider.bar.readout.text.startswith("No dated events")
    assert not slider.bar.isEnabled()
    assert not slider.grab().isNull()


def test_dark_and_light_differ_in_ground_only_by_palette(slider, qapp):
    from event_timeline.ui.theme import DARK, qt_palette

    light = slider.grab().toImage().pixelColor(2, 120)
    slider.setPalette(qt_palette(DARK))
    dark = slider.grab().toImage().pixelColor(2, 120)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def middle_of_tag(slider, edge, nth):
    """The middle of the lock (0) or of what opens the end (1) beside a handle."""
    left, top, right, bottom = dict(slider.axis.axis_layout.tags())[edge]
    return QtCore.QPoint(round((left + right) / 2), round(top + (bottom - top) * (1 + 2 * nth) / 4))


def test_a_click_on_the_lock_locks_that_handle(slider, hand, week):
    point = middle_of_tag(slider, Edge.START, 0)
    hand.press(point)
    hand.release(point)
    assert slider.controller.timeline.locked is Edge.START
    hand.drag(hand.at(week(3).centre), week(3).centre + 7 * DAY_MS)
    assert window(slider) == TimeRange(week(3).start, week(4).end)
    hand.press(middle_of_tag(slider, Edge.START, 0))
    assert slider.controller.timeline.locked is None


def test_a_click_on_the_arrow_opens_that_end_and_its_handle_is_gone(slider, hand, week):
    hand.press(middle_of_tag(slider, Edge.END, 1))
    assert slider.controller.timeline.mode is Mode.ONWARD
    assert [edge for edge, _ in slider.axis.axis_layout.tags()] == [Edge.START]
    hand.drag(hand.on(Edge.START), week(5).start)
    assert slider.controller.timeline.shown == TimeRange(week(5).start, slider.controller.timeline.full.end)
    assert slider.bar.readout.text.startswith("from 29 January 2018 on")
    assert slider.bar.onward.isChecked()


def test_the_menu_says_and_changes_what_is_locked_open_and_spread(slider):
    def line(words):
        return next(action for action in slider.menu_at(500).actions() if action.text() == words)

    for words in (
        "Lock the end",
        "Everything from the window's start on",
        "Spread inexact dates over their time",
    ):
        before = line(words).isChecked()
        line(words).trigger()
        assert line(words).isChecked() is not before
