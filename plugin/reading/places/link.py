"""Where each trigger's event happened: its own venue by the parse, else one taken over from the context, saying so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from spacy.tokens import Token

from ...core.event_types import EventType
from ...core.mentions import PlaceRole, Provenance, Toponym
from ...core.report import Span
from ...gazetteer.gazetteer import Gazetteer
from ...gazetteer.place import Place
from ..links import PlaceLink, Trigger
from ..parsed import ParsedDocument
from .anaphora import standing_for_places
from .attachment import Attachment, Closeness, attachment
from .context import holds
from .regions import Regions
from .roles import name_head

RULE = "place"
_SCORES = {
    Closeness.OWN: 0.95,
    Closeness.INSIDE: 0.85,
    Closeness.BELOW: 0.65,
    Closeness.ABOVE: 0.65,
    Closeness.ASIDE: 0.45,
}
_WHY = {
    Closeness.OWN: '"{text}" belongs to "{trigger}"',
    Closeness.INSIDE: '"{text}" stands in the phrase of "{trigger}"',
    Closeness.BELOW: '"{text}" stands in the clause that hangs on "{trigger}"',
    Closeness.ABOVE: '"{text}" places the clause that "{trigger}" belongs to',
    Closeness.ASIDE: '"{text}" is the place that the sentence of "{trigger}" tells',
}

# What is done with words: its content may lie elsewhere than the speaker ("accused X of killing people in Y").
SPOKEN = frozenset(
    (
        EventType.STATEMENT,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.THREATEN,
        EventType.AGREE,
        EventType.CONSULT,
        EventType.COOPERATE,
        EventType.CONCEDE,
        EventType.SANCTION,
        EventType.AID,
    )
)
_AT_TALKS = frozenset((EventType.CONSULT, EventType.STATEMENT, EventType.AGREE))
_SAID_AT_TALKS = frozenset(("press-conference", "interview"))
_AT_HOME = frozenset(
    (EventType.COERCE, EventType.SANCTION, EventType.AID, EventType.REJECT, EventType.SUPPORT)
)
_DEEDS = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.PROTEST))
_OUTSIDE_TOO = frozenset((EventType.ASSAULT,))  # done to others abroad as well as at home
_VOTES = {
    PlaceRole.VENUE: 3,
    PlaceRole.DATELINE: 2,
}  # of a place name for the country of the report; 1 for others
_DEEDS_BY_NAME = frozenset(
    "operation raid attack search incident clash fighting assault battle mission patrol process protest"
    " demonstration".split()
)
_REACH = 3  # sentences
_ELLIPTIC = frozenset("one another other others first second third latter former".split())


def link_places(
    parsed: ParsedDocument, toponyms: Sequence[Toponym], triggers: Sequence[Trigger], gazetteer: Gazetteer
) -> tuple[Optional[PlaceLink], ...]:
    """The place of each trigger's event, aligned with `triggers`; None where the text gives none.

    Only venues place events. Where a trigger has none of its own, it takes over in this order: the place of the event
    it is listed with, of the talks it belongs to, of the like event before, of the dateline or of most deeds of the
    report, the country of whoever acts, the country that the report is about; each with a lower score, and a reason
    that says so.
    """
    return _Linker(parsed, toponyms, triggers, gazetteer).links()


class _Linker:
    def __init__(
        self,
        parsed: ParsedDocument,
        toponyms: Sequence[Toponym],
        triggers: Sequence[Trigger],
        gazetteer: Gazetteer,
    ) -> None:
        self._parsed = parsed
        self._triggers = triggers
        self._gazetteer = gazetteer
        self._regions = Regions(parsed, toponyms, gazetteer)
        told = [*toponyms, *standing_for_places(parsed, toponyms, gazetteer)]
        self._heads = {toponym: name_head(parsed.tokens_of(toponym.span)) for toponym in told}
        self._by_sentence: dict[int, list[Toponym]] = {}
        for toponym in told:
            number = parsed.sentence_number_at(toponym.span.start)
            self._by_sentence.setdefault(number, []).append(toponym)
        self._tokens_by_sentence: dict[int, set[int]] = {}
        for trigger in triggers:
            self._tokens_by_sentence.setdefault(trigger.sentence, set()).add(trigger.token)
        self._dateline = next((t for t in toponyms if t.role is PlaceRole.DATELINE and t.footprint), None)
        self._land = _main_country(toponyms)

    def links(self) -> tuple[Optional[PlaceLink], ...]:
        own = [self._own(trigger) for trigger in self._triggers]
        links = [link or self._sibling(at, own) for at, link in enumerate(own)]
        main = self._main_place(own)
        found = list(links)
        for at, trigger in enumerate(self._triggers):
            if links[at] is None:
                found[at] = (
                    self._by_country(trigger)
                    or self._from_context(at, links)
                    or self._from_dateline(trigger)
                    or self._from_report(trigger, main)
                    or (None if trigger.event_type in _OUTSIDE_TOO else self._by_actor(trigger))
                    or self._from_land(trigger)
                )
        return tuple(found)

    # -- the trigger's own sentence -----------------------------------------------------------------------------

    def _own(self, trigger: Trigger) -> Optional[PlaceLink]:
        token = self._parsed.doc[trigger.token]
        others = self._tokens_by_sentence[trigger.sentence] - {trigger.token}
        rivals: list[tuple[Attachment, Toponym]] = []
        for toponym in self._by_sentence.get(trigger.sentence, []):
            if toponym.role not in (PlaceRole.VENUE, PlaceRole.TOPIC):
                continue
            how = attachment(token, self._heads[toponym], others)
            is_venue = toponym.role is PlaceRole.VENUE or self._is_right_behind(trigger, toponym)
            if is_venue and self._may_place(trigger, token, how, toponym):
                rivals.append((how, toponym))
        rivals.sort(key=lambda rival: (rival[0][:3], rival[1].span))
        for at, (how, toponym) in enumerate(rivals):
            finer = self._finer(toponym, [t for h, t in rivals[at + 1 :] if h.closeness < Closeness.ASIDE])
            link = self._link(trigger, finer or toponym, how.closeness)
            if link is not None:
                return link
        return None

    def _is_right_behind(self, trigger: Trigger, toponym: Toponym) -> bool:
        """Whether a name is told as the place of the trigger, though the phrase as a whole is a topic.

        "Concern about the presence of militants in X" is about X, but X is where the militants are.
        """
        if trigger.token == self._heads[toponym].i or trigger.event_type in SPOKEN:
            return False
        head = self._heads[toponym]
        while head.dep_ in ("compound", "nmod", "amod", "appos", "conj", "poss") and head.head != head:
            head = head.head
        preposition = head.head
        if preposition.dep_ != "prep" or preposition.lower_ not in (
            "in",
            "at",
            "near",
            "inside",
            "across",
            "into",
        ):
            return False
        below = (preposition.head, *preposition.head.ancestors)[:4]
        return any(token.i == trigger.token for token in below)

    def _finer(self, toponym: Toponym, others: Sequence[Toponym]) -> Optional[Toponym]:
        """The name that stands for a place within the first one: "in the province at a shrine in the town"."""
        outer = self._known(toponym)
        if outer is None:
            return None
        for other in others:
            inner = self._known(other)
            if inner is not None and holds(outer, inner):
                return other
        return None

    def _known(self, toponym: Toponym) -> Optional[Place]:
        footprint = toponym.footprint
        return None if footprint is None else self._gazetteer.place(footprint.gazetteer_id)

    def _may_place(self, trigger: Trigger, token: Token, how: Attachment, toponym: Toponym) -> bool:
        """Whether a venue that hangs so on the trigger can be its own."""
        if how.closeness is Closeness.OWN:
            return True
        if how.closeness <= Closeness.BELOW:
            if how.through >= 0 and self._is_talk(how.through):
                return True  # "said after a meeting in X"
            if trigger.event_type in SPOKEN:
                return how.closeness is Closeness.INSIDE and how.through < 0 and not how.is_content
            if how.closeness is Closeness.BELOW and token.lower_ in _ELLIPTIC:
                return False
            return how.through < 0 or token in self._parsed.doc[how.through].ancestors
        if token.lower_ in _ELLIPTIC:
            return False
        if how.closeness is Closeness.ABOVE:
            return how.through < 0 or not (trigger.is_state or trigger.event_type in SPOKEN)
        if trigger.is_state or trigger.event_type in SPOKEN:
            return False
        return not self._is_of_another(toponym, trigger)

    def _is_talk(self, token: int) -> bool:
        """Whether the trigger at a token is a meeting, or what is said at one: "said after a meeting in X"."""
        return any(t.token == token and t.event_type is EventType.CONSULT for t in self._triggers)

    def _is_of_another(self, toponym: Toponym, trigger: Trigger) -> bool:
        head = self._heads[toponym]
        doc = self._parsed.doc
        return any(
            attachment(doc[at], head, frozenset()).closeness <= Closeness.BELOW
            for at in self._tokens_by_sentence[trigger.sentence] - {trigger.token}
        )

    def _link(self, trigger: Trigger, toponym: Toponym, closeness: Closeness) -> Optional[PlaceLink]:
        known = toponym if toponym.footprint is not None else self._container(toponym)
        region = self._regions.of(known) if known is not None else None
        if known is None or region is None:
            return None
        span = region.span
        if known is not toponym and known.span.start > toponym.span.start:
            span = Span(toponym.span.start, region.span.end)
        text = self._parsed.text_of(span)
        why = _WHY[closeness].format(text=text, trigger=self._parsed.text_of(trigger.span))
        if region.why:
            why += f"; {region.why}"
        if known is not toponym:
            why += f'; "{toponym.text}" itself is not known'
        score = round(_SCORES[closeness] * max(0.3, known.provenance.score), 3)
        provenance = Provenance(f"{RULE}/{closeness.name.lower()}", why, score)
        return PlaceLink(region.footprint, text, span, provenance, known.candidates)

    def _container(self, toponym: Toponym) -> Optional[Toponym]:
        """What holds a name that no gazetteer knows, where the text says so right behind it."""
        for other in self._by_sentence[self._parsed.sentence_number_at(toponym.span.start)]:
            gap = other.span.start - toponym.span.end
            if other.footprint is not None and 0 < gap <= 25:
                words = self._parsed.report.text[toponym.span.end : other.span.start].split()
                if (
                    words and words[-1].rstrip(",") in ("", "district", "in", "of", "village", "area")
                ) or words == [","]:
                    return other
        return None

    # -- taken over ---------------------------------------------------------------------------------------------

    def _sibling(self, at: int, own: Sequence[Optional[PlaceLink]]) -> Optional[PlaceLink]:
        """As in "one on a hotel in Kabul and another on the old road": what is listed together lies together."""
        trigger, doc = self._triggers[at], self._parsed.doc
        if doc[trigger.token].lower_ not in _ELLIPTIC:
            return None
        listed = [
            link
            for other, link in zip(self._triggers, own)
            if link is not None
            and other.sentence == trigger.sentence
            and other.token < trigger.token
            and doc[other.token].lower_ in _ELLIPTIC
        ]
        why = "no town of its own is told; taken from the event it is listed with"
        return _taken_over(listed[-1], 0.8, "listed", why) if listed else None

    def _from_context(self, at: int, links: Sequence[Optional[PlaceLink]]) -> Optional[PlaceLink]:
        """From the talks that a statement belongs to, or the like event told before."""
        trigger = self._triggers[at]
        if trigger.is_state:
            return None
        near = []
        for n, (other, link) in enumerate(zip(self._triggers, links)):
            distance = trigger.sentence - other.sentence
            if link is None or other.is_state or other.is_planned or n == at:
                continue
            if abs(distance) <= _REACH:
                near.append((abs(distance), distance < 0, abs(n - at), other, link))
        near.sort(key=lambda item: item[:3])
        if trigger.event_type in _AT_TALKS:
            talks = [link for *_, other, link in near if other.event_type is EventType.CONSULT]
            for link in sorted(talks, key=lambda talk: talk.footprint.where_prec > 4):
                return _taken_over(link, 0.55, "talks", "taken from the talks told beside it")
            if trigger.event_type is EventType.CONSULT or trigger.mode in _SAID_AT_TALKS:
                return self._from_only_talks(at, links)
        if trigger.event_type in _DEEDS and _points_back(self._parsed.doc[trigger.token]):
            deeds = [link for *_, after, _, other, link in near if other.event_type in _DEEDS and not after]
            if deeds:
                return _taken_over(deeds[0], 0.6, "during", "it belongs to the deed told before it")
        if trigger.event_type not in SPOKEN:
            link = self._from_paragraph(trigger, near[0][0] if near and not near[0][1] else _REACH + 1)
            if link is not None:
                return link
        for _, is_after, _, other, link in near:
            if other.event_type is trigger.event_type and not is_after and trigger.event_type not in SPOKEN:
                return _taken_over(
                    link, 0.45, "before", "no place is told; taken from the like event told before it"
                )
        return None

    def _from_paragraph(self, trigger: Trigger, within: int) -> Optional[PlaceLink]:
        """From the venue of the sentences just before, in the same paragraph and nearer than `within` sentences."""
        sentences = self._parsed.sentences
        for back in range(1, min(within, _REACH) + 1):
            number = trigger.sentence - back
            if number < 0 or sentences[number].paragraph != sentences[trigger.sentence].paragraph:
                return None
            venues = [t for t in self._by_sentence.get(number, []) if t.role is PlaceRole.VENUE]
            for toponym in venues:
                link = self._link(trigger, self._finer(toponym, venues) or toponym, Closeness.ASIDE)
                if link is not None:
                    return _taken_over(
                        link, 0.9, "paragraph", "no place is told; taken from the sentence before it"
                    )
        return None

    def _from_only_talks(self, at: int, links: Sequence[Optional[PlaceLink]]) -> Optional[PlaceLink]:
        """Where all talks told before were, if that is one place."""
        told = {
            link.footprint.gazetteer_id: link
            for trigger, link in zip(self._triggers[:at], links)
            if link is not None and trigger.event_type is EventType.CONSULT and link.footprint.where_prec <= 2
        }
        if len(told) != 1:
            return None
        return _taken_over(
            next(iter(told.values())), 0.45, "talks", "taken from the only talks that the report places"
        )

    def _from_dateline(self, trigger: Trigger) -> Optional[PlaceLink]:
        line = self._dateline
        if line is None or trigger.is_state or trigger.event_type not in _AT_TALKS:
            return None
        region = self._regions.of(line)
        if region is None:
            return None
        why = "no place is told; taken from the dateline"
        provenance = Provenance(f"{RULE}/dateline", why, round(0.4 * line.provenance.score, 3))
        return PlaceLink(region.footprint, line.text, line.span, provenance, line.candidates)

    def _from_report(self, trigger: Trigger, main: Optional[PlaceLink]) -> Optional[PlaceLink]:
        if main is None or main.span is None or trigger.is_state or trigger.event_type in SPOKEN:
            return None
        distance = trigger.sentence - self._parsed.sentence_number_at(main.span.start)
        if not -_REACH <= distance <= 2 * _REACH:
            return None
        return _taken_over(
            main, 0.35, "report", "no place is told; it is where most of what the report tells happened"
        )

    def _by_actor(self, trigger: Trigger) -> Optional[PlaceLink]:
        """A government's act happens in its country, where nothing better is known."""
        if trigger.is_state:
            return None
        subject = _subject(self._parsed.doc[trigger.token])
        country = self._country_of(subject) if subject is not None else None
        if subject is None or country is None:
            return None
        place = self._gazetteer.country(country)
        if place is None:
            return None
        why = f'no place is told; an act of "{subject.text}" is placed in its country'
        footprint = self._gazetteer.shapes.footprint_of(place)
        return PlaceLink(footprint, "", None, Provenance(f"{RULE}/actor", why, 0.2))

    def _from_land(self, trigger: Trigger) -> Optional[PlaceLink]:
        """A deed that nothing places happened in the country that most place names of the report lie in."""
        if trigger.event_type not in _DEEDS or self._land is None:
            return None
        place = self._gazetteer.country(self._land)
        if place is None:
            return None
        why = "no place is told; most places that the report names lie in this country"
        footprint = self._gazetteer.shapes.footprint_of(place)
        return PlaceLink(footprint, "", None, Provenance(f"{RULE}/land", why, 0.15))

    def _by_country(self, trigger: Trigger) -> Optional[PlaceLink]:
        """What a country does at home, when the country itself is the subject: "Pakistan stepped up its raids"."""
        subject = _subject(self._parsed.doc[trigger.token])
        if subject is None or trigger.event_type not in _AT_HOME or trigger.is_state:
            return None
        names = self._by_sentence.get(trigger.sentence, [])
        is_country = any(
            t.footprint is not None and t.footprint.where_prec == 6 and self._heads[t].i == subject.i
            for t in names
        )
        return self._by_actor(trigger) if is_country else None

    def _country_of(self, subject: Token) -> Optional[str]:
        """The country that a subject acts for: a country or its capital by name, or a demonym before an office."""
        within = {
            subject.i,
            *(t.i for t in subject.children if t.dep_ in ("compound", "poss", "amod", "nmod")),
        }
        for toponym in self._by_sentence.get(self._parsed.sentence_number_at(subject.idx), []):
            footprint = toponym.footprint
            if footprint is not None and self._heads[toponym].i in within:
                is_capital = footprint.feature == "PPLC"
                return footprint.country if footprint.where_prec == 6 or is_capital else None
        for at in sorted(within):
            found = self._gazetteer.demonym(self._parsed.doc[at].text)
            if found is not None:
                return found
        return None

    def _main_place(self, own: Sequence[Optional[PlaceLink]]) -> Optional[PlaceLink]:
        """Where most deeds of the report happened: a town, district or province that is told for them."""
        told: dict[str, list[PlaceLink]] = {}
        for trigger, link in zip(self._triggers, own):
            if link is not None and link.footprint.where_prec <= 5 and trigger.event_type not in SPOKEN:
                told.setdefault(link.footprint.gazetteer_id, []).append(link)
        return max(told.values(), key=len)[0] if told else self._first_venue()

    def _first_venue(self) -> Optional[PlaceLink]:
        """The first town, district or province where anything happens."""
        for number in sorted(self._by_sentence):
            for toponym in self._by_sentence[number]:
                footprint = toponym.footprint
                if toponym.role is PlaceRole.VENUE and footprint is not None and footprint.where_prec <= 4:
                    region = self._regions.of(toponym)
                    if region is not None:
                        provenance = Provenance(f"{RULE}/venue", "", 0.8 * toponym.provenance.score)
                        text = self._parsed.text_of(region.span)
                        return PlaceLink(region.footprint, text, region.span, provenance, toponym.candidates)
        return None


def _main_country(toponyms: Sequence[Toponym]) -> Optional[str]:
    """The country that most place names of a report lie in, venues and the dateline before others."""
    votes: dict[str, int] = {}
    for toponym in toponyms:
        country = toponym.footprint.country if toponym.footprint is not None else None
        if country:
            votes[country] = votes.get(country, 0) + _VOTES.get(toponym.role, 1)
    return max(votes, key=lambda country: votes[country]) if votes else None


def _taken_over(link: PlaceLink, share: float, rule: str, why: str) -> PlaceLink:
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


def _subject(token: Token) -> Optional[Token]:
    """Who acts in a trigger: its possessor ("Russia's disclosure"), or the subject of its verb."""
    if token.pos_ not in ("VERB", "AUX") and token.dep_ not in ("dobj", "obj"):
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
