"""The user's own places: added from files of several kinds, first among the candidates, removed again."""

import sqlite3
import zipfile

import pytest
import shapely
from event_timeline.core.errors import Cancelled, GazetteerError
from event_timeline.gazetteer.gazetteer import Gazetteer
from event_timeline.gazetteer.place import NameMatch, PlaceKind
from event_timeline.gazetteer.users import add_file, list_files, remove_file, users_path


def geonames_line(
    number="9000001", name="Qala-e Test", lat="31.5", lon="65.5", code="PPL", admin1="23", **more
):
    fields = [
        number,
        name,
        name,
        more.get("alternates", ""),
        lat,
        lon,
        more.get("kind", "P"),
        code,
        "AF",
        "",
        admin1,
    ]
    fields += ["2416", "", "", more.get("population", "1200"), "", "900", "Asia/Kabul", "2026-01-01"]
    return "\t".join(fields) + "\n"


@pytest.fixture
def database(tmp_path):
    return tmp_path / "data" / "places.sqlite"


@pytest.fixture
def opened(gazetteer, database):
    """A gazetteer with the user's places of the moment."""
    return lambda: Gazetteer(gazetteer.path, users=database)


def test_a_geonames_dump_is_added_and_wins(tmp_path, database, opened):
    dump = tmp_path / "AF.txt"
    dump.write_text(
        geonames_line(alternates="Test Fort,Тест,KBX") + geonames_line("1138336", "Kandahar"), "utf-8"
    )
    added = add_file(dump, database=database)
    assert (added.name, added.kind, added.places, added.unusable) == ("AF.txt", "geonames", 2, 0)
    with opened() as gazetteer:
        first = gazetteer.lookup("Test Fort")[0]
        assert (first.is_users, first.match, first.place.admin1) == (True, NameMatch.ALTERNATE, "Kandahar")
        kandahar = gazetteer.lookup("Kandahar")
        assert kandahar[0].is_users
        assert [c.place.place_id for c in kandahar].count("geonames:1138336") == 1
        assert gazetteer.place("geonames:9000001").name == "Qala-e Test"
        assert gazetteer.longest_match(["Qala-e", "Test", "base"]) == 2
        assert gazetteer.lookup("KBX") == ()


def test_a_zipped_dump_is_read_from_its_archive(tmp_path, database):
    path = tmp_path / "AF.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("AF.txt", geonames_line() * 50)
    shares = []
    assert add_file(path, progress=shares.append, database=database).places == 50
    assert shares[-1] == 1.0


def test_a_table_is_read_by_its_headers(tmp_path, database, opened):
    table = tmp_path / "sites.csv"
    table.write_text(
        "\ufeffTitle;Latitude;Longitude;aliases;country;radius_m\n"
        "Camp Nowhere;34.1;70.2;The Camp|FOB Nowhere;af;250\n"
        "Broken;91;70;;;\n"
        "\n"
        ";34;70;;;\n",
        "utf-8",
    )
    added = add_file(table, database=database)
    assert (added.kind, added.places, added.unusable) == ("table", 1, 2)
    assert added.first_problem.startswith("line 3")
    with opened() as gazetteer:
        place = gazetteer.lookup("FOB Nowhere")[0].place
        assert (place.kind, place.country, place.radius_m) == (PlaceKind.SPOT, "AF", 250.0)
        footprint = gazetteer.shapes.footprint_of(place)
        assert (footprint.where_prec, footprint.uncertainty_m) == (1, 250.0)


