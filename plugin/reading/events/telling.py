"""Which words of the lexicon tell an event here, and which are notions, purposes, habits or headings."""

from __future__ import annotations

from collections.abc import Mapping

from ...core.event import UNREAL, Assertion
from ...core.event_types import DEEDS, FORCE, EventType
from ..tokens import Token
from .assertion import judge
from .general import is_a_habit, is_only_desired, speaks_in_general
from .governing import lies_ahead
from .hits import BEING, Hit
from .lexicon import may_be_past
from .needs import has_pointer, is_met, is_notion
from .quantities import quantity_of
from .retold import PHYSICAL
from .roles import Roles, roles_of
from .surroundings import Surroundings
from .voice import is_passive

# "They want to seize power", "will demand an inquiry": plans of these are no news without a day; visits and aid are.
_TOLD_WHEN_DATED = DEEDS | frozenset(
    (
        *(EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN),
        *(EventType.STATEMENT, EventType.PRESENCE),
    )
)
_TOLD_WITH_A_GERUND = frozenset("after before by while since when including".split())
_WHAT_WAS_TOLD = frozenset(("it", "this", "that", "which"))
_ANYBODY = frozenset("anyone anybody everyone everybody whoever someone somebody".split())
_PARTS_OF_NAMES = frozenset(("compound", "amod", "punct"))
_GERUNDS = frozenset(("pcomp", "csubj", "nsubj", "pobj", "amod", "compound"))


def noun_tells(hit: Hit, around: Surroundings, in_headline: bool) -> bool:
    """Whether an event noun tells an event: not a notion, a habit, or something unreal and undated."""
    noun, light = hit.token, hit.light
    if hit.beside:
        return True  # "an attack that killed four"
    if light is None and (is_notion(noun, around, in_headline) or _only_describes(noun, around)):
        return False
    if not in_headline and speaks_in_general(hit, around):
        return False
    if is_only_desired(noun, around) or is_a_habit(hit):
        return False
    if light is not None and not in_headline and _is_habit(hit, around):
        return False
    if not is_met(hit.entry, noun, hit.roles, around, light is not None):
        return False
    judgement = judge(light or noun)
    if judgement.is_generic:
        return False
    if judgement.assertion is Assertion.HYPOTHETICAL:
        return any(t.i in around.times for t in noun.subtree)  # "called on Sunday for a truce" dates the call
    return not _is_unreal(hit, judgement.assertion) or around.has_time(noun)


def _is_unreal(hit: Hit, assertion: Assertion) -> bool:
    """What did not happen or only might, and what somebody wants to do or say at no time that is told."""
    return assertion in UNREAL or (assertion is Assertion.PLANNED and hit.event_type in _TOLD_WHEN_DATED)


def _only_describes(noun: Token, around: Surroundings) -> bool:
    """As in "it was one of the worst attacks of the war": what was told before is called so."""
    if any(t.i in around.times for t in noun.subtree):
        return False
    at = noun
    if at.dep_ == "pobj" and at.head.lower_ == "of" and at.head.head.lower_ == "one":
        at = at.head.head
    if at.dep_ != "attr" or at.head.lemma_ != "be":
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in _WHAT_WAS_TOLD for c in at.head.children)


def verb_tells(hit: Hit, around: Surroundings, in_headline: bool) -> bool:
    """Whether a verb tells an event: not a purpose, a habit, a heading, or something unreal and undated."""
    token = hit.token
    if hit.entry is BEING:
        return True
    judgement = judge(token)
    if judgement.is_generic or _nobody(hit.roles) or _is_a_heading(token, hit.roles) or is_a_habit(hit):
        return False
    if _is_a_stray_infinitive(token):
        return False
    if judgement.is_attempt and hit.event_type is not EventType.ASSAULT:
        return False  # "tried to agree", "tried to arrest him"
    if not in_headline and speaks_in_general(hit, around):
        return False
    if _is_unreal(hit, judgement.assertion) and not around.has_time(token):
        return False
    if token.tag_ == "VBG" and (
        token.dep_ in _GERUNDS or (token.dep_ == "conj" and token.head.pos_ == "NOUN")
    ):
        return _gerund_tells(token, around)
    if (
        token.tag_ in ("VBZ", "VBP")
        and not may_be_past(token.lower_, token.tag_)
        and hit.event_type in PHYSICAL
        and not in_headline
    ):
        return around.has_time(token) or _is_told_in_the_present(hit, around)
    return not _is_present_passive(token) or hit.event_type not in PHYSICAL or around.has_time(token)


def without_the_weaker(hits: Mapping[int, Hit]) -> dict[int, Hit]:
    """The hits without those that tell an event only where no other act of force does, and without what is struck.

    As in "targeted a leader, detaining two"; "attacked a rebel position" tells no presence beside the attack, and "the
    truce collapsed" no truce. What an event is called is no other: "the bombing was the worst attack in years".
    """
    struck = {
        p.i for h in hits.values() if h.event_type in FORCE for p in (*h.roles.patients, *h.roles.partners)
    }
    ended = {a.i for h in hits.values() if "accord" in h.entry.needs for a in h.roles.agents}
    return {
        i: hit
        for i, hit in hits.items()
        if i not in ended
        and not ("alone" in hit.entry.needs and _has_a_stronger(hit, hits))
        and not (hit.event_type is EventType.PRESENCE and _is_part_of(hit.token, struck))
        and not _is_what_another_is_called(hit, hits)
    }


