"""``event-timeline gazetteer``: places of one's own, which win over those that ship."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ..core.errors import EventTimelineError, InputError
from ..core.report import Failure
from ..core.wording import number_of
from .progress import STYLES, reporter
from .stopping import stoppable

_DESCRIPTION = """\
Add places of your own to the gazetteer, list the files that were added, and take them out again. Your places win over
all others of their name.

What can be added: GeoNames dumps (AF.zip, AF.txt), tables (.csv, .tsv) with the columns name, lat and lon, and polygons
or points (.gpkg, .geojson, .shp, .kml ...).
"""
_EXAMPLES = """\
examples:
  event-timeline gazetteer add villages.csv districts.gpkg
  event-timeline gazetteer list
  event-timeline gazetteer remove villages.csv
"""


def add(commands: Any) -> None:
    """Declare the command and its own commands."""
    whole = commands.add_parser(
        "gazetteer",
        help="add places of your own, list and remove them",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parts = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    adding = parts.add_parser("add", help="add files of places", allow_abbrev=False)
    adding.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a file of places")
    adding.add_argument(
        "--progress", choices=STYLES, default="plain", help="how to tell the progress (default: %(default)s)"
    )
    adding.set_defaults(run=run_add)
    listing = parts.add_parser("list", help="list the files that were added", allow_abbrev=False)
    listing.set_defaults(run=run_list)
    removing = parts.add_parser("remove", help="take the places of a file out again", allow_abbrev=False)
    removing.add_argument("name", metavar="NAME", help="the file's name, as 'list' tells it")
    removing.set_defaults(run=run_remove)


def run_add(options: argparse.Namespace) -> int:
    """Add the files, each whole or not at all; what cannot be added is told, and the rest is added."""
    from ..gazetteer.users import add_file

    tell = reporter(options.progress)
    added = []
    n_failures = 0
    try:
        _check_names(options.files)
        for path in options.files:
            try:
                with stoppable(f"stopped; nothing of {path.name} was added."):
                    added.append(add_file(path, progress=partial(tell.adding, path.name)))
            except InputError as error:
                n_failures += 1
                tell.failure(Failure(path.name, "gazetteer", str(error)))
        if not added:
            raise InputError("No places were added.")
    except EventTimelineError as error:
        tell.error(error)
        raise
    tell.added(added, n_failures=n_failures)
    return 0


def run_list(options: argparse.Namespace) -> int:
    """Print a line for each file."""
    from ..gazetteer.users import list_files

    print(
        "\n".join(_list(list_files()))
        or "No places of your own. To add some: event-timeline gazetteer add FILE"
    )
    return 0


def run_remove(options: argparse.Namespace) -> int:
    """Take a file's places out."""
    from ..gazetteer.users import remove_file

    with stoppable(f"stopped; {options.name} was not removed."):
        remove_file(options.name)
    print(f"The places of {options.name} are no longer used.")
    return 0


def _check_names(files: list[Path]) -> None:
    """Files are known by their names, so two of one name would replace each other."""
    names = [path.name for path in files]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise InputError(
            f"Two of the files are called {twice}, and files are known by their names. Rename one."
        )


def _list(files: tuple[Any, ...]) -> Iterator[str]:
    """One line per file, in columns."""
    cells = [
        (file.name, file.kind, number_of(file.places, "place"), f"added {file.added[:10]}") for file in files
    ]
    widths = [max(map(len, column)) for column in zip(*cells)]
    for line in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip()
