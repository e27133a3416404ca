"""The words that tell events and name actors: data of ours in ``resources/lexicon``."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Optional

from ...core.errors import InputError
from ...core.event_types import EventType
from ...resources import ROOT
from .inflection import noun_forms, verb_forms

FOLDER = ROOT / "lexicon"
NEEDS = frozenset(
    "accord actor ahead alone armed cargo cause civil civil-agent commoner craft crowd culprit escapee explosive"
    " fighters"
    " guest host light member mutual no-object object of-note official outcome outlaw passive people people-agent"
    " place plural projectile protester refugee rescuers shots specific state struck territory to-do troops"
    " visitor warring whom wounded".split()
)
NO_EVENT = "NONE"  # type of a phrase that tells no event
_LINKS = frozenset(("of", "in", "on", "to", "for", "from", "with"))


@dataclass(frozen=True)
class Entry:
    """A word or phrase that tells an event.

    Parameters
    ----------
    head : str
        The word that the others depend on, as a lemma.
    others : tuple of str
        Lemmas that must depend on it (verbs) or stand before it or behind its preposition (nouns); ``<relief>`` is any
        word of that class of ``words.csv``.
    pos : str
        ``verb`` or ``noun``.
    event_type : EventType or None
        None for a phrase that only looks as if it told an event ("heart attack").
    mode : str
    needs : frozenset of str
        Conditions, see the head of ``events.csv``.
    source : str
        Name of the user's file that has it; empty for ours.
    """

    head: str
    others: tuple[str, ...]
    pos: str
    event_type: Optional[EventType]
    mode: str
    needs: frozenset[str]
    source: str = ""

    @property
    def words(self) -> str:
        """The phrase as it stands in the lexicon, head first."""
        return " ".join((self.head, *self.others))


@dataclass(frozen=True)
class Lexicon:
    """All words, by the forms in which they stand in texts (lower case).

    Entries under one form are sorted by length, longest first, then as in the file, so that the first that fits is
    the most telling.
    """

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]


def load_rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a lexicon file: CSV with a header; lines that start with "#" are comments.

    Raises
    ------
    InputError
        When the file cannot be read.
    """
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            yield from csv.DictReader(line for line in stream if line.strip() and not line.startswith("#"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            f"The lexicon {path} cannot be read ({error}). It is a CSV file in UTF-8."
        ) from error


@lru_cache(maxsize=1)
def standard_entries() -> tuple[Entry, ...]:
    """The words of our own lexicon."""
    return tuple(entry for row in load_rows(FOLDER / "events.csv") for entry in entries_of(row))


@lru_cache(maxsize=1)
def standard_lexicon() -> Lexicon:
    """Our own lexicon, loaded once."""
    return lexicon_of(standard_entries())


def lexicon_of(entries: Sequence[Entry]) -> Lexicon:
    """The entries by the forms in which they stand in texts."""
    return Lexicon(_by_form(entries, "verb"), _by_form(entries, "noun"))


@lru_cache(maxsize=1)
def instruments() -> dict[str, tuple[str, int]]:
    """Words that tell an event's mode, with how telling they are."""
    return {row["words"]: (row["mode"], int(row["level"])) for row in load_rows(FOLDER / "instruments.csv")}


@lru_cache(maxsize=1)
def governors() -> dict[str, frozenset[str]]:
    """Classes of verbs by what they do to the event below them: class to the forms of its verbs."""
    classes: dict[str, set[str]] = defaultdict(set)
    for row in load_rows(FOLDER / "governors.csv"):
        head, *others = row["words"].split()
        classes[row["class"]].update(
            " ".join((form, *others)) for form in verb_forms(head, irregular_verbs())
        )
    return {name: frozenset(words) for name, words in classes.items()}


@lru_cache(maxsize=1)
def word_classes() -> frozenset[str]:
    """The names of the classes of ``words.csv``."""
    return frozenset(row["class"] for row in load_rows(FOLDER / "words.csv"))


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class of ``words.csv``, in all their forms; empty when there is no such class."""
    forms: set[str] = set()
    for row in load_rows(FOLDER / "words.csv"):
        if row["class"] != name:
            continue
        for word in row["words"].split("|"):
            if row["pos"] == "noun":
                forms |= noun_forms(word)
            elif row["pos"] == "verb":
                forms |= verb_forms(word, irregular_verbs())
            else:
                forms.add(word)
    return frozenset(forms)


def is_word(form: str, lemma: str, word: str) -> bool:
    """Whether a word of a text, by its form and lemma in lower case, is what a phrase asks for."""
    if word.startswith("<"):
        return form in word_class(word[1:-1])
    choice = _choice(word)
    return form in choice or lemma in choice


@cache
def _choice(word: str) -> tuple[str, ...]:
    """The words of which any will do: "wounded|injured"."""
    return tuple(word.split("|"))


@lru_cache(maxsize=1)
def people_words() -> dict[str, str]:
    """Common nouns for people and bodies, in all forms: word to kind."""
    return {form: row["kind"] for row in load_rows(FOLDER / "people.csv") for form in noun_forms(row["word"])}


@lru_cache(maxsize=1)
def irregular_verbs() -> dict[str, tuple[str, str]]:
    """Lemma to past tense and past participle."""
    return {
        row["lemma"]: (row["past"], row["participle"]) for row in load_rows(FOLDER / "irregular_verbs.csv")
    }


def may_be_past(form: str, tag: str) -> bool:
    """Whether a form that the model takes for the present is that of the past tense, too: "hit", "beat", "spread"."""
    past = irregular_verbs().get(form)
    return tag == "VBP" and past is not None and form in past[0].split("|")


def entries_of(row: dict[str, str], source: str = "") -> list[Entry]:
    """The entries of a row that keeps the format, one for each of its first words ("send|deliver <relief>").

    Parameters
    ----------
    source : str
        The user's file that it is from; empty for our own.
    """
    first, _, rest = row["words"].strip().partition(" ")
    return [_entry_of(f"{word} {rest}", row, source) for word in first.split("|")]


def _entry_of(phrase: str, row: dict[str, str], source: str) -> Entry:
    words, pos = phrase.lower().split(), row["pos"]
    at = 0 if pos == "verb" or _LINKS & set(words) else len(words) - 1
    others = tuple(words[:at] + words[at + 1 :])
    needs = frozenset(row["needs"].split())
    event_type = None if row["type"] == NO_EVENT else EventType(row["type"])
    return Entry(words[at], others, pos, event_type, row["mode"], needs, source)


def _by_form(entries: Iterable[Entry], pos: str) -> dict[str, tuple[Entry, ...]]:
    forms: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.pos != pos:
            continue
        found = verb_forms(entry.head, irregular_verbs()) if pos == "verb" else noun_forms(entry.head)
        for form in found:
            forms[form].append(entry)
    return {form: tuple(sorted(found, key=lambda e: -len(e.others))) for form, found in forms.items()}
