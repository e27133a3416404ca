"""Many reports to events: pure, complete, and one bad report costs itself only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

pytest.importorskip("spacy", reason="spaCy comes with the extra 'read'")

from event_timeline.core.errors import ReportError
from event_timeline.core.report import DctBasis, Report
from event_timeline.engine import batch, extraction
from event_timeline.engine.batch import CHUNK, Batch, ReaderConfig, extract_batch
from event_timeline.engine.extraction import Progress, extract, jobs_for

TOWNS = ("Lyon", "Turin", "Porto", "Ghent")
CONFIG = ReaderConfig()


def report(n: int) -> Report:
    town = TOWNS[n % len(TOWNS)]
    text = (
        f"Gunmen killed {n + 2} people in {town} on {n % 27 + 1} March. Ministers met in {town} the next day."
    )
    return Report(f"{n:03}.txt", text, date(2024, 4, 2), DctBasis.GIVEN)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [report(n) for n in range(CHUNK + 4)]


@pytest.fixture(scope="module")
def read(reports: list[Report]) -> Batch:
    return extract_batch(reports, CONFIG)


def test_reports_become_events(read: Batch, reports: list[Report]) -> None:
    assert not read.failures
    assert len(read.reports) == len(reports)
    assert len(read.events) >= len(reports)


def test_the_order_handed_over_makes_no_difference(read: Batch, reports: list[Report]) -> None:
    assert extract_batch(reports[::-1], CONFIG) == read


def test_the_number_of_processes_makes_no_difference(read: Batch, reports: list[Report]) -> None:
    with extract(reports, CONFIG, jobs=2) as gathering:
        assert Batch(tuple(gathering.events()), tuple(gathering.reports()), tuple(gathering.failures)) == read


def test_no_reports_give_an_empty_batch() -> None:
    assert extract_batch([], CONFIG) == Batch((), (), ())


def test_two_reports_of_one_name_are_refused() -> None:
    with pytest.raises(ReportError, match=r"000\.txt"):
        extract_batch([report(0), report(0)], CONFIG)


def test_a_report_too_long_costs_itself_only(reports: list[Report]) -> None:
    long = replace(reports[1], text="word " * 250_000)
    read = extract_batch([reports[0], long, reports[2]], CONFIG)
    assert [(failure.report_id, failure.stage) for failure in read.failures] == [("001.txt", "parse")]
    assert "Split it" in read.failures[0].error
    assert {event.report_ids[0] for event in read.events} == {"000.txt", "002.txt"}
    assert len(read.reports) == 3


def test_a_fault_of_ours_costs_one_report_and_is_told(
    monkeypatch: pytest.MonkeyPatch, reports: list[Report]
) -> None:
    whole = batch.read

    def faulty(parsed: Any, gazetteer: Any, lexicon: Any) -> Any:
        if parsed.report.report_id == "001.txt":
            raise KeyError("a rule")
        return whole(parsed, gazetteer, lexicon)

    monkeypatch.setattr(batch, "read", faulty)
    read = extract_batch(reports[:3], CONFIG)
    assert [(failure.report_id, failure.stage) for failure in read.failures] == [("001.txt", "read")]
    assert "KeyError" in read.failures[0].error
    assert {event.report_ids[0] for event in read.events} == {"000.txt", "002.txt"}


def test_progress_rises_to_the_number_of_reports(reports: list[Report]) -> None:
    told: list[Progress] = []
    extract(reports, CONFIG, jobs=1, on_progress=told.append).close()
    assert [progress.done for progress in told] == [0, CHUNK, CHUNK + 4]
    assert {progress.total for progress in told} == {CHUNK + 4}
    assert told[-1].n_events > 0


def test_small_work_is_done_in_one_process() -> None:
    assert jobs_for(n_characters=50_000, n_chunks=10) == 1
    assert jobs_for(n_characters=10**9, n_chunks=1) == 1


def test_what_progress_raises_ends_the_work(reports: list[Report]) -> None:
    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        extract(reports, CONFIG, jobs=1, on_progress=stop)


def test_the_time_left_is_told_by_characters_once_reading_has_gone_on_for_a_while(
    monkeypatch: pytest.MonkeyPatch, reports: list[Report]
) -> None:
    """Five minutes for the chunk after the first, of which the loading of the model is no part."""
    clock = iter((1000.0, 1000.0, 1300.0, 1450.0))
    monkeypatch.setattr(extraction, "monotonic", lambda: next(clock))
    told: list[Progress] = []
    many = [replace(one, report_id=f"{n}-{one.report_id}") for n in range(2) for one in reports]
    assert len(many) == 2 * CHUNK + 8
    extract(many, CONFIG, jobs=1, on_progress=told.append).close()
    assert [progress.seconds_left is None for progress in told] == [True, True, False, False]
    assert told[2].seconds_left == pytest.approx(150, rel=0.1)
    assert told[3].seconds_left == 0


def test_chunks_hold_everything_once() -> None:
    runs: Iterator[Sequence[int]] = batch.chunks_of(range(CHUNK * 2 + 1))
    assert [n for run in runs for n in run] == list(range(CHUNK * 2 + 1))
