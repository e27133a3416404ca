"""Figures about many events: totals, averages, so many a year. They are statistics and tell no incident."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...core.event_types import DEEDS, EventType
from ..closed_classes import PLURAL, VERBAL
from ..series import series_of
from ..times.vocabulary import WEEKDAYS
from ..tokens import Token
from .hits import Hit
from .kinds import kind_of
from .lexicon import word_class
from .needs import has_pointer
from .quantities import quantity_of
from .roles import objects_of_prepositions
from .surroundings import Surroundings

_LARGEST_INCIDENT = 1000  # people
_LARGEST_NEWS = 100  # people who "have been killed", and nothing says by what
_OVER = frozenset("in over during since within throughout".split())
_DAYS = frozenset(
    "hour hours minute minutes day days evening morning night overnight 24 24-hour week weekend".split()
)
_DAYS_OF_A_WEEK = 7
_LONGEST_OBJECT = 20  # tokens
_HOW_OFTEN = frozenset("npadvmod dobj pobj appos".split())
_CASES = frozenset("cases acts incidents instances counts".split())
_ONE_DAY = frozenset((*WEEKDAYS, "yesterday"))
_BELOW = frozenset(("advcl", "xcomp"))
_SHARING = frozenset("conj attr nsubj nsubjpass dobj".split())  # "there have been 40 attacks since January"
_OFTEN = frozenset("every each per annually daily weekly monthly yearly".split())
_PERIODS = frozenset(("month", "year", "decade"))
_UP_TO_NOW = frozenset(("far", "ever"))
_BLOWS = frozenset(
    "shoot stab hit strike knife slash kick punch beat hack bludgeon whip lash bite burn".split()
)
_PEOPLE_ABOVE = 3  # words between a figure and the people it counts


def is_a_tally(hit: Hit, around: Surroundings) -> bool:
    """Whether a hit speaks of many deeds at once.

    As in "the killing of over 70,000 people", "60 people have been kidnapped in five weeks", "brought to nine the
    number of traders killed", "has been attacked 17 times this year", "one of 50 men killed since January".
    """
    if hit.event_type not in DEEDS or (not hit.is_verb and series_of(hit.token)):
        return False  # what is told one by one is none: "several attacks this year, including one on a hotel"
    if hit.mode == "displacement":
        return False  # it goes on, and its figure is no sum: "40,000 have been displaced since May"
    if (_is_told_often(hit.token) and not _are_blows(hit)) or (
        is_under_a_total(hit.token) and not _is_one_deed(hit, around)
    ):
        return True
    people = [p for p in map(_whose_life, hit.roles.patients) if kind_of(p) or p.pos_ == "NUM"]
    counted = people if hit.is_verb else (hit.token, *people)
    counts = [q.count for p in counted if (q := quantity_of(p)) is not None]
    most = max((c.low or c.best or 0 for c in counts), default=0)
    largest = _LARGEST_NEWS if _is_perfect(hit.token) and not hit.cause else _LARGEST_INCIDENT
    if hit.event_type is EventType.ASSAULT and most >= largest and not around.has_time(hit.token):
        return True
    return most > 1 and _over_a_period(hit, around)


def without_tallies(hits: Mapping[int, Hit], around: Surroundings) -> dict[int, Hit]:
    """The hits that are no tallies, nor told below one: "200 soldiers have been killed since 1985 fighting rebels"."""
    tallies = {hit.token for hit in hits.values() if is_a_tally(hit, around)}
    if not tallies:
        return dict(hits)
    return {
        i: hit
        for i, hit in hits.items()
        if hit.token not in tallies and not (hit.token.dep_ in _BELOW and hit.token.head in tallies)
    }


def _is_told_often(deed: Token) -> bool:
    """As in "has been attacked 17 times", "was robbed on four occasions thus far this year".

    One who "was shot four times" was shot once.
    """
    if deed.lower_ in word_class("strikes"):
        return False
    near = (*deed.children, *(g for c in deed.children for g in c.children), *_behind(deed))
    return any(t.lower_ in ("times", "occasions") and t.dep_ in _HOW_OFTEN for t in near)


def _behind(deed: Token) -> Iterator[Token]:
    """The words up to the next verb, wherever a long object in between made the parser hang them."""
    end = min(deed.i + _LONGEST_OBJECT, deed.sent[-1].i)
    for token in deed.doc[deed.i + 1 : end]:
        if token.pos_ in VERBAL:
            return
        yield token


def _whose_life(struck: Token) -> Token:
    """Who lost it, of "claimed the lives of 40 miners"."""
    if struck.lemma_.lower() != "life":
        return struck
    return next(objects_of_prepositions(struck, ("of",)), struck)


def _first_of_a_list(noun: Token) -> Token:
    """As "murders" of the arrests in "six murders, nine cases of torture and 30 arrests"."""
    while noun.head.pos_ == "NOUN" or noun.dep_ == "pobj":
        if noun.dep_ in ("conj", "appos"):
            noun = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in _CASES:
            noun = noun.head.head
        else:
            break
    return noun


def _are_blows(hit: Hit) -> bool:
    """As in "was shot several times", "stabbed him 17 times": what one deed did to one person."""
    struck = hit.roles.patients
    return hit.token.lemma_ in _BLOWS and len(struck) == 1 and _is_one_person(struck[0])


def _is_one_person(word: Token) -> bool:
    return word.tag_ not in PLURAL and (kind_of(word) != "" or word.pos_ in ("PROPN", "PRON"))


def _is_one_deed(hit: Hit, around: Surroundings) -> bool:
    """As in "the toll of Sunday's bombing": a total of one deed is its figure."""
    return (
        not hit.is_verb and hit.token.tag_ == "NN" and (has_pointer(hit.token) or around.has_time(hit.token))
    )


def is_under_a_total(deed: Token) -> bool:
    """Whether the deed only says which people a total counts: "the number of people killed"."""
    if deed.dep_ not in ("acl", "relcl", "pobj", "compound"):
        return False
    at = deed.head
    for _ in range(_PEOPLE_ABOVE):
        if at.lower_ in word_class("tally"):
            return at.lower_ != "number" or any(c.lower_ in ("the", "total") for c in at.lefts)
        if any(c.lower_ == "total" for c in at.lefts):
            return True  # "the total persons killed"
        if at.dep_ not in ("pobj", "prep"):
            return False
        at = at.head
    return False


def _is_long_since(token: Token) -> bool:
    """Whether it begins a phrase like "since January"; "since Saturday" or "since last week" is one of days."""
    if token.lower_ != "since" or token.dep_ != "prep":
        return False
    return not any(t.lower_ in _ONE_DAY | _DAYS for t in token.subtree)


def _is_of_a_toll(word: Token, deed: Token) -> bool:
    """As in "three were stabbed, bringing to 31 the number of murders since January": the sum is long, not the deed."""
    return any(t.lower_ in word_class("tally") and deed in t.ancestors for t in word.ancestors)


def _over_a_period(hit: Hit, around: Surroundings) -> bool:
    """Whether its figure is told of more than a week: "in six weeks", "since January", "so far this year"."""
    if any(
        _is_long_since(t) and t.i > hit.token.i and not _is_of_a_toll(t, hit.token) for t in hit.token.subtree
    ):
        return True
    first = hit.token if hit.is_verb else _first_of_a_list(hit.token)
    above = first.head
    shares = above.pos_ in VERBAL and first.dep_ in _SHARING
    is_perfect = _is_perfect(hit.token) or (shares and not hit.is_verb and _is_perfect(above))
    listed = (c for t in first.subtree if t.dep_ == "conj" for c in t.children)
    for child in (*hit.token.children, *(above.children if shares else ()), *(() if hit.is_verb else listed)):
        words = list(child.subtree)
        if (
            is_perfect
            and child.dep_ == "advcl"
            and any(c.lower_ == "since" and c.dep_ == "mark" for c in child.lefts)
        ):
            return True
        if _is_long_since(child) and len(words) > 1:
            return True
        long = any(t.i in around.lengths for t in words) and not any(map(_is_of_days, words))
        if long and (child.lower_ in _OVER or any(t.lower_ in _OFTEN for t in words)):
            return True
        if child.lower_ in _UP_TO_NOW or (
            child.dep_ == "npadvmod" and any(t.lower_ in _OFTEN for t in words)
        ):
            return True
        if is_perfect and child.dep_ == "npadvmod" and child.lower_ in _PERIODS:
            return True  # "have been killed this year"
    return False


def _is_of_days(unit: Token) -> bool:
    """Whether a length is told in days that make no more than a week, or in less."""
    if unit.lower_ != "days":
        return unit.lower_ in _DAYS
    how_many = (q.count.low or 0 for c in unit.lefts if (q := quantity_of(c)) is not None)
    return max(how_many, default=0) <= _DAYS_OF_A_WEEK


def _is_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
