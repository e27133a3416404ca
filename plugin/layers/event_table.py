"""The dated events of a file as parallel arrays: what must be fast is answered from these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Optional

import numpy as np
from numpy.typing import NDArray

from ..core.errors import LayerError
from ..core.event import Assertion, ReviewState
from ..core.event_types import EventType
from .geometry import points_of

OPEN_END = np.iinfo(np.int64).max  # end of an event that goes on: later than every window's end
UNKNOWN = -1  # in integer arrays: the file says nothing
EVENT_TYPES: tuple[EventType, ...] = tuple(EventType)  # what type codes count
ASSERTIONS: tuple[Assertion, ...] = tuple(Assertion)  # what assertion codes count
REVIEW_STATES: tuple[ReviewState, ...] = tuple(ReviewState)  # what review codes count, before `MERGED`
MERGED = len(REVIEW_STATES)  # review code of an event that repeats another one, whatever its state


@dataclass(frozen=True, eq=False)
class EventTable:
    """The dated events of a file as parallel arrays, one entry per row of ``events``, ordered by start, then id.

    Parameters
    ----------
    fids : int64
        Keys of the rows, for `EventFile.rows`.
    event_ids : object
        ``event_id`` as str.
    starts_ms, ends_ms : int64
        ``[start, end)`` in milliseconds since 1970, UTC; `OPEN_END` where the event goes on.
    type_codes : int16
        Index into `EVENT_TYPES`; `UNKNOWN` for a type that this version does not know.
    assertion_codes : int16
        Index into `ASSERTIONS`, likewise.
    lons, lats : float64
        Degrees; NaN where the event has no place.
    fatalities : int32
        Best figure; `UNKNOWN` when not stated.
    date_precs, where_precs : int16
        UCDP's 1..5 and 1..7; `UNKNOWN` when not stated.
    review_codes : int16
        Index into `REVIEW_STATES`, or `MERGED`; `UNKNOWN` for a state that this version does not know.
    """

    fids: NDArray[np.int64]
    event_ids: NDArray[np.object_]
    starts_ms: NDArray[np.int64]
    ends_ms: NDArray[np.int64]
    type_codes: NDArray[np.int16]
    assertion_codes: NDArray[np.int16]
    lons: NDArray[np.float64]
    lats: NDArray[np.float64]
    fatalities: NDArray[np.int32]
    date_precs: NDArray[np.int16]
    where_precs: NDArray[np.int16]
    review_codes: NDArray[np.int16]

    def __len__(self) -> int:
        return len(self.fids)

    @property
    def has_place(self) -> NDArray[np.bool_]:
        """Which events are on the map."""
        return ~np.isnan(self.lons)

    def patched(self, rows: NDArray[np.intp], part: EventTable) -> EventTable:
        """The same events, those in some rows with other values."""
        changed = {name: values.copy() for name, values in vars(self).items()}
        for name, values in changed.items():
            values[rows] = vars(part)[name]
        return EventTable(**changed)

    def where(self, keep: NDArray[Any]) -> EventTable:
        """The events that `keep` marks, or numbers."""
        return EventTable(**{name: values[keep] for name, values in vars(self).items()})

    def joined(self, other: EventTable) -> EventTable:
        """The events of both, ordered by start."""
        both = {name: np.concatenate([values, vars(other)[name]]) for name, values in vars(self).items()}
        order = np.argsort(both["starts_ms"], kind="stable")
        return EventTable(**{name: values[order] for name, values in both.items()})


def datetime_of(ms: int) -> datetime:
    """Milliseconds since 1970 as naive UTC."""
    return datetime(1970, 1, 1) + timedelta(milliseconds=int(ms))


def ms_of(moment: datetime) -> int:
    """Naive UTC as milliseconds since 1970."""
    return round(moment.replace(tzinfo=timezone.utc).timestamp() * 1000)


def table_of(rows: Sequence[Sequence[Any]]) -> EventTable:
    """The table of rows: key, id, start, end, type, assertion, dead, precision of date and place, review state, merged
    into, point. Times are ISO texts, None for an open end; the point is a GeoPackage geometry.

    Raises
    ------
    LayerError
        When a time is none.
    """
    columns = list(zip(*rows)) if rows else [()] * 12
    fids, event_ids, starts, ends, types, assertions, dead, date_precs, where_precs, states, merged, blobs = (
        columns
    )
    lons, lats = points_of(list(blobs))
    ids = np.empty(len(event_ids), dtype=object)
    ids[:] = event_ids
    return EventTable(
        fids=np.array(fids, dtype=np.int64),
        event_ids=ids,
        starts_ms=_times(starts),
        ends_ms=_times(ends),
        type_codes=_codes(types, [kind.value for kind in EVENT_TYPES]),
        assertion_codes=_codes(assertions, [kind.value for kind in ASSERTIONS]),
        lons=lons,
        lats=lats,
        fatalities=_integers(dead, np.int32),
        date_precs=_integers(date_precs, np.int16),
        where_precs=_integers(where_precs, np.int16),
        review_codes=review_codes(states, merged),
    )


def _times(texts: Sequence[Optional[str]]) -> NDArray[np.int64]:
    try:
        moments = np.array([text or "NaT" for text in texts], dtype="datetime64[ms]")
    except ValueError as error:
        raise LayerError(
            f"A time in the file is none: {error}. Write times like 2018-01-20T00:00:00.000."
        ) from error
    return np.where(np.isnat(moments), OPEN_END, moments.astype(np.int64))


def review_codes(states: Sequence[Optional[str]], merged: Sequence[Optional[str]]) -> NDArray[np.int16]:
    """``review_state`` and ``merged_into`` of events as `EventTable.review_codes`; no state is ``auto``."""
    words = [state or ReviewState.AUTO.value for state in states]
    codes = _codes(words, [state.value for state in REVIEW_STATES])
    codes[[target is not None for target in merged]] = MERGED
    return codes


def _codes(words: Sequence[Optional[str]], known: list[str]) -> NDArray[np.int16]:
    codes = {word: code for code, word in enumerate(known)}
    return np.array([codes.get(word or "", UNKNOWN) for word in words], dtype=np.int16)


def _integers(values: Sequence[Optional[int]], dtype: Any) -> NDArray[Any]:
    return np.array([UNKNOWN if value is None else value for value in values], dtype=dtype)
