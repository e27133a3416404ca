"""Triggers: the words of a text that tell events, found by lexicon and parse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import Optional

from ...core.event import Assertion
from ...core.event_types import EventType
from ...core.mentions import Provenance, Timex, TimexKind, Toponym
from ...core.report import Span
from ..links import Trigger
from ..parsed import ParsedDocument, Sentence, token_span
from ..series import series_of
from ..tokens import Token
from .accidents import without_accidents
from .assertion import judge
from .borrowed import Worlds, is_borrowed
from .gapping import Mentioned, members_of
from .governing import is_announced
from .hits import Hit, find_hits
from .lexicon import Entry, Lexicon, standard_lexicon
from .modes import kind_of_event
from .named_deeds import without_frames, without_means
from .outcomes import join_named, join_outcomes
from .retold import is_late_death, is_told_before
from .roles import roles_of
from .surroundings import Surroundings
from .talk import is_only_talked_about
from .tallies import without_tallies
from .telling import noun_tells, verb_tells, without_the_weaker

_FEWEST_WORDS_TO_REPEAT = 6  # shorter sentences may stand twice by chance
_LONGEST_TRIGGER = 6  # tokens between a light verb and its noun that the trigger's words still span
_MONTHS = frozenset(("March", "MARCH"))
_LAND = 6  # UCDP where_prec of a whole country
_VAGUE = frozenset(("PRESENT_REF", "PAST_REF"))
_LENGTHS = frozenset((TimexKind.DURATION, TimexKind.SET))


def find_triggers(
    parsed: ParsedDocument,
    toponyms: Sequence[Toponym],
    timexes: Sequence[Timex],
    lexicon: Optional[Lexicon] = None,
) -> tuple[Trigger, ...]:
    """The triggers of a document in text order, one for each telling of an event.

    What only comes back to an event told before is marked (`Trigger.is_retold`).

    Boilerplate and sentences that stand twice (an article printed twice, a headline repeated) yield nothing.

    Parameters
    ----------
    lexicon : Lexicon, optional
        Ours, when None.
    """
    around = Surroundings(
        _tokens(parsed, toponyms),
        _tokens(parsed, timexes),
        _tokens(parsed, (t for t in timexes if t.kind in _LENGTHS)),
        _tokens(parsed, (t for t in timexes if t.value in _VAGUE)),
        _tokens(parsed, (t for t in toponyms if t.footprint is not None and t.footprint.where_prec >= _LAND)),
    )
    words = lexicon or standard_lexicon()
    worlds = Worlds(list(parsed.doc))
    told = Mentioned(parsed, toponyms, timexes)
    triggers: list[Trigger] = []
    for number in _told_sentences(parsed):
        hits = _in_sentence(parsed, number, around, words, worlds)
        for hit in hits:
            if is_late_death(hit, number, triggers):
                continue
            is_retold = is_told_before(hit, number, around, triggers)
            others = {h.token.i for h in hits} - {hit.token.i}
            triggers += [replace(t, is_retold=is_retold) for t in _triggers_of(hit, number, told, others)]
    return tuple(sorted(triggers, key=lambda t: (t.span, t.nth)))


def _tokens(parsed: ParsedDocument, mentions: Iterable[Toponym | Timex]) -> frozenset[int]:
    return frozenset(t.i for mention in mentions for t in parsed.tokens_of(mention.span))


def _told_sentences(parsed: ParsedDocument) -> Iterator[int]:
    """Numbers of the sentences that are prose and do not stand before."""
    seen: set[str] = set()
    for number, sentence in enumerate(parsed.sentences):
        if sentence.is_boilerplate:
            continue
        key = " ".join(re.findall(r"\w+", parsed.text_of(sentence.span).casefold()))
        if key in seen:
            continue
        if key.count(" ") + 1 >= _FEWEST_WORDS_TO_REPEAT:
            seen.add(key)
        yield number


def _in_sentence(
    parsed: ParsedDocument, number: int, around: Surroundings, lexicon: Lexicon, worlds: Worlds
) -> list[Hit]:
    """The hits of a sentence that tell events, in text order."""
    sentence = parsed.sentences[number]
    tokens = list(parsed.sentence_tokens(sentence))
    before = list(parsed.sentence_tokens(parsed.sentences[number - 1])) if number else []
    in_headline = is_headline(parsed, sentence)
    hits = find_hits(tokens, lexicon, around)
    hits = {i: h for i, h in hits.items() if not (h.token.text in _MONTHS and i in around.times)}
    hits = {i: h for i, h in hits.items() if not h.is_verb or verb_tells(h, around, in_headline)}
    hits = join_outcomes(hits)
    hits = {i: h for i, h in hits.items() if h.is_verb or noun_tells(h, around, in_headline)}
    hits = without_frames(without_means(without_tallies(hits, around)))
    hits = without_the_weaker(join_named(hits))
    if hits:
        hits = without_accidents(hits, tokens, before)
        spoken_of = worlds.of(tokens)
        hits = {
            i: h
            for i, h in hits.items()
            if not is_borrowed(h, spoken_of) and not is_only_talked_about(h, around, in_headline)
        }
    return list(hits.values())


def is_headline(parsed: ParsedDocument, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own without a full stop or another mark that ends a sentence or clause."""
    return sentence.paragraph <= 3 and parsed.text_of(sentence.span)[-1] not in ".!?:;,-–—…\"'”’)"


