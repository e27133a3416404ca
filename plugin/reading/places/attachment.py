"""How closely a place name hangs on a trigger in the parse of their sentence."""

from __future__ import annotations

from collections.abc import Set
from enum import IntEnum
from itertools import islice
from typing import NamedTuple

from ..closed_classes import SUBJECTS, VERBAL, WHO
from ..events.lexicon import people_words
from ..tokens import Token

_CONTENT = frozenset("dobj obj nsubj nsubjpass attr oprd ccomp xcomp csubj dative".split())
_SHARED_PLACE = frozenset("dobj obj nsubj nsubjpass attr oprd".split())
_HAPPENING = frozenset(
    "hold take occur happen stage host convene schedule plan set begin start open conduct be".split()
)
# Verbs that tell what others made of an event, not the event: "the attack was condemned in London".
_OPINION = frozenset(
    "hail praise condemn criticize criticise describe see view welcome denounce discuss report announce call slam laud "
    "consider regard question investigate remember mark recall mention cite blame follow fear mourn confirm "
    "deny plot plan prepare mastermind order organize organise finance inspire".split()
)
_HELD_TO_HAVE = frozenset("indict accuse charge convict suspect want blame seek".split())
_BY_ITSELF = frozenset("in during at after before following with through on amid under".split())


# What a deed is done for: the place of that is not its own.
_MOTIVES = frozenset(
    "revenge retaliation retribution reprisal vengeance payback response reaction answer reply protest anger "
    "outrage fury".split()
)
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_MEETING = frozenset("meet receive welcome greet see host visit interview confer".split())


class Closeness(IntEnum):
    """From near to far."""

    OWN = 0  # hangs on the trigger, or on the verb that carries it
    INSIDE = 1  # hangs on a noun of the trigger's own phrase
    BELOW = 2  # in a clause below the trigger: "said that fighting went on in X"
    ABOVE = 3  # in the clause that the trigger's clause belongs to
    ASIDE = 4  # elsewhere in the sentence


class Attachment(NamedTuple):
    """How a name hangs on a trigger: the nearer the smaller, also among equals."""

    closeness: Closeness
    steps: int
    is_before: bool  # the name stands before the trigger
    through: int  # another trigger that the path from the name goes through, -1 for none
    is_content: bool  # the path goes through an object or subject: what is said or done, not where
    is_description: bool = False  # the path goes through words that say who acts or suffers, or what for


def attachment(trigger: Token, name: Token, others: Set[int], phrase: Set[int] = frozenset()) -> Attachment:
    """How closely `name`, the head of a place name, hangs on `trigger`; both are of one sentence.

    Parameters
    ----------
    others : set of int
        Tokens of the sentence's other triggers.
    phrase : set of int
        Further tokens that tell the event together with the trigger: "agreement" in "signed an agreement in X".
    """
    is_before = name.i < trigger.i
    carriers = {token.i for token in carriers_of(trigger)} | phrase
    steps, token = 0, name
    clauses = nouns = 0
    through = -1
    is_content = is_description = False
    while True:
        if token.i in carriers:
            closeness = Closeness.BELOW if clauses else Closeness.INSIDE if nouns else Closeness.OWN
            return Attachment(closeness, steps, is_before, through, is_content, is_description)
        if token.i in others and through < 0:
            through = token.i
        if token.head == token:
            break
        clauses += token.pos_ in VERBAL and token.lemma_ not in _HAPPENING
        is_met = bool(steps) and is_person_met(token)
        if steps and not is_met and token.pos_ in _NOMINAL and token.dep_ not in ("conj", "appos"):
            nouns += 1
        is_description = (
            is_description
            or _describes_a_party(token, others)
            or (through >= 0 and _is_held_to_have(token))  # "arrested X, indicted for the raid in Y"
            or (bool(steps) and token.lower_ in _MOTIVES)  # "in revenge for the invasion of X"
        )
        is_content = is_content or (bool(steps) and not is_met and token.dep_ in _CONTENT)
        token, steps = token.head, steps + 1
    for rank, verb in enumerate(
        [a for a in trigger.ancestors if a.pos_ in VERBAL and a.i not in carriers][:2]
    ):
        if verb == next((a for a in name.ancestors if a.pos_ in VERBAL), None):
            steps = _steps_to(name, verb)
            path = (name, *islice(name.ancestors, steps))
            through = next((token.i for token in path if token.i in others), -1)
            return Attachment(Closeness.ABOVE, 3 * rank + steps, is_before, through, is_content)
    return Attachment(Closeness.ASIDE, abs(name.i - trigger.i), is_before, through, is_content)


def _describes_a_party(token: Token, others: Set[int]) -> bool:
    """As in "the farmer, who had lived in X, was shot", "Y, leader of the rebels in X, was shot".

    Not where an event or a thing is described: "the attack, which took place in X, killed two".
    """
    party = token.head
    if party.dep_ not in SUBJECTS or party.i in others:
        return False
    if token.dep_ == "appos":
        return party.ent_type_ == "PERSON" or people_words().get(token.lower_) == "official"
    return token.dep_ == "relcl" and any(child.lower_ in WHO for child in token.children)


def _is_held_to_have(clause: Token) -> bool:
    """Whether a participle says what somebody is held to have done: where that was, he need not be now."""
    return clause.dep_ in ("acl", "relcl") and clause.tag_ == "VBN" and clause.lemma_ in _HELD_TO_HAVE


def is_person_met(noun: Token) -> bool:
    """As in "received the envoy in X": the parser hangs the place on the person, though it tells where they met."""
    if noun.ent_type_ != "PERSON" and noun.lower_ not in people_words():
        return False
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "with":
        verb = verb.head
    elif noun.dep_ not in ("dobj", "obj"):
        return False
    return verb.pos_ in VERBAL and verb.lemma_ in _MEETING


def carriers_of(trigger: Token) -> list[Token]:
    """The trigger and the verb that says it takes place ("staged attacks", "a meeting held", "said at a briefing")."""
    carriers = [trigger]
    if trigger.pos_ in VERBAL:
        return carriers
    if trigger.pos_ == "ADJ":  # "are due to meet"
        carriers += [c for c in trigger.children if c.dep_ == "xcomp"]
    clauses = [c for c in trigger.children if c.dep_ in ("acl", "relcl")]
    carriers += [
        c
        for c in clauses
        if (c.tag_ in ("VBN", "VBD", "VBG") and not _is_held_to_have(c)) or c.lemma_ in _HAPPENING
    ]
    head = trigger.head
    if trigger.dep_ in _SHARED_PLACE and head.pos_ in VERBAL and head.lemma_ not in _OPINION:
        carriers.append(head)
    elif (
        trigger.dep_ == "pobj"
        and head.dep_ == "prep"
        and head.lower_ in _BY_ITSELF
        and head.head.pos_ in VERBAL
    ):
        carriers.append(head.head)
    return carriers


def _steps_to(name: Token, above: Token) -> int:
    return next((steps for steps, token in enumerate(name.ancestors, 1) if token == above), 0)
