"""When each event happened: the expression that belongs to its trigger, or what the story tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Optional

from ...core.event_types import EventType
from ...core.mentions import Provenance, Timex, TimexKind
from ...core.report import Span
from ...core.timespan import DateBasis, TimeSpan
from ..links import TimeLink, Trigger
from ..parsed import ParsedDocument
from ..tokens import Token
from .attach import Attachment, attach
from .before import before_told
from .bounds import bounded, over_by_report, with_ranges_whole
from .dateline import head_dates
from .discourse import inherit
from .grounds import is_of_a_case, is_subordinate, tells_of_the_known
from .happenings import dated_by_what_follows
from .lasting import told_apart, up_to_report
from .later import BEFORE_TOLD
from .offsets import Offset, apply_offsets, find_offsets
from .sites import Site, is_measure, is_name, is_usable, site_of
from .spans import with_preposition
from .story import Told
from .telling import is_of_telling
from .tense import clause_of
from .tied import SAME_NAME, SAME_PERSON

_ACROSS = 2.5  # closeness below which an expression stands in another clause
_FINDING = frozenset("find discover".split())
_IN_SCOPE = 4.0  # closeness of an expression that stands with one of several that a deed is told for
_TOLD_APART = 1.0  # closeness below which an expression dates the telling, not the event


def link_times(
    parsed: ParsedDocument, timexes: Sequence[Timex], triggers: Sequence[Trigger]
) -> tuple[Optional[TimeLink], ...]:
    """The time of each trigger's event, aligned with `triggers`; None when the text tells none.

    A trigger takes the expression that the parse hangs on it, on its noun or on its clause; failing that the date of
    the event that the story is at; failing that the report's date, with a low score and a reason that says so.
    """
    of_report = head_dates(parsed.report.text, [timex.span for timex in timexes])
    found_sites: dict[int, list[Site]] = defaultdict(list)
    for timex in timexes:
        if not is_usable(timex) or timex.span in of_report:
            continue
        site = site_of(parsed, timex)
        if not is_name(site) and not is_measure(site):
            found_sites[parsed.sentence_number_at(timex.span.start)].append(site)
    sites = {sentence: with_ranges_whole(parsed, here) for sentence, here in found_sites.items()}
    deeds: dict[int, dict[int, EventType]] = defaultdict(dict)
    for trigger in triggers:
        deeds[trigger.sentence][trigger.token] = trigger.event_type
    lengths: dict[int, list[Site]] = defaultdict(list)
    for timex in timexes:
        if timex.kind is TimexKind.DURATION and timex.when is None:
            lengths[parsed.sentence_number_at(timex.span.start)].append(site_of(parsed, timex))
    own = [
        _own(parsed, trigger, sites.get(trigger.sentence, []), deeds[trigger.sentence])
        for trigger in triggers
    ]
    times = [
        Told(
            sentence,
            _of_nothing(site.timex, with_preposition(site.timex.when, site.prepositions)),
            is_aside=is_subordinate(site.word),
            is_telling=is_of_telling(site),
        )
        for sentence, here in sites.items()
        for site in here
        if not site.is_modifier and site.timex.when is not None
    ]
    own = dated_by_what_follows(triggers, own, sites)
    offsets = find_offsets(parsed, timexes)
    own = apply_offsets(parsed, offsets, triggers, own, [told.link for told in times])
    own = [
        link or _beside_lengths(parsed, trigger, lengths.get(trigger.sentence, []))
        for trigger, link in zip(triggers, own)
    ]
    used = {link.span for link in own if link is not None and link.provenance.rule != BEFORE_TOLD}
    found = inherit(parsed, triggers, own, [told for told in times if told.link.span not in used])
    hanging = [
        None if link is None and _hangs(parsed, trigger, date, offsets) else date
        for trigger, link, date in zip(triggers, own, found)
    ]
    moved = apply_offsets(parsed, offsets, triggers, hanging)
    return tuple(link or date for link, date in zip(moved, found))


def _hangs(
    parsed: ParsedDocument, trigger: Trigger, date: Optional[TimeLink], offsets: Sequence[Offset]
) -> bool:
    """Whether what the story gives a trigger yields to what an offset of its sentence gives.

    Not where its noun names what was told before: "a few days after the murder", "the clash came days after".
    """
    is_named = date is not None and (
        date.provenance.rule in (SAME_NAME, SAME_PERSON)
        or (trigger.is_retold and date.basis is not DateBasis.PUBLICATION)
    )
    return not is_named and any(
        parsed.sentence_number_at(offset.timex.span.start) == trigger.sentence for offset in offsets
    )


def _of_nothing(timex: Timex, when: TimeSpan) -> TimeLink:
    """A time that belongs to no trigger; the story may be at it all the same."""
    return TimeLink(when, timex.text, timex.span, timex.basis, timex.provenance)


def _own(
    parsed: ParsedDocument, trigger: Trigger, sites: Sequence[Site], deeds: Mapping[int, EventType]
) -> Optional[TimeLink]:
    """The time told in the trigger's own sentence."""
    others = {token: kind for token, kind in deeds.items() if token != trigger.token}
    within = [site for site in sites if trigger.scope is not None and trigger.scope.contains(site.timex.span)]
    if within:
        found: Optional[Attachment] = Attachment(within[0], _IN_SCOPE, "It is told of this one alone.")
    else:
        found = attach(trigger, _telling_words(parsed, trigger), sites, others)
    if found is None or (trigger.is_planned and found.closeness < _TOLD_APART):
        return None  # what is planned does not happen when it is told
    word = parsed.doc[trigger.token]
    if is_of_a_case(word) and not (word == found.site.word or word.is_ancestor(found.site.word)):
        return None  # "was jailed on Monday for a robbery"
    site = replace(found.site, prepositions=()) if found.is_in_which else found.site
    time = bounded(parsed, site, [site] if found.is_in_which else sites)
    if time is None or (trigger.is_planned and found.closeness < _ACROSS and _is_over(parsed, time.when)):
        return None  # "shook hands in June and agreed to meet again"
    if (
        trigger.event_type is EventType.STATEMENT
        and not trigger.is_planned
        and _is_to_come(parsed, time.when)
    ):
        return None  # "will hold drills from 4 to 14 March, the two militaries announced"
    published = parsed.report.published
    if published is not None and not (trigger.is_planned or trigger.is_state):
        time = replace(time, when=over_by_report(time.when, parsed.doc[trigger.token], published))
    timex = found.site.timex
    if found.is_of_telling and tells_of_the_known(parsed.doc[trigger.token]):
        return None
    is_after_telling = found.is_of_telling and clause_of(found.site.word).i < trigger.token
    was_over = found.was_over or _is_found_dead(parsed.doc[trigger.token], trigger)
    if not trigger.is_state and (is_after_telling or was_over):
        span = Span(time.start, time.end)
        return before_told(
            time.when, time.text, span, timex.provenance.rule, f"{found.why} {timex.provenance.why}"
        )
    score = timex.provenance.score * min(1.0, 0.5 + found.closeness / 8)
    why = f"{found.why} {timex.provenance.why}"
    return TimeLink(
        time.when,
        time.text,
        Span(time.start, time.end),
        timex.basis,
        Provenance(timex.provenance.rule, why, score),
    )


