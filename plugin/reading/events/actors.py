"""Who the actors of a document are: from the head of a noun phrase to one name, whatever the text calls them."""

from __future__ import annotations

import re
from typing import Optional

from ...core.wording import capitalised
from ..closed_classes import HE_OR_SHE, PLURAL
from ..parsed import ParsedDocument
from ..tokens import Token
from .kinds import counted_by, is_a_bare_name, owner_of_site
from .known_actors import demonyms, known_actor, known_actor_at, words_of_names
from .lexicon import people_words, word_class
from .naming import bare_person, body_behind, known_as, name_start, named_behind, phrase, title_before
from .pronouns import antecedent_of, named_before

_REACH_BACK = 60  # tokens
_PAIRS = {"both": 2, "two": 2, "three": 3, "four": 4}
_GROUP = frozenset("group militia faction movement network organisation organization".split())


class Cast:
    """The people and offices of one document: a surname finds the full name, an office its holder."""

    def __init__(self, parsed: ParsedDocument) -> None:
        self._full_names: dict[str, str] = {}
        self._holders: dict[tuple[str, str], str] = {}  # (country, office) -> person
        self._subjects: list[tuple[int, str]] = []  # (token, person) of persons, in text order
        self._sides: dict[str, str] = {}  # person's surname -> country or armed group
        self._groups: list[tuple[int, str]] = []  # (token, name) of armed groups, in text order
        for entity in parsed.doc.ents:
            if entity.label_ != "PERSON" and not self._looks_like_known_person(entity.text):
                continue
            name = bare_person(entity.text)
            words = name.split()
            if not words or known_actor(name):
                continue
            surname = words[-1].lower()
            if len(name) > len(self._full_names.get(surname, "")):
                self._full_names[surname] = name
            self._subjects.append((entity.root.i, name))
            self._note_office(entity.root, name)
        listed = words_of_names()
        for token in parsed.doc:
            if (
                token.lower_ in listed
                and token.pos_ == "PROPN"
                and (known := known_actor_at(token))
                and known.kind == "militant"
            ):
                self._groups.append((token.i, known.name))

    def _looks_like_known_person(self, text: str) -> bool:
        """Whether a name that the model takes for something else is a person named in full before."""
        words = bare_person(text).split()
        return len(words) == 1 and words[0].lower() in self._full_names

    def knows(self, token: Token) -> bool:
        """Whether somebody's name is not taken for one by the model: "Xi met Modi"."""
        is_told_elsewhere = token.pos_ == "PROPN" and token.lower_ in self._full_names
        return is_told_elsewhere or is_a_bare_name(token)

    def person(self, name: str) -> str:
        """The fullest name under which the document has a person, with the country or group that he or she is of."""
        words = name.split()
        if not words:
            return name
        surname = words[-1].lower()
        full, side = self._full_names.get(surname, name), self._sides.get(surname)
        if not set(words) <= set(full.split()):
            full = name  # a namesake
        return f"{full} ({side})" if side else full

    def name_of(self, token: Token) -> Optional[str]:
        """One name for the actor whose noun phrase `token` heads; None for what cannot be named.

        Lists first (Daesh is Islamic State), then persons by their full name, officials by their country,
        and other people by the words of the text without articles and figures.
        """
        if token.lower_ in demonyms() and any(
            c.dep_ == "conj" and people_words().get(c.lower_) for c in token.children
        ):
            return None  # "Afghan and coalition forces": only its adjective, the forces name it
        if (counted := counted_by(token)) is not None:
            return self.name_of(counted)
        if token.lower_ in word_class("site") and (owner := owner_of_site(token)) is not None:
            return self.name_of(owner)  # "a police post"
        known = known_actor_at(token) if token.pos_ in ("PROPN", "NOUN", "ADJ") else None
        word = people_words().get(token.lower_)
        if token.lower_ in HE_OR_SHE:
            return self._last_person_before(token.i)
        if token.pos_ == "PRON" or token.lower_ in ("which", "that", "who"):
            meant = antecedent_of(token)
            return None if meant is None else self.name_of(meant)
        if (earlier := named_before(token)) is not None:
            return self.name_of(earlier)
        if token.ent_type_ == "PERSON" or token.lower_ in self._full_names:
            start = name_start(token)
            is_a_place = start == token.i and token.lower_ not in self._full_names  # one taken for a person
            if known is None or (known.kind == "country" and not is_a_place):
                return self.person(bare_person(token.doc.text_of(start, token.i + 1)))
        if word is not None:
            return self._named_by_noun(token, word)
        if known is not None:
            return known.name
        if token.ent_type_ in ("GPE", "ORG", "NORP", "FAC", "LOC"):
            return phrase(token) or token.text
        return self.person(token.text) if is_a_bare_name(token) else None

    def names_of(self, token: Token) -> tuple[str, ...]:
        """As `name_of`, but those who hold one office by their names: "the two ministers", "both presidents"."""
        together = self._holders_together(token) or _offices_of(token)
        if together:
            return together
        name = self.name_of(token)
        return (name,) if name else ()

    def _holders_together(self, token: Token) -> tuple[str, ...]:
        """Whom a plural office means, where the document names as many who hold it and no others."""
        held = token.lower_.removesuffix("s")
        if token.tag_ not in PLURAL or held not in word_class("office"):
            return ()
        if self._country_before(token):
            return ()  # "the Russian ministers"
        told = next((_PAIRS[c.lower_] for c in token.children if c.lower_ in _PAIRS), None)
        people = {
            name.split()[-1].lower(): name
            for (_, office), name in self._holders.items()
            if office in (held, "counterpart")
        }
        if len(people) < 2 or len(people) != (told or 2):
            return ()
        return tuple(self.person(name) for name in people.values())

    def _named_by_noun(self, token: Token, kind: str) -> Optional[str]:
        """As in "Taliban commander" is Taliban, "Pakistani officials" is Pakistan, "two farmers" are farmers."""
        person = next((c for c in token.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
        person = person or known_as(token)
        if kind == "official":
            person = person or named_behind(token)
        if person is not None:
            return self.name_of(person)
        before = [t for t in token.subtree if t.i < token.i and token.i - t.i <= 6]
        group = next((k for t in before if (k := known_actor_at(t)) and k.kind == "militant"), None)
        if group is None:
            group = next(
                (k for t in token.subtree if t.i > token.i and t.dep_ == "pobj" and t.head.head == token
                 and (k := known_actor_at(t)) and k.kind == "militant"),
                None,
            )  # fmt: skip
        if group is not None:
            return group.name
        if (body := body_behind(token)) is not None:
            return self.name_of(body)
        if (
            token.dep_ == "conj"
            and token.head.lower_ in demonyms()
            and token.head.i < token.i <= token.head.i + 5
        ):
            return re.sub(r"\s+", " ", token.doc.text_of(token.head.i, token.i + 1))
        definite = any(c.lower_ in ("the", "these", "those") for c in token.children)
        if definite and ((kind == "militant" and token.tag_ == "NNS") or token.lower_ in _GROUP):
            earlier = [name for at, name in self._groups if token.i - _REACH_BACK <= at < token.i]
            if earlier:
                return earlier[-1]  # "The militants" after the Taliban were named
        country = self._country_before(token)
        if kind == "official" and country:
            office = _office(token)
            holder = self._holder(country, office)
            if holder:
                return self.person(holder)
            return country if not office or office == "counterpart" else f"{capitalised(office)} of {country}"
        return phrase(token)

    def _country_before(self, token: Token) -> Optional[str]:
        for child in (*token.lefts, *(g for c in token.lefts for g in c.lefts)):
            if (known := known_actor(child.text)) and known.kind == "country":
                return known.name
        return None

    def _note_office(self, person: Token, name: str) -> None:
        """Remember whose "Russian Foreign Minister Sergei Lavrov" and "the Taliban financier Abdul Karim" are."""
        before = title_before(person)
        behind = [
            t
            for c in person.children
            if c.dep_ == "appos" and c.i > person.i
            for t in c.subtree
            if t.i <= c.i
        ]
        for words in (before, behind):
            office = next((t.lower_ for t in words if t.lower_ in word_class("office")), None) or next(
                (t.lower_ for t in words if _is_of_a_country(t)), None
            )
            # Not the envoy "to" a country.
            named = [t for t in words if t.i == 0 or t.nbor(-1).lower_ != "to"]
            country = next(
                (k.name for t in named if (k := known_actor(t.text)) and k.kind == "country"), None
            )
            surname = name.split()[-1].lower()
            if office and country:
                self._sides.setdefault(surname, country)
                self._holders.setdefault((country, office), name)
            elif any(t.lower_ in people_words() for t in words):
                group = next(
                    (k.name for t in named if (k := known_actor_at(t)) and k.kind == "militant"), None
                )
                if group is not None:
                    self._sides.setdefault(surname, group)

    def _holder(self, country: str, office: str) -> Optional[str]:
        """Who holds an office; of "his Pakistani counterpart" whoever speaks for that country, if it is one."""
        if office != "counterpart":
            return self._holders.get((country, office))
        people = {name.split()[-1].lower(): name for (of, _), name in self._holders.items() if of == country}
        return next(iter(people.values())) if len(people) == 1 else None

    def _last_person_before(self, index: int) -> Optional[str]:
        earlier = [name for at, name in self._subjects if at < index]
        return self.person(earlier[-1]) if earlier else None


def _offices_of(token: Token) -> tuple[str, ...]:
    """One for each country: "the foreign ministers of Chile and Peru" are the Minister of Chile and that of Peru."""
    office = token.lower_.removesuffix("s")
    if token.tag_ not in PLURAL or office not in word_class("office"):
        return ()
    first = (
        below for of in token.children if of.lower_ == "of" for below in of.children if below.dep_ == "pobj"
    )
    of = [country for below in first for country in (below, *below.conjuncts)]
    countries = [
        known.name for t in of if (known := known_actor_at(t)) is not None and known.kind == "country"
    ]
    if len(countries) < 2:
        return ()
    return tuple(f"{capitalised(office)} of {country}" for country in countries)


def _is_of_a_country(official: Token) -> bool:
    """As in "the Libyan leader"; not "the Libyan opposition leader"."""
    if people_words().get(official.lower_) != "official" or official.i == official.sent.start:
        return False
    known = known_actor(official.nbor(-1).text)
    return known is not None and known.kind == "country"


def _office(token: Token) -> str:
    return token.lower_ if token.lower_ in word_class("office") else ""
