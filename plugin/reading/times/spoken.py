"""Deeds that a clause only speaks of or follows from: "condemned the raid", "resigned over the raid".

The day of such a clause is not the day of the deed.
"""

from __future__ import annotations

from ..events.lexicon import people_words
from ..tokens import Token
from .grounds import is_pointed_at
from .saying_words import TOLD
from .tense import ABOUT_A_DEED, clause_of

JUDGED = frozenset(
    "condemn denounce deplore lament regret repudiate decry protest praise criticise criticize blame welcome applaud "
    "investigate probe examine review discuss debate solve clarify punish avenge mark mourn commemorate remember "
    "recall recount mention refer allude react respond".split()
)
# Behind these a deed is what another is about, or comes after: "lifted after the raid", "a protest over the raid".
_ABOUT = frozenset("about over against regarding concerning behind after following since despite".split())
_BECAUSE = frozenset("because ahead instead".split())  # "of" behind them is like "after"
# Nouns that speak of a deed: "details of the raid", "the aftermath of the raid", "responsibility for the raid".
_SPEAKING = frozenset(
    "detail news word account version story description video footage photo photograph image picture scene site cause "
    "motive reason responsibility credit blame investigation inquiry enquiry probe search trial hearing case suspect "
    "wake aftermath response reaction retaliation reprisal revenge punishment retribution protest anger outrage "
    "anniversary memory condemnation knowledge mastermind author planner evidence clue sample debris remains wreckage "
    "fragment lead culprit perpetrator".split()
)
_OF_IT = frozenset("of for in to into from".split())


def is_spoken_of(noun: Token) -> bool:
    """Whether a deed is known already and its clause only speaks of it or follows from it.

    As in "blamed the raid", "the raid was condemned", "was charged with the raid", "survivors of the raid".
    """
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if noun.dep_ == "pobj" and speaks_of_a_deed(noun.head):
        return True  # also "in response to air raids"
    if not is_pointed_at(noun):
        return False
    if noun.dep_ == "pobj" and _is_about(noun.head):
        return True
    verb = clause_of(noun)
    if verb.lemma_.lower() not in TOLD | JUDGED | ABOUT_A_DEED:
        return False
    return noun.i > verb.i or noun.dep_ == "nsubjpass"


def _is_about(preposition: Token) -> bool:
    """Whether what a preposition brings is what another thing is about, or comes after."""
    word, above = preposition.lower_, preposition.head
    if word in _ABOUT or (word == "of" and above.lower_ in _BECAUSE):
        return True
    return word in _OF_IT and above.pos_ in ("NOUN", "PROPN") and above.lower_ in people_words()


def speaks_of_a_deed(preposition: Token) -> bool:
    """Whether a preposition joins a deed to a noun that speaks of it: "in response to", "suspects in", "evidence from".

    The noun right before it counts too, whatever the parse hangs it on.
    """
    if preposition.lower_ not in _OF_IT:
        return False
    before = preposition.nbor(-1) if preposition.i > preposition.sent.start else preposition.head
    nouns = (noun for noun in (preposition.head, before) if noun.pos_ in ("NOUN", "PROPN"))
    return any(noun.lemma_.lower() in _SPEAKING for noun in nouns)
