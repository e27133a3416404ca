"""How high a toll stands: "the death toll rose to 31", "the number killed reached 9", "fatalities coded as 3"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from ...core.event import Count
from ..closed_classes import SUBJECTS
from ..tokens import Token
from .figures import read_count
from .lexicon import word_class
from .quantities import Quantity, quantity_of
from .roles import objects_of_prepositions

_FIGURES = frozenset(("CD", "LS"))  # tags of figures, also where one looks like the number of a list
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


def recorded(people: Token) -> Optional[tuple[Count, Token]]:
    """The figure that a record has for a plural like "fatalities", and where it stands: "Fatalities: 3", "coded as 3".

    Where the record says that nobody knows ("unknown fatalities coded as 10"), it is a guess, and no least figure.
    """
    written = next((t for t in _written_behind(people) if t.tag_ in _FIGURES), None)
    count = None if written is None else read_count([written.text])
    if written is None or count is None:
        return None
    is_guess = any(c.lower_ in word_class("unknown") for c in people.lefts)
    return (Count(None, count.best, None) if is_guess else count), written


def _written_behind(people: Token) -> Iterator[Token]:
    """What stands behind the colon, or behind "as" or "at" of a verb of recording."""
    doc = people.doc
    if [t.text for t in doc[people.i + 1 : people.i + 2]] == [":"]:
        yield from doc[people.i + 2 : people.i + 3]
    verbs = [people.head] if people.dep_ in SUBJECTS else [c for c in people.children if c.dep_ == "acl"]
    for verb in (*verbs, *(c for v in verbs for c in v.children if c.dep_ == "conj")):
        if verb.lower_ in word_class("records"):
            yield from objects_of_prepositions(verb, ("as", "at"))
