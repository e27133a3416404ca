"""What a word of the lexicon needs beside it before it tells an event, and what makes a noun only a notion."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..closed_classes import PLURAL, SUBJECTS
from ..tokens import Token
from .governing import comes_of_an_operation, is_past, is_to_infinitive, lies_ahead
from .kinds import ARMED, TROOPS, counted_by, is_a_crowd, kind_of
from .lexicon import Entry, may_be_past, word_class
from .participants import (
    PEOPLE,
    are_several,
    flees,
    is_a_bare_figure,
    is_a_civil_strike,
    is_a_commoner,
    is_a_getaway,
    is_a_guest,
    is_a_host,
    is_a_visitor,
    is_armed_beside,
    is_of_note,
    is_public,
    is_working,
)
from .roles import Roles
from .subjects import subject_of
from .surroundings import Surroundings
from .territory import is_lost, is_territory
from .voice import is_passive

_TOWARDS = frozenset(("to", "into", "across", "towards", "toward"))
_MEMBERS = frozenset(("organisation", "body", "militant"))
_OUTLAWS = frozenset(("militant", "criminal"))
_STATES = frozenset(("country", "place"))
_A_STATE = frozenset(("country", "nation", "state"))
_WITH = frozenset(("with", "against"))
_POINTING = frozenset("the a an this that these those another both each its their his her our".split())
_LOOSE = frozenset("any no every such further future possible potential other more fewer".split())
_TOLD = frozenset(
    "several numerous multiple twin triple double two three four five six recent latest deadly"
    " new first second last".split()
)
_ABOUT = frozenset(("of", "against", "for", "in", "to", "from", "on", "with"))


def is_met(entry: Entry, token: Token, roles: Roles, around: Surroundings, is_light: bool) -> bool:
    """Whether everything is there that the entry needs."""
    others = (*roles.patients, *roles.partners)
    if (
        roles.patients
        and all(p.lower_ in word_class("menace") for p in roles.patients)
        and entry.pos == "verb"
    ):
        return False  # "fighting terrorism"
    if not entry.needs:
        return True
    tests: dict[str, Callable[[], bool]] = {
        "object": lambda: bool(others),
        "people": lambda: any(kind_of(p) in PEOPLE or is_a_bare_figure(p) for p in others),
        "actor": lambda: (
            any(kind_of(a) in PEOPLE for a in (*roles.agents, *others[: token.pos_ == "NOUN"]))
            or _possessor_acts(token)
        ),
        "armed": lambda: is_armed_beside(token, roles),
        "people-agent": lambda: any(kind_of(a) in PEOPLE for a in roles.agents),
        "official": lambda: any(is_public(a) for a in roles.agents),
        "whom": lambda: all(kind_of(p) or p.pos_ == "PROPN" for p in roles.patients),
        "warring": lambda: _is_warlike(token, roles, around),
        "territory": lambda: any(is_territory(p, around) for p in roles.patients),
        "lost": lambda: is_lost(token, roles.patients, around),
        "no-object": lambda: not any(c.dep_ == "dobj" for c in token.children),
        "host": lambda: any(map(is_a_host, roles.agents)),
        "guest": lambda: any(map(is_a_guest, others)),
        "member": lambda: any(_has_members(p) for p in roles.patients),
        "state": lambda: any(kind_of(p) in _STATES or p.lower_ in _A_STATE for p in roles.patients),
        "of-note": lambda: any(map(is_of_note, (*roles.agents, *others))),
        "fighters": lambda: any(kind_of(p) in ARMED and are_several(p) for p in roles.patients),
        "troops": lambda: any(kind_of(a) in TROOPS for a in roles.agents),
        "outlaw": lambda: any(kind_of(a) in _OUTLAWS for a in roles.agents),
        "craft": lambda: any(a.lower_ in word_class("craft") for a in roles.agents),
        "to-do": lambda: _is_to_do_something(token),
        "outcome": lambda: comes_of_an_operation(token),
        "cause": lambda: any(
            c.lower_ in word_class("stands-up") and is_to_infinitive(c) for c in token.children
        ),
        "projectile": lambda: any(map(_is_fired, roles.agents)),
        "explosive": lambda: any(map(_explodes, roles.agents)),
        "shots": lambda: any(a.lower_ in word_class("shots") for a in roles.agents),
        "accord": lambda: any(
            a.lower_ in word_class(accord) for a in roles.agents for accord in ("agreement", "truce", "talks")
        ),
        "light": lambda: is_light,
        "civil": lambda: is_a_civil_strike(token, roles),
        "civil-agent": lambda: not roles.patients and any(is_working(a) for a in roles.agents),
        "visitor": lambda: any(map(is_a_visitor, roles.agents)),
        "mutual": lambda: (
            len(roles.agents) > 1
            or bool(roles.partners)
            or any(map(are_several, roles.agents))
            or any(objects_behind(p, _WITH) for p in roles.patients)  # "discussed the war with the prince"
        ),
        "refugee": lambda: (
            (any(flees(a) for a in roles.agents) and not is_a_getaway(token))
            or _goes_to_a_place(token, roles, around)
        ),
        "escapee": lambda: any(a.lower_ in word_class("escapee") for a in roles.agents),
        "culprit": lambda: any(map(_is_a_culprit, roles.patients)),
        "struck": lambda: any(map(_is_a_target, roles.patients)) or _is_struck_at_a_place(token, around),
        "cargo": lambda: any(t.lower_ in word_class("relief") for a in roles.agents for t in a.subtree),
        "rescuers": lambda: any(t.lower_ in word_class("rescuers") for a in roles.agents for t in a.subtree),
        "commoner": lambda: any(map(is_a_commoner, roles.patients)),
        "crowd": lambda: any(is_a_crowd(a) for a in roles.agents),
        "protester": lambda: any(kind_of(a) == "protester" for a in roles.agents),
        "ahead": lambda: any(c.dep_ == "ccomp" and lies_ahead(c) for c in token.children),
        "alone": lambda: True,  # looked at when the whole sentence is known
        "place": lambda: around.has_place(token),
        "passive": lambda: token.pos_ != "VERB" or is_passive(token),
        "plural": lambda: token.tag_ in PLURAL,
        "specific": lambda: is_light or (has_pointer(token) and not is_background(token)),
        "slain": lambda: _shows_violence(token, roles.patients),
        "wounded": lambda: any("wounded" in (c.lower_ for c in p.children) for p in others),
    }
    return all(tests[need]() for need in entry.needs)


def _shows_violence(verb: Token, bodies: Iterable[Token]) -> bool:
    """Whether bodies were found on which violence shows: "bullet-riddled bodies", "found with his hands tied"."""
    beside = [c for c in verb.children if c.dep_ in ("prep", "advcl", "acl", "oprd") and c.i > verb.i]
    return any(t.lower_ in word_class("marks") for top in (*bodies, *beside) for t in top.subtree)


def _has_members(body: Token) -> bool:
    """Whether one joins it as a member: an organisation, a group; an alliance of states by its name."""
    kind = kind_of(body)
    return kind in _MEMBERS or (kind in ARMED and body.pos_ == "PROPN")


def _is_fired(thing: Token) -> bool:
    """Whether it is something fired, by itself or as many are told of: "mortar rounds", "a barrage of rockets"."""
    near = (thing, *(c for c in thing.lefts if c.dep_ == "compound"), *objects_behind(thing, ("of",)))
    return any(t.lower_ in word_class("projectile") for t in near)


def _is_to_do_something(verb: Token) -> bool:
    """As in "asked them to leave", "gave the junta a week to step down"."""
    objects = (c for c in verb.children if c.dep_ == "dobj")
    told = (*verb.children, *(g for o in objects for g in o.children))
    return any(c.dep_ in ("xcomp", "ccomp", "acl", "relcl", "advcl") and is_to_infinitive(c) for c in told)


def _is_a_culprit(somebody: Token) -> bool:
    """Whether it is one whom the law seeks: a smuggler, a militant, an inmate on the run."""
    who = counted_by(somebody) or somebody
    return kind_of(who) in _OUTLAWS or who.lower_ in word_class("escapee")


def _is_a_target(thing: Token) -> bool:
    """Whether it is what is struck from afar: a place, a post, premises, "Houthi targets"."""
    targets = ("premises", "defended", "settlement", "target", "grid")
    return kind_of(thing) in ("place", "country", "troops", "militant") or any(
        thing.lower_ in word_class(name) for name in targets
    )


def _is_struck_at_a_place(noun: Token, around: Surroundings) -> bool:
    """As in "strikes on Hodeidah", also where the parser takes the place's name for no place."""
    return any(t.i in around.places for t in objects_behind(noun, ("on", "against")))


