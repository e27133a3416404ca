"""Texts in JSON Lines to their readings in JSON Lines, a stream: one line in, one line out, in the same order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

from ..core.errors import DateError, InputError
from ..core.report import DctBasis, Report
from ..layers.annotation import annotation_line
from ..reading.days import parse_day
from ..reading.language_model import available_model
from ..reading.report_dates import with_date_from_text
from .batch import CHUNK, Outcome, ReaderConfig, load_reader, read_chunk
from .local_pool import over_processes


class LineError(InputError):
    """A line is not what it should be.

    Parameters
    ----------
    number : int
        Which, from 1.
    told : str
        What is wrong, as a sentence.
    """

    def __init__(self, number: int, told: str) -> None:
        super().__init__(told)
        self.number = number


def annotate_lines(lines: Iterable[str], config: ReaderConfig, jobs: int) -> Iterator[str]:
    """The reading of each line's document, as a line; documents are not merged.

    A document that cannot be read gives empty lists and says why under ``error``. Blank lines are skipped.

    Raises
    ------
    LineError
        When a line is not what it should be.
    MissingDependency, InputError
        When there is no language model, or none of that name.
    """
    available_model(config.model)  # what is missing is told before any process starts
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    reports = (report_of(line, number) for number, line in numbered)
    for answers in over_processes(partial(_annotate, config), _runs(reports), jobs, _lost):
        yield from answers


def report_of(line: str, number: int) -> Report:
    """The document of a line: ``{"id", "text", "dct": "YYYY-MM-DD" or null}``.

    Raises
    ------
    LineError
        When the line is something else.
    """
    try:
        told: Any = json.loads(line)
    except ValueError as error:
        raise LineError(number, "it is not JSON.") from error
    if not isinstance(told, dict) or not isinstance(told.get("text"), str) or "id" not in told:
        raise LineError(number, "it is not an object with an id and a text.")
    dct = told.get("dct")
    if not dct:
        return with_date_from_text(Report(str(told["id"]), told["text"]))
    try:
        day = parse_day(str(dct))
    except DateError as error:
        raise LineError(number, f"dct: {error}") from error
    return Report(str(told["id"]), told["text"], day, DctBasis.GIVEN)


def _runs(reports: Iterator[Report]) -> Iterator[list[Report]]:
    while run := list(islice(reports, CHUNK)):
        yield run


def _annotate(config: ReaderConfig, reports: Sequence[Report]) -> list[str]:
    return [_line(outcome) for outcome in read_chunk(reports, load_reader(config))]


def _line(outcome: Outcome) -> str:
    if outcome.reading is None:
        return _failed_line(outcome.report, outcome.failure.error if outcome.failure else "")
    reading = outcome.reading
    return annotation_line(outcome.report, reading.toponyms, reading.timexes, reading.events)


def _failed_line(report: Report, error: str) -> str:
    empty = json.loads(annotation_line(report, (), (), ()))
    return json.dumps({**empty, "error": error}, separators=(",", ":"))


def _lost(reports: Sequence[Report]) -> list[str]:
    return [_failed_line(report, "The process that read it died, twice.") for report in reports]
