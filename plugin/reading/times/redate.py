"""A report's date given later: what was stored without it resolves, without reading again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Optional

from ...core.mentions import Provenance
from ...core.timespan import DateBasis, TimeSpan
from .bounds import joined, with_preposition
from .counted import Shifted
from .expression import Anchors, Base, Expression, Side, resolved_or_none
from .named import Yearless
from .period import Period, Unit
from .recognise import recognise
from .timexes import SIDE_SUFFIX

_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")


@dataclass(frozen=True)
class Redated:
    """A time that has found its place, what it rests on and why."""

    when: TimeSpan
    basis: DateBasis
    provenance: Provenance


def redate(text: str, edtf: str, rule: str, published: date) -> Optional[Redated]:
    """The time of an expression that was read without a report date, now that there is one.

    Parameters
    ----------
    text : str
        The words used ("on Tuesday", "March 30").
    edtf : str
        The partial date stored ("XXXX-03-30"), or empty.
    rule : str
        Name of the rule that read it; its ending tells what the verb said (``/ahead``, ``/open``).
    published : datetime.date
        The report's date.

    Returns
    -------
    Redated or None
        None when the words still name no time: they hang on an event that is undated itself, or tell none.
    """
    side = next((side for side, suffix in SIDE_SUFFIX.items() if rule.endswith(suffix)), Side.PAST)
    anchors = Anchors(Period.of_date(published), side=side)
    expressions = _read(text) or _stored(edtf.partition("/")[0])
    tried = [resolved_or_none(expression, anchors) for expression in expressions]
    resolved = [one for one in tried if one is not None]
    spans = [one.when for one in resolved if one.when is not None and one.when.is_dated]
    if not spans:
        return None
    when = spans[0]
    if edtf.endswith("/.."):
        when = with_preposition(when, ("since",))
    elif len(spans) > 1:
        when = joined(spans[0], spans[-1]) or when
    return Redated(when, resolved[0].basis, Provenance(rule, resolved[0].why, resolved[0].score))


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
