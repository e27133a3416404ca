"""One event told to a person: what, when, where, who, how many, is it so, who tells it, each with words and reasons.

The same in the window, in QGIS and on the command line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import NamedTuple, Optional

from ..core.event import Assertion, ReviewState
from ..core.schema import SEPARATOR, EventRow, MentionRow, ReportRow
from ..core.timespan import DateBasis
from ..core.wording import capitalised, count_in_words, day_in_words, number_of, with_dates_in_words
from .event_words import what_in_words, when_in_words

_LEVELS = {
    2: "near there",
    3: "somewhere in the district",
    4: "somewhere in the province",
    5: "somewhere in that part of the country",
    6: "somewhere in the country",
    7: "at sea or in the air",
}
_ASSERTIONS = {
    Assertion.OCCURRED.value: "It is told as having happened.",
    Assertion.CLAIMED.value: "It is claimed, not told as a fact.",
    Assertion.DENIED.value: "It is denied.",
    Assertion.PLANNED.value: "It is planned, or lies ahead.",
    Assertion.THREATENED.value: "It is threatened; the text does not say that it came to it.",
    Assertion.HYPOTHETICAL.value: "It is only spoken of as possible.",
    Assertion.NEGATED.value: "The text says that it did not happen.",
    Assertion.HISTORICAL.value: "It is told as having happened, as background from the past.",
}
_DECISIONS = {
    ReviewState.AUTO.value: "Nobody has looked at it yet.",
    ReviewState.CONFIRMED.value: "Somebody has confirmed it.",
    ReviewState.EDITED.value: "Somebody has edited it: values may differ from the reasons given here.",
    ReviewState.REJECTED.value: "Somebody has rejected it; it is not drawn.",
}
_BASIS = {
    DateBasis.EXPLICIT.value: "named in the text",
    DateBasis.RELATIVE.value: "counted from the report's date",
    DateBasis.NARRATIVE.value: "counted from another event in the text",
    DateBasis.DATELINE.value: "the date at the head of the text",
    DateBasis.PUBLICATION.value: "the report's date, for want of a nearer one",
}
_KEPT = "Kept as it was when a person decided on the event."
_COUNTS = (
    ("Killed", "fatalities"),
    ("Injured", "injured"),
    ("Captured", "captured"),
    ("Displaced", "displaced"),
)


class Answer(NamedTuple):
    """A question about an event: the value, then its reasons; what is indented belongs to the line above it."""

    asked: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """An event with all that its file says of it; `path` is None where a report's date is given by hand."""

    path: Optional[Path]
    row: EventRow
    mentions: Sequence[MentionRow]
    reports: Sequence[ReportRow]

    def of(self, role: str, rank: Optional[int] = 1) -> list[MentionRow]:
        """The mentions of a role; `rank` None for the rivals that lost."""
        same = (mention for mention in self.mentions if mention.role == role and mention.why)
        return [mention for mention in same if (mention.rank > 1 if rank is None else mention.rank == rank)]


def answers_of(told: Told) -> Iterator[Answer]:
    """What the file says of an event; questions to which it has no answer are left out."""
    row = told.row
    for asked, lines in (
        ("What", _what(told)),
        ("When", _when(told)),
        ("Where", _where(told)),
        ("Who", _who(told, "actor1", row.actor1)),
        ("To whom", _who(told, "actor2", row.actor2)),
        *((label, _count(told, role)) for label, role in _COUNTS),
        ("Is it so", _assertion(told)),
        ("Told by", _tellings(told)),
        ("Decided", _decision(row)),
        ("In tables", _codes(row)),
    ):
        found = tuple(lines)
        if found:
            yield Answer(asked, found)


def _what(told: Told) -> Iterator[str]:
    yield what_in_words(told.row.event_type, told.row.event_mode) + "."
    for mention in told.of("trigger")[:1]:
        yield _sentence(_TYPE.sub("says so", mention.why or ""))


_TYPE = re.compile(r"tells [A-Z]{2,}(?: \([^)]*\))?")


