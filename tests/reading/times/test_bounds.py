"""Spans with two ends, an open end, or an end at the report.

The report is of Wednesday 21 February 2018.
"""

from datetime import datetime

from .conftest import edtf


def test_since_is_open_and_between_has_two_ends(links):
    (since,) = links("Since 2015 the army has occupied the valley.", "occupied:state")
    assert since.when.goes_on
    assert since.when.edtf == "2015/.."
    (between,) = links("The army occupied the valley between March 2014 and May 2016.", "occupied:state")
    assert between.when.edtf == "2014-03/2016-05"


def test_two_days_in_a_row_are_one_time(links):
    assert edtf(links("Clashes erupted on Saturday and Sunday.", "erupted")) == ["2018-02-17/2018-02-18"]


def test_the_end_of_a_range_hangs_where_its_start_hangs(links):
    text = "A court on Tuesday sentenced four officers for the murder of 29 people under the regime of 1976 to 1983."
    assert edtf(links(text, "sentenced")) == ["2018-02-20"]


def test_the_perfect_sums_up_until_the_report_and_a_running_week_ends_with_it(links):
    assert edtf(links("Rebels have burnt five farms since 3 February.", "burnt")) == ["2018-02-03/2018-02-21"]
    assert edtf(links("Rebels burnt a farm this week.", "burnt")) == ["2018-02-19/2018-02-21"]
    (held,) = links("Rebels have held the farm since 3 February.", "held:state")
    assert held.when.goes_on


def test_the_night_of_two_days_ends_in_the_morning(links):
    (raid,) = links("Rebels raided a fort near Zlitan on the night of 3-4 February, killing two.", "raided")
    assert (raid.when.start, raid.when.end) == (datetime(2018, 2, 3, 18), datetime(2018, 2, 4, 6))


def test_shortly_before_midnight_is_of_the_day_that_ends(links):
    assert edtf(links("Shells hit the port shortly before midnight on Sunday.", "hit")) == ["2018-02-18"]
