"""Totals over several deeds: where these are told one by one as well, their sum belongs to none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..parsed import ParsedDocument
from ..tokens import Token
from .counts import Casualties
from .figures import figure_from
from .lexicon import word_class
from .roles import objects_of_prepositions
from .subjects import subject_of

_BESIDE = frozenset("conj dobj attr".split())
_IN = frozenset("in during after over".split())
_ALL_OVER = frozenset(("across", "throughout"))
_OF_SEVERAL = frozenset(
    "separate several multiple various different numerous series string wave spate".split()
)


def marked_totals(parsed: ParsedDocument, casualties: Sequence[Casualties]) -> list[Casualties]:
    """The figures of a document, of which the totals of several deeds that are told apart later are marked.

    As in "More than 20 rebels were killed in separate raids ... In Marib, soldiers killed six": not 26.
    """
    return [
        replace(item, is_total=True)
        if _is_of_several_deeds(parsed.doc[item.token])
        and any(_may_be_part(later, item) for later in casualties[number + 1 :])
        else item
        for number, item in enumerate(casualties)
    ]


def _may_be_part(later: Casualties, total: Casualties) -> bool:
    if (
        later.role is not total.role
        or later.count is None
        or total.count is None
        or later.token == total.token
    ):
        return False
    return (later.count.low or 0) <= (total.count.best or 0)


def _is_of_several_deeds(deed: Token) -> bool:
    """Whether it befell them in several deeds: "in separate raids", "during operations in Kano and Jos"."""
    above = deed.head if deed.dep_ in ("advcl", "conj", "xcomp", "acl") else deed
    subject = subject_of(deed) if deed.pos_ == "VERB" else None
    if subject is not None and _are_several(subject):
        return True  # "raids across the north killed 20"
    words = [deed, above, *(c for verb in (deed, above) for c in verb.children if c.dep_ in _BESIDE)]
    words += [c for word in words for c in word.children if c.dep_ == "acl"]
    return any(_are_several(noun) for word in words for noun in objects_of_prepositions(word, _IN))


def _are_several(deeds: Token) -> bool:
    if deeds.lemma_.lower() in _OF_SEVERAL:
        return True  # "a series of attacks"
    if deeds.tag_ != "NNS" or deeds.lemma_.lower() not in word_class("deed"):
        return False
    if any(c.lower_ in _OF_SEVERAL or (figure_from([c.text]) or 0) > 1 for c in deeds.lefts):
        return True
    beside = deeds.doc[deeds.i + 1 : deeds.i + 2]  # wherever the parse hangs it
    if any(t.lower_ in _ALL_OVER for t in beside):
        return True
    return any(t.dep_ == "conj" for place in objects_of_prepositions(deeds, ("in",)) for t in place.subtree)
