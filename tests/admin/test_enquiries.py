"""The membership group's list of enquiries, and each of them."""

from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from about.joining.models import Enquiry
from psgsite.models import User
from tests import factories
from tests.admin.editing import messages
from tests.admin.enquiries import LIST, one, shown

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


def now(enquiry):
    return Enquiry.objects.with_answers().get(pk=enquiry.pk)


def html(client, address):
    return client.get(address).content.decode()


def test_the_list_says_who_wrote_when_and_what_about(secretary):
    factories.enquiry(sent=NOON)

    text = html(secretary, LIST)

    for said in ["Rosa Quispe", "27 Nov 2026, 12:00", "Individual, £20", "New"]:
        assert said in text


def test_the_newest_comes_first_and_fifty_to_a_page(secretary):
    for n in range(51):
        factories.enquiry(name=f"Person {n}", sent=NOON - timedelta(hours=n))

    first, second = secretary.get(LIST), secretary.get(f"{LIST}?p=2")

    assert shown(first) == [f"Person {n}" for n in range(50)]
    assert shown(second) == ["Person 50"]


def test_an_empty_list_says_so(secretary):
    assert "There are no enquiries." in html(secretary, LIST)
    assert "Download" not in html(secretary, LIST)


@pytest.mark.parametrize(
    "name",
    ["محمد عبد الله", "x" * 500, "<b>Rosa</b>", "李小龍 🎉", "Rosa\u202etxt.exe"],
)
def test_any_name_stays_in_its_place(secretary, name):
    enquiry = factories.enquiry(name=name)

    assert shown(secretary.get(LIST)) == [name]
    soup = BeautifulSoup(html(secretary, one(enquiry)), "html.parser")
    assert soup.select_one("h2 bdi").text == name


def test_an_enquiry_without_a_name_goes_by_its_number(secretary):
    enquiry = factories.enquiry(name="")

    assert shown(secretary.get(LIST)) == [str(enquiry)]


def test_an_enquiry_shows_every_answer_and_what_was_agreed(secretary):
    enquiry = factories.enquiry(
        gift_aid=True,
        contact=["Post", "Telephone"],
        **{"Where in Peru?": "Puno\nCusco"},
    )
    enquiry.form_data["answers"][0]["wording"] = "As on your letters."
    enquiry.save()

    soup = BeautifulSoup(html(secretary, one(enquiry)), "html.parser")

    pairs = {
        " ".join(row.dt.stripped_strings): " ".join(row.dd.stripped_strings)
        for row in soup.select(".enquiry-answer")
    }
    assert pairs == {
        "Name As on your letters.": "Rosa Quispe",
        "E-mail address": "rosa@example.org",
        "Kind of membership": "Individual, £20",
        "Newsletter by e-mail: asks for a confirmation": "No",
        "Gift Aid declaration": "Yes, ticked by the reader",
        "Another way to be contacted": "Post, Telephone",
        "Where in Peru?": "Puno Cusco",
    }
    assert "The privacy notice was that of 2026-11-27." in soup.text
    assert soup.select_one("dd a")["href"] == "mailto:rosa@example.org"


def test_an_address_adds_nothing_to_the_link_for_writing(secretary):
    enquiry = factories.enquiry(email="a@example.org?bcc=b@example.org&body=x")

    soup = BeautifulSoup(html(secretary, one(enquiry)), "html.parser")

    assert "?" not in soup.select_one("dd a")["href"]


def test_handling_says_by_whom_and_forgets_the_fingerprint(secretary):
    enquiry = factories.enquiry()
    Enquiry.objects.update(fingerprint="f" * 64)

    response = secretary.post(one(enquiry, "handle_enquiry"))

    assert messages(response) == [f"Enquiry {enquiry.pk} is marked as handled."]
    assert now(enquiry).handled_by.get_username() == "membership"
    assert now(enquiry).fingerprint is None
    assert now(enquiry).name == "Rosa Quispe"
    assert "Handled by membership" in html(secretary, LIST)


def test_who_handled_it_first_stays(secretary, administrator):
    enquiry = factories.enquiry()

    for client in (secretary, administrator):
        client.post(one(enquiry, "handle_enquiry"))

    assert now(enquiry).handled_by.get_username() == "membership"


def test_handled_by_mistake_it_can_be_put_back(secretary):
    enquiry = factories.enquiry()
    secretary.post(one(enquiry, "handle_enquiry"))

    secretary.post(one(enquiry, "handle_enquiry"), {"back": ""})

    assert now(enquiry).is_waiting
    assert now(enquiry).handled_by is None


def test_many_are_handled_at_once_and_the_list_stays_where_it_was(secretary):
    enquiries = [factories.enquiry() for _ in range(3)]
    ticked = [enquiry.pk for enquiry in enquiries[:2]]

    response = secretary.post(f"{LIST}handle/?state=new&p=1", {"enquiry": ticked})

    assert response.headers["Location"] == f"{LIST}?state=new&p=1"
    assert messages(response) == ["Marked as handled: 2 enquiries."]
    assert list(Enquiry.objects.waiting()) == enquiries[2:]


@pytest.mark.parametrize("ticked", [[], ["0"], ["x"], ["²"], ["9" * 30]])
def test_ticking_nothing_changes_nothing(secretary, ticked):
    factories.enquiry()

    response = secretary.post(f"{LIST}handle/", {"enquiry": ticked})

    assert messages(response) == ["Nothing was ticked."]
    assert Enquiry.objects.waiting().count() == 1


def test_nothing_is_deleted_before_one_is_asked(secretary):
    enquiry = factories.enquiry()

    asked = html(secretary, one(enquiry, "delete_enquiry"))

    assert "Delete it?" in asked
    assert Enquiry.objects.exists()
    response = secretary.post(one(enquiry, "delete_enquiry"))
    assert response.headers["Location"] == LIST
    assert messages(response) == ["The enquiry is deleted."]
    assert not Enquiry.objects.exists()
    assert secretary.get(one(enquiry)).status_code == 404


def test_a_list_of_fifty_costs_no_more_queries_than_one(secretary):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            secretary.get(LIST)
        return len(captured)

    user = User.objects.get(username="admin")
    factories.enquiry().mark_handled(user)
    queries()
    before = queries()
    for _ in range(50):
        factories.enquiry().mark_handled(user)

    assert queries() == before
