"""A small study of our own, written with the plugin's own writer inside QGIS."""

from datetime import datetime, timedelta

from event_timeline.core.event import Count, Event, Telling, event_id_of
from event_timeline.core.event_types import EventType
from event_timeline.core.footprint import Footprint, LonLat
from event_timeline.core.report import Report, Span
from event_timeline.core.timespan import DateBasis, Granularity, TimeSpan
from event_timeline.layers.geopackage import write_events

TEXT = "Bombs went off in Alpha, Beta and Gamma. Troops hold Delta. Envoys met in Epsilon."
REPORT = Report("report.txt", TEXT)


def write(path):
    """Three days in a row from 26 January 2018, a presence from 27 January on, and a meeting without a date."""
    days = [datetime(2018, 1, 26) + timedelta(days=n) for n in range(4)]
    events = [
        _event(word, EventType.ASSAULT, _day(days[n]), n) for n, word in enumerate(("Alpha", "Beta", "Gamma"))
    ]
    events.append(
        _event("Delta", EventType.PRESENCE, TimeSpan(days[1], None, Granularity.DAY, "2018-01-27/.."), 3)
    )
    events.append(_event("Epsilon", EventType.CONSULT, None, 4))
    write_events(path, events, [REPORT], [], written_at=datetime(2018, 2, 1))
    return path


def _day(start):
    return TimeSpan(start, start + timedelta(days=1), Granularity.DAY, f"{start:%Y-%m-%d}")


def _event(word, event_type, when, n):
    at = TEXT.index(word)
    trigger = Span(at, at + len(word))
    return Event(
        event_id_of(REPORT.sha256, trigger, event_type),
        event_type,
        "",
        (Telling(REPORT.report_id, trigger, word, Span(0, len(TEXT)), TEXT),),
        when=when,
        date_basis=DateBasis.EXPLICIT if when else None,
        where=Footprint(LonLat(69.0 + n, 34.5), word, 1, 5000.0, f"geonames:{n + 1}", "AF"),
        fatalities=Count(10 * n, 10 * n, 10 * n),
    )
