"""Which names say in what another one lies: "Springfield, Illinois", "Zhari district of Kandahar", "X (Y, Z)"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ...gazetteer.place import PlaceKind
from ..parsed import ParsedDocument
from .context import holds
from .recognise import Name
from .telling import BRACKET_BEHIND, IN_BRACKET
from .words import GENERIC_KINDS

# What stands between a name and the name of what holds it.
_BETWEEN = ([","], ["/"], ["("], [",", "in"], ["in"], ["of"], [",", "the"], ["in", "the"])

_SMALL = frozenset((PlaceKind.TOWN, PlaceKind.ADMIN2))


def containers_of(parsed: ParsedDocument, names: Sequence[Name]) -> dict[int, int]:
    """For each name that another one holds, by words and by the gazetteer, the index of the other.

    "Springfield, Illinois", "Zhari district of Kandahar", "Kandahar's Zhari district". Where the words leave no doubt,
    what the gazetteer does not know to lie there is held all the same: another place of that name is not meant.
    """
    found = {}
    for at, name in enumerate(names):
        other, is_plain = _in_bracket(names, at) or _beside(parsed, names, at)
        if other is None:
            continue
        outer = names[other].candidates[:10]
        if any(holds(o.place, i.place) for o in outer for i in name.candidates) or (outer and is_plain):
            found[at] = other
    return found


def _in_bracket(names: Sequence[Name], at: int) -> Optional[tuple[int, bool]]:
    """As in "X (Y, Z)": the name of the bracket that holds X, and whether X is not known to lie near any of it."""
    if BRACKET_BEHIND not in names[at].signs:
        return None
    behind = []
    for other in range(at + 1, len(names)):
        if IN_BRACKET not in names[other].signs:
            break
        if names[other].candidates:
            behind.append(other)
    inner = [candidate.place for candidate in names[at].candidates]
    for other in behind:
        if any(holds(o.place, i) for o in names[other].candidates[:10] for i in inner):
            return other, False
    beside = {
        (o.place.country, o.place.admin1_code) for other in behind for o in names[other].candidates[:10]
    }
    if not behind or any((i.country, i.admin1_code) in beside for i in inner):
        return None
    return behind[0], True


def _beside(parsed: ParsedDocument, names: Sequence[Name], at: int) -> tuple[Optional[int], bool]:
    """The index of the name that says where this one is, and whether the words leave no doubt that it does."""
    here = names[at].stretch
    if at + 1 < len(names):
        after = names[at + 1].stretch
        between = _words_between(parsed, here.end, after.first)
        if between in _BETWEEN:
            is_told = here.hint in _SMALL and after.hint is PlaceKind.ADMIN1
            return at + 1, is_told or (not names[at].candidates and after.hint is PlaceKind.ADMIN1)
        if between and between[0] in GENERIC_KINDS and between[1:] in _BETWEEN and not _is_apposed(between):
            return at + 1, GENERIC_KINDS[between[0]] in _SMALL and between[1:] != ["in"]
    if at:
        before = names[at - 1].stretch
        between = _words_between(parsed, before.end, here.first)
        if _is_apposed(between):
            return at - 1, not names[at].candidates
        if between == ["'s"] or (between[:1] == ["province"] and between[1:] == ["'s"]):
            return at - 1, here.hint in _SMALL
    return None, False


def _is_apposed(between: Sequence[str]) -> bool:
    """As in "the X town of Y": the town is Y. Of "the X district of Y" the district is X."""
    return len(between) == 2 and GENERIC_KINDS.get(between[0]) is PlaceKind.TOWN and between[1] == "of"


def _words_between(parsed: ParsedDocument, first: int, end: int) -> list[str]:
    return [token.lower_ for token in parsed.doc[first:end]] if end - first <= 4 else []
