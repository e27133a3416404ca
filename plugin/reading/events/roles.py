"""Who does what to whom, as the parse has it: agents and patients of a verb or an event noun, as tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Optional

from ..closed_classes import TIMES
from ..tokens import Token
from .lexicon import people_words, word_class

_SUBJECTS = frozenset(("nsubj", "csubj"))
_PASSIVE_SUBJECTS = frozenset(("nsubjpass", "csubjpass"))
_OBJECTS = frozenset(("dobj", "dative", "obj"))
_TOWARDS = frozenset(("against", "on", "upon", "at", "with", "into", "to"))
_OF_THE_OBJECT = frozenset(("of", "for", "from", "with"))
_BEFORE_A_DAY = frozenset("on in at by since".split())
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_CRAFT = frozenset(
    "drone aircraft helicopter jet warplane warship gunship".split()
)  # "a drone strike" names nobody
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))


@dataclass(frozen=True)
class Roles:
    """Heads of the noun phrases that act, and of those acted upon or with."""

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    partners: tuple[Token, ...] = ()  # behind "with", "against", "on": patients of a milder kind


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive: with its auxiliary, or a bare participle behind its noun."""
    if any(c.dep_ in _PASSIVE_SUBJECTS or c.dep_ == "auxpass" for c in verb.children):
        return True
    if _behind_its_verb(verb) is not None:
        return True
    if any(c.dep_ in ("aux", "dobj") for c in verb.children):
        return False
    if verb.tag_ == "VBD":
        return _befalls_its_subject(verb) and not _acts_along(verb)
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "acl":
        return verb.lower_ not in word_class("intransitive")
    has_subject = any(c.dep_ in _SUBJECTS for c in verb.children)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head):
        return not has_subject  # "were killed or injured"
    if verb.dep_ in ("xcomp", "oprd", "ccomp", "advcl") and not has_subject:
        return (
            verb.dep_ != "advcl" and verb.head.pos_ == "VERB" and is_passive(verb.head)
        )  # "was found killed"
    if verb.lower_ in word_class("intransitive"):
        return False
    return has_subject and not _acts_along(verb)  # "two insurgents detained"


