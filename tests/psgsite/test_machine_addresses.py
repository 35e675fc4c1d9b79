"""What is there for programs: robots.txt, llms.txt, the manifest and the icons."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image as Pillow
from wagtail.models import Site

from about.models import AboutPage, AimsPage
from psgsite.models import OrganisationSettings
from tests import factories

pytestmark = pytest.mark.django_db


def is_allowed(robots, address):
    """Whether a crawler that knows ``*``, as the big ones do, may fetch an address."""
    rules = re.findall(r"^Disallow: (.+)$", robots, re.MULTILINE)
    patterns = [re.escape(rule).replace(r"\*", ".*") for rule in rules]
    return not any(re.match(pattern, address) for pattern in patterns)


def test_robots_are_told_of_both_sitemaps(client, news):
    robots = client.get("/robots.txt").content.decode()
    parser = RobotFileParser()
    parser.parse(robots.splitlines())

    sitemaps = parser.site_maps()
    assert sitemaps == [
        "http://testserver/sitemap.xml",
        "http://testserver/sitemap-latest.xml",
    ]
    for address in sitemaps:
        path = address.removeprefix("http://testserver")
        assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/news/",
        "/news/?page=2",
        "/news/2014/",
        "/news/topics/mining/",
        "/news/verdict-due/markdown/",
        "/static/psgsite/css/site.css",
        "/media/images/plaza.jpg",
        "/cards/5.png?v=1",
        # It says noindex, which can only be read on the page.
        "/search/",
    ],
)
def test_robots_may_fetch_what_is_for_reading(client, home, address):
    assert is_allowed(client.get("/robots.txt").content.decode(), address)


@pytest.mark.parametrize(
    "address",
    [
        "/admin/login/",
        "/search/?query=mining",
        "/news/?topic=mining&region=puno",
        "/news/?region=puno&year=2014",
        "/news/?page=2&topic=mining&year=2014",
    ],
)
def test_robots_are_kept_out_of_what_has_no_end(client, home, address):
    assert not is_allowed(client.get("/robots.txt").content.decode(), address)


@pytest.fixture
def llms(client, home, news):
    factories.page(home, AboutPage, slug="about", title="About", summary="Who we are.")
    factories.page(home, AimsPage, slug="aims", title="Aims", live=False)
    site = Site.objects.get()
    OrganisationSettings.objects.create(site=site, description="We follow Peru.")
    return lambda: client.get("/llms.txt")


def test_llms_txt_has_the_form_that_programs_expect(llms, news):
    factories.article(news)

    response = llms()
    text = response.content.decode()

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert text.startswith("# Peru Support Group\n\n> We follow Peru.\n\n## ")
    assert "\n\n\n" not in text
    # Below the first heading there are only lists of links under headings of their own.
    for line in text.splitlines()[4:]:
        assert re.fullmatch(r"|## .+|- \[.+\]\(http://testserver/.*\)(: .+)?", line), (
            line
        )


def test_llms_txt_links_to_pages_articles_and_feeds(llms, client, news):
    factories.article(news, date=date(2014, 12, 8))

    text = llms().content.decode()

    assert "- [About](http://testserver/about/): Who we are.\n" in text
    assert (
        "- [Verdict due](http://testserver/news/verdict-due/markdown/): "
        "8 December 2014. Judges meet in Lima.\n"
    ) in text
    addresses = re.findall(r"\(http://testserver([^)]*)\)", text)
    assert {"/news/feed/", "/news/feed/atom/", "/sitemap.xml"} < set(addresses)
    for address in addresses:
        assert client.get(address).status_code == 200


def test_llms_txt_has_the_latest_ten_articles_that_everyone_may_read(llms, news):
    factories.articles(news, 12)
    secret = factories.article(news, title="Witness list", date=date(2014, 12, 30))
    factories.restrict(secret)

    text = llms().content.decode()

    assert re.findall(r"\[(Article \d+)\]", text) == [f"Article {n}" for n in range(10)]
    assert "Witness list" not in text
    assert "Aims" not in text


def test_a_title_cannot_break_out_of_its_line(llms, news):
    factories.article(news, title="See [here](x)", summary="One\n## Two", slug="a")

    text = llms().content.decode()

    assert r"[See \[here\]" in text
    assert "\n## Two" not in text


def test_llms_txt_takes_few_queries_however_many_articles(llms, news):
    llms()
    factories.articles(news, 9)

    with CaptureQueriesContext(connection) as queries:
        llms()

    assert len(queries) <= 6


def test_the_manifest_says_what_a_home_screen_needs(client, home):
    response = client.get("/manifest.webmanifest")

    assert response["Content-Type"] == "application/manifest+json"
    manifest = response.json()
    assert manifest["name"] == "Peru Support Group"
    assert manifest["short_name"] == "PSG"
    assert manifest["start_url"] == manifest["scope"] == "/"
    assert manifest["display"] == "minimal-ui"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        assert icon["src"].startswith("/static/")
        assert "x".join(map(str, picture(icon["src"]).size)) == icon["sizes"]


def test_a_short_name_is_not_shortened(client, home):
    site = Site.objects.get()
    OrganisationSettings.objects.create(site=site, name="Peru Support")

    assert client.get("/manifest.webmanifest").json()["short_name"] == "Peru Support"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("friends of the people of peru", "friends of the people of peru"),
        ("21 – the 21st of may", "21 – the 21st of may"),
        ("Ángeles  para\tÉl", "ÁÉ"),
        ("秘鲁" * 10, "秘鲁" * 10),
        (" " * 20, " " * 20),
    ],
)
def test_a_name_is_shortened_to_its_capitals_if_it_has_any(client, home, name, short):
    OrganisationSettings.objects.create(site=Site.objects.get(), name=name)

    manifest = client.get("/manifest.webmanifest").json()

    assert (manifest["name"], manifest["short_name"]) == (name, short)


def picture(address):
    return Pillow.open(finders.find(address.removeprefix("/static/")))


def test_the_manifest_has_the_colours_of_the_styles(client, home):
    tokens = Path(finders.find("psgsite/css/tokens.css")).read_text()
    light = re.search(r"--paper: (#\w+);", tokens)[1]

    manifest = client.get("/manifest.webmanifest").json()

    assert manifest["theme_color"] == manifest["background_color"] == light


def test_every_page_names_its_icons(client, home):
    head = BeautifulSoup(client.get("/").content, "html5lib").head

    icons = [link["href"] for link in head.find_all("link", rel="icon")]
    [touch] = head.find_all("link", rel="apple-touch-icon")
    [manifest] = head.find_all("link", rel="manifest")
    assert [each.rpartition(".")[2] for each in icons] == ["ico", "svg"]
    for address in (*icons, touch["href"]):
        assert finders.find(address.removeprefix("/static/"))
    assert picture(touch["href"]).size == (180, 180)
    assert client.get(manifest["href"]).status_code == 200


def test_programs_that_ask_for_the_icon_by_its_old_name_get_it(client, home):
    response = client.get("/favicon.ico")

    icon = b"".join(response)
    assert response["Content-Type"] == "image/x-icon"
    assert "max-age=86400" in response["Cache-Control"]
    assert Pillow.open(BytesIO(icon)).size == (32, 32)


def test_the_icons_weigh_little():
    names = "icon.svg favicon.ico apple-touch-icon.png icon-192.png icon-512.png"
    for name in [*names.split(), "icon-maskable-512.png"]:
        assert 0 < Path(finders.find(f"psgsite/{name}")).stat().st_size <= 2000
