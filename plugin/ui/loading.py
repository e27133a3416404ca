"""A file's content as the panes need it: read as a whole off the GUI thread, or anew for the events of a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

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
    file, touched = loaded.file, set(event_ids)
    keep = np.array([event_id not in touched for event_id in loaded.table.event_ids], dtype=np.bool_)
    table = loaded.table.where(keep).joined(file.events(event_ids))
    part = EventSearch.of(file.texts(event_ids), file.publishers())
    search = loaded.search.for_events(loaded.table.fids[keep]).joined(part)
    areas = [area for area in loaded.areas if area.event_id not in touched]
    return replace(
        loaded,
        table=table,
        index=index_of(table),
        search=search.for_events(table.fids),
        areas=(*areas, *file.areas(event_ids)),
        undated=tuple(file.undated()),
    )


def index_of(table: EventTable) -> TimeIndex:
    """The time index of a table; types that this version does not know share the last number."""
    kinds = np.where(table.type_codes == UNKNOWN, KINDS - 1, table.type_codes)
    return TimeIndex(table.starts_ms, table.ends_ms, kinds, KINDS)
