"""Events dated by each other: "nearly two months after X announced it, Y said on Tuesday" dates X."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Optional

from ...core.mentions import Provenance, Timex, TimexKind
from ...core.timespan import DateBasis, Granularity, TimeSpan
from ..links import TimeLink, Trigger
from ..parsed import ParsedDocument

_LENGTH = re.compile(r"P(?:(\d+|X)([DWMY])|T[\dX.]+[HMS])$")
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.4, "Y": 365.25}
_A_DAY_OR_SO, _LONGEST = timedelta(days=7), timedelta(days=366)
_FEWEST, _SOME = 2, 4.5  # "days after" is two to seven days after
_LESS = re.compile(r"\b(?:nearly|almost|less than|under|not quite|just short of)\s*$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more than|over|at least)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Offset:
    """As in "two months after ...": a length, which way it counts, from which tokens (half-open)."""

    timex: Timex
    days: float
    slack_days: float
    is_after: bool
    first_token: int
    end_token: int

    def holds(self, trigger: Trigger) -> bool:
        """Whether a trigger lies in what the offset counts from."""
        return self.first_token <= trigger.token < self.end_token


def find_offsets(parsed: ParsedDocument, timexes: Sequence[Timex]) -> list[Offset]:
    """Lengths of time that are followed by "after" or "before" and a clause or an event."""
    found = []
    for timex in timexes:
        match = _LENGTH.match(timex.value)
        if timex.kind is not TimexKind.DURATION or match is None:
            continue
        tokens = parsed.tokens_of(timex.span)
        if tokens.end >= len(parsed.doc) or parsed.doc[tokens.end].lower_ not in ("after", "before"):
            continue
        joint = parsed.doc[tokens.end]
        top = joint.head if joint.dep_ == "mark" else joint
        subtree = [token.i for token in top.subtree if token.i > tokens.end]
        if not subtree:
            continue
        days, slack = _measure(match)
        is_after = joint.lower_ == "after"
        found.append(Offset(timex, days, slack, is_after, tokens.end + 1, max(subtree) + 1))
    return found


def _measure(match: re.Match[str]) -> tuple[float, float]:
    """Days, and days of doubt: hours stay within the day, months are not to the day, "days" are two to seven."""
    if match.group(1) is None:
        return 0.0, 0.0
    unit = _DAYS[match.group(2)]
    if match.group(1) == "X":
        return _SOME * unit, 2 * (_SOME - _FEWEST) * unit
    return int(match.group(1)) * unit, 0.0 if unit <= 7 else unit


def apply_offsets(
    parsed: ParsedDocument,
    offsets: Sequence[Offset],
    triggers: Sequence[Trigger],
    links: Sequence[Optional[TimeLink]],
    times: Sequence[TimeLink] = (),
) -> list[Optional[TimeLink]]:
    """The links, with the events on one side of an offset dated from those on the other.

    Parameters
    ----------
    links : sequence of TimeLink or None
        What is known of each trigger's time.
    times : sequence of TimeLink
        Times that belong to no trigger; on the other side of an offset they will do as well.
    """
    dated_links = list(links)
    for offset in offsets:
        sentence = parsed.sentence_number_at(offset.timex.span.start)
        here = [number for number, trigger in enumerate(triggers) if trigger.sentence == sentence]
        inside = [number for number in here if offset.holds(triggers[number])]
        outside = [number for number in here if number not in inside]
        dated = _first_countable(
            dated_links[number] for number in outside if not _lies_inside(parsed, offset, dated_links[number])
        )
        if dated is None:
            dated = _first_countable(one for one in times if _is_outside(parsed, offset, one, sentence))
        if dated is not None:
            for number in inside:
                link = dated_links[number]
                if link is None or link.span == dated.span or not link.when.is_dated:
                    dated_links[number] = _moved(parsed, offset, dated, -1 if offset.is_after else 1)
            continue
        dated = _first_countable(dated_links[number] for number in inside)
        if dated is None:
            dated = _first_countable(one for one in times if _lies_inside(parsed, offset, one))
        if dated is not None:
            for number in outside:
                if dated_links[number] is None or _lies_inside(parsed, offset, dated_links[number]):
                    dated_links[number] = _moved(parsed, offset, dated, 1 if offset.is_after else -1)
    return dated_links


def _is_outside(parsed: ParsedDocument, offset: Offset, link: TimeLink, sentence: int) -> bool:
    """Whether a time stands in an offset's sentence, and not in what the offset counts from."""
    if link.span is None or parsed.sentence_number_at(link.span.start) != sentence:
        return False
    return not _lies_inside(parsed, offset, link)


def _lies_inside(parsed: ParsedDocument, offset: Offset, link: Optional[TimeLink]) -> bool:
    """Whether the words of a time stand in what an offset counts from: "two days after the coup of 20 January"."""
    if link is None or link.span is None:
        return False
    return offset.first_token <= parsed.tokens_of(link.span).start < offset.end_token


def _first_countable(links: Iterable[Optional[TimeLink]]) -> Optional[TimeLink]:
    return next((link for link in links if link is not None and _is_countable(link)), None)


def _is_countable(link: TimeLink) -> bool:
    return link.when.length is not None and link.when.length <= _LONGEST


def _moved(parsed: ParsedDocument, offset: Offset, link: TimeLink, direction: int) -> TimeLink:
    before = parsed.report.text[max(0, offset.timex.span.start - 20) : offset.timex.span.end]
    lead = before[: -len(offset.timex.text)] if before.endswith(offset.timex.text) else before
    start = link.when.start or datetime.min
    moved = timedelta(days=direction * offset.days)
    slack = timedelta(days=offset.slack_days)
    told = start + moved
    if link.when.length is not None and link.when.length > _A_DAY_OR_SO:
        first, last = told - slack / 2, start + link.when.length - timedelta(days=1) + moved + slack / 2
    elif _LESS.search(lead) or _LESS.search(offset.timex.text[:12]):
        first, last = sorted((told, told - direction * slack))
    elif _MORE.search(lead):
        first, last = sorted((told, told + direction * slack))
    else:
        first, last = told - slack / 2, told + slack / 2
    first = datetime(first.year, first.month, first.day)
    end = datetime(last.year, last.month, last.day) + timedelta(days=1)
    edtf = (
        f"{first:%Y-%m-%d}"
        if end - first == timedelta(days=1)
        else f"{first:%Y-%m-%d}~/{end - timedelta(days=1):%Y-%m-%d}~"
    )
    when = TimeSpan(
        first, end, Granularity.DAY if end - first == timedelta(days=1) else Granularity.INTERVAL, edtf
    )
    word = "before" if direction < 0 else "after"
    why = f'"{offset.timex.text}" {word} what is told of {link.when.edtf}.'
    return TimeLink(
        when, offset.timex.text, offset.timex.span, DateBasis.NARRATIVE, Provenance("times/offset", why, 0.6)
    )
