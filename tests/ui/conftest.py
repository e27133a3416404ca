"""A slider over known events, and a clock that is turned by hand."""

import numpy as np
import pytest
from event_timeline.core.calendar import DAY_MS, Step, TimeRange, Unit, ms_of
from event_timeline.core.time_index import TimeIndex
from event_timeline.ui.controller import TimelineController
from event_timeline.ui.loading import load
from event_timeline.ui.study import Study
from event_timeline.ui.theme import KINDS, LIGHT, qt_palette
from event_timeline.ui.time_slider import TimeSlider


class Clock:
    """Seconds that pass when told."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now

    def turn(self, seconds):
        self.now += seconds


@pytest.fixture(autouse=True)
def light(qapp):
    """The same palette whatever the system's."""
    qapp.setPalette(qt_palette(LIGHT))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def index():
    """An event on each of the first 90 days of 2018, types in turn."""
    start = ms_of(2018) + np.arange(90, dtype=np.int64) * DAY_MS
    return TimeIndex(start, start + DAY_MS, np.arange(90) % KINDS, KINDS)


@pytest.fixture
def controller(qapp, clock, index):
    """A window of the third week, steps of a day."""
    made = TimelineController(clock=clock)
    made.set_events(index)
    made.change(lambda now: now.with_step(Step(Unit.DAY)))
    made.change(lambda now: now.with_window(week(3)))
    made.settle()
    return made


@pytest.fixture
def study(qapp, events_file):
    """The events file of our own, opened."""
    made = Study(TimelineController())
    made.show(load(events_file))
    return made


@pytest.fixture
def slider(qtbot, controller):
    widget = TimeSlider(controller)
    qtbot.addWidget(widget)
    widget.resize(1000, 240)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def week(number):
    """The nth seven days of 2018, from 1."""
    start = ms_of(2018) + (number - 1) * 7 * DAY_MS
    return TimeRange(start, start + 7 * DAY_MS)


@pytest.fixture(name="week")
def _week():
    return week
