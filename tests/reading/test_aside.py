"""Values laid aside come back as they were; a long list is a list."""

from __future__ import annotations

from event_timeline.reading.aside import Aside, LongList, laid_aside


def test_what_was_put_is_found_again() -> None:
    for aside in (Aside(), Aside(compressed=True)):
        places = [aside.put(value) for value in ("one", (2, b"three"), None)]
        assert [aside.get(place) for place in reversed(places)] == [None, (2, b"three"), "one"]
        aside.close()


def test_the_file_is_closed_with_what_used_it() -> None:
    aside = Aside()
    file = aside._file
    del aside
    assert file.closed


def test_a_long_list_is_a_list() -> None:
    """Items appended, put in the place of others, and asked for in any order, of which memory holds three."""
    found: LongList[int] = LongList(Aside(), at_hand=3)
    expected: list[int] = []
    for number in range(20):
        found.append(number)
        expected.append(number)
        found[number // 2] = -number
        expected[number // 2] = -number
        assert found[number // 3] == expected[number // 3]
    assert (list(found), len(found), found[-1], found[4:9]) == (expected, 20, expected[-1], expected[4:9])
    assert len(found._at_hand) == 3


def test_a_list_that_ends_says_so() -> None:
    """As in ``a, b = reports``."""
    first, second = laid_aside(iter("ab"), 1)
    assert (first, second) == ("a", "b")
    assert not laid_aside((), 1)
