"""What people have decided in an events GeoPackage, and the reports that they decided on.

Decided on is an event that is confirmed, edited or rejected, counted as a repetition of another, or tagged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..core.event import Event, ReviewState, Telling
from ..core.event_types import EventType
from ..core.report import DctBasis, Report, Span
from ..core.schema import SEPARATOR, EventRow, MentionRow
from .reader import EventFile

_BY_HAND = Telling("", Span(0, 1), "", Span(0, 1), "")  # of an event that no report tells


def decided_events(file: EventFile) -> tuple[Event, ...]:
    """The events that a person has decided on: their ids, types, tellings and decisions, nothing else.

    A state that this version does not know counts as edited, for a person must have written it.
    """
    return tuple(_event(row, file.mentions(row.event_id)) for row in file.decided())


def reports_of(file: EventFile) -> Iterator[Report]:
    """The reports of a file, as they were read, one at a time."""
    for row in file.each_report():
        yield Report(
            row.report_id,
            row.text,
            row.published,
            DctBasis(row.published_basis),
            title=row.title or "",
            source=row.source or "",
            author=row.author or "",
            url=row.url or "",
            language=row.language,
        )


def _event(row: EventRow, mentions: list[MentionRow]) -> Event:
    known = {state.value for state in ReviewState}
    state = ReviewState(row.review_state) if row.review_state in known else ReviewState.EDITED
    types = {kind.value for kind in EventType}
    return Event(
        row.event_id,
        EventType(row.event_type) if row.event_type in types else EventType.STATEMENT,
        row.event_mode or "",
        tuple(_tellings(mentions)) or (_BY_HAND,),
        review_state=state,
        merged_into=row.merged_into,
        tags=tuple(row.tags.split(SEPARATOR)) if row.tags else (),
    )


def _tellings(mentions: list[MentionRow]) -> Iterator[Telling]:
    """The tellings, best first: each is a row for its sentence and one for its trigger, without a rule."""
    parts: dict[int, dict[str, MentionRow]] = defaultdict(dict)
    for mention in mentions:
        if mention.rule is None and mention.role in ("sentence", "trigger"):
            parts[mention.rank].setdefault(mention.role, mention)
    for _, part in sorted(parts.items()):
        if len(part) == 2:
            trigger, sentence = part["trigger"], part["sentence"]
            yield Telling(
                trigger.report_id,
                Span(trigger.start_char, trigger.end_char),
                trigger.text,
                Span(sentence.start_char, sentence.end_char),
                sentence.text,
            )
