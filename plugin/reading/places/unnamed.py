"""Places that a text tells of without their names: "bombed two towns", "shot dead in a village"."""

from __future__ import annotations

from ..closed_classes import POINTING, UNDERGOERS
from ..tokens import Token

_SETTLEMENTS = frozenset(
    "town village city hamlet township suburb municipality settlement community district county province region state "
    "country".split()
)
_WHERE = frozenset("in at inside on near into".split())


def lies_in_an_unnamed_place(deed: Token) -> bool:
    """Whether a deed was done in or to a settlement that only an indefinite noun tells of.

    It is not the town that was named before: "Gunmen fired on a patrol in Belfast. They have bombed two towns".
    """
    for child in deed.children:
        if child.dep_ in UNDERGOERS and _is_unnamed(child):
            return True
        is_where = child.dep_ == "prep" and child.lower_ in _WHERE
        if is_where and any(_is_unnamed(noun) for noun in child.children if noun.dep_ == "pobj"):
            return True
    return False


def _is_unnamed(noun: Token) -> bool:
    if noun.lemma_.lower() not in _SETTLEMENTS or noun.pos_ != "NOUN":
        return False
    return not any(
        token.pos_ == "PROPN" or token.lower_ in POINTING or token.dep_ == "poss" for token in noun.subtree
    )
