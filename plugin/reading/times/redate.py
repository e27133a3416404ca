"""A report's date given later: what was stored without it resolves, without reading again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Optional

from ...core.mentions import Provenance
from ...core.timespan import DateBasis, TimeSpan
from .counted import Shifted
from .expression import SIDE_SUFFIX, Anchors, Base, Expression, Resolved, Side, resolved_or_none
from .later import AHEAD, BEFORE_TOLD, FRESH_RULES, LASTING, PUBLISHED, is_fresh
from .named import Yearless
from .period import Period, Unit
from .recognise import recognise
from .spans import joined, open_from, stretch_up_to, with_preposition

_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
_INHERITED = re.compile(r"(times/inherit/[a-z-]+)/(times/.+)$")


@dataclass(frozen=True)
class Redated:
    """A time that has found its place, what it rests on and why; `is_inherited` when it is that of another event."""

    when: TimeSpan
    basis: DateBasis
    provenance: Provenance
    is_inherited: bool = False


def redate(text: str, edtf: str, rule: str, published: date) -> Optional[Redated]:
    """The time of an event that was read without a report date, now that there is one.

    Parameters
    ----------
    text : str
        The words used ("on Tuesday", "March 30").
    edtf : str
        The partial date stored ("XXXX-03-30"), or empty.
    rule : str
        Name of the rule that read it. Its beginning tells how the event came by the words
        (``times/inherit/topic/times/...``), its ending what the verb said (``/ahead``, ``/open``).
    published : datetime.date
        The report's date.

    Returns
    -------
    Redated or None
        None when the words still name no time: they hang on an event that is undated itself, or tell none.
    """
    if rule in (PUBLISHED, AHEAD):
        return _of_report(rule, published)
    inherited = _INHERITED.match(rule)
    way, own = (inherited.group(1), inherited.group(2)) if inherited else ("", rule)
    if way == BEFORE_TOLD:
        return None
    found = _lasting(text, published) if own == LASTING else _of_words(text, edtf, own, published)
    if way in FRESH_RULES and (found is None or not is_fresh(found.when, published)):
        return _of_report(PUBLISHED, published)
    if found is None or not way:
        return found
    provenance = Provenance(way, found.provenance.why, found.provenance.score)
    return Redated(found.when, DateBasis.NARRATIVE, provenance, is_inherited=True)


def _of_report(rule: str, published: date) -> Redated:
    """The report's day, or what lies ahead of it."""
    day = Period.of_date(published).span()
    if rule == AHEAD:
        start = datetime(published.year, published.month, published.day)
        why = f"Told as lying ahead of the report's date, {day.edtf}."
        return Redated(open_from(start), DateBasis.PUBLICATION, Provenance(rule, why, 0.3))
    why = f"No date is told; the report is of {day.edtf}."
    return Redated(day, DateBasis.PUBLICATION, Provenance(rule, why, 0.3))


def _of_words(text: str, edtf: str, rule: str, published: date) -> Optional[Redated]:
    side = next((side for side, suffix in SIDE_SUFFIX.items() if rule.endswith(suffix)), Side.PAST)
    resolved = _resolved(_read(text) or _stored(edtf.partition("/")[0]), published, side)
    spans = [one.when for one in resolved if one.when is not None and one.when.is_dated]
    if not spans or edtf.startswith("../"):  # "until May" tells no beginning
        return None
    when = spans[0]
    if edtf.endswith("/.."):
        when = with_preposition(when, ("since",))
    elif len(spans) > 1:
        when = joined(spans[0], spans[-1]) or when
    return Redated(when, resolved[0].basis, Provenance(rule, resolved[0].why, resolved[0].score))


def _lasting(text: str, published: date) -> Optional[Redated]:
    """The stretch up to the report that a length tells."""
    for one in _resolved([item.expression for item in recognise(text)], published, Side.PAST):
        when = stretch_up_to(one.value, published)
        if when is not None:
            why = f"Up to the report's date, {published.isoformat()}."
            return Redated(when, DateBasis.RELATIVE, Provenance(LASTING, why, 0.6))
    return None


def _resolved(expressions: list[Expression], published: date, side: Side) -> list[Resolved]:
    anchors = Anchors(Period.of_date(published), side=side)
    tried = [resolved_or_none(expression, anchors) for expression in expressions]
    return [one for one in tried if one is not None]


def _read(text: str) -> list[Expression]:
    """What the words say, unless they count from another event."""
    found = [item.expression for item in recognise(text)]
    return [] if any(isinstance(one, Shifted) and one.base is Base.REFERENCE for one in found) else found


def _stored(edtf: str) -> list[Expression]:
    match = _YEARLESS.match(edtf)
    if match is None:
        return []
    number, day = int(match.group(1)), int(match.group(2) or 0)
    if day:
        return [Yearless(Unit.DAY, number, day)]
    if number <= 12:
        return [Yearless(Unit.MONTH, number)]
    if 21 <= number <= 24:
        return [Yearless(Unit.SEASON, number - 20)]
    return [Yearless(Unit.QUARTER, number - 32)] if 33 <= number <= 36 else []
