"""Stretches of text that may be place names: every part of a run of name-like words, and what the model marks.

Nothing is decided here; `recognise` weighs what is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Optional

from ...gazetteer.names import is_arabic_article
from ...gazetteer.place import PlaceKind
from ..doc import Doc
from ..parsed import ParsedDocument, Sentence
from .abbreviations import full_name
from .words import ADVERBS_OF_TIME, DIRECTIONS, GENERIC_KINDS, INNER, LOCATIVE, NATURAL

LONGEST_NAME = 6  # words
_CITY = "city"  # may be a part of the name, where the text is all in capitals: "PANAMA CITY"
_JOINTS = frozenset(("-", "'", "/"))
_LANDSCAPES = NATURAL | frozenset("sea ocean gulf delta plain plains highlands region area".split())
_COUNTRIES = frozenset("states republics countries nations".split())  # "the Baltic states"
_IN_LIST = frozenset((",", "and", "&"))
_LONGEST_LIST = 16  # words
_PLURAL_KINDS = {word: kind for word, kind in GENERIC_KINDS.items() if word.endswith("s")}
_WORD_IN_TAG = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "#SouthSudan"
_ELIDED = re.compile(r"[dl]['\u2019][A-Z]")
_OPENING = (LOCATIVE - frozenset(DIRECTIONS)) | frozenset(("the", "for", "after", "before", "when", "while"))


@dataclass(frozen=True)
class Stretch:
    """Tokens ``[first, end)`` that may be a place name.

    Parameters
    ----------
    first, end : int
        Tokens in the parse.
    key : str
        The name as it is looked up.
    run_first, run_end : int
        The run of name-like words that it is a part of.
    hint : PlaceKind or None
        The kind of place that a generic word in or beside the name tells.
    shares_tail : bool
        The name leaves out words that stand behind the next one: "North" in "North and South Waziristan".
    is_partly_lower : bool
        It has a direction, or a word for a landscape or for several countries, in lower case, as only names of regions
        do: "west Africa", "the Lake Chad basin", "the Baltic states"; or the "city" of a text in capitals.
    """

    first: int
    end: int
    key: str
    run_first: int
    run_end: int
    hint: Optional[PlaceKind] = None
    shares_tail: bool = False
    is_partly_lower: bool = False


def stretches(parsed: ParsedDocument) -> Iterator[Stretch]:
    """Everything in the prose of a document that may be a place name, in text order."""
    doc = parsed.doc
    words = doc.words
    named = [
        _is_name_like(word) or _is_tag(words, at) or is_glued_article(doc, at) or is_elided(words, at)
        for at, word in enumerate(words)
    ]
    for sentence in parsed.prose():
        for first, end in _runs(doc, words, named, sentence):
            opens = first == sentence.first_token and words[first].lower() in _OPENING
            yield from _parts(words, named, doc, first, end, first + opens)
            yield from _partly_in_lower_case(words, named, doc, (first, end), sentence)
            if end < sentence.end_token and words[end] == _CITY and _is_shouted(parsed, end):
                name = doc.text_of(first, end + 1)
                yield Stretch(first, end + 1, name, first, end + 1, PlaceKind.TOWN, is_partly_lower=True)


def _is_shouted(parsed: ParsedDocument, at: int) -> bool:
    """Whether a word stands in capitals in the report itself."""
    word = parsed.doc[at]
    return parsed.report.text[word.idx : word.idx + len(word)].isupper()


def _is_name_like(word: str) -> bool:
    return word[0].isupper() and (len(word) > 1 or word not in "IA") and word.lower() not in ADVERBS_OF_TIME


def is_elided(words: list[str], at: int) -> bool:
    """Whether a word goes on with a name behind an apostrophe: "d'Ivoire" in "Abidjan, Côte d'Ivoire"."""
    return at > 0 and words[at - 1][0].isupper() and _ELIDED.match(words[at]) is not None


def _is_tag(words: list[str], at: int) -> bool:
    """Whether a word is a tag of a short message, which many write in lower case: "#nigeria"."""
    return at > 0 and words[at - 1] == "#" and words[at].isalpha()


def is_glued_article(doc: Doc, at: int) -> bool:
    """Whether a word in lower case is an Arabic article that a hyphen joins to the name behind it: "al-Susah"."""
    words = doc.words
    return (
        words[at][0] in "ae"
        and at + 2 < len(words)
        and words[at + 1] == "-"
        and words[at + 2][0].isupper()
        and is_arabic_article(words[at], words[at + 2])
        and not doc[at].whitespace_
    )


def _runs(doc: Doc, words: list[str], named: list[bool], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Runs of name-like words, joined over hyphens and over small words between them."""
    at, stop = sentence.first_token, sentence.end_token
    while at < stop:
        if not named[at]:
            at += 1
            continue
        end = at + 1
        while end < stop:
            if named[end]:
                end += 1
                continue
            ahead = end
            while (
                ahead < stop
                and ahead - end < 3
                and (words[ahead] in _JOINTS or words[ahead].lower() in INNER or _is_hyphened(doc, ahead))
            ):
                ahead += 1
            if ahead > end and ahead < stop and named[ahead]:
                end = ahead + 1
                continue
            break
        yield at, end
        at = end


