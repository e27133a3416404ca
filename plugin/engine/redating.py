"""Reports that get their date after reading: they are read again, as if the date had been known from the start."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Optional

from ..core.errors import InputError
from ..core.event import Event
from ..core.report import DctBasis, Failure, Report
from ..core.schema import ReportRow
from ..core.wording import number_of
from ..gazetteer.place import DISPUTED_POLICIES
from ..layers.reader import EventFile
from ..layers.revision import revise_events
from ..layers.target import check_target
from ..reading.manifest import Manifest
from .batch import ReaderConfig
from .continuing import study_in
from .extraction import Progress, extract

_STAGES_OF_READING = frozenset(("parse", "read", "merge"))


@dataclass(frozen=True)
class Redating:
    """What became of it.

    Parameters
    ----------
    published : mapping of str to datetime.date
        The reports that got a date.
    n_dated, n_wordless, n_waiting : int
        Events of these reports that have a date now and had none; undated events of reports with a date, whose words
        name none; undated events of reports that still have none.
    notes : tuple of str
        What is worth knowing, as sentences.
    """

    published: Mapping[str, date]
    n_dated: int
    n_wordless: int
    n_waiting: int
    notes: tuple[str, ...] = ()


def redate_file(
    path: Path,
    *,
    written_at: datetime,
    day: Optional[date] = None,
    manifest: Optional[Manifest] = None,
    only: Sequence[str] = (),
    disputed: str = DISPUTED_POLICIES[0],
    jobs: Optional[int] = None,
    on_progress: Callable[[Progress], None] = lambda progress: None,
) -> Redating:
    """Give reports of an events file their date, and with it their events.

    A report's date is its row's in the table of reports, else `day`. Reports that have a date keep it, unless they are
    named: a wrong date is changed so. The texts in the file are read again, with the user's own words of that time, so
    that the result is that of a reading with the date: what hangs on it is dated, what two reports tell alike is one
    event. What people have decided stays, and so does everything else in the file.

    Parameters
    ----------
    only : sequence of str
        The ids of the reports to date, whether or not they have a date; empty for all that have none.
    disputed : str
        What disputed areas belong to, see `Gazetteer`.
    jobs : int or None
        Number of processes; None for as many as are worth it.
    on_progress : callable
        Called in this process now and then. What it raises ends the work; the file is as it was then.

    Raises
    ------
    LayerError
        When it is no events file.
    InputError
        When a report is unknown, or when there is no date to give that it has not already.
    OutputError
        When the file cannot be written; it is as it was then.
    MissingDependency
        When what reads is not installed.
    """
    file = EventFile(path)
    check_target(path)
    notes: list[str] = []
    published = _published(path, file.each_report(), day, manifest, only, notes)
    study = study_in(path)
    config = ReaderConfig(lexicons=study.lexicons, disputed=disputed)
    tally = _Tally(published, _known(study.reports, published), frozenset(file.events().event_ids))
    with extract(_dated(study.reports, published), config, jobs=jobs, on_progress=on_progress) as gathering:
        continuation = study.continued(gathering.events())
        revise_events(
            path,
            tally.counted(continuation),
            gathering.reports(),
            (*_failures_before_reading(file), *gathering.failures),
            standing=lambda: continuation.standing,
            written_at=written_at,
            lexicons=study.lexicons,
        )
    return Redating(published, tally.n_dated, tally.n_wordless, tally.n_waiting, tuple(notes))


@dataclass
class _Tally:
    """Counts events as they pass.

    Parameters
    ----------
    known : frozenset of str
        Reports that have a date by now.
    before : frozenset of str
        Ids of the events that had one before.
    """

    published: Mapping[str, date]
    known: frozenset[str]
    before: frozenset[str]
    n_dated: int = 0
    n_wordless: int = 0
    n_waiting: int = 0

    def counted(self, events: Iterable[Event]) -> Iterator[Event]:
        """The same events."""
        for event in events:
            told_in = set(event.report_ids)
            if not event.is_dated:
                self.n_wordless += bool(told_in & self.known)
                self.n_waiting += not told_in & self.known
            elif event.event_id not in self.before:
                self.n_dated += bool(told_in & self.published.keys())
            yield event


def _published(
    path: Path,
    rows: Iterable[ReportRow],
    day: Optional[date],
    manifest: Optional[Manifest],
    only: Sequence[str],
    notes: list[str],
) -> dict[str, date]:
    """The reports that get a date."""
    reports = {report.report_id: replace(report, text="") for report in rows}
    _check(path, reports, only)
    published: dict[str, date] = {}
    for report in (reports[report_id] for report_id in only or reports):
        told = _day_in(manifest, report.report_id, notes) if manifest else None
        told = told or day
        if told is None or told == report.published:
            continue
        if report.published is None or only:
            published[report.report_id] = told
        else:
            notes.append(f"{_dated_already(report)} It keeps it, since it was not named.")
    if not published:
        raise InputError(_nothing_to_do(path, [reports[report_id] for report_id in only or reports]))
    return published


def _dated(reports: Iterable[Report], published: Mapping[str, date]) -> Iterator[Report]:
    for report in reports:
        day = published.get(report.report_id)
        yield report if day is None else replace(report, published=day, published_basis=DctBasis.GIVEN)


def _known(reports: Iterable[Report], published: Mapping[str, date]) -> frozenset[str]:
    return frozenset((*published, *(report.report_id for report in reports if report.published is not None)))


def _failures_before_reading(file: EventFile) -> Iterator[Failure]:
    """Files that could not be opened, rows of tables that were wrong: reading again does not mend them."""
    for row in file.failures():
        if row.stage not in _STAGES_OF_READING:
            yield Failure(row.report_id, row.stage, row.error)


def _check(path: Path, reports: Mapping[str, ReportRow], only: Sequence[str]) -> None:
    for report_id in only:
        if report_id not in reports:
            near = difflib.get_close_matches(report_id, reports, n=1)
            advice = (
                f"Did you mean {near[0]}?"
                if near
                else f"It holds: {', '.join(sorted(reports)[:5]) or 'none'}."
            )
            raise InputError(f"{path} holds no report called {report_id}. {advice}")


def _dated_already(report: ReportRow) -> str:
    return f"{report.report_id} has a date already: {report.published} ({report.published_basis})."


def _nothing_to_do(path: Path, reports: Iterable[ReportRow]) -> str:
    missing = sorted(report.report_id for report in reports if report.published is None)
    if not missing:
        return f"Every report asked for in {path} has that date, or one of its own, so nothing was changed."
    told = f"{number_of(len(missing), 'report')} in {path}"
    return f"There is no date for the {told} without one ({', '.join(missing[:5])}). Add their rows, or give --date."


def _day_in(manifest: Manifest, report_id: str, notes: list[str]) -> Optional[date]:
    """The date that the table of reports gives; ids are file names, with folders where that was needed."""
    wanted = _parts(report_id)
    rows = [row for row in manifest.rows if _ends_alike(_parts(row.file), wanted)]
    if len({row.published for row in rows}) > 1:
        notes.append(
            f"{manifest.path.name} has several rows for {report_id} with different dates; none is taken."
        )
        return None
    notes += [row.bad_date for row in rows if row.bad_date]
    return rows[0].published if rows else None


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part for part in name.replace("\\", "/").casefold().split("/") if part not in ("", "."))


def _ends_alike(a: Sequence[str], b: Sequence[str]) -> bool:
    n = min(len(a), len(b))
    return n > 0 and tuple(a[-n:]) == tuple(b[-n:])
