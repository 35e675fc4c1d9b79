"""The admin's list of the pages below another."""

from django.urls import reverse


def list_url(parent, **query):
    return reverse("wagtailadmin_explore", args=[parent.pk], query=query)


def listed(client, parent, **query):
    """The titles in the list, in order."""
    response = client.get(list_url(parent, **query))
    assert response.status_code == 200
    return [page.title for page in response.context["pages"]]
