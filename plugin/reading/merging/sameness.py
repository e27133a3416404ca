"""Are two events the same thing, told twice?

Never by likeness of wording: by kind, day, place, who takes part, how many it befell and what was struck. What one
telling lacks, the other may lend; what both have must agree. Over-merging is worse than under-merging: in a stack of
stories on one war many things are alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from ...core.event import Event, Telling
from ...core.event_types import DEEDS, MUTUAL, EventType
from .agreement import COUNTRY, assertions_agree, dates_agree, figures_agree, places_agree, same_day, words_of
from .deeds import speaking_for_one_deed, struck_is_one
from .families import TALKED, TOLD, may_be_one
from .people import is_a_body, is_a_person
from .traits import Traits, shared

_ANOTHER = re.compile(r"\b(?:another|second|third|separate|other)\b", re.I)
_ELSEWHERE = re.compile(
    r"\b(?:another|second|third|separate|separately|elsewhere|meanwhile|also|other)\b", re.I
)
_INTRODUCED = re.compile(r"\b(?:an?|one)\b", re.I)
_OPENING = 60  # characters of a sentence in which it says that it tells of another
_WORDS_BEFORE = 4  # of a trigger, among which the article of its noun stands


@dataclass(frozen=True)
class Sameness:
    """How much speaks for two events being one, and why they are taken for one, as a sentence.

    Parameters
    ----------
    evidence : int
    why : str
    persons : int
        How many persons by name take part in both; of equally likely events the one with most of them is meant.
    is_loose : bool
        Whether one of them says so little that it is the other only where no third fits as well.
    """

    evidence: int
    why: str
    persons: int = 0
    is_loose: bool = False


def same(one: Traits, other: Traits) -> Optional[Sameness]:
    """Why two events are the same; None when they are not, or when it cannot be told."""
    a, b = one.event, other.event
    if one.family != other.family or not may_be_one(one.family, a, b):
        return None
    dates = dates_agree(a, b, one.has_weak_date, other.has_weak_date)
    if dates is None or not assertions_agree(a, b):
        return None
    if a.event_id == b.event_id:
        return Sameness(9, "Taken for one: the same words in two reports.")
    in_one_report = not one.report_ids.isdisjoint(other.report_ids)
    if in_one_report and (a.event_type in DEEDS or _told_apart(one, other)):
        return None  # of deeds its own words have told which are the same
    if a.event_type is EventType.STATEMENT and not {a.event_mode, b.event_mode} <= TALKED:
        return _one_occasion(one, other, in_one_report)
    return _by_evidence(one, other, in_one_report, dates)


def _by_evidence(one: Traits, other: Traits, in_one_report: bool, dates: int) -> Optional[Sameness]:
    a, b = one.event, other.event
    places = _places_agree(one, other)
    if places is None:
        return None
    ours, theirs = one.present, other.present
    together = frozenset[str]() if one.keys.isdisjoint(other.keys) else shared(ours, theirs)
    if not together and (a.event_type is EventType.PRESENCE or not one.sides.isdisjoint(other.sides)):
        nobody = in_one_report and not (one.named and other.named) and dates > 0 and places == 2
        return Sameness(dates + places, _reason(dates, places, together)) if nobody else None
    if a.event_type in MUTUAL and min(len(ours), len(theirs)) > len(together) and dates + places < 4:
        return None  # each side has somebody whom the other lacks
    of_the_deed = speaking_for_one_deed(one, other)
    names = _names_shared(one, other)
    of_the_deed += bool(names)
    evidence = dates + places + _of_those(together, a) + of_the_deed
    persons = sum(map(is_a_person, together))
    is_known_by_whom = struck_is_one(one, other) or persons >= 2
    if in_one_report:
        enough = _enough_in_one_report(one, other, dates, together)
    elif a.event_type in MUTUAL and dates + places == 0:
        enough = 2 if is_known_by_whom else 4  # who met whom may be all that a report tells
    elif a.event_type in MUTUAL and places == 2 and not (ours and theirs):
        enough = 3  # the meeting of that town and month
    else:
        enough = 3 if is_known_by_whom or len(together) >= 2 else 4
    if evidence < enough or (dates == 0 and len(together) + of_the_deed < 2):
        return None
    if dates + places == 0 and not is_known_by_whom:
        return None
    why = _reason(dates, places, together, figures_agree(a, b) > 0, names)
    is_loose = dates == 0 or (dates + places < 4 and (a.event_type in DEEDS or not (ours and theirs)))
    return Sameness(evidence, why, persons, is_loose)


def _places_agree(one: Traits, other: Traits) -> Optional[int]:
    """As `places_agree`, but a place taken over from the context forbids nothing, and a country says less than a town.

    Of a state the area is what is told, be it a country.
    """
    a, b = one.event, other.event
    places = places_agree(a.where, b.where)
    is_weak = one.has_weak_place or other.has_weak_place
    if places is None:
        return 0 if is_weak else None
    is_a_country = a.where is not None and a.where.where_prec >= COUNTRY
    if places == 2 and is_a_country and a.event_type is not EventType.PRESENCE:
        return 0 if is_weak else 1
    return places


def _enough_in_one_report(one: Traits, other: Traits, dates: int, together: frozenset[str]) -> int:
    """How much must speak for it that a report, which tells things in order, tells one of them again."""
    is_of_nobody = not (one.present and other.present) and dates == 2  # "We had a good meeting"
    return 2 if one.event.event_type in MUTUAL and (together or is_of_nobody) else 3


def _of_those(together: frozenset[str], event: Event) -> int:
    """What it says that these take part in both: a body meets, or asks for a thing, once a day, a country often."""
    is_a_deed = event.event_type in DEEDS or event.event_type is EventType.PRESENCE
    if not is_a_deed and any(map(is_a_body, together)):
        return 2
    return min(len(together), 2)


def _one_occasion(one: Traits, other: Traits, in_one_report: bool) -> Optional[Sameness]:
    """Whether somebody spoke once: the same person, on the same day told as such, at the same place.

    In two reports one of them must tell of the press conference; announcements made on one day may be two.
    """
    a, b = one.event, other.event
    modes = {a.event_mode, b.event_mode}
    if not modes <= TALKED | TOLD or "interview" in modes or one.has_weak_date or other.has_weak_date:
        return None
    if places_agree(a.where, b.where) != 2 or not (
        same_day(a.when, b.when) or (in_one_report and a.when == b.when)
    ):
        return None
    together = shared(one.named, other.named)
    if in_one_report and "press-conference" in modes:
        together = together or shared(one.present, other.present)
    is_occasion = "press-conference" in modes and any(map(is_a_person, together))
    if not together or not (in_one_report or is_occasion):
        return None
    return Sameness(4, "Taken for one: the same speaker, place and date.")


def _names_shared(one: Traits, other: Traits) -> frozenset[str]:
    """Rare names that both tell, but those of their places: of a street, a ship, who spoke of it."""
    if one.names.isdisjoint(other.names):
        return frozenset()
    places = (words_of(where.name) for where in (one.event.where, other.event.where) if where is not None)
    return (one.names & other.names).difference(*places)


def _reason(
    dates: int,
    places: int,
    together: frozenset[str],
    figures: bool = False,
    names: frozenset[str] = frozenset(),
) -> str:
    agreeing = [
        what
        for what, is_so in (
            ("day" if dates == 2 else "dates", dates > 0),
            ("place", places > 0),
            ("figures", figures),
        )
        if is_so
    ]
    told = ["the same kind of event"]
    if agreeing:
        told.append(f"{_listed(agreeing)} agree{'s' if agreeing in (['day'], ['place']) else ''}")
    if together:
        told.append(f"{_listed(sorted(together))} take{'s' if len(together) == 1 else ''} part in both")
    if names and not together:
        told.append(f"both name {_listed(sorted(map(str.title, names)))}")
    return f"Taken for one: {'; '.join(told)}."


def _listed(words: Sequence[str]) -> str:
    """As in "day, place and figures"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _told_apart(one: Traits, other: Traits) -> bool:
    """Whether one report tells two things: different figures of its own, "another", or a session with its own day."""
    a, b = one.event, other.event
    if a.event_type is EventType.PRESENCE:
        return False
    earlier, later = sorted(
        (_told_in(one, other.report_ids), _told_in(other, one.report_ids)),
        key=lambda telling: telling.trigger,
    )
    if _ANOTHER.search(earlier.trigger_text) or _ANOTHER.search(later.trigger_text):
        return True
    if a.fatalities is not None and b.fatalities is not None and a.fatalities != b.fatalities:
        return True
    if earlier.sentence == later.sentence:
        return False
    if a.event_type is EventType.CONSULT and _is_one_more(one, other, later):
        return True
    if a.event_type in MUTUAL and not one.keys.isdisjoint(other.keys):
        return False  # "They also discussed", "Norway meanwhile said that they agreed"
    return bool(_ELSEWHERE.search(later.sentence_text[:_OPENING]))


def _told_in(traits: Traits, reports: frozenset[str]) -> Telling:
    return next(telling for telling in traits.event.tellings if telling.report_id in reports)


def _is_one_more(one: Traits, other: Traits, later: Telling) -> bool:
    """As in "On March 21 they held a session", after a meeting that was told without a day."""
    if len(one.report_ids | other.report_ids) > 1:
        return False
    earlier, last = (other, one) if later in one.event.tellings else (one, other)
    return earlier.has_weak_date and not last.has_weak_date and _is_introduced(later)


def _is_introduced(telling: Telling) -> bool:
    """Whether an article tells of it as something new: "held a session"."""
    at = telling.trigger.start - telling.sentence.start
    before = telling.sentence_text[:at].split()[-_WORDS_BEFORE:]
    return bool(_INTRODUCED.search(" ".join((*before, telling.trigger_text))))
