"""Who is somebody who takes part elsewhere, by name."""

from __future__ import annotations

import pytest
from event_timeline.reading.merging.people import actor_keys, are_one


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Sergei Lavrov", "Sergey Lavrov (Russia)"),
        ("Ana Reyes", "Ana Lucia Reyes"),
        ("Ana Lucia Reyes", "Reyes (Chile)"),
        ("Russian troops", "Russia"),
    ],
)
def test_one_actor_is_known_by_several_names(name, other):
    assert are_one(actor_keys(name), actor_keys(other))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("World Food Programme", "United Nations Development Programme"),
        ("Ana Reyes", "Ana Torres"),
        ("Ana Reyes (Chile)", "Juan Torres (Chile)"),
        ("Central Coast Council", "Northern Hills Council"),
    ],
)
def test_a_word_in_common_makes_nobody_one(name, other):
    assert not are_one(actor_keys(name), actor_keys(other))
