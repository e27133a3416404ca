"""Where a file is written: checked before hours of reading, and written beside its place until it is whole.

There is never half a file: what is written beside is moved into place in one step, or removed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TextIO

from ..core.errors import LayerError, OutputError
from .reader import EventFile, PathLike


def check_target(path: PathLike) -> None:
    """Make sure that an events file can be put there, before hours of reading.

    Raises
    ------
    OutputError
        When the folder is missing or closed to writing, when a file stands there that is not an events file, or
        one that another program is writing to.
    """
    target = Path(path)
    check_place(target)
    if not target.exists():
        return
    try:
        EventFile(target)
    except LayerError as error:
        raise OutputError(
            f"{target} exists and is not an events file, so it is left alone. Choose another name."
        ) from error


def check_place(target: Path) -> None:
    """Make sure that a file can be written there, whatever it holds.

    Raises
    ------
    OutputError
        When the folder is missing or closed to writing, the file read-only, or being written to by another program.
    """
    folder = target.parent
    if os.path.isdir(target):
        raise OutputError(f"{target} is a folder. Name a file in it.")
    if not os.path.isdir(folder):
        raise OutputError(f"{target} cannot be written: there is no folder {folder}. Create it first.")
    aside = aside_of(target)
    try:
        aside.touch()
        aside.unlink()
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error.strerror}. Choose another place.") from error
    if not target.exists():
        return
    if not os.access(target, os.W_OK):
        raise OutputError(f"{target} cannot be replaced: it is read-only. Choose another name.")
    log = target.with_name(target.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise OutputError(
            f"{target} is being edited in another program. Close it there, or write to another file."
        )


def aside_of(target: Path) -> Path:
    """Where a file is written until it is whole: beside its place, so that moving it is one step."""
    return target.with_name(target.name + ".part")


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Within, a file is written to the path given; after it, the file stands at `target`, or nothing has changed.

    Raises
    ------
    OutputError
        When it cannot be written or moved.
    """
    aside = aside_of(target)
    try:
        aside.unlink(missing_ok=True)
        yield aside
        os.replace(aside, target)
    except OSError as error:
        raise OutputError(
            f"{target} cannot be written: {error.strerror or error}. Choose another place."
        ) from error
    finally:
        _remove(aside)


@contextmanager
def opened_whole(target: Path) -> Iterator[TextIO]:
    """Within, a text file is open for writing; after it, it stands at `target`, or nothing has changed.

    Raises
    ------
    OutputError
        When it cannot be written.
    """
    with written_whole(target) as aside, aside.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream


@contextmanager
def database_at(target: Path, *, is_copy: bool) -> Iterator[sqlite3.Connection]:
    """Within, a database is written; after it, it stands at `target`, or nothing has changed.

    Parameters
    ----------
    is_copy : bool
        Whether it starts as what stands at `target`, else empty.

    Raises
    ------
    OutputError
        When it cannot be written.
    """
    with written_whole(target) as aside:
        try:
            with closing(sqlite3.connect(aside)) as connection:
                # The file is moved into place only when it is whole, so a journal would protect nothing.
                connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
                if is_copy:
                    uri = f"{target.resolve().as_uri()}?mode=ro"
                    with closing(sqlite3.connect(uri, uri=True)) as source:
                        source.backup(connection)
                yield connection
                connection.commit()
        except sqlite3.Error as error:
            raise OutputError(f"{target} cannot be written: {error}. It is as it was.") from error


def _remove(path: Path) -> None:
    """Remove what was written aside, where it is still there."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the error that matters is already on its way up
