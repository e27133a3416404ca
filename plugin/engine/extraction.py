"""`extract_batch` over several processes, with progress: the same result, and memory that stays flat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Optional

from ..core.report import Failure, Report
from ..reading.language_model import available_model
from ..reading.reader import Reading
from .batch import CHUNK, Outcome, ReaderConfig, chunks_of, in_order, load_reader, read_chunk
from .gathering import Gathering
from .local_pool import over_processes, processors

_WORTH_A_PROCESS = 400_000  # characters; below, loading the model again takes longer than reading
_TELLING_S = 5.0  # reading for that long tells how fast it goes


@dataclass(frozen=True)
class Progress:
    """How far reading has come.

    Parameters
    ----------
    seconds_left : float or None
        At the speed so far, counted in characters; None as long as that cannot be told.
    """

    done: int
    total: int
    n_events: int
    n_failures: int
    seconds_left: Optional[float] = None


def jobs_for(n_characters: int, n_chunks: int) -> int:
    """How many processes are worth starting for that much text."""
    return max(1, min(processors(), n_chunks, n_characters // _WORTH_A_PROCESS))


def extract(
    reports: Iterable[Report],
    config: ReaderConfig,
    *,
    jobs: Optional[int] = None,
    on_progress: Callable[[Progress], None] = lambda progress: None,
) -> Gathering:
    """Read reports on several processes and merge what they tell; equal to `extract_batch`.

    Parameters
    ----------
    jobs : int or None
        Number of processes; None for as many as are worth it.
    on_progress : callable
        Called in this process now and then. What it raises ends the work.

    Returns
    -------
    Gathering
        Merged; to be closed.

    Raises
    ------
    ReportError
        When two reports have the same id.
    MissingDependency, InputError
        When there is no language model, or none of that name.
    OutputError
        When there is no room to lay aside what was read.
    """
    available_model(config.model)  # what is missing is told before any process starts
    ordered = in_order(reports)
    speed = _Speed(sum(len(report.text) for report in ordered))
    if jobs is None:
        jobs = jobs_for(speed.total, -(-len(ordered) // CHUNK))
    gathering = Gathering()
    try:
        on_progress(Progress(0, len(ordered), 0, 0))
        for outcomes in over_processes(partial(_read, config), chunks_of(ordered), jobs, _lost):
            for outcome in outcomes:
                gathering.add(outcome.report, outcome.events, outcome.failure)
            speed.count(sum(len(outcome.report.text) for outcome in outcomes))
            on_progress(
                Progress(
                    gathering.n_read,
                    len(ordered),
                    gathering.n_told,
                    len(gathering.failures),
                    speed.seconds_left,
                )
            )
        gathering.merge()
    except BaseException:
        gathering.close()
        raise
    return gathering


class _Speed:
    """How fast characters are read, from when the first were: before, the language model was loading."""

    def __init__(self, total: int) -> None:
        self.total = total
        self._done = self._first = 0
        self._began: Optional[float] = None

    def count(self, n: int) -> None:
        """So many more have been read."""
        self._done += n
        if self._began is None:
            self._began, self._first = monotonic(), self._done

    @property
    def seconds_left(self) -> Optional[float]:
        """None until the speed can be told."""
        took = 0.0 if self._began is None else monotonic() - self._began
        if took < _TELLING_S or self._done <= self._first:
            return None
        return (self.total - self._done) * took / (self._done - self._first)


def _read(config: ReaderConfig, chunk: Sequence[Report]) -> list[Outcome]:
    """What the chunk's reports tell, without what only `annotate` wants."""
    reader = load_reader(config)
    with reader.model.forgetting():
        return [
            Outcome(
                outcome.report, Reading((), (), outcome.events) if outcome.reading else None, outcome.failure
            )
            for outcome in read_chunk(chunk, reader)
        ]


def _lost(chunk: Sequence[Report]) -> list[Outcome]:
    told = "The process that read it died, twice. Perhaps memory ran out: read it alone, or split it."
    return [Outcome(report, None, Failure(report.report_id, "read", told)) for report in chunk]
