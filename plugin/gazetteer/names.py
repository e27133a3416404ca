"""Folding of place names, so that spellings of one name meet under one key.

The same function makes the keys of the built gazetteer and the key of a name that is looked up, so a rule only has to
be the same on both sides, not right in every language.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
        "ə": "a",
        "ɖ": "d",
        "ĸ": "k",
        "&": " and ",
    }
)
# Dropped without a gap: apostrophes and the signs that stand for ayn, hamza and the soft sign.
_APOSTROPHES = re.compile(
    "['\u2019\u2018\u02bc\u02bb\u02be\u02bf\u02b9\u02ba\u02c8`\u00b4\u2032\u201b\u00ad\u200b-\u200d]"
)
_INITIALS = re.compile(r"\b\w(?:\.\w)+\b\.?")  # U.S., D.C., P.N.G.
_NOT_WORD = re.compile(r"[^\w]+|_+")
_SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "sta": "santa", "sto": "santo"}
_EZAFE = {"i", "e", "ye", "yi"}  # the Persian link: Mazar-e Sharif, Mazar-i-Sharif

_SUN_LETTER = re.compile("sh|th|dh|[tdrzsln]")  # consonants that the Arabic article before them takes on

# Words for a kind of unit, before or after its name.
_KIND = (
    "(?:(?:autonomous|administrative|federal|metropolitan|special|union|capital|municipal|rural|urban) )?"
    "(?:borough|canton|community|county|department|district|governorate|kray|krai|metropolis|municipality|oblast|okrug"
    "|parish|prefecture|province|raion|rayon|region|republic|state|tehsil|territory|township|viloyati?|voivodeship"
    "|woreda|wilaya|zone|agency)"
)
_KIND_AFTER = re.compile(rf"(?<=\w) {_KIND}$", re.IGNORECASE)
_KIND_BEFORE = re.compile(
    rf"^(?:the )?(?:{_KIND} of(?: the)?"
    r"|(?:provincia|departamento|estado|región|comunidad) (?:de|del)(?: la)?"
    r"|(?:région|province|département|gouvernorat) (?:de|du)(?: la)?"
    r"|(?:wilāyat|velāyat|ostān)-e|muḩāfaz̧at) (?=\w)",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """The key under which `name` is found: no case, diacritics, hyphens, apostrophes or points; "St." is "saint".

    >>> name_key("Mazār-i-Sharīf"), name_key("Sana\u2019a"), name_key("St. Louis"), name_key("U.S.")
    ('mazar e sharif', 'sanaa', 'saint louis', 'us')
    """
    text = name
    if not text.isascii():
        text = _APOSTROPHES.sub("", text)
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    text = text.casefold().replace("'", "").replace("`", "").translate(_LETTERS)
    if "." in text:
        text = _INITIALS.sub(lambda found: found.group().replace(".", "") + " ", text)
    words = _NOT_WORD.sub(" ", text).split()
    last = len(words) - 1
    for at, word in enumerate(words):
        if at < last:
            if word in _SHORT_FORMS:
                words[at] = _SHORT_FORMS[word]
            elif at and word in _EZAFE:
                words[at] = "e"
    return " ".join(words)


def without_kind(name: str) -> str:
    """The name without the word for the kind of unit; unchanged where there is none.

    >>> without_kind("Kunar Province"), without_kind("Province of Sindh"), without_kind("Autonomous Republic of Crimea")
    ('Kunar', 'Sindh', 'Crimea')
    """
    bare = _KIND_AFTER.sub("", name)
    return bare if bare != name else _KIND_BEFORE.sub("", name)


def with_other_articles(name: str) -> tuple[str, ...]:
    """A name with its Arabic articles as other writers spell them, nearest first; nothing where it has none.

    The article may take on the consonant behind it, and be written with either vowel.

    >>> with_other_articles("al-Susah"), with_other_articles("Deir al-Zor")
    (('as Susah', 'es Susah', 'el Susah'), ('Deir az Zor', 'Deir ez Zor', 'Deir el Zor'))
    >>> with_other_articles("Sousse")
    ()
    """
    words = name.replace("-", " ").split()
    articles = [at for at, word in enumerate(words[:-1]) if is_arabic_article(word, words[at + 1])]
    spellings = []
    for vowel in "ae":
        for is_assimilated in (True, False):
            spelt = list(words)
            for at in articles:
                consonant = _SUN_LETTER.match(words[at + 1].lower()) if is_assimilated else None
                spelt[at] = vowel + (consonant.group() if consonant else "l")
            spellings.append(" ".join(spelt))
    others = [s for s in spellings if s.lower() != " ".join(words).lower()]
    return tuple(dict.fromkeys(others)) if articles else ()


def is_arabic_article(word: str, behind: str) -> bool:
    """Whether a word is the Arabic article before another: "al", or with the consonant behind it ("ash-Sham")."""
    low = word.lower()
    if low in ("al", "el"):
        return True
    consonant = _SUN_LETTER.match(behind.lower())
    return (
        consonant is not None
        and low[:1] in ("a", "e")
        and low[1:] in (consonant.group(), consonant.group()[0])
    )


def is_useful(alternate: str) -> bool:
    """Whether an alternate name may stand in an English text: Latin, not a code, not a bare transliteration."""
    if len(alternate) < 4 or not is_latin(alternate):
        return False
    letters = [c for c in alternate if c.isalpha()]
    if not letters or alternate.islower() or any(c.isdigit() for c in alternate):
        return False
    return not (alternate.isupper() and len(letters) <= 4)


def is_latin(text: str) -> bool:
    """Whether all letters are Latin ones."""
    return text.isascii() or all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)
