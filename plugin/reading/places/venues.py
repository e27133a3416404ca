"""The place that a trigger's own sentence gives it, by the parse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ...core.event_types import EventType
from ...core.mentions import PlaceRole, Toponym
from ..closed_classes import UNDERGOERS, VERBAL
from ..events.voice import falls_to_an_enemy
from ..links import PlaceLink, Trigger
from ..series import MEMBERS
from ..tokens import Token
from .attachment import Attachment, Closeness, attachment
from .matter import is_of_the_matter
from .roles import is_place_noun
from .scene import SPOKEN, Scene

_INTO_NAMES = frozenset("compound nmod amod appos conj poss".split())
_OWN_NOUN = frozenset(("dobj", "obj"))
_COMING = frozenset(
    "be come go travel fly arrive return gather meet stop sail drive head assemble stay".split()
)
_JOURNEYS = frozenset("visit visits trip trips journey tour tours travel voyage pilgrimage".split())
_ON_IT = frozenset("on during in after upon for at".split())
_RIGHT_BEHIND = frozenset("in at near inside across into".split())
_WHERE = frozenset(("where", "wherein"))
_OF_WHICH = frozenset(("which", "that", "whose"))
# What is done to a place is done there: "blocked the centre of X", "occupied X".
_TO_PLACES = frozenset(
    (
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.PROTEST,
        EventType.RETREAT,
        EventType.PRESENCE,
        EventType.MOBILIZE,
    )
)
_TO_PEOPLE = frozenset(
    "killing gunfire kidnap hijack stabbing beating torture sexual-violence mob-violence arrest legal expulsion".split()
)


def own_place(scene: Scene, trigger: Trigger) -> Optional[PlaceLink]:
    """The venue that hangs on the trigger nearest, None where its sentence gives it none.

    Of two places of which one holds the other, the finer one is taken.
    """
    if trigger.scope is not None:
        return _place_in_scope(scene, trigger)
    token = scene.parsed.doc[trigger.token]
    beside = scene.tokens_beside(trigger)
    phrase = {t.i for t in scene.parsed.tokens_of(trigger.span) if t.dep_ in _OWN_NOUN and t.head == token}
    antecedents = _antecedents(token, trigger)
    rivals: list[tuple[Attachment, Toponym]] = []
    for toponym in scene.names_of(trigger.sentence):
        if toponym.role not in (PlaceRole.VENUE, PlaceRole.TOPIC):
            continue
        head = scene.heads[toponym]
        if _whole(head) in antecedents:
            rivals.append((Attachment(Closeness.OWN, 0, True, -1, False), toponym))
            continue
        if is_of_the_matter(trigger, token, head):
            continue
        how = attachment(token, head, beside, phrase)
        is_venue = toponym.role is PlaceRole.VENUE or _is_right_behind(scene, trigger, toponym)
        if _is_reached(trigger, head, toponym) or (
            is_venue and _may_place(scene, trigger, token, how, toponym)
        ):
            rivals.append((how, toponym))
    rivals.sort(key=lambda rival: (rival[0][:3], rival[1].span))
    for at, (how, toponym) in enumerate(rivals):
        others = [
            t for h, t in rivals[at + 1 :] if h.closeness < Closeness.ASIDE and h.through in (-1, how.through)
        ]
        finer = scene.finer(toponym, others)
        link = scene.link(trigger, finer or toponym, how.closeness)
        if link is not None:
            return link
    return None


def _place_in_scope(scene: Scene, trigger: Trigger) -> Optional[PlaceLink]:
    """The place that is told of one of several alone: "protests in X on Monday and in Y on Tuesday"."""
    within = [
        name
        for name in scene.names_of(trigger.sentence)
        if trigger.scope is not None
        and trigger.scope.contains(name.span)
        and name.role is not PlaceRole.CONTAINER
    ]
    venues = [name for name in within if name.role is PlaceRole.VENUE]  # "U.S. embassies in X"
    return scene.link(trigger, (venues or within)[0], Closeness.OWN) if within else None


def _whole(name: Token) -> Token:
    """The noun of the phrase that a name is a part of: "town" in "X, a town", "centre" in "the centre of X"."""
    while name.head != name:
        if name.dep_ == "pobj" and name.head.lower_ == "of" and is_place_noun(name.head.head.lemma_.lower()):
            name = name.head.head
        elif name.dep_ in _INTO_NAMES - {"poss"} and name.head.pos_ not in VERBAL:
            name = name.head
        else:
            break
    return name


def _is_reached(trigger: Trigger, name: Token, toponym: Toponym) -> bool:
    """Whether it is done to the place itself: "blocked the centre of X", "retook X village", "X was occupied"."""
    whole = _whole(name)
    is_place = toponym.footprint is not None or is_place_noun(whole.lower_)  # else it may be somebody
    is_object = (whole.dep_ in UNDERGOERS or falls_to_an_enemy(whole.head)) and whole.head.i == trigger.token
    return is_place and is_object and _is_done_to_places(trigger)


def _is_done_to_places(trigger: Trigger) -> bool:
    return trigger.event_type in _TO_PLACES and trigger.mode not in _TO_PEOPLE


def _antecedents(token: Token, trigger: Trigger) -> frozenset[Token]:
    """The nouns whose relative clause tells the event: "X, where ten were killed", "X, which they have occupied"."""
    found = set()
    for verb in (token, *token.ancestors):
        if verb.dep_ != "relcl":
            continue
        relatives = [t for t in verb.subtree if t.i < verb.i and t.tag_ in ("WRB", "WDT")]
        is_where = any(t.lower_ in _WHERE for t in relatives)
        is_reached = (
            verb == token
            and _is_done_to_places(trigger)
            and any(t.lower_ in _OF_WHICH and t.dep_ in UNDERGOERS and t.head == verb for t in relatives)
        )
        if is_where or is_reached:
            found.add(_whole(verb.head))
        break
    return frozenset(found)


def _is_right_behind(scene: Scene, trigger: Trigger, toponym: Toponym) -> bool:
    """Whether a name is told as the place of the trigger, though the phrase as a whole is a topic.

    "Concern about the presence of militants in X" is about X, but X is where the militants are.
    """
    head = scene.heads[toponym]
    if trigger.token == head.i or trigger.event_type in SPOKEN:
        return False
    while head.dep_ in _INTO_NAMES and head.head != head:
        head = head.head
    preposition = head.head
    if preposition.dep_ != "prep" or preposition.lower_ not in _RIGHT_BEHIND:
        return False
    below = (preposition.head, *preposition.head.ancestors)[:4]
    return any(token.i == trigger.token for token in below)


def _may_place(scene: Scene, trigger: Trigger, token: Token, how: Attachment, toponym: Toponym) -> bool:
    """Whether a venue that hangs so on the trigger can be its own."""
    is_spoken = trigger.event_type in SPOKEN
    if how.closeness is Closeness.OWN:
        return True
    if _is_of_a_journey(scene.heads[toponym], token):
        return False
    is_purpose = how.closeness is Closeness.ABOVE and _is_purpose(token)
    if how.is_description or (
        how.closeness > Closeness.INSIDE and not is_purpose and _is_goal(scene.heads[toponym])
    ):
        return False
    if how.closeness <= Closeness.BELOW:
        if how.through >= 0 and _is_talk(scene.triggers, how.through):
            return True  # "said after a meeting in X"
        if trigger.event_type is EventType.THREATEN and how.closeness is Closeness.BELOW:
            return how.through < 0  # "threatened to cut the road at X"
        if is_spoken:
            return how.closeness is Closeness.INSIDE and how.through < 0 and not how.is_content
        if how.closeness is Closeness.BELOW and token.lower_ in MEMBERS:
            return False
        if how.through < 0:
            return True
        below = scene.parsed.doc[how.through]
        return token in below.ancestors and not _is_some_time_away(below)
    if token.lower_ in MEMBERS:
        return False
    if how.closeness is Closeness.ABOVE:
        return how.through < 0 or is_purpose or not (trigger.is_state or is_spoken)
    return not (trigger.is_state or is_spoken) and not _is_of_another(scene, toponym, trigger)


def _is_some_time_away(clause: Token) -> bool:
    """As in "was shelled hours after the minister visited X": another event, which may have been elsewhere."""
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
    is_counted = any(c.dep_ == "npadvmod" and c.i < clause.i for c in clause.children)
    return clause.dep_ == "advcl" and is_counted and not marks.isdisjoint(("after", "before"))


def _is_purpose(token: Token) -> bool:
    """As in "flew to X to sign an agreement", "was in X to open the talks": it is done where somebody came for it."""
    is_to = any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)
    return is_to and token.dep_ in ("xcomp", "advcl", "relcl", "acl") and token.head.lemma_ in _COMING


def _is_goal(name: Token) -> bool:
    """As in "fled to X": nobody but who goes there is there yet."""
    while name.dep_ in ("compound", "conj", "appos"):
        name = name.head
    return name.dep_ == "pobj" and name.head.lower_ in ("to", "toward", "towards")


def _is_of_a_journey(name: Token, trigger: Token) -> bool:
    """As in "was kidnapped in protest of the premier's visit to X": where somebody else travelled.

    Not where the visit itself is told, or what was done on it: "was shot during a visit to X".
    """
    journey = name.head.head
    if not _is_goal(name) or journey.lower_ not in _JOURNEYS or journey.i == trigger.i:
        return False
    return not (journey.dep_ == "pobj" and journey.head.lower_ in _ON_IT)


def _is_talk(triggers: Sequence[Trigger], token: int) -> bool:
    """Whether the trigger at a token is a meeting, or what is said at one: "said after a meeting in X"."""
    return any(t.token == token and t.event_type is EventType.CONSULT for t in triggers)


def _is_of_another(scene: Scene, toponym: Toponym, trigger: Trigger) -> bool:
    head, doc = scene.heads[toponym], scene.parsed.doc
    return any(
        attachment(doc[at], head, frozenset()).closeness <= Closeness.BELOW
        for at in scene.tokens_beside(trigger)
    )
