"""Positions in figures are read in every usual notation, and other figures are left alone."""

from __future__ import annotations

import pytest
from event_timeline.reading.places.coordinates import find_positions

WRITTEN = {
    "The drone came down at 34.5281° N, 69.1723° E.": (69.1723, 34.5281),
    "It lies at 34°31'41\"N 69°10'20\"E, on the plain.": (69.1722, 34.5281),
    "It lies at 34° 31′ 41″ N, 69° 10′ 20″ E.": (69.1722, 34.5281),
    "The wreck (N 34 31 41, E 69 10 20) was found.": (69.1722, 34.5281),
    "At 33 deg 20 min N, 44 deg 25 min E the ship turned.": (44.4167, 33.3333),
    "The camp (34.52810, 69.17230) burnt down.": (69.1723, 34.5281),
    "Latitude -1.286, longitude 36.817 was given.": (36.817, -1.286),
    "Grid 42SWD 15154 19654 was hit.": (69.1651, 34.5184),
    "Grid 42S WD 151 196 was hit.": (69.1656, 34.5188),
    "The crater (UTM 42S 515154 3819654) is wide.": (69.1651, 34.5184),
    "The tanker was boarded at 05 12.5N - 002 33.2E at dusk.": (2.5533, 5.2083),
    "The tanker was boarded at 05-12.50N 002-33.20E at dusk.": (2.5533, 5.2083),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_usual_notations_are_read(text):
    (position,) = find_positions(text)
    assert position.point == pytest.approx(WRITTEN[text], abs=0.0005)


@pytest.mark.parametrize(
    "text",
    [
        "They won by 34.5281, 69.1723 points were lost.",
        "Version 3.14159, 2.71828 of the code.",
        "It cost $34.5281, 69.1723 less than before.",
        "Between 1998, 2004 and 2010 nothing happened.",
        "She scored 34 N 2nd Street.",
        "The score was 3-12 North, 2-33 East.",
        "Take highway 42 SWD 12.",
        "5 degrees north of the equator",
        "The 75°W line",
        "On 12.05.2017, 14.30 local time.",
        "Latitude 91.2, longitude 36.1 does not exist.",
        "36°75'N 70°10'E has too many minutes.",
        "99SWD 1515 1965 is in no zone.",
    ],
)
def test_figures_that_only_look_like_positions_are_left_alone(text):
    assert find_positions(text) == []


def test_the_more_figures_are_written_the_smaller_the_uncertainty():
    sizes = [
        find_positions(f"at {lat}° N, {lon}° E")[0].uncertainty_m
        for lat, lon in (("34.5", "69.2"), ("34.52", "69.17"), ("34.5281", "69.1723"))
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == pytest.approx(5566, rel=0.01)


def test_a_grid_square_is_as_uncertain_as_it_is_wide():
    assert find_positions("42SWD 15 19")[0].uncertainty_m == 1000
    assert find_positions("42SWD 151 196")[0].uncertainty_m == 100


def test_positions_come_in_text_order_and_do_not_overlap():
    text = "From 34.5281° N, 69.1723° E to 42SWD 15154 19654 and on."
    first, second = find_positions(text)
    assert first.span.end <= second.span.start
