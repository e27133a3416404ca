"""Are two events the same thing, told twice?

Never by likeness of words: by type, day, place and those who take part. What one telling lacks, the other may lend;
what both have must agree.
"""

from __future__ import annotations

import re
from datetime import timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Optional

from ...core.event import Assertion, Event
from ...core.event_types import EventType
from ...core.footprint import Footprint
from ...core.timespan import DateBasis, TimeSpan
from ..events.known_actors import known_actor
from ..events.lexicon import people_words

SAME_PLACE_KM = 15.0  # two towns' centres may lie that far apart in two gazetteers
WEAK_DATE_REACH = timedelta(
    days=45
)  # a report without a date of its own may tell what happened that long ago
STATE_GAP = WEAK_DATE_REACH  # a presence told again within that time is the same presence
WEAK_PLACE = 0.5  # below, the place was taken over from the context
_UNREAL = frozenset((Assertion.NEGATED, Assertion.HYPOTHETICAL, Assertion.THREATENED))
_AHEAD = frozenset((Assertion.PLANNED,))
_MUTUAL = frozenset((EventType.CONSULT, EventType.AGREE, EventType.COOPERATE))
_APART = frozenset(("kidnap", "hijack", "arson", "looting", "sexual-violence", "torture"))
_DEEDS = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.PROTEST))
_TOLD = frozenset(("announcement", "disclosure"))
_ANOTHER = re.compile(
    r"\b(?:another|second|third|separate|separately|elsewhere|meanwhile|also|other)\b", re.I
)
_DISTRICT, _COUNTRY = 3, 6  # UCDP where_prec
_EARTH_KM = 6371.0


def family(event: Event) -> str:
    """Events of different families are never the same.

    Joint exercises are one family whether told as manoeuvres or as cooperation; meetings, talks and visits too.
    """
    if event.event_mode in ("exercise", "military") and event.event_type in (
        EventType.MOBILIZE,
        EventType.COOPERATE,
    ):
        return "exercise"
    if event.event_type is EventType.ASSAULT and event.event_mode in _APART:
        return f"ASSAULT/{event.event_mode}"
    if event.event_type is EventType.PRESENCE:
        return "PRESENCE/overflight" if event.event_mode == "overflight" else "PRESENCE"
    if event.event_type is EventType.STATEMENT:
        spoken = event.event_mode in ("press-conference", "interview")
        told = event.event_mode in _TOLD
        return f"STATEMENT/{'press-conference' if spoken else 'announcement' if told else event.event_mode}"
    if event.event_type is EventType.COERCE and event.event_mode in ("raid", "pursuit", "arrest"):
        return "COERCE/operation"
    if event.event_type is EventType.COERCE:
        return f"COERCE/{event.event_mode}"
    return str(event.event_type.value)


def same(a: Event, b: Event) -> Optional[str]:
    """Why two events are the same, as a sentence; None when they are not, or when it cannot be told."""
    if family(a) != family(b) or not _assertions_agree(a, b):
        return None
    if a.event_type is EventType.STATEMENT and a.event_mode not in (
        "press-conference",
        "interview",
        "statement",
    ):
        return "Taken for one: the same speaker, place and date." if _one_announcement(a, b) else None
    shared = _shared_actors(a, b)
    if not shared and (a.event_type is EventType.PRESENCE or (_named(a) and _named(b))):
        return None
    dates = _dates_agree(a, b)
    places = _places_agree(a.where, b.where)
    if places is None and (has_weak_place(a) or has_weak_place(b)):
        places = 0
    if dates is None or places is None:
        return None
    in_one_report = bool(set(a.report_ids) & set(b.report_ids))
    if in_one_report and a.event_type in _DEEDS:
        return None  # its own words have told which are the same
    if in_one_report and a.event_type is not EventType.PRESENCE and _told_apart(a, b):
        return None
    evidence = dates + places + min(len(shared), 2)
    if a.event_type in _MUTUAL and min(len(_named(a)), len(_named(b))) > len(shared) and dates + places < 4:
        return None  # each side has somebody whom the other lacks
    enough = 3 if len(shared) >= 2 else 4
    if in_one_report:
        enough = 2 if a.event_type in _MUTUAL and shared else 3
    if evidence < enough or (dates == 0 and len(shared) < 2) or dates + places == 0:
        return None
    told = ["the same kind of event"]
    if dates:
        told.append("dates that agree")
    if places:
        told.append("places that agree")
    if shared:
        told.append(f"the same actors ({', '.join(sorted(shared))})")
    return f"Taken for one: {', '.join(told)}."


def _one_announcement(a: Event, b: Event) -> bool:
    """Whether one report speaks twice of what somebody made known: the same date, told as such, speaker and place."""
    if a.event_id == b.event_id:
        return True
    if {a.event_mode, b.event_mode} - _TOLD or not set(a.report_ids) & set(b.report_ids):
        return False
    if a.when is None or b.when is None or has_weak_date(a) or has_weak_date(b):
        return False
    dates = (a.when.start, a.when.end) == (b.when.start, b.when.end)
    return dates and _places_agree(a.where, b.where) == 2 and bool(_shared_actors(a, b))


def has_weak_date(event: Event) -> bool:
    """Whether its date is only the report's, for want of a better."""
    return (
        event.when is None
        or not event.when.is_dated
        or event.date_basis in (DateBasis.PUBLICATION, DateBasis.DATELINE)
    )


