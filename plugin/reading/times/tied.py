"""The date of another event that the words tie this one to: "after the attack", "the murder of Maria Lopez"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ...core.event_types import EventType
from ...core.timespan import Granularity, TimeSpan
from ..coreference.kinds import is_general, may_be_one
from ..links import TimeLink, Trigger
from ..series import are_listed
from ..tokens import Token
from .before import before_told
from .grounds import ATTENDING
from .saying_words import TOLD
from .story import Story, Told, has_length, taken, taken_if_fresh
from .tense import clause_of

SAME_NAME, SAME_PERSON = "times/inherit/name", "times/inherit/person"
SPEECH = frozenset(
    (EventType.STATEMENT, EventType.CONSULT, EventType.AGREE, EventType.ACCUSE, EventType.REJECT)
)
_AFTERWARDS = frozenset("after following since".split())
_MEANWHILE = frozenset("in at during on amid with".split())
_AT_THE_TIME_OF = frozenset("after when as while before until once since".split())
_SAID_JUST_NOW = 3  # sentences within which "the attack" means the one just told
_LEAD_EVENTS, _LEAD_SENTENCES = 6, 8  # how far below a headline its story is looked for
_HEADLINES = 2  # sentences that may be headlines


def tied_to_event(story: Story, trigger: Trigger, before: Sequence[Told]) -> Optional[TimeLink]:
    """As in "after the attack", "during the press conference", "hosted the meeting": the date of that event."""
    for preposition, noun in _event_phrases(story.token(trigger)):
        for one in reversed(before):
            if one.trigger is None or not _is_called(story.token(one.trigger), noun):
                continue
            if one.sentence == trigger.sentence and are_listed(noun, story.token(trigger)):
                continue
            when = one.link.when
            why = f"Told as {preposition} the {noun.text} of {when.edtf}."
            if preposition in _AFTERWARDS and trigger.event_type not in SPEECH:
                when = _up_to_report(story, when)
            return taken(one.link, when, "times/inherit/event-noun", why, 0.7)
    return None


def tied_to_clause(story: Story, trigger: Trigger) -> Optional[TimeLink]:
    """As in "fled after an aide shot him in 2009": the date of the clause below."""
    clause = clause_of(story.token(trigger))
    for below in clause.children:
        marks = [
            c.lower_ for c in below.children if c.dep_ in ("mark", "advmod") and c.lower_ in _AT_THE_TIME_OF
        ]
        if below.dep_ != "advcl" or not marks:
            continue
        for one in story.told:
            if one.sentence != trigger.sentence or not has_length(one.link.when):
                continue
            if _clause_number(story, one) == below.i:
                when = _up_to_report(story, one.link.when) if marks[0] == "since" else one.link.when
                why = f'Told as {marks[0]} "{story.phrase(one)}", {one.link.when.edtf}.'
                return taken(one.link, when, "times/inherit/clause", why, 0.5)
    return None


def over_by(story: Story, trigger: Trigger) -> Optional[TimeLink]:
    """As in "she who had been kidnapped was freed on Friday": what is told beside a dated clause was over by then."""
    clause = clause_of(story.token(trigger))
    while True:
        for one in story.told:
            if one.sentence == trigger.sentence and one.trigger is not trigger and _dates(story, one, clause):
                link = one.link
                why = (
                    f'Told beside what is told of {link.when.edtf} ("{story.phrase(one)}"), and over by then.'
                )
                return before_told(link.when, link.text, link.span, link.provenance.rule, why)
        above = clause_of(clause.head)
        if above.i == clause.i:
            return None
        clause = above


def _dates(story: Story, one: Told, clause: Token) -> bool:
    """Whether what is told gives the day of a clause itself, and not of something that is named in it."""
    if not one.link.when.is_day_or_finer or not story.is_past(one):
        return False
    if one.trigger is not None:
        return one.trigger.token == clause.i
    return _clause_number(story, one) == clause.i


def _clause_number(story: Story, one: Told) -> int:
    """The token that heads the clause in which something is told; -1 for what rests on no words."""
    if one.trigger is not None:
        return clause_of(story.token(one.trigger)).i
    return clause_of(story.parsed.head_of(one.link.span)).i if one.link.span is not None else -1


def same_person(story: Story, trigger: Trigger) -> Optional[TimeLink]:
    """As in "the murder of Maria Lopez": told elsewhere of the same person, before or after, with its date."""
    noun = story.token(trigger)
    people = _people(noun)
    for one in story.told:
        if one.trigger is None or one.trigger.event_type is not trigger.event_type or one.link.when.goes_on:
            continue
        there = (
            _named_in_clause(story, one.trigger) if _is_background(story, one) else story.names(one.sentence)
        )
        if people and people <= there:
            why = f'The same is told of {noun.text} elsewhere ("{story.phrase(one)}", {one.link.when.edtf}).'
            return taken(one.link, one.link.when, SAME_PERSON, why, 0.6)
    return None


def _is_background(story: Story, one: Told) -> bool:
    """Whether it is told beside the news, and of long ago: "Soto, whom an attack in 1985 had maimed, spoke"."""
    return one.is_aside and not story.is_fresh(one.link.when)


def _named_in_clause(story: Story, trigger: Trigger) -> frozenset[str]:
    """The proper nouns of an event's own clause, with those that its relative clause is about."""
    clause = clause_of(story.token(trigger))
    above = [clause.head] if clause.dep_ == "relcl" else []
    return frozenset(word.lemma_.lower() for word in (*clause.subtree, *above) if word.pos_ == "PROPN")


