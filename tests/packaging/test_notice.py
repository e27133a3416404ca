"""Whoever gave data is named, with the licence, in NOTICE, which goes with every package."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NOTICE = (ROOT / "NOTICE").read_text("utf-8")
GIVERS = ("GeoNames", "Natural Earth", "Wikidata", "iso-codes", "CIA World Factbook", "WordNet")


def test_every_giver_of_data_in_the_manifest_is_named():
    manifest = json.loads((ROOT / "resources" / "manifest.json").read_text("utf-8"))
    licences = " ".join(entry["licence"] for entry in manifest["files"].values())
    assert [giver for giver in GIVERS if giver in licences and giver not in NOTICE] == []


def test_the_licences_that_ask_for_it_are_linked():
    assert "https://creativecommons.org/licenses/by/4.0/" in NOTICE
    assert "https://www.geonames.org" in NOTICE
