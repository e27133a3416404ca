"""Words that say that the name beside them is a place, whatever the name: "the village of X", "X village", "X (Y, Z)".

Most villages of the world stand in no gazetteer, and the language model takes their names for anything. Where the words
around a name leave little doubt, they are found all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...gazetteer.place import PlaceKind
from .words import GENERIC_KINDS, NATURAL

OF_A_KIND, IN_BRACKET, BRACKET_BEHIND = "told:of a kind", "told:in bracket", "told:bracket behind"

# What is "of" a place: "the village of X", "the outskirts of X", "the X area".
SURROUNDINGS = frozenset(
    "area areas outskirts outskirt vicinity surroundings hamlet hamlets settlement settlements commune communes "
    "locality localities quarter quarters zone countryside slum ward wards enclave stronghold bastion estate".split()
)
_LANDSCAPES = frozenset(
    "island islands isle islet atoll peninsula valley valleys forest forests hill hills heights mountain mountains "
    "plain plains highlands foothills oasis".split()
)
_OF_OFFICES = frozenset(
    ("state", "states", "department", "departments", "agency", "kingdom", "republic", "country")
)
# The name in that of a sea is not what is of the kind: "the Gulf of Guinea".
_KINDS = (
    frozenset(word for word, kind in GENERIC_KINDS.items() if kind is not PlaceKind.SEA)
    | SURROUNDINGS
    | _LANDSCAPES
) - _OF_OFFICES
# Behind a name, these are part of how a place is told; "district" and "city" stand before what is theirs, too.
_SETTLEMENTS = frozenset(
    "village villages town towns township townships hamlet hamlets neighborhood neighbourhood suburb settlement tehsil "
    "raion commune municipality".split()
)
_BEHIND = (SURROUNDINGS | frozenset(("residence", "slums", "axis", "district", "province"))) - _SETTLEMENTS
# What lies so far or in such a direction "of X" or "from X" is told by where X is.
_AWAY = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west km "
    "kilometre kilometres kilometer kilometers mile miles".split()
)
_BEFORE_BRACKET = frozenset("in at near of to from outside into around between and".split())
_WORDS_BEFORE_KIND = 4  # "a small mining village"
_IN_A_ROW = 5  # names, as in "the villages of A, B and C"
_LONGEST_BRACKET = 12  # words


def tellings(
    words: Sequence[str], low: Sequence[str], first: int, end: int, sentence: tuple[int, int]
) -> list[str]:
    """The signs, of those of this module, that the name of tokens ``[first, end)`` stands among.

    Parameters
    ----------
    words, low : sequence of str
        The tokens of the document, as they stand and in lower case.
    sentence : tuple of int
        First token of the sentence, and the one behind its last.
    """
    signs = []
    if _is_of_a_kind(words, low, first, sentence[0]):
        signs.append(OF_A_KIND)
    if first - 2 >= sentence[0] and low[first - 1] in ("of", "from") and low[first - 2] in _AWAY:
        signs.append("told:as far from")
    if first - 1 >= sentence[0] and low[first - 1] == "near":
        signs.append("told:near")
    if end < sentence[1]:
        if low[end] in NATURAL and words[end].islower():
            signs.append("told:nature behind")
        if low[end] in _SETTLEMENTS and words[end].islower():
            signs.append("told:kind behind")
        elif low[end] in _BEHIND and words[end].islower():
            signs.append("told:area behind")
        elif _is_called_settlement(words, low, end, sentence[1]):
            signs.append("told:kind behind")
        if words[end] == "(" and _is_bracket_of_names(words, low, end, sentence):
            signs.append(BRACKET_BEHIND)
    if _opens_bracket_of_names(words, low, first, sentence):
        signs.append(IN_BRACKET)
    if _is_between(words, low, first, end, sentence):
        signs.append("told:between")
    return signs


def _is_of_a_kind(words: Sequence[str], low: Sequence[str], first: int, start: int) -> bool:
    """As in "the village of X", and X the second of "the villages of W and X"."""
    for _ in range(_IN_A_ROW):
        at = first - 1
        if at - 1 >= start and low[at] == "of":
            return low[at - 1] in _KINDS
        if at - 1 < start or low[at] not in (",", "and", "&", "or"):
            return False
        if low[at] == "and" and low[at - 1] == ",":
            at -= 1
        first = at
        while first - 1 >= start and (words[first - 1][0].isupper() or words[first - 1] == "-"):
            first -= 1
        if first == at:
            return False
    return False


def _is_called_settlement(words: Sequence[str], low: Sequence[str], comma: int, stop: int) -> bool:
    """As in "X, a village in Y", "X, the mining town in which he was born"."""
    at = comma + 1
    if words[comma] != "," or at >= stop or low[at] not in ("a", "an", "the"):
        return False
    while at + 1 < stop and at - comma <= _WORDS_BEFORE_KIND and words[at].islower():
        at += 1
        if low[at] in _SETTLEMENTS:
            return words[at].islower()
    return False


def _is_bracket_of_names(
    words: Sequence[str], low: Sequence[str], opening: int, sentence: tuple[int, int]
) -> bool:
    """Whether a bracket behind "in X" or "the village of X" holds names and nothing else: "(Dalwa, Nord)"."""
    before = opening - 1
    while before > sentence[0] and (words[before][0].isupper() or words[before] in ("-", "'")):
        before -= 1
    if before == opening - 1 or low[before] not in _BEFORE_BRACKET:
        return False
    at, names = opening + 1, 0
    while at < sentence[1] and at - opening <= _LONGEST_BRACKET:
        word = words[at]
        if word == ")":
            return names > 0
        if word[0].isupper() and len(word) > 1 and not word.isupper():
            names += 1
        elif (
            word not in (",", "-", "'", "/")
            and low[at] not in _KINDS
            and low[at] not in ("of", "de", "du", "la")
        ):
            return False
        at += 1
    return False


def _opens_bracket_of_names(
    words: Sequence[str], low: Sequence[str], first: int, sentence: tuple[int, int]
) -> bool:
    """Whether the name stands, first or later, in a bracket of names right behind a name: "X (Y, Z)"."""
    at = first - 1
    while at > sentence[0] and first - at <= _LONGEST_BRACKET:
        if words[at] == "(":
            return _is_bracket_of_names(words, low, at, sentence)
        if not (words[at][0].isupper() or words[at] in (",", "-")):
            return False
        at -= 1
    return False


def _is_between(
    words: Sequence[str], low: Sequence[str], first: int, end: int, sentence: tuple[int, int]
) -> bool:
    """As in "between X and Y", where a deed is done: two single names, not two parties with words of their own."""
    if first - 1 >= sentence[0] and low[first - 1] == "between":
        return end + 1 < sentence[1] and low[end] == "and" and words[end + 1][0].isupper()
    if first - 2 > sentence[0] and low[first - 1] == "and" and words[first - 2][0].isupper():
        at = first - 2
        while at > sentence[0] and (words[at][0].isupper() or words[at] == "-"):
            at -= 1
        return low[at] == "between"
    return False
