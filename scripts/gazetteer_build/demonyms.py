"""Demonyms: the Factbook's nouns and adjectives, with their plurals, and what it leaves out."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from pathlib import Path

from .inputs import PYWORLDATLAS, Inputs

_NOTE = re.compile(r"\((?!s\)|men\)|women\))[^)]*\)|;.*$|\bnote\b.*$")
_OURS = {
    "AE": "Emirati, Emiratis",
    "AR": "Argentinian, Argentinians, Argentinean, Argentineans",
    "AZ": "Azeri, Azeris",
    "BA": "Bosniak, Bosniaks",
    "BF": "Burkinabè, Burkinese",
    "BY": "Belarussian, Belarussians, Byelorussian",
    "CD": "Congolese",
    "CF": "Central African",
    "CI": "Ivorian, Ivorians",
    "CN": "Chinese",
    "CV": "Cape Verdean, Cape Verdeans",
    "DO": "Dominican, Dominicans",
    "ES": "Spaniard, Spaniards",
    "FR": "Frenchman, Frenchmen, Frenchwoman, Frenchwomen",
    "GB": "Briton, Britons, Brit, Brits, Englishman, Englishmen, Scottish, Scots, Welsh, Northern Irish",
    "IE": "Irishman, Irishmen, Irishwoman, Irishwomen",
    "IR": "Persian, Persians",
    "KG": "Kyrgyz, Kirghiz",
    "KM": "Comorian, Comorians",
    "KP": "North Korean, North Koreans",
    "KR": "South Korean, South Koreans, Korean, Koreans",
    "KZ": "Kazakh, Kazakhs",
    "MM": "Myanmarese",
    "MR": "Mauritanian",
    "NL": "Dutch, Dutchman, Dutchmen, Dutchwoman, Dutchwomen",
    "NP": "Nepalese",
    "NZ": "New Zealander, New Zealanders, Kiwi, Kiwis",
    "PH": "Filipino, Filipinos, Filipina, Filipinas, Philippine",
    "PS": "Palestinian, Palestinians, Gazan, Gazans",
    "RU": "Chechen, Chechens",
    "SA": "Saudi, Saudis, Saudi Arabian, Saudi Arabians",
    "SE": "Swede, Swedes, Swedish",
    "SI": "Slovenian, Slovenians",
    "SZ": "Swazi, Swazis",
    "TJ": "Tajik, Tajiks",
    "TM": "Turkmen, Turkmens",
    "TW": "Taiwanese",
    "US": "American, Americans",
    "UZ": "Uzbek, Uzbeks",
    "XK": "Kosovar, Kosovars, Kosovan, Kosovans",
    "ZA": "South African, South Africans",
}
_FIRST = {
    "chinese": "CN",
    "dutch": "NL",
    "french": "FR",
    "dominican": "DO",
    "congolese": "CD",
    "korean": "KR",
}
_NO_DEMONYM = {"AS", "AW", "CW", "CX", "GG", "HK", "JE", "MO", "MP", "PM"}  # adjectives of another country
# What the Factbook gives for an adjective and is the country's name: as a demonym it would never be found as a place.
_NAMES = frozenset(
    ("New Zealand", *"Burundi Congo Gibraltar Kiribati Laos Liechtenstein Luxembourg Singapore".split())
)


def write_demonyms(inputs: Inputs, path: Path) -> int:
    """Writes ``demonyms.csv`` (word, country); returns how many words it has."""
    words: dict[str, str] = {}
    for country, listed in sorted(_OURS.items()):
        for word in listed.split(","):
            words.setdefault(word.strip(), country)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "atlas.sqlite3"
        copy.write_bytes(inputs.read(PYWORLDATLAS, "data/atlas.sqlite3"))
        database = sqlite3.connect(copy)
        query = (
            "SELECT alpha2, noun, adjective FROM country_demonym AS d JOIN country AS c ON c.id = d.country_id "
            "ORDER BY alpha2"
        )
        for country, *forms in database.execute(query).fetchall():
            if country in _NO_DEMONYM:
                continue
            for form in forms:
                for word in _words(form or ""):
                    if word in _NAMES:
                        continue
                    if _FIRST.get(word.casefold().rstrip("s"), country) == country:
                        words.setdefault(word, country)
        database.close()
    lines = [f"{word},{country}\n" for word, country in sorted(words.items())]
    path.write_text("word,country\n" + "".join(lines), encoding="utf-8", newline="\n")
    return len(lines)


def _words(form: str) -> list[str]:
    """The words of a form: "Antiguan(s), Barbudan(s)" gives both, in the singular and the plural."""
    words = []
    for part in re.split(r", (?:or )?|/| or ", _NOTE.sub("", form)):
        stem = part.strip()
        if stem.endswith("(s)"):
            words += [stem[:-3], stem[:-3] + "s"]
        elif stem.endswith(("man(men)", "man (men)", "woman(women)", "woman (women)")):
            one = stem[: stem.index("(")].strip()
            words += [one, one[:-2] + "en"]
        elif stem and "(" not in stem:
            words.append(stem)
    return [word for word in words if word[:1].isupper() or word[:2] in ("li", "em")]
