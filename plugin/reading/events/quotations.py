"""Who speaks inside quotation marks, also where the speaker is named a paragraph before."""

from __future__ import annotations

from collections import defaultdict
from typing import Optional

from ..parsed import ParsedDocument
from ..tokens import Token
from .governing import governor_class
from .subjects import subject_of
from .voice import is_passive

_QUOTE = '"'


class Quotations:
    """The quoted stretches of a document and their speakers.

    A quotation that runs over several paragraphs is opened anew in each and closed in the last, so an open one ends
    with its paragraph; the speaker of a paragraph that names none is that of the paragraph before.
    """

    def __init__(self, parsed: ParsedDocument) -> None:
        self._quoted: list[tuple[int, int, Optional[Token]]] = []
        paragraphs: dict[int, list[Token]] = defaultdict(list)
        for sentence in parsed.sentences:
            paragraphs[sentence.paragraph] += list(parsed.sentence_tokens(sentence))
        speaker: Optional[Token] = None
        for tokens in paragraphs.values():
            stretches = _stretches(tokens)
            named = _speaker(tokens, stretches)
            opens = bool(stretches) and tokens[0].idx >= stretches[0][0]
            speaker = named or (speaker if opens else None)
            self._quoted += [(start, end, speaker) for start, end in stretches]

    def speaker_at(self, offset: int) -> Optional[Token]:
        """The head of the name of who speaks at an offset; None outside of quotation marks or when nobody is named."""
        return next((who for start, end, who in self._quoted if start <= offset < end), None)


def _stretches(tokens: list[Token]) -> list[tuple[int, int]]:
    marks = [t.idx for t in tokens if t.text == _QUOTE]
    end = tokens[-1].idx + len(tokens[-1])
    return [
        (start, marks[at + 1] if at + 1 < len(marks) else end)
        for at, start in enumerate(marks)
        if at % 2 == 0
    ]


def _speaker(tokens: list[Token], quoted: list[tuple[int, int]]) -> Optional[Token]:
    """The subject of the first verb of saying outside of quotation marks."""
    for token in tokens:
        if token.pos_ != "VERB" or any(start <= token.idx < end for start, end in quoted):
            continue
        if governor_class(token) in ("report", "claim") and not is_passive(token):
            subject = subject_of(token)
            if subject is not None:
                return subject
    return None
