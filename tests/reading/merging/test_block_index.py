"""Which events wait in a block is known as a dict of lists would know it."""

from __future__ import annotations

import random
from collections import defaultdict

from event_timeline.reading.merging.block_index import BlockIndex


def test_as_a_dict_of_lists() -> None:
    """Also of blocks whose numbers are below zero or begin alike, and after the table has grown."""
    chance = random.Random(5)
    index, expected = BlockIndex(), defaultdict(list)
    numbers = [chance.randrange(-(2**63), 2**63) for _ in range(3000)] + [n << 40 for n in range(-99, 99)]
    for event in range(20_000):
        block = chance.choice(numbers)
        index.add(block, event)
        expected[block].append(event)
    assert all(index.waiting_in([block]) == set(expected[block]) for block in numbers)
    assert index.waiting_in(numbers[:9]) == {event for block in numbers[:9] for event in expected[block]}
    assert index.waiting_in([12345]) == index.waiting_in([]) == set()
