"""The controller: every change is told at once, the range shown when the hand rests."""

import numpy as np
import pytest
from event_timeline.core.calendar import DAY_MS, Step, TimeRange, Unit, ms_of
from event_timeline.core.chosen_window import Mode
from event_timeline.core.time_index import TimeIndex
from event_timeline.core.timeline import AtEnd, Timeline
from event_timeline.ui.controller import TimelineController


def heard(signal):
    """What a signal says, in a list."""
    said = []
    signal.connect(lambda *values: said.append(values))
    return said


def test_every_change_is_told_and_no_change_is_not(controller, week):
    changes = heard(controller.timelineChanged)
    controller.change(lambda now: now.with_window(week(5)))
    controller.change(lambda now: now.with_window(week(5)))
    assert [change[0].window for change in changes] == [week(5)]


def test_a_drag_settles_once_when_the_hand_lets_go(controller, week):
    settled = heard(controller.windowSettled)
    controller.grab()
    for number in (4, 5, 6):
        controller.change(lambda now, n=number: now.with_window(week(n)))
    assert settled == []
    controller.let_go()
    assert settled == [(week(6).start, week(6).end)]


def test_without_a_hand_the_range_settles_when_it_rests(controller, week, qtbot):
    with qtbot.waitSignal(controller.windowSettled) as settled:
        controller.change(lambda now: now.with_window(week(7)))
        controller.change(lambda now: now.with_window(week(8)))
    assert settled.args == [week(8).start, week(8).end]


def test_the_same_range_is_told_once(controller, week):
    settled = heard(controller.windowSettled)
    controller.settle()
    controller.change(lambda now: now.reset_view().zoomed(0.5, week(3).start))
    controller.settle()
    assert settled == []


def test_cumulative_settles_on_everything_up_to_the_windows_end(controller, week):
    settled = heard(controller.windowSettled)
    controller.change(lambda now: now.with_mode(Mode.CUMULATIVE))
    controller.settle()
    assert settled == [(controller.timeline.full.start, week(3).end)]


def test_times_beyond_32_bits_survive_the_signal(controller, week):
    settled = heard(controller.windowSettled)
    controller.change(lambda now: now.with_window(week(9)))
    controller.settle()
    assert settled[0][0] == week(9).start > 2**32


def test_playback_is_where_the_clock_says(controller, clock, week):
    controller.change(Timeline.started)
    clock.turn(1.0)
    controller.tick()
    assert controller.timeline.window == week(4)
    clock.turn(2.0)  # two frames late
    controller.tick()
    assert controller.timeline.window == week(6)


def test_playback_settles_at_every_step(controller, clock):
    settled = heard(controller.windowSettled)
    controller.change(Timeline.started)
    for _ in range(3):
        clock.turn(1 / 7)
        controller.tick()
    starts = [start for start, _ in settled]
    assert len(starts) == 3
    assert [b - a for a, b in zip(starts, starts[1:])] == [DAY_MS, DAY_MS]


def test_playback_waits_for_a_busy_map_and_then_jumps(controller, clock, week):
    busy = True
    waiting = heard(controller.waitingChanged)
    controller.set_busy(lambda: busy)
    controller.change(Timeline.started)
    clock.turn(1.0)
    controller.tick()
    assert controller.timeline.window == week(3)
    busy = False
    clock.turn(1.0)
    controller.tick()
    assert controller.timeline.window == week(5)
    assert waiting == [(True,), (False,)]


def test_grabbing_pauses_and_letting_go_does_not_resume(controller):
    controller.change(Timeline.started)
    controller.grab()
    assert not controller.timeline.playing
    controller.let_go()
    assert not controller.timeline.playing


def test_next_and_previous_event(controller, week):
    controller.step_to_event(1)
    assert controller.timeline.window.start == week(3).start + DAY_MS
    controller.step_to_event(-1)
    assert controller.timeline.window == week(3)


def test_no_events_no_timeline(qapp):
    controller = TimelineController()
    controller.change(Timeline.started)
    controller.step_to_event(1)
    controller.tick()
    controller.settle()
    assert controller.timeline is None


def test_closing_the_events_stops_playback(controller):
    changes = heard(controller.timelineChanged)
    controller.change(Timeline.started)
    controller.set_events(None)
    assert changes[-1] == (None,)
    assert controller.index is None


@pytest.mark.parametrize("direction", [1, -1])
def test_playback_can_skip_what_is_empty(controller, clock, week, direction):
    """Two events eleven weeks apart: after the week of one comes the week of the other, then the end."""
    start = np.array([week(1).start, week(12).start], dtype=np.int64)
    controller.set_events(TimeIndex(start, start + DAY_MS, [0, 0], 1))
    full = controller.timeline.full
    first = week(1) if direction > 0 else TimeRange(full.end - 7 * DAY_MS, full.end)
    controller.change(lambda now: now.with_step(Step(Unit.DAY, 7)).with_window(first).with_end(AtEnd.ONCE))
    controller.change(lambda now: now.skipping_empty(True).started(direction))
    seen = []
    for _ in range(4):
        clock.turn(1.0)
        controller.tick()
        seen.append(controller.index.count(controller.timeline.window))
    assert seen[0] == 1
    assert controller.timeline.window != first
    assert not controller.timeline.playing


def test_weeks_begin_where_the_locale_begins_them(qapp, index):
    from event_timeline.core.calendar import YEAR_MS, weekday_of
    from event_timeline.ui.qt import QtCore

    before = QtCore.QLocale()
    QtCore.QLocale.setDefault(
        QtCore.QLocale(QtCore.QLocale.Language.English, QtCore.QLocale.Country.UnitedStates)
    )
    try:
        controller = TimelineController()
        start = np.array([0, YEAR_MS], dtype=np.int64)
        controller.set_events(TimeIndex(start, start + DAY_MS, [0, 0], 1))
        assert controller.timeline.step.unit is Unit.WEEK
        controller.change(lambda now: now.with_period(100 * DAY_MS, now.step))
        assert weekday_of(controller.timeline.window.start) == 6
    finally:
        QtCore.QLocale.setDefault(before)


def test_few_events_have_no_outliers(qapp):
    """The axis of one event told as "in June" is that month, not the moment at which it begins."""
    controller = TimelineController()
    month = TimeRange(ms_of(2017, 6), ms_of(2017, 7))
    controller.set_events(TimeIndex([month.start], [month.end], [0], 1))
    assert controller.timeline.is_unzoomed
    assert controller.timeline.full == month
