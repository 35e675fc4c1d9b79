"""Looks at the list of enquiries, and asks it for some, as the browser does."""

from bs4 import BeautifulSoup
from django.urls import reverse

LIST = "/admin/enquiries/"


def one(enquiry, name="enquiry"):
    return reverse(name, args=[enquiry.pk])


def shown(response):
    """The names in the list, in order."""
    soup = BeautifulSoup(response.content, "html.parser")
    return [cell.get_text(strip=True) for cell in soup.select("td.title bdi")]


def asked(client, **criteria):
    """The list after the form above it was sent."""
    return client.post(LIST, criteria, follow=True)


def found(client, **criteria):
    return shown(asked(client, **criteria))
