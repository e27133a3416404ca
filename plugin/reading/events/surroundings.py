"""What stands around a word: the places and times that depend on it, or on the verb of its clause."""

from __future__ import annotations

from ..closed_classes import SUBJECTS, VERBAL
from ..tokens import Token
from .roles import roles_of

_CLAUSES_ASIDE = frozenset(("advcl", "relcl", "parataxis"))
_WHEN = frozenset("when after before since while until".split())


class Surroundings:
    """Which tokens of a document belong to place names and to time expressions, and of what kind these are."""

    def __init__(
        self,
        places: frozenset[int],
        times: frozenset[int],
        lengths: frozenset[int] = frozenset(),
        vague: frozenset[int] = frozenset(),
        lands: frozenset[int] = frozenset(),
    ) -> None:
        self.places = places
        self.times = times
        self.lengths = lengths  # durations and sets: "six weeks", "every year"
        self.vague = vague  # "recent", "now", "in the past": no time that could be told from others
        self.lands = lands  # whole countries
        self._victims: dict[int, tuple[Token, ...]] = {}

    def victims_of(self, deed: Token) -> tuple[Token, ...]:
        """Whom a deed befell; asked for again with each like deed told later."""
        if deed.i not in self._victims:
            self._victims[deed.i] = roles_of(deed).patients
        return self._victims[deed.i]

    def has_place(self, token: Token) -> bool:
        """Whether a place name depends on the token, or on the verb of its clause."""
        return any(t.i in self.places for t in _clause(token))

    def has_spot(self, token: Token) -> bool:
        """Whether a place name that is no whole country depends on the token, or on the verb of its clause."""
        return any(t.i in self.places and t.i not in self.lands for t in _clause(token))

    def has_time(self, token: Token) -> bool:
        """Whether a time expression depends on the token, or on the verb of its clause."""
        return any(t.i in self.times for t in _clause(token))

    def has_date(self, token: Token) -> bool:
        """Whether a time expression that tells a day or more depends on the token, or on the verb of its clause.

        "Recently", "daily" and "for years" tell none. That of a clause below is not its own: "are bombing villages, as
        the bishop charged today".
        """
        dated = (t for t in _clause(token) if t.i in self.times - self.vague - self.lengths)
        return any(not _is_in_a_clause_below(t, token) for t in dated)


def _is_in_a_clause_below(word: Token, deed: Token) -> bool:
    """Whether a word stands in a clause with a subject of its own that hangs on a deed, and tells no time of it."""
    for above in word.ancestors:
        if above == deed:
            return False
        if above.dep_ in _CLAUSES_ASIDE and any(c.dep_ in SUBJECTS for c in above.children):
            return not any(c.lower_ in _WHEN for c in above.children) and deed in above.ancestors
    return False


def _clause(token: Token) -> list[Token]:
    """The subtree of the token and the complements of the verb it depends on."""
    tokens = list(token.subtree)
    if token.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "attr"):
        verb = next((a for a in token.ancestors if a.pos_ in VERBAL), None)
        if verb is not None:
            tokens += [
                t for c in verb.children if c.dep_ in ("prep", "npadvmod", "advmod") for t in c.subtree
            ]
    return tokens
