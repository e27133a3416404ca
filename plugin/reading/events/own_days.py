"""When a figure's own clause says that it was: "in 2021, 46 people died" counts nobody whom this week's raid killed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Optional

from ...core.mentions import Timex
from ...core.timespan import TimeSpan
from ..closed_classes import VERBAL
from ..links import TimeLink
from ..parsed import ParsedDocument
from ..tokens import Token
from .counts import Casualties

_WHEN = frozenset("prep npadvmod advmod".split())
_DIE_LATER = timedelta(days=31)  # of wounds; a later day than that is another deed's


class OwnDays:
    """The days that the clauses of figures tell, beside those of the deeds they may belong to."""

    def __init__(
        self, parsed: ParsedDocument, timexes: Sequence[Timex], times: Sequence[Optional[TimeLink]]
    ) -> None:
        self._doc = parsed.doc
        self._times = times
        self._when: dict[int, TimeSpan] = {
            token.i: timex.when
            for timex in timexes
            if timex.when is not None and timex.when.start is not None
            for token in parsed.tokens_of(timex.span)
        }

    def part(self, item: Casualties, deed: int) -> bool:
        """Whether a figure is told of another time than the deed with that number, which another sentence tells.

        Who dies some days later is still of the deed. One of which only the end is known lies within a month before it.
        """
        when, time = self._of(self._doc[item.token]), self._times[deed]
        if when is None or when.start is None or when.end is None or time is None:
            return False
        begins, ends = time.when.start, time.when.end
        if begins is None:
            return ends is not None and when.end < ends - _DIE_LATER
        if when.overlaps(time.when):
            return False
        return when.start < begins or when.start - begins > _DIE_LATER

    def _of(self, told: Token) -> Optional[TimeSpan]:
        verb = next((t for t in (told, *told.ancestors) if t.pos_ in VERBAL), None)
        while verb is not None:
            for child in verb.children:
                if child.dep_ in _WHEN:
                    for token in child.subtree:
                        if token.i in self._when:
                            return self._when[token.i]
            verb = verb.head if verb.dep_ == "conj" else None
        return None
