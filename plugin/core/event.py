"""An event: something of a type that happened, is claimed or planned, at a time and a place, told by reports."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum
from typing import Optional

from .event_types import EventType, acled_types
from .footprint import Footprint
from .mentions import Mention
from .report import Span
from .timespan import DateBasis, TimeSpan


class Assertion(str, Enum):
    """Whether the text says that it is so."""

    OCCURRED = "occurred"
    CLAIMED = "claimed"
    DENIED = "denied"
    PLANNED = "planned"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    HISTORICAL = "historical"


UNREAL = frozenset((Assertion.NEGATED, Assertion.HYPOTHETICAL))  # what did not happen, or only might


class ReviewState(str, Enum):
    """What a person has said of it; a second reading never undoes a person's decision."""

    AUTO = "auto"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Count:
    """A number of people as a text gives it: "over 100" is low 100, best 100, high None."""

    low: Optional[int]
    best: Optional[int]
    high: Optional[int]

    def __post_init__(self) -> None:
        known = [n for n in (self.low, self.best, self.high) if n is not None]
        if not known or known != sorted(known) or known[0] < 0:
            raise ValueError(f"a count rises from low to high, not {self.low}, {self.best}, {self.high}")


@dataclass(frozen=True)
class Telling:
    """One report's telling of an event: where in which text."""

    __slots__ = ("report_id", "sentence", "sentence_text", "trigger", "trigger_text")  # there are very many

    report_id: str
    trigger: Span
    trigger_text: str
    sentence: Span
    sentence_text: str

    def __reduce__(self) -> tuple[type[Telling], tuple[str, Span, str, Span, str]]:
        return Telling, (self.report_id, self.trigger, self.trigger_text, self.sentence, self.sentence_text)


@dataclass(frozen=True)
class Event:
    """One event.

    Parameters
    ----------
    event_id : str
        Stable: the same text gives the same id on every machine (see `event_id_of`).
    event_type : EventType
        PLOVER type, or STATEMENT or PRESENCE.
    event_mode : str
        PLOVER mode or a finer word (meeting, airstrike, suicide-attack), empty when none is told.
    tellings : tuple of Telling
        At least one; the first is the best (it gives the sentence shown), others were merged into it.
    when : TimeSpan or None
        None when the text says nothing about the time.
    date_text : str
        The words used ("a week later"), empty when the date is inherited.
    date_basis : DateBasis or None
        None exactly when `when` is None.
    where : Footprint or None
        None when the text gives no place.
    place_text : str
        The words used ("the north and east of Afghanistan").
    actor1, actor2 : tuple of str
        Who; to or with whom. Canonical names.
    fatalities, injured, captured, displaced : Count or None
        People; None means not stated; it is not 0.
    assertion : Assertion
        Whether it is so.
    attributed_to : tuple of str
        Who says so.
    salience : float
        0..1 within the document; the highest is its main event.
    score_place, score_time, score_type : float
        0..1, apart, never mixed into one number. 0 where there is no value.
    mentions : tuple of Mention
        The words that each value rests on, with the reasons.
    same_as : str or None
        While a report is read: id of its first telling of the same event, None for that telling itself. Merging folds
        them into one, and files do not keep it.
    """

    event_id: str
    event_type: EventType
    event_mode: str
    tellings: tuple[Telling, ...]
    when: Optional[TimeSpan] = None
    date_text: str = ""
    date_basis: Optional[DateBasis] = None
    where: Optional[Footprint] = None
    place_text: str = ""
    actor1: tuple[str, ...] = ()
    actor2: tuple[str, ...] = ()
    fatalities: Optional[Count] = None
    injured: Optional[Count] = None
    captured: Optional[Count] = None
    displaced: Optional[Count] = None
    assertion: Assertion = Assertion.OCCURRED
    attributed_to: tuple[str, ...] = ()
    salience: float = 0.5
    score_place: float = 0.0
    score_time: float = 0.0
    score_type: float = 0.5
    review_state: ReviewState = ReviewState.AUTO
    merged_into: Optional[str] = None
    tags: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    same_as: Optional[str] = None

    def __post_init__(self) -> None:
        if not self.tellings:
            raise ValueError("an event is told by at least one report")
        if (self.when is None) != (self.date_basis is None):
            raise ValueError("an event has a time exactly when something says what it rests on")

    def __reduce__(self) -> tuple[type[Event], tuple[object, ...]]:
        # Without the names of the fields it takes half as long to be read again, and very many are.
        return Event, tuple(vars(self).values())

    @property
    def is_dated(self) -> bool:
        """Whether it can be put on a time line."""
        return self.when is not None and self.when.is_dated

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports that tell it, each once, the best telling's first."""
        return tuple(dict.fromkeys(telling.report_id for telling in self.tellings))

    @property
    def acled(self) -> tuple[Optional[str], Optional[str]]:
        """ACLED event type and sub-event type, (None, None) where ACLED has none."""
        return acled_types(self.event_type, self.event_mode)


def event_id_of(text_sha256: str, trigger: Span, event_type: EventType, nth: int = 0) -> str:
    """Stable id of an event: 16 hexadecimal digits of text, trigger and type.

    `nth` tells events apart that share trigger and type ("attacks, including one on ... and another ...").
    """
    key = f"{text_sha256}:{trigger.start}:{trigger.end}:{event_type.value}:{nth}"
    return hashlib.sha256(key.encode("ascii")).hexdigest()[:16]
