"""Every kind of page passes the Nu HTML checker without an error or a warning."""

import shutil
import subprocess
from pathlib import Path

import pytest

from home.site_setup import set_up_site
from news.digest.composing import NOBODYS_TOKEN, Composition, new_digest
from news.models import ArticlePage, NewsIndexPage
from psgsite import errors
from tests import factories
from tests.conftest import skip_loudly

pytestmark = pytest.mark.any_database

CHECKER = Path(".ci/node_modules/vnu-jar/build/dist/vnu.jar")
INSTALL = (
    "npm install --no-save --prefix .ci vnu-jar && apt-get install default-jre-headless"
)

PAGES = [
    "/",
    "/news/",
    "/news/?page=2",
    "/news/2014/11/",
    "/news/2014/05/",
    "/news/topics/elections/",
    "/news/?topic=elections&region=puno",
    "/news/?topic=mining&region=puno&year=2014&month=11",
    "/news/regional-elections-in-puno/",
    "/news/everything/",
    "/about/",
    "/aims/",
    "/historical-overview/",
    "/human-rights/",
    "/join/",
    "/join/thanks/",
    "/privacy/",
    "/corrections/",
    "/search/",
    "/search/?query=elections",
    "/search/?query=nothing-of-the-kind",
    "/nothing-here/",
    "/news/taken-back/",
    "/offline/",
    "/newsletter/",
    "/newsletter/asked/",
    "/newsletter/confirm/too-old/",
    "/newsletter/confirmed/",
    f"/newsletter/unsubscribe/{NOBODYS_TOKEN}/",
    "/newsletter/unsubscribe/cut-short/",
]


@pytest.mark.django_db
def test_every_page_is_valid_html(client, tmp_path):
    if not CHECKER.exists() or not shutil.which("java"):
        skip_loudly("The Nu HTML checker", INSTALL)
    set_up_site(with_content=True)
    image = factories.image()
    section = NewsIndexPage.objects.get()
    body = factories.every_block(page=section, image=image)
    factories.article(section, slug="everything", image=image, body=body)
    factories.article(section, date=ArticlePage.objects.first().date.replace(month=4))
    factories.article(section, slug="taken-back").withdraw("It was wrong.", user=None)

    folder = tmp_path / "pages"
    folder.mkdir()
    for number, address in enumerate(PAGES):
        (folder / f"{number}.html").write_bytes(client.get(address).content)
    digest = Composition(new_digest(ArticlePage.objects.first().date.replace(day=1)))
    assert digest.articles
    (folder / "newsletter.html").write_text(digest.html())
    (folder / "500.html").write_text(errors.WENT_WRONG)
    shutil.copy("psgsite/static/psgsite/503.html", folder)
    result = subprocess.run(
        ["java", "-jar", CHECKER, "--Werror", folder],
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr
