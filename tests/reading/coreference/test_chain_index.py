"""In a long document few tellings are compared with each other, and none is missed that is like another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FAR = "The mayor opened a school. The river is high. A road was paved. Prices rose. It rained. Shops closed. "


@pytest.mark.parametrize(
    ("first", "later", "words"),
    [
        # by a name
        (
            "The murder of Carla Ruiz shocked the town.",
            "Ruiz was shot in Bergen on 12 May.",
            ["murder", "shot"],
        ),
        # by a figure
        (
            "Gunmen killed six priests in Bergen on 12 May.",
            "Six priests were shot in Bergen on 12 May.",
            ["killed", "shot"],
        ),
        # by its day and place
        (
            "Gunmen attacked a convoy near Bergen on 12 May.",
            "The attack near Bergen on 12 May was filmed.",
            ["attacked", "attack"],
        ),
    ],
)
def test_what_is_told_again_far_below_is_found(
    things: Callable[[str], list[list[str]]], first: str, later: str, words: list[str]
) -> None:
    assert words in things(f"{first} {FAR}{later}")
