"""What a chain knows, each of its tellings may say: day, place and means go from the best told to the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...core.event_types import EventType
from ...core.mentions import Provenance
from ...core.timespan import DateBasis, TimeSpan
from ..events.lexicon import people_words
from ..links import PlaceLink, TimeLink, Trigger
from ..parsed import ParsedDocument
from .chains import Chain
from .evidence import Evidence
from .identity import Linked, may_lie_together
from .kinds import BATTLE, INSTRUMENTS, is_general
from .parties import Party

RULE_DATE, RULE_PLACE = "times/inherit/retold", "place/retold"
_WITHOUT_ARMS = frozenset(("civilian", "official", "people", "person"))
_SHARE = 0.8  # of the lender's score
_PROVINCE = 4  # UCDP where_prec from which a firm place says less than a loose town in it
_LONGEST_QUOTE = 8  # words of the lender's sentence in a reason


def lent_times(parsed: ParsedDocument, chain: Chain, told: Sequence[Linked]) -> dict[int, TimeLink]:
    """The day of a chain for those of its tellings, by number, whose own words do not give it as well.

    Own words beat what was taken over; of days that are equally well founded the nearer one is taken, then the first.
    """
    best = max((told[number] for number in chain.members), key=_worth_as_date)
    link = best.time
    if link is None:
        return {}
    why = f"{_quoted(parsed, best, best.mention.day)} {link.provenance.why}"
    rule = RULE_DATE if link.when.is_dated else f"{RULE_DATE}/{link.provenance.rule}"
    lent = TimeLink(
        link.when,
        "" if link.when.is_dated else link.text,
        link.span,
        DateBasis.NARRATIVE if best.mention.day > Evidence.TAKEN else link.basis,
        Provenance(rule, why, round(_SHARE * link.provenance.score, 3)),
    )
    others = (told[number] for number in chain.members if told[number] is not best)
    return {one.mention.number: lent for one in others if _takes_date(one, best)}


def lent_places(parsed: ParsedDocument, chain: Chain, told: Sequence[Linked]) -> dict[int, PlaceLink]:
    """The place of a chain for those of its tellings, by number, whose own words do not give it as well."""
    best = max((told[number] for number in chain.members), key=_worth_as_place)
    link = best.place
    if link is None or link.footprint is None:
        return {}
    why = f"{_quoted(parsed, best, best.mention.place)} {link.provenance.why}."
    score = round(_SHARE * link.provenance.score, 3)
    lent = PlaceLink(
        link.footprint, link.text, link.span, Provenance(RULE_PLACE, why, score), link.candidates
    )
    others = (told[number] for number in chain.members if told[number] is not best)
    return {one.mention.number: lent for one in others if _takes_place(one, best)}


def lent_modes(chain: Chain, told: Sequence[Linked]) -> dict[int, Trigger]:
    """The means of a chain of violence for those of its tellings, by number, that do not say any.

    What one telling shows to be a fight is one for all that do not tell of people without arms, whatever they brought.
    """
    triggers = [told[number].mention.trigger for number in chain.members]
    if triggers[0].event_type is not EventType.ASSAULT:
        return {}
    is_a_battle = any(t.mode == BATTLE for t in triggers)
    means = [t.mode for t in triggers if t.mode in INSTRUMENTS]
    lent: dict[int, Trigger] = {}
    for number, trigger in zip(chain.members, triggers):
        if not is_general(trigger.mode):
            continue
        if is_a_battle and not _befell_the_unarmed(told[number].mention.struck):
            lent[number] = replace(trigger, mode=BATTLE)
        elif means:
            lent[number] = replace(trigger, mode=means[0])
    return lent


def _befell_the_unarmed(struck: Party) -> bool:
    """Whether common nouns show that people without arms came to harm: "the priests", "two officials"."""
    return any(people_words().get(noun) in _WITHOUT_ARMS for noun in struck.nouns)


def _worth_as_date(one: Linked) -> tuple[float, ...]:
    if one.time is None:
        return (Evidence.NONE,)
    when, level = one.time.when, one.mention.day
    if level <= Evidence.TAKEN:
        return (level, -one.mention.number)
    return (level, when.is_dated, -_days(when), one.time.provenance.score, -one.mention.number)


def _worth_as_place(one: Linked) -> tuple[float, ...]:
    if one.place is None or one.place.footprint is None:
        return (Evidence.NONE,)
    level, link = one.mention.place, one.place
    if level <= Evidence.TAKEN:
        return (level, link.provenance.score, -one.mention.number)
    return (level, -one.place.footprint.where_prec, link.provenance.score, -one.mention.number)


def _takes_date(one: Linked, best: Linked) -> bool:
    if one.time is None or one.mention.day <= Evidence.TAKEN or not one.time.when.is_dated:
        return True
    assert best.time is not None
    if one.mention.day is Evidence.FIRM:
        return one.time.when.overlaps(best.time.when) and _days(best.time.when) < _days(one.time.when)
    return best.mention.day is Evidence.FIRM


def _takes_place(one: Linked, best: Linked) -> bool:
    mine = one.place.footprint if one.place is not None else None
    if mine is None or one.mention.place <= Evidence.TAKEN:
        return True
    its = best.place.footprint if best.place is not None else None
    assert its is not None
    if one.mention.place is Evidence.FIRM:
        is_finer = its.where_prec < mine.where_prec and not mine.is_unlisted  # a village keeps its name
        return is_finer and may_lie_together(mine, its)
    is_wide = its.where_prec >= _PROVINCE > mine.where_prec
    return best.mention.place is Evidence.FIRM and not (is_wide and may_lie_together(mine, its))


def _days(when: TimeSpan) -> float:
    return 1e6 if when.length is None else when.length.total_seconds() / 86_400


def _quoted(parsed: ParsedDocument, best: Linked, level: Evidence) -> str:
    """Which telling lends, in words."""
    words = parsed.text_of(parsed.sentences[best.mention.trigger.sentence].span).split()
    sentence = " ".join(words[:_LONGEST_QUOTE]) + (" ..." if len(words) > _LONGEST_QUOTE else "")
    how = "Told so" if level > Evidence.TAKEN else "Taken for so"
    return f'{how} where the same event is told as "{sentence}":'
