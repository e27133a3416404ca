"""A study goes on: which reports are read when a file is written to again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from event_timeline.core.report import DctBasis, Report
from event_timeline.engine.continuing import Study, study_in

OLD = Report("a.txt", "Troops left.", date(2024, 3, 6), DctBasis.GIVEN, source="The Daily Example")
OTHER = Report("b.txt", "Talks were held.")


def test_where_no_file_is_there_is_no_study(tmp_path: Path) -> None:
    assert study_in(tmp_path / "events.gpkg") == Study()


def test_reports_of_the_file_are_read_beside_those_given() -> None:
    new = Report("c.txt", "It rained.")
    assert list(Study((), (OLD, OTHER)).reports_with([new])) == [new, OLD, OTHER]


def test_a_report_given_again_counts_as_given_but_keeps_a_date_that_nobody_tells_anew() -> None:
    again = Report("a.txt", "Troops left.", title="Left")
    (read,) = Study((), (OLD,)).reports_with([again])
    assert (read.title, read.source, read.published) == ("Left", "", OLD.published)
    dated = Report("a.txt", "Troops left.", date(2024, 3, 9), DctBasis.GIVEN)
    assert list(Study((), (OLD,)).reports_with([dated])) == [dated]
    changed = Report("a.txt", "Troops left. Others came.")
    assert list(Study((), (OLD,)).reports_with([changed])) == [changed]
