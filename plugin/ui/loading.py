"""A file's content as the panes need it: read as a whole off the GUI thread, or anew for the events of a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ..core.schema import EventRow
from ..core.time_index import TimeIndex
from ..layers.event_table import UNKNOWN, EventTable
from ..layers.reader import DatelessReport, EventArea, EventFile
from .event_search import EventSearch
from .theme import KINDS


@dataclass(frozen=True, eq=False)
class Loaded:
    """A file's content as the panes need it; made off the GUI thread by `load`."""

    file: EventFile
    table: EventTable
    index: TimeIndex
    search: EventSearch
    areas: tuple[EventArea, ...]
    undated: tuple[EventRow, ...]
    dateless: tuple[DatelessReport, ...] = ()


def load(path: str) -> Loaded:
    """Read a file; the slow part of opening one, safe in any thread.

    Raises
    ------
    LayerError
        When it is no events file.
    """
    file = EventFile(path)
    table = file.events()
    search = EventSearch.of(file.texts(), file.publishers())
    return Loaded(
        file,
        table,
        index_of(table),
        search,
        tuple(file.areas()),
        tuple(file.undated()),
        tuple(file.dateless_reports()),
    )


def reloaded(loaded: Loaded, event_ids: Sequence[str]) -> Loaded:
    """The content after some events have changed, gone or come; the others are not read again.

    Raises
    ------
    LayerError
        When the file is no longer there.
    """
    file, table = loaded.file, loaded.table
    part, touched = file.events(event_ids), set(event_ids)
    search = EventSearch.of(file.texts(event_ids), file.publishers())
    rows = np.flatnonzero(np.fromiter((one in touched for one in table.event_ids), np.bool_, len(table)))
    mine = loaded.search.for_events(table.fids)
    rows = rows[np.argsort(table.event_ids[rows])]
    order = np.argsort(part.event_ids)
    part, search = part.where(order), search.for_events(part.fids[order])
    index = loaded.index
    if _is_as_long(table, rows, part):
        table, search = table.patched(rows, part), mine.patched(rows, search)
    else:
        keep = np.ones(len(table), dtype=np.bool_)
        keep[rows] = False
        search = mine.for_events(table.fids[keep]).joined(search)
        table = table.where(keep).joined(part)
        index, search = index_of(table), search.for_events(table.fids)
    areas = [area for area in loaded.areas if area.event_id not in touched]
    return replace(
        loaded,
        table=table,
        index=index,
        search=search,
        areas=(*areas, *file.areas(event_ids)),
        undated=tuple(file.undated()),
    )


def _is_as_long(table: EventTable, rows: npt.NDArray[np.intp], part: EventTable) -> bool:
    """Whether the events are the same, of the same types, and when they were: the index of time stays good."""
    if len(rows) != len(part):
        return False
    return all(
        np.array_equal(vars(table)[name][rows], vars(part)[name])
        for name in ("event_ids", "starts_ms", "ends_ms", "type_codes")
    )


def index_of(table: EventTable) -> TimeIndex:
    """The time index of a table; types that this version does not know share the last number."""
    kinds = np.where(table.type_codes == UNKNOWN, KINDS - 1, table.type_codes)
    return TimeIndex(table.starts_ms, table.ends_ms, kinds, KINDS)