def _triggers_of(hit: Hit, number: int, told: Mentioned, others: Set[int]) -> list[Trigger]:
    """The trigger of a hit, or those of the single ones of several events that it stands for."""
    elliptic = () if hit.is_verb else series_of(hit.token)
    if elliptic:
        return [_trigger(hit, head, number, True) for head in elliptic]
    trigger = _trigger(hit, hit.token, number, False)
    scopes = members_of(max(hit.token, hit.head, key=lambda t: t.i), hit.event_type, told, others)
    return [replace(trigger, nth=nth, scope=scope) for nth, scope in enumerate(scopes)] or [trigger]


def _trigger(hit: Hit, head: Token, number: int, is_elliptic: bool) -> Trigger:
    entry = hit.entry
    anchor = head if is_elliptic else hit.head
    roles = roles_of(head) if is_elliptic else hit.roles
    event_type, mode = kind_of_event(
        head, hit.event_type, hit.mode, roles, (hit.token, hit.head, *hit.beside)
    )
    told = f'"{head.text}", one of the "{hit.token.text}",' if is_elliptic else f'"{_words(hit)}"'
    what = event_type.value + (f" ({mode})" if mode else "")
    return Trigger(
        span=token_span(head) if is_elliptic else _span(hit),
        token=anchor.i,
        event_type=event_type,
        mode=mode,
        sentence=number,
        provenance=Provenance(
            _rule(hit, is_elliptic),
            f"{told} tells {what}{_says(entry)}.",
            0.9 if entry.others or hit.light is not None else 0.8,
        ),
        is_state=event_type is EventType.PRESENCE,
        is_planned=judge(hit.head).assertion is Assertion.PLANNED and not _is_an_accord(hit),
    )


def _rule(hit: Hit, is_elliptic: bool) -> str:
    if is_elliptic:
        return "trigger/ellipsis"
    return "trigger/light-verb" if hit.light is not None else f"trigger/{hit.entry.pos}"


def _says(entry: Entry) -> str:
    return f", by your words in {entry.source}" if entry.source else ""


def _is_an_accord(hit: Hit) -> bool:
    """Whether what lies ahead is itself what was agreed: who announce that they will form an alliance have agreed."""
    return hit.event_type is EventType.AGREE and is_announced(hit.head)


def _span(hit: Hit) -> Span:
    """The words of the trigger: light verb to noun, or verb to particle, where they stand close; else fewer of them."""
    own = [hit.token, *hit.phrase]
    for parts in ([*own, hit.light] if hit.light is not None else own, own):
        first, last = min(parts, key=lambda t: t.i), max(parts, key=lambda t: t.i)
        if last.i - first.i <= _LONGEST_TRIGGER:
            return token_span(first, last)
    return token_span(hit.token)


def _words(hit: Hit) -> str:
    parts = sorted(
        (hit.token, *hit.phrase, *((hit.light,) if hit.light is not None else ())), key=lambda t: t.i
    )
    return " ".join(t.text for t in parts)
