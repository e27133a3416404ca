"""Events of invented meetings and deeds, of which a test says only what it is about."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Optional

from event_timeline.core.event import Count, Event, Telling
from event_timeline.core.event_types import EventType
from event_timeline.core.footprint import Footprint, LonLat
from event_timeline.core.report import Span
from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan

OSLO = Footprint(LonLat(10.75, 59.91), "Oslo", 1, 5000.0, "geonames:1", country="NO", admin1="Oslo")
NORWAY = Footprint(LonLat(10.0, 62.0), "Norway", 6, 900_000.0, "geonames:2", country="NO")
BERGEN = Footprint(LonLat(5.32, 60.39), "Bergen", 1, 5000.0, "geonames:3", country="NO", admin1="Vestland")
_number = itertools.count()


def day(text: str) -> TimeSpan:
    start = datetime.fromisoformat(text)
    return TimeSpan(start, start + timedelta(days=1), Granularity.DAY, text)


def event(
    report: str,
    when: Optional[TimeSpan],
    where: Optional[Footprint],
    actors: tuple[str, ...] = ("Ingrid Solheim (Norway)", "Claire Dubois (France)"),
    event_type: EventType = EventType.CONSULT,
    basis: DateBasis = DateBasis.EXPLICIT,
    words: str = "met",
    **values: object,
) -> Event:
    at = next(_number) * 10
    telling = Telling(report, Span(at, at + len(words)), words, Span(at, at + 9), f"They {words}.")
    return Event(
        event_id=f"{report}{at:06d}",
        event_type=event_type,
        event_mode="",
        tellings=(telling,),
        when=when,
        date_basis=None if when is None else basis,
        where=where,
        actor1=actors,
        score_place=0.0 if where is None else 0.9,
        **values,  # type: ignore[arg-type]
    )


def deed(report: str, mode: str = "", dead: Optional[int] = None, told: str = "", **values: object) -> Event:
    count = None if dead is None else Count(dead, dead, dead)
    made = event(report, day("2019-05-02"), OSLO, (), EventType.ASSAULT, fatalities=count, **values)  # type: ignore[arg-type]
    telling = replace(made.tellings[0], sentence_text=told or made.tellings[0].sentence_text)
    return replace(made, event_mode=mode, tellings=(telling,))