def _explodes(thing: Token) -> bool:
    """Whether it is a bomb or what is fired, or carries such: "a truck packed with explosives"."""
    return any(t.lower_ in word_class("charge") | word_class("projectile") for t in thing.subtree)


def _goes_to_a_place(verb: Token, roles: Roles, around: Surroundings) -> bool:
    """Whether somebody, be it fighters or culprits, is told to go to a place: "fled to Uganda"."""
    if not any(kind_of(a) in PEOPLE or a.pos_ == "PROPN" for a in roles.agents):
        return False
    ways = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in _TOWARDS)
    return any(t.i in around.places for way in ways for t in way.subtree)


def has_pointer(noun: Token) -> bool:
    """Whether a determiner, figure or possessor points to one thing or a number of things."""
    for child in noun.children:
        if child.dep_ == "poss" or child.dep_ == "nummod":
            return True
        if child.i < noun.i and child.lower_ in _POINTING | _TOLD:
            return True
    return False


def is_known_already(person: Token) -> bool:
    """Whether a noun phrase speaks of somebody told of before: by name, or with "the", "these", "those"."""
    if person.ent_type_ == "PERSON":
        return True
    return any(c.lower_ in ("the", "these", "those") for c in person.lefts if c.dep_ == "det")


def is_notion(noun: Token, around: Surroundings, in_headline: bool) -> bool:
    """Whether an event noun is only a notion: "the fight against terrorism", "responsible for attacks".

    A noun is an event when something points to it ("the attack", "two raids", "Tuesday's talks"), when a time or a
    place hangs on it, or when it is the subject of what happened; in headlines always.
    """
    if noun.dep_ in ("compound", "amod", "nmod") and noun.head.lower_ != "attempt" and noun.head.i > noun.i:
        return True
    if any(c.lower_ in _LOOSE and c.dep_ in ("det", "amod") for c in noun.children):
        return True
    if any(p.lower_ in word_class("menace") for p in _behind(noun)):
        return True
    if is_background(noun):
        return True
    if in_headline or has_pointer(noun) or (noun.head.lower_ == "attempt" and has_pointer(noun.head)):
        return False
    if noun.dep_ == "dobj" and noun.head.lower_ in word_class("sets-off"):
        return False  # "triggering protests"
    own = {t.i for t in noun.subtree}
    if own & around.times:
        return False
    if noun.dep_ in SUBJECTS and (is_past(noun.head) or may_be_past(noun.head.lower_, noun.head.tag_)):
        return False
    if shakes_something(noun):
        return False
    if noun.tag_ in PLURAL:
        return not own & around.places
    return not (own & (around.places | around.times)) and not _behind(noun)


