"""More than memory should hold: values laid aside in a file that is gone when the work ends, however it ends."""

from __future__ import annotations

import pickle
import tempfile
import weakref
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, Union, overload

from ..core.errors import OutputError

_AT_HAND = 256  # items of a long list that memory holds
REPORTS_AT_HAND = 16  # of a list of reports, which may be long
_NOT_YET = -1  # instead of a place in the file
Item = TypeVar("Item")


class Aside:
    """Values in a file without a name, found again by their place in it.

    Parameters
    ----------
    compressed : bool
        Whether room counts more than time, as for what is read once.
    """

    def __init__(self, *, compressed: bool = False) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the work
        self._end = 0
        self._compressed = compressed
        self.close = weakref.finalize(self, self._file.close)

    def put(self, value: object) -> int:
        """Where the value lies now.

        Raises
        ------
        OutputError
            When there is no room for it.
        """
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        if self._compressed:
            data = zlib.compress(data, 1)
        place = self._end
        try:
            self._file.seek(place)
            self._end += self._file.write(len(data).to_bytes(8, "big") + data)
        except OSError as error:
            raise OutputError(
                f"What was read cannot be laid aside in {tempfile.gettempdir()}: {error.strerror}. Make room there, or "
                "name another folder in the environment variable TMPDIR."
            ) from error
        return place

    def get(self, place: int) -> Any:
        """The value that lies there."""
        self._file.seek(place)
        data = self._file.read(int.from_bytes(self._file.read(8), "big"))
        return pickle.loads(zlib.decompress(data) if self._compressed else data)


class LongList(Sequence[Item]):
    """A list of which memory holds the items that were used last, and for each other one no more than 8 bytes.

    Parameters
    ----------
    aside : Aside
        Where the others lie. Items must not change while they are in the list.
    at_hand : int
        How many memory holds.
    """

    def __init__(self, aside: Aside, at_hand: int = _AT_HAND) -> None:
        self._aside = aside
        self._most = at_hand
        self._places = array("q")
        self._at_hand: OrderedDict[int, Item] = OrderedDict()

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Item: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...

    def __getitem__(self, at: Union[int, slice]) -> Union[Item, Sequence[Item]]:
        numbers = range(len(self._places))[at]
        return self._item(numbers) if isinstance(numbers, int) else [self._item(n) for n in numbers]

    def __iter__(self) -> Iterator[Item]:
        """All items in order; who goes through them once does not change what memory holds."""
        for number, place in enumerate(self._places):
            yield self._at_hand[number] if number in self._at_hand else self._aside.get(place)

    def __setitem__(self, at: int, item: Item) -> None:
        number = range(len(self._places))[at]
        self._places[number] = _NOT_YET
        self._hold(number, item)

    def append(self, item: Item) -> None:
        """Put an item at the end."""
        self._places.append(_NOT_YET)
        self._hold(len(self._places) - 1, item)

    def _item(self, number: int) -> Item:
        if number in self._at_hand:
            self._at_hand.move_to_end(number)
            return self._at_hand[number]
        item: Item = self._aside.get(self._places[number])
        self._hold(number, item)
        return item

    def _hold(self, number: int, item: Item) -> None:
        self._at_hand[number] = item
        self._at_hand.move_to_end(number)
        if len(self._at_hand) > self._most:
            oldest, value = self._at_hand.popitem(last=False)
            if self._places[oldest] == _NOT_YET:
                self._places[oldest] = self._aside.put(value)


def laid_aside(items: Iterable[Item], at_hand: int) -> LongList[Item]:
    """The items in a file of their own, that is gone with the list."""
    found: LongList[Item] = LongList(Aside(compressed=True), at_hand)
    for item in items:
        found.append(item)
    return found