def _when(told: Told) -> Iterator[str]:
    yield capitalised(when_in_words(told.row)) + "."
    reasons = _reasons(told, told.of("date"))
    row = told.row
    if reasons or row.start_time is not None:
        basis = _BASIS.get(row.date_basis or "", "")
        words = f"“{row.date_text}”" if row.date_text else ""
        yield from reasons or map(_sentence, filter(None, [": ".join(filter(None, (words, basis)))]))
        yield from _kept(told, reasons)
    else:
        yield "The text says nothing of the time."
    if row.start_time is None:
        for report in told.reports:
            if report.published is None:
                if told.path is None:
                    yield f"{report.report_id} has no date. Give it above the text, once you know it."
                    continue
                yield f"{report.report_id} has no date. Once you know it:"
                yield f"  event-timeline redate {told.path} --report {report.report_id} --date YYYY-MM-DD"


def _where(told: Told) -> Iterator[str]:
    row = told.row
    if row.location is None:
        yield "The text gives no place."
        return
    names = [row.location, *([row.admin1] if row.admin1 and row.admin1 not in row.location else [])]
    level = _LEVELS.get(row.where_prec or 1)
    yield _sentence(", ".join(names) + (f" ({level})" if level else ""))
    reasons = _reasons(told, told.of("place"))
    yield from reasons
    yield from _kept(told, reasons)
    chosen = {(mention.report_id, mention.start_char) for mention in told.of("place")[:1]}
    rivals = sum((rival.report_id, rival.start_char) in chosen for rival in told.of("place", rank=None))
    if rivals:
        places = number_of(rivals, "other place")
        yield f"{places} of that name fit{'s' if rivals == 1 else ''} less well."


def _who(told: Told, role: str, names: Optional[str]) -> Iterator[str]:
    if not names:
        yield "Nobody is named."
        return
    yield names.replace(SEPARATOR, ", ") + "."
    firsts: dict[str, MentionRow] = {}
    for mention in (*told.of(role), *told.of(role, rank=None)):
        firsts.setdefault(mention.value or "", mention)
    reasons = _reasons(told, [firsts[name] for name in names.split(SEPARATOR) if name in firsts])
    yield from reasons
    yield from _kept(told, reasons)


def _count(told: Told, role: str) -> Iterator[str]:
    """The figure, and those that other words tell."""
    row = told.row
    best: Optional[int] = getattr(row, role)
    if best is None:
        return
    if role == "fatalities":
        yield f"{count_in_words(row.fatalities_low, best, row.fatalities_high)}."
    else:  # the table has only the best figure, the words may tell bounds
        words = next((mention.value for mention in told.of(role) if mention.value), "")
        yield f"{_figure(words if str(best) in words.split('..') else str(best))}."
    reasons = _reasons(told, told.of(role))
    yield from reasons
    yield from _kept(told, reasons)
    yield from _rival_figures(told, role)


def _rival_figures(told: Told, role: str) -> Iterator[str]:
    """Which reports tell the figure as well, and what others tell; each figure once for a report."""
    taken = {(mention.value or "") for mention in told.of(role)}
    agreeing: list[str] = []
    others: dict[tuple[str, str], MentionRow] = {}
    for rival in told.of(role, rank=None):
        if (rival.value or "") in taken:
            agreeing.append(rival.report_id)
        else:
            others.setdefault((rival.value or "", rival.report_id), rival)
    own = {mention.report_id for mention in told.of(role)}
    also = [report_id for report_id in dict.fromkeys(agreeing) if report_id not in own]
    if also:
        yield f"{', '.join(also)} tell{'s' if len(also) == 1 else ''} the same figure."
    for (value, report_id), rival in others.items():
        yield f"Another figure: {_figure(value)}, “{_plain(rival.text)}” ({report_id})."


def _figure(value: str) -> str:
    """A figure as a mention keeps it, ``12`` or ``100..``, in words."""
    low, dots, high = value.partition("..")
    bounds = [int(n) if n.isdigit() else None for n in (low, high if dots else low)]
    return count_in_words(bounds[0], bounds[0], bounds[1]) or value


