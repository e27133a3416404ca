"""So long before or after another event or day.

The report is of Wednesday 21 February 2018.
"""

from event_timeline.core.event_types import EventType

from .conftest import edtf


def test_two_months_after_dates_what_came_before(links):
    text = "Nearly two months after the king announced a truce, the rebels attacked on Tuesday."
    announced, attacked = links(text, "announced", "attacked")
    assert attacked.when.edtf == "2018-02-20"
    assert announced.when.edtf == "2017-12-21~/2018-01-20~"


def test_a_day_after_dates_what_came_before_by_any_day_of_the_sentence(links):
    text = "Shells struck the port on Saturday, a day after the two sides signed a deal."
    assert edtf(links(text, "signed")) == ["2018-02-16"]


def test_what_was_told_so_long_after_is_dated_by_the_event_it_stands_for(links):
    text = "Rebels attacked a fort on Thursday. The attack came a day after soldiers burnt a camp."
    assert edtf(links(text, "attacked", "attack", "burnt")) == ["2018-02-15", "2018-02-15", "2018-02-14"]


def test_days_after_is_two_to_seven_days(links):
    text = "Rebels attacked the post on Tuesday, days after the army suspended talks."
    assert edtf(links(text, "suspended")) == ["2018-02-13~/2018-02-18~"]


def test_what_came_weeks_before_some_months_is_dated_by_them_with_doubt(links):
    text = "The submarines arrived in late 2016, two weeks after a minister had visited the base."
    assert edtf(links(text, "arrived", "visited")) == ["2016-09-01/2016-12-31", "2016-08-18~/2016-12-17~"]


def test_after_a_year_told_in_a_clause_of_no_event_is_of_that_year(links):
    text = "After his party came to power in 2009, he expelled the envoys."
    assert edtf(links(text, "expelled")) == ["2009"]


def test_days_later_in_the_sentence_of_an_old_date_count_from_that(links):
    text = "Gunmen attacked a bus on Monday. In August 2008 rebels burnt a camp; five days later they shelled a port."
    assert edtf(links(text, "attacked", "burnt", "shelled")) == ["2018-02-19", "2008-08", "2008-08"]


def test_days_count_from_an_event_named_before_its_own_sentence(links):
    text = "Two months after the coup of 2 December, soldiers arrested the minister."
    coup, arrested = links(text, "coup", "arrested", kind=EventType.COERCE)
    assert (coup.when.edtf, arrested.when.start.month) == ("2017-12-02", 1)


def test_minutes_after_something_that_is_no_event_counts_from_its_day(links):
    text = "The two sides attacked each other minutes after the truce came into force on Saturday."
    assert edtf(links(text, "attacked")) == ["2018-02-17"]