def _is_part_of(noun: Token, struck: set[int]) -> bool:
    """Whether a noun is struck, or holds what is: "the gate of a camp"."""
    if noun.i in struck:
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ in ("of", "at", "in") and noun.head.head.i in struck


def _is_what_another_is_called(hit: Hit, hits: Mapping[int, Hit]) -> bool:
    if hit.is_verb or hit.token.dep_ != "attr" or hit.token.head.lemma_ != "be":
        return False
    subjects = (c.i for c in hit.token.head.children if c.dep_ == "nsubj")
    return any(i in hits and hits[i].event_type is hit.event_type for i in subjects)


def _is_habit(hit: Hit, around: Surroundings) -> bool:
    """As in "The leader plans and carries out attacks": told of no one time, and of none of them."""
    noun, light = hit.token, hit.head
    if around.has_time(noun) or around.has_time(light) or hit.event_type not in PHYSICAL:
        return False
    if light.tag_ in ("VBZ", "VBP") and not is_passive(light):
        return noun.tag_ in ("NNS", "NNPS") or not around.has_place(noun)
    bare = noun.tag_ in ("NNS", "NNPS") and not has_pointer(noun)
    return bare and (light.tag_ == "VBG" or not around.has_place(noun))


def _is_told_in_the_present(hit: Hit, around: Surroundings) -> bool:
    """As in "Gunmen kill a man in El Obeid": one deed at one place, in the present tense of terse notes.

    So is what is told in a text that is no more than one sentence.
    """
    if hit.token.dep_ != "ROOT" or not around.has_place(hit.token):
        return False
    struck = (*hit.roles.patients, *hit.roles.partners)
    if any(quantity_of(p) is not None or p.pos_ == "PROPN" for p in struck):
        return True
    return len(hit.token.doc.sents) == 1 or _is_without_articles(hit.token)


def _is_without_articles(verb: Token) -> bool:
    """As in "Gunmen attack mosque in Gao, 5 dead.": the language of headlines leaves articles out."""
    struck = [c for c in verb.children if c.dep_ == "dobj" and c.tag_ == "NN"]
    return bool(struck) and all(c.dep_ in _PARTS_OF_NAMES for noun in struck for c in noun.lefts)


def _is_present_passive(verb: Token) -> bool:
    """As in "are being killed", "is attacked": what goes on, not what happened once."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not any(c.dep_ == "auxpass" for c in auxiliaries):
        return False
    others = [c for c in auxiliaries if c.lower_ != "being"]
    return bool(others) and all(c.tag_ in ("VBZ", "VBP") and c.lemma_ != "have" for c in others)


def _has_a_stronger(hit: Hit, hits: Mapping[int, Hit]) -> bool:
    return any(o.event_type in FORCE and "alone" not in o.entry.needs for o in hits.values() if o is not hit)


def _is_a_stray_infinitive(verb: Token) -> bool:
    """As in "received orders to take off, intercept or shoot down a plane", where the parser hangs it on "received"."""
    if verb.tag_ != "VB" or verb.dep_ != "conj" or verb.head.tag_ not in ("VBD", "VBZ"):
        return False
    return not may_be_past(verb.lower_, "VBP") and all(
        c.lower_ == "to" for c in verb.children if c.dep_ == "aux"
    )


def _is_a_heading(verb: Token, roles: Roles) -> bool:
    """As in "Blaming the US": a participle that is a line of its own and has no subject."""
    return verb.tag_ == "VBG" and verb.dep_ == "ROOT" and not roles.agents and verb.sent[-1].text not in ".!?"


def _nobody(roles: Roles) -> bool:
    """As in "No women or children were injured", "no group has claimed responsibility", "will arrest anyone"."""
    people = (*roles.patients, *roles.agents)
    if any(p.lower_ in _ANYBODY for p in people):
        return True
    return any(c.lower_ in ("no", "nobody", "none") for p in people for c in (p, *p.lefts))


def _gerund_tells(verb: Token, around: Surroundings) -> bool:
    """As in "after killing two guards" tells an event; "responsible for killing" does not."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in _TOLD_WITH_A_GERUND:
        return True
    if verb.dep_ in ("amod", "compound"):
        return False  # "detonating cord"
    if verb.dep_ in ("csubj", "nsubj") and (lies_ahead(verb.head) or verb.head.tag_ in ("VBZ", "VBP")):
        return False  # "setting off a bomb might help", "killing hostages is a crime"
    return any(t.i in around.times for t in verb.subtree) or any(
        has_pointer(p) for p in roles_of(verb).patients
    )
