"""Where words of a text stand after somebody has revised it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from difflib import SequenceMatcher

from .report import Span

_WORDS = re.compile(r"\S+")


def spans_in_revision(old: str, new: str, spans: Iterable[Span]) -> dict[Span, Span]:
    """Spans of a text, each with where the same words stand in its revision; without those that are gone.

    Words are compared, not characters: what stands around a span may be corrected, or have moved on by a paragraph,
    and of a sentence only the first word and the last one must still be there.
    """
    old_words, new_words = list(_WORDS.finditer(old)), list(_WORDS.finditer(new))
    matcher = SequenceMatcher(
        None, [word.group() for word in old_words], [word.group() for word in new_words], autojunk=False
    )
    same = {block.a + n: block.b + n for block in matcher.get_matching_blocks() for n in range(block.size)}
    starts = [word.start() for word in old_words]
    found = {}
    for span in spans:
        first, last = (bisect_right(starts, at) - 1 for at in (span.start, span.end - 1))
        if first in same and last in same:
            start = span.start + new_words[same[first]].start() - starts[first]
            found[span] = Span(start, span.end + new_words[same[last]].start() - starts[last])
    return found
