"""The tables of the events file as data."""

from __future__ import annotations

import pytest
from event_timeline.core.schema import EVENTS, TABLES, Kind, TableSpec


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_says_what_it_means(table: TableSpec) -> None:
    assert all(column.doc for column in table.columns)
    assert len({column.name for column in table.columns}) == len(table.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_qgis_can_only_guess_our_two_time_fields(table: TableSpec) -> None:
    """QGIS takes the first date fields whose names hold start, begin or from, and end, last or to."""
    times = [column.name for column in table.columns if column.kind in (Kind.DATETIME, Kind.DATE)]
    assert times in (["start_time", "end_time"], ["published"], [])


def test_kinds_follow_the_annotations() -> None:
    kinds = {column.name: column.kind for column in EVENTS.columns}
    assert kinds["start_time"] is Kind.DATETIME
    assert kinds["fatalities"] is Kind.INTEGER
    assert kinds["latitude"] is Kind.REAL
    assert kinds["event_type"] is Kind.TEXT
