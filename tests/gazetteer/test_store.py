"""The database is expanded once, whole or not at all, by however many processes start together."""

import hashlib
import json
import lzma
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from event_timeline.core.errors import GazetteerError
from event_timeline.gazetteer import store
from event_timeline.gazetteer.gazetteer import Gazetteer

PLACES = (
    "100\tSomeland\t2\t10.0000\t50.0000\tPCLI\tXX\t\t\t1000\t90000\n"
    "101\tNorth Unit\t3\t10.0000\t51.0000\tADM1\tXX\t01\t\t500\t40000\n"
    "102\tTown\t5\t10.1000\t51.1000\tPPL\tXX\t01\t\t500\t0\n"
    "region:hills\tHills\t1\t10.0000\t50.5000\tRGN\tXX\t\t\t0\t30000\n"
)
NAMES = "hills\t3\t0\t\nnorth unit\t1\t0\t\nsomeland\t0\t0\t\ntown\t2\t0\t\nvilla\t2\t2\tVilla\n"


@pytest.fixture
def sources(tmp_path):
    """A gazetteer of four places, as it ships."""
    folder = tmp_path / "resources"
    (folder / "gazetteer").mkdir(parents=True)
    sums = {}
    for name, content in (("gazetteer/places.tsv.xz", PLACES), ("gazetteer/names.tsv.xz", NAMES)):
        (folder / name).write_bytes(lzma.compress(content.encode()))
        sums[name] = {"sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest()}
    (folder / "manifest.json").write_text(json.dumps({"files": sums}))
    return folder


def test_places_and_names_are_expanded_with_the_names_of_their_units(sources, tmp_path):
    shares = []
    path = store.expanded(shares.append, tmp_path / "cache", sources)
    assert shares[-1] == 1.0
    with Gazetteer(path) as gazetteer:
        town = gazetteer.lookup("Villa")[0].place
        assert (town.name, town.admin1, town.place_id) == ("Town", "North Unit", "geonames:102")
        assert gazetteer.lookup("hills")[0].place.place_id == "region:hills"


def test_a_database_that_is_there_is_taken_as_it_is(sources, tmp_path):
    first = store.expanded(None, tmp_path / "cache", sources)
    before = first.stat().st_mtime_ns
    assert store.expanded(None, tmp_path / "cache", sources) == first
    assert first.stat().st_mtime_ns == before


def test_new_sources_make_a_new_database_and_the_old_one_goes(sources, tmp_path):
    old = store.expanded(None, tmp_path / "cache", sources)
    manifest = json.loads((sources / "manifest.json").read_text())
    manifest["files"]["gazetteer/names.tsv.xz"]["sha256"] = "0" * 64
    (sources / "manifest.json").write_text(json.dumps(manifest))
    new = store.expanded(None, tmp_path / "cache", sources)
    assert new != old
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [new.name]


def test_those_who_start_together_get_the_same_whole_database(sources, tmp_path):
    with ThreadPoolExecutor(4) as pool:
        paths = set(pool.map(lambda _: store.expanded(None, tmp_path / "cache", sources), range(4)))
    assert len(paths) == 1
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [paths.pop().name]


def test_where_the_cache_cannot_be_written_a_temporary_directory_takes_its_place(
    sources, tmp_path, monkeypatch
):
    (tmp_path / "cache").write_text("a file stands in the way")
    monkeypatch.setattr(store.tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    path = store.expanded(None, tmp_path / "cache", sources)
    assert path.parent.parent == tmp_path / "temporary"


def test_without_any_room_the_message_says_what_to_set(sources, tmp_path, monkeypatch):
    (tmp_path / "cache").write_text("a file stands in the way")
    (tmp_path / "temporary").write_text("here too")
    monkeypatch.setattr(store.tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    with pytest.raises(GazetteerError, match="EVENT_TIMELINE_CACHE"):
        store.expanded(None, tmp_path / "cache", sources)


@pytest.mark.skipif(sys.platform == "win32", reason="owners of directories are POSIX's")
def test_a_temporary_directory_of_somebody_else_is_not_used(sources, tmp_path, monkeypatch):
    (tmp_path / "cache").write_text("a file stands in the way")
    monkeypatch.setattr(store.tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    shutil.copytree(sources, tmp_path / "temporary" / f"event-timeline-{os.getuid() + 1}")
    monkeypatch.setattr(store.os, "getuid", lambda: os.stat(tmp_path).st_uid + 1)
    with pytest.raises(GazetteerError, match="belongs to another user"):
        store.expanded(None, tmp_path / "cache", sources)


def test_damaged_sources_leave_nothing_behind(sources, tmp_path):
    (sources / "gazetteer" / "names.tsv.xz").write_bytes(b"damaged")
    with pytest.raises(GazetteerError, match="Install the package again"):
        store.expanded(None, tmp_path / "cache", sources)
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_missing_manifest_is_said(tmp_path):
    with pytest.raises(GazetteerError, match="does not list"):
        store.version_of(tmp_path)


def test_the_cache_can_be_named(monkeypatch, tmp_path):
    monkeypatch.setenv("EVENT_TIMELINE_CACHE", str(tmp_path))
    assert store.cache_dir() == tmp_path
    monkeypatch.delenv("EVENT_TIMELINE_CACHE")
    assert store.cache_dir().name in ("event-timeline", "cache")


def test_a_relative_path_is_opened_like_any_other(sources, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Gazetteer(store.expanded(None, Path("cache"), sources)) as gazetteer:
        assert gazetteer.lookup("Town")
