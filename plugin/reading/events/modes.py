"""What kind of event it is: the type and mode of the lexicon, sharpened by who takes part and by what means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...core.event_types import EventType
from ..closed_classes import PLURAL
from ..places.words import FACILITIES, ORGANISATIONS
from ..tokens import Token
from .kinds import ARMED, TROOPS, is_a_crowd, kind_of, owner_of_site, side_of
from .lexicon import instruments, word_class
from .roles import Roles, objects_of_prepositions, roles_of, with_conjuncts
from .subjects import subject_of
from .voice import is_passive

# How telling the lexicon's own modes are; an instrument must be more telling to replace them.
_FIRM = {
    "": 0,
    "killing": 0,
    "raid": 0,
    "ambush": 0,
    "gunfire": 1,
    "destruction": 1,
    "explosives": 2,
    "shelling": 2,
    "grenade": 2,
}
_OPEN_TO_BATTLE = frozenset(("", "killing", "ambush", "raid", "gunfire"))
_ONSLAUGHT = frozenset(("", "ambush", "raid"))  # words for attacks of people, whatever they bring along
_OPEN_TO_A_STRIKE = frozenset(("", "killing", "battle"))
_FROM_THE_AIR = frozenset(("airstrike", "drone"))
_HEAVY = frozenset(("grenade", "shelling"))
_ON_THE_SPOT = frozenset(("ambush", "raid"))  # who does so is there when the bomb goes off
_OPEN_TO_RIOT = frozenset(("", "battle", "arson", "destruction", "looting", "ambush", "raid"))
_MEANS = ("with", "by", "in", "using", "from", "through")
_POLICE = frozenset(("armed", "official"))  # whose raids are searches
_STATE = _POLICE | {"troops"}  # theirs are, where nobody is harmed
_PEOPLE = frozenset(("armed", "civilian", "official", "people", "person", "troops"))
_ON_PEOPLE = frozenset(("killing", "beating"))
_UNARMED = frozenset(("civilian", "people", "person"))
_NO_STATE = frozenset(("militant", "criminal"))
_WHOM_NOBODY_KNOWS = frozenset("unidentified unknown unnamed masked hooded uniformed".split())


def kind_of_event(
    token: Token, event_type: EventType, mode: str, roles: Roles, beside: Iterable[Token] = ()
) -> tuple[EventType, str]:
    """Type and mode of an event.

    Parameters
    ----------
    token : Token
        Head of the trigger.
    event_type : EventType
    mode : str
        What the lexicon has for it.
    roles : Roles
        Who takes part.
    beside : iterable of Token
        Other words of the same event: the noun of a light verb, the attack in which people were killed.
    """
    if mode == "seizure" and _is_taken_by_robbers(roles):
        return EventType.ASSAULT, _mode_of_taking(roles)
    if mode == "seizure" and token.lower_ in word_class("grabs") and any(map(_is_somebody, roles.patients)):
        by_the_state = any(kind_of(a) in _STATE for a in roles.agents)
        return (EventType.COERCE, "arrest") if by_the_state else (EventType.ASSAULT, "kidnap")
    if event_type is not EventType.ASSAULT:
        return event_type, mode
    if mode == "raid" and _is_a_search(roles, beside):
        return EventType.COERCE, mode
    sharpened = _sharpened(mode, (token, *beside))
    by_rebels = any(kind_of(a) in _NO_STATE for a in roles.agents)
    if sharpened in _OPEN_TO_A_STRIKE and not by_rebels:
        struck = next(filter(None, map(_mode_of_a_strike, (token, *beside))), "")
        if struck:
            return event_type, struck
    if _is_of_a_mob(roles, sharpened):
        return event_type, "mob-violence"
    if sharpened in _OPEN_TO_RIOT and _is_riot(roles, sharpened):
        return EventType.PROTEST, "riot"
    if _may_be_a_battle(mode, sharpened) and _both_armed(_with_outcome(roles, beside)):
        return event_type, "battle"
    return event_type, sharpened


def _may_be_a_battle(mode: str, sharpened: str) -> bool:
    """Whether people may meet in it: mortars may open an attack, bombs an ambush, but either alone is no fight."""
    if mode in _ON_THE_SPOT and sharpened == "explosives":
        return True
    return sharpened in _OPEN_TO_BATTLE or (mode in _ONSLAUGHT and sharpened in _HEAVY)


def fought_over(event_type: EventType, mode: str, told: Sequence[Token], harmed: Sequence[Token]) -> str:
    """The mode of an event by those whom it harmed: an attack of rebels in which policemen were killed is a battle.

    Parameters
    ----------
    told : sequence of Token
        Who acts in it and is acted upon.
    harmed : sequence of Token
        Whom its figures of killed and wounded count.
    """
    if event_type is not EventType.ASSAULT or mode not in _OPEN_TO_BATTLE:
        return mode
    fell = {side_of(p) for who in harmed for p in with_conjuncts(who) if kind_of(p) in ARMED}
    sides = fell | {side_of(p) for p in told if kind_of(p) in ARMED}
    return "battle" if fell and len(sides) > 1 else mode


def _mode_of_a_strike(deed: Token) -> str:
    """How armed forces struck, where it is a strike that did it, or aircraft; empty where it is not."""
    did = subject_of(deed) if deed.pos_ == "VERB" and not is_passive(deed) else deed
    if did is None or did.pos_ != "NOUN":
        return ""
    named = instruments().get(did.lemma_.lower(), ("", 0))[0] if did != deed else ""
    return "airstrike" if did.lemma_ == "strike" else named if named in _FROM_THE_AIR else ""


def _sharpened(mode: str, heads: Iterable[Token]) -> str:
    """The most telling of the lexicon's mode and the modes of the instruments beside the trigger's words."""
    level = _FIRM.get(mode, 9)
    for head in heads:
        for word in _instrument_words(head):
            named, telling = instruments().get(word, ("", 0))
            if telling > level:
                mode, level = named, telling
    return mode


def _instrument_words(token: Token) -> Iterator[str]:
    """Modifiers of the trigger, its subject with modifiers, and what stands behind "with", "by", "using".

    The object of a verb is a means where it is brought to bear ("dropped bombs"), else it is what is struck.
    """
    brings_down = any(c.dep_ == "prt" and c.lower_ == "down" for c in token.children)  # "shot down a drone"
    wields = token.lower_ in word_class("wields") and not brings_down
    is_means = token.pos_ == "VERB" and (wields or not is_passive(token))  # not "the helicopter was attacked"
    subject = subject_of(token) if is_means else None
    # "an attack carried out with bombs"
    done = [c for c in token.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    named = [
        *(thing for deed in (token, *done) for thing in objects_of_prepositions(deed, _MEANS)),
        *(c for c in token.children if c.dep_ == "pobj" or (c.dep_ == "dobj" and wields)),
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
        if head != token and head.lower_ != "air":  # "fired in the air"
            yield head.lower_
            yield head.lemma_.lower()
        yield from (c.lemma_.lower() for c in _behind_of(head))  # "the explosion of a mine"
    for child in token.children:  # "attacked using explosives"
        if child.lower_ in ("using", "detonating", "firing", "throwing"):
            yield from (t.lemma_.lower() for t in child.subtree)


def _behind_of(noun: Token) -> Iterator[Token]:
    return objects_of_prepositions(noun, ("of",)) if noun.pos_ == "NOUN" else iter(())


def _is_a_search(roles: Roles, beside: Iterable[Token]) -> bool:
    """Whether a raid is one of the police, or one of troops on premises, of which no harm to anybody is told."""
    if any(kind_of(a) in _POLICE for a in roles.agents):
        return True
    if not roles.agents or any(kind_of(a) not in _STATE for a in roles.agents):
        return False
    harms = any(map(_is_an_outcome, beside))
    return (
        not harms and bool(roles.patients) and all(p.lower_ in word_class("premises") for p in roles.patients)
    )


def _is_taken_by_robbers(roles: Roles) -> bool:
    """Whether armed people who are no state's took what was seized, and it is no weapon."""
    if not any(kind_of(a) in _NO_STATE for a in roles.agents):
        return False
    return not roles.patients or not _is_a_weapon(roles.patients[0])


