"""The word that a time belongs to, where the parser hangs it on one that grammar rules out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ...core.mentions import Timex
from ..closed_classes import SUBJECTS, VERBAL
from ..parsed import ParsedDocument
from ..tokens import Token
from .saying_words import TOLD
from .tense import clause_of

_PERFECT = frozenset(("has", "have", "'ve"))
# With these the perfect takes a time: "has said so since May", "has met him twice in the past week".
_UP_TO_NOW = frozenset("since by until till for over within during".split())
_NAMES = "times/calendar/"  # rules for what names a time by its date


def noun_named_by(parsed: ParsedDocument, timex: Timex) -> Optional[Token]:
    """The noun that a day names: "the Dec. 21, 1988, bombing", whose second comma leads parsers astray; else None."""
    tokens = parsed.tokens_of(timex.span)
    if timex.when is None or not timex.when.is_day_or_finer or not timex.provenance.rule.startswith(_NAMES):
        return None
    doc, at = parsed.doc, tokens.end
    if tokens[0].lower_ != "the" and (not tokens.start or doc[tokens.start - 1].lower_ != "the"):
        return None
    if at < len(doc) and doc[at].text == ",":
        at += 1
    noun: Optional[Token] = None
    while at < len(doc) and doc[at].tag_ in ("NN", "NNS"):
        noun, at = doc[at], at + 1
    return noun


def rightly_hung(word: Token, prepositions: Sequence[str], inside: frozenset[int], is_over: bool) -> Token:
    """The word that a time belongs to: `word`, to which the parser hangs it, or the one that grammar asks for.

    `prepositions` stand between them, `inside` are the tokens of the time; `is_over` whether it lies before the report.
    """
    if word.pos_ not in VERBAL:
        return word
    return (
        _telling_before(word, min(inside), max(inside))
        or (_participle_before(word, prepositions, min(inside)) if is_over else None)
        or word
    )


def _telling_before(verb: Token, first: int, last: int) -> Optional[Token]:
    """As in "said on Tuesday (that) they had arrested ten": right behind it, and before who did what is told."""
    before = verb.doc[first - 1] if first else verb
    if before.pos_ == "ADP" and before.i:
        before = before.nbor(-1)
    if before.pos_ not in VERBAL or before.lemma_.lower() not in TOLD or clause_of(verb.head).i != before.i:
        return None
    has_subject_behind = any(child.dep_ in SUBJECTS and child.i > last for child in verb.children)
    return before if verb.dep_ == "ccomp" and has_subject_behind else None


def _participle_before(verb: Token, prepositions: Sequence[str], first: int) -> Optional[Token]:
    """As in "has sent a team to find a man kidnapped two years ago": the perfect takes no time that is over."""
    if _UP_TO_NOW & set(prepositions) or verb.i > first:
        return None
    if not any(child.lower_ in _PERFECT and child.dep_ == "aux" for child in verb.children):
        return None
    for token in reversed(verb.doc[verb.i + 1 : first]):
        is_told_of_it = (token.dep_ == "acl" and token.tag_ == "VBN") or (
            token.dep_ == "relcl" and token.tag_ in ("VBD", "VBN")
        )
        if token.dep_ == "conj" and token.tag_ == "VBN":
            is_told_of_it = token.head.dep_ == "acl"  # "a man kidnapped and killed two years ago"
        if is_told_of_it and verb.is_ancestor(token):
            return token
    return None
