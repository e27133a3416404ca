"""What a text speaks of without telling one deed: reproaches, what goes on, sums of deeds, what a thing is called."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.event_types import FORCE, EventType
from ..closed_classes import PLURAL, POINTING, SUBJECTS
from ..series import series_of
from ..tokens import Token
from .governing import governor_class, is_past
from .hits import Hit
from .kinds import counted_by
from .lexicon import word_class
from .needs import shakes_something
from .quantities import quantity_of
from .surroundings import Surroundings

_PRESENT = frozenset(("VBZ", "VBP"))
_A = frozenset(("a", "an", "another"))
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth latest 2nd 3rd 4th 5th".split()
)
_UNDER_WAY = frozenset(("crackdown", "pursuit"))  # "police are hunting the gunman" is news of now
_EACH = frozenset(("all", "any", "every", "each"))
_UNCOUNTED = _EACH | {"countless", "innumerable", "untold"}
_SINGLE = frozenset("civilian innocent".split())  # words for the public that may mean one of it
_FEW = frozenset("several multiple twin triple double two three four five six both first second last".split())


def speaks_in_general(hit: Hit, around: Surroundings) -> bool:
    """Whether an act of force is spoken of in general, without a day or a place below a country in its clause."""
    if hit.event_type not in FORCE or hit.beside:
        return False
    if _is_counted_off(hit):
        return True
    if around.has_date(hit.token) or around.has_date(hit.head):
        return False
    if not hit.is_verb and _is_a_verdict(hit.token):
        return True
    if not hit.is_verb and _only_changes(hit.token):
        return True
    if around.has_spot(hit.token) or around.has_spot(hit.head):
        return False
    if hit.is_verb:
        goes_on = hit.mode not in _UNDER_WAY and _goes_on(hit.token)
        return goes_on or _is_a_reproach(hit)
    if series_of(hit.token):
        return False  # "the recent attacks, including one on a hotel": told one by one
    return _goes_on(hit.head) or _is_a_sum(hit) or _is_a_campaign(hit)


def is_a_habit(hit: Hit) -> bool:
    """As in "protesters gather there daily", "have held an exercise every year": done again and again."""
    return any(
        (c.dep_ == "advmod" and c.lower_ in word_class("frequency"))
        or (c.dep_ == "npadvmod" and any(g.lower_ in _EACH for g in c.lefts))
        for c in hit.head.children
    )


def is_only_desired(noun: Token, around: Surroundings) -> bool:
    """As in "the arrest and punishment of the culprits are essential", "a truce is possible": not yet so."""
    if around.has_date(noun):
        return False
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in ("be", "seem", "remain", "become"):
        return False
    return any(
        c.dep_ in ("acomp", "oprd") and c.lower_ in word_class("desirable") for c in noun.head.children
    )


def _is_counted_off(hit: Hit) -> bool:
    """As in "this is the fifth attack in six months", "he is one more judge murdered this year": told already."""
    counted = hit.token.head if hit.is_verb and hit.token.dep_ in ("acl", "relcl") else hit.token
    being = counted.head
    if hit.is_verb and hit.token.dep_ == "ccomp":  # as the parser has "her death is one more judge murdered"
        counted = next((p for p in hit.roles.patients if p.head == hit.token), counted)
    elif counted.dep_ != "attr":
        return False
    if being.lemma_ != "be":
        return False
    before = [t for c in counted.lefts for t in c.subtree]
    is_one_more = {t.lower_ for t in before} >= {"one", "more"} or any(t.lower_ == "another" for t in before)
    has_subject = any(c.dep_ == "nsubj" and c.lower_ != "there" for c in being.children)
    return (is_one_more and has_subject) or any(
        t.ent_type_ == "ORDINAL" and t.lower_ in _ORDINALS for t in before
    )


def _is_a_verdict(noun: Token) -> bool:
    """As in "smuggling is an attack on the state", "saw the ruling as a mistake and an assault on the press"."""
    if noun.tag_ in PLURAL or not any(c.lower_ in _A for c in noun.lefts if c.dep_ == "det"):
        return False
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    if noun.dep_ == "attr":
        return noun.head.lemma_ == "be" and not any(c.lower_ == "there" for c in noun.head.children)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        return noun.head.head.lower_ in word_class("regards")
    if noun.dep_ == "oprd":
        return noun.head.lower_ in word_class("regards") | word_class("amounts")
    return noun.dep_ == "dobj" and noun.head.lower_ in word_class("amounts")


def _only_changes(noun: Token) -> bool:
    """As in "violence has increased in the north"."""
    return noun.dep_ == "nsubj" and noun.head.lower_ in word_class("changes")


def _goes_on(verb: Token) -> bool:
    """As in "are attacking the people", "keeps bombing"."""
    if verb.tag_ != "VBG":
        return False
    bearer = _bearer(verb)
    if _is_now(bearer):
        return True
    if bearer.head.tag_ not in _PRESENT:
        return False
    return bearer.dep_ == "xcomp" or (bearer.dep_ == "dobj" and governor_class(bearer.head) == "implicative")


def _is_now(verb: Token) -> bool:
    """As in "is attacking"."""
    return any(c.lemma_ == "be" and c.tag_ in _PRESENT for c in verb.children if c.dep_ == "aux")


def _is_perfect(verb: Token) -> bool:
    """As in "has murdered", "have been killed"."""
    return any(c.lemma_ == "have" and c.tag_ in _PRESENT for c in _bearer(verb).children if c.dep_ == "aux")


def _bearer(verb: Token) -> Token:
    """The verb whose auxiliaries are a verb's own: "has murdered priests and bombed villages"."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(_has_its_own(verb)):
        verb = verb.head
    return verb


