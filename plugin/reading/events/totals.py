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

_BESIDE = frozenset("conj dobj attr".split())
_IN = frozenset("in during after over".split())
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
    words = [deed, above, *(c for verb in (deed, above) for c in verb.children if c.dep_ in _BESIDE)]
    words += [c for word in words for c in word.children if c.dep_ == "acl"]
    return any(_are_several(noun) for word in words for noun in objects_of_prepositions(word, _IN))


def _are_several(deeds: Token) -> bool:
    if deeds.lemma_.lower() in _OF_SEVERAL:
        return True  # "a series of attacks"
    if deeds.tag_ != "NNS" or deeds.lemma_.lower() not in word_class("deed"):
        return False
    counted = [c for c in deeds.lefts if c.lower_ in _OF_SEVERAL or (figure_from([c.text]) or 0) > 1]
    return bool(counted) or any(
        place.dep_ == "pobj" and any(t.dep_ == "conj" for t in place.subtree)
        for prep in deeds.children
        if prep.lower_ in ("in", "across", "throughout")
        for place in prep.children
    )
