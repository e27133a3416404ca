"""Which event is the document's main one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from ...core.event import Assertion, Event
from ...core.event_types import EventType
from ..tokens import Token
from .kinds import kind_of
from .lexicon import word_class
from .outcomes import SPOILS

_WEIGHT = {EventType.ASSAULT: 0.25, EventType.COERCE: 0.2, EventType.PROTEST: 0.2, EventType.AGREE: 0.15,
           EventType.CONSULT: 0.15, EventType.CONCEDE: 0.15,
           EventType.STATEMENT: -0.1, EventType.PRESENCE: -0.1}  # fmt: skip
_MEANS_TO_AN_END = frozenset(("raid", "pursuit"))  # what came of them is the news
_DOERS = frozenset("civilian criminal militant official person people armed troops".split())
_WHOSE_DEED = frozenset(("behind", "of", "for", "from"))
_NO_NEWS = frozenset((Assertion.NEGATED, Assertion.HYPOTHETICAL, Assertion.HISTORICAL))
_NO_DEEDS = frozenset((EventType.STATEMENT, EventType.PRESENCE))
_LEAD = 0.3  # falls with the distance from the beginning
_NEW = timedelta(days=30)  # what lies longer before the newest deed of a document is not its news
_OF_THE_WEEK = timedelta(days=8)
_WEEK, _PROVINCE = 3, 4  # UCDP date_prec and where_prec


def with_saliences(events: Sequence[Event], heads: Sequence[Token]) -> tuple[Event, ...]:
    """The events of a document, in text order, each with its salience.

    Parameters
    ----------
    heads : sequence of Token
        The head of each event's trigger.
    """
    starts = (e.when.start for e in events if e.when is not None and _is_deed_done(e))
    newest = max((start for start in starts if start is not None), default=None)
    marked = []
    for number, (event, head) in enumerate(zip(events, heads)):
        value = _worth(event) + _LEAD * (1 - number / len(events))
        value -= 0.2 * (_is_aside(head) or _says_who_did_it(head))
        value -= 0.15 * (_lies_before_what_is_told(head) or _ends_in_death(head))
        if newest is not None and event.when is not None and event.when.start is not None:
            value -= 0.15 * (event.when.start < newest - _OF_THE_WEEK) + 0.05 * (
                event.when.start < newest - _NEW
            )
        marked.append(replace(event, salience=round(min(1.0, max(0.0, value)), 4)))
    return tuple(marked)


def _worth(event: Event) -> float:
    """What kind of deed it is, and whether it is dated, placed, counted and real."""
    value = 0.25 + _WEIGHT.get(event.event_type, 0.1)
    if event.when is not None and event.when.is_dated:
        value += 0.08 if (event.when.date_prec or 9) <= _WEEK else 0.04
    if event.where is not None:
        value += 0.07 if event.where.where_prec <= _PROVINCE else 0.04
    value += 0.1 * any((event.fatalities, event.injured, event.captured))
    value -= 0.15 * (event.event_mode in _MEANS_TO_AN_END)
    value -= 0.1 * (event.event_mode in SPOILS and event.fatalities is None)
    value -= 0.1 * (event.assertion is not Assertion.OCCURRED)
    return value - 0.2 * (event.assertion in _NO_NEWS)


def _is_deed_done(event: Event) -> bool:
    return event.assertion is Assertion.OCCURRED and event.event_type not in _NO_DEEDS


def _is_aside(head: Token) -> bool:
    """Whether a clause that only says who somebody is tells it: "the son of a mayor killed on Monday was ..."."""
    for at in (head, *head.ancestors):
        if at.dep_ in ("acl", "relcl"):
            return at.head.pos_ in ("NOUN", "PROPN") and at.head != head
        if at.dep_ == "ROOT":
            break
    return False


def _says_who_did_it(noun: Token) -> bool:
    """Whether a deed only says who somebody is: "the man behind the attack of May 3", "the mastermind of the bombing".

    Whoever suffered it is told of for its sake ("victims of the bombing").
    """
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ != "pobj" or noun.head.lower_ not in _WHOSE_DEED:
        return False
    doer = noun.doc[noun.head.i - 1]
    return doer.pos_ == "NOUN" and kind_of(doer) in _DOERS and doer.lower_ not in word_class("sufferer")


def _lies_before_what_is_told(verb: Token) -> bool:
    """As in "the traders had been kidnapped on May 3"; what somebody says had happened is what is told."""
    if verb.pos_ != "VERB" or not any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children):
        return False
    return verb.dep_ not in ("ccomp", "ROOT")


def _ends_in_death(capture: Token) -> bool:
    """Whether those who were taken were killed, which is the news: "arrested and executed seven herders"."""
    if capture.lower_ not in word_class("captures"):
        return False
    return any(c.dep_ == "conj" and c.lower_ in word_class("kills") for c in capture.children)
