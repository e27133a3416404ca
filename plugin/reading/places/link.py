"""Where each trigger's event happened: its own venue by the parse, else one taken over from the context, saying so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from spacy.tokens import Token

from ...core.event_types import EventType
from ...core.mentions import PlaceRole, Provenance, Toponym
from ...gazetteer.gazetteer import Gazetteer
from ..links import PlaceLink, Trigger
from ..parsed import ParsedDocument
from .attachment import Attachment, Closeness, attachment
from .footprints import footprint_of

RULE = "place"
_SCORES = {Closeness.OWN: 0.95, Closeness.INSIDE: 0.85, Closeness.ABOVE: 0.65, Closeness.ASIDE: 0.5}
_WHY = {
    Closeness.OWN: 'the words "{text}" belong to "{trigger}"',
    Closeness.INSIDE: 'the words "{text}" stand in the phrase of "{trigger}"',
    Closeness.ABOVE: 'the clause that "{trigger}" belongs to is placed at "{text}"',
    Closeness.ASIDE: '"{text}" is the only other place of the sentence where something happens',
}
_TALKS = frozenset((EventType.CONSULT, EventType.STATEMENT, EventType.AGREE, EventType.COOPERATE))
_REACH_BACK = 3  # sentences
_ELLIPTIC = frozenset("one another other others first second third latter former".split())


def link_places(
    parsed: ParsedDocument, toponyms: Sequence[Toponym], triggers: Sequence[Trigger], gazetteer: Gazetteer
) -> tuple[Optional[PlaceLink], ...]:
    """The place of each trigger's event, aligned with `triggers`; None where the text gives none.

    Only venues place events. Where a trigger has none of its own, it takes over in this order: the place of the event
    it is listed with, of the talks it followed, of the sentence before, of the dateline or of most events of the
    report, the country of whoever acts; each with a lower score, and a reason that says so.
    """
    linker = _Linker(parsed, toponyms, triggers, gazetteer)
    return linker.links()


class _Linker:
    def __init__(
        self, parsed: ParsedDocument, toponyms: Sequence[Toponym], triggers: Sequence[Trigger], gazetteer: Gazetteer
    ) -> None:
        self._parsed = parsed
        self._triggers = triggers
        self._gazetteer = gazetteer
        self._heads = {toponym: parsed.head_of(toponym.span) for toponym in toponyms}
        self._by_sentence: dict[int, list[Toponym]] = {}
        for toponym in toponyms:
            number = parsed.sentence_number_at(toponym.span.start)
            self._by_sentence.setdefault(number, []).append(toponym)
        self._dateline = next((t for t in toponyms if t.role is PlaceRole.DATELINE and t.footprint), None)

    def links(self) -> tuple[Optional[PlaceLink], ...]:
        own = [self._own(trigger) for trigger in self._triggers]
        links = [link or self._sibling(at, own) for at, link in enumerate(own)]
        main = _main_place(links)
        for at, trigger in enumerate(self._triggers):
            if links[at] is None:
                links[at] = self._from_context(at, links) or self._from_report(trigger, main) or self._by_actor(trigger)
        return tuple(links)

    # -- the trigger's own sentence -----------------------------------------------------------------------------

    def _own(self, trigger: Trigger) -> Optional[PlaceLink]:
        token = self._parsed.doc[trigger.token]
        rivals: list[tuple[Attachment, Toponym]] = []
        for toponym in self._by_sentence.get(trigger.sentence, []):
            if toponym.role is PlaceRole.VENUE and not trigger.span.overlaps(toponym.span):
                rivals.append((attachment(token, self._heads[toponym]), toponym))
        rivals = [r for r in rivals if r[0].closeness < Closeness.ASIDE or not self._is_taken(r[1], trigger)]
        if not rivals:
            return None
        rivals.sort(key=lambda rival: (rival[0], rival[1].span))
        for (closeness, _, _), toponym in rivals:
            found = self._placed(toponym)
            if found is None:
                continue
            if closeness is Closeness.ASIDE and token.lower_ in _ELLIPTIC:
                return None
            why = _WHY[closeness].format(text=toponym.text, trigger=trigger.span.of(self._parsed.report.text))
            score = _SCORES[closeness] * max(0.3, found.provenance.score)
            return PlaceLink(
                found.footprint or toponym.footprint,  # type: ignore[arg-type]
                toponym.text,
                toponym.span,
                Provenance(f"{RULE}/{closeness.name.lower()}", why, round(score, 3)),
                toponym.candidates,
            )
        return None

    def _is_taken(self, toponym: Toponym, trigger: Trigger) -> bool:
        """Whether a place of the sentence hangs closely on another trigger of it."""
        head = self._heads[toponym]
        others = (t for t in self._triggers if t.sentence == trigger.sentence and t is not trigger)
        return any(attachment(self._parsed.doc[t.token], head).closeness <= Closeness.INSIDE for t in others)

    def _placed(self, toponym: Toponym) -> Optional[Toponym]:
        """The name, or for one that no gazetteer knows the name of what holds it."""
        if toponym.footprint is not None:
            return toponym
        after = [
            t
            for t in self._by_sentence[self._parsed.sentence_number_at(toponym.span.start)]
            if t.role is PlaceRole.CONTAINER and 0 <= t.span.start - toponym.span.end <= 20
        ]
        return after[0] if after and after[0].footprint else None

    # -- taken over ---------------------------------------------------------------------------------------------

    def _sibling(self, at: int, own: Sequence[Optional[PlaceLink]]) -> Optional[PlaceLink]:
        """ "one on a hotel in Kabul and another on the old road": what is listed together lies together."""
        trigger = self._triggers[at]
        if self._parsed.doc[trigger.token].lower_ not in _ELLIPTIC:
            return None
        listed = [
            link
            for other, link in zip(self._triggers, own)
            if link and other.sentence == trigger.sentence and other.token < trigger.token
            and self._parsed.doc[other.token].lower_ in _ELLIPTIC
        ]
        if not listed:
            return None
        return _taken_over(listed[-1], 0.75, "listed", "it has no town of its own; taken from the event it is listed with")

    def _from_context(self, at: int, links: Sequence[Optional[PlaceLink]]) -> Optional[PlaceLink]:
        trigger = self._triggers[at]
        near = [
            (abs(other.sentence - trigger.sentence), other.sentence > trigger.sentence, -n, other, link)
            for n, (other, link) in enumerate(zip(self._triggers, links))
            if link is not None and other is not trigger and _is_of_its_own(link)
            and abs(other.sentence - trigger.sentence) <= _REACH_BACK
            and not other.is_state
        ]
        near.sort(key=lambda item: item[:3])
        talks = [item for item in near if item[3].event_type in _TALKS and item[3].event_type is EventType.CONSULT]
        if trigger.event_type in _TALKS and talks:
            return _taken_over(talks[0][4], 0.55, "talks", "it belongs to the talks told beside it, which were there")
        same = [item for item in near if item[3].event_type is trigger.event_type and not item[1]]
        if same and not trigger.is_state:
            return _taken_over(same[0][4], 0.45, "before", "taken from the like event told just before")
        return None

    def _from_report(self, trigger: Trigger, main: Optional[PlaceLink]) -> Optional[PlaceLink]:
        if trigger.event_type in _TALKS and self._dateline is not None and self._dateline.footprint is not None:
            line = self._dateline
            why = "no place is told; taken from the dateline"
            return PlaceLink(
                line.footprint,  # type: ignore[arg-type]
                line.text,
                line.span,
                Provenance(f"{RULE}/dateline", why, 0.35),
                line.candidates,
            )
        if main is not None and not trigger.is_state:
            return _taken_over(main, 0.3, "report", "no place is told; most events of this report were there")
        return None

    def _by_actor(self, trigger: Trigger) -> Optional[PlaceLink]:
        """A government's act happens in its country, where nothing better is known."""
        subject = _subject(self._parsed.doc[trigger.token])
        if subject is None:
            return None
        for toponym in self._by_sentence.get(trigger.sentence, []):
            footprint = toponym.footprint
            head = self._heads[toponym]
            if toponym.role is not PlaceRole.ACTOR or footprint is None or footprint.country is None:
                continue
            if subject in (head, head.head):
                country = self._gazetteer.country(footprint.country)
                if country is not None:
                    why = f'"{toponym.text}" acts; its act is placed in its country'
                    return PlaceLink(
                        footprint_of(country), toponym.text, toponym.span, Provenance(f"{RULE}/actor", why, 0.2)
                    )
        return None


def _taken_over(link: PlaceLink, share: float, rule: str, why: str) -> PlaceLink:
    score = round(min(link.provenance.score, 1.0) * share, 3)
    return PlaceLink(link.footprint, link.text, link.span, Provenance(f"{RULE}/{rule}", why, score), link.candidates)


def _is_of_its_own(link: PlaceLink) -> bool:
    return link.provenance.rule.partition("/")[2] in ("own", "inside", "above", "aside")


def _main_place(links: Sequence[Optional[PlaceLink]]) -> Optional[PlaceLink]:
    """The place of most events, if it is more than one event's."""
    counts: dict[str, list[PlaceLink]] = {}
    for link in links:
        if link is not None and _is_of_its_own(link):
            counts.setdefault(link.footprint.gazetteer_id, []).append(link)
    best = max(counts.values(), key=len, default=[])
    return best[0] if len(best) > 1 or len(counts) == 1 else None


def _subject(token: Token) -> Optional[Token]:
    for verb in (token, *token.ancestors):
        for child in verb.children:
            if child.dep_ in ("nsubj", "agent"):
                return child
        if verb.pos_ == "VERB" and verb != token:
            return None
    return None
