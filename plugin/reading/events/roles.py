"""Who does what to whom, as the parse has it: agents and patients of a verb or an event noun, as tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Optional

from ..closed_classes import PLURAL, RELATIVE, TIMES, VERBAL
from ..tokens import Token
from .kinds import ARMED, kind_of
from .known_actors import is_seat
from .lexicon import people_words, word_class
from .subjects import (
    ACTIVE_SUBJECTS,
    NOMINAL,
    OBJECTS,
    PASSIVE_SUBJECTS,
    antecedent,
    subject_of,
)
from .voice import befalls_subject, between_figures, falls_to_an_enemy, is_passive

_MANY = frozenset(
    ("country", "organisation", "protester", "criminal", "place")
)  # who kill, and are not killed
_TOWARDS = frozenset(("against", "on", "upon", "at", "with", "into", "to"))
_LONGEST_FIGURE = 9  # tokens from "shot" to "people" in "shot dead no fewer than twenty unarmed people"
# "a drone strike" names nobody
_CRAFT = frozenset("drone aircraft helicopter jet warplane warship gunship".split())


@dataclass(frozen=True)
class Roles:
    """Heads of the noun phrases that act, and of those acted upon or with."""

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    partners: tuple[Token, ...] = ()  # behind "with", "against", "on": patients of a milder kind


def roles_of(token: Token) -> Roles:
    """The roles around a verb or an event noun."""
    if token.pos_ in VERBAL and not is_nominal(token):
        return _verb_roles(token)
    if token.pos_ == "ADJ" and token.dep_ in ("acomp", "attr", "oprd"):
        return Roles(tuple(with_conjuncts(subject_of(token.head))))  # "militants were present in the north"
    return _noun_roles(token)


def is_nominal(token: Token) -> bool:
    """Whether a word with -ing is a noun: "fighting between", "the shelling of"."""
    if token.tag_ != "VBG" or token.dep_ not in (
        "nsubj",
        "nsubjpass",
        "pobj",
        "dobj",
        "pcomp",
        "csubj",
        "ROOT",
    ):
        return False
    return any(c.dep_ in ("det", "amod", "poss") or c.lower_ in ("between", "of") for c in token.children)


def with_conjuncts(token: Optional[Token]) -> Iterator[Token]:
    """The token and what is coordinated with it ("Daesh and the Taliban"), nouns only."""
    if token is None:
        return
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in NOMINAL:
            yield from with_conjuncts(child)


def objects_of_prepositions(token: Token, prepositions: Iterable[str]) -> Iterator[Token]:
    """Heads behind the given prepositions that hang on the token; days and hours are none ("attacked on Friday")."""
    wanted = frozenset(prepositions)
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in wanted:
            for below in child.children:
                if below.dep_ == "pobj" and below.ent_type_ not in TIMES:
                    yield from with_conjuncts(below)


def _verb_roles(verb: Token) -> Roles:
    subject = subject_of(verb)
    objects = [t for c in verb.children if c.dep_ in OBJECTS for t in with_conjuncts(antecedent(c))]
    objects = objects or between_figures(verb) or _behind_dead(verb) or _left_out(verb)
    objects += [
        t
        for c in verb.children
        if objects and _is_listed_behind(c, objects[0])
        for t in with_conjuncts(c)
        if t != verb
    ]
    if not objects:
        objects = [t for c in verb.children if c.dep_ == "ccomp" for t in _let_do(c)]
    partners = [
        t
        for t in objects_of_prepositions(verb, _TOWARDS | {"between", "among"})
        if t != subject and not _is_a_means(t)
    ]
    if is_passive(verb):
        by = objects_of_prepositions(verb, ("by",))
        return Roles(tuple(by), (*with_conjuncts(subject), *objects), tuple(partners))
    if falls_to_an_enemy(verb):
        return Roles(tuple(objects_of_prepositions(verb, ("to",))), tuple(with_conjuncts(subject)))
    if befalls_subject(verb):
        return Roles((), (*with_conjuncts(subject), *objects), tuple(partners))
    objects = objects or _shared_objects(verb)
    return Roles(tuple(with_conjuncts(subject)), tuple(objects), tuple(partners))


def _is_a_means(thing: Token) -> bool:
    """As in "stormed it with tanks"."""
    return thing.head.lower_ == "with" and thing.lower_ in word_class("weaponry")


def is_bare_infinitive(verb: Token) -> bool:
    """As "go" in "let them go"."""
    return verb.tag_ == "VB" and not any(c.dep_ in ("aux", "mark") for c in verb.children)


def _let_do(verb: Token) -> list[Token]:
    """Whom somebody lets, asks or finds to do or be something: "let the hostages go", "found the officer guilty"."""
    is_asked = verb.tag_ == "VB" and verb.head.lower_ in word_class("bids")
    if not (is_asked or verb.pos_ == "ADJ" or is_bare_infinitive(verb)):
        return []
    return [t for c in verb.children if c.dep_ == "nsubj" for t in with_conjuncts(c)]


def _is_listed_behind(child: Token, first: Token) -> bool:
    """The rest of a list that the parser hangs on the verb: "kidnapped a priest, his driver and two nuns".

    So it does where a name stands between: "arrested the editor, Maria Lopez, and a reporter".
    """
    if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "NUM"):
        is_some = child.pos_ == "NUM" and any(c.lower_ == "of" for c in child.rights)  # "and two of his sons"
        return child.i > first.i and (is_some or any(c.dep_ == "appos" for c in first.children))
    is_loose = child.dep_ == "npadvmod" and child.i > first.i and child.lower_ in people_words()
    return is_loose and any(c.dep_ == "conj" for c in child.children)


def _left_out(verb: Token) -> list[Token]:
    """Whom a clause without a relative pronoun is about: "the 40 miners it abducted"."""
    if verb.dep_ != "relcl" or verb.head.lower_ not in people_words() or is_passive(verb):
        return []
    subjects = [c for c in verb.children if c.dep_ in ACTIVE_SUBJECTS and c.lower_ not in RELATIVE]
    is_bare = all(c.dep_ not in ("mark", "advmod") for c in verb.lefts)
    return [verb.head] if is_bare and subjects and subjects[0] == verb.doc[verb.head.i + 1] else []


def _behind_dead(verb: Token) -> list[Token]:
    """Whom the parser tears from "shot dead": "shot dead at least 15 people, pillaged shops"."""
    doc, at = verb.doc, verb.i + 2
    if verb.i + 1 >= len(doc) or doc[verb.i + 1].lower_ != "dead":
        return []
    while at < min(len(doc), verb.i + _LONGEST_FIGURE) and doc[at].pos_ in (
        "NUM",
        "ADJ",
        "ADV",
        "DET",
        "ADP",
    ):
        at += 1
    if at >= len(doc) or doc[at].lower_ not in people_words():
        return []
    return [doc[at]] if any(c.dep_ in ("nummod", "det") for c in doc[at].lefts) else []


def _shared_objects(verb: Token) -> list[Token]:
    """Those of the verb coordinated with it: "ambushed and killed four"."""
    following = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if following is None or any(c.dep_ in ACTIVE_SUBJECTS | PASSIVE_SUBJECTS for c in following.children):
        return []
    between = verb.doc[verb.i + 1 : following.i]
    if any(t.pos_ not in ("CCONJ", "ADV", "PUNCT") for t in between):
        return []
    return [t for c in following.children if c.dep_ in OBJECTS for t in with_conjuncts(c)]


def _noun_roles(noun: Token) -> Roles:
    owners = [t for c in noun.children if c.dep_ == "poss" for t in with_conjuncts(c)]
    undergoing = [t for t in owners if _undergoes(t, noun)]
    agents = [t for t in owners if t not in undergoing]
    agents += [
        c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and _is_name(c) and not is_seat(c)
    ]  # "the Nairobi bombing" was there, and no deed of Kenya's
    agents += objects_of_prepositions(noun, ("by",))
    patients = list(objects_of_prepositions(noun, ("against", "on", "upon", "at")))
    partners = list(objects_of_prepositions(noun, ("with", "to")))
    of = list(objects_of_prepositions(noun, ("of",)))
    held = (c for c in noun.children if c.dep_ == "acl")  # "a meeting held in Oslo between the two"
    between = [t for at in (noun, *held) for t in objects_of_prepositions(at, ("between", "among"))]
    if between:
        agents, partners = [*agents, between[0]], [*between[1:], *partners]
    if of and not agents and not patients and not between:
        # "the killing of three farmers", "the presence of Daesh": the one who undergoes it or is it
        patients = of
    elif of:
        patients += of
    return Roles(tuple(agents), (*undergoing, *patients), tuple(partners))


def _undergoes(owner: Token, noun: Token) -> bool:
    """Whether a deed befalls those whose it is told to be: "Lopez's murder", "the party's expulsion".

    Not "the army's killing of a boy", "the rebels' killings".
    """
    if noun.tag_ in PLURAL or any(c.lower_ == "of" for c in noun.children):
        return False
    if noun.lower_ in word_class("removal"):
        return True
    return noun.lower_ in word_class("slaying") and kind_of(owner) not in ARMED | _MANY


def _is_name(token: Token) -> bool:
    """Whether a modifier names an actor: "Taliban attack", "police raid", "delegation visit"."""
    if token.pos_ == "PROPN" or token.ent_type_ in ("NORP", "ORG", "GPE", "PERSON"):
        return True
    bears_arms = (
        people_words().get(token.lower_) in ("armed", "militant", "troops") and token.lower_ not in _CRAFT
    )
    return token.pos_ == "NOUN" and (bears_arms or token.lower_ in ("army", "rebel", "delegation"))
