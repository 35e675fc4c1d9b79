"""What the admin's list of articles costs, however many there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.models import ArticlePage, Region, Topic
from psgsite.models import User
from tests import factories

QUERIES = [
    {},
    {"p": 4},
    {"ordering": "title"},
    {"status": "published", "year": 2014, "lacks": "image"},
    {"q": "judges", "status": "published"},
]
# Wagtail asks twice of each row whether someone who isn't an administrator may delete it.
PER_ROW = {"administrator": 0, "editor": 2}


@pytest.fixture
def long_list(news):
    """200 articles, each with an owner, two topics and two regions."""
    factories.bulk_articles(news, 200)
    articles = ArticlePage.objects.child_of(news)
    articles.update(owner=User.objects.get(username="editors"))
    keys = list(articles.values_list("pk", flat=True))
    for field, subjects in [("topic", Topic), ("region", Region)]:
        through = getattr(ArticlePage, f"{field}s").through
        through.objects.bulk_create(
            through(articlepage_id=key, **{field: subject})
            for key in keys
            for subject in subjects.objects.all()[:2]
        )
    return reverse("wagtailadmin_explore", args=[news.pk])


def test_a_page_of_the_list_takes_queries_for_its_parts_not_for_the_archive(
    administrator, editor, long_list
):
    for role, client in {"administrator": administrator, "editor": editor}.items():
        client.get(long_list)  # what is asked once and kept
        for query in QUERIES:
            with CaptureQueriesContext(connection) as queries:
                response = client.get(long_list, query)

            shown = len(response.context["pages"])
            assert shown == 50
            assert len(queries) <= 42 + PER_ROW[role] * shown, (role, query)
