"""What is told next of when something happened dates it.

The report is of Wednesday 21 February 2018.
"""

from .conftest import edtf


def test_what_happened_is_dated_by_the_clause_that_says_when(links):
    text = "Police said on Monday that gunmen had attacked a bus. The incident happened on Saturday."
    assert edtf(links(text, "attacked")) == ["2018-02-17"]


def test_a_crime_committed_on_a_day_is_what_was_told(links):
    text = (
        "He named suspects in the murder of a judge. They took part in the crime perpetrated on 16 January."
    )
    assert edtf(links(text, "murder")) == ["2018-01-16"]


def test_a_deed_with_a_day_of_its_own_keeps_it(links):
    text = "Gunmen attacked a bus on Friday. The handover took place on Saturday."
    assert edtf(links(text, "attacked")) == ["2018-02-16"]


def test_something_new_that_happened_dates_nothing_else(links):
    text = "Gunmen attacked a bus. A storm occurred on Saturday."
    (attacked,) = links(text, "attacked")
    assert attacked.provenance.rule != "times/told-next"


def test_what_is_done_during_riots_is_of_their_day(links):
    text = "The group murdered a reporter during rioting in the old town in January 2018."
    assert edtf(links(text, "murdered")) == ["2018-01"]
