"""The account of an event as lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ..ui.event_account import Told, answers_of
from ..ui.event_words import title_of

_WIDTH = 100
_LABEL = 12


def account_of(told: Told) -> Iterator[str]:
    """The lines of the account: a value stands beside its label, its reasons below it, further in."""
    yield title_of(told.row)
    yield ""
    for answer in answers_of(told):
        for number, line in enumerate(answer.lines):
            text = line.lstrip()
            margin = _LABEL + (0 if number == 0 else 2) + len(line) - len(text)
            first = answer.asked.ljust(margin) if number == 0 else " " * margin
            yield from textwrap.wrap(
                text,
                _WIDTH,
                initial_indent=first,
                subsequent_indent=" " * (margin + 2),
                break_long_words=False,
                break_on_hyphens=False,
            )
