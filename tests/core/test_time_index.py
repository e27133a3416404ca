"""The time index agrees with a scan of all events."""

import numpy as np
import pytest
from event_timeline.core.calendar import TimeRange
from event_timeline.core.time_index import OPEN_END, TimeIndex
from hypothesis import given
from hypothesis import strategies as st

KINDS = 3
event = st.tuples(st.integers(-50, 50), st.one_of(st.integers(1, 30), st.none()), st.integers(0, KINDS - 1))
events = st.lists(event, max_size=40)
spans = st.tuples(st.integers(-60, 60), st.integers(1, 40)).map(lambda pair: TimeRange(pair[0], sum(pair)))


def index_of(rows):
    start = np.array([row[0] for row in rows], dtype=np.int64)
    end = np.array([OPEN_END if row[1] is None else row[0] + row[1] for row in rows], dtype=np.int64)
    return start, end, TimeIndex(start, end, np.array([row[2] for row in rows], dtype=int), KINDS)


@given(events, spans)
def test_an_event_is_in_a_range_when_they_share_a_moment(rows, span):
    start, end, index = index_of(rows)
    expected = np.flatnonzero((start < span.end) & (end > span.start))
    found = index.rows(span)
    assert sorted(found.tolist()) == expected.tolist()
    assert index.count(span) == len(expected)
    assert start[found].tolist() == sorted(start[found].tolist())


@given(events, st.lists(st.integers(-70, 70), min_size=2, max_size=12, unique=True).map(sorted))
def test_bins_count_starts_by_type(rows, bounds):
    _, _, index = index_of(rows)
    counts = index.bin_counts(np.array(bounds, dtype=np.int64))
    assert counts.shape == (KINDS, len(bounds) - 1)
    for bar, (a, b) in enumerate(zip(bounds, bounds[1:])):
        for kind in range(KINDS):
            expected = sum(1 for row in rows if a <= row[0] < b and row[2] == kind)
            assert counts[kind, bar] == expected


@given(events, st.integers(-60, 60))
def test_neighbours_are_the_nearest_starts(rows, at):
    start, _, index = index_of(rows)
    assert index.next_start(at) == min((int(s) for s in start if s > at), default=None)
    assert index.previous_start(at) == max((int(s) for s in start if s < at), default=None)


@given(events, spans, st.randoms(use_true_random=False))
def test_a_part_keeps_the_numbers_of_its_rows(rows, span, random):
    start, end, index = index_of(rows)
    keep = np.array([random.random() < 0.5 for _ in rows], dtype=bool)
    part = index.where(keep)
    expected = np.flatnonzero((start < span.end) & (end > span.start) & keep)
    assert sorted(part.rows(span).tolist()) == expected.tolist()
    assert len(part) == keep.sum()


@given(events)
def test_the_extent_reaches_from_the_first_start_to_the_last_known_end(rows):
    start, end, index = index_of(rows)
    if not rows:
        assert index.extent is None
    else:
        closed = [int(e) for e in end if e != OPEN_END]
        assert index.extent == TimeRange(int(start.min()), max([*closed, int(start.max()) + 1]))


def test_an_event_that_ends_as_it_begins_is_refused():
    with pytest.raises(ValueError, match="event 1 ends at 5"):
        TimeIndex([0, 5], [1, 5], [0, 0], 1)


def test_an_unknown_type_is_refused():
    with pytest.raises(ValueError, match=r"0\.\.1"):
        TimeIndex([0], [1], [2], 2)


def test_an_empty_index_answers():
    index = TimeIndex([], [], [], KINDS)
    assert index.count(TimeRange(0, 1)) == 0
    assert index.rows(TimeRange(0, 1)).tolist() == []
    assert index.next_start(0) is None


@given(events.filter(bool), st.floats(0.01, 1.0))
def test_the_densest_range_holds_its_share_and_none_shorter_does(rows, share):
    start, _, index = index_of(rows)
    span = index.densest(share)
    needed = share * len(rows) - 1e-9
    assert np.sum((start >= span.start) & (start < span.end)) >= needed
    for first in start:
        for last in start:
            if last - first + 1 < span.length:
                assert np.sum((start >= first) & (start <= last)) < needed
