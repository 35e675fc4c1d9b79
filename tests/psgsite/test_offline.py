"""What the server lets a reader's device keep; tests/browser/test_offline.py keeps it."""

import re

import pytest
from django.core.management import call_command
from django.test import RequestFactory
from wagtail.models import Page

from psgsite.offline import serve_for_keeping
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

KEPT = ["/", "/news/", "/news/2014/", "/news/verdict-due/"]


@pytest.fixture
def article(news):
    return factories.article(news)


@pytest.mark.parametrize("address", KEPT)
def test_a_page_for_everyone_may_be_kept(client, article, address):
    assert client.get(address)["X-Offline"] == "keep"


@pytest.mark.parametrize("address", KEPT)
def test_nothing_may_be_kept_of_what_someone_sees_who_signed_in(
    client, article, address
):
    client.force_login(factories.user())

    response = client.get(address)

    assert response.status_code == 200
    assert "X-Offline" not in response


@pytest.mark.parametrize(
    "address",
    ["/search/?query=judges", "/news/feed/", "/offline/", "/sw.js", "/admin/login/"],
)
def test_what_is_no_page_may_not_be_kept(client, article, address):
    response = client.get(address)

    assert response.status_code == 200
    assert "X-Offline" not in response


def test_a_missing_withdrawn_or_private_page_may_not_be_kept(client, news, article):
    factories.restrict(factories.article(news, slug="private"))
    article.withdraw("Wrong.", user=None)

    answers = [
        client.get(f"/news/{slug}/") for slug in ("nothing", "private", "verdict-due")
    ]

    assert [answer.status_code for answer in answers] == [404, 302, 410]
    assert not any("X-Offline" in answer for answer in answers)


def test_a_page_that_was_passed_with_a_password_may_not_be_kept(client, news, article):
    restriction = factories.restrict(article)
    restriction.restriction_type, restriction.password = "password", "cocoa"
    restriction.save()
    form = {"password": "cocoa", "return_url": "/news/verdict-due/"}
    asked = client.get("/news/verdict-due/")

    client.post(asked.context["action_url"], form)
    read = client.get("/news/verdict-due/")

    assert "Judges meet in Lima." in read.content.decode()
    assert "X-Offline" not in asked
    assert "X-Offline" not in read


@pytest.mark.parametrize("keeps", [True, False])
def test_a_page_can_say_that_it_is_not_to_be_kept(client, article, monkeypatch, keeps):
    monkeypatch.setattr(type(article), "keeps_offline", keeps)

    assert ("X-Offline" in client.get("/news/verdict-due/")) == keeps


def test_a_plain_page_of_wagtails_may_not_be_kept(home):
    plain = Page.objects.get(depth=1)
    serve = serve_for_keeping(lambda page, request, args, kwargs: page.serve(request))

    response = serve(plain, RequestFactory().get("/"), [], {})

    assert "X-Offline" not in response


def test_an_image_may_be_kept_unless_someone_signed_in(client):
    url = factories.image().get_rendition("width-100").url

    public = client.get(url)
    client.force_login(factories.user())
    signed_in = client.get(url)

    assert public["X-Offline"] == "keep"
    assert signed_in.status_code == 200
    assert "X-Offline" not in signed_in


def test_the_worker_is_a_script_for_the_whole_site_that_is_asked_for_anew(client):
    response = client.get("/sw.js")

    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Service-Worker-Allowed"] == "/"
    assert response["Cache-Control"] == "no-cache"


def test_the_worker_keeps_files_by_the_names_that_production_gives_them(
    client, settings, tmp_path
):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "psgsite.storage.StaticFilesStorage"}
    }
    call_command("collectstatic", verbosity=0, interactive=False)

    script = client.get("/sw.js").content.decode()

    listed = re.findall(r'^  "/static/(.*)",$', script, re.MULTILINE)
    assert len(listed) > 5
    assert all(re.search(r"\.[0-9a-f]{12}\.", name) for name in listed)
    assert all((settings.STATIC_ROOT / name).exists() for name in listed)
    assert (settings.STATIC_ROOT / "psgsite/503.html").exists()


def test_the_page_for_no_connection_is_nothing_for_search_engines(client, home):
    html = client.get("/offline/").content.decode()

    assert '<meta name="robots" content="noindex">' in html
    assert "<h1>No connection</h1>" in html
    assert "data-kept hidden" in html


def test_a_page_starts_the_worker_but_its_preview_does_not(client, home):
    page = client.get("/").content.decode()
    preview = home.make_preview_request().render().content.decode()

    assert "psgsite/offline.js" in page
    assert "psgsite/video.js" in preview
    assert "psgsite/offline.js" not in preview
