"""Values on the command line: days, windows of time, numbers; wrong ones end with exit code 2 and a sentence."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from ..core.errors import DateError, InputError
from ..core.lexicon_file import LexiconFile
from ..gazetteer.place import DISPUTED_POLICIES
from ..reading.days import parse_day


class Window(NamedTuple):
    """A window of time ``[start, end)``, naive UTC."""

    start: datetime
    end: datetime


def day(text: str) -> date:
    """A day written ``2018-02-21``."""
    try:
        return parse_day(text)
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def window(text: str) -> Window:
    """A day, or two days with ``..`` between, both inclusive: ``2018-01-20..2018-01-27``."""
    first, _, last = text.partition("..")
    start, final = day(first), day(last or first)
    if final < start:
        raise argparse.ArgumentTypeError(f"'{text}' runs backward. Write the earlier day first.")
    return Window(datetime.combine(start, time()), datetime.combine(final, time()) + timedelta(days=1))


def add_lexicon_to(command: Any) -> None:
    """Declare ``--lexicon``."""
    command.add_argument(
        "--lexicon",
        metavar="CSV",
        type=Path,
        action="append",
        default=[],
        help="your own words that tell events: words, pos, type, mode, needs; may be repeated, the later wins",
    )


def add_disputed_to(command: Any) -> None:
    """Declare ``--disputed``."""
    command.add_argument(
        "--disputed",
        choices=DISPUTED_POLICIES,
        default=DISPUTED_POLICIES[0],
        help="what disputed areas belong to: no country (neutral, the default), where ISO 3166 files them (iso), who"
        " controls them (de-facto)",
    )


def opened_lexicons(paths: Iterable[Path]) -> tuple[LexiconFile, ...]:
    """The user's words, checked.

    Raises
    ------
    LexiconError
        When a file cannot be read or a row is wrong.
    InputError
        When two files have the same name, by which they are told apart.
    """
    from ..reading.events.own_words import open_lexicon

    files = tuple(open_lexicon(path) for path in paths)
    names = [file.name for file in files]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise InputError(
            f"Two files of words are called {twice}. Rename one, so that each can be told by its name."
        )
    return files


def positive(text: str) -> int:
    """A whole number from 1."""
    if not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 1 up")
    return int(text)
