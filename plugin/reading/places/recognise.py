"""Which stretches of a text are place names: the signs for and against each are weighed, the best ones win."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...gazetteer.gazetteer import Gazetteer
from ...gazetteer.names import with_other_articles, without_kind
from ...gazetteer.place import Candidate, NameMatch, PlaceKind
from ..parsed import ParsedDocument
from .evidence import Evidence
from .lands import Lands
from .names import Stretch, stretches
from .recognition_weights import WEIGHTS
from .words import WAYS

THRESHOLD = 0.5
HINTING = 0.1  # probability from which a name that is not taken still says where a text is set
SPEAKING = 0.3  # probability from which a name says something of the others
SHARING = 0.9  # probability of "North" in "North and South Waziristan"


@dataclass(frozen=True)
class Name:
    """A place name in the text.

    Parameters
    ----------
    stretch : Stretch
        Its words.
    candidates : tuple of Candidate
        What it may mean, as the gazetteer ranks it; empty when the gazetteer does not know it.
    probability : float
        0..1, that it is a place name at all.
    signs : tuple of str
        The evidence, strongest first.
    """

    stretch: Stretch
    candidates: tuple[Candidate, ...]
    probability: float
    signs: tuple[str, ...]


@dataclass(frozen=True)
class Recognised:
    """The place names of a document, and the words that only hint at where it is set.

    Parameters
    ----------
    names : tuple of Name
        In text order, none overlapping another.
    hints : tuple of Name
        What is no place name itself but speaks of one, in text order: peoples and adjectives ("Ukrainian"), and names
        that stand within other names ("Ohio" in "Ohio State University").
    """

    names: tuple[Name, ...]
    hints: tuple[Name, ...]


def recognise(parsed: ParsedDocument, gazetteer: Gazetteer) -> Recognised:
    """The place names of a document, with the hints at its places that stand beside them."""
    names, hints = weighed(parsed, gazetteer)
    chosen = choose(names)
    taken = {at for name in chosen for at in range(name.stretch.first, name.stretch.end)}
    free = [n for n in names if n.candidates and taken.isdisjoint(range(n.stretch.first, n.stretch.end))]
    hints += choose(free, HINTING)
    return Recognised(tuple(chosen), tuple(sorted(hints, key=lambda n: n.stretch.first)))


def weighed(parsed: ParsedDocument, gazetteer: Gazetteer) -> tuple[list[Name], list[Name]]:
    """Every stretch that may be a name, with all that speaks for it; and the peoples, which only hint at places."""
    peoples, found = [], []
    for stretch in stretches(parsed):
        country = gazetteer.demonym(stretch.key)
        if country is None:
            found.append(stretch)
        else:
            peoples.append((stretch, gazetteer.country(country)))
    known = known_places(found, gazetteer)
    found = [
        stretch for stretch in found if not stretch.is_partly_lower or _is_whole(stretch, known[stretch.key])
    ]
    hints = [
        Name(stretch, (Candidate(place, NameMatch.PRIMARY, place.name),), 1.0, ("a people or its adjective",))
        for stretch, place in peoples
        if place is not None
    ]
    return weigh_together(weigh(parsed, found, known), hints), hints


def _is_whole(stretch: Stretch, candidates: tuple[Candidate, ...]) -> bool:
    """Whether the gazetteer has a name with its word in lower case: a region, or a city that is called so."""
    kinds = (PlaceKind.TOWN,) if stretch.hint is PlaceKind.TOWN else (PlaceKind.REGION, PlaceKind.SEA)
    return bool(candidates) and candidates[0].place.kind in kinds


def known_places(found: list[Stretch], gazetteer: Gazetteer) -> dict[str, tuple[Candidate, ...]]:
    """The gazetteer's answer for every stretch; "Kapisa Province" is also looked for as the province of Kapisa.

    Where it has none, an Arabic article is spelt in other ways: "al-Susah" is "As Susah".
    """
    candidates = gazetteer.lookup_many(stretch.key for stretch in found)
    for stretch in found:
        if not candidates[stretch.key]:
            others = (gazetteer.lookup(name) for name in with_other_articles(stretch.key))
            candidates[stretch.key] = next((known for known in others if known), ())
        if not candidates[stretch.key] and stretch.hint is not None and stretch.end - stretch.first > 1:
            bare = gazetteer.lookup(without_kind(stretch.key))
            candidates[stretch.key] = tuple(c for c in bare if c.place.kind is stretch.hint)
    return candidates


def weigh(
    parsed: ParsedDocument, found: list[Stretch], candidates: Mapping[str, tuple[Candidate, ...]]
) -> list[Name]:
    """Every stretch that the gazetteer, the model or the words around it take for a place, with its probability."""
    evidence = Evidence(parsed, candidates)
    wholes = {(stretch.first, stretch.end): stretch for stretch in found}
    sharing = {stretch.end for stretch in found if stretch.shares_tail and candidates.get(stretch.key)}
    names = []
    for stretch in found:
        known = candidates.get(stretch.key, ())
        if stretch.shares_tail:
            if known:
                names.append(Name(stretch, known, SHARING, ("shares the words of the name beside it",)))
        elif known or evidence.is_marked(stretch) or evidence.is_told(stretch):
            signs = evidence.of(stretch)
            probability = probability_of(signs)
            shares = stretch.first - 1 in sharing and stretch.end - stretch.first > 1
            if known and (shares or _is_end_of_way(parsed, stretch)):
                probability = max(probability, SHARING)
            whole = wholes.get(
                evidence.whole_of(stretch), stretch
            )  # what speaks for a half speaks for the whole
            names.append(Name(whole, candidates.get(whole.key, ()), probability, tuple(signs)))
    return names


def weigh_together(names: list[Name], hints: Sequence[Name]) -> list[Name]:
    """The names weighed again with the countries that the others speak for, those that only hint included."""
    lands = Lands((n.stretch.key, n.candidates, n.probability) for n in (*choose(names, SPEAKING), *hints))
    together = []
    for name in names:
        signs = (*name.signs, *lands.signs(name.stretch.key, name.candidates))
        is_settled = not name.signs or name.probability == SHARING  # by the name it shares its words with
        probability = name.probability if is_settled else probability_of(signs)
        together.append(Name(name.stretch, name.candidates, probability, signs))
    return together


def _is_end_of_way(parsed: ParsedDocument, stretch: Stretch) -> bool:
    """Whether the name is one of two that a hyphen joins before a way or border: "the Kabul-Kandahar highway"."""
    doc = parsed.doc
    if stretch.end - stretch.first != 1 or stretch.end >= len(doc):
        return False
    after = doc[stretch.end]
    if after.text == "-":
        return stretch.end + 2 < len(doc) and doc[stretch.end + 2].lower_ in WAYS and not after.whitespace_
    return after.lower_ in WAYS and stretch.first > 1 and doc[stretch.first - 1].text == "-"


def probability_of(signs: Sequence[str]) -> float:
    """The logistic of the signs' summed weights; a sign without a weight counts nothing."""
    total = WEIGHTS["always"] + sum(WEIGHTS.get(sign, 0.0) for sign in signs)
    return 1.0 / (1.0 + math.exp(-total))


def choose(names: list[Name], threshold: float = THRESHOLD) -> list[Name]:
    """The likeliest names that do not overlap, each as likely as the threshold at least.

    A region with its direction or landscape goes before the name inside it: "the Lake Chad basin" is not the lake.
    """
    taken: set[int] = set()
    chosen = []
    for name in sorted(
        names, key=lambda n: (not n.stretch.is_partly_lower, -n.probability, n.stretch.first - n.stretch.end)
    ):
        tokens = range(name.stretch.first, name.stretch.end)
        if name.probability >= threshold and taken.isdisjoint(tokens):
            taken.update(tokens)
            chosen.append(name)
    return sorted(chosen, key=lambda n: n.stretch.first)
