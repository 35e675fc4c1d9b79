"""What the form of a page asks before it sends what was written."""

import pytest
from django.middleware.csrf import get_token
from django.test import Client
from django.urls import reverse

from news.models import ArticlePage
from psgsite.models import User
from tests.admin.editing import add_url, form

pytestmark = pytest.mark.any_database

XHR = {"X-Requested-With": "XMLHttpRequest"}


def ask(client):
    return client.get(reverse("own_session"), headers=XHR)


def test_whoever_is_signed_in_gets_a_token_that_works(news):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get(username="editors"))
    stale = get_token(strict.get(add_url(news, ArticlePage)).wsgi_request)
    strict.cookies["csrftoken"] = "a" * 32  # as another sign-in leaves it
    article = form(ArticlePage)

    refused = strict.post(
        add_url(news, ArticlePage), article | {"csrfmiddlewaretoken": stale}
    )
    answer = ask(strict)
    new = answer.json()["token"]
    strict.post(add_url(news, ArticlePage), article | {"csrfmiddlewaretoken": new})

    assert refused.status_code == 403
    assert "no-store" in answer.headers["Cache-Control"]
    assert ArticlePage.objects.count() == 1


def test_whoever_is_signed_out_is_told_so_and_gets_no_token(client, editor):
    assert ask(editor).status_code == 200
    assert ask(client).status_code == 403
    assert "token" not in ask(client).content.decode().lower()


def test_the_form_of_a_page_watches_the_session(editor, news):
    html = editor.get(add_url(news, ArticlePage)).content.decode()

    assert f'data-session-url="{reverse("own_session")}"' in html
    assert "You have been signed out" in html
