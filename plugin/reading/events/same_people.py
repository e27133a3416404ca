"""Whether those whom a deed befell are those of a deed told before: nobody is arrested or killed twice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ...core.event import Count
from ..closed_classes import HE_OR_SHE, PLACES, PLURAL, THEY
from ..tokens import Token
from .kinds import ARMED, counted_by, kind_of, side_of
from .needs import is_known_already
from .quantities import quantity_of
from .roles import roles_of, with_conjuncts

ELSEWHERE = frozenset("again elsewhere separately separate different".split())
_NTH = frozenset(("second", "third", "fourth"))
MORE = frozenset("another other others additional further more".split()) | _NTH
_ALSO = frozenset(("also", "too"))
# What any one of several armed people may be called.
_ONE_OF_THEM = frozenset(
    "man woman male female individual person suspect insurgent militant fighter gunman attacker rebel".split()
)
_SOMEBODY = _ONE_OF_THEM | frozenset("detainee prisoner captive hostage criminal target victim".split())
_ANYBODY = frozenset("men people persons individuals males suspects".split())
_MOST_GROWN = 5  # times as many as a vague word says at least: "hundreds" are 200 to 999
_SETTLING = PLACES | {"DATE"}
_SOUGHT = ARMED | {"criminal"}


def is_one_more(deed: Token, people: Sequence[Token]) -> bool:
    """Whether the words say that it befell others, too: "also detained", "two more", "an additional suspect"."""
    if any(t.lower_ in _ALSO | ELSEWHERE or _is_as_well(t) for t in deed.children):
        return True
    return any(_says_others(p, MORE) for p in people)


def _says_others(people: Token, words: frozenset[str]) -> bool:
    """Whether such a word hangs on a noun or its figure: "other people", "five more people"; not "more than five"."""
    around = (t for c in (people, *people.children) for t in (c, *c.children))
    return any(t.lower_ in words and t.doc.words[t.i + 1 : t.i + 2] != ["than"] for t in around)


def is_told_apart(deed: Token) -> bool:
    """Whether a place or a day of its own hangs on the word that says what befell them."""
    return any(
        t.ent_type_ in _SETTLING for c in deed.children if c.dep_ in ("prep", "npadvmod") for t in c.subtree
    )


class Befallen:
    """Those whom a deed befell, to be asked whether they are those whom a deed told before befell.

    As in "The commander and two of his men were detained" after "Soldiers captured a commander", "four smugglers were
    detained" after "detained several smugglers", "a second rebel was killed" after "killed two rebels".

    Parameters
    ----------
    deed : Token
    people : sequence of Token
        Whom it befell; not empty.
    """

    def __init__(self, deed: Token, people: Sequence[Token]) -> None:
        self._deed = deed
        self._first = people[0]
        self._spoken_of = (
            () if is_one_more(deed, people[:1]) else tuple(filter(_may_speak_of_somebody, people))
        )
        self._are_others = is_one_more(deed, ()) or _says_others(self._first, MORE - _NTH)

    def were_told_of(self, befell: Sequence[Token]) -> bool:
        """Whether they are those whom a like deed befell before."""
        if any(_speaks_of(person, one) for person in self._spoken_of for one in befell):
            return True
        if self._are_others:
            return False
        first = self._first
        if any(_may_be_all_of(first, one) for one in befell):
            return True
        may_be_some = any(_may_be_one_of(first, one) or _may_be_anybody_of(first, one) for one in befell)
        return may_be_some and not self._is_by_others

    @cached_property
    def _is_by_others(self) -> bool:
        return _somebody_new_did(self._deed)


def _somebody_new_did(deed: Token) -> bool:
    """Whether something or somebody not told of before did it: "a bomb killed four", after "gunmen killed nine"."""
    return any(c.lower_ in ("a", "an") for agent in roles_of(deed).agents for c in agent.lefts)


def sides_of(people: Sequence[Token]) -> frozenset[str]:
    """To which sides of a fight those belong whom a figure counts, "" where they may be anybody's ("nine people")."""
    every = {t for person in people for t in with_conjuncts(person)}
    return frozenset(map(side_of, every)) or frozenset(("",))


def _is_as_well(word: Token) -> bool:
    return word.lower_ == "well" and any(c.lower_ == "as" for c in word.lefts)


def _may_speak_of_somebody(person: Token) -> bool:
    """Whether a phrase or pronoun speaks of somebody told of before."""
    return person.lower_ in HE_OR_SHE | THEY or is_known_already(person)


def _speaks_of(person: Token, earlier: Token) -> bool:
    """Whether a phrase or pronoun that speaks of somebody means one told of before."""
    if person.lower_ in HE_OR_SHE:
        return _is_single(earlier) and bool(kind_of(earlier))
    if person.lower_ in THEY:
        return earlier.tag_ in PLURAL
    if _noun(person) == _noun(earlier):
        return True
    if _noun(person) not in _SOMEBODY or (person.tag_ == "NN") != (earlier.tag_ == "NN"):
        return False
    # Else that one is meant.
    return not any(t.lemma_ == person.lemma_ for t in person.doc[earlier.i + 1 : person.i])


def _may_be_all_of(later: Token, earlier: Token) -> bool:
    """Whether a figure may count those of an earlier one anew: an exact one, or a larger one, after a vague one."""
    if _noun(later) != _noun(earlier):
        return False
    one, other = quantity_of(earlier), quantity_of(later)
    if one is None or other is None:
        return False
    return one.count.high is None and _may_have_grown(one.count, other.count)


def _may_be_anybody_of(later: Token, earlier: Token) -> bool:
    """Whether words for anybody count vague ones told before anew: "six individuals" of "several suspected rebels"."""
    if later.lower_ not in _ANYBODY or not kind_of(earlier):
        return False
    one, other = quantity_of(earlier), quantity_of(later)
    if one is None or other is None or one.count.high is not None:
        return False
    return other.count.high is not None and _may_have_grown(one.count, other.count)


def _may_have_grown(vague: Count, later: Count) -> bool:
    """Whether a later figure may count anew those of a vague one: "dozens" may be 90, "about 700" are no 9,000."""
    least = vague.low or 0
    return least <= (later.low or 0) <= _MOST_GROWN * least


def _may_be_one_of(later: Token, earlier: Token) -> bool:
    """Whether somebody may be one of several counted before: "a man pointed a rifle and was shot" of "two rebels".

    He or she is somebody whom the text dwells upon, and hence one of them.
    """
    is_like = _noun(later) == _noun(earlier) or (_noun(later) in _ONE_OF_THEM and kind_of(earlier) in _SOUGHT)
    if not is_like and later.lower_ not in HE_OR_SHE:
        return False
    several, fewer = quantity_of(earlier), quantity_of(later)
    if several is None or fewer is None or several.count.high is None:
        return False
    return (fewer.count.high or several.count.high) < several.count.high


def _is_single(person: Token) -> bool:
    quantity = quantity_of(person)
    return quantity is not None and person.tag_ in ("NN", "NNP")


def _noun(people: Token) -> str:
    return (counted_by(people) or people).lemma_.lower()
