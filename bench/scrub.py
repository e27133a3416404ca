"""Measure a drag of the slider: milliseconds per frame of the slider and of the map, at any number of events.

    python bench/scrub.py --events 100000 [--json FILE]

A frame is: move the window, count, and paint all that has changed; no screen is needed. Windows of 1 %, 10 % and 50 %
of the time are dragged across everything; the figures are over all of their frames. "cpu" is the processor's time of
the same frames, which other programs on the machine do not lengthen.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Callable, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from event_timeline.core.calendar import DAY_MS, TimeRange, ms_of
from event_timeline.core.time_index import TimeIndex
from event_timeline.core.timeline import Timeline
from event_timeline.layers.event_table import ASSERTIONS, EventTable
from event_timeline.layers.reader import EventFile
from event_timeline.standalone.app import application
from event_timeline.standalone.basemap import load_basemap
from event_timeline.standalone.map_view import MapWidget
from event_timeline.ui.controller import TimelineController
from event_timeline.ui.event_search import EventSearch
from event_timeline.ui.loading import Loaded, index_of
from event_timeline.ui.qt import QtWidgets
from event_timeline.ui.study import Study
from event_timeline.ui.theme import TYPES
from event_timeline.ui.time_slider import TimeSlider

SHARES = (0.01, 0.1, 0.5)
FRAMES = 60  # per share
GOAL_MS = 16.0


def table_of(n: int) -> EventTable:
    """`n` events of all types over ten years, in forty hot spots."""
    rng = np.random.default_rng(20180127)
    starts = np.sort(rng.integers(ms_of(2010), ms_of(2020), n)) // DAY_MS * DAY_MS
    spot = rng.integers(0, 40, n)
    lons = rng.uniform(30, 80, 40)[spot] + rng.normal(0, 2, n)
    lats = rng.uniform(5, 50, 40)[spot] + rng.normal(0, 2, n)
    ids = np.empty(n, dtype=object)
    ids[:] = [f"{number:016x}" for number in range(n)]
    return EventTable(
        fids=np.arange(n, dtype=np.int64),
        event_ids=ids,
        starts_ms=starts,
        ends_ms=starts + rng.choice([1, 1, 1, 7, 30], n) * DAY_MS,
        type_codes=rng.integers(0, len(TYPES), n).astype(np.int16),
        assertion_codes=rng.integers(0, len(ASSERTIONS), n).astype(np.int16),
        lons=lons,
        lats=lats,
        fatalities=rng.integers(-1, 50, n).astype(np.int32),
        date_precs=np.ones(n, dtype=np.int16),
        where_precs=rng.integers(1, 7, n).astype(np.int16),
        review_codes=np.zeros(n, dtype=np.int16),
    )


def frames(controller: TimelineController) -> tuple[list[float], list[float]]:
    """Milliseconds of every frame of the drags, for the widgets that are to be seen: by the clock, of the processor."""
    timeline = controller.timeline
    assert timeline is not None
    taken, worked = [], []
    for share in SHARES:
        length = round(timeline.full.length * share)
        for start in np.linspace(timeline.full.start, timeline.full.end - length, FRAMES):
            window = TimeRange(int(start), int(start) + length)
            before, worked_before = time.perf_counter(), time.process_time()
            controller.show(timeline.with_window(window))
            QtWidgets.QApplication.processEvents()  # paints what the change has marked
            taken.append((time.perf_counter() - before) * 1000)
            worked.append((time.process_time() - worked_before) * 1000)
    controller.show(timeline)
    return taken, worked


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one run, the best of three."""
    best = float("inf")
    for _ in range(3):
        before = time.perf_counter()
        work()
        best = min(best, (time.perf_counter() - before) * 1000)
    return best


def measure(n: int) -> dict[str, float]:
    """All figures for `n` events."""
    table = table_of(n)
    index = index_of(table)
    full = index.extent
    assert full is not None
    edges = np.linspace(full.start, full.end, 400).astype(np.int64)
    controller = TimelineController()
    study = Study(controller)
    # The file is asked only for rows of the list, and there is no list here.
    study.show(Loaded(cast(EventFile, None), table, index, EventSearch.of((), {}), (), ()))
    controller.change(Timeline.reset_view)
    slider, world = TimeSlider(controller), MapWidget(study)
    slider.resize(1440, 250)
    world.set_basemap(load_basemap())
    world.resize(1000, 700)
    world.show()
    QtWidgets.QApplication.processEvents()
    world.fit()
    world.draw_now()
    in_map, cpu_in_map = frames(controller)
    world.hide()
    slider.show()
    QtWidgets.QApplication.processEvents()
    in_slider, cpu_in_slider = frames(controller)
    return {
        "events": n,
        "index_ms": timed(lambda: TimeIndex(table.starts_ms, table.ends_ms, table.type_codes, len(TYPES))),
        "bins_ms": timed(lambda: index.bin_counts(edges)),
        "basemap_ms": timed(world.draw_now),
        "widget_p50_ms": float(np.percentile(in_slider, 50)),
        "widget_p95_ms": float(np.percentile(in_slider, 95)),
        "widget_cpu_p95_ms": float(np.percentile(cpu_in_slider, 95)),
        "map_p50_ms": float(np.percentile(in_map, 50)),
        "map_p95_ms": float(np.percentile(in_map, 95)),
        "map_cpu_p95_ms": float(np.percentile(cpu_in_map, 95)),
    }


def main() -> int:
    """Print the table; write the figures."""
    parser = argparse.ArgumentParser(description="Milliseconds per frame while the slider is dragged.")
    parser.add_argument("--events", type=int, default=100_000, metavar="N", help="default: %(default)s")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the same figures there")
    options = parser.parse_args()
    app = application(offscreen=True)
    figures = measure(options.events)
    print(f"{options.events:,} events, slider 1440 x 250, map 1000 x 700, {len(SHARES) * FRAMES} frames each")
    print(f"{'':24}{'ms':>8}{'of 16 ms':>10}")
    for key, value in figures.items():
        if key != "events":
            print(f"{key.removesuffix('_ms'):24}{value:8.2f}{value / GOAL_MS:10.2f}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