def test_polygons_become_places_with_an_area(tmp_path, database, opened):
    path = tmp_path / "zones.geojson"
    path.write_text(
        '{"type": "FeatureCollection", "features": ['
        '{"type": "Feature", "properties": {"id": "z1", "NAME": "Zone Seven"}, "geometry": {"type": "Polygon", '
        '"coordinates": [[[70, 34], [71, 34], [71, 35], [70, 35], [70, 34]]]}},'
        '{"type": "Feature", "properties": {"id": "z2", "NAME": "Some line"}, "geometry": {"type": "LineString", '
        '"coordinates": [[70, 34], [71, 34]]}}]}',
        "utf-8",
    )
    added = add_file(path, database=database)
    assert (added.kind, added.places, added.unusable) == ("polygons", 1, 1)
    with opened() as gazetteer:
        place = gazetteer.lookup("Zone Seven")[0].place
        assert place.kind is PlaceKind.REGION
        assert gazetteer.shapes.polygon_of(place).equals(shapely.box(70, 34, 71, 35))
        assert gazetteer.shapes.directional_part(place, ["north"]).name == "Northern Zone Seven"


def test_adding_a_file_again_replaces_it_and_removing_it_takes_its_places_out(tmp_path, database, opened):
    table = tmp_path / "sites.csv"
    for name in ("Old Site", "New Site"):
        table.write_text(f"name,lat,lon\n{name},34,70\n", "utf-8")
        add_file(table, database=database)
    assert [added.name for added in list_files(database)] == ["sites.csv"]
    with opened() as gazetteer:
        assert not any(candidate.is_users for candidate in gazetteer.lookup("Old Site"))
        assert gazetteer.lookup("New Site")[0].is_users
    remove_file("sites.csv", database)
    assert list_files(database) == ()
    with opened() as gazetteer:
        assert not any(candidate.is_users for candidate in gazetteer.lookup("New Site"))


def test_what_is_not_there_cannot_be_removed_and_the_message_says_what_is(tmp_path, database):
    with pytest.raises(GazetteerError, match="No file has been added"):
        remove_file("sites.csv", database)
    table = tmp_path / "sites.csv"
    table.write_text("name,lat,lon\nSite,34,70\n", "utf-8")
    add_file(table, database=database)
    with pytest.raises(GazetteerError, match=r"There are: sites\.csv"):
        remove_file("other.csv", database)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("AF.txt", b"1\tfew\tcolumns\n" * 3, "no column name"),
        ("AF.txt", b"\t".join([b"x"] * 19) + b"\n", "no GeoNames dump"),
        ("sites.csv", b"title,where\nA,B\n", "no column lat and no column lon"),
        ("sites.csv", b"name,lat,lon\nA,north,70\n", "no place that can be used"),
        ("sites.csv", b"name,lat,lon\n\xff\xfe,1,2\n", "not in UTF-8"),
        ("sites.zip", b"no archive", "zip archive"),
        ("letter.docx", b"words", "no file of places"),
        ("zones.geojson", b"{}", "cannot be read"),
    ],
)
def test_a_wrong_file_is_refused_with_the_reason(tmp_path, database, name, content, message):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=message) as raised:
        add_file(path, database=database)
    assert name in str(raised.value)
    assert list_files(database) == ()


def test_a_file_that_is_not_there_is_said(tmp_path, database):
    with pytest.raises(GazetteerError, match="does not exist"):
        add_file(tmp_path / "AF.zip", database=database)


def test_a_stopped_addition_keeps_nothing_and_what_was_there_stays(tmp_path, database):
    table = tmp_path / "sites.csv"
    table.write_text("name,lat,lon\nSite,34,70\n", "utf-8")
    before = add_file(table, database=database)
    with pytest.raises(Cancelled, match="none of its places were kept"):
        add_file(table, cancelled=lambda: True, database=database)
    assert list_files(database) == (before,)


def test_a_damaged_database_is_refused_with_advice(gazetteer, database):
    database.parent.mkdir()
    database.write_bytes(b"no database" * 1000)
    with pytest.raises(GazetteerError, match="add your files again"):
        list_files(database)
    with pytest.raises(GazetteerError, match="add your files again"):
        Gazetteer(gazetteer.path, users=database)


def test_a_database_of_a_newer_version_is_left_alone(database):
    database.parent.mkdir()
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(GazetteerError, match="newer version"):
        list_files(database)


def test_the_database_stands_in_the_directory_that_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("EVENT_TIMELINE_CACHE", str(tmp_path))
    assert users_path() == tmp_path / "places.sqlite"
