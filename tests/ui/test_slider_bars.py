"""The bars: what they count, how tall they are."""

import numpy as np
import pytest
from event_timeline.core.calendar import DAY_MS, TimeRange, ms_of
from event_timeline.core.time_index import TimeIndex
from event_timeline.ui.slider_bars import BLOCK_PX, BarScale, bar_in_words, bars_of, heights
from hypothesis import given
from hypothesis import strategies as st

YEAR = TimeRange(ms_of(2018), ms_of(2019))
days = st.lists(st.integers(0, 364), min_size=1, max_size=60)


def index_of(numbers):
    start = ms_of(2018) + np.array(numbers, dtype=np.int64) * DAY_MS
    return TimeIndex(start, start + DAY_MS, np.array(numbers) % 3, 3)


@given(days, st.integers(0, 360), st.integers(1, 200), st.integers(50, 2000))
def test_every_event_is_in_one_bar_and_the_chosen_are_those_that_begin_in_the_window(days, first, n, width):
    index = index_of(days)
    shown = TimeRange(ms_of(2018) + first * DAY_MS, ms_of(2018) + (first + n) * DAY_MS)
    part = index.where(np.array(days) % 2 == 0)
    bars = bars_of(part, index, YEAR, shown, width)
    assert bars.everything.sum() == len(days)
    assert bars.kept.sum() == sum(day % 2 == 0 for day in days)
    assert bars.chosen.sum() == sum(day % 2 == 0 and first <= day < first + n for day in days)
    assert (bars.chosen.sum(axis=0) <= bars.kept).all()
    assert (bars.kept <= bars.everything).all()


@given(st.integers(30, 4000))
def test_there_are_never_more_bars_than_a_third_of_the_pixels(width):
    assert len(bars_of(index_of([0]), index_of([0]), YEAR, YEAR, width).everything) <= width / 3


@given(st.lists(st.integers(0, 5000), min_size=1), st.sampled_from(list(BarScale)))
def test_more_events_are_never_a_lower_bar(counts, scale):
    counts = np.array(sorted(counts), dtype=np.int64)
    tall = heights(counts, int(counts.max()), 100.0, scale)
    assert (np.diff(tall) >= 0).all()
    assert tall.max() <= 100.0 + 1e-9
    assert (tall[counts > 0] >= 3).all()
    assert (tall[counts == 0] == 0).all()


def test_a_few_events_are_blocks_of_one_size():
    assert heights(np.array([1, 2, 3]), 3, 100.0, BarScale.AUTO).tolist() == [
        BLOCK_PX,
        2 * BLOCK_PX,
        3 * BLOCK_PX,
    ]


def test_a_bar_finds_its_moment():
    bars = bars_of(index_of([5]), index_of([5]), YEAR, YEAR, 4000)
    assert bars.range_of(bars.bar_at(ms_of(2018, 1, 6) + 1)).start == ms_of(2018, 1, 6)
    assert bars.bar_at(ms_of(2021)) is None


@pytest.mark.parametrize(
    ("by_type", "words"),
    [
        ([0, 0], "6 January 2018: 0 events"),
        ([1, 0], "6 January 2018: 1 event\n1 Agree"),
        ([2, 7], "6 January 2018: 9 events\n7 Consult, 2 Agree"),
    ],
)
def test_a_bar_in_words(by_type, words):
    bars = bars_of(index_of([5]), index_of([5]), YEAR, YEAR, 4000)
    at = bars.bar_at(ms_of(2018, 1, 6))
    assert bar_in_words(bars.range_of(at), bars.step, np.array(by_type)) == words
