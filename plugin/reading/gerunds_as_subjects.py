"""Nouns in -ing that the parser takes for an auxiliary of the verb behind them: "shelling wounded two children".

Such a noun has no article, so that it looks like a part of the verb. No auxiliary of English but "being" and "having"
is a present participle: it is the verb's subject. This is done before anybody reads the parse.
"""

from __future__ import annotations

from .closed_classes import SUBJECTS
from .doc import Doc
from .tokens import Token

_AUXILIARIES = frozenset("being having going getting".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP"))


def raise_gerunds(doc: Doc) -> None:
    """Make the noun the subject of its verb, and the verb one of the main clause where it hung on a participle."""
    for noun in doc:
        if noun.tag_ != "VBG" or noun.dep_ != "aux" or noun.lower_ in _AUXILIARIES:
            continue
        verb = noun.head
        if verb.i != noun.i + 1 or verb.tag_ not in _FINITE or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        hung: dict[Token, tuple[Token, str]] = {noun: (verb, "nsubj")}
        participle = verb.head
        if verb.dep_ == "conj" and participle.tag_ == "VBG" and participle.head is not participle:
            hung[verb] = (participle.head, "conj")  # "struck a post, killing one, and shelling wounded two"
        doc.rehang(hung)
        noun.tag_, noun.pos_ = "NN", "NOUN"
