"""The mode of an event: what the lexicon says, sharpened by the instruments beside the trigger."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ...core.event_types import EventType
from .actors import ARMED, TROOPS, kind_of
from .lexicon import Entry, instruments
from .roles import Roles, objects_of_prepositions, subject_of

# How telling the lexicon's own modes are; an instrument must be more telling to replace them.
_FIRM = {
    "": 0,
    "killing": 0,
    "raid": 0,
    "ambush": 0,
    "gunfire": 1,
    "explosives": 2,
    "shelling": 2,
    "grenade": 2,
}
_OPEN_TO_BATTLE = frozenset(("", "killing", "ambush", "raid", "gunfire"))
_MEANS = ("with", "by", "in", "using", "from", "through")


def mode_of(token: Token, entry: Entry, roles: Roles, beside: tuple[Token, ...] = ()) -> str:
    """The mode of an event.

    Parameters
    ----------
    token : Token
        Head of the trigger.
    entry : Entry
        What the lexicon has for it.
    roles : Roles
        Who takes part.
    beside : tuple of Token
        Other words of the same event: the noun of a light verb, the attack in which people were killed.
    """
    if entry.event_type is not EventType.ASSAULT:
        return entry.mode
    best, level = entry.mode, _FIRM.get(entry.mode, 9)
    for head in (token, *beside):
        for word in _instrument_words(head):
            mode, telling = instruments().get(word, ("", 0))
            if telling > level:
                best, level = mode, telling
    if best in _OPEN_TO_BATTLE and _both_armed(roles):
        return "battle"
    return best


def _instrument_words(token: Token) -> Iterator[str]:
    """Modifiers of the trigger, its subject with modifiers, and what stands behind "with", "by", "using"."""
    subject = subject_of(token) if token.pos_ == "VERB" else None
    named = [
        *objects_of_prepositions(token, _MEANS),
        *(c for c in token.children if c.dep_ in ("dobj", "pobj")),
    ]
    if token.dep_ == "appos":
        yield token.head.lower_  # "a MOAB (mother of all bombs) strike"
    for head in (token, subject, *named):
        if head is None:
            continue
        before = [
            c for c in head.children if c.i < head.i and c.dep_ in ("compound", "amod", "nmod", "punct")
        ]
        for word in before:
            yield word.lower_
            for inner in word.children:
                yield inner.lower_
                yield f"{inner.lower_} {word.lower_}"
            if head != token:
                yield f"{word.lower_} {head.lower_}"
                yield f"{word.lower_} {head.lemma_.lower()}"
        if head != token:
            yield head.lower_
            yield head.lemma_.lower()
    for child in token.children:  # "attacked using explosives"
        if child.lower_ in ("using", "detonating", "firing", "throwing"):
            yield from (t.lemma_.lower() for t in child.subtree)


def is_riot(roles: Roles, mode: str) -> bool:
    """Whether protesters use force, or clash with whoever holds them back."""
    acting = {kind_of(a) for a in roles.agents}
    struck = {kind_of(p) for p in (*roles.patients, *roles.partners)}
    return "protester" in acting or (mode == "battle" and "protester" in struck)


def _both_armed(roles: Roles) -> bool:
    """Whether armed people fight armed people; nobody but armed people strikes troops, even where none is named."""
    struck = [kind_of(p) for p in (*roles.patients, *roles.partners)]
    acting = [kind_of(a) for a in roles.agents]
    if any(kind in ARMED for kind in acting):
        return any(kind in ARMED for kind in struck)
    return not acting and bool(struck) and all(kind in TROOPS for kind in struck)
