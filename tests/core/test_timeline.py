"""The timeline: pure transitions that keep window and view inside of everything."""

from dataclasses import replace

import pytest
from event_timeline.core.axis_view import SHORTEST_VIEW_MS
from event_timeline.core.calendar import DAY_MS, HOUR_MS, Step, TimeRange, Unit, add, floor, ms_of
from event_timeline.core.chosen_window import Edge, Mode
from event_timeline.core.timeline import FASTEST, SLOWEST, AtEnd, Timeline
from hypothesis import given
from hypothesis import strategies as st

DAY, WEEK, MONTH = Step(Unit.DAY), Step(Unit.WEEK), Step(Unit.MONTH)
YEAR_2018 = TimeRange(ms_of(2018), ms_of(2019))
JANUARY = TimeRange(ms_of(2018, 1), ms_of(2018, 2))


def day(number, month=1):
    return ms_of(2018, month, number)


def timeline(window=JANUARY, step=MONTH, **values):
    return Timeline(full=YEAR_2018, view=YEAR_2018, window=window, step=step, **values)


moments = st.integers(ms_of(2017), ms_of(2020))
snaps = st.sampled_from([None, Step(Unit.HOUR), DAY, WEEK, MONTH])
edges = st.sampled_from(list(Edge))
transitions = st.one_of(
    st.builds(lambda at, snap: lambda now: now.moved(at, snap), moments, snaps),
    st.builds(lambda e, at, snap: lambda now: now.resized(e, at, snap), edges, moments, snaps),
    st.builds(lambda e, at: lambda now: now.resized(e, at, DAY, symmetric=True), edges, moments),
    st.builds(lambda a, b, snap: lambda now: now.spanned(a, b, snap), moments, moments, snaps),
    st.builds(lambda at, snap: lambda now: now.clicked(at, snap), moments, snaps),
    st.builds(lambda at: lambda now: now.begun(at), moments),
    st.builds(lambda at: lambda now: now.ended(at), moments),
    st.builds(lambda at, snap: lambda now: now.ending(at, snap), moments, snaps),
    st.builds(lambda at, n: lambda now: now.holding(at, n), moments, st.sampled_from([-1, 1])),
    st.builds(lambda n: lambda now: now.stepped(n), st.integers(-30, 30)),
    st.builds(lambda n: lambda now: now.leapt(n), st.integers(-5, 5)),
    st.builds(lambda n: lambda now: now.grown(n), st.integers(-20, 20)),
    st.builds(lambda e, n: lambda now: now.edged(e, n), edges, st.integers(-20, 20)),
    st.builds(lambda at, step: lambda now: now.with_period(at, step), moments, st.sampled_from([DAY, WEEK, MONTH])),
    st.builds(lambda a, n: lambda now: now.gone_to(TimeRange(a, a + n)), moments, st.integers(1, 10**11)),
    st.builds(lambda f, at: lambda now: now.zoomed(f, at), st.floats(0.01, 100), moments),
    st.builds(lambda by: lambda now: now.panned(by), st.integers(-(10**11), 10**11)),
    st.builds(lambda s: lambda now: now.with_step(s), st.sampled_from([DAY, WEEK, MONTH])),
    st.builds(lambda s: lambda now: now.started().played(s), st.floats(0, 100)),
    st.sampled_from([
        Timeline.at_first, Timeline.at_last, Timeline.with_all, Timeline.reset_view, Timeline.showing_window,
        lambda now: now.with_mode(Mode.CUMULATIVE), lambda now: now.with_end(AtEnd.BOUNCE),
        lambda now: now.shuttled(-1), Timeline.paused,
    ]),
)  # fmt: skip


@given(st.lists(transitions, max_size=12))
def test_whatever_one_does_window_and_view_stay_inside(steps):
    now = timeline()
    for step in steps:
        now = step(now)
        for inner in (now.window, now.view, now.shown):
            assert now.full.start <= inner.start < inner.end <= now.full.end
        assert 0 <= now.carry < 1


@given(moments, snaps)
def test_moving_keeps_the_length_and_stops_at_the_ends(at, snap):
    now = timeline(TimeRange(day(3), day(10)), DAY).moved(at, snap)
    assert now.window.length == 7 * DAY_MS


@given(st.integers(-40, 40))
def test_a_window_of_whole_months_stays_one(n):
    now = timeline().stepped(n)
    assert floor(now.window.start, MONTH) == now.window.start
    assert add(now.window.start, MONTH, 1) == now.window.end


@given(st.integers(1, 5))
def test_a_step_back_undoes_a_step(n):
    now = timeline(TimeRange(ms_of(2018, 6), ms_of(2018, 7)))
    assert now.stepped(n).stepped(-n) == now


@given(edges, moments, snaps)
def test_a_handle_past_the_other_swaps_and_leaves_one_unit_at_least(edge, at, snap):
    now = timeline(TimeRange(day(10), day(20)), DAY)
    window = now.resized(edge, at, snap).window
    anchor = now.window.end if edge is Edge.START else now.window.start
    if snap is None:
        assert anchor in (window.start, window.end)
    else:
        assert window.length >= min(snap.mean_ms, 28 * DAY_MS)


def test_both_handles_move_about_the_centre():
    now = timeline(TimeRange(day(10), day(20)), DAY).resized(Edge.END, day(22), DAY, symmetric=True)
    assert now.window == TimeRange(day(8), day(22))


def test_snapping_is_calendar_true():
    assert timeline().resized(Edge.END, ms_of(2018, 3, 25), MONTH).window == TimeRange(day(1), ms_of(2018, 4))
    assert timeline().resized(Edge.END, day(25, 3) + 5, None).window.end == day(25, 3) + 5


