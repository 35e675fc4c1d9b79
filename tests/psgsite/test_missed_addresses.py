"""Which of the addresses that lead nowhere are kept, and what of them."""

from collections import Counter

import pytest
from django.utils import timezone

from psgsite.addresses.models import MissingAddress
from psgsite.addresses.notebook import collect
from tests.psgsite.missing import BROWSER, kept

pytestmark = pytest.mark.django_db


def test_an_address_that_readers_miss_is_kept(ask):
    before = timezone.now().replace(microsecond=0)
    assert ask("/lost/").status_code == 404
    ask("/lost/", referer="https://www.example.org/links?user=jane")
    collect()
    ask("/lost/")

    assert kept() == {"/lost": 3}
    row = MissingAddress.objects.get()
    assert before <= row.first_asked <= row.last_asked <= timezone.now()
    assert row.referrer == "www.example.org"


def test_all_spellings_of_an_address_are_one(ask):
    for address in ("/lost/", "/Lost/", "/lost.html", "/lost?utm_source=x", "/lost"):
        ask(address, referer="https://example.org/")

    # Without a slash at its end, a reader is sent to the same with one.
    assert kept() == {"/lost": 3}


KEPT = {
    "/lost/": "/lost",
    "/Lost/Report.pdf": "/lost/report.pdf",
    "/documents/99/report.pdf": "/documents/99/report.pdf",
    "/news/lost/": "/news/lost",
    "/news-archive.php?id=12&user=jane": "/news-archive.php?id=12",
    "/lost/?email=jane@example.org&phone=07700900123": "/lost",
    "/Noticias/%C3%91and%C3%BA/": "/noticias/Ñandú",
    "/%D7%A9%D7%9C%D7%95%D7%9D/": "/שלום",
    "/2014/12/08/verdict.html": "/2014/12/08/verdict",
    "/" + "a" * 254 + "/": "/" + "a" * 254,
}
# Nobody who reads asks for these, or what they have is nobody's business.
LEFT_OUT = [
    "/wp-login.php?id=1",
    "/blog/wp-content/x/",
    "/.env",
    "/.git/config",
    "/.well-known/security.txt",
    "/phpmyadmin/",
    "/xmlrpc.php?id=1",
    "/cgi-bin/test/",
    "/index.php",
    "/news-archive.php?id=12345678",
    "/style.css",
    "/picture.jpg",
    "/backup.zip",
    "/%3Cscript%3E/",
    "/lost/%22onload/",
    "/%0d%0aX/",
    "/%00/",
    "/%FF/",
    "/%E2%80%AEtxt/",
    "/jane@example.org/",
    "/jane%40example.org/",
    "/call/07700900123/",
    "/open/c2VjcmV0LXRva2VuLW9mLWph1/",
    "/open/3f2b8c1e-9d47-4c9e-8a51-0d8e6f7a1b2c/",
    "/" + "a" * 255 + "/",
    # The site's own.
    "/admin/lost/",
    "/search/?query=a&page=99",
    "/news/?page=99",
    "/news/?topic=lost",
    "/cards/99.png",
    "/media/images/lost.jpg",
]


def test_what_readers_look_for_is_told_from_what_bots_try(ask):
    statuses = {address: ask(address).status_code for address in [*KEPT, *LEFT_OUT]}

    assert kept() == Counter(KEPT.values())
    assert {statuses[address] for address in KEPT} == {404}


def test_an_old_program_that_somebody_links_to_is_kept(ask):
    ask("/members.php", referer="https://example.org/")

    assert kept() == {"/members.php": 1}


NO_PAGE_VIEW = [
    {"accept": "*/*"},
    {"accept": "image/avif,image/webp"},
    {"user-agent": ""},
    {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
    {"user-agent": "curl/8.5.0"},
    {"sec-fetch-mode": "no-cors"},
    {"sec-purpose": "prefetch"},
]


def test_only_people_who_want_to_read_count(client, ask):
    for headers in NO_PAGE_VIEW:
        ask("/lost/", **headers)
    client.head("/lost/", headers=BROWSER)
    client.post("/lost/", headers=BROWSER)
    assert kept() == {}

    # As a browser's service worker asks.
    ask("/lost/", **{"sec-fetch-mode": "navigate", "sec-fetch-dest": "empty"})
    assert kept() == {"/lost": 1}


@pytest.mark.parametrize(
    ("referrer", "host"),
    [
        ("http://testserver.example:8000/about/?a=b", "testserver.example"),
        ("https://192.0.2.7/", ""),
        ("http://[::1]/", ""),
        ("http://[bad/", ""),
        ("https://jane:secret@example.org/", "example.org"),
        ("=cmd|x", ""),
        (f"https://{'a' * 120}.example/", ""),
    ],
)
def test_of_where_a_link_was_only_the_host_is_kept(ask, referrer, host):
    ask("/lost/", referer=referrer)
    collect()

    assert MissingAddress.objects.get().referrer == host


def test_a_link_is_remembered_when_somebody_comes_without_one(ask):
    ask("/lost/", referer="https://example.org/")
    collect()
    ask("/lost/")
    collect()

    assert MissingAddress.objects.get().referrer == "example.org"
