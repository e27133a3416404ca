"""Names that only what is done there shows to be places: "kidnapped at Hasouna", "killed in the Sambisa forest".

Names of villages look like those of people and parties, and most stand in no gazetteer. Behind "in" or "near" in a
sentence that tells a deed, an unusual name is a place all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Optional

from ...core.event_types import EventType
from ...core.mentions import PlaceRole, Provenance, Toponym
from ...gazetteer.gazetteer import Gazetteer
from ..casing import is_common_word, usual_casing
from ..links import Trigger
from ..parsed import ParsedDocument, span_of
from ..tokens import Token, TokenSpan
from .footprints import footprint_of
from .roles import name_head, role_of
from .words import GENERIC_KINDS, NATURAL, PARTICLES

_WHERE = frozenset("in at near outside inside around".split())
_DONE_SOMEWHERE = frozenset(
    (
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.PROTEST,
        EventType.CONSULT,
        EventType.AID,
        EventType.CONCEDE,
        EventType.MOBILIZE,
        EventType.RETREAT,
    )
)
_NO_PLACES = frozenset("DATE TIME MONEY PERCENT QUANTITY ORDINAL CARDINAL NORP LANGUAGE EVENT LAW".split())
_SCORE = 0.45


def surmised_places(
    parsed: ParsedDocument,
    toponyms: Sequence[Toponym],
    triggers: Sequence[Trigger],
    gazetteer: Gazetteer,
    land: Optional[str],
) -> Iterator[Toponym]:
    """Venues that are no toponyms yet, in sentences that tell what was done.

    Parameters
    ----------
    land : str or None
        The country that the report is set in, alpha-2: the gazetteer's places there are taken, none elsewhere.
    """
    taken = {token.i for toponym in toponyms for token in parsed.tokens_of(toponym.span)}
    for number in sorted({t.sentence for t in triggers if t.event_type in _DONE_SOMEWHERE}):
        for token in parsed.sentence_tokens(parsed.sentences[number]):
            name = _name_behind(token, taken) if token.lower_ in _WHERE else None
            if name is None or role_of(name_head(name))[0] is not PlaceRole.VENUE:
                continue
            found = [c for c in gazetteer.lookup(name.text) if land and c.place.country == land]
            if not found and usual_casing(name[0].text) is not None:
                continue  # a dictionary has it, and not as a place of that country
            span = span_of(name)
            why = f'"{token.text} {name.text}" is told of what was done'
            yield Toponym(
                span,
                parsed.text_of(span),
                PlaceRole.VENUE,
                footprint_of(found[0].place) if found else None,
                Provenance("toponym/surmised", why, _SCORE),
            )


def _name_behind(preposition: Token, taken: Set[int]) -> Optional[TokenSpan]:
    """The unusual name behind a preposition, without its article: a run of capitalised words."""
    doc = preposition.doc
    first = preposition.i + 1
    while first < len(doc) and _is_in_passing(doc[first]):
        first += 1
    end = first
    while end < len(doc) and _goes_on(doc[end], end > first):
        end += 1
    while end > first and not doc[end - 1].text[0].isupper():
        end -= 1
    if end == first or not taken.isdisjoint(range(first, end)):
        return None
    if any(word.ent_type_ in _NO_PLACES or word.text.isupper() for word in doc[first:end]):
        return None
    if is_common_word(doc[first].text) or _belongs_to_next(doc[end] if end < len(doc) else None):
        return None
    is_of_nature = end < len(doc) and doc[end].lower_ in NATURAL
    return doc.span(first, end + is_of_nature)


def _is_in_passing(token: Token) -> bool:
    """As "the" and "neighbouring" in "in the neighbouring X"."""
    return token.lower_ == "the" or (token.pos_ == "ADJ" and token.text.islower())


def _goes_on(token: Token, is_begun: bool) -> bool:
    if token.text[0].isupper() and token.is_alpha:
        return True
    return is_begun and (token.text == "-" or token.lower_ in PARTICLES)


def _belongs_to_next(behind: Optional[Token]) -> bool:
    """As in "in Boko Haram camps", "in Miller's car": the name says whose."""
    if behind is None:
        return False
    if behind.tag_ == "POS":
        return True
    is_kind = behind.lower_ in GENERIC_KINDS or behind.lower_ in NATURAL
    return behind.pos_ in ("NOUN", "PROPN") and behind.text.islower() and not is_kind
