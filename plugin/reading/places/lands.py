"""Which countries the surer names of a document speak for: a village's name is one more likely in a report from there.

A name is weighed alone first; then again with what the others say. "Gori" is a place in a text that names Tbilisi, and
somebody's name in one that names Dublin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...gazetteer.place import Candidate, PlaceKind

_FELT = 3  # candidates of a name that others feel
_ASKED = 10  # candidates of a name that the others may speak for
_LEAST = 0.5  # of a name: less than this speaks for no country
_SHARES = ((0.4, "most"), (0.1, "some"), (1e-6, "few"), (0.0, "none"))  # of what the others speak for
_SMALL = 100_000  # inhabitants

Speaking = tuple[str, Sequence[Candidate], float]


class Lands:
    """What the names of a document say of the countries it tells of.

    Parameters
    ----------
    speaking : iterable of (key, candidates, probability)
        Names as the gazetteer looks them up, what they may mean, and how likely they are place names; of one key the
        likeliest counts, once, however often the document has it.
    """

    def __init__(self, speaking: Iterable[Speaking]) -> None:
        self._of_key: dict[str, dict[str, float]] = {}
        best: dict[str, tuple[float, Sequence[Candidate]]] = {}
        for key, candidates, probability in speaking:
            if candidates and probability > best.get(key, (0.0, ()))[0]:
                best[key] = (probability, candidates)
        self._total: dict[str, float] = {}
        for key, (probability, candidates) in best.items():
            shares = _shares(candidates)
            self._of_key[key] = {country: probability * share for country, share in shares.items()}
            for country, mass in self._of_key[key].items():
                self._total[country] = self._total.get(country, 0.0) + mass
        self._all = sum(self._total.values())

    def signs(self, key: str, candidates: Sequence[Candidate]) -> list[str]:
        """What the other names say of a name that may mean `candidates`; nothing of one that may mean none."""
        if not candidates:
            return []
        own = self._of_key.get(key, {})
        others = self._all - sum(own.values())
        countries = {c.place.country for c in candidates[:_ASKED] if c.place.country}
        if others < _LEAST or not countries:
            how = "some"  # nothing speaks for it, nor against it: the text is short, or it is a sea or a continent
        else:
            spoken = max((self._total.get(c, 0.0) - own.get(c, 0.0) for c in countries), default=0.0)
            how = next(name for share, name in _SHARES if spoken >= share * others)
        best = candidates[0].place
        is_small = best.kind is PlaceKind.TOWN and best.population < _SMALL
        return [f"land:{how}", f"land:{how}, small town"] if is_small else [f"land:{how}"]


def _shares(candidates: Sequence[Candidate]) -> Mapping[str, float]:
    """The countries that a name speaks for, the first candidate's most; they sum to 1 where all have a country."""
    weights = [1.0 / rank for rank in range(1, min(len(candidates), _FELT) + 1)]
    shares: dict[str, float] = {}
    for candidate, weight in zip(candidates, weights):
        country = candidate.place.country
        if country:
            shares[country] = shares.get(country, 0.0) + weight / sum(weights)
    return shares
