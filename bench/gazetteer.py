"""Measure the gazetteer: opening, look-ups, prefixes, shapes.

    python bench/gazetteer.py [--expand] [--json FILE]

Look-ups are of the names of towns of more than 50,000 people, each for the first time and then again from memory.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from event_timeline.gazetteer import store
from event_timeline.gazetteer.gazetteer import Gazetteer
from event_timeline.gazetteer.outlines import outlines

_MANY_SENSES = (
    "Springfield",
    "San Jose",
    "Washington",
    "Paris",
    "Kabul",
    "Victoria",
    "Santa Maria",
    "Georgia",
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--expand", action="store_true", help="expand the database anew, into a temporary directory"
    )
    parser.add_argument("--json", type=Path, help="write the figures here too")
    options = parser.parse_args()
    figures: dict[str, float] = {}
    if options.expand:
        with tempfile.TemporaryDirectory() as folder:
            started, used = time.perf_counter(), time.process_time()
            path = store.expanded(cache=Path(folder))
            figures["expand_s"] = time.perf_counter() - started
            figures["expand_cpu_s"] = time.process_time() - used
            figures["database_mb"] = path.stat().st_size / 1e6
    Gazetteer.open().close()
    figures["open_ms"] = 1e3 * timed(lambda: Gazetteer.open().close())
    with Gazetteer.open() as gazetteer:
        database = gazetteer._database
        names = [
            row[0]
            for row in database.execute("SELECT name FROM places WHERE population > 50000 AND kind = 5")
        ]
        figures["names"] = len(names)
        figures.update(spread("first_lookup", gazetteer.lookup, names))
        figures.update(spread("repeated_lookup", gazetteer.lookup, names))
    with Gazetteer.open() as gazetteer:
        figures.update(spread("many_senses_lookup", gazetteer.lookup, _MANY_SENSES))
        phrases = [[*name.split(), "said", "on", "Tuesday"] for name in names]
        figures.update(spread("longest_match", gazetteer.longest_match, phrases))
        figures["outlines_ms"] = 1e3 * timed(outlines)
        countries = [gazetteer.country(iso2) for iso2 in ("AF", "SY", "UA", "NG", "US")]
        shapes = gazetteer.shapes
        figures.update(
            spread("directional_part", lambda place: shapes.directional_part(place, ["north"]), countries)
        )

    width = max(map(len, figures))
    for name, value in figures.items():
        print(f"{name:<{width}}  {value:12,.1f}")
    if options.json:
        options.json.write_text(
            json.dumps({name: round(value, 3) for name, value in figures.items()}, indent=1)
        )


def timed(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def spread(name: str, work: Callable[[Any], Any], inputs: Iterable[Any]) -> dict[str, float]:
    """Median and 95th percentile in microseconds."""
    times = sorted(1e6 * timed(lambda given=given: work(given)) for given in inputs)
    return {f"{name}_p50_us": statistics.median(times), f"{name}_p95_us": times[int(0.95 * (len(times) - 1))]}


if __name__ == "__main__":
    main()
