from datetime import date

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_the_list_shows_published_articles_newest_first(client, news):
    factories.article(news, title="Older", date=date(2014, 6, 28))
    factories.article(news, title="Newer", date=date(2014, 7, 31))

    html = client.get("/news/").content.decode()

    assert html.index("Newer") < html.index("Older")