def _is_hyphened(doc: Doc, at: int) -> bool:
    """Whether hyphens tie a word to both of its neighbours: "on" in "Stoke-on-Trent"."""
    if not 0 < at < len(doc) - 1 or doc.words[at - 1] != "-" or doc.words[at + 1] != "-":
        return False
    return not (doc[at - 1].whitespace_ or doc[at].whitespace_)


def _partly_in_lower_case(
    words: list[str], named: list[bool], doc: Doc, run: tuple[int, int], sentence: Sentence
) -> Iterator[Stretch]:
    """The run with the direction before it, and with the word for a landscape or for countries behind it."""
    first, end = run
    is_told_behind = end < sentence.end_token and words[end] in _LANDSCAPES | _COUNTRIES
    if first > sentence.first_token and _is_lone_direction(words, first - 1):
        for stop in range(first + 1, min(end, first + LONGEST_NAME) + 1):
            yield Stretch(first - 1, stop, doc.text_of(first - 1, stop), first - 1, end, is_partly_lower=True)
        if is_told_behind:  # "central Asian republics"
            name = doc.text_of(first - 1, end + 1)
            yield Stretch(first - 1, end + 1, name, first - 1, end + 1, is_partly_lower=True)
    if is_told_behind:
        for start in range(max(first, end - LONGEST_NAME), end):
            if named[start]:
                yield Stretch(
                    start, end + 1, doc.text_of(start, end + 1), first, end + 1, is_partly_lower=True
                )


def _is_lone_direction(words: list[str], at: int) -> bool:
    """Whether a word in lower case is a direction, and not the last of several ("northern and eastern Africa")."""
    return words[at] in DIRECTIONS and not (
        at > 1 and words[at - 1] in _IN_LIST and words[at - 2].lower() in DIRECTIONS
    )


def _parts(
    words: list[str], named: list[bool], doc: Doc, first: int, end: int, first_name: int
) -> Iterator[Stretch]:
    """Every part of a run; its names begin at `first_name`, behind a small word that opens a sentence ("In Ipoh")."""
    for start in range(first, end):
        if not named[start]:
            continue
        run = first_name if start >= first_name else first
        inside_word = start > first and words[start - 1] in _JOINTS and not doc[start - 1].whitespace_
        for stop in range(start + 1, min(end, start + LONGEST_NAME) + 1):
            if not named[stop - 1] or (inside_word and stop - start > 1):
                continue
            text = " ".join(doc.text_of(start, stop).split())
            if _is_tag(words, start):
                text = _WORD_IN_TAG.sub(" ", text)
            key = full_name(text, _is_set_off(words, doc, start)) or text
            if key is text and text.lower() in DIRECTIONS:
                tail = _shared_tail(words, named, stop, end)
                if tail:
                    key = f"{text} {tail}"
                    yield Stretch(start, stop, key, run, end, _hint(words, start, stop), shares_tail=True)
                continue
            if key is text and len(text) < 3:
                continue
            yield Stretch(start, stop, key, run, end, _hint(words, start, stop))


def _is_set_off(words: list[str], doc: Doc, start: int) -> bool:
    """Whether a comma, a bracket or a dash stands before a token; a hyphen within a word sets nothing off."""
    if not start or words[start - 1] not in (",", "(", "-"):
        return False
    return words[start - 1] != "-" or bool(doc[start - 1].whitespace_)


def _shared_tail(words: list[str], named: list[bool], stop: int, end: int) -> str:
    """As in "Waziristan" behind the "North" of "North and South Waziristan"."""
    if (
        stop + 2 >= end
        or words[stop].lower() not in ("and", "&", "or")
        or words[stop + 1].lower() not in DIRECTIONS
    ):
        return ""
    last = stop + 2
    while last < end and named[last] and last - stop < LONGEST_NAME:
        last += 1
    return " ".join(words[stop + 2 : last])


def _hint(words: list[str], start: int, stop: int) -> Optional[PlaceKind]:
    """The kind told by a generic word: the name's last word, the word after it, or "the province of" before it.

    A plural that belongs to the name says of what it is made, not what it is ("United States").
    """
    last = words[stop - 1].lower()
    if stop - start > 1 and last in GENERIC_KINDS and last not in _PLURAL_KINDS:
        return GENERIC_KINDS[last]
    if stop < len(words) and words[stop].lower() in GENERIC_KINDS:
        return GENERIC_KINDS[words[stop].lower()]
    if start >= 2 and words[start - 1].lower() == "of":
        return GENERIC_KINDS.get(words[start - 2].lower())
    return _kind_of_list(words, start, stop)


def _kind_of_list(words: list[str], start: int, stop: int) -> Optional[PlaceKind]:
    """The kind that a plural tells of each name of a list: "Kunar and Laghman provinces", "the towns of A, B and C"."""
    if stop < len(words) and words[stop] in _IN_LIST:
        end = stop
        while end < min(len(words), stop + _LONGEST_LIST) and (
            words[end] in _IN_LIST or words[end][0].isupper()
        ):
            end += 1
        if end < len(words) and words[end] in _PLURAL_KINDS:
            return _PLURAL_KINDS[words[end]]
    if start and words[start - 1] in _IN_LIST:
        first = start - 1
        while first > max(0, start - _LONGEST_LIST) and (
            words[first] in _IN_LIST or words[first][0].isupper()
        ):
            first -= 1
        if first and words[first] == "of":
            return _PLURAL_KINDS.get(words[first - 1].lower())
    return None
