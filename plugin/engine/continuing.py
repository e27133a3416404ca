"""A study goes on: its reports are read again, with more of them or with dates, and every decision in it stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Optional

from ..core.event import Event, ReviewState
from ..core.lexicon_file import LexiconFile
from ..core.report import DctBasis, Report, Span
from ..core.revised_texts import spans_in_revision
from ..layers.decisions import decided_events, reports_of
from ..layers.reader import EventFile
from ..reading.aside import REPORTS_AT_HAND, laid_aside
from ..reading.merging.decisions import Place, keep_decisions

_TOLD_BY_THE_USER = (DctBasis.GIVEN, DctBasis.METADATA)


@dataclass(frozen=True)
class Study:
    """What stands in a file that is to be read anew.

    Parameters
    ----------
    decided : tuple of Event
        The events that a person has decided on: ids, tellings and decisions. Without any, nothing need stay.
    reports : sequence of Report
        All reports of the file; they need not be in memory.
    lexicons : tuple of LexiconFile
        The user's own words that they were read with.
    moved : dict
        Filled as reports are given again with a revised text: where the words that were decided on stand now.
    """

    decided: tuple[Event, ...] = ()
    reports: Sequence[Report] = ()
    lexicons: tuple[LexiconFile, ...] = ()
    moved: dict[Place, Span] = field(default_factory=dict)

    def reports_with(self, given: Iterable[Report]) -> Iterator[Report]:
        """The reports given, and those of the file beside them.

        A report that is given again counts as given; a date that it had in the file stays where nobody tells another.
        """
        before = {report.report_id: number for number, report in enumerate(self.reports)}
        again: set[int] = set()
        for report in given:
            number = before.get(report.report_id)
            if number is not None:
                again.add(number)
                before_it = self.reports[number]
                self._follow(before_it, report)
                report = _dated_as(report, before_it)
            yield report
        yield from (report for number, report in enumerate(self.reports) if number not in again)

    def _follow(self, before: Report, now: Report) -> None:
        """Find in a revised text what was decided on in the old one."""
        if now.text == before.text:
            return
        tellings = (telling for event in self.decided for telling in event.tellings)
        spans = {telling.trigger for telling in tellings if telling.report_id == now.report_id}
        if spans:
            for span, place in spans_in_revision(before.text, now.text, spans).items():
                self.moved[now.report_id, span] = place

    def continued(self, events: Iterable[Event]) -> Continuation:
        """The events to write, with the decisions on them."""
        return Continuation(self, events)


@dataclass
class Continuation:
    """Events on their way into the file of a study; iterated once.

    Parameters
    ----------
    standing : dict
        When the iteration has ended: the ids of the events that stay as they stand in the file, each with what further
        reports tell of it, or None.
    """

    study: Study
    events: Iterable[Event]
    standing: dict[str, Optional[Event]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Event]:
        before = {event.event_id: event for event in self.study.decided}
        known = {report.report_id for report in self.study.reports}
        for event in keep_decisions(self.study.decided, self.events, known, self.study.moved):
            old = before.get(event.event_id)
            if event is old:
                self.standing[event.event_id] = None
            elif old is not None and event.review_state is ReviewState.EDITED:
                self.standing[event.event_id] = replace(event, tellings=event.tellings[len(old.tellings) :])
            else:
                yield event


def study_in(path: Path) -> Study:
    """What the file at `path` holds, nothing when there is none.

    Raises
    ------
    LayerError
        When the file is not one of events.
    """
    if not path.exists():
        return Study()
    file = EventFile(path)
    return Study(decided_events(file), laid_aside(reports_of(file), REPORTS_AT_HAND), file.lexicons())


def _dated_as(report: Report, before: Report) -> Report:
    if report.published_basis in _TOLD_BY_THE_USER or before.published is None or report.text != before.text:
        return report
    return replace(report, published=before.published, published_basis=before.published_basis)
