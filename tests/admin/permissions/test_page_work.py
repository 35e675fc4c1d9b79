"""Who does what to a published page of each type, seen by what has changed after it."""

import pytest
from django.db import transaction
from wagtail.models import Page

from about.models import AboutPage, AimsPage, HistoryPage, HumanRightsPage, JoinPage
from home.models import HomePage
from news.models import ArticlePage, NewsIndexPage
from tests import factories
from tests.admin.editing import PUBLISH, SUBMIT, do, edit, edit_url
from tests.admin.permissions.test_every_address import CLIENTS

pytestmark = pytest.mark.any_database

TYPES = [
    HomePage,
    NewsIndexPage,
    ArticlePage,
    AboutPage,
    AimsPage,
    HistoryPage,
    HumanRightsPage,
    JoinPage,
]
MATRIX = """
                Anonymous Membership Editor Publisher Administrator
read                  yes        yes    yes       yes           yes
open                   no         no    yes       yes           yes
save                   no         no    yes       yes           yes
submit                 no         no    yes       yes           yes
publish                no         no     no       yes           yes
unpublish              no         no     no       yes           yes
lock                   no         no     no       yes           yes
hide                   no         no     no       yes           yes
delete                 no         no     no       yes           yes
"""
HEAD, *LINES = [line.split() for line in MATRIX.strip().splitlines()]
ALLOWED = {
    (action, role): cell == "yes"
    for action, *cells in LINES
    for role, cell in zip(HEAD, cells, strict=True)
}


def changed(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object().title


def read(client, page):
    return client.get(page.url).status_code == 200


def opened(client, page):
    return client.get(edit_url(page)).status_code == 200


def save(client, page):
    edit(client, page, title="Changed", slug=page.slug)
    return changed(page) == "Changed"


def submit(client, page):
    edit(client, page, SUBMIT, title="Changed", slug=page.slug)
    return Page.objects.get(pk=page.pk).workflow_in_progress


def publish(client, page):
    edit(client, page, PUBLISH, title="Changed", slug=page.slug)
    return Page.objects.get(pk=page.pk).title == "Changed"


def unpublish(client, page):
    do(client, "unpublish", page)
    return not Page.objects.get(pk=page.pk).live


def lock(client, page):
    do(client, "lock", page)
    return Page.objects.get(pk=page.pk).locked


def hide(client, page):
    do(client, "set_privacy", page, restriction_type="login")
    return page.view_restrictions.exists()


def delete(client, page):
    do(client, "delete", page)
    return not Page.objects.filter(pk=page.pk).exists()


ACTIONS = [read, opened, save, submit, publish, unpublish, lock, hide, delete]


@pytest.mark.parametrize("model", TYPES)
def test_each_role_does_what_the_matrix_says(request, client, home, news, model):
    factories.article(news, slug="verdict-due")
    page = model.objects.get()
    clients = {role: request.getfixturevalue(name) for role, name in CLIENTS.items()}
    clients["Anonymous"] = client

    done = {}
    for role, someone in clients.items():
        for name, action in zip((line[0] for line in LINES), ACTIONS, strict=True):
            with transaction.atomic():
                done[name, role] = action(someone, page)
                transaction.set_rollback(True)

    expected = dict(ALLOWED)
    if model is HomePage:
        # The whole site hangs from it.
        expected |= {("delete", role): False for role in HEAD}
    if model is NewsIndexPage:
        # Nor does a publisher delete what a page has below it along with it.
        expected["delete", "Publisher"] = False
    assert done == expected
