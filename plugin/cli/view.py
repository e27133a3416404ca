"""``event-timeline view``: a file of events in a window, or its picture."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ..core.errors import MissingDependency
from .arguments import window

_EXAMPLES = """\
examples:
  event-timeline view events.gpkg
  event-timeline view events.gpkg --screenshot january.png --at 2018-01-20..2018-01-27
"""


def add(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "view",
        help="show events on a map that you scrub through time",
        description="Show a file of events in a window; with --screenshot, draw it without one.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_argument("file", metavar="FILE", type=Path, help="what 'event-timeline extract' wrote")
    command.add_argument("--screenshot", metavar="PNG", type=Path, help="write a picture, show no window")
    command.add_argument(
        "--at",
        metavar="DATE..DATE",
        type=window,
        help="the days to show, both inclusive: 2018-01-20..2018-01-27",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Show the file."""
    from ..layers.reader import EventFile

    EventFile(options.file)  # a wrong file is told before any window opens
    try:
        from ..standalone.app import run as show
    except ModuleNotFoundError as missing:
        if missing.name and missing.name.partition(".")[0] == "PyQt6":
            raise MissingDependency("PyQt6", "app") from missing
        raise
    return int(show(options.file, screenshot=options.screenshot, window=options.at))
