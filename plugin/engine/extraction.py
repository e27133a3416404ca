"""`extract_batch` over several processes, with progress: the same result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Optional

from ..core.report import Failure, Report
from .batch import Batch, Outcome, ReaderConfig, chunks_of, gathered, in_order, load_reader, read_chunk
from .local_pool import over_processes, processors

_WORTH_A_PROCESS = 400_000  # characters; below, loading the model again takes longer than reading


@dataclass(frozen=True)
class Progress:
    """How far reading has come."""

    done: int
    total: int
    n_events: int
    n_failures: int


def jobs_for(n_characters: int, n_chunks: int) -> int:
    """How many processes are worth starting for that much text."""
    return max(1, min(processors(), n_chunks, n_characters // _WORTH_A_PROCESS))


def extract(
    reports: Iterable[Report],
    config: ReaderConfig,
    *,
    jobs: Optional[int] = None,
    on_progress: Callable[[Progress], None] = lambda progress: None,
) -> Batch:
    """Read reports on several processes and merge what they tell; equal to `extract_batch`.

    Parameters
    ----------
    jobs : int or None
        Number of processes; None for as many as are worth it.
    on_progress : callable
        Called in this process now and then. What it raises ends the work.

    Raises
    ------
    ReportError
        When two reports have the same id.
    """
    ordered = in_order(reports)
    chunks = list(chunks_of(ordered))
    if jobs is None:
        jobs = jobs_for(sum(len(report.text) for report in ordered), len(chunks))
    outcomes: list[Outcome] = []
    n_events = n_failures = 0
    on_progress(Progress(0, len(ordered), 0, 0))
    for chunk_outcomes in over_processes(partial(_read, config), chunks, jobs, _lost):
        outcomes += chunk_outcomes
        n_events += sum(len(outcome.reading.events) for outcome in chunk_outcomes if outcome.reading)
        n_failures += sum(outcome.failure is not None for outcome in chunk_outcomes)
        on_progress(Progress(len(outcomes), len(ordered), n_events, n_failures))
    return gathered(outcomes)


def _read(config: ReaderConfig, chunk: Sequence[Report]) -> list[Outcome]:
    return list(read_chunk(chunk, load_reader(config)))


def _lost(chunk: Sequence[Report]) -> list[Outcome]:
    told = "The process that read it died, twice. Perhaps memory ran out: read it alone, or split it."
    return [Outcome(report, None, Failure(report.report_id, "read", told)) for report in chunk]
