"""What one document tells of places, sentence by sentence, and how a name of it becomes the place of an event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Optional

from ...core.event_types import EventType
from ...core.mentions import PlaceRole, Provenance, Toponym
from ...gazetteer.gazetteer import Gazetteer
from ...gazetteer.place import Place, PlaceKind
from ..links import PlaceLink, TimeLink, Trigger
from ..parsed import ParsedDocument
from .anaphora import standing_for_places
from .attachment import Closeness
from .context import holds
from .item_heads import item_heads
from .regions import Regions
from .roles import name_head
from .setting import country_of_report, unit_of_report
from .surmised import surmised_places
from .unlisted import is_told_beside, is_told_to_hold
from .whereabouts import Unlisted

RULE = "place"

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
        EventType.SANCTION,
    )
)

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
_LARGE = frozenset((PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION))
_ONE_STORY = timedelta(days=7)  # between two events of one story
_NEWS = timedelta(days=14)  # between a report and what it was sent for
_PRESUMED = 0.3  # share of the score that a name keeps which nothing is told to hold


class Scene:
    """The place names of a document and the words that stand for such, by sentence.

    Attributes
    ----------
    parsed : ParsedDocument
    triggers : sequence of Trigger
    gazetteer : Gazetteer
    regions : Regions
    heads : dict
        Of each toponym, the word that its preposition governs.
    dateline : Toponym or None
        The first place of the dateline.
    country : str or None
        The country that the report is set in, alpha-2.
    setting : Place or None
        The province or state that it is set in, else that country.
    """

    def __init__(
        self,
        parsed: ParsedDocument,
        toponyms: Sequence[Toponym],
        triggers: Sequence[Trigger],
        times: Sequence[Optional[TimeLink]],
        gazetteer: Gazetteer,
    ) -> None:
        self.parsed = parsed
        self.triggers = triggers
        self._times = dict(zip(triggers, times))
        self.gazetteer = gazetteer
        self.country = country_of_report(parsed, toponyms, gazetteer)
        self.setting = unit_of_report(toponyms, gazetteer, self.country) or (
            gazetteer.country(self.country) if self.country else None
        )
        self.regions = Regions(parsed, toponyms, gazetteer)
        told = [
            *toponyms,
            *standing_for_places(parsed, toponyms, gazetteer, self.country),
            *surmised_places(parsed, toponyms, triggers, gazetteer, self.country),
        ]
        self.heads = {toponym: name_head(parsed.tokens_of(toponym.span)) for toponym in told}
        self._by_sentence: dict[int, list[Toponym]] = {}
        for toponym in told:
            number = parsed.sentence_number_at(toponym.span.start)
            self._by_sentence.setdefault(number, []).append(toponym)
        self._tokens: dict[int, set[int]] = {}
        for trigger in triggers:
            self._tokens.setdefault(trigger.sentence, set()).add(trigger.token)
        self.dateline = next((t for t in toponyms if t.role is PlaceRole.DATELINE and t.footprint), None)
        self._item_heads = item_heads(parsed, toponyms)
        self._unlisted = Unlisted(
            parsed, self._by_sentence, self.regions, gazetteer, self.setting, self.dateline, self.head_of_item
        )

    def names_of(self, sentence: int) -> Sequence[Toponym]:
        """What a sentence, by its number, tells of places."""
        return self._by_sentence.get(sentence, ())

    def head_of_item(self, sentence: int) -> Optional[Toponym]:
        """The finest place that heads the paragraph of a sentence: "- 3 May, Gao: gunmen ..."; None without such."""
        told = self._item_heads.get(self.parsed.sentences[sentence].paragraph)
        return (self.finer(told[0], told[1:]) or told[0]) if told else None

    def sentences(self) -> list[int]:
        """Numbers of the sentences that tell of places, in text order."""
        return sorted(self._by_sentence)

    def tokens_beside(self, trigger: Trigger) -> set[int]:
        """The tokens of the other triggers of its sentence."""
        return self._tokens[trigger.sentence] - {trigger.token}

    def may_be_of_one_story(self, one: Trigger, other: Trigger) -> bool:
        """Whether two events are told of days so near that what places one may place the other.

        What happened weeks before is background: it has a place of its own, told or not.
        """
        days = [link.when for link in (self._times[one], self._times[other]) if link is not None]
        if len(days) < 2 or days[0].overlaps(days[1]):
            return True
        first, second = sorted(days, key=lambda when: when.start or datetime.min)
        if first.end is None or second.start is None:
            return True
        return second.start - first.end <= _ONE_STORY

    def gives_its_day(self, one: Trigger, other: Trigger) -> bool:
        """Whether the words that date one deed also date another, which has no date of its own."""
        first, second = self._times[one], self._times[other]
        if first is None or second is None or first.span is None or first.span != second.span:
            return False
        return second.provenance.rule.startswith("times/inherit/") and one.event_type not in SPOKEN

    def is_of_those_days(self, trigger: Trigger) -> bool:
        """Whether an event may have been within two weeks of the report, as far as its date tells."""
        link, published = self._times[trigger], self.parsed.report.published
        if link is None or published is None:
            return True
        day = datetime(published.year, published.month, published.day)
        start, end = link.when.start or day, link.when.end or day
        return start <= day + _NEWS and end >= day - _NEWS

    def place_of(self, toponym: Toponym) -> Optional[Place]:
        """The gazetteer's place that a name means, None where it knows none."""
        footprint = toponym.footprint
        return None if footprint is None else self.gazetteer.place(footprint.gazetteer_id)

    def finer(self, toponym: Toponym, others: Sequence[Toponym]) -> Optional[Toponym]:
        """The name that stands for a place within the first one, or beside it, by the gazetteer or by the words.

        "In the province at a shrine in the town", "in X, 50 km west of Y".
        """
        outer = self.place_of(toponym)
        if outer is None:
            return None
        for other in others:
            inner = self.place_of(other)
            if inner is not None and holds(outer, inner):
                return other
            if inner is None and is_told_to_hold(self.parsed, toponym, other):
                return other
            if other.footprint is None and outer.kind in _LARGE:
                return other  # "in the north of the province, at Zugwamba"
            if inner is not None and is_told_beside(self.parsed, other, toponym):
                return other
        return None

    def link(self, trigger: Trigger, toponym: Toponym, closeness: Closeness) -> Optional[PlaceLink]:
        """The place of a name, with the phrase around it, as that of an event; no footprint where none is known."""
        found = (
            self.regions.of(toponym) if toponym.footprint is not None else self._unlisted.region_of(toponym)
        )
        if found is None:
            return self._nowhere(toponym, closeness)
        text = self.parsed.text_of(found.span)
        why = _WHY[closeness].format(text=text, trigger=self.parsed.text_of(trigger.span))
        if found.why:
            why += f"; {found.why}"
        share = _PRESUMED if found.is_presumed else 1.0
        score = round(_SCORES[closeness] * share * max(0.3, toponym.provenance.score), 3)
        provenance = Provenance(f"{RULE}/{closeness.name.lower()}", why, score)
        return PlaceLink(found.footprint, text, found.span, provenance, toponym.candidates)

    def _nowhere(self, toponym: Toponym, closeness: Closeness) -> Optional[PlaceLink]:
        """A name that is known to be a place, and nothing more."""
        if toponym.footprint is not None:
            return None
        why = f'"{toponym.text}" is not known, and the report names no country that it may lie in'
        return PlaceLink(
            None, toponym.text, toponym.span, Provenance(f"{RULE}/{closeness.name.lower()}", why, 0.0)
        )
