"""Measure how merging grows: processor time for so many events of one dense war, all told within three months.

    python bench/merging.py [--events 5000 10000 20000]

The events are made up, always the same ones: two armies and a few groups fight in the towns of one country, and each
deed is told by one to four reports, some of which have only the country, or only the day of the report.
"""

from __future__ import annotations

import argparse
import random
import time
from datetime import datetime, timedelta

from event_timeline.core.event import Count, Event, Telling
from event_timeline.core.event_types import EventType
from event_timeline.core.footprint import Footprint, LonLat
from event_timeline.core.report import Span
from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan
from event_timeline.reading.merge import grouped

FIRST_DAY = datetime(2022, 3, 1)
N_DAYS = 90
COUNTRY = Footprint(LonLat(32.0, 49.0), "Ukraine", 6, 900_000.0, "geonames:1", country="UA")
TOWNS = tuple(
    Footprint(
        LonLat(30 + 0.3 * (n % 20), 47 + 0.3 * (n // 20)),
        f"Town {n}",
        1,
        5000.0,
        f"geonames:{n + 100}",
        country="UA",
        admin1=f"Province {n % 12}",
    )
    for n in range(200)
)
ARMIES = ("Russia", "Ukraine", "Russian troops", "Ukrainian troops", "separatists", "shelling crews")
MODES = ("", "shelling", "airstrike", "drone", "gunfire", "battle")
THINGS = (
    "a hospital",
    "a school",
    "a bridge",
    "a market",
    "a convoy",
    "houses",
    "a power station",
    "a village",
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, nargs="+", default=[5000, 10_000, 20_000], metavar="N")
    for n in parser.parse_args().events:
        told = tellings(n)
        began = time.process_time()
        groups = grouped(told)
        seconds = time.process_time() - began
        print(
            f"{n:>7,} events to {len(groups):>7,} in {seconds:6.1f} s, {1e6 * seconds / n:6.0f} µs for an event"
        )


def tellings(n: int) -> list[Event]:
    """So many events, in the order of their reports."""
    chance = random.Random(n)
    told: list[Event] = []
    while len(told) < n:
        day = FIRST_DAY + timedelta(days=chance.randrange(N_DAYS))
        town, mode = chance.choice(TOWNS), chance.choice(MODES)
        dead, thing = chance.randint(1, 40), chance.choice(THINGS)
        for _ in range(chance.randint(1, 4)):
            told.append(_telling(len(told), chance, day, town, mode, dead, thing))
    return told[:n]


def _telling(
    number: int, chance: random.Random, day: datetime, town: Footprint, mode: str, dead: int, thing: str
) -> Event:
    has_place, has_day = chance.random() < 0.8, chance.random() < 0.85
    start = day if has_day else day + timedelta(days=chance.randint(0, 3))
    count = Count(dead, dead, dead) if chance.random() < 0.7 else None
    who = chance.sample(ARMIES, chance.randint(0, 2))
    sentence = f"They struck {thing} in {town.name} and killed {dead} people."
    return Event(
        f"{chance.getrandbits(64):016x}",
        EventType.ASSAULT,
        mode if chance.random() < 0.8 else "",
        (Telling(f"r{number:06}", Span(5, 11), "struck", Span(0, len(sentence)), sentence),),
        TimeSpan(start, start + timedelta(days=1), Granularity.DAY),
        date_basis=DateBasis.RELATIVE if has_day else DateBasis.PUBLICATION,
        where=town if has_place else COUNTRY,
        score_place=0.6 if has_place else 0.3,
        actor1=tuple(who[:1]),
        actor2=tuple(who[1:]),
        fatalities=count,
        salience=round(chance.random(), 3),
    )


if __name__ == "__main__":
    main()
