"""Datelines: the place and the date that open a wire story ("KABUL, Afghanistan (Nov. 13) -")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...gazetteer.place import PlaceKind
from ..parsed import ParsedDocument
from .recognise import Name

# What may stand between the last place of a dateline and the story: a date, an agency, then a dash or a line's end.
_DAY = r"\d{1,2} [A-Z][a-z]+\.?(?: \d{2,4})?|[A-Z][a-z]+\.? \d{1,2}(?:,? \d{4})?"
_REST = re.compile(
    rf"\)?[\s,]*(?:\([^()\n]{{2,40}}\))?[\s,]*(?:{_DAY}|(?i:no date|undated))?"
    r"[\s,]*(?:\([^()\n]{2,40}\))?\s*(?:--?|_|:|\n|\Z)"
)
_DAY_AND_STOP = re.compile(rf", (?:{_DAY})\.\s")  # "Brussels, 27 June 2024. Envoys met"
_STORY = re.compile(r"\s?: [^\n]{40}")  # "LUCKNOW: Two men were", as South Asia's papers open a story
_WITHIN = re.compile(r"[\s,/]*\(?\Z")  # "KHARTOUM, Sudan", "KHARTOUM (Sudan)"
_OPENING_PARAGRAPHS = 12
_EARLY = 800  # characters


def dateline_names(parsed: ParsedDocument, names: Sequence[Name]) -> frozenset[int]:
    """Indices of the names that make up a dateline: they open a paragraph, and a dash or a date follows."""
    doc, text = parsed.doc, parsed.doc.text
    opens = {s.first_token for at, s in enumerate(parsed.sentences) if _opens_paragraph(parsed, at)}
    found: set[int] = set()
    for at, name in enumerate(names):
        if name.stretch.first not in opens and not _is_shouted_early(parsed, name):
            continue
        last = at
        while last + 1 < len(names):
            here, after = names[last].stretch, names[last + 1].stretch
            if not _WITHIN.match(text[_end(doc, here.end) : doc[after.first].idx]):
                break
            last += 1
        end = _end(doc, names[last].stretch.end)
        rest = _REST.match(text[end : end + 100])
        tells_more = rest is not None and rest.group().strip(" ,:\n") != ""
        opens_a_story = name.stretch.first in opens and any(
            p.match(text, end) for p in (_STORY, _DAY_AND_STOP)
        )
        if (tells_more or opens_a_story) and any(_is_town(names[n]) for n in range(at, last + 1)):
            found.update(range(at, last + 1))
    return frozenset(found)


def _is_shouted_early(parsed: ParsedDocument, name: Name) -> bool:
    """Whether a name stands in capitals near the start of the report, as behind a letterhead on the same line."""
    first = parsed.doc[name.stretch.first]
    return (
        first.idx < _EARLY
        and len(first) > 3
        and parsed.report.text[first.idx : first.idx + len(first)].isupper()
    )


def _is_town(name: Name) -> bool:
    return any(candidate.place.kind is PlaceKind.TOWN for candidate in name.candidates)


def _opens_paragraph(parsed: ParsedDocument, number: int) -> bool:
    here = parsed.sentences[number]
    if here.paragraph > _OPENING_PARAGRAPHS:
        return False
    return number == 0 or parsed.sentences[number - 1].paragraph != here.paragraph


def _end(doc: object, token: int) -> int:
    last = doc[token - 1]  # type: ignore[index]
    return int(last.idx + len(last))
