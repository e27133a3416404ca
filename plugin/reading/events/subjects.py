"""Who a verb is said of: its grammatical subject, and where the parser has it wrong or the text leaves it out."""

from __future__ import annotations

from typing import Optional

from ..closed_classes import RELATIVE, TIMES, VERBAL, WHO
from ..tokens import Token
from .lexicon import people_words, word_class

ACTIVE_SUBJECTS = frozenset(("nsubj", "csubj"))
PASSIVE_SUBJECTS = frozenset(("nsubjpass", "csubjpass"))
OBJECTS = frozenset(("dobj", "dative", "obj"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
_OF_THE_OBJECT = frozenset(("of", "for", "from", "with"))
_BESIDE = frozenset(("appos", "npadvmod", "conj", "nsubj"))
_WHENCE = frozenset("from in near around at outside across".split())
_BEFORE_A_DAY = frozenset("on in at by since".split())
# What befell is told of those whose they are.
_REMAINS = frozenset("body bodies corpse corpses remains".split())


def subject_of(verb: Token) -> Optional[Token]:
    """The grammatical subject, borrowed from the verb above where it is left out ("came and left")."""
    own = [c for c in verb.children if c.dep_ in ACTIVE_SUBJECTS | PASSIVE_SUBJECTS]
    if (counted := _figure_before(verb)) is not None:
        return counted
    if own:
        return antecedent(_who_is_beside(next((c for c in reversed(own) if _is_somebody(c)), own[-1])))
    if (elsewhere := _elsewhere(verb)) is not None:
        return elsewhere
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOMINAL:
        return None if verb.dep_ == "relcl" else _top_of_phrase(verb)
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "oprd", "acomp") and verb.head != verb:
        above = _governing_verb(verb)
        is_of_object = verb.dep_ == "xcomp" or (verb.dep_ == "pcomp" and verb.head.lower_ in _OF_THE_OBJECT)
        if is_of_object and above is not None:
            thing = next((c for c in above.children if c.dep_ in OBJECTS), None)
            if thing is not None:
                return thing  # "asked Russia to lead", "accused soldiers of killing"
        if above is not None and above != verb:
            return subject_of(above)
    return None


def _elsewhere(verb: Token) -> Optional[Token]:
    return _behind_a_day(verb) or behind_its_verb(verb) or _behind_a_comma(verb) or _behind_and(verb)


def _figure_before(participle: Token) -> Optional[Token]:
    """The figure that a participle is said of, right before it: "2 soldiers killed, 3 wounded", "a third wounded"."""
    if participle.tag_ not in ("VBN", "VBD") or participle.i == participle.sent.start:
        return None
    if any(c.dep_ in ("aux", "auxpass", "dobj") for c in participle.children):
        return None
    before = participle.nbor(-1)
    if before.tag_ == "CD":
        return before if before.ent_type_ not in TIMES and before.dep_ in _BESIDE else None
    is_nth = before.ent_type_ == "ORDINAL" and any(c.lower_ in ("a", "the") for c in before.lefts)
    return before if is_nth and before.head == participle else None


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


def behind_its_verb(participle: Token) -> Optional[Token]:
    """The subject of a sentence turned round: "Also killed in the attack were two drivers"."""
    if participle.tag_ != "VBN":
        return None
    above = participle.head if participle.head.pos_ == "AUX" and participle.dep_ != "relcl" else None
    be = next((c for c in participle.children if c.dep_ == "auxpass" and c.i > participle.i), above)
    if be is None or be.lemma_ != "be" or be.i < participle.i:
        return None
    return next((c for c in be.children if c.dep_ in ("attr", "nsubj", "nsubjpass") and c.i > be.i), None)


def _behind_a_comma(verb: Token) -> Optional[Token]:
    """The subject that the parser hangs on the clause before: "stormed a church in Gao, two priests were killed"."""
    be = next((c for c in verb.children if c.dep_ == "auxpass" and c.lower_ in ("was", "were")), None)
    if verb.dep_ != "conj" or be is None or be.i == verb.sent.start:
        return None
    at = be.nbor(-1)
    while at.dep_ == "conj" and at.head.i < at.i:
        at = at.head
    return at if at.dep_ == "appos" and at.lower_ in people_words() else None


def _behind_and(verb: Token) -> Optional[Token]:
    """The subject that the parser joins to an object: "Rebels shelled a camp in Gao and police fired on a crowd"."""
    if verb.dep_ not in ("conj", "advcl") or verb.tag_ != "VBD" or verb.i == verb.sent.start:
        return None
    somebody = verb.nbor(-1)
    if somebody.dep_ != "conj" or somebody.lower_ not in people_words() or somebody.left_edge.i == 0:
        return None
    before = somebody.left_edge.nbor(-1)
    return somebody if before.pos_ == "CCONJ" and verb.head.i < before.i else None


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
    if at.lower_ in _REMAINS:
        return next((b for of in at.children if of.lower_ == "of" for b in of.children), at)
    has_object = any(c.dep_ == "dobj" for c in participle.children)
    if participle.tag_ == "VBG" or not (has_object or participle.lower_ in word_class("intransitive")):
        return at
    while at.dep_ == "pobj" and at.head.dep_ == "prep" and at.head.head.pos_ in ("NOUN", "PROPN"):
        at = at.head.head
    return at


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ in RELATIVE and token.tag_ in ("WDT", "WP", "IN", "WP$"):
        for above in token.ancestors:
            if above.dep_ == "relcl":
                whom = _all_of_whom(above)
                return _who_is_of(whom) if token.lower_ in WHO else whom
    return token


def _who_is_of(place: Token) -> Token:
    """Whom "who" means behind where people are: the men of "men from Gao, who"."""
    where = place.head
    if place.dep_ != "pobj" or where.lower_ not in _WHENCE or place.lower_ in people_words() or not where.i:
        return place
    people = where.nbor(-1)
    return people if people.lower_ in people_words() else place


def _all_of_whom(clause: Token) -> Token:
    """What a relative clause is said of: of "an engineer and a nurse who were abducted" both, from the first."""
    at = clause.head
    is_plural = any(c.lower_ in ("were", "are", "have") for c in clause.children)
    while is_plural and at.dep_ == "conj" and at.tag_ in ("NN", "NNP") and at.head.pos_ in NOMINAL:
        at = at.head
    return at


def _governing_verb(token: Token) -> Optional[Token]:
    """The nearest verb above."""
    return next((above for above in token.ancestors if above.pos_ in VERBAL), None)
