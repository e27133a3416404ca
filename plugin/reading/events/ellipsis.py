"""Events whose noun is left out: "several attacks, including one on a hotel and another on a road" is two."""

from __future__ import annotations

from collections.abc import Iterable

from ..tokens import Token

_ONE_OF_THEM = frozenset(("one", "another", "other", "first", "second", "third", "latter", "former"))


def elliptic_events(noun: Token, sentence: Iterable[Token]) -> tuple[Token, ...]:
    """The pronouns in the rest of the sentence that stand for single ones of a plural event noun.

    The first must follow "including", a colon, a dash or a comma; empty when none does, and then the plural itself is
    the event.
    """
    if noun.tag_ not in ("NNS", "NNPS"):
        return ()
    found = [t for t in sentence if t.i > noun.i and t.lower_ in _ONE_OF_THEM and not _has_noun(t)]
    if not found:
        return ()
    between = noun.doc[noun.i + 1 : found[0].i]
    opened = any(t.lower_ in ("including", "of", "with") or t.text in ":,-(;" for t in between)
    return tuple(found) if opened else ()


def _has_noun(token: Token) -> bool:
    """Whether the word stands before a noun of its own ("another attack", "one man") or is none of them ("one of")."""
    if token.dep_ in ("det", "amod", "nummod", "compound", "quantmod") and token.head.i > token.i:
        return True
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is not None and following.lower_ == "of"
