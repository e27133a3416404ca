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
        ("near Mosul", "Mosul, surroundings", 2),
        ("on the outskirts of Mosul", "Mosul, surroundings", 2),
        ("30 km north-east of Kabul", "Kabul, 30 km north-east", 2),
        ("ten miles south of Kabul", "Kabul, 16 km south", 2),
        ("on the Kabul-Kandahar highway", "Road from Kabul to Kandahar", 5),
        ("along the border between Chad and Niger", "Border of Chad and Niger", 5),
        ("in the border region between Chad and Sudan", "Border of Chad and Sudan", 5),
        (
            "close to the borders of Pakistan and the Baltic states",
            "Borders of Pakistan and Baltic states",
            5,
        ),
        ("in the Baltic states", "Baltic states", 5),
        ("in the central Asian republics", "Central Asia", 5),
        ("in the tri-border area of Mali, Niger and Benin", "Benin, Mali and Niger", 6),
        (
            "in the tri-border area of Brazil, Argentina and Paraguay",
            "Tri-border area of Argentina, Brazil and Paraguay",
            5,
        ),
        ("off the coast of Libya", "Off the coast of Libya", 5),
        ("on the west coast of Sumatra", "West coast of Sumatra", 5),
        ("off Lampedusa", "Lampedusa, surroundings", 2),
        ("in the far north of Cameroon", "Northern Cameroon", 5),
        ("in north-central Nigeria", "Northern and central Nigeria", 5),
        ("on the outskirts of the city of Homs", "Homs, surroundings", 2),
        ("on the shores of Lake Chad", "Lake Chad", 5),
        ("in the provinces of Kunar and Laghman", "Kunar and Laghman", 4),
    ],
)
def test_phrases_make_places(place_of, phrase, name, prec):
    found = footprint(place_of, phrase)
    assert (found.name, found.where_prec) == (name, prec)


def test_each_of_two_parts_may_have_its_article(place_of):
    text = "A bomb exploded in the north and the east of Mali."
    assert place_of(text, "exploded").footprint.name == "Northern and eastern Mali"


@pytest.mark.parametrize(
    "phrase",
    [
        "in northern Nigeria",
        "along the border between Chad and Niger",
        "near Mosul",
        "off the coast of Libya",
        "on the west coast of Sumatra",
        "in the tri-border area of Brazil, Argentina and Paraguay",
    ],
)
def test_their_areas_are_valid_and_hold_their_point(place_of, phrase):
    found = footprint(place_of, phrase)
    area = shapely.from_wkb(found.area_wkb)
    assert area.is_valid
    assert area.geom_type == "MultiPolygon"
    assert area.buffer(1e-6).contains(shapely.Point(found.point))
