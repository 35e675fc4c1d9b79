"""What readers get where there is nothing, or where the site can't serve them."""

import os
import re
import subprocess
import sys

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from psgsite import errors, views
from tests import factories
from tests.production import production_settings

OUTSIDE_THE_TREE = ["/documents/9/gone.pdf", "/media/images/gone.jpg", "/.well-known/x"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nothing/", "/news/nothing/", *OUTSIDE_THE_TREE])
def test_nothing_here_leads_on_to_search_news_and_home(client, news, address):
    factories.articles(news, 6)

    response = client.get(address)

    html = response.content.decode()
    assert response.status_code == 404
    assert 'action="/search/"' in html
    assert '<a href="/">the home page</a>' in html
    assert html.count('<article class="card"') == 5
    assert "Article 0" in html
    assert "Article 5" not in html


@pytest.mark.django_db
def test_what_is_hidden_is_not_among_the_news_of_a_missing_page(client, news):
    factories.article(news, title="Verdict due")
    factories.article(news, title="Witness list", live=False)
    factories.restrict(factories.article(news, title="Names"))

    html = client.get("/nothing/").content.decode()

    assert "Verdict due" in html
    assert "Witness list" not in html
    assert "Names" not in html


@pytest.mark.django_db
def test_a_missing_page_of_a_site_without_news_leads_home(client, home):
    response = client.get("/nothing/")

    html = response.content.decode()
    assert response.status_code == 404
    assert '<a href="/">the home page</a>' in html
    assert "Latest news" not in html


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 50])
def test_a_missing_page_costs_no_more_than_a_list(client, news, count):
    factories.bulk_articles(news, count)
    client.get("/news/nothing/")

    with CaptureQueriesContext(connection) as queries:
        client.get("/news/nothing/")

    assert len(queries) <= 8, [query["sql"][:150] for query in queries]


@pytest.fixture
def reader():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("error", "status"),
    [(OperationalError, 503), (InterfaceError, 503), (ValueError, 500)],
)
def test_an_error_is_answered_by_what_it_says_about_the_site(
    reader, monkeypatch, error, status
):
    def fail(request):
        raise error("no")

    monkeypatch.setattr(views.Site, "find_for_request", fail)

    response = reader.get("/robots.txt")

    assert response.status_code == status
    assert response["Cache-Control"] == "no-store"
    assert response.get("Retry-After") == ("120" if status == 503 else None)
    heading = "Be right back" if status == 503 else "Something went wrong on our side"
    assert f"<h1>{heading}</h1>" in response.content.decode()


# A closed port, and a folder that isn't there.
@pytest.mark.parametrize(
    "database", ["postgres://psg@127.0.0.1:1/psg", "sqlite:////nowhere/at/all.sqlite3"]
)
@pytest.mark.any_database
def test_a_site_whose_database_is_away_says_that_it_will_be_back(tmp_path, database):
    program = (
        "from psgsite.wsgi import application;"
        "from django.test import Client;"
        "reader = Client(SERVER_NAME='127.0.0.1', raise_request_exception=False);"
        "answers = [reader.get(at) for at in ('/', '/nothing/', '/admin/', '/healthz')];"
        "print(*[(a.status_code, a.get('Retry-After')) for a in answers])"
    )
    environment = production_settings() | {
        "DATABASE_URL": database,
        "DATA_DIR": str(tmp_path),
    }

    result = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )

    away, well = "(503, '120')", "(200, None)"
    assert result.stdout.strip() == f"{away} {away} (302, None) {well}"


@pytest.fixture
def closed(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "maintenance"


@pytest.mark.django_db
def test_a_file_closes_the_site_and_opens_it_again(client, home, closed):
    before = client.get("/").status_code
    closed.touch()
    shut = [client.get("/"), client.post("/search/"), client.get("/admin/login/")]
    closed.unlink()

    assert before == 200
    assert [response.status_code for response in shut] == [503, 503, 503]
    assert all(response["Retry-After"] == "120" for response in shut)
    assert "Be right back" in shut[0].content.decode()
    assert client.get("/").status_code == 200


@pytest.mark.django_db
def test_a_closed_site_is_well_and_gives_out_its_static_files(client, closed, settings):
    settings.STATIC_ROOT = closed.parent / "static"
    settings.STATIC_ROOT.mkdir()
    (settings.STATIC_ROOT / "logo.svg").write_text("<svg/>")
    closed.touch()

    assert client.get("/healthz").status_code == 200
    assert client.get("/static/logo.svg").status_code == 200
    assert client.get("/").status_code == 503


@pytest.mark.any_database
@pytest.mark.parametrize("html", [errors.WENT_WRONG, errors.BE_RIGHT_BACK])
def test_the_pages_for_a_broken_site_need_nothing_of_it(html):
    assert not re.search(r"\{[%{#]|<script|<link|<img|https?:|@import", html)
    assert set(re.findall(r"url\((.*?)\)", html)) == {"#band"}
    assert "prefers-color-scheme: dark" in html


@pytest.mark.any_database
def test_the_two_pages_differ_in_what_they_say():
    assert "<title>Something went wrong on our side – Peru" in errors.WENT_WRONG
    assert "<title>Be right back – Peru" in errors.BE_RIGHT_BACK
    assert "Be right back" not in errors.WENT_WRONG
    assert "try again" in errors.WENT_WRONG
