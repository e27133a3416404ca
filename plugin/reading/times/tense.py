"""On which side of the report a time lies, as the words that govern it tell."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from typing import Optional

from ...core.report import Span
from ..closed_classes import SUBJECTS, VERBAL
from ..parsed import ParsedDocument
from ..tokens import Token
from .expression import Side

_AHEAD_AUXILIARIES = frozenset("will 'll wo shall ll".split())
_AHEAD_VERBS = frozenset(
    "plan expect schedule intend aim hope promise prepare vow pledge agree decide want need seek ask urge call set due "
    "invite threaten propose go slate".split()
)
_FIXED = frozenset("set schedule plan expect slate intend invite propose".split())
_AHEAD_WORDS = frozenset("payable effective due redeemable scheduled slated next upcoming".split())
_AHEAD_PREPOSITIONS = frozenset("by until till through to for".split())
_APPOINTING = frozenset("schedule reschedule plan postpone delay slate".split())
_MODIFIERS = frozenset("poss compound nmod amod nummod".split())
# Verbs whose present tells of a timetable: "the talks begin on Friday".
_TIMETABLED = frozenset(
    "begin start open end close expire resume meet visit arrive leave return travel fly head go come face appear hold "
    "host vote speak take celebrate mark play release launch depart".split()
)
# What people are charged with, and what a case is about, is over.
ABOUT_A_DEED = frozenset(
    "charge accuse convict acquit sentence suspect indict blame jail imprison remand arraign prosecute guilty innocent"
    " trial anniversary verdict".split()
)
_IS = frozenset(("is", "are", "'s", "'re", "am", "'m"))


class Tense(str, Enum):
    """When a finite verb tells that something is, seen from its telling."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    AHEAD = "ahead"


def side_of(parsed: ParsedDocument, span: Span) -> Side:
    """PAST or FUTURE where the verb above the expression decides, OPEN where it does not."""
    tokens = parsed.tokens_of(span)
    token = tokens.root
    inside = {t.i for t in tokens}
    is_modifier = token.dep_ in _MODIFIERS
    preposition = ""
    while token.head.i != token.i:
        token = token.head
        if token.i in inside:
            continue
        if token.lower_ == "since":
            return Side.PAST  # "had been scheduled since before the offensive in November"
        if token.lower_ in _AHEAD_WORDS:
            return Side.FUTURE
        if token.pos_ == "ADP" and not preposition and not is_modifier:
            preposition = token.lower_
        if token.pos_ in VERBAL:
            break
    if any(child.lower_ == "had" and child.dep_ == "aux" for child in token.children):
        return Side.PAST
    if _is_of_the_past(token):
        return Side.PAST
    side = side_of_verb(token) if token.pos_ in VERBAL else None
    if side is Side.FUTURE and not _is_told_to_come(token) and _heads_an_item(parsed, span):
        return Side.OPEN  # "- 3 May: The council holds a session", in a chronicle as in a calendar
    if (
        side is Side.FUTURE
        and is_modifier
        and not any(child.lower_ in _AHEAD_AUXILIARIES for child in token.children)
    ):
        return Side.OPEN  # "follows Tuesday's declaration"
    # "was restored by Monday", not "asked for it by Monday"
    is_over = preposition == "by" and token.tag_ == "VBN"
    if side is None or (side is Side.PAST and preposition in _AHEAD_PREPOSITIONS | {"of"} and not is_over):
        return Side.OPEN
    return side


def _is_told_to_come(verb: Token) -> bool:
    """Whether more than a present tense tells that something lies ahead: "will meet", "is to meet", "is planned"."""
    return verb.tag_ not in ("VBZ", "VBP") or any(c.lower_ in _AHEAD_AUXILIARIES for c in verb.children)


def _heads_an_item(parsed: ParsedDocument, span: Span) -> bool:
    """Whether an expression opens a line and a colon follows: "3 May:", "- Monday 5 June:"."""
    text = parsed.doc.text
    line = text.rfind("\n", 0, span.start) + 1
    return (
        not any(map(str.isalnum, text[line : span.start]))
        and text[span.end : span.end + 2].lstrip()[:1] == ":"
    )


