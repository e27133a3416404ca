"""Whose figures they are: each figure of people with the trigger whose event it belongs to."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Optional

from ...core.event_types import DEEDS, FORCE, EventType
from ...core.mentions import MentionRole
from ...core.report import Span
from ..closed_classes import DEFINITE
from ..links import Trigger
from ..parsed import ParsedDocument, token_span
from ..series import series_of
from ..tokens import Token
from .accidents import tells_an_accident
from .counts import Casualties
from .figures import read_count
from .lexicon import word_class
from .own_days import OwnDays
from .recounted import counted_among, told_of_the_same
from .roles import objects_of_prepositions
from .same_people import is_told_apart
from .subjects import subject_of
from .totals import marked_totals

_FITTING = {
    MentionRole.FATALITIES: DEEDS,
    MentionRole.INJURED: DEEDS,
    MentionRole.CAPTURED: FORCE,
    MentionRole.DISPLACED: DEEDS | {EventType.RETREAT},
}
# Modes that make a trigger the likelier owner of captives, and those that take or harm things, not people.
_TAKING_PEOPLE = frozenset("arrest kidnap hijack".split())
_ARRESTING = frozenset(("arrest",))
_HARM = frozenset((MentionRole.FATALITIES, MentionRole.INJURED))
_HARMLESS = frozenset("arson looting destruction seizure curfew siege pursuit".split())
_REACH = 3  # sentences back for a figure by itself
_REACH_RETOLD = 8  # and for one that counts somebody told of before
_ALONG = frozenset("dead killed wounded injured and , ;".split())
_CAUSES = frozenset("after following over against for about by at".split())


@dataclass(frozen=True)
class _Deeds:
    """The triggers of a document, and their numbers by token, by sentence and by words of their own."""

    triggers: Sequence[Trigger]
    by_token: dict[int, int]
    by_sentence: dict[int, list[int]]
    scoped: Sequence[tuple[int, Span]]

    @classmethod
    def of(cls, triggers: Sequence[Trigger]) -> _Deeds:
        by_sentence: dict[int, list[int]] = defaultdict(list)
        for number, trigger in enumerate(triggers):
            by_sentence[trigger.sentence].append(number)
        return cls(
            triggers,
            {trigger.token: number for number, trigger in enumerate(triggers) if not trigger.nth},
            dict(by_sentence),
            [(number, t.scope) for number, t in enumerate(triggers) if t.scope is not None],
        )

    def told_in(self, sentences: range) -> list[int]:
        """Numbers of the triggers in some sentences, in text order."""
        return [number for sentence in sentences for number in self.by_sentence.get(sentence, ())]


def casualties_of(
    parsed: ParsedDocument,
    triggers: Sequence[Trigger],
    casualties: Sequence[Casualties],
    days: OwnDays,
) -> list[list[Casualties]]:
    """For each trigger the figures of its own clause; a figure belongs to one trigger.

    Those who were counted before, and whom a later clause without a place or day of its own speaks of again, count with
    the deed told first.
    """
    deeds = _Deeds.of(triggers)
    given: list[list[Casualties]] = [[] for _ in triggers]
    owners: list[tuple[Casualties, int]] = []
    parts: list[tuple[Casualties, Casualties]] = []  # who was counted before, and with whom
    for item in marked_totals(parsed, casualties):
        same = told_of_the_same(parsed, item, owners, triggers) or counted_among(parsed, item, owners, parts)
        owner = same[1] if same is not None else _owner(parsed, item, deeds, owners)
        if owner is None or (not _share_a_sentence(parsed, item, triggers[owner]) and days.part(item, owner)):
            continue
        if same is not None:
            parts.append((item, same[0]))
        given[owner].append(item if same is None else replace(item, is_more=False))
        owners.append((item, owner))
    for number, trigger in enumerate(triggers):
        if trigger.scope is not None and not given[number]:
            given[number] += _understood(parsed, trigger.scope, given[number - trigger.nth])
    return given


def _share_a_sentence(parsed: ParsedDocument, item: Casualties, trigger: Trigger) -> bool:
    return parsed.sentence_number_at(item.span.start) == trigger.sentence


def _understood(parsed: ParsedDocument, scope: Span, first: Sequence[Casualties]) -> list[Casualties]:
    """The figure that stands alone where its verb is understood: "three in Y" behind "killed five in X"."""
    lead = list(itertools.takewhile(lambda t: t.dep_ != "prep", parsed.tokens_of(scope)))
    count = read_count([t.lower_ for t in lead])
    if count is None or not first:
        return []
    return [Casualties(first[0].role, count, token_span(lead[0], lead[-1]), lead[0].i)]


def _owner(
    parsed: ParsedDocument,
    item: Casualties,
    deeds: _Deeds,
    owners: Sequence[tuple[Casualties, int]],
) -> Optional[int]:
    """The trigger that a figure hangs on, else the nearest fitting one before it, in its sentence or those before."""
    token, triggers, by_token = parsed.doc[item.token], deeds.triggers, deeds.by_token
    if token.i not in by_token and _is_of_a_series(token):
        return None
    scoped = (n for n, scope in deeds.scoped if scope.contains(item.span))
    if (alone := next(scoped, None)) is not None:
        return alone  # "killed six in X and four in Y"
    if token.i not in by_token:
        named = (by_token.get(noun.i) for noun in _what_did_it(token))
        if (deed := next((n for n in named if n is not None and _fits(item, triggers[n])), None)) is not None:
            return deed
        if owners and _is_told_along(parsed, owners[-1][0], item):
            return owners[-1][1]
    below = token
    for above in (token, *token.ancestors):
        number = by_token.get(above.i)
        if above != token and _begins_a_clause(below):
            break  # what stands above is told by itself
        below = above
        if number is not None and triggers[number].event_type is EventType.ACCUSE:
            return None  # "accused him of causing the death of a friend": of that, nothing else is told
        if number is None or not _fits(item, triggers[number]):
            continue
        if triggers[number].event_type is EventType.PROTEST and _is_its_cause(token):
            return None  # "protested over the death of a student"
        return number
    sentence = parsed.sentence_number_at(item.span.start)
    if item.is_more and (added := _toll_before(parsed, item, sentence, owners)) is not None:
        return added
    if tells_an_accident(list(parsed.sentence_tokens(parsed.sentences[sentence]))):
        return None  # its victims are no casualties of what was told before
    reach = _REACH_RETOLD if item.is_retold or item.is_more or _comes_of_the_deed(token) else _REACH
    here, earlier = (
        [n for n in deeds.told_in(sentences) if _may_own(parsed, item, triggers[n])]
        for sentences in (range(sentence, sentence + 1), range(max(0, sentence - reach), sentence))
    )
    if item.role is MentionRole.CAPTURED:
        takers = [n for n in here if triggers[n].mode in _TAKING_PEOPLE]
        before = [n for n in earlier if triggers[n].mode in _TAKING_PEOPLE]
        here, earlier = (takers, []) if takers else ([], before) if before else (here, earlier)
    if item.role in _HARM:
        harming = [n for n in here if triggers[n].mode not in _ARRESTING]
        if harming or earlier:
            here = harming  # "rebels stormed a jail. Ten were arrested and a guard hurt"
    if here:
        told = [n for n in here if triggers[n].span.start <= item.span.start]
        return told[-1] if told else here[0]
    return _likeliest(parsed, item, triggers, earlier)


def _may_own(parsed: ParsedDocument, item: Casualties, trigger: Trigger) -> bool:
    """Whether what a trigger tells may have befallen those whom a figure counts."""
    if not _fits(item, trigger) or trigger.is_planned:
        return False
    return not _says_who_they_are(parsed.doc[trigger.token], item)


def _what_did_it(harm: Token) -> Iterator[Token]:
    """The nouns that may tell the deed: "an ambush left three dead", "seven died in the attack"."""
    yield from (c for c in harm.children if c.dep_ == "nsubj")
    yield from objects_of_prepositions(harm, ("in", "by", "during"))


def _says_who_they_are(deed: Token, item: Casualties) -> bool:
    """As in "the death of the man behind the attack": another deed than that which befell him."""
    return deed.head.lower_ == "behind" and deed.doc[deed.head.i - 1] in item.people


def _comes_of_the_deed(harm: Token) -> bool:
    """As in "the final engagement resulted in ten deaths": the deed is one told of."""
    verb = next((t for t in (harm, *harm.ancestors) if t.pos_ == "VERB"), None)
    subject = None if verb is None else subject_of(verb)
    if subject is None or subject.lower_ not in word_class("deed"):
        return False
    return any(c.lower_ in DEFINITE for c in subject.lefts)


def _is_told_along(parsed: ParsedDocument, before: Casualties, item: Casualties) -> bool:
    """Whether a figure goes on with the one before: "left four rebels dead and three soldiers wounded"."""
    if before.role is item.role or before.span.end >= item.span.start:
        return False
    between = parsed.text_of(Span(before.span.end, item.span.start)).lower()
    return set(re.findall(r"\w+|[^\s\w]", between)) <= _ALONG


def _toll_before(
    parsed: ParsedDocument, item: Casualties, sentence: int, owners: Sequence[tuple[Casualties, int]]
) -> Optional[int]:
    """Whose toll it adds to: "three were killed in a raid ... Two more were killed"."""
    if is_told_apart(parsed.doc[item.token]):
        return None
    last = next(((other, owner) for other, owner in reversed(owners) if other.role is item.role), None)
    if last is None or sentence - parsed.sentence_number_at(last[0].span.start) > _REACH:
        return None
    return last[1]


def _is_of_a_series(deed: Token) -> bool:
    """Whether several deeds did it that are told one by one: "attacks, one in X and another in Y, killed forty"."""
    deeds = (below for c in deed.children for below in (c.children if c.dep_ in ("prep", "agent") else (c,)))
    return any(below.dep_ in ("nsubj", "pobj") and series_of(below) for below in deeds)


def _begins_a_clause(verb: Token) -> bool:
    """Whether a coordinated verb has a subject of its own: "they killed ten, and an ambush left six dead"."""
    return verb.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _fits(item: Casualties, trigger: Trigger) -> bool:
    if item.role is MentionRole.CAPTURED and trigger.mode == "surrender":
        return True  # who gives himself up is taken
    return trigger.event_type in _FITTING[item.role]


def _likeliest(
    parsed: ParsedDocument, item: Casualties, triggers: Sequence[Trigger], earlier: Sequence[int]
) -> Optional[int]:
    """The last of the events told before that harmed people; where the figure has a place, one told with that place."""
    harmful = [n for n in earlier if triggers[n].mode not in _HARMLESS] or list(earlier)
    if parsed.doc[item.token].lower_ in word_class("slaying"):
        harmful = [
            n for n in harmful if triggers[n].event_type is not EventType.PROTEST
        ]  # "his murder" was none
    if item.role in _HARM:
        harmful = [n for n in harmful if triggers[n].mode not in _TAKING_PEOPLE] or harmful
    places = _places_beside(parsed.doc[item.token])
    if places:
        there = [n for n in harmful if places & _names_in(parsed, triggers[n].sentence)]
        return there[-1] if there else None
    return harmful[-1] if harmful else None


def _places_beside(token: Token) -> set[str]:
    """Names behind "in", "at" or "near" of the word that says what befell them."""
    return {
        below.lower_
        for child in token.children
        if child.dep_ == "prep" and child.lower_ in ("in", "at", "near")
        for below in child.children
        if below.pos_ == "PROPN" and below.ent_type_ not in ("DATE", "TIME")
    }


def _names_in(parsed: ParsedDocument, number: int) -> set[str]:
    return {t.lower_ for t in parsed.sentence_tokens(parsed.sentences[number]) if t.pos_ == "PROPN"}


def _is_its_cause(token: Token) -> bool:
    """Whether a noun says what a protest was about, not what came of it: "after the death", "denounced the murder"."""
    if token.pos_ != "NOUN":
        return False
    return (token.dep_ == "dobj" and token.head.lower_ in word_class("protests-at")) or any(
        t.dep_ == "prep" and t.lower_ in _CAUSES for t in token.ancestors
    )
