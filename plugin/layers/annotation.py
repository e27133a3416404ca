"""One document's reading as a line of JSON, with every offset: what ``event-timeline annotate`` writes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Optional

from ..core.event import Count, Event
from ..core.mentions import Timex, Toponym
from ..core.report import Report, Span


def annotation_line(
    report: Report, toponyms: Iterable[Toponym], timexes: Iterable[Timex], events: Iterable[Event]
) -> str:
    """The reading of a report as JSON in one line; offsets are half-open, in code points of ``report.text``."""
    told = {
        "id": report.report_id,
        "dct": report.published.isoformat() if report.published else None,
        "dct_basis": report.published_basis.value,
        "toponyms": [_toponym(toponym) for toponym in toponyms],
        "timexes": [_timex(timex) for timex in timexes],
        "events": [_event(event) for event in sorted(events, key=lambda event: event.tellings[0].trigger)],
    }
    return json.dumps(told, ensure_ascii=True, separators=(",", ":"))


def _toponym(toponym: Toponym) -> dict[str, Any]:
    place = toponym.footprint
    return {
        **_span(toponym.span),
        "text": toponym.text,
        "lat": place.point.lat if place else None,
        "lon": place.point.lon if place else None,
        "geonameid": place.geonameid if place else None,
        "feature": place.feature if place else None,
        "country": place.country if place else None,
        "score": round(toponym.provenance.score, 4),
    }


def _timex(timex: Timex) -> dict[str, Any]:
    return {
        **_span(timex.span),
        "text": timex.text,
        "type": timex.kind.value,
        "value": timex.value,
        "lower": _moment(timex.when.start) if timex.when else None,
        "upper": _moment(timex.when.end) if timex.when else None,
    }


def _event(event: Event) -> dict[str, Any]:
    when, where, telling = event.when, event.where, event.tellings[0]
    acled_type, acled_sub_type = event.acled
    return {
        "event_id": event.event_id,
        "event_type": event.event_type.value,
        "event_mode": event.event_mode,
        "acled_type": acled_type,
        "acled_sub_type": acled_sub_type,
        "trigger": {**_span(telling.trigger), "text": telling.trigger_text},
        "sentence": _span(telling.sentence),
        "start_time": _moment(when.start) if when else None,
        "end_time": _moment(when.end) if when else None,
        "date_edtf": when.edtf if when else None,
        "date_basis": event.date_basis.value if event.date_basis else None,
        "date_prec": when.date_prec if when else None,
        "location": where.name if where else None,
        "place_text": event.place_text or None,
        "admin1": where.admin1 if where else None,
        "admin2": where.admin2 if where else None,
        "country": where.country if where else None,
        "latitude": where.point.lat if where else None,
        "longitude": where.point.lon if where else None,
        "where_prec": where.where_prec if where else None,
        "geometry": {"type": "Point", "coordinates": list(where.point)} if where else None,
        "actor1": list(event.actor1),
        "actor2": list(event.actor2),
        "fatalities": _count(event.fatalities),
        "injured": _count(event.injured),
        "captured": _count(event.captured),
        "displaced": _count(event.displaced),
        "assertion": event.assertion.value,
        "attributed_to": list(event.attributed_to),
        "salience": round(event.salience, 4),
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end}


def _moment(moment: Optional[datetime]) -> Optional[str]:
    return None if moment is None else moment.isoformat()


def _count(count: Optional[Count]) -> Optional[dict[str, Any]]:
    return None if count is None else {"low": count.low, "best": count.best, "high": count.high}
