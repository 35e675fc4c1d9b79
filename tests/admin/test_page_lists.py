"""The admin's lists of pages take whatever an editor looks for."""

import pytest
from django.urls import reverse


@pytest.mark.parametrize(
    "query", ['"', 'a "b', "'", "*", "AND", "NEAR(", "-x", ":", "(", "\x00", "🦙"]
)
@pytest.mark.parametrize("with_all_sites", [{}, {"search_all": "1"}])
def test_any_query_is_answered(editor, home, query, with_all_sites):
    address = reverse("wagtailadmin_explore", args=[home.pk])

    response = editor.get(address, {"q": query} | with_all_sites)

    assert response.status_code == 200


def test_a_page_is_found_though_its_name_is_in_quotation_marks(editor, home, news):
    address = reverse("wagtailadmin_explore", args=[home.pk])

    html = editor.get(address, {"q": f'"{news.title}"'}).content.decode()

    assert reverse("wagtailadmin_pages:edit", args=[news.pk]) in html
