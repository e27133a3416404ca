"""Whom and what a telling names."""

from __future__ import annotations

import pytest
from event_timeline.reading.coreference.parties import Party


def counting(*figures: int) -> Party:
    """A party of rebels, counted by these figures in one telling ("killing two rebels and later five rebels")."""
    return Party(nouns=frozenset(("rebel",)), numbers=frozenset(("rebel", figure) for figure in figures))


@pytest.mark.parametrize(
    ("one", "other", "are_other"),
    [
        ((2,), (5,), True),
        ((5,), (5,), False),
        ((2, 5), (5,), False),
        ((5,), (3, 5), False),
        ((2, 5), (3,), True),
    ],
)
def test_figures_are_others_where_none_is_the_same(
    one: tuple[int, ...], other: tuple[int, ...], are_other: bool
) -> None:
    assert counting(*one).has_other_figures(counting(*other)) is are_other
