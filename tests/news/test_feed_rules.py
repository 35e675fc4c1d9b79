"""The feeds hold to the rules of a feed validator, whatever is in them."""

import pytest
from django.http import HttpResponse

from tests import factories
from tests.news.article_texts import full_article, paragraph
from tests.news.feed_rules import broken_rules

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

RSS_ADDRESS = "/news/feed/"
ATOM_ADDRESS = "/news/feed/atom/"

both_feeds = pytest.mark.parametrize("address", [RSS_ADDRESS, ATOM_ADDRESS])


def broken(response):
    return broken_rules(response, f"http://testserver{response.request['PATH_INFO']}")


@both_feeds
def test_a_feed_breaks_no_rule_whatever_its_articles_hold(client, news, address):
    full_article(news)
    factories.article(news, title="Plain & <b>bare</b>", summary="AT&T < all ]]>")
    factories.article(news, title="Verdict", body=[paragraph("<p>a ]]> &lt; b</p>")])

    response = client.get(address)

    assert broken(response) == []
    assert "a ]]&amp;gt; &amp;lt; b" in response.content.decode()


@both_feeds
def test_an_empty_feed_is_a_feed(client, news, address):
    assert broken(client.get(address)) == []
    assert "News: Peru Support Group" in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ('&lt;a href="http://testserver/', '&lt;a href="/', "a href isn't absolute"),
        ("&lt;p&gt;", '&lt;p class="x"&gt;', "attribute class"),
        ("&lt;table", "&lt;form", "element form"),
        ("alt=", "lang=", "img without its alternative text"),
        ("/news/feed/", "/news/rss/", "no link to itself"),
        ("<title>", "<name>", "not well-formed"),
        ("2014", "MMXIV", "isn't a date"),
        ("urn:uuid:", "", "id isn't a URI"),
    ],
)
def test_the_rules_find_what_is_broken(client, news, right, wrong, rule):
    full_article(news)
    valid = client.get(ATOM_ADDRESS)
    text = valid.content.decode()
    assert right in text

    wrong_feed = HttpResponse(
        text.replace(right, wrong), content_type=valid["Content-Type"]
    )

    found = broken_rules(wrong_feed, f"http://testserver{ATOM_ADDRESS}")
    assert rule in "\n".join(found)
