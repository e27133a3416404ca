"""Lengths of time that end at the report: "five have been killed in two months", "16 years of involvement"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Optional

from ...core.mentions import Provenance
from ...core.timespan import DateBasis, Granularity, TimeSpan
from ..links import TimeLink, Trigger
from ..parsed import ParsedDocument
from .attach import Site
from .period import Period, Unit, moment
from .tense import clause_of, tense_of

_LENGTH = re.compile(r"P(\d+)(D|W|M|Y|DE)$")
_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR, "DE": Unit.DECADE}


def up_to_report(parsed: ParsedDocument, trigger: Trigger, sites: Sequence[Site]) -> Optional[TimeLink]:
    """The stretch up to the report that a length beside the trigger tells.

    None where the trigger is neither a state nor told in the perfect: "the siege lasted two months" ends anywhere.
    """
    published = parsed.report.published
    token = parsed.doc[trigger.token]
    if published is None or not (trigger.is_state or tense_of(token) == "perfect"):
        return None
    for site in sites:
        match = _LENGTH.match(site.timex.value)
        belongs = site.word.i == token.i or clause_of(site.word).i == clause_of(token).i
        is_of = token.dep_ == "pobj" and token.head.lower_ == "of" and site.word.i == token.head.head.i
        if match is None or not (belongs or is_of):
            continue
        day = Period.of_date(published)
        first = day.shifted(_UNITS[match.group(2)], -int(match.group(1))).first_day
        edtf = f"{Period(Unit.DAY, first).edtf}/{day.edtf}"
        when = TimeSpan(moment(first), moment(day.end_day), Granularity.INTERVAL, edtf)
        why = f'"{site.timex.text}" up to the report\'s date, {day.edtf}.'
        return TimeLink(
            when, site.timex.text, site.timex.span, DateBasis.RELATIVE, Provenance("times/lasting", why, 0.6)
        )
    return None
