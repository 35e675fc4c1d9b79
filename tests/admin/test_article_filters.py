"""What the admin's list of articles can be narrowed by."""

from datetime import date

import pytest

from news.models import ArticlePage, Region, Topic
from psgsite.models import User
from tests import factories
from tests.admin.editing import SUBMIT, add
from tests.admin.listing import listed


@pytest.fixture
def mining(home):
    return Topic.objects.create(name="Rivers")


@pytest.fixture
def puno(home):
    return Region.objects.get(slug="puno")


@pytest.fixture
def various(editor, publisher, news, mining, puno):
    """Articles that differ in all that can be filtered by."""
    factories.article(
        news,
        title="Public",
        date=date(2013, 5, 1),
        image=factories.image(),
        topics=[mining],
        regions=[puno],
    )
    changed = factories.article(news, title="Changed", summary="")
    changed.title = "Changed"
    changed.save_revision()
    add(editor, news, title="Begun", slug="begun")
    add(editor, news, ArticlePage, SUBMIT, title="Submitted", slug="submitted")
    scheduled = factories.article(news, title="Scheduled", live=False)
    scheduled.go_live_at = "2099-01-01T09:00:00Z"
    scheduled.save_revision(approved_go_live_at="2099-01-01T09:00:00Z")
    withdrawn = factories.article(news, title="Withdrawn")
    withdrawn.withdraw("It was wrong.", User.objects.get(username="admin"))


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"status": "published"}, {"Public", "Changed"}),
        ({"status": "changed"}, {"Changed"}),
        ({"status": "draft"}, {"Begun", "Submitted", "Scheduled"}),
        ({"status": "review"}, {"Submitted"}),
        ({"status": "scheduled"}, {"Scheduled"}),
        ({"status": "withdrawn"}, {"Withdrawn"}),
        ({"year": "2013"}, {"Public"}),
        ({"date_from": "2013-04-30", "date_to": "2013-05-01"}, {"Public"}),
        ({"lacks": "summary"}, {"Changed"}),
        ({"lacks": ["summary", "image"], "status": "published"}, {"Changed"}),
        ({"lacks": "topic", "status": "published"}, {"Changed"}),
        ({"lacks": "region", "status": "published"}, {"Changed"}),
        ({"lacks": "image", "status": "published"}, {"Changed"}),
    ],
)
def test_a_filter_leaves_the_articles_it_names(editor, news, various, query, titles):
    assert set(listed(editor, news, **query)) == titles


def test_a_topic_and_a_region_leave_the_articles_about_both(
    editor, news, various, mining, puno
):
    cusco = Region.objects.get(slug="cusco")
    both = {"topics": mining.pk, "regions": [puno.pk, cusco.pk]}

    assert listed(editor, news, **both) == ["Public"]
    assert listed(editor, news, topics=mining.pk, regions=cusco.pk) == []


def test_an_article_about_two_chosen_regions_is_listed_once(editor, news):
    two = list(Region.objects.filter(slug__in=["cusco", "puno"]))
    factories.article(news, regions=two)

    assert listed(editor, news, regions=[r.pk for r in two]) == ["Verdict due"]


def test_an_editor_finds_the_articles_that_they_began(editor, news, various):
    own = User.objects.get(username="editors").pk

    assert set(listed(editor, news, owner=own)) == {"Begun", "Submitted"}


def test_a_filter_that_does_not_exist_leaves_the_list_as_it_is(editor, news, various):
    assert len(listed(editor, news, status="lost", year="MMXIV", topics="x")) == 6
