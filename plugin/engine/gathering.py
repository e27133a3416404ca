"""What many reports tell, gathered one report at a time and merged; memory holds only where it lies.

Events, their mentions, the outlines of places and the texts of reports lie in files of their own that are gone when
the work ends, however it ends. So memory grows by some 30 bytes for an event as long as it is gathered; while events
are merged, also by some 300 for each of the largest family (see `families`).
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from types import TracebackType
from typing import Optional

from ..core.event import Event
from ..core.footprint import Footprint
from ..core.mentions import Mention
from ..core.report import Failure, Report
from ..reading.aside import Aside, LongList
from ..reading.merge import Group, each_group, united
from .attempt import Fault, attempt

_NONE = -1  # instead of a place in the file
_OUTLINES = 64  # kept at hand, since neighbours in a file often share their place
_Members = tuple[tuple[int, ...], tuple[str, ...]]  # of a group: their numbers, and why they are the same


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
        self._aside = Aside()
        self._once = Aside(compressed=True)  # for what is read again only once
        self._light: LongList[Event] = LongList(self._aside)
        self._mentions = array("q")  # where they lie
        self._outlines = array("q")  # likewise, or _NONE
        self._outline_places: dict[bytes, int] = {}
        self._written = array("i")  # the days on which their reports were written, 0 where unknown
        self._reports = array("q")
        self._groups: LongList[_Members] = LongList(self._aside)
        self._in_order = array("i")  # the groups, by time
        self._counts = Counts(0, 0, 0, 0, 0)
        self._outline_at = lru_cache(maxsize=_OUTLINES)(self._once.get)

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
        self._once.close()

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
        self._reports.append(self._once.put(report))
        if failure is not None:
            self.failures.append(failure)
        for event in events:
            self._mentions.append(self._once.put(event.mentions))
            self._outlines.append(self._outline_of(event.where))
            self._light.append(_lightened(event))
            self._written.append(report.published.toordinal() if report.published is not None else 0)

    def merge(self) -> None:
        """Let events that tell the same thing be one; when that fails, each stays by itself and a failure says so."""
        found = attempt(lambda: self._take(each_group(self._light, partial(LongList, self._aside))))
        if isinstance(found, Fault):
            told = f"Events of different reports were not merged. {found.why}"
            self.failures.append(Failure("", "merge", told))
            self._take(Group(event, (number,)) for number, event in enumerate(self._light))

    def events(self) -> Iterator[Event]:
        """The merged events, whole, in order of their time; those without at the end."""
        for number in self._in_order:
            yield united(*self._groups[number], self._whole, self._written.__getitem__)

    def reports(self) -> Iterator[Report]:
        """The reports as they were added."""
        for place in self._reports:
            yield self._once.get(place)

    @property
    def counts(self) -> Counts:
        """What the merged events are."""
        return self._counts

    def _take(self, groups: Iterable[Group]) -> None:
        """Remember who belongs together, and count; what they are together is worked out again when it is written."""
        self._groups = LongList(self._aside)
        times: list[str] = []
        dated = unplaced = 0
        for group in groups:
            self._groups.append((group.numbers, group.reasons))
            times.append(_by_time(group))
            dated += group.event.is_dated
            unplaced += group.event.where is None
        self._in_order = array("i", sorted(range(len(times)), key=times.__getitem__))
        self._counts = Counts(len(self._reports), len(times), dated, len(times) - dated, unplaced)

    def _outline_of(self, where: Optional[Footprint]) -> int:
        """Where the outline lies in the file; each lies there once."""
        if where is None or where.area_wkb is None:
            return _NONE
        key = hashlib.sha256(where.area_wkb).digest()
        if key not in self._outline_places:
            self._outline_places[key] = self._once.put(where.area_wkb)
        return self._outline_places[key]

    def _whole(self, number: int) -> Event:
        event, outline = self._light[number], self._outlines[number]
        mentions: tuple[Mention, ...] = self._once.get(self._mentions[number])
        where = event.where
        if where is not None and outline != _NONE:
            where = replace(where, area_wkb=self._outline_at(outline))
        return replace(event, mentions=mentions, where=where)


def _lightened(event: Event) -> Event:
    """The event without its mentions and the outline of its place."""
    return replace(event, mentions=(), where=event.where and replace(event.where, area_wkb=None))


def _by_time(group: Group) -> str:
    """Sorts by start, those without one at the end, and by id."""
    event = group.event
    start = event.when.start if event.when else None
    return f"{start is None:d} {start.isoformat() if start else ''}\0{event.event_id}"
