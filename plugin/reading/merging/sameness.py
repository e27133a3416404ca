"""Are two events the same thing, told twice?

Never by likeness of wording: by kind, day, place, who takes part, how many it befell and what was struck. What one
telling lacks, the other may lend; what both have must agree. Over-merging is worse than under-merging: in a stack of
stories on one war many things are alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Optional

from ...core.event import Event
from ...core.event_types import EventType
from .agreement import (
    assertions_agree,
    dates_agree,
    figures_agree,
    has_weak_date,
    has_weak_place,
    places_agree,
    same_day,
    sites_agree,
)
from .families import DEEDS, MUTUAL, TALKED, TOLD, are_done_alike, family
from .people import are_others, is_a_person, named, shared_actors
from .talks import NO_TALKS, Talks

_ANOTHER = re.compile(
    r"\b(?:another|second|third|separate|separately|elsewhere|meanwhile|also|other)\b", re.I
)
_HARM = frozenset((EventType.ASSAULT, EventType.COERCE))


@dataclass(frozen=True)
class Sameness:
    """How much speaks for two events being one, and why they are taken for one, as a sentence."""

    evidence: int
    why: str


def same(a: Event, b: Event, talks: Talks = NO_TALKS) -> Optional[Sameness]:
    """Why two events are the same; None when they are not, or when it cannot be told.

    Parameters
    ----------
    talks : Talks
        Who met whom, as the reports tell: those who spoke at one press conference.
    """
    if family(a) != family(b) or not assertions_agree(a, b):
        return None
    if a.event_id == b.event_id:
        return Sameness(9, "Taken for one: the same words in two reports.")
    in_one_report = bool(set(a.report_ids) & set(b.report_ids))
    if in_one_report and (a.event_type in DEEDS or _told_apart(a, b)):
        return None  # of deeds its own words have told which are the same
    if a.event_type is EventType.STATEMENT and not {a.event_mode, b.event_mode} <= TALKED:
        return _one_occasion(a, b, in_one_report)
    return _by_evidence(a, b, in_one_report, talks)


def _by_evidence(a: Event, b: Event, in_one_report: bool, talks: Talks) -> Optional[Sameness]:
    ours, theirs = named(a), named(b)
    shared = shared_actors(ours, theirs)
    if not shared and a.event_type is EventType.STATEMENT:
        shared = shared_actors(ours | talks.partners(a), theirs | talks.partners(b))
    dates = dates_agree(a, b)
    places = places_agree(a.where, b.where)
    if places is None and (has_weak_place(a) or has_weak_place(b)):
        places = 0
    if dates is None or places is None:
        return None
    if not shared and (a.event_type is EventType.PRESENCE or (ours and theirs)):
        nobody = in_one_report and not (ours and theirs) and dates + places == 4
        return Sameness(4, _reason(dates, places, shared)) if nobody else None
    if a.event_type in MUTUAL and min(len(ours), len(theirs)) > len(shared) and dates + places < 4:
        return None  # each side has somebody whom the other lacks
    evidence = dates + places + min(len(shared), 2) + _of_the_deed(a, b)
    enough = 3 if len(shared) >= 2 else 4
    if in_one_report:
        enough = 2 if a.event_type in MUTUAL and shared else 3
    if evidence < enough or (dates == 0 and len(shared) < 2) or dates + places == 0:
        return None
    return Sameness(evidence, _reason(dates, places, shared, figures_agree(a, b) > 0))


def _of_the_deed(a: Event, b: Event) -> int:
    """What its figures, its means, its object and its people say for or against one deed."""
    if a.event_type not in DEEDS:
        return 0
    points = figures_agree(a, b)
    if a.event_type in _HARM:
        points += sites_agree(a, b)
    if not are_done_alike(a, b):
        points -= 2
    if a.event_type is EventType.PROTEST and are_others(a, b):
        points -= 2
    return points


def _one_occasion(a: Event, b: Event, in_one_report: bool) -> Optional[Sameness]:
    """Whether somebody spoke once: the same person, on the same day told as such, at the same place.

    In two reports one of them must tell of the press conference; announcements made on one day may be two.
    """
    modes = {a.event_mode, b.event_mode}
    if not modes <= TALKED | TOLD or "interview" in modes or has_weak_date(a) or has_weak_date(b):
        return None
    if places_agree(a.where, b.where) != 2 or not (
        same_day(a.when, b.when) or (in_one_report and a.when == b.when)
    ):
        return None
    shared = shared_actors(named(a), named(b))
    if not shared or not (in_one_report or ("press-conference" in modes and any(map(is_a_person, shared)))):
        return None
    return Sameness(4, "Taken for one: the same speaker, place and date.")


def _reason(dates: int, places: int, shared: set[str], figures: bool = False) -> str:
    told = ["the same kind of event"]
    if dates:
        told.append("dates that agree")
    if places:
        told.append("places that agree")
    if figures:
        told.append("the same figures")
    if shared:
        told.append(f"the same actors ({', '.join(sorted(shared))})")
    return f"Taken for one: {', '.join(told)}."


def _told_apart(a: Event, b: Event) -> bool:
    """Whether one report tells two things: different figures of its own, or "another", "a second"."""
    if a.event_type is EventType.PRESENCE:
        return False
    if _ANOTHER.search(a.tellings[0].trigger_text) or _ANOTHER.search(b.tellings[0].trigger_text):
        return True
    if a.fatalities is not None and b.fatalities is not None and a.fatalities != b.fatalities:
        return True
    later = max(a.tellings[0], b.tellings[0], key=lambda t: t.trigger)
    return later.sentence != a.tellings[0].sentence and bool(_ANOTHER.search(later.sentence_text[:60]))
