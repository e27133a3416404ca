"""What is only talked about: opinions, habits and wishes are no meetings, accords or statements."""

from __future__ import annotations

from ...core.event import UNREAL
from ...core.event_types import EventType
from ..closed_classes import SUBJECTS
from ..tokens import Token
from .assertion import judge
from .hits import BEING, Hit
from .kinds import kind_of
from .lexicon import word_class
from .quantities import quantity_of
from .surroundings import Surroundings

_WORDS = frozenset(
    (
        *(EventType.CONSULT, EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE, EventType.STATEMENT),
        *(EventType.ACCUSE, EventType.REJECT, EventType.REQUEST),
    )
)
_DONE_BY_SAYING = frozenset((EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT))
_OFFICIAL = frozenset(("country", "official", "organisation", "body"))
_IN_TIME = frozenset("after before since while when".split())
_WE = frozenset(("i", "we"))
_TO_BE_DONE = frozenset("will would shall should must 'll 'd".split())
_COMPLEMENTS = frozenset(("oprd", "acomp", "ccomp"))
_HAVING = frozenset(("have", "keep", "maintain", "leave", "be"))


def is_only_talked_about(hit: Hit, around: Surroundings, in_headline: bool) -> bool:
    """Whether words of a deed done in words, or of who is where, tell nothing that came to pass."""
    if hit.event_type is EventType.PRESENCE:
        return _is_passing_remark(hit, around) or _is_ceremonial(hit.token)
    if hit.event_type not in _WORDS:
        return False
    if judge(hit.head).assertion in UNREAL:
        return True  # what was not said or agreed is nowhere
    if hit.event_type is EventType.AGREE and (
        _is_opinion(hit)
        or _is_in_the_way(hit.token)
        or (not in_headline and _is_an_accord_spoken_of(hit, around))
    ):
        return True
    if hit.event_type is EventType.ACCUSE and _is_a_description(hit.token, around):
        return True
    if hit.light is not None and hit.light.lemma_ == "call":
        return any(c.dep_ in _COMPLEMENTS for c in hit.light.children)  # "called the talks useful"
    return hit.is_verb and not in_headline and not around.has_time(hit.token) and _is_custom(hit)


def _is_in_the_way(accord: Token) -> bool:
    """As in "clashes despite a truce": an accord made before, of which something else is told."""
    return accord.dep_ == "pobj" and accord.head.lower_ == "despite"


def _is_custom(hit: Hit) -> bool:
    """As in "experts agree", "she meets with farmers": told in the present of no one time.

    What is done by saying so is done ("we reject these claims"), and so it is when officials do it ("Iran condemns the
    attack"). A statement told by the way ("by declaring ...") is what somebody makes again and again.
    """
    verb = hit.token
    if verb.tag_ == "VBG":
        return (
            hit.event_type is EventType.STATEMENT
            and verb.dep_ in ("pcomp", "csubj", "acl")
            and (verb.head.lower_ not in _IN_TIME)
        )
    if verb.tag_ not in ("VBZ", "VBP") or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    agents = hit.roles.agents
    if any(a.lower_ in _WE for a in agents):
        return False
    if _is_news_of_somebody(hit):
        return False
    return hit.event_type not in _DONE_BY_SAYING or not any(kind_of(a) in _OFFICIAL for a in agents)


def _is_news_of_somebody(hit: Hit) -> bool:
    """As in the headline "Berg meets Lind in Oslo."."""
    if hit.event_type is not EventType.CONSULT or hit.token.dep_ != "ROOT" or not hit.roles.agents:
        return False
    others = (*hit.roles.patients, *hit.roles.partners)
    return all(a.pos_ == "PROPN" for a in hit.roles.agents) and any(o.pos_ == "PROPN" for o in others)


def _is_opinion(hit: Hit) -> bool:
    """As in "agreed that the road is bad", "agrees with her": a view; "agreed that they will go" is an accord."""
    if not hit.is_verb or hit.phrase:
        return False
    what = [c for c in hit.token.rights if c.dep_ in ("ccomp", "xcomp")]
    for clause in what:
        done = {c.lower_ for c in clause.children if c.dep_ == "aux"}
        if clause.dep_ == "ccomp" and not done & _TO_BE_DONE and "to" not in done:
            return True
    prepositions = {c.lower_ for c in hit.token.children if c.dep_ == "prep"}
    return not what and prepositions == {"with"}


def _is_an_accord_spoken_of(hit: Hit, around: Surroundings) -> bool:
    """As in "opponents of the deal", "the truce held": an accord that is there, not one that is made."""
    noun = hit.token
    if hit.is_verb or hit.light is not None or hit.beside or any(t.i in around.times for t in noun.subtree):
        return False
    if any(c.dep_ in ("acl", "relcl") and c.lower_ in word_class("makes-accord") for c in noun.children):
        return False
    return noun.dep_ not in SUBJECTS or noun.head.lower_ in word_class("stative")


def _is_a_description(verb: Token, around: Surroundings) -> bool:
    """As in "two men accused of hiding weapons", "who is charged with murder": told by the way, at no time."""
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "relcl"):
        return False
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.tag_ not in ("VBZ", "VBP") or c.lemma_ == "have" for c in auxiliaries):
        return False
    own = (t for c in verb.children if c.dep_ in ("npadvmod", "prep", "advmod") for t in (c, *c.children))
    return not any(t.i in around.times for t in own)


def _is_ceremonial(noun: Token) -> bool:
    """As in "signed in the presence of the king"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "in" and any(c.lower_ == "of" for c in noun.children)


def _is_passing_remark(hit: Hit, around: Surroundings) -> bool:
    """As in "attacks on forces stationed there": told by the way of somebody whom the sentence is not about.

    "There are troops stationed there" and "1,000 soldiers stationed there" do tell it.
    """
    verb = hit.token
    if hit.entry is BEING or verb.tag_ != "VBN" or verb.dep_ != "acl" or around.has_time(verb):
        return False
    people = verb.head
    return quantity_of(people) is None and people.head.lemma_ not in _HAVING
