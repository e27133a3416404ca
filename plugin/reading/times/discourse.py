"""The date of an event that has none of its own: what the text told before, or the report's date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Optional

from spacy.tokens import Token

from ...core.event_types import EventType
from ...core.mentions import Provenance
from ...core.timespan import DateBasis, Granularity, TimeSpan
from ..links import TimeLink, Trigger
from ..parsed import ParsedDocument
from .attach import clause_of
from .bounds import open_from
from .period import Period

_AFTERWARDS = frozenset("after following since".split())
_MEANWHILE = frozenset("in at during on amid with".split())
_FRESH = timedelta(days=14)  # what happened so shortly before the report is its news
_LEAD_EVENTS, _LEAD_SENTENCES = 6, 4  # how far below a headline its story is looked for
_FRESH_SENTENCES = 2  # the lead: what is told there is news


@dataclass
class Story:
    """The dated events told so far; grows as the triggers are read in text order."""

    parsed: ParsedDocument
    told: list[tuple[Trigger, TimeLink, frozenset[str]]] = field(default_factory=list)

    def remember(self, trigger: Trigger, link: TimeLink) -> None:
        """Take in a dated event."""
        if link.when.is_dated and link.basis is not DateBasis.PUBLICATION:
            self.told.append((trigger, link, self._names(trigger)))

    def date_of(self, trigger: Trigger) -> Optional[TimeLink]:
        """A date for a trigger without one, None when no reader would give it one."""
        token = self.parsed.doc[trigger.token]
        related = self._by_event_noun(trigger, token)
        if related is not None:
            return related
        tense = tense_of(token)
        if trigger.is_planned:
            return self._ahead(trigger, tense)
        if trigger.is_state:
            return self._as_of(trigger)
        if tense == "pluperfect" or (tense == "perfect" and trigger.sentence >= _FRESH_SENTENCES):
            return None
        return self._by_topic(trigger) or self._publication(trigger)

    def _by_event_noun(self, trigger: Trigger, token: Token) -> Optional[TimeLink]:
        """ "after the attack", "during the press conference": the date of that event."""
        for preposition, noun in _event_phrases(token):
            for other, link, _ in reversed(self.told):
                if other.token == trigger.token or self.parsed.doc[other.token].lemma_.lower() != noun.lemma_.lower():
                    continue
                when = link.when
                why = f'Told as {preposition} the {noun.text} of {when.edtf}.'
                if preposition in _AFTERWARDS and trigger.event_type not in _SPEECH:
                    when = self._from(when)
                return _narrative(link, when, "times/inherit/event-noun", why, 0.7)
        return None

    def retold_below(self, trigger: Trigger) -> Optional[TimeLink]:
        """A headline's event is told again, with its date, in the lead."""
        if trigger.is_planned or trigger.is_state or not self.told:
            return None
        words = self._words(trigger)
        for other, link, _ in self.told[:_LEAD_EVENTS]:
            if other.sentence <= trigger.sentence or other.sentence - trigger.sentence > _LEAD_SENTENCES:
                continue
            if other.event_type is trigger.event_type and self._is_fresh(link.when) and len(words & self._words(other)) >= 2:
                told = self.parsed.doc[other.token].text
                why = f'The same is told with its date below ("{told}", {link.when.edtf}).'
                return _narrative(link, link.when, "times/inherit/lead", why, 0.6)
        return None

    def _is_fresh(self, when: TimeSpan) -> bool:
        """Whether it is a day shortly before the report."""
        report = self._report_day()
        if report is None or report.start is None or when.start is None or not _is_day(when):
            return False
        return timedelta(0) <= report.start - when.start <= _FRESH

    def _words(self, trigger: Trigger) -> frozenset[str]:
        sentence = self.parsed.sentences[trigger.sentence]
        tokens = self.parsed.sentence_tokens(sentence)
        return frozenset(t.lemma_.lower() for t in tokens if t.pos_ in ("PROPN", "NOUN", "VERB"))

    def _from(self, when: TimeSpan) -> TimeSpan:
        """From a time up to the report: "following the attack, efforts were stepped up"."""
        report = self._report_day()
        if when.start is None or report is None or report.end is None or report.end <= when.start:
            return when
        return TimeSpan(when.start, report.end, Granularity.INTERVAL, f"{when.start:%Y-%m-%d}/{report.edtf}")

    def _by_topic(self, trigger: Trigger) -> Optional[TimeLink]:
        """The nearest dated event before that shares a name or stands in the same paragraph."""
        names = self._names(trigger)
        sentence = self.parsed.sentences[trigger.sentence]
        best: Optional[tuple[float, TimeLink, Trigger]] = None
        for number, (other, link, other_names) in enumerate(self.told):
            if link.when.granularity is Granularity.VAGUE or link.when.goes_on:
                continue
            shared = len(names & other_names)
            same_paragraph = self.parsed.sentences[other.sentence].paragraph == sentence.paragraph
            near = trigger.sentence - other.sentence <= 1
            if not (shared or same_paragraph or near):
                continue
            score = shared + same_paragraph + near + number / 1000
            if best is None or score > best[0]:
                best = (score, link, other)
        if best is None:
            return None
        _, link, other = best
        told = self.parsed.doc[other.token].text
        return _narrative(link, link.when, "times/inherit/topic", f'No date of its own; takes that of "{told}", told before.', 0.5)

    def _ahead(self, trigger: Trigger, tense: str) -> Optional[TimeLink]:
        """From the report on; from the date told before where the plan itself is past ("was to be held")."""
        told = self._by_topic(trigger) if tense == "past" else None
        if told is not None and told.when.start is not None:
            why = f"Told as lying ahead of {told.when.edtf}, told before."
            when = open_from(told.when.start)
            return TimeLink(when, "", told.span, DateBasis.NARRATIVE, Provenance("times/inherit/ahead", why, 0.3))
        report = self._report_day()
        if report is None or report.start is None:
            return None
        why = f"Told as lying ahead of the report's date, {report.edtf}."
        return TimeLink(open_from(report.start), "", None, DateBasis.PUBLICATION, Provenance("times/publication/ahead", why, 0.3))

    def _as_of(self, trigger: Trigger) -> Optional[TimeLink]:
        for other, link, names in self.told:
            if _is_day(link.when) and names & self._names(trigger):
                told = self.parsed.doc[other.token].text
                return _narrative(link, link.when, "times/inherit/as-of", f'A state as of "{told}", {link.when.edtf}.', 0.5)
        for _, link, _ in reversed(self.told):
            if self._is_fresh(link.when):
                why = f"A state as of the last day told before, {link.when.edtf}."
                return _narrative(link, link.when, "times/inherit/as-of", why, 0.4)
        return self._publication(trigger)

    def _publication(self, trigger: Trigger) -> Optional[TimeLink]:
        report = self._report_day()
        if report is None:
            return None
        why = f"No date is told; the report is of {report.edtf}."
        return TimeLink(report, "", None, DateBasis.PUBLICATION, Provenance("times/publication", why, 0.3))

    def _report_day(self) -> Optional[TimeSpan]:
        published = self.parsed.report.published
        return Period.of_date(published).span() if published else None

    def _names(self, trigger: Trigger) -> frozenset[str]:
        sentence = self.parsed.sentences[trigger.sentence]
        return frozenset(token.lower_ for token in self.parsed.sentence_tokens(sentence) if token.pos_ == "PROPN")


