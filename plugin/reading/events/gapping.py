"""Deeds told once for several places: "protests in Lagos on Monday and in Abuja on Tuesday" are two.

The predicate stands once and is understood with each of the members that are strung together behind it. A parser rarely
hangs them where they belong, but their order is plain: each brings a place, and a day or a figure, of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from ...core.event_types import EventType
from ...core.mentions import PlaceRole, Timex, TimexKind, Toponym
from ...core.report import Span
from ..closed_classes import VERBAL
from ..parsed import ParsedDocument, token_span
from ..places.phrases import KM
from ..tokens import Token

_BREAKS = frozenset((",", "and"))
_AGAIN = frozenset(("again", "then", "later", "also", "finally", "another"))
_OPENS_A_CLAUSE = frozenset(
    ("who", "which", "that", "where", "when", "while", "after", "before", "but", "as", "because")
)
_BETWEEN = frozenset(("between", "from", "to", "toward", "towards"))
_PARTS_OF_PLACES = frozenset(
    "town village city suburb district area province region part outskirt capital county state neighbourhood "
    "neighborhood quarter borough port resort".split()
)
_WHERE = frozenset("in at near inside outside".split())
_TOWN_AT_MOST, _COUNTRY = 2, 6  # UCDP where_prec: a town, or near one; a country
_AT_ONE_PLACE = frozenset((EventType.ASSAULT, EventType.PROTEST))


@dataclass
class _Member:
    """A stretch between two breaks, with what it tells."""

    tokens: list[Token]
    places: list[Toponym] = field(default_factory=list)
    times: list[Timex] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        """Whether it begins with a figure: "four more in X"."""
        return self.tokens[0].tag_ == "CD"

    @property
    def has_a_target(self) -> bool:
        """Whether what is struck stands before its place: "a plant in X"; not "a suburb in the north of X"."""
        at = next((n for n, token in enumerate(self.tokens) if token.lower_ in _WHERE), 0)
        nouns = [token for token in self.tokens[:at] if token.tag_ in ("NN", "NNS")]
        return bool(nouns) and nouns[-1].lemma_.lower() not in _PARTS_OF_PLACES

    @property
    def is_dated_alone(self) -> bool:
        """Whether a day stands behind its place: "in X on Monday", not "on Monday in X and Y"."""
        return any(time.span.start > place.span.start for time in self.times for place in self.places)

    @property
    def span(self) -> Span:
        return token_span(self.tokens[0], self.tokens[-1])


class Mentioned:
    """The place names and the calendar times of a document by their tokens."""

    def __init__(self, parsed: ParsedDocument, toponyms: Sequence[Toponym], timexes: Sequence[Timex]) -> None:
        self.places: dict[int, Toponym] = {}
        self.containers: set[int] = set()
        for place in toponyms:
            tokens = [token.i for token in parsed.tokens_of(place.span)]
            if place.role is PlaceRole.CONTAINER:
                self.containers.update(tokens)
            elif place.role is not PlaceRole.DATELINE and not _says_whose(parsed, place):
                self.places.update(dict.fromkeys(tokens, place))
        self.times = {
            token.i: time
            for time in timexes
            if time.when is not None and time.kind in (TimexKind.DATE, TimexKind.TIME)
            for token in parsed.tokens_of(time.span)
        }


def _says_whose(parsed: ParsedDocument, place: Toponym) -> bool:
    """Whether a country stands before what is its own: "U.S. embassies"."""
    name = parsed.tokens_of(place.span).root
    is_before = name.dep_ in ("compound", "amod", "nmod", "poss") and name.head.pos_ == "NOUN"
    return is_before and place.footprint is not None and place.footprint.where_prec == _COUNTRY


def members_of(trigger: Token, event_type: EventType, told: Mentioned, others: Set[int]) -> list[Span]:
    """The characters of each of several members that a deed is told for; empty where it is told for one.

    Parameters
    ----------
    trigger : Token
        The last word that tells the deed; its members stand behind it.
    event_type : EventType
        Only what is done at one place is told for several towns alone, without days or figures.
    told : Mentioned
        The places and times of the document.
    others : set of int
        The tokens of the sentence that tell other events; there a clause of its own begins.
    """
    members = _joined(list(_stretches(trigger, told, others)), told.containers)
    if len(members) < 2 or any(len({id(place) for place in member.places}) != 1 for member in members):
        return []
    first, *later = members
    if first.times and all(member.times for member in later):
        return [member.span for member in members]
    if all(member.counts for member in later):
        return [member.span for member in members]
    is_told_for_all = _share_all_else(trigger, event_type, members) or _strikes_each(
        trigger, event_type, members
    )
    return [member.span for member in members] if is_told_for_all else []


def _share_all_else(trigger: Token, event_type: EventType, members: Sequence[_Member]) -> bool:
    """As in "blasts hit Gao, Kidal and Mopti on Sunday": towns alone, and no figure that could be of all of them."""
    if event_type not in _AT_ONE_PLACE or any(member.is_dated_alone for member in members[:-1]):
        return False
    if _has_a_figure_behind(trigger):
        return False
    places = [member.places[0] for member in members]
    return all(place.role is PlaceRole.VENUE and _is_town(place) for place in places)


def _strikes_each(trigger: Token, event_type: EventType, members: Sequence[_Member]) -> bool:
    """As in "strikes on camps in Egypt and a plant in Oman": each place has a target of its own, and no figure."""
    if event_type not in _AT_ONE_PLACE or _has_a_figure_behind(trigger):
        return False
    return all(member.places[0].role is PlaceRole.VENUE for member in members) and all(
        member.has_a_target for member in members[1:]
    )


def _has_a_figure_behind(trigger: Token) -> bool:
    """Whether any figure follows, which could be of all members."""
    return any(t.ent_type_ in ("CARDINAL", "QUANTITY") and t.i > trigger.i for t in trigger.sent)


def _stretches(trigger: Token, told: Mentioned, others: Set[int]) -> Iterator[_Member]:
    """What stands between the breaks behind a trigger, up to the next clause; the first from its first place."""
    doc = trigger.doc
    tokens: list[Token] = []
    has_begun = False
    for token in doc[trigger.i + 1 : trigger.sent.end]:
        is_mentioned = token.i in told.places or token.i in told.times
        if token.lower_ in _BREAKS and not is_mentioned:
            if has_begun and tokens:
                yield _member(tokens, told)
            tokens = []
            continue
        if token.lower_ in _OPENS_A_CLAUSE or token.text == ";":
            break
        is_verb = token.pos_ in VERBAL and not is_mentioned
        if has_begun and _opens_a_purpose(token):
            break
        if (is_verb and has_begun) or token.i in others or token.lower_ in _BETWEEN:
            return
        if is_verb:
            tokens = []
        elif not token.is_space and token.pos_ != "PUNCT":
            tokens.append(token)
            has_begun = has_begun or is_mentioned
    if has_begun and tokens:
        yield _member(tokens, told)


def _opens_a_purpose(token: Token) -> bool:
    """As "to" and "demanding" in "rallied in X and Y to demand", "... and Y demanding": the last member ends there."""
    is_to = token.tag_ == "TO" and token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "VB"
    return is_to or (token.tag_ == "VBG" and token.dep_ in ("advcl", "acl"))


def _member(tokens: Sequence[Token], told: Mentioned) -> _Member:
    member = _Member(list(tokens))
    for token in tokens:
        if (place := told.places.get(token.i)) is not None and place not in member.places:
            member.places.append(place)
        if (time := told.times.get(token.i)) is not None and time not in member.times:
            member.times.append(time)
    if len(member.places) > 1:  # "in X in western Nepal" brings one place
        member.places = [place for place in member.places if _is_town(place)] or member.places
    return member


def _is_town(place: Toponym) -> bool:
    return place.footprint is not None and place.footprint.where_prec <= _TOWN_AT_MOST


def _tells_how_far(stretch: _Member) -> bool:
    return stretch.counts and any(token.lemma_ in KM for token in stretch.tokens)


def _joined(stretches: Sequence[_Member], containers: Set[int]) -> list[_Member]:
    """The members, up to what brings nothing; "Ghana" and "on Monday" belong to "in Accra, Ghana, on Monday".

    So does "90 km north of Kabul" to the name before it.
    """
    members: list[_Member] = []
    for stretch in stretches:
        if all(token.i in containers for token in stretch.tokens) or _tells_how_far(stretch):
            continue
        if not stretch.places and not stretch.times:
            if all(token.lower_ in _AGAIN for token in stretch.tokens):
                continue
            break
        last = members[-1] if members else None
        if last is not None and not stretch.places and not last.times:
            last.tokens += stretch.tokens
            last.times += stretch.times
        else:
            members.append(stretch)
    return members
