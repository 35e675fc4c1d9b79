import pytest

from search.words import spelling


@pytest.fixture(autouse=True)
def no_words_of_other_tests():
    """Words are kept in memory for as long as the database has the same ones."""
    spelling.read_vocabulary.cache_clear()


@pytest.fixture(autouse=True)
def patient(settings):
    """A busy machine must not make a search give up; the test of that says otherwise."""
    settings.SEARCH_TIME_LIMIT = 10_000


@pytest.fixture
def find(client):
    """What a search finds: its titles, first page, best first."""

    def find(query="", **more):
        response = client.get("/search/", {"query": query} | more)
        assert response.status_code == 200
        return [result.title for result in response.context["results"]]

    return find
