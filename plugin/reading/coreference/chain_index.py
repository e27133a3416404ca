"""Which chains a telling is compared with: those near it, and from afar those that share something telling with it.

In a long document most tellings of a kind have nothing in common, so all with all would be very many comparisons for
nothing. What is left out here could not have been like enough: a telling far from a chain loses a point, and without a
shared name, figure, known noun or the like at most two are to be had (see `identity`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from .evidence import Evidence
from .identity import FAR, Linked
from .mentions import EventMention, Form
from .parties import Party

_Key = tuple[object, ...]


@dataclass
class OpenChain:
    """Tellings of one event, as far as the document is read; each with why it was taken in."""

    members: list[Linked]
    reasons: list[str]
    everybody: Party
    number: int

    @property
    def last(self) -> EventMention:
        """Its last telling."""
        return self.members[-1].mention


@dataclass
class ChainIndex:
    """The chains of one kind and stance, in order of their first tellings."""

    chains: list[OpenChain] = field(default_factory=list)
    _under: dict[_Key, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))
    _recent: dict[int, None] = field(default_factory=dict)  # numbers of chains, the one told last at the end

    def begin(self, first: Linked) -> None:
        """Begin a chain."""
        self.chains.append(OpenChain([first], [""], first.mention.struck, len(self.chains)))
        self._keep(self.chains[-1], first)

    def join(self, chain: OpenChain, later: Linked, why: str) -> None:
        """Take a telling into a chain."""
        chain.members.append(later)
        chain.reasons.append(why)
        chain.everybody = chain.everybody.together(later.mention.struck)
        self._keep(chain, later)

    def compared_with(self, later: Linked) -> Iterator[OpenChain]:
        """The chains that a telling may be like enough, in order of their first tellings."""
        told = later.mention
        settled = (told.day, told.place).count(Evidence.FIRM)
        if _points_back_alone(told) and settled:
            yield from self.chains
            return
        found = dict.fromkeys(self._near(told))
        for key in _sought(told, settled):
            found.update(self._under.get(key, {}))
        yield from (self.chains[number] for number in sorted(found))

    def _near(self, told: EventMention) -> Iterator[int]:
        for number in reversed(self._recent):
            if told.trigger.sentence - self.chains[number].last.trigger.sentence > FAR:
                break
            yield number

    def _keep(self, chain: OpenChain, told: Linked) -> None:
        self._recent.pop(chain.number, None)
        self._recent[chain.number] = None
        for key in _kept(told.mention):
            self._under[key][chain.number] = None


def _points_back_alone(told: EventMention) -> bool:
    """As in "the attack", of which no more is said."""
    return told.is_bare and told.form is Form.BACK


def _kept(told: EventMention) -> Iterator[_Key]:
    """By what a telling may be found from afar."""
    yield from _of_those(told.struck)
    yield from (("noun", noun) for noun in told.struck.telling_nouns())
    yield ("total", told.struck.total)
    yield ("event", told.noun)
    yield from (("by", name) for name in told.acting.names | told.acting.parts)


def _sought(told: EventMention, settled: int) -> Iterator[_Key]:
    """By what a telling looks for chains afar.

    Parameters
    ----------
    settled : int
        How many of its day and place its own words give; each may count for it.
    """
    struck = told.struck
    points_back = _points_back_alone(told)
    yield from _of_those(struck)
    nouns = struck.telling_nouns()
    yield from (("noun", noun) for noun in (nouns if points_back or settled == 2 else nouns & struck.known))
    if (struck.total or 0) > 1 and (settled or struck.known or told.form is Form.BACK):
        yield ("total", struck.total)
    if points_back:
        yield ("event", told.noun)
        yield from (("by", name) for name in told.acting.names | told.acting.parts)


def _of_those(struck: Party) -> Iterator[_Key]:
    """Each by name, or counted exactly."""
    yield from (("who", name) for name in struck.names | struck.parts | struck.meant)
    yield from (("counted", *number) for number in struck.numbers)
