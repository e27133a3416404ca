"""Actors of the lists: one name for every spelling, alias, people and seat of government."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Optional

from ..tokens import Token
from .lexicon import FOLDER, load_rows

_LONGEST_NAME = 8  # words
_KINDS_OF_BODIES = frozenset("army front movement party force forces union council league alliance".split())
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True)
class KnownActor:
    """An actor of the lists: one name, and what it is (militant, armed, organisation, country)."""

    name: str
    kind: str


def without_accents(name: str) -> str:
    """The name in bare letters: "Asunción" as "Asuncion"."""
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, KnownActor], dict[str, KnownActor]]:
    """Names and aliases to actors: in lower case, and as written for short capitals ("IS", "LeT")."""
    folded: dict[str, KnownActor] = {}
    exact: dict[str, KnownActor] = {}
    for row in load_rows(FOLDER / "countries.csv"):
        actor = KnownActor(row["name"], "country")
        for field in ("name", "demonyms", "seats", "aliases"):
            for name in filter(None, row[field].split("|")):
                short = len(name) <= 3 and name.isalpha()
                (exact if short else folded)[name if short else without_accents(name.lower())] = actor
    for row in load_rows(FOLDER / "actors.csv"):
        actor = KnownActor(row["name"], row["kind"])
        for name in filter(None, (row["name"], *row["aliases"].split("|"))):
            short = (
                len(name) <= 4 and name.isalpha() and name != name.lower() and name[1:] != name[1:].lower()
            )
            (exact if short else folded)[name if short else without_accents(name.lower())] = actor
    return folded, exact


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Adjectives and peoples to the names of their countries: "afghan" to "Afghanistan", plurals too."""
    found = {}
    for row in load_rows(FOLDER / "countries.csv"):
        for word in filter(None, row["demonyms"].split("|")):
            found[word.lower()] = found[word.lower() + "s"] = row["name"]
    return found


@lru_cache(maxsize=1)
def _words_of_seats() -> frozenset[str]:
    rows = load_rows(FOLDER / "countries.csv")
    return frozenset(
        word.lower() for row in rows for seat in row["seats"].split("|") for word in seat.split()
    )


def is_seat(token: Token) -> bool:
    """Whether it names the seat of a government, such as "Nairobi" or "Tel Aviv", and not the country."""
    return token.lower_ in _words_of_seats() and token.lower_ not in demonyms() and token.ent_type_ != "NORP"


def known_actor(text: str) -> Optional[KnownActor]:
    """The actor of the lists that a name means, None if they do not have it."""
    folded, exact = _known()
    name = without_accents(" ".join(text.split()))
    bare = name[4:] if name.lower().startswith("the ") else name
    return exact.get(bare) or folded.get(bare.lower()) or folded.get(_POSSESSIVE.sub("", bare.lower()))


@lru_cache(maxsize=1)
def words_of_names() -> frozenset[str]:
    """All words of the names in the lists; a word that is none of them need not be looked up."""
    folded, exact = _known()
    return frozenset(
        part
        for name in (*folded, *exact)
        for word in name.lower().split()
        for part in (word, *re.split(r"\W", word))
    )


def known_actor_at(token: Token) -> Optional[KnownActor]:
    """The actor whose name holds the token, the longest name first ("Islamic State of Iraq and Syria")."""
    if without_accents(token.lower_) not in words_of_names():
        return None
    first, end = _may_be_a_name(token)
    for length in range(min(_LONGEST_NAME, end - first), 0, -1):
        for start in range(max(first, token.i - length + 1), min(token.i, end - length) + 1):
            if length == 1 and token.pos_ not in ("PROPN", "NOUN", "ADJ"):
                continue
            found = known_actor(token.doc.text_of(start, start + length))
            if found and not _is_the_rest_of_a_name(token.doc[start], token.doc[start + length - 1]):
                return found
    return None


def _is_the_rest_of_a_name(first: Token, last: Token) -> bool:
    """Whether a common name of bodies is another's behind what it fights for: "Ta'ang National Liberation Army"."""
    if first is last or last.lower_ not in _KINDS_OF_BODIES or first.i == first.sent.start:
        return False
    before = first.nbor(-1)
    return (
        before.tag_ in ("NNP", "NNPS")
        and before.dep_ in ("compound", "nmod")
        and first.i <= before.head.i <= last.i
        and known_actor(before.text) is None
    )


def _may_be_a_name(token: Token) -> tuple[int, int]:
    """The stretch around a token, within its sentence, of words that stand in names of the lists and of signs."""
    doc, words, sentence = token.doc, words_of_names(), token.sent
    first, end = token.i, token.i + 1
    while first > sentence.start and token.i - first < _LONGEST_NAME:
        before = doc[first - 1]
        if without_accents(before.lower_) not in words and before.is_alpha and before.lower_ != "the":
            break
        first -= 1
    while end < sentence.end and end - token.i < _LONGEST_NAME:
        after = doc[end]
        if without_accents(after.lower_) not in words and after.is_alpha:
            break
        end += 1
    return first, end