def test_another_step_keeps_the_start():
    assert timeline().with_step(WEEK).window == JANUARY


@given(st.floats(0.05, 20), st.integers(1, 350))
def test_zooming_keeps_what_is_under_the_pointer_there(factor, at_day):
    about = ms_of(2018) + at_day * DAY_MS
    before = timeline().zoomed(0.5, about)
    after = before.zoomed(factor, about)
    # Unless an end of everything is reached, the share of the axis left of the pointer stays.
    if after.full.start < after.view.start and after.view.end < after.full.end:
        share = (about - before.view.start) / before.view.length
        assert (about - after.view.start) / after.view.length == pytest.approx(share, abs=1e-6)


def test_the_axis_shows_ten_seconds_at_least():
    assert timeline().zoomed(1e-12, day(5)).view.length == SHORTEST_VIEW_MS


def test_cumulative_shows_everything_up_to_the_windows_end():
    now = timeline(TimeRange(day(10), day(20)), DAY).with_mode(Mode.CUMULATIVE)
    assert now.shown == TimeRange(YEAR_2018.start, day(20))
    assert now.stepped(1).shown.end == day(21)


def test_playing_takes_one_window_a_second():
    now = timeline(TimeRange(day(1), day(8)), DAY).started()
    assert now.played(1.0).window == TimeRange(day(8), day(15))
    assert now.with_speed(2).played(1.0).window == TimeRange(day(15), day(22))


@given(st.lists(st.floats(0.001, 0.4), min_size=1, max_size=40))
def test_how_often_frames_come_does_not_matter(frames):
    now = timeline(TimeRange(day(1), day(8)), DAY).started()
    by_frames = now
    for elapsed in frames:
        by_frames = by_frames.played(elapsed)
    at_once = now.played(sum(frames))
    assert abs(by_frames.window.start - at_once.window.start) <= DAY_MS  # rounding of the sum


@pytest.mark.parametrize("direction", [1, -1])
def test_the_last_window_is_shown_before_the_end_is_acted_upon(direction):
    now = replace(timeline(TimeRange(day(1, 6), day(8, 6)), DAY), at_end=AtEnd.ONCE).started(direction)
    late = now.played(1e6)
    last = now.at_last() if direction > 0 else now.at_first()
    assert late.window == last.window
    assert late.playing
    assert not late.played(1.0).playing


def test_loop_begins_anew():
    now = timeline().at_last().started()
    assert now.window == JANUARY  # play at the end begins at the beginning
    late = timeline(TimeRange(ms_of(2018, 11), ms_of(2018, 12))).started().played(1.0).played(1.0)
    assert late.window == JANUARY


def test_bounce_turns_round():
    now = timeline(TimeRange(ms_of(2018, 11), ms_of(2018, 12)), at_end=AtEnd.BOUNCE).started()
    now = now.played(1.0).played(1.0)
    assert now.direction == -1
    assert now.window == TimeRange(ms_of(2018, 11), ms_of(2018, 12))


def test_playing_everything_begins_with_the_first_step():
    assert Timeline.over(day(1), day(1, 12)).started().window.length == 7 * DAY_MS


def test_j_and_l_double_the_speed_and_turn():
    now = timeline().shuttled(1)
    assert (now.speed, now.direction) == (1.0, 1)
    assert now.shuttled(1).shuttled(1).speed == 4.0
    assert (now.shuttled(1).shuttled(-1).speed, now.shuttled(-1).direction) == (1.0, -1)


def test_speed_has_limits():
    assert timeline().with_speed(1e9).speed == FASTEST
    assert timeline().with_speed(0).speed == SLOWEST


def test_new_data_keeps_the_window_and_widens_what_is_everything():
    longer = timeline(TimeRange(day(10), day(20)), DAY).extended(ms_of(2015), ms_of(2020))
    assert longer.window == TimeRange(day(10), day(20))
    assert longer.view == longer.full == TimeRange(ms_of(2015), ms_of(2020))
    assert Timeline.over(day(1), day(9)).extended(ms_of(2015), ms_of(2020)).is_whole


def test_going_to_a_date_brings_it_into_view():
    now = timeline().zoomed(0.05, day(5)).gone_to(TimeRange(day(3, 9), day(4, 9)))
    assert now.window == TimeRange(day(3, 9), day(4, 9))
    assert now.view.start <= now.window.start < now.window.end <= now.view.end


def test_going_where_there_is_nothing_stops_at_the_end():
    now = timeline().gone_to(TimeRange(ms_of(2030), ms_of(2030) + DAY_MS))
    assert now.window.end == now.full.end


def test_next_event_moves_by_whole_steps_until_it_is_seen():
    now = timeline(TimeRange(day(1), day(8)), DAY)
    assert now.holding(day(5)) == now
    assert now.holding(day(20) + HOUR_MS).window == TimeRange(day(14), day(21))
    assert now.moved(day(20)).holding(day(5), -1).window == TimeRange(day(5), day(12))


def test_a_few_events_long_ago_do_not_squeeze_the_others():
    busy = TimeRange(day(1), day(1, 6))
    now = Timeline.over(ms_of(1990), day(1, 6), busy)
    assert now.step.unit is Unit.WEEK
    assert now.is_whole
    assert now.view.start <= busy.start
    assert now.view.length < 2 * busy.length
    assert Timeline.over(day(1), day(1, 6), TimeRange(day(1), day(1, 5))).is_unzoomed


def test_a_date_gone_to_is_no_hair_on_the_axis():
    now = timeline().gone_to(TimeRange(day(3, 9), day(4, 9)))
    assert now.view.length <= 60 * DAY_MS
    assert now.view.start < now.window.start < now.window.end < now.view.end
