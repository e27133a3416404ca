"""Names that no gazetteer knows, as places: the name is the text's, the point is that of what holds it.

Most villages of the world are in no gazetteer. An event in one keeps the village's name; where it lies is known as well
as the text tells: "Zugwamba (Telloru, Kunar)" lies in Kunar. Precision, area and uncertainty are those of the smallest
known place that the words say holds it, and the reason says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from ...core.footprint import Footprint
from ...core.mentions import PlaceRole, Toponym
from ...gazetteer.names import name_key
from ..closed_classes import TIMES
from ..parsed import ParsedDocument
from .footprints import where_prec_of
from .roles import name_head
from .words import DIRECTIONS, GENERIC_KINDS

# Words that may stand between a name and what holds it.
_LINKS = frozenset(
    ", ( ) - / in of the 's ' area areas part parts side local government zone sector commune locality quarter "
    "quarters heart center centre outskirts near outside close to on at about some around roughly nearly km kilometre "
    "kilometres kilometer kilometers mile miles metres meters away from known".split()
)
_BESIDE = frozenset(
    "near outside close km kilometre kilometres kilometer kilometers mile miles metres meters outskirts".split()
)
_IN_A_ROW = frozenset((",", "and", "or", "&"))
_LONGEST_CHAIN = 14  # words from a name to what holds it
_COARSEST = 6  # where_prec of what may hold a name: up to a country


def unlisted(name: str, holder: Footprint) -> Footprint:
    """The place of a name that is known only to lie in `holder`; a holder that is a town gives its surroundings."""
    return replace(
        holder,
        name=name,
        gazetteer_id=f"unlisted:{name_key(name).replace(' ', '-')}@{holder.gazetteer_id}",
        where_prec=max(holder.where_prec, 2),
        feature=None,
    )


def holder_of(
    parsed: ParsedDocument, toponym: Toponym, others: Sequence[Toponym], in_town: bool = False
) -> Optional[Toponym]:
    """What holds a name, as its sentence tells: the first known place in the chain behind it, its owner, or the scene.

    Parameters
    ----------
    toponym : Toponym
        A name without a place.
    others : sequence of Toponym
        The place names of its sentence.
    in_town : bool
        It is a building or a street: a town may hold it, too.
    """
    told = told_holder_of(parsed, toponym, others)
    if told is not None:
        return told
    finest = 1 if in_town else 3
    scenes = [
        t
        for t in others
        if t != toponym
        and t.role is PlaceRole.VENUE
        and _may_hold(t)
        and not is_end_of_a_way(parsed, t)
        and where_prec_of(t.footprint) >= finest
    ]
    return min(scenes, key=lambda t: (where_prec_of(t.footprint), t.span)) if scenes else None


def told_holder_of(parsed: ParsedDocument, toponym: Toponym, others: Sequence[Toponym]) -> Optional[Toponym]:
    """What the words around a name say that it lies in: the first known place in the chain behind it, or its owner."""
    known = sorted((t for t in others if _may_hold(t) and t != toponym), key=lambda t: t.span)
    behind = next((t for t in known if t.span.start >= toponym.span.end), None)
    if behind is not None and _is_chained(parsed, toponym, behind):
        return behind
    before = [t for t in known if t.span.end <= toponym.span.start]
    if before:
        between = parsed.report.text[before[-1].span.end : toponym.span.start].split()
        if between and between[0] in ("'s", "\u2019s") and len(between) <= 2:
            return before[-1]
    return None


def is_told_to_hold(parsed: ParsedDocument, outer: Toponym, inner: Toponym) -> bool:
    """Whether the words put one name into the other: "the village of X in Y", "Y's X"."""
    return told_holder_of(parsed, inner, (outer,)) is outer


def is_told_beside(parsed: ParsedDocument, inner: Toponym, outer: Toponym) -> bool:
    """As in "in X, 50 km west of Y", "X near Y": where X is, is told by way of Y."""
    if outer.span.start < inner.span.end or not _is_chained(parsed, inner, outer):
        return False
    between = parsed.doc[parsed.tokens_of(inner.span).end : parsed.tokens_of(outer.span).start]
    return any(token.lower_ in _BESIDE or token.lower_ in DIRECTIONS for token in between)


def is_end_of_a_way(parsed: ParsedDocument, toponym: Toponym) -> bool:
    """As in "moved from X to Y": nothing else that the sentence tells is there."""
    head = name_head(parsed.tokens_of(toponym.span))
    return head.dep_ == "pobj" and head.head.lower_ in ("to", "from", "toward", "towards")


def _may_hold(toponym: Toponym) -> bool:
    return toponym.footprint is not None and toponym.footprint.where_prec <= _COARSEST


def _is_chained(parsed: ParsedDocument, inner: Toponym, outer: Toponym) -> bool:
    """Whether nothing but names, kinds of places and small words stands between: "Zugwamba (Telloru, Kunar)"."""
    first, end = parsed.tokens_of(inner.span).end, parsed.tokens_of(outer.span).start
    if end - first > _LONGEST_CHAIN:
        return False
    if any(token.ent_type_ in TIMES for token in parsed.doc[first:end]):
        return False  # "in X in July in Y"
    words = [token.text for token in parsed.doc[first:end]]
    low = [word.lower() for word in words]
    if low == [","]:  # of two towns in a row, neither holds the other
        return where_prec_of(outer.footprint) > 2 or not _is_listed(parsed, inner, outer)
    return bool(words) and all(
        known in _LINKS
        or known in GENERIC_KINDS
        or known in DIRECTIONS
        or word[0].isupper()
        or word[0].isdigit()
        for word, known in zip(words, low)
    )


def _is_listed(parsed: ParsedDocument, inner: Toponym, outer: Toponym) -> bool:
    """Whether two names stand in a row of several: "in A, X and Y", "in X, Y, Z and others"."""
    before, behind = parsed.tokens_of(inner.span).start - 1, parsed.tokens_of(outer.span).end
    doc = parsed.doc
    if before >= 0 and doc[before].lower_ in _IN_A_ROW:
        return True
    return behind + 1 < len(doc) and (
        doc[behind].lower_ in ("and", "or", "&")
        or (doc[behind].text == "," and doc[behind + 1].text[0].isupper())
        or (doc[behind].text == "," and doc[behind + 1].lower_ == "and")
    )