def side_of_verb(verb: Token) -> Optional[Side]:
    """Whether a verb tells of something ahead ("will meet", "is to meet", "plans to meet", "meets") or behind.

    None when it says neither.
    """
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {aux.lower_ for aux in auxiliaries}
    if words & _AHEAD_AUXILIARIES:
        return Side.FUTURE
    if verb.lemma_.lower() in _APPOINTING:
        return Side.FUTURE  # "has scheduled a hearing Thursday"
    if words & {"would", "could", "should", "might", "may", "can", "must"} and "have" not in words:
        return Side.PAST if "could" in words and _is_denied(verb) else Side.FUTURE
    if words & {"have", "has", "had", "'ve", "was", "were", "did"}:
        return Side.PAST
    governor = verb.head
    governed = governor.i != verb.i and verb.dep_ != "ROOT"
    if any(aux.tag_ == "TO" for aux in auxiliaries) and governed:
        if governor.lemma_.lower() in _AHEAD_VERBS or governor.lower_ in _IS | {"due"}:
            return Side.FUTURE
        return Side.FUTURE if governor.pos_ in VERBAL and side_of_verb(governor) is Side.FUTURE else None
    if verb.tag_ == "VBN" and verb.lemma_.lower() in _AHEAD_VERBS and words & _IS:
        return Side.FUTURE  # "is expected on Friday"
    if verb.tag_ == "VBN" and verb.lemma_.lower() in _FIXED and verb.dep_ == "acl":
        return Side.FUTURE  # "a summit set for April", but "a truce agreed in April"
    if verb.tag_ == "VBN" and words & _IS:
        return None
    if verb.tag_ in ("VBD", "VBN"):
        return Side.PAST
    if verb.tag_ == "VBG" and words & _IS:
        return Side.FUTURE
    if verb.tag_ in ("VBP", "VBZ"):
        return Side.FUTURE if verb.lemma_.lower() in _TIMETABLED else None
    if verb.tag_ in ("VB", "VBG") and governed and governor.pos_ in VERBAL:
        return side_of_verb(governor)
    return None


def is_ahead(verb: Token) -> bool:
    """Whether a verb fixes or plans what lies ahead: "planned for Friday", "scheduled", "expected"."""
    return verb.lemma_.lower() in _FIXED | _APPOINTING


def _is_of_the_past(verb: Token) -> bool:
    """As in "accused of bombing", "after leaving": the gerund tells of what is over."""
    if verb.dep_ != "pcomp" or verb.tag_ != "VBG":
        return False
    preposition = verb.head
    return preposition.lower_ in ("after", "since") or preposition.head.lemma_.lower() in ABOUT_A_DEED


def _is_denied(verb: Token) -> bool:
    """As in "could not be reached", "neither could be reached": that is over."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    return any(child.dep_ == "neg" for child in verb.children) or any(
        word.lower_ in ("neither", "none", "nobody", "no") for subject in subjects for word in subject.subtree
    )


def clause_of(token: Token) -> Token:
    """The verb that heads the token's clause, or the sentence's root."""
    while token.head.i != token.i and not (token.pos_ in VERBAL and token.dep_ not in ("aux", "auxpass")):
        token = token.head
    return token


def is_introduced_by(clause: Token, words: Collection[str]) -> bool:
    """Whether a clause begins with one of these words: "after gunmen killed ten", "because it was late"."""
    return any(child.dep_ == "mark" and child.lower_ in words for child in clause.children)


def tense_of(token: Token) -> Tense:
    """The tense of the finite verb above a token."""
    verb = clause_of(token)
    while verb.tag_ in ("VBG", "VB") and verb.head.i != verb.i and not _is_finite(verb):
        verb = clause_of(verb.head)
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {aux.lower_ for aux in auxiliaries}
    if words & {"will", "'ll", "shall", "would"}:
        return Tense.AHEAD
    if words & {"has", "have", "'ve"}:
        return Tense.PERFECT
    if words & {"had", "having"}:
        return Tense.PLUPERFECT
    if verb.tag_ in ("VBZ", "VBP") or any(aux.tag_ in ("VBZ", "VBP") for aux in auxiliaries):
        return Tense.PRESENT
    return Tense.PAST


def _is_finite(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in verb.children)
