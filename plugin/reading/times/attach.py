"""Which time expression belongs to which trigger, by the parse of their sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from spacy.tokens import Token

from ...core.mentions import Timex, TimexKind
from ..links import Trigger
from ..parsed import ParsedDocument
from .grounds import carries_on, is_pointed_at
from .tense import ABOUT_A_DEED, clause_of

TOLD = frozenset(
    "say tell announce report state claim add note warn declare confirm reveal explain describe insist argue stress "
    "acknowledge allege assert believe think write tweet deny disclose recall point".split()
)
TELLINGS = frozenset(
    "statement interview conference briefing speech message report release communique broadcast tweet post letter "
    "telegram note bulletin video reporter journalist".split()
)
_JUDGED = frozenset(
    "condemn denounce praise criticise criticize investigate blame welcome punish mark mourn".split()
)
# What is named after a day: the 19 April Movement, the 25 April Bridge.
_NAMED_AFTER_DAYS = frozenset(
    "movement group organization organisation front brigade brigades battalion party revolution army committee column "
    "alliance command commando street avenue square bridge airport stadium university hospital hall city camp".split()
)
_THROUGH = frozenset("in at during after following on with amid since".split())
_APART = frozenset("after before since until if because".split())
_ALONGSIDE = frozenset("advcl xcomp acl pcomp prep ccomp".split())


@dataclass(frozen=True)
class Site:
    """Where a time expression hangs in the parse.

    `word` is the noun or verb it modifies, `prepositions` stand between, nearest first; `is_modifier` when it stands
    before its noun ("the September 2016 drill").
    """

    timex: Timex
    word: Token
    prepositions: tuple[str, ...]
    is_modifier: bool
    first: int  # index of its first token
    tokens: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Attachment:
    """A time expression found for a trigger, and how close they stand: 5 is the trigger's own modifier."""

    site: Site
    closeness: float
    why: str
    is_of_telling: bool = False  # the day on which somebody told of it
    is_in_which: bool = False  # the event lies in it, whatever stands before it: "since May, when ..."


IN_WHICH = 4.95  # closeness of an expression to what it is told to hold: "May 2017, when a bomb killed ten"
TELLING = 0.5  # closeness of an expression that dates the telling, not the event


def site_of(parsed: ParsedDocument, timex: Timex) -> Site:
    """Where a time expression hangs."""
    tokens = parsed.tokens_of(timex.span)
    inside = {token.i for token in tokens}
    head = tokens.root
    first = tokens[0]
    prepositions = [token.lower_ for token in tokens if token.pos_ == "ADP" and token.i == first.i]
    word = head
    while word.head.i != word.i:
        word = word.head
        if word.i in inside:
            continue
        if word.pos_ in ("ADP", "SCONJ") or word.dep_ == "prep":
            prepositions.append(word.lower_)
            continue
        break
    left = parsed.doc[first.i - 1] if first.i else None
    if not prepositions and left is not None and left.pos_ in ("ADP", "SCONJ"):
        prepositions.append(left.lower_)
    is_modifier = not prepositions and word.pos_ in ("NOUN", "PROPN") and head.i < word.i
    return Site(timex, word, tuple(prepositions), is_modifier, first.i, frozenset(inside))


def is_usable(timex: Timex) -> bool:
    """Whether it can date an event: not a set, not a bare length, not "now"."""
    return timex.kind is not TimexKind.SET and timex.when is not None and timex.value != "PRESENT_REF"


def is_name(site: Site) -> bool:
    """Whether the expression is part of a name: "the 19 April Movement"."""
    word = site.word
    return word.i > site.first and word.pos_ == "PROPN" and word.lower_ in _NAMED_AFTER_DAYS


def attach(
    trigger: Trigger, token: Token, sites: Sequence[Site], taken: frozenset[int]
) -> Optional[Attachment]:
    """The closest expression of the trigger's sentence, None when each belongs to something else.

    `taken` are the tokens of the sentence's other triggers: a noun's own date is not lent to them.
    """
    best: Optional[Attachment] = None
    for site in sites:
        closeness, why = _closeness(token, site, taken)
        if closeness <= 0:
            continue
        distance = abs(site.timex.span.start - trigger.span.start) / 10_000
        found = Attachment(site, closeness - distance, why, closeness == TELLING, closeness == IN_WHICH)
        if best is None or found.closeness > best.closeness:
            best = found
    return best


def _closeness(token: Token, site: Site, taken: frozenset[int]) -> tuple[float, str]:
    text = site.timex.text
    word = site.word
    if _is_record(token) and "since" in site.prepositions:
        return 0, ""  # "the deadliest attack since May"
    if clause_of(token).dep_ == "relcl" and clause_of(token).head.i in site.tokens:
        return IN_WHICH, f'"{text}" is when "{token.text}" was.'
    if word.i == token.i:
        return 5.0, f'"{text}" modifies "{token.text}".'
    if site.first == token.i + 1 and not site.is_modifier:
        return 4.9, f'"{text}" follows "{token.text}".'
    if site.is_modifier:
        if token.pos_ in ("NOUN", "PROPN") and _noun_head(word).i == _noun_head(token).i:
            return 4.8, f'"{text}" stands in the same noun phrase as "{token.text}".'
        if word.i in taken or _noun_head(word).i in taken:
            return (
                (1.5, f'"{text}" dates the {word.text} that "{token.text}" is told with.')
                if _told_with(token, word)
                else (0, "")
            )
    elif word.i in taken and word.pos_ in ("NOUN", "PROPN"):
        if _is_under(token, word):
            return 2.5, f'"{text}" dates the {word.text} that "{token.text}" tells of.'
        return (
            (1.5, f'"{text}" dates the {word.text} that "{token.text}" is told with.')
            if _told_with(token, word)
            else (0, "")
        )
    if token.pos_ in ("NOUN", "PROPN") and _is_said_of(token, clause_of(word)):
        return 4.5, f'"{text}" stands in what is said of "{token.text}".'
    if (
        token.pos_ in ("NOUN", "PROPN")
        and token.is_ancestor(word)
        and clause_of(word).i == clause_of(token).i
    ):
        return 4.6, f'"{text}" stands in the phrase of "{token.text}".'
    mine, its = clause_of(token), clause_of(word)
    if its.dep_ == "relcl" and token.pos_ == "NOUN" and token.is_ancestor(its) and its.head.i not in taken:
        return 3.2, f'"{text}" stands in what is told of "{token.text}".'
    if word.i == mine.i and _is_spoken_of(token, mine):
        return 0, ""  # "on Tuesday the bishop condemned the raid"
    if mine.i == its.i:
        return 4.0 if word.i == mine.i else 3.0, f'"{text}" stands in the clause of "{token.text}".'
    return _across_clauses(token, mine, its, text, taken)


