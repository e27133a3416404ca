"""Whose word counts for when a report was written, and what is told about it."""

from __future__ import annotations

from datetime import date

import pytest
from event_timeline.core.report import DctBasis, Report
from event_timeline.reading.report_dates import dated

DATED = Report("a.txt", "Rain in the hills\nPublished 22 May 2017\n\nIt rained.")
SILENT = Report("b.txt", "Rain in the hills\n\nIt rained.")
DAY = date(2017, 5, 20)


def test_the_table_counts_before_the_day_for_all_the_text_and_the_name():
    for_all, name = date(2017, 5, 1), "2017-04-30.txt"
    assert dated(DATED, DAY, for_all, name)[0].published == DAY
    assert dated(DATED, None, for_all, name)[0].published == for_all
    assert dated(DATED, None, None, name)[0].published == date(2017, 5, 22)
    assert dated(SILENT, None, None, name)[0].published == date(2017, 4, 30)


def test_who_says_so_is_kept():
    assert dated(DATED, DAY)[0].published_basis is DctBasis.GIVEN
    assert dated(DATED)[0].published_basis is DctBasis.DATELINE
    assert dated(SILENT, file_name="2017-04-30.txt")[0].published_basis is DctBasis.METADATA
    assert dated(SILENT)[0].published_basis is DctBasis.NONE


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2018-02-21_kabul.txt", date(2018, 2, 21)),
        ("kabul 20180221.txt", date(2018, 2, 21)),
        ("2018.02.21.txt", date(2018, 2, 21)),
        ("2018-02-30.txt", None),
        ("db4d729b4f8bc47f20180221.txt", None),
        ("2018-02-21 to 2018-02-28.txt", None),
        ("000_1234567890.txt", None),
    ],
)
def test_the_name_of_a_file_may_hold_one_day(name, day):
    assert dated(SILENT, file_name=name)[0].published == day


def test_where_two_differ_both_are_told():
    (note,) = dated(DATED, DAY)[1]
    assert "a.txt" in note
    assert "2017-05-20" in note
    assert "2017-05-22" in note


def test_where_all_agree_nothing_is_told():
    assert dated(DATED, date(2017, 5, 22), None, "2017-05-22.txt")[1] == ()


def test_a_day_that_could_be_read_two_ways_is_told():
    report, (note,) = dated(Report("c.txt", "Rain\nPublished 03/04/2018\n\nIt rained."))
    assert report.published is not None
    assert "03/04/2018" in note
