"""Which place each name means: every candidate is weighed alone and by the document's other places.

One sense a name and document; the same name before different containers ("Springfield, Illinois", "Springfield,
Missouri") is two names. First each candidate is weighed alone, then twice more with the company that the round before
made likely, so that places settle each other. The weights are learned (``scripts/learn_resolution.py``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...gazetteer.place import Candidate, PlaceKind
from ..parsed import ParsedDocument
from .containers import containers_of
from .context import ALONE, FEATURES, MOST_CANDIDATES, Array, Company, Group, holds
from .recognise import Name
from .resolution_weights import ALONE_WEIGHTS, WEIGHTS

ROUNDS = 4
KEPT = 5  # candidates that a toponym remembers
MOST_TOGETHER = 250  # senses that keep each other company; only lists and long histories have more
_ALONE = np.array([ALONE_WEIGHTS.get(name, 0.0) for name in ALONE])
_ALL = np.array([WEIGHTS.get(name, 0.0) for name in FEATURES])

_NO_UNIT, _IN_COUNTRY = FEATURES.index("no unit though told"), FEATURES.index("share in its country")
_FOREIGN = 0.05  # a smaller share of the text's places in its country makes a candidate foreign to it
# What must speak for a town at least, in logits. In marked texts, of the towns below it that bear the name of a marked
# place one in four was the place meant, and more than these bear the name of what was no place at all.
_LEAST = 6.5

_SEATS = frozenset(("PPLC", "PPLA"))  # capitals and seats of provinces: news abroad names them without more

# What each feature says for a candidate, as the end of "X is taken for Y because ...".
_REASONS = {
    "ascii match": "the name is its usual one",
    "gazetteer's first": "it is the best known place of that name",
    "country": "it is a country",
    "first-level unit": "it is a province or state",
    "capital": "it is a capital",
    "seat of a unit": "it is the seat of its district or province",
    "town population": "it is the most populous of that name",
    "unit population": "it is the most populous of that name",
    "the user's own": "it is among the user's own places",
    "unit as told": "the text calls it a province, district or the like",
    "kind as told": "the text says what kind of place it is",
    "container follows": "the text names what holds it",
    "share in its country": "most places of the text are in its country",
    "share in its unit": "other places of the text are in its province or state",
    "country named": "the text names its country",
    "first-level unit named": "the text names its province or state",
    "second-level unit named": "the text names its district",
    "share of the places it holds": "other places of the text lie in it",
    "a place it holds named": "another place of the text lies in it",
    "share of its like beside it": "other provinces or states of its country are named",
    "share near": "other places of the text are near",
    "nearest": "another place of the text is near",
    "town that opens a dateline": "it opens the dateline, as towns do",
    "dateline's country": "the dateline is in its country",
    "dateline's unit": "the dateline is in its province or state",
}


@dataclass(frozen=True)
class Resolution:
    """What a name means: its candidates with their shares, best first, and why the first is taken."""

    ranked: tuple[tuple[Candidate, float], ...]
    why: str

    @property
    def score(self) -> float:
        """0..1, the first candidate's share."""
        return self.ranked[0][1] if self.ranked else 0.0


UNKNOWN = Resolution((), "no place of this name is known")


def resolve(
    parsed: ParsedDocument, names: Sequence[Name], datelines: frozenset[int], hints: Sequence[Name] = ()
) -> list[Resolution]:
    """The meaning of each name, aligned with `names`.

    Parameters
    ----------
    datelines : frozenset of int
        Indices of the names in a dateline.
    hints : sequence of Name
        What is no place name but keeps the names company ("Ukrainian").
    """
    keys, groups = grouped(parsed, names, datelines, hints)
    resolved = dict(zip(groups, resolve_groups(list(groups.values()))))
    return [resolved.get(key, UNKNOWN) for key in keys]


def grouped(
    parsed: ParsedDocument, names: Sequence[Name], datelines: frozenset[int], hints: Sequence[Name] = ()
) -> tuple[list[tuple[str, str]], dict[tuple[str, str], Group]]:
    """The sense that each name belongs to, and the senses that have candidates; those of hints come last."""
    holders = containers_of(parsed, names)
    containers = [names[holders[at]] if at in holders else None for at in range(len(names))]
    contained: dict[str, set[str]] = {}
    for name, container in zip(names, containers):
        if container is not None:
            contained.setdefault(_sense(name), set()).add(_sense(container))
    keys: list[tuple[str, str]] = []
    members: dict[tuple[str, str], list[tuple[int, Name, Optional[Name]]]] = {}
    for at, (name, container) in enumerate(zip(names, containers)):
        told = contained.get(_sense(name), set())
        # A bare mention takes the container that the name has elsewhere, if that is only one.
        key = (_sense(name), _sense(container) if container else next(iter(told)) if len(told) == 1 else "")
        keys.append(key)
        members.setdefault(key, []).append((at, name, container))
    groups = {}
    for key, found in members.items():
        outer = [c for _, _, container in found if container for c in container.candidates[:10]]
        own = _users_own(found[0][1].candidates, outer)
        candidates = (own or found[0][1].candidates)[:MOST_CANDIDATES]
        if outer and not own and not any(holds(o.place, i.place) for o in outer for i in candidates):
            continue  # the place meant is not among those known
        if candidates:
            groups[key] = Group(
                candidates,
                len(found),
                frozenset(name.stretch.hint for _, name, _ in found if name.stretch.hint is not None),
                tuple(outer),
                any(at in datelines for at, _, _ in found),
                sum(at in datelines and at - 1 not in datelines for at, _, _ in found) / len(found),
            )
    groups.update(_company(groups, hints))
    return keys, groups


