"""Everything that a script has built is in the manifest, with the checksum that it has."""

import hashlib
import json

from event_timeline.resources import ROOT

FILES = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))["files"]


def test_every_file_is_as_the_manifest_says():
    wrong = [
        n
        for n, entry in FILES.items()
        if hashlib.sha256((ROOT / n).read_bytes()).hexdigest() != entry["sha256"]
    ]
    assert wrong == []


def test_every_file_of_the_gazetteer_and_the_basemap_is_in_the_manifest():
    there = {
        path.relative_to(ROOT).as_posix()
        for folder in ("gazetteer", "basemap")
        for path in (ROOT / folder).iterdir()
        if path.name != "README.md"
    }
    assert there == {name for name in FILES if name.startswith(("gazetteer/", "basemap/"))}


def test_every_entry_says_where_it_is_from_and_under_which_licence():
    assert all(entry["builder"] and entry["licence"] for entry in FILES.values())
    assert all(
        entry["sources"] for entry in FILES.values() if entry["builder"] == "scripts/build_gazetteer.py"
    )


def test_no_file_is_too_large_for_a_repository():
    assert [name for name in FILES if (ROOT / name).stat().st_size > 8_000_000] == []
    assert sum((ROOT / name).stat().st_size for name in FILES) < 20_000_000
