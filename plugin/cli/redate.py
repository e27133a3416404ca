"""``event-timeline redate``: reports get their date after reading, and with it their events."""

from __future__ import annotations

import argparse
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ..core.errors import EventTimelineError
from .arguments import add_disputed_to, day, positive
from .progress import STYLES, reporter
from .stopping import stoppable

_DESCRIPTION = """\
Give reports in an events file the date they were written. The texts in the file are read again with it, so that all
that waited for it ("on Tuesday", "20 January", the report's own news) gets its place on the time line, and what two
reports tell alike becomes one event. What people have decided stays.
"""
_EXAMPLES = """\
examples:
  event-timeline redate events.gpkg --date 2018-02-21
  event-timeline redate events.gpkg --date 2018-02-21 --report market.txt
  event-timeline redate events.gpkg --manifest reports.csv
"""


def add(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "redate",
        help="give reports their date after reading, and with it their events",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_argument("file", metavar="FILE", type=Path, help="what 'event-timeline extract' wrote")
    command.add_argument("--date", metavar="YYYY-MM-DD", type=day, help="when the reports were written")
    command.add_argument(
        "--report",
        metavar="ID",
        action="append",
        default=[],
        help="a report to date; may be repeated (default: all without a date)",
    )
    command.add_argument("--manifest", metavar="CSV", type=Path, help="table of reports: file, date")
    command.add_argument(
        "--jobs", metavar="N", type=positive, help="number of processes (default: as many as are worth it)"
    )
    add_disputed_to(command)
    command.add_argument(
        "--progress", choices=STYLES, default="plain", help="how to tell the progress (default: %(default)s)"
    )
    command.set_defaults(run=run, refuse=command.error)


def run(options: argparse.Namespace) -> int:
    """Date the reports; the file is changed as a whole, or not at all."""
    if options.date is None and options.manifest is None:
        options.refuse("a date is needed: --date or --manifest")
    from ..layers.reader import EventFile
    from ..layers.target import check_target
    from ..reading.manifest import read_manifest

    tell = reporter(options.progress)
    try:
        EventFile(options.file)
        check_target(options.file)
        manifest = read_manifest(options.manifest) if options.manifest else None
        tell.note("Loading the language model.")
        from ..engine.redating import redate_file

        with stoppable(f"stopped; {options.file} is as it was."):
            done = redate_file(
                options.file,
                written_at=datetime.now(timezone.utc).replace(tzinfo=None),
                day=options.date,
                manifest=manifest,
                only=options.report,
                disputed=options.disputed,
                jobs=options.jobs,
                on_progress=tell.progress,
            )
    except EventTimelineError as error:
        tell.error(error)
        raise
    for note in done.notes:
        tell.note(note)
    tell.redated(options.file, done)
    return 0