def _company(groups: Mapping[tuple[str, str], Group], hints: Sequence[Name]) -> dict[tuple[str, str], Group]:
    """A sense for each word that only hints at a place, unless a name of the text has the same words."""
    named = {sense for sense, _ in groups}
    heard: dict[tuple[str, str], Group] = {}
    for hint in hints:
        key = (_sense(hint), "hint")
        if key[0] in named:
            continue
        before = heard[key].mentions if key in heard else 0.0
        heard[key] = Group(hint.candidates[:MOST_CANDIDATES], before + hint.probability)
    return heard


def _users_own(candidates: Sequence[Candidate], outer: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The places of the user's own making, beside which no other comes into question.

    Unless the text puts the name into another country ("Berlin, Germany"). Rows of a GeoNames dump are not among them:
    they have rivals of their own kind in the gazetteer, and are weighed with these.
    """
    return tuple(
        candidate
        for candidate in candidates
        if candidate.is_users
        and candidate.place.place_id.startswith("user:")
        and (
            not outer
            or not candidate.place.country
            or any(container.place.country == candidate.place.country for container in outer)
        )
    )


def resolve_groups(groups: Sequence[Group]) -> list[Resolution]:
    """The meaning of each group of mentions; of very many, each is judged by the company of those next to it."""
    return [
        resolution
        for first in range(0, len(groups), MOST_TOGETHER)
        for resolution in _settled(groups[first : first + MOST_TOGETHER])
    ]


def _settled(groups: Sequence[Group]) -> list[Resolution]:
    """The meaning of groups of mentions that settle each other."""
    company = Company(groups)
    bounds = list(zip(groups, company.starts[:-1], company.starts[1:]))
    chances = company.softmax(company.alone @ _ALONE)
    features = company.with_company(chances)
    for _ in range(ROUNDS):
        chances = company.softmax(features @ _ALL)
        features = company.with_company(chances)
    is_neighbour = [_is_below_a_country(group, chances[a:b]) for group, a, b in bounds]
    return [
        _ranked(group, chances[a:b], features[a:b], len(groups) > 1, sum(is_neighbour) > is_neighbour[at])
        for at, (group, a, b) in enumerate(bounds)
    ]


def _is_below_a_country(group: Group, chances: Array) -> bool:
    return group.candidates[int(np.argmax(chances))].place.kind is not PlaceKind.COUNTRY


def _ranked(
    group: Group, chances: Array, features: Array, has_company: bool, has_neighbours: bool
) -> Resolution:
    order = np.argsort(-chances, kind="stable")
    best = features[order[0]]
    is_country = group.candidates[order[0]].place.kind is PlaceKind.COUNTRY  # "the United States", no unit
    is_foreign = best[_NO_UNIT] and best[_IN_COUNTRY] < _FOREIGN and has_company and not is_country
    is_users = group.candidates[order[0]].is_users
    if is_foreign and not is_users:
        return Resolution(
            (), "no district or province of this name is known where the text's other places are"
        )
    place = group.candidates[order[0]].place
    is_town = place.kind is PlaceKind.TOWN and place.feature not in _SEATS
    if is_town and not is_users and has_neighbours and float(best @ _ALL) < _LEAST:
        return Resolution(
            (), "too little speaks for any place of this name where the text's other places are"
        )
    ranked = tuple((group.candidates[at], round(float(chances[at]), 3)) for at in order[:KEPT])
    return Resolution(ranked, _why(group, order, features))


def _why(group: Group, order: np.ndarray, features: Array) -> str:
    place = group.candidates[order[0]].place
    known = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
    if group.candidates[0].place.place_id.startswith("user:"):
        return f"{known}: it is among the user's own places"
    if len(order) == 1:
        return f"{known}: the only place of that name"
    ahead = (features[order[0]] - features[order[1:4]].mean(0)) * _ALL
    best = [FEATURES[at] for at in np.argsort(-ahead)[:2] if ahead[at] > 0.1 and FEATURES[at] in _REASONS]
    reasons = list(dict.fromkeys(_REASONS[name] for name in best)) or ["it is the likeliest of several"]
    return f"{known}, of {len(order)} places of that name: " + " and ".join(reasons)


def _sense(name: Name) -> str:
    return name.stretch.key.lower()
