"""Several events are one, or one is several, because a person says so. Pure, as all of `review`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Optional

from .event import ReviewState, event_id_of
from .event_types import EventType
from .mentions import MentionRole
from .report import Span
from .review import Standing
from .schema import SEPARATOR, EventRow, MentionRow

_TELLING_ROLES = ("sentence", "trigger")
_GROUPS = (  # values that go together: where the first is missing, all are taken from the other event
    (MentionRole.DATE, ("start_time", "end_time", "date_edtf", "date_text", "date_basis", "date_prec")),
    (MentionRole.FATALITIES, ("fatalities", "fatalities_low", "fatalities_high")),
    (MentionRole.INJURED, ("injured",)),
    (MentionRole.CAPTURED, ("captured",)),
    (MentionRole.DISPLACED, ("displaced",)),
)
_PLACE = (
    *("location", "country", "admin1", "admin2", "place_text", "latitude", "longitude"),
    *("where_prec", "geo_precision", "uncertainty_m", "gazetteer_id", "score_place"),
)


def merged(lead: Standing, others: Sequence[Standing]) -> tuple[Standing, ...]:
    """The events as one: the first takes the others' reports, and what it lacks; the others are hidden behind it.

    Returns
    -------
    tuple of Standing
        The lead, then the others, each ``merged_into`` the lead and else as it was.
    """
    row, mentions, area_of = lead.row, lead.mentions, lead.area_of
    for other in others:
        row, mentions, area_of = _with(row, mentions, area_of, other)
    row = replace(row, review_state=ReviewState.EDITED.value, merged_into=None)
    behind = (replace(one, row=replace(one.row, merged_into=row.event_id)) for one in others)
    return (Standing(row, mentions, area_of), *behind)


def tellings_of(event: Standing) -> tuple[int, ...]:
    """Ranks of the event's tellings, the best first."""
    return tuple(sorted({one.rank for one in event.mentions if _is_telling(one)}))


def split(
    event: Standing,
    away: Iterable[int],
    text_sha256: str,
    hidden: Sequence[Standing] = (),
    taken: Iterable[str] = (),
) -> tuple[Standing, ...]:
    """The event as two or more: some of its tellings become another, with the same values until a person edits them.

    What was merged into the event and is told by what goes comes back as the event that it was.

    Parameters
    ----------
    away : iterable of int
        Ranks of the tellings that go (see `tellings_of`); all of them: both events keep all, as when one sentence tells
        of two.
    text_sha256 : str
        Checksum of the report of the first telling that goes.
    hidden : sequence of Standing
        The events that are merged into this one.
    taken : iterable of str
        Ids that events have already.

    Returns
    -------
    tuple of Standing
        The event with what stays, then the others.
    """
    going = set(away)
    if going >= set(tellings_of(event)):
        return event_as_edited(event), _new(event, event.mentions, text_sha256, taken)
    gone = tuple(one for one in event.mentions if _goes(one, going, event))
    stays = _ranked(tuple(one for one in event.mentions if one not in gone))
    first = event_as_edited(replace(event, row=_told_by(event.row, stays), mentions=stays))
    back = [one for one in hidden if _places(one.mentions) and _places(one.mentions) <= _places(gone)]
    told = {place for one in back for place in _places(one.mentions)}
    others = [event_as_edited(one) for one in back]
    if not _places(gone) <= told:
        others.append(_new(event, gone, text_sha256, taken))
    return (first, *others)


def event_as_edited(event: Standing) -> Standing:
    """The event, no longer merged into another, as one that stays as a person has left it."""
    return replace(event, row=replace(event.row, review_state=ReviewState.EDITED.value, merged_into=None))


def _with(
    row: EventRow, mentions: tuple[MentionRow, ...], area_of: Optional[str], other: Standing
) -> tuple[EventRow, tuple[MentionRow, ...], Optional[str]]:
    """A row and its mentions, with what another event tells."""
    rest = other.row
    lent = {
        role
        for role, names in _GROUPS
        if getattr(row, names[0]) is None and getattr(rest, names[0]) is not None
    }
    changes = {name: getattr(rest, name) for role, names in _GROUPS if role in lent for name in names}
    if MentionRole.DATE in lent:
        changes.update(time_precision=rest.time_precision, score_time=rest.score_time)
    if row.location is None and rest.location is not None:
        lent.add(MentionRole.PLACE)
        changes.update((name, getattr(rest, name)) for name in _PLACE)
        area_of = other.area_of
    shift = max((one.rank for one in mentions if _is_telling(one)), default=0)
    known = {(one.report_id, one.role, one.start_char, one.end_char) for one in mentions}
    lent_roles = {role.value for role in lent}
    theirs = tuple(
        _behind(one, row.event_id, shift, one.role in lent_roles)
        for one in other.mentions
        if (one.report_id, one.role, one.start_char, one.end_char) not in known
    )
    row = replace(
        row,
        **changes,
        actor1=_joined(row.actor1, rest.actor1),
        actor2=_joined(row.actor2, rest.actor2),
        tags=_joined(row.tags, rest.tags),
        notes="\n".join(dict.fromkeys([*row.notes.split("\n"), *rest.notes.split("\n")])),
    )
    mentions = _ranked((*mentions, *theirs))
    return _sourced(row, mentions, (row.source, rest.source)), mentions, area_of


