"""The date of an event that has none of its own: what the text told before, or the report's date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Optional

from spacy.tokens import Token

from ...core.event_types import EventType
from ...core.mentions import Provenance
from ...core.timespan import DateBasis, Granularity, TimeSpan
from ..links import TimeLink, Trigger
from ..parsed import ParsedDocument
from .expression import NO_REPORT_DATE
from .later import AHEAD, PUBLISHED, is_fresh, waiting
from .period import Period
from .spans import open_from
from .tense import clause_of, tense_of

_AFTERWARDS = frozenset("after following since".split())
_MEANWHILE = frozenset("in at during on amid with".split())
_SPEECH = frozenset(
    (EventType.STATEMENT, EventType.CONSULT, EventType.AGREE, EventType.ACCUSE, EventType.REJECT)
)
_ABOUT_A_DEED = frozenset(
    "charge accuse convict acquit sentence suspect indict guilty innocent trial anniversary verdict".split()
)
_LEAD_EVENTS, _LEAD_SENTENCES = 6, 8  # how far below a headline its story is looked for
_FRESH_SENTENCES = 2  # the lead: what is told there is news


@dataclass(frozen=True)
class Told:
    """Something with a date that the text has told: an event, or a time that belongs to no trigger."""

    sentence: int
    link: TimeLink
    trigger: Optional[Trigger] = None


def inherit(
    parsed: ParsedDocument,
    triggers: Sequence[Trigger],
    own: Sequence[Optional[TimeLink]],
    times: Iterable[Told],
) -> list[Optional[TimeLink]]:
    """Dates for all triggers: their own, else what the story gives.

    Parameters
    ----------
    own : sequence of TimeLink or None
        What each trigger's sentence tells.
    times : iterable of Told
        Times of the text that belong to no trigger.
    """
    told = [Told(t.sentence, link, t) for t, link in zip(triggers, own) if link is not None]
    story = Story(parsed, sorted([*told, *times], key=lambda one: one.sentence))
    return [link if link is not None else story.date_of(trigger) for trigger, link in zip(triggers, own)]


@dataclass(frozen=True)
class Story:
    """All that a text dates, in its order."""

    parsed: ParsedDocument
    told: Sequence[Told]
    _words: dict[int, frozenset[str]] = field(default_factory=dict)

    def date_of(self, trigger: Trigger) -> Optional[TimeLink]:
        """A date for a trigger without one, None when no reader would give it one."""
        token = self.parsed.doc[trigger.token]
        before = [one for one in self.told if self._is_before(one, trigger)]
        related = self._by_event_noun(trigger, token, before)
        if related is not None:
            return related
        if token.pos_ in ("NOUN", "PROPN"):
            retold = self._by_person(trigger, token)
            if retold is not None or _is_of_a_case(token):
                return retold
        tense = tense_of(token)
        if trigger.is_planned:
            return self._ahead(trigger, before, tense)
        if trigger.is_state and not (tense == "perfect" and token.tag_ == "VBG"):
            return self._as_of(trigger, before)
        if tense == "pluperfect" or (tense == "perfect" and trigger.sentence >= _FRESH_SENTENCES):
            return None
        return (
            self._by_topic(trigger, before)
            or self._by_day(before)
            or self._retold_below(trigger)
            or self._publication()
        )

    def _is_before(self, one: Told, trigger: Trigger) -> bool:
        if one.trigger is None or one.sentence != trigger.sentence:
            return one.sentence <= trigger.sentence and one.trigger is not trigger
        return one.trigger.span.start < trigger.span.start

    def _by_event_noun(self, trigger: Trigger, token: Token, before: Sequence[Told]) -> Optional[TimeLink]:
        """As in "after the attack", "during the press conference": the date of that event."""
        for preposition, noun in _event_phrases(token):
            for one in reversed(before):
                if (
                    one.trigger is None
                    or self.parsed.doc[one.trigger.token].lemma_.lower() != noun.lemma_.lower()
                ):
                    continue
                when = one.link.when
                why = f"Told as {preposition} the {noun.text} of {when.edtf}."
                if preposition in _AFTERWARDS and trigger.event_type not in _SPEECH:
                    when = self._up_to_report(when)
                return _taken(one.link, when, "times/inherit/event-noun", why, 0.7)
        return None

    def _by_person(self, trigger: Trigger, noun: Token) -> Optional[TimeLink]:
        """As in "the murder of Maria Lopez": told elsewhere of the same person, before or after, with its date."""
        people = _people(noun)
        for one in self.told:
            is_same = one.trigger is not None and one.trigger.event_type is trigger.event_type
            if is_same and people and people <= self._names(one.sentence) and not one.link.when.goes_on:
                why = f'The same is told of {noun.text} elsewhere ("{self._phrase(one)}", {one.link.when.edtf}).'
                return _taken(one.link, one.link.when, "times/inherit/person", why, 0.6)
        return None

    def _by_topic(self, trigger: Trigger, before: Sequence[Told]) -> Optional[TimeLink]:
        """The dated event before that shares most names, stands in the same paragraph, or is the nearest."""
        names = self._names(trigger.sentence)
        paragraph = self.parsed.sentences[trigger.sentence].paragraph
        best: Optional[tuple[float, Told]] = None
        for number, one in enumerate(before):
            if one.link.when.granularity is Granularity.VAGUE or one.link.when.goes_on:
                continue
            shared = len(names & self._names(one.sentence))
            is_near = (self.parsed.sentences[one.sentence].paragraph == paragraph) + (
                trigger.sentence - one.sentence <= 1
            )
            if not (shared and one.trigger) and not is_near:
                continue
            # The day of an event says more of the story than the day on which somebody told of it.
            score = shared + is_near + (one.trigger is not None) / 2 + number / 1000
            if best is None or score > best[0]:
                best = (score, one)
        if best is None:
            return None
        one = best[1]
        words = self._phrase(one)
        why = f'No date of its own; takes that of "{words}", told before.'
        return _taken(one.link, one.link.when, "times/inherit/topic", why, 0.5)

    def _by_day(self, before: Sequence[Told]) -> Optional[TimeLink]:
        """The last day told before, while the text stays with its news."""
        for one in reversed(before):
            if self._may_be_fresh(one.link):
                return self._waiting(one, "times/inherit/day", "No date of its own", 0.4)
            if self._is_fresh(one.link.when):
                why = f'No date of its own; the story is at {one.link.when.edtf} ("{self._phrase(one)}").'
                return _taken(one.link, one.link.when, "times/inherit/day", why, 0.4)
        return None

    def _retold_below(self, trigger: Trigger) -> Optional[TimeLink]:
        """A headline's event is told again, with its date, in the lead."""
        words = self._content(trigger.sentence)
        below = [
            one for one in self.told if 0 < one.sentence - trigger.sentence <= _LEAD_SENTENCES and one.trigger
        ]
        for one in below[:_LEAD_EVENTS]:
            is_same = one.trigger is not None and one.trigger.event_type is trigger.event_type
            if not is_same or len(words & self._content(one.sentence)) < 2:
                continue
            if self._may_be_fresh(one.link):
                return self._waiting(one, "times/inherit/lead", "Told again below", 0.6)
            if self._is_fresh(one.link.when):
                why = f'The same is told with its date below ("{self._phrase(one)}", {one.link.when.edtf}).'
                return _taken(one.link, one.link.when, "times/inherit/lead", why, 0.6)
        return None

    def _ahead(self, trigger: Trigger, before: Sequence[Told], tense: str) -> Optional[TimeLink]:
        """From the report on; from the date told before where the plan itself is past ("was to be held")."""
        told = self._by_topic(trigger, before) if tense == "past" else None
        if told is not None and told.when.start is not None:
            why = f"Told as lying ahead of {told.when.edtf}, told before."
            return _taken(told, open_from(told.when.start), "times/inherit/ahead", why, 0.3)
        report = self._report_day()
        if report is None or report.start is None:
            return waiting(AHEAD, "Told as lying ahead of the report's date. " + NO_REPORT_DATE)
        why = f"Told as lying ahead of the report's date, {report.edtf}."
        provenance = Provenance(AHEAD, why, 0.3)
        return TimeLink(open_from(report.start), "", None, DateBasis.PUBLICATION, provenance)

    def _as_of(self, trigger: Trigger, before: Sequence[Told]) -> Optional[TimeLink]:
        """A state holds as of the day of the news that tells it."""
        for one in reversed(before):
            if self._may_be_fresh(one.link):
                return self._waiting(one, "times/inherit/as-of", "A state", 0.5)
            if self._is_fresh(one.link.when):
                why = f'A state as of "{self._phrase(one)}", {one.link.when.edtf}.'
                return _taken(one.link, one.link.when, "times/inherit/as-of", why, 0.5)
        return self._publication()

    def _publication(self) -> TimeLink:
        report = self._report_day()
        if report is None:
            return waiting(PUBLISHED, "No date is told. " + NO_REPORT_DATE)
        why = f"No date is told; the report is of {report.edtf}."
        return TimeLink(report, "", None, DateBasis.PUBLICATION, Provenance(PUBLISHED, why, 0.3))

    def _up_to_report(self, when: TimeSpan) -> TimeSpan:
        """From a time up to the report: "following the attack, efforts were stepped up"."""
        report = self._report_day()
        if when.start is None or report is None or report.end is None or report.end <= when.start:
            return when
        return TimeSpan(when.start, report.end, Granularity.INTERVAL, f"{when.start:%Y-%m-%d}/{report.edtf}")

    def _report_day(self) -> Optional[TimeSpan]:
        published = self.parsed.report.published
        return Period.of_date(published).span() if published else None

    def _is_fresh(self, when: TimeSpan) -> bool:
        """Whether it is a day, or part of one, shortly before the report."""
        published = self.parsed.report.published
        return published is not None and is_fresh(when, published)

    def _may_be_fresh(self, link: TimeLink) -> bool:
        """Whether it could be such a day, if only the report had a date."""
        return self.parsed.report.published is None and link.when.is_day_or_finer and link.span is not None

    def _waiting(self, one: Told, rule: str, why: str, score: float) -> TimeLink:
        """The day of something told, if the report turns out to be of those days."""
        link = one.link
        text = "" if link.when.is_dated else link.text
        when = TimeSpan(None, None, Granularity.DAY, "" if link.when.is_dated else link.when.edtf)
        why = f'{why}; perhaps of the day of "{self._phrase(one)}". {NO_REPORT_DATE}'
        provenance = Provenance(f"{rule}/{link.provenance.rule}", why, min(score, link.provenance.score))
        return TimeLink(when, text, link.span, DateBasis.NARRATIVE, provenance)

    def _phrase(self, one: Told) -> str:
        return self.parsed.doc[one.trigger.token].text if one.trigger else one.link.text

    def _names(self, sentence: int) -> frozenset[str]:
        return self._cached(sentence, ("PROPN",))

    def _content(self, sentence: int) -> frozenset[str]:
        return self._cached(-1 - sentence, ("PROPN", "NOUN", "VERB"))

    def _cached(self, key: int, kinds: tuple[str, ...]) -> frozenset[str]:
        if key not in self._words:
            sentence = self.parsed.sentences[key if key >= 0 else -1 - key]
            tokens = self.parsed.sentence_tokens(sentence)
            self._words[key] = frozenset(token.lemma_.lower() for token in tokens if token.pos_ in kinds)
        return self._words[key]


