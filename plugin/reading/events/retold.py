"""What a document comes back to: "the attack", "three people were killed" right after one, the same men detained."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ...core.event_types import EventType
from ..links import Trigger
from .hits import Hit
from .needs import Surroundings, is_known_already
from .outcomes import HARM, harm_forms
from .quantities import quantity_of
from .roles import is_passive, roles_of

DEEDS = frozenset(
    (EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT, EventType.PROTEST)
)
_FORCE = frozenset((EventType.ASSAULT, EventType.COERCE))
_REACH_BACK = 2  # sentences within which an outcome follows its attack
_POINTING_BACK = frozenset("the this that these those".split())
_ANEW = frozenset(
    "also again another other additional further more elsewhere separately separate second".split()
)
_NEVER_ONE = frozenset(
    "kidnap hijack arson looting torture sexual-violence raid pursuit seizure expulsion siege".split()
)


def is_told_before(hit: Hit, number: int, around: Surroundings, before: Sequence[Trigger]) -> bool:
    """Whether a hit only comes back to an event that the document told before.

    "The attack", without a time or place of its own; "three people were killed", by nobody, right after an attack:
    that is what it did.

    Parameters
    ----------
    number : int
        Number of the hit's sentence.
    before : sequence of Trigger
        What was told before.
    """
    if hit.event_type is EventType.PRESENCE or hit.beside:
        return False
    alike = [t for t in before if t.event_type is hit.event_type and not t.is_planned]
    near = [t for t in alike if number - t.sentence <= _REACH_BACK]
    if hit.is_verb and hit.mode == "talks" and near:
        return not hit.own_tokens() & around.times  # what they discussed, once that they met is told
    settled = hit.own_tokens() & (around.places | around.times)
    if not hit.is_verb:
        is_definite = any(c.lower_ in _POINTING_BACK for c in hit.token.children if c.dep_ in ("det", "poss"))
        if hit.light is not None:
            placed = hit.own_tokens() & around.places
            return is_definite and bool(near) and hit.event_type in DEEDS and not placed
        if settled:
            return False
        return (is_definite and bool(alike)) or _has_its_victims(hit, alike)
    if settled:
        return False
    if _has_its_victims(hit, alike):
        return True
    if hit.entry.head not in HARM or hit.roles.agents or not is_passive(hit.token):
        return False
    if not near or any(c.lower_ == "also" for c in hit.token.children):
        return False
    # One killing does not tell the outcome of another.
    return hit.token.doc[near[-1].token].lower_ not in harm_forms()


def is_one_more(deed: Token, people: Sequence[Token]) -> bool:
    """Whether the words say that it befell others, too: "also detained", "two more", "an additional suspect"."""
    words = (
        *deed.children,
        *(g for c in deed.children for g in c.lefts),
        *(c for p in people for c in p.lefts),
    )
    return any(t.lower_ in _ANEW for t in words)


def _has_its_victims(hit: Hit, told: Sequence[Trigger]) -> bool:
    """Whether it befell those whom a like event befell before: nobody is arrested or killed twice.

    As in "The commander and two of his men were detained" after "Soldiers captured a commander", or "four smugglers
    were detained" after "detained several smugglers".
    """
    first = next(iter(hit.roles.patients), None)
    if hit.event_type not in _FORCE or first is None or is_one_more(hit.token, hit.roles.patients):
        return False
    known = is_known_already(first)
    return any(
        _same_kind_of_harm(hit.mode, trigger.mode)
        and any(
            victim.lemma_.lower() == first.lemma_.lower() and (known or _may_be_all_of(first, victim))
            for victim in roles_of(first.doc[trigger.token]).patients
        )
        for trigger in told
    )


def _may_be_all_of(later: Token, earlier: Token) -> bool:
    """Whether a figure may count those of an earlier one anew: the same one, or an exact one after a vague one."""
    one, other = quantity_of(earlier), quantity_of(later)
    if one is None or other is None:
        return False
    return one.count.high is None and (other.count.low or 0) >= (one.count.low or 0)


def _same_kind_of_harm(one: str, other: str) -> bool:
    return one == other or not {one, other} & _NEVER_ONE