def _befalls_its_subject(verb: Token) -> bool:
    """As in the headlines "12 killed in a raid", "Springfield man shot twice": a past tense without an object."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None:
        return False
    if subject.pos_ == "NUM":
        return True
    befalls = any(verb.lower_ in word_class(name) for name in ("kills", "wounds", "captures", "strikes"))
    at_somebody = any(c.lower_ in ("at", "on", "into") for c in verb.children)
    return (
        befalls
        and not at_somebody
        and people_words().get(subject.lower_) in ("civilian", "official", "person")
    )


def _acts_along(verb: Token) -> bool:
    """Whether what is coordinated with a participle shows it to be a past tense: "ambushed and killed four"."""
    return any(
        c.dep_ == "conj" and c.tag_ in ("VBD", "VBN") and any(g.dep_ == "dobj" for g in c.children)
        for c in verb.children
    )


def roles_of(token: Token) -> Roles:
    """The roles around a verb or an event noun."""
    if token.pos_ in ("VERB", "AUX") and not is_nominal(token):
        return _verb_roles(token)
    if token.pos_ == "ADJ" and token.dep_ in ("acomp", "attr", "oprd"):
        return Roles(tuple(with_conjuncts(subject_of(token.head))))  # "militants were present in the north"
    return _noun_roles(token)


def subject_of(verb: Token) -> Optional[Token]:
    """The grammatical subject, borrowed from the verb above where it is left out ("came and left")."""
    own = [c for c in verb.children if c.dep_ in _SUBJECTS | _PASSIVE_SUBJECTS]
    if own:
        return _antecedent(_who_is_beside(next((c for c in own if _is_somebody(c)), own[-1])))
    if (elsewhere := _behind_a_day(verb) or _behind_its_verb(verb)) is not None:
        return elsewhere
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in _NOMINAL:
        return None if verb.dep_ == "relcl" else _top_of_phrase(verb)
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "oprd") and verb.head != verb:
        above = _governing_verb(verb)
        is_of_object = verb.dep_ == "xcomp" or (verb.dep_ == "pcomp" and verb.head.lower_ in _OF_THE_OBJECT)
        if is_of_object and above is not None:
            thing = next((c for c in above.children if c.dep_ in _OBJECTS), None)
            if thing is not None:
                return thing  # "asked Russia to lead", "accused soldiers of killing"
        if above is not None and above != verb:
            return subject_of(above)
    return None


def _behind_a_day(verb: Token) -> Optional[Token]:
    """The subject that the parser hangs on a day before it: "On 27 March soldiers arrested", "In May Paris said"."""
    for prep in verb.lefts:
        if prep.dep_ != "prep" or prep.lower_ not in _BEFORE_A_DAY:
            continue
        below = [c for c in prep.children if c.dep_ == "pobj" and c.i < verb.i]
        if not below or below[-1].ent_type_ in TIMES:
            continue
        before = [*below[:-1], *(c for c in below[-1].lefts if c.dep_ in ("compound", "nummod", "nmod"))]
        if any(t.ent_type_ in TIMES for t in before):
            return below[-1]
    return None


def _behind_its_verb(participle: Token) -> Optional[Token]:
    """The subject of a sentence turned round: "Also killed in the attack were two drivers"."""
    if participle.tag_ != "VBN":
        return None
    above = participle.head if participle.head.pos_ == "AUX" and participle.dep_ != "relcl" else None
    be = next((c for c in participle.children if c.dep_ == "auxpass" and c.i > participle.i), above)
    if be is None or be.lemma_ != "be" or be.i < participle.i:
        return None
    return next((c for c in be.children if c.dep_ in ("attr", "nsubj", "nsubjpass") and c.i > be.i), None)


def _is_somebody(subject: Token) -> bool:
    return subject.lower_ in people_words() or subject.ent_type_ in ("PERSON", "ORG", "NORP")


def _who_is_beside(subject: Token) -> Token:
    """The people behind a place that the parser takes for the subject: "In X district, Y province, a patrol found"."""
    if subject.pos_ != "NOUN" or subject.lower_ in people_words():
        return subject
    beside = (c for c in subject.children if c.dep_ == "appos" and c.i > subject.i)
    return next((c for c in beside if c.lower_ in people_words()), subject)


def _top_of_phrase(participle: Token) -> Token:
    """What a participle behind a noun is said of.

    One with an object of its own is a past tense that the parse hangs too low: "gunmen on motorbikes killed ten".
    """
    at = participle.head
    has_object = any(c.dep_ == "dobj" for c in participle.children)
    if participle.tag_ == "VBG" or not (has_object or participle.lower_ in word_class("intransitive")):
        return at
    while at.dep_ == "pobj" and at.head.dep_ == "prep" and at.head.head.pos_ in ("NOUN", "PROPN"):
        at = at.head.head
    return at


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
        if child.dep_ == "conj" and child.pos_ in _NOMINAL:
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
    objects = [t for c in verb.children if c.dep_ in _OBJECTS for t in with_conjuncts(_antecedent(c))]
    objects += [
        t for c in verb.children if objects and _is_listed_behind(c, objects[0]) for t in with_conjuncts(c)
    ]
    partners = [t for t in objects_of_prepositions(verb, _TOWARDS | {"between", "among"}) if t != subject]
    if is_passive(verb):
        by = objects_of_prepositions(verb, ("by",))
        return Roles(tuple(by), (*with_conjuncts(subject), *objects), tuple(partners))
    objects = objects or _shared_objects(verb)
    return Roles(tuple(with_conjuncts(subject)), tuple(objects), tuple(partners))


def _is_listed_behind(child: Token, first: Token) -> bool:
    """The rest of a list that the parser hangs on the verb: "kidnapped a priest, his driver and two nuns"."""
    is_loose = child.dep_ == "npadvmod" and child.i > first.i and child.lower_ in people_words()
    return is_loose and any(c.dep_ == "conj" for c in child.children)


def _shared_objects(verb: Token) -> list[Token]:
    """Those of the verb coordinated with it: "ambushed and killed four"."""
    following = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if following is None or any(c.dep_ in _SUBJECTS | _PASSIVE_SUBJECTS for c in following.children):
        return []
    between = verb.doc[verb.i + 1 : following.i]
    if any(t.pos_ not in ("CCONJ", "ADV", "PUNCT") for t in between):
        return []
    return [t for c in following.children if c.dep_ in _OBJECTS for t in with_conjuncts(c)]


def _noun_roles(noun: Token) -> Roles:
    agents = [t for c in noun.children if c.dep_ == "poss" for t in with_conjuncts(c)]
    agents += [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and _is_name(c)]
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
    return Roles(tuple(agents), tuple(patients), tuple(partners))


def _is_name(token: Token) -> bool:
    """Whether a modifier names an actor: "Taliban attack", "police raid", "delegation visit"."""
    if token.pos_ == "PROPN" or token.ent_type_ in ("NORP", "ORG", "GPE", "PERSON"):
        return True
    bears_arms = (
        people_words().get(token.lower_) in ("armed", "militant", "troops") and token.lower_ not in _CRAFT
    )
    return token.pos_ == "NOUN" and (bears_arms or token.lower_ in ("army", "rebel", "delegation"))


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ in _RELATIVE and token.tag_ in ("WDT", "WP", "IN", "WP$"):
        for above in token.ancestors:
            if above.dep_ == "relcl":
                return above.head
    return token


def _governing_verb(token: Token) -> Optional[Token]:
    """The nearest verb above."""
    return next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)
