"""Lengths of time beside an event: up to the report ("five have been killed in two months"), or between several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ...core.mentions import Provenance
from ...core.timespan import DateBasis, Granularity, TimeSpan
from ..links import TimeLink, Trigger
from ..parsed import ParsedDocument
from .before import before_report
from .expression import NO_REPORT_DATE
from .later import LASTING
from .sites import Site
from .spans import is_countable, stretch_up_to
from .tense import Tense, clause_of, tense_of

# What a court or an authority does to somebody for a time, which lies ahead: "has been jailed for six years".
_FOR_A_TIME = frozenset(
    "jail imprison sentence condemn ban bar suspend disqualify exclude remand extend prolong".split()
)


def told_apart(parsed: ParsedDocument, trigger: Trigger, sites: Sequence[Site]) -> Optional[TimeLink]:
    """When several were, of which only is told how far they lay apart: "two blasts hit the city, a week apart".

    Not on one day that was told before, at any rate.
    """
    clause = clause_of(parsed.doc[trigger.token])
    for site in sites:
        text = site.timex.text
        if _is_between(parsed, site) and clause_of(site.word).i == clause.i:
            return before_report(parsed.report.published, f'Told as "{text}" apart, without a day.')
    return None


def _is_between(parsed: ParsedDocument, site: Site) -> bool:
    """As in "a week apart", "within a week of each other"."""
    doc, end = parsed.doc, parsed.tokens_of(site.timex.span).end
    behind = [doc[number].lower_ for number in range(end, min(end + 3, len(doc)))]
    is_apart = behind[:1] == ["apart"] or behind in (["of", "each", "other"], ["of", "one", "another"])
    return is_apart and is_countable(site.timex.value)


def up_to_report(parsed: ParsedDocument, trigger: Trigger, sites: Sequence[Site]) -> Optional[TimeLink]:
    """The stretch up to the report that a length beside the trigger tells.

    So does its age ("an eight-month-old truce"). None where the trigger is neither a state nor told in the perfect:
    "the siege lasted two months" ends anywhere, and the time for which somebody "has been jailed" lies ahead.
    """
    published = parsed.report.published
    token = parsed.doc[trigger.token]
    is_imposed = clause_of(token).lemma_.lower() in _FOR_A_TIME
    goes_on = trigger.is_state or (tense_of(token) is Tense.PERFECT and not is_imposed)
    for site in sites:
        is_its_age = site.is_modifier and site.word.i == token.i and site.timex.text.lower().endswith("old")
        if not (goes_on or is_its_age):
            continue
        belongs = site.word.i == token.i or clause_of(site.word).i == clause_of(token).i
        is_of = token.dep_ == "pobj" and token.head.lower_ == "of" and site.word.i == token.head.head.i
        if not is_countable(site.timex.value) or not (belongs or is_of):
            continue
        text, span = site.timex.text, site.timex.span
        when = stretch_up_to(site.timex.value, published) if published else None
        if published is None or when is None:
            why = f'"{text}" up to the report\'s date. {NO_REPORT_DATE}'
            undated = TimeSpan(None, None, Granularity.INTERVAL)
            return TimeLink(undated, text, span, DateBasis.RELATIVE, Provenance(LASTING, why, 0.3))
        why = f'"{text}" up to the report\'s date, {published.isoformat()}.'
        return TimeLink(when, text, span, DateBasis.RELATIVE, Provenance(LASTING, why, 0.6))
    return None
