"""When a report was written: who may say so, whose word counts, and what about it the user should look at.

The user's word counts first (the table of reports, then the day given for all others), then what a web page or a mail
says outside of its prose, then the text's own (dateline, by-line, a line of its own), then the name of the file.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple, Optional

from ..core.report import DctBasis, Report
from .times.dateline import ReportDate, find_report_date

_DAY_IN_NAME = re.compile(
    r"(?<![^\W_])((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![^\W_])"
)


class _Voice(NamedTuple):
    """Somebody who says when a report was written."""

    day: date
    who: str
    basis: DctBasis


def with_date_from_text(report: Report) -> Report:
    """The report with the date that its own text gives, where nobody has given one."""
    if report.published is not None:
        return report
    return dated(report)[0]


def dated(
    report: Report,
    in_table: Optional[date] = None,
    for_all: Optional[date] = None,
    file_name: str = "",
    in_page: Optional[date] = None,
) -> tuple[Report, tuple[str, ...]]:
    """A report without a date with its date, and a sentence for each thing about it that the user should look at.

    Parameters
    ----------
    in_table : datetime.date or None
        What the table of reports says of it.
    for_all : datetime.date or None
        What the user says of all reports that the table does not date.
    file_name : str
        Its file, whose name may hold a day (``2018-02-21_kabul.txt``); empty for a text without a file.
    in_page : datetime.date or None
        What its web page or mail says outside of the prose.
    """
    told = find_report_date(report.text)
    voices = [
        _Voice(day, who, basis)
        for day, who, basis in (
            (in_table, "the table of reports", DctBasis.GIVEN),
            (for_all, "the day given for all reports", DctBasis.GIVEN),
            (in_page, "its page or mail", DctBasis.METADATA),
            (told.date if told else None, "its text", DctBasis.DATELINE),
            (_day_in(file_name), "the name of its file", DctBasis.METADATA),
        )
        if day is not None
    ]
    if not voices:
        return report, ()
    first, *others = (
        voice for voice in voices if voice.who != "the day given for all reports" or not in_table
    )
    notes = [
        f"{report.report_id}: {first.who} says {first.day}, {other.who} {other.day}. {first.day} is taken."
        for other in others
        if other.day != first.day
    ]
    if told is not None and told.is_ambiguous and first.basis is DctBasis.DATELINE:
        notes.append(_ambiguity(report, told))
    return replace(report, published=first.day, published_basis=first.basis), tuple(notes)


def _ambiguity(report: Report, told: ReportDate) -> str:
    words = told.span.of(report.text)
    return (
        f'{report.report_id}: "{words}" may be read day first or month first. {told.date} is taken; '
        "the table of reports can say otherwise."
    )


def _day_in(file_name: str) -> Optional[date]:
    """The one day that a file's name holds; None when it holds none, or several."""
    days = set()
    for year, _, month, day in _DAY_IN_NAME.findall(file_name):
        try:
            days.add(date(int(year), int(month), int(day)))
        except ValueError:  # 2018-02-30 is no day, and the name holds none
            continue
    return days.pop() if len(days) == 1 else None
