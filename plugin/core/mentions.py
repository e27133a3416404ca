"""What the reader marks in a text: place names, time expressions, triggers, actors and figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional

from .footprint import Footprint
from .report import Span
from .timespan import DateBasis, TimeSpan


class MentionRole(str, Enum):
    """What a mention says about its event."""

    TRIGGER = "trigger"
    PLACE = "place"
    DATE = "date"
    ACTOR1 = "actor1"
    ACTOR2 = "actor2"
    FATALITIES = "fatalities"
    INJURED = "injured"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True)
class Provenance:
    """Why a value is what it is.

    Parameters
    ----------
    rule : str
        Stable name of the rule or model, with its version: ``toponym/coordination``, ``en_core_web_sm 3.8.0``.
    why : str
        The reason as a sentence for a person.
    score : float
        0..1, how sure.
    """

    rule: str
    why: str
    score: float = 1.0


@dataclass(frozen=True)
class Mention:
    """A stretch of a report's text that gave an event one of its values: a row of the mentions table."""

    role: MentionRole
    report_id: str
    span: Span
    text: str
    value: str
    provenance: Provenance
    rank: int = 1  # 1 for the value taken, 2.. for the candidates that lost


class PlaceRole(str, Enum):
    """What a place name does in its sentence. Only venues place events."""

    VENUE = "venue"  # "held in Moscow"
    TOPIC = "topic"  # "the situation in Afghanistan"
    ACTOR = "actor"  # "Moscow said"
    DATELINE = "dateline"  # "MOSCOW -"
    CONTAINER = "container"  # "Illinois" in "Springfield, Illinois"


@dataclass(frozen=True)
class Toponym:
    """A place name in a text, resolved where it could be.

    `footprint` is None when no candidate fits; `candidates` are the best rivals with their scores, best first,
    the chosen one among them.
    """

    span: Span
    text: str
    role: PlaceRole
    footprint: Optional[Footprint]
    provenance: Provenance
    candidates: tuple[tuple[Footprint, float], ...] = ()


class TimexKind(str, Enum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True)
class Timex:
    """A time expression in a text, normalised.

    Parameters
    ----------
    value : str
        TIMEX3 value: ``2018-01-20``, ``2017-FA``, ``P2W``, ``PAST_REF``, ``XXXX-01-20``.
    when : TimeSpan or None
        Its place on the time line; None for durations, sets and references without bounds.
    basis : DateBasis
        What the value rests on.
    modifier : str
        TIMEX3 modifier (START, MID, END, APPROX, BEFORE, AFTER ...), empty when there is none.
    """

    span: Span
    text: str
    kind: TimexKind
    value: str
    when: Optional[TimeSpan]
    basis: DateBasis
    provenance: Provenance
    modifier: str = ""
