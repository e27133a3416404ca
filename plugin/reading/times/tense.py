"""On which side of the report a time lies, as the verb that governs it tells."""

from __future__ import annotations

from spacy.tokens import Token

from ...core.report import Span
from ..parsed import ParsedDocument
from .expression import Side

_AHEAD_AUXILIARIES = frozenset("will 'll wo shall ll".split())
_AHEAD_VERBS = frozenset(
    "plan expect schedule intend aim hope promise prepare vow pledge agree decide want need seek ask urge call set due "
    "invite threaten propose go slate".split()
)
_PAST_TAGS = frozenset(("VBD", "VBN"))
_VERBAL = frozenset(("VERB", "AUX"))


def side_of(parsed: ParsedDocument, span: Span) -> Side:
    """PAST, unless the verb above the expression tells of something ahead."""
    token = parsed.head_of(span)
    inside = {t.i for t in parsed.tokens_of(span)}
    verb = _verb_above(token, inside)
    return Side.PAST if verb is None else side_of_verb(verb)


def _verb_above(token: Token, inside: set[int]) -> Token | None:
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in _VERBAL and token.i not in inside:
            return token
    return token if token.pos_ in _VERBAL else None


def side_of_verb(verb: Token) -> Side:
    """Whether a verb tells of something ahead: "will meet", "is to meet", "plans to meet", "meets"."""
    children = list(verb.children)
    auxiliaries = [child for child in children if child.dep_ in ("aux", "auxpass")]
    if any(aux.lower_ in _AHEAD_AUXILIARIES for aux in auxiliaries):
        return Side.FUTURE
    if any(aux.tag_ == "VBD" or aux.lower_ in ("have", "has", "had", "'ve") for aux in auxiliaries):
        return Side.PAST
    has_to = any(aux.tag_ == "TO" for aux in auxiliaries)
    governor = verb.head
    if has_to and governor.i != verb.i and governor.pos_ in _VERBAL | {"ADJ", "NOUN"}:
        if governor.lemma_.lower() in _AHEAD_VERBS or governor.lower_ in ("is", "are", "'s", "due", "plan", "plans"):
            return Side.FUTURE if not _is_long_past(governor) else Side.PAST
        return side_of_verb(governor) if governor.pos_ in _VERBAL else Side.PAST
    if verb.tag_ in _PAST_TAGS and not auxiliaries:
        return Side.PAST
    if verb.tag_ == "VBN" and verb.lemma_.lower() in _AHEAD_VERBS:
        return Side.FUTURE  # "is expected on Friday"
    if verb.tag_ in ("VB", "VBP", "VBZ") and verb.lemma_ not in ("say", "be", "have", "report", "tell"):
        return Side.FUTURE if any(aux.tag_ == "MD" for aux in auxiliaries) or verb.tag_ != "VB" else Side.PAST
    if verb.tag_ == "VBG" and any(aux.tag_ in ("VBZ", "VBP") for aux in auxiliaries):
        return Side.FUTURE
    if verb.dep_ in ("xcomp", "ccomp", "conj", "advcl", "pcomp") and not auxiliaries and governor.pos_ in _VERBAL and governor.i != verb.i:
        return side_of_verb(governor) if verb.tag_ in ("VB", "VBG") else Side.PAST
    return Side.PAST


def _is_long_past(verb: Token) -> bool:
    return any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children)
