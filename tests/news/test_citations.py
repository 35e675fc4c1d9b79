"""How an article is cited: in words on its page, and as BibTeX and RIS."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from news.formats import citations
from news.models import ArticlePage, Region, Topic
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

SEEN = {"publisher": "Peru Support Group", "accessed": date(2026, 11, 23)}


def bibtex(news, **fields):
    return citations.bibtex(factories.article(news, **fields), **SEEN)


def ris(news, *, subjects=(), **fields):
    article = factories.article(news, **fields)
    return citations.ris(article, **SEEN, subjects=subjects)


def harvard(article):
    return citations.harvard(article, **SEEN)


def test_harvard_names_author_year_title_place_day_and_address(news):
    article = factories.article(news, byline="Rosa Quispe")

    assert harvard(article) == (
        "Rosa Quispe (2014) ‘Verdict due’, <cite>Peru Support Group</cite>, 8 December. "
        "Available at: http://testserver/news/verdict-due/ (Accessed: 23 November 2026)."
    )


def test_what_nobody_signed_is_cited_by_the_organisation(news):
    article = factories.article(news)

    assert harvard(article).startswith("Peru Support Group (2014) ‘Verdict due’")
    assert "author = {{Peru Support Group}}" in citations.bibtex(article, **SEEN)
    assert "AU  - Peru Support Group\r\n" in citations.ris(article, **SEEN, subjects=[])


def test_harvard_sets_a_quotation_within_the_title_apart(news):
    article = factories.article(news, title="Cajamarca’s ‘Reprivada’ and Lima’s")

    assert "‘Cajamarca’s “Reprivada” and Lima’s’" in harvard(article)


def test_harvard_is_safe_html(news):
    article = factories.article(news, title="<i>A & B</i>", byline="<b>")

    assert "&lt;i&gt;A &amp; B&lt;/i&gt;" in harvard(article)
    assert "&lt;b&gt; (2014)" in harvard(article)


def test_harvard_does_without_what_an_article_in_the_making_lacks():
    cited = harvard(ArticlePage(title="Begun", date=None))

    assert cited == (
        "Peru Support Group (no date) ‘Begun’, <cite>Peru Support Group</cite>. "
        "(Accessed: 23 November 2026)."
    )


def test_bibtex_is_one_entry(news):
    assert bibtex(news, title="Áncash: Ch’uqi Pukyu", slug="ancash") == (
        "@online{ancash,\n"
        "  author = {{Peru Support Group}},\n"
        "  title = {{Áncash: Ch’uqi Pukyu}},\n"
        "  organization = {Peru Support Group},\n"
        "  date = {2014-12-08},\n"
        "  year = {2014},\n"
        "  month = dec,\n"
        "  url = {http://testserver/news/ancash/},\n"
        "  urldate = {2026-11-23},\n"
        "  langid = {british}\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("50% & more", r"50\% \& more"),
        ("a_b #1 $2", r"a\_b \#1 \$2"),
        ("C:\\x", r"C:\textbackslash{}x"),
        ("a}, note = {b", r"a\textbraceright{}, note = \textbraceleft{}b"),
        ("~ and ^", r"\textasciitilde{} and \textasciicircum{}"),
        ("one\r\ntwo\x0bthree\u2028four", "one two three four"),
    ],
)
def test_no_words_can_end_a_field_of_bibtex(news, words, escaped):
    entry = bibtex(news, title=words, slug="x")

    assert f"  title = {{{{{escaped}}}}},\n" in entry
    assert entry.count("{") == entry.count("}")
    assert entry.count("\n") == 11


def test_bibtex_tells_several_authors_apart(news):
    entry = bibtex(news, byline="Rosa Quispe Mamani and Juan Pérez")

    assert "author = {{Rosa Quispe Mamani} and {Juan Pérez}}" in entry


def test_ris_is_one_record(news):
    text = ris(news, subjects=["Mining", "Áncash"], byline="Rosa Quispe and Juan Pérez")

    assert text.split("\r\n") == [
        "TY  - ELEC",
        "AU  - Rosa Quispe",
        "AU  - Juan Pérez",
        "TI  - Verdict due",
        "PB  - Peru Support Group",
        "PY  - 2014",
        "DA  - 2014/12/08",
        "AB  - Judges meet in Lima.",
        "KW  - Mining",
        "KW  - Áncash",
        "LA  - en",
        "UR  - http://testserver/news/verdict-due/",
        "Y2  - 2026/11/23",
        "ER  - ",
        "",
    ]


def test_no_words_can_end_a_field_of_ris(news):
    text = ris(
        news, title="One\r\nER  - \nTY  - BOOK", slug="x", summary="a\x85b\u2028c"
    )

    assert "TI  - One ER - TY - BOOK\r\n" in text
    assert "AB  - a b c\r\n" in text
    assert text.count("ER  - ") == 1


def test_the_files_name_the_topics_and_the_day(client, news):
    subjects = {
        "topics": [Topic.objects.create(name="Mining")],
        "regions": [Region.objects.create(name="Puno")],
    }
    factories.article(news, **subjects)

    text = client.get("/news/verdict-due/ris/").content.decode()
    entry = client.get("/news/verdict-due/bibtex/").content.decode()

    assert "KW  - Mining\r\nKW  - Puno\r\n" in text
    assert f"Y2  - {timezone.localdate():%Y/%m/%d}\r\n" in text
    assert f"urldate = {{{timezone.localdate().isoformat()}}}" in entry


def test_the_day_it_was_seen_is_that_in_london(client, news, monkeypatch):
    factories.article(news)
    late = datetime(2026, 7, 31, 23, 30, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: late)

    assert "2026-08-01" in client.get("/news/verdict-due/bibtex/").content.decode()


def test_an_article_says_how_to_cite_it(client, news):
    factories.article(news, byline="Rosa Quispe")

    html = client.get("/news/verdict-due/").content.decode()

    assert "Cite this article" in html
    assert "Rosa Quispe (2014) ‘Verdict due’, <cite>Peru Support Group</cite>" in html
    assert 'href="/news/verdict-due/bibtex/"' in html
    assert 'href="/news/verdict-due/ris/"' in html


def test_a_preview_offers_no_files(client, news):
    draft = factories.article(news, live=False)
    client.force_login(factories.administrator())

    html = client.get(
        reverse("wagtailadmin_pages:view_draft", args=[draft.pk])
    ).content.decode()

    assert "Peru Support Group (2014) ‘Verdict due’" in html
    assert "bibtex/" not in html
