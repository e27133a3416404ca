"""A date that only says which deed is spoken of dates nothing else."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A suspect in the 1998 bombing was arrested in Lagos.", ["1998", "2019-05-20"]),
        ("Relatives of victims of the 1994 massacre marched in Kigali.", ["1994", "2019-05-20"]),
        ("Gunmen attacked a 19th-century church near Gao.", ["2019-05-20"]),
        ("Police arrested ten people during an early Sunday operation in Lyon.", ["2019-05-19"]),
    ],
)
def test_a_year_before_a_noun_names_it(tellings_of, text, expected):
    assert [event.when.edtf for event in tellings_of(text)] == expected
