"""How closely a place name hangs on a trigger in the parse of their sentence."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from spacy.tokens import Token

_UP_THROUGH = frozenset(
    "prep pobj pcomp compound nmod amod appos conj poss nummod npadvmod advmod dobj obj attr oprd dative agent".split()
)
_SHARED_PLACE = frozenset("dobj obj nsubj nsubjpass attr pobj oprd conj".split())
_CLAUSES = frozenset("relcl acl advcl ccomp xcomp pcomp parataxis conj".split())
_VERBS = frozenset(("VERB", "AUX"))


class Closeness(IntEnum):
    """From near to far."""

    OWN = 0  # hangs on the trigger, or on the verb that carries it
    INSIDE = 1  # hangs on a noun of the trigger's own phrase or clause
    ABOVE = 2  # in the clause that the trigger's clause belongs to
    ASIDE = 3  # elsewhere in the sentence


class Attachment(NamedTuple):
    """How a name hangs on a trigger: the nearer the smaller, also among equals."""

    closeness: Closeness
    steps: int
    behind: bool  # the name stands before the trigger


def attachment(trigger: Token, name: Token) -> Attachment:
    """How closely `name`, the head of a place name, hangs on `trigger`; both are of one sentence."""
    behind = name.i < trigger.i
    carriers = _carriers(trigger)
    steps, token = 0, name
    through_clause = False
    while True:
        if token in carriers:
            closeness = Closeness.INSIDE if through_clause or _is_deep(name, token, carriers) else Closeness.OWN
            return Attachment(closeness, steps, behind)
        if token.head == token:
            break
        through_clause = through_clause or token.dep_ in _CLAUSES and token.pos_ in _VERBS
        token, steps = token.head, steps + 1
    above = [a for a in trigger.ancestors if a.pos_ in _VERBS and a not in carriers]
    for rank, verb in enumerate(above[:2]):
        distance = _distance_up(name, verb)
        if distance is not None:
            return Attachment(Closeness.ABOVE, distance + 3 * rank, behind)
    return Attachment(Closeness.ASIDE, abs(name.i - trigger.i), behind)


def _carriers(trigger: Token) -> tuple[Token, ...]:
    """The trigger and the verb that says it takes place ("staged attacks", "a meeting held")."""
    carriers = [trigger]
    if trigger.pos_ in _VERBS:
        return tuple(carriers)
    carriers += [c for c in trigger.children if c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBD", "VBG")]
    if trigger.dep_ in _SHARED_PLACE and trigger.head.pos_ in _VERBS:
        carriers.append(trigger.head)
    elif trigger.dep_ == "pobj" and trigger.head.dep_ == "prep" and trigger.head.head.pos_ in _VERBS:
        carriers.append(trigger.head.head)
    return tuple(carriers)


def _is_deep(name: Token, carrier: Token, carriers: tuple[Token, ...]) -> bool:
    """Whether another noun stands between the name's preposition and what carries the event."""
    nouns = 0
    token = name
    while token != carrier:
        token = token.head
        if token == carrier:
            break
        nouns += token.pos_ in ("NOUN", "PROPN", "PRON") and token not in carriers and token.dep_ in ("pobj", "dobj")
    return nouns > 0


def _distance_up(name: Token, verb: Token) -> int | None:
    steps, token = 0, name
    while token != verb:
        if token.head == token or (token.pos_ in _VERBS and token != name and token.dep_ not in ("acl", "conj")):
            return None
        token, steps = token.head, steps + 1
    return steps