_SPEECH = frozenset((EventType.STATEMENT, EventType.CONSULT, EventType.AGREE, EventType.ACCUSE, EventType.REJECT))


def tense_of(token: Token) -> str:
    """ "past", "perfect", "pluperfect", "present" or "ahead", by the verb of the token's clause."""
    verb = clause_of(token)
    while verb.tag_ in ("VBG", "VB") and verb.head.i != verb.i and not _has_finite(verb):
        verb = clause_of(verb.head)
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {aux.lower_ for aux in auxiliaries}
    if words & {"will", "'ll", "shall", "would"}:
        return "ahead"
    if words & {"has", "have", "'ve"}:
        return "perfect"
    if words & {"had"}:
        return "pluperfect"
    if verb.tag_ in ("VBZ", "VBP") or any(aux.tag_ in ("VBZ", "VBP") for aux in auxiliaries):
        return "present"
    return "past"


def _has_finite(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in verb.children)


def _event_phrases(token: Token) -> list[tuple[str, Token]]:
    """Nouns in phrases of time beside a trigger: "after the attack", "during the talks"."""
    found: list[tuple[str, Token]] = []
    for site in {token.i: token, clause_of(token).i: clause_of(token)}.values():
        for child in site.children:
            if child.lower_ not in _AFTERWARDS | _MEANWHILE or child.i == token.i:
                continue
            found.extend((child.lower_, noun) for noun in child.children if noun.pos_ == "NOUN")
    return found


def _is_day(when: TimeSpan) -> bool:
    return when.length is not None and when.length <= timedelta(days=1)


def _narrative(link: TimeLink, when: TimeSpan, rule: str, why: str, score: float) -> TimeLink:
    return TimeLink(when, "", link.span, DateBasis.NARRATIVE, Provenance(rule, why, min(score, link.provenance.score)))


def inherit(parsed: ParsedDocument, triggers: Sequence[Trigger], own: Sequence[Optional[TimeLink]]) -> list[Optional[TimeLink]]:
    """Dates for all triggers: their own, else what the story gives."""
    story = Story(parsed)
    links: list[Optional[TimeLink]] = []
    for trigger, link in zip(triggers, own):
        links.append(link if link is not None else story.date_of(trigger))
        if link is not None:
            story.remember(trigger, link)
    return [
        story.retold_below(trigger) or link if link is not None and link.basis is DateBasis.PUBLICATION else link
        for trigger, link in zip(triggers, links)
    ]
