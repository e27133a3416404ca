"""Who is somebody who takes part elsewhere, by name."""

from __future__ import annotations

import pytest
from event_timeline.reading.merging.people import actor_keys, are_one, is_said_by


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


@pytest.mark.parametrize(
    ("name", "other", "is_said"),
    [
        ("guard", "Kenyan guard", True),
        ("Suicide bomber", "suicide bomber", True),
        ("group", "Northern Contact Group", True),
        ("men", "policemen", False),
        ("Reyes", "Ana Reyes", False),
    ],
)
def test_words_for_people_say_less_than_a_name_that_ends_with_them(name, other, is_said):
    assert is_said_by(name, other) is is_said


@pytest.mark.parametrize(
    ("name", "key"),
    [("Northern Farmers Union", "northern farmers union"), ("Security Forces", None), ("farmers", None)],
)
def test_capitals_make_words_for_people_the_name_of_a_body(name, key):
    assert (key in actor_keys(name)) if key else not actor_keys(name)
