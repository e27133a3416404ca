"""The date of an event that has none of its own: what the text told before, or the report's date.

The surer comes first, and each says so in its score: an event that the words name, the story's last date, the report's
day, and last, for what is only known to be over, "before the report".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Optional

from ...core.event_types import EventType
from ...core.mentions import Provenance
from ...core.timespan import DateBasis, Granularity
from ..links import TimeLink, Trigger
from ..parsed import ParsedDocument
from .before import before_report
from .expression import NO_REPORT_DATE
from .grounds import Ground, ground_of, is_long_before, is_of_a_case, is_pointed_at, is_subordinate
from .later import AHEAD, PUBLISHED, is_fresh, waiting
from .spans import open_from
from .spoken import speaks_of_a_deed
from .story import Story, Told, taken, taken_if_fresh
from .tense import Tense, tense_of
from .tied import (
    SPEECH,
    over_by,
    reported_again,
    retold_below,
    same_name,
    same_person,
    tied_to_clause,
    tied_to_event,
)

# Meetings are mostly told by their nouns ("after talks with his counterpart"), deeds by verbs.
_TOLD_BY_NOUNS = frozenset((EventType.CONSULT, EventType.AGREE))
_RIGHT_BEFORE = 2  # characters between a date and the noun that it stands before
_NEXT_DAY = timedelta(days=1)
_WORDS = SPEECH | {EventType.REQUEST, EventType.THREATEN, EventType.SUPPORT}  # what is done by words
# What people say of a deed, mostly when the report is written.
_ANSWERS = frozenset((EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT))
_OFTEN_BESIDE = _WORDS | {
    EventType.AID
}  # what many do besides, each on his own day; a deed is mostly one of a story
_TOLD_THE_PRESS = "interview"  # the mode of "told reporters": they ask when they write


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
    published = parsed.report.published
    grounds = [ground_of(parsed.doc[trigger.token]) for trigger in triggers]
    told = [
        Told(
            trigger.sentence,
            link,
            trigger,
            ground in (Ground.ASIDE, Ground.BEFORE) or _names_its_deed(trigger, link, ground, published),
        )
        for trigger, link, ground in zip(triggers, own, grounds)
        if link is not None and (link.when.is_dated or link.when.end is None)  # not "some time before"
    ]
    dating = _Dating(Story(parsed, sorted([*told, *times], key=lambda one: one.sentence)))
    return [
        link if link is not None else dating.date_of(trigger, ground)
        for trigger, link, ground in zip(triggers, own, grounds)
    ]


def _names_its_deed(trigger: Trigger, link: TimeLink, ground: Ground, published: Optional[date]) -> bool:
    """Whether a date only says which deed is spoken of: the story does not go back to it.

    As in "the 1998 bombing", "in the wake of the Aug. 7 bombings"; not "the raid on Monday" of those days.
    """
    if link.span is None:
        return False
    stands_before = 0 < trigger.span.start - link.span.end <= _RIGHT_BEFORE
    if ground is Ground.NAMED:
        return stands_before or not (published is not None and is_fresh(link.when, published))
    return stands_before and not link.when.is_day_or_finer


@dataclass(frozen=True)
class _Dating:
    """The order in which a date is looked for."""

    story: Story

    def date_of(self, trigger: Trigger, ground: Ground) -> Optional[TimeLink]:
        """A date for a trigger without one, None when no reader would give it one."""
        token = self.story.token(trigger)
        before = self.story.before(trigger)
        tied = tied_to_event(self.story, trigger, before) or tied_to_clause(self.story, trigger)
        if tied is not None:
            return tied
        tense = tense_of(token)
        line = [one for one in self.story.line(before, trigger) if not one.looks_back]
        if trigger.is_planned:
            return self._ahead(trigger, line, tense)
        if trigger.is_state and not (tense is Tense.PERFECT and token.tag_ == "VBG"):
            return self._as_of(line)
        if token.pos_ in ("NOUN", "PROPN"):
            named = self._by_noun(trigger, ground, before)
            if named is None and trigger.event_type not in _TOLD_BY_NOUNS and is_long_before(token):
                named = self._over(f'"{token.text}" is told as long over.', trigger)
            if named is not None:
                return named
        if ground is Ground.BEFORE:
            if tense is Tense.PERFECT and self.story.opens_with(trigger) and not is_subordinate(token):
                return retold_below(self.story, trigger) or self._publication()  # the news: "has been jailed"
            again = reported_again(self.story, trigger, before) if tense is Tense.PLUPERFECT else None
            return again or self._over("Told as over already.", trigger)
        found = self._by_story(trigger, ground, line) or self._by_scene(trigger, before)
        if found is not None:
            return found
        if ground is Ground.ASIDE:
            return self._over("Told beside the story, without a date.", trigger)
        if self.story.is_speech(trigger):
            return self._over("Told by somebody speaking, without a date.", trigger)
        return self._publication()

    def _by_story(self, trigger: Trigger, ground: Ground, line: Sequence[Told]) -> Optional[TimeLink]:
        """The day of what was told before; for deeds the day of what people said is the last choice."""
        told: list[Told] = []
        said: list[Told] = []
        is_answer = trigger.event_type in _ANSWERS or trigger.mode == _TOLD_THE_PRESS
        for one in line:
            if is_answer and not self._may_answer(trigger, one):
                continue
            (said if trigger.event_type not in _WORDS and _only_tells(one) else told).append(one)
        opens = self._opens_a_matter(trigger, told)
        found = None if opens else self._by_topic(trigger, told)
        if found is None and is_answer:
            found = self._by_day([one for one in told if _only_tells(one)])  # people answer when others do
        if found is None and not opens:
            found = self._by_day(told, said)
        found = found or retold_below(self.story, trigger)
        if found is None and ground is Ground.NEWS:
            found = self._by_topic(trigger, said) or self._by_day(said)
        return found

    def _opens_a_matter(self, trigger: Trigger, line: Sequence[Told]) -> bool:
        """Whether a paragraph begins that has no name in common with anything dated before: another story."""
        if trigger.event_type not in _OFTEN_BESIDE or any(
            self.story.is_same_paragraph(one, trigger) for one in line
        ):
            return False
        names = self.story.names(trigger.sentence)
        return bool(names) and not any(
            self.story.shared(names, self.story.names(one.sentence)) for one in line
        )

    def _may_answer(self, trigger: Trigger, one: Told) -> bool:
        """Whether what is done by words may be of the day of what was told: of old deeds people go on speaking."""
        if _only_tells(one) or one.sentence == trigger.sentence:
            return True
        start, report = one.link.when.start, self.story.report_day
        return start is None or report is None or report.start is None or start >= report.start - _NEXT_DAY

    def _by_noun(self, trigger: Trigger, ground: Ground, before: Sequence[Told]) -> Optional[TimeLink]:
        """For what a noun names: told elsewhere with its date, else some time before the report."""
        noun = self.story.token(trigger)
        found = same_person(self.story, trigger)
        if found is not None:
            return found
        if is_of_a_case(noun):
            return self._over(f'"{noun.text}" is what a case is about.', trigger)
        is_spoken_of = noun.dep_ == "pobj" and speaks_of_a_deed(noun.head)
        if trigger.event_type in _TOLD_BY_NOUNS or not (is_pointed_at(noun) or is_spoken_of):
            return None
        found = same_name(self.story, trigger, before)
        if found is not None or not (ground is Ground.NAMED or is_spoken_of):
            return found
        return self._over(f'"{noun.text}" is named as known, without a date.', trigger)

    def _by_topic(self, trigger: Trigger, line: Sequence[Told]) -> Optional[TimeLink]:
        """The dated event before that shares most names, stands in the same paragraph, or is the nearest."""
        names = self.story.names_beside(trigger)
        best: Optional[tuple[float, Told]] = None
        for number, one in enumerate(line):
            there = self.story.names_beside(one.trigger) if one.trigger else self.story.names(one.sentence)
            shared = self.story.shared(names, there)
            is_near = self.story.is_near(one, trigger)
            if not (shared and one.trigger) and (not is_near or self.story.has_left(one, trigger)):
                continue
            if one.link.when.granularity is Granularity.VAGUE or one.link.when.goes_on:
                continue
            is_alike = one.trigger is not None and (
                (one.trigger.event_type in SPEECH) == (trigger.event_type in SPEECH)
            )
            # The day of an event says more of the story than the day on which somebody told of it.
            score = shared + is_near + (one.trigger is not None) / 2 + is_alike / 2 + number / 1000
            if best is None or score > best[0]:
                best = (score, one)
        if best is None:
            return None
        one = best[1]
        why = f'No date of its own; takes that of "{self.story.phrase(one)}", told before.'
        return taken(one.link, one.link.when, "times/inherit/topic", why, 0.5)

    def _by_day(self, line: Sequence[Told], said: Sequence[Told] = ()) -> Optional[TimeLink]:
        """The last day told before, while the text stays with its news, and nothing `said` since is of days after."""
        for one in reversed(line):
            may_be_fresh = self.story.may_be_fresh(one.link)
            if not may_be_fresh and not self.story.is_fresh(one.link.when):
                continue
            if any(_is_of_days_after(later, one) for later in said):
                return None
            phrase = self.story.phrase(one)
            if may_be_fresh:
                return taken_if_fresh(one.link, phrase, "times/inherit/day", "No date of its own", 0.4)
            why = f'No date of its own; the story is at {one.link.when.edtf} ("{phrase}").'
            return taken(one.link, one.link.when, "times/inherit/day", why, 0.4)
        return None

    def _by_scene(self, trigger: Trigger, before: Sequence[Told]) -> Optional[TimeLink]:
        """The day just told beside the news: "hurt in a wave that hit the city last night. Three bombs exploded"."""
        for one in reversed(before):
            if trigger.sentence - one.sentence > 1:
                return None
            if one.sentence == trigger.sentence or one.trigger is not None or one.looks_back:
                continue
            if (
                one.is_aside
                and self.story.is_fresh(one.link.when)
                and self.story.is_same_paragraph(one, trigger)
            ):
                why = f'No date of its own; takes "{self.story.phrase(one)}", told just before.'
                return taken(one.link, one.link.when, "times/inherit/scene", why, 0.3)
        return None

    def _ahead(self, trigger: Trigger, line: Sequence[Told], tense: Tense) -> TimeLink:
        """From the report on; from the date told before where the plan itself is past ("was to be held")."""
        told = self._by_topic(trigger, line) if tense is Tense.PAST else None
        if told is not None and told.when.start is not None:
            why = f"Told as lying ahead of {told.when.edtf}, told before."
            return taken(told, open_from(told.when.start), "times/inherit/ahead", why, 0.3)
        report = self.story.report_day
        if report is None or report.start is None:
            return waiting(AHEAD, "Told as lying ahead of the report's date. " + NO_REPORT_DATE)
        why = f"Told as lying ahead of the report's date, {report.edtf}."
        provenance = Provenance(AHEAD, why, 0.3)
        return TimeLink(open_from(report.start), "", None, DateBasis.PUBLICATION, provenance)

    def _as_of(self, line: Sequence[Told]) -> TimeLink:
        """A state holds as of the day of the news that tells it."""
        for one in reversed(line):
            phrase = self.story.phrase(one)
            if self.story.may_be_fresh(one.link):
                return taken_if_fresh(one.link, phrase, "times/inherit/as-of", "A state", 0.5)
            if self.story.is_fresh(one.link.when):
                why = f'A state as of "{phrase}", {one.link.when.edtf}.'
                return taken(one.link, one.link.when, "times/inherit/as-of", why, 0.5)
        return self._publication()

    def _publication(self) -> TimeLink:
        report = self.story.report_day
        if report is None:
            return waiting(PUBLISHED, "No date is told. " + NO_REPORT_DATE)
        why = f"No date is told; the report is of {report.edtf}."
        return TimeLink(report, "", None, DateBasis.PUBLICATION, Provenance(PUBLISHED, why, 0.3))

    def _over(self, why: str, trigger: Trigger) -> TimeLink:
        """At some time up to the dated clause that it is told beside, else up to the report."""
        return over_by(self.story, trigger) or before_report(self.story.parsed.report.published, why)


def _only_tells(one: Told) -> bool:
    return one.is_telling or (one.trigger is not None and one.trigger.event_type in _WORDS)


def _is_of_days_after(later: Told, one: Told) -> bool:
    start, then = one.link.when.start, later.link.when.start
    if start is None or then is None:
        return False
    return later.sentence > one.sentence and then - start > _NEXT_DAY
