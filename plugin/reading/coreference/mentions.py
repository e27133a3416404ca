"""What one telling gives to know it by: its kind, its form, those whom it names, its own day and place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Optional

from ...core.event import UNREAL, Assertion
from ...core.event_types import FORCE, MUTUAL, EventType
from ..closed_classes import PLURAL, POINTING, SUBJECTS
from ..events.assertion import judge
from ..events.governing import is_light
from ..events.hits import HAPPENING
from ..events.kinds import kind_of
from ..events.lexicon import Entry, standard_lexicon
from ..events.roles import objects_of_prepositions, roles_of
from ..events.subjects import subject_of
from ..links import PlaceLink, TimeLink, Trigger
from ..parsed import ParsedDocument
from ..tokens import Token
from .evidence import Evidence, of_place, of_time
from .parties import Descriptions, Party, party_of

_ANEW = frozenset(
    "another other second third fourth further more new similar also again separate different additional".split()
)
_ONE_OF_SEVERAL = frozenset("one another other others first second third latter former".split())
# "Ruiz's murder" is done to Ruiz, "the army's attack" by the army
_BEFALLS_ITS_OWNER = frozenset(
    "murder assassination killing slaying execution death kidnapping abduction arrest detention capture release"
    " wounding beheading rape".split()
)
_BURSTING = frozenset(("explosives", "grenade"))
_IN_WHICH = frozenset("in by during from".split())
_LONGEST_INCIDENT = timedelta(days=40)
_UNREAL = UNREAL | {Assertion.THREATENED}


class Form(Enum):
    """How a telling introduces its event."""

    BACK = "back"  # "the attack", "his murder": of something told of before
    FRESH = "fresh"  # "an attack", "two attacks", "attacks"
    ANEW = "anew"  # "another attack", "also attacked": of something not told of before
    PLAIN = "plain"  # a verb: may do either


class Stance(Enum):
    """Whether a telling tells of what is so; tellings of different stances are not of one event."""

    REAL = "real"
    PLANNED = "planned"
    UNREAL = "unreal"  # negated, only threatened or only possible


@dataclass(frozen=True)
class EventMention:
    """One telling, with what it can be compared by.

    Parameters
    ----------
    number : int
        Its place among the document's triggers.
    form : Form
    noun : str
        Lemma of the event noun, empty for a verb alone.
    is_plural : bool
        Told of several events at once ("the attacks").
    is_bare : bool
        An event noun that says nothing of whom it befell, or "the attack" of which it is only told that it happened.
    struck, acting : Party
    day : Evidence
        How well its own words date it.
    place : Evidence
    is_summary : bool
        Told of a long time ("attacked several mines this year"): single incidents are no part of it.
    stance : Stance
    """

    number: int
    trigger: Trigger
    form: Form
    noun: str
    is_plural: bool
    is_bare: bool
    struck: Party
    acting: Party
    day: Evidence
    place: Evidence
    is_summary: bool
    stance: Stance


def mentions_of(
    parsed: ParsedDocument,
    triggers: Sequence[Trigger],
    places: Sequence[Optional[PlaceLink]],
    times: Sequence[Optional[TimeLink]],
) -> list[EventMention]:
    """The tellings of a document, in the order of its triggers."""
    described = Descriptions(parsed.doc)
    return [
        _mention(parsed, number, trigger, place, time, described)
        for number, (trigger, place, time) in enumerate(zip(triggers, places, times))
    ]


def _mention(
    parsed: ParsedDocument,
    number: int,
    trigger: Trigger,
    place: Optional[PlaceLink],
    time: Optional[TimeLink],
    described: Descriptions,
) -> EventMention:
    head = parsed.doc[trigger.token]
    noun = _event_noun(parsed, trigger, head)
    cause = _cause(head) if noun is None and trigger.event_type in FORCE else None
    named_by = noun or cause
    roles = [roles_of(head), *([roles_of(noun)] if noun is not None and noun != head else [])]
    struck = [p for r in roles for p in (*r.patients, *r.partners) if p != noun]
    acting = [a for r in roles for a in r.agents if a != named_by]
    if noun is not None and noun.lemma_.lower() in _BEFALLS_ITS_OWNER:
        owners = [c for c in noun.lefts if c.dep_ == "poss"]
        struck, acting = [*struck, *owners], [a for a in acting if a not in owners]
    if trigger.mode in _BURSTING and not any(r.patients for r in roles):
        burst = [a for a in acting if not kind_of(a)]  # "a bomb exploded" as in "exploded a bomb"
        struck, acting = [*struck, *burst], [a for a in acting if a not in burst]
    day = of_time(parsed, trigger, time, noun)
    is_mutual = trigger.event_type in MUTUAL
    befell = party_of(struck, described, with_places=is_mutual)
    form = _form(head, noun, cause)
    happened = form is Form.BACK and noun is not None and _is_told_to_happen(noun)
    return EventMention(
        number,
        trigger,
        form,
        "" if named_by is None else named_by.lemma_.lower(),
        named_by is not None and named_by.tag_ in PLURAL and named_by.lower_ in standard_lexicon().nouns,
        named_by is not None
        and (happened or not (_is_told(befell) if cause is None else roles_of(cause).patients)),
        befell,
        party_of(acting, described, with_places=is_mutual),
        day,
        of_place(place),
        _is_summary(time, day),
        _stance(trigger, head),
    )


def _is_told(party: Party) -> bool:
    """Whether it says more of whom it befell than "his"."""
    return bool(party.names or party.nouns)


def _event_noun(parsed: ParsedDocument, trigger: Trigger, head: Token) -> Optional[Token]:
    """The noun that names the event: the trigger, an event noun of its words, or a known thing.

    "The grenade was thrown" comes back to a grenade told of; "fired missiles" names none.
    """
    if head.pos_ in ("NOUN", "PROPN", "NUM", "DET", "PRON"):
        return head
    nouns = standard_lexicon().nouns
    for token in parsed.tokens_of(trigger.span):
        is_named = token.lower_ in nouns or any(c.lower_ in POINTING for c in token.lefts)
        if (
            is_named
            and token.pos_ == "NOUN"
            and token.dep_ in ("dobj", "nsubjpass", "nsubj", "pobj", "obj")
            and token != head
        ):
            return token
    return None


def _cause(verb: Token) -> Optional[Token]:
    """The attack that a verb of harm tells the outcome of: "the blast killed four", "four were killed in the blast"."""
    nouns = standard_lexicon().nouns
    subject = subject_of(verb)
    beside = (*(() if subject is None else (subject,)), *objects_of_prepositions(verb, _IN_WHICH))
    return next((t for t in beside if t.pos_ == "NOUN" and _is_violent(nouns.get(t.lower_, ()))), None)


def _is_told_to_happen(noun: Token) -> bool:
    """As in "the attack took place", "the attack was carried out"."""
    if noun.dep_ not in SUBJECTS:
        return False
    return noun.head.lemma_ in HAPPENING or (noun.dep_ == "nsubjpass" and is_light(noun.head))


def _is_violent(entries: Iterable[Entry]) -> bool:
    return any(entry.event_type is EventType.ASSAULT for entry in entries)


def _form(head: Token, noun: Optional[Token], cause: Optional[Token]) -> Form:
    told = [c.lower_ for site in {head, noun, cause} if site is not None for c in site.children]
    if head.lower_ in _ONE_OF_SEVERAL or any(word in _ANEW for word in told):
        return Form.ANEW
    named_by = noun or cause
    if named_by is not None and any(c.lower_ in POINTING or c.dep_ == "poss" for c in named_by.lefts):
        return Form.BACK
    return Form.PLAIN if noun is None else Form.FRESH


def _is_summary(time: Optional[TimeLink], day: Evidence) -> bool:
    if time is None or day < Evidence.LOOSE or not time.when.is_dated:
        return False
    return time.when.length is None or time.when.length > _LONGEST_INCIDENT


def _stance(trigger: Trigger, head: Token) -> Stance:
    if trigger.is_planned:
        return Stance.PLANNED
    return Stance.UNREAL if judge(head).assertion in _UNREAL else Stance.REAL
