"""Gerunds behind their noun that the parser takes for a part of a name: "Police arrested a man planning bombings".

A bare plural behind "planning" makes one long name of it all, "man planning bombings", and the police arrest bombings.
Who plans is a person, and what is planned has not happened.
"""

from __future__ import annotations

from .doc import Doc
from .events.lexicon import people_words
from .tokens import Token

_PLANNING = frozenset("planning plotting preparing scheming organizing organising orchestrating".split())
_BEFORE_A_PERSON = frozenset(("det", "amod", "poss", "nummod", "compound"))


def part_gerunds(doc: Doc) -> None:
    """Put who plans in the place of what is planned, and hang the gerund on the one, and the other on the gerund."""
    for gerund in doc[1:]:
        if gerund.lower_ not in _PLANNING or gerund.dep_ != "compound":
            continue
        person, planned = doc[gerund.i - 1], _head_of_name(gerund)
        if not _is_person_in_name(person, planned):
            continue
        hung = {person: (planned.head, planned.dep_), gerund: (person, "acl"), planned: (gerund, "dobj")}
        for token in (*planned.lefts, *gerund.lefts):
            if token.i < person.i and token.dep_ in _BEFORE_A_PERSON:
                hung[token] = (person, token.dep_)
            elif token.i > gerund.i:
                hung[token] = (planned, token.dep_)
        between = doc[gerund.i + 1 : planned.i]
        hung.update((token, (planned, "compound")) for token in between if token.head is gerund)
        doc.rehang(hung)
        gerund.tag_ = "VBG"


def _head_of_name(part: Token) -> Token:
    while part.dep_ == "compound":
        part = part.head
    return part


def _is_person_in_name(person: Token, planned: Token) -> bool:
    """Whether a person is a part of the name that ends in several deeds: not "the police planning unit"."""
    if planned.tag_ not in ("NNS", "NNPS") or planned.head is planned or person.i > planned.i:
        return False
    return person.lower_ in people_words() and person.dep_ == "compound" and _head_of_name(person) is planned
