"""What many reports tell, gathered one report at a time and merged; memory holds only what merging needs.

Of an event that is its type, time, place, people, figures and words. Its mentions, the outline of its place and the
texts of the reports, which are by far the most, lie in a file of their own that is gone when the work ends, however it
ends. So memory grows by about a thousand bytes for an event.
"""

from __future__ import annotations

import hashlib
import pickle
import tempfile
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import TracebackType
from typing import Any, Optional, TypeVar

from ..core.errors import OutputError
from ..core.event import Event
from ..core.footprint import Footprint
from ..core.mentions import Mention
from ..core.report import Failure, Report
from ..reading.merge import Group, grouped, united
from .attempt import Fault, attempt

_NONE = -1  # instead of a place in the file
_OUTLINES = 64  # kept at hand, since neighbours in a file often share their place
Value = TypeVar("Value")


@dataclass(frozen=True)
class Counts:
    """How many reports were read, and how many events they tell together."""

    reports: int
    events: int
    dated: int
    undated: int
    unplaced: int


class Gathering:
    """Reports as they are read, then their events as one; to be closed, or used in a ``with``.

    `add` every report, in order of their ids, then `merge` once; then `events`, `reports`, `failures` and `counts`
    tell the result.
    """

    def __init__(self) -> None:
        self.failures: list[Failure] = []
        self._aside = _Aside()
        self._light: list[Event] = []
        self._mentions = array("q")  # where they lie in the file
        self._outlines = array("q")  # likewise, or _NONE
        self._outline_places: dict[bytes, int] = {}
        self._reports = array("q")
        self._alike: dict[Any, Any] = {}
        self._groups: list[Group] = []
        self._outline_at = lru_cache(maxsize=_OUTLINES)(self._aside.get)

    def __enter__(self) -> Gathering:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of everything."""
        self._aside.close()

    @property
    def n_read(self) -> int:
        """How many reports were added."""
        return len(self._reports)

    @property
    def n_told(self) -> int:
        """How many events the reports tell, each by itself."""
        return len(self._light)

    def add(self, report: Report, events: Sequence[Event], failure: Optional[Failure] = None) -> None:
        """A report and what it tells, or why it could not be read."""
        self._reports.append(self._aside.put(report))
        if failure is not None:
            self.failures.append(failure)
        for event in events:
            self._mentions.append(self._aside.put(event.mentions))
            self._outlines.append(self._outline_of(event.where))
            self._light.append(self._lightened(event))

    def merge(self) -> None:
        """Let events that tell the same thing be one; when that fails, each stays by itself and a failure says so."""
        self._alike.clear()
        found = attempt(lambda: grouped(self._light))
        if isinstance(found, Fault):
            told = f"Events of different reports were not merged. {found.why}"
            self.failures.append(Failure("", "merge", told))
            found = [Group(event, (number,)) for number, event in enumerate(self._light)]
        self._groups = sorted(found, key=_by_time)

    def events(self) -> Iterator[Event]:
        """The merged events, whole, in order of their time; those without at the end."""
        for group in self._groups:
            yield united(group, self._whole)

    def reports(self) -> Iterator[Report]:
        """The reports as they were added."""
        for place in self._reports:
            yield self._aside.get(place)

    @property
    def counts(self) -> Counts:
        """What the merged events are."""
        events = [group.event for group in self._groups]
        dated = sum(event.is_dated for event in events)
        unplaced = sum(event.where is None for event in events)
        return Counts(len(self._reports), len(events), dated, len(events) - dated, unplaced)

    def _outline_of(self, where: Optional[Footprint]) -> int:
        """Where the outline lies in the file; each lies there once."""
        if where is None or where.area_wkb is None:
            return _NONE
        key = hashlib.sha256(where.area_wkb).digest()
        if key not in self._outline_places:
            self._outline_places[key] = self._aside.put(where.area_wkb)
        return self._outline_places[key]

    def _lightened(self, event: Event) -> Event:
        where = replace(event.where, area_wkb=None) if event.where is not None else None
        one = self._one
        return replace(
            event,
            mentions=(),
            event_mode=one(event.event_mode),
            tellings=tuple(
                replace(telling, report_id=one(telling.report_id), trigger_text=one(telling.trigger_text))
                for telling in event.tellings
            ),
            where=one(where),
            when=one(event.when),
            date_text=one(event.date_text),
            place_text=one(event.place_text),
            actor1=one(event.actor1),
            actor2=one(event.actor2),
            fatalities=one(event.fatalities),
            injured=one(event.injured),
            captured=one(event.captured),
            displaced=one(event.displaced),
            attributed_to=one(event.attributed_to),
        )

    def _one(self, value: Value) -> Value:
        """An equal value that is there already: places, times, people and words come again and again."""
        return self._alike.setdefault(value, value)  # type: ignore[no-any-return]

    def _whole(self, number: int) -> Event:
        event, outline = self._light[number], self._outlines[number]
        mentions: tuple[Mention, ...] = self._aside.get(self._mentions[number])
        where = event.where
        if where is not None and outline != _NONE:
            where = replace(where, area_wkb=self._outline_at(outline))
        return replace(event, mentions=mentions, where=where)


class _Aside:
    """Values in a file without a name, found again by their place in it."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the work
        self._end = 0

    def put(self, value: object) -> int:
        """Where the value lies now."""
        data = zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)
        place = self._end
        try:
            self._file.seek(place)
            self._end += self._file.write(len(data).to_bytes(8, "big") + data)
        except OSError as error:
            raise OutputError(
                f"What was read cannot be laid aside in {tempfile.gettempdir()}: {error.strerror}. Make room there, or "
                "name another folder in the environment variable TMPDIR."
            ) from error
        return place

    def get(self, place: int) -> Any:
        """The value that lies there."""
        self._file.seek(place)
        size = int.from_bytes(self._file.read(8), "big")
        return pickle.loads(zlib.decompress(self._file.read(size)))

    def close(self) -> None:
        self._file.close()


def _by_time(group: Group) -> tuple[bool, str, str]:
    event = group.event
    start = event.when.start if event.when else None
    return start is None, start.isoformat() if start else "", event.event_id
