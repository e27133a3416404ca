"""A name gives all places that it may mean, in the order in which they come to mind."""

import pickle
import subprocess
import sys

import pytest
from event_timeline.core.errors import GazetteerError
from event_timeline.core.footprint import LonLat
from event_timeline.gazetteer.gazetteer import Gazetteer
from event_timeline.gazetteer.place import NameMatch, PlaceKind


@pytest.mark.parametrize(
    ("name", "kind", "country", "admin1"),
    [
        ("Islamabad", "town", "PK", "Islamabad"),  # another name of Chattogram, which is larger
        ("Iraq", "country", "IQ", ""),  # another name of Arak
        ("Georgia", "country", "GE", ""),
        ("Washington", "admin1", "US", "Washington"),
        ("Kabul", "town", "AF", "Kabul"),
        ("Moscow", "town", "RU", "Moscow"),
        ("New York", "town", "US", "New York"),
        ("Sehwan", "town", "PK", "Sindh"),
        ("Sindh", "admin1", "PK", "Sindh"),
        ("Kunar", "admin1", "AF", "Kunar"),
        ("Nangarhar", "admin1", "AF", "Nangarhar"),
        ("Zabul", "admin1", "AF", "Zabul"),
        ("Zhari", "admin2", "AF", "Kandahar"),
        ("North Waziristan", "admin2", "PK", "Khyber Pakhtunkhwa"),
        ("Waziristan", "region", "PK", ""),
        ("Donbas", "region", "UA", ""),
        ("Sahel", "region", "", ""),
        ("Black Sea", "sea", "", ""),
        ("the Gambia", "country", "GM", ""),
        ("U.S.", "country", "US", ""),
        ("Ill.", "admin1", "US", "Illinois"),
    ],
)
def test_the_first_sense_of_a_name(gazetteer, name, kind, country, admin1):
    place = gazetteer.lookup(name)[0].place
    assert (place.kind.value, place.country, place.admin1) == (kind, country, admin1)


def test_a_province_is_there_beside_the_town_that_it_is_named_for(gazetteer):
    for name in ("Kandahar", "Khost", "Kabul", "Aleppo"):
        kinds = [candidate.place.kind for candidate in gazetteer.lookup(name)]
        assert kinds[0] is PlaceKind.TOWN
        assert PlaceKind.ADMIN1 in kinds


def test_the_rivals_of_an_ambiguous_name_are_all_there(gazetteer):
    springfields = gazetteer.lookup("Springfield")
    assert {"Missouri", "Massachusetts", "Illinois"} <= {candidate.place.admin1 for candidate in springfields}
    capital = [candidate.place.feature for candidate in gazetteer.lookup("Washington")]
    assert capital[1] == "PPLC"


def test_other_spellings_find_the_place_and_say_how_they_fit(gazetteer):
    first = gazetteer.lookup("Kiev")[0]
    assert (first.place.name, first.match, first.matched_name) == ("Kyiv", NameMatch.ALTERNATE, "Kiev")
    assert gazetteer.lookup("Helmand Province")[0].place.name == "Helmand"
    assert gazetteer.lookup("MAZAR-I-SHARIF")[0].match is NameMatch.PRIMARY


def test_a_text_that_is_no_name_finds_nothing(gazetteer):
    assert gazetteer.lookup("Qwxzzyt") == ()
    assert gazetteer.lookup("") == ()
    assert gazetteer.lookup("KBL") == ()  # an airport


def test_lookup_many_is_lookup_of_each(gazetteer):
    assert gazetteer.lookup_many(["Kabul", "Kabul", "Moscow"]) == {
        name: gazetteer.lookup(name) for name in ("Kabul", "Moscow")
    }