def _behind(mention: MentionRow, event_id: str, shift: int, is_lent: bool) -> MentionRow:
    """The other event's mention: its telling follows the lead's, its values are rivals unless they are taken."""
    if _is_telling(mention):
        return replace(mention, event_id=event_id, rank=mention.rank + shift)
    return replace(mention, event_id=event_id, rank=mention.rank if is_lent else mention.rank + 1)


def _goes(mention: MentionRow, going: set[int], event: Standing) -> bool:
    """Whether a mention belongs to the tellings that go: it is one, or its report tells the event nowhere else."""
    if _is_telling(mention):
        return mention.rank in going
    told = {one.rank for one in event.mentions if _is_telling(one) and one.report_id == mention.report_id}
    return bool(told) and told <= going


def _told_by(row: EventRow, mentions: Sequence[MentionRow]) -> EventRow:
    """The row with the sentences and sources of these tellings alone."""
    sentences = [one for one in mentions if one.role == "sentence" and _is_telling(one)]
    notes = dict.fromkeys(" ".join(one.text.split()) for one in sorted(sentences, key=lambda one: one.rank))
    return replace(_sourced(row, mentions, ()), notes="\n".join(notes) or row.notes)


def _sourced(row: EventRow, mentions: Sequence[MentionRow], sources: Sequence[str]) -> EventRow:
    """The row with its reports: those told, in the order of the tellings, then those only named."""
    tellings = sorted((one for one in mentions if _is_telling(one)), key=lambda one: one.rank)
    named = [report_id for source in sources for report_id in source.split(SEPARATOR) if report_id]
    ids = list(dict.fromkeys([*(one.report_id for one in tellings), *named])) or row.source.split(SEPARATOR)
    return replace(row, source=SEPARATOR.join(ids), n_sources=len(ids))


def _ranked(mentions: Sequence[MentionRow]) -> tuple[MentionRow, ...]:
    """Tellings numbered 1, 2, ... without a gap."""
    ranks = sorted({one.rank for one in mentions if _is_telling(one)})
    number = {rank: nth for nth, rank in enumerate(ranks, start=1)}
    return tuple(replace(one, rank=number[one.rank]) if _is_telling(one) else one for one in mentions)


def _is_telling(mention: MentionRow) -> bool:
    return mention.rule is None and mention.role in _TELLING_ROLES


def _places(mentions: Sequence[MentionRow]) -> set[tuple[str, int, int]]:
    """Where the triggers of tellings stand."""
    return {
        (one.report_id, one.start_char, one.end_char)
        for one in mentions
        if _is_telling(one) and one.role == "trigger"
    }


def _new(event: Standing, mentions: Sequence[MentionRow], text_sha256: str, taken: Iterable[str]) -> Standing:
    """Another event of these mentions, with the values of the first."""
    ranked = _ranked(mentions)
    new_id = _free_id(ranked, event.row.event_type, text_sha256, {*taken, event.row.event_id})
    row = replace(_told_by(event.row, ranked), event_id=new_id)
    return event_as_edited(
        Standing(row, tuple(replace(one, event_id=new_id) for one in ranked), event.area_of)
    )


def _free_id(mentions: Sequence[MentionRow], event_type: str, text_sha256: str, taken: set[str]) -> str:
    """The id that the new event's best telling gives it; a further one where that is another event's."""
    triggers = [one for one in mentions if one.role == "trigger" and _is_telling(one)]
    first = min(triggers, key=lambda one: one.rank, default=None)
    span = Span(0, 1) if first is None else Span(first.start_char, first.end_char)
    known = {kind.value: kind for kind in EventType}
    nth = 0
    while (
        new_id := event_id_of(text_sha256, span, known.get(event_type, EventType.STATEMENT), nth)
    ) in taken:
        nth += 1
    return new_id


def _joined(*values: Optional[str]) -> Optional[str]:
    """Several texts of several values as one, each value once."""
    parts = [part for value in values if value for part in value.split(SEPARATOR)]
    return SEPARATOR.join(dict.fromkeys(parts)) or None
