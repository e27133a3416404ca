"""The tables of the events GeoPackage as data: one row class per table, one documented field per column.

Field names follow ACLED and UCDP GED where they have one. A row class is the single source of its table's
columns: `columns_of` reads their names, kinds and meanings from its annotations, and writers, readers and
documentation go by that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Annotated, Any, NamedTuple, Optional, get_args, get_type_hints

SEPARATOR = "; "  # between several values in one text column
_NEW = "new"  # marks a column that files of earlier versions lack


class Kind(str, Enum):
    """What a column holds; the value is the column's type in a GeoPackage."""

    TEXT = "TEXT"
    INTEGER = "INTEGER"
    REAL = "REAL"
    DATETIME = "DATETIME"  # naive UTC
    DATE = "DATE"


_KINDS: dict[Kind, type] = {
    Kind.TEXT: str,
    Kind.INTEGER: int,
    Kind.REAL: float,
    Kind.DATETIME: datetime,
    Kind.DATE: date,
}


class Column(NamedTuple):
    """A column: its name, its kind and its meaning as a sentence.

    `is_new` when files that earlier versions wrote lack it; there it reads as not stated.
    """

    name: str
    kind: Kind
    doc: str
    is_new: bool = False


@cache
def columns_of(row_class: type) -> tuple[Column, ...]:
    """The columns of a row class, in order."""
    return tuple(_column(name, hint) for name, hint in get_type_hints(row_class, include_extras=True).items())


def _column(name: str, hint: Any) -> Column:
    held, doc, *marks = get_args(hint)
    types = [held, *get_args(held)]  # Optional[int] is a union of int and None
    return Column(name, next(kind for kind, type_ in _KINDS.items() if type_ in types), doc, _NEW in marks)


@dataclass(frozen=True)
class EventRow:
    """A row of ``events`` or ``events_undated``; its geometry, the point, is kept beside it.

    None means "the text does not say", for numbers and texts alike.
    """

    event_id: Annotated[str, "stable: the same text gives the same id on every machine"]
    start_time: Annotated[Optional[datetime], "earliest start, inclusive, UTC"]
    end_time: Annotated[Optional[datetime], "exclusive, after start_time; none: it goes on"]
    date_edtf: Annotated[Optional[str], "EDTF (ISO 8601-2): 2018-01-20, 2018-01, 2017-23, 2015/.."]
    date_text: Annotated[Optional[str], "the words used: a week later"]
    date_basis: Annotated[
        Optional[str], "what the date rests on: explicit, relative, narrative, dateline, publication"
    ]
    date_prec: Annotated[Optional[int], "UCDP 1..5: exact day, 2-6 days, week, month, year"]
    time_precision: Annotated[Optional[int], "ACLED 1..3: day, week, month or worse"]
    event_type: Annotated[str, "PLOVER type, or STATEMENT, or PRESENCE (a lasting state)"]
    event_mode: Annotated[Optional[str], "visit, meeting, airstrike, explosives, kidnap, arrest ..."]
    acled_event_type: Annotated[Optional[str], "ACLED's type, where it has one"]
    acled_sub_event_type: Annotated[Optional[str], "ACLED's sub-type, where it has one"]
    actor1: Annotated[Optional[str], "who; several are joined by ;"]
    actor2: Annotated[Optional[str], "to or with whom; several are joined by ;"]
    fatalities: Annotated[Optional[int], "killed, best figure"]
    fatalities_low: Annotated[Optional[int], "killed, at least"]
    fatalities_high: Annotated[Optional[int], "killed, at most"]
    injured: Annotated[Optional[int], "injured, best figure"]
    captured: Annotated[Optional[int], "captured, best figure"]
    displaced: Annotated[Optional[int], "driven from their homes, best figure", _NEW]
    country: Annotated[Optional[str], "ISO 3166-1 alpha-2"]
    admin1: Annotated[Optional[str], "first-level unit"]
    admin2: Annotated[Optional[str], "second-level unit"]
    location: Annotated[Optional[str], "the place's standard name"]
    place_text: Annotated[Optional[str], "the words used: the north and east of Afghanistan"]
    latitude: Annotated[Optional[float], "copy of the point, degrees"]
    longitude: Annotated[Optional[float], "copy of the point, degrees"]
    where_prec: Annotated[
        Optional[int], "UCDP 1..7: exact, near, district, province, part of a country, country, sea or air"
    ]
    geo_precision: Annotated[Optional[int], "ACLED 1..3"]
    uncertainty_m: Annotated[Optional[float], "radius in metres that should contain the event"]
    gazetteer_id: Annotated[Optional[str], "geonames:1138958, mgrs:42SWB..., region:AF-north"]
    assertion: Annotated[
        str, "occurred, claimed, denied, planned, threatened, hypothetical, negated, historical"
    ]
    attributed_to: Annotated[Optional[str], "who says so; several are joined by ;"]
    n_sources: Annotated[int, "how many reports tell it"]
    source: Annotated[str, "the reports that tell it, joined by ;"]
    notes: Annotated[str, "the sentence of each telling, the best first, one a line"]
    score_place: Annotated[float, "0..1, how sure the place is"]
    score_time: Annotated[float, "0..1, how sure the time is"]
    score_type: Annotated[float, "0..1, how sure the type is"]
    review_state: Annotated[str, "auto, confirmed, edited, rejected"]
    merged_into: Annotated[Optional[str], "event_id of the event that this one repeats"]
    tags: Annotated[Optional[str], "words of one's own, joined by ;"]


