"""Reads sitemaps as search engines do: one that breaks a rule of its schema fails the test.

https://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd and siteindex.xsd, and
https://www.google.com/schemas/sitemap-news/0.9/sitemap-news.xsd
"""

import re
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"

KINDS = {
    f"{SITEMAP}sitemapindex": f"{SITEMAP}sitemap",
    f"{SITEMAP}urlset": f"{SITEMAP}url",
}
# What may follow an address, in this order.
LASTMOD, IS_NEWS = f"{SITEMAP}lastmod", f"{NEWS}news"
PARTS = [[], [LASTMOD], [IS_NEWS], [LASTMOD, IS_NEWS]]


def read(client, address):
    """The entries of a valid sitemap or index, as elements."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    assert root.tag in KINDS
    assert 1 <= len(root) <= 50_000
    for entry in root:
        assert entry.tag == KINDS[root.tag]
        check(entry)
    return list(root)


def check(entry):
    tags = [child.tag for child in entry]
    assert tags[:1] == [f"{SITEMAP}loc"]
    assert tags[1:] in PARTS
    address = urlsplit(entry.findtext(f"{SITEMAP}loc"))
    assert address.scheme in {"http", "https"}
    assert address.netloc
    assert 12 <= len(address.geturl()) <= 2048
    changed = entry.findtext(f"{SITEMAP}lastmod")
    assert changed is None or datetime.fromisoformat(changed)
    for news in entry.findall(f"{NEWS}news"):
        check_news(news)


def check_news(news):
    elements = [element for element in news.iter() if element is not news]
    assert [element.tag for element in elements] == [
        f"{NEWS}{name}"
        for name in ("publication", "name", "language", "publication_date", "title")
    ]
    assert all(element.text.strip() for element in elements[1:])
    assert re.fullmatch(r"[a-z]{2,3}", news.findtext(f".//{NEWS}language"))
    assert datetime.fromisoformat(news.findtext(f"{NEWS}publication_date"))


def addresses(client, address):
    entries = read(client, address)
    return [entry.findtext(f"{SITEMAP}loc") for entry in entries]


def paths(client, address):
    return [
        each.removeprefix("http://testserver") for each in addresses(client, address)
    ]
