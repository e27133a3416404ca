"""A report's date given later: what was stored without it resolves, without reading again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Optional

from ...core.mentions import Provenance
from ...core.timespan import DateBasis, TimeSpan
from .expression import Anchors, Base, Expression, Shifted, Side, Yearless
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
    expression = _stored(edtf) or _read(text)
    if expression is None or (isinstance(expression, Shifted) and expression.base is Base.REFERENCE):
        return None
    side = next((side for side, suffix in SIDE_SUFFIX.items() if rule.endswith(suffix)), Side.PAST)
    resolved = expression.resolve(Anchors(Period.of_date(published), side=side))
    if resolved.when is None or not resolved.when.is_dated:
        return None
    return Redated(resolved.when, resolved.basis, Provenance(rule, resolved.why, resolved.score))


def _stored(edtf: str) -> Optional[Expression]:
    match = _YEARLESS.match(edtf)
    if match is None:
        return None
    number, day = int(match.group(1)), int(match.group(2) or 0)
    if day:
        return Yearless(Unit.DAY, number, day)
    if number <= 12:
        return Yearless(Unit.MONTH, number)
    if 21 <= number <= 24:
        return Yearless(Unit.SEASON, number - 20)
    return Yearless(Unit.QUARTER, number - 32) if 33 <= number <= 36 else None


def _read(text: str) -> Optional[Expression]:
    found = recognise(text)
    return found[0].expression if found else None
