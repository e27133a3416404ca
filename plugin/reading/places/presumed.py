"""Places presumed of events that nothing places: of their purpose, of who acts, of the report. Weak, and saying so."""

from __future__ import annotations

from typing import Optional

from ...core.event_types import DEEDS, EventType
from ...core.mentions import PlaceRole, Provenance
from ..closed_classes import VERBAL
from ..links import PlaceLink, Trigger
from ..tokens import Token
from .attachment import Closeness
from .inherited import taken_over
from .scene import RULE, Scene

_AT_HOME = frozenset(
    (EventType.COERCE, EventType.SANCTION, EventType.AID, EventType.REJECT, EventType.SUPPORT)
)
_OUTSIDE_TOO = frozenset((EventType.ASSAULT,))  # done to others abroad as well as at home
_OF_STATE = frozenset((EventType.REJECT, EventType.SANCTION, EventType.MOBILIZE, EventType.AGREE))
_STATE = frozenset(
    "government president premier minister ministry parliament senate congress court army military navy police king "
    "queen junta cabinet governor authority".split()
)
_OF_THE_LAW = frozenset(
    "police policeman policewoman detective constable gendarme gendarmerie carabinieri prosecutor judge court "
    "tribunal magistrate jury investigator authority customs coastguard".split()
)
_BEFORE = frozenset("compound poss amod nmod".split())
_FOR_SOMETHING = frozenset((EventType.COOPERATE, EventType.MOBILIZE, EventType.AID, EventType.SUPPORT))
_WITH_A_PARTNER = frozenset((EventType.COOPERATE, EventType.MOBILIZE))
_TALKING = frozenset(
    "discuss talk address review consider tackle debate explain explore assess examine study".split()
)
_MISSIONS = frozenset("embassy consulate legation diplomat ambassador".split())
_WHERE = frozenset("in inside across throughout within near".split())


def from_purpose(scene: Scene, trigger: Trigger) -> Optional[PlaceLink]:
    """As in "worked with the militia to stop the smugglers in X": what is done for something is done where that is."""
    if trigger.event_type not in _FOR_SOMETHING:
        return None
    verb = _verb_of(scene.parsed.doc[trigger.token])
    if verb is None:
        return None
    for clause in verb.children:
        is_purpose = clause.dep_ in ("xcomp", "advcl") and any(c.lower_ == "to" for c in clause.lefts)
        if not is_purpose or clause.lemma_ in _TALKING:
            continue
        within = {token.i for token in clause.subtree}
        for toponym in scene.names_of(trigger.sentence):
            head = scene.heads[toponym]
            if head.i in within and head.dep_ == "pobj" and head.head.lower_ in _WHERE:
                link = scene.link(trigger, toponym, Closeness.BELOW)
                if link is not None:
                    text = scene.parsed.text_of(toponym.span)
                    return taken_over(
                        link, 0.6, "purpose", f'no place is told; what it is for lies in "{text}"'
                    )
    return None


def from_partner(scene: Scene, trigger: Trigger) -> Optional[PlaceLink]:
    """As in "a joint exercise with X": for want of better, in the country of the partner whom the words name."""
    if trigger.event_type not in _WITH_A_PARTNER or trigger.is_state:
        return None
    doc = scene.parsed.doc
    for toponym in scene.names_of(trigger.sentence):
        footprint, head = toponym.footprint, scene.heads[toponym]
        is_partner = (
            head.dep_ == "pobj" and head.head.lower_ == "with" and head.head.head == doc[trigger.token]
        )
        if (
            footprint is not None
            and footprint.where_prec == 6
            and is_partner
            and toponym.role is PlaceRole.ACTOR
        ):
            why = f'no place is told; it is placed in the country of the partner, "{toponym.text}"'
            return _country(scene, footprint.country, "partner", why, 0.2)
    return None


def by_actor(scene: Scene, trigger: Trigger) -> Optional[PlaceLink]:
    """A government's act, other than violence, happens in its country, where nothing better is known."""
    if trigger.is_state or trigger.event_type in _OUTSIDE_TOO:
        return None
    subject = _subject(scene.parsed.doc[trigger.token])
    country = _country_of(scene, subject) if subject is not None else None
    if subject is None:
        return None
    why = f'no place is told; an act of "{subject.text}" is placed in its country'
    if (
        country is None
        and not _is_named(subject)
        and trigger.event_type in _OF_STATE
        and subject.lemma_.lower() in _STATE
    ):
        country = scene.country
        why = f'no place is told; "{subject.text}" acts in the country that the report is about'
    if trigger.event_type is EventType.CONSULT and _meets_abroad(scene, trigger, country):
        return None
    return _country(scene, country, "actor", why, 0.2)


def _meets_abroad(scene: Scene, trigger: Trigger, country: Optional[str]) -> bool:
    """Whether a meeting may have been in another country: the sentence of its verb names one, or its people."""
    tokens = scene.parsed.doc[trigger.token].sent
    named = {scene.gazetteer.demonym(token.text) for token in tokens if token.text[0].isupper()}
    named.update(t.footprint.country for t in scene.names_of(trigger.sentence) if t.footprint is not None)
    return not named <= {country, None}


