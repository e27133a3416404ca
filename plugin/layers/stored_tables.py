"""The tables of an events GeoPackage as they are stored: whether the file is one, and the rows that are asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from ..core.errors import LayerError
from ..core.schema import (
    EVENT_AREAS,
    EVENTS,
    EVENTS_UNDATED,
    FAILURES,
    LEXICONS,
    MENTIONS,
    REPORTS,
    Kind,
    TableSpec,
)
from .gpkg_tables import columns_in

Row = TypeVar("Row")
_AT_ONCE = 500  # keys in one query; SQLite takes 999


class StoredTables:
    """The tables of one file, read only; it is open only while something is asked.

    Parameters
    ----------
    path : Path

    Raises
    ------
    LayerError
        When there is no such file, when it is no GeoPackage, or when it has no table of events like ours.

    Notes
    -----
    Columns that an earlier version did not write read as not stated.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._check()

    def select(self, query: str, values: Iterable[Any] = ()) -> list[Any]:
        """The rows that a query finds, as they are stored."""
        with self._connected() as connection:
            return connection.execute(query, tuple(values)).fetchall()

    def rows(self, table: TableSpec, row_class: type[Row], condition: str = "") -> list[Row]:
        """The rows of a table, those alone that fulfil the condition where there is one."""
        return list(self.each(table, row_class, condition))

    def each(self, table: TableSpec, row_class: type[Row], condition: str = "") -> Iterator[Row]:
        """The same, one at a time; the file is open until they are through."""
        where = f" WHERE {condition}" if condition else ""
        with self._connected() as connection:
            for values in connection.execute(f"SELECT {self._names(table)} FROM {table.name}{where}"):
                yield _row(table, row_class, values)

    def keyed(
        self, table: TableSpec, row_class: type[Row], key: str, wanted: Sequence[Any]
    ) -> Iterator[tuple[Any, Row]]:
        """The rows whose key is one of those wanted, each with its key, in the order of the file."""
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            query = (
                f"SELECT {key}, {self._names(table)} FROM {table.name} WHERE {key} IN ({marks}) ORDER BY fid"
            )
            for values in self.select(query, some):
                yield values[0], _row(table, row_class, values[1:])

    def _names(self, table: TableSpec) -> str:
        return ", ".join(
            f"NULL AS {column.name}" if (table.name, column.name) in self._lacks else column.name
            for column in table.columns
        )

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
                yield connection
        except sqlite3.DatabaseError as error:
            raise LayerError(_unreadable(self._path, error)) from error

    def _check(self) -> None:
        if self._path.is_dir():
            raise LayerError(f"{self._path} is a folder. Name a file that 'event-timeline extract' wrote.")
        if not self._path.is_file():
            raise LayerError(f"{self._path}: there is no such file. Check the name.")
        with self._connected() as connection:
            tables = {
                name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            }
            there = {table.name: columns_in(connection, table) for table in (EVENTS, EVENTS_UNDATED)}
        if "gpkg_contents" not in tables:
            raise LayerError(
                f"{self._path} is not a GeoPackage. Choose a file that 'event-timeline extract' wrote."
            )
        needed = {table.name for table in (EVENTS, EVENT_AREAS, EVENTS_UNDATED, REPORTS, MENTIONS, FAILURES)}
        lacking = [
            (table, column)
            for table in (EVENTS, EVENTS_UNDATED)
            for column in table.columns
            if column.name not in there[table.name]
        ]
        missing = sorted(needed - tables) or [column.name for _, column in lacking if not column.is_new]
        if missing:
            raise LayerError(
                f"{self._path} is a GeoPackage but not one of events: it lacks {', '.join(missing)}. "
                "Choose a file that 'event-timeline extract' wrote."
            )
        self.has_lexicons = LEXICONS.name in tables
        self._lacks = frozenset((table.name, column.name) for table, column in lacking)


def _unreadable(path: Path, error: sqlite3.DatabaseError) -> str:
    told = str(error)
    if "not a database" in told:
        return f"{path} is not a GeoPackage. Choose a file that 'event-timeline extract' wrote."
    if "malformed" in told or "disk" in told:
        return f"{path} is damaged, or only half of it is there ({told}). Take a copy of it, or read the reports again."
    if "locked" in told or "busy" in told:
        return f"{path} is being written to by another program. Close it there, or try again."
    return f"{path} cannot be read as an events GeoPackage: {told}."


def _row(table: TableSpec, row_class: type[Row], values: Sequence[Any]) -> Row:
    return row_class(*(_value(column.kind, value) for column, value in zip(table.columns, values)))


def _value(kind: Kind, value: Any) -> Any:
    if value is None:
        return None
    if kind is Kind.DATETIME:
        return datetime.fromisoformat(value.rstrip("Z"))
    return date.fromisoformat(value[:10]) if kind is Kind.DATE else value
