"""What a word of the lexicon needs beside it before it tells an event, and what makes a noun only a notion."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..tokens import Token
from .governing import is_past
from .kinds import ARMED, is_a_crowd, kind_of
from .lexicon import Entry, instruments, may_be_past, word_class
from .roles import Roles, is_passive
from .subjects import subject_of
from .surroundings import Surroundings

_PUBLIC = frozenset("armed troops official person country organisation people militant body".split())
_PEOPLE = _PUBLIC | frozenset("civilian criminal protester place".split())
_COMMONERS = frozenset("civilian criminal people person protester".split())
_TOWARDS = frozenset(("to", "into", "across", "towards", "toward"))
_GUESTS = frozenset(("official", "person"))
_HOSTS = _GUESTS | {"country", "place"}
_POINTING = frozenset("the a an this that these those another both each its their his her our".split())
_LOOSE = frozenset("any no every such further future possible potential other more fewer".split())
_TOLD = frozenset(
    "several numerous multiple two three four five six recent latest deadly new first second last".split()
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
    tests: dict[str, Callable[[], bool]] = {
        "object": lambda: bool(others),
        "people": lambda: any(kind_of(p) in _PEOPLE or _is_a_bare_figure(p) for p in others),
        "actor": lambda: (
            any(kind_of(a) in _PEOPLE for a in (*roles.agents, *others[: token.pos_ == "NOUN"]))
            or _possessor_acts(token)
        ),
        "armed": lambda: _armed_beside(token, roles),
        "people-agent": lambda: any(kind_of(a) in _PEOPLE for a in roles.agents),
        "official": lambda: any(_is_public(a) for a in roles.agents),
        "whom": lambda: all(kind_of(p) or p.pos_ == "PROPN" for p in roles.patients),
        "warring": lambda: _is_warlike(token, roles, around),
        "territory": lambda: any(_is_territory(p) or p.i in around.places for p in roles.patients),
        "no-object": lambda: not any(c.dep_ == "dobj" for c in token.children),
        "host": lambda: any(kind_of(a) in _HOSTS for a in roles.agents),
        "guest": lambda: any(_is_guest(p) for p in roles.patients),
        "member": lambda: any(kind_of(p) in ("organisation", "body", "militant") for p in roles.patients),
        "light": lambda: is_light,
        "civil": lambda: _is_civil(token, roles),
        "civil-agent": lambda: not roles.patients and any(_is_working(a) for a in roles.agents),
        "visitor": lambda: any(map(_is_a_visitor, roles.agents)),
        "mutual": lambda: (
            len(roles.agents) > 1 or bool(roles.partners) or any(map(_are_several, roles.agents))
        ),
        "refugee": lambda: (
            (any(_flees(a) for a in roles.agents) and not _is_a_getaway(token))
            or _goes_to_a_place(token, roles, around)
        ),
        "escapee": lambda: any(a.lower_ in word_class("escapee") for a in roles.agents),
        "cargo": lambda: any(t.lower_ in word_class("relief") for a in roles.agents for t in a.subtree),
        "commoner": lambda: any(
            p.pos_ in ("NOUN", "NUM") and kind_of(p) in _COMMONERS for p in roles.patients
        ),
        "crowd": lambda: any(is_a_crowd(a) for a in roles.agents),
        "alone": lambda: True,  # looked at when the whole sentence is known
        "place": lambda: around.has_place(token),
        "passive": lambda: token.pos_ != "VERB" or is_passive(token),
        "plural": lambda: token.tag_ in ("NNS", "NNPS"),
        "specific": lambda: is_light or (has_pointer(token) and not is_background(token)),
        "wounded": lambda: any("wounded" in (c.lower_ for c in p.children) for p in others),
    }
    return all(tests[need]() for need in entry.needs)


def _is_public(who: Token) -> bool:
    """Whether somebody acts for a public: an official, a force, a country, a name; people at large do not."""
    kind = kind_of(who)
    if kind in ("person", "people"):
        return who.ent_type_ == "PERSON" or who.pos_ == "PRON"
    return kind in _PUBLIC


def _is_a_visitor(who: Token) -> bool:
    """Whether somebody travels to be received: an official, or somebody by name; troops and people at large do not."""
    kind = kind_of(who)
    return kind not in ARMED and (
        (_is_public(who) and _is_guest(who)) or who.pos_ == "PROPN" or kind == "country"
    )


def _is_a_bare_figure(head: Token) -> bool:
    """As in "three were released": a number that stands for people."""
    return (
        head.pos_ == "NUM"
        and head.dep_ in ("nsubjpass", "nsubj", "dobj")
        and head.ent_type_ in ("CARDINAL", "")
    )


def _are_several(people: Token) -> bool:
    return people.tag_ in ("NNS", "NNPS") or people.lower_ in ("they", "both", "we")


def _flees(people: Token) -> bool:
    kind = kind_of(people)
    return kind in _PEOPLE and kind not in ARMED and kind not in ("criminal", "place")


def _is_a_getaway(verb: Token) -> bool:
    """Whether somebody only runs off: "fled on foot", "fled the scene"."""
    return any(t.lower_ in ("foot", "scene", "car", "motorcycle") for t in verb.subtree)


def _goes_to_a_place(verb: Token, roles: Roles, around: Surroundings) -> bool:
    """Whether somebody, be it fighters or culprits, is told to go to a place: "fled to Uganda"."""
    if not any(kind_of(a) in _PEOPLE or a.pos_ == "PROPN" for a in roles.agents):
        return False
    ways = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in _TOWARDS)
    return any(t.i in around.places for way in ways for t in way.subtree)


def _is_guest(person: Token) -> bool:
    """Whether somebody is received, not something: an official, a name, "his colleague, Anna Berg"."""
    named = (c for c in person.children if c.dep_ == "appos")
    return kind_of(person) in _GUESTS or any(c.ent_type_ == "PERSON" for c in named)


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
    if noun.dep_ in ("nsubj", "nsubjpass") and (
        is_past(noun.head) or may_be_past(noun.head.lower_, noun.head.tag_)
    ):
        return False
    if noun.tag_ in ("NNS", "NNPS"):
        return not own & around.places
    return not (own & (around.places | around.times)) and not _behind(noun)


def is_background(noun: Token) -> bool:
    """Whether a noun stands behind words like "responsible for" or "planning", without a date of its own."""
    at = noun
    for _ in range(4):
        above = at.head
        if above == at:
            return False
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


def _armed_beside(token: Token, roles: Roles) -> bool:
    """Whether somebody who bears arms takes part, or a weapon acts ("missiles struck the port")."""
    people = (*roles.agents, *roles.patients, *roles.partners)
    if any(kind_of(p) in ARMED for p in people) or any(_is_a_weapon(a) for a in roles.agents):
        return True
    return token.pos_ in ("NOUN", "PROPN") and any(kind_of(t) in ARMED for t in token.subtree if t != token)


def _is_warlike(noun: Token, roles: Roles, around: Surroundings) -> bool:
    """Whether a battle is one of arms: somebody bears them, or it has a place or day of its own."""
    own = {t.i for t in noun.subtree}
    return bool(own & (around.places | around.times)) or _armed_beside(noun, roles) or _country_fights(roles)


def _country_fights(roles: Roles) -> bool:
    return any(kind_of(a) == "country" for a in roles.agents)


def _is_territory(thing: Token) -> bool:
    return kind_of(thing) in ("place", "country") or thing.lower_ in word_class("home") | word_class(
        "defended"
    )


def _is_civil(strike: Token, roles: Roles) -> bool:
    """Whether a strike is one of working people: "a 48-hour strike", "the teachers' strike", "announced a strike"."""
    before = [t for c in strike.lefts for t in c.subtree]
    if any(
        t.lower_ in ("hour", "day", "week", "indefinite", "nationwide", "bus", "rail", "wildcat")
        for t in before
    ):
        return True
    return any(_is_working(t) for t in (*before, *roles.agents))


def _is_working(people: Token) -> bool:
    return people.lower_ in word_class("civil-crowd") or people.lower_ in (
        "union",
        "unions",
        "employees",
        "staff",
    )


def _is_a_weapon(thing: Token) -> bool:
    words = instruments()
    return any(words.get(form, ("", 0))[1] > 1 for form in (thing.lower_, thing.lemma_.lower()))


def _possessor_acts(token: Token) -> bool:
    subject = subject_of(token) if token.pos_ == "VERB" else None
    return subject is not None and kind_of(subject) in _PEOPLE
