"""Words that mean the same, as editors keep them."""

import pytest
from django.urls import reverse
from wagtail.admin.menu import settings_menu

from home.site_setup import set_up_site
from search.models import Synonyms
from tests.admin.editing import was_refused


def address(view, *synonyms):
    keys = [kept.pk for kept in synonyms]
    return reverse(f"wagtailsnippets_search_synonyms:{view}", args=keys)


@pytest.fixture
def lakes(home):
    return Synonyms.objects.create(names="Titicaca, Titiqaqa")


@pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
def test_who_writes_pages_adds_words(request, role):
    client = request.getfixturevalue(role)

    client.post(address("add"), {"names": "quipu, khipu"})

    assert Synonyms.objects.filter(names="quipu, khipu").exists()


def test_who_keeps_the_members_does_not(secretary):
    response = secretary.post(address("add"), {"names": "quipu, khipu"})

    assert was_refused(response)
    assert not Synonyms.objects.filter(names="quipu, khipu").exists()


@pytest.mark.parametrize("names", ["", "quipu", "quipu,", "quipu, Quipu", ", …"])
def test_one_word_alone_is_refused_with_a_message(editor, names):
    before = Synonyms.objects.count()

    response = editor.post(address("add"), {"names": names})

    assert response.context["form"].errors["names"]
    assert Synonyms.objects.count() == before


def test_a_list_is_found_by_any_of_its_words(editor, lakes):
    found = editor.get(address("list"), {"q": "titiq"})

    assert [each.names for each in found.context["object_list"]] == [lakes.names]


def test_a_list_is_changed_and_deleted(editor, lakes):
    editor.post(address("edit", lakes), {"names": "Titicaca, the lake"})
    lakes.refresh_from_db()
    assert lakes.names == "Titicaca, the lake"

    editor.post(address("delete", lakes))
    assert not Synonyms.objects.filter(pk=lakes.pk).exists()


def test_they_are_in_the_settings_after_the_promoted_results(editor):
    request = editor.get("/admin/").wsgi_request

    menu = sorted(settings_menu.menu_items_for_request(request), key=lambda i: i.order)

    assert [str(item.label) for item in menu] == [
        "Promoted search results",
        "Words that mean the same",
    ]


def test_lists_that_editors_deleted_do_not_come_back(editor):
    for synonyms in Synonyms.objects.all():
        editor.post(address("delete", synonyms))

    set_up_site(with_content=True)

    assert not Synonyms.objects.exists()
