"""Unsubscribing works at once, for ever, again and again, and forgets the address."""

import logging
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail import hooks

from psgsite.logs import WithoutTokens
from psgsite.models import OutgoingMail, Subscriber
from psgsite.newsletter.links import signer
from psgsite.newsletter.subscribing import ask_to_confirm
from tests import factories

pytestmark = pytest.mark.django_db

ADDRESS = "rosa.quispe@example.org"


@pytest.fixture
def subscriber(home):
    return factories.subscriber(ADDRESS)


def page_of(subscriber):
    return f"/newsletter/unsubscribe/{subscriber.token}/"


def html(response):
    return response.content.decode()


def test_opening_the_link_asks_and_the_button_does_it(client, subscriber):
    asked = client.get(page_of(subscriber))
    before = Subscriber.objects.count()
    done = client.post(page_of(subscriber))

    assert "No more newsletters?" in html(asked)
    assert before == 1
    assert "You get no more newsletters" in html(done)
    assert not Subscriber.objects.exists()


def test_again_and_again_it_says_the_same(client, subscriber):
    answers = [client.post(page_of(subscriber)) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert len({html(answer) for answer in answers}) == 1
    assert client.get(page_of(subscriber)).status_code == 200


def test_a_mail_program_needs_neither_cookie_nor_origin(subscriber):
    strict = Client(enforce_csrf_checks=True)
    body = {"List-Unsubscribe": "One-Click"}

    response = strict.post(page_of(subscriber), body, headers={"Origin": "null"})

    assert response.status_code == 200
    assert not response.cookies
    assert not Subscriber.objects.exists()


def test_a_link_outlives_a_new_secret_key(client, subscriber, settings):
    settings.SECRET_KEY = "another one, for the first has leaked" * 2

    client.post(page_of(subscriber))

    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("token", ["x", "x" * 42, "x" * 44, "../" * 9, "é" * 43])
def test_a_link_cut_short_does_not_say_that_all_is_done(client, subscriber, token):
    response = client.post(f"/newsletter/unsubscribe/{token}")

    assert response.status_code in (301, 404)
    response = client.post(f"/newsletter/unsubscribe/{token}/")
    assert "unsubscribed" not in html(response).lower() or "é" in token
    assert Subscriber.objects.count() == 1


def test_somebody_elses_token_can_t_be_guessed(client, subscriber):
    client.post(f"/newsletter/unsubscribe/{'A' * 43}/")
    client.post(f"/newsletter/unsubscribe/{subscriber.token_hash[:43]}/")

    assert Subscriber.objects.count() == 1


def test_no_table_has_the_address(subscriber):
    ask_to_confirm(ADDRESS)
    ask_to_confirm("new@example.org")

    assert OutgoingMail.objects.exists()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            rows = repr(cursor.fetchall()).lower()
            assert "quispe" not in rows, table
            assert "new@example.org" not in rows, table
            assert subscriber.token.lower() not in rows, table


def test_no_log_has_the_address_or_a_whole_link(client, subscriber, caplog):
    caplog.set_level("DEBUG")
    client.post("/newsletter/", {"email": ADDRESS})
    client.get("/newsletter/confirm/forged.token.x/")
    for page in (page_of(subscriber), f"/newsletter/confirm/{sign(subscriber)}/"):
        record = logging.makeLogRecord(
            {"msg": '"GET %s HTTP/1.1" 200', "args": (page,)}
        )
        WithoutTokens().filter(record)
        assert subscriber.token not in record.getMessage()
        assert "/newsletter/" in record.getMessage()

    ours = [each for each in caplog.records if not each.name.startswith("django.db")]
    text = " ".join(each.getMessage() for each in ours)
    assert "quispe" not in text.lower()
    assert str(subscriber) == f"Subscriber {subscriber.pk}"


def sign(subscriber):
    return signer.sign(subscriber.token)


def forget(capsys, *options):
    call_command("forget_subscribers", *options)
    return capsys.readouterr().out.strip()


def test_whoever_does_not_confirm_in_a_week_is_forgotten(home, capsys, subscriber):
    for days in (6, 8):
        asked_at = timezone.now() - timedelta(days=days)
        factories.subscriber(
            f"day{days}@example.org", asked_at=asked_at, confirmed_at=None
        )

    first, second = forget(capsys), forget(capsys)

    assert first == "Forgotten: 1 addresses that nobody confirmed."
    assert second == "Forgotten: 0 addresses that nobody confirmed."
    left = {each.email for each in Subscriber.objects.all()}
    assert left == {ADDRESS, "day6@example.org"}


def test_asking_again_begins_the_week_anew(home, capsys):
    long_ago = timezone.now() - timedelta(days=8)
    factories.subscriber(ADDRESS, asked_at=long_ago, confirmed_at=None)

    ask_to_confirm(ADDRESS)

    assert forget(capsys).startswith("Forgotten: 0")


@pytest.fixture
def personal_data():
    found = [register() for register in hooks.get_hooks("register_personal_data")]
    [ours] = [each for each in found if each.name == "newsletter subscriptions"]
    return ours


def test_what_is_kept_of_one_person_can_be_given_out(subscriber, personal_data):
    factories.subscriber("other@example.org")

    [held] = personal_data.find(" Rosa.Quispe@EXAMPLE.org ")

    assert held["e-mail"] == ADDRESS
    assert held["agreed to"] == "Yes."
    assert held["confirmed at"] == subscriber.confirmed_at.isoformat()
    assert personal_data.find("nobody@example.org") == []


def test_and_erased_even_after_a_new_secret_key(subscriber, personal_data, settings):
    factories.subscriber("other@example.org")
    settings.SECRET_KEY = "another one, for the first has leaked" * 2

    assert personal_data.erase("ROSA.quispe@example.org") == 1
    assert personal_data.erase(ADDRESS) == 0
    assert [each.email for each in Subscriber.objects.all()] == ["other@example.org"]