def _has_its_own(verb: Token) -> Iterator[bool]:
    return (c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children)


def _is_a_reproach(hit: Hit) -> bool:
    """As in "has murdered women and children", "the orphans of men murdered by the police", "all mines laid there"."""
    struck = (*hit.roles.patients, *hit.roles.partners)
    if not struck:
        return False
    if any(map(_are_uncounted, struck)) or any(map(_are_so_many, struck)):
        return True
    if hit.event_type is EventType.COERCE and any(c.dep_ == "nummod" for p in struck for c in p.lefts):
        return False  # "have rounded up more than forty suspects"
    is_description = hit.token.dep_ == "acl" and hit.token.tag_ == "VBN" and not any(_has_its_own(hit.token))
    is_general = is_description or _is_perfect(hit.token)
    return is_general and all(map(_is_vague, struck))


def _are_uncounted(people: Token) -> bool:
    """As in "all dissidents"; "all three suspects" are counted."""
    before = list(people.lefts)
    return any(c.lower_ in _UNCOUNTED for c in before) and not any(c.dep_ == "nummod" for c in before)


def _are_so_many(people: Token) -> bool:
    return any(c.lower_ == "many" and any(g.lower_ == "so" for g in c.children) for c in people.lefts)


def _is_vague(thing: Token) -> bool:
    """Whether a noun points to nobody and nothing: "civilians", "many soldiers", "the people"."""
    if thing.pos_ not in ("NOUN", "NUM", "ADJ") or thing.ent_type_ in ("PERSON", "ORG", "FAC"):
        return False
    if _is_a_whole_people(thing):
        return True
    counted = counted_by(thing)
    if (counted or thing).tag_ not in PLURAL:
        return False
    quantity = quantity_of(thing)
    if quantity is not None and quantity.count.low == quantity.count.high:
        return False
    if any(c.dep_ == "nummod" and c.pos_ == "NUM" for c in thing.lefts):
        return False  # "at least 22 people" are counted
    return counted is not None or not any(c.lower_ in POINTING | _FEW for c in thing.lefts)


def _is_a_whole_people(thing: Token) -> bool:
    """As in "the people", "the civilian population", "civilians"; not "a civilian", "two civilians"."""
    if thing.lower_ not in word_class("public"):
        return False
    return quantity_of(thing) is None or (thing.tag_ not in PLURAL and thing.lower_ not in _SINGLE)


def _is_a_campaign(hit: Hit) -> bool:
    """As in "the bombing of the civilian population", "their attack on the people": no one deed, but all of them."""
    if any(c.lower_ in _A or c.dep_ == "nummod" for c in hit.token.lefts):
        return False
    struck = (*hit.roles.patients, *hit.roles.partners)
    return bool(struck) and all(map(_is_a_whole_people, struck))


def _is_a_sum(hit: Hit) -> bool:
    """As in "condemned the bombings", "the recent attacks": of deeds without number, place, day or victim.

    What is new and happened is none: "explosions shook the capital".
    """
    noun = hit.token
    is_new = not any(c.lower_ in POINTING for c in noun.lefts)
    if is_new and ((noun.dep_ in SUBJECTS and is_past(noun.head)) or shakes_something(noun)):
        return False
    if noun.tag_ not in PLURAL or any(c.dep_ == "nummod" or c.lower_ in _FEW for c in noun.lefts):
        return False
    return all(map(_is_vague, (*hit.roles.patients, *hit.roles.partners)))
