"""Several tellings to one event: the best one leads, the others lend what it lacks, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import TypeVar

from ...core.event import Assertion, Event
from ...core.event_types import EventType
from ...core.mentions import Mention, MentionRole, Provenance
from ...core.timespan import DateBasis
from .agreement import (
    COUNTRY,
    has_inherited_date,
    has_loose_date,
    has_weak_date,
    has_weak_place,
    places_agree,
)
from .people import is_known, is_said_by

_T = TypeVar("_T")
_STRENGTH = (Assertion.OCCURRED, Assertion.HISTORICAL, Assertion.CLAIMED, Assertion.DENIED)


def quality(event: Event) -> tuple[object, ...]:
    """Sorts the best telling first: own date, near place, a day named in full, a firm assertion, salience."""
    when = event.when
    width = event.where.where_prec if event.where is not None and not has_weak_place(event) else 9
    return (
        width
        if event.event_type is EventType.PRESENCE
        else 0,  # of a state the area is what one wants to see
        has_weak_date(event),
        has_weak_place(event),
        when.date_prec or 9 if when is not None else 9,
        has_loose_date(event),
        event.date_basis is not DateBasis.EXPLICIT,
        width,
        event.assertion is not Assertion.OCCURRED,
        -len(event.report_ids),
        -event.salience,
        event.event_id,
    )


def fused(best: Event, other: Event, why: str) -> Event:
    """`other` taken into `best`: tellings, actors and figures of both; date and place lent where it has better ones.

    Figures that contradict each other all stay among the mentions, ranked behind the one taken.
    """
    rule = "merge/same-event"
    lent: list[Mention] = []
    changes: dict[str, object] = {}
    if other.when is not None and _needs_the_date_of(best, other):
        changes.update(
            when=other.when,
            date_text=other.date_text,
            date_basis=other.date_basis,
            score_time=other.score_time,
        )
        lent.append(_lent(MentionRole.DATE, other, other.when.edtf, rule))
    if other.where is not None and _needs_the_place_of(best, other):
        changes.update(where=other.where, place_text=other.place_text, score_place=other.score_place)
        lent.append(_lent(MentionRole.PLACE, other, other.where.name, rule))
    own = _outranked(best.mentions, {mention.role for mention in lent})
    lent.append(_joining(other, best, why, rule))
    if not best.event_mode:
        changes["event_mode"] = other.event_mode
    return replace(
        best,
        **changes,  # type: ignore[arg-type]
        tellings=_joined(best.tellings, other.tellings),
        actor1=_each_once(best.actor1, other.actor1, best.actor2),
        actor2=_each_once(best.actor2, other.actor2, best.actor1),
        fatalities=best.fatalities or other.fatalities,
        injured=best.injured or other.injured,
        captured=best.captured or other.captured,
        displaced=best.displaced or other.displaced,
        assertion=min((best.assertion, other.assertion), key=_firmness),
        attributed_to=_joined(best.attributed_to, other.attributed_to),
        salience=max(best.salience, other.salience),
        score_type=max(best.score_type, other.score_type),
        mentions=_joined(own, (_behind(m, best) for m in other.mentions), lent),
    )


def _needs_the_date_of(best: Event, other: Event) -> bool:
    """Whether the other one is dated and the best told is not, or only by a month in which the other's day lies."""
    if other.when is None or not other.when.is_dated:
        return False
    if best.when is None or not best.when.is_dated:
        return True
    is_finer = (best.when.date_prec or 0) > (other.when.date_prec or 0)
    is_own = not has_weak_date(other) and not has_inherited_date(other)
    return (
        is_finer and is_own and best.event_type is not EventType.PRESENCE and best.when.overlaps(other.when)
    )


def _needs_the_place_of(best: Event, other: Event) -> bool:
    """Whether the other one is surely placed, and the best told is not, or in a country or province that holds it.

    A town, though only presumed, is not given up for its country, nor the area of a state for a town in it.
    """
    if best.where is None or other.where is None or places_agree(best.where, other.where) != 1:
        return has_weak_place(best) and not has_weak_place(other)
    if best.where.where_prec <= other.where.where_prec or best.event_type is EventType.PRESENCE:
        return False
    return not has_weak_place(other) or best.where.where_prec >= COUNTRY


def _outranked(mentions: Iterable[Mention], lent: Set[MentionRole]) -> Iterator[Mention]:
    """The mentions, of which those of a role for which another telling lends a better one come second."""
    return (replace(m, rank=2) if m.role in lent and m.rank == 1 else m for m in mentions)


def _behind(mention: Mention, best: Event) -> Mention:
    """A mention of the other telling: a rival where the best telling has a value of its own for that role."""
    taken = any(m.role is mention.role and m.rank == 1 for m in best.mentions)
    return replace(mention, rank=max(2, mention.rank)) if taken and mention.rank == 1 else mention


def _lent(role: MentionRole, other: Event, value: str, rule: str) -> Mention:
    """The value of another telling, with that telling's own reason for it."""
    telling = other.tellings[0]
    words = next((m for m in other.mentions if m.role is role and m.rank == 1), None)
    span, text = (words.span, words.text) if words is not None else (telling.trigger, telling.trigger_text)
    own = words.provenance.why if words is not None else ""
    why = f"Taken from {telling.report_id}, which tells the same event" + (f": {own}" if own else ".")
    return Mention(role, telling.report_id, span, text, value, Provenance(rule, why, 0.8))


def _joining(other: Event, best: Event, why: str, rule: str) -> Mention:
    """Why another telling is of the same event."""
    telling = other.tellings[0]
    words = next((m for m in other.mentions if m.role is MentionRole.TRIGGER and m.rank == 1), None)
    span, text = (words.span, words.text) if words is not None else (telling.trigger, telling.trigger_text)
    provenance = Provenance(rule, why, 0.8)
    return Mention(
        MentionRole.TRIGGER, telling.report_id, span, text, best.event_type.value, provenance, rank=2
    )


def _firmness(assertion: Assertion) -> int:
    return _STRENGTH.index(assertion) if assertion in _STRENGTH else len(_STRENGTH)


def _each_once(mine: tuple[str, ...], theirs: Iterable[str], across: tuple[str, ...]) -> tuple[str, ...]:
    """Those on one side of both tellings, nobody twice: not by another spelling, nor as the country spoken for."""
    new = tuple(
        a
        for a in theirs
        if not any(is_known(a, b) for b in (*mine, *across)) and not any(is_said_by(a, b) for b in mine)
    )
    return _joined((a for a in mine if not any(is_known(a, b) or is_said_by(a, b) for b in new)), new)


def _joined(*parts: Iterable[_T]) -> tuple[_T, ...]:
    """All items in order, each once."""
    return tuple(dict.fromkeys(item for part in parts for item in part))
