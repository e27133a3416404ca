"""How long work tells what it does: lines for a person, JSON lines for a program, or nothing but the summary."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ..core.report import Failure
from ..core.wording import number_of

if TYPE_CHECKING:
    from ..engine.extraction import Progress
    from ..engine.gathering import Counts
    from ..engine.redating import Redating
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

    def summary(self, path: Path, counts: Counts, *, n_failures: int) -> None:
        """The work has ended with a file."""

    def redated(self, path: Path, done: Redating) -> None:
        """Reports have got their dates."""

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
        self._tenth = 0

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
        text = f"{progress.done:,} of {number_of(progress.total, 'report')} read"
        text += f", {number_of(progress.n_events, 'event')}"
        is_last = progress.done == progress.total
        if progress.seconds_left is not None and not is_last:
            text += f"; {time_left_in_words(progress.seconds_left)}"
        if self._is_on_terminal:
            print(f"\r\033[K{text}", end="\n" if is_last else "", file=sys.stderr, flush=True)
            return
        tenth = 10 * progress.done // max(1, progress.total)
        if progress.done == 0:
            print(f"Reading {number_of(progress.total, 'report')} ...", file=sys.stderr, flush=True)
        elif is_last or (tenth != self._tenth and progress.seconds_left is not None):
            print(text, file=sys.stderr, flush=True)
        self._tenth = tenth

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

    def summary(self, path: Path, counts: Counts, *, n_failures: int) -> None:
        """What was found, what was not, and what to do next."""
        lines = [
            f"{number_of(counts.events, 'event')} from {number_of(counts.reports, 'report')}: "
            f"{counts.dated:,} dated, {counts.undated:,} undated, {counts.unplaced:,} without a place.",
        ]
        if n_failures:
            lines.append(f"{number_of(n_failures, 'failure')}: listed above, and in the table 'failures'.")
        lines.append(f"Wrote {path}. Open it in QGIS, or: event-timeline view {path}")
        print("\n".join(lines))

    def redated(self, path: Path, done: Redating) -> None:
        """How many reports and events, and what stays undated."""
        n_reports, n_events = number_of(len(done.published), "report"), number_of(done.n_dated, "event")
        print(f"{n_reports} dated, and {n_events} with {'it' if len(done.published) == 1 else 'them'}.")
        if done.n_wordless:
            stay = "stays" if done.n_wordless == 1 else "stay"
            print(f"{number_of(done.n_wordless, 'event')} {stay} undated: the words name no time.")
        if done.n_waiting:
            wait = "waits" if done.n_waiting == 1 else "wait"
            print(f"{number_of(done.n_waiting, 'event')} {wait} for the date of another report.")

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
            seconds_left=None if progress.seconds_left is None else round(progress.seconds_left),
        )

    def adding(self, name: str, share: float) -> None:
        """Kind ``progress``, in percent."""
        _print_json("progress", file=name, done=round(100 * share), total=100)

    def error(self, error: Exception) -> None:
        """Kind ``error``."""
        _print_json("error", text=str(error))

    def summary(self, path: Path, counts: Counts, *, n_failures: int) -> None:
        """Kind ``summary``."""
        _print_json("summary", output=str(path), failures=n_failures, **asdict(counts))

    def redated(self, path: Path, done: Redating) -> None:
        """Kind ``summary``."""
        _print_json(
            "summary",
            output=str(path),
            reports=len(done.published),
            events=done.n_dated,
            undated=done.n_wordless,
            waiting=done.n_waiting,
        )

    def added(self, files: Sequence[Added], *, n_failures: int) -> None:
        """Kind ``summary``."""
        told = [
            {"name": f.name, "places": f.places, "unusable": f.unusable, "first_problem": f.first_problem}
            for f in files
        ]
        _print_json("summary", files=told, failures=n_failures)


def time_left_in_words(seconds: float) -> str:
    """How long it still takes, no finer than it can be known.

    Examples
    --------
    >>> [time_left_in_words(seconds) for seconds in (12, 100, 3000, 9000)]
    ['less than a minute left', 'about 2 minutes left', 'about 50 minutes left', 'about 2 and a half hours left']
    """
    minutes = round(seconds / 60)
    if seconds < 45:
        return "less than a minute left"
    if minutes < 10:
        return f"about {number_of(max(1, minutes), 'minute')} left"
    if minutes < 58:
        return f"about {5 * round(minutes / 5)} minutes left"
    halves = round(minutes / 30)
    hours, half = divmod(halves, 2)
    if half:
        return f"about {hours} and a half hours left" if hours > 1 else "about an hour and a half left"
    return f"about {number_of(hours, 'hour')} left"


def _unusable_in_words(file: Added) -> str:
    if not file.unusable:
        return ""
    return f"; {number_of(file.unusable, 'row')} could not be used (the first: {file.first_problem})"


def _failure_in_words(failure: Failure) -> str:
    told = failure.error
    return told if failure.report_id in told or not failure.report_id else f"{failure.report_id}: {told}"


def _print_json(kind: str, **values: Any) -> None:
    print(json.dumps({"kind": kind, **values}), flush=True)
