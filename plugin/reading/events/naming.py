"""The words of a name: titles before it, the phrase up to its head, whom "known as" and offices name."""

from __future__ import annotations

import re
from typing import Optional

from ..closed_classes import PLACES, TIMES
from ..tokens import Token
from .known_actors import known_actor
from .lexicon import people_words, word_class

_NOT_PART_OF_A_NAME = frozenset(
    "several numerous multiple many some few other various certain two three additional the a an old"
    " approximately about least".split()
)
_OF_A_BODY = frozenset(
    "member members fighter fighters militant militants element elements soldiers troops".split()
)
_ENDS_A_TITLE = frozenset("in at on by with from after before during said".split())
_WORDS_OF_A_NAME = frozenset("compound amod nmod conj cc npadvmod".split())


def known_as(noun: Token) -> Optional[Token]:
    """Whom a noun names by "known as" and "called": "a militia known as the FDLR"."""
    for child in noun.children:
        if child.dep_ == "acl" and child.lower_ in ("known", "called", "named", "dubbed"):
            names = (t for t in child.subtree if t.pos_ == "PROPN")
            return next((t for t in names if t.dep_ in ("pobj", "oprd", "attr", "dobj")), None)
    return None


def body_behind(members: Token) -> Optional[Token]:
    """Whose people they are: the name behind "members of", "fighters of"."""
    if members.lower_ not in _OF_A_BODY:
        return None
    behind = (t for of in members.children if of.lower_ == "of" for t in of.children if t.dep_ == "pobj")
    return next((t for t in behind if t.pos_ == "PROPN" and t.ent_type_ not in PLACES | TIMES), None)


def title_before(person: Token) -> list[Token]:
    """The words of a title before a person's name, the nearest first."""
    start = _entity_start(person)
    words: list[Token] = []
    for index in range(start - 1, max(person.sent.start, start - 7) - 1, -1):
        token = person.doc[index]
        if token.pos_ in ("VERB", "AUX", "CCONJ", "SCONJ") or token.lower_ in _ENDS_A_TITLE:
            break
        if token.ent_type_ == "PERSON" or token.text in '.;:()"':
            break
        words.append(token)
    return words


def bare_person(text: str) -> str:
    """A person's name without titles and possessive."""
    name = re.sub(r"['’]s?$", "", " ".join(text.split()))
    return re.sub(r"^(?:Mr|Mrs|Ms|Dr|Gen|Col|Sgt|Lt|Maj|Capt|Sen|Rep|President|Minister)\.? ", "", name)


def named_behind(office: Token) -> Optional[Token]:
    """The person whose name follows an office without a comma, whatever the parse hangs it on."""
    if office.lower_ not in word_class("office") or office.i + 1 >= len(office.doc):
        return None
    behind = office.nbor()
    if behind.ent_type_ != "PERSON" or behind.ent_iob_ != "B":
        return None
    return next((e.root for e in office.doc.ents if e.start == behind.i), None)


def _entity_start(token: Token) -> int:
    start = token.i
    while start > token.sent.start and token.doc[start].ent_iob_ == "I":
        start -= 1
    return start


def name_start(token: Token) -> int:
    """Where a person's name begins: with the entity, or with the proper names right before the surname."""
    start = _entity_start(token) if token.ent_type_ else token.i
    while start > token.sent.start:
        before = token.doc[start - 1]
        if (
            before.tag_ != "NNP"
            or before.dep_ != "compound"
            or before.lower_ in word_class("office")
            or before.head != token
        ):
            break
        if (
            known_actor(before.text)
            or before.lower_ in people_words()
            or before.lower_ in ("foreign", "prime")
        ):
            break
        start -= 1
    return start


def phrase(token: Token) -> str:
    """The noun phrase up to its head, without articles, figures and the like."""
    start = token.i
    while start > token.sent.start:
        before = token.doc[start - 1]
        if before.text == "-" and before.i > token.sent.start and not before.whitespace_:
            start -= 1  # "Afghan-led"
            continue
        if before.lower_ in _NOT_PART_OF_A_NAME or before.pos_ in (
            "NUM",
            "DET",
            "PUNCT",
            "SYM",
            "PRON",
            "PART",
        ):
            break
        if before.dep_ not in _WORDS_OF_A_NAME or not _within(before, token):
            break
        if before.ent_type_ in TIMES:
            break  # "on 27 March soldiers arrested"
        start -= 1
    while start < token.i and (token.doc[start].pos_ == "CCONJ" or token.doc[start].text == "-"):
        start += 1 if token.doc[start].text != "-" else 2  # of "so-called" nothing is kept
    return re.sub(r"\s+", " ", token.doc.text_of(start, token.i + 1))


def _within(token: Token, head: Token) -> bool:
    return token.head == head or head in token.ancestors