@dataclass(frozen=True)
class AreaRow:
    """A row of ``event_areas``; its geometry is the footprint of the event of the same id."""

    event_id: Annotated[str, "the event in events"]
    start_time: Annotated[Optional[datetime], "as in events"]
    end_time: Annotated[Optional[datetime], "as in events"]
    event_type: Annotated[str, "as in events"]
    event_mode: Annotated[Optional[str], "as in events"]
    assertion: Annotated[str, "as in events"]
    location: Annotated[Optional[str], "as in events"]
    where_prec: Annotated[Optional[int], "as in events"]
    notes: Annotated[str, "as in events"]
    review_state: Annotated[str, "as in events: what is rejected is not drawn", _NEW]
    merged_into: Annotated[Optional[str], "as in events: what is merged is not drawn", _NEW]


@dataclass(frozen=True)
class ReportRow:
    """A row of ``reports``: a document, with its text as read."""

    report_id: Annotated[str, "the file's name, or the id it came with"]
    title: Annotated[Optional[str], "headline"]
    source: Annotated[Optional[str], "publisher"]
    author: Annotated[Optional[str], "author"]
    published: Annotated[Optional[date], "the document creation time"]
    published_basis: Annotated[str, "who says so: given, metadata, dateline, none"]
    url: Annotated[Optional[str], "address"]
    language: Annotated[str, "ISO 639-1"]
    sha256: Annotated[str, "checksum of the text in UTF-8"]
    text: Annotated[str, "the text as read; offsets of mentions count its characters"]


@dataclass(frozen=True)
class MentionRow:
    """A row of ``mentions``: the words that a value of an event rests on, and why."""

    event_id: Annotated[str, "the event"]
    report_id: Annotated[str, "the report"]
    role: Annotated[
        str,
        "sentence, trigger, place, date, actor1, actor2, fatalities, injured, captured, displaced, attribution",
    ]
    start_char: Annotated[int, "first character in reports.text, counted from 0"]
    end_char: Annotated[int, "the character after the last"]
    text: Annotated[str, "the words"]
    value: Annotated[Optional[str], "what they were read as"]
    rank: Annotated[int, "1 for the value taken, 2 and more for candidates that lost"]
    score: Annotated[Optional[float], "0..1, how sure"]
    rule: Annotated[Optional[str], "the rule or model that says so, with its version"]
    why: Annotated[Optional[str], "the reason, as a sentence"]


@dataclass(frozen=True)
class FailureRow:
    """A row of ``failures``: what could not be read, and why."""

    report_id: Annotated[str, "the report or file"]
    stage: Annotated[str, "open, decode, manifest, date, parse, read, merge"]
    error: Annotated[str, "what was wrong and what to do"]


@dataclass(frozen=True)
class LexiconRow:
    """A row of ``lexicons``: a file of the user's own words that tell events, with which the reports were read."""

    name: Annotated[str, "the file's name; of several files the later wins"]
    sha256: Annotated[str, "checksum of the text in UTF-8"]
    text: Annotated[str, "the file as read, from which 'redate' reads the reports again"]


@dataclass(frozen=True)
class TableSpec:
    """A table of the file: name, row class, geometry type (None for a plain table) and meaning."""

    name: str
    row_class: type
    geometry: Optional[str]
    doc: str

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, in order, without key and geometry."""
        return columns_of(self.row_class)


EVENTS = TableSpec("events", EventRow, "POINT", "one row per dated event")
EVENT_AREAS = TableSpec("event_areas", AreaRow, "MULTIPOLYGON", "footprints of events that have an area")
EVENTS_UNDATED = TableSpec("events_undated", EventRow, "POINT", "events that cannot be put on a time line")
EVENT_AREAS_UNDATED = TableSpec(
    "event_areas_undated",
    AreaRow,
    "MULTIPOLYGON",
    "footprints of undated events, kept for the day they get a date",
)
REPORTS = TableSpec("reports", ReportRow, None, "the documents, with their texts as read")
MENTIONS = TableSpec("mentions", MentionRow, None, "the words that each value rests on")
FAILURES = TableSpec("failures", FailureRow, None, "what could not be read, and why")
LEXICONS = TableSpec("lexicons", LexiconRow, None, "the user's own words that the reports were read with")
TABLES = (EVENTS, EVENT_AREAS, EVENTS_UNDATED, EVENT_AREAS_UNDATED, REPORTS, MENTIONS, FAILURES, LEXICONS)
