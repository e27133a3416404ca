"""The parse as plain objects: words with what the language model says of them, under spaCy's names.

spaCy keeps a parse in C and makes a new object for each token, and a new string for each attribute, whenever it is
asked. The rules ask the same of the same words over and over, so everything is taken over once and kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import category


class Token:
    """A word or sign; made with its document, and not changed once that is handed out.

    Parameters
    ----------
    doc : Doc
        The parse that it is a part of.
    i, idx : int
        Which token it is, and its first character.
    text, lower_, lemma_ : str
        As written, in lower case, and as it stands in a dictionary.
    pos_, tag_, dep_ : str
        Its part of speech (coarse, fine) and its relation to `head`.
    ent_type_, ent_iob_ : str
        The kind of name that it is a part of, and whether it begins it ("B"), goes on with it ("I") or neither.
    whitespace_ : str
        The blank behind it, if there is one.
    head : Token
        What it hangs on; itself at the top of its sentence.
    children : tuple of Token
        What hangs on it, in text order.
    sent : TokenSpan
        Its sentence.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    sent: TokenSpan

    def __init__(
        self,
        doc: Doc,
        i: int,
        idx: int,
        text: str,
        lower_: str,
        lemma_: str,
        pos_: str,
        tag_: str,
        dep_: str,
        ent_type_: str,
        ent_iob_: str,
        whitespace_: str,
    ) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = lower_
        self.lemma_ = lemma_
        self.pos_ = pos_
        self.tag_ = tag_
        self.dep_ = dep_
        self.ent_type_ = ent_type_
        self.ent_iob_ = ent_iob_
        self.whitespace_ = whitespace_
        self.head = self
        self.children: tuple[Token, ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def is_alpha(self) -> bool:
        """Whether it consists of letters."""
        return self.text.isalpha()

    @property
    def is_space(self) -> bool:
        """Whether it consists of blanks and line breaks."""
        return self.text.isspace()

    @property
    def lefts(self) -> tuple[Token, ...]:
        """What hangs on it and stands before it."""
        return tuple(child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> tuple[Token, ...]:
        """What hangs on it and stands behind it."""
        return tuple(child for child in self.children if child.i > self.i)

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all that hangs on it, directly or not, in the order of the tree."""
        if not self.children:
            yield self
            return
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return min(self.subtree, key=lambda token: token.i)

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return max(self.subtree, key=lambda token: token.i)

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, what that hangs on, and so on to the top of the sentence."""
        at = self
        while at.head is not at:
            at = at.head
            yield at

    def is_ancestor(self, other: Token) -> bool:
        """Whether the other token hangs on it, directly or not."""
        return any(above is self for above in other.ancestors)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other words of its coordination ("A, B and C")."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        members = [first]
        for member in members:
            members += [child for child in member.rights if child.dep_ == "conj"]
        return tuple(member for member in members if member is not self)

    def nbor(self, steps: int = 1) -> Token:
        """The token so many steps behind it, or before it if negative."""
        return self.doc[self.i + steps]


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
        """Hang tokens elsewhere: each on the head and by the relation given; no token may come to hang on itself."""
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
