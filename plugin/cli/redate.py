"""``event-timeline redate``: reports get their date after reading, and with it their events."""

from __future__ import annotations

import argparse
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ..core.wording import number_of
from .arguments import day

_DESCRIPTION = """\
Give reports in an events file the date they were written. Everything in them that waited for it ("on Tuesday",
"20 January", the report's own news) gets its place on the time line; nothing is read again.
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
    command.set_defaults(run=run, refuse=command.error)


def run(options: argparse.Namespace) -> int:
    """Date the reports; the file is changed as a whole, or not at all."""
    if options.date is None and options.manifest is None:
        options.refuse("a date is needed: --date or --manifest")
    from ..engine.redating import redate_file
    from ..reading.manifest import read_manifest

    done = redate_file(
        options.file,
        written_at=datetime.now(timezone.utc).replace(tzinfo=None),
        day=options.date,
        manifest=read_manifest(options.manifest) if options.manifest else None,
        only=options.report,
    )
    for note in done.notes:
        print(note)
    n_reports, n_events = number_of(len(done.published), "report"), number_of(done.n_dated, "event")
    print(f"{n_reports} dated, and {n_events} with {'it' if len(done.published) == 1 else 'them'}.")
    if done.n_wordless:
        stay = "stays" if done.n_wordless == 1 else "stay"
        print(f"{number_of(done.n_wordless, 'event')} {stay} undated: the words name no time.")
    if done.n_waiting:
        wait = "waits" if done.n_waiting == 1 else "wait"
        print(f"{number_of(done.n_waiting, 'event')} {wait} for the date of another report.")
    return 0
