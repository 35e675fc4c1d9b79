"""What is held of a person is asked of every part that registered, and erased in each."""

import pytest
from wagtail import hooks

from psgsite.personal_data.holdings import counted, erase, held, same_address
from tests import factories

pytestmark = pytest.mark.django_db


class Letters:
    name = "letters"
    fails = False

    def __init__(self):
        self.kept = ["Dear all"]

    def find(self, email):
        return [{"text": text} for text in self.kept]

    def erase(self, email):
        if self.fails:
            raise OSError("The cupboard is locked.")
        count, self.kept = len(self.kept), []
        return count


@pytest.fixture
def letters():
    part = Letters()
    with hooks.register_temporarily("register_personal_data", lambda: part):
        yield part


def test_each_part_says_what_it_holds_and_erases_it(letters):
    factories.enquiry()

    found = held("rosa@example.org")

    assert found["letters"] == [{"text": "Dear all"}]
    assert len(found["enquiries"]) == 1
    erased = erase("rosa@example.org")
    assert (erased["letters"], erased["enquiries"]) == (1, 1)
    assert not any(held("rosa@example.org").values())


def test_if_one_part_fails_nothing_is_erased(letters):
    letters.fails = True
    factories.enquiry()

    with pytest.raises(OSError, match="cupboard"):
        erase("rosa@example.org")

    assert held("rosa@example.org")["enquiries"]


@pytest.mark.any_database
def test_addresses_are_the_same_whatever_their_case_and_the_spaces_around():
    assert same_address(" Rosa@Example.org", "rosa@example.ORG ")
    assert not same_address("rosa@example.org", "rosa@example.com")


@pytest.mark.any_database
def test_numbers_are_said_without_those_that_are_nothing():
    assert (
        counted({"letters": 2, "enquiries": 0, "mails": 1}) == "letters (2), mails (1)"
    )
