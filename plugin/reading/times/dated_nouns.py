"""What a noun that has a date has to do with a deed of its sentence: names it, holds it, was before it."""

from __future__ import annotations

from ...core.event_types import EventType
from ..tokens import Token
from .grounds import ATTENDING, HAPPEN_OR_DO, Ground, ground_of, is_long_before
from .sites import Site, sets_a_record
from .spoken import speaks_of_a_deed
from .tense import clause_of

_THROUGH = frozenset("in at during after following on with amid since".split())
_WHERE_IT_WAS = frozenset("at during in amid".split())
_TOLD_BY_NOUNS = frozenset((EventType.CONSULT, EventType.AGREE))  # "signed after talks": mostly of one day


def is_record(token: Token) -> bool:
    """As in "the deadliest attack", "the first summit"."""
    return token.pos_ == "NOUN" and any(map(sets_a_record, token.children))


def noun_head(token: Token) -> Token:
    """The noun that a word belongs to as a part of its name."""
    while token.dep_ in ("compound", "nmod", "amod", "poss", "nummod") and token.head.pos_ in (
        "NOUN",
        "PROPN",
    ):
        token = token.head
    return token


def is_under(token: Token, noun: Token) -> bool:
    """Whether a clause hangs on a noun: "the strike in April that killed ..."."""
    clause = clause_of(token)
    return clause.dep_ in ("relcl", "acl") and clause.head.i == noun.i


def was_before(noun: Token, kind: EventType, site: Site) -> bool:
    """Whether a deed was over by a day of the verb above it: named as known, or told as what came before.

    As in "today the judges ended the strike that followed her murder", "on Friday he fell after weeks of protests"; not
    where the day stands right behind it: "they fled after the raid on Friday".
    """
    if noun.pos_ not in ("NOUN", "PROPN") or not site.word.is_ancestor(noun):
        return False
    is_known = kind is EventType.ASSAULT and ground_of(noun) is Ground.NAMED
    if not is_known and (kind in _TOLD_BY_NOUNS or not is_long_before(noun)):
        return False
    return not 0 < site.first - noun.right_edge.i <= 1 + len(site.prepositions)


def holds(noun: Token, token: Token) -> bool:
    """Whether a deed lies in what a noun names: "was killed in Sunday's stampede", "attended Friday's signing"."""
    above = noun_head(noun).head
    if noun.dep_ == "pobj":
        return above.lower_ in _THROUGH
    if above.i not in (token.i, clause_of(token).i):
        return False
    return noun.dep_ == "nsubj" or (noun.dep_ == "dobj" and above.lemma_.lower() in ATTENDING | HAPPEN_OR_DO)


def _lies_in(noun: Token, deed: Token) -> bool:
    """Whether a noun stands in the phrase of a deed, as where or when it was done: "his murder in May at a rally"."""
    above = noun.head
    return (
        noun.dep_ == "pobj"
        and above.lower_ in _WHERE_IT_WAS
        and clause_of(noun).i == clause_of(deed).i
        and (deed.is_ancestor(noun))
    )


def told_with(token: Token, noun: Token) -> bool:
    """Whether a noun stands beside the trigger in a phrase of time: "in a recent meeting, he urged"."""
    if is_record(token):
        return False  # "the worst attack since the bombing of a ferry in 2000"
    if _lies_in(token, noun):
        return True
    phrase = noun_head(noun).head
    if phrase.dep_ == "prep" and speaks_of_a_deed(phrase):
        return False  # "handed over a suspect in the raid of 7 May"
    if phrase.pos_ not in ("ADP", "SCONJ", "VERB") or phrase.lower_ not in _THROUGH:
        return False
    return phrase.head.i == token.i or clause_of(phrase.head).i == clause_of(token).i
