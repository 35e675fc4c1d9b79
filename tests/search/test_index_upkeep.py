"""The index is kept as if it had been made anew, and making it anew puts it right."""

from unittest.mock import Mock

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.search.models import IndexEntry

from news.models import ArticlePage, Region, Topic
from search.indexed import BODY, TITLE
from search.models import Entry, Subject, Word
from search.words.analysis import terms
from tests import factories
from tests.psgsite.document_files import attached, document, pdf, restrict
from tests.search.reading_results import ask, counts, titles

pytestmark = pytest.mark.django_db

MOST_QUERIES = 24  # that the index adds to the publication of an article


def word_counts():
    """In how many entries the words are, by the term of all their forms."""
    words = Word.objects.filter(entries__gt=0)
    counts = dict(words.values_list("term", "entries"))
    assert set(counts.items()) == set(words.values_list("term", "entries"))
    return counts


def contents():
    """All that the search knows."""
    entries = [
        {name: value for name, value in vars(entry).items() if name != "_state"}
        | {"subjects": [str(subject) for subject in entry.subjects.order_by("name")]}
        for entry in Entry.objects.order_by("pk")
    ]
    subjects = set(Subject.objects.values_list("kind", "slug", "name"))
    return entries, subjects, word_counts()


def rebuild():
    call_command("update_index", verbosity=0)


@pytest.fixture
def articles(news):
    """Articles that were published, changed, renamed, unpublished and deleted."""
    mining = Topic.objects.create(name="Mining")
    puno = Region.objects.create(name="Puno")
    made = factories.articles(news, 5, topics=[mining], regions=[puno])
    made[0].title, made[0].summary = "Guanacos", "Of Ñuñoa’s 1,200 guanacos."
    made[0].save_revision().publish()
    made[1].unpublish()
    made[2].delete()
    mining.name = "Mines and miners"
    mining.save()
    return made


@pytest.mark.usefixtures("articles")
def test_words_are_counted_as_if_they_were_counted_anew():
    kept = word_counts()

    rebuild()

    assert kept == word_counts()
    assert [kept[word] for word in terms("guanacos judges miners mining")] == [
        1,
        2,
        3,
        3,
    ]


def test_words_are_counted_as_an_article_comes_changes_and_goes(news):
    counted = []

    article = factories.article(news, title="Llamas", summary="Judges.")
    factories.article(news, title="Alpacas", summary="Judges.")
    counted.append(word_counts())
    article.title = "Guanacos"
    article.save_revision().publish()
    counted.append(word_counts())
    article.save_revision().publish()
    counted.append(word_counts())
    ArticlePage.objects.get(title="Guanacos").unpublish()
    counted.append(word_counts())

    words = terms("llamas guanacos judges")
    assert [[each.get(word, 0) for word in words] for each in counted] == [
        [1, 0, 2],
        [0, 1, 2],
        [0, 1, 2],
        [0, 0, 1],
    ]


@pytest.mark.usefixtures("articles")
def test_making_the_index_again_changes_nothing():
    before = contents()

    rebuild()
    once = contents()
    rebuild()

    assert contents() == once == before
    assert len(once[0]) == 5  # three articles, the section, the home page


@pytest.mark.usefixtures("articles")
def test_what_is_indexed_as_it_is_now_is_not_written_again():
    rebuild()

    with CaptureQueriesContext(connection) as queries:
        rebuild()

    statements = [query["sql"].split("(")[0] for query in queries]
    written = [each for each in statements if each.startswith("INSERT")]
    assert not [each for each in written if "search_entry" in each], written
    assert not [each for each in written if "indexentry" in each], written


def test_a_title_whose_words_only_have_another_form_is_suggested_as_it_is(client, news):
    article = factories.article(news, title="A vote on mines")
    ArticlePage.objects.filter(pk=article.pk).update(title="A vote on mining")

    rebuild()

    assert (
        "A vote on mining" in client.get("/search/suggest/?query=a vote on mini").text
    )


def test_a_text_that_only_the_index_has_otherwise_is_put_right(find, news):
    factories.article(news, title="Llamas")
    texts = dict.fromkeys((TITLE, BODY), "")
    for entry in IndexEntry.objects.all():
        IndexEntry.objects.filter(pk=entry.pk).update(**texts)

    rebuild()

    assert not IndexEntry.objects.filter(**texts).exists()
    assert find("llamas") == ["Llamas"]


@pytest.mark.parametrize("lost", [Entry, Word, Subject, IndexEntry])
@pytest.mark.usefixtures("articles")
def test_what_was_lost_of_the_index_is_made_again(client, find, lost):
    def answers():
        page = ask(client, topic="mining")
        queries = "guanacos", "guanacso puno"
        return [*map(find, queries), titles(page), counts(page, "By region")]

    before, had = contents(), answers()
    lost.objects.all().delete()
    assert answers() != had

    rebuild()

    assert (contents(), answers()) == (before, had)
    assert had == [
        ["Guanacos"],
        ["Guanacos"],
        ["Guanacos", "Article 3", "Article 4"],
        {"Puno": 3},
    ]


def test_what_was_changed_behind_its_back_is_put_right(find, news):
    articles = factories.articles(news, 2, summary="Of llamas.")
    ArticlePage.objects.filter(pk=articles[0].pk).update(live=False)
    ArticlePage.objects.filter(pk=articles[1].pk).update(summary="Of alpacas.")

    rebuild()

    assert find("llamas") == []
    assert find("alpacas") == ["Article 1"]
    alpacas, llamas = terms("alpacas llamas")
    assert word_counts()[alpacas] == 1
    assert llamas not in word_counts()


@pytest.mark.usefixtures("articles")
def test_an_index_that_could_not_be_made_says_what_to_do(monkeypatch):
    before = contents()
    monkeypatch.setattr(
        "search.rebuilding.write", Mock(side_effect=OSError("disk full"))
    )
    ArticlePage.objects.update(summary="Of alpacas.")

    with pytest.raises(CommandError, match=r"disk full\. Run update_index again once"):
        rebuild()

    assert contents() == before


def test_an_article_is_found_by_the_text_of_its_document(
    find, news, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        report = document(pdf(["A guanaco of Puno"]))
    with django_capture_on_commit_callbacks(execute=True):
        factories.article(news, title="A report", body=[attached(report)])
    while_public = find("guanaco")
    with django_capture_on_commit_callbacks(execute=True):
        restriction = restrict(report.collection)
    while_private = find("guanaco")
    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()

    assert (while_public, while_private) == (["A report"], [])
    assert find("guanaco") == ["A report"]
    assert find("report") == ["A report"]


def test_publishing_costs_few_queries_more(news, monkeypatch):
    topics = [Topic.objects.create(name=f"Topic {n}") for n in range(9)]
    factories.article(news, topics=topics)

    def cost(title):
        text = " ".join(f"{title}{n}" for n in range(500))
        body = [{"type": "paragraph", "value": f"<p>{text}</p>"}]
        made = factories.article(
            news, title=title, body=body, topics=topics, live=False
        )
        revision = made.save_revision()
        with CaptureQueriesContext(connection) as queries:
            revision.publish()
        return len(queries)

    with_index = cost("Llamas")
    monkeypatch.setattr("search.entries.refresh", lambda model, pks: None)

    assert 0 < with_index - cost("Alpacas") <= MOST_QUERIES