def same_name(story: Story, trigger: Trigger, before: Sequence[Told]) -> Optional[TimeLink]:
    """As in "the attack": the last thing of its kind told before, if the names in its phrase fit."""
    noun = story.token(trigger)
    names = {word.lemma_.lower() for word in noun.subtree if word.pos_ == "PROPN"}
    near: Optional[Told] = None
    for one in reversed(before):
        other = one.trigger
        if other is None or not may_be_one(other, trigger) or not has_length(one.link.when):
            continue
        if names and not names & story.names(one.sentence):
            continue
        if one.sentence == trigger.sentence and are_listed(story.token(other), noun):
            continue
        is_same = story.token(other).lemma_.lower() == noun.lemma_.lower() or (
            other.mode == trigger.mode and not is_general(trigger.mode)
        )
        if is_same:
            return _named(story, noun, one)
        if (
            near is None
            and not _is_background(story, one)
            and trigger.sentence - one.sentence <= _SAID_JUST_NOW
        ):
            near = one
    return _named(story, noun, near) if near is not None else None


def _named(story: Story, noun: Token, one: Told) -> TimeLink:
    why = f'"{noun.text}" is what was told before as "{story.phrase(one)}", {one.link.when.edtf}.'
    return taken(one.link, one.link.when, SAME_NAME, why, 0.5)


def reported_again(story: Story, trigger: Trigger, before: Sequence[Told]) -> Optional[TimeLink]:
    """As in "denied that his men had attacked them": a deed of the kind just told, told again by what somebody says."""
    clause = clause_of(story.token(trigger))
    if clause.dep_ != "ccomp" or clause_of(clause.head).lemma_.lower() not in TOLD:
        return None
    for one in reversed(before):
        other = one.trigger
        if trigger.sentence - one.sentence > _SAID_JUST_NOW:
            return None
        if other is None or not may_be_one(other, trigger):
            continue
        if one.link.when.is_day_or_finer and story.is_past(one):
            why = f'What is said is of what was told before as "{story.phrase(one)}", {one.link.when.edtf}.'
            return taken(one.link, one.link.when, "times/inherit/reported", why, 0.4)
    return None


def retold_below(story: Story, trigger: Trigger) -> Optional[TimeLink]:
    """A headline's event is told again, with its date, in the lead."""
    words = story.content(trigger.sentence)
    enough = 1 if _is_headline(story, trigger.sentence) else 2
    below = [
        one
        for one in story.told
        if 0 <= one.sentence - trigger.sentence <= _LEAD_SENTENCES
        and one.trigger is not None
        and one.trigger.span.start > trigger.span.start
    ]
    for one in story.line(below)[:_LEAD_EVENTS]:
        is_same = one.trigger is not None and one.trigger.event_type is trigger.event_type
        if not is_same or len(words & story.content(one.sentence)) < enough:
            continue
        if story.may_be_fresh(one.link):
            return taken_if_fresh(one.link, story.phrase(one), "times/inherit/lead", "Told again below", 0.6)
        if story.is_fresh(one.link.when):
            why = f'The same is told with its date below ("{story.phrase(one)}", {one.link.when.edtf}).'
            return taken(one.link, one.link.when, "times/inherit/lead", why, 0.6)
    return None


def _is_headline(story: Story, number: int) -> bool:
    """Whether a sentence near the top ends without a full stop."""
    sentence = story.parsed.sentences[number]
    return number < _HEADLINES and not story.parsed.text_of(sentence.span).rstrip().endswith(
        (".", "!", '"', "”")
    )


def _event_phrases(token: Token) -> list[tuple[str, Token]]:
    """Nouns in phrases of time beside a trigger: "after the attack", "during the talks", "hosted the meeting"."""
    found: list[tuple[str, Token]] = []
    for site in {token.i: token, clause_of(token).i: clause_of(token)}.values():
        for child in site.children:
            if child.dep_ == "dobj" and site.lemma_.lower() in ATTENDING:
                found.append(("part of", child))
            if child.lower_ not in _AFTERWARDS | _MEANWHILE or child.i == token.i:
                continue
            nouns = (noun for noun in child.children if noun.pos_ == "NOUN" and noun.i != token.i)
            found.extend((child.lower_, noun) for noun in nouns)
    return found


def _is_called(token: Token, noun: Token) -> bool:
    """Whether a noun names what a trigger told: the same noun, or the verb's own ("met", "the meeting")."""
    lemma, name = token.lemma_.lower(), noun.lemma_.lower()
    return lemma == name or (token.pos_ == "VERB" and name == f"{lemma}ing")


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


def _up_to_report(story: Story, when: TimeSpan) -> TimeSpan:
    """From a time up to the report: "following the attack, efforts were stepped up"."""
    report = story.report_day
    if when.start is None or report is None or report.end is None or report.end <= when.start:
        return when
    return TimeSpan(when.start, report.end, Granularity.INTERVAL, f"{when.start:%Y-%m-%d}/{report.edtf}")
