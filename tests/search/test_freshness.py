"""What changes on the site changes what a search finds, at once and for good."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from about.models import AboutPage, AimsPage
from news.models import ArticlePage, Region, Topic
from tests import factories
from tests.search.reading_results import ask, facets, text

pytestmark = pytest.mark.django_db


def found(client, query):
    """What is found, and where it is."""
    links = ask(client, query=query).select(".result h2 a")
    return {link.get_text(): link["href"] for link in links}


@pytest.fixture
def in_two_days(monkeypatch):
    """Run what is scheduled as if two days had gone by."""

    def run():
        later = timezone.now() + timedelta(days=2)
        monkeypatch.setattr(timezone, "now", lambda: later)
        call_command("publish_scheduled")

    return run


def test_an_article_is_found_from_its_publication_until_it_is_unpublished(find, news):
    article = factories.article(news, title="Llamas", live=False)
    before = find("llamas")
    article.save_revision().publish()
    during = find("llamas")
    ArticlePage.objects.get().unpublish()

    assert (before, during, find("llamas")) == ([], ["Llamas"], [])


def test_a_scheduled_article_is_found_from_its_time_on(find, news, in_two_days):
    article = factories.article(news, title="Llamas", live=False)
    article.go_live_at = timezone.now() + timedelta(days=1)
    article.save_revision().publish()
    before = find("llamas")

    in_two_days()

    assert (before, find("llamas")) == ([], ["Llamas"])


def test_an_article_that_has_expired_is_not_found(find, news, in_two_days):
    article = factories.article(news, title="Llamas")
    article.expire_at = timezone.now() + timedelta(days=1)
    article.save_revision().publish()
    before = find("llamas")

    in_two_days()

    assert (before, find("llamas")) == (["Llamas"], [])


@pytest.mark.parametrize("whole_section", [False, True])
def test_what_is_deleted_is_not_found(find, news, whole_section):
    article = factories.article(news, title="Llamas")
    assert find("llamas") == ["Llamas"]

    (news if whole_section else article).delete()

    assert find("llamas") == []


def test_a_result_leads_to_where_its_page_was_moved(client, home):
    about = factories.page(home, AboutPage, slug="about")
    factories.page(home, AimsPage, title="Llamas", slug="llamas")
    before = found(client, "llamas")

    AimsPage.objects.get().move(about, pos="last-child")

    assert before == {"Llamas": "/llamas/"}
    assert found(client, "llamas") == {"Llamas": "/about/llamas/"}


def test_a_result_leads_below_its_section_s_new_address(client, news):
    factories.article(news, title="Llamas")

    news.slug = "press"
    news.save_revision().publish()

    assert found(client, "llamas") == {"Llamas": "/press/llamas/"}


@pytest.mark.parametrize(("model", "group"), [(Topic, "topic"), (Region, "region")])
def test_a_subject_is_found_by_its_new_name_only(client, find, news, model, group):
    subject = model.objects.create(name="Llamas")
    factories.article(news, title="A", **{f"{group}s": [subject]})
    factories.article(news, title="B")

    subject.name, subject.slug = "Guanacos", "guanacos"
    subject.save()

    assert (find("llamas"), find("guanacos")) == ([], ["A"])
    assert (find(**{group: "llamas"}), find(**{group: "guanacos"})) == ([], ["A"])
    assert list(facets(ask(client, query="judges"), f"By {group}")) == ["Guanacos"]


def test_a_deleted_topic_is_not_found(client, find, news):
    topic = Topic.objects.create(name="Llamas")
    factories.articles(news, 2, topics=[topic])
    before = find("llamas")

    topic.delete()

    assert (len(before), find("llamas"), find(topic="llamas")) == (2, [], [])
    assert facets(ask(client, query="judges"), "By topic") == {}


@pytest.mark.parametrize("below", ["itself", "a private section"])
def test_a_private_page_is_found_as_long_as_it_is_public(find, news, below):
    article = factories.article(news, title="Llamas", summary="Of the puna.")
    restriction = factories.restrict(article if below == "itself" else news)
    while_private = find("llamas")
    article.summary = "Of the highlands."
    article.save_revision().publish()
    changed = find("highlands")

    restriction.delete()

    assert (while_private, changed) == ([], [])
    assert find("llamas") == find("highlands") == ["Llamas"]
    assert find("puna") == []


@pytest.mark.parametrize("query", ["guanacos", "guanacso", "condor puma guanacso"])
def test_words_of_a_private_page_are_told_to_nobody(client, news, query):
    factories.articles(news, 4)
    factories.article(news, title="The condor and the puma")
    article = factories.article(news, title="A condor, a puma and guanacos")
    while_public = text(ask(client, query=query).main)
    factories.restrict(article)

    while_private = text(ask(client, query=query).main)

    assert "and guanacos" in while_public
    assert "guanacos" not in while_private.replace(f"“{query}”", "")


def test_what_is_moved_below_a_private_page_is_not_found(find, home):
    about = factories.page(home, AboutPage)
    factories.page(home, AimsPage, title="Llamas", slug="llamas")
    factories.restrict(about)
    before = find("llamas")

    AimsPage.objects.get().move(about, pos="last-child")

    assert (before, find("llamas")) == (["Llamas"], [])


def test_an_alias_follows_its_article(client, news):
    article = factories.article(news, title="Llamas")
    article.create_alias(update_slug="the-other-address")
    article.summary = "About alpacas."
    article.save_revision().publish()

    alpacas = ask(client, query="alpacas").select(".result h2 a")
    article.unpublish()

    assert {link["href"] for link in alpacas} == {
        "/news/llamas/",
        "/news/the-other-address/",
    }
    assert found(client, "alpacas") == {}


def test_imported_articles_are_found(find, news, tmp_path):
    article = {"date": "2014-12-08", "summary": "Judges meet.", "body": "<p>Puna.</p>"}
    lines = [json.dumps(article | {"title": f"Llamas {n}"}) for n in range(3)]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines))

    call_command("import_articles", path, verbosity=0)

    assert sorted(find("llamas puna")) == ["Llamas 0", "Llamas 1", "Llamas 2"]
