"""What prepositions make of a time: since, until, before, after, between, from ... to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Optional

from ...core.mentions import Timex
from ...core.timespan import Granularity, TimeSpan
from ..parsed import ParsedDocument
from ..tokens import Token
from .sites import Site
from .spans import joined, with_preposition
from .tense import Tense, tense_of

_MORNING = timedelta(hours=6)
_RANGE_SIGNS = frozenset(("-", "–", "—", "to", "until", "till", "through", "and", "/"))
_OVER = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
_LONGEST_CUT = timedelta(days=31)  # a longer time that the report lies in is told by its name: "in 2018"


@dataclass(frozen=True)
class Bounded:
    """A time with its prepositions read, and the words that were used."""

    when: TimeSpan
    text: str
    start: int
    end: int


def bounded(parsed: ParsedDocument, site: Site, sites: Sequence[Site]) -> Optional[Bounded]:
    """The time of a site as its preposition bounds it; None when its expression has no place on the time line."""
    timex = site.timex
    if timex.when is None:
        return None
    partner = _partner(parsed, site, sites)
    if partner is not None:
        first, last = sorted((site, partner), key=lambda s: s.timex.span.start)
        both = joined(first.timex.when, _until_morning(first.timex, last.timex.when))
        if both is not None:
            start, end = first.timex.span.start, last.timex.span.end
            return Bounded(both, parsed.report.text[start:end], start, end)
    when = with_preposition(timex.when, site.prepositions)
    start = timex.span.start
    return Bounded(when, timex.text, start, timex.span.end)


def over_by_report(when: TimeSpan, token: Token, published: date) -> TimeSpan:
    """The time of what a verb tells as over, cut off at the report: "this week", "has displaced thousands since May".

    What began since then and is not told in the perfect goes on.
    """
    end = datetime(published.year, published.month, published.day) + timedelta(days=1)
    if when.start is None or when.start >= end or tense_of(token) not in _OVER:
        return when
    if when.goes_on:
        is_over = tense_of(token) is not Tense.PAST and token.tag_ == "VBN"
    else:
        is_over = when.end is not None and end < when.end <= when.start + _LONGEST_CUT
    if not is_over:
        return when
    day = TimeSpan(end - timedelta(days=1), end, Granularity.DAY, published.isoformat())
    return joined(when, day) or when


def with_ranges_whole(parsed: ParsedDocument, sites: Sequence[Site]) -> list[Site]:
    """The sites of a sentence, the end of each range hanging where its start hangs: "the regime of 1976 to 1983"."""
    whole = []
    for site in sites:
        partner = _partner(parsed, site, sites)
        if partner is not None and partner.first < site.first:
            site = replace(
                site, word=partner.word, prepositions=partner.prepositions, is_modifier=partner.is_modifier
            )
        whole.append(site)
    return whole


def _partner(parsed: ParsedDocument, site: Site, sites: Sequence[Site]) -> Optional[Site]:
    """The other end of a range: "from March 3 to March 7", "between 2014 and 2016"."""
    text = parsed.report.text
    for other in sites:
        if other is site or other.timex.when is None:
            continue
        first, last = sorted((site, other), key=lambda s: s.timex.span.start)
        between = text[first.timex.span.end : last.timex.span.start].strip().lower()
        if between not in _RANGE_SIGNS:
            continue
        if between == "and" and not (_follows_between(text, first) or _are_neighbours(first, last)):
            continue
        return other
    return None


def _until_morning(first: Timex, last: Optional[TimeSpan]) -> Optional[TimeSpan]:
    """The day after a night ends it, and not itself: "the night of 3-4 March"."""
    night = first.when
    if not first.value.endswith("TNI") or night is None or last is None or last.start is None:
        return last
    if night.end != last.start:
        return last
    end = last.start + _MORNING
    return TimeSpan(last.start, end, Granularity.HOUR, f"{end - timedelta(hours=1):%Y-%m-%dT%H}")


def _follows_between(text: str, site: Site) -> bool:
    start = site.timex.span.start
    return "between" in text[max(0, start - 12) : start].lower()


def _are_neighbours(first: Site, last: Site) -> bool:
    """As in "on Saturday and Sunday"."""
    one, other = first.timex.when, last.timex.when
    return one is not None and other is not None and one.end is not None and one.end == other.start
