"""Of a page as a browser saves it the article is read, and nothing that the page puts around it."""

import pytest
from event_timeline.core.errors import ReportError
from event_timeline.reading.formats.opening import read_written

STORY = (
    "Rebels attacked a mine near Kolwezi on Tuesday and killed two guards, an official said.",
    "Soldiers retook the mine in the evening and captured four rebels.",
)
BODY = "".join(f"<p>{line}</p>" for line in STORY)
# Each way in which sites wrap an article: by element, by class, by nothing; well formed or not.
PAGES = {
    "article": f"<main><article><h1>Mine attacked</h1>{BODY}</article></main>",
    "header inside": f"<article><header><h1>Mine attacked</h1></header>{BODY}</article>",
    "headline outside": f"<header><h1>Mine attacked</h1></header><div itemprop=articleBody>{BODY}</div>",
    "boxes by class": f"<div class='has-sidebar'><h1>Mine attacked</h1><div class=story-text>{BODY}</div></div>",
    "no end tags": f"<h1>Mine attacked</h1><p>{'<p>'.join(STORY)}",
    "stray end tags": f"</div></p><h1>Mine attacked</h1></section>{BODY}</body>",
    "breaks": f"<h1>Mine attacked</h1><p>{'<br><br>'.join(STORY)}</p>",
    "table of the nineties": f"<table><tr><td><h1>Mine attacked</h1>{BODY}</td></tr></table>",
}
AROUND = """
<header class="site-header"><p>Rebels shelled Lubumbashi.</p></header>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">War in Sudan kills nine</a></li></ul></nav>
<div id="cookie-consent"><p>We met on Monday. Accept all cookies?</p></div>
<div class="newsletterSignup"><p>Gunmen killed six in Gao: get it in your inbox.</p></div>
{}
<figure><img src="a.png"><figcaption>Police killed a man in Goma in May.</figcaption></figure>
<aside><p>Troops attacked Bukavu on Monday.</p></aside>
<div class="author-bio"><p>Ann Roe was kidnapped in Beni in 2019 and writes on mines.</p></div>
<section id="comments"><p>They killed my cousin in Uvira.</p></section>
<div><p><a href="/x">Army kills ten rebels in Bunia</a></p></div>
<div style="display: none"><p>Bombs killed twelve in Kisangani.</p></div>
<script>var a = "<p>Rebels attacked Kinshasa</p>";</script>
<footer><p>The army occupied this building in 1997.</p></footer>
"""


def page(body, head="<title>Mine attacked | The Example</title>"):
    return f"<!DOCTYPE html><html><head>{head}</head><body class='has-sidebar'>{AROUND.format(body)}</body></html>"


def read(source, name="a.html"):
    data = source if isinstance(source, bytes) else source.encode()
    return read_written(data, name, name[name.rfind(".") :])


@pytest.mark.parametrize("way", PAGES)
def test_the_article_is_read_and_nothing_around_it(way):
    text = read(page(PAGES[way])).text
    assert [line for line in text.split("\n") if line] == ["Mine attacked", *STORY]


def test_a_teaser_in_an_article_of_its_own_is_not_taken_for_the_article():
    teasers = "<article><p>Army kills nine in Ituri.</p></article>" * 3
    text = read(page(f"<main><h1>Mine attacked</h1>{BODY * 6}</main>{teasers}")).text
    assert "Ituri" not in text


def test_what_a_page_says_of_itself_is_taken():
    head = """
      <title>Mine attacked | The Example</title><meta charset="utf-8">
      <link rel="canonical" href="https://example.org/mine">
      <meta property="og:site_name" content="The Example"><meta property="og:title" content="Mine attacked">
      <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished":
        "2024-03-05T23:30:00-05:00", "author": [{"name": "Ann Roe"}]}]}</script>"""
    found = read(page(PAGES["article"], head))
    assert (found.title, found.source, found.author) == ("Mine attacked", "The Example", "Ann Roe")
    assert (found.url, str(found.published)) == ("https://example.org/mine", "2024-03-05")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-05T08:00:00Z">',
        '<meta name="date" content="2024-03-05">',
        '<script type="application/ld+json">not json</script><meta itemprop="datePublished" content="2024-03-05">',
    ],
)
def test_the_day_of_publication_stands_in_the_page_s_head(head):
    assert str(read(page(PAGES["article"], head)).published) == "2024-03-05"


def test_a_page_without_a_day_has_none_and_a_wrong_one_is_none():
    assert read(page(PAGES["article"])).published is None
    assert read(page(PAGES["article"], '<meta name="date" content="last Tuesday">')).published is None


def test_a_page_is_known_by_what_is_in_it_whatever_its_file_is_called():
    assert read(page(PAGES["article"]), "a.txt").text.startswith("Mine attacked")


@pytest.mark.parametrize(
    ("encoding", "declared"), [("cp1252", "windows-1252"), ("utf-8", "utf-8"), ("utf-16", "x")]
)
def test_a_page_is_read_in_its_own_encoding(encoding, declared):
    source = f'<!DOCTYPE html><meta charset="{declared}"><p>Troops entered Yaoundé.</p>'
    assert read(source.encode(encoding)).text == "Troops entered Yaoundé."


def test_a_pasted_piece_of_a_page_is_read_as_one():
    piece = (
        '<div class="text">\n<p>Rebels attacked <b>a mine</b>.</p><ul class="share"><li>Tell all</ul></div>'
    )
    assert read(piece, "a.txt").text == "Rebels attacked a mine."


def test_a_text_that_only_starts_with_a_bracket_is_plain():
    assert read("<Editors: urgent> Rebels attacked.", "a.txt").text.startswith("<Editors")


def test_a_page_that_a_script_fills_is_refused_with_what_to_do():
    with pytest.raises(ReportError, match="a script fills it"):
        read("<!DOCTYPE html><html><body><div id=root></div><script>go()</script></body></html>")
