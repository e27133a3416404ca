"""Many reports to events: the one function that every way of running calls, and its parts.

The result depends on nothing but the reports and the configuration: reports are put in order of their ids and parsed
in fixed chunks (a language model's last digits depend on what it reads together), each chunk by itself, and merged at
the end. So the order handed over, the number of processes and the engine make no difference.
"""

from __future__ import annotations

import gc
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Optional, TypeVar, Union, overload

from ..core.errors import ReportError
from ..core.event import Event
from ..core.lexicon_file import LexiconFile
from ..core.report import Failure, Report
from ..gazetteer.gazetteer import Gazetteer
from ..gazetteer.place import DISPUTED_POLICIES
from ..reading.aside import REPORTS_AT_HAND, laid_aside
from ..reading.events.lexicon import Lexicon
from ..reading.events.own_words import lexicon_with
from ..reading.language_model import Model, load_model, parse
from ..reading.parsed import ParsedDocument
from ..reading.reader import Reading, read
from .attempt import Fault, attempt
from .gathering import Gathering

CHUNK = 16  # reports parsed together
Result = TypeVar("Result")


@dataclass(frozen=True)
class ReaderConfig:
    """What reading depends on beside the reports.

    Parameters
    ----------
    model : str or None
        The language model's package; None for the best one installed.
    lexicons : tuple of LexiconFile
        Words of the user's own that tell events; a later file wins.
    disputed : str
        What disputed areas belong to, see `Gazetteer`.
    """

    model: Optional[str] = None
    lexicons: tuple[LexiconFile, ...] = ()
    disputed: str = DISPUTED_POLICIES[0]


@dataclass(frozen=True)
class Reader:
    """The language model, the gazetteer and the words that tell events: slow to load, so once per process."""

    model: Model
    gazetteer: Gazetteer
    lexicon: Lexicon


@dataclass(frozen=True)
class Outcome:
    """What became of one report: its reading, or why there is none."""

    report: Report
    reading: Optional[Reading]
    failure: Optional[Failure]

    @property
    def events(self) -> tuple[Event, ...]:
        """What it tells; nothing when it could not be read."""
        return self.reading.events if self.reading else ()


@dataclass(frozen=True)
class Batch:
    """What reports tell together.

    Events stand in order of their time, those without at the end, reports in order of their ids; failures come with the
    stage that failed.
    """

    events: tuple[Event, ...]
    reports: tuple[Report, ...]
    failures: tuple[Failure, ...]


@lru_cache(maxsize=1)
def load_reader(config: ReaderConfig) -> Reader:
    """Load the language model and open the gazetteer; about a second, and once in a process.

    Raises
    ------
    MissingDependency
        When spaCy or its model is not installed.
    GazetteerError
        When the gazetteer cannot be used.
    LexiconError
        When a row of the user's words does not keep the format.
    """
    reader = Reader(
        load_model(config.model), Gazetteer.open(disputed=config.disputed), lexicon_with(config.lexicons)
    )
    # What was loaded stays until the end: to search it for garbage again and again would cost a tenth of the time.
    gc.collect()
    gc.freeze()
    return reader


def extract_batch(reports: Iterable[Report], config: ReaderConfig) -> Batch:
    """Read reports and merge what they tell; in this process.

    A report that fails becomes a row of `Batch.failures`, never an exception and never a silence.

    Raises
    ------
    ReportError
        When two reports have the same id.
    """
    chunks = chunks_of(in_order(reports))
    return gathered(outcome for chunk in chunks for outcome in read_chunk(chunk, load_reader(config)))


def in_order(reports: Iterable[Report]) -> Sequence[Report]:
    """The reports in order of their ids, each asked for when it is its turn, so that they need not be in memory.

    Raises
    ------
    ReportError
        When two have the same id.
    """
    given = reports if isinstance(reports, Sequence) else laid_aside(reports, REPORTS_AT_HAND)
    ids = [report.report_id for report in given]
    order = array("i", sorted(range(len(ids)), key=ids.__getitem__))
    for one, other in zip(order, order[1:]):
        if ids[one] == ids[other]:
            raise ReportError(f"Two reports are called {ids[one]}. Give each a name of its own.")
    return _Ordered(given, order)


class _Ordered(Sequence[Result]):
    """The items of a sequence in another order."""

    def __init__(self, items: Sequence[Result], order: array[int]) -> None:
        self._items = items
        self._order = order

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> Result: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Result]: ...

    def __getitem__(self, at: Union[int, slice]) -> Union[Result, Sequence[Result]]:
        if isinstance(at, slice):
            return [self._items[number] for number in self._order[at]]
        return self._items[self._order[at]]


def chunks_of(items: Sequence[Result]) -> Iterator[Sequence[Result]]:
    """The items in runs of `CHUNK`."""
    return (items[first : first + CHUNK] for first in range(0, len(items), CHUNK))


def read_chunk(reports: Sequence[Report], reader: Reader) -> Iterator[Outcome]:
    """Read reports that are parsed together; when that fails, each is parsed alone, so that only one is lost."""
    parsed = attempt(lambda: list(parse(reports, reader.model)))
    if isinstance(parsed, Fault):
        for report in reports:
            alone = attempt(partial(_parsed_alone, report, reader.model))
            yield _failed(report, "parse", alone) if isinstance(alone, Fault) else _read(alone, reader)
        return
    for document in parsed:
        yield _read(document, reader)


def gathered(outcomes: Iterable[Outcome]) -> Batch:
    """Merge what reports tell; `outcomes` are in order of the reports' ids."""
    with Gathering() as gathering:
        for outcome in outcomes:
            gathering.add(outcome.report, outcome.events, outcome.failure)
        gathering.merge()
        return Batch(tuple(gathering.events()), tuple(gathering.reports()), tuple(gathering.failures))


def _read(document: ParsedDocument, reader: Reader) -> Outcome:
    reading = attempt(lambda: read(document, reader.gazetteer, reader.lexicon))
    if isinstance(reading, Fault):
        return _failed(document.report, "read", reading)
    return Outcome(document.report, reading, None)


def _parsed_alone(report: Report, model: Model) -> ParsedDocument:
    return next(parse([report], model))


def _failed(report: Report, stage: str, fault: Fault) -> Outcome:
    return Outcome(report, None, Failure(report.report_id, stage, fault.why))
