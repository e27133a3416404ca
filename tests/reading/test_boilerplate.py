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
        ("For release\n OSLO, Norway (Nov. 13) - A patrol found a cache.", "A patrol"),
    ],
)
def test_a_story_begins_behind_its_dateline(text, story):
    assert text.index(story) in dateline_bounds(text)


def test_a_sentence_that_opens_with_a_date_is_no_dateline():
    assert dateline_bounds("On March 21, Norway held a conference.") == frozenset()
