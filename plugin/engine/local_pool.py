"""Chunks of work over the processors of this machine, results in the order of the chunks."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")
_WAITING_PER_PROCESS = 3  # chunks handed out ahead, so that no process is idle and memory stays flat


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def over_processes(
    work: Callable[[Chunk], Result],
    chunks: Iterable[Chunk],
    jobs: int,
    when_lost: Callable[[Chunk], Result],
) -> Iterator[Result]:
    """``work(chunk)`` for each chunk, in order, on `jobs` processes; in this one when it is 1.

    Processes are started afresh (spawned), so `work` and the chunks must be picklable.

    Parameters
    ----------
    work : callable
        What to do with a chunk. It must not raise.
    chunks : iterable
        Taken as they are needed.
    jobs : int
        1 or more.
    when_lost : callable
        What to return for a chunk whose process dies twice (for want of memory, say).
    """
    if jobs <= 1:
        yield from map(work, chunks)
        return
    pool = _new_pool(jobs)
    waiting: deque[tuple[Chunk, Future[Result]]] = deque()
    supply = iter(chunks)
    try:
        while True:
            while len(waiting) < jobs * _WAITING_PER_PROCESS:
                try:
                    chunk = next(supply)
                except StopIteration:
                    break
                waiting.append((chunk, _submitted(pool, work, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                result = future.result()
            except BrokenProcessPool:
                # All that was under way is lost with the process: this chunk is tried by itself, the rest anew.
                result = _alone(work, chunk, when_lost)
                pool.shutdown(wait=False)
                pool = _new_pool(jobs)
                waiting = deque((other, _submitted(pool, work, other)) for other, _ in waiting)
            yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Chunk], Result], chunk: Chunk) -> Future[Result]:
    """The future of a chunk, broken from the start when the pool is broken already."""
    try:
        return pool.submit(work, chunk)
    except BrokenProcessPool as error:
        broken: Future[Result] = Future()
        broken.set_exception(error)
        return broken


def _alone(work: Callable[[Chunk], Result], chunk: Chunk, when_lost: Callable[[Chunk], Result]) -> Result:
    with _new_pool(1) as pool:
        try:
            return pool.submit(work, chunk).result()
        except BrokenProcessPool:
            return when_lost(chunk)


def _new_pool(jobs: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
