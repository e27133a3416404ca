"""Chunks of work over processes; results in order, whatever becomes of a process."""

from __future__ import annotations

import operator
import os
from collections.abc import Iterator
from functools import partial

import pytest
from event_timeline.engine.local_pool import over_processes, processors


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_chunks(jobs: int) -> None:
    assert list(over_processes(operator.neg, range(20), jobs, repr)) == [-n for n in range(20)]


def test_chunks_are_taken_as_they_are_needed() -> None:
    """Three million reports need not be in memory."""
    taken = []

    def supply() -> Iterator[int]:
        for n in range(1000):
            taken.append(n)
            yield n

    results = over_processes(operator.neg, supply(), 2, repr)
    assert next(results) == 0
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined]


def test_a_chunk_whose_process_dies_twice_is_told_and_the_others_are_done() -> None:
    """`os._exit` ends the process that runs it, as the system does when memory runs out."""
    deadly = partial(os._exit, 9)
    chunks = [partial(abs, -1), deadly, partial(abs, -3), partial(abs, -4)]
    results = list(over_processes(operator.call, chunks, 2, lambda chunk: "lost"))
    assert results == [1, "lost", 3, 4]


def test_there_is_at_least_one_processor() -> None:
    assert processors() >= 1
