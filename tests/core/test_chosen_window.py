"""Open ends and locked handles: what moves and what stays."""

import pytest
from event_timeline.core.axis import window_in_words
from event_timeline.core.calendar import DAY_MS, Step, TimeRange, Unit, ms_of
from event_timeline.core.chosen_window import Edge, Mode
from event_timeline.core.timeline import AtEnd, Timeline

DAY = Step(Unit.DAY)


def day(number):
    """Start of the nth day of 2018, from 1."""
    return ms_of(2018) + (number - 1) * DAY_MS


@pytest.fixture
def week():
    """The second week of January in a year of days."""
    year = TimeRange(day(1), day(366))
    return Timeline(year, year, TimeRange(day(8), day(15)), DAY)


@pytest.mark.parametrize(
    "move",
    [
        lambda now: now.stepped(3),
        lambda now: now.stepped(-3),
        lambda now: now.leapt(1),
        lambda now: now.moved(day(100), DAY),
        lambda now: now.centred(day(50), DAY),
        lambda now: now.clicked(day(50), DAY),
        lambda now: now.spanned(day(40), day(60), DAY),
        lambda now: now.at_first(),
        lambda now: now.at_last(),
        lambda now: now.gone_to(TimeRange(day(90), day(91))),
        lambda now: now.with_all(),
        lambda now: now.holding(day(80)),
        lambda now: now.begun(day(3)),
        lambda now: now.ended(day(70)),
        lambda now: now.grown(5),
        lambda now: now.resized(Edge.START, day(2), DAY),
        lambda now: now.resized(Edge.END, day(30), DAY, symmetric=True),
        lambda now: now.started().played(5.0),
    ],
)
@pytest.mark.parametrize("edge", list(Edge))
def test_a_locked_end_stays_whatever_is_done(week, edge, move):
    after = move(week.with_lock(edge))
    kept = ("start", week.window.start) if edge is Edge.START else ("end", week.window.end)
    assert getattr(after.window, kept[0]) == kept[1]
    assert after.full.start <= after.window.start < after.window.end <= after.full.end


def test_a_step_moves_the_other_end(week):
    assert week.with_lock(Edge.START).stepped(2).window == TimeRange(day(8), day(17))
    assert week.with_lock(Edge.END).stepped(2).window == TimeRange(day(10), day(15))
    assert week.with_lock(Edge.END).stepped(100).window == TimeRange(day(14), day(15))


def test_play_with_a_locked_start_grows_step_by_step(week):
    playing = week.with_lock(Edge.START).with_end(AtEnd.ONCE).started()
    assert playing.played(3.0).window == TimeRange(day(8), day(18))
    at_end = playing.played(1000.0)
    assert at_end.window.end == at_end.full.end
    assert not at_end.played(1.0).playing


def test_unlocked_it_moves_as_a_whole_again(week):
    assert week.with_lock(Edge.START).with_lock(None).stepped(1).window == TimeRange(day(9), day(16))


def test_an_open_end_shows_everything_that_way(week):
    assert week.with_mode(Mode.ONWARD).shown == TimeRange(day(8), week.full.end)
    assert week.with_mode(Mode.CUMULATIVE).shown == TimeRange(week.full.start, day(15))


def test_an_open_end_is_told_in_words(week):
    assert window_in_words(week) == "8–14 January 2018"
    assert window_in_words(week.with_mode(Mode.ONWARD)) == "from 8 January 2018 on"
    assert window_in_words(week.with_mode(Mode.CUMULATIVE), short=True) == "until 14 Jan 2018"


def test_the_start_of_an_open_window_reaches_the_last_day(week):
    onward = week.with_mode(Mode.ONWARD)
    assert onward.starting(day(365), DAY).window == TimeRange(day(365), day(366))
    assert onward.clicked(day(100), DAY).window.start == day(100)