def _is_a_weapon(thing: Token) -> bool:
    return instruments().get(thing.lemma_.lower(), ("", 0))[0] != ""


def _mode_of_taking(roles: Roles) -> str:
    """People are kidnapped, a ship, a plane or a bus is hijacked, a building is stormed, and all else is loot.

    A bare figure is of people: "gunmen seize 18".
    """
    if any(p.lower_ in word_class("seat") | word_class("premises") for p in roles.patients):
        return "raid"
    if any(p.lemma_.lower() in word_class("hijacked") for p in roles.patients):
        return "hijack"
    return "kidnap" if any(_is_somebody(p) or p.pos_ == "NUM" for p in roles.patients) else "looting"


def _is_somebody(taken: Token) -> bool:
    return taken.lower_ not in FACILITIES | ORGANISATIONS and kind_of(taken) in _PEOPLE | _NO_STATE


def _is_of_a_mob(roles: Roles, mode: str) -> bool:
    """Whether a crowd kills or beats, or turns on people without arms: "clashes between farmers and herders"."""
    if not roles.agents or not all(map(is_a_crowd, roles.agents)):
        return False
    struck = [kind_of(p) for p in (*roles.patients, *roles.partners)]
    is_on_the_unarmed = bool(struck) and all(kind in _UNARMED for kind in struck)
    return mode in _ON_PEOPLE or (mode in _OPEN_TO_RIOT and is_on_the_unarmed)


