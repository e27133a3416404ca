"""Numbers found under keys, as a dict of lists has them, in a tenth of its room."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

_NONE = -1
_FEWEST = 1024  # slots; a power of two


class BlockIndex:
    """Which events wait in which block.

    Blocks are 64-bit numbers and lie in a hash table with open addressing; the events of a block are a chain. That is
    25 to 50 bytes for a block and 8 for each event in it.
    """

    def __init__(self) -> None:
        self._blocks = array("q", [0]) * _FEWEST
        self._last = array("i", [_NONE]) * _FEWEST  # for each slot the end of its chain
        self._n_used = 0
        self._events = array("i")
        self._before = array("i")  # for each link of a chain the one before it

    def add(self, block: int, event: int) -> None:
        """Let an event wait in a block; once, for it is not looked whether it does already."""
        slot = self._slot(block)
        if self._last[slot] == _NONE:
            if 2 * self._n_used >= len(self._blocks):
                self._grow()
                slot = self._slot(block)
            self._blocks[slot] = block
            self._n_used += 1
        self._before.append(self._last[slot])
        self._last[slot] = len(self._events)
        self._events.append(event)

    def waiting_in(self, blocks: Iterable[int]) -> set[int]:
        """The events that wait in any of the blocks; they are hundreds for each event, so nothing is called here."""
        numbers, last, events, before = self._blocks, self._last, self._events, self._before
        most = len(numbers) - 1
        found: set[int] = set()
        for block in blocks:
            slot = block & most
            while (at := last[slot]) != _NONE and numbers[slot] != block:
                slot = (slot + 1) & most
            while at != _NONE:
                found.add(events[at])
                at = before[at]
        return found

    def _slot(self, block: int) -> int:
        """Where a block is, or would be."""
        most = len(self._blocks) - 1
        slot = block & most
        while self._last[slot] != _NONE and self._blocks[slot] != block:
            slot = (slot + 1) & most
        return slot

    def _grow(self) -> None:
        blocks, last = self._blocks, self._last
        self._blocks = array("q", [0]) * (2 * len(blocks))
        self._last = array("i", [_NONE]) * (2 * len(last))
        for block, end in zip(blocks, last):
            if end != _NONE:
                slot = self._slot(block)
                self._blocks[slot], self._last[slot] = block, end
