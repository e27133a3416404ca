"""Events and their reports as rows of the tables of `schema`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from .event import Count, Event
from .lexicon_file import LexiconFile
from .report import Report
from .schema import EVENT_AREAS, SEPARATOR, AreaRow, EventRow, LexiconRow, MentionRow, ReportRow


def row_of(event: Event) -> EventRow:
    """The event as a row of ``events`` (or ``events_undated``)."""
    when, where, dead = event.when, event.where, event.fatalities
    acled_type, acled_sub_type = event.acled
    reports = event.report_ids
    return EventRow(
        event_id=event.event_id,
        start_time=when.start if when else None,
        end_time=when.end if when else None,
        date_edtf=(when.edtf or None) if when else None,
        date_text=event.date_text or None,
        date_basis=event.date_basis.value if event.date_basis else None,
        date_prec=when.date_prec if when else None,
        time_precision=when.time_precision if when else None,
        event_type=event.event_type.value,
        event_mode=event.event_mode or None,
        acled_event_type=acled_type,
        acled_sub_event_type=acled_sub_type,
        actor1=_joined(event.actor1),
        actor2=_joined(event.actor2),
        fatalities=_best(dead),
        fatalities_low=dead.low if dead else None,
        fatalities_high=dead.high if dead else None,
        injured=_best(event.injured),
        captured=_best(event.captured),
        displaced=_best(event.displaced),
        country=where.country if where else None,
        admin1=where.admin1 if where else None,
        admin2=where.admin2 if where else None,
        location=where.name if where else None,
        place_text=event.place_text or None,
        latitude=where.point.lat if where else None,
        longitude=where.point.lon if where else None,
        where_prec=where.where_prec if where else None,
        geo_precision=where.geo_precision if where else None,
        uncertainty_m=where.uncertainty_m if where else None,
        gazetteer_id=where.gazetteer_id if where else None,
        assertion=event.assertion.value,
        attributed_to=_joined(event.attributed_to),
        n_sources=len(reports),
        source=SEPARATOR.join(reports),
        notes="\n".join(dict.fromkeys(" ".join(t.sentence_text.split()) for t in event.tellings)),
        score_place=event.score_place,
        score_time=event.score_time,
        score_type=event.score_type,
        review_state=event.review_state.value,
        merged_into=event.merged_into,
        tags=_joined(event.tags),
    )


def area_row_of(event: Event) -> AreaRow:
    """The event as a row of ``event_areas``."""
    row = row_of(event)
    return AreaRow(*(getattr(row, column.name) for column in EVENT_AREAS.columns))


def report_row_of(report: Report) -> ReportRow:
    """The report as a row of ``reports``."""
    return ReportRow(
        report_id=report.report_id,
        title=report.title or None,
        source=report.source or None,
        author=report.author or None,
        published=report.published,
        published_basis=report.published_basis.value,
        url=report.url or None,
        language=report.language,
        sha256=report.sha256,
        text=report.text,
    )


def lexicon_row_of(file: LexiconFile) -> LexiconRow:
    """The file of words as a row of ``lexicons``."""
    return LexiconRow(file.name, file.sha256, file.text)


def mention_rows_of(event: Event) -> Iterator[MentionRow]:
    """The event's mentions as rows, after one row each for the sentence and the trigger of every telling."""
    for rank, telling in enumerate(event.tellings, start=1):
        told_in = (event.event_id, telling.report_id)
        spans = (telling.sentence, telling.sentence_text), (telling.trigger, telling.trigger_text)
        for role, (span, text) in zip(("sentence", "trigger"), spans):
            yield MentionRow(*told_in, role, span.start, span.end, text, None, rank, None, None, None)
    for mention in event.mentions:
        yield MentionRow(
            event_id=event.event_id,
            report_id=mention.report_id,
            role=mention.role.value,
            start_char=mention.span.start,
            end_char=mention.span.end,
            text=mention.text,
            value=mention.value or None,
            rank=mention.rank,
            score=mention.provenance.score,
            rule=mention.provenance.rule or None,
            why=mention.provenance.why or None,
        )


def _joined(values: tuple[str, ...]) -> Optional[str]:
    return SEPARATOR.join(values) or None


def _best(count: Optional[Count]) -> Optional[int]:
    """The figure to size a symbol by: the best one, else the most cautious one."""
    if count is None:
        return None
    return next(n for n in (count.best, count.low, count.high) if n is not None)
