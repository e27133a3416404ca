"""What a page prints around its article is told from the article by general features."""

from __future__ import annotations

import pytest
from event_timeline.reading.boilerplate import boilerplate_paragraphs
from event_timeline.reading.opening import dateline_bounds


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "Share this article",
        "Latest news",
        "12 Shares",
        "Whoever reads on accepts our terms of use and our cookies.",
        "We use cookies to improve your experience.",
        "Our editors go above and beyond to keep our content trustworthy.",
        "Sign up for our newsletter and get the best stories in your inbox.",
        "Want market news sent straight to you?",
        "Subscribe now",
    ],
)
def test_lines_of_the_page_are_boilerplate(line):
    assert boilerplate_paragraphs(f"Two men met in the old town of Oslo.\n\n{line}") == {1}


@pytest.mark.parametrize(
    "line",
    [
        "Two ministers agreed on Monday to share water from the river.",
        '"We will never give up our land," said the mayor.',
        "The president said the newsletter of the party had been closed.",
        "Police arrested four men near the main content warehouse after a long chase through the harbour.",
        "We saw the soldiers come over the hill.",
    ],
)
def test_prose_is_not(line):
    assert boilerplate_paragraphs(line) == frozenset()


def test_a_breadcrumb_above_its_title_is_boilerplate():
    text = "Home World Ministers Agree On River\n\nMinisters Agree On River\n\nThey met at noon."
    assert boilerplate_paragraphs(text) == {0}


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("OSLO, Norway (Nov. 13) - A patrol found a cache.", "A patrol"),
        ("LA PAZ, 4 FEB 90 (EFE) -- [TEXT] The army said so.", "The army"),
        ("OSLO (Reuters) - A patrol found a cache.", "A patrol"),
        ("OSLO - A patrol found a cache.", "A patrol"),
        ("OSLO, June 6: Two men found a cache.", "Two men"),
        ("OSLO/BERGEN (City Desk) 21 July 2024: Jets were seen.", "Jets"),
        ("For release\n OSLO, Norway (Nov. 13) - A patrol found a cache.", "A patrol"),
    ],
)
def test_a_story_begins_behind_its_dateline(text, story):
    assert text.index(story) in dateline_bounds(text)


def test_a_sentence_that_opens_with_a_date_is_no_dateline():
    assert dateline_bounds("On March 21, Norway held a conference.") == frozenset()
    assert dateline_bounds("On March 21: Norway held a conference.") == frozenset()


STORY = (
    "Gunmen attacked a police post near Baro on Monday, killing four officers, the governor said.",
    "The attack was the third in Baro since January. Soldiers arrested two men.",
    "Police arrested an editor of The Post on Tuesday for an article on the president.",
)
PAGES = {
    "navigation": (
        *("Skip to content", "MENU", "Home | World | Africa | Business | Sport", "Sign in"),
        *STORY,
        *("Next article: Minister resigns after scandal", "Previous article: Rebels free hostages"),
    ),
    "cookies": (
        "We use cookies to give you the best experience. By clicking Accept you agree to our use of cookies.",
        *("Accept all", "Manage preferences"),
        *STORY,
    ),
    "newsletter": (
        *STORY,
        "Sign up for our morning newsletter and never miss a story.",
        "Thank you for signing up! We have sent you a confirmation email.",
        "By submitting this form you agree to receive messages from The Daily Post and accept our privacy notice.",
    ),
    "author": (
        *STORY,
        "John Baker is a senior reporter for The Daily Post. He has covered wars and kidnappings for a decade.",
        "Follow John on Twitter: @jbaker",
    ),
    "sponsor": (
        *(
            "Advertisement",
            "SPONSORED: How this gadget is killing the competition",
            "Paid partnership with BankOne",
        ),
        *STORY,
        "This article was supported by the Open Fund, which backs independent journalism.",
    ),
    "related": (
        *STORY,
        *("Related stories", "Bomb kills ten in market attack", "Army kills 30 rebels in raid"),
        *("Most read", "1. Gunmen kidnap 40 pupils", "2. President visits Berlin"),
    ),
    "sharing": (
        "Share on Facebook",
        "Tweet",
        "WhatsApp",
        "1.2K shares",
        "324 comments",
        *STORY,
        "Copy link",
        "Print",
    ),
    "captions": (
        "Photo: Soldiers patrol the streets after the attack (AFP)",
        *STORY,
        "File photo: President Mbeki meets Chancellor Kohl in Bonn. Photograph: Jan Moss/Reuters",
        "A burnt car after a bombing. [AP]",
    ),
    "read more": (
        STORY[0],
        "READ MORE: Police arrest opposition leader after protest",
        STORY[1],
        "Also read: Army kills 30 rebels in raid",
        STORY[2],
        "Watch: Police fire tear gas at protesters",
    ),
    "comments": (
        *STORY,
        *(
            "Comments",
            "JaneD 2 hours ago: They should bomb them all!",
            "Reply",
            "Report abuse",
            "Leave a Reply",
        ),
        "Correction: An earlier version of this article said that five officers were killed.",
        "Reporting by Ann Lee in Baro; editing by Tom Day",
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_of_a_page_the_story_is_left_whole_and_nothing_else(page):
    found = boilerplate_paragraphs("\n\n".join(page))
    assert [line for number, line in enumerate(page) if number not in found] == list(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "Follow-up attacks killed two people on Sunday, police said.",
        "Watch towers were attacked near Baro on Sunday.",
        "Comments by the minister angered the rebels, who attacked a convoy on Friday.",
        "John Okoro is a reporter who was arrested in Abuja on Monday.",
        "Anna Berg is a nurse who was kidnapped in Baro in May.",
        "Copyright lawyers protested in Lagos on Monday.",
        "Soldiers arrived 3 hours ago and shot two men.",
        "Share prices fell after rebels attacked an oil port on Monday.",
        "Soldiers opened fire on protesters in Baro on Friday (photo), killing three.",
        "The website of the ministry was attacked on Sunday.",
        "More than 40 people were killed in Baro on Sunday.",
    ],
)
def test_sentences_that_begin_like_a_page_s_lines_are_prose(line):
    assert boilerplate_paragraphs(f"{STORY[0]}\n\n{line}\n\n{STORY[1]}") == frozenset()


def left_of(*lines):
    """What is left of lines as prose."""
    beside = boilerplate_paragraphs("\n\n".join(lines))
    return [line for number, line in enumerate(lines) if number not in beside]


STORY_LINES = ("Rebels attacked a mine on Tuesday.", "Soldiers retook it in a day.", "Two guards died.")


def test_readers_comments_and_notes_to_editors_end_the_article():
    for tail in (
        ("3 Comments", "MaryX 2 hours ago", "They killed my uncle in Gao.", "Reply"),
        ("Notes to editors", "The fund was founded in 1987 after the massacre in Luvo."),
        ("About the author", "Ann Roe joined in 2019 after she was kidnapped in Gao."),
    ):
        assert left_of(*STORY_LINES, *tail) == list(STORY_LINES), tail


def test_a_link_to_the_comments_above_the_article_ends_nothing():
    assert left_of("Comments", "Ann Roe 2 hours ago", *STORY_LINES, "They fled to Beni.")[-4:] == [
        *STORY_LINES,
        "They fled to Beni.",
    ]


def test_a_long_call_to_sign_up_names_no_events():
    call = "Sign up for our morning briefing: the attacks, talks and protests that you need to know about, by six."
    assert left_of(*STORY_LINES, call) == list(STORY_LINES)
