"""Redirects that lead to redirects, to themselves, or to pages that aren't published."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from about.models import AboutPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(news):
    return factories.page(news.get_parent(), AboutPage, title="About", slug="about")


def redirect(old_path, to, **fields):
    name = "redirect_link" if isinstance(to, str) else "redirect_page"
    return Redirect.objects.create(old_path=old_path, **{name: to}, **fields)


def led_to(client, address):
    """Where one answer sends a reader, and how the next one is; None if it is a 404."""
    response = client.get(address)
    if response.status_code == 404:
        return None
    location = response["Location"]
    return location, client.get(location).status_code


def test_a_chain_of_redirects_is_one_step_for_readers(client, about):
    redirect("/a", "http://testserver/b/")
    redirect("/b", "/C.html")
    redirect("/c", about)

    assert led_to(client, "/a/") == ("/about/", 200)


def test_a_chain_is_as_lasting_as_its_weakest_link(client, about):
    redirect("/a", "/b")
    redirect("/b", about, is_permanent=False)
    redirect("/c", about)

    assert client.get("/a/").status_code == 302
    assert client.get("/c/").status_code == 301


def test_a_chain_may_end_on_another_site(client, about):
    redirect("/a", "/b")
    redirect("/b", "https://example.org/b")

    assert client.get("/a/")["Location"] == "https://example.org/b"


@pytest.mark.parametrize(
    "steps",
    [
        {"/a": "/a"},
        {"/a": "http://testserver/A.html?utm_source=x"},
        {"/a": "/b/", "/b": "/a/"},
        {"/a": "/b/", "/b": "/c/", "/c": "/b"},
    ],
)
def test_redirects_that_go_round_lead_nowhere(client, about, steps):
    redirect("/d", about)
    for old_path, to in steps.items():
        redirect(old_path, to)

    assert led_to(client, "/a/") is None
    assert led_to(client, "/d/") == ("/about/", 200)


def test_a_redirect_to_another_spelling_of_itself_leads_to_the_page(client, about):
    redirect("/About.html", "http://testserver/ABOUT/")

    assert led_to(client, "/About.html") == ("/about/", 200)


def test_a_redirect_to_a_page_that_is_not_published_leads_nowhere(client, about, news):
    draft = factories.article(news, slug="draft", live=False)
    redirect("/a", draft)
    redirect("/b", "http://testserver/news/draft/")
    redirect("/c", about)

    assert led_to(client, "/a/") is None
    assert led_to(client, "/b/") is None
    assert led_to(client, "/c/") == ("/about/", 200)


def test_a_redirect_outlives_the_page_for_which_there_is_another(client, about, news):
    article = factories.article(news, slug="old", live=False)
    redirect("/a", article)
    redirect("/news/old", about)

    assert led_to(client, "/a/") == ("/about/", 200)


def test_a_page_stands_in_for_a_redirect_that_leads_nowhere(client, about, news):
    redirect("/About.html", factories.article(news, live=False))

    assert led_to(client, "/About.html") == ("/about/", 200)


def test_a_redirect_to_what_was_withdrawn_says_why(client, news):
    article = factories.article(news)
    redirect("/a", article)
    before = led_to(client, "/a/")
    article.withdraw("The dates in it were wrong.", user=None)

    assert before == ("/news/verdict-due/", 200)
    assert led_to(client, "/a/") == ("/news/verdict-due/", 410)


def test_a_redirect_to_a_private_page_asks_who_is_there(client, news):
    article = factories.article(news)
    factories.restrict(article)
    redirect("/a", article)

    assert led_to(client, "/a/") == ("/news/verdict-due/", 302)


def test_a_redirect_to_a_file_of_this_site_is_followed(client, about):
    document = factories.document()
    redirect("/a", f"http://testserver{document.url}")
    redirect("/b", "/static/psgsite/favicon.ico")

    assert led_to(client, "/a/") == (f"http://testserver{document.url}", 200)
    assert client.get("/b/")["Location"] == "/static/psgsite/favicon.ico"


def test_a_redirect_without_a_target_leads_nowhere(client, about):
    redirect("/a", "")

    assert led_to(client, "/a/") is None
