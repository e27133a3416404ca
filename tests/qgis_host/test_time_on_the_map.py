"""The timeline rules what the map shows, to the moment, in any time zone of the computer."""

import pytest
from desktop import choose, clock_range, ids_on_map, ms, settle
from qgis.core import QgsDateTimeRange, QgsTemporalNavigationObject
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.utils import iface


def _events(plugin):
    return plugin.view.layers.events


def test_the_canvas_gets_the_window_half_open_and_in_utc(opened):
    choose(opened, ms(2018, 1, 27), ms(2018, 1, 28))
    assert clock_range() == ("2018-01-27 00:00", "2018-01-28 00:00", True, False)
    assert iface.mapCanvas().temporalRange().begin().timeSpec() == Qt.TimeSpec.UTC


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (26, {"Alpha"}),
        (27, {"Beta", "Delta"}),
        (28, {"Gamma", "Delta"}),
    ],
)
def test_a_day_shows_what_happened_on_it_and_nothing_that_touches_its_midnights(opened, day, shown):
    choose(opened, ms(2018, 1, day), ms(2018, 1, day + 1))
    assert ids_on_map(_events(opened)) == shown


def test_part_of_a_day_shows_what_the_text_dates_to_that_day(opened):
    choose(opened, ms(2018, 1, 27, 23), ms(2018, 1, 28, 1))
    assert ids_on_map(_events(opened)) == {"Beta", "Gamma", "Delta"}


def test_the_map_shows_exactly_what_the_timeline_counts(opened):
    controller = opened.dock.controller
    for first in range(26, 29):
        for hours in (1, 24, 36):
            choose(opened, ms(2018, 1, first), ms(2018, 1, first) + hours * 3_600_000)
            assert len(ids_on_map(_events(opened))) == controller.index.count(controller.timeline.shown)


def test_the_whole_of_time_shows_every_dated_event_and_no_undated_one(opened):
    timeline = opened.dock.controller.timeline
    choose(opened, timeline.full.start, timeline.full.end)
    assert ids_on_map(_events(opened)) == {"Alpha", "Beta", "Gamma", "Delta"}


def test_cumulative_shows_everything_up_to_the_end_of_the_window(opened):
    controller = opened.dock.controller
    choose(opened, ms(2018, 1, 27), ms(2018, 1, 28))
    controller.change(lambda now: now.with_mode(type(now.mode).CUMULATIVE))
    controller.settle()
    assert ids_on_map(_events(opened)) == {"Alpha", "Beta", "Delta"}


def test_qgis_is_driven_in_its_mode_for_a_fixed_range(opened):
    controller = iface.mapCanvas().temporalController()
    choose(opened, ms(2018, 1, 27), ms(2018, 1, 28))
    assert controller.navigationMode() == QgsTemporalNavigationObject.NavigationMode.FixedRange
    assert controller.temporalExtents() == iface.mapCanvas().temporalRange()


def _utc(day):
    return QDateTime(QDate(2018, 1, day), QTime(0, 0), Qt.TimeSpec.UTC)


def test_when_the_user_moves_qgis_own_panel_the_timeline_follows(opened):
    choose(opened, ms(2018, 1, 26), ms(2018, 1, 27))
    theirs = QgsDateTimeRange(_utc(27), _utc(29), True, False)
    iface.mapCanvas().temporalController().setTemporalExtents(theirs)
    window = opened.dock.controller.timeline.window
    assert (window.start, window.end) == (ms(2018, 1, 27), ms(2018, 1, 29))
    settle()
    assert iface.mapCanvas().temporalRange() == theirs, "the timeline must not push its own range back"


def test_when_qgis_plays_its_own_animation_it_is_left_to_play(opened):
    controller = iface.mapCanvas().temporalController()
    choose(opened, ms(2018, 1, 26), ms(2018, 1, 29))
    controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.Animated)
    controller.setCurrentFrameNumber(1)
    settle()
    assert controller.navigationMode() == QgsTemporalNavigationObject.NavigationMode.Animated


def test_the_user_may_turn_time_off_in_qgis_and_the_next_touch_turns_it_on_again(opened):
    controller = iface.mapCanvas().temporalController()
    choose(opened, ms(2018, 1, 26), ms(2018, 1, 27))
    controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.NavigationOff)
    settle()
    assert iface.mapCanvas().temporalRange().isInfinite()
    choose(opened, ms(2018, 1, 27), ms(2018, 1, 28))
    assert clock_range() == ("2018-01-27 00:00", "2018-01-28 00:00", True, False)
