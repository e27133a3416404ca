"""Events told inexactly, spread over their time: every event counts once in all."""

import numpy as np
import pytest
from event_timeline.core.calendar import DAY_MS, ms_of
from event_timeline.core.spread import Spread
from event_timeline.core.time_index import OPEN_END, TimeIndex
from hypothesis import given
from hypothesis import strategies as st

DAYS = st.lists(st.tuples(st.integers(-800_000, 800_000), st.integers(1, 4_000)), min_size=1, max_size=30)


def arrays(rows):
    start = np.array([day for day, _ in rows], dtype=np.int64) * DAY_MS
    return start, start + np.array([length for _, length in rows], dtype=np.int64) * DAY_MS


@given(DAYS, st.lists(st.integers(-800_000, 800_000), min_size=2, max_size=20, unique=True))
def test_each_bin_holds_the_share_of_each_event_that_lies_in_it(rows, cuts):
    start, end = arrays(rows)
    edges = np.sort(np.array(cuts, dtype=np.int64)) * DAY_MS
    plain = [
        sum(max(min(e, b) - max(s, a), 0) / (e - s) for s, e in zip(start.tolist(), end.tolist()))
        for a, b in zip(edges[:-1].tolist(), edges[1:].tolist())
    ]
    assert Spread(start, end).masses(edges) == pytest.approx(plain, abs=1e-6)


@given(DAYS)
def test_every_event_counts_once(rows):
    start, end = arrays(rows)
    edges = np.linspace(start.min(), end.max(), 57).astype(np.int64)
    edges[0], edges[-1] = start.min(), end.max()
    assert Spread(start, end).masses(edges).sum() == pytest.approx(len(rows), abs=1e-6)


def test_what_fits_into_a_bar_and_what_goes_on_count_where_they_begin():
    january = ms_of(2018)
    index = TimeIndex(
        [january, january, january + DAY_MS], [january + DAY_MS, january + 4 * DAY_MS, OPEN_END], [0, 0, 1], 2
    )
    edges = january + np.arange(5, dtype=np.int64) * DAY_MS
    weights = index.bin_weights(edges, DAY_MS)
    assert weights.exact.tolist() == [[1, 0, 0, 0], [0, 1, 0, 0]]
    assert weights.spread[0] == pytest.approx([0.25] * 4)
    assert not weights.spread[1].any()
    assert index.bin_weights(edges, 30 * DAY_MS).exact.tolist() == [[2, 0, 0, 0], [0, 1, 0, 0]]


def test_a_part_of_the_index_is_spread_by_itself():
    january = ms_of(2018)
    index = TimeIndex([january] * 2, [january + 4 * DAY_MS] * 2, [0, 0], 1)
    edges = january + np.arange(5, dtype=np.int64) * DAY_MS
    assert index.bin_weights(edges, DAY_MS).spread.sum() == pytest.approx(2)
    half = index.where(np.array([True, False]))
    assert half.bin_weights(edges, DAY_MS).spread.sum() == pytest.approx(1)
