"""Programs are kept out, people are not, and nobody is asked to prove anything."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from about.joining.models import Enquiry, Network
from about.joining.spam import MOST_A_DAY, forget_networks
from psgsite.outbox.models import OutgoingMail
from tests.about.joining.filling_in import filled, send
from tests.about.joining.posts import bots, people

pytestmark = pytest.mark.django_db


def accepted(client, posts):
    """The kinds of those that were accepted."""
    return [
        post.kind
        for post in posts
        if client.post("/join/", post.data, REMOTE_ADDR=post.address).status_code == 303
    ]


def test_of_200_posts_of_programs_hardly_any_is_accepted(client, join):
    kinds = Counter(post.kind for post in bots())
    assert (len(kinds), set(kinds.values())) == (5, {40})

    let_in = accepted(client, bots())

    assert len(let_in) <= 2, Counter(let_in)
    assert Enquiry.objects.count() == len(let_in)
    assert OutgoingMail.objects.count() == 2 * len(let_in)


def test_of_100_people_every_one_is_accepted(client, join):
    assert accepted(client, people()) == ["person"] * 100
    assert Enquiry.objects.count() == 100


@pytest.mark.parametrize(
    "sent", [{"trap": "x"}, {"seconds_ago": 1}, {"began": "forged"}, {"began": ""}]
)
def test_who_is_refused_keeps_the_input_and_can_press_the_button_again(
    client, join, clock, sent
):
    response = send(client, **sent)

    html = response.content.decode()
    assert response.status_code == 422
    assert 'value="Ana Quispe"' in html
    assert 'name="web_page" value' not in html
    assert "wait a few seconds, and press the button again" in html
    assert 'href="mailto:office@example.org"' in html
    began = response.context["began"]
    clock(5)
    assert send(client, began=began).status_code == 303


def test_a_form_that_was_open_for_days_is_fine(client, join):
    assert send(client, seconds_ago=30 * 24 * 60 * 60).status_code == 303


def test_a_network_can_send_only_so_much_a_day(client, join):
    def post(n, address="192.0.2.7"):
        return send(client, your_name=f"Reader {n}", address=address)

    for n in range(MOST_A_DAY):
        assert post(n, f"192.0.2.{n}").status_code == 303
    refused = post(MOST_A_DAY, "192.0.2.200")

    assert refused.status_code == 429
    html = refused.content.decode()
    assert f'value="Reader {MOST_A_DAY}"' in html
    assert 'href="mailto:office@example.org"' in html
    assert post(MOST_A_DAY, "192.0.3.7").status_code == 303
    assert Enquiry.objects.count() == MOST_A_DAY + 1


def test_mistakes_are_not_counted(client, join):
    send(client, your_name="")

    assert not Network.objects.exists()


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("192.0.2.7", "192.0.2.250", True),
        ("192.0.2.7", "192.0.3.7", False),
        ("2001:db8:1:2::3", "2001:db8:1:ffff::9", True),
        ("2001:db8:1:2::3", "2001:db8:2:2::3", False),
        ("192.0.2.7", "::ffff:192.0.2.9", True),
    ],
)
def test_addresses_of_one_network_are_counted_together(
    client, join, first, second, same
):
    send(client, address=first)
    send(client, your_name="Rosa", address=second)

    assert Network.objects.count() == (1 if same else 2)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "", "unix:"])
def test_the_machine_itself_is_no_network(client, join, address):
    assert send(client, address=address).status_code == 303
    assert not Network.objects.exists()


@pytest.mark.parametrize("behind_proxy", [True, False])
def test_a_proxy_is_believed_only_where_there_is_one(
    client, join, settings, behind_proxy
):
    settings.BEHIND_PROXY = behind_proxy
    for last in ("203.0.113.5", "198.51.100.5"):
        data = filled(your_name=f"From {last}")
        client.post(
            "/join/",
            data,
            REMOTE_ADDR="192.0.2.1",
            headers={"X-Forwarded-For": f"10.9.8.7, {last}"},
        )

    assert Network.objects.count() == (2 if behind_proxy else 1)


def test_no_address_is_stored_anywhere(client, join):
    send(client, address="192.0.2.77")

    [row] = Network.objects.values()
    assert len(row["key"]) == 64
    assert "192.0.2" not in str(row)


def test_what_was_counted_is_forgotten_the_next_day(client, join):
    send(client)
    yesterday = timezone.localdate() - timedelta(days=1)
    Network.objects.update(day=yesterday)

    assert forget_networks() == 1
    send(client)
    Network.objects.update(day=yesterday, key="old")
    send(client, your_name="Rosa")

    assert [row.day for row in Network.objects.all()] == [timezone.localdate()]
