"""The layout of a plain text: paragraphs, hard-wrapped lines, capitals; repaired without moving a character.

Every function here keeps the text's length, so that offsets into the repaired text are offsets into the report.
"""

from __future__ import annotations

import re

from ..core.report import Span
from .truecase import truecase

_QUOTES = str.maketrans("“”„‟«»‘’‚‛", '""""""\'\'\'\'')
_DASHES = str.maketrans("–—―‒‑­", "------")
_BLANKS = str.maketrans("\t\r\f\v\u00a0\u2009\u202f\u200b", "        ")
_BREAKS = str.maketrans("\u2028\u2029\x85", "\n\n\n")  # line and paragraph separators of Unicode
_PARAGRAPH = re.compile(r"[^\n](?:.|\n(?![ \t]*\n))*")


def readable(text: str) -> str:
    """The text as the language model reads it: plain quotes, dashes and blanks, wrapped lines joined, no shouting."""
    plain = text.translate(_BREAKS).translate(_QUOTES).translate(_DASHES).translate(_BLANKS)
    plain = truecase(plain, paragraphs(plain))
    return "".join(_joined(plain[span.start : span.end]) for span in _tiles(plain))


def paragraphs(text: str) -> list[Span]:
    """The paragraphs: stretches between blank lines, and single lines where lines are not wrapped."""
    found = []
    for match in _PARAGRAPH.finditer(text.translate(_BREAKS)):
        block = match.group()
        if is_wrapped(block):
            found.append(Span(match.start(), match.end()))
            continue
        at = match.start()
        for line in block.split("\n"):
            if line.strip():
                found.append(Span(at, at + len(line)))
            at += len(line) + 1
    return found


def is_wrapped(block: str) -> bool:
    """Whether a block's lines are broken at a column, not at the ends of paragraphs.

    So it is when all lines but the last are of similar length, under 100 characters, and most do not end a sentence.
    """
    lines = [line.rstrip() for line in block.split("\n")]
    full = lines[:-1]
    if not full or max(map(len, lines)) > 100:
        return False
    longest = max(map(len, full))
    even = sum(len(line) >= 0.6 * longest for line in full)
    unfinished = sum(not line.endswith((".", "!", "?", ":", '"')) for line in full)
    return longest >= 40 and even >= 0.8 * len(full) and unfinished >= 0.5 * len(full)


def _tiles(text: str) -> list[Span]:
    """Paragraph blocks and what lies between them, end to end over the whole text."""
    tiles, at = [], 0
    for match in _PARAGRAPH.finditer(text):
        if match.start() > at:
            tiles.append(Span(at, match.start()))
        tiles.append(Span(match.start(), match.end()))
        at = match.end()
    if at < len(text):
        tiles.append(Span(at, len(text)))
    return tiles


def _joined(block: str) -> str:
    """A block with its wrapped lines joined."""
    return block.replace("\n", " ") if is_wrapped(block) else block
