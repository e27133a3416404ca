"""Places and parts of places become valid shapes that hold what they should."""

import pytest
import shapely
from event_timeline.core.footprint import LonLat
from event_timeline.gazetteer.directions import direction_of
from event_timeline.gazetteer.distances import destination
from event_timeline.gazetteer.gazetteer import Gazetteer


def area_of(footprint):
    area = shapely.from_wkb(footprint.area_wkb)
    assert area.geom_type == "MultiPolygon"
    assert area.is_valid
    assert not area.is_empty
    west, south, east, north = area.bounds
    assert -180 <= west < east <= 180
    assert -90 <= south < north <= 90
    return area


def held(gazetteer, footprint, names):
    """Which of these towns and units the footprint holds."""
    area = area_of(footprint)
    points = {name: gazetteer.lookup(name)[0].place.point for name in names}
    return {name for name, point in points.items() if area.intersects(shapely.Point(point))}


def test_the_north_and_the_east_of_a_country_are_one_shape_of_whole_provinces(gazetteer, best):
    footprint = gazetteer.shapes.directional_part(best("Afghanistan"), ["northern", "eastern"])
    assert footprint.name == "Northern and eastern Afghanistan"
    assert footprint.gazetteer_id == "region:AF-north+east"
    assert (footprint.where_prec, footprint.country) == (5, "AF")
    towns = ("Kunduz", "Mazar-e Sharif", "Jalalabad", "Kunar", "Kandahar", "Lashkar Gah", "Herat", "Farah")
    assert held(gazetteer, footprint, towns) == {"Kunduz", "Mazar-e Sharif", "Jalalabad", "Kunar"}
    assert area_of(footprint).contains(shapely.Point(footprint.point))


@pytest.mark.parametrize(
    ("country", "direction", "inside", "outside"),
    [
        ("Syria", "north", "Aleppo", "Damascus"),
        ("Syria", "south", "Damascus", "Aleppo"),
        ("Ukraine", "eastern", "Kharkiv", "Lviv"),
        ("Nigeria", "north-eastern", "Maiduguri", "Lagos"),
        ("United States", "west", "San Francisco", "Boston"),
        ("Israel", "south", "Beersheba", "Haifa"),
        ("Sindh", "southern", "Karachi", "Sukkur"),
        ("France", "northern", "Lille", "Marseille"),
        ("Afghanistan", "central", "Bamyan", "Kandahar"),
    ],
)
def test_a_direction_takes_what_lies_there(gazetteer, best, country, direction, inside, outside):
    part = gazetteer.shapes.directional_part(best(country), [direction])
    assert held(gazetteer, part, (inside, outside)) == {inside}
    assert area_of(part).area < 0.75 * gazetteer.shapes.polygon_of(best(country)).area


def test_overseas_parts_lie_in_no_direction(gazetteer, best):
    north = area_of(gazetteer.shapes.directional_part(best("United States"), ["north"]))
    assert north.bounds[0] > -130  # no Alaska


def test_a_part_of_a_town_is_the_town_with_a_wider_circle(gazetteer, best):
    part = gazetteer.shapes.directional_part(best("Kabul"), ["eastern"])
    assert (part.name, part.where_prec, part.area_wkb) == ("Eastern Kabul", 2, None)


def test_what_is_no_direction_is_refused(gazetteer, best):
    for words in ([], ["upper"]):
        with pytest.raises(ValueError, match="no direction"):
            gazetteer.shapes.directional_part(best("Syria"), words)


@pytest.mark.parametrize(
    ("word", "standard"),
    [
        ("North", "north"),
        ("northern", "north"),
        ("Southeast", "south-east"),
        ("south-eastern", "south-east"),
        ("northernmost", "north"),
        ("Center", "central"),
        ("upper", None),
    ],
)
def test_words_of_direction(word, standard):
    assert direction_of(word) == standard


def test_a_town_is_a_point_with_a_radius_by_its_size(gazetteer, best):
    kabul, sehwan = (gazetteer.shapes.footprint_of(best(name)) for name in ("Kabul", "Sehwan"))
    assert kabul.where_prec == sehwan.where_prec == 1
    assert kabul.area_wkb is None
    assert 2000 <= sehwan.uncertainty_m < kabul.uncertainty_m <= 5000


@pytest.mark.parametrize(
    ("name", "precision"), [("Zhari", 3), ("Kunar", 4), ("Donbas", 5), ("Syria", 6), ("Black Sea", 7)]
)
def test_the_precision_of_a_place_with_an_area(gazetteer, best, name, precision):
    footprint = gazetteer.shapes.footprint_of(best(name))
    assert footprint.where_prec == precision
    assert area_of(footprint).intersects(shapely.Point(footprint.point))


def test_districts_without_an_outline_are_made_from_their_towns(gazetteer, best):
    """Approximate: the district's own towns lie inside, its province's seat does not."""
    zhari = gazetteer.shapes.polygon_of(best("Zhari"))
    assert zhari.intersects(shapely.Point(65.45, 31.55))
    kandahar = gazetteer.shapes.polygon_of(gazetteer.admin1("AF", "23"))
    assert kandahar.buffer(0.001).contains(zhari)
    assert not zhari.contains(shapely.Point(best("Kandahar").point))


