"""An event in words, for list, map and report: its title, its place and figures, how exact its date is, why."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..core.event import Assertion, ReviewState
from ..core.event_types import EventType
from ..core.schema import SEPARATOR, EventRow, MentionRow
from ..core.timespan import DateBasis
from ..core.wording import count_in_words, date_in_words, number_of

_PRECISION = {1: "day", 2: "days", 3: "week", 4: "month", 5: "year"}
_TYPES = {
    EventType.AGREE.value: "Agreement",
    EventType.CONSULT.value: "Talks",
    EventType.SUPPORT.value: "Support",
    EventType.CONCEDE.value: "Concession",
    EventType.COOPERATE.value: "Cooperation",
    EventType.AID.value: "Aid",
    EventType.RETREAT.value: "Retreat",
    EventType.REQUEST.value: "Request",
    EventType.ACCUSE.value: "Accusation",
    EventType.REJECT.value: "Rejection",
    EventType.THREATEN.value: "Threat",
    EventType.PROTEST.value: "Protest",
    EventType.SANCTION.value: "Sanction",
    EventType.MOBILIZE.value: "Mobilisation",
    EventType.COERCE.value: "Coercion",
    EventType.ASSAULT.value: "Attack",
    EventType.STATEMENT.value: "Statement",
    EventType.PRESENCE.value: "Presence",
}
# Modes whose word is no title by itself; for a type, or with "" for any.
_MODES = {
    ("AID", "economic"): "Economic aid",
    ("AID", "medical"): "Medical aid",
    ("AID", "military"): "Military aid",
    ("COOPERATE", "intelligence"): "Shared intelligence",
    ("COOPERATE", "military"): "Military cooperation",
    ("CONCEDE", "ease"): "Easing",
    ("CONSULT", "multilateral"): "Multilateral talks",
    ("SANCTION", "discontinue"): "Suspension",
    ("", "allege"): "Allegation",
    ("", "disapprove"): "Disapproval",
    ("", "drone"): "Drone strike",
    ("", "ease-sanctions"): "Easing of sanctions",
    ("", "explosives"): "Bombing",
    ("", "hijack"): "Hijacking",
    ("", "hunger"): "Hunger strike",
    ("", "kidnap"): "Kidnapping",
    ("", "legal"): "Legal action",
    ("", "obstruct"): "Blockade",
    ("", "resign"): "Resignation",
    ("", "stoppage"): "Work stoppage",
    ("", "withdraw"): "Withdrawal",
}
_BASIS = {
    DateBasis.EXPLICIT.value: "named in the text",
    DateBasis.RELATIVE.value: "counted from the report's date",
    DateBasis.NARRATIVE.value: "counted from another event in the text",
    DateBasis.DATELINE.value: "the date at the head of the text",
    DateBasis.PUBLICATION.value: "the report's date, for want of a nearer one",
}
_AREA_PREC = {3: "district", 4: "province", 5: "part of a country", 6: "country", 7: "sea or air"}
_HEARSAY = (Assertion.CLAIMED.value, Assertion.DENIED.value)


class Reason(NamedTuple):
    """A line of the "why" card: what is asked, the value, and the words and reasons it rests on."""

    asked: str
    value: str
    because: str


def what_in_words(event_type: str, mode: str | None) -> str:
    """``Suicide attack``, ``Talks``: what happened, in a word or two."""
    if mode:
        plain = mode.replace("-", " ").capitalize()
        return _MODES.get((event_type, mode)) or _MODES.get(("", mode)) or plain
    return _TYPES.get(event_type, event_type.capitalize())


_DONE_TO = frozenset(("Torture", "Destruction", "Sexual violence"))


def title_of(row: EventRow) -> str:
    """``Suicide attack``, ``Attack on a shrine``, ``Meeting: Russia, Pakistan``, ``Presence: Islamic State``."""
    what = what_in_words(row.event_type, row.event_mode)
    actors = [actor for actor in (row.actor1, row.actor2) if actor]
    who = ", ".join(", ".join(actor.split(SEPARATOR)) for actor in actors)
    if row.event_type == EventType.ASSAULT.value and who and not row.actor1:
        is_done = what.endswith("ing") or what in _DONE_TO
        return f"{what} {'of' if is_done else 'on'} {who}"
    return f"{what}: {who}" if who else what


def killed_in_words(row: EventRow) -> str:
    """``100 or more killed``; empty when the text gives no figure."""
    words = count_in_words(row.fatalities_low, row.fatalities, row.fatalities_high)
    return f"{words} killed" if words else ""


def state_of(row: EventRow) -> str:
    """What a person has decided: ``confirmed``, ``edited``, ``rejected``, ``merged``; empty when nothing."""
    if row.merged_into is not None:
        return "merged"
    return "" if row.review_state in (None, ReviewState.AUTO.value) else row.review_state


def subtitle_of(row: EventRow) -> str:
    """Place, figures, doubt and decision: ``Kabul · 100 or more killed · claimed · confirmed``."""
    parts = [row.location or "no place", killed_in_words(row)]
    if row.assertion != Assertion.OCCURRED.value:
        parts.append(row.assertion)
    if row.n_sources > 1:
        parts.append(number_of(row.n_sources, "report"))
    parts.append("merged into another" if state_of(row) == "merged" else state_of(row))
    return " · ".join(part for part in parts if part)


def precision_of(row: EventRow) -> str:
    """How exact the date is, in a word: ``day``, ``month``, ``as of``, ``since``, ``undated``."""
    if row.start_time is None:
        return "undated"
    if row.event_type == EventType.PRESENCE.value:
        return "as of"
    if row.end_time is None:
        return "since"
    return _PRECISION.get(row.date_prec or 5, "year")


def when_in_words(row: EventRow) -> str:
    """``27 January 2018``, ``as of 20 February 2018``."""
    as_of = row.event_type == EventType.PRESENCE.value
    return date_in_words(row.date_edtf or "", row.start_time, row.end_time, as_of=as_of)


def reasons_of(row: EventRow, mentions: list[MentionRow]) -> list[Reason]:
    """Why the event is what it is: when, where, who, how many, is it so; only what is known, plus why not."""
    found: dict[str, MentionRow] = {}
    for mention in mentions:
        if mention.rank == 1:
            found.setdefault(mention.role, mention)
    basis = _BASIS.get(row.date_basis or "", "")
    reasons = [
        Reason("when", when_in_words(row), _because(found.get("date"), row.date_text, basis)),
        Reason("where", _where(row), _because(found.get("place"), row.place_text, "")),
    ]
    who = " and ".join(name.replace(SEPARATOR, ", ") for name in (row.actor1, row.actor2) if name)
    if who:
        reasons.append(Reason("who", who, _because(found.get("actor1") or found.get("actor2"), None, "")))
    for asked, role, words in (
        ("killed", "fatalities", count_in_words(row.fatalities_low, row.fatalities, row.fatalities_high)),
        ("injured", "injured", _number(row.injured)),
        ("captured", "captured", _number(row.captured)),
        ("displaced", "displaced", _number(row.displaced)),
    ):
        if words:
            reasons.append(Reason("how many", f"{words} {asked}", _because(found.get(role), None, "")))
    reasons.append(Reason("is it so", _assertion(row), _because(found.get("attribution"), None, "")))
    return reasons


def _number(n: int | None) -> str:
    return "" if n is None else f"{n:,}"


def _where(row: EventRow) -> str:
    if row.location is None:
        return "the text gives no place"
    level = _AREA_PREC.get(row.where_prec or 0)
    parts = [row.location]
    if row.admin1 and row.admin1 not in row.location:
        parts.append(row.admin1)
    return ", ".join(parts) + (f" ({level})" if level else "")


def _assertion(row: EventRow) -> str:
    words = row.assertion
    if row.attributed_to:
        names = row.attributed_to.replace(SEPARATOR, ", ")
        words += f" by {names}" if row.assertion in _HEARSAY else f", according to {names}"
    return f"{words}, told by {'one report' if row.n_sources == 1 else number_of(row.n_sources, 'report')}"


def _because(mention: MentionRow | None, text: str | None, otherwise: str) -> str:
    quoted = (mention.text if mention is not None else text) or ""
    why = _typographic((mention.why if mention is not None else None) or otherwise)
    if quoted and quoted in why:
        quoted = ""  # the reason names the words itself
    parts = [f"“{quoted}”" if quoted else "", why.rstrip(".")]
    return ", ".join(part for part in parts if part)


def _typographic(text: str) -> str:
    """Straight quotation marks as “curly” ones."""
    return re.sub(r'"([^"]*)"', "“\\1”", text)
