"""Where in the parse a time expression hangs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from ...core.mentions import Timex, TimexKind
from ...core.timespan import DateBasis, Granularity
from ..parsed import ParsedDocument
from ..tokens import Token
from .hanging import noun_named_by, rightly_hung

# What is named after a day: the 19 April Movement, the "9 May" People's Liberation Forces, the 25 April Bridge.
_NAMED_AFTER_DAYS = frozenset(
    "movement group organization organisation front brigade brigades battalion party revolution army forces committee "
    "column alliance command commando league union square street avenue bridge airport stadium university hospital "
    "hall city camp barracks prize medal".split()
)
_BESIDE_NAMES = frozenset("' \" ” ’ - ) ]".split())
_LONG = frozenset((Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY))
_LONGEST_NAME = 6  # words
_WEEK = timedelta(days=7)
_IN_NAMES = frozenset(("PROPN", "NOUN", "ADJ", "PART"))


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
    is_owned: bool = False  # whether the noun is that day's own: "Sunday's vote"

    @property
    def counts_from_before(self) -> bool:
        """Whether it counts on from what was told before: "a week later", "the next day"."""
        rule = self.timex.provenance.rule
        return self.timex.basis is DateBasis.NARRATIVE and rule.startswith("times/relative")

    @property
    def is_day(self) -> bool:
        """Whether it is a day or less: what follows from a deed in a month mostly follows within that month."""
        when = self.timex.when
        return when is not None and when.is_day_or_finer

    @property
    def is_short(self) -> bool:
        """Whether it is a week or less."""
        length = self.timex.when.length if self.timex.when is not None else None
        return length is not None and length <= _WEEK


def site_of(parsed: ParsedDocument, timex: Timex) -> Site:
    """Where a time expression hangs."""
    tokens = parsed.tokens_of(timex.span)
    inside = frozenset(token.i for token in tokens)
    head = tokens.root
    first = tokens[0]
    named = noun_named_by(parsed, timex)
    if named is not None:
        return Site(timex, named, (), True, first.i, inside)
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
    is_owner = head.dep_ == "poss"  # "by Monday's blast"
    if not prepositions and not is_owner and left is not None and left.pos_ in ("ADP", "SCONJ"):
        prepositions.append(left.lower_)
    word = rightly_hung(word, prepositions, inside, _is_over(parsed, timex))
    is_modifier = not prepositions and word.pos_ in ("NOUN", "PROPN") and head.i < word.i
    return Site(timex, word, tuple(prepositions), is_modifier, first.i, inside, is_owner)


def _is_over(parsed: ParsedDocument, timex: Timex) -> bool:
    """Whether a time lies before the day of the report."""
    published, end = parsed.report.published, timex.when.end if timex.when is not None else None
    return published is not None and end is not None and end.date() <= published


def is_usable(timex: Timex) -> bool:
    """Whether it can date an event: not a set, not a bare length, not "now"."""
    return timex.kind is not TimexKind.SET and timex.when is not None and timex.value != "PRESENT_REF"


def is_name(site: Site) -> bool:
    """Whether the expression is part of a name: "the 19 April Movement"; not "on 19 April army troops arrived"."""
    doc = site.word.doc
    is_bare = doc[site.first].pos_ != "DET"
    if not site.is_day or (is_bare and site.first and doc[site.first - 1].pos_ == "ADP"):
        return False
    name = []
    for token in doc[max(site.tokens) + 1 : max(site.tokens) + 1 + _LONGEST_NAME]:
        if token.pos_ in _IN_NAMES:
            name.append(token)
        elif token.text not in _BESIDE_NAMES:
            break
    return bool(name) and name[-1].lower_ in _NAMED_AFTER_DAYS


def names_its_noun(site: Site) -> bool:
    """Whether it only says which one the noun behind it is: "the 1998 bombing", "a 19th-century church"."""
    when = site.timex.when
    return site.is_modifier and when is not None and when.granularity in _LONG


def is_measure(site: Site) -> bool:
    """Whether it only says since when something is the first or worst: "the attack, the deadliest since 2008"."""
    return "since" in site.prepositions and sets_a_record(site.word)


def sets_a_record(token: Token) -> bool:
    """As in "the deadliest", "the first"."""
    return token.tag_ == "JJS" or token.lower_ in ("first", "only", "worst")
