"""From what the user names (files, folders, pasted text) to reports, with one sentence for each that cannot be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Optional

from ..core.errors import ReportError
from ..core.report import Failure, Report
from ..core.report_files import REPORT_SUFFIXES, REPORTS_IN_WORDS
from .aside import REPORTS_AT_HAND, LongList, laid_aside
from .formats.opening import read_written
from .manifest import Manifest, ManifestRow, read_manifest
from .report_dates import dated

MANIFEST_NAME = "reports.csv"
PASTED = "pasted text"
MAX_CHARACTERS = 1_000_000  # what the language model takes at a time; about 170,000 words
_MOST_DOUBTS = 10  # as many lines about dates as somebody reads
_MAX_BYTES = 4 * MAX_CHARACTERS  # no text of that many characters is larger in UTF-8
_MAX_BYTES_WITH_PICTURES = 64_000_000  # web pages, mails and documents hold more than their text
_TABLES = (".csv", ".tsv")
_OF_A_PAGE = "_files"  # browsers save what belongs to page.html in page_files/


@dataclass(frozen=True)
class Documents:
    """What was handed over: the reports that can be read, what cannot and why, and what is worth knowing.

    A report may stand in `reports` and yet have failures: a wrong date in the table costs it that date only. Reports
    need not be in memory; each is fetched when it is asked for.
    """

    reports: Sequence[Report]
    failures: tuple[Failure, ...]
    notes: tuple[str, ...]


def open_documents(
    paths: Sequence[Path],
    *,
    day: Optional[date] = None,
    manifest: Optional[Path] = None,
    pasted: Optional[str] = None,
) -> Documents:
    """Open files and folders of reports, and give each report its date.

    A report's date is its row's in the table of reports, else `day`, else what its page or mail says outside of the
    text, else what its text says (dateline, by-line), else the day in its file's name, else none; `Documents.notes`
    tells where these differ.

    Parameters
    ----------
    paths : sequence of Path
        Files, and folders to look through with all their folders.
    day : datetime.date or None
        The day on which reports without a day of their own were written.
    manifest : Path or None
        The table of reports. When None, ``reports.csv`` in a folder of `paths` is taken.
    pasted : str or None
        A text without a file.

    Raises
    ------
    ManifestError
        When there is a table of reports that cannot be used.
    """
    failures: list[Failure] = []
    notes: list[str] = []
    doubts: list[str] = []
    files = _files_of(paths, failures)
    table = _table_of(paths, manifest, notes)
    reports: LongList[Report] = laid_aside((), REPORTS_AT_HAND)
    for report_id, file in zip(_ids_of(files), files):
        row = table.row_of(file) if table else None
        failures += _row_failures(report_id, row, table)
        try:
            reports.append(_report_of(report_id, file, row, day, notes, doubts))
        except ReportError as error:
            failures.append(Failure(report_id, "open", str(error)))
    if table:
        failures += _rows_without_files(table, files)
    if pasted is not None:
        try:
            reports.append(_dated(Report(PASTED, _checked_text(pasted)), None, day, doubts))
        except ReportError as error:
            failures.append(Failure(PASTED, "open", str(error)))
    return Documents(reports, tuple(failures), (*notes, *_shortened(doubts)))


def _files_of(paths: Iterable[Path], failures: list[Failure]) -> list[Path]:
    """The files named, each once, and those in the folders named, in the order of their names."""
    files: dict[Path, Path] = {}
    for path in paths:
        found = [path]
        if path.is_dir():
            found = sorted(file for file in path.rglob("*") if _is_report(file, path))
            if not found:
                told = f"{path} holds no reports ({REPORTS_IN_WORDS}). Name the reports."
                failures.append(Failure(str(path), "open", told))
        for file in found:
            files.setdefault(file.resolve(), file)
    return list(files.values())


def _is_report(file: Path, folder: Path) -> bool:
    """Whether a file in a folder is read without being named; frames and advertisements of a saved page are not."""
    inside = file.relative_to(folder).parts[:-1]
    return (
        file.suffix.lower() in REPORT_SUFFIXES
        and not any(part.endswith(_OF_A_PAGE) for part in inside)
        and file.is_file()
    )


def _ids_of(files: Sequence[Path]) -> list[str]:
    """A name for each file that no other has: its own, with as many of its folders as that takes."""
    ids = [file.name for file in files]
    for parts in range(2, 1 + max((len(file.resolve().parts) for file in files), default=0)):
        common = {name for name, times in Counter(ids).items() if times > 1}
        if not common:
            break
        ids = [
            "/".join(file.resolve().parts[-parts:]) if name in common else name
            for name, file in zip(ids, files)
        ]
    return ids


def _table_of(paths: Sequence[Path], manifest: Optional[Path], notes: list[str]) -> Optional[Manifest]:
    if manifest is None:
        beside = [path / MANIFEST_NAME for path in paths if (path / MANIFEST_NAME).is_file()]
        if not beside:
            return None
        manifest = beside[0]
        notes.append(f"Dates and sources are taken from {manifest}.")
    return read_manifest(manifest)


def _row_failures(report_id: str, row: Optional[ManifestRow], table: Optional[Manifest]) -> list[Failure]:
    if table and row is None:
        told = (
            f"{report_id} has no row in {table.path.name}, so its date and source are not known. Add the row."
        )
        return [Failure(report_id, "manifest", told)]
    return [Failure(report_id, "date", row.bad_date)] if row and row.bad_date else []


def _rows_without_files(table: Manifest, files: Sequence[Path]) -> list[Failure]:
    """Rows whose file is neither among those to read nor in its place; a file that is there was just not asked for."""
    asked = {table.row_of(file) for file in files}
    return [
        Failure(
            row.file,
            "manifest",
            f"{table.path.name} names {row.file}, but there is no such file. Check the name.",
        )
        for row in table.rows
        if row not in asked and not table.file_of(row).exists()
    ]


def _report_of(
    report_id: str,
    file: Path,
    row: Optional[ManifestRow],
    day: Optional[date],
    notes: list[str],
    doubts: list[str],
) -> Report:
    if file.suffix.lower() in _TABLES:
        raise ReportError(f"{file} is a table, not a report. A table of reports is named with --manifest.")
    try:
        size = file.stat().st_size
        if size > (_MAX_BYTES if file.suffix.lower() == ".txt" else _MAX_BYTES_WITH_PICTURES):
            raise ReportError(_too_long(str(file), f"{size / 1e6:,.0f} MB"))
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise ReportError(f"{file}: there is no such file. Check the name.") from error
    except OSError as error:
        raise ReportError(f"{file} cannot be opened: {error.strerror}.") from error
    written = read_written(data, str(file), file.suffix)
    if written.guessed_encoding:
        notes.append(f"{file} does not say its encoding; it was read as {written.guessed_encoding}.")
    report = Report(
        report_id,
        _checked_text(written.text, str(file)),
        title=written.title,
        source=written.source,
        author=written.author,
        url=written.url,
    )
    return _dated(report, row, day, doubts, file.name, written.published)


def _checked_text(text: str, name: str = "The pasted text") -> str:
    if not text.strip():
        raise ReportError(f"{name} is empty.")
    if len(text) > MAX_CHARACTERS:
        raise ReportError(_too_long(name, f"{len(text):,} characters"))
    return text


def _too_long(name: str, size: str) -> str:
    return (
        f"{name} has {size}; a report has at most {MAX_CHARACTERS:,} characters. Split it into its articles."
    )


def _dated(
    report: Report,
    row: Optional[ManifestRow],
    day: Optional[date],
    doubts: list[str],
    file_name: str = "",
    in_page: Optional[date] = None,
) -> Report:
    if row:  # where the table says nothing, the page's word stays
        report = replace(
            report,
            title=row.title or report.title,
            source=row.source or report.source,
            author=row.author or report.author,
            url=row.url or report.url,
        )
    report, told = dated(report, row.published if row else None, day, file_name, in_page)
    doubts += told
    return report


def _shortened(doubts: Sequence[str]) -> list[str]:
    """The first doubts about dates, and how many more there are."""
    rest = len(doubts) - _MOST_DOUBTS
    if rest <= 0:
        return list(doubts)
    return [*doubts[:_MOST_DOUBTS], f"There are doubts about the dates of {rest} more reports."]
