"""The table of reports: which file is from when, by whom, under which headline (``reports.csv``)."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Optional

from ..core.errors import DateError, ManifestError, ReportError
from .days import parse_day
from .decoding import decode

# What people call the columns; the first name of each is ours.
_ALIASES = {
    "file": ("file", "filename", "file_name", "path", "name", "report", "report_id", "document", "id"),
    "date": ("date", "published", "publication_date", "report_date", "dct", "day", "pubdate"),
    "source": ("source", "publisher", "outlet", "newspaper", "agency"),
    "title": ("title", "headline"),
    "author": ("author", "byline", "by"),
    "url": ("url", "link", "address"),
}


@dataclass(frozen=True)
class ManifestRow:
    """What the table says of one file; texts are empty and `published` is None where it says nothing."""

    file: str
    published: Optional[date] = None
    source: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    bad_date: str = ""  # what was wrong with the date, as a sentence


@dataclass(frozen=True)
class Manifest:
    """The table of reports."""

    path: Path
    rows: tuple[ManifestRow, ...]
    _by_name: Mapping[str, ManifestRow] = field(repr=False, compare=False)

    def row_of(self, path: Path) -> Optional[ManifestRow]:
        """The row of a file, found by its path relative to the table, else by its name; None when there is none."""
        try:
            relative = path.resolve().relative_to(self.path.resolve().parent).as_posix()
        except ValueError:
            relative = path.name
        return self._by_name.get(_key(relative)) or self._by_name.get(_key(path.name))

    def file_of(self, row: ManifestRow) -> Path:
        """Where the file of a row should be."""
        return self.path.parent / row.file


def read_manifest(path: Path) -> Manifest:
    """Read a table of reports; comma, semicolon or tab between columns, a line of column names first.

    Raises
    ------
    ManifestError
        When it cannot be read, or has no column of file names.
    """
    try:
        data = path.read_bytes()
        if not data.strip():
            raise ManifestError(f"{path} is empty. It should start with the line: file,date,source,title")
        text = decode(data, str(path)).text
    except OSError as error:
        raise ManifestError(
            f"{path} cannot be opened: {error.strerror}. Name the table of reports."
        ) from error
    except ReportError as error:
        raise ManifestError(str(error)) from error
    lines = text.split("\n")
    delimiter = max(",;\t", key=lines[0].count)
    table = csv.DictReader(lines, delimiter=delimiter)
    columns = _columns(table.fieldnames or ())
    if "file" not in columns:
        raise ManifestError(
            f"{path} has no column 'file'. It should start with the line: file,date,source,title "
            f"(found: {', '.join(table.fieldnames or ())})."
        )
    rows = tuple(row for cells in table if (row := _row(cells, columns, path)).file)
    by_name: dict[str, ManifestRow] = {}
    for row in rows:
        by_name.setdefault(_key(row.file), row)
        by_name.setdefault(_key(Path(row.file).name), row)
    return Manifest(path, rows, by_name)


def _columns(names: Sequence[str]) -> dict[str, str]:
    """Our name of a column -> the name it has in the table."""
    told = {re.sub(r"[\s-]+", "_", name.strip().lower()): name for name in names}
    found = {}
    for ours, aliases in _ALIASES.items():
        theirs = next((told[alias] for alias in aliases if alias in told), None)
        if theirs is not None:
            found[ours] = theirs
    return found


def _row(cells: Mapping[str, Optional[str]], columns: Mapping[str, str], path: Path) -> ManifestRow:
    values = {ours: (cells.get(theirs) or "").strip() for ours, theirs in columns.items()}
    day, bad_date = None, ""
    told = values.pop("date", "")
    if told:
        try:
            day = parse_day(told)
        except DateError as error:
            bad_date = f"{path.name}, row of {values['file']}: {error}"
    return ManifestRow(published=day, bad_date=bad_date, **values)


def _key(name: str) -> str:
    """Names are compared without regard to case, kind of slash and leading dots: Windows writes them otherwise."""
    return name.replace("\\", "/").removeprefix("./").casefold()
