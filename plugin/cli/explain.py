"""``event-timeline explain``: the events of a file as a list, or one of them with the reason for every value."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..core.errors import InputError
from ..core.schema import EventRow, MentionRow
from ..core.wording import count_in_words, date_in_words, number_of

_ROLES = {
    "date": "when",
    "place": "where",
    "trigger": "what",
    "actor1": "who",
    "actor2": "with whom",
    "fatalities": "killed",
    "injured": "injured",
    "captured": "captured",
    "displaced": "displaced",
    "attribution": "says who",
}
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
    rows = [*file.rows(file.events().fids.tolist()), *file.undated()]
    if options.event is None:
        print("\n".join(_list(rows)) or "No events.")
        return 0
    found = [row for row in rows if row.event_id.startswith(options.event)]
    if len(found) != 1:
        told = "no event" if not found else f"{number_of(len(found), 'event')}, not one,"
        raise InputError(f"{options.file} has {told} with an id that starts with {options.event}.")
    print("\n".join(_account(found[0], file.mentions(found[0].event_id))))
    return 0


def when_in_words(row: EventRow) -> str:
    """The time of an event; a state that was told on a day is "as of" that day."""
    as_of = row.event_type == "PRESENCE" and row.date_basis in ("publication", "dateline")
    return date_in_words(row.date_edtf or "", row.start_time, row.end_time, as_of=as_of)


def _list(rows: list[EventRow]) -> Iterator[str]:
    """One line per event, in columns."""
    cells = [
        (row.event_id[:8], when_in_words(row), _what(row), row.location or "no place", row.assertion)
        for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(*cells)]
    for line in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip()


def _what(row: EventRow) -> str:
    return " ".join(filter(None, (row.event_type, row.event_mode)))


def _account(row: EventRow, mentions: list[MentionRow]) -> list[str]:
    lines = [_what(row), ""]
    lines += [f"  {sentence}" for sentence in row.notes.split("\n")]
    values = {
        "when": when_in_words(row),
        "where": row.location or "no place",
        "who": row.actor1,
        "with whom": row.actor2,
        "killed": count_in_words(row.fatalities_low, row.fatalities, row.fatalities_high),
        "injured": row.injured,
        "captured": row.captured,
        "displaced": row.displaced,
        "is it so": row.assertion + (f", says {row.attributed_to}" if row.attributed_to else ""),
        "told by": row.source,
    }
    reasons: dict[str, list[str]] = {}
    for mention in mentions:
        if mention.why and mention.rank == 1 and mention.role in _ROLES:
            reasons.setdefault(_ROLES[mention.role], []).append(
                f'"{" ".join(mention.text.split())}": {mention.why}'
            )
    lines.append("")
    for name, value in values.items():
        if value not in (None, ""):
            lines.append(f"  {name:<10}  {value}")
            lines += [f"  {'':<10}    {reason}" for reason in dict.fromkeys(reasons.get(name, ()))]
    return lines
