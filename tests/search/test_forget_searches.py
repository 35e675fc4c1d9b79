"""``manage.py forget_searches``: what was kept long ago goes."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.contrib.search_promotions.models import (
    Query,
    QueryDailyHits,
    SearchPromotion,
)

from search.figures.models import Click, Outcome
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 5, 20)
KEPT = [Query, QueryDailyHits, Outcome, Click]


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)


@pytest.fixture
def article(news):
    return factories.article(news)


@pytest.fixture
def old_and_new(article):
    """A search and a click of 91 days ago, and of 90."""
    for words, days in (("old", 91), ("new", 90)):
        query = Query.objects.create(query_string=words)
        day = TODAY - timedelta(days=days)
        QueryDailyHits.objects.create(query=query, date=day, hits=5)
        Outcome.objects.create(query=query, found=1, searched_on=day)
        Click.objects.create(query=query, page=article, date=day, hits=2)


def left(model):
    """The queries of which there is still a row."""
    name = "query_string" if model is Query else "query__query_string"
    return set(model.objects.values_list(name, flat=True))


def forget(capsys, *options):
    call_command("forget_searches", *options)
    return capsys.readouterr().out


def test_what_is_older_than_ninety_days_is_forgotten(old_and_new, capsys):
    said = forget(capsys)

    assert said == "Forgotten: 1 daily counts, 1 clicks, 1 outcomes, 1 queries.\n"
    assert [left(model) for model in KEPT] == [{"new"}] * 4


def test_forgetting_again_changes_nothing(old_and_new, capsys):
    forget(capsys)

    said = forget(capsys)

    assert said == "Forgotten: 0 daily counts, 0 clicks, 0 outcomes, 0 queries.\n"
    assert [left(model) for model in KEPT] == [{"new"}] * 4


def test_a_query_with_a_promoted_result_outlives_its_figures(
    old_and_new, article, capsys
):
    old = Query.objects.get(query_string="old")
    SearchPromotion.objects.create(query=old, page=article)

    forget(capsys)

    assert left(QueryDailyHits) == {"new"}
    assert left(Query) == {"old", "new"}


def test_more_is_forgotten_where_that_is_asked_for(old_and_new, capsys):
    forget(capsys, "--older-than", "89")

    assert not Query.objects.exists()


def test_a_number_of_days_below_nothing_is_refused(old_and_new):
    with pytest.raises(CommandError, match="give a number of days"):
        call_command("forget_searches", "--older-than", "-1")

    assert left(Query) == {"old", "new"}


def test_wagtails_own_command_forgets_as_late(settings):
    assert settings.WAGTAILSEARCH_HITS_MAX_AGE == settings.SEARCHES_KEPT_DAYS == 90
