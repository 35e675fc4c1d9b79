"""Reads pages of results as their HTML has them, and follows their links."""

from urllib.parse import urljoin

from bs4 import BeautifulSoup

from psgsite.numbers import NUMBERS

GROUPS = ["By kind", "By year", "By topic", "By region"]


def ask(client, address="/search/", **parameters):
    """The page for these parameters, or at an address that another page links to."""
    response = client.get(urljoin("/search/", address), parameters or None)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def follow(client, page, name):
    """The page that a link with this text leads to."""
    return ask(client, page.main.find("a", string=name)["href"])


def text(element):
    return " ".join(element.get_text().split())


def titles(page):
    return [text(link) for link in page.select(".result:not(.result--promoted) h2")]


def said(page):
    """How many results there are, in the page's words."""
    return text(page.find(role="status"))


def total(page):
    number = said(page).split()[0]
    return NUMBERS.index(number) if number in NUMBERS else int(number.replace(",", ""))


def facets(page, group):
    """The links of one group, such as "By year": name, address and count of each."""
    found = page.find("nav", {"aria-label": group})
    rows = found.select(".facet li") if found else []
    return {text(row.a): (row.a["href"], text(row.span)) for row in rows}


def counts(page, group):
    return {name: int(count) for name, (_, count) in facets(page, group).items()}


def removals(page):
    """What was chosen, and the address without it."""
    chosen = page.select(".chosen a")
    return {text(link).removeprefix("Remove "): link["href"] for link in chosen}
