"""The place names of a document: recognised, resolved, each with its role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ...core.footprint import Footprint
from ...core.mentions import PlaceRole, Provenance, Toponym
from ...gazetteer.gazetteer import Gazetteer
from ...gazetteer.place import PlaceKind
from ..parsed import ParsedDocument, span_of
from ..tokens import Token
from .containers import containers_of
from .coordinates import Position, find_positions
from .datelines import dateline_names
from .footprints import footprint_of
from .recognise import Name, recognise
from .resolve import Resolution, resolve
from .roles import name_head, role_of
from .streets import as_street
from .telling import IN_BRACKET, OF_A_KIND
from .words import GENERIC_KINDS

RULE = "toponym 1"
_IN = frozenset("in at near inside outside".split())
_NOT_BEHIND_PREPOSITION = frozenset("nsubj nsubjpass ROOT dep".split())
_NOTATIONS = {
    "decimal": "decimal degrees",
    "dms": "degrees, minutes and seconds",
    "utm": "UTM",
    "mgrs": "the military grid (MGRS)",
}


def find_toponyms(parsed: ParsedDocument, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The place names of a document in text order, none overlapping another.

    Those that the gazetteer does not know have no footprint.
    """
    positions = [_position(parsed, position, gazetteer) for position in find_positions(parsed.report.text)]
    recognised = recognise(parsed, gazetteer)
    names = [as_street(parsed, name) for name in recognised.names if not _is_within(parsed, name, positions)]
    datelines = dateline_names(parsed, names)
    resolutions = resolve(parsed, names, datelines, recognised.hints)
    containers = frozenset(containers_of(parsed, names).values())
    toponyms = [
        _toponym(parsed, name, resolution, _role(parsed, names, resolution, at, datelines, containers))
        for at, (name, resolution) in enumerate(zip(names, resolutions))
    ]
    return tuple(sorted([*toponyms, *positions], key=lambda toponym: toponym.span))


def _position(parsed: ParsedDocument, position: Position, gazetteer: Gazetteer) -> Toponym:
    """A position in figures as a toponym; it always says where something is."""
    text = parsed.text_of(position.span)
    country, admin1 = gazetteer.admin_of(position.point)
    footprint = Footprint(
        position.point, text, 1, position.uncertainty_m, position.gazetteer_id, country, admin1
    )
    why = f"a position in {_NOTATIONS[position.notation]}, right to {position.uncertainty_m:.0f} m"
    return Toponym(position.span, text, PlaceRole.VENUE, footprint, Provenance(f"{RULE}/position", why, 0.98))


def _is_within(parsed: ParsedDocument, name: Name, positions: Sequence[Toponym]) -> bool:
    span = span_of(parsed.doc.span(name.stretch.first, name.stretch.end))
    return any(span.overlaps(position.span) for position in positions)


def _role(
    parsed: ParsedDocument,
    names: Sequence[Name],
    resolution: Resolution,
    at: int,
    datelines: frozenset[int],
    containers: frozenset[int],
) -> tuple[PlaceRole, str]:
    if at in datelines:
        return PlaceRole.DATELINE, "it opens the story as its dateline"
    if at in containers:
        return PlaceRole.CONTAINER, "it says in what the place named beside it lies"
    if _shares_possessive(parsed, names, at):
        return PlaceRole.ACTOR, "it shares the possessive of the name beside it"
    name = names[at]
    if IN_BRACKET in name.signs:
        return PlaceRole.CONTAINER, "the bracket behind a name says in what it lies"
    if OF_A_KIND in name.signs and parsed.doc[name.stretch.first - 1].lower_ == "of":
        # Of "the village of X" the village is surely parsed right.
        return role_of(parsed.doc[name.stretch.first - 2])
    kind = _kind_before(parsed, name)
    if kind is not None:
        return role_of(kind)
    is_country = bool(resolution.ranked) and resolution.ranked[0][0].place.kind is PlaceKind.COUNTRY
    head = name_head(parsed.doc.span(name.stretch.first, name.stretch.end))
    before = parsed.doc[name.stretch.run_first - 1].lower_ if name.stretch.run_first else ""
    phrase = head.head if head.dep_ == "compound" else head
    if before in _IN and phrase.dep_ in _NOT_BEHIND_PREPOSITION:
        return PlaceRole.VENUE, f'it stands behind "{before}"'  # the parse lost its way in an unusual name
    return role_of(head, is_country)


def _kind_before(parsed: ParsedDocument, name: Name) -> Optional[Token]:
    """The noun that an apposed name says the place of, as in "in the provincial capital, X, two men"."""
    first, end, doc = name.stretch.first, name.stretch.end, parsed.doc
    if first < 2 or end >= len(doc) or doc[first - 1].text != "," or doc[end].text not in (",", "."):
        return None
    noun = doc[first - 2]
    is_told = noun.text.islower() and GENERIC_KINDS.get(noun.lower_) is PlaceKind.TOWN
    return noun if is_told else None


def _shares_possessive(parsed: ParsedDocument, names: Sequence[Name], at: int) -> bool:
    """As in "Pakistan" in "Pakistan and Russia's strategy"."""
    if at + 1 >= len(names):
        return False
    here, after = names[at].stretch, names[at + 1].stretch
    joined = [token.lower_ for token in parsed.doc[here.end : after.first]] == ["and"]
    return joined and after.end < len(parsed.doc) and parsed.doc[after.end].tag_ == "POS"


def _toponym(
    parsed: ParsedDocument, name: Name, resolution: Resolution, role: tuple[PlaceRole, str]
) -> Toponym:
    span = span_of(parsed.doc.span(name.stretch.first, name.stretch.end))
    candidates = tuple((footprint_of(candidate.place), share) for candidate, share in resolution.ranked)
    why = f"{resolution.why}; {role[1]}"
    return Toponym(
        span,
        parsed.text_of(span),
        role[0],
        candidates[0][0] if candidates else None,
        Provenance(RULE, why, round(name.probability * (resolution.score or 1.0), 3)),
        candidates,
    )
