"""Members of a series whose noun is left out: "several attacks, one on a hotel and another a week later on a road".

A parser rarely makes out what hangs on such a member (in "another ten days later" it gives "another" to the days),
while the order of words is plain: what follows a member, up to the next, is said of it. So members are recognised by
their words, and what the parse hangs elsewhere is hung on them before anybody reads it.
"""

from __future__ import annotations

from collections.abc import Sequence

from .closed_classes import PLURAL, TIMES, VERBAL
from .doc import Doc
from .tokens import Token

_FIRST_MEMBERS = frozenset(("one", "first", "another"))
_LATER_MEMBERS = frozenset("one another other others second third fourth fifth sixth latter last".split())
MEMBERS = _FIRST_MEMBERS | _LATER_MEMBERS  # words that stand for one of several
_BEHIND_AN_ARTICLE = (_LATER_MEMBERS - {"one", "another"}) | {"first"}
_ARTICLES = frozenset(("a", "an", "the"))
_UNITS = frozenset("minute minutes hour hours day days week weeks month months year years".split())
_AWAY = frozenset(("later", "earlier", "after", "before", "ago"))
_DAYS = frozenset("yesterday today this last late early".split())
_NO_MEMBER_BEFORE = frozenset(("of", "or", "by", "than", "another", "after"))
_OPENS = frozenset(("including", "with", ":", ",", "-", "\u2013", "\u2014", ";", "("))
_BREAKS = frozenset((";", ":", "\u2014", ")"))
_CLAUSES = frozenset(("ROOT", "conj", "ccomp", "parataxis"))
_BETWEEN_MEMBERS = frozenset(("punct", "cc"))
_MODIFIERS = frozenset("prep advmod npadvmod relcl acl advcl amod".split())
_FARTHEST_OPENING = 15  # tokens between the plural noun and the first member
_LONGEST_TIME = 5  # tokens of "about two and a half weeks" before "later"


def series_of(noun: Token) -> tuple[Token, ...]:
    """The words that stand for single ones of a plural noun, in the rest of its sentence; empty when none does.

    The first follows "including", "with", a colon, a dash or a comma; one alone must follow "including".
    """
    if noun.tag_ not in PLURAL:
        return ()
    members: list[Token] = []
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.lower_ in (_LATER_MEMBERS if members else _FIRST_MEMBERS) and _stands_alone(token):
            members.append(token)
    if not members or members[0].i - noun.i > _FARTHEST_OPENING:
        return ()
    between = {token.lower_ for token in noun.doc[noun.i + 1 : members[0].i]}
    if not between & _OPENS or (len(members) == 1 and "including" not in between):
        return ()
    return tuple(members)


def are_listed(first: Token, second: Token) -> bool:
    """Whether two nouns of a sentence are told side by side, and so are two: "a raid on X and the port attack"."""
    if first.i > second.i:
        first, second = second, first
    between = first.doc[first.i + 1 : second.i]
    is_list = any(word.lower_ in ("and", "or") for word in between)
    is_of_nouns = first.pos_ == "NOUN" and second.pos_ == "NOUN"
    return is_list and is_of_nouns and not any(word.pos_ in VERBAL for word in between)


def hang_members(doc: Doc) -> None:
    """Hang what is said of a member of a series on it, and the members on the noun that they stand for."""
    for sentence in doc.sents:
        words = doc.low[sentence.start : sentence.end]
        if _FIRST_MEMBERS.isdisjoint(words):
            continue
        nouns = [token for token in sentence if token.tag_ in PLURAL]
        series = next(((noun, found) for noun in reversed(nouns) if (found := series_of(noun))), None)
        if series is not None:
            _hang(*series)


def _hang(noun: Token, members: Sequence[Token]) -> None:
    ends = [*(member.i for member in members[1:]), _end_of(noun, members[-1])]
    tied = {noun.i, *(above.i for above in noun.ancestors)}
    spans = [range(member.i + 1, end) for member, end in zip(members, ends)]
    if any(i in tied for span in spans for i in (span.start - 1, *span)):
        return  # each member has a verb of its own: "one in Gao killed five and another in Kidal three"
    doc = noun.doc
    first = members[0]
    hung: dict[Token, tuple[Token, str]] = {}
    for member, span in zip(members, spans):
        if member is not first or any(above.i > first.i for above in first.ancestors if above.i not in tied):
            hung[member] = (noun, "appos")
        for token in doc[span.start : span.stop]:
            is_within = token.head is member or (token.head.i in span and not _is_dated(token))
            if not is_within and token.dep_ not in _BETWEEN_MEMBERS and not _is_article_of_next(token, ends):
                hung[token] = (member, token.dep_ if token.dep_ in _MODIFIERS else "npadvmod")
    doc.rehang(hung)


def _is_dated(token: Token) -> bool:
    """Whether a preposition brings a day or hour: "one at a market in May" says when that one was, not the market."""
    return token.dep_ == "prep" and any(
        child.dep_ == "pobj" and child.ent_type_ in TIMES for child in token.children
    )


def _is_article_of_next(token: Token, ends: Sequence[int]) -> bool:
    return token.lower_ in _ARTICLES and token.i + 1 in ends


def _end_of(noun: Token, last: Token) -> int:
    """Index of the token behind what is said of the last member: a clause of its own begins, or the sentence ends."""
    doc = noun.doc
    above = set(noun.ancestors)
    comma = None
    for token in doc[last.i + 1 : noun.sent.end]:
        if token.lower_ == ",":
            comma = token.i
        if token.lower_ in _BREAKS:
            return token.i
        is_clause = token.pos_ in VERBAL and token.dep_ in _CLAUSES and not _is_in_relative(token, last)
        if token in above or is_clause:
            first = min(c.i for c in (token, *token.children) if c.i > last.i)
            return first if comma is None else comma
    return noun.sent.end


def _is_in_relative(token: Token, last: Token) -> bool:
    """Whether a verb is coordinated within a relative clause: "that killed five and wounded six"."""
    return any(above.dep_ in ("relcl", "acl") and above.i > last.i for above in token.ancestors)


def _stands_alone(token: Token) -> bool:
    """Whether a word as "one" or "another" has no noun of its own, by what stands around it."""
    doc = token.doc
    before = doc[token.i - 1].lower_ if token.i else ""
    if token.lower_ in _BEHIND_AN_ARTICLE and before not in _ARTICLES:
        return False
    if token.lower_ == "one" and before in _NO_MEMBER_BEFORE | _ARTICLES:
        return False
    following = doc[token.i + 1 : token.i + 2]
    if not following or following[0].lower_ in _NO_MEMBER_BEFORE:
        return False
    word = following[0]
    if word.tag_ in ("IN", "WDT", "WRB", "VBN", "VBG", "RB", "TO") or word.lower_ in _DAYS:
        return True
    if word.lower_ in (",", "(") and token.lower_ != "one":
        return True
    return _is_a_time(doc[token.i + 1 : token.i + 1 + _LONGEST_TIME + 1])


def _is_a_time(words: Sequence[Token]) -> bool:
    """Whether words begin with a length of time that leads away: "two weeks later", "a day earlier"."""
    return any(unit.lower_ in _UNITS and away.lower_ in _AWAY for unit, away in zip(words, words[1:]))