def test_waziristan_is_its_two_agencies(gazetteer, best):
    agencies = [best("North Waziristan"), best("South Waziristan")]
    both = gazetteer.shapes.union_of(agencies)
    assert both.name == "North and South Waziristan"
    whole = gazetteer.shapes.polygon_of(best("Waziristan"))
    assert whole.symmetric_difference(area_of(both)).area < 0.001
    assert whole.contains(shapely.Point(70.07, 33.00))  # Miran Shah
    assert whole.contains(shapely.Point(69.57, 32.30))  # Wana
    assert not whole.intersects(shapely.Point(70.10, 33.90))  # Parachinar


def test_a_union_names_its_members_and_keeps_what_they_share(gazetteer, best):
    union = gazetteer.shapes.union_of([best("Kunar"), best("Nangarhar"), best("Laghman")])
    assert union.name == "Kunar, Nangarhar and Laghman"
    assert (union.country, union.admin1, union.where_prec) == ("AF", None, 4)
    assert held(gazetteer, union, ("Jalalabad", "Kabul")) == {"Jalalabad"}


def test_near_and_offset_are_discs(gazetteer, best):
    near = gazetteer.shapes.near(best("Mosul"))
    assert (near.name, near.where_prec, near.uncertainty_m) == ("Mosul, surroundings", 2, 15000)
    offset = gazetteer.shapes.offset(best("Mosul"), 30.0, 45.0)
    assert offset.name == "Mosul, 30 km north-east"
    assert offset.point.lon > near.point.lon
    assert offset.point.lat > near.point.lat
    assert area_of(offset).contains(shapely.Point(offset.point))


def test_a_degree_of_latitude_is_111_kilometres():
    assert destination(LonLat(10.0, 50.0), 111.2, 0.0) == pytest.approx((10.0, 51.0), abs=1e-3)
    assert destination(LonLat(179.9, 0.0), 111.2, 90.0).lon == pytest.approx(-179.1, abs=1e-2)


def test_a_border_runs_along_both_countries(gazetteer, best):
    border = gazetteer.shapes.border_of(best("Afghanistan"), best("Pakistan"))
    assert border.country is None
    assert held(gazetteer, border, ("Spin Boldak", "Chaman", "Kabul", "Lahore")) == {"Spin Boldak", "Chaman"}
    assert gazetteer.shapes.border_of(best("France"), best("Pakistan")) is None
    assert gazetteer.shapes.border_of(best("Kabul"), best("Pakistan")) is None


def test_countries_apart_have_borders_of_their_own(gazetteer, best):
    borders = gazetteer.shapes.borders_of(best("Pakistan"), best("Uzbekistan"))
    assert held(gazetteer, borders, ("Chaman", "Spin Boldak", "Termez", "Navoiy")) == {"Chaman", "Termez"}
    assert gazetteer.shapes.borders_of(best("Kabul"), best("Pakistan")) is None


def test_between_and_road_are_corridors(gazetteer, best):
    road = gazetteer.shapes.road_between(best("Kabul"), best("Jalalabad"))
    assert (road.name, road.where_prec, road.country) == ("Road from Kabul to Jalalabad", 5, "AF")
    assert held(gazetteer, road, ("Kabul", "Jalalabad", "Ghazni")) == {"Kabul", "Jalalabad"}
    assert area_of(gazetteer.shapes.between(best("Moscow"), best("Kyiv"))).area > area_of(road).area


def test_a_sea_by_its_name(gazetteer):
    sea = gazetteer.shapes.sea("the Black Sea")
    assert (sea.where_prec, sea.country) == (7, None)
    assert area_of(sea).contains(shapely.Point(34.0, 43.0))
    assert gazetteer.shapes.sea("Kabul") is None


def test_points_are_told_their_country_and_province(gazetteer):
    assert gazetteer.admin_of(LonLat(69.17, 34.5)) == ("AF", "Kabul")
    assert gazetteer.admin_of(LonLat(0.0, 0.0)) == (None, None)
    assert gazetteer.admin_of(LonLat(36.1, -0.3)) == ("KE", "Nakuru County")  # no outline of its own


@pytest.mark.parametrize(("policy", "country"), [("neutral", None), ("iso", "UA"), ("de-facto", "RU")])
def test_a_disputed_area_counts_to_whom_the_policy_says(gazetteer, policy, country):
    with Gazetteer(gazetteer.path, disputed=policy) as opened:
        crimea = opened.lookup("Crimea")[0].place
        assert opened.shapes.footprint_of(crimea).country == country
        assert opened.shapes.footprint_of(opened.lookup("Simferopol")[0].place).country == country
        assert opened.admin_of(LonLat(34.1, 45.0)) == (country, "Crimea")
        ukraine, russia = (opened.shapes.polygon_of(opened.country(code)) for code in ("UA", "RU"))
        simferopol = shapely.Point(34.1, 45.0)
        assert (ukraine.contains(simferopol), russia.contains(simferopol)) == (
            country == "UA",
            country == "RU",
        )
