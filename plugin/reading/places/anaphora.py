"""Words that stand for a place without its name: "the country", "there", "the Afghan capital", "Afghan territory"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Optional

from ...core.mentions import PlaceRole, Provenance, Toponym
from ...core.report import Span
from ...gazetteer.gazetteer import Gazetteer
from ...gazetteer.place import Place
from ..parsed import ParsedDocument
from ..tokens import Token
from .footprints import footprint_of
from .roles import role_of

# What may be called so, by the precision of its place (UCDP's 1..7).
_CALLED = {
    "country": (6,),
    "nation": (6,),
    "republic": (6,),
    "kingdom": (6,),
    "province": (4,),
    "governorate": (4,),
    "state": (4,),
    "department": (4,),
    "district": (3,),
    "county": (3,),
    "city": (1,),
    "town": (1,),
    "village": (1,),
    "capital": (1,),
    "there": (1, 2, 3, 4),
}
_LESSER = frozenset(
    "commercial financial business economic industrial provincial regional state district departmental county cultural "
    "rebel former old ancient winter summer northern southern eastern western".split()
)
_OF_A_PART = frozenset(
    "chechen scottish welsh".split()
)  # peoples of a part of the country that they speak for
_CAPITALS = frozenset(("capital", "capitals"))
_LANDS = _CAPITALS | frozenset(
    "territory territories soil region regions province provinces side city cities town towns village villages "
    "countryside airspace waters".split()
)
_NAMED_BEHIND = frozenset(
    "capital city cities town towns village villages province provinces district region county state".split()
)
_BEFORE_NAMES = frozenset((",", "of", "called", "named", "the", "("))
_PARTAKING = frozenset(("nsubj", "nsubjpass", "dobj", "agent", "poss"))
_POINTING = frozenset(("the", "this", "that"))
_REACH = 2  # sentences back; a country may be farther, if the report names only one


class Names:
    """The place names of a document by the words beside which they stand."""

    def __init__(self, parsed: ParsedDocument, toponyms: Sequence[Toponym]) -> None:
        spans = [(parsed.tokens_of(toponym.span), toponym) for toponym in toponyms]
        self._first = {tokens.start: toponym for tokens, toponym in spans}
        self._last = {tokens.end - 1: toponym for tokens, toponym in spans}

    def owner_of(self, token: Token) -> Optional[Toponym]:
        """Haiti in "Haiti's capital", the Solomon Islands in "the Solomon Islands capital"."""
        is_owned = token.i > 1 and token.nbor(-1).tag_ == "POS"
        return self._last.get(token.i - 1 - is_owned)

    def behind(self, token: Token) -> Optional[Toponym]:
        """X in "the capital, X", "the northern town of X", "the city X"."""
        at, end = token.i + 1, min(token.i + 4, len(token.doc))
        while at < end and token.doc[at].lower_ in _BEFORE_NAMES:
            at += 1
        return self._first.get(at)

    def follow(self, token: Token) -> bool:
        """Whether a name behind the word tells what it stands for."""
        return token.lower_ in _NAMED_BEHIND and self.behind(token) is not None


def standing_for_places(
    parsed: ParsedDocument, toponyms: Sequence[Toponym], gazetteer: Gazetteer, land: Optional[str] = None
) -> Iterator[Toponym]:
    """Toponyms for such words, with the place that they stand for and the role that they have themselves.

    Parameters
    ----------
    land : str, optional
        The country that the report is set in, alpha-2: whose capital "the capital" is, if none is named before.
    """
    low = parsed.doc.low
    names = Names(parsed, toponyms)
    for number, sentence in enumerate(parsed.sentences):
        if sentence.is_boilerplate:
            continue
        for at in range(sentence.first_token, sentence.end_token):
            if low[at] not in _CALLED and low[at] not in _LANDS:
                continue
            token = parsed.doc[at]
            capital = _capital_told(token, names, gazetteer)
            if capital is None and names.follow(token):
                continue
            told = [capital] if capital is not None else _told_by_demonyms(token, gazetteer)
            if told:
                yield from told
                continue
            kinds = _CALLED.get(low[at])
            if kinds is None or not _points_back(token):
                continue
            meant = (
                _meant(parsed, toponyms, token, kinds, number)
                or _dateline_town(toponyms, token)
                or _of_land(token, gazetteer, land)
            )
            if meant is not None and meant.footprint is not None:
                role = PlaceRole.VENUE if token.lower_ == "there" else role_of(token)[0]
                why = f'"{token.text}" stands for {meant.text}; {meant.provenance.why}'
                score = round(0.7 * meant.provenance.score, 3)
                span = Span(token.idx, token.idx + len(token))
                yield replace(
                    meant,
                    span=span,
                    text=meant.text,
                    role=role,
                    provenance=Provenance("toponym/anaphora", why, score),
                )


def _dateline_town(toponyms: Sequence[Toponym], token: Token) -> Optional[Toponym]:
    """The town of the dateline for "this city", which no name before explains."""
    if token.lower_ not in ("city", "capital", "town") or not any(c.lower_ == "this" for c in token.lefts):
        return None
    towns = (t for t in toponyms if t.role is PlaceRole.DATELINE and t.footprint is not None)
    return next((t for t in towns if t.footprint is not None and t.footprint.where_prec == 1), None)


def _of_land(token: Token, gazetteer: Gazetteer, land: Optional[str]) -> Optional[Toponym]:
    """The country that the report is set in for "the country", and its capital for "the capital"."""
    if not land or token.lower_ not in ("capital", "country", "nation"):
        return None
    is_capital = token.lower_ == "capital"
    if is_capital and _is_another_capital(token):
        return None
    place = gazetteer.capital(land) if is_capital else gazetteer.country(land)
    if place is None:
        return None
    what = "the capital of the country" if is_capital else "the country"
    why = Provenance("toponym/anaphora", f"{what} that the report is set in: {place.name}", 0.6)
    span = Span(token.idx, token.idx + len(token))
    return Toponym(span, place.name, PlaceRole.VENUE, footprint_of(place), why)


def _is_another_capital(capital: Token) -> bool:
    """As in "the Corsican capital", "the provincial capital", "the business capital": not that of the country."""
    before = [word for word in capital.lefts if word.dep_ in ("amod", "compound", "nmod")]
    return any(word.text[0].isupper() or word.lower_ in _LESSER for word in before)


def _capital_told(token: Token, names: Names, gazetteer: Gazetteer) -> Optional[Toponym]:
    """Port-au-Prince for "Haiti's capital", Munich for "the capital of Bavaria"."""
    if token.lower_ != "capital":
        return None
    owner, behind = names.owner_of(token), names.behind(token)
    if behind is not None and token.nbor(1).lower_ != "of":
        return None  # "X's capital, Y"
    for unit, first, last in ((owner, owner, None), (behind, None, behind)):
        if unit is None or unit.footprint is None:
            continue
        held = gazetteer.place(unit.footprint.gazetteer_id)
        place = gazetteer.seat(held) if held is not None else None
        if place is None:
            continue
        start = first.span.start if first is not None else token.idx
        end = last.span.end if last is not None else token.idx + len(token)
        return _told(token, Span(start, end), place)
    return None


def _told_by_demonyms(token: Token, gazetteer: Gazetteer) -> list[Toponym]:
    """Kabul for "the Afghan capital", Afghanistan for "Afghan territory", two for "the Chadian and Malian capitals"."""
    if token.lower_ not in _LANDS:
        return []
    governs = gazetteer.capital if token.lower_ in _CAPITALS else gazetteer.country
    found: list[tuple[Token, Place]] = []
    at = token.i - 1
    if at >= 0 and token.lower_ in _CAPITALS and token.doc[at].lower_ in _OF_A_PART:
        return []  # "the Chechen capital" is not that of the country
    while at >= 0 and token.doc[at].text[0].isupper():
        place = governs(gazetteer.demonym(token.doc[at].text) or "")
        if place is None:
            break
        found.insert(0, (token.doc[at], place))
        if not at or token.doc[at - 1].lower_ not in ("and", ","):
            break
        at -= 2
    ends = [token, *(adjective for adjective, _ in found[1:])]  # the first stands for the whole phrase
    return [
        _told(last, Span(first.idx, last.idx + len(last)), place) for (first, place), last in zip(found, ends)
    ]


def _told(token: Token, span: Span, place: Place) -> Toponym:
    text = token.doc.text[span.start : span.end]
    why = Provenance("toponym/demonym", f'"{text}" tells {place.name}', 0.7)
    return Toponym(span, text, role_of(token)[0], footprint_of(place), why)


def _points_back(token: Token) -> bool:
    """Whether the word stands alone with its article: "the country", not "the country of Georgia"."""
    if token.lower_ == "there":
        return token.dep_ == "advmod"
    children = list(token.children)
    has_article = any(child.lower_ in _POINTING for child in children)
    told = any(child.dep_ in ("compound", "poss", "prep", "relcl", "appos", "nmod") for child in children)
    return has_article and not told and token.dep_ not in ("compound", "nmod")


def _meant(
    parsed: ParsedDocument, toponyms: Sequence[Toponym], token: Token, kinds: tuple[int, ...], number: int
) -> Optional[Toponym]:
    """The last place of that kind named before as a place, not as one who acts or is acted upon."""
    fitting = (
        t
        for t in reversed(toponyms)
        if t.span.end <= token.idx
        and t.footprint is not None
        and t.footprint.where_prec in kinds
        and (token.lower_ != "capital" or t.footprint.feature == "PPLC")
        and t.role in (PlaceRole.VENUE, PlaceRole.TOPIC, PlaceRole.CONTAINER)
        and parsed.head_of(t.span).dep_ not in _PARTAKING
    )
    last = next(fitting, None)
    if last is None or number - parsed.sentence_number_at(last.span.start) <= _REACH:
        return last
    is_only = 6 in kinds and all(_id_of(t) == _id_of(last) for t in fitting)
    return last if is_only else None


def _id_of(toponym: Toponym) -> Optional[str]:
    return None if toponym.footprint is None else toponym.footprint.gazetteer_id
