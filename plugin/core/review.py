"""What a person decides about events: confirm, reject, edit; `regrouping` merges and splits. Pure: a decision turns how
events stand into how they are to stand; writing that is another floor's.

A decision is known by ``review_state`` and ``merged_into``: see `ReviewState`. A second reading of the reports keeps
it, because it leaves to every event the tellings (sentence and trigger in a report) by which it is known again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

from .edtf import read_edtf
from .event import Count, ReviewState
from .event_types import EventType, acled_types
from .footprint import Footprint
from .mentions import MentionRole
from .schema import SEPARATOR, EventRow, MentionRow
from .timespan import DateBasis

BY_HAND = "review/by-hand"
"""The rule of a mention that a person put there."""


@dataclass(frozen=True)
class Standing:
    """An event as it stands in a file, or is to stand there.

    Parameters
    ----------
    row : EventRow
    mentions : tuple of MentionRow
        The words that it rests on, its tellings (rows for sentence and trigger) among them.
    area_of : str or None
        Id of the event whose footprint it has, mostly its own; None when its place has no area any more.
    """

    row: EventRow
    mentions: tuple[MentionRow, ...]
    area_of: Optional[str]


@dataclass(frozen=True)
class Edit:
    """The values that a person changes; None leaves a value as it is.

    Parameters
    ----------
    event_type : EventType or None
        Another type takes away a mode that was finer than the old one.
    date_edtf : str or None
        Extended Date/Time Format; empty: the event has no date.
    place : Footprint or None
        An empty ``gazetteer_id`` is a point of the person's own.
    assertion : str or None
        A value of `Assertion`.
    killed : Count or None
    clears_killed : bool
        The text gives no number of dead.
    """

    event_type: Optional[EventType] = None
    date_edtf: Optional[str] = None
    place: Optional[Footprint] = None
    assertion: Optional[str] = None
    killed: Optional[Count] = None
    clears_killed: bool = False


def judged(event: Standing, state: ReviewState) -> Standing:
    """The event confirmed, rejected, or (``AUTO``) as if nobody had looked at it.

    What a person has edited stays edited when it is confirmed: a second reading would else bring the old values back.
    """
    is_edited = event.row.review_state == ReviewState.EDITED.value
    if state is ReviewState.CONFIRMED and is_edited:
        return event
    return replace(event, row=replace(event.row, review_state=state.value))


def edited(event: Standing, edit: Edit) -> Standing:
    """The event with a person's values; each says that it was set by hand and what was read before.

    Raises
    ------
    DateError
        When `edit.date_edtf` is no date.
    """
    row, roles = event.row, []
    area_of = event.area_of
    if edit.event_type is not None and edit.event_type.value != row.event_type:
        acled_type, acled_sub_type = acled_types(edit.event_type, "")
        row = replace(
            row,
            event_type=edit.event_type.value,
            event_mode=None,
            acled_event_type=acled_type,
            acled_sub_event_type=acled_sub_type,
            score_type=1.0,
        )
    if edit.date_edtf is not None and edit.date_edtf != (row.date_edtf or ""):
        roles.append((MentionRole.DATE, row.date_edtf, edit.date_edtf))
        row = _dated(row, edit.date_edtf)
    if edit.place is not None:
        roles.append((MentionRole.PLACE, row.location, edit.place.name))
        row, area_of = _placed(row, edit.place), None
    if edit.assertion is not None:
        row = replace(row, assertion=edit.assertion)
    if edit.killed is not None or edit.clears_killed:
        roles.append((MentionRole.FATALITIES, _figure(row), ""))
        row = _with_dead(row, edit.killed)
    mentions = event.mentions
    for role, before, after in roles:
        mentions = _by_hand(mentions, row, role, before, after)
    row = replace(row, review_state=ReviewState.EDITED.value)
    return Standing(row, mentions, area_of)


def _dated(row: EventRow, edtf: str) -> EventRow:
    when = read_edtf(edtf) if edtf else None
    is_dated = when is not None and when.is_dated
    return replace(
        row,
        start_time=when.start if when else None,
        end_time=when.end if when else None,
        date_edtf=edtf or None,
        date_text=None,
        date_basis=DateBasis.EXPLICIT.value if edtf else None,
        date_prec=when.date_prec if when else None,
        time_precision=when.time_precision if when else None,
        score_time=1.0 if is_dated else 0.0,
    )


def _placed(row: EventRow, place: Footprint) -> EventRow:
    return replace(
        row,
        location=place.name,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        place_text=None,
        latitude=place.point.lat,
        longitude=place.point.lon,
        where_prec=place.where_prec,
        geo_precision=place.geo_precision,
        uncertainty_m=place.uncertainty_m,
        gazetteer_id=place.gazetteer_id or None,
        score_place=1.0,
    )


def _with_dead(row: EventRow, killed: Optional[Count]) -> EventRow:
    if killed is None:
        return replace(row, fatalities=None, fatalities_low=None, fatalities_high=None)
    best = next(n for n in (killed.best, killed.low, killed.high) if n is not None)
    return replace(row, fatalities=best, fatalities_low=killed.low, fatalities_high=killed.high)


def _figure(row: EventRow) -> Optional[str]:
    return None if row.fatalities is None else f"{row.fatalities:,}"


def _by_hand(
    mentions: tuple[MentionRow, ...], row: EventRow, role: MentionRole, before: Optional[str], after: str
) -> tuple[MentionRow, ...]:
    """The mentions with one of a person's in the first rank of its role; what was read steps back behind it."""
    why = "Set by hand." if not before else f"Set by hand; the reading was {before}."
    report_id = row.source.split(SEPARATOR)[0]
    mine = MentionRow(row.event_id, report_id, role.value, 0, 0, "", after or None, 1, 1.0, BY_HAND, why)
    kept = (one for one in mentions if not (one.role == role.value and one.rule == BY_HAND))
    return (*(replace(one, rank=one.rank + 1) if one.role == role.value else one for one in kept), mine)
