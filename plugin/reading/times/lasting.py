"""Lengths of time that end at the report: "five have been killed in two months", "16 years of involvement"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ...core.mentions import Provenance
from ...core.timespan import DateBasis, Granularity, TimeSpan
from ..links import TimeLink, Trigger
from ..parsed import ParsedDocument
from .expression import NO_REPORT_DATE
from .later import LASTING
from .sites import Site
from .spans import is_countable, stretch_up_to
from .tense import Tense, clause_of, tense_of


def up_to_report(parsed: ParsedDocument, trigger: Trigger, sites: Sequence[Site]) -> Optional[TimeLink]:
    """The stretch up to the report that a length beside the trigger tells.

    None where the trigger is neither a state nor told in the perfect: "the siege lasted two months" ends anywhere.
    """
    published = parsed.report.published
    token = parsed.doc[trigger.token]
    if not (trigger.is_state or tense_of(token) is Tense.PERFECT):
        return None
    for site in sites:
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
