"""How a text tells an event: as its news, as background, or by a name for what its readers know of."""

from __future__ import annotations

from enum import Enum

from ..closed_classes import POINTING, SUBJECTS, UNDERGOERS, VERBAL
from ..events.lexicon import standard_lexicon
from ..tokens import Token
from .tense import ABOUT_A_DEED, Tense, clause_of, is_introduced_by, tense_of
from .vocabulary import PLURALS


class Ground(str, Enum):
    """The part that an event plays in its story."""

    NEWS = "news"  # the story itself: "Gunmen raided a village"
    ASIDE = "aside"  # told beside it: "the rebels who raided the village"
    BEFORE = "before"  # over when the story begins: "had raided", "have raided"
    NAMED = "named"  # known to the reader: "condemned the raid on the village"


_HAPPEN = frozenset(
    "happen occur take come begin start end last follow continue erupt break kill wound injure claim leave cause "
    "destroy damage target hit strike be unfold resume go".split()
)
_DO = frozenset(
    "carry launch stage mount conduct commit hold make execute perform perpetrate suffer report open host attend chair "
    "address conclude finish begin start resume survive escape repel foil thwart face see witness endure".split()
)
_BEFALL = frozenset(
    "die perish kill wound injure hurt lose suffer destroy damage burn hit strike arrest capture detain seize".split()
)
_IN_IT = frozenset("in during".split())
HAPPEN_OR_DO = _HAPPEN | _DO
ATTENDING = frozenset("host attend chair address open lead hold join moderate".split())
_AFTERWARDS = frozenset("after following since".split())
_LATER_THAN = frozenset("after since following because although though whereas until before".split())
_STORYTELLING = frozenset("where when whereupon".split())  # "to the bridge, where gunmen fired at them"


def ground_of(token: Token) -> Ground:
    """The part that the event of a trigger plays."""
    if token.pos_ in ("NOUN", "PROPN") and is_pointed_at(token) and not is_told_as_happening(token):
        return Ground.NAMED
    if tense_of(token) in (Tense.PERFECT, Tense.PLUPERFECT):
        return Ground.BEFORE
    return Ground.ASIDE if is_subordinate(token) and tense_of(token) is Tense.PAST else Ground.NEWS


def is_pointed_at(noun: Token) -> bool:
    """Whether a noun means something known: "the raid", "their raid", "the army's raid"; not "one of its raids"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        return False
    return any(
        child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in POINTING) for child in noun.children
    )


def tells_of_the_known(verb: Token) -> bool:
    """Whether a verb tells more of a deed told before: "the clashes killed ten", "ten were killed in the clashes"."""
    nouns = [child for child in verb.children if child.dep_ in SUBJECTS]
    nouns += [noun for child in verb.children if child.lower_ in _IN_IT for noun in child.children]
    return any(is_pointed_at(noun) and noun.lower_ in standard_lexicon().nouns for noun in nouns)


def is_told_as_happening(noun: Token) -> bool:
    """Whether its clause tells that it took place: "the raid began", "died in the raid", "launched the raid"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in _IN_IT and verb.head.tag_ in ("VBD", "VBN"):
        befell = verb.head
        return (
            befell.lemma_.lower() in _BEFALL and tense_of(befell) is Tense.PAST and not is_subordinate(befell)
        )
    if verb.pos_ not in VERBAL:
        return False
    lemma = verb.lemma_.lower()
    if lemma == "be" and any(child.dep_ in ("attr", "acomp") for child in verb.children):
        return False  # "the raid was a mistake"
    return (noun.dep_ in SUBJECTS and lemma in HAPPEN_OR_DO) or (noun.dep_ in UNDERGOERS and lemma in _DO)


def is_long_before(noun: Token) -> bool:
    """Whether its clause comes after a length of it: "he fell after weeks of protests", "came 13 days after a raid".

    Not "after a protest".
    """
    of = noun.head
    if noun.dep_ == "pobj" and of.lower_ in _AFTERWARDS and of.i > of.sent.start:
        length = of.nbor(-1)
        return length.lower_ in PLURALS and length.dep_ == "npadvmod"
    if noun.dep_ != "pobj" or of.lower_ != "of" or of.head.lower_ not in PLURALS:
        return False
    length = of.head
    return length.dep_ == "pobj" and length.head.lower_ in _AFTERWARDS


def is_of_a_case(noun: Token) -> bool:
    """Whether a deed is told only as what a case is about: "charged with the murder", "the trial for the bombing"."""
    preposition = noun.head
    return (
        noun.dep_ == "pobj" and preposition.dep_ == "prep" and preposition.head.lemma_.lower() in ABOUT_A_DEED
    )


def is_subordinate(token: Token) -> bool:
    """Whether its clause is told beside another: a relative clause, or one that says after, since or because."""
    clause = clause_of(token)
    while True:
        if clause.dep_ == "relcl" and not carries_on(clause):
            return True
        if _is_participle(clause):
            return True
        if clause.dep_ == "advcl" and is_introduced_by(clause, _LATER_THAN):
            return True
        if clause.dep_ == "pcomp" and clause.head.lower_ in _LATER_THAN | {"of", "for"}:
            return True
        above = clause_of(clause.head)
        if above.i == clause.i:
            return False
        clause = above


def _is_participle(clause: Token) -> bool:
    """As in "the men caught on Monday"; not a headline ("Two men caught"), nor a verb that has an object."""
    if clause.dep_ != "acl" or clause.tag_ != "VBN" or clause.head.dep_ == "ROOT":
        return False
    return not any(child.dep_ == "dobj" for child in clause.children)


def carries_on(clause: Token) -> bool:
    """Whether a relative clause carries the story on: "reached the bridge, where gunmen fired"."""
    return any(child.dep_ == "advmod" and child.lower_ in _STORYTELLING for child in clause.children)
