"""Places taken over from what the report tells beside an event: the list, the talks, the deed, the paragraph before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

from ...core.event_types import DEEDS, EventType
from ...core.mentions import PlaceRole, Provenance, Toponym
from ..links import PlaceLink, Trigger
from ..series import MEMBERS
from ..tokens import Token
from .attachment import Closeness
from .footprints import where_prec_of
from .scene import RULE, SPOKEN, Scene

Links = Sequence[Optional[PlaceLink]]

_AT_TALKS = frozenset((EventType.CONSULT, EventType.STATEMENT, EventType.AGREE))
_VISIT = "visit"  # the mode of whoever comes to see for himself, and is not where he came from
_WRITTEN = "statement"  # put out at home, wherever its author has been
_SAID_AT_TALKS = frozenset(("press-conference", "interview"))
_DEEDS_BY_NAME = frozenset(
    "operation raid attack search incident clash fighting assault battle mission patrol process protest"
    " demonstration".split()
)
_MEANING = frozenset("plan plot prepare intend aim hope want wish threaten vow seek propose consider".split())
_REACH = 3  # sentences
_FAR = 6  # sentences


def from_list(scene: Scene, at: int, own: Links) -> Optional[PlaceLink]:
    """As in "one on a hotel in Kabul and another on the old road": what is listed together lies together."""
    trigger, doc = scene.triggers[at], scene.parsed.doc
    if doc[trigger.token].lower_ not in MEMBERS:
        return None
    listed = [
        link
        for other, link in zip(scene.triggers, own)
        if link is not None
        and other.sentence == trigger.sentence
        and other.token < trigger.token
        and doc[other.token].lower_ in MEMBERS
    ]
    why = "no town of its own is told; taken from the event it is listed with"
    return taken_over(listed[-1], 0.8, "listed", why) if listed else None


def from_head(scene: Scene, at: int, links: Links) -> Optional[PlaceLink]:
    """From the place that heads its item of a list, where nothing told in it before has a nearer one."""
    trigger = scene.triggers[at]
    head = scene.head_of_item(trigger.sentence)
    if head is None or trigger.is_state or trigger.event_type in SPOKEN - set(_AT_TALKS):
        return None
    sentences = scene.parsed.sentences
    paragraph = sentences[trigger.sentence].paragraph
    for before in range(at - 1, -1, -1):
        if sentences[scene.triggers[before].sentence].paragraph != paragraph:
            break
        if links[before] is not None:
            return None
    link = scene.link(trigger, head, Closeness.ABOVE)
    return link and taken_over(
        link, 0.9, "head", "no place is told; taken from what heads this item of a list"
    )


def from_context(scene: Scene, at: int, links: Links) -> Optional[PlaceLink]:
    """From the talks that a statement belongs to, the deed it is a part of, the paragraph, or the like event before."""
    trigger = scene.triggers[at]
    if trigger.is_state:
        return None
    near = []
    for n, (other, link) in enumerate(zip(scene.triggers, links)):
        distance = trigger.sentence - other.sentence
        if link is None or link.footprint is None or abs(distance) > _REACH or n == at:
            continue
        if other.is_state or other.is_planned or not scene.may_be_of_one_story(trigger, other):
            continue
        near.append((abs(distance), distance < 0, abs(n - at), other, link))
    near.sort(key=lambda item: item[:3])
    if trigger.event_type in _AT_TALKS and trigger.mode not in (_VISIT, _WRITTEN):
        talks = [link for *_, other, link in near if other.event_type is EventType.CONSULT]
        for link in sorted(talks, key=lambda talk: where_prec_of(talk.footprint) > 4):
            return taken_over(link, 0.55, "talks", "taken from the talks told beside it")
        if trigger.event_type is EventType.CONSULT or trigger.mode in _SAID_AT_TALKS:
            return _from_only_talks(scene, at, links)
    if trigger.event_type in DEEDS and _points_back(scene.parsed.doc[trigger.token]):
        deeds = [link for *_, after, _, other, link in near if other.event_type in DEEDS and not after]
        if deeds:
            return taken_over(deeds[0], 0.6, "during", "it belongs to the deed told before it")
    if trigger.event_type not in SPOKEN or trigger.mode == _VISIT:
        within = near[0][0] if near and not near[0][1] else _REACH + 1
        link = _from_paragraph(scene, trigger, within, links)
        if link is not None:
            return link
        for _, is_after, _, other, told in near:
            if other.event_type is trigger.event_type and not is_after:
                why = "no place is told; taken from the like event told before it"
                return taken_over(told, 0.45, "before", why)
    return None


def _from_paragraph(scene: Scene, trigger: Trigger, within: int, links: Links) -> Optional[PlaceLink]:
    """From the venue of the sentences just before, in the same paragraph and nearer than `within` sentences."""
    sentences = scene.parsed.sentences
    for back in range(1, min(within, _REACH) + 1):
        number = trigger.sentence - back
        if number < 0 or sentences[number].paragraph != sentences[trigger.sentence].paragraph:
            return None
        venues = [
            t
            for t in scene.names_of(number)
            if t.role is PlaceRole.VENUE
            and not _is_of_another_story(scene, trigger, t, links)
            and not _is_abroad(scene, t, links)
            and not _is_only_meant(scene, t)
        ]
        for toponym in venues:
            link = scene.link(trigger, scene.finer(toponym, venues) or toponym, Closeness.ASIDE)
            if link is not None:
                why = "no place is told; taken from the sentence before it"
                return taken_over(link, 0.9, "paragraph", why)
    return None


def _is_of_another_story(scene: Scene, trigger: Trigger, venue: Toponym, links: Links) -> bool:
    """Whether a venue places events, but only talks, what is still planned, or what happened at another time."""
    placed = [
        other
        for other, link in zip(scene.triggers, links)
        if link is not None and link.span is not None and link.span.overlaps(venue.span)
    ]
    return bool(placed) and not any(
        other.event_type not in SPOKEN and not other.is_planned and scene.may_be_of_one_story(trigger, other)
        for other in placed
    )


def _is_only_meant(scene: Scene, venue: Toponym) -> bool:
    """As in "he was planning attacks on forces in X": nothing has happened there yet."""
    return any(above.lemma_.lower() in _MEANING for above in scene.heads[venue].ancestors)


def _is_abroad(scene: Scene, venue: Toponym, links: Links) -> bool:
    """Whether a venue that places no event lies in another country than the report is set in: where somebody was."""
    country = venue.footprint.country if venue.footprint is not None else None
    return (
        country is not None
        and scene.country is not None
        and country != scene.country
        and not any(
            link is not None and link.span is not None and link.span.overlaps(venue.span) for link in links
        )
    )


def _from_only_talks(scene: Scene, at: int, links: Links) -> Optional[PlaceLink]:
    """Where all talks told before were, if that is one place; those of another month are held elsewhere."""
    told = {
        link.footprint.gazetteer_id: link
        for trigger, link in zip(scene.triggers[:at], links)
        if link is not None and link.footprint is not None
        if trigger.event_type is EventType.CONSULT and link.footprint.where_prec <= 2
        if scene.may_be_of_one_story(trigger, scene.triggers[at])
    }
    if len(told) != 1:
        return None
    why = "taken from the only talks that the report places"
    return taken_over(next(iter(told.values())), 0.45, "talks", why)


def from_dateline(scene: Scene, trigger: Trigger) -> Optional[PlaceLink]:
    """Talks, statements and protests of those days without a place were where the report was sent from."""
    line = scene.dateline
    if line is None or trigger.is_state or trigger.event_type not in (*_AT_TALKS, EventType.PROTEST):
        return None
    if trigger.mode in (_VISIT, _WRITTEN) or _is_said_abroad(scene, trigger, line):
        return None
    if not scene.is_of_those_days(trigger):
        return None
    region = scene.regions.of(line)
    if region is None:
        return None
    why = "no place is told; taken from the dateline"
    provenance = Provenance(f"{RULE}/dateline", why, round(0.4 * line.provenance.score, 3))
    return PlaceLink(region.footprint, line.text, line.span, provenance, line.candidates)


def _is_said_abroad(scene: Scene, trigger: Trigger, line: Toponym) -> bool:
    """As in a report from X: "Y announced on Monday", Y being another country."""
    country = line.footprint.country if line.footprint is not None else None
    subjects = [c.i for c in scene.parsed.doc[trigger.token].children if c.dep_ == "nsubj"]
    return any(
        t.footprint is not None
        and t.footprint.where_prec == 6
        and t.footprint.country != country
        and scene.heads[t].i in subjects
        for t in scene.names_of(trigger.sentence)
    )


def from_deed_of_its_day(scene: Scene, at: int, links: Links) -> Optional[PlaceLink]:
    """Where the deed was whose day an event has taken over: what gives it its day gives it its place."""
    trigger = scene.triggers[at]
    if trigger.is_state or trigger.event_type in SPOKEN:
        return None
    for other, link in zip(reversed(scene.triggers[:at]), reversed(links[:at])):
        if trigger.sentence - other.sentence > _FAR or other.is_planned:
            return None
        if link is not None and link.footprint is not None and scene.gives_its_day(other, trigger):
            why = "no place is told; taken from the deed told before it, whose day it has"
            return taken_over(link, 0.4, "day", why)
    return None


class MainPlace(NamedTuple):
    """Where most of what a report tells happened."""

    link: PlaceLink
    told_for: Sequence[Trigger]  # the events that it is told for; empty when for none


def from_report(scene: Scene, trigger: Trigger, main: Optional[MainPlace]) -> Optional[PlaceLink]:
    """Where most of what the report tells happened, if that is told near, and for an event of about that day."""
    if main is None or main.link.span is None or trigger.is_state:
        return None
    if trigger.event_type in SPOKEN and trigger.mode != _VISIT:
        return None
    distance = trigger.sentence - scene.parsed.sentence_number_at(main.link.span.start)
    if distance < -_REACH or (distance > 2 * _REACH and trigger.event_type is EventType.ASSAULT):
        return None  # violence told far from it may be that of another story; who comes to see or to help comes there
    if main.told_for and not any(scene.may_be_of_one_story(trigger, other) for other in main.told_for):
        return None
    why = "no place is told; it is where most of what the report tells happened"
    return taken_over(main.link, 0.35, "report", why)


def main_place(scene: Scene, own: Links) -> Optional[MainPlace]:
    """Where most deeds of the report happened: a town, district or province that is told for them."""
    told: dict[str, list[tuple[PlaceLink, Trigger]]] = {}
    for trigger, link in zip(scene.triggers, own):
        if link is None or link.footprint is None or trigger.event_type in SPOKEN:
            continue
        if link.footprint.where_prec <= 5:
            told.setdefault(link.footprint.gazetteer_id, []).append((link, trigger))
    if not told:
        return _first_venue(scene, own)
    most = max(told.values(), key=len)
    return MainPlace(most[0][0], [trigger for _, trigger in most])


def _first_venue(scene: Scene, own: Links) -> Optional[MainPlace]:
    """The first town, district or province where anything happens, other than talks."""
    taken = {link.span for link in own if link is not None}
    for number in scene.sentences():
        for toponym in scene.names_of(number):
            footprint = toponym.footprint
            if toponym.role is PlaceRole.VENUE and footprint is not None and footprint.where_prec <= 4:
                region = scene.regions.of(toponym)
                if region is not None and region.span not in taken:
                    provenance = Provenance(f"{RULE}/venue", "", 0.8 * toponym.provenance.score)
                    text = scene.parsed.text_of(region.span)
                    link = PlaceLink(region.footprint, text, region.span, provenance, toponym.candidates)
                    return MainPlace(link, ())
    return None


def taken_over(link: PlaceLink, share: float, rule: str, why: str) -> PlaceLink:
    """A place that another event lends, with a share of its score and the reason why."""
    score = round(link.provenance.score * share, 3)
    return PlaceLink(
        link.footprint, link.text, link.span, Provenance(f"{RULE}/{rule}", why, score), link.candidates
    )


def _points_back(deed: Token) -> bool:
    """As in "During the operation, the force also detained two men": it was done where the other deed was."""
    for child in deed.children:
        if child.dep_ == "advmod" and child.lower_ == "also":
            return True
        if child.dep_ == "prep" and child.lower_ in ("during", "in", "after", "following"):
            for below in child.children:
                is_definite = any(c.lower_ in ("the", "this", "that") for c in below.lefts)
                if is_definite and below.lemma_.lower() in _DEEDS_BY_NAME:
                    return not any(c.dep_ in ("prep", "acl", "relcl") for c in below.children)
    return False