def _is_found_dead(verb: Token, trigger: Trigger) -> bool:
    """Whether bodies are found of people killed before: "was found dead on Monday", "the body was discovered"."""
    return trigger.event_type is EventType.ASSAULT and verb.lemma_.lower() in _FINDING


def _beside_lengths(parsed: ParsedDocument, trigger: Trigger, sites: Sequence[Site]) -> Optional[TimeLink]:
    return up_to_report(parsed, trigger, sites) or told_apart(parsed, trigger, sites)


def _telling_words(parsed: ParsedDocument, trigger: Trigger) -> list[Token]:
    """The verb of an event and the noun that it is made of, where both tell it: "carried out" and "a raid"."""
    token = parsed.doc[trigger.token]
    nouns = [
        word
        for word in parsed.tokens_of(trigger.span)
        if word.i != token.i and word.pos_ == "NOUN" and token.is_ancestor(word)
    ]
    return [token, *nouns] if token.pos_ == "VERB" else [token]


def _is_to_come(parsed: ParsedDocument, when: TimeSpan) -> bool:
    published = parsed.report.published
    return published is not None and when.start is not None and when.start.date() > published


def _is_over(parsed: ParsedDocument, when: TimeSpan) -> bool:
    published = parsed.report.published
    return published is not None and when.end is not None and when.end.date() <= published
