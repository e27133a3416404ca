"""Rows of the events that were looked at last, fetched from the file when they are asked for."""

from __future__ import annotations

from collections import OrderedDict
from typing import Callable

from ..core.errors import LayerError
from ..core.schema import EVENTS, EventRow
from ..layers.event_table import ASSERTIONS, EVENT_TYPES, UNKNOWN, EventTable, datetime_of
from .loading import Loaded

REMEMBERED_ROWS = 4_000


class RowCache:
    """Rows by the number of their event.

    Parameters
    ----------
    lost : callable
        Called when the file is gone, or another one by now.
    """

    def __init__(self, lost: Callable[[], None]) -> None:
        self._lost = lost
        self._rows: OrderedDict[int, EventRow] = OrderedDict()

    def clear(self) -> None:
        """Remember nothing."""
        self._rows.clear()

    def rows(self, loaded: Loaded, numbers: list[int]) -> list[EventRow]:
        """The rows of these events."""
        missing = [number for number in numbers if number not in self._rows]
        if missing:
            self._rows.update(zip(missing, self._fetched(loaded, missing)))
        found = [self._rows[number] for number in numbers]
        while len(self._rows) > REMEMBERED_ROWS:
            self._rows.popitem(last=False)
        return found

    def _fetched(self, loaded: Loaded, numbers: list[int]) -> list[EventRow]:
        """Rows from the file, or, when it is gone or another one by now, rows that say no more than the table."""
        table = loaded.table
        try:
            rows = loaded.file.rows([int(table.fids[number]) for number in numbers])
        except (LayerError, KeyError):
            rows = []
        if [row.event_id for row in rows] == [table.event_ids[number] for number in numbers]:
            return rows
        self._lost()
        return [_bare_row(table, number) for number in numbers]


def _bare_row(table: EventTable, number: int) -> EventRow:
    """What the arrays know of an event."""
    code, assertion = int(table.type_codes[number]), int(table.assertion_codes[number])
    known: dict[str, object] = {column.name: None for column in EVENTS.columns}
    known.update(
        event_id=str(table.event_ids[number]),
        start_time=datetime_of(int(table.starts_ms[number])),
        event_type=EVENT_TYPES[code].value if code != UNKNOWN else "",
        assertion=ASSERTIONS[assertion].value if assertion != UNKNOWN else "",
        n_sources=1,
        source="",
        notes="",
    )
    return EventRow(**known)  # type: ignore[arg-type]