def _event_phrases(token: Token) -> list[tuple[str, Token]]:
    """Nouns in phrases of time beside a trigger: "after the attack", "during the talks"."""
    found: list[tuple[str, Token]] = []
    for site in {token.i: token, clause_of(token).i: clause_of(token)}.values():
        for child in site.children:
            if child.lower_ not in _AFTERWARDS | _MEANWHILE or child.i == token.i:
                continue
            found.extend((child.lower_, noun) for noun in child.children if noun.pos_ == "NOUN")
    return found


def _people(noun: Token) -> frozenset[str]:
    """The surnames of those whom a noun's own phrase names: "the murder of Maria Lopez", "Lopez's murder"."""
    heads = [child for child in noun.children if child.dep_ == "poss"]
    heads += [
        word
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ == "of"
        for word in child.children
    ]
    return frozenset(head.lemma_.lower() for head in heads if head.ent_type_ == "PERSON")


def _is_of_a_case(noun: Token) -> bool:
    """Whether a deed is told only as what a case is about: "charged with the murder", "the trial for the bombing"."""
    preposition = noun.head
    return (
        noun.dep_ == "pobj"
        and preposition.dep_ == "prep"
        and preposition.head.lemma_.lower() in _ABOUT_A_DEED
    )


def _taken(link: TimeLink, when: TimeSpan, rule: str, why: str, score: float) -> TimeLink:
    """The time of another event; an undated one keeps its words, so that a report date given later resolves it."""
    if not when.is_dated:
        rule = f"{rule}/{link.provenance.rule}"
    text = "" if when.is_dated else link.text
    return TimeLink(
        when, text, link.span, DateBasis.NARRATIVE, Provenance(rule, why, min(score, link.provenance.score))
    )
