"""Do two tellings of a document tell one event? Points for what speaks for it; what contradicts it forbids it.

The weights are few and set by reasoning, not by training: somebody's name is worth more than a noun, a noun with its
figure more than a noun alone, "the attack" looks for something told before while "an attack" does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Optional

from ...core.event_types import FORCE, EventType
from ...core.footprint import Footprint
from ...gazetteer.distances import distance_km
from ..events.triggers import is_headline
from ..links import PlaceLink, TimeLink
from ..parsed import ParsedDocument, Sentence
from ..times.vocabulary import PLURALS, UNITS
from ..tokens import Token
from .evidence import Evidence
from .kinds import CULPRITS, INSTRUMENTS, is_general, may_be_one
from .mentions import EventMention, Form

ENOUGH = 3.0  # points from which two tellings are one
_NEAR, FAR = 2, 6  # sentences
_SAME_PLACE_KM = 15.0
_NEWS = timedelta(days=3)  # a headline is printed that long after what it tells, at most
_DATELINE = 60  # characters of one at most
_WIDE = 5  # UCDP where_prec from which a place may hold many others
# Nouns whose plural may tell one event: "the clashes broke out on Monday".
_CAMPAIGNS = frozenset(
    "offensive counteroffensive campaign war warfare insurgency insurrection uprising siege".split()
)
_SEVERAL_OR_ONE = frozenset(
    "clash hostility talk negotiation discussion consultation riot disturbance".split()
)
_LEAVING, _OPENING = (
    frozenset("elsewhere meanwhile separately".split()),
    3,
)  # words, and among how many first ones
_LENGTHS = frozenset((*UNITS, *PLURALS))
_BEFORE_OR_AFTER = frozenset("after before later earlier".split())
_WITHIN = frozenset("when as where after during while".split())


@dataclass(frozen=True)
class Likeness:
    """How much speaks for one event, and the most telling part of it in words."""

    points: float
    why: str


@dataclass(frozen=True)
class Linked:
    """A telling with the place and the time that were linked to it."""

    mention: EventMention
    place: Optional[PlaceLink]
    time: Optional[TimeLink]


def contradict(parsed: ParsedDocument, one: Linked, later: Linked) -> bool:
    """Whether two tellings cannot be of one event: another kind, day, place or figure, another stance."""
    a, b = one.mention, later.mention
    if a.trigger.span == b.trigger.span:
        return True  # "protests in X on Monday and in Y on Tuesday"
    if (
        _lie_apart_in_time(parsed, a, b)
        or not may_be_one(a.trigger, b.trigger)
        or a.stance != b.stance
        or b.form is Form.ANEW
    ):
        return True
    if (a.is_summary != b.is_summary and not _same_victim(a, b)) or _are_counted_apart(a, b):
        return True
    if a.struck.has_other_figures(b.struck) or _days(one, later) < 0:
        return True
    return _places(one, later) < 0 and not _same_victim(a, b)


def _lie_apart_in_time(parsed: ParsedDocument, a: EventMention, b: EventMention) -> bool:
    """As in "a bomb went off, hours after a helicopter was shot down": the sentence says how long lies between them."""
    if a.trigger.sentence != b.trigger.sentence:
        return False
    first, last = sorted((a.trigger.token, b.trigger.token))
    words = parsed.doc.low[first:last]
    return any(unit in _LENGTHS and then in _BEFORE_OR_AFTER for unit, then in zip(words, words[1:]))


def _are_counted_apart(a: EventMention, b: EventMention) -> bool:
    """Whether one tells of several events and the other of one.

    "The attacks" are not those who "attacked a convoy", and "the offensive" is not "an attack on a mill".
    """
    if not {a.noun, b.noun}.isdisjoint(_SEVERAL_OR_ONE):
        return False
    if a.noun and b.noun:
        return a.is_plural != b.is_plural or (a.noun in _CAMPAIGNS) != (b.noun in _CAMPAIGNS)
    return b.is_plural and b.form is Form.BACK and not a.noun


def likeness(parsed: ParsedDocument, one: Linked, later: Linked) -> Likeness:
    """What speaks for two tellings being of one event, when nothing forbids it."""
    found = list(_signs(parsed, one, later))
    if not found:
        return Likeness(0.0, "")
    return Likeness(sum(points for points, _ in found), max(found)[1])


def _signs(parsed: ParsedDocument, one: Linked, later: Linked) -> Iterator[tuple[float, str]]:
    a, b = one.mention, later.mention
    apart = b.trigger.sentence - a.trigger.sentence
    yield from _of_parties(a, b)
    if apart <= _NEAR and a.struck.is_named_in(b.struck):
        yield 3.0, "who was told of without a name is named now"
    if b.form is Form.BACK and b.noun:
        if b.is_bare:
            yield (3.0 if apart <= _NEAR else 2.0), f'"the {b.noun}" points back'
            if a.noun == b.noun:
                yield 1.0, "both use one word"
            elif not is_general(a.trigger.mode) and b.trigger.mode and a.trigger.mode != b.trigger.mode:
                yield -1.5, "another way of doing it"
        elif not a.struck:
            yield 1.0, f'"the {b.noun}" may point back'
    if 0 < apart <= _NEAR and _is_the_news(parsed, one, later):
        is_lead = all(
            is_headline(parsed, sentence) or _is_dateline(parsed, sentence)
            for sentence in parsed.sentences[a.trigger.sentence : b.trigger.sentence]
        )
        yield (3.0 if is_lead else 2.0), "the lead tells what the headline told"
        if a.trigger.mode == b.trigger.mode and not is_general(a.trigger.mode):
            yield 1.0, "both tell how it was done"
    if apart == 0 and _is_circumstance(parsed, a, b):
        yield 3.0, "one is told as the circumstance of the other"
    if _days(one, later):
        yield 1.0, "their days agree"
    if _places(one, later):
        yield 1.0, "their places agree"
    if apart <= _NEAR and _tells_how_they_did_it(a, b):
        yield 3.0, "those who did it are told to have done it so"
    if b.form is Form.FRESH and a.trigger.sentence > 0:
        yield -1.5, "told as something new"
    if apart and b.form is not Form.BACK and _is_set_apart(parsed, b):
        yield -2.0, "told as something elsewhere"
    if apart > FAR and not a.struck.shares_a_name(b.struck):
        yield -1.0, "told far apart"


def _is_the_news(parsed: ParsedDocument, one: Linked, later: Linked) -> bool:
    """Whether the first is told in a headline, and the later one did not happen days before it."""
    if not is_headline(parsed, parsed.sentences[one.mention.trigger.sentence]):
        return False
    days = [link.when.start for link in (one.time, later.time) if link is not None and link.when.start]
    return len(days) < 2 or days[0] - days[1] <= _NEWS


def _is_dateline(parsed: ParsedDocument, sentence: Sentence) -> bool:
    """Whether a few words that end in a dash or colon stand before the lead: "OSLO, May 3 (Agency) -"."""
    words = parsed.text_of(sentence.span)
    return words[-1] in "-–—:" and len(words) <= _DATELINE


def _of_parties(a: EventMention, b: EventMention) -> Iterator[tuple[float, str]]:
    """What is said by those whom it befell, and by those who did it."""
    names, nouns = a.struck.shared_names(b.struck), a.struck.shared_nouns(b.struck)
    if names:
        is_harm = a.trigger.event_type in FORCE
        yield (4.0 if is_harm else 2.0), f"both are told of {sorted(names)[0].title()}"
    elif nouns and a.struck.shared_figure(b.struck):
        yield 4.0, f"both count as many ({sorted(nouns)[0]})"
    elif nouns & b.struck.known:
        yield 3.0, f'"the {sorted(nouns & b.struck.known)[0]}" was told of before'
    elif a.struck.may_mean_a_name_of(b.struck):
        yield 3.0, "both are most likely told of the same person"
    elif nouns:
        yield 1.0, f"both speak of {sorted(nouns)[0]}"
    elif (a.struck.total or 0) > 1 and a.struck.total == b.struck.total:
        yield 2.0, f"both count {a.struck.total}"
        if b.form is Form.BACK or b.struck.known:
            yield 1.0, "told of before"
    if a.struck.means_another_than(b.struck):
        yield -2.0, "somebody else is meant"
    if a.acting.shares_a_name(b.acting):
        yield 1.0, "both are done by the same"
    elif a.acting.has_other_names(b.acting):
        yield -2.0, "others act"


def _tells_how_they_did_it(a: EventMention, b: EventMention) -> bool:
    """As in "the gunmen opened fire", "he detonated the explosives": how it was done, by its culprits."""
    if b.trigger.mode not in INSTRUMENTS or b.form in (Form.ANEW, Form.FRESH):
        return False
    if b.struck.names or b.struck.numbers:
        return False
    is_again = b.acting.is_pronoun or bool(b.acting.known & (CULPRITS | a.acting.nouns))
    return a.trigger.event_type is EventType.ASSAULT and is_again


def _is_set_apart(parsed: ParsedDocument, told: EventMention) -> bool:
    """Whether the sentence opens with a word that leaves for another story: "Meanwhile", "Elsewhere in the city"."""
    first = parsed.sentence_tokens(parsed.sentences[told.trigger.sentence]).start
    return not _LEAVING.isdisjoint(parsed.doc.low[first : first + _OPENING])


def _same_victim(a: EventMention, b: EventMention) -> bool:
    """Whether somebody by name is harmed in both: nobody is killed or kidnapped in two places."""
    return a.trigger.event_type in FORCE and a.struck.shares_a_name(b.struck)


def _days(one: Linked, later: Linked) -> int:
    """1 where both are dated alike by their own words, -1 where they are dated apart, 0 where it cannot be told."""
    level = min(one.mention.day, later.mention.day)
    if level < Evidence.FIRM or one.time is None or later.time is None:
        return 0
    x, y = one.time.when, later.time.when
    return 0 if not x.is_dated or not y.is_dated else 1 if x.overlaps(y) else -1


def _places(one: Linked, later: Linked) -> int:
    """1 where both are placed alike by their own words, -1 where they are placed apart, 0 where it cannot be told."""
    level = min(one.mention.place, later.mention.place)
    if level < Evidence.FIRM or one.place is None or later.place is None:
        return 0
    x, y = one.place.footprint, later.place.footprint
    if x is None or y is None:
        return 0
    if x.gazetteer_id == y.gazetteer_id:
        return int(x.where_prec < _WIDE)
    return 0 if may_lie_together(x, y) else -1


def may_lie_together(x: Footprint, y: Footprint) -> bool:
    """Whether one place may hold the other, or both be the same."""
    wide, narrow = (x, y) if x.where_prec >= y.where_prec else (y, x)
    if distance_km(x.point, y.point) <= max(
        _SAME_PLACE_KM, wide.uncertainty_m / 1000 if wide.where_prec > 1 else 0
    ):
        return True
    if wide.where_prec >= _WIDE:
        return wide.country is None or wide.country == narrow.country
    return wide.where_prec >= 3 and wide.country == narrow.country and wide.admin1 == narrow.admin1


def _is_circumstance(parsed: ParsedDocument, a: EventMention, b: EventMention) -> bool:
    """Whether one stands in a clause under the other: "killed when a bomb went off", "staged a raid, killing two"."""
    x, y = parsed.doc[a.trigger.token], parsed.doc[b.trigger.token]
    return _hangs_on(x, y) or _hangs_on(y, x)


def _hangs_on(lower: Token, upper: Token) -> bool:
    if _shared_head(lower.head) != _shared_head(upper):
        return False
    if lower.dep_ == "advcl":
        bare = lower.tag_ == "VBG" and not any(c.dep_ in ("nsubj", "mark") for c in lower.children)
        return bare or any(c.lower_ in _WITHIN for c in lower.children)
    return lower.dep_ == "relcl" and any(t.lower_ in ("which", "where", "that") for t in lower.subtree)


def _shared_head(verb: Token) -> Token:
    """The first of coordinated verbs: a clause under the last is one under all ("killed and wounded when ...")."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb
