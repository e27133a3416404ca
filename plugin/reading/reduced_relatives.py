"""Participles behind their noun that the parser takes for the verb: "A man wanted for murder was killed".

A participle that looks like a past tense leads the parser down the garden path: it makes "wanted" the verb of the
sentence, and hangs the verb that follows, which is left without a subject, below it. The auxiliary shows what is meant.
"""

from __future__ import annotations

from typing import Optional

from .closed_classes import SUBJECTS, VERBAL
from .doc import Doc
from .tokens import Token

_BELOW = frozenset(("ccomp", "conj", "dep", "advcl"))
_SUBJECTS = SUBJECTS | {"csubj", "csubjpass", "expl"}
_JOINS = frozenset(("cc", "mark"))
_AUXILIARIES = frozenset("was were is are has have had".split())


def raise_verbs(doc: Doc) -> None:
    """Make the verb with the auxiliary that of its sentence, and the participle before it a modifier of its subject."""
    for verb in doc:
        if verb.dep_ not in _BELOW or verb.pos_ not in VERBAL:
            continue
        participle = verb.head
        subject = _subject_led_astray(verb, participle)
        if subject is None:
            continue
        is_root = participle.head is participle
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        doc.rehang(
            {
                verb: (verb if is_root else participle.head, participle.dep_),
                subject: (verb, "nsubjpass" if passive else "nsubj"),
                participle: (subject, "acl"),
                **{
                    sign: (verb, "punct")
                    for sign in participle.children
                    if sign.dep_ == "punct" and sign.i > verb.i
                },
            }
        )
        participle.tag_ = "VBN"


def _subject_led_astray(verb: Token, participle: Token) -> Optional[Token]:
    """The subject of the participle, if it is the verb's."""
    if participle.tag_ != "VBD" or not participle.i < verb.i:
        return None
    children = verb.children
    if any(child.dep_ in _SUBJECTS or child.dep_ in _JOINS for child in children):
        return None
    if not any(child.dep_ in ("aux", "auxpass") and child.lower_ in _AUXILIARIES for child in children):
        return None
    below = participle.children
    if any(child.dep_ in ("dobj", "aux", "neg") or child.dep_ in _JOINS for child in below):
        return None  # a past tense has its object, a participle behind its noun has none
    between = verb.doc[participle.i + 1 : verb.i]
    if any(token.text in (",", ";", ":", '"') for token in between):
        return None
    return next((child for child in below if child.dep_ == "nsubj" and child.i < participle.i), None)
