"""An event in words, for list, map and report: its title, its place and figures, how exact its date is."""

from __future__ import annotations

from ..core.event import Assertion, ReviewState
from ..core.event_types import EventType
from ..core.schema import SEPARATOR, EventRow
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
