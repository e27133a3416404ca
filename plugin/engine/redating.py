"""Reports that get their date after reading: what waited for it is dated, and nothing is read again."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Optional

from ..core.errors import InputError
from ..core.mentions import MentionRole
from ..core.schema import EventRow, MentionRow, ReportRow
from ..core.timespan import DateBasis
from ..core.wording import number_of
from ..layers.dating import DatedEvent, write_dates
from ..layers.reader import EventFile
from ..reading.manifest import Manifest
from ..reading.times.expression import NO_REPORT_DATE, UNDATED_SCORE
from ..reading.times.redate import Redated, redate


@dataclass(frozen=True)
class Redating:
    """What became of it.

    Parameters
    ----------
    published : mapping of str to datetime.date
        The reports that got a date.
    n_dated, n_wordless, n_waiting : int
        Events that got a date; those of dated reports whose words name none; those of reports that still have none.
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
) -> Redating:
    """Give reports of an events file their date, and with it their events.

    A report's date is its row's in the table of reports, else `day`. Reports that have a date keep it.

    Parameters
    ----------
    only : sequence of str
        The ids of the reports to date; empty for all that have no date.

    Raises
    ------
    LayerError
        When it is no events file.
    InputError
        When a report is unknown or has a date, or when there is no date to give.
    OutputError
        When the file cannot be written; it is as it was then.
    """
    file = EventFile(path)
    reports = {report.report_id: report for report in file.reports()}
    _check(path, reports, only)
    notes: list[str] = []
    published: dict[str, date] = {}
    for report in (reports[report_id] for report_id in only or reports):
        told = _day_in(manifest, report.report_id, notes) if manifest else None
        told = told or day
        if report.published is None and told is not None:
            published[report.report_id] = told
        elif report.published is not None and told is not None and report.published != told:
            notes.append(f"{_dated_already(report)} It keeps it.")
    if not published:
        raise InputError(_nothing_to_do(path, reports.values()))
    undated = file.undated()
    events = [event for row in undated if (event := _dated(row, file.mentions(row.event_id), published))]
    still = {event.row.event_id for event in events}
    rest = [row for row in undated if row.event_id not in still]
    known = {*published, *(report_id for report_id, report in reports.items() if report.published)}
    n_waiting = sum(not set(row.source.split("; ")) & known for row in rest)
    write_dates(path, published, events, written_at=written_at)
    return Redating(published, len(events), len(rest) - n_waiting, n_waiting, tuple(notes))


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
        if reports[report_id].published is not None:
            raise InputError(
                f"{_dated_already(reports[report_id])} To change it, read the report again with "
                "'event-timeline extract', since its events were read with that date."
            )


def _dated_already(report: ReportRow) -> str:
    return f"{report.report_id} has a date already: {report.published} ({report.published_basis})."


def _nothing_to_do(path: Path, reports: Iterable[ReportRow]) -> str:
    missing = sorted(report.report_id for report in reports if report.published is None)
    if not missing:
        return f"Every report in {path} has a date already, so nothing was changed."
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


def _dated(
    row: EventRow, mentions: Iterable[MentionRow], published: Mapping[str, date]
) -> Optional[DatedEvent]:
    """The event with its date, None when its words name no time even now."""
    told = [mention for mention in mentions if mention.role == MentionRole.DATE.value]
    for mention in sorted(told, key=lambda mention: mention.rank):
        day = published.get(mention.report_id)
        if day is None:
            continue
        found = redate(mention.text, mention.value or "", mention.rule or "", day)
        if found is not None:
            return _with_date(row, mention, found)
    return None


def _with_date(row: EventRow, mention: MentionRow, found: Redated) -> DatedEvent:
    is_report_s = found.basis is DateBasis.PUBLICATION
    is_narrative = row.date_basis == DateBasis.NARRATIVE.value and not is_report_s
    stored, score = mention.score or 0.0, found.provenance.score
    if found.is_inherited:
        score = stored
    elif not is_report_s and stored:
        score = min(1.0, stored * score / UNDATED_SCORE)
    when = found.when
    dated = replace(
        row,
        start_time=when.start,
        end_time=when.end,
        date_edtf=when.edtf or None,
        date_text=None if found.is_inherited or is_report_s else row.date_text,
        date_basis=DateBasis.NARRATIVE.value if is_narrative else found.basis.value,
        date_prec=when.date_prec,
        time_precision=when.time_precision,
        score_time=score,
    )
    why = found.provenance.why
    if not is_report_s and mention.why:
        why = (
            mention.why.replace(NO_REPORT_DATE, why)
            if NO_REPORT_DATE in mention.why
            else f"{mention.why} {why}"
        )
    rule = found.provenance.rule
    return DatedEvent(dated, replace(mention, value=when.edtf or None, score=score, rule=rule, why=why))
