"""What was told, dated by what is told next of when it was: "The incident happened on Saturday"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional

from ...core.mentions import Provenance
from ...core.timespan import DateBasis
from ..closed_classes import SUBJECTS
from ..links import TimeLink, Trigger
from ..tokens import Token
from .grounds import is_pointed_at
from .sites import Site
from .tense import Tense, tense_of
from .tied import SPEECH

# They take place, and were not told as deeds.
_OCCASIONS = frozenset(
    "funeral burial wedding ceremony service vigil election vote poll referendum trial hearing match game party "
    "inauguration anniversary festival concert conference exam".split()
)
_COMMIT = frozenset("commit perpetrate carry perform execute".split())
_DEEDS = frozenset("crime deed act action incident atrocity outrage offence offense tragedy horror".split())
_JUST_TOLD = 2  # sentences back to which "the incident" points


def dated_by_what_follows(
    triggers: Sequence[Trigger],
    own: Sequence[Optional[TimeLink]],
    sites: Mapping[int, Sequence[Site]],
) -> list[Optional[TimeLink]]:
    """The links of the triggers, with deeds that have no day yet dated by a clause that says when they happened."""
    dated = list(own)
    for sentence, here in sites.items():
        for site in here:
            subject = _what_happened(site.word)
            if subject is None or site.timex.when is None or not site.is_day:
                continue
            if site.timex.basis is DateBasis.NARRATIVE:
                continue  # a bare time of day says less than the story does
            why = f'"{site.timex.text}" is told of it as "the {subject.text}". {site.timex.provenance.why}'
            provenance = Provenance("times/told-next", why, 0.6)
            link = TimeLink(
                site.timex.when, site.timex.text, site.timex.span, DateBasis.NARRATIVE, provenance
            )
            for number in _just_told(triggers, dated, sentence):
                dated[number] = link
    return dated


def _what_happened(verb: Token) -> Optional[Token]:
    """The known thing that a clause says to have happened: "the raid occurred", not "the funeral will take place".

    So does a participle: "those behind the crime committed on Friday".
    """
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_.lower() in _COMMIT:
        deed = verb.head
        return deed if deed.lemma_.lower() in _DEEDS and is_pointed_at(deed) else None
    objects = [child.lower_ for child in verb.children if child.dep_ == "dobj"]
    if verb.lemma_.lower() not in ("happen", "occur") and objects != ["place"]:
        return None
    if tense_of(verb) in (Tense.PRESENT, Tense.AHEAD):
        return None
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or not is_pointed_at(subject) or subject.lemma_.lower() in _OCCASIONS:
        return None
    return subject


def _just_told(triggers: Sequence[Trigger], dated: Sequence[Optional[TimeLink]], sentence: int) -> list[int]:
    """The deeds without a day in the nearest sentence before one that tells any; none where one is dated."""
    for back in range(1, _JUST_TOLD + 1):
        deeds = [
            number
            for number, trigger in enumerate(triggers)
            if trigger.sentence == sentence - back
            and trigger.event_type not in SPEECH
            and not (trigger.is_planned or trigger.is_state)
        ]
        if deeds:
            return [number for number in deeds if not _has_day(dated[number])]
    return []


def _has_day(link: Optional[TimeLink]) -> bool:
    return link is not None and link.when.is_dated
