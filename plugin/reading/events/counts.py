"""Killed, wounded, captured, displaced: where a document says how many people something befell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Optional

from ...core.event import Assertion, Count
from ...core.mentions import MentionRole
from ...core.report import Span
from ..links import Trigger
from ..parsed import ParsedDocument, token_span
from ..times.numerals import MULTIPLIERS
from ..tokens import Token
from .assertion import judge
from .befallen import BY_VERB, befallen, is_driven
from .care import may_tell_of_some
from .figures import NUMBER_WORDS, read_count
from .kinds import counted_by, kind_of
from .lexicon import word_class
from .needs import is_known_already
from .parts import (
    all_told,
    along_with,
    among_them,
    are_of_the_hurt,
    at_least,
    first_listed,
    is_part_of_them,
    some_of,
)
from .pronouns import counted_before
from .quantities import Quantity, added, introduces, is_a_thing, quantity_of
from .same_people import is_one_more
from .subjects import subject_of
from .tolls import recorded, toll_of
from .voice import is_passive

_STATES = {
    "dead": MentionRole.FATALITIES,
    "killed": MentionRole.FATALITIES,
    "wounded": MentionRole.INJURED,
    "injured": MentionRole.INJURED,
    "hurt": MentionRole.INJURED,
    "kia": MentionRole.FATALITIES,
    "wia": MentionRole.INJURED,
    "arrested": MentionRole.CAPTURED,
    "homeless": MentionRole.DISPLACED,
    "displaced": MentionRole.DISPLACED,
}
_NOUNS = {
    "death": MentionRole.FATALITIES,
    "deaths": MentionRole.FATALITIES,
    "fatalities": MentionRole.FATALITIES,
    "killing": MentionRole.FATALITIES,
    "murder": MentionRole.FATALITIES,
    "assassination": MentionRole.FATALITIES,
    "execution": MentionRole.FATALITIES,
    "massacre": MentionRole.FATALITIES,
    "life": MentionRole.FATALITIES,
    "lives": MentionRole.FATALITIES,
    "injuries": MentionRole.INJURED,
    "wounding": MentionRole.INJURED,
    "arrest": MentionRole.CAPTURED,
    "arrests": MentionRole.CAPTURED,
    "detention": MentionRole.CAPTURED,
    "capture": MentionRole.CAPTURED,
    "kidnapping": MentionRole.CAPTURED,
    "abduction": MentionRole.CAPTURED,
    "displacement": MentionRole.DISPLACED,
}
_WHEN_IN_FRONT = frozenset("npadvmod prep advcl advmod".split())
_COUNT_THEMSELVES = frozenset(("deaths", "fatalities", "lives", "injuries", "arrests"))
_HARM = frozenset((MentionRole.FATALITIES, MentionRole.INJURED))
_NOT_SO = frozenset((Assertion.NEGATED, Assertion.PLANNED, Assertion.HYPOTHETICAL, Assertion.THREATENED))
_OVER_YEARS = re.compile(
    r"\b(?:years?|decades?|since (?:19|20)\d\d|so far|this year|fight against|war on)\b", re.I
)
_A_TOTAL = re.compile(r"\b(?:lost|claimed|cost|total|overall|altogether|lives)\b")
_UNTIL_NOW = re.compile(
    r"\b(?:since|so far|to date|annually"
    r"|(?:every|each|a|per) (?:year|month|week|day)(?! (?:later|earlier|ago|after|before)))\b",
    re.I,
)


@dataclass(frozen=True)
class Casualties:
    """A figure of people killed, wounded, captured or displaced, and the words it stands in.

    Parameters
    ----------
    role : MentionRole
        What befell them.
    count : Count or None
        None where only households are counted ("200 families"): the words are kept, and no number of people is made up.
    span : Span
    token : int
        Index of the word that says what befell them.
    is_retold : bool
        Counts somebody told of before: "the commander and two of his men".
    is_more : bool
        Counts others beside those told of before: "two more".
    is_total : bool
        Sums up several deeds that are told apart as well.
    is_toll : bool
        Says how high the toll of a deed stands by now: "bringing the number of dead to 14".
    is_partial : bool
        Counts some of those whom it befell, or may: "two of them are in hospital", "a nurse was among the wounded".
    people : tuple of Token
        Heads of the noun phrases that name them.
    """

    role: MentionRole
    count: Optional[Count]
    span: Span
    token: int
    is_retold: bool = False
    is_more: bool = False
    is_total: bool = False
    is_toll: bool = False
    is_partial: bool = False
    people: tuple[Token, ...] = ()


def find_casualties(parsed: ParsedDocument, triggers: Sequence[Trigger] = ()) -> tuple[Casualties, ...]:
    """The figures of a document, in text order, without totals over years ("70,000 lives in the war on terror").

    Parameters
    ----------
    triggers : sequence of Trigger
        What the document tells: whom a verb arrests or kidnaps is captured.
    """
    found: list[Casualties] = []
    modes = {trigger.token: trigger.mode for trigger in triggers}
    for sentence in parsed.prose():
        text = parsed.text_of(sentence.span)
        if _OVER_YEARS.search(text) and _A_TOTAL.search(text):
            continue
        for token in parsed.sentence_tokens(sentence):
            found += _at(token, modes.get(token.i, ""))
    return tuple(found)


def _at(token: Token, mode: str) -> Iterator[Casualties]:
    word = token.lower_
    if token.pos_ in ("VERB", "AUX") and (befell := befallen(token, mode)) is not None:
        role, people = befell
        goes_on = role is MentionRole.DISPLACED  # "40,000 have been displaced since May" are so now
        if people and not _is_negated(token) and (goes_on or not _is_a_running_total(token)):
            figure = _told(role, token, people)
            if figure is not None:
                if role is MentionRole.FATALITIES and are_of_the_hurt(people[0]):
                    figure = replace(figure, is_more=True)  # "two of the wounded died"
                elif is_part_of_them(people[0]) or (role in _HARM and may_tell_of_some(token)):
                    figure = replace(figure, is_partial=True)
                yield figure
            if figure is not None or word not in _STATES:
                return
    role_of = _STATES.get(word) or _NOUNS.get(word)
    if role_of is not None and (record := recorded(token)) is not None:
        count, written = record
        yield Casualties(role_of, count, token_span(written), token.i, is_retold=True, is_toll=True)
    elif (toll := toll_of(token)) is not None:
        kind, stands_at = toll
        yield Casualties(
            BY_VERB[kind],
            stands_at.count,
            token_span(stands_at.first, stands_at.last),
            token.i,
            is_retold=True,
            is_toll=True,
        )
    elif word in _STATES and (some := some_of(token)) is not None:
        figure = _told(_STATES[word], token, [some])
        if figure is not None and figure.count is not None:
            yield replace(figure, count=at_least(figure.count), is_partial=True)
    elif (
        word in _STATES
        and (people := _who_are(token))
        and (figure := _told(_STATES[word], token, people)) is not None
    ):
        yield figure
    elif word in _STATES and token.pos_ in ("ADJ", "NOUN", "VERB", "PROPN"):
        yield from _in_front(token, _STATES[word])
    elif word in _NOUNS and token.pos_ in ("NOUN", "PROPN") and not _is_a_running_total(token):
        if token.head.lower_ == "on" and token.head.head.lower_ in ("attempt", "attempts"):
            return  # "an attempt on the life of the king"
        if token.dep_ == "pobj" and token.head.head.lower_ in word_class("background"):
            return  # "responsible for the deaths of soldiers": of other deeds
        behind = [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
        if word == "injuries" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
            behind = [g for g in token.nbor().children if g.dep_ == "pobj"]
        people = behind or ([token] if word in _COUNT_THEMSELVES else [])
        figure = _told(_NOUNS[word], token, people)
        if figure is not None:
            yield figure


def _who_are(state: Token) -> list[Token]:
    """Of whom a state is told: "five soldiers were reported dead", "three people are dead"."""
    verb = state.head
    if state.dep_ not in ("acomp", "oprd", "attr", "xcomp"):
        return []
    if verb.lemma_ not in ("be", "lie", "lay") and not (
        verb.lower_ in word_class("told-of") and is_passive(verb)
    ):
        return []
    subject = subject_of(verb)
    return [subject] if subject is not None and not _is_negated(verb) else []


def _told(role: MentionRole, token: Token, people: Sequence[Token]) -> Optional[Casualties]:
    people = [all_told(p, token) for p in people if p == token or not is_a_thing(p)]
    people = [p for p in people if not _is_of_another_state(p, role)]
    people = [p for p in people if (role is MentionRole.DISPLACED or not _is_a_household(p))]
    heads = [first_listed(p) for p in people if not any(p in q.conjuncts and q.i < p.i for q in people)]
    if not heads or (
        kind_of(heads[0]) in ("country", "place") and heads[0].pos_ == "PROPN" and not introduces(heads[0])
    ):
        return None  # "captured Gao"; "a Palestinian" is somebody
    quantity = quantity_of(heads[0]) or counted_before(heads[0])
    if quantity is None:
        return None
    if any(c.lower_ == "both" for c in (*token.children, *heads[0].lefts)):
        quantity = Quantity(Count(2, 2, 2), quantity.first, quantity.last)
    for other in (
        *along_with(token, heads[0]),
        *(p for p in heads[1:] if p.dep_ == "npadvmod" or (p.dep_ == "conj" and p.head == token)),
    ):
        more = quantity_of(other)
        if more is not None:
            quantity = added(quantity, more)
    among = [p for p in among_them(heads[0]) if is_known_already(p)]
    return Casualties(
        role,
        None if _is_a_household(heads[0]) else quantity.count,
        token_span(quantity.first, quantity.last),
        token.i,
        bool(among) or is_known_already(heads[0]),
        is_one_more(token, heads),
        people=(*heads, *among),
    )


def _is_of_another_state(people: Token, role: MentionRole) -> bool:
    """Whether another state is told right behind a figure: "132 dead and 40 wounded"."""
    behind = people.nbor().lower_ if people.i + 1 < len(people.doc) else ""
    return people.pos_ == "NUM" and _STATES.get(behind, role) is not role


def _is_a_household(people: Token) -> bool:
    """As in "200 families"; a single family is as vague."""
    counted = counted_by(people) or people
    if counted.lower_ not in word_class("household"):
        return False
    return counted.tag_ == "NNS" or quantity_of(counted) is None  # "a family of five" are five


def _in_front(token: Token, role: MentionRole) -> Iterator[Casualties]:
    """As in "leaving 12 dead and 30 wounded": figures right in front of the state."""
    doc, start = token.doc, token.i
    while start > token.sent.start and (
        doc[start - 1].tag_ == "NNPS"  # "two Palestinians dead"
        or (
            doc[start - 1].pos_ in ("NUM", "NOUN", "ADV", "ADP", "ADJ", "DET", "SCONJ")
            and doc[start - 1].lower_ not in ("and", "in", "of", "after", "when", "from", "to")
        )
    ):
        start -= 1
    words = [t.text for t in doc[start : token.i]]
    numbers = [
        t for t in doc[start : token.i] if t.pos_ == "NUM" or t.lower_ in NUMBER_WORDS | set(MULTIPLIERS)
    ]
    count = read_count(words) if numbers else None
    if count is not None and token.i - numbers[-1].i <= 3:
        people = tuple(t for t in doc[token.i - 1 : token.i] if t.pos_ == "NOUN" and kind_of(t))
        yield Casualties(role, count, token_span(doc[start], token), token.i, people=people)


def _is_negated(verb: Token) -> bool:
    """Whether it did not happen, or not yet: "did not kill", "tried to kill", "an operation to detain a leader"."""
    judgement = judge(verb)
    if judgement.assertion in _NOT_SO or judgement.is_attempt:
        return True
    return judgement.is_generic and not is_driven(verb)


def _is_a_running_total(token: Token) -> bool:
    """Whether the figure grows with time: "have died since then", "since it began 90 have died", "every year"."""
    own = [
        c for c in token.children if c.tag_ != "VBG" or c.dep_ != "advcl"
    ]  # not "bringing to 31 the dead since May"
    words = [t for c in own if c.i > token.i or c.dep_ in _WHEN_IN_FRONT for t in c.subtree]
    return bool(words) and bool(_UNTIL_NOW.search(" ".join(t.text for t in sorted(words, key=lambda t: t.i))))
