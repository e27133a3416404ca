"""What kind of actor a noun is: troops, police, militants, protesters, civilians, officials, countries ..."""

from __future__ import annotations

from typing import Optional

from ..casing import is_common_word
from ..closed_classes import PLURAL
from ..tokens import Token
from .known_actors import known_actor_at
from .lexicon import people_words, word_class

_COUNTING = frozenset(
    "number bodies dozens scores tens hundreds thousands group majority couple pair most some several all one"
    " two column band handful contingent".split()
)
_PRONOUNS = frozenset("he she they we i who him them us her himself".split())
_QUANTIFIERS = frozenset("both many some others several".split())
_MAKERS = frozenset("maker makers builder builders".split())
_NO_LONGER = frozenset("former retired ex ex- demobilised demobilized".split())
_PARTIES = frozenset("nsubj nsubjpass dobj pobj poss conj".split())
_A_FEW = frozenset(("two", "three"))
_MANNED_BY = frozenset("carrying transporting housing escorting".split())
_MAY_BE_ARMED = frozenset(("civilian", "people", "body"))
_MASKED = frozenset(("masked", "hooded"))
_FACELESS = frozenset("man men person people individual individuals figure figures group gang".split())
TROOPS = frozenset(("troops", "militant"))  # whoever strikes them fights a battle
ARMED = TROOPS | {"armed"}
_SIDES = {
    "troops": "state",
    "armed": "state",
    "militant": "rebels",
    "civilian": "civilians",
    "criminal": "rebels",
}


def counted_by(token: Token) -> Optional[Token]:
    """Who is counted in "a number of insurgents", "dozens of people", "five of them"; None for other nouns."""
    if token.lower_ not in _COUNTING and token.pos_ != "NUM":
        return None
    behind = (c for of in token.children if of.lower_ == "of" for c in of.children)
    return next((c for c in behind if c.dep_ == "pobj"), None)


def kind_of(token: Token) -> str:
    """What kind of actor a noun is: armed, militant, civilian, official, country, person, ... or empty."""
    if (counted := counted_by(token)) is not None:
        return kind_of(counted)
    word = people_words().get(token.lower_)
    if word in ARMED and any(c.lower_ in _NO_LONGER for c in token.lefts):
        return "people"  # "former rebels"
    if word is None and token.pos_ in ("NOUN", "PROPN") and token.lower_ in word_class("site"):
        return _kind_of_owner(token)
    if word is None and token.lower_ in _COUNTING and token.pos_ == "NOUN":
        return "people"  # "Thousands protested"
    if word is None and token.lower_ == "old" and token.i and token.nbor(-1).text == "-":
        return "people"  # "a 19-year-old was charged"
    if token.lower_ in _MAKERS and any(c.lower_ in word_class("charge") for c in token.lefts):
        return "militant"  # "a bomb maker"
    guards = [people_words().get(c.lower_, "") for c in token.children if c.dep_ == "compound"]
    open_to_guards = word in ("people", "official", "body", None) and token.pos_ == "NOUN"
    if open_to_guards and any(kind in ARMED for kind in guards):
        return guards[-1]  # "army members"
    if word is not None and open_to_guards and (guarded := _kind_of_its_name(token)) in ARMED:
        return guarded  # "a Taliban commander"
    if word == "troops" and "armed" in guards:
        return "armed"  # "police forces"
    if token.lower_ in ("member", "members") and any(c.lower_ == "service" for c in token.lefts):
        return "troops"
    if word in _MAY_BE_ARMED and any(_says_armed(c, token) for c in token.lefts if c.dep_ == "amod"):
        return "militant"  # "armed men", "an armed group", "masked men"
    if word in ("official", "civilian", "people", "body", None) and token.pos_ != "PRON":
        known = known_actor_at(token)
        if known is not None and (known.kind != "country" or word is None):
            return known.kind
    if word == "people" and (members := _kind_of_members(token)):
        return members
    return word or _kind_of_name(token)


def _kind_of_its_name(person: Token) -> str:
    """What kind of actor the name right before somebody is; empty where there is none."""
    before = (c for c in person.lefts if c.dep_ == "compound" and c.pos_ == "PROPN")
    return next((known.kind for c in before if (known := known_actor_at(c)) is not None), "")


def side_of(people: Token) -> str:
    """To which side of a fight somebody belongs: "state", "rebels", "civilians"; empty where it may be any."""
    return _SIDES.get(kind_of(people), "")


def is_a_crowd(people: Token) -> bool:
    """Whether many act who bear no arms: "a mob", "residents", "angry youths"."""
    if kind_of(people) == "protester":
        return True
    if (counted := counted_by(people)) is not None:
        return is_a_crowd(counted)  # "hundreds of supporters"
    if people.tag_ not in PLURAL or people.lower_ not in word_class("civil-crowd"):
        return False
    return not any(c.lower_ in word_class("military") or c.lower_ in _A_FEW for c in people.lefts)


def owner_of_site(site: Token) -> Optional[Token]:
    """Who holds a base, a post or a convoy.

    As "army" in "army base", "rebels" in "position of the rebels", "soldiers" in "convoy carrying soldiers".
    """
    for word in (
        *site.lefts,
        *(b for c in site.rights if c.lower_ == "of" for b in c.children if b.dep_ == "pobj"),
        *(b for c in site.rights if c.lower_ in _MANNED_BY for b in c.children if b.dep_ == "dobj"),
    ):
        if word.lower_ == "government" and site.lower_ in word_class("defended"):
            return word
        if word.lower_ in word_class("military") or people_words().get(word.lower_) in ARMED:
            return word
        known = known_actor_at(word) if word.pos_ in ("PROPN", "NOUN") else None
        if known is not None and known.kind in ARMED:
            return word
    return None


def _says_armed(word: Token, people: Token) -> bool:
    """Whether an adjective says that they bear arms, as "masked" does of men; masked youths throw stones."""
    return word.lower_ == "armed" or (word.lower_ in _MASKED and people.lower_ in _FACELESS)


def _kind_of_owner(site: Token) -> str:
    owner = owner_of_site(site)
    if owner is None:
        return ""
    kind = "troops" if owner.lower_ == "government" else people_words().get(owner.lower_)
    known = known_actor_at(owner) if kind is None else None
    return kind or (known.kind if known is not None else "troops")


def _kind_of_members(people: Token) -> str:
    """As in "members of the Taliban"."""
    below = (b for c in people.children if c.lower_ == "of" for b in c.children if b.dep_ == "pobj")
    return next((kind for b in below if (kind := kind_of(b))), "")


def _kind_of_name(token: Token) -> str:
    """What the language model takes a name for, or what a pronoun stands for."""
    if token.lower_ in _PRONOUNS:
        return "person"
    if token.pos_ in ("NUM", "DET", "PRON", "ADJ") and token.lower_ in _QUANTIFIERS:
        return "people"
    return "person" if is_a_bare_name(token) else _KINDS_OF_ENTITIES.get(token.ent_type_, "")


def is_a_bare_name(token: Token) -> bool:
    """Whether a single word that the model takes for no name is somebody's all the same: "Xi met Modi"."""
    is_alone = token.pos_ == "PROPN" and not token.ent_type_ and token.text.istitle() and token.text.isalpha()
    return is_alone and token.dep_ in _PARTIES and not is_common_word(token.text)


_KINDS_OF_ENTITIES = {
    "PERSON": "person",
    "NORP": "people",
    "GPE": "place",
    "LOC": "place",
    "ORG": "organisation",
}
