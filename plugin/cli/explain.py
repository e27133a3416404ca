"""``event-timeline explain``: the events of a file as a list, or one of them with the reason for every value."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.errors import InputError
from ..core.schema import SEPARATOR, EventRow
from ..core.wording import number_of

if TYPE_CHECKING:
    from ..layers.reader import EventFile

_AT_ONCE = 500  # rows in memory at a time
_EXAMPLES = """\
examples:
  event-timeline explain events.gpkg
  event-timeline explain events.gpkg --event 3f9c
"""


def add(commands: Any) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "explain",
        help="list events, or say why each value of one is what it is",
        description="List the events of a file; with --event, tell one with the words that each value rests on.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_argument("file", metavar="FILE", type=Path, help="what 'event-timeline extract' wrote")
    command.add_argument("--event", metavar="ID", help="the event's id, or the beginning of it")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the list, or the event."""
    from ..layers.reader import EventFile

    file = EventFile(options.file)
    if options.event is None:
        for line in _list(file):
            print(line)
        return 0
    from ..ui.event_account import Told
    from .account import account_of

    row = _found(file, options.event)
    reports = [report for name in row.source.split(SEPARATOR) if (report := file.report(name)) is not None]
    for line in account_of(Told(file.path, row, file.mentions(row.event_id), reports)):
        print(line)
    return 0


def _found(file: EventFile, beginning: str) -> EventRow:
    """The one event whose id begins so."""
    ids = [*file.events().event_ids, *(row.event_id for row in file.undated())]
    found = [event_id for event_id in ids if event_id.startswith(beginning)]
    row = file.row(found[0]) if len(found) == 1 else None
    if row is not None:
        return row
    if not found:
        raise InputError(
            f"{file.path} has no event with an id that starts with {beginning}. "
            f"The ids stand first in: event-timeline explain {file.path}"
        )
    some = ", ".join(found[:5]) + (" ..." if len(found) > 5 else "")
    raise InputError(
        f"{file.path} has {number_of(len(found), 'event')} with an id that starts with {beginning}: {some}. "
        "Write more of it."
    )


def _list(file: EventFile) -> Iterator[str]:
    """One line per event, in columns, and what it was read with."""
    fids = file.events().fids.tolist()
    empty = True
    for first in range(0, len(fids), _AT_ONCE):
        yield from map(_line, file.rows(fids[first : first + _AT_ONCE]))
        empty = False
    for row in file.undated():
        yield _line(row)
        empty = False
    if empty:
        yield "No events."
    for lexicon in file.lexicons():
        yield f"Read with your words in {lexicon.name}."


def _line(row: EventRow) -> str:
    from ..ui.event_words import subtitle_of, title_of, when_in_words

    return f"{row.event_id[:8]}  {when_in_words(row):<30}  {title_of(row)} · {subtitle_of(row)}"