def test_no_name_of_one_place_is_there_twice(gazetteer):
    ids = [candidate.place.place_id for candidate in gazetteer.lookup("San Francisco")]
    assert len(ids) == len(set(ids)) > 50


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("St Louis Cardinals win", 2),
        ("North Waziristan agency", 2),
        ("Mazar-i-Sharif airport", 1),
        ("Lake Chad Basin commission", 3),
        ("Qwxzzyt", 0),
    ],
)
def test_the_longest_name_at_the_start_of_a_text(gazetteer, text, words):
    assert gazetteer.longest_match(text.split()) == words


def test_a_prefix_ends_at_a_word(gazetteer):
    assert gazetteer.has_prefix("north waziristan")
    assert gazetteer.has_prefix("north")
    assert not gazetteer.has_prefix("nort waz")


def test_places_by_id_code_and_capital(gazetteer):
    assert gazetteer.place("geonames:1138958").name == "Kabul"
    assert gazetteer.place("region:donbas").name == "Donbas"
    assert gazetteer.place("geonames:0") is None
    assert gazetteer.country("af").name == "Afghanistan"
    assert gazetteer.country("XX") is None
    assert gazetteer.admin1("US", "IL").name == "Illinois"
    assert gazetteer.capital("PK").name == "Islamabad"
    assert gazetteer.seat(gazetteer.admin1("US", "IL")).name == "Springfield"
    assert gazetteer.seat(gazetteer.country("PK")).name == "Islamabad"
    assert gazetteer.seat(gazetteer.capital("PK")) is None


def test_every_country_of_some_size_has_a_capital_and_a_point(gazetteer):
    countries = gazetteer._shipped._many("feature = 'PCLI'")
    without = {
        place.country
        for place in countries
        if place.population > 100_000 and not gazetteer.capital(place.country)
    }
    assert len(countries) >= 245
    assert without <= {"EH", "IL", "PS"}  # of which GeoNames names none


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Afghan", "AF"),
        ("Afghans", "AF"),
        ("Pakistani", "PK"),
        ("Americans", "US"),
        ("Dutch", "NL"),
        ("Talks", None),
    ],
)
def test_demonyms_stand_for_countries(gazetteer, word, country):
    assert gazetteer.demonym(word) == country


def test_no_country_is_taken_for_a_demonym(gazetteer):
    for country in ("BI", "CD", "GI", "LA", "LI", "LU", "NZ", "SG", "UG", "US"):
        assert gazetteer.demonym(gazetteer.country(country).name) is None
    assert gazetteer.demonym("Congo") is None


def test_towns_near_a_point_come_nearest_first_and_across_the_date_line(gazetteer):
    kabul = gazetteer.capital("AF").point
    assert gazetteer.near(kabul, 30.0, 3)[0].name == "Kabul"
    across = gazetteer.near(LonLat(-179.99, -16.8), 100.0)
    assert any(place.point.lon > 179 for place in across)


def test_a_copy_of_another_process_finds_the_same(gazetteer):
    with pickle.loads(pickle.dumps(gazetteer)) as copy:
        assert copy.lookup("Kabul") == gazetteer.lookup("Kabul")
        assert copy.disputed == gazetteer.disputed


def test_a_file_that_is_no_gazetteer_is_refused_with_advice(tmp_path):
    wrong = tmp_path / "gazetteer.sqlite"
    wrong.write_bytes(b"no database at all" * 100)
    with pytest.raises(GazetteerError, match="Delete it"):
        Gazetteer(wrong)
    with pytest.raises(GazetteerError, match="neutral, iso, de-facto"):
        Gazetteer(wrong, disputed="mine")


def test_the_data_is_credited(gazetteer):
    assert "GeoNames" in gazetteer.attribution()
    assert len(gazetteer.version) == 12


def test_looking_up_needs_no_geometry_library():
    code = (
        "import sys, event_timeline.gazetteer.gazetteer, event_timeline.gazetteer.users; print(*sys.modules)"
    )
    modules = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"shapely", "geopandas", "pandas", "pyogrio", "spacy", "numpy"} & set(modules)
