"""Types of events: PLOVER's sixteen, STATEMENT and PRESENCE; their colours and their ACLED counterparts.

PLOVER: Open Event Data Alliance, "Political Language Ontology for Verifiable Event Records". ACLED: Armed Conflict
Location & Event Data, codebook of 2023. The crosswalk is ours.
"""

from __future__ import annotations

from enum import Enum
from typing import Optional


class EventType(str, Enum):
    """What kind of event it is."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    STATEMENT = "STATEMENT"
    PRESENCE = "PRESENCE"  # a lasting state: forces, camps, militants somewhere


# Groups of types of which the same is true.
FORCE = frozenset((EventType.ASSAULT, EventType.COERCE))  # done to somebody against his will
DEEDS = FORCE | {EventType.PROTEST}  # done by people in the street or in the field, at one place
MUTUAL = frozenset((EventType.CONSULT, EventType.AGREE, EventType.COOPERATE))  # nobody does it alone

# One colour per type on map, bars, list and legend; neighbours in meaning are neighbours in hue, and the strong
# pairs (assault, consult, agree, presence) stay apart for colour-blind eyes.
COLOURS: dict[EventType, str] = {
    EventType.AGREE: "#0F8A6A",
    EventType.CONSULT: "#1F6FB2",
    EventType.SUPPORT: "#4B9CD3",
    EventType.CONCEDE: "#6BA368",
    EventType.COOPERATE: "#2FA084",
    EventType.AID: "#5AA9A0",
    EventType.RETREAT: "#8A9A5B",
    EventType.REQUEST: "#5B7DB1",
    EventType.ACCUSE: "#B5658E",
    EventType.REJECT: "#A0527A",
    EventType.THREATEN: "#D9622B",
    EventType.PROTEST: "#C9A227",
    EventType.SANCTION: "#D9930D",
    EventType.MOBILIZE: "#8C6D46",
    EventType.COERCE: "#B8790A",
    EventType.ASSAULT: "#C2410C",
    EventType.STATEMENT: "#7A828C",
    EventType.PRESENCE: "#7C5AA6",
}

_BATTLES = "Battles"
_REMOTE = "Explosions/Remote violence"
_CIVILIANS = "Violence against civilians"
_STRATEGIC = "Strategic developments"

# (type, mode) -> ACLED event type and sub-event type; a type with mode "" is the default of that type.
_ACLED: dict[tuple[EventType, str], tuple[Optional[str], Optional[str]]] = {
    (EventType.ASSAULT, ""): (_CIVILIANS, "Attack"),
    (EventType.ASSAULT, "battle"): (_BATTLES, "Armed clash"),
    (EventType.ASSAULT, "airstrike"): (_REMOTE, "Air/drone strike"),
    (EventType.ASSAULT, "drone"): (_REMOTE, "Air/drone strike"),
    (EventType.ASSAULT, "explosives"): (_REMOTE, "Remote explosive/landmine/IED"),
    (EventType.ASSAULT, "suicide-attack"): (_REMOTE, "Suicide bomb"),
    (EventType.ASSAULT, "grenade"): (_REMOTE, "Grenade"),
    (EventType.ASSAULT, "shelling"): (_REMOTE, "Shelling/artillery/missile attack"),
    (EventType.ASSAULT, "kidnap"): (_CIVILIANS, "Abduction/forced disappearance"),
    (EventType.ASSAULT, "hijack"): (_CIVILIANS, "Abduction/forced disappearance"),
    (EventType.ASSAULT, "sexual-violence"): (_CIVILIANS, "Sexual violence"),
    (EventType.ASSAULT, "arson"): (_STRATEGIC, "Looting/property destruction"),
    (EventType.ASSAULT, "looting"): (_STRATEGIC, "Looting/property destruction"),
    (EventType.ASSAULT, "destruction"): (_STRATEGIC, "Looting/property destruction"),
    (EventType.ASSAULT, "mob-violence"): ("Riots", "Mob violence"),
    (EventType.COERCE, "kidnap"): (_CIVILIANS, "Abduction/forced disappearance"),
    (EventType.COERCE, "arrest"): (_STRATEGIC, "Arrests"),
    (EventType.COERCE, "dispersal"): ("Protests", "Protest with intervention"),
    (EventType.COERCE, "raid"): (_STRATEGIC, "Disrupted weapons use"),
    (EventType.COERCE, "seizure"): (_STRATEGIC, "Disrupted weapons use"),
    (EventType.COERCE, "displacement"): (_STRATEGIC, "Other"),
    (EventType.COERCE, "closure"): (_STRATEGIC, "Other"),
    (EventType.COERCE, "curfew"): (_STRATEGIC, "Other"),
    (EventType.CONCEDE, "surrender"): (_STRATEGIC, "Change to group/activity"),
    (EventType.CONCEDE, "defection"): (_STRATEGIC, "Change to group/activity"),
    (EventType.MOBILIZE, "deployment"): (_STRATEGIC, "Other"),
    (EventType.MOBILIZE, "movement"): (_STRATEGIC, "Other"),
    (EventType.AGREE, ""): (_STRATEGIC, "Agreement"),
    (EventType.PROTEST, ""): ("Protests", "Peaceful protest"),
    (EventType.PROTEST, "riot"): ("Riots", "Violent demonstration"),
    (EventType.RETREAT, ""): (_STRATEGIC, "Non-violent transfer of territory"),
    (EventType.RETREAT, "flight"): (None, None),  # people flee; no territory changes hands
}


def acled_types(event_type: EventType, mode: str) -> tuple[Optional[str], Optional[str]]:
    """ACLED's event type and sub-event type for a PLOVER type and mode; (None, None) where ACLED has none."""
    return _ACLED.get((event_type, mode)) or _ACLED.get((event_type, "")) or (None, None)
