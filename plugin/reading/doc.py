"""A parsed text as plain objects: its words, sentences and names.

spaCy keeps a parse in C and makes a new object for each token, and a new string for each attribute, whenever it is
asked. The rules ask the same of the same words over and over, so everything is taken over once and kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import category

from .tokens import Token


class TokenSpan:
    """A stretch of tokens ``[start, end)``; `label_` is the kind of name when it is one."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label_: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label_

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, at: int) -> Token:
        return self.doc[self.end + at if at < 0 else self.start + at]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Its first character."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """The character behind its last."""
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its characters."""
        return self.doc.text_of(self.start, self.end)

    @property
    def root(self) -> Token:
        """The token that hangs highest in the sentence, of several the first."""
        tops = [token for token in self if not self.start <= token.head.i < self.end or token.head is token]
        return min(tops, key=_depth) if len(tops) > 1 else tops[0]


class Doc(list[Token]):
    """A parsed text: its tokens in order; made empty, then filled.

    Parameters
    ----------
    text : str
        All its characters.

    Attributes
    ----------
    words, low : list of str
        The texts of the tokens, as written and in lower case.
    sents : list of TokenSpan
        The sentences, end to end over all tokens.
    ents : list of TokenSpan
        What the language model marks as names, dates and figures, with their kinds.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.words: list[str] = []
        self.low: list[str] = []
        self.sents: list[TokenSpan] = []
        self.ents: list[TokenSpan] = []
        self._starts: list[int] = []

    def fill(
        self,
        tokens: Iterable[Token],
        heads: Sequence[int],
        sentences: Iterable[tuple[int, int]],
        names: Iterable[tuple[int, int, str]],
    ) -> None:
        """Take over the tokens, with the index of each one's head, and the sentences and names ``[start, end)``."""
        self.extend(tokens)
        self.words = [token.text for token in self]
        self.low = [token.lower_ for token in self]
        self._starts = [token.idx for token in self]
        below: dict[int, list[Token]] = {}
        for token, head in zip(self, heads):
            if head != token.i:
                token.head = self[head]
                below.setdefault(head, []).append(token)
        for at, children in below.items():
            self[at].children = tuple(children)
        for start, end in sentences:
            sentence = self.span(start, end)
            self.sents.append(sentence)
            for token in self[start:end]:
                token.sent = sentence
        self.ents = [TokenSpan(self, *name) for name in names]

    def rehang(self, heads: Mapping[Token, tuple[Token, str]]) -> None:
        """Hang tokens elsewhere: each on the head and by the relation given; on itself what becomes a top."""
        touched: set[int] = set()
        for token, (head, relation) in heads.items():
            touched |= {token.head.i, head.i}
            token.head, token.dep_ = head, relation
        for at in touched:
            sentence = self[at].sent
            self[at].children = tuple(t for t in sentence if t.head is self[at] and t is not self[at])

    def span(self, start: int, end: int) -> TokenSpan:
        """The tokens ``[start, end)`` as one stretch."""
        return TokenSpan(self, start, end)

    def text_of(self, start: int, end: int) -> str:
        """The characters of the tokens ``[start, end)``, as far as there are any."""
        end = min(end, len(self))
        return (
            self.text[self._starts[start] : self._starts[end - 1] + len(self.words[end - 1])]
            if start < end
            else ""
        )

    def number_at(self, offset: int) -> int:
        """Index of the token that holds the character, or of the last one that starts before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def touched(self, start: int, end: int) -> TokenSpan:
        """The tokens that the characters ``[start, end)`` touch; ValueError when there are none."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no token stands at characters {start} to {end}")
        first = self.number_at(start)
        if start >= self._starts[first] + len(self.words[first]):
            first += 1  # a blank is no part of the token before it
        return TokenSpan(self, first, max(first, self.number_at(end - 1)) + 1)


def _depth(token: Token) -> tuple[bool, int]:
    """How far down the tree it hangs; signs and blanks that nothing hangs on come after words, in text order."""
    is_leaf = token.head is not token and not token.children
    is_sign = is_leaf and all(char.isspace() or category(char)[0] == "P" for char in token.text)
    return is_sign, 0 if is_sign else sum(1 for _ in token.ancestors)
