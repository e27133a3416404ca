"""A verb of a headline that the parser takes for a part of a noun becomes the top of its clause."""

import pytest
from event_timeline.core.report import Report
from event_timeline.reading.language_model import load_model, parse


def parsed(text):
    (document,) = parse([Report("a", text)], load_model())
    return document.doc


def clause(text):
    """Verb, subject and object of a headline's clause, each empty where the parse has none."""
    doc = parsed(text)
    verb = next((t for t in doc if t.dep_ == "ROOT" and t.pos_ == "VERB"), None)
    if verb is None:
        return ("", "", "")
    found = {child.dep_: child.text for child in verb.children}
    return (verb.text, found.get("nsubj", ""), found.get("dobj", ""))


@pytest.mark.parametrize("stop", ["", "."])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gunmen attack mosque in Gao, 5 dead", ("attack", "Gunmen", "mosque")),
        ("Gunmen attack mosque in Gao, killing five", ("attack", "Gunmen", "mosque")),
        ("Police raid newspaper office in Lagos", ("raid", "Police", "office")),
        ("Thousands march in Minsk", ("march", "Thousands", "")),
        ("Rebels shell market, 12 killed", ("shell", "Rebels", "market")),
        ("Taliban fighters ambush convoy near Ghazni", ("ambush", "fighters", "convoy")),
        ("Boko Haram fighters raid village in Borno, killing seven", ("raid", "fighters", "village")),
        ("Soldiers torch village in Rakhine, 14 dead", ("torch", "Soldiers", "village")),
        ("Militiamen loot food store in Bria", ("loot", "Militiamen", "store")),
        ("Two gunmen on motorbikes shoot judge in Quetta", ("shoot", "gunmen", "judge")),
        ("Army raids rebel camp in Mindanao", ("raids", "Army", "camp")),
        ("The army retook Umm Rawaba on Monday", ("retook", "army", "Rawaba")),
        ("Hired killers on a motorcycle murdered union leader Juan Perez in Cali last night",
         ("murdered", "killers", "leader")),
    ],
)  # fmt: skip
def test_a_verb_taken_for_a_part_of_a_noun_becomes_the_top(text, found, stop):
    assert clause(text + stop) == found


@pytest.mark.parametrize("stop", ["", "."])
@pytest.mark.parametrize(
    "text",
    [
        "Car bomb attack in Kabul",
        "Peace talks in Doha",
        "Police patrol boat",
        "World leaders summit",
        "Police raid in Lagos",
        "Police raid video",
        "Police murder squad",
        "Police arrest figures for May",
        "Gunmen attack victims buried in Gao",
        "Human rights march in Santiago",
        "Security forces patrol in Mogadishu",
        "Land dispute clashes in Benue",
        "Iraq war crimes trial in The Hague",
        "Army raids in Mindanao",
        "Terrorists murder plot in Oslo",
        "Gang rape case in Delhi",
        "Forces target commander",
    ],
)
def test_a_row_of_nouns_stays_one(text, stop):
    assert clause(text + stop) in {("", "", ""), ("target", "Forces", "commander")}


@pytest.mark.parametrize(
    "text",
    ["Police raid suspects appeared in court.", "The rebel attack victims were buried in Gao on Monday."],
)
def test_a_sentence_with_a_finite_verb_keeps_it(text):
    assert clause(text)[0] in ("appeared", "buried")


def test_every_token_hangs_on_the_verb_once():
    doc = parsed("Hired killers on a motorcycle murdered union leader Juan Perez in Cali last night.")
    verb = next(t for t in doc if t.text == "murdered")
    assert (verb.tag_, verb.lemma_, verb.head) == ("VBD", "murder", verb)
    assert sorted(token.i for token in verb.subtree) == list(range(len(doc)))
    for token in doc:
        assert token.head is token or token in token.head.children


@pytest.mark.parametrize(
    ("text", "event_type", "fatalities"),
    [
        ("Gunmen attack mosque in Gao, 5 dead.", "ASSAULT", 5),
        ("Gunmen attack mosque in Gao, killing five", "ASSAULT", 5),
        ("Rebels shell market, 12 killed", "ASSAULT", 12),
        ("Police raid newspaper office in Lagos.", "COERCE", None),
        ("Thousands march in Minsk.", "PROTEST", None),
    ],
)
def test_what_a_headline_tells_is_an_event(tellings_of, text, event_type, fatalities):
    (event,) = tellings_of(text)
    assert event.event_type.value == event_type
    assert (event.fatalities and event.fatalities.best) == fatalities


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("Rebels attack farm in Gao.", True),
        ("Rebels attack farm in Gao. Talks were held in Oslo.", True),
        ("Rebels attack farms in Gao.", True),
        ("Rebels attack the farms in Gao. Talks were held in Oslo.", False),
    ],
)
def test_the_present_tense_is_news_in_a_single_sentence_and_where_articles_are_left_out(
    tellings_of, text, is_news
):
    assert ("ASSAULT" in {event.event_type.value for event in tellings_of(text)}) == is_news
