"""What a text has dated so far, and what is asked of it: which names stand there, what is fresh, what is being told."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Optional

from ...core.mentions import Provenance
from ...core.timespan import DateBasis, Granularity, TimeSpan
from ..events.triggers import is_headline
from ..links import TimeLink, Trigger
from ..parsed import ParsedDocument
from ..tokens import Token
from .expression import NO_REPORT_DATE
from .later import LASTING, is_fresh
from .period import Period
from .tense import clause_of
from .utterance import quotations

_LOOKS_BACK = ("times/relative/earlier", "times/relative/vague-earlier", "times/relative/day-before")
_LASTING = (LASTING, "times/length")
_SHORT_STRETCH = timedelta(days=3)
_SPEAKERS = frozenset("i we me us my our".split())
_SHORTEST_LEAD = 6  # tokens
_OFTEN = 4  # a name in more sentences than these tells less of what a sentence is about


@dataclass(frozen=True)
class Told:
    """Something with a date that the text has told: an event, or a time that belongs to no trigger.

    `is_aside` when it is told beside the story's own line: in a relative clause, in the perfect. `is_telling` when it
    is only when somebody told of something.
    """

    sentence: int
    link: TimeLink
    trigger: Optional[Trigger] = None
    is_aside: bool = False
    is_telling: bool = False

    @cached_property
    def looks_back(self) -> bool:
        """Whether its words count back from another date: "a week earlier"."""
        return self.link.provenance.rule.startswith(_LOOKS_BACK)

    @cached_property
    def is_stretch(self) -> bool:
        """Whether it is a stretch of time rather than a point that a story can be at: "over the past 16 years"."""
        length = self.link.when.length
        return self.link.provenance.rule.startswith(_LASTING) and (length is None or length > _SHORT_STRETCH)


@dataclass(frozen=True)
class Story:
    """All that a text dates, in the order of its sentences."""

    parsed: ParsedDocument
    told: Sequence[Told]
    _words: dict[int, frozenset[str]] = field(default_factory=dict)
    _by_clause: dict[int, dict[int, frozenset[str]]] = field(default_factory=dict)
    _beside: dict[int, frozenset[str]] = field(default_factory=dict)  # by the trigger's token

    def before(self, trigger: Trigger) -> list[Told]:
        """What is told before a trigger; times without a trigger count from the start of their sentence."""
        first, end = (cut(self._sentences, trigger.sentence) for cut in (bisect_left, bisect_right))
        return [*self.told[:first], *(one for one in self.told[first:end] if self._is_before(one, trigger))]

    @cached_property
    def _sentences(self) -> list[int]:
        return [one.sentence for one in self.told]

    def _is_before(self, one: Told, trigger: Trigger) -> bool:
        """Whether one of its own sentence is."""
        return one.trigger is None or one.trigger.span.start < trigger.span.start

    def line(self, told: Iterable[Told], trigger: Optional[Trigger] = None) -> list[Told]:
        """That from which the story may go on: told as its news, and not lying ahead of the report.

        For a trigger also what is told beside the news, if it is of its kind and fresh: "ended the siege after gunmen
        stormed the hotel on Friday. They set off two bombs".
        """
        return [one for one in told if self._goes_on_from(one, trigger)]

    def is_past(self, one: Told) -> bool:
        """Whether it is not told as a plan, and does not lie ahead of the report."""
        if one.trigger is not None and one.trigger.is_planned:
            return False
        end, start = self._end_of_report_day, one.link.when.start
        return end is None or start is None or start < end

    def _goes_on_from(self, one: Told, trigger: Optional[Trigger]) -> bool:
        if one.is_stretch or not self.is_past(one):
            return False
        if not one.is_aside:
            return True
        if trigger is None or one.trigger is None or one.trigger.event_type is not trigger.event_type:
            return False
        return not one.looks_back and self.is_fresh(one.link.when)

    def opens_with(self, trigger: Trigger) -> bool:
        """Whether it is told in the lead, the first whole sentence of the story, or above it."""
        return trigger.sentence <= self._lead

    @cached_property
    def _lead(self) -> int:
        """Number of the first sentence that is one: prose that ends in a full stop and is longer than a dateline."""
        whole = (
            number
            for number, sentence in enumerate(self.parsed.sentences)
            if not sentence.is_boilerplate
            and len(self.parsed.sentence_tokens(sentence)) >= _SHORTEST_LEAD
            and not is_headline(self.parsed, sentence)
        )
        return next(whole, 0)

    def has_left(self, one: Told, trigger: Trigger) -> bool:
        """Whether the story has come back to its news: another paragraph, and that was long ago."""
        return (
            not self.is_same_paragraph(one, trigger) and not self.is_fresh(one.link.when) and self._has_news
        )

    @cached_property
    def _has_news(self) -> bool:
        """Whether anything told is fresh."""
        return any(self.is_fresh(one.link.when) for one in self.told)

    def is_same_paragraph(self, one: Told, trigger: Trigger) -> bool:
        """Whether both stand in the same paragraph."""
        sentences = self.parsed.sentences
        return sentences[one.sentence].paragraph == sentences[trigger.sentence].paragraph

    @cached_property
    def report_day(self) -> Optional[TimeSpan]:
        """The day of the report; None when nobody says."""
        published = self.parsed.report.published
        return Period.of_date(published).span() if published else None

    @cached_property
    def _end_of_report_day(self) -> Optional[datetime]:
        return self.report_day.end if self.report_day is not None else None

    def is_fresh(self, when: TimeSpan) -> bool:
        """Whether it is a day, or part of one, shortly before the report."""
        published = self.parsed.report.published
        return published is not None and is_fresh(when, published)

    def may_be_fresh(self, link: TimeLink) -> bool:
        """Whether it could be such a day, if only the report had a date."""
        return self.parsed.report.published is None and link.when.is_day_or_finer and link.span is not None

    def phrase(self, one: Told) -> str:
        """The words that told it."""
        return self.token(one.trigger).text if one.trigger else one.link.text

    def token(self, trigger: Trigger) -> Token:
        """The head of a trigger in the parse."""
        return self.parsed.doc[trigger.token]

    def is_near(self, one: Told, trigger: Trigger) -> int:
        """One for the same paragraph, one more for the same or the next sentence."""
        return self.is_same_paragraph(one, trigger) + (trigger.sentence - one.sentence <= 1)

    def names(self, sentence: int) -> frozenset[str]:
        """The proper nouns of a sentence."""
        return self._cached(sentence, ("PROPN",))

    def content(self, sentence: int) -> frozenset[str]:
        """The names, nouns and verbs of a sentence."""
        return self._cached(-1 - sentence, ("PROPN", "NOUN", "VERB"))

    def names_beside(self, trigger: Trigger) -> frozenset[str]:
        """The proper nouns of a trigger's own clause, those of its sentence where that has none."""
        known = self._beside.get(trigger.token)
        if known is None:
            clause = clause_of(self.token(trigger))
            known = self._names_of_clauses(trigger.sentence).get(clause.i) or self.names(trigger.sentence)
            self._beside[trigger.token] = known
        return known

    def _names_of_clauses(self, sentence: int) -> dict[int, frozenset[str]]:
        """The proper nouns of each clause of a sentence, by the token that heads it."""
        known = self._by_clause.get(sentence)
        if known is None:
            found: dict[int, set[str]] = {}
            for token in self.parsed.sentence_tokens(self.parsed.sentences[sentence]):
                if token.pos_ == "PROPN":
                    found.setdefault(clause_of(token).i, set()).add(token.lemma_.lower())
            known = {clause: frozenset(names) for clause, names in found.items()}
            self._by_clause[sentence] = known
        return known

    def shared(self, some: frozenset[str], others: frozenset[str]) -> float:
        """How much two sets of names have in common; what the text names everywhere counts less."""
        both = some & others
        return sum(min(1.0, _OFTEN / self._frequency[name]) for name in both) if both else 0.0

    def is_speech(self, trigger: Trigger) -> bool:
        """Whether somebody tells it himself: inside a quotation, or as "I" or "we"."""
        sentence = self.parsed.sentences[trigger.sentence]
        if self._is_quoted(trigger.span.start):
            return True
        tokens = self.parsed.sentence_tokens(sentence)
        return any(token.lower_ in _SPEAKERS and not self._is_quoted(token.idx) for token in tokens)

    def _is_quoted(self, offset: int) -> bool:
        return any(start < offset < end for start, end in self._quotations)

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        return quotations(self.parsed, self.parsed.doc.text)

    @cached_property
    def _frequency(self) -> Counter[str]:
        return Counter(name for number in range(len(self.parsed.sentences)) for name in self.names(number))

    def _cached(self, key: int, kinds: tuple[str, ...]) -> frozenset[str]:
        if key not in self._words:
            sentence = self.parsed.sentences[key if key >= 0 else -1 - key]
            tokens = self.parsed.sentence_tokens(sentence)
            self._words[key] = frozenset(token.lemma_.lower() for token in tokens if token.pos_ in kinds)
        return self._words[key]


def has_length(when: TimeSpan) -> bool:
    """Whether it has two ends that the text tells."""
    return when.length is not None and when.granularity is not Granularity.VAGUE


def taken(link: TimeLink, when: TimeSpan, rule: str, why: str, score: float) -> TimeLink:
    """The time of another event; an undated one keeps its words, so that a report date given later resolves it."""
    if not when.is_dated:
        rule = f"{rule}/{link.provenance.rule}"
    text = "" if when.is_dated else link.text
    return TimeLink(
        when, text, link.span, DateBasis.NARRATIVE, Provenance(rule, why, min(score, link.provenance.score))
    )


def taken_if_fresh(link: TimeLink, phrase: str, rule: str, why: str, score: float) -> TimeLink:
    """The day of something told, if the report turns out to be of those days."""
    text = "" if link.when.is_dated else link.text
    when = TimeSpan(None, None, Granularity.DAY, "" if link.when.is_dated else link.when.edtf)
    why = f'{why}; perhaps of the day of "{phrase}". {NO_REPORT_DATE}'
    provenance = Provenance(f"{rule}/{link.provenance.rule}", why, min(score, link.provenance.score))
    return TimeLink(when, text, link.span, DateBasis.NARRATIVE, provenance)