def _is_riot(roles: Roles, mode: str) -> bool:
    """Whether a crowd uses force, or clashes with somebody."""
    struck = (*roles.patients, *roles.partners)
    if roles.agents and all(map(is_a_crowd, roles.agents)):
        return True
    unarmed = [p for p in struck if is_a_crowd(p)]
    return (
        mode == "battle" and bool(unarmed) and any(kind_of(a) in ("armed", "protester") for a in roles.agents)
    )


def _with_outcome(roles: Roles, beside: Iterable[Token]) -> Roles:
    """The roles with all whom it struck: "attacked a hill, killing soldiers", "killed a nurse in a raid on a post"."""
    deeds = [(deed, roles_of(deed)) for deed in beside]
    if stormed := [p for deed, r in deeds if not _is_an_outcome(deed) for p in _troops_struck(r)]:
        return replace(roles, patients=tuple(stormed))
    bearing = tuple(p for r in (roles, *(r for _, r in deeds)) for p in _troops_struck(r))
    if bearing and all(kind_of(p) in ("", "people") for p in roles.patients):
        return replace(roles, patients=bearing)
    return roles


def _troops_struck(roles: Roles) -> list[Token]:
    return [p for p in (*roles.patients, *roles.partners) if kind_of(p) in TROOPS]


def _is_an_outcome(deed: Token) -> bool:
    return any(deed.lower_ in word_class(name) for name in ("kills", "wounds"))


def _both_armed(roles: Roles) -> bool:
    """Whether armed people fight armed people; whoever strikes troops is armed, where the text does not say else."""
    everybody = [kind_of(p) for p in (*roles.patients, *roles.partners)]
    if any(kind_of(a) in ARMED for a in roles.agents):
        return any(kind in ARMED for kind in everybody)
    struck = roles.patients or roles.partners
    return all(map(_may_bear_arms, roles.agents)) and bool(struck) and all(map(_must_be_fought, struck))


def _must_be_fought(struck: Token) -> bool:
    """Whether nobody strikes it without arms: troops, and what the police hold ("the police post was attacked")."""
    kind = kind_of(struck)
    return kind in TROOPS or (kind in ARMED and owner_of_site(struck) is not None)


def _may_bear_arms(who: Token) -> bool:
    """Whether somebody is not said to be unarmed.

    As "they", "the group", an unknown name and several whom nobody knows ("masked men"); no man, crowd or official.
    """
    if who.pos_ == "PRON" or kind_of(who) in ("", "country", "organisation"):
        return True
    return who.tag_ in PLURAL and any(c.lower_ in _WHOM_NOBODY_KNOWS for c in who.lefts)
