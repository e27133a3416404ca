"""Figures in words, with their bounds."""

from __future__ import annotations

import pytest
from event_timeline.core.event import Count
from event_timeline.reading.events.figures import read_count


def exactly(number: int) -> Count:
    return Count(number, number, number)


def no_fewer_than(number: int) -> Count:
    return Count(number, number, None)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("twenty - five", exactly(25)),
        ("one hundred and twenty", exactly(120)),
        ("1,500", exactly(1500)),
        ("1.5 million", exactly(1_500_000)),
        ("two dozen", exactly(24)),
        ("half a dozen", exactly(6)),
        ("a pair of", exactly(2)),
        ("30-odd", no_fewer_than(30)),
        ("20+", no_fewer_than(20)),
        ("some 200", no_fewer_than(200)),
        ("about a dozen", no_fewer_than(12)),
        ("at least a dozen", no_fewer_than(12)),
        ("no fewer than 12", no_fewer_than(12)),
        ("up to 20", Count(None, 20, 20)),
        ("no more than five", Count(None, 5, 5)),
        ("as many as 30", Count(None, 30, 30)),
        ("between 10 and 15", Count(10, 12, 15)),
        ("10 to 15", Count(10, 12, 15)),
        ("10-15", Count(10, 12, 15)),
        ("two or three", Count(2, 2, 3)),
    ],
)
def test_figures_and_number_words_are_read_with_their_bounds(words, count):
    assert read_count(words.split()) == count


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("several", 3),
        ("a few", 3),
        ("a number of", 3),
        ("numerous", 4),
        ("dozens of", 24),
        ("several dozen", 36),
        ("a couple of hundred", 200),
        ("scores of", 40),
        ("tens of thousands of", 20_000),
    ],
)
def test_vague_words_count_at_their_least_and_stay_open_above(words, least):
    assert read_count(words.split()) == no_fewer_than(least)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("more than 12", no_fewer_than(13)),
        ("over a dozen", no_fewer_than(13)),
        ("fewer than ten", Count(None, 9, 9)),
        ("over 100", no_fewer_than(100)),
        ("more than two hundred", no_fewer_than(200)),
    ],
)
def test_more_than_a_small_number_is_one_more_and_a_round_number_stays_round(words, count):
    assert read_count(words.split()) == count
