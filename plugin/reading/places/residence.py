"""Places told by who acts or suffers: the mayor of a town is shot there, its residents march, its police arrest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from ...core.event_types import EventType
from ...core.mentions import PlaceRole
from ..closed_classes import UNDERGOERS
from ..events.kinds import TROOPS
from ..events.lexicon import people_words
from ..links import PlaceLink, Trigger
from ..tokens import Token
from .attachment import Closeness
from .inherited import taken_over
from .scene import Scene
from .words import RESIDENTS

_OF = frozenset(("of", "in"))
_BEFORE = frozenset(("compound", "poss", "nmod"))
_ACTING = frozenset(("nsubj", "agent"))
# Whose doing tells where it is done: those who act at home, and those whom it befalls.
_PARTIES = {
    EventType.ASSAULT: UNDERGOERS,
    EventType.COERCE: UNDERGOERS | _ACTING,
    EventType.PROTEST: _ACTING,
    EventType.RETREAT: _ACTING,
    EventType.REQUEST: _ACTING,
    EventType.ACCUSE: _ACTING,
    EventType.REJECT: _ACTING,
    EventType.SANCTION: _ACTING,
}
_REACH = 2  # phrases from a name to whom it tells of
_COARSEST = 4  # where_prec: who is of a country may be anywhere in it


def from_residence(scene: Scene, trigger: Trigger) -> Optional[PlaceLink]:
    """As in "the mayor of X was shot", "residents of X blocked the road", "X police arrested two": presumably in X."""
    relations = _PARTIES.get(trigger.event_type)
    if relations is None or trigger.is_state:
        return None
    parties = set(_parties(scene.parsed.doc[trigger.token], relations))
    for toponym in scene.names_of(trigger.sentence):
        footprint = toponym.footprint
        if footprint is None or footprint.where_prec > _COARSEST or toponym.role is PlaceRole.DATELINE:
            continue
        who = _of_whom(scene.heads[toponym])
        if who is not None and who in parties:
            link = scene.link(trigger, toponym, Closeness.BELOW)
            if link is not None:
                text = scene.parsed.text_of(toponym.span)
                return taken_over(link, 0.6, "residence", f'no place is told; "{who.text}" is of "{text}"')
    return None


def _parties(token: Token, relations: frozenset[str]) -> Iterator[Token]:
    """Who stands in one of the relations to a verb, those joined with them included."""
    for child in token.children:
        if child.dep_ in relations:
            nouns = [c for c in child.children if c.dep_ == "pobj"] if child.dep_ == "agent" else [child]
            for noun in nouns:
                yield noun
                yield from (c for c in noun.children if c.dep_ in ("conj", "appos"))


def _of_whom(name: Token) -> Optional[Token]:
    """Who is of a place: "mayor" in "the mayor of X", "head" in "the head of a school in X", "police" in "X police"."""
    who = name
    for _ in range(_REACH):
        if who.dep_ == "pobj" and who.head.lower_ in _OF:
            who = who.head.head
        elif who.dep_ in _BEFORE:
            who = who.head
        else:
            return None
        kind = people_words().get(who.lower_)
        if kind is None and who.lower_ in RESIDENTS:
            return who
        if kind is not None:
            return None if kind in TROOPS else who  # who bears arms fights elsewhere
    return None
