"""Measure what QGIS needs to draw events: microseconds a point, with the file's own style and with plainer ones.

    python bench/qgis_render.py [--qgis system|3.40] [--events 10000 100000] [--rounds 5]

It writes events files, starts the real QGIS on them and draws, in turn: the file's style; one fixed marker for every
type, which is the least that any style costs; and markers whose size, colours and opacity are by expression, the way
one would write it first. The figures are the processor's time of the drawing thread, medians of the rounds;
"a window" is one week of the ten years, where few events are drawn and getting ready counts.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Callable

try:
    from qgis.utils import iface
except ModuleNotFoundError:
    iface = None  # outside QGIS: only the files are written here

SIZE = (1000, 700)
BOX = (28.0, 0.0, 82.0, 55.0)
DEADLY = 0.2  # share of events with deaths
TASK = "EVENT_TIMELINE_BENCH"  # environment: files and rounds, for the half that runs inside QGIS
EXPRESSIONS = {
    "size": '2.6 + 1.1 * ln(1 + coalesce("fatalities", 0))',
    "fillColor": "if({hollow}, '255,255,255,150', '{colour}')",
    "outlineColor": "if({hollow}, '{colour}', '255,255,255,255')",
}
HOLLOW = "coalesce(\"where_prec\", 1) > 2 OR \"assertion\" NOT IN ('occurred', 'historical')"
OPACITY = (
    'if("review_state" = \'rejected\' OR "merged_into" IS NOT NULL, 0, coalesce(100 - 55 * min(1, max(0,'
    ' (epoch(@map_end_time) - epoch(coalesce("end_time", @map_end_time)))'
    " / (epoch(@map_end_time) - epoch(@map_start_time)))), 100))"
)


def write_file(path: Path, n: int) -> Path:
    """An events file of `n` events over ten years, in forty hot spots."""
    import numpy as np
    from event_timeline.core.event_types import EventType
    from event_timeline.core.footprint import LonLat
    from event_timeline.layers.geometry import point_blob
    from event_timeline.layers.geopackage import write_events

    rng = np.random.default_rng(20180127)
    days = np.sort(rng.integers(0, 3650, n)).astype("timedelta64[D]")
    starts = np.datetime64("2010-01-01T00:00:00.000", "ms") + days
    ends = starts + rng.choice([1, 1, 7], n).astype("timedelta64[D]")
    spot = rng.integers(0, 40, n)
    lons = rng.uniform(30, 80, 40)[spot] + rng.normal(0, 2, n)
    lats = rng.uniform(5, 50, 40)[spot] + rng.normal(0, 2, n)
    dead = np.where(rng.random(n) < DEADLY, rng.geometric(0.08, n), 0).tolist()
    kinds = [kind.value for kind in EventType]
    numbers = rng.integers(0, len(kinds), n).tolist()
    precisions = rng.integers(1, 7, n).tolist()
    said = rng.choice(["occurred"] * 4 + ["claimed", "planned"], n).tolist()
    rows = (
        (
            point_blob(LonLat(lon, lat)),
            *(
                f"{number:016x}",
                str(start),
                str(end),
                kinds[kind],
                deaths or None,
                assertion,
                precision,
                "auto",
            ),
        )
        for number, (lon, lat, start, end, kind, deaths, assertion, precision) in enumerate(
            zip(lons.tolist(), lats.tolist(), starts, ends, numbers, dead, said, precisions)
        )
    )
    write_events(path, [], [], [], written_at=starts[0].astype(object))
    with closing(sqlite3.connect(path)) as connection:
        connection.executemany(
            "INSERT INTO events (geom, event_id, start_time, end_time, event_type, fatalities, assertion, where_prec,"
            " review_state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        connection.commit()
    return path


def start_qgis(which: str, sizes: Sequence[int], rounds: int) -> int:
    """Write the files, and run the other half of this script inside QGIS."""
    with tempfile.TemporaryDirectory() as folder:
        files = [str(write_file(Path(folder) / f"{n}.gpkg", n)) for n in sizes]
        environment = {**os.environ, TASK: os.pathsep.join([str(rounds), *files])}
        script = Path(__file__).resolve()
        command = [str(script.parent.parent / "scripts" / "in_qgis.sh"), which, str(script)]
        return subprocess.run(command, env=environment, check=False).returncode


def measure(files: Sequence[str], rounds: int) -> None:
    """Draw every file in every style, in turn."""
    from qgis.core import Qgis

    print(f"QGIS {Qgis.QGIS_VERSION}", flush=True)
    styles: dict[str, Callable[[Any], None]] = {
        "the file's style": lambda layer: None,
        "fixed markers": lambda layer: layer.setRenderer(_by_type({}, "")),
        "markers by expression": lambda layer: layer.setRenderer(_by_type(EXPRESSIONS, OPACITY)),
    }
    for path in files:
        layers = {name: _layer(path, change) for name, change in styles.items()}
        n = next(iter(layers.values())).featureCount()
        seconds: dict[tuple[str, bool], list[float]] = {}
        for _ in range(rounds + 1):
            for name, layer in layers.items():
                for is_week in (False, True):
                    seconds.setdefault((name, is_week), []).append(_draw(layer, is_week))
        print(f"{n:,} events", flush=True)
        for name in layers:
            # The first round fills the caches of files and fonts.
            whole, week = (statistics.median(seconds[name, is_week][1:]) for is_week in (False, True))
            print(f"  {name:24} {whole / n * 1e6:6.1f} us a point {week * 1e3:7.1f} ms a window", flush=True)


def _layer(path: str, change: Callable[[Any], None]) -> Any:
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{path}|layername=events", "events", "ogr")
    layer.loadDefaultStyle()  # the constructor alone leaves the temporal settings out
    assert layer.temporalProperties().isActive()
    change(layer)
    return layer


def _by_type(expressions: dict[str, str], opacity: str) -> Any:
    """Categories by type; each a round marker, by expression where there are any."""
    from qgis.core import (
        QgsCategorizedSymbolRenderer,
        QgsMarkerSymbol,
        QgsProperty,
        QgsRendererCategory,
        QgsSymbol,
        QgsSymbolLayer,
    )

    keys = QgsSymbolLayer.Property
    known = {
        "size": keys.PropertySize,
        "fillColor": keys.PropertyFillColor,
        "outlineColor": keys.PropertyStrokeColor,
    }
    categories = []
    for kind in KINDS:
        symbol = QgsMarkerSymbol.createSimple({"size": "2.6", "color": "#C2410C", "outline_color": "#FFFFFF"})
        for name, expression in expressions.items():
            text = expression.replace("{hollow}", HOLLOW).replace("{colour}", "194,65,12,255")
            symbol.symbolLayer(0).setDataDefinedProperty(known[name], QgsProperty.fromExpression(text))
        if opacity:
            properties = symbol.dataDefinedProperties()
            properties.setProperty(QgsSymbol.Property.PropertyOpacity, QgsProperty.fromExpression(opacity))
            symbol.setDataDefinedProperties(properties)
        categories.append(QgsRendererCategory(kind, symbol, kind))
    return QgsCategorizedSymbolRenderer("event_type", categories)


KINDS = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE"
    " COERCE ASSAULT STATEMENT PRESENCE"
).split()


def _draw(layer: Any, is_week: bool) -> float:
    """Seconds of this thread to draw ten years, or one week of them."""
    from qgis.core import (
        QgsDateTimeRange,
        QgsExpressionContext,
        QgsExpressionContextUtils,
        QgsMapRendererCustomPainterJob,
        QgsMapSettings,
        QgsRectangle,
    )
    from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime
    from qgis.PyQt.QtGui import QColor, QImage, QPainter

    dates = (QDate(2015, 1, 1), QDate(2015, 1, 8)) if is_week else (QDate(2010, 1, 1), QDate(2021, 1, 1))
    begin, end = (QDateTime(date, QTime(0, 0), Qt.TimeSpec.UTC) for date in dates)
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(*SIZE))
    settings.setExtent(QgsRectangle(*BOX))
    settings.setFlag(QgsMapSettings.Flag.Antialiasing, True)
    settings.setIsTemporal(True)
    settings.setTemporalRange(QgsDateTimeRange(begin, end, True, False))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    image = QImage(QSize(*SIZE), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    before = time.thread_time()
    job.renderSynchronously()
    spent = time.thread_time() - before
    painter.end()
    return spent


def _measure_and_leave() -> None:
    status = 1
    try:
        rounds, *files = os.environ[TASK].split(os.pathsep)
        measure(files, int(rounds))
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is, it is shown, and QGIS must not stay open
        traceback.print_exc(file=sys.stdout)
    finally:
        sys.stdout.flush()
        os._exit(status)


def main() -> int:
    """Outside QGIS."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--qgis", choices=("system", "3.40"), default="system")
    parser.add_argument("--events", type=int, nargs="+", default=[10_000, 100_000], metavar="N")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    if subprocess.run(
        ["/usr/bin/python3", "-c", "import qgis.core"], capture_output=True, check=False
    ).returncode:
        print("There is no QGIS for /usr/bin/python3, so drawing in QGIS is not measured.")
        return 0
    return start_qgis(asked.qgis, asked.events, asked.rounds)


if iface is not None:
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(1000, _measure_and_leave)
elif __name__ == "__main__":
    sys.exit(main())
