"""Phrases around names tell places: parts, surroundings, ways, borders, several at once."""

from __future__ import annotations

import pytest
import shapely


def footprint(place_of, phrase: str):
    return place_of(f"Gunmen killed two men {phrase} on Friday.", "killed").footprint


@pytest.mark.parametrize(
    ("phrase", "name", "prec"),
    [
        ("in northern Nigeria", "Northern Nigeria", 5),
        ("in the south-east of Turkey", "South-eastern Turkey", 5),
        ("in the eastern parts of Ukraine", "Eastern Ukraine", 5),
        ("in southern Helmand province", "Helmand", 4),
        ("in the northern city of Mosul", "Mosul", 1),
        ("near Mosul", "Near Mosul", 2),
        ("on the outskirts of Mosul", "Near Mosul", 2),
        ("30 km north-east of Kabul", "30 km north-east of Kabul", 2),
        ("ten miles south of Kabul", "16.09 km south of Kabul", 2),
        ("on the Kabul-Kandahar highway", "Road from Kabul to Kandahar", 5),
        ("along the border between Chad and Niger", "Border of Chad and Niger", 5),
        ("in the provinces of Kunar and Laghman", "Kunar and Laghman", 4),
    ],
)
def test_phrases_make_places(place_of, phrase, name, prec):
    found = footprint(place_of, phrase)
    assert (found.name, found.where_prec) == (name, prec)


@pytest.mark.parametrize(
    "phrase", ["in northern Nigeria", "along the border between Chad and Niger", "near Mosul"]
)
def test_their_areas_are_valid_and_hold_their_point(place_of, phrase):
    found = footprint(place_of, phrase)
    area = shapely.from_wkb(found.area_wkb)
    assert area.is_valid
    assert area.geom_type == "MultiPolygon"
    assert area.buffer(1e-6).contains(shapely.Point(found.point))