def has_weak_place(event: Event) -> bool:
    """Whether its place was only taken over from the context."""
    return event.where is None or event.score_place < WEAK_PLACE


def actor_keys(name: str) -> frozenset[str]:
    """What a name may be recognised by: the whole name, a person's surname, the country a person speaks for.

    "Sergei" and "Sergey Lavrov (Russia)" share a surname; "Russia" and "Sergei Lavrov (Russia)" a country. Words for
    people ("ministers") name nobody and have no keys.
    """
    person, _, country = name.rstrip(")").partition(" (")
    words = re.findall(r"[\w'-]+", person.casefold())
    if not words or (words[-1] in people_words() and known_actor(name) is None):
        return frozenset()
    keys = {" ".join(words)}
    if country:
        keys.update((words[-1], country.casefold()))
    elif len(words) == 2 and person.istitle():
        keys.add(words[-1])
    return frozenset(keys)


def _named(event: Event) -> set[str]:
    """The actors who can be recognised."""
    return {name for name in (*event.actor1, *event.actor2) if actor_keys(name)}


def _shared_actors(a: Event, b: Event) -> set[str]:
    """Actors of `a` whom `b` has too, each matched once."""
    shared: set[str] = set()
    theirs = [actor_keys(name) for name in sorted(_named(b))]
    for name in sorted(_named(a)):
        match = next((keys for keys in theirs if keys & actor_keys(name)), None)
        if match is not None:
            shared.add(name)
            theirs.remove(match)
    return shared


def _assertions_agree(a: Event, b: Event) -> bool:
    kinds = {a.assertion, b.assertion}
    if kinds & _UNREAL:
        return False
    return len(kinds & _AHEAD) == 0 or len(kinds) == 1 or _same_day(a.when, b.when)


def _same_day(a: Optional[TimeSpan], b: Optional[TimeSpan]) -> bool:
    return a is not None and b is not None and a.date_prec == 1 and (a.start, a.end) == (b.start, b.end)


def _dates_agree(a: Event, b: Event) -> Optional[int]:
    """2: the same day, or the same span. 1: they overlap, or one is weak and near. 0: one is unknown. None: apart."""
    weak_a, weak_b = has_weak_date(a), has_weak_date(b)
    x, y = a.when, b.when
    if x is None or y is None or x.start is None or y.start is None:
        return 0
    if (x.start, x.end) == (y.start, y.end):
        return 1 if weak_a and weak_b else 2
    if a.event_type is EventType.PRESENCE:
        near = x.start - STATE_GAP <= (y.end or y.start) and y.start - STATE_GAP <= (x.end or x.start)
        return 1 if near else None
    if weak_a != weak_b:
        weak, strong = (x, y) if weak_a else (y, x)
        assert weak.start is not None
        assert strong.start is not None
        return 1 if timedelta(0) <= weak.start - strong.start <= WEAK_DATE_REACH else None
    if weak_a and weak_b:
        return 0 if abs(x.start - y.start) <= timedelta(days=3) else None
    return 1 if x.overlaps(y) and not _both_days(x, y) else None


def _both_days(x: TimeSpan, y: TimeSpan) -> bool:
    return x.date_prec == 1 and y.date_prec == 1


def _places_agree(a: Optional[Footprint], b: Optional[Footprint]) -> Optional[int]:
    """2: the same place. 1: one holds the other. 0: one is unknown. None: elsewhere."""
    if a is None or b is None:
        return 0
    if a.gazetteer_id == b.gazetteer_id or _words(a.name) == _words(b.name):
        return 2
    if a.where_prec <= 2 and b.where_prec <= 2:
        return 2 if _km(a, b) <= SAME_PLACE_KM else None
    wide, narrow = (a, b) if a.where_prec >= b.where_prec else (b, a)
    if wide.country is None and _km(a, b) * 1000 <= wide.uncertainty_m:
        return 1
    if wide.country != narrow.country or wide.country is None:
        return None
    if wide.where_prec >= _COUNTRY:
        return 1
    if wide.where_prec <= _DISTRICT:
        return (
            1 if wide.admin1 == narrow.admin1 and wide.admin2 in (None, narrow.admin2, narrow.name) else None
        )
    if wide.admin1 and narrow.admin1:
        return 1 if wide.admin1 == narrow.admin1 else None
    return 1 if _km(a, b) * 1000 <= wide.uncertainty_m else None


def _words(name: str) -> frozenset[str]:
    """As in "Eastern and northern Afghanistan" is "Northern and eastern Afghanistan"."""
    return frozenset(re.findall(r"\w+", name.casefold()))


def _told_apart(a: Event, b: Event) -> bool:
    """Whether one report tells two things: different figures of its own, or "another", "a second"."""
    if _ANOTHER.search(a.tellings[0].trigger_text) or _ANOTHER.search(b.tellings[0].trigger_text):
        return True
    if a.fatalities is not None and b.fatalities is not None and a.fatalities != b.fatalities:
        return True
    later = max(a.tellings[0], b.tellings[0], key=lambda t: t.trigger)
    return later.sentence != a.tellings[0].sentence and bool(_ANOTHER.search(later.sentence_text[:60]))


def _km(a: Footprint, b: Footprint) -> float:
    """Great-circle distance."""
    lat1, lat2 = radians(a.point.lat), radians(b.point.lat)
    dlat, dlon = lat2 - lat1, radians(b.point.lon - a.point.lon)
    h = sin(dlat / 2) ** 2 + cos(lat1) * cos(lat2) * sin(dlon / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, h)))
