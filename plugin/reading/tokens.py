"""A word of a parse as a plain object, with what the language model says of it under spaCy's names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .doc import Doc, TokenSpan


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
        is_told = False
        for child in self.children:
            if not is_told and child.i > self.i:
                is_told = True
                yield self
            if child.children:
                yield from child.subtree
            else:
                yield child
        if not is_told:
            yield self

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
