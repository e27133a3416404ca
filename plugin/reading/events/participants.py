"""What somebody who takes part in an event is: public or private, on a visit, on the run, armed, at work."""

from __future__ import annotations

from ..closed_classes import PLURAL
from ..tokens import Token
from .kinds import ARMED, counted_by, kind_of
from .lexicon import instruments, word_class
from .roles import Roles

_PUBLIC = frozenset("armed troops official person country organisation people militant body".split())
PEOPLE = _PUBLIC | frozenset("civilian criminal protester place".split())
_COMMONERS = frozenset("civilian criminal people person protester".split())
_GUESTS = frozenset(("official", "person"))
_HOSTS = _GUESTS | {"country", "place"}
_BOTH_SIDES = frozenset("they we both two".split())
# How culprits get away: "fled the scene", "fled on foot".
_GETAWAYS = frozenset("foot scene spot car van taxi motorcycle motorbike bike bicycle".split())
_EMPLOYED = frozenset("union unions employees staff workforce".split())
# What stands before a strike of working people, and before none of arms.
_OF_STRIKES = frozenset(
    "hour day week month indefinite nationwide bus rail train tram metro tube wildcat token".split()
)
_SOME_BODY = frozenset("armed troops official country organisation militant body".split())


def is_public(who: Token) -> bool:
    """Whether somebody acts for a public: an official, a force, a country, a name; people at large do not."""
    kind = kind_of(who)
    if kind in ("person", "people"):
        return who.ent_type_ == "PERSON" or who.pos_ == "PRON"
    return kind in _PUBLIC


def is_of_note(who: Token) -> bool:
    """Whether somebody is of public interest by what he is called: an official, a force, a body, a name, "they"."""
    return kind_of(who) in _SOME_BODY or who.pos_ == "PROPN" or who.lower_ in _BOTH_SIDES


def is_a_visitor(who: Token) -> bool:
    """Whether somebody travels to be received: an official, or somebody by name; troops and people at large do not."""
    kind = kind_of(who)
    return kind not in ARMED and (
        (is_public(who) and is_a_guest(who)) or who.pos_ == "PROPN" or kind == "country"
    )


def is_a_guest(person: Token) -> bool:
    """Whether somebody is received, not something: an official, a name, "his colleague, Anna Berg"."""
    named = (c for c in person.children if c.dep_ == "appos")
    return kind_of(person) in _GUESTS or any(c.ent_type_ == "PERSON" for c in named)


def is_a_host(who: Token) -> bool:
    """Whether somebody receives guests: an official, a person, a country; a name by itself is one of a person."""
    return kind_of(who) in _HOSTS or (
        who.pos_ == "PROPN" and not any(c.dep_ == "compound" for c in who.children)
    )


def is_a_commoner(somebody: Token) -> bool:
    """Whether people are told of by a common noun: "a witness", "five of the fugitives"; not a name, a team, "him"."""
    who = counted_by(somebody) or somebody
    return who.pos_ == "NOUN" and kind_of(who) in _COMMONERS


def is_a_bare_figure(head: Token) -> bool:
    """As in "three were released": a number that stands for people."""
    return (
        head.pos_ == "NUM"
        and head.dep_ in ("nsubjpass", "nsubj", "dobj")
        and head.ent_type_ in ("CARDINAL", "")
    )


def are_several(people: Token) -> bool:
    """Whether a noun or pronoun means several people."""
    return people.tag_ in PLURAL or people.lower_ in ("they", "both", "we")


def flees(people: Token) -> bool:
    """Whether somebody runs for safety: people, but no fighters or culprits."""
    kind = kind_of(people)
    return kind in PEOPLE and kind not in ARMED and kind not in ("criminal", "place")


def is_a_getaway(verb: Token) -> bool:
    """Whether somebody only runs off: "fled on foot", "fled the scene"; not who flees the city, however he goes."""
    if any(c.dep_ == "dobj" and c.lower_ in word_class("home") for c in verb.children):
        return False
    return any(t.lower_ in _GETAWAYS for t in verb.subtree)


def is_armed_beside(token: Token, roles: Roles) -> bool:
    """Whether somebody who bears arms takes part, or a weapon acts ("missiles struck the port")."""
    people = (*roles.agents, *roles.patients, *roles.partners)
    if any(kind_of(p) in ARMED for p in people) or any(is_a_weapon(a) for a in roles.agents):
        return True
    return token.pos_ in ("NOUN", "PROPN") and any(kind_of(t) in ARMED for t in token.subtree if t != token)


def is_a_weapon(thing: Token) -> bool:
    """Whether a thing is one that does harm by itself: a bomb, a missile."""
    words = instruments()
    return any(words.get(form, ("", 0))[1] > 1 for form in (thing.lower_, thing.lemma_.lower()))


def is_of_a_weapon(thing: Token) -> bool:
    """Whether a noun means a weapon, what it fires, or many of them: "a mine", "shots", "a barrage of rockets"."""
    near = (thing, *(t for c in thing.children if c.lower_ == "of" for t in c.children))
    names = ("charge", "projectile", "shots")
    return any(is_a_weapon(t) or any(t.lower_ in word_class(name) for name in names) for t in near)


def is_working(people: Token) -> bool:
    """Whether people are those who lay down their work in a strike."""
    who = counted_by(people) or people
    return who.lower_ in word_class("civil-crowd") or who.lower_ in _EMPLOYED


def is_a_civil_strike(strike: Token, roles: Roles) -> bool:
    """Whether a strike is one of working people: "a 48-hour strike", "the teachers' strike", "announced a strike"."""
    before = [t for c in strike.lefts for t in c.subtree]
    if any(t.lower_ in _OF_STRIKES for t in before):
        return True
    return any(is_working(t) for t in (*before, *roles.agents))
