"""``event-timeline gazetteer``: a user's own places are added, listed and removed, and reports are placed by them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from event_timeline.cli import main
from event_timeline.gazetteer import users
from event_timeline.gazetteer.users import list_files

VILLAGES = "name,lat,lon,country\nQala Marten,34.9,70.1,AF\nNowhere,99,200,\n"
ZONE = {
    "type": "Feature",
    "properties": {"name": "Sector Heron"},
    "geometry": {"type": "Polygon", "coordinates": [[[64, 31], [65, 31], [65, 32], [64, 32], [64, 31]]]},
}


@pytest.fixture(autouse=True)
def _places_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' places stand apart from those of whoever runs them."""
    monkeypatch.setattr(users, "users_path", lambda: tmp_path / "data" / "places.sqlite")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "places.sqlite"


@pytest.fixture
def villages(tmp_path: Path) -> Path:
    path = tmp_path / "villages.csv"
    path.write_text(VILLAGES, encoding="utf-8")
    return path


def test_what_is_added_is_listed_until_it_is_removed(
    villages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gazetteer", "add", str(villages)]) == 0
    told = capsys.readouterr()
    assert "villages.csv: 1 place; 1 row could not be used (the first: line 3:" in told.out
    assert "Adding villages.csv" in told.err
    assert main(["gazetteer", "list"]) == 0
    assert capsys.readouterr().out.startswith("villages.csv  table  1 place  added 20")
    assert main(["gazetteer", "remove", "villages.csv"]) == 0
    assert main(["gazetteer", "list"]) == 0
    assert "No places of your own" in capsys.readouterr().out


def test_a_wrong_file_is_told_and_the_others_are_added(
    villages: Path, tmp_path: Path, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_text("Dear editor")
    assert main(["gazetteer", "add", str(letter), str(villages)]) == 0
    told = capsys.readouterr()
    assert "letter.docx is no file of places. What can be added" in told.err
    assert "1 file could not be added" in told.out
    assert [file.name for file in list_files(database)] == ["villages.csv"]


def test_when_no_file_can_be_added_the_exit_code_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gazetteer", "add", str(tmp_path / "none.csv"), "--progress", "json"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == ["failure", "error"]
    assert "does not exist" in lines[0]["error"]


def test_files_of_one_name_are_refused_before_either_is_added(
    villages: Path, tmp_path: Path, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other" / "villages.csv"
    other.parent.mkdir()
    other.write_text(VILLAGES)
    assert main(["gazetteer", "add", str(villages), str(other)]) == 1
    assert "Two of the files are called villages.csv" in capsys.readouterr().err
    assert list_files(database) == ()


def test_programs_follow_in_percent(villages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "add", str(villages), "--progress", "json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[-2] == {"kind": "progress", "file": "villages.csv", "done": 100, "total": 100}
    assert lines[-1]["kind"] == "summary"
    assert [(file["name"], file["places"], file["unusable"]) for file in lines[-1]["files"]] == [
        ("villages.csv", 1, 1)
    ]


def test_stopping_leaves_what_was_there(
    villages: Path, database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C in the middle of a file that replaces one: the old one stays, whole."""
    assert main(["gazetteer", "add", str(villages)]) == 0
    before = list_files(database)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(users, "_insert", interrupt)
    assert main(["gazetteer", "add", str(villages)]) == 130
    assert "nothing of villages.csv was added" in capsys.readouterr().err
    assert list_files(database) == before


def test_a_name_that_was_not_added_cannot_be_removed(
    villages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["gazetteer", "add", str(villages)])
    assert main(["gazetteer", "remove", "village.csv"]) == 1
    assert "There are: villages.csv" in capsys.readouterr().err


def test_reports_are_placed_by_the_users_places(
    tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Also by one whose name the whole world knows, and by areas."""
    pytest.importorskip("spacy", reason="spaCy comes with the extra 'read'")
    from event_timeline.engine import batch
    from event_timeline.gazetteer import gazetteer
    from event_timeline.layers.reader import EventFile

    monkeypatch.setattr(gazetteer, "users_path", lambda: database)
    batch.load_reader.cache_clear()
    request.addfinalizer(batch.load_reader.cache_clear)
    places, zones = tmp_path / "villages.csv", tmp_path / "zones.geojson"
    places.write_text("name,lat,lon,country\nBerlin,34.9,70.1,AF\n")
    zones.write_text(json.dumps({"type": "FeatureCollection", "features": [ZONE]}))
    assert main(["gazetteer", "add", str(places), str(zones), "--progress", "none"]) == 0
    report, target = tmp_path / "a.txt", tmp_path / "events.gpkg"
    report.write_text(
        "A bomb killed nine people in Berlin on 4 March. Gunmen attacked a convoy in Sector Heron on 2 March."
    )
    arguments = ["extract", str(report), "-o", str(target), "--date", "2024-03-06", "--jobs", "1"]
    assert main([*arguments, "--progress", "none"]) == 0
    file = EventFile(target)
    found = {row.location: row for row in file.rows(file.events().fids.tolist())}
    assert (found["Berlin"].latitude, found["Berlin"].longitude) == (34.9, 70.1)
    assert 31 < (found["Sector Heron"].latitude or 0) < 32
    assert len(file.areas()) == 1