def shakes_something(noun: Token) -> bool:
    """As in "protests have swept the country", "the capital was rocked by a string of blasts": they came to pass."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in word_class("measure"):
        noun = noun.head.head
    if noun.dep_ in SUBJECTS:
        verb, is_done = noun.head, noun.head.tag_ == "VBN"
    elif noun.dep_ == "pobj" and noun.head.lower_ == "by":
        verb = noun.head.head
        is_done = is_past(verb) or any(c.lemma_ == "have" for c in verb.children if c.dep_ == "aux")
    else:
        return False
    return is_done and verb.lower_ in word_class("shakes")


def is_background(noun: Token) -> bool:
    """Whether a noun stands behind words like "responsible for" or "planning", without a date of its own."""
    at = noun
    for _ in range(4):
        above = at.head
        if above == at:
            return False
        if at.lower_ == "leading" and at.dep_ == "acl":
            return above.lower_ in word_class("background")  # "information leading to the arrest of"
        if above.lower_ in word_class("background") and at.dep_ in ("prep", "dobj", "pobj", "pcomp", "amod"):
            return not any(c.lower_ in ("the", "this", "that") for c in noun.children)
        if at.dep_ not in ("pobj", "prep", "dobj", "pcomp", "conj"):
            return False
        at = above
    return False


def objects_behind(noun: Token, prepositions: Iterable[str]) -> list[Token]:
    """Heads right behind the given prepositions of a noun."""
    wanted = frozenset(prepositions)
    return [
        below
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in wanted
        for below in child.children
        if below.dep_ == "pobj"
    ]


def _behind(noun: Token) -> list[Token]:
    return objects_behind(noun, _ABOUT)


def _is_warlike(noun: Token, roles: Roles, around: Surroundings) -> bool:
    """Whether a battle is one of arms: somebody bears them, or it has a place or day of its own."""
    own = {t.i for t in noun.subtree}
    return (
        bool(own & (around.places | around.times))
        or is_armed_beside(noun, roles)
        or any(kind_of(a) == "country" for a in roles.agents)
    )


def _possessor_acts(token: Token) -> bool:
    subject = subject_of(token) if token.pos_ == "VERB" else None
    return subject is not None and kind_of(subject) in PEOPLE
