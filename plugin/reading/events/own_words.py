"""A user's own words that tell events: files of rows like those of our lexicon, checked before any reading starts."""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from ...core.errors import LexiconError, ReportError
from ...core.event_types import EventType
from ...core.lexicon_file import LexiconFile
from ..decoding import decode
from .lexicon import NEEDS, NO_EVENT, Entry, Lexicon, entries_of, lexicon_of, standard_entries, word_classes

COLUMNS = ("words", "pos", "type", "mode", "needs")
_NEEDED = COLUMNS[:3]
_HEADER = ",".join(COLUMNS)
_MOST_PROBLEMS = 10  # lines that somebody mends at a time
_TYPES = (*(kind.value for kind in EventType), NO_EVENT)


def open_lexicon(path: Path) -> LexiconFile:
    """Read a file of words and check every row of it.

    Raises
    ------
    LexiconError
        When it cannot be read, or a row does not keep the format; the message names the line.
    """
    try:
        data = path.read_bytes()
        text = decode(data, str(path)).text if data.strip() else ""
    except OSError as error:
        raise LexiconError(f"{path} cannot be opened: {error.strerror}. Name a file of words.") from error
    except ReportError as error:
        raise LexiconError(f"{error} A file of words is a CSV file that starts with: {_HEADER}") from error
    file = LexiconFile(path.name, text)
    own_entries(file)
    return file


@lru_cache(maxsize=4)
def lexicon_with(files: Sequence[LexiconFile]) -> Lexicon:
    """Our lexicon with a user's words on top.

    A user's row replaces ours for the same words and part of speech, and that of a file before it.

    Parameters
    ----------
    files : tuple of LexiconFile
        May be empty.

    Raises
    ------
    LexiconError
        When a row does not keep the format.
    """
    entries = list(standard_entries())
    for file in files:
        own = own_entries(file)
        replaced = {(entry.words, entry.pos) for entry in own}
        entries = [*own, *(entry for entry in entries if (entry.words, entry.pos) not in replaced)]
    return lexicon_of(entries)


def own_entries(file: LexiconFile) -> list[Entry]:
    """The words of a file.

    Raises
    ------
    LexiconError
        When it has none, or rows do not keep the format; the message has a line for each of them.
    """
    lines = [
        (number, line)
        for number, line in enumerate(file.text.splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        raise LexiconError(f"{file.name} holds no words. It starts with the line: {_HEADER}")
    rows = list(_rows(lines))
    header = [cell.strip().lower() for cell in rows[0][1]]
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        raise LexiconError(
            f"{file.name}, line {rows[0][0]}: there is no column '{missing[0]}'. The first line names the columns: "
            f"{_HEADER}"
        )
    entries: dict[tuple[str, str], tuple[int, Entry]] = {}
    problems = []
    for number, cells in rows[1:]:
        try:
            found = _entries(file, number, header, cells)
        except LexiconError as error:
            problems.append(str(error))
            continue
        for entry in found:
            first, _ = entries.setdefault((entry.words, entry.pos), (number, entry))
            if first != number:
                problems.append(
                    f"{file.name}, line {number}: the {entry.pos} '{entry.words}' stands in line {first} too. Keep one."
                )
    if problems:
        more = len(problems) - _MOST_PROBLEMS
        told = [
            *problems[:_MOST_PROBLEMS],
            *([f"And {more} more lines of it are wrong."] if more > 0 else []),
        ]
        raise LexiconError("\n".join(told))
    if not entries:
        raise LexiconError(f"{file.name} names its columns and holds no words. Add a row for each.")
    return [entry for _, entry in entries.values()]


def _rows(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Line numbers and cells; comma, semicolon or tab between them."""
    delimiter = max(",;\t", key=lines[0][1].count)
    for number, line in lines:
        yield number, next(csv.reader([line], delimiter=delimiter))


def _entries(file: LexiconFile, number: int, header: Sequence[str], cells: Sequence[str]) -> list[Entry]:
    if len(cells) > len(header):
        raise LexiconError(
            f"{file.name}, line {number}: it has {len(cells)} cells for {len(header)} columns. Several needs are "
            "separated by blanks."
        )
    row = dict.fromkeys(COLUMNS, "")
    row.update((name, cell.strip()) for name, cell in zip(header, cells))
    row.update(type=row["type"].upper(), pos=row["pos"].lower(), needs=row["needs"].lower())
    told = f"{file.name}, line {number} ('{row['words']}')"
    if not row["words"]:
        raise LexiconError(
            f"{file.name}, line {number}: it has no words. Fill the column 'words', or drop the line."
        )
    if row["pos"] not in ("verb", "noun"):
        raise LexiconError(f"{told}: the column 'pos' holds '{row['pos']}'. Write verb or noun.")
    if row["type"] not in _TYPES:
        raise LexiconError(f"{told}: there is no type '{row['type']}'.{_choice(row['type'], _TYPES)}")
    for need in row["needs"].split():
        if need not in NEEDS:
            raise LexiconError(f"{told}: there is no need '{need}'.{_choice(need, sorted(NEEDS))}")
    for name in re.findall(r"<([^>]*)>", row["words"]):
        if name not in word_classes():
            raise LexiconError(
                f"{told}: there is no class '<{name}>'.{_choice(name, sorted(word_classes()))}"
            )
    return entries_of(row, source=file.name)


def _choice(told: str, known: Iterable[str]) -> str:
    known = tuple(known)
    near = difflib.get_close_matches(told, known, n=1)
    return (f" Did you mean {near[0]}?" if near else "") + f" Choose one of: {', '.join(known)}."
