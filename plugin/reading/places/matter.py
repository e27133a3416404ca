"""What a deed is about: protested against, arrested for, sentenced over. Its places are those of another deed."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import takewhile
from typing import Optional

from ...core.event_types import EventType
from ...core.mentions import PlaceRole
from ..closed_classes import TIMES, VERBAL
from ..links import PlaceLink, Trigger
from ..tokens import Token
from .attachment import Closeness, carriers_of
from .inherited import taken_over
from .scene import Scene

_NOUNS = frozenset(("NOUN", "PROPN"))
_BY_LAW = frozenset(("arrest", "legal"))
_AGAINST = frozenset(("against", "over", "about", "for"))
_FOR = frozenset(("for", "over"))
_CHARGES = frozenset("charge suspicion count allegation accusation connection relation".split())
_AT_LAW = frozenset(
    "questioning interrogation treatment trial hearing sentencing arraignment investigation".split()
)
_CLAIMING = frozenset(
    "demand protest denounce condemn call urge oppose support mark commemorate remember honour honor press seek insist "
    "decry criticise criticize reject request show express".split()
)


def is_of_the_matter(trigger: Trigger, token: Token, name: Token) -> bool:
    """Whether a name stands in what a protest, an arrest or a sentence is about, and so does not place it.

    "Marched against the dam in X", "rallied to demand justice for those killed in X", "arrested in connection with a
    robbery in X", "jailed for stealing from a shop in X".

    Parameters
    ----------
    token : Token
        The trigger's own.
    name : Token
        The head of the name.
    """
    if not _has_a_matter(trigger):
        return False
    is_protest = trigger.event_type is EventType.PROTEST
    ends = {carrier.i for carrier in carriers_of(token)}
    path = list(takewhile(lambda above: above.i not in ends, (name, *name.ancestors)))
    if not path or path[-1].head.i not in ends:  # no path: the name is the deed itself ("the Gao march")
        return False
    return any(_opens_the_matter(below, is_protest) for below in (*path, *_right_before(path[-1], ends)))


def from_matter(scene: Scene, trigger: Trigger) -> Optional[PlaceLink]:
    """For want of better, where that lies which it is about: who is arrested for a robbery in X may be of X."""
    if not _has_a_matter(trigger):
        return None
    token = scene.parsed.doc[trigger.token]
    for toponym in scene.names_of(trigger.sentence):
        if toponym.role is PlaceRole.VENUE and is_of_the_matter(trigger, token, scene.heads[toponym]):
            link = scene.link(trigger, toponym, Closeness.BELOW)
            if link is not None:
                text = scene.parsed.text_of(toponym.span)
                return taken_over(link, 0.5, "matter", f'no place is told; what it is about lies in "{text}"')
    return None


def _right_before(phrase: Token, ends: Set[int]) -> Iterator[Token]:
    """The phrase before, which a place behind it belongs to, though parsers hang it on the verb: "over a fire in X"."""
    first = phrase.left_edge.i
    before = phrase.doc[first - 1] if first else phrase
    if before.pos_ in _NOUNS:
        yield from takewhile(lambda above: above.i not in ends, (before, *before.ancestors))


def _has_a_matter(trigger: Trigger) -> bool:
    is_by_law = trigger.event_type is EventType.COERCE and trigger.mode in _BY_LAW
    return is_by_law or trigger.event_type is EventType.PROTEST


def _opens_the_matter(word: Token, is_protest: bool) -> bool:
    """Whether what hangs on a word of the path tells what it is about: "against", "in connection with", "demanding"."""
    if word.dep_ != "prep":
        return is_protest and word.pos_ in VERBAL and word.lemma_ in _CLAIMING
    objects = [child for child in word.children if child.dep_ in ("pobj", "pcomp")]
    if is_protest:
        return word.lower_ in _AGAINST
    if word.lower_ in _FOR:
        return not any(o.lower_ in _AT_LAW or o.ent_type_ in TIMES for o in objects)
    if word.lower_ == "of":
        return word.head.pos_ == "VERB"  # "convicted of", but "the arrest of a man in X"
    return word.lower_ in ("in", "on") and any(o.lemma_.lower() in _CHARGES for o in objects)
