"""From triggers, places and times to events, every value with the words it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Optional

from ...core.event import Count, Event, Telling, event_id_of
from ...core.event_types import DEEDS, EventType
from ...core.mentions import Mention, MentionRole, Provenance, Timex
from ...core.report import Span
from ..links import PlaceLink, TimeLink, Trigger
from ..parsed import ParsedDocument, token_span
from ..tokens import Token
from .actors import Cast
from .actuality import assertion_when, news_begins
from .assertion import judge
from .counts import Casualties, find_casualties
from .modes import fought_over
from .own_days import OwnDays
from .owners import casualties_of
from .partakers import Partakers, partakers_of
from .quantities import sum_of
from .quotations import Quotations
from .salience import with_saliences
from .same_people import sides_of

_ROLE_FIELDS = {
    MentionRole.FATALITIES: "fatalities",
    MentionRole.INJURED: "injured",
    MentionRole.CAPTURED: "captured",
    MentionRole.DISPLACED: "displaced",
}
_IN_THE_FIELD = DEEDS | {
    EventType.RETREAT,
    EventType.MOBILIZE,
}  # done at a place, and not to those who govern there
_COUNTRY = 6  # where_prec of a whole country
_SUFFERED_BY_SIDES = frozenset((MentionRole.FATALITIES, MentionRole.INJURED))


def assemble(
    parsed: ParsedDocument,
    triggers: Sequence[Trigger],
    places: Sequence[Optional[PlaceLink]],
    times: Sequence[Optional[TimeLink]],
    timexes: Sequence[Timex],
) -> tuple[Event, ...]:
    """One event for each trigger, in text order.

    Parameters
    ----------
    places, times : sequence
        What was found for each trigger, in the order of `triggers`; None where the text gives nothing.
    timexes : sequence of Timex
        All that the text says of time: figures may have a day of their own.
    """
    cast = Cast(parsed)
    quotations = Quotations(parsed)
    days = OwnDays(parsed, timexes, times)
    figures = casualties_of(parsed, triggers, find_casualties(parsed, triggers), days)
    sha256 = parsed.report.sha256
    begins = news_begins(parsed.report.published, triggers, times)
    events = [
        _event(parsed, sha256, cast, quotations, trigger, place, time, begins, own)
        for trigger, place, time, own in zip(triggers, places, times, figures)
    ]
    return with_saliences(events, [parsed.doc[trigger.token] for trigger in triggers])


def _event(
    parsed: ParsedDocument,
    sha256: str,
    cast: Cast,
    quotations: Quotations,
    trigger: Trigger,
    place: Optional[PlaceLink],
    time: Optional[TimeLink],
    begins: Optional[date],
    figures: Sequence[Casualties],
) -> Event:
    sentence = parsed.sentences[trigger.sentence]
    telling = Telling(
        parsed.report.report_id,
        trigger.span,
        parsed.text_of(trigger.span),
        sentence.span,
        parsed.text_of(sentence.span),
    )
    head = parsed.doc[trigger.token]
    judgement = judge(head)
    who = partakers_of(parsed.doc, trigger, cast)
    if (
        trigger.event_type in _IN_THE_FIELD
        and place is not None
        and place.span is not None
        and not _is_land(place)
    ):
        who = who.without_the_scene(place.span)
    harmed = [p for item in figures if item.role in _SUFFERED_BY_SIDES for p in item.people]
    told = [token for _, token in (*who.first, *who.second)]
    mode = fought_over(trigger.event_type, trigger.mode, told, harmed)
    trigger = replace(trigger, mode=mode)
    counts, count_mentions = _counts(parsed, figures)
    mentions = [
        _mention(parsed, MentionRole.TRIGGER, trigger.span, _type_text(trigger), trigger.provenance),
        *_place_mentions(parsed, trigger, place),
        *_time_mentions(parsed, trigger, time),
        *_actor_mentions(parsed, who),
        *count_mentions,
    ]
    quoted = quotations.speaker_at(trigger.span.start)
    speakers = _speakers((*judgement.speakers, *((quoted,) if quoted is not None else ())), cast)
    mentions += [
        _mention(
            parsed,
            MentionRole.ATTRIBUTION,
            token_span(token),
            name,
            Provenance("attribution/speaker", f'"{token.text}" is named as saying so: {name}.'),
        )
        for name, token in speakers.items()
    ]
    return Event(
        event_id=event_id_of(sha256, trigger.span, trigger.event_type, trigger.nth),
        event_type=trigger.event_type,
        event_mode=trigger.mode,
        tellings=(telling,),
        when=time.when if time else None,
        date_text=time.text if time else "",
        date_basis=time.basis if time else None,
        where=place.footprint if place else None,
        place_text=place.text if place else "",
        actor1=tuple(name for name, _ in who.first),
        actor2=tuple(name for name, _ in who.second),
        fatalities=counts.get("fatalities"),
        injured=counts.get("injured"),
        captured=counts.get("captured"),
        displaced=counts.get("displaced"),
        assertion=assertion_when(time, parsed.report.published, begins, judgement, trigger, head),
        attributed_to=tuple(speakers),
        score_place=place.provenance.score if place else 0.0,
        score_time=time.provenance.score if time else 0.0,
        score_type=trigger.provenance.score,
        mentions=tuple(mentions),
    )


def _is_land(place: PlaceLink) -> bool:
    """Whether a place is a whole country, which may be struck as one that acts, too."""
    return place.footprint is not None and place.footprint.where_prec >= _COUNTRY


def _speakers(heads: Sequence[Token], cast: Cast) -> dict[str, Token]:
    """Names of those who say so, with the word that names them."""
    named = ((cast.name_of(token), token) for token in heads)
    return {name: token for name, token in named if name}


def _counts(parsed: ParsedDocument, figures: Sequence[Casualties]) -> tuple[dict[str, Count], list[Mention]]:
    """The figures of an event by field: the first told is the value, others stay as rivals among the mentions.

    A fuller figure that counts those told of before goes first ("captured a commander ... the commander and two men"),
    as does an exact figure after a vague one ("several men ... the four men"); those beside them are added ("one
    additional suspect"). What counts only some of them ("two are in hospital") goes last.
    """
    first: dict[MentionRole, Casualties] = {}
    for item in sorted(figures, key=lambda i: i.is_partial):
        first.setdefault(item.role, item)
    tolled = {item.role for item in figures if item.is_toll}  # who died later is among them
    figures = sorted(figures, key=lambda i: (i.is_partial, not _is_fuller(i, first[i.role])))
    counts: dict[str, Count] = {}
    counted: dict[MentionRole, list[Casualties]] = {}
    mentions = []
    ranks: dict[MentionRole, int] = {}
    for item in figures:
        field = _ROLE_FIELDS[item.role]
        ranks[item.role] = ranks.get(item.role, 0) + 1
        words = parsed.text_of(item.span)
        why = f'"{words}" is the number {_ROLE_WORDS[item.role]}.'
        if item.count is None:
            why = f'"{words}" says who was {_ROLE_WORDS[item.role]}, not how many people.'
        elif item.is_total:
            why = f'"{words}" is the number {_ROLE_WORDS[item.role]} in several deeds, which are told apart too.'
        elif (
            field in counts
            and item.role not in tolled
            and (item.is_more or _are_of_another_side(item, counted[item.role]))
        ):
            counts[field] = sum_of((counts[field], item.count))
            counted[item.role].append(item)
            why = f'"{words}" is the number {_ROLE_WORDS[item.role]} beside those told of before.'
        else:
            counts.setdefault(field, item.count)
            counted.setdefault(item.role, [item])
        mentions.append(
            _mention(
                parsed,
                item.role,
                item.span,
                count_text(item.count) if item.count is not None else words,
                Provenance("count/noun-phrase", why),
                ranks[item.role],
            )
        )
    return counts, mentions


def _is_fuller(item: Casualties, first: Casualties) -> bool:
    """Whether a figure counts those of the first and more, or says better how many "several" were."""
    if (item.is_more and not item.is_toll) or item.count is None or first.count is None:
        return False
    if _low(item) > _low(first):
        return item.is_retold or first.count.high is None
    return first.count.high is None and item.count.high is not None and _low(item) == _low(first)


def _are_of_another_side(item: Casualties, counted: Sequence[Casualties]) -> bool:
    """Whether those killed or wounded cannot be among those counted: "22 rebels were killed. Five soldiers died."."""
    if item.role not in _SUFFERED_BY_SIDES or any(
        c.count is None or c.count.high is None for c in (item, *counted)
    ):
        return False
    sides, told = sides_of(item.people), [sides_of(c.people) for c in counted]
    return "" not in sides and not any("" in other or sides & other for other in told)


def _low(item: Casualties) -> int:
    return (item.count.low or 0) if item.count is not None else 0


_ROLE_WORDS = {
    MentionRole.FATALITIES: "killed",
    MentionRole.INJURED: "wounded",
    MentionRole.CAPTURED: "captured",
    MentionRole.DISPLACED: "displaced",
}


def count_text(count: Count) -> str:
    """Low, best and high as "100..": "low-high" when they differ, one figure when they agree."""
    if count.low == count.high:
        return str(count.best)
    return f"{'' if count.low is None else count.low}..{'' if count.high is None else count.high}"


def _place_mentions(parsed: ParsedDocument, trigger: Trigger, place: Optional[PlaceLink]) -> list[Mention]:
    """The words that place the event, and the rivals that lost; a place without words stands at the trigger."""
    if place is None:
        return []
    span = place.span or trigger.span
    taken = place.footprint.gazetteer_id if place.footprint is not None else ""
    chosen = _mention(parsed, MentionRole.PLACE, span, taken, place.provenance)
    others = [(f, score) for f, score in place.candidates if f.gazetteer_id != taken]
    rivals = [
        _mention(
            parsed,
            MentionRole.PLACE,
            span,
            footprint.gazetteer_id,
            Provenance(
                place.provenance.rule, f"{footprint.name} fits the name less well.", min(1.0, max(0.0, score))
            ),
            rank,
        )
        for rank, (footprint, score) in enumerate(others, start=2)
    ]
    return [chosen, *rivals]


def _time_mentions(parsed: ParsedDocument, trigger: Trigger, time: Optional[TimeLink]) -> list[Mention]:
    """The words that date the event; the report's date has none in the text and stands at the trigger."""
    if time is None:
        return []
    return [_mention(parsed, MentionRole.DATE, time.span or trigger.span, time.when.edtf, time.provenance)]


def _actor_mentions(parsed: ParsedDocument, who: Partakers) -> list[Mention]:
    return [
        _mention(
            parsed,
            role,
            token_span(token),
            name,
            Provenance(f"actor/{role.value}", f"{says(token.text, who.predicate)}: {name}."),
        )
        for role, says, people in (
            (MentionRole.ACTOR1, '"{}" acts in "{}"'.format, who.first),
            (MentionRole.ACTOR2, '"{1}" is done to, or with, "{0}"'.format, who.second),
        )
        for name, token in people
    ]


def _mention(
    parsed: ParsedDocument, role: MentionRole, span: Span, value: str, provenance: Provenance, rank: int = 1
) -> Mention:
    return Mention(role, parsed.report.report_id, span, parsed.text_of(span), value, provenance, rank)


def _type_text(trigger: Trigger) -> str:
    return trigger.event_type.value + (f"/{trigger.mode}" if trigger.mode else "")
