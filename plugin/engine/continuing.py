"""A study goes on: more reports are read into a file in which a person has decided things, and every decision stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ..core.event import Event
from ..core.report import DctBasis, Report
from ..layers.decisions import decided_events, reports_of
from ..layers.reader import EventFile
from ..reading.merging.decisions import keep_decisions

_TOLD_BY_THE_USER = (DctBasis.GIVEN, DctBasis.METADATA)


@dataclass(frozen=True)
class Study:
    """What stands in a file that is to be written anew: nothing, unless a person has decided on events in it.

    Parameters
    ----------
    decided : tuple of Event
        The events that were decided on: ids, tellings and decisions.
    reports : tuple of Report
        All reports of the file.
    """

    decided: tuple[Event, ...] = ()
    reports: tuple[Report, ...] = ()

    def reports_with(self, given: Iterable[Report]) -> list[Report]:
        """The reports given, and those of the file beside them.

        A report that is given again counts as given; a date that it had in the file stays where nobody tells another.
        """
        given = list(given)
        before = {report.report_id: report for report in self.reports}
        now = {report.report_id for report in given}
        return [
            *(
                _dated_as(report, before[report.report_id]) if report.report_id in before else report
                for report in given
            ),
            *(report for report in self.reports if report.report_id not in now),
        ]

    def continued(self, events: Iterable[Event]) -> tuple[list[Event], frozenset[str]]:
        """The events to write, with the decisions on them, and the ids of those that stay as they stand in the file."""
        kept = keep_decisions(self.decided, events)
        standing = {id(event) for event in self.decided}
        return (
            [event for event in kept if id(event) not in standing],
            frozenset(event.event_id for event in kept if id(event) in standing),
        )


def study_in(path: Path) -> Study:
    """What of the file at `path` must stay, empty when there is no file or nobody has decided anything in it.

    Raises
    ------
    LayerError
        When the file is not one of events.
    """
    if not path.exists():
        return Study()
    file = EventFile(path)
    decided = decided_events(file)
    return Study(decided, tuple(reports_of(file))) if decided else Study()


def _dated_as(report: Report, before: Report) -> Report:
    if report.published_basis in _TOLD_BY_THE_USER or before.published is None or report.text != before.text:
        return report
    return replace(report, published=before.published, published_basis=before.published_basis)
