"""Killed, wounded and captured: the figures of a document, each with the trigger whose event they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Optional

from spacy.tokens import Token

from ...core.event import Assertion, Count
from ...core.event_types import EventType
from ...core.mentions import MentionRole
from ...core.report import Span
from ..links import Trigger
from ..parsed import ParsedDocument, token_span
from .actors import kind_of
from .assertion import judge
from .inflection import verb_forms
from .lexicon import irregular_verbs
from .needs import is_known_already
from .quantities import Quantity, added, quantity_of, read_count
from .roles import roles_of, subject_of


def _forms(*lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in verb_forms(lemma, irregular_verbs()))


_KILL = _forms("kill", "murder", "assassinate", "execute", "massacre", "slay", "behead", "slaughter", "lynch")
_DIE = _forms("die", "perish")
_WOUND = _forms("wound", "injure", "hurt", "maim")
_CAPTURE = _forms("detain", "arrest", "capture", "apprehend", "kidnap", "abduct", "imprison", "jail")
_TAKE = _forms("take", "hold")
_STATES = {
    "dead": MentionRole.FATALITIES,
    "killed": MentionRole.FATALITIES,
    "wounded": MentionRole.INJURED,
    "injured": MentionRole.INJURED,
    "hurt": MentionRole.INJURED,
}
_NOUNS = {
    "death": MentionRole.FATALITIES,
    "deaths": MentionRole.FATALITIES,
    "killing": MentionRole.FATALITIES,
    "murder": MentionRole.FATALITIES,
    "assassination": MentionRole.FATALITIES,
    "execution": MentionRole.FATALITIES,
    "lives": MentionRole.FATALITIES,
    "injuries": MentionRole.INJURED,
    "arrest": MentionRole.CAPTURED,
    "detention": MentionRole.CAPTURED,
    "capture": MentionRole.CAPTURED,
    "kidnapping": MentionRole.CAPTURED,
    "abduction": MentionRole.CAPTURED,
}
_TELLING = _KILL | _DIE | _WOUND | _CAPTURE | _TAKE | frozenset((*_STATES, *_NOUNS))
_NOT_SO = frozenset((Assertion.NEGATED, Assertion.PLANNED, Assertion.HYPOTHETICAL, Assertion.THREATENED))
_VIOLENT = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.PROTEST))
_RETOLD_WITHIN = 8  # sentences
_OVER_YEARS = re.compile(
    r"\b(?:years?|decades?|since (?:19|20)\d\d|so far|this year|fight against|war on)\b", re.I
)
_THINGS = frozenset(
    "weapon rifle vehicle truck car motorcycle ammunition explosive cache drug gun grenade house home compound base"
    " post building rocket equipment material town village city checkpoint district".split()
)


@dataclass(frozen=True)
class Casualties:
    """A figure of people killed, wounded or captured, and the words it stands in."""

    role: MentionRole
    count: Count
    span: Span
    token: int
    is_retold: bool = False  # counts somebody told of before: "the commander and two of his men"


def find_casualties(parsed: ParsedDocument) -> tuple[Casualties, ...]:
    """The figures of a document, in text order, without totals over years ("70,000 lives in the war on terror")."""
    found: list[Casualties] = []
    for sentence in parsed.prose():
        if _OVER_YEARS.search(parsed.text_of(sentence.span)) and _is_a_total(parsed.text_of(sentence.span)):
            continue
        for token in parsed.sentence_tokens(sentence):
            found += _at(token)
    return tuple(found)


def casualties_of(
    parsed: ParsedDocument, triggers: Sequence[Trigger], casualties: Sequence[Casualties]
) -> list[list[Casualties]]:
    """For each trigger the figures of its own clause; a figure belongs to one trigger."""
    by_token = {trigger.token: number for number, trigger in enumerate(triggers)}
    given: list[list[Casualties]] = [[] for _ in triggers]
    for item in casualties:
        owner = _owner(parsed, item, triggers, by_token)
        if owner is not None:
            given[owner].append(item)
    return given


def _is_a_total(text: str) -> bool:
    return bool(re.search(r"\b(?:lost|claimed|cost|total|overall|altogether|lives)\b", text))


def _at(token: Token) -> Iterator[Casualties]:
    word = token.lower_
    if word not in _TELLING:
        return
    if token.pos_ == "VERB" and not _is_negated(token):
        if word in _KILL | _WOUND | _CAPTURE:
            role = (
                MentionRole.FATALITIES if word in _KILL
                else MentionRole.INJURED if word in _WOUND
                else MentionRole.CAPTURED
            )  # fmt: skip
            yield from _told(role, token, roles_of(token).patients)
            return
        if word in _DIE:
            subject = subject_of(token)
            yield from _told(MentionRole.FATALITIES, token, () if subject is None else (subject,))
            return
        if word in _TAKE and any(c.lower_ in ("hostage", "prisoner", "custody") for c in token.subtree):
            yield from _told(MentionRole.CAPTURED, token, roles_of(token).patients)
            return
    if word in _STATES and token.pos_ in ("ADJ", "NOUN", "VERB"):
        yield from _in_front(token, _STATES[word])
    elif word in _NOUNS and token.pos_ in ("NOUN", "PROPN"):
        behind = [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
        if behind:
            yield from _told(_NOUNS[word], token, behind)
        elif word in ("deaths", "lives", "injuries"):
            yield from _told(_NOUNS[word], token, (token,))


def _told(role: MentionRole, token: Token, people: Sequence[Token]) -> Iterator[Casualties]:
    people = [p for p in people if p.lemma_.lower() not in _THINGS]
    heads = [p for p in people if not any(p in q.conjuncts and q.i < p.i for q in people)]
    if not heads or (kind_of(heads[0]) in ("country", "place") and heads[0].pos_ == "PROPN"):
        return
    quantity = quantity_of(heads[0])
    if quantity is None:
        return
    for other in _along_with(token, heads[0]):
        more = quantity_of(other)
        if more is not None:
            quantity = added(quantity, more)
    yield replace(_casualties(role, quantity, token), is_retold=is_known_already(heads[0]))


def _along_with(verb: Token, head: Token) -> Iterator[Token]:
    """Those behind "along with" and "together with"."""
    for place in (verb, head):
        for child in place.children:
            for word in (child, *child.children):
                if word.lower_ == "with" and any(
                    t.lower_ in ("along", "together") for t in (child, word.head, *word.lefts, *child.lefts)
                ):
                    yield from (g for g in word.children if g.dep_ == "pobj")


def _in_front(token: Token, role: MentionRole) -> Iterator[Casualties]:
    """As in "leaving 12 dead and 30 wounded": figures right in front of the state."""
    doc, start = token.doc, token.i
    while start > token.sent.start and (
        doc[start - 1].pos_ in ("NUM", "NOUN", "ADV", "ADP", "ADJ", "DET", "SCONJ")
        and doc[start - 1].lower_ not in ("and", "in", "of", "after", "when")
    ):
        start -= 1
    words = [t.text for t in doc[start : token.i]]
    numbers = [
        t for t in doc[start : token.i] if t.pos_ == "NUM" or t.lower_ in ("dozens", "several", "scores")
    ]
    count = read_count(words) if numbers else None
    if count is not None and token.i - numbers[-1].i <= 3:
        yield _casualties(role, Quantity(count, doc[start], token), token)


def _casualties(role: MentionRole, quantity: Quantity, token: Token) -> Casualties:
    return Casualties(role, quantity.count, token_span(quantity.first, quantity.last), token.i)


def _is_negated(verb: Token) -> bool:
    """Whether it did not happen, or not yet: "did not kill", "an operation to detain a leader"."""
    judgement = judge(verb)
    return judgement.is_generic or judgement.assertion in _NOT_SO


def _owner(
    parsed: ParsedDocument, item: Casualties, triggers: Sequence[Trigger], by_token: dict[int, int]
) -> Optional[int]:
    """The trigger that a figure hangs on, else the nearest act of violence before it, in its sentence or the last."""
    token = parsed.doc[item.token]
    for above in (token, *token.ancestors):
        number = by_token.get(above.i)
        if number is not None and triggers[number].event_type in _VIOLENT:
            return number
    sentence = parsed.sentence_number_at(item.span.start)
    violent = [n for n, t in enumerate(triggers) if t.event_type in _VIOLENT and not t.is_planned]
    here = [n for n in violent if triggers[n].sentence == sentence]
    before = [n for n in here if triggers[n].span.start <= item.span.start]
    if here:
        return before[-1] if before else here[0]
    reach = _RETOLD_WITHIN if item.is_retold else 2
    earlier = [n for n in violent if sentence - reach <= triggers[n].sentence < sentence]
    return earlier[-1] if earlier else None
