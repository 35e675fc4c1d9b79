"""A publisher tries a newsletter on themselves, and sends it to all."""

from wagtail.models import ModelLogEntry

from news.models import Delivery
from psgsite.models import User
from tests import factories
from tests.admin.newsletter.pages import LIST, html, page, said


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

    assert "couldn’t be reached" in stands_still
    assert "It is tried again at 09:05 on 27 November" in stands_still
    assert len(server.mails) == 1
