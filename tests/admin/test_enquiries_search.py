"""Finding enquiries; what is searched for is in no address, log or table."""

import logging
from datetime import UTC, datetime

import pytest

from tests import factories
from tests.about.joining.whereabouts import has_any, models_with, tables_with
from tests.admin.editing import messages
from tests.admin.enquiries import LIST, asked, found, one, shown


@pytest.fixture
def three(home):
    factories.enquiry(
        name="José Ñahui",
        email="jose@example.org",
        sent=datetime(2026, 3, 1, 23, 59, tzinfo=UTC),
        **{"Where in Peru?": "Áncash"},
    )
    factories.enquiry(
        name="Rosa Quispe",
        membership="Household, £30",
        contact=["Post", "Telephone"],
        sent=datetime(2026, 3, 2, 0, 0, tzinfo=UTC),
    )
    factories.enquiry(
        name="Li Wei", email="wei@example.net", sent=datetime(2026, 7, 1, tzinfo=UTC)
    ).mark_handled(factories.User.objects.get(username="membership"))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ROSA", ["Rosa Quispe"]),
        ("nahui", ["José Ñahui"]),
        ("JOSÉ", ["José Ñahui"]),
        ("jose ancash", ["José Ñahui"]),
        ("wei@example", ["Li Wei"]),
        ("telephone", ["Rosa Quispe"]),
        ("rosa wei", []),
        ("  ", ["Li Wei", "Rosa Quispe", "José Ñahui"]),
        ("%", []),
    ],
)
def test_any_part_of_any_answer_is_found(secretary, three, words, names):
    assert found(secretary, words=words) == names


@pytest.mark.parametrize(
    ("criteria", "names"),
    [
        ({"state": "new"}, ["Rosa Quispe", "José Ñahui"]),
        ({"state": "handled"}, ["Li Wei"]),
        ({"kind": "Household, £30"}, ["Rosa Quispe"]),
        ({"since": "2026-03-02"}, ["Li Wei", "Rosa Quispe"]),
        ({"until": "2026-03-01"}, ["José Ñahui"]),
        # In London it was the second of July by then.
        ({"since": "2026-07-01", "until": "2026-07-01"}, ["Li Wei"]),
        ({"state": "new", "words": "rosa", "kind": "Individual, £20"}, []),
    ],
)
def test_filters_narrow_the_list(secretary, three, criteria, names):
    assert found(secretary, **criteria) == names


def test_filters_are_in_the_address_and_words_are_not(secretary, three):
    response = asked(secretary, words="Ñahui", state="new")

    [(address, _)] = response.redirect_chain
    assert address.startswith(f"{LIST}?state=new&search=")
    assert not has_any(address, ["Ñahui", "nahui", "%C3%91"])
    assert shown(response) == ["José Ñahui"]
    assert 'value="Ñahui"' in response.content.decode()
    assert shown(secretary.get(address)) == ["José Ñahui"]


def test_words_are_in_no_log_or_table(secretary, three, caplog):
    caplog.set_level(logging.INFO)

    asked(secretary, words="Xiomara")

    assert not has_any(caplog.text, ["Xiomara"])
    assert not models_with("Xiomara") | tables_with("Xiomara")


def test_the_words_can_be_read_in_their_own_session_alone(
    secretary, administrator, three
):
    [(address, _)] = asked(secretary, words="Rosa").redirect_chain

    response = administrator.get(address)

    assert response.headers["Location"] == LIST
    assert messages(response) == [
        "What you searched for is forgotten. Please search again."
    ]


@pytest.mark.parametrize(
    ("criteria", "error"),
    [
        ({"since": "31/02/2026"}, "Enter a valid date."),
        ({"until": "yesterday"}, "Enter a valid date."),
        ({"words": "x" * 201}, "at most 200 characters"),
        ({"words": "a\0b"}, "Null characters are not allowed."),
        ({"state": "lost"}, "Select a valid choice."),
        ({"kind": "Royal"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_asked_for_is_said_and_shows_nothing(
    secretary, three, criteria, error
):
    response = asked(secretary, **criteria)

    assert response.status_code == 200
    assert error in response.content.decode()
    assert shown(response) == []


@pytest.mark.parametrize(
    "query", ["search=forged", "search=%00", "p=x", "p=999", "since=x", "state=x"]
)
def test_no_address_is_too_odd(secretary, three, query):
    assert secretary.get(f"{LIST}?{query}", follow=True).status_code == 200


def test_what_matches_nothing_says_so(secretary, three):
    html = asked(secretary, words="Xiomara").content.decode()

    assert "No enquiry matches." in html
    assert "Show all" in html


def test_pages_are_kept_by_nobody(secretary, three):
    enquiry = factories.enquiry()

    for address in (LIST, one(enquiry), f"{LIST}?export=csv", f"{LIST}?export=xlsx"):
        assert "no-store" in secretary.get(address)["Cache-Control"]
