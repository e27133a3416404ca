"""How high a toll stands: "the death toll rose to 31", "bringing the toll to 30", "the number killed reached 9"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from ..closed_classes import SUBJECTS
from ..tokens import Token
from .lexicon import word_class
from .quantities import Quantity, quantity_of
from .roles import objects_of_prepositions

_TOLLS = frozenset(("toll", "number"))
_STATES: dict[str, frozenset[str]] = {
    "kills": frozenset(("dead", "deaths", "fatalities", "victims")),
    "wounds": frozenset(("injuries",)),
}
_DEEDS = frozenset("murders killings homicides executions assassinations lynchings".split())
_OF_OTHERS = frozenset("injury casualty monthly annual yearly overall total".split())


def toll_of(noun: Token) -> Optional[tuple[str, Quantity]]:
    """The class of words that tells what befell people ("kills"), and the figure at which their toll stands.

    None for what is no toll, or has no figure.
    """
    if noun.lower_ not in _TOLLS or any(c.lower_ in _OF_OTHERS for c in noun.lefts):
        return None
    befell = "kills" if noun.lower_ == "toll" else _befell(noun)
    quantity = next((q for figure in _figures(noun) if (q := quantity_of(figure)) is not None), None)
    return (befell, quantity) if befell and quantity is not None else None


def _befell(number: Token) -> str:
    """What befell those whom a number counts: "the number of people killed", "the number of wounded"."""
    below = {t.lower_ for t in number.subtree if t.i > number.i}
    if below & _DEEDS:
        return ""  # "the number of murders" is of deeds, and of others than this
    return next((name for name in ("kills", "wounds") if below & (word_class(name) | _STATES[name])), "")


def _figures(toll: Token) -> Iterator[Token]:
    verb = toll.head
    if toll.dep_ not in SUBJECTS and toll.dep_ not in ("dobj", "compound"):
        return  # compound: "Toll climbs to 14", where the parser takes the verb of a headline for a noun
    yield from (t for t in objects_of_prepositions(verb, ("to", "at")) if t.pos_ == "NUM")
    if toll.dep_ in SUBJECTS:
        yield from (c for c in verb.children if c.dep_ in ("dobj", "attr") and c.pos_ == "NUM")
