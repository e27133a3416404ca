"""The report's date is read from datelines, by-lines and marked lines, and from no sentence of the story."""

from datetime import date

import pytest
from event_timeline.core.report import Span
from event_timeline.reading.times.dateline import find_report_date, head_dates

STORY = "Soldiers crossed the river and took the bridge without a fight."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("KABUL, Nov. 13, 2017 — {}", date(2017, 11, 13)),
        ("KABUL, Afghanistan (Nov. 13, 2017) – {}", date(2017, 11, 13)),
        ("SAN SALVADOR, 12 JAN 90 (AGENCY) -- {}", date(1990, 1, 12)),
        ("Moscow, 21 February 2018 - {}", date(2018, 2, 21)),
        ("Dhaka, 21 February 2018: {}", date(2018, 2, 21)),
        ("The bridge\n\nPublished: 5 March 2020\n\n{}", date(2020, 3, 5)),
        ("The bridge\nLast updated on 2020-03-05 10:30\n\n{}", date(2020, 3, 5)),
        ("The bridge\nAn analysis – 22.05.2017\n\n{}", date(2017, 5, 22)),
        ("The bridge\nBy Jane Doe, March 5, 2020\n\n{}", date(2020, 3, 5)),
        ("Tuesday, March 3, 2020\n\n{}", date(2020, 3, 3)),
        ("The bridge\n\nTuesday 3 March 2020 | {}", date(2020, 3, 3)),
        ("2012-09-S-001\n\nHERAT (Sept. 17) — {}", date(2012, 9, 17)),
        ("Flash update as of 12 March 2019\n\n{}", date(2019, 3, 12)),
        ("Floods in the valley\nUpdate No. 2 (12 March 2019)\n\n{}", date(2019, 3, 12)),
        ("Weekly digest\n14-20 November 2020\n\n{}", date(2020, 11, 20)),
        ("HILL COUNTRY - WEEKLY CONFLICT DIGEST\n14-20 November 2020\n\nNORTH\n{}", date(2020, 11, 20)),
        ("Reporting period: 1 to 15 February 2022\n\n{}", date(2022, 2, 15)),
        ("Weekly update (28 December 2020 to 3 January 2021)\n\n{}", date(2021, 1, 3)),
        ("Situation update | Week ending 3 July 2021\n\n{}", date(2021, 7, 3)),
    ],
)
def test_the_head_of_the_report_tells_its_date(head, day):
    text = head.format(STORY)
    found = find_report_date(text)
    assert found is not None
    assert found.date == day
    assert found.span.of(text) in found.why


@pytest.mark.parametrize(
    "text",
    [
        f"On March 5, 2018, the army attacked. {STORY}",
        f"March 5, 2018 was a bad day for the army. {STORY}",
        f"The treaty signed in Rome, March 5, 2018 was broken. {STORY}",
        f"Talks were held in Rome from 3 to 5 May 2021\n\n{STORY}",
        f"HERAT (Sept. 17) — {STORY}",
        f"This replaces the warning dated March 5, 2018, which said more. {STORY}",
        STORY,
        "",
    ],
)
def test_a_date_in_the_story_or_without_its_year_is_not_the_report_s(text):
    assert find_report_date(text) is None


def test_behind_a_dateline_s_dash_the_story_may_start_with_a_time():
    found = find_report_date("DJIBO, March 9, 2024 - Last Sunday's attack was the third in a month.")
    assert found is not None
    assert found.date == date(2024, 3, 9)


def test_figures_that_could_be_read_either_way_are_flagged():
    found = find_report_date(f"Published: 05/03/2020\n\n{STORY}")
    assert found.is_ambiguous
    assert found.date == date(2020, 5, 3)


def test_the_date_of_a_dateline_is_told_from_the_dates_of_the_story():
    text = f"HERAT, March 5 (AGENCY) — {STORY} It fell on March 4."
    first, second = text.index("March 5"), text.index("March 4")
    spans = [Span(first, first + 7), Span(second, second + 7)]
    assert head_dates(text, spans) == {spans[0]}


def test_a_town_and_a_day_before_a_full_stop_are_a_dateline():
    found = find_report_date("Envoys meet\n\nOslo, 27 June 2024. Envoys of both sides met on Wednesday.")
    assert found is not None
    assert found.date == date(2024, 6, 27)
    assert find_report_date("In Oslo, 27 June 2024. Envoys of both sides met on Wednesday.") is None
