"""What is only in a draft, readers learn nothing of."""

import pytest
from django.core.management import call_command

from news.models import Region, Topic
from search.models import Word
from tests import factories
from tests.search.reading_results import GROUPS, ask, facets, text

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["as it is saved", "after update_index"])
def draft(request, news):
    """An article whose newer draft is on guanacos, in each of its parts."""
    topics = [Topic.objects.create(name=name) for name in ("Llamas", "Guanacos")]
    regions = [Region.objects.create(name=name) for name in ("Puno", "Guanacoville")]
    article = factories.article(
        news, title="Llamas", topics=topics[:1], regions=regions[:1]
    )
    factories.article(news, title="A verdict on llamas")
    article.title = "Guanacos"
    article.body = [{"type": "paragraph", "value": "<p>Guanaco herds.</p>"}]
    article.topics.set(topics[1:])
    article.regions.set(regions[1:])
    article.save_revision()
    if request.param == "after update_index":
        call_command("update_index", verbosity=0)
    return article


def test_the_published_text_is_found_and_that_of_the_draft_is_not(find, draft):
    assert find("guanacos") == find("guanaco herds") == []
    assert find(topic="guanacos") == find(region="guanacoville") == []
    assert "Llamas" in find("llamas")
    assert find(topic="llamas") == find(region="puno") == ["Llamas"]


def test_facets_have_the_published_topics_and_regions(client, draft):
    page = ask(client, query="judges")

    assert [list(facets(page, group)) for group in GROUPS[2:]] == [["Llamas"], ["Puno"]]


def test_the_published_title_and_topics_are_suggested(client, draft):
    def suggested(typed):
        return client.get("/search/suggest/", {"query": typed}).json()[1]

    assert suggested("guan") == []
    assert suggested("llam") == ["Llamas", "Llamas", "A verdict on llamas"]


@pytest.mark.parametrize("query", ["guanacso", "guanaccos verdict", "guanacso xyzzy"])
def test_no_word_is_corrected_to_one_of_the_draft(client, draft, query):
    assert "guanaco" not in text(ask(client, query=query).main).lower()
    assert "“Llamas”" in text(ask(client, query="llmaas").main)


def test_words_are_counted_as_published(draft):
    counted = dict(Word.objects.filter(entries__gt=0).values_list("word", "entries"))

    assert counted["llamas"] == 2
    assert [word for word in counted if word.startswith(("guanaco", "herd"))] == []


def test_once_it_is_published_all_of_it_is_found(client, find, draft):
    draft.get_latest_revision().publish()

    assert find("guanaco herds") == find(topic="guanacos") == ["Guanacos"]
    assert find(topic="llamas") == []
    assert "“Guanaco" in text(ask(client, query="guanacso").main)
