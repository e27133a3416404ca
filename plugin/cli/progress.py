"""How long work tells what it does: lines for a person, JSON lines for a program, or nothing but the summary."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ..core.report import Failure
from ..core.wording import number_of

if TYPE_CHECKING:
    from ..engine.batch import Batch
    from ..engine.extraction import Progress
    from ..gazetteer.users import Added

STYLES = ("plain", "json", "none")


class Reporter(Protocol):
    """Told everything, as it happens."""

    def note(self, text: str) -> None:
        """Something worth knowing."""

    def failure(self, failure: Failure) -> None:
        """A report, or a part of one, that cannot be read."""

    def progress(self, progress: Progress) -> None:
        """How far reading has come."""

    def adding(self, name: str, share: float) -> None:
        """How much (0..1) of a file of places has been added."""

    def error(self, error: Exception) -> None:
        """The work has ended without a result."""

    def summary(self, path: Path, batch: Batch, *, n_failures: int) -> None:
        """The work has ended with a file."""

    def added(self, files: Sequence[Added], *, n_failures: int) -> None:
        """Files of places have been added."""


def reporter(style: str) -> Reporter:
    """The reporter of a style of `STYLES`."""
    return JsonReporter() if style == "json" else PlainReporter(is_chatty=style == "plain")


class PlainReporter:
    """Progress and failures on standard error, the summary on standard output."""

    def __init__(self, *, is_chatty: bool) -> None:
        self._is_chatty = is_chatty
        self._is_on_terminal = sys.stderr.isatty()
        self._adding = ""

    def note(self, text: str) -> None:
        """Say it."""
        if self._is_chatty:
            print(text, file=sys.stderr)

    def failure(self, failure: Failure) -> None:
        """Say it, once per failure."""
        print(_failure_in_words(failure), file=sys.stderr)

    def progress(self, progress: Progress) -> None:
        """A line that a terminal overwrites, and that a file of messages gets at every tenth."""
        if not self._is_chatty:
            return
        text = f"{progress.done} of {number_of(progress.total, 'report')} read, {number_of(progress.n_events, 'event')}"
        is_last = progress.done == progress.total
        if self._is_on_terminal:
            print(f"\r\033[K{text}", end="\n" if is_last else "", file=sys.stderr, flush=True)
        elif is_last or progress.done == 0:
            print(
                text if is_last else f"Reading {number_of(progress.total, 'report')} ...",
                file=sys.stderr,
                flush=True,
            )

    def adding(self, name: str, share: float) -> None:
        """A line that a terminal overwrites, and that a file of messages gets once."""
        if not self._is_chatty:
            return
        if self._is_on_terminal:
            end = "\n" if share >= 1 else ""
            print(f"\r\033[K{name}: {share:.0%} added", end=end, file=sys.stderr, flush=True)
        elif name != self._adding:
            print(f"Adding {name} ...", file=sys.stderr, flush=True)
        self._adding = name

    def error(self, error: Exception) -> None:
        """Left to the caller, who prints the error."""

    def summary(self, path: Path, batch: Batch, *, n_failures: int) -> None:
        """What was found, what was not, and what to do next."""
        counts = _counts(batch)
        lines = [
            f"{number_of(counts['events'], 'event')} from {number_of(counts['reports'], 'report')}: "
            f"{counts['dated']:,} dated, {counts['undated']:,} undated, {counts['unplaced']:,} without a place.",
        ]
        if n_failures:
            lines.append(f"{number_of(n_failures, 'failure')}: listed above, and in the table 'failures'.")
        lines.append(f"Wrote {path}. Open it in QGIS, or: event-timeline view {path}")
        print("\n".join(lines))

    def added(self, files: Sequence[Added], *, n_failures: int) -> None:
        """How many places each gave, what was wrong with the rest, and how to undo it."""
        for file in files:
            print(f"{file.name}: {number_of(file.places, 'place')}{_unusable_in_words(file)}.")
        if n_failures:
            print(f"{number_of(n_failures, 'file')} could not be added: see above.")
        print(
            "Reports read from now on find them first. To take a file out: event-timeline gazetteer remove NAME"
        )


class JsonReporter:
    """One JSON object a line on standard output; ``kind`` says what it tells."""

    def note(self, text: str) -> None:
        """Kind ``note``."""
        _print_json("note", text=text)

    def failure(self, failure: Failure) -> None:
        """Kind ``failure``."""
        _print_json("failure", report=failure.report_id, stage=failure.stage, error=failure.error)

    def progress(self, progress: Progress) -> None:
        """Kind ``progress``."""
        _print_json(
            "progress",
            done=progress.done,
            total=progress.total,
            events=progress.n_events,
            failures=progress.n_failures,
        )

    def adding(self, name: str, share: float) -> None:
        """Kind ``progress``, in percent."""
        _print_json("progress", file=name, done=round(100 * share), total=100)

    def error(self, error: Exception) -> None:
        """Kind ``error``."""
        _print_json("error", text=str(error))

    def summary(self, path: Path, batch: Batch, *, n_failures: int) -> None:
        """Kind ``summary``."""
        _print_json("summary", output=str(path), failures=n_failures, **_counts(batch))

    def added(self, files: Sequence[Added], *, n_failures: int) -> None:
        """Kind ``summary``."""
        told = [
            {"name": f.name, "places": f.places, "unusable": f.unusable, "first_problem": f.first_problem}
            for f in files
        ]
        _print_json("summary", files=told, failures=n_failures)


def _unusable_in_words(file: Added) -> str:
    if not file.unusable:
        return ""
    return f"; {number_of(file.unusable, 'row')} could not be used (the first: {file.first_problem})"


def _failure_in_words(failure: Failure) -> str:
    told = failure.error
    return told if failure.report_id in told or not failure.report_id else f"{failure.report_id}: {told}"


def _counts(batch: Batch) -> dict[str, int]:
    dated = sum(event.is_dated for event in batch.events)
    return {
        "reports": len(batch.reports),
        "events": len(batch.events),
        "dated": dated,
        "undated": len(batch.events) - dated,
        "unplaced": sum(event.where is None for event in batch.events),
    }


def _print_json(kind: str, **values: Any) -> None:
    print(json.dumps({"kind": kind, **values}), flush=True)
