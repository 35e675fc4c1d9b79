"""The rule for old addresses, as docs/operators/old-site.md states it."""

from urllib.parse import unquote_to_bytes

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from about.models import AboutPage
from psgsite.addresses.spelling import fold
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(news):
    """A page, an article, and redirects as editors and imports make them."""
    about = factories.page(news.get_parent(), AboutPage, title="About", slug="about")
    article = factories.article(news, slug="verdict-due")
    for old_path, page in {
        "/news-archive.php?id=12": article,
        "/news-archive.php?id=13&part=2": about,
        "/who-we-are": about,
        "/Aims.html": about,
        "/Ñandú/Puno.html": about,
    }.items():
        redirect_from(old_path, redirect_page=page)


def redirect_from(old_path, **to):
    redirect = Redirect(old_path=old_path, **to)
    redirect.clean()
    redirect.save()
    return redirect


SAME = [
    # What is asked for, and what it counts as.
    ("/News", "/news"),
    ("/news/", "/news"),
    ("/news.html", "/news"),
    ("/News.HTM", "/news"),
    ("/news/index.html", "/news"),
    ("/index.html", "/"),
    ("/", "/"),
    ("/a/?utm_source=x&UTM_campaign=y&fbclid=z&gclid=1&mc_cid=2&mc_eid=3", "/a"),
    ("/a.php?b=2&utm_source=x&a=1", "/a.php?a=1&b=2"),
    ("/a?utmost=1", "/a?utmost=1"),
    ("/a.htmlx", "/a.htmlx"),
    ("/indexes", "/indexes"),
    ("/%C3%91and%C3%BA/Puno", "/Ñandú/puno"),
]


@pytest.mark.parametrize(("asked", "counts_as"), SAME)
def test_addresses_count_as_the_same(asked, counts_as):
    assert fold(asked) == counts_as
    assert fold(counts_as) == counts_as


LEADS = {
    # Pages and other parts of the site.
    "/News/Verdict-Due/": "/news/verdict-due/",
    "/NEWS/VERDICT-DUE": "/news/verdict-due/",
    "/news/verdict-due.html": "/news/verdict-due/",
    "/about.html?utm_source=letter": "/about/",
    "/about.htm?page=2&fbclid=abc": "/about/?page=2",
    "/index.html": "/",
    "/News/2014/12/": "/news/2014/12/",
    "/Search/?query=Puno&gclid=1": "/search/?query=Puno",
    # Redirects.
    "/news-archive.php?id=12": "/news/verdict-due/",
    "/News-Archive.php?ID=12": "/news/verdict-due/",
    "/news-archive.php/?id=12": "/news/verdict-due/",
    "/news-archive.php?id=12&utm_source=x&mc_cid=y": "/news/verdict-due/",
    "/news-archive.php?part=2&id=13": "/about/",
    "/who-we-are": "/about/",
    "/Who-We-Are/": "/about/",
    "/who-we-are.html?fbclid=abc": "/about/",
    "/who-we-are?any=query": "/about/",
    "/aims": "/about/",
    "/aims/index.html": "/about/",
    "/AIMS.HTML": "/about/",
    "/%C3%91and%C3%BA/puno": "/about/",
    # Neither.
    "/news-archive.php": None,
    "/news-archive.php?id=99": None,
    "/news-archive.html?id=12": None,
    "/News/Verdict/": None,
    "/nothing.html": None,
    "/documents/99/Report.pdf": None,
    "/cards/99.png": None,
    "/%C3%B1and%C3%BA/puno/": None,
}


def test_old_addresses_lead_on_at_once(client, site):
    answers = {asked: client.get(asked) for asked in LEADS}

    assert {asked: led_to(answer) for asked, answer in answers.items()} == LEADS
    assert {answer.status_code for answer in answers.values()} == {301, 404}
    for page in set(LEADS.values()) - {None}:
        assert client.get(page).status_code == 200


def led_to(response):
    return response.get("Location")


def test_programs_that_only_ask_get_the_same_answer(client, site):
    assert client.head("/who-we-are")["Location"] == "/about/"
    assert client.head("/News.html")["Location"] == "/news/"
    assert client.head("/nothing.html").status_code == 404


