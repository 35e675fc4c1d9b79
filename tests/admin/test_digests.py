"""A publisher makes a newsletter, looks at it, tries it on themselves and sends it."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from news.models import Delivery, Digest
from psgsite.models import User
from tests import factories, smtp_server

LIST = "/admin/newsletter/"


@pytest.fixture(autouse=True)
def today(clock):
    clock("2026-11-27 09:00")


@pytest.fixture
def articles(news):
    return [
        factories.article(news, title="Verdict in Puno", date=date(2026, 10, day))
        for day in (3, 31)
    ]


@pytest.fixture
def digest(articles):
    return Digest.objects.create(month=date(2026, 10, 1), subject="News of October")


@pytest.fixture
def server(settings):
    with smtp_server.running() as running:
        settings.EMAIL_BACKEND = "psgsite.mail.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        yield running


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def page(digest, what=""):
    return f"{LIST}{digest.pk}/{what}"


def html(response):
    return response.content.decode()


def said(response):
    """What the admin says above the page."""
    return " ".join(str(message).strip() for message in response.context["messages"])


def test_the_last_month_is_offered_first(publisher, articles):
    form = publisher.get(LIST).context["form"]

    assert form["month"].value() == "2026-10-01"
    assert form.fields["month"].choices[0] == (
        "2026-11-01",
        "November 2026 (not over yet)",
    )


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


def test_a_test_goes_to_oneself_alone(publisher, digest, server, committed):
    factories.subscriber()

    with committed():
        response = publisher.post(page(digest, "test/"), follow=True)

    [mail] = server.mails
    assert mail["To"] == "publishers@example.org"
    assert mail["Subject"] == "[Test] News of October"
    assert "List-Unsubscribe" in mail
    assert "on its way to you" in said(response)
    assert not Delivery.objects.exists()


def test_without_an_address_of_ones_own_there_is_no_test(publisher, digest):
    User.objects.update(email="")

    response = publisher.post(page(digest, "test/"), follow=True)

    assert "add one under Account" in said(response)


def test_before_it_is_sent_one_is_told_how_many_get_it(publisher, digest):
    for name in ("ana", "luz"):
        factories.subscriber(f"{name}@example.org")

    shown = html(publisher.get(page(digest, "send/")))

    assert "with 2 articles" in shown
    assert "Send it to 2 subscribers" in shown
    assert not Delivery.objects.exists()


def test_it_is_sent_and_its_progress_shown(publisher, digest, server, committed):
    for name in ("ana", "luz", "refused"):
        factories.subscriber(f"{name}@example.org")

    with committed():
        response = publisher.post(page(digest, "send/"), follow=True)
    shown = publisher.get(page(digest))

    assert said(response) == "It is on its way to 3 subscribers."
    assert len(server.mails) == 2
    progress = shown.context["digest"]
    assert (progress.sent, progress.refused, progress.waiting) == (2, 1, 0)
    assert "Sent to 2 on 27 November 2026" in " ".join(
        html(publisher.get(LIST)).split()
    )
    [entry] = ModelLogEntry.objects.filter(action="news.send_digest")
    assert (entry.user.username, entry.message) == (
        "publishers",
        "Sent to 3 subscribers",
    )


def test_what_is_sent_is_neither_changed_nor_sent_again(
    publisher, digest, server, committed
):
    factories.subscriber()
    with committed():
        publisher.post(page(digest, "send/"))

    edited = publisher.post(page(digest), {"subject": "Other"}, follow=True)
    again = publisher.post(page(digest, "send/"), follow=True)

    digest.refresh_from_db()
    assert digest.subject == "News of October"
    assert "can’t be changed" in said(edited)
    assert "goes out only once" in said(again)
    assert len(server.mails) == 1


def test_a_month_without_articles_is_not_sent(publisher, digest, articles):
    factories.subscriber()
    for article in articles:
        article.unpublish()

    shown = html(publisher.get(page(digest)))
    sent = publisher.post(page(digest, "send/"), follow=True)

    assert "No article of that month is published" in shown
    assert "Send to all" not in shown
    assert "No article of that month is published" in said(sent)
    assert not Delivery.objects.exists()


def test_one_that_stands_still_can_be_gone_on_with(
    publisher, digest, server, committed, settings
):
    factories.subscriber()
    settings.EMAIL_PORT = 9
    with committed():
        publisher.post(page(digest, "send/"))
    stands_still = " ".join(html(publisher.get(page(digest))).split())
    settings.EMAIL_PORT = server.port

    with committed():
        publisher.post(page(digest, "resume/"))

    assert "can’t be reached" in stands_still
    assert "It is tried again at 09:05 on 27 November" in stands_still
    assert len(server.mails) == 1


@pytest.mark.parametrize("role", ["editor", "secretary"])
def test_others_have_no_newsletter(request, role, digest):
    client = request.getfixturevalue(role)

    home = html(client.get(reverse("wagtailadmin_home"), follow=True))

    assert LIST not in home
    for address in (LIST, page(digest), page(digest, "send/"), page(digest, "test/")):
        assert client.post(address).status_code == 302
    assert not Delivery.objects.exists()
