"""Participles before their noun that the parser takes for the verb: "On Monday, suspected rebels entered a village".

Behind a comma, or at the start of a sentence, such a word looks like the verb of a clause without a subject, and the
verb that follows is hung below it. The noun for people right before that verb shows what is meant.
"""

from __future__ import annotations

from typing import Optional

from .closed_classes import SUBJECTS
from .doc import Doc
from .events.lexicon import people_words
from .tokens import Token

_HEDGES = frozenset("suspected presumed alleged supposed purported reputed masked armed hooded".split())
_IN_A_NAME = frozenset("NN NNP NNPS NNS JJ CC HYPH".split())  # tags between the participle and its noun
_LONGEST_NAME = 9  # tokens


def lower_participles(doc: Doc) -> None:
    """Make the participle a modifier of its noun, and the verb behind the noun that of the clause."""
    for participle in doc:
        if participle.lower_ not in _HEDGES or participle.dep_ in ("amod", "acl") or not _begins(participle):
            continue
        noun = _noun_behind(participle)
        verb = None if noun is None else doc[noun.i + 1]
        if noun is None or verb is None or verb.tag_ != "VBD" or _has_another_subject(verb, noun):
            continue
        hung = {noun: (verb, "nsubj"), participle: (noun, "amod")}
        if participle in verb.ancestors:
            is_root = participle.head is participle
            hung[verb] = (verb if is_root else participle.head, participle.dep_)
        for token in participle.children:
            is_between = participle.i < token.i < noun.i
            if token not in hung:
                hung[token] = (noun, "compound") if is_between else (verb, token.dep_)
        doc.rehang(hung)
        participle.tag_ = "VBN"


def _begins(participle: Token) -> bool:
    """Whether it stands where a subject may begin, and has no subject or auxiliary of its own."""
    if participle.tag_ not in ("VBN", "VBD") or any(
        c.dep_ in SUBJECTS or c.dep_ in ("aux", "auxpass") for c in participle.children
    ):
        return False
    return participle.i == participle.sent.start or participle.nbor(-1).text == ","


def _noun_behind(participle: Token) -> Optional[Token]:
    """The noun for people that stands behind the participle and a name, right before a verb."""
    doc = participle.doc
    for token in doc[participle.i + 1 : participle.i + 1 + _LONGEST_NAME]:
        if token.tag_ not in _IN_A_NAME:
            return None
        following = doc[token.i + 1 : token.i + 2]
        if token.lower_ in people_words() and all(t.tag_ not in _IN_A_NAME for t in following):
            return token if following else None
    return None


def _has_another_subject(verb: Token, noun: Token) -> bool:
    return any(c.dep_ in SUBJECTS and c is not noun for c in verb.children)
