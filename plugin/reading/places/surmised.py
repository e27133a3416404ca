"""Names that only what is done there shows to be places: "kidnapped at Hasouna", "freed from Hasouna prison".

Names of villages look like those of people and parties, and most stand in no gazetteer. Behind "in" or "near" in a
sentence that tells a deed, an unusual name is a place all the same; so is any name that a word for a site makes one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple, Optional

from ...core.event_types import EventType
from ...core.mentions import PlaceRole, Provenance, Toponym
from ...gazetteer.gazetteer import Gazetteer
from ..casing import is_common_word, usual_casing
from ..closed_classes import UNDERGOERS
from ..doc import TokenSpan
from ..events.known_actors import known_actor_at
from ..links import Trigger
from ..parsed import ParsedDocument, span_of
from ..tokens import Token
from .footprints import footprint_of
from .names import is_glued_article
from .roles import name_head, role_of
from .telling import SURROUNDINGS
from .words import ADVERBS_OF_TIME, DAYS_AND_MONTHS, DIRECTIONS, GENERIC_KINDS, NATURAL, PARTICLES, is_site

_WHERE = frozenset("in at near outside inside around".split())
_PERHAPS = frozenset("on from of to".split())
_OF_A_PLACE = frozenset(DIRECTIONS) | SURROUNDINGS | {"inside", "outside", "streets"}
# What is done to places alone, whatever their names: "shelled X", "overran X".
_REACHING = frozenset(
    "storm shell bombard overrun retake recapture besiege occupy raid patrol pound encircle surround infiltrate invade "
    "evacuate liberate".split()
)
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
# Kinds of names by the language model that are never places.
_NO_PLACES = frozenset("DATE TIME MONEY PERCENT QUANTITY ORDINAL CARDINAL EVENT LAW".split())
_SCORE = 0.45


class _Name(NamedTuple):
    """A name, and the words for its kind that follow it, if it is that of a site or landscape."""

    bare: TokenSpan
    whole: TokenSpan
    is_site: bool


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
    deeds = frozenset(t.token for t in triggers)
    for number in sorted({t.sentence for t in triggers if t.event_type in _DONE_SOMEWHERE}):
        for token in parsed.sentence_tokens(parsed.sentences[number]):
            is_reaching = token.i in deeds and token.lemma_ in _REACHING
            if not is_reaching and token.lower_ not in _WHERE and token.lower_ not in _PERHAPS:
                continue
            name = _name_behind(token, taken)
            if name is None:
                continue
            if is_reaching:
                if name_head(name.whole).dep_ not in UNDERGOERS or name.bare.root.ent_type_ == "PERSON":
                    continue
            elif not _tells_where(token, name) or role_of(name_head(name.whole))[0] is not PlaceRole.VENUE:
                continue
            found = [c for c in gazetteer.lookup(name.bare.text) if land and c.place.country == land]
            is_told = name.is_site and len(name.bare) > 1  # "Independence Square", but not "the Jewish shop"
            if not found and not is_told and usual_casing(_first_word(name.bare)) is not None:
                continue  # a dictionary has it, and not as a place of that country
            span = span_of(name.whole)
            why = f'"{token.text} {name.whole.text}" is told of what was done'
            yield Toponym(
                span,
                parsed.text_of(span),
                PlaceRole.VENUE,
                footprint_of(found[0].place) if found else None,
                Provenance("toponym/surmised", why, _SCORE),
            )


def _first_word(name: TokenSpan) -> str:
    """Of "al-Tarikh" without the article."""
    return name[2 * is_glued_article(name.doc, name.start)].text


def _tells_where(preposition: Token, name: _Name) -> bool:
    """Whether what stands behind the preposition is surely somewhere: "a raid on X", "on the X road", "east of X"."""
    word = preposition.lower_
    if word == "on":
        return name.is_site or (len(name.bare) == 1 and name.bare[0].ent_type_ != "PERSON")
    if word == "to":
        return name.is_site
    if word == "of":
        return preposition.i > 0 and preposition.nbor(-1).lower_ in _OF_A_PLACE
    return True


def _name_behind(preposition: Token, taken: Set[int]) -> Optional[_Name]:
    """The unusual name behind a preposition or verb, without its article: a run of capitalised words."""
    doc = preposition.doc
    first = preposition.i + 1
    while first < len(doc) and _is_in_passing(doc[first]) and not is_glued_article(doc, first):
        first += 1
    end = first + 2 * (first < len(doc) and is_glued_article(doc, first))
    while end < len(doc) and _goes_on(doc[end], end > first):
        end += 1
    while end > first and not doc[end - 1].text[0].isupper():
        end -= 1
    if end == first or not taken.isdisjoint(range(first, end)):
        return None
    if any(word.text.isupper() for word in doc[first:end]) or known_actor_at(doc[first]) is not None:
        return None
    stop = _end_of_kind(doc[end]) if end < len(doc) else end
    kind = doc[stop - 1].lower_
    is_named_site = stop - first > 1 and is_site(kind)
    if not is_named_site and any(word.ent_type_ in _NO_PLACES for word in doc[first:end]):
        return None
    if is_common_word(doc[first].text) and not (is_named_site and end - first > 1):
        return None
    if stop == end and _belongs_to_next(doc[end] if end < len(doc) else None):
        return None
    return _Name(doc.span(first, end), doc.span(first, stop), is_named_site)


def _end_of_kind(behind: Token) -> int:
    """The end of the words in lower case behind a name that tell its kind: "prison", "displacement site", "forest"."""
    for word in (behind, behind.nbor(1) if behind.i + 1 < len(behind.doc) else behind):
        if word.pos_ not in ("NOUN", "PROPN") or not word.text.islower():
            break
        if word.lower_ in NATURAL or is_site(word.lower_):
            return word.i + 1
    return behind.i


def _is_in_passing(token: Token) -> bool:
    """As "the" and "neighbouring" in "in the neighbouring X"."""
    is_attribute = token.pos_ == "ADJ" or token.dep_ in ("amod", "compound")
    return token.lower_ == "the" or (is_attribute and token.text.islower())


def _goes_on(token: Token, is_begun: bool) -> bool:
    if token.lower_ in DAYS_AND_MONTHS | ADVERBS_OF_TIME:
        return False
    if token.text[0].isupper() and token.text.replace("'", "").isalpha():
        return True
    return is_begun and (token.text == "-" or token.lower_ in PARTICLES)


def _belongs_to_next(behind: Optional[Token]) -> bool:
    """As in "in Boko Haram territory", "in Miller's car": the name says whose."""
    if behind is None:
        return False
    if behind.tag_ == "POS":
        return True
    is_its_noun = behind.pos_ in ("NOUN", "PROPN") and behind.text.islower()
    return is_its_noun and behind.lower_ not in GENERIC_KINDS and behind.lower_ not in SURROUNDINGS
