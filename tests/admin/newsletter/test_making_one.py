"""A publisher makes a newsletter and looks at it."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from news.models import Delivery, Digest
from tests.admin.newsletter.pages import LIST, html, page, said

pytestmark = pytest.mark.any_database


def test_the_last_month_is_offered_first(publisher, articles):
    form = publisher.get(LIST).context["form"]

    assert form["month"].value() == "2026-10-01"
    assert form.fields["month"].choices[0] == (
        "2026-11-01",
        "November 2026 (not over yet)",
    )


def test_the_last_month_without_one_is_offered_next(publisher, digest):
    form = publisher.get(LIST).context["form"]

    assert form["month"].value() == "2026-09-01"


def test_one_is_made_for_a_month_and_shown(publisher, articles):
    response = publisher.post(LIST, {"month": "2026-10-01"}, follow=True)

    digest = Digest.objects.get()
    assert digest.subject == "Peru Support Group: news of October 2026"
    assert "Verdict in Puno" in html(response)
    assert ModelLogEntry.objects.filter(action="wagtail.create").exists()


@pytest.mark.parametrize("month", ["2026-10-01", "2019-01-01", "October", ""])
def test_no_second_one_is_made_nor_one_for_any_other_month(publisher, digest, month):
    response = publisher.post(LIST, {"month": month})

    assert response.context["form"].errors
    assert Digest.objects.count() == 1


def test_subject_and_introduction_can_be_changed(publisher, digest):
    words = {"subject": "Two\nlines ", "introduction": "Dear <all>"}

    response = publisher.post(page(digest), words, follow=True)

    digest.refresh_from_db()
    assert digest.subject == "Two lines"
    assert said(response) == "Saved. Below you see what it looks like now."
    assert "Dear &lt;all&gt;" in response.context["html"]


@pytest.mark.parametrize("words", [{"subject": ""}, {"subject": "x" * 151}])
def test_a_bad_subject_is_kept_with_a_word_on_it(publisher, digest, words):
    response = publisher.post(page(digest), words | {"introduction": "Dear all"})

    assert response.context["form"].errors["subject"]
    assert "Dear all" in html(response)
    digest.refresh_from_db()
    assert digest.subject == "News of October"


def test_the_preview_can_do_nothing_to_the_admin(publisher, digest, articles):
    articles[0].title = "</pre><script>alert(1)</script>"
    articles[0].save()

    shown = html(publisher.get(page(digest)))

    assert "<script>alert(1)" not in shown
    assert ' sandbox title="' in shown
    assert 'srcdoc="' in shown


@pytest.mark.parametrize("role", ["editor", "secretary"])
def test_others_have_no_newsletter(request, role, digest):
    client = request.getfixturevalue(role)

    home = html(client.get(reverse("wagtailadmin_home"), follow=True))

    assert LIST not in home
    for address in (LIST, page(digest), page(digest, "send/"), page(digest, "test/")):
        assert client.post(address).status_code == 302
    assert not Delivery.objects.exists()