def _assertion(told: Told) -> Iterator[str]:
    row = told.row
    yield _ASSERTIONS.get(row.assertion, capitalised(row.assertion) + ".")
    if row.attributed_to:
        yield f"According to {row.attributed_to.replace(SEPARATOR, ', ')}."
        yield from _reasons(told, told.of("attribution"))


def _tellings(told: Told) -> Iterator[str]:
    """The first sentence of each report, and why it is taken for one with the others."""
    sentences = [mention for mention in told.mentions if mention.role == "sentence" and mention.rule is None]
    first: dict[str, list[MentionRow]] = {}
    for mention in sentences:
        first.setdefault(mention.report_id, []).append(mention)
    report_ids = list(first) or told.row.source.split(SEPARATOR)
    yield f"{number_of(len(report_ids), 'report')}." if len(report_ids) != 1 else "One report."
    for report_id in report_ids:
        yield f"{_named(report_id, told.reports)}{':' if report_id in first else '.'}"
        for mention in first.get(report_id, ())[:1]:
            yield f"  {_plain(mention.text)}"
        more = len(first.get(report_id, ())) - 1
        if more > 0:
            yield f"  ... and in {number_of(more, 'more sentence', 'more sentences')}."
        yield from (f"  {why}" for why in _why_one(told, report_id))


def _why_one(told: Told, report_id: str) -> Iterator[str]:
    """Why what a report tells is taken for the event, first as others tell it, then as it tells it again."""
    again = [m for m in told.of("trigger", rank=None) if m.report_id == report_id]
    joined = [m.why or "" for m in again if (m.rule or "").startswith("merge/")]
    within = [m.why or "" for m in again if (m.rule or "").startswith("coreference/")]
    across = [why for why in joined if not within or not why.endswith("the report tells it several times.")]
    yield from dict.fromkeys(map(_sentence, (*across, *within)))


def _named(report_id: str, reports: Sequence[ReportRow]) -> str:
    report = next((report for report in reports if report.report_id == report_id), None)
    if report is None:
        return report_id
    day = day_in_words(datetime.combine(report.published, time())) if report.published else "without a date"
    return f"{report_id} ({', '.join(filter(None, (report.source, day)))})"


def _decision(row: EventRow) -> Iterator[str]:
    yield _DECISIONS.get(row.review_state, _DECISIONS[ReviewState.EDITED.value])
    if row.merged_into:
        yield f"It repeats event {row.merged_into}, and is not drawn by itself."
    if row.tags:
        yield f"Tagged: {row.tags.replace(SEPARATOR, ', ')}."


def _codes(row: EventRow) -> Iterator[str]:
    acled = ", ".join(filter(None, (row.acled_event_type, row.acled_sub_event_type)))
    ours = "/".join(filter(None, (row.event_type, row.event_mode)))
    yield f"{row.event_id}, {ours}{f'; ACLED: {acled}' if acled else ''}"


def _reasons(told: Told, mentions: Sequence[MentionRow]) -> list[str]:
    """Why, each reason once; the words that a value rests on are named where the reason does not name them."""
    triggers = {(m.report_id, m.start_char) for m in told.mentions if m.role == "trigger"}
    found = []
    for mention in mentions:
        why, words = mention.why or "", _plain(mention.text)
        is_told = (mention.report_id, mention.start_char) not in triggers
        named = f'"{words.casefold()}"' in why.casefold()
        found.append(f"“{words}”: {_sentence(why)}" if is_told and not named else _sentence(why))
    return list(dict.fromkeys(found))


def _kept(told: Told, reasons: Iterable[str]) -> Iterator[str]:
    """A value without a reason in what a person has split, merged or edited, or whose text was revised since."""
    if not list(reasons) and told.row.review_state == ReviewState.EDITED.value:
        yield _KEPT


def _sentence(why: str) -> str:
    """A reason as a sentence of its own, with dates and quotation marks as people write them."""
    text = re.sub(r'"([^"]*)"', "“\\1”", with_dates_in_words(" ".join(why.split())))
    return capitalised(text).rstrip(".") + "."


def _plain(text: str) -> str:
    return " ".join(text.split())
