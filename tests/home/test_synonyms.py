"""The words that mean the same on a new site."""

from collections import Counter

import pytest

from home.site_setup import set_up_site
from home.synonyms import SYNONYMS
from search.finding.queries import LONGEST_NAME
from search.models import Synonyms
from search.words.analysis import STOP_WORDS, clean, terms

pytestmark = pytest.mark.any_database

each_list = pytest.mark.parametrize("names", SYNONYMS)


@each_list
def test_each_name_of_a_list_adds_to_it(names):
    synonyms = Synonyms(names=names)

    synonyms.full_clean(validate_unique=False)

    assert len(synonyms.ways) == names.count(",") + 1


@each_list
def test_a_name_says_something_and_is_short_enough_to_be_recognised(names):
    for way in Synonyms(names=names).ways:
        assert len(way) <= LONGEST_NAME
        assert not STOP_WORDS.issuperset(way)


def test_no_name_is_in_two_lists():
    ways = Counter(way for names in SYNONYMS for way in Synonyms(names=names).ways)

    assert [way for way, count in ways.items() if count > 1] == []


@pytest.mark.parametrize("name", ["un", "sin", "niños", "policy"])
def test_a_word_with_another_meaning_brings_nothing_else(name):
    ways = {way for names in SYNONYMS for way in Synonyms(names=names).ways}

    assert tuple(terms(clean(name))) not in ways


@pytest.mark.django_db
@pytest.mark.parametrize("with_content", [True, False])
def test_a_new_site_has_them_and_a_second_run_adds_none(with_content):
    added = set_up_site(with_content=with_content)
    set_up_site(with_content=with_content)

    assert f"{len(SYNONYMS)} lists of words that mean the same" in added
    assert set(Synonyms.objects.values_list("names", flat=True)) == set(SYNONYMS)


@pytest.mark.django_db
def test_what_an_editor_changed_stays_changed():
    set_up_site(with_content=False)
    Synonyms.objects.exclude(names__startswith="Cusco").delete()
    Synonyms.objects.update(names="Cusco, Cuzco")

    set_up_site(with_content=False)

    assert [each.names for each in Synonyms.objects.all()] == ["Cusco, Cuzco"]