def test_where_a_reader_came_from_changes_no_page(client, site):
    response = client.get("/about/?utm_source=x&fbclid=x&mc_cid=x&gclid=x")

    assert response.status_code == 200
    canonical = '<link rel="canonical" href="http://testserver/about/">'
    assert canonical in response.content.decode()


def test_a_page_is_shown_whatever_redirect_there_is_from_its_address(client, site):
    redirect_from("/about", redirect_link="https://example.org/")
    redirect_from("/about.html", redirect_link="https://example.org/more")

    assert client.get("/about/").status_code == 200
    assert client.get("/About/")["Location"] == "/about/"
    # Someone wrote just this.
    assert client.get("/about.html")["Location"] == "https://example.org/more"


def test_a_redirect_for_a_query_comes_before_one_for_all(client, site):
    redirect_from("/news-archive.php", redirect_link="https://example.org/")

    assert client.get("/NEWS-archive.php?ID=12")["Location"] == "/news/verdict-due/"
    assert client.get("/news-archive.php?id=99")["Location"] == "https://example.org/"


def test_a_redirect_of_one_site_comes_before_that_of_all(client, site):
    redirect_from("/shop", redirect_link="https://example.org/all")
    redirect_from(
        "/shop", redirect_link="https://example.org/", site=Site.objects.get()
    )

    assert client.get("/shop")["Location"] == "https://example.org/"


def test_a_redirect_of_another_site_counts_for_nothing(client, site):
    other = Site.objects.create(hostname="other.example", root_page=site_root())
    redirect_from("/shop", redirect_link="https://example.org/", site=other)

    assert client.get("/shop/").status_code == 404


def site_root():
    return Site.objects.get(is_default_site=True).root_page


def test_a_temporary_redirect_stays_temporary(client, site):
    redirect_from("/shop", redirect_link="https://example.org/", is_permanent=False)

    assert client.get("/Shop").status_code == 302


def test_what_is_sent_to_an_old_address_is_not_sent_on(client, site):
    assert client.post("/who-we-are/").status_code == 404


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    return response.status_code, len(captured)


def test_a_page_that_is_there_costs_no_more_for_it(client, site, settings):
    settled = queries(client, "/about/?utm_source=x")
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "Old" not in name]

    assert settled == queries(client, "/about/?utm_source=x")


def test_a_page_that_is_not_there_takes_few_queries(client, site):
    for address in ("/nothing/", "/nothing/?a=1&utm_source=x", "/Nothing.html"):
        status, spent = queries(client, address)

        assert status == 404
        assert spent <= 8, address


HOSTILE = [
    "//evil.example",
    "//evil.example/",
    "//evil.example/about.html",
    "//evil.example/%2e%2e/about.html",
    "///evil.example/About/",
    "/%2F%2Fevil.example/About/",
    "/%5C%5Cevil.example/About/",
    "/\\evil.example/About/",
    "/.html",
    "//.html",
    "/%0d%0aSet-Cookie:%20a=b/About/",
    "/About/?a=%0d%0aSet-Cookie:%20a=b",
    "/About/?next=//evil.example",
    "/About.html?%00=1",
    "/%00.html",
    "/%FF%FE/About/",
    "/About;a=1.html",
    "/About/%23.html",
    "/[.html",
    "/About/../../../etc/passwd",
    "/" + "a/" * 2000,
]


def get_as_it_is(client, address):
    """As a server passes it on; the client would take what follows // for a host."""
    path, _, query = address.partition("?")
    raw = unquote_to_bytes(path).decode("latin-1")
    return client.get("/", PATH_INFO=raw, QUERY_STRING=query)


def test_no_address_leads_off_the_site_or_fails(client, site):
    for address in HOSTILE:
        response = get_as_it_is(client, address)

        assert response.status_code in {301, 404}, address
        location = response.get("Location", "/")
        assert location.startswith("/"), address
        assert not location.startswith(("//", "/\\")), address
        assert "Set-Cookie" not in response, address
        assert "\n" not in location, address
