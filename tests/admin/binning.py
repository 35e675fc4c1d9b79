"""What people do in the bin, as the requests that their browser then makes."""

from django.urls import reverse

from psgsite.models import BinnedPage


def restore_url(row):
    return reverse("restore_page", args=[row.pk])


def restore(client, row=None, **data):
    return client.post(restore_url(row or BinnedPage.objects.get()), data)


def now(page):
    return type(page).objects.get(pk=page.pk)


def listing(client):
    return client.get(reverse("bin")).content.decode()
