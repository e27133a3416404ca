"""Places that head what is told below them: "Kidal: gunmen ...", "- 3 May, Gao region: ...", a line "GAO REGION".

Situation reports, digests and security briefings tell their incidents in lists, and name the place once, in front. What
heads one paragraph alone in a report is its dateline, or a title, and places nothing below it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...core.mentions import Toponym
from ..parsed import ParsedDocument
from ..times.vocabulary import MONTH_ABBREVIATIONS, WEEKDAY_ABBREVIATIONS
from ..tokens import Token
from .words import DAYS_AND_MONTHS, DIRECTIONS, GENERIC_KINDS, NATURAL, SETTLEMENTS

_LONGEST = 16  # tokens of a head
_LONGEST_TITLE = 8  # tokens of a line that opens a section and names no place
_FEWEST = 2  # headed paragraphs that make a list
_BESIDE = (  # what stands in a head beside names: kinds of places, days, joining words
    frozenset("and of the in on at to territory territories area areas sector zone division".split())
    | frozenset(GENERIC_KINDS)
    | frozenset(DIRECTIONS)
    | NATURAL
    | SETTLEMENTS
    | DAYS_AND_MONTHS
    | frozenset(MONTH_ABBREVIATIONS)
    | frozenset(WEEKDAY_ABBREVIATIONS)
)
_ENDS = frozenset((":", "):", ".", "-"))

Heads = dict[int, tuple[Toponym, ...]]


def item_heads(parsed: ParsedDocument, toponyms: Sequence[Toponym]) -> Heads:
    """The places that head each paragraph, by its number; empty for a report without a list."""
    names = {token.i: toponym for toponym in toponyms for token in parsed.tokens_of(toponym.span)}
    heads: Heads = {}
    section: tuple[Toponym, ...] = ()
    n_told = 0
    for number, tokens in _paragraphs(parsed):
        told, is_whole = _head(tokens, names)
        n_told += bool(told)
        if is_whole:
            section = told
        elif told or section:
            heads[number] = told or section
    return heads if n_told >= _FEWEST else {}


def _paragraphs(parsed: ParsedDocument) -> list[tuple[int, list[Token]]]:
    found: dict[int, list[Token]] = {}
    for sentence in parsed.sentences:
        words = (t for t in parsed.sentence_tokens(sentence) if not t.text.isspace())
        found.setdefault(sentence.paragraph, []).extend(words)
    return list(found.items())


def _head(tokens: Sequence[Token], names: dict[int, Toponym]) -> tuple[tuple[Toponym, ...], bool]:
    """The places that head a paragraph, and whether it is nothing but a heading."""
    told: list[Toponym] = []
    for at, token in enumerate(tokens[:_LONGEST]):
        toponym = names.get(token.i)
        if toponym is not None:
            if toponym.footprint is not None and toponym not in told:
                told.append(toponym)
        elif told and _ends_a_head(token):
            return tuple(told), at + 1 == len(tokens)
        elif not _may_stand_beside(token):
            return (), _is_a_title(tokens)
    return (tuple(told), True) if len(tokens) <= _LONGEST else ((), False)


def _ends_a_head(token: Token) -> bool:
    """As a colon, a full stop, or a dash that stands by itself: not that of "Gao-Kidal road"."""
    if token.text not in _ENDS:
        return False
    text = token.doc.text
    return token.text != "-" or text[token.idx - 1 : token.idx].isspace()


def _may_stand_beside(token: Token) -> bool:
    return not token.text.isalpha() or token.lower_ in _BESIDE


def _is_a_title(tokens: Sequence[Token]) -> bool:
    """A short line without a full stop or a bullet: it opens another section."""
    return len(tokens) <= _LONGEST_TITLE and tokens[0].text[0].isalpha() and tokens[-1].text not in ".!?;"
