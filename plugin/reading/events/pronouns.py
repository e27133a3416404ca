"""Whom "they", "it" and "the force" mean, and how many "the rebels" are, where the text leaves little doubt."""

from __future__ import annotations

from typing import Optional

from ..closed_classes import DEFINITE, PLURAL, THEY, TIMES
from ..tokens import Token
from .kinds import ARMED, kind_of
from .known_actors import demonyms, known_actor_at
from .quantities import Quantity, quantity_of
from .roles import roles_of
from .subjects import subject_of

_OF_MANY = frozenset("police troops army military militia coalition government group force gang".split())
_REACH_BACK = 250  # tokens
_COUNTED_WITHIN = 60  # tokens within which "the insurgents" are those counted before
_ANY_MEN = frozenset("men individuals people males suspects".split())  # what rebels are called at first sight
_NAMED_AGAIN = ARMED | {"criminal", "official", "protester", "body"}


def antecedent_of(pronoun: Token) -> Optional[Token]:
    """Whom "they" or "it" means: who says so ("police said they arrested"), or who acted in the clause before.

    A pronoun that acts means who acted, one that something befalls means whom something befell.
    """
    if pronoun.lower_ not in THEY | {"it"}:
        return None
    verb = next((a for a in pronoun.ancestors if a.pos_ == "VERB"), None)
    if verb is None:
        return None
    acts = pronoun.dep_ == "nsubj"
    above = verb.head if verb.head != verb and verb.head.pos_ == "VERB" else _verb_before(pronoun)
    if above is None:
        return None
    told = (subject_of(above),) if acts else (*roles_of(above).patients, subject_of(above))
    return next((t for t in told if t is not None and t.i < pronoun.i and _fits(pronoun, t)), None)


def _verb_before(token: Token) -> Optional[Token]:
    """The main verb of the sentence before."""
    if token.sent.start == 0:
        return None
    root = token.doc[token.sent.start - 1].sent.root
    return root if root.pos_ == "VERB" else None


def _fits(pronoun: Token, somebody: Token) -> bool:
    if not kind_of(somebody) or somebody.pos_ == "PRON":
        return False
    if pronoun.lower_ == "it":
        return somebody.tag_ in ("NN", "NNP") and kind_of(somebody) not in ("person", "civilian", "official")
    return somebody.tag_ in PLURAL or somebody.lower_ in _OF_MANY or bool(list(somebody.conjuncts))


def named_before(noun: Token) -> Optional[Token]:
    """Where those whom "the force" or "the leader" means were told of by name: "an Afghan force", "a Taliban leader".

    None where the phrase names them itself, or where the last to be told of by that noun were others without a name.
    """
    if noun.pos_ != "NOUN" or kind_of(noun) not in _NAMED_AGAIN or _names(noun):
        return None
    if not any(c.lower_ in DEFINITE for c in noun.lefts):
        return None
    for index in range(noun.i - 1, max(-1, noun.i - _REACH_BACK), -1):
        earlier = noun.doc[index]
        if earlier.lower_ != noun.lower_ or earlier.pos_ != "NOUN" or earlier.dep_ in ("compound", "nmod"):
            continue
        if _names(earlier):
            return earlier
        if not any(c.lower_ in DEFINITE for c in earlier.lefts):
            return None
    return None


def _names(noun: Token) -> bool:
    """Whether the words before a noun name whose people they are."""
    before = [t for t in noun.subtree if noun.i - 8 <= t.i < noun.i]
    return any(
        t.ent_type_ not in TIMES and (t.pos_ == "PROPN" or t.lower_ in demonyms() or known_actor_at(t))
        for t in before
    )


def counted_before(people: Token) -> Optional[Quantity]:
    """How many "the insurgents" or "they" are, where they were counted shortly before ("saw three insurgents")."""
    if (somebody := antecedent_of(people)) is not None:
        quantity = quantity_of(somebody)
        return None if quantity is None else Quantity(quantity.count, people, people)
    if people.tag_ != "NNS" or not any(c.lower_ in ("the", "these", "those", "all") for c in people.lefts):
        return None
    before = [people.doc[i] for i in range(people.i - 1, max(-1, people.i - _COUNTED_WITHIN), -1)]
    alike = [t for t in before if t.lower_ == people.lower_]
    if not alike and kind_of(people) in ("militant", "criminal"):
        alike = [t for t in before if t.lower_ in _ANY_MEN]  # "saw three men digging ... killed the rebels"
    counted = next((q for t in alike if (q := quantity_of(t)) is not None), None)
    return None if counted is None else Quantity(counted.count, people, people)
