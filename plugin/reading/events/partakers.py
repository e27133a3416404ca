"""Who takes part in an event: the actors of its predicate and of the noun it is told with, by name."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ...core.event_types import EventType
from ..links import Trigger
from .actors import Cast, kind_of
from .roles import Roles, objects_of_prepositions, roles_of

_MUTUAL = frozenset((EventType.CONSULT, EventType.AGREE, EventType.COOPERATE))
_SOUGHT = frozenset(("militant", "criminal", "person", "official"))
_NO_ACTORS = frozenset(("date", "place"))


@dataclass(frozen=True)
class Partakers:
    """Names with the words that name them: who acts, and to or with whom."""

    predicate: str
    first: tuple[tuple[str, Token], ...]
    second: tuple[tuple[str, Token], ...]


def partakers_of(doc: Doc, trigger: Trigger, cast: Cast) -> Partakers:
    """The actors of a trigger's event."""
    head = doc[trigger.token]
    words = doc.char_span(trigger.span.start, trigger.span.end, alignment_mode="expand") or ()
    nouns = [t for t in words if t.pos_ in ("NOUN", "PROPN")]
    roles = [roles_of(head), *(roles_of(n) for n in nouns if n is not head)]
    if head.dep_ in ("pobj", "conj") and head.pos_ in ("NUM", "DET", "PRON"):
        roles += _of_the_collective(head)
    if head.pos_ == "NOUN" and head.dep_ == "dobj":
        roles.append(Roles(agents=roles_of(head.head).agents))
    told = {n.i for n in nouns} | {head.i}
    first = _named(cast, [a for r in roles for a in r.agents if a.i not in told])
    second = _named(cast, [p for r in roles for p in (*r.patients, *r.partners) if p.i not in told])
    if trigger.mode in ("raid", "pursuit"):
        roles = [Roles(patients=tuple(_sought(doc, head)))]
        second.update(_named(cast, [p for r in roles for p in r.patients]))
    if trigger.event_type is EventType.PRESENCE and not first:
        first, second = second, {}
    if trigger.event_type in _MUTUAL and not first:
        first, second = second, {}
    second = {name: token for name, token in second.items() if name not in first}
    return Partakers(
        doc.text[trigger.span.start : trigger.span.end], tuple(first.items()), tuple(second.items())
    )


def _sought(doc: Doc, head: Token) -> list[Token]:
    """Those an operation is after: "in search of a leader", "in pursuit of", "to capture a commander"."""
    return [
        t
        for t in head.subtree
        if t.dep_ in ("pobj", "dobj")
        and (t.head.lower_ in ("of", "for", "against") or t.head.tag_ == "VB")
        and kind_of(t) in _SOUGHT
    ]


def _of_the_collective(head: Token) -> list[Roles]:
    """The agents of the verb above a pronoun that stands for one of several events."""
    for above in head.ancestors:
        if above.pos_ == "VERB":
            return [
                Roles(agents=roles_of(above).agents),
                Roles(patients=tuple(objects_of_prepositions(head, ("on", "against")))),
            ]
    return []


def _named(cast: Cast, tokens: list[Token]) -> dict[str, Token]:
    """Names of those who can act; places, days and things are left out."""
    found: dict[str, Token] = {}
    for token in tokens:
        kind = kind_of(token)
        if not kind or kind in _NO_ACTORS:
            continue
        name = cast.name_of(token)
        if name:
            found.setdefault(name, token)
    return found