def _across_clauses(
    token: Token, mine: Token, its: Token, text: str, taken: frozenset[int]
) -> tuple[float, str]:
    climbing, is_told = mine, False
    while climbing.head.i != climbing.i:
        above = clause_of(climbing.head)
        if above.i == climbing.i:
            break
        is_told = is_told or (climbing.dep_ == "ccomp" and above.lemma_.lower() in TOLD)
        if climbing.dep_ == "conj" and above.i == its.i and not is_told:
            return 2.2, f'"{text}" stands in the clause that "{token.text}" is joined to.'
        if _is_about_somebody(climbing, taken):
            return 0, ""
        if above.i == its.i:
            if is_told:
                return TELLING, f'"{text}" is when it was told.'
            if climbing.dep_ == "advcl" and any(
                c.dep_ == "mark" and c.lower_ in _APART for c in climbing.children
            ):
                return 0, ""
            return 2.0, f'"{text}" stands in the clause above "{token.text}".'
        climbing = above
    return _from_below(token, mine, its, text)


def _is_spoken_of(noun: Token, verb: Token) -> bool:
    """Whether a deed is known already and the clause only speaks of it: "charged with the raid", "blamed the raid"."""
    if noun.pos_ not in ("NOUN", "PROPN") or verb.lemma_.lower() not in TOLD | _JUDGED | ABOUT_A_DEED:
        return False
    return noun.i > verb.i and is_pointed_at(noun)


def _is_record(token: Token) -> bool:
    """As in "the deadliest attack", "the first summit"."""
    return token.pos_ == "NOUN" and any(
        child.tag_ == "JJS" or child.lower_ in ("first", "only", "worst") for child in token.children
    )


def _is_said_of(noun: Token, clause: Token) -> bool:
    """Whether a participle tells of the event itself: "the truce agreed in May", not "the raid condemned in May"."""
    if clause.dep_ != "acl" or clause.tag_ != "VBN" or clause.head.i != noun.i:
        return False
    return clause.lemma_.lower() not in TOLD | _JUDGED


def _is_about_somebody(clause: Token, taken: frozenset[int]) -> bool:
    """Whether a clause tells of somebody or something: "the men who fled (or: accused of it) were caught on Monday"."""
    is_participle = clause.dep_ == "acl" and clause.tag_ == "VBN"
    if not is_participle and (clause.dep_ != "relcl" or clause.tag_ != "VBD"):
        return False
    of = clause.head
    if of.i in taken or of.lemma_.lower() in TELLINGS or of.ent_type_ in ("DATE", "TIME"):
        return False
    return not carries_on(clause)


def _from_below(token: Token, mine: Token, its: Token, text: str) -> tuple[float, str]:
    """An expression in a clause under the trigger's: "detained two men while searching for him yesterday"."""
    climbing = its
    while climbing.head.i != climbing.i:
        above = clause_of(climbing.head)
        is_a_deed_of = climbing.dep_ == "pcomp" and climbing.head.head.lemma_.lower() in ABOUT_A_DEED
        if above.i == climbing.i or climbing.dep_ == "relcl" or is_a_deed_of:
            break
        if climbing.dep_ == "conj" and above.i == mine.i:
            return 0.8, f'"{text}" stands in the clause joined to that of "{token.text}".'
        if climbing.dep_ not in _ALONGSIDE or any(
            c.dep_ == "mark" and c.lower_ in _APART for c in climbing.children
        ):
            break
        if above.i == mine.i:
            return 1.8, f'"{text}" stands in a clause that tells of the same time as "{token.text}".'
        climbing = above
    return 0, ""


def _noun_head(token: Token) -> Token:
    while token.dep_ in ("compound", "nmod", "amod", "poss", "nummod") and token.head.pos_ in (
        "NOUN",
        "PROPN",
    ):
        token = token.head
    return token


def _is_under(token: Token, noun: Token) -> bool:
    """Whether a clause hangs on a noun: "the strike in April that killed ..."."""
    clause = clause_of(token)
    return clause.dep_ in ("relcl", "acl") and clause.head.i == noun.i


def _told_with(token: Token, noun: Token) -> bool:
    """Whether a noun stands beside the trigger in a phrase of time: "in a recent meeting, he urged"."""
    phrase = _noun_head(noun).head
    if phrase.pos_ not in ("ADP", "SCONJ", "VERB") or phrase.lower_ not in _THROUGH:
        return False
    return phrase.head.i == token.i or clause_of(phrase.head).i == clause_of(token).i
