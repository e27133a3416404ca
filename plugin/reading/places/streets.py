"""Streets that bear the names of towns: "10 Cusco Street", "between Bari and Rimini streets" are in neither."""

from __future__ import annotations

from dataclasses import replace

from ..doc import TokenSpan
from ..parsed import ParsedDocument
from .recognise import Name

_STREET = frozenset("street avenue boulevard lane alley promenade".split())
_STREETS = frozenset("streets avenues boulevards lanes alleys".split())
_ARTICLES = frozenset(("a", "an", "the", "this", "that", "any", "every"))


def as_street(parsed: ParsedDocument, name: Name) -> Name:
    """The name with the word for a street behind it, as one that no gazetteer knows; any other name as it is.

    "A Bari street" and "the Bari streets" are streets of Bari.
    """
    doc, first, end = parsed.doc, name.stretch.first, name.stretch.end
    is_followed = end < len(doc) and doc[end].lower_ in _STREET and _is_of_the_name(parsed, first, end)
    if not is_followed and not names_street(doc.span(first, end)):
        return name
    return replace(name, stretch=replace(name.stretch, end=end + is_followed), candidates=())


def _is_of_the_name(parsed: ParsedDocument, first: int, end: int) -> bool:
    """Whether the word behind a name has a capital; in a text in capitals, where all have, no article before it."""
    word, before = parsed.doc[end], parsed.doc[first - 1].lower_ if first else ""
    is_shouted = parsed.report.text[word.idx : word.idx + len(word)].isupper()
    return word.text[0].isupper() or (is_shouted and before not in _ARTICLES)


def names_street(name: TokenSpan) -> bool:
    """Whether a name shares the word for streets with another: "Cusco" and "Tacna" in "Cusco and Tacna streets"."""
    words, end = name.doc.words, name.end
    behind = words[end].lower() if end < len(words) else ""
    if behind in _STREETS:
        before = name.start - 1
        while before > 0 and words[before][0].isupper():
            before -= 1
        return before > 0 and words[before] == "and"
    last = end + 1
    while behind == "and" and last < len(words) and words[last][0].isupper():
        if words[last].lower() in _STREETS:
            break
        last += 1
    return last > end + 1 and last < len(words) and words[last].lower() in _STREETS