def by_country(scene: Scene, trigger: Trigger) -> Optional[PlaceLink]:
    """What a country does at home, when the country itself is the subject: "Pakistan stepped up its raids"."""
    subject = _subject(scene.parsed.doc[trigger.token])
    if subject is None or trigger.event_type not in _AT_HOME or trigger.is_state:
        return None
    is_country = any(
        t.footprint is not None and t.footprint.where_prec == 6 and scene.heads[t].i == subject.i
        for t in scene.names_of(trigger.sentence)
    )
    return by_actor(scene, trigger) if is_country else None


def by_law(scene: Scene, trigger: Trigger) -> Optional[PlaceLink]:
    """The country of those who enforce its law ("Kenyan police arrested"): what they do by it they do there."""
    if trigger.event_type is not EventType.COERCE or trigger.is_state:
        return None
    subject = _speaker_for(_subject(scene.parsed.doc[trigger.token]))
    if subject is None:
        return None
    title = (t.lemma_.lower() for t in subject.children if t.dep_ == "compound")  # "police officers"
    if _OF_THE_LAW.isdisjoint((subject.lemma_.lower(), *title)):
        return None
    why = f'no place is told; "{subject.text}" enforce the law of their country'
    return _country(scene, _country_of(scene, subject), "law", why, 0.3)


def _speaker_for(subject: Optional[Token]) -> Optional[Token]:
    """Whom "they" are in "Kenyan police said they had arrested": who says so."""
    if subject is None or subject.lower_ not in ("they", "it"):
        return subject
    clause = subject.head
    if clause.dep_ != "ccomp":
        return subject
    return next((child for child in clause.head.children if child.dep_ == "nsubj"), subject)


def by_land(scene: Scene, trigger: Trigger) -> Optional[PlaceLink]:
    """A deed that nothing places happened in the country that the report is set in."""
    if trigger.event_type not in DEEDS or _strikes_a_mission(scene, trigger):
        return None
    why = "no place is told; it is the country that most places and peoples of the report belong to"
    return _country(scene, scene.country, "land", why, 0.15)


def _strikes_a_mission(scene: Scene, trigger: Trigger) -> bool:
    """As in "the bombings of U.S. embassies", told in a report about the United States: their embassies are abroad."""
    for token in scene.parsed.doc[trigger.token].sent:
        if token.lemma_.lower() in _MISSIONS and _country_of(scene, token) == scene.country:
            return True
    return False


def _is_named(subject: Token) -> bool:
    """Whether a name says whose a body is: "the U.S. Congress"."""
    return any(child.pos_ == "PROPN" for child in subject.children if child.dep_ in _BEFORE)


def _country(scene: Scene, country: Optional[str], rule: str, why: str, score: float) -> Optional[PlaceLink]:
    place = scene.gazetteer.country(country) if country else None
    if place is None:
        return None
    footprint = scene.gazetteer.shapes.footprint_of(place)
    return PlaceLink(footprint, "", None, Provenance(f"{RULE}/{rule}", why, score))


def _country_of(scene: Scene, subject: Token) -> Optional[str]:
    """The country that a subject acts for: a country or its capital by name, or a demonym before an office.

    Several countries that act as one are in none of them.
    """
    if any(child.dep_ == "conj" for child in subject.children):
        return None
    before = [t for t in subject.children if t.dep_ in _BEFORE]
    below = [t for title in before if title.dep_ == "compound" for t in title.children if t.dep_ in _BEFORE]
    within = {subject.i, *(t.i for t in (*before, *below))}  # "Libyan leader Omar Said"
    for toponym in scene.names_of(scene.parsed.sentence_number_at(subject.idx)):
        footprint = toponym.footprint
        if footprint is not None and scene.heads[toponym].i in within:
            is_capital = footprint.feature == "PPLC"
            return footprint.country if footprint.where_prec == 6 or is_capital else None
    for at in sorted(within):
        found = scene.gazetteer.demonym(scene.parsed.doc[at].text)
        if found is not None:
            return found
    return None


def _verb_of(token: Token) -> Optional[Token]:
    """The verb that a trigger is, or hangs on as its object."""
    if token.pos_ == "VERB":
        return token
    return token.head if token.dep_ in ("dobj", "obj", "pobj") and token.head.pos_ == "VERB" else None


def _subject(token: Token) -> Optional[Token]:
    """Who acts in a trigger: its possessor ("Russia's disclosure"), or the subject of its verb."""
    if token.pos_ not in VERBAL and token.dep_ not in ("dobj", "obj"):
        owner = next((child for child in token.children if child.dep_ == "poss"), None)
        if owner is not None:
            return owner
    for verb in (token, *token.ancestors):
        for child in verb.children:
            if child.dep_ in ("nsubj", "agent"):
                return child if child.dep_ == "nsubj" else next(iter(child.children), None)
        if verb.pos_ == "VERB" and verb != token:
            return None
    return None
