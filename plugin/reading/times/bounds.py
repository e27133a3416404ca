"""What prepositions make of a time: since, until, before, after, between, from ... to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Optional

from ...core.timespan import Granularity, TimeSpan
from ..parsed import ParsedDocument
from .attach import Site

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


def with_preposition(when: TimeSpan, prepositions: Sequence[str]) -> TimeSpan:
    """A time after "since", "until", "before" or "after"; itself after any other."""
    if "since" in prepositions and not when.is_dated and when.edtf:
        return TimeSpan(None, None, Granularity.INTERVAL, f"{when.edtf}/..")
    if "since" in prepositions and when.start is not None:
        return TimeSpan(when.start, None, Granularity.INTERVAL, f"{_first(when)}/..")
    if ("until" in prepositions or "till" in prepositions) and when.end is not None:
        return TimeSpan(None, when.end, Granularity.INTERVAL, f"../{_last(when)}")
    if ("before" in prepositions or "by" in prepositions) and when.start is not None:
        end = when.start if "before" in prepositions else when.end
        return TimeSpan(None, end, Granularity.INTERVAL, f"../{_last(when)}")
    return when


def open_from(start: datetime) -> TimeSpan:
    """From a moment on."""
    return TimeSpan(start, None, Granularity.INTERVAL, f"{start:%Y-%m-%d}/..")


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
        if (
            between == "and"
            and "between" not in text[max(0, first.timex.span.start - 12) : first.timex.span.start].lower()
        ):
            continue
        return other
    return None


def joined(first: Optional[TimeSpan], last: Optional[TimeSpan]) -> Optional[TimeSpan]:
    """From the start of one time to the end of another; None when that is no span."""
    if first is None or last is None or first.start is None or last.end is None or first.start >= last.end:
        return None
    return TimeSpan(first.start, last.end, Granularity.INTERVAL, f"{_first(first)}/{_last(last)}")


def _first(when: TimeSpan) -> str:
    return when.edtf.split("/")[0] or (f"{when.start:%Y-%m-%d}" if when.start else "")


def _last(when: TimeSpan) -> str:
    told = when.edtf.rsplit("/", 1)[-1]
    return told or (f"{when.end - timedelta(days=1):%Y-%m-%d}" if when.end else "")
