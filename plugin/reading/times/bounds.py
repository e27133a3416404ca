"""What prepositions make of a time: since, until, before, after, between, from ... to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Optional

from ...core.timespan import TimeSpan
from ..parsed import ParsedDocument
from .sites import Site
from .spans import joined, with_preposition

_RANGE_SIGNS = frozenset(("-", "–", "—", "to", "until", "till", "through", "and", "/"))


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
        both = joined(first.timex.when, last.timex.when)
        if both is not None:
            start, end = first.timex.span.start, last.timex.span.end
            return Bounded(both, parsed.report.text[start:end], start, end)
    when = with_preposition(timex.when, site.prepositions)
    start = timex.span.start
    return Bounded(when, timex.text, start, timex.span.end)


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


def _follows_between(text: str, site: Site) -> bool:
    start = site.timex.span.start
    return "between" in text[max(0, start - 12) : start].lower()


def _are_neighbours(first: Site, last: Site) -> bool:
    """As in "on Saturday and Sunday"."""
    one, other = first.timex.when, last.timex.when
    return one is not None and other is not None and one.end is not None and one.end == other.start
