"""Every curated region has a shape that holds its point, and is found by all of its names."""

import csv
import re

import shapely
from event_timeline.gazetteer.outlines import outlines
from event_timeline.resources import ROOT

FOLDER = ROOT / "gazetteer"


def lines(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_region_is_found_by_all_of_its_names(gazetteer):
    for line in lines("regions.csv"):
        for name in [line["name"], *filter(None, line["aliases"].split("|"))]:
            ids = [candidate.place.place_id for candidate in gazetteer.lookup(name)]
            assert f"{line['kind']}:{line['region']}" in ids, name


def test_every_region_has_a_valid_shape(gazetteer):
    """Of those that consist of whole countries two stand for all: they are one case, and large."""
    of_countries = {
        line["region"] for line in lines("regions.csv") if re.fullmatch(r"[A-Z ]+", line["members"])
    }
    for line in lines("regions.csv"):
        if line["region"] in of_countries - {"levant", "western-europe"}:
            continue
        place = gazetteer.place(f"{line['kind']}:{line['region']}")
        polygon = gazetteer.shapes.polygon_of(place)
        assert polygon is not None, line["region"]
        assert polygon.is_valid, line["region"]
        assert polygon.distance(shapely.Point(place.point)) < 0.5, line["region"]


def test_there_are_at_least_150_regions():
    assert len(lines("regions.csv")) >= 150


def test_every_country_point_lies_in_its_country(gazetteer):
    known = outlines()
    for line in lines("country_points.csv"):
        land = known.union(known.of_country(line["country"], "iso"))
        assert shapely.intersects_xy(land, float(line["lon"]), float(line["lat"])), line["country"]


def test_a_continent_stands_where_geonames_puts_it(gazetteer):
    assert [round(degrees, 1) for degrees in gazetteer.place("region:africa").point] == [21.1, 7.2]


def test_every_stored_outline_is_valid():
    known = outlines()
    assert len(known.pieces) == len(known.polygons)
    assert shapely.is_valid(known.polygons).all()
    assert all(sea.is_valid for sea in known.seas.values())


def test_every_country_of_some_size_has_an_outline_under_every_policy(gazetteer):
    known = outlines()
    for country in gazetteer._shipped._many("feature = 'PCLI' AND population > 100000"):
        for policy in ("neutral", "iso", "de-facto"):
            has_none = country.country in ("EH", "MO")
            assert known.of_country(country.country, policy) or has_none, (country.name, policy)


def test_every_disputed_area_names_a_known_policy_and_pieces():
    known = outlines()
    for line in lines("disputed.csv"):
        assert known.of_disputed(line["area"])
        assert known.disputed[line["area"]].country("iso")
